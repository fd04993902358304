import Diagnostics

/// "halal" and "BPOM" are protected words (UU 33/2014, UU 18/2012): text may use them only with a number.
struct ProtectedWords: Sendable {
  private let scope: String
  private let mayHalal: Bool
  private let mayBPOM: Bool

  /// - Parameters:
  ///   - scope: whose texts these are, `product` or `business`; the first part of the code.
  ///   - licences: all that the texts may rest on.
  init(_ scope: String, _ licences: [Licences]) {
    self.scope = scope
    mayHalal = licences.compactMap(\.halal).contains { $0.number != nil || $0.status == .nonHalal }
    mayBPOM = licences.contains { !$0.bpom.isEmpty }
  }

  /// Warns at each of the words in some parts of a file.
  func check(_ texts: [Range<Int>], in file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    if mayHalal && mayBPOM { return }
    for text in texts { check(TextClaims.all(in: file.bytes, text), in: file, &diagnostics) }
  }

  /// The same for claims that were found before.
  func check(_ claims: [TextClaims.Spot], in file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    for (claim, range) in claims {
      let place = SourceLocation(file, SourceRange(range))
      if claim == .halal, !mayHalal { diagnostics.append(.claimWithoutNumber(scope, "halal", at: place)) }
      if claim == .bpom, !mayBPOM { diagnostics.append(.claimWithoutNumber(scope, "BPOM", at: place)) }
    }
  }
}

extension DocumentReader {
  /// Where the texts stand that some fields hold; lists hold one in each entry.
  func texts(in fields: [Field?]) -> [Range<Int>] {
    fields.compactMap { $0 }.flatMap { field in
      let nodes = kind(field) == .sequence ? Array(document.children(of: field.node)) : [field.node]
      return nodes.map { Int(document.nodes[$0].range.lower)..<Int(document.nodes[$0].range.upper) }
    }
  }
}

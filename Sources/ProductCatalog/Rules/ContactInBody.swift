import Diagnostics

extension Body {
  /// Warns at each way to reach a person: whoever wrote it here was not asked for the consent that a business's file
  /// records (UU 27/2022), and a number in a text stays there when it changes.
  /// - Parameter scope: whose text it is, `product` or `business`; the first part of the code.
  func checkContacts(_ scope: String, _ diagnostics: inout [Diagnostic]) {
    for (kind, spot) in ContactInText.all(in: file.bytes, range).prefix(Limits.repeatedReports) {
      diagnostics.append(.contactInBody(scope, kind, at: SourceLocation(file, SourceRange(spot))))
    }
  }
}

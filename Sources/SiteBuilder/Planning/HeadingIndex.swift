internal import Markdown
internal import ProductCatalog
internal import Synchronization

/// The headings of texts, for links that name one. Few do, so a text is read when it is first asked for.
final class HeadingIndex: Sendable {
  typealias Headings = [MarkdownDocument.Heading]

  /// By path; `nil` for a text that is refused.
  private let known = Mutex<[String: Headings?]>([:])

  /// `nil` for a text that is refused.
  func headings(of text: Body) -> Headings? {
    if let headings = known.withLock({ $0[text.file.path] }) { return headings }
    let headings = MarkdownDocument.headings(text.file, body: text.range)
    known.withLock { $0[text.file.path] = .some(headings) }
    return headings
  }

  /// Takes over a new state of a text.
  /// - Returns: whether a heading is gone that links may name.
  func replace(with text: Body) -> Bool {
    guard let old = known.withLock({ $0.removeValue(forKey: text.file.path) }) else { return false }
    let ids = Set(headings(of: text)?.map(\.id) ?? [])
    return old.map { !$0.allSatisfy { ids.contains($0.id) } } ?? false
  }
}

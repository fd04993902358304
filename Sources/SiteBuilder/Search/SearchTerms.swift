internal import Diagnostics

/// Which words each product is found by, and where they stand.
///
/// Products have the numbers of the index ("documents"), and are added in that order.
struct SearchTerms {
  /// Where a word stands. One that stands in several places counts as in the best, which is the first of these.
  enum Field: Int, CaseIterable {
    case name
    /// The maker, the kelurahan, the category, tags.
    case label
    /// The summary, and variants.
    case text
  }

  private static let longestWord = 32

  private struct Entry {
    /// `term * 3 + field`.
    let list: Int32
    let document: Int32
  }

  private var table = TermTable()
  /// Terms below it are too common to be looked for.
  private let ignored: Int
  /// By term: the document that had it last.
  private var last: [Int32] = []
  private var entries: [Entry] = []
  private var words = FoldedWords()

  /// - Parameter ignored: words such as *yang* and *dan*.
  init(ignored text: String) {
    words.add(text)
    var table = TermTable()
    for word in 0..<words.count { _ = words.number(of: word, in: &table) }
    ignored = table.count
    self.table = table
  }

  /// The ignored words, in their order in the text.
  var ignoredWords: [String] { (0..<ignored).map { String(decoding: table.term($0), as: UTF8.self) } }

  /// The terms of a text that many documents have.
  mutating func terms(of text: String) -> [Int] {
    words.removeAll()
    words.add(text)
    return (0..<words.count).compactMap { term($0) }
  }

  mutating func add(_ texts: some Sequence<String>, as field: Field, to document: Int) {
    words.removeAll()
    for text in texts { words.add(text) }
    for word in 0..<words.count {
      if let term = term(word) { add(term, as: field, to: document) }
    }
  }

  mutating func add(_ term: Int, as field: Field, to document: Int) {
    while last.count <= term { last.append(-1) }
    guard last[term] != document else { return }
    last[term] = Int32(document)
    entries.append(Entry(list: Int32(term * Field.allCases.count + field.rawValue), document: Int32(document)))
  }

  private mutating func term(_ word: Int) -> Int? {
    let range = words.range(word)
    guard range.count <= Self.longestWord else { return nil }
    let isSingleLetter = range.count == 1 && words.bytes[range.lowerBound] > UInt8(ascii: "9")
    let term = isSingleLetter ? 0 : words.number(of: word, in: &table)
    return term < ignored || isSingleLetter ? nil : term
  }

  /// The documents of every term, terms by their bytes.
  func lists() -> [(term: ArraySlice<UInt8>, documents: [ArraySlice<Int32>])] {
    let fields = Field.allCases.count
    var ends = [Int](repeating: 0, count: table.count * fields)
    for entry in entries { ends[Int(entry.list)] += 1 }
    var sum = 0
    for list in ends.indices { (ends[list], sum) = (sum, sum + ends[list]) }
    let documents = [Int32](unsafeUninitializedCapacity: entries.count) { buffer, count in
      for entry in entries {
        buffer[ends[Int(entry.list)]] = entry.document
        ends[Int(entry.list)] += 1
      }
      count = entries.count
    }
    func slice(_ list: Int) -> ArraySlice<Int32> { documents[(list == 0 ? 0 : ends[list - 1])..<ends[list]] }
    return table.sorted.compactMap { term in
      let lists = (0..<fields).map { slice(term * fields + $0) }
      return lists.allSatisfy(\.isEmpty) ? nil : (table.term(term), lists)
    }
  }
}

extension FoldedWords {
  /// The number of the word in a table.
  fileprivate func number(of word: Int, in table: inout TermTable) -> Int {
    bytes.withUnsafeBufferPointer { table.number(of: UnsafeBufferPointer(rebasing: $0[range(word)])) }
  }
}

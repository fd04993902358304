/// The words of an index in files small enough for a phone to fetch one for what its owner types.
struct SearchShards {
  /// About this many bytes to a shard, before compression; a term more common than that has a shard of its own.
  private static let shardBytes = 8 << 10

  /// `terms/<number>.json`: a list of the shard's terms in one text, then for each a text with the documents that have
  /// it in their names, among their labels and elsewhere, parted by `|`.
  private(set) var files: [[UInt8]] = []
  /// The first term of each.
  private(set) var firsts: [String] = []
  /// `words/<number>.json`: every term that begins with some letters, to find what a misspelt one may mean.
  private(set) var wordLists: [[UInt8]] = []
  /// The first letter of each.
  private(set) var letters: [String] = []

  init(_ lists: [(term: ArraySlice<UInt8>, documents: [ArraySlice<Int32>])]) {
    var (shard, bytes): ([ArraySlice<UInt8>], [UInt8]) = ([], [])
    for list in lists {
      let start = bytes.count
      bytes.append(UInt8(ascii: ","))
      bytes.append(UInt8(ascii: "\""))
      for (index, documents) in list.documents.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: "|")) }
        SearchCode.appendList(documents, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\""))
      if bytes.count > Self.shardBytes, start > 0 {
        add(shard, bytes[..<start])
        bytes.removeSubrange(..<start)
        shard.removeAll()
      }
      shard.append(list.term)
    }
    if !shard.isEmpty { add(shard, bytes[...]) }
    addWordLists(lists.map(\.term))
  }

  private mutating func add(_ terms: [ArraySlice<UInt8>], _ documents: ArraySlice<UInt8>) {
    var bytes = Array("[\"".utf8)
    SearchCode.appendTerms(terms, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    bytes += documents
    bytes.append(UInt8(ascii: "]"))
    files.append(bytes)
    firsts.append(String(decoding: terms[0], as: UTF8.self))
  }

  private mutating func addWordLists(_ terms: [ArraySlice<UInt8>]) {
    var rest = terms.drop { $0.first! < UInt8(ascii: "a") }.prefix { $0.first! <= UInt8(ascii: "z") }
    while let first = rest.first?.first {
      var (bytes, letter) = (Array("\"".utf8), first)
      repeat {
        SearchCode.appendTerms(rest.prefix { $0.first! == letter }, to: &bytes)
        rest = rest.drop { $0.first! == letter }
        letter = rest.first?.first ?? 0
      } while letter != 0 && bytes.count < Self.shardBytes / 2
      bytes.append(UInt8(ascii: "\""))
      wordLists.append(bytes)
      letters.append(String(UnicodeScalar(first)))
    }
  }
}

import Diagnostics
import ProductCatalog
import Testing

/// Whatever bytes come, loading ends, with a catalog or with errors that say where.
@Suite struct MutationTests {
  @Test(arguments: 0..<8)
  func survivesRandomChanges(seed: UInt64) {
    var random = SplitMix(state: seed)
    let rich = Samples.files.merging([
      Samples.productPath: Samples.product(
        [
          "price": "{from: 12000, to: 22000}", "variants": "\n  - {name: \"Kecil é\", price: 12000}\n  - name: Besar",
          "availability": "seasonal", "months": "[1, 12]", "size_cm": "[20, 15, 8]", "care": "|\n  Cuci.\n  Jemur.",
          "licences": "{halal: {status: certified, number: ID33110000000000101}, pirt: [206337101014330]}",
          "flagship": "{status: designated, year: 2025}", "tags": "[kain, 'ba''tik']",
        ], body: "Halal, Rp15.000, 3371.\n\n![x](kain.jpg) BCA (0293) 362123, ibu@surel.example.\n")
    ]) { $1 }
    let files = rich.map { SourceFile(path: $0.key, text: $0.value) }.sorted { $0.path < $1.path }
    for _ in 0..<150 {
      var changed = files
      let index = Int.random(in: files.indices, using: &random)
      changed[index] = SourceFile(path: files[index].path, bytes: mutated(files[index].bytes, &random))
      let loaded = Loaded(files: changed)
      #expect((loaded.catalog == nil) == loaded.diagnostics.hasErrors)
      for diagnostic in loaded.diagnostics {
        #expect(Int(diagnostic.location.range.upper) <= diagnostic.location.file.bytes.count)
        #expect(!TextFormatter(language: .id).format(diagnostic).isEmpty)
      }
    }
  }

  private func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    let interesting: [[UInt8]] =
      [
        "\n", "\t", ": ", "- ", "\"", "'", "[", "]", "{", "}", "&a ", "*a ", "!t ", "#", "|", ">", "%", "@", "`", ",",
        "---\n",
        "wa.me/1", "://", "+62 8", "08123", "&#4", "&#x", ";", "<b", "*", "_", "１", "draft: true\n", "\r", "? ",
        "\u{0}", "\u{FEFF}", "\u{202E}", "<<: ", "\\", "~", "0x1", "Rp 1", "\u{85}", "...\n",
      ].map { Array($0.utf8) } + [[0xE9], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]]
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 3: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: interesting.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }
}

/// A small generator whose numbers are the same everywhere (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

import Diagnostics
import ProductCatalog
import Testing

/// A `---` that ends the keys before the last of them.
@Suite struct FrontMatterTests {
  private let place = Samples.productPath

  @Test func endsTheKeysTooEarly() {
    let loaded = Loaded.product([:], body: "draft: true\n---\nDibuat di rumah.\n")
    #expect(
      loaded.text == """
        \(place):10:1: error: --- here ends the keys too early: "draft" follows [frontmatter.early]
          10 | ---
             | ^^^
          help: delete this line: the --- below the last key is enough
          \(place):11:1: this would be shown as text

        """)
    #expect(
      loaded.printed(.id) == """
        \(place):10:1: kesalahan: --- di sini terlalu cepat mengakhiri kunci: masih ada "draft" [frontmatter.early]
          10 | ---
             | ^^^
          bantuan: hapus baris ini: --- di bawah kunci terakhir sudah cukup
          \(place):11:1: ini akan tampil sebagai isi

        """)
    #expect(loaded.catalog == nil)
  }

  @Test func saysToMoveTheOnlyLine() {
    let help = Loaded.product([:], body: "\ndraft: true\n\nDibuat di rumah.\n").diagnostics.first?.help
    #expect(help?.en == "move it below the last key; only the text comes after it")
    #expect(help?.id == "pindahkan ke bawah kunci terakhir; sesudahnya hanya isi")
  }

  @Test(arguments: [
    "draft: true\n", "\n\ndraft: true\nDibuat di rumah.\n", "photos:\n  - file: kain.jpg\n", "draft:\ttrue\n",
    "harga: 5\ndraft: true\nDibuat.\n",
    "tags: [a]", "dratf: true\n---\nDibuat di rumah.\n", "\nharga_baru: 5\n\ndraft: true\n---\n",
    "draft: true\r\n---\r\n", "foto:\n- a.jpg\n# catatan\ndraft: true\n--- \n",
  ])
  func findsKeysAtTheBeginningOfAText(body: String) {
    #expect(Loaded.product([:], body: body).codes == ["frontmatter.early@10:1"], "\(body)")
  }

  @Test(arguments: [
    "Catatan: jangan dijemur.\n", "Catatan: jangan dijemur\n---\nDibuat di rumah.\n", "catatan: rapuh\n---\n",
    "Motif: kawung\n---\n", "Nama: kain\n---\n", "Dibuat di rumah.\n\ndraft: true\n---\n",
    "---\n\nDibuat di rumah.\n", "\n***\n\n- name: x\n", "- draft: true\n", "# draft: true\n", "    draft: true\n",
    "draft\n---\nDibuat di rumah.\n", "| name: | x |\n", "name : x\n\nDibuat.\n", "Harga: murah\nUnit: dus\n---\n",
    "<!-- draft: true -->\n---\n", "",
  ])
  func leavesOrdinaryTextsAlone(body: String) {
    #expect(Loaded.product([:], body: body).text == "", "\(body)")
  }

  @Test func saysNothingOfAKeyThatIsMissingAboveAndThereBelow() {
    let text = Samples.product(["updated": nil], body: "updated: 2026-11-01\n---\nDibuat di rumah.\n")
    #expect(Loaded([place: text]).codes == ["frontmatter.early@9:1"])
  }

  @Test func knowsTheKeysOfEveryKindOfFile() {
    let early = { (path: String, text: String) in Loaded([path: text]).codes }
    #expect(
      early(
        Samples.businessPath, Samples.business.replacing("sample: true\n---\n", with: "sample: true\n---\nhours: []\n"))
        == ["frontmatter.early@8:1"])
    #expect(early("content/pages/x.md", "---\ntitle: Halaman\n---\nmenu: true\n") == ["frontmatter.early@3:1"])
    #expect(early("content/pages/x.md", "---\ntitle: Halaman\n---\nunit: dus\n") == [])
    #expect(
      early("content/products/kain-batik/index.en.md", "---\nname: Cloth\n---\nsummary: Cotton.\n")
        == ["frontmatter.early@3:1"])
    #expect(
      early("content/businesses/batik-watu-toren.en.md", "---\nname: Batik\n---\nname: Batik\n")
        == ["frontmatter.early@3:1"])
  }
}

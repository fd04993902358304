internal import Diagnostics

/// What the preview says in pages.
enum Words {
  /// By the names that the script knows them under.
  static let ofScript: [String: Message] = [
    "notPublished": Message(en: "This cannot be published yet", id: "Ini belum bisa diterbitkan"),
    "lastGood": Message(
      en: "Behind this: the last version without errors. Mend the file and save it; this note then goes away.",
      id: "Di belakang ini: versi terakhir yang benar. Perbaiki berkasnya lalu simpan; catatan ini akan hilang sendiri."
    ),
    "more": Message(en: "More errors that the terminal shows: ", id: "Kesalahan lain, lihat terminal: "),
    "line": Message(en: "line", id: "baris"),
    "help": help,
    "hide": Message(en: "Hide (Esc)", id: "Sembunyikan (Esc)"),
    "errors": Message(en: "Errors", id: "Kesalahan"),
    "stopped": Message(en: "The preview has stopped", id: "Pratinjau sudah berhenti"),
    "comesFrom": Message(en: "This page comes from", id: "Halaman ini dibuat dari"),
    "content": Message(en: "Text", id: "Teks"),
    "templates": Message(en: "Templates", id: "Templat"),
    "photos": Message(en: "Photos", id: "Foto"),
    "draft": draft,
    "allPages": allPages,
    "close": Message(en: "Close (E)", id: "Tutup (E)"),
  ]

  static let help = Message(en: "What to do", id: "Saran")
  static let draft = Message(en: "Draft: not published", id: "Draf: belum terbit")
  static let allPages = Message(en: "All pages", id: "Semua halaman")
  static let preview = Message(en: "Preview", id: "Pratinjau")
  static let home = Message(en: "To the website", id: "Ke situs")
  static let search = Message(en: "Search pages and files", id: "Cari halaman atau berkas")
  static let searchButton = Message(en: "Search", id: "Cari")
  static let drafts = Message(en: "Drafts", id: "Draf")
  static let errors = Message(en: "Errors", id: "Kesalahan")
  static let warnings = Message(en: "Warnings", id: "Peringatan")
  static let noProblems = Message(en: "Nothing is wrong.", id: "Tidak ada yang salah.")
  static let nothingFound = Message(
    en: "No page or file is called that.", id: "Tidak ada halaman atau berkas seperti itu.")
  static let hint = Message(
    en: "On any page, press E to see which files it comes from.",
    id: "Di halaman mana pun, tekan E untuk melihat dari berkas apa halaman itu dibuat.")

  static func more(_ count: Int) -> Message {
    Message(en: "and \(count) more: use the search above", id: "dan \(count) lagi: pakai pencarian di atas")
  }

  static func moreProblems(_ count: Int) -> Message {
    Message(
      en: "and \(count) more: ./etalase check lists all", id: "dan \(count) lagi: ./etalase check menampilkan semua")
  }

  /// A page kind's plural; the kind itself for one that has no word here.
  static func kind(_ kind: String) -> Message {
    kinds.first { $0.kind == kind }?.word ?? Message(en: kind, id: kind)
  }

  static var kindOrder: [String] { kinds.map(\.kind) }

  private static let kinds: [(kind: String, word: Message)] = [
    (kind: "home", word: Message(en: "Home", id: "Beranda")),
    ("product", Message(en: "Products", id: "Produk")),
    ("business", Message(en: "Businesses", id: "Usaha")),
    ("info", Message(en: "Other pages", id: "Halaman lain")),
    ("centre", Message(en: "The IKM Center", id: "IKM Center")),
    ("search", Message(en: "Search", id: "Pencarian")),
    ("basket", Message(en: "Basket", id: "Keranjang")),
    ("products", Message(en: "Lists of products", id: "Daftar produk")),
    ("businesses", Message(en: "Lists of businesses", id: "Daftar usaha")),
    ("categories", Message(en: "Categories", id: "Kategori")),
    ("category", Message(en: "Lists by category", id: "Daftar per kategori")),
    ("rw_board", Message(en: "One RW, one product", id: "Satu RW, satu produk")),
    ("kelurahan", Message(en: "Kelurahan", id: "Kelurahan")),
    ("rw", Message(en: "RW", id: "RW")),
    ("rw_category", Message(en: "RW by category", id: "RW per kategori")),
    ("print_catalog", Message(en: "Printed catalog", id: "Katalog cetak")),
    ("print_labels", Message(en: "Shelf labels", id: "Label rak")),
    ("not_found", Message(en: "Page not found", id: "Halaman tidak ditemukan")),
  ]
}

extension Message {
  static let nothingYet = Message(
    en: "There is no page to show yet: the files have errors.",
    id: "Belum ada halaman yang bisa ditampilkan: berkasnya masih ada kesalahan.")
  static let cannotRender = Message(
    en: "This page cannot be shown.", id: "Halaman ini tidak bisa ditampilkan.")

  static func lookingInstead(_ reason: Watcher.Reason) -> Message {
    switch reason {
    case .tooManyFolders:
      Message(
        en: """
          this machine's limit for watched folders is reached, so changes are looked for every second or so instead; to \
          raise it: sudo sysctl fs.inotify.max_user_watches=524288
          """,
        id: """
          batas jumlah folder yang dapat dipantau komputer ini tercapai, jadi perubahan dicari tiap detik saja; untuk \
          menaikkannya: sudo sysctl fs.inotify.max_user_watches=524288
          """)
    case .remoteFolder:
      Message(
        en: "the files are on another machine or in Windows, so changes are looked for every second or so",
        id: "berkasnya ada di komputer lain atau di Windows, jadi perubahan dicari tiap detik saja")
    }
  }
}

internal import Diagnostics
internal import Glibc

/// Every message of this module.
extension Diagnostic {
  private static func file(
    _ code: String, _ path: String, _ message: Message, help: Message? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code, message, at: SourceLocation(SourceFile(path: path, bytes: [])), help: help)
  }

  static func unreadable(_ path: String, _ code: Int32) -> Diagnostic {
    let cause = Message.cause(code)
    return file(
      "file.unreadable", path,
      Message(en: "this cannot be read: \(cause.en)", id: "ini tidak dapat dibaca: \(cause.id)"))
  }

  static func notAFile(_ path: String) -> Diagnostic {
    file(
      "file.kind", path,
      Message(en: "this is neither a file nor a folder", id: "ini bukan berkas dan bukan folder"),
      help: Message(en: "delete it, or move it out of this folder", id: "hapus, atau pindahkan dari folder ini"))
  }

  static func tooLarge(_ path: String, _ limit: Int) -> Diagnostic {
    file(
      "file.size", path,
      Message(
        en: "this file is larger than \(limit >> 20) MB", id: "berkas ini lebih besar dari \(limit >> 20) MB"))
  }

  /// A folder that the site is made from can't be read as a whole.
  static func projectUnreadable(_ path: String, _ failure: MachineFailure) -> Diagnostic {
    file("folder.unreadable", path, failure.message)
  }

  static func folderTooDeep(_ path: String) -> Diagnostic {
    file(
      "file.depth", path,
      Message(
        en: "folders lie more than \(ProjectReader.deepest) deep",
        id: "folder bertingkat lebih dari \(ProjectReader.deepest)"))
  }

  static func nameIsNotText(_ folder: String) -> Diagnostic {
    file(
      "file.name", folder,
      Message(
        en: "a file in this folder has a name that is not UTF-8",
        id: "ada berkas di folder ini yang namanya bukan UTF-8"),
      help: Message(en: "rename it with plain letters", id: "ganti namanya dengan huruf biasa"))
  }

  static func nameHasControlCharacters(_ path: String) -> Diagnostic {
    file(
      "file.name", path,
      Message(
        en: "this name has a line break or another invisible character",
        id: "nama ini memuat ganti baris atau karakter lain yang tak terlihat"),
      help: Message(en: "rename it with plain letters", id: "ganti namanya dengan huruf biasa"))
  }

  static func staticFileIsPrivate(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "static.private",
      Message(
        en: "this is not published: by its name it is a hidden, private or leftover file",
        id: "ini tidak diterbitkan: menurut namanya ini berkas tersembunyi, pribadi, atau sisa"),
      at: SourceLocation(SourceFile(path: path, bytes: [])),
      help: Message(
        en: "delete it, or rename it if visitors are to see it",
        id: "hapus, atau ganti namanya kalau memang untuk pengunjung"))
  }

  static func linkIsBroken(_ path: String, _ code: Int32) -> Diagnostic {
    let cause = Message.cause(code)
    return file(
      "file.link.broken", path,
      Message(
        en: "this symbolic link leads nowhere: \(cause.en)", id: "tautan simbolis ini tidak menuju apa pun: \(cause.id)"
      ),
      help: Message(en: "delete it", id: "hapus saja"))
  }

  static func linkIsNotFollowed(_ path: String, _ target: String) -> Diagnostic {
    file(
      "file.link", path,
      Message(
        en: "this symbolic link to \(target) is not followed", id: "tautan simbolis ke \(target) ini tidak diikuti"),
      help: Message(en: "copy the file or folder here instead", id: "salin berkas atau foldernya ke sini"))
  }

  static func notAPicture(_ path: String, _ ending: String) -> Diagnostic {
    file(
      "photo.format", path,
      Message(en: "this is not a \(ending) picture", id: "ini bukan gambar \(ending)"),
      help: Message(
        en: "save the photo again as JPEG, then copy it here",
        id: "simpan ulang fotonya sebagai JPEG, lalu salin ke sini"))
  }

  static func drawingRunsScripts(_ path: String) -> Diagnostic {
    file(
      "photo.script", path,
      Message(
        en: "this drawing can run scripts in the visitor's browser",
        id: "gambar ini dapat menjalankan skrip di peramban pengunjung"),
      help: Message(
        en: "save it again as plain SVG, without scripts, or as PNG",
        id: "simpan ulang sebagai SVG biasa tanpa skrip, atau sebagai PNG"))
  }

  static func pictureTellsPlace(_ path: String) -> Diagnostic {
    file(
      "photo.place", path,
      Message(
        en: "this photo tells where it was taken, often somebody's home",
        id: "foto ini memuat lokasi pengambilannya, sering kali rumah seseorang"),
      help: Message(
        en: "remove the location in the phone's gallery, or send the photo by WhatsApp and use the copy that arrives",
        id: "hapus lokasinya di galeri ponsel, atau kirim fotonya lewat WhatsApp dan pakai salinan yang diterima"))
  }

  static func importRefused(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "asset.import", Message(en: "@import is not allowed", id: "@import tidak diizinkan"), at: location,
      help: Message(
        en: "link the other style sheet in base.html, or copy its rules here",
        id: "tautkan berkas gaya itu di base.html, atau salin isinya ke sini"))
  }

  static func importCycle(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "asset.import.cycle",
      Message(en: "these scripts import each other", id: "skrip-skrip ini saling mengimpor"), at: location,
      help: Message(
        en: "move what both need into a third script", id: "pindahkan yang dipakai keduanya ke skrip ketiga"))
  }

  static func textMissing(_ key: String, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error, "strings.missing",
      Message(en: "the text \"\(key)\" is missing", id: "teks \"\(key)\" belum ada"), at: SourceLocation(file),
      help: Message(en: "add a line: \(key): \"…\"", id: "tambahkan baris: \(key): \"…\""))
  }

  static func stringsMissing(_ path: String) -> Diagnostic {
    file(
      "strings.file", path,
      Message(
        en: "the file with this language's interface texts is missing",
        id: "berkas teks antarmuka bahasa ini belum ada"),
      help: Message(
        en: "copy another language's file and translate it", id: "salin berkas bahasa lain lalu terjemahkan"))
  }

  static func assetMissing(_ name: String, at location: SourceLocation, near: String?) -> Diagnostic {
    Diagnostic(
      .error, "asset.missing", .noAsset(name), at: location, help: near.map(Message.didYouMean))
  }

  static func permalinkIsNoAddress(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "permalink.invalid",
      Message(
        en: "this line is no address such as /produk/getuk/", id: "baris ini bukan alamat seperti /produk/getuk/"),
      at: location,
      help: Message(
        en: "delete the line; the marks of an unfinished merge are such lines",
        id: "hapus baris ini; tanda penggabungan yang belum selesai juga berupa baris seperti ini"))
  }

  static func permalinkDropped(_ address: String, at location: SourceLocation, help: Message) -> Diagnostic {
    Diagnostic(
      .warning, "permalink.dropped",
      Message(
        en: "\(address) has been published and would be gone", id: "\(address) sudah terbit, tetapi akan hilang"),
      at: location, help: help)
  }

  static func fileForFolder(_ blocking: SiteFile) -> Diagnostic {
    file(
      "site.collision", blocking.sourcePath,
      Message(
        en: "this would be published at \(blocking.path), where a folder of the site has to be",
        id: "ini akan terbit di \(blocking.path), padahal di sana harus ada folder situs"),
      help: Message(en: "rename it", id: "ganti namanya"))
  }

  static func twoFilesAtOnePath(_ a: SiteFile, _ b: SiteFile) -> Diagnostic {
    file(
      "site.collision", b.isPage ? a.sourcePath : b.sourcePath,
      Message(
        en: "this would be published at \(a.path), where another file already is",
        id: "ini akan terbit di \(a.path), padahal sudah ada berkas lain di sana"),
      help: Message(en: "rename it", id: "ganti namanya"))
  }
}

extension Message {
  /// What a system call's `errno` means.
  static func cause(_ code: Int32) -> Message {
    let english = String(cString: strerror(code))
    let indonesian: [Int32: String] = [
      ENOENT: "tidak ada", EACCES: "tidak diizinkan", EPERM: "tidak diizinkan", ENOSPC: "penyimpanan penuh",
      EDQUOT: "jatah penyimpanan habis", EROFS: "penyimpanan hanya dapat dibaca",
      EMFILE: "terlalu banyak berkas terbuka",
      ENFILE: "terlalu banyak berkas terbuka", ENOTDIR: "bukan folder", EISDIR: "itu folder", ELOOP: "tautan simbolis",
      EIO: "penyimpanan rusak",
    ]
    return Message(en: english, id: indonesian[code].map { "\($0) (\(english))" } ?? english)
  }

  static func needs(_ filter: String, _ type: String) -> Message {
    Message(en: "\"\(filter)\" needs a value like \(type)", id: "\"\(filter)\" perlu nilai seperti \(type)")
  }

  static func noText(_ key: String, language: String) -> Message {
    Message(
      en: "no text \"\(key)\" in strings/\(language).yaml", id: "tidak ada teks \"\(key)\" di strings/\(language).yaml")
  }

  static func noAsset(_ name: String) -> Message {
    Message(en: "no file \"\(name)\" in templates/assets", id: "tidak ada berkas \"\(name)\" di templates/assets")
  }

  static let acceptRemoval = Message(
    en: "if it is gone for good: etalase check --accept-removals",
    id: "jika memang dihapus: etalase check --accept-removals")

  /// - Parameter file: of what most likely has taken the place of what had the slug.
  static func addAlias(_ slug: String, to file: String?) -> Message {
    let key = "aliases: [\(slug)]"
    let add =
      file.map {
        Message(en: "if \($0) is what it became, add there", id: "jika kini menjadi \($0), tambahkan di sana")
      }
      ?? Message(en: "add to the file of what took its place", id: "tambahkan di berkas penggantinya")
    return Message(
      en: "\(add.en): \(key); \(acceptRemoval.en)", id: "\(add.id): \(key); \(acceptRemoval.id)")
  }

  static func isDraft(_ file: String) -> Message {
    Message(
      en: "\(file) is a draft now; \(acceptRemoval.en)", id: "\(file) sekarang draf; \(acceptRemoval.id)")
  }

  static func translationIsGone(_ file: String) -> Message {
    Message(en: "put \(file) back; \(acceptRemoval.en)", id: "kembalikan \(file); \(acceptRemoval.id)")
  }

  static let linkForms = Message(
    en: "write ../other-product/index.md, ../../businesses/name.md, or an address such as /produk/",
    id: "tulis ../produk-lain/index.md, ../../businesses/nama.md, atau alamat seperti /produk/")

  static func linkLeavesContent(_ destination: String) -> Message {
    Message(
      en: "link \"\(destination)\" leads out of the catalog", id: "tautan \"\(destination)\" menuju ke luar katalog")
  }

  static func deadLink(_ destination: String, expected: String) -> Message {
    Message(
      en: "link \"\(destination)\" leads nowhere: there is no \(expected)",
      id: "tautan \"\(destination)\" tidak menuju apa pun: tidak ada \(expected)")
  }

  static func linkToUnpublished(_ destination: String) -> Message {
    Message(
      en: "link \"\(destination)\" leads to something that is not published (a draft?)",
      id: "tautan \"\(destination)\" menuju sesuatu yang tidak diterbitkan (draf?)")
  }

  static func deadAddress(_ path: String) -> Message {
    Message(
      en: "link \"\(path)\" leads nowhere: the site has no such page",
      id: "tautan \"\(path)\" tidak menuju apa pun: situs tidak punya halaman itu")
  }

  static func foreignFile(_ path: String) -> Message {
    Message(
      en: "\(path) was not written by this program and is not overwritten; move it away, or choose another --output",
      id: "\(path) bukan tulisan program ini dan tidak ditimpa; pindahkan dulu, atau pilih --output lain")
  }

  static func unsafeOutput(_ path: String, _ reason: Message) -> Message {
    Message(
      en: "--output: \(path) cannot be the output folder: \(reason.en)",
      id: "--output: \(path) tidak dapat menjadi folder hasil: \(reason.id)")
  }

  static func unsafeCache(_ path: String, _ reason: Message) -> Message {
    Message(
      en: "--cache: \(path) cannot be the folder of finished photos: \(reason.en)",
      id: "--cache: \(path) tidak dapat menjadi folder foto jadi: \(reason.id)")
  }

  static func noFolder(_ path: String) -> Message {
    Message(
      en: """
        there is no folder \(path) here; go to the project's folder first, or name the folder with --content or \
        --templates
        """,
      id: """
        di sini tidak ada folder \(path); masuk dulu ke folder proyeknya, atau sebut foldernya dengan --content atau \
        --templates
        """)
  }

  static func notAFolder(_ path: String) -> Message {
    Message(en: "\(path) is not a folder", id: "\(path) bukan folder")
  }
}

extension PictureNote {
  static func smallPhoto(_ width: Int, _ height: Int) -> PictureNote {
    PictureNote(
      .warning, "photo.small",
      Message(
        en: "this photo is small (\(width) × \(height) pixels) and looks blurred on large screens",
        id: "foto ini kecil (\(width) × \(height) piksel) dan tampak buram di layar besar"),
      help: Message(
        en: "use the original from the camera, at least \(PhotoAdvice.smallest) pixels wide",
        id: "pakai foto asli dari kamera, lebarnya paling sedikit \(PhotoAdvice.smallest) piksel"))
  }

  static func heavyPhoto(_ bytes: Int) -> PictureNote {
    PictureNote(
      .warning, "photo.heavy",
      Message(
        en: "this photo has \(bytes / 1_000_000) MB, which everyone who copies the project has to load",
        id: "foto ini \(bytes / 1_000_000) MB, dan harus diunduh siapa pun yang menyalin proyek ini"),
      help: Message(
        en: "send it to yourself by WhatsApp and use the copy that arrives",
        id: "kirim ke nomor sendiri lewat WhatsApp dan pakai salinan yang diterima"))
  }

  static let animatedPhoto = PictureNote(
    .warning, "photo.animated",
    Message(
      en: "only the first picture of this animation is shown", id: "hanya gambar pertama animasi ini yang ditampilkan"))

  static func longCover(_ width: Int, _ height: Int) -> PictureNote {
    PictureNote(
      .warning, "photo.cover.shape",
      Message(
        en: "\(width) × \(height) pixels is no shape for a cover: cards are square and cut off the rest",
        id: "\(width) × \(height) piksel bukan bentuk untuk sampul: kartu berbentuk persegi dan memotong sisanya"),
      help: Message(
        en: "put a photo of the product first; posters and screenshots with text cannot be read there",
        id: "taruh foto produknya di urutan pertama; poster dan tangkapan layar tidak terbaca di sana"))
  }
}

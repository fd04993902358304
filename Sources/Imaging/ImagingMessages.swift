internal import Diagnostics
internal import Glibc

/// Every message of this module.
extension PhotoProblem {
  private static let saveAsJPEG = Message(
    en: "save the photo again as JPEG, then copy it here", id: "simpan ulang fotonya sebagai JPEG, lalu salin ke sini")

  static let empty = PhotoProblem(
    "photo.empty", Message(en: "this photo's file is empty", id: "berkas foto ini kosong"),
    help: Message(en: "copy the photo again", id: "salin ulang fotonya"))

  static func unreadable(_ code: Int32) -> PhotoProblem {
    let cause = String(cString: strerror(code))
    return PhotoProblem(
      "photo.unreadable",
      Message(en: "this photo cannot be read: \(cause)", id: "foto ini tidak dapat dibaca: \(cause)"))
  }

  static let notAFile = PhotoProblem(
    "photo.unreadable", Message(en: "this is not a file", id: "ini bukan berkas"))

  static func tooManyBytes(_ bytes: Int) -> PhotoProblem {
    PhotoProblem(
      "photo.size",
      Message(
        en: "this photo has \(bytes >> 20) MB; at most \(PhotoLimits.largest >> 20) MB can be read",
        id: "foto ini \(bytes >> 20) MB; paling besar \(PhotoLimits.largest >> 20) MB"),
      help: Message(
        en: "send it to yourself by WhatsApp and use the copy that arrives",
        id: "kirim ke nomor sendiri lewat WhatsApp dan pakai salinan yang diterima"))
  }

  static func tooManyPixels(_ width: Int, _ height: Int) -> PhotoProblem {
    PhotoProblem(
      "photo.pixels",
      Message(
        en: "this picture has \(width) × \(height) pixels, more than can be decoded safely",
        id: "gambar ini \(width) × \(height) piksel, terlalu besar untuk dibuka dengan aman"),
      help: Message(en: "make it smaller: 2000 pixels are plenty", id: "perkecil: 2000 piksel sudah cukup"))
  }

  static let notAPicture = PhotoProblem(
    "photo.format", Message(en: "this is not a picture", id: "ini bukan gambar"), help: saveAsJPEG)

  static func wrongEnding(_ kind: PictureKind, ending: String) -> PhotoProblem {
    PhotoProblem(
      "photo.ending",
      Message(
        en: "this is a \(kind.rawValue) picture, but its name ends in .\(ending)",
        id: "ini gambar \(kind.rawValue), tetapi namanya berakhiran .\(ending)"),
      help: Message(
        en: "rename it to end in .\(kind.endings.first ?? "")",
        id: "ganti akhiran namanya menjadi .\(kind.endings.first ?? "")"))
  }

  static func unsupported(_ kind: PictureKind) -> PhotoProblem {
    let advice: Message =
      switch kind {
      case .heic:
        Message(
          en: """
            on an iPhone choose Settings › Camera › Formats › Most Compatible; or send the photo by WhatsApp and use the \
            copy that arrives
            """,
          id: """
            di iPhone pilih Pengaturan › Kamera › Format › Paling Kompatibel; atau kirim fotonya lewat WhatsApp dan pakai \
            salinan yang diterima
            """)
      case .gif:
        Message(
          en: "save one picture of it as JPEG or PNG", id: "simpan satu gambarnya sebagai JPEG atau PNG")
      case .svg:
        Message(
          en: "an SVG can carry scripts: save it as PNG", id: "SVG dapat memuat skrip: simpan sebagai PNG")
      case .video:
        Message(en: "take a photo of the product instead", id: "pakai foto produknya saja")
      default: saveAsJPEG
      }
    return PhotoProblem(
      "photo.format",
      Message(
        en: "\(kind.rawValue) cannot be shown; JPEG, PNG and WebP can",
        id: "\(kind == .video ? "video" : kind.rawValue) tidak dapat ditampilkan; yang bisa JPEG, PNG, dan WebP"),
      help: advice)
  }

  static func tooNarrow(_ width: Int, _ height: Int) -> PhotoProblem {
    PhotoProblem(
      "photo.shape",
      Message(
        en: "this picture is too long and narrow: \(width) × \(height) pixels",
        id: "gambar ini terlalu panjang dan sempit: \(width) × \(height) piksel"),
      help: Message(
        en: "cut out the part that shows the product", id: "potong, sisakan bagian yang menampilkan produknya"))
  }

  static let broken = PhotoProblem(
    "photo.broken",
    Message(en: "this photo is damaged or incomplete", id: "foto ini rusak atau tidak lengkap"),
    help: Message(en: "copy it again from the phone or camera", id: "salin ulang dari ponsel atau kameranya"))

  /// - Parameter signal: what ended the process that decoded the photo.
  init(signal: Int32) {
    switch signal {
    case SIGXCPU, SIGALRM: self = .tookTooLong
    case SIGKILL: self = .killed
    default: self = .crashed
    }
  }

  private static let killed = PhotoProblem(
    "photo.crash",
    Message(
      en: "the system ended the process that decoded this photo, twice: the machine may be out of memory",
      id: "sistem menghentikan proses yang membuka foto ini, dua kali: mungkin memori komputer habis"),
    help: Message(
      en: "close other programs and try again, or make the photo smaller",
      id: "tutup program lain lalu coba lagi, atau perkecil fotonya"))

  static let crashed = PhotoProblem(
    "photo.crash",
    Message(
      en: "decoding this photo failed: it is damaged, or made to do harm",
      id: "foto ini gagal dibuka: rusak, atau dibuat untuk merusak"), help: saveAsJPEG)

  static let tookTooLong = PhotoProblem(
    "photo.crash",
    Message(en: "decoding this photo took too long", id: "membuka foto ini terlalu lama"), help: saveAsJPEG)
}

extension ImagingFailure {
  static func noLibrary(_ reason: String) -> ImagingFailure {
    ImagingFailure(
      Message(
        en: "libvips cannot be loaded: \(reason); install it, on Debian and Ubuntu with: apt-get install libvips42",
        id: "libvips tidak dapat dimuat: \(reason); pasang dulu, di Debian dan Ubuntu dengan: apt-get install libvips42"
      ))
  }

  static func cannot(_ action: String, _ aksi: String, _ path: String, _ code: Int32) -> ImagingFailure {
    let cause = String(cString: strerror(code))
    return ImagingFailure(
      Message(en: "cannot \(action) \(path): \(cause)", id: "tidak dapat \(aksi) \(path): \(cause)"))
  }

  static func noCache(_ path: String, _ code: Int32) -> ImagingFailure {
    let cause = String(cString: strerror(code))
    return ImagingFailure(
      Message(
        en: "cannot create \(path) for finished photos: \(cause); choose another folder with --cache",
        id: "tidak dapat membuat \(path) untuk foto jadi: \(cause); pilih folder lain dengan --cache"))
  }

  static let workersAreGone = ImagingFailure(
    Message(
      en: "the processes that decode photos have ended unexpectedly",
      id: "proses yang membuka foto berhenti tak terduga"))

  static func otherBytes(_ path: String) -> ImagingFailure {
    ImagingFailure(
      Message(
        en: "\(path) changed while the website was built; build again",
        id: "\(path) berubah saat situs dibangun; bangun lagi"))
  }
}

import Diagnostics

// What is said of products.

extension Diagnostic {
  static func notAPrice(
    _ path: String, _ name: String, _ text: String, fix: Int?, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(subject(name, text)) is not a price in whole rupiah",
        id: "\(subject(name, text)) bukan harga dalam rupiah bulat"),
      at: place,
      help: Message(
        en: "write only digits: \(name): \(fix ?? 15000)", id: "tulis angka saja: \(name): \(fix ?? 15000)"),
      fix: fix.map(String.init))
  }

  static func priceOutOfRange(_ path: String, _ sum: Int, at place: SourceLocation) -> Diagnostic {
    let (lowest, highest) = (rupiah(Price.allowed.lowerBound), rupiah(Price.allowed.upperBound))
    return Diagnostic(
      .error, "\(path).range",
      Message(
        en: "\(rupiah(sum)) is not between \(lowest) and \(highest)",
        id: "\(rupiah(sum)) tidak di antara \(lowest) dan \(highest)"), at: place,
      help: Message(
        en: "a price is in rupiah, not in thousands; leave it out for \"ask the seller\"",
        id: "harga ditulis dalam rupiah, bukan ribuan; kosongkan untuk \"tanya penjual\""))
  }

  static func priceRangeReversed(_ path: String, from: Money, to: Money, at place: SourceLocation) -> Diagnostic {
    let (lower, upper) = (rupiah(from.rupiah), rupiah(to.rupiah))
    return Diagnostic(
      .error, "\(path).range",
      Message(en: "\(upper) is not more than \(lower)", id: "\(upper) tidak lebih dari \(lower)"), at: place,
      help: Message(en: "to must be the higher price", id: "to harus harga yang lebih tinggi"))
  }

  static func unitMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.unit.missing",
      Message(en: "unit is missing: what is this price for?", id: "unit belum ditulis: harga ini untuk apa?"),
      at: place,
      help: Message(en: "add a line such as unit: dus", id: "tambahkan baris seperti unit: dus"))
  }

  static func repeatedVariant(_ name: String, at place: SourceLocation, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.variants.name.repeated",
      Message(en: "\(shown(name)) is the name of two variants", id: "\(shown(name)) adalah nama dua pilihan"),
      at: place,
      related: [.init(Message(en: "the other one is here", id: "yang lain ada di sini"), at: first)],
      help: Message(
        en: "give each variant a name of its own: the basket tells them apart by it",
        id: "beri setiap pilihan nama yang berbeda: keranjang membedakannya dari nama"))
  }

  /// - Parameter whole: a price that holds all variants.
  static func variantOutsideThePrice(
    _ own: Money, _ price: Price, whole: Price, at place: SourceLocation, writtenAt: SourceLocation
  ) -> Diagnostic {
    let (sum, known) = (rupiah(own.rupiah), rupiah(price))
    let range = whole.to.map { "{from: \(whole.from.rupiah), to: \($0.rupiah)}" } ?? "\(whole.from.rupiah)"
    return Diagnostic(
      .warning, "product.variants.price.outside",
      price.to == nil
        ? Message(en: "\(sum) is not the product's price, \(known)", id: "\(sum) bukan harga produk, \(known)")
        : Message(
          en: "\(sum) lies outside the product's price, \(known)", id: "\(sum) di luar harga produk, \(known)"),
      at: place,
      related: [
        .init(Message(en: "the product's price is here", id: "harga produk ada di sini"), at: writtenAt)
      ],
      help: Message(
        en: "lists show only the product's price: write price: \(range), or correct this one",
        id: "daftar hanya menampilkan harga produk: tulis price: \(range), atau perbaiki yang ini"))
  }

  static func unknownBusiness(_ text: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let slug = slugForm(text)
    // A wrong first letter is rare, and comparing with all of thousands takes long.
    let suggestion = slug.flatMap { slug in
      known.contains(slug) ? slug : nearestMatch(to: slug, in: known.lazy.filter { $0.utf8.first == slug.utf8.first })
    }
    let file = "businesses/\(slug ?? "<slug>").md"
    return Diagnostic(
      .error, "product.business.unknown",
      Message(en: "\(shown(text)) is not a business here", id: "\(shown(text)) bukan usaha di sini"), at: place,
      help: suggestion.map { .didYouMean($0) }
        ?? Message(en: "add \(file)", id: "tambahkan \(file)"),
      fix: suggestion)
  }

  static func unknownCategory(_ text: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let children = known.filter { $0.split(separator: "/").last.map(String.init) == text }
    let suggestion = children.count == 1 ? children[0] : nearestMatch(to: text, in: known)
    return Diagnostic(
      .error, "product.category.unknown",
      Message(en: "\(shown(text)) is not a category", id: "\(shown(text)) bukan kategori"), at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func nameInCapitals(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.name.capitals",
      Message(en: "the name is all capitals", id: "nama ditulis dengan huruf besar semua"), at: place,
      help: Message(en: "write it like Getuk Tiga Warna", id: "tulis seperti Getuk Tiga Warna"))
  }

  static func contactInSummary(_ kind: ContactInText.Kind, at place: SourceLocation) -> Diagnostic {
    let found =
      kind == .phone
      ? Message(en: "a telephone number", id: "nomor telepon") : Message(en: "a web address", id: "alamat web")
    return Diagnostic(
      .error, "product.summary.contact",
      Message(en: "\(found.en) in the summary", id: "ada \(found.id) di ringkasan"), at: place,
      help: Message(
        en: "the business's own file holds its contacts", id: "kontak ditulis di berkas usahanya"))
  }

  static func contactInBody(_ scope: String, _ kind: ContactInText.Kind, at place: SourceLocation) -> Diagnostic {
    let (found, what): (Message, Message)
    switch kind {
    case .phone:
      found = Message(en: "a telephone number", id: "nomor telepon")
      what = Message(en: "the number", id: "nomornya")
    case .chat:
      found = Message(en: "a WhatsApp link", id: "tautan WhatsApp")
      what = Message(en: "the number", id: "nomornya")
    case .email:
      found = Message(en: "an e-mail address", id: "alamat surel")
      what = Message(en: "the address", id: "alamatnya")
    case .address:
      found = Message(en: "a web address", id: "alamat web")
      what = Message(en: "the address", id: "alamatnya")
    case .account:
      found = Message(en: "a bank account", id: "nomor rekening")
      what = found
    }
    return Diagnostic(
      .warning, "\(scope).body.contact",
      Message(en: "\(found.en) in the text", id: "ada \(found.id) di dalam teks"), at: place,
      help: kind == .account
        ? Message(
          en: "remove it: buyers get it from the seller when they order",
          id: "hapus: pembeli menerimanya dari penjual saat memesan")
        : Message(
          en: "consent is recorded in the business's file; write \(what.en) there and remove it here",
          id: "izin pemiliknya dicatat di berkas usaha; tulis \(what.id) di sana dan hapus di sini"))
  }

  static func needsAvailability(_ key: String, _ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.\(key).unused",
      Message(en: "\(key) needs availability: \(word)", id: "\(key) memerlukan availability: \(word)"), at: place)
  }

  static func leadDaysMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.lead_days.missing",
      Message(
        en: "lead_days is missing: buyers ask how long it takes",
        id: "lead_days belum ditulis: pembeli menanyakan berapa lama pengerjaannya"), at: place,
      help: Message(
        en: "add a line such as lead_days: 7, the days from order to delivery",
        id: "tambahkan baris seperti lead_days: 7, jumlah hari dari pesanan sampai jadi"))
  }

  static func monthsMissing(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.months.missing",
      Message(
        en: "months is missing: buyers ask when there is any",
        id: "months belum ditulis: pembeli menanyakan kapan tersedia"), at: place,
      help: Message(
        en: "add a line such as months: [11, 12, 1], the numbers of the months",
        id: "tambahkan baris seperti months: [11, 12, 1], nomor bulannya"))
  }

  static func updatedTooEarly(_ date: CalendarDate, today: CalendarDate, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.updated.range",
      Message(
        en: "\(date.iso) is too long ago: the year is 2000 or later",
        id: "\(date.iso) terlalu lama: tahunnya paling awal 2000"), at: place,
      help: Message(
        en: "write the day on which the price was last checked, such as updated: \(today.iso)",
        id: "tulis tanggal harga terakhir diperiksa, misalnya updated: \(today.iso)"))
  }

  static func notAShelf(_ path: String, _ text: String, fix: String?, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).invalid",
      Message(
        en: "\(shown(text)) is not a shelf: only A–Z, 0–9 and hyphens",
        id: "\(shown(text)) bukan nama rak: hanya A–Z, 0–9, dan tanda hubung"), at: place,
      help: Message(
        en: "write it as on the shelf's sign, such as shelf: \(fix ?? "A-03")",
        id: "tulis seperti pada papan raknya, misalnya shelf: \(fix ?? "A-03")"), fix: fix)
  }

  static func updatedInFuture(_ today: CalendarDate, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.updated.future",
      Message(en: "this day is after today, \(today.iso)", id: "tanggal ini sesudah hari ini, \(today.iso)"), at: place)
  }

  static func notASize(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "product.size_cm.invalid",
      Message(en: "size_cm needs length, width and height", id: "size_cm perlu panjang, lebar, dan tinggi"), at: place,
      help: Message(en: "write size_cm: [20, 15, 8]", id: "tulis size_cm: [20, 15, 8]"))
  }

  static func photoMissing(_ name: String, beside known: [String], at place: SourceLocation) -> Diagnostic {
    let suggestion = nearestMatch(to: name, in: known)
    return Diagnostic(
      .error, "product.photos.file.missing",
      Message(en: "\(shown(name)) is not beside this file", id: "\(shown(name)) tidak ada di samping berkas ini"),
      at: place,
      help: .didYouMean(suggestion, orOneOf: known)
        ?? Message(en: "copy the photo into this folder", id: "salin fotonya ke folder ini"),
      fix: suggestion)
  }

  /// For a name that looks like that of a photo: `é` can be one character, or `e` and an accent.
  static func accentStoredTwice(_ code: String, _ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, code,
      Message(
        en: "\(shown(name)) has an accent that is stored in two different ways, here and in the photo's name",
        id: "aksen pada \(shown(name)) disimpan dengan dua cara berbeda, di sini dan pada nama fotonya"), at: place,
      help: Message(
        en: "rename the photo with plain letters a–z, and write that name here",
        id: "ganti nama fotonya dengan huruf biasa a–z, lalu tulis nama itu di sini"))
  }

  static func photoUnused(_ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.photos.unused",
      Message(en: "nothing shows this photo", id: "foto ini tidak ditampilkan"), at: place,
      help: Message(
        en: "add {file: \(brief(name)), alt: …} to photos, or delete it",
        id: "tambahkan {file: \(brief(name)), alt: …} ke photos, atau hapus"))
  }

  static func noPhotos(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.photos.missing",
      Message(en: "no photo of this product", id: "produk ini belum punya foto"), at: place,
      help: Message(
        en: "put one beside this file and add photos: [{file: …, alt: …}]",
        id: "taruh satu di samping berkas ini dan tambahkan photos: [{file: …, alt: …}]"))
  }

  static func translatedPhotoUnknown(_ name: String, known: [String], at place: SourceLocation) -> Diagnostic {
    let suggestion = nearestMatch(to: name, in: known)
    return Diagnostic(
      .error, "translation.photos.unknown",
      Message(en: "\(shown(name)) is not a photo of this product", id: "\(shown(name)) bukan foto produk ini"),
      at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func foodWithoutFacts(_ missing: [String], at place: SourceLocation) -> Diagnostic {
    let list = missing.joined(separator: ", ")
    return Diagnostic(
      .warning, "product.food.facts",
      Message(
        en: "\(list) missing: buyers of food ask for it", id: "\(list) belum ditulis: pembeli makanan menanyakannya"),
      at: place)
  }

  static func foodWithoutLicence(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.food.licence",
      Message(
        en: "no halal, P-IRT or BPOM for this food", id: "belum ada halal, P-IRT, atau BPOM untuk makanan ini"),
      at: place,
      help: Message(
        en: "add licences here or to the business", id: "tambahkan licences di sini atau pada usahanya"))
  }

  static func spoilsOnTheWay(days: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "product.reach.spoils",
      Message(
        en: "\(counted(days, "day")) of shelf life \(days == 1 ? "is" : "are") short for a parcel beyond the province",
        id: "tahan \(days) hari terlalu singkat untuk kiriman ke luar provinsi"), at: place,
      help: Message(en: "write reach: city or province", id: "tulis reach: city atau province"))
  }

  static func claimWithoutNumber(_ scope: String, _ word: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, "\(scope).claim.number",
      Message(
        en: "\(shown(word)) in the text, but no number under licences",
        id: "ada kata \(shown(word)), tetapi tidak ada nomornya di licences"), at: place,
      help: Message(
        en: "add the number, or leave the word out: it may only be used with a certificate",
        id: "tambahkan nomornya, atau hapus katanya: hanya boleh dipakai dengan sertifikat"))
  }

  /// - Parameter writtenAt: where the price is, when it isn't above the text.
  static func priceDiffers(
    _ amount: Int, price: Price, writtenAt: SourceLocation?, at place: SourceLocation
  ) -> Diagnostic {
    let whose =
      writtenAt == nil
      ? Message(en: "the price above", id: "harga di atas")
      : Message(en: "the price in index.md", id: "harga di index.md")
    let (sum, known) = (rupiah(amount), rupiah(price))
    return Diagnostic(
      .warning, "product.price.differs",
      Message(
        en: "\(sum) in the text is not \(whose.en), \(known)",
        id: "\(sum) di dalam teks bukan \(whose.id), \(known)"), at: place,
      related: writtenAt.map { [.init(Message(en: "the price is here", id: "harganya di sini"), at: $0)] } ?? [],
      help: Message(
        en: "leave prices out of the text: the page shows them",
        id: "jangan tulis harga di teks: halaman sudah menampilkannya"))
  }
}

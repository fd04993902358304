import Diagnostics

// What is said of keys.

extension Diagnostic {
  static func unknownKey(
    _ key: String, scope: String, known: [String], suggestion: String?, at place: SourceLocation
  ) -> Diagnostic {
    let kind = scope.prefix { $0 != "." }
    return Diagnostic(
      .error, "\(kind).key.unknown",
      Message(en: "unknown key \(shown(key))", id: "kunci \(shown(key)) tidak dikenal"), at: place,
      help: .didYouMean(suggestion, orOneOf: known), fix: suggestion)
  }

  static func keyOfOtherLanguage(
    _ key: String, _ code: String, count: Int, scope: String, at place: SourceLocation
  ) -> Diagnostic {
    let (en, id) =
      count > 1
      ? (" and \(counted(count - 1, "more key")) here are", " dan \(count - 1) kunci lain di sini") : (" is", "")
    return Diagnostic(
      .error, "\(scope.prefix { $0 != "." }).key.unknown",
      Message(
        en: "\(shown(key))\(en) for \(shown(code)), which this site is not translated into",
        id: "\(shown(key))\(id) untuk \(shown(code)), tetapi situs ini tidak diterjemahkan ke sana"), at: place,
      help: Message(
        en: "add the language to site.yaml after the main one, or delete \(count > 1 ? "these keys" : "this key")",
        id: "tambahkan bahasanya di site.yaml sesudah bahasa utama, atau hapus kunci ini"))
  }

  static func forbiddenKey(_ key: String, _ reason: ForbiddenKey.Reason, at place: SourceLocation) -> Diagnostic {
    let why: Message
    switch reason {
    case .identity:
      why = Message(
        en: "it identifies a person for life (an individual's NPWP is the NIK)",
        id: "nomor ini mengenali seseorang seumur hidup (NPWP pribadi adalah NIK)")
    case .finance:
      why = Message(
        en: "a person's finances are specific personal data under UU 27/2022",
        id: "keuangan pribadi adalah data pribadi spesifik menurut UU 27/2022")
    case .sensitive:
      why = Message(
        en: "it is personal data under UU 27/2022 that buyers don't need",
        id: "ini data pribadi menurut UU 27/2022 yang tidak diperlukan pembeli")
    }
    return Diagnostic(
      .error, "privacy.key.forbidden",
      Message(en: "\(shown(key)) must not be published", id: "\(shown(key)) tidak boleh dipublikasikan"), at: place,
      help: Message(en: "remove it: \(why.en)", id: "hapus: \(why.id)"))
  }

  /// - Parameter isInBraces: whether the group is written as `{…}`.
  static func missing(_ path: String, _ name: String, isInBraces: Bool, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).missing",
      Message(en: "\(name) is missing", id: "\(name) belum ditulis"), at: place,
      help: isInBraces
        ? Message(
          en: "add \(name): … inside { }, with a comma between the keys",
          id: "tambahkan \(name): … di dalam { }, dengan koma di antara kunci")
        : Message(en: "add a line \(name): …", id: "tambahkan baris \(name): …"))
  }

  static func empty(_ path: String, _ name: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "\(path).empty", Message(en: "\(name) has no value", id: "\(name) belum diisi"), at: place,
      help: Message(en: "write a value or delete the key", id: "tulis nilainya atau hapus kuncinya"))
  }
}

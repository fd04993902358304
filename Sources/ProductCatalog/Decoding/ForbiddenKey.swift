/// Keys that no content file may have, because what belongs to them must never be published.
///
/// Numbers that identify a person, and what article 4 of UU 27/2022 on personal data protection calls specific (finances,
/// health) or general (religion, sex) personal data. An individual's tax number has been the NIK since 2024 (PMK 112/2022).
enum ForbiddenKey {
  enum Reason { case identity, finance, sensitive }

  private static let identity: Set<String> = [
    "nik", "ktp", "kk", "npwp", "sim", "paspor", "passport", "bpjs",
  ]
  private static let finance: Set<String> = [
    "rekening", "account", "omzet", "omset", "turnover", "revenue", "laba", "profit", "income", "pendapatan",
    "penghasilan", "gaji", "salary", "hutang", "utang", "debt", "pinjaman", "loan",
  ]
  private static let sensitive: Set<String> = [
    "birth", "birthdate", "birthday", "lahir", "agama", "religion", "suku", "ethnicity", "kesehatan", "health",
    "disabilitas", "disability", "gender", "kelamin",
  ]

  /// Why a key is forbidden; `nil` when it isn't. Spelling in capitals, with hyphens or as a part of a longer key
  /// (`nomor_ktp`, `bank_account`) makes no difference.
  static func reason(_ key: String) -> Reason? {
    let parts = key.lowercased().split { !$0.isLetter }.map(String.init)
    if parts.contains(where: identity.contains) { return .identity }
    if parts.contains(where: finance.contains) { return .finance }
    return parts.contains(where: sensitive.contains) ? .sensitive : nil
  }
}

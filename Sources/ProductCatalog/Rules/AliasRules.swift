import Diagnostics

/// The rules about old slugs of one kind of thing. Each is one function and one test.
struct AliasRules {
  /// An old slug, where it is written and whose it was.
  struct Claim {
    let alias: Located<Slug>
    let owner: String
    let file: SourceFile

    init(_ alias: Located<Slug>, _ owner: String, _ file: SourceFile) {
      (self.alias, self.owner, self.file) = (alias, owner, file)
    }

    var place: SourceLocation { SourceLocation(file, alias.range) }
  }

  private let kind: UnitRules.Kind
  /// By slug.
  private let units: [ContentUnit]
  private let claims: [Claim]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ kind: UnitRules.Kind, _ units: [ContentUnit], _ claims: [Claim]) {
    (self.kind, self.units, self.claims) = (kind, units, claims)
  }

  mutating func check(_ languages: [Language]) {
    guard !claims.isEmpty else { return }
    aliasOfSomethingThere()
    aliasClaimedTwice()
    if kind == .page { reservedAliases(languages) }
  }

  /// An address leads to one thing only, and what stands there now comes first. Drafts count: they will stand there.
  private mutating func aliasOfSomethingThere() {
    let files = Dictionary(units.map { ($0.slug, $0.anyFile) }) { first, _ in first }
    for claim in claims {
      guard let file = files[claim.alias.value.text] else { continue }
      let isOwn = claim.owner == claim.alias.value.text
      diagnostics.append(
        .aliasIsTaken(
          claim.alias.value.text, kind: kind.rawValue, at: claim.place, by: isOwn ? nil : SourceLocation(file)))
    }
  }

  /// One old address can't lead to two things.
  private mutating func aliasClaimedTwice() {
    var first: [Slug: Claim] = [:]
    for claim in claims {
      if let other = first[claim.alias.value] {
        diagnostics.append(
          .aliasClaimedTwice(claim.alias.value.text, kind: kind.rawValue, at: claim.place, first: other.place))
      } else {
        first[claim.alias.value] = claim
      }
    }
  }

  /// What the site needs for itself was never the address of a page.
  private mutating func reservedAliases(_ languages: [Language]) {
    let words = RouteWord.all(languages).union(languages.first.map { [$0.sections.centre.text] } ?? [])
    let slugs = Set(units.map(\.slug))
    for claim in claims where words.contains(claim.alias.value.text) && !slugs.contains(claim.alias.value.text) {
      diagnostics.append(.reservedSlug(claim.alias.value.text, "page.aliases", at: claim.place))
    }
  }
}

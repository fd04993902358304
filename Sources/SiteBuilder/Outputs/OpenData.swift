internal import ProductCatalog
internal import TemplateEngine

/// The catalog as data for others to work with: what the pages show, and nothing else.
enum OpenData: String, Hashable, Sendable, CaseIterable {
  case products, businesses, coverage

  var path: String { "data/\(rawValue).json" }
  /// Where its JSON Schema lies.
  var schemaPath: String { "data/schema/\(rawValue).json" }
}

extension OutputBuffer {
  /// A document's first members.
  mutating func head(_ data: OpenData, _ site: Site) {
    member("$schema", site.url(of: data.schemaPath))
    member("site", site.catalog.site.name.text)
    member("url", site.editions[0].routes.canonicalURL(of: .home).text)
    member("language", site.editions[0].language.code)
    member("updated", site.editions[0].updated(.home)?.iso)
  }

  /// A name or more in other languages, by language.
  mutating func translations(
    _ editions: [Edition], _ content: PageContent, _ members: (Edition, inout OutputBuffer) -> Void
  ) {
    let others = editions.dropFirst().filter { $0.has(content) }
    guard !others.isEmpty else { return }
    list("translations") { buffer in
      for edition in others {
        buffer.object { buffer in
          buffer.member("language", edition.language.code)
          buffer.member("url", edition.routes.canonicalURL(of: content).text)
          members(edition, &buffer)
        }
      }
    }
  }

  mutating func licences(_ licences: Licences) {
    if let halal = licences.halal {
      object("halal") { buffer in
        buffer.member("status", halal.status.rawValue)
        buffer.member("number", halal.number)
      }
    }
    member("pirt", licences.pirt.filter { !$0.isExpired }.map(\.number))
    member("bpom", licences.bpom.map { "\($0.kind.rawValue) \($0.number)" })
  }
}

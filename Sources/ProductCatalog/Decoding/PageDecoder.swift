import Diagnostics

enum PageKey: Int, FieldKey {
  case title, summary, menu, order, aliases, draft
  static let table = FieldTable(Self.self, "title summary menu order aliases draft")
}

/// What the rules across files need of a page, also when it isn't complete.
struct PageEntry: Sendable {
  let slug: String
  let file: SourceFile
  var page: InfoPage?
  var aliases: [Located<Slug>] = []
}

/// Decodes `pages/<slug>.md`.
enum PageDecoder {
  static func decode(
    _ unit: ContentUnit, _ file: SourceFile, _ context: DecodingContext, _ diagnostics: inout [Diagnostic]
  ) -> PageEntry {
    var entry = PageEntry(slug: unit.slug, file: file)
    guard var content = ContentFile.document(file, keys: PageKey.table, &diagnostics) else { return entry }
    defer { diagnostics += content.reader.diagnostics }
    guard let fields = content.reader.topLevel(PageKey.self, scope: "page") else { return entry }
    let title = content.reader.text(content.reader.required(fields, .title), 2...80)
    let summary = content.reader.text(fields[.summary], 1...200)
    let isInMenu = content.reader.bool(fields[.menu]) ?? false
    let order = content.reader.integer(fields[.order], 0...1000)
    entry.aliases = content.reader.aliases(fields[.aliases])
    let isDraft = content.reader.bool(fields[.draft]) ?? false
    guard let title, let slug = Slug(unit.slug) else { return entry }
    entry.page = InfoPage(
      slug: slug, aliases: entry.aliases.map(\.value), title: title, summary: summary, isInMenu: isInMenu,
      order: order, isDraft: isDraft, body: content.body)
    return entry
  }
}

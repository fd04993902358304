import Diagnostics

enum PageKey: Int, FieldKey {
  case title, summary, menu, order, draft
  static let table = FieldTable(Self.self, "title summary menu order draft")
}

/// Decodes `pages/<slug>.md`.
enum PageDecoder {
  static func decode(
    _ unit: ContentUnit, _ file: SourceFile, _ context: DecodingContext, _ diagnostics: inout [Diagnostic]
  ) -> InfoPage? {
    guard var content = ContentFile.document(file, &diagnostics) else { return nil }
    defer { diagnostics += content.reader.diagnostics }
    guard let fields = content.reader.topLevel(PageKey.self, scope: "page") else { return nil }
    let title = content.reader.text(content.reader.required(fields, .title), 2...80)
    let summary = content.reader.text(fields[.summary], 1...200)
    let isInMenu = content.reader.bool(fields[.menu]) ?? false
    let order = content.reader.integer(fields[.order], 0...1000)
    let isDraft = content.reader.bool(fields[.draft]) ?? false
    guard let title, let slug = Slug(unit.slug) else { return nil }
    return InfoPage(
      slug: slug, title: title, summary: summary, isInMenu: isInMenu, order: order, isDraft: isDraft,
      body: content.body)
  }
}

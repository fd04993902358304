import Diagnostics

enum CategoryKey: Int, FieldKey {
  case slug, name, description, icon, food, googleProductCategory, children
  static let table = FieldTable(
    Self.self,
    """
    slug name description icon food google_product_category children
    """)
}

/// Decodes `categories.yaml`: a list of categories, each with a list of children.
struct CategoriesDecoder {
  private var reader: DocumentReader
  private let languages: [String]?
  private var categories: [Category] = []
  private var isComplete = true

  /// - Parameter languages: codes, without the default language's; `nil` when they aren't known.
  /// - Returns: `nil` when any of them is wrong.
  static func decode(_ file: SourceFile, languages: [String]?, _ diagnostics: inout [Diagnostic]) -> [Category]? {
    guard let content = ContentFile.yaml(file, &diagnostics) else { return nil }
    var decoder = CategoriesDecoder(reader: content.reader, languages: languages)
    decoder.decodeTree()
    diagnostics += decoder.reader.diagnostics
    return decoder.isComplete ? decoder.categories : nil
  }

  private mutating func decodeTree() {
    let root = Field(node: 0, scope: "categories", name: "category")
    guard let entries = reader.entries(root) else {
      isComplete = false
      return
    }
    if entries.isEmpty { reader.report(.empty(root.scope.path, "categories", at: reader.place(root))) }
    for entry in entries { decodeParent(entry) }
  }

  private mutating func decodeParent(_ entry: Field) {
    guard let fields = fields(entry) else { return isComplete = false }
    let index = categories.count
    guard let parent = category(fields, parent: nil, children: []) else { return isComplete = false }
    categories.append(parent)
    var children: [CategoryID] = []
    for entry in reader.entries(fields[.children]) ?? [] {
      guard let childFields = self.fields(entry), let child = category(childFields, parent: index, children: []) else {
        isComplete = false
        continue
      }
      children.append(CategoryID(index: categories.count))
      categories.append(child)
    }
    categories[index] = parent.adopting(children)
  }

  private mutating func fields(_ entry: Field) -> Fields<CategoryKey>? {
    guard reader.kind(entry) == .mapping else {
      let entry = Field(node: entry.node, scope: "categories", name: "category")
      let keys = CategoryKey.table.names
      reader.reportKind(entry, .notAGroup(entry, keys: keys, at: reader.place(entry)))
      return nil
    }
    return reader.fields(
      CategoryKey.self, of: entry.node, scope: "category", localized: [.name, .description], languages: languages)
  }

  private mutating func category(
    _ fields: Fields<CategoryKey>, parent: Int?, children: [CategoryID]
  ) -> Category? {
    let slug = reader.slug(reader.required(fields, .slug))
    let name = reader.localized(fields, .name, 2...80)
    let description = reader.localized(fields, .description, isRequired: false, 2...400)
    let icon = reader.slug(fields[.icon])
    let isFood = reader.bool(fields[.food])
    let google = reader.text(fields[.googleProductCategory], 1...300)
    if parent != nil, let field = fields[.children] {
      reader.report(.categoryTooDeep(at: reader.place(field)))
    }
    guard let slug, let name, isNew(slug, under: parent, fields[.slug]) else { return nil }
    return Category(
      slug: slug, path: parent.map { "\(categories[$0].path)/\(slug)" } ?? slug.text, name: name,
      description: description, icon: icon?.text, isFood: isFood ?? parent.map { categories[$0].isFood } ?? false,
      googleProductCategory: google ?? parent.flatMap { categories[$0].googleProductCategory },
      parent: parent.map(CategoryID.init(index:)), children: children)
  }

  /// Two children of one parent, or two parents, with one slug would have one address.
  private mutating func isNew(_ slug: Slug, under parent: Int?, _ field: Field?) -> Bool {
    let isTaken = categories.contains { $0.slug == slug && $0.parent?.index == parent }
    if isTaken, let field { reader.report(.repeatedEntry(field.path, slug.text, at: reader.place(field))) }
    return !isTaken
  }
}

extension Category {
  fileprivate func adopting(_ children: [CategoryID]) -> Category {
    Category(
      slug: slug, path: path, name: name, description: description, icon: icon, isFood: isFood,
      googleProductCategory: googleProductCategory, parent: parent, children: children)
  }
}

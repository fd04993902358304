public import Diagnostics

/// A template's text and the name by which others extend, include and import it: its path in the templates folder.
public struct TemplateSource: Sendable {
  public let name: String
  public let file: SourceFile

  public init(name: String, file: SourceFile) {
    self.name = name
    self.file = file
  }
}

/// The templates of a site, compiled and checked.
///
///     let (library, diagnostics) = TemplateLibrary.compile(
///       [TemplateSource(name: "product.html", file: file)],
///       pages: [PageKind("product.html", ProductPage.self)], filters: [rupiah])
public struct TemplateLibrary: Sendable {
  let templates: [String: Template]

  /// Compiles the templates of all page kinds and everything that they extend, include and import.
  ///
  /// - Parameters:
  ///   - htmlCheck: whether each `{{ }}` is checked against the HTML around it, in pages whose template's name ends
  ///     in `.html`.
  ///   - openSchema: whether a name that the page kind lacks is only undefined, as in Jinja2, instead of an error.
  /// - Returns: every problem of every template; no library when one of them is an error.
  public static func compile(
    _ files: [TemplateSource], pages: [PageKind], filters: [HostFilter] = [],
    htmlCheck: Bool = true, openSchema: Bool = false
  ) -> (library: TemplateLibrary?, diagnostics: [Diagnostic]) {
    var report = Report()
    var names = NameTable()
    let trees = files.map { parse($0, &names, &report) }
    let set = TemplateSet(trees, names, filters: filters, isOpen: openSchema)
    for tree in trees { FilterNameCheck.check(tree, set, &report) }
    var templates: [String: Template] = [:]
    var fragments: [FragmentSignature: Fragment] = [:]
    for page in pages { templates[page.template] = compile(page, set, htmlCheck: htmlCheck, &fragments, &report) }
    let library = report.diagnostics.hasErrors ? nil : TemplateLibrary(templates: templates)
    return (library, report.diagnostics.sortedForDisplay())
  }

  private static func parse(
    _ source: TemplateSource, _ names: inout NameTable, _ report: inout Report
  ) -> TemplateTree {
    let (tree, problems) = Parser.parse(source, &names)
    for problem in problems { report.add(problem.problem.diagnostic(at: tree.location(problem.range))) }
    return tree
  }

  /// The page kind's template, or `nil` when anything is wrong so far.
  private static func compile(
    _ page: PageKind, _ templates: TemplateSet, htmlCheck: Bool, _ fragments: inout [FragmentSignature: Fragment],
    _ report: inout Report
  ) -> Template? {
    var resolver = Resolver(templates, page: page, report: report)
    let resolved = resolver.resolvePage()
    report = resolver.report
    guard let resolved else { return nil }
    if htmlCheck, page.template.hasSuffix(".html") { report = HTMLChecker.check(resolved, report) }
    if report.diagnostics.hasErrors { return nil }
    let program = ProgramCompiler.compile(
      resolved, schema: page.schema, filters: templates.filters.map(CompiledHostFilter.init), fragments: &fragments)
    return Template(name: page.template, program: program)
  }

  /// The template of a page kind.
  public func template(_ name: String) -> Template? { templates[name] }
}

/// A template that is ready to render pages of its kind. Threads may share it; each brings its own buffer.
public struct Template: Sendable {
  public let name: String
  let program: Program

  /// The paths of the files that it is made of: its own and all that it extends, includes and imports.
  public var paths: [String] { program.usedFiles.map { program.files[$0].path }.sorted(by: precedes) }

  /// Appends the page to `buffer`.
  ///
  /// - Parameter root: a record of the page kind's schema.
  /// - Throws: what only the data can show, such as a division by zero; the buffer then holds a part of the page.
  public func render(_ root: Record, into buffer: inout OutputBuffer) throws(RenderFailure) {
    guard root.schema === program.schema || root.schema.fields.map(\.name) == program.schema.fields.map(\.name) else {
      throw RenderFailure(diagnostic: Problem.otherSchema.diagnostic(at: SourceLocation(program.files[0])))
    }
    var renderer = Renderer(program, root)
    try withExtendedLifetime(root) { () throws(RenderFailure) in try renderer.renderPage(into: &buffer) }
  }
}

/// Why a page could not be rendered.
public struct RenderFailure: Error, Sendable {
  public let diagnostic: Diagnostic
}

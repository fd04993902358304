internal import Diagnostics
internal import ProductCatalog
internal import TemplateEngine

/// How the site looks and speaks: templates, interface texts and assets, checked against each other.
struct Theme: Sendable {
  /// By edition: filters differ from language to language.
  let libraries: [TemplateLibrary]
  let texts: [InterfaceTexts]
  let assets: Assets

  /// What the templates folder holds, sorted by use. Paths are from the project's folder.
  struct Sources: Sendable {
    let root: String
    let files: [SourceFile]

    /// The languages that there are texts for.
    var languages: [String] { files(in: "strings", ending: ".yaml").map { String($0.name.dropLast(5)) } }

    func files(in folder: String, ending: String) -> [(name: String, file: SourceFile)] {
      let prefix = folder.isEmpty ? root + "/" : "\(root)/\(folder)/"
      return files.filter { $0.path.hasPrefix(prefix) && $0.path.hasSuffix(ending) }
        .map { (String($0.path.dropFirst(prefix.count)), $0) }
    }
  }

  /// - Parameter languages: codes, the default one first.
  /// - Returns: the theme, unless anything in it is wrong; and every problem of every file.
  static func load(
    _ sources: Sources, languages: [String], baseURL: String, jobs: Int
  ) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let texts = languages.map { language in
      let name = "\(language).yaml"
      let found = sources.files(in: "strings", ending: name).first { $0.name == name }?.file
      guard let file = found else {
        diagnostics.append(.stringsMissing("\(sources.root)/strings/\(name)"))
        return InterfaceTexts.none(language)
      }
      let result = InterfaceTexts.read(file, language: language)
      diagnostics += result.diagnostics
      return result.texts
    }
    let (assets, problems) = Assets.make(sources.files(in: "assets", ending: ""), basePath: pathOfURL(baseURL))
    diagnostics += problems

    let templates = sources.files(in: "", ending: ".html").map { TemplateSource(name: $0.name, file: $0.file) }
    let compile = { @Sendable (texts: InterfaceTexts) in
      TemplateLibrary.compile(templates, pages: pageKinds, filters: hostFilters(texts: texts, assets: assets))
    }
    let parts = inParallel(jobs: jobs) {
      texts.prefix(1).map(compile)
    } _: {
      texts.dropFirst().map(compile)
    }
    let compiled = parts.0 + parts.1
    diagnostics += compiled.flatMap { $0.diagnostics }.withoutRepetitions().map { $0.located(in: sources.root) }
    let libraries = compiled.compactMap { $0.library }
    guard !diagnostics.hasErrors, libraries.count == languages.count else { return (nil, diagnostics) }
    return (Theme(libraries: libraries, texts: texts, assets: assets), diagnostics)
  }
}

extension [Diagnostic] {
  /// Each problem once: templates are compiled for every language, and most problems are those of all.
  fileprivate func withoutRepetitions() -> [Diagnostic] {
    var seen: Set<String> = []
    return filter { problem in
      let range = problem.location.range
      return seen.insert(
        "\(problem.location.file.path) \(range.lower) \(range.upper) \(problem.code) \(problem.message.en)"
      ).inserted
    }
  }
}

extension Diagnostic {
  /// The engine knows a template that isn't there by its name only; people know it by its path.
  fileprivate func located(in root: String) -> Diagnostic {
    let path = location.file.path
    guard !path.hasPrefix(root + "/") else { return self }
    return Diagnostic(
      severity, code, message, at: SourceLocation(SourceFile(path: "\(root)/\(path)", bytes: [])), related: related,
      help: help, fix: fix)
  }
}

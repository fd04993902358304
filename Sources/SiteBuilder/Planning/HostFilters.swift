internal import Diagnostics
internal import ProductCatalog
internal import TemplateEngine

/// What templates can use, for theme authors: page kinds, records with their fields, filters and tests, as Markdown.
public func themeReference() -> String {
  let filters = hostFilters(texts: .none("id"), assets: Assets.make([], basePath: "").0)
  return templateReference(pages: pageKinds, filters: filters)
}

/// The filters that this site adds to the template language, for one language's words and forms.
func hostFilters(texts: InterfaceTexts, assets: Assets) -> [HostFilter] {
  let formatting = Formatting(language: texts.language, months: (1...12).map { texts("month.\($0)") })
  return [
    HostFilter("rupiah", input: [.int], result: .string, about: "A sum in rupiah: 18000 becomes Rp18.000") {
      value, _ throws(FilterFailure) in
      guard case .int(let amount) = value else { throw FilterFailure(.needs("rupiah", "int")) }
      return .string(Formatting.rupiah(amount))
    },
    HostFilter("number", input: [.int], result: .string, about: "A number: 1030 becomes 1.030") {
      value, _ throws(FilterFailure) in
      guard case .int(let number) = value else { throw FilterFailure(.needs("number", "int")) }
      return .string(formatting.number(number))
    },
    HostFilter("date", input: [.string], result: .string, about: "A day: 2025-04-03 becomes 3 April 2025") {
      value, _ throws(FilterFailure) in
      guard case .string(let iso) = value, let day = CalendarDate(iso: iso) else {
        throw FilterFailure(.needs("date", "YYYY-MM-DD"))
      }
      return .string(formatting.date(day))
    },
    HostFilter("asset", input: [.string], result: .url, about: "The address of a file in templates/assets") {
      value, _ throws(FilterFailure) in
      guard case .string(let name) = value else { throw FilterFailure(.needs("asset", "string")) }
      return .url(try assets.url(name))
    },
    HostFilter(
      "t", input: [.string],
      parameters: [.init("first", .any, default: .undefined), .init("second", .any, default: .undefined)],
      result: .string, about: "The interface text at a key of templates/strings; {0} and {1} become the arguments"
    ) { value, arguments throws(FilterFailure) in
      guard case .string(let key) = value else { throw FilterFailure(.needs("t", "string")) }
      return .string(try texts.text(key, arguments[0], arguments[1]))
    },
  ]
}

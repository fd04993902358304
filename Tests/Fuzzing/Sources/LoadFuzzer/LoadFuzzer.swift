internal import Diagnostics
internal import FuzzInput
internal import TemplateEngine

/// Loads the templates in all ways in which they can be loaded.
@_cdecl("LLVMFuzzerTestOneInput")
func loadOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = FuzzInput(UnsafeRawBufferPointer(start: start, count: count))
  for (root, isOpen) in [(input.open, true), (input.closed, false)] {
    let names = input.templates.map(\.name)
    let pages = names.map { PageKind(template: $0, schema: root.schema) }
    let (library, diagnostics) = TemplateLibrary.compile(
      input.templates, pages: pages, htmlCheck: !isOpen, openSchema: isOpen)
    precondition((library == nil) == diagnostics.hasErrors)
    FuzzInput.check(diagnostics)
  }
  return 0
}

internal import Diagnostics
internal import FuzzInput
internal import TemplateEngine

/// Renders `main.html` with an open and with a closed schema. Where both give a page it is the same one.
@_cdecl("LLVMFuzzerTestOneInput")
func renderOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = FuzzInput(UnsafeRawBufferPointer(start: start, count: count))
  if isEndless(input) { return 0 }
  let open = input.run(input.open, isOpen: true, checksHTML: false)
  let closed = input.run(input.closed, isOpen: false, checksHTML: true)
  FuzzInput.check(open.diagnostics)
  FuzzInput.check(closed.diagnostics)
  if !input.hasTypedKeys, let a = open.text, let b = closed.text { precondition(a == b, "the schema changes the page") }
  return 0
}

/// Loops in loops and texts that double take long without anything being wrong.
func isEndless(_ input: FuzzInput) -> Bool {
  let words = input.templates.flatMap { $0.file.bytes.split { !isLetter($0) } }
  return words.count { $0.elementsEqual("for".utf8) } > 5 || words.count { $0.elementsEqual("set".utf8) } > 8
    || words.count { $0.elementsEqual("macro".utf8) } > 6
}

func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

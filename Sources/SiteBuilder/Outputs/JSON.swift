internal import TemplateEngine

/// Writing JSON, a member at a time. Commas follow from what was written last.
extension OutputBuffer {
  private mutating func separate() {
    guard let last, last != UInt8(ascii: "{"), last != UInt8(ascii: "["), last != UInt8(ascii: ":") else { return }
    append(",")
  }

  private mutating func name(_ name: StaticString) {
    separate()
    append("\"")
    append(name)
    append("\":")
  }

  /// Begins an element of a long list on a line of its own, so that two versions of the file can be compared.
  mutating func line() {
    separate()
    append("\n")
  }

  /// An element of a list.
  mutating func object(_ members: (inout OutputBuffer) -> Void) {
    if last != UInt8(ascii: "\n") { separate() }
    append("{")
    members(&self)
    append("}")
  }

  mutating func object(_ name: StaticString, _ members: (inout OutputBuffer) -> Void) {
    self.name(name)
    append("{")
    members(&self)
    append("}")
  }

  mutating func list(_ name: StaticString, _ elements: (inout OutputBuffer) -> Void) {
    self.name(name)
    append("[")
    elements(&self)
    append("]")
  }

  /// Nothing when there is no text; the same holds for those below.
  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    self.name(name)
    append(json: text)
  }

  mutating func member(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    self.name(name)
    append(number: number)
  }

  mutating func member(_ name: StaticString, _ flag: Bool) {
    self.name(name)
    append(flag ? "true" : "false")
  }

  mutating func member(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    list(name) { buffer in
      for text in texts {
        buffer.separate()
        buffer.append(json: text)
      }
    }
  }

  mutating func member(_ name: StaticString, _ numbers: [Int]) {
    guard !numbers.isEmpty else { return }
    list(name) { buffer in
      for number in numbers {
        buffer.separate()
        buffer.append(number: number)
      }
    }
  }

  /// Degrees, to a metre or so.
  mutating func member(_ name: StaticString, degrees: Double) {
    self.name(name)
    append(text: "\((degrees * 100_000).rounded() / 100_000)")
  }
}

import CYAML
import Diagnostics

/// Reads YAML through libyaml's events: the only file that knows its pointers.
///
/// Events, not the composing loader: anchors and aliases are refused where they appear, so nothing can be expanded.
enum YAMLEvents {
  /// Reads the YAML at `range` of a file's bytes, which must be valid UTF-8 without control characters.
  static func read(_ file: SourceFile, _ range: Range<Int>) -> YAMLReading {
    var builder = YAMLBuilder(file: file, range: range)
    file.bytes.withUnsafeBufferPointer { bytes in
      let input = UnsafeBufferPointer(rebasing: bytes[range])
      var marks = MarkConverter(bytes: input, base: range.lowerBound)
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { fatalError("libyaml: out of memory") }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
      var event = yaml_event_t()
      while builder.wantsMore {
        guard yaml_parser_parse(&parser, &event) == 1 else {
          builder.fail(failure(of: parser, &marks))
          break
        }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { break }
        add(&event, to: &builder, &marks)
      }
    }
    return builder.finish()
  }

  private static func add(_ event: inout yaml_event_t, to builder: inout YAMLBuilder, _ marks: inout MarkConverter) {
    let lower = marks.offset(event.start_mark.index)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      let hasDirective =
        event.data.document_start.version_directive != nil
        || event.data.document_start.tag_directives.start != event.data.document_start.tag_directives.end
      builder.beginDocument(at: lower, hasDirective: hasDirective)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let range = SourceRange(lower, marks.offset(event.end_mark.index))
      if let refusal = refusal(anchor: scalar.anchor, tag: scalar.tag) { return builder.refuse(refusal, at: range) }
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      builder.addScalar(kind(of: scalar.style), text, at: range)
    case YAML_ALIAS_EVENT:
      builder.refuse(.alias, at: SourceRange(lower, marks.offset(event.end_mark.index)))
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      builder.begin(.mapping, refusal(anchor: mapping.anchor, tag: mapping.tag), at: lower)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      builder.begin(.sequence, refusal(anchor: sequence.anchor, tag: sequence.tag), at: lower)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      builder.end(at: SourceRange(lower, marks.offset(event.end_mark.index)))
    default: break
    }
  }

  private static func refusal(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?
  ) -> YAMLBuilder.Refusal? {
    if anchor != nil { return .anchor }
    return tag == nil ? nil : .tag
  }

  private static func kind(of style: yaml_scalar_style_t) -> YAMLDocument.Kind {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static func failure(of parser: yaml_parser_t, _ marks: inout MarkConverter) -> YAMLFailure {
    YAMLFailure(
      problem: parser.problem.map { String(cString: $0) } ?? "",
      context: parser.context.map { String(cString: $0) } ?? "",
      offset: marks.offset(parser.problem_mark.index),
      contextOffset: marks.offset(parser.context_mark.index))
  }
}

/// Turns libyaml's marks, which count characters, into byte offsets of the file.
///
/// Marks come nearly in order, so each is reached by a few steps from the last.
private struct MarkConverter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  /// Then a character is a byte.
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  mutating func offset(_ index: Int) -> Int {
    if isASCII { return base + min(index, bytes.count) }
    while character < index, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return base + byte
  }
}

/// Attributes that Python's values have of themselves. Jinja2 would find them, so asking for one is refused instead of
/// being undefined (Python 3 library reference: str, list, dict, int, float).
enum PythonAttributes {
  static let map: Set<String> = [
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
  ]

  static func contains(_ name: String, of value: Value) -> Bool {
    switch value {
    case .undefined, .none, .record: false
    case .map: map.contains(name)
    case .list: list.contains(name)
    case .bool, .int, .float: number.contains(name)
    case .string, .html, .url, .srcset: text.contains(name)
    }
  }

  private static let list: Set<String> = [
    "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort",
  ]

  private static let number: Set<String> = [
    "as_integer_ratio", "bit_count", "bit_length", "conjugate", "denominator", "from_bytes", "fromhex", "hex", "imag",
    "is_integer", "numerator", "real", "to_bytes",
  ]

  private static let text: Set<String> = [
    "capitalize", "casefold", "center", "count", "encode", "endswith", "escape", "expandtabs", "find", "format",
    "format_map", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
    "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip", "maketrans",
    "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust", "rpartition", "rsplit",
    "rstrip", "split", "splitlines", "startswith", "strip", "striptags", "swapcase", "title", "translate", "unescape",
    "upper", "zfill",
  ]
}

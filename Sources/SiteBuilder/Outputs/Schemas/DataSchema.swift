/// The JSON Schema (2020-12) of each data file, published beside it.
extension OpenData {
  /// - Parameter id: the schema's own address.
  func schema(id: String) -> String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "\(id)",
      \(members),
      "$defs": {
        "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60},
        "day": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "address": {"type": "string", "format": "uri", "pattern": "^https://"},
        "rupiah": {"type": "integer", "minimum": 100, "maximum": 1000000000},
        "count": {"type": "integer", "minimum": 0},
        "halal": {
          "type": "object", "required": ["status"], "additionalProperties": false,
          "properties": {
            "status": {"enum": ["certified", "in-process", "none", "non-halal"]},
            "number": {"type": "string"}
          }
        },
        "numbers": {"type": "array", "items": {"type": "string"}}
      }
    }

    """
  }

  private var members: String {
    switch self {
    case .products: Self.productsSchema
    case .businesses: Self.businessesSchema
    case .coverage: Self.coverageSchema
    }
  }

  /// The members that every document begins with.
  static let headSchema = """
    "$schema": {"type": "string", "format": "uri"},
        "site": {"type": "string"},
        "url": {"$ref": "#/$defs/address"},
        "language": {"type": "string", "description": "Of all texts but those in translations"},
        "updated": {"$ref": "#/$defs/day", "description": "The latest day on which a product was looked at"}
    """
}

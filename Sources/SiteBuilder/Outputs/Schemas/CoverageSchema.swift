extension OpenData {
  static let coverageSchema = """
    "title": "Coverage",
      "description": "One RW, one product: how far the city has come, and which RW of each kelurahan have products.",
      "type": "object",
      "required": ["$schema", "site", "url", "language", "sample", "city", "rw", "rt", "kelurahan"],
      "additionalProperties": false,
      "properties": {
        \(headSchema),
        "sample": {"type": "boolean", "description": "Whether invented businesses are counted"},
        "city": {
          "type": "object", "required": ["name", "code", "source", "as_of"], "additionalProperties": false,
          "properties": {
            "name": {"type": "string"},
            "code": {"type": "string", "description": "Kemendagri"},
            "source": {"type": "string", "description": "Of the numbers of RW and RT"},
            "as_of": {"type": "string"}
          }
        },
        "rw": {
          "description": "RW of the city; the last four add up to the total",
          "type": "object", "required": ["total", "flagship", "candidate", "products", "none"],
          "additionalProperties": false,
          "properties": {
            "total": {"$ref": "#/$defs/count"},
            "flagship": {"$ref": "#/$defs/count"},
            "candidate": {"$ref": "#/$defs/count"},
            "products": {"$ref": "#/$defs/count"},
            "none": {"$ref": "#/$defs/count"}
          }
        },
        "rt": {
          "type": "object", "required": ["total", "with_entrepreneur"], "additionalProperties": false,
          "properties": {"total": {"$ref": "#/$defs/count"}, "with_entrepreneur": {"$ref": "#/$defs/count"}}
        },
        "kelurahan": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["slug", "name", "code", "district", "url", "product_count", "business_count", "rw"],
            "additionalProperties": false,
            "properties": {
              "slug": {"$ref": "#/$defs/slug"},
              "name": {"type": "string"},
              "code": {"type": "string", "description": "Kemendagri"},
              "bps_code": {"type": "string"},
              "district": {"type": "string"},
              "url": {"$ref": "#/$defs/address"},
              "rw_count": {"type": "integer", "minimum": 1, "description": "Absent: no source says so"},
              "product_count": {"$ref": "#/$defs/count"},
              "business_count": {"$ref": "#/$defs/count"},
              "rw": {
                "description": "Those with products",
                "type": "array",
                "items": {
                  "type": "object", "required": ["number", "state", "product_count"], "additionalProperties": false,
                  "properties": {
                    "number": {"type": "integer", "minimum": 1},
                    "state": {"enum": ["flagship", "candidate", "products"]},
                    "product": {"$ref": "#/$defs/slug", "description": "The flagship or candidate"},
                    "product_count": {"$ref": "#/$defs/count"}
                  }
                }
              }
            }
          }
        }
      }
    """
}

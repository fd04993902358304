extension OpenData {
  static let productsSchema = """
    "title": "Products",
      "description": "Every product of the catalog, by slug. What is absent is not known.",
      "type": "object",
      "required": ["$schema", "site", "url", "language", "currency", "products"],
      "additionalProperties": false,
      "properties": {
        \(headSchema),
        "currency": {"const": "IDR"},
        "products": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "slug", "url", "name", "summary", "business", "category", "kelurahan", "rw", "sample", "updated",
              "availability"
            ],
            "additionalProperties": false,
            "properties": {
              "slug": {"$ref": "#/$defs/slug"},
              "url": {"$ref": "#/$defs/address"},
              "name": {"type": "string", "minLength": 2, "maxLength": 80},
              "summary": {"type": "string", "maxLength": 160},
              "business": {"$ref": "#/$defs/slug", "description": "In businesses.json"},
              "category": {"type": "string", "description": "parent/child, or parent"},
              "kelurahan": {"$ref": "#/$defs/slug", "description": "In coverage.json"},
              "rw": {"type": "integer", "minimum": 1},
              "sample": {"type": "boolean", "description": "Whether the business, and so the product, is invented"},
              "updated": {"$ref": "#/$defs/day", "description": "When price and facts were last looked at"},
              "price": {
                "description": "Absent: ask the seller",
                "type": "object", "required": ["from"], "additionalProperties": false,
                "properties": {"from": {"$ref": "#/$defs/rupiah"}, "to": {"$ref": "#/$defs/rupiah"}}
              },
              "unit": {"type": "string", "description": "What the price is for"},
              "availability": {"enum": ["ready", "made-to-order", "seasonal", "sold-out"]},
              "lead_days": {"type": "integer", "minimum": 1},
              "months": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 12}},
              "min_order": {"type": "integer", "minimum": 1},
              "variants": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["name", "availability"], "additionalProperties": false,
                  "properties": {
                    "name": {"type": "string"},
                    "price": {"$ref": "#/$defs/rupiah"},
                    "availability": {"enum": ["ready", "made-to-order", "seasonal", "sold-out"]}
                  }
                }
              },
              "weight_g": {"type": "integer", "minimum": 1},
              "size_cm": {
                "description": "Length, width, height",
                "type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 3, "maxItems": 3
              },
              "shelf_life_days": {"type": "integer", "minimum": 1},
              "storage": {"type": "string"},
              "reach": {"enum": ["city", "province", "national", "international"]},
              "ingredients": {"type": "array", "items": {"type": "string"}},
              "allergens": {"type": "array", "items": {"type": "string"}},
              "materials": {"type": "string"},
              "technique": {"type": "string"},
              "motif": {"type": "string"},
              "care": {"type": "string"},
              "flagship": {
                "description": "Of its RW",
                "type": "object", "required": ["status"], "additionalProperties": false,
                "properties": {"status": {"enum": ["candidate", "designated"]}, "year": {"type": "integer"}}
              },
              "shelf": {"type": "string", "description": "At the IKM Center"},
              "tags": {"type": "array", "items": {"type": "string"}},
              "halal": {"$ref": "#/$defs/halal"},
              "pirt": {"$ref": "#/$defs/numbers"},
              "bpom": {"$ref": "#/$defs/numbers"},
              "photos": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["url", "alt"], "additionalProperties": false,
                  "properties": {
                    "url": {"$ref": "#/$defs/address"},
                    "alt": {"type": "string"},
                    "credit": {"type": "string"}
                  }
                }
              },
              "translations": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["language", "url", "name", "summary"], "additionalProperties": false,
                  "properties": {
                    "language": {"type": "string"},
                    "url": {"$ref": "#/$defs/address"},
                    "name": {"type": "string"},
                    "summary": {"type": "string"}
                  }
                }
              }
            }
          }
        }
      }
    """
}

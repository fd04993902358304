extension OpenData {
  static let businessesSchema = """
    "title": "Businesses",
      "description": "Every business of the catalog, by slug. Owner, address, place and contacts only with consent.",
      "type": "object",
      "required": ["$schema", "site", "url", "language", "businesses"],
      "additionalProperties": false,
      "properties": {
        \(headSchema),
        "businesses": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["slug", "url", "name", "kind", "kelurahan", "rw", "sample"],
            "additionalProperties": false,
            "properties": {
              "slug": {"$ref": "#/$defs/slug"},
              "url": {"$ref": "#/$defs/address"},
              "name": {"type": "string", "minLength": 2, "maxLength": 80},
              "kind": {"enum": ["goods", "services", "both"]},
              "scale": {"enum": ["micro", "small", "medium"]},
              "kelurahan": {"$ref": "#/$defs/slug", "description": "In coverage.json"},
              "rw": {"type": "integer", "minimum": 1},
              "sample": {"type": "boolean", "description": "Whether it is invented; then it has no contacts"},
              "owner": {"type": "string"},
              "address": {"type": "string"},
              "whatsapp": {"type": "string", "pattern": "^\\\\+[0-9]{8,15}$"},
              "phone": {"type": "string", "pattern": "^\\\\+[0-9]{8,15}$"},
              "email": {"type": "string", "format": "email"},
              "geo": {
                "description": "Degrees, WGS 84",
                "type": "object", "required": ["latitude", "longitude"], "additionalProperties": false,
                "properties": {"latitude": {"type": "number"}, "longitude": {"type": "number"}}
              },
              "founded": {"type": "integer", "minimum": 1900},
              "hours": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["days", "open", "close"], "additionalProperties": false,
                  "properties": {
                    "days": {
                      "type": "array",
                      "items": {"enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}
                    },
                    "open": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
                    "close": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"}
                  }
                }
              },
              "nib": {"type": "string", "pattern": "^[0-9]{13}$"},
              "halal": {"$ref": "#/$defs/halal"},
              "pirt": {"$ref": "#/$defs/numbers"},
              "bpom": {"$ref": "#/$defs/numbers"},
              "trademark": {"type": "string"},
              "sni": {"type": "string"},
              "payments": {"type": "array", "items": {"type": "string"}},
              "delivery": {"type": "array", "items": {"type": "string"}},
              "channels": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["kind", "url"], "additionalProperties": false,
                  "properties": {"kind": {"type": "string"}, "url": {"$ref": "#/$defs/address"}}
                }
              },
              "products": {"type": "array", "items": {"$ref": "#/$defs/slug"}, "description": "In products.json"},
              "translations": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["language", "url", "name"], "additionalProperties": false,
                  "properties": {
                    "language": {"type": "string"},
                    "url": {"$ref": "#/$defs/address"},
                    "name": {"type": "string"}
                  }
                }
              }
            }
          }
        }
      }
    """
}

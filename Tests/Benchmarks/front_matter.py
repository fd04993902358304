"""Front matter for files that both generators read: the YAML that an editor would write, without a YAML library."""

import json
from datetime import date


def document(fields, body=""):
    """A Markdown file: front matter of the fields that have a value, then the body."""
    lines = [f"{key}: {_value(value)}" for key, value in fields.items() if not _absent(value)]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body.rstrip("\n") + "\n"


def _absent(value):
    return value is None or value == "" or value == [] or value == {}


def _value(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_value(item)}" for key, item in value.items() if not _absent(item)) + "}"
    return json.dumps(value, ensure_ascii=False)


def shared_product_fields(product):
    """What a product's front matter says, apart from its title, place and category, in the content model's words."""
    edible = product.kind.edible
    goods = product.kind.parent != "jasa"
    made_to_order = product.availability == "made-to-order"
    return {
        "summary": product.summary,
        "price": product.price,
        "unit": product.kind.unit,
        "variants": [{"name": name, "price": price} for name, price in product.variants],
        "availability": product.availability,
        "lead_days": product.lead_days if made_to_order else None,
        "min_order": product.min_order or None,
        "weight_g": product.weight_g if goods else None,
        "size_cm": product.size_cm if goods else None,
        "shelf_life_days": product.shelf_life_days if edible else None,
        "storage": "tempat kering pada suhu ruang" if edible else None,
        "reach": "national" if edible else None,
        "ingredients": list(product.kind.ingredients),
        "allergens": ["kedelai"] if "kedelai" in product.kind.ingredients else None,
        "materials": product.kind.materials,
        "technique": product.kind.technique,
        "licences": {"pirt": [pirt_number(product)]} if edible else None,
        "flagship": {"status": product.flagship, "year": 2026} if product.flagship else None,
        "ikm_center": {"shelf": product.shelf} if product.shelf else None,
        "tags": product.tags,
        "updated": product.updated,
    }


def pirt_number(product):
    """An invented P-IRT number in the official shape, valid until 2030."""
    type_and_region, kind_of_product, valid_until = "2063371", "01", "30"
    return f"{type_and_region}{kind_of_product}{int(product.slug[-6:]) % 10_000:04d}{valid_until}"


def shared_business_fields(business):
    """What a business's front matter says, apart from its title."""
    return {
        "kind": business.kind,
        "scale": business.scale,
        "place": {"kelurahan": business.kelurahan, "rw": business.rw, "rt": business.rt},
        "owner": business.owner,
        "whatsapp": business.whatsapp,
        "consent": {"date": date(2026, 3, 2), "fields": ["owner", "whatsapp"]},
        "sample": True,
        "founded": business.founded,
        "payments": business.payments,
        "delivery": business.delivery,
        "channels": [{"kind": kind, "url": url} for kind, url in business.channels],
    }

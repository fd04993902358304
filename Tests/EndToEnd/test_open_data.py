"""data/*.json: valid by their published schemas, and true to the catalog."""

import json

import jsonschema
import pytest

from harness import business, product
from outputs import BASE, file_of
from site_check import read_page

NAMES = ("products", "businesses", "coverage")


def load(folder, name):
    return json.loads((folder / f"data/{name}.json").read_text())


@pytest.fixture(scope="module", params=NAMES)
def name(request):
    return request.param


def test_a_schema_is_one_and_stands_where_it_says(sample_site, name):
    schema = load(sample_site, f"schema/{name}")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{BASE}/data/schema/{name}.json"


def test_data_keep_to_their_schema(sample_site, name):
    data = load(sample_site, name)
    schema = json.loads(file_of(sample_site, data["$schema"]).read_text())
    jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER).validate(data)


def test_a_schema_refuses_what_it_does_not_know(sample_site):
    schema, data = load(sample_site, "schema/businesses"), load(sample_site, "businesses")
    data["businesses"][0]["nik"] = "rahasia"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(data)


FULL = ("price: {from: 9000, to: 12000}", "unit: dus", "availability: seasonal", "months: [5, 6]", "min_order: 2",
        "weight_g: 250", "size_cm: [20, 15, 8]", "shelf_life_days: 5", "storage: Sejuk", "reach: national",
        "ingredients: [gula, kelapa]", "allergens: [susu]", "variants: [{name: Kecil}, {name: Besar, price: 12000}]",
        "flagship: {status: candidate, year: 2026}", "ikm_center: {shelf: A-09}", "tags: [kue]",
        "licences: {halal: {status: in-process}}")
CONTACT = ("owner: Pemilik Uji", "address: Jalan Uji 5", "geo: [-7.4780, 110.2177]", 'whatsapp: "0812-3456-7890"',
           'phone: "0293-362000"', "email: uji@surel.example", "founded: 2001")
AGREED = "consent: {date: 2026-01-01, fields: [owner, address, geo, whatsapp, phone, email]}"


def valid(folder):
    for name in NAMES:
        jsonschema.Draft202012Validator(load(folder, f"schema/{name}")).validate(load(folder, name))


def test_everything_that_is_known_of_a_product_is_there(project):
    site = project({"content/products/uji/index.md": product(*FULL)})
    site.built()
    valid(site.output)
    [found] = [entry for entry in load(site.output, "products")["products"] if entry["slug"] == "uji"]
    assert found == {
        "slug": "uji", "url": f"{BASE}/produk/uji/", "name": "Kue Uji", "summary": "Kue yang hanya ada dalam uji.",
        "business": "getuk-mbah-sarinem", "category": "makanan/jajanan-pasar", "kelurahan": "kemirirejo", "rw": 3,
        "sample": True, "updated": "2026-11-18", "price": {"from": 9000, "to": 12000}, "unit": "dus",
        "availability": "seasonal", "months": [5, 6], "min_order": 2, "weight_g": 250, "size_cm": [20, 15, 8],
        "shelf_life_days": 5, "storage": "Sejuk", "reach": "national", "ingredients": ["gula", "kelapa"],
        "allergens": ["susu"], "flagship": {"status": "candidate", "year": 2026}, "shelf": "A-09", "tags": ["kue"],
        "variants": [{"name": "Kecil", "price": 9000, "availability": "seasonal"},
                     {"name": "Besar", "price": 12000, "availability": "seasonal"}],
        "halal": {"status": "in-process"}}


def test_contacts_of_a_business_are_there_with_consent(project):
    site = project({"content/businesses/uji.md": business(*CONTACT, AGREED)})
    site.built()
    valid(site.output)
    [found] = [entry for entry in load(site.output, "businesses")["businesses"] if entry["slug"] == "uji"]
    assert found == {
        "slug": "uji", "url": f"{BASE}/usaha/uji/", "name": "Usaha Uji", "kind": "goods", "kelurahan": "kemirirejo",
        "rw": 3, "sample": False, "owner": "Pemilik Uji", "address": "Jalan Uji 5", "whatsapp": "+6281234567890",
        "phone": "+62293362000", "email": "uji@surel.example",
        "geo": {"latitude": -7.478, "longitude": 110.2177}, "founded": 2001}


def test_samples_have_no_contacts(sample_site):
    for entry in load(sample_site, "businesses")["businesses"]:
        assert entry["sample"]
        assert {"owner", "address", "whatsapp", "phone", "email", "geo"} & entry.keys() == set()


def test_names_of_other_files_exist(sample_site):
    products, businesses = load(sample_site, "products")["products"], load(sample_site, "businesses")["businesses"]
    kelurahan = {entry["slug"] for entry in load(sample_site, "coverage")["kelurahan"]}
    slugs = {entry["slug"] for entry in businesses}
    assert {entry["business"] for entry in products} <= slugs
    assert {entry["kelurahan"] for entry in products + businesses} <= kelurahan
    assert {slug for entry in businesses for slug in entry["products"]} == {entry["slug"] for entry in products}
    assert all(file_of(sample_site, entry["url"]).is_file() for entry in products + businesses)
    assert all(file_of(sample_site, photo["url"]).is_file() for entry in products for photo in entry["photos"])


def test_coverage_says_what_the_board_says(sample_site):
    data = load(sample_site, "coverage")
    states = [rw["state"] for kelurahan in data["kelurahan"] for rw in kelurahan["rw"]]
    assert {state: states.count(state) for state in ("flagship", "candidate", "products")} == {
        state: data["rw"][state] for state in ("flagship", "candidate", "products")}
    assert sum(data["rw"][key] for key in ("flagship", "candidate", "products", "none")) == data["rw"]["total"] == 192
    board = read_page(sample_site, "rw/index.html")
    drawn = [element for element in board.all("use") if element.attributes.get("href") == "#rw-flagship"]
    # One of them explains the others.
    assert len(drawn) - 1 == data["rw"]["flagship"]


def test_drafts_are_no_data(project):
    site = project({"content/products/uji/index.md": product("draft: true")})
    site.built("--drafts")
    valid(site.output)
    assert "Kue Uji" not in (site.output / "data/products.json").read_text()


def test_an_empty_catalog_is_valid_data(project):
    site = project({"content/products": None, "content/businesses": None, "content/pages": None})
    site.built()
    valid(site.output)
    assert load(site.output, "products")["products"] == []

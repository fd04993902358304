"""Product feeds for Google and Meta: each stated rule of a field, who is in them, and who is not."""

import csv
import io
import re

import pytest

from harness import business, copy_project, product
from outputs import BASE, file_of, jpeg_size, xml

G = "{http://base.google.com/ns/1.0}"
PHOTO = "content/products/getuk-tiga-warna/getuk-tiga-warna.jpg"
CONTACT = ('whatsapp: "0812-3456-7890"', "consent: {date: 2026-01-01, fields: [whatsapp]}")
LONG = "kue-" + "panjang-" * 6 + "sekali"
SNACK = "Food, Beverages & Tobacco > Food Items"


def real(*lines, name="Kue Uji", seller="dapur", category="makanan/jajanan-pasar", priced=True, photo=True):
    """A product of a business that is no sample."""
    price = ["price: 15000", "unit: dus"] if priced else []
    photos = ["photos: [{file: foto.jpg, alt: Kue di atas piring}]"] if photo else []
    return product(*price, *photos, *lines, name=name).replace("getuk-mbah-sarinem", seller).replace(
        "makanan/jajanan-pasar", category)


@pytest.fixture(scope="module")
def shop(sample, scratch):
    """A catalog with sellers who exist, and whatever keeps a product out of a feed."""
    products = {
        "siap": real(name="Kue, \\\"enak\\\" & <manis>"),
        "rentang": real().replace("price: 15000", "price: {from: 9000, to: 20000}"),
        "pesanan": real("availability: made-to-order", "lead_days: 3", "weight_g: 250"),
        "habis": real("availability: sold-out"),
        "musim": real("availability: seasonal", "months: [11, 12]"),
        "luar-musim": real("availability: seasonal", "months: [5]"),
        LONG: real(name="Panjang"),
        "tanpa-harga": real(priced=False),
        "tanpa-foto": real(photo=False),
        "draf": real("draft: true"),
        "jahitan": real(seller="jasa", category="jasa/jahit"),
        "barang-campur": real(seller="campur"),
        "jasa-campur": real(seller="campur", category="jasa/jahit"),
    }
    site = copy_project(sample.folder, scratch / "toko")
    photo = (sample / PHOTO).read_bytes()
    site.edit({f"content/products/{slug}/index.md": text for slug, text in products.items()})
    site.edit({f"content/products/{slug}/foto.jpg": photo for slug, text in products.items() if "foto.jpg" in text})
    site.edit({
        "content/businesses/dapur.md": business(*CONTACT),
        "content/businesses/jasa.md": business("kind: services"),
        "content/businesses/campur.md": business("kind: both"),
        "content/products/siap/index.en.md": '---\nname: "Test cake"\nsummary: "Only in tests."\n---\nGood.\n',
    })
    site.built()
    return site.output


def google(folder, language=""):
    return [{child.tag.removeprefix(G): child.text for child in item}
            for item in xml(folder / language / "feeds/google.xml").iter("item")]


def meta(folder, name="feeds/meta.csv"):
    text = (folder / name).read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


IN = {"siap", "rentang", "pesanan", "habis", "musim", "luar-musim", "barang-campur"}


def test_only_things_that_exist_with_price_and_photo_are_offered(shop):
    ids = {item["id"] for item in google(shop)}
    assert ids - IN == {next(iter(ids - IN))}
    assert ids == {row["id"] for row in meta(shop)}


def test_what_is_left_out_is_counted(shop):
    assert re.search(r"<!-- (.*) -->", (shop / "feeds/google.xml").read_text())[1] == (
        "Left out: 38 of sample businesses, 2 services, 1 without a price, 1 without a photo")


def test_drafts_are_never_offered(sample, scratch):
    site = copy_project(sample.folder, scratch / "toko-draf").edit({
        "content/products/draf/index.md": real("draft: true", photo=False),
        "content/businesses/dapur.md": business()})
    site.built("--drafts")
    assert google(site.output) == []
    assert "1 drafts" in (site.output / "feeds/google.xml").read_text()


def no_markup(text):
    return not re.search(r"<[a-z]+>", text) or "<manis>" in text


# Each field's rules. Google: support.google.com/merchants/answer/7052112 (product data specification);
# 6324405 (id), 6324415 (title), 6324468 (description), 6324416 (link), 6324350 (image_link), 6324448 (availability),
# 6324371 (price), 6324469 (condition), 6324351 (brand), 6324478 (identifier_exists), 6324436 (google_product_category),
# 6324406 (product_type), 6324503 (shipping_weight).
GOOGLE = {
    "id": lambda v: 1 <= len(v) <= 50 and v.isascii() and " " not in v,
    "title": lambda v: 1 <= len(v) <= 150,
    "description": lambda v: 1 <= len(v) <= 5000 and no_markup(v),
    "link": lambda v: v.startswith(BASE + "/") and len(v) <= 2000,
    "image_link": lambda v: v.startswith(BASE + "/") and re.search(r"\.(jpe?g|png|webp|gif|bmp|tiff?)$", v),
    "availability": lambda v: v in ("in_stock", "out_of_stock", "preorder", "backorder"),
    "price": lambda v: re.fullmatch(r"[1-9][0-9]* IDR", v),
    "condition": lambda v: v in ("new", "refurbished", "used"),
    "brand": lambda v: 1 <= len(v) <= 70,
    "identifier_exists": lambda v: v in ("yes", "no"),
    "google_product_category": lambda v: v.isdigit() or " > " in v or v[0].isupper(),
    "product_type": lambda v: 1 <= len(v) <= 750,
    "shipping_weight": lambda v: re.fullmatch(r"[0-9]+ (g|kg)", v),
}
GOOGLE_REQUIRED = {"id", "title", "description", "link", "image_link", "availability", "price", "condition", "brand"}

# Meta: developers.facebook.com/docs/commerce-platform/catalog/fields (id ≤ 100, title ≤ 200, description ≤ 9,999 and
# plain text, availability with spaces, price "15000.00 IDR", image JPEG or PNG of 500×500 or more, brand ≤ 100).
META = {
    "id": lambda v: 1 <= len(v) <= 100,
    "title": lambda v: 1 <= len(v) <= 200 and not v.isupper(),
    "description": lambda v: 1 <= len(v) <= 9999 and no_markup(v),
    "availability": lambda v: v in ("in stock", "out of stock", "available for order", "preorder", "discontinued"),
    "condition": lambda v: v in ("new", "refurbished", "used"),
    "price": lambda v: re.fullmatch(r"[1-9][0-9]*\.00 IDR", v),
    "link": lambda v: v.startswith(BASE + "/"),
    "image_link": lambda v: v.startswith(BASE + "/") and re.search(r"\.(jpe?g|png)$", v),
    "brand": lambda v: 1 <= len(v) <= 100,
    "google_product_category": lambda v: v == "" or len(v) <= 750,
    "product_type": lambda v: len(v) <= 750,
}


@pytest.mark.parametrize("field", GOOGLE)
def test_every_field_keeps_to_googles_rule(shop, field):
    values = [item[field] for item in google(shop) if field in item]
    assert values
    assert [value for value in values if not GOOGLE[field](value)] == []


def test_every_item_has_what_google_requires_and_nothing_unknown(shop):
    for item in google(shop):
        assert GOOGLE_REQUIRED <= item.keys() <= GOOGLE.keys()


@pytest.mark.parametrize("field", META)
def test_every_field_keeps_to_metas_rule(shop, field):
    values = [row[field] for row in meta(shop)]
    assert values
    assert [value for value in values if not META[field](value)] == []


def test_metas_file_is_csv_as_rfc_4180_has_it(shop):
    text = (shop / "feeds/meta.csv").read_bytes().decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert rows[0] == list(META)
    assert {len(row) for row in rows} == {len(META)}
    assert [row["title"] for row in meta(shop) if row["id"] == "siap"] == ['Kue, "enak" & <manis>']


def test_ids_are_unique_and_short_and_stay_the_same(shop):
    ids = [item["id"] for item in google(shop)]
    assert len(set(ids)) == len(ids)
    [long] = set(ids) - IN
    assert long.startswith("kue-panjang-panjang-") and len(long) <= 50
    assert long == "kue-panjang-panjang-panjang-panja-" + long[-16:]


@pytest.mark.parametrize("slug, google_word, meta_word", [
    ("siap", "in_stock", "in stock"),
    ("pesanan", "in_stock", "available for order"),
    ("habis", "out_of_stock", "out of stock"),
    ("musim", "in_stock", "in stock"),
    ("luar-musim", "out_of_stock", "out of stock"),
])
def test_availability_is_said_in_each_shops_words(shop, slug, google_word, meta_word):
    assert [item["availability"] for item in google(shop) if item["id"] == slug] == [google_word]
    assert [row["availability"] for row in meta(shop) if row["id"] == slug] == [meta_word]


def test_a_range_is_offered_at_its_lowest_price(shop):
    assert [item["price"] for item in google(shop) if item["id"] == "rentang"] == ["9000 IDR"]
    assert [row["price"] for row in meta(shop) if row["id"] == "rentang"] == ["9000.00 IDR"]


def test_links_and_pictures_are_there(shop):
    for item in google(shop):
        assert file_of(shop, item["link"]).is_file()
        assert min(jpeg_size(file_of(shop, item["image_link"]))) >= 500


def test_every_seller_has_a_catalogue_of_its_own(shop):
    assert sorted(file.name for file in (shop / "feeds/meta").iterdir()) == ["campur.csv", "dapur.csv"]
    assert [row["id"] for row in meta(shop, "feeds/meta/campur.csv")] == ["barang-campur"]
    assert {row["brand"] for row in meta(shop, "feeds/meta/dapur.csv")} == {"Usaha Uji"}


def test_english_feeds_have_what_is_in_english(shop):
    assert [(item["id"], item["title"], item["link"]) for item in google(shop, "en")] == [
        ("siap", "Test cake", f"{BASE}/en/products/siap/")]
    assert [row["product_type"] for row in meta(shop, "en/feeds/meta.csv")] == ["Food > Market sweets"]


def test_samples_are_never_offered(sample_site):
    assert google(sample_site) == [] and meta(sample_site) == []
    assert not (sample_site / "feeds/meta").exists()

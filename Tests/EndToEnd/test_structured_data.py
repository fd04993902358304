"""JSON-LD: understood by others' readers, true to the catalog, silent about what nobody agreed to."""

import json

import extruct
import pytest

from harness import business, copy_project, product
from outputs import BASE, SCHEMA_ORG, expanded, structured_data
from site_check import read_page, read_pages

# The types and properties of schema.org (release 29) that the theme uses: a misspelt one is not in it.
WORDS = {
    "Thing": {"name", "description", "url", "image", "sameAs"},
    "WebSite": {"inLanguage", "publisher"},
    "WebPage": {"inLanguage", "isPartOf"},
    "SearchResultsPage": {"inLanguage", "isPartOf"},
    "CollectionPage": {"inLanguage", "isPartOf", "mainEntity"},
    "ItemList": {"numberOfItems", "itemListElement"},
    "ListItem": {"position", "item"},
    "BreadcrumbList": {"itemListElement"},
    "Product": {"category", "brand", "material", "pattern", "offers", "countryOfOrigin"},
    "Brand": set(),
    "Offer": {"price", "priceCurrency", "itemCondition", "availability", "seller"},
    "AggregateOffer": {
        "lowPrice", "highPrice", "offerCount", "priceCurrency", "itemCondition", "availability", "seller"},
    "Organization": {"foundingDate", "founder", "telephone", "email", "location", "logo"},
    "LocalBusiness": {
        "foundingDate", "founder", "telephone", "email", "location", "logo", "address", "geo", "hasMap",
        "openingHours"},
    "Person": set(),
    "Place": set(),
    "PostalAddress": {"streetAddress", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
}


@pytest.fixture(scope="module")
def pages(sample_site):
    return read_pages(sample_site)


def only(site, path, kind):
    [found] = [node for node in structured_data(read_page(site, path)) if kind in node["@type"]]
    return found


def wrong_words(node):
    [kind] = [word.removeprefix(SCHEMA_ORG) for word in node.get("@type", [SCHEMA_ORG + "nothing"])]
    known = WORDS.get(kind)
    if known is None:
        return [kind]
    found = []
    for word, values in node.items():
        if word.startswith("@"):
            continue
        if word.removeprefix(SCHEMA_ORG) not in known | WORDS["Thing"]:
            found.append(f"{kind}.{word}")
        for value in values:
            if "@value" not in value:
                found += [item for one in value.get("@list", [value]) for item in wrong_words(one)]
    return found


def test_every_word_is_one_of_schema_org(pages):
    wrong = {}
    for page in pages:
        for document in structured_data(page):
            nodes = expanded(document)
            assert len(nodes) == 1, page.path
            if found := wrong_words(nodes[0]):
                wrong[page.path] = found
    assert wrong == {}


def test_every_page_that_may_be_found_says_what_it_is(pages):
    kinds = {page.path: [node["@type"] for node in structured_data(page)] for page in pages}
    expected = {
        "404.html": [],
        "index.html": ["WebSite"],
        "ikm-center/index.html": ["LocalBusiness", "BreadcrumbList"],
        "tentang/index.html": ["WebPage", "BreadcrumbList"],
        "kategori/makanan/index.html": ["CollectionPage", "BreadcrumbList"],
        "rw/index.html": ["CollectionPage", "BreadcrumbList"],
        "usaha/index.html": ["CollectionPage", "BreadcrumbList"],
        "usaha/batik-watu-toren/index.html": ["LocalBusiness", "BreadcrumbList"],
        "en/products/getuk-tiga-warna/index.html": ["Product", "BreadcrumbList"],
    }
    assert {path: kinds[path] for path in expected} == expected
    hidden = [page.path for page in pages if any(meta.attributes.get("name") == "robots" for meta in page.all("meta"))]
    assert [path for path, found in kinds.items() if not set(found) - {"BreadcrumbList"}] == hidden


def test_extruct_reads_the_same(sample_site):
    path = "produk/getuk-tiga-warna/index.html"
    found = extruct.extract((sample_site / path).read_text(), base_url=BASE, syntaxes=["json-ld", "opengraph"])
    assert [node["@type"] for node in found["json-ld"]] == ["Product", "BreadcrumbList"]
    assert ("og:type", "product") in found["opengraph"][0]["properties"]


def test_a_product_is_offered_at_its_price(project):
    site = project({
        "content/products/uji/index.md": product("price: 15000", "unit: dus"),
        "content/products/habis/index.md": product("price: 9000", "unit: dus", "availability: sold-out", name="Habis"),
        "content/products/tanya/index.md": product(name="Tanya"),
    })
    site.built()
    found = only(site.output, "produk/uji/index.html", "Product")
    assert found["name"] == "Kue Uji"
    assert found["offers"] == {
        "@type": "Offer", "price": 15000, "priceCurrency": "IDR", "itemCondition": "https://schema.org/NewCondition",
        "availability": "https://schema.org/InStock", "url": f"{BASE}/produk/uji/",
        "seller": {
            "@type": "Organization", "name": "Getuk Mbah Sarinem", "url": f"{BASE}/usaha/getuk-mbah-sarinem/"}}
    sold_out = only(site.output, "produk/habis/index.html", "Product")
    assert sold_out["offers"]["availability"] == "https://schema.org/OutOfStock"
    assert "offers" not in only(site.output, "produk/tanya/index.html", "Product")


def test_a_range_of_prices_is_an_aggregate(sample_site):
    offers = only(sample_site, "produk/getuk-tiga-warna/index.html", "Product")["offers"]
    assert (offers["@type"], offers["lowPrice"], offers["highPrice"], offers["offerCount"]) == (
        "AggregateOffer", 12000, 22000, 2)


def test_breadcrumbs_lead_to_the_page(pages):
    for page in pages:
        for trail in (node for node in structured_data(page) if node["@type"] == "BreadcrumbList"):
            items = trail["itemListElement"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert items[-1]["item"] == BASE + page.url


CONTACT = ("owner: Pemilik Uji", "address: Jalan Uji 5", "geo: [-7.4780, 110.2177]", 'whatsapp: "0812-3456-7890"',
           'email: uji@surel.example')


def test_a_business_has_an_address_only_with_consent(project):
    site = project({
        "content/businesses/setuju.md": business(
            *CONTACT, "consent: {date: 2026-01-01, fields: [owner, address, geo, whatsapp, email]}"),
        "content/businesses/diam.md": business('hours: [{days: mon-fri, open: "08:00", close: "16:00"}]'),
    })
    site.built()
    agreed = only(site.output, "usaha/setuju/index.html", "LocalBusiness")
    assert agreed["address"]["streetAddress"] == "Jalan Uji 5"
    assert agreed["geo"] == {"@type": "GeoCoordinates", "latitude": -7.478, "longitude": 110.2177}
    assert (agreed["email"], agreed["founder"]["name"]) == ("uji@surel.example", "Pemilik Uji")
    silent = only(site.output, "usaha/diam/index.html", "Organization")
    assert {"address", "geo", "telephone", "email", "founder", "openingHours"} & silent.keys() == set()
    assert silent["location"]["name"] == "RW 3 Kemirirejo"


def test_a_name_cannot_end_the_script(sample, scratch):
    name = "</script><script>alert(1)</script><!-- & ' \\\\ \\\" –"
    site = copy_project(sample.folder, scratch / "akhir").edit({
        "content/products/uji/index.md": product(name=name)})
    site.built()
    page = read_page(site.output, "produk/uji/index.html")
    assert [script.attributes.get("type") for script in page.all("script") if "alert" in script.text] == [
        "application/ld+json"] * 2
    assert only(site.output, "produk/uji/index.html", "Product")["name"] == "</script><script>alert(1)</script><!-- & ' \\ \" –"
    assert json.dumps(structured_data(page))

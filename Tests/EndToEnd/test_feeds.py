"""Feeds of new products: read by others' readers, the same whenever they are built, found from the pages."""

import json
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest

from harness import product
from outputs import BASE, SCHEMAS, file_of, xmllint
from site_check import read_page, read_pages

FORMATS = {"application/atom+xml": "feed.xml", "application/feed+json": "feed.json"}


@pytest.fixture(scope="module")
def feeds(sample_site):
    return sorted(sample_site.rglob("feed.xml"))


def linked(page):
    return {link.attributes["type"]: link.attributes["href"] for link in page.all("link")
            if link.attributes.get("rel") == "alternate" and "type" in link.attributes}


def test_the_site_each_category_and_each_kelurahan_with_products_has_feeds(sample_site, feeds):
    found = {str(file.relative_to(sample_site).parent) for file in feeds}
    assert {".", "en", "kategori/makanan", "en/categories/makanan/camilan", "rw/kemirirejo", "en/rw/kemirirejo"} <= found
    assert len(found) > 30
    # A kelurahan without products has nothing to tell.
    assert "rw/jurangombo-utara" not in found
    assert {file.parent for file in sample_site.rglob("feed.json")} == {file.parent for file in feeds}


def test_atom_keeps_to_its_schema(feeds):
    assert xmllint("atom.rng", *feeds) == ""


def test_feedparser_reads_every_atom_feed(feeds):
    for file in feeds:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo and feed.version == "atom10", file
        assert feed.feed.language == ("en" if "/en/" in str(file) else "id")
        assert all(entry.link and entry.title and entry.updated_parsed for entry in feed.entries)


def test_json_feeds_keep_to_their_schema(sample_site):
    schema = json.loads((SCHEMAS / "json-feed.json").read_text())
    for file in sample_site.rglob("feed.json"):
        jsonschema.Draft202012Validator(schema).validate(json.loads(file.read_text()))


def test_both_formats_say_the_same(sample_site, feeds):
    for file in feeds:
        atom, other = feedparser.parse(file.read_bytes()), json.loads(file.with_suffix(".json").read_text())
        assert [entry.id for entry in atom.entries] == [item["id"] for item in other["items"]]
        assert atom.feed.title == other["title"]
        assert [entry.updated for entry in atom.entries] == [item["date_modified"] for item in other["items"]]


def test_every_address_in_a_feed_leads_somewhere(sample_site, feeds):
    for file in feeds:
        feed = feedparser.parse(file.read_bytes())
        addresses = [link.href for entry in feed.entries for link in entry.links] + [
            link.href for link in feed.feed.links] + [entry.author_detail.href for entry in feed.entries]
        assert [address for address in addresses if not file_of(sample_site, address).is_file()] == []


def test_lists_point_to_their_feeds(sample_site):
    for page in read_pages(sample_site):
        for kind, href in linked(page).items():
            assert (sample_site / href.removeprefix("/")).is_file() and href.endswith(FORMATS[kind])
    of = {path: linked(read_page(sample_site, path)).get("application/atom+xml") for path in (
        "index.html", "kategori/makanan/index.html", "rw/kemirirejo/index.html", "rw/kemirirejo/rw-03/index.html",
        "en/products/index.html", "rw/jurangombo-utara/index.html", "produk/getuk-tiga-warna/index.html")}
    assert of == {
        "index.html": "/feed.xml", "kategori/makanan/index.html": "/kategori/makanan/feed.xml",
        "rw/kemirirejo/index.html": "/rw/kemirirejo/feed.xml",
        "rw/kemirirejo/rw-03/index.html": "/rw/kemirirejo/feed.xml", "en/products/index.html": "/en/feed.xml",
        "rw/jurangombo-utara/index.html": None, "produk/getuk-tiga-warna/index.html": None}


def test_a_feed_has_the_newest_products_and_says_when_they_were_looked_at(project):
    site = project({
        "content/products/uji/index.md": product("price: {from: 9000, to: 12000}", "unit: dus").replace(
            "2026-11-18", "2026-11-23"),
        "content/products/draf/index.md": product("draft: true", name="Draf").replace("2026-11-18", "2026-11-24"),
    })
    site.built("--drafts")
    feed = feedparser.parse((site.output / "feed.xml").read_bytes())
    assert len(feed.entries) == 30
    entry = feed.entries[0]
    assert (entry.id, entry.title, entry.updated) == (f"{BASE}/produk/uji/", "Kue Uji", "2026-11-23T00:00:00+07:00")
    assert entry.summary.split("\n") == [
        "Kue yang hanya ada dalam uji.", "Rp9.000–Rp12.000 / dus", "Getuk Mbah Sarinem, RW 3 Kemirirejo", "Contoh"]
    assert feed.feed.updated == entry.updated


def test_a_summary_in_another_language_than_the_feed_says_so(project):
    site = project({
        "content/products/satu/index.md": product(), "content/products/satu/index.en.md": "---\nname: One\n---\nOne.\n",
        "content/products/dua/index.md": product(name="Kue Dua"),
        "content/products/dua/index.en.md": "---\nname: Two\nsummary: A cake only in tests.\n---\nTwo.\n"})
    site.built()
    entries = ElementTree.parse(site.output / "en/feed.xml").findall("{*}entry")
    languages = {entry.findtext("{*}title"): entry.find("{*}summary").attrib for entry in entries}
    assert languages["One"] == {"{http://www.w3.org/XML/1998/namespace}lang": "id"}
    assert languages["Two"] == {}


def test_a_feed_does_not_depend_on_when_it_is_built(project):
    site = project()
    site.built()
    before = {file: file.read_bytes() for file in site.output.rglob("feed.*")}
    site.built(env={"SOURCE_DATE_EPOCH": "1803600000"})
    assert {file: file.read_bytes() for file in site.output.rglob("feed.*")} == before


def test_an_empty_catalog_has_no_feeds(project):
    site = project({"content/products": None, "content/businesses": None, "content/pages": None})
    site.built()
    assert list(site.output.rglob("feed.*")) == []
    assert linked(read_page(site.output, "index.html")) == {}

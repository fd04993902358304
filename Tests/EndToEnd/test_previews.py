"""Open Graph and Twitter cards: what a link looks like where it is shared."""

import re

import pytest

from harness import product
from outputs import BASE, file_of, jpeg_size, meta
from site_check import read_page, read_pages


@pytest.fixture(scope="module")
def pages(sample_site):
    return read_pages(sample_site)


def test_every_page_has_the_four_basic_properties_and_those_of_its_language(pages):
    # ogp.me: og:title, og:type, og:image and og:url are required.
    for page in pages:
        found = meta(page)
        language = page.all("html")[0].attributes["lang"]
        assert found["og:url"] == [BASE + page.url]
        assert found["og:type"] == ["product" if re.match(r"(en/products|produk)/(?!page|halaman|index)", page.path) else "website"]
        assert found["og:title"][0] and found["og:description"] == found["description"]
        assert found["og:site_name"] == ["IKM Center Kota Magelang"]
        assert found["og:locale"] == ["id_ID" if language == "id" else "en_US"]
        assert len(found["twitter:card"]) == 1


def test_the_description_of_a_place_names_it(pages):
    # The name of a kelurahan or an RW is the heading of its page; two places never share a description.
    places = [page for page in pages if re.match(r"(en/)?rw/[a-z-]+/", page.path)]
    found = {page.path: meta(page)["description"][0] for page in places}
    assert len(set(found.values())) == len(found) > 50
    assert [path for path, text in found.items()
            if meta(next(page for page in places if page.path == path))["og:title"][0].split(", ")[0] not in text] == []


def test_a_category_that_says_nothing_of_itself_is_described_by_its_name(project):
    site = project({"content/categories.yaml": lambda text: re.sub(r"^ *description.*\n", "", text, flags=re.M)})
    site.built()
    page = read_page(site.output, "kategori/makanan/index.html")
    assert meta(page)["description"][0].startswith("Makanan buatan warga")


def test_locale_alternates_are_the_other_languages_of_the_page(pages):
    for page in pages:
        languages = [link.attributes["hreflang"] for link in page.all("link") if "hreflang" in link.attributes]
        other = {"id": "en_US", "en": "id_ID"}[page.all("html")[0].attributes["lang"]]
        assert meta(page).get("og:locale:alternate", []) == ([other] if languages else [])


def test_a_picture_of_a_preview_is_there_and_described(sample_site, pages):
    pictures = 0
    for page in pages:
        found = meta(page)
        [url] = found["og:image"]
        assert file_of(sample_site, url).is_file(), url
        assert found["og:image:alt"][0]
        assert found["twitter:card"] == ["summary_large_image"]
        pictures += 1
    assert pictures > 200


def test_a_product_without_a_photo_has_the_picture_of_the_city(project):
    site = project({"content/products/uji/index.md": product()})
    site.built()
    found = meta(read_page(site.output, "produk/uji/index.html"))
    picture = file_of(site.output, found["og:image"][0])
    assert re.match(r"share\.[0-9a-f]+\.jpg", picture.name)
    assert jpeg_size(picture) == (1200, 630)
    assert picture.stat().st_size <= 300_000


def test_every_product_with_a_photo_has_a_picture(sample_site):
    products = [path for path in (sample_site / "produk").iterdir() if path.is_dir() and path.name != "halaman"]
    without = [path.name for path in products
               if "og:image" not in meta(read_page(sample_site, f"produk/{path.name}/index.html"))]
    assert len(products) > 30
    assert without == []


def test_a_preview_picture_is_one_that_chat_programs_load(sample_site, pages):
    # WhatsApp shows no picture above 300 kB, and a large one only at about 1.91 to 1.
    for page in pages:
        found = meta(page)
        if found["og:type"] == ["product"]:
            picture = file_of(sample_site, found["og:image"][0])
            assert picture.stat().st_size <= 300_000, page.path
            assert (found["og:image:width"], found["og:image:height"]) == (["1200"], ["630"])
            assert jpeg_size(picture) == (1200, 630)


def test_a_product_says_its_price(project):
    site = project({
        "content/products/uji/index.md": product("price: 15000", "unit: dus"),
        "content/products/tanya/index.md": product("availability: sold-out", name="Tanya"),
    })
    site.built()
    priced = meta(read_page(site.output, "produk/uji/index.html"))
    assert priced["product:price:amount"] == ["15000"]
    assert priced["product:price:currency"] == ["IDR"]
    assert priced["product:availability"] == ["in stock"]
    asked = meta(read_page(site.output, "produk/tanya/index.html"))
    assert "product:price:amount" not in asked
    assert asked["product:availability"] == ["out of stock"]

"""robots.txt and the sitemap: every page that may be found, with the days on which its facts were looked at."""

import urllib.robotparser

import pytest

from harness import product
from outputs import BASE, file_of, xml, xmllint
from site_check import read_pages

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def entries(folder):
    return {entry.findtext(f"{MAP}loc"): entry for entry in xml(folder / "sitemap.xml").iter(f"{MAP}url")}


@pytest.fixture(scope="module")
def pages(sample_site):
    return read_pages(sample_site)


@pytest.fixture(scope="module")
def urls(sample_site):
    return entries(sample_site)


def test_the_sitemap_keeps_to_its_schema(sample_site):
    assert xmllint("sitemap.rng", sample_site / "sitemap.xml") == ""


def test_robots_may_read_everything_and_are_told_of_the_sitemap(sample_site):
    robots = urllib.robotparser.RobotFileParser()
    robots.parse((sample_site / "robots.txt").read_text().splitlines())
    assert robots.can_fetch("Googlebot", BASE + "/produk/")
    assert robots.can_fetch("Googlebot", BASE + "/404.html")
    assert robots.site_maps() == [BASE + "/sitemap.xml"]


def test_robots_obey_a_file_that_a_person_wrote(project):
    site = project({"content/static/robots.txt": "User-agent: *\nDisallow: /rahasia/\n"})
    site.built()
    assert (site.output / "robots.txt").read_text() == "User-agent: *\nDisallow: /rahasia/\n"


def test_the_sitemap_has_every_page_that_may_be_found(pages, urls):
    hidden = {BASE + page.url for page in pages if any(
        meta.attributes.get("name") == "robots" for meta in page.all("meta"))}
    assert hidden == {BASE + path for path in (
        "/404.html", "/en/404.html", "/keranjang/", "/en/basket/", "/cetak/katalog/", "/en/print/catalog/", "/cetak/label/",
        "/en/print/labels/")}
    assert {BASE + page.url for page in pages} - hidden == set(urls)


def test_the_sitemap_names_the_languages_that_the_page_names(pages, urls):
    for page in pages:
        if BASE + page.url in urls:
            named = {link.attributes["hreflang"]: link.attributes["href"]
                     for link in page.all("link") if "hreflang" in link.attributes}
            entry = urls[BASE + page.url]
            assert {link.get("hreflang"): link.get("href") for link in entry.iter(LINK)} == named


def test_every_photo_of_a_product_is_in_the_sitemap(sample_site, urls):
    entry = urls[f"{BASE}/produk/getuk-tiga-warna/"]
    pictures = [image.findtext(f"{IMAGE}loc") for image in entry.iter(f"{IMAGE}image")]
    assert len(pictures) == 2
    assert all(file_of(sample_site, picture).is_file() for picture in pictures)


def test_days_are_those_of_the_content_and_never_that_of_the_build(project):
    site = project({"content/products/uji/index.md": product().replace("2026-11-18", "2026-11-21")})
    site.built(env={"SOURCE_DATE_EPOCH": "1803600000"})
    first = (site.output / "sitemap.xml").read_bytes()
    days = {url: entry.findtext(f"{MAP}lastmod") for url, entry in entries(site.output).items()}
    assert days[f"{BASE}/produk/uji/"] == "2026-11-21"
    assert days[f"{BASE}/kategori/makanan/jajanan-pasar/"] == "2026-11-21"
    assert days[f"{BASE}/produk/getuk-tiga-warna/"] == "2026-11-18"
    assert days[f"{BASE}/tentang/"] is None
    site.built(env={"SOURCE_DATE_EPOCH": "1803700000"})
    assert (site.output / "sitemap.xml").read_bytes() == first


def test_a_draft_is_not_to_be_found(project):
    site = project({"content/products/uji/index.md": product("draft: true")})
    site.built("--drafts")
    assert (site.output / "produk/uji/index.html").is_file()
    assert f"{BASE}/produk/uji/" not in entries(site.output)


def test_a_site_in_a_folder_has_its_addresses(project):
    site = project()
    base = "https://kota.example/ikm"
    site.built("--base-url", base)
    assert all(url.startswith(base + "/") for url in entries(site.output))
    assert f"Sitemap: {base}/sitemap.xml" in (site.output / "robots.txt").read_text()

"""The pages for paper: the catalog as a booklet, and labels for the shelves."""

import re

import pytest

from harness import product
from site_check import read_page

PAPER = ["cetak/katalog/index.html", "cetak/label/index.html", "en/print/catalog/index.html",
         "en/print/labels/index.html"]


def shelves(folder) -> dict[str, str]:
    """Slug → shelf, of every product that stands on one."""
    texts = {file.parent.name: file.read_text() for file in folder.glob("content/products/*/index.md")}
    found = {slug: re.search(r'^ikm_center: \{shelf: "?([A-Z]-\d+)"?\}|^  shelf: "?([A-Z]-\d+)', text, re.M)
             for slug, text in texts.items()}
    return {slug: match[1] or match[2] for slug, match in found.items() if match}


@pytest.mark.parametrize("path", PAPER)
def test_search_engines_leave_pages_for_paper_out(sample_site, path):
    robots = [meta.attributes["content"] for meta in read_page(sample_site, path).all("meta")
              if meta.attributes.get("name") == "robots"]
    assert robots == ["noindex"]


def test_the_catalog_has_every_product_once_under_its_number(sample, sample_site):
    page = read_page(sample_site, "cetak/katalog/index.html")
    items = [element for element in page.all("li") if element.attributes.get("class") == "print-product"]
    assert [int(item.attributes["value"]) for item in items] == list(range(1, 39))
    links = {link.attributes["href"] for link in page.all("a") if link.attributes["href"].startswith("/produk/")}
    assert {f"/produk/{folder.name}/" for folder in (sample / "content/products").iterdir()} <= links


def test_there_is_a_label_for_every_product_on_a_shelf(sample, sample_site):
    page = read_page(sample_site, "cetak/label/index.html")
    found = [element.text for element in page.all("p") if element.attributes.get("class") == "shelf-place"]
    assert found == sorted(shelves(sample.folder).values())
    assert len(page.all("ol")) - 1 == -(-len(found) // 12)


def test_labels_of_samples_say_so(project):
    site = project()
    makers = lambda: [element.text for element in read_page(site.output, "cetak/label/index.html").all("p")
                      if element.attributes.get("class") == "shelf-maker"]
    site.built()
    assert len(makers()) > 10
    assert [maker for maker in makers() if " (contoh)" not in maker] == []
    for business in (site / "content/businesses").glob("*.md"):
        site.edit({business.relative_to(site.folder): lambda text: text.replace("sample: true\n", "").replace(
            "+62 841-", "+62 812-")})
    site.built()
    assert len(makers()) > 10
    assert [maker for maker in makers() if "contoh" in maker.lower()] == []


def test_without_shelves_the_page_says_how_to_get_labels(project):
    site = project()
    for slug in shelves(site.folder):
        site.edit({f"content/products/{slug}/index.md": lambda text: re.sub(
            r"^ikm_center:.*\n(  .*\n)*", "", text, flags=re.M)})
    site.built()
    page = read_page(site.output, "cetak/label/index.html")
    assert [element for element in page.all("li") if element.attributes.get("class") == "shelf-label"] == []
    assert "ikm_center: {shelf: A-03}" in page.all("main")[0].text


def test_a_large_catalog_comes_in_volumes(project):
    site = project({f"content/products/kue-{n}/index.md": product(name=f"Kue {n}") for n in range(463)})
    site.built()
    overview = read_page(site.output, "cetak/katalog/index.html")
    assert [element for element in overview.all("li") if element.attributes.get("class") == "print-product"] == []
    volumes = sorted(folder.name for folder in (site.output / "cetak/katalog").iterdir() if folder.is_dir())
    assert len(volumes) == 11
    assert {f"/cetak/katalog/{name}/" for name in volumes} <= {
        link.attributes["href"] for link in overview.all("a")}
    numbers = [
        int(item.attributes["value"]) for name in volumes
        for item in read_page(site.output, f"cetak/katalog/{name}/index.html").all("li")
        if item.attributes.get("class") == "print-product"]
    assert len(numbers) == 501
    # The English edition is small enough for one.
    assert not (site.output / "en/print/catalog/kemirirejo").exists()


def test_a_name_is_escaped_on_paper_too(project):
    site = project({"content/products/uji/index.md": product("ikm_center: {shelf: Z-99}", name=r"Kue & \"Lapis\"")})
    site.built()
    for path in ("cetak/katalog/index.html", "cetak/label/index.html"):
        assert "Kue &amp; &#34;Lapis&#34;" in (site.output / path).read_text()

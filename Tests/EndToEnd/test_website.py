"""The website that the sample makes: its links lead somewhere, its pages are sound, nothing in them is inline."""

import json
import re
from itertools import pairwise

import pytest

from harness import copy_project, product
from site_check import Addresses, css_addresses, read_page, read_pages


@pytest.fixture(scope="module")
def pages(sample_site):
    return read_pages(sample_site)


def places(pages, wrong):
    """`path: what is wrong`, for every page where something is."""
    return [f"{page.path}: {found}" for page in pages for found in wrong(page)]


def test_the_site_has_the_pages_of_the_sample(pages):
    assert len(pages) > 150


def test_every_address_in_a_page_leads_somewhere(sample_site, pages):
    addresses = Addresses(sample_site, pages)
    assert places(pages, lambda page: [
        address for address in page.addresses() if addresses.leads_nowhere(address, page.url)]) == []


def test_every_address_in_a_style_sheet_or_drawing_leads_somewhere(sample_site, pages):
    addresses = Addresses(sample_site, pages)
    wrong = []
    for file in [*sample_site.rglob("*.css"), *sample_site.rglob("*.svg")]:
        path = f"/{file.relative_to(sample_site)}"
        wrong += [f"{path}: {address}" for address in css_addresses(file.read_text())
                  if not address.startswith("#") and addresses.leads_nowhere(address, path)]
    assert wrong == []


def test_every_page_can_be_reached_from_the_home_page(pages):
    by_url = {page.url: page for page in pages}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        page = by_url[waiting.pop()]
        links = {element.attributes.get("href", "").partition("#")[0] for element in page.all("a")}
        links |= {form.attributes.get("action", "") for form in page.all("form")}
        new = (links & by_url.keys()) - reached
        reached |= new
        waiting += new
    # Nobody in the sample can be ordered from, so nothing leads to the basket.
    assert sorted(by_url.keys() - reached) == ["/404.html", "/en/404.html", "/en/basket/", "/keranjang/"]


def test_every_page_is_balanced(pages):
    assert places(pages, lambda page: page.unbalanced) == []


def test_every_page_has_one_main_heading(pages):
    assert [page.path for page in pages if len(page.all("h1")) != 1 or not page.all("h1")[0].text.strip()] == []


def test_headings_do_not_skip_a_level(pages):
    def skipped(page):
        levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        return [f"h{a} → h{b}" for a, b in pairwise(levels) if b > a + 1]

    assert places(pages, skipped) == []


def test_every_page_has_a_title_of_its_own(pages):
    titles = {}
    for page in pages:
        # The first is the page's own; drawings have titles too.
        title = page.all("title")[0]
        titles.setdefault((title.text, page.path.startswith("en/")), []).append(page.path)
    assert ("", False) not in titles
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_every_page_says_its_language(pages):
    assert places(pages, lambda page: [
        language for language in [page.all("html")[0].attributes.get("lang")]
        if language != ("en" if page.path.startswith("en/") else "id")]) == []


def test_every_page_has_a_description(pages):
    assert [page.path for page in pages if not any(
        meta.attributes.get("name") == "description" and meta.attributes.get("content") for meta in page.all("meta"))
    ] == []


def test_ids_are_unique_in_a_page(pages):
    assert places(pages, lambda page: sorted({name for name in page.ids if page.ids.count(name) > 1})) == []


def test_names_that_elements_refer_to_exist(pages):
    def missing(page):
        for element in page.elements:
            for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                yield from (one for one in (element.attributes.get(name) or "").split() if one not in page.ids)

    assert places(pages, missing) == []


def test_nothing_is_inline(pages):
    def inline(page):
        for element in page.elements:
            if element.tag == "style" or "style" in element.attributes:
                yield f"style in <{element.tag}>"
            if element.tag == "script" and not {"src", "type"} & element.attributes.keys():
                yield "inline script"
            yield from (f"{name} in <{element.tag}>" for name in element.attributes if name.startswith("on"))
            if (element.attributes.get("href") or "").strip().lower().startswith(("javascript:", "data:", "vbscript:")):
                yield f"href={element.attributes['href']}"

    assert places(pages, inline) == []


def test_every_picture_has_a_description_and_a_size(pages):
    assert places(pages, lambda page: [
        image.attributes.get("src") for image in page.all("img")
        if "alt" not in image.attributes or not {"width", "height"} <= image.attributes.keys()]) == []


def test_the_canonical_address_is_the_pages_own(pages):
    def wrong(page):
        found = [link.attributes["href"] for link in page.all("link") if link.attributes.get("rel") == "canonical"]
        return [] if found == ["https://ikm-center.example" + page.url] else [found]

    assert places(pages, wrong) == []


def test_languages_refer_to_each_other(pages):
    base = "https://ikm-center.example"
    alternates = {base + page.url: {
        link.attributes["hreflang"]: link.attributes["href"] for link in page.all("link")
        if link.attributes.get("rel") == "alternate" and "hreflang" in link.attributes} for page in pages}
    for url, others in alternates.items():
        assert not others or url in others.values(), url
        for other in others.values():
            assert alternates[other] == others, (url, other)
    assert alternates[base + "/"] == {"id": base + "/", "en": base + "/en/", "x-default": base + "/"}


def test_json_parses_wherever_there_is_some(sample_site, pages):
    for file in [*sample_site.rglob("*.json"), *sample_site.rglob("*.webmanifest")]:
        json.loads(file.read_text())
    for page in pages:
        for script in page.all("script"):
            if script.attributes.get("type") == "application/ld+json":
                json.loads(script.text)


def test_assets_carry_a_fingerprint_that_follows_their_bytes(project):
    site = project()
    before = {path for path in site.built() if path.endswith(".css")}
    assert before and all(re.search(r"[.-][0-9a-f]{8,}\.css$", path) for path in before)
    site.edit({"templates/assets/css/site.css": lambda text: text + "\n.lain { color: inherit; }\n"})
    after = {path for path in site.built() if path.endswith(".css")}
    assert len(after) == len(before)
    assert {path.partition(".")[0] for path in after - before} == {"assets/css/site"}


def unchanged(site):
    pass


def many_products(site):
    model = (site / "content/products/getuk-tiga-warna/index.md").read_text()
    english = (site / "content/products/getuk-tiga-warna/index.en.md").read_text()
    model = re.sub(r"^(photos:\n(  - .*\n)+|flagship: .*\n)", "", model, flags=re.M)
    english = re.sub(r"^photos:\n(  .*\n)+", "", english, flags=re.M)
    for number in range(80):
        site.edit({f"content/products/kue-{number}/{name}": re.sub(
            r'^name: ".*"$', f'name: "Kue {number}"', text, flags=re.M)
            for name, text in (("index.md", model), ("index.en.md", english))})


def nothing_to_sell(site):
    page = '---\ntitle: "Berkunjung"\nsummary: "Tempatnya."\n---\nDatanglah.\n'
    site.edit({"content/products": None, "content/businesses": None, "content/pages": None})
    site.edit({"content/pages/ikm-center.md": page})


def one_language(site):
    for file in (site / "content").rglob("*.en.md"):
        file.unlink()
    # The language's section words, its order message, and every text in it.
    for name in ("site", "categories", "programmes"):
        site.edit({f"content/{name}.yaml": lambda text: re.sub(
            r"^(  - code: en\n(    .*\n)+|  en: \|-\n(    .*\n)+| *\w+_en: .*\n)", "", text, flags=re.M)})


@pytest.mark.parametrize("change", [unchanged, many_products, nothing_to_sell, one_language])
@pytest.mark.parametrize("base", ["https://ikm-center.example", "https://kota.example/ikm/etalase"])
def test_other_sites_are_sound_too(project, change, base):
    site = project()
    change(site)
    site.built("--base-url", base)
    pages = read_pages(site.output)
    addresses = Addresses(site.output, pages, base)
    assert places(pages, lambda page: [
        address for address in page.addresses() if addresses.leads_nowhere(address, page.url)]) == []
    assert places(pages, lambda page: page.unbalanced) == []
    assert [page.path for page in pages if len(page.all("h1")) != 1] == []
    assert places(pages, lambda page: sorted({name for name in page.ids if page.ids.count(name) > 1})) == []
    titles = [page.all("title")[0].text for page in pages if not page.path.startswith("en/")]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


BODY = """Satu [toko](https://example.org/a?b=1&c=2), <https://example.org/langsung> dan www.example.com.

Satu [surat](mailto:halo@example.org), [halaman](/produk/) dan [tetangga](../besek-bambu/index.md).

# Judul besar

## Bahan

Isi.

## Bahan

<script>alert(1)</script> <b onclick="alert(2)">tebal</b>

[klik](javascript:alert(3)) [klik](JaVaScRiPt&colon;alert(4)) [klik](data:text/html,x) ![x](vbscript:x "y")

{{ product.name }} {% include "base.html" %}

```js" onload="alert(5)
<img src=x onerror=alert(6)>
```
"""


@pytest.fixture(scope="module")
def body(sample, scratch):
    """The body of a product's page, as elements, and the page's text."""
    site = copy_project(sample.folder, scratch / "isi").edit({
        "content/products/uji/index.md": product(body=BODY, name='<b>&\\"Kue\'')})
    site.built()
    page = read_page(site.output, "produk/uji/index.html")
    return page, (site.output / page.path).read_text()


def test_external_links_in_a_body_vouch_for_nothing(body):
    page, _ = body
    found = {link.attributes["href"]: link.attributes.get("rel") for link in page.all("a")}
    for address in ("https://example.org/a?b=1&c=2", "https://example.org/langsung", "http://www.example.com"):
        assert found[address] == "noopener nofollow ugc"
    assert found["mailto:halo@example.org"] is None or "ugc" in found["mailto:halo@example.org"]
    assert found["/produk/"] is None
    assert found["/produk/besek-bambu/"] is None


def test_headings_of_a_body_stand_below_the_pages_own_and_have_ids(body):
    page, _ = body
    assert len(page.all("h1")) == 1
    bahan = [heading for heading in page.all("h2", "h3", "h4") if heading.text.strip() == "Bahan"]
    assert len(bahan) == 2
    assert len({heading.attributes["id"] for heading in bahan}) == 2
    assert len(set(page.ids)) == len(page.ids)


def test_a_body_cannot_bring_code_into_a_page(body):
    page, text = body
    assert [element.tag for element in page.elements if any(name.startswith("on") for name in element.attributes)] == []
    assert [script for script in page.all("script") if "alert" in script.text] == []
    assert not re.search(r"(?:href|src)=[\"']?\s*(?:javascript|vbscript|data):", text, re.I)
    assert page.unbalanced == []


def test_template_syntax_in_a_body_is_text(body):
    _, text = body
    assert "{{ product.name }}" in text
    assert "{% include" in text


def test_a_name_is_escaped_wherever_it_stands(body):
    page, text = body
    assert page.all("h1")[0].text == '<b>&"Kue\''
    assert "<b>&" not in text

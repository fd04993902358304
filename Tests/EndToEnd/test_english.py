"""The second language: whole pages of it, and whatever is not in it says so."""

import re
from html.parser import HTMLParser

import pytest

from harness import business, product
from site_check import VOID, read_page

MARK = "§"


class ForeignText(HTMLParser):
    """Collects text, and descriptions of pictures, with the mark outside elements that say another language."""

    def __init__(self):
        super().__init__()
        self.languages, self.found = [], []

    def language(self):
        return next((language for language in reversed(self.languages) if language), None)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        for name in ("alt", "title", "aria-label"):
            if MARK in (values.get(name) or "") and (values.get("lang") or self.language()) != "id":
                self.found.append(f"{name}={values[name]}")
        if tag not in VOID:
            self.languages.append("script" if tag == "script" else values.get("lang"))

    def handle_endtag(self, _tag):
        self.languages.pop()

    def handle_data(self, text):
        if MARK in text and self.language() not in ("id", "script"):
            self.found.append(text.strip())


def foreign(folder):
    wrong = {}
    for file in (folder / "en").rglob("*.html"):
        reader = ForeignText()
        reader.feed(file.read_text())
        if reader.found:
            wrong[str(file.relative_to(folder))] = reader.found
    return wrong


def marked(text):
    return re.sub(r'^([\w.-]+: ")', rf"\1{MARK}", text, flags=re.M)


def test_no_interface_text_of_the_first_language_is_in_anything_english(project):
    site = project({"templates/strings/id.yaml": lambda text: marked(text).replace(f'locale: "{MARK}', 'locale: "')})
    site.built()
    # But for links to the Indonesian list, whose name is Indonesian.
    wrong = [str(file.relative_to(site.output)) for file in (site.output / "en").rglob("*") if file.is_file()
             and MARK in re.sub(r'<a href="[^"]*" lang="id" hreflang="id">[^<]*', "", file.read_text())]
    assert wrong == []
    assert MARK in (site.output / "index.html").read_text() and MARK in (site.output / "feed.xml").read_text()


def test_no_interface_text_of_english_is_in_the_first_language(project):
    site = project({"templates/strings/en.yaml": lambda text: marked(text).replace(f'locale: "{MARK}', 'locale: "')})
    site.built()
    wrong = [str(file.relative_to(site.output)) for file in site.output.rglob("*")
             if file.suffix in (".html", ".xml", ".json", ".csv") and "en" not in file.relative_to(site.output).parts
             and MARK in file.read_text()]
    assert wrong == []


def test_what_has_no_translation_says_its_language(project):
    site = project({
        "content/products/uji/index.md": product(
            "price: 15000", f'unit: "{MARK}dus"', f'variants: [{{name: "{MARK}kecil"}}]', f'storage: "{MARK}sejuk"',
            f'ingredients: ["{MARK}gula"]', f'allergens: ["{MARK}susu"]', f'materials: "{MARK}bambu"',
            f'technique: "{MARK}anyam"', f'motif: "{MARK}kawung"', f'care: "{MARK}lap"', f'tags: ["{MARK}kue"]',
            f'photos: [{{file: foto.jpg, alt: "{MARK}kue di piring", credit: "{MARK}foto sendiri"}}]',
            "flagship: {status: designated, year: 2026}",
            name="Kue Uji").replace("Kue yang", f"{MARK}Kue yang").replace("getuk-mbah-sarinem", "uji"),
        "content/products/uji/index.en.md": '---\nname: "Test cake"\n---\nGood.\n',
        "content/products/uji/foto.jpg": None,
        "content/businesses/uji.md": business(
            f'address: "{MARK}Jalan Uji"', "consent: {date: 2026-01-01, fields: [address]}", rw="8",
        ).replace("Uji.\n", f"{MARK}Cerita dalam bahasa Indonesia.\n"),
        "content/businesses/uji.en.md": "---\nname: Test Business\n---\n",
    })
    photo = (site / "content/products/getuk-tiga-warna/getuk-tiga-warna.jpg").read_bytes()
    site.edit({
        "content/products/uji/foto.jpg": photo,
        "content/site.yaml": lambda text: text.replace('address: "Jl.', f'address: "{MARK}Jl.'),
        "content/programmes.yaml": lambda text: re.sub(r'(source: ")', rf"\1{MARK}", text),
    })
    site.built()
    assert MARK in (site.output / "en/products/uji/index.html").read_text()
    assert foreign(site.output) == {}


def test_lists_point_to_what_is_in_indonesian_only(sample_site):
    def pointer(path):
        text = (sample_site / path).read_text()
        found = re.search(r'(\d+) more products? (?:is|are) described in Indonesian only:.*?href="([^"]+)" lang="id"', text)
        return found and (int(found[1]), found[2])

    untranslated = [folder for folder in (sample_site / "produk").iterdir()
                    if (folder / "index.html").is_file() and not re.search(
                        r'hreflang="en"', (folder / "index.html").read_text().split("</head>")[0])]
    assert len(untranslated) > 2
    assert pointer("en/products/index.html") == (len(untranslated), "/produk/")
    assert pointer("en/categories/makanan/lauk-olahan/index.html") == (2, "/kategori/makanan/lauk-olahan/")
    assert pointer("en/rw/rejowinangun-utara/index.html") == (2, "/rw/rejowinangun-utara/")
    assert pointer("en/categories/minuman/kopi/index.html") is None
    assert not [file for file in sample_site.rglob("*.html")
                if "en" not in file.relative_to(sample_site).parts and "untranslated" in file.read_text()]


def test_untranslated_products_are_in_nothing_english(sample_site):
    assert not (sample_site / "en/products/tampah-hias").exists()
    wrong = [str(file.relative_to(sample_site)) for file in (sample_site / "en").rglob("*")
             if file.is_file() and "tampah-hias" in file.read_text() and "rw/index.html" not in str(file)]
    assert wrong == []


@pytest.mark.parametrize("path", ["en/index.html", "en/products/index.html", "en/businesses/index.html",
                                  "en/rw/index.html", "en/categories/index.html", "en/data-terbuka/index.html"])
def test_titles_and_descriptions_are_english(sample_site, path):
    page = read_page(sample_site, path)
    [description] = [meta.attributes["content"] for meta in page.all("meta") if meta.attributes.get("name") == "description"]
    words = set(re.findall(r"[a-z]+", (description + " " + page.all("title")[0].text.split(" – ")[0]).lower()))
    assert words & {"the", "of", "and", "all", "for", "from", "in"}
    assert not words & {"dan", "yang", "semua", "dari", "untuk", "atau"}

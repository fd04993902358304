"""Everything that is wrong is named at its place, all of it in one run, and nothing is written."""

import json

import pytest

from harness import Project, business, differences, product, tree

MISTAKES = {
    "content/products/salah-kunci/index.md": product("pirce: 18000"),
    "content/products/tautan-putus/index.md": product(
        body="Baris pertama.\n\nLihat [getuk lain](../tidak-ada/index.md)."),
    "content/products/foto-hilang/index.md": product(
        "photos:", '  - {file: hilang.jpg, alt: "Kue di atas piring putih"}'),
    "content/products/harga-rp/index.md": product("price: Rp 15.000", 'unit: "dus"'),
    "content/products/ada-nik/index.md": product(body="NIK pembuatnya 3371012304850003, boleh dicek."),
    "content/products/pirt-lama/index.md": product("licences:", '  pirt: ["2-15-3371-01-0001-23"]'),
    "content/businesses/rw-salah.md": business(kelurahan="tidar-selatan", rw="13"),
    "content/businesses/dua-kelurahan.md": business(kelurahan="Rejowinangun"),
    "content/businesses/tanpa-izin.md": business('phone: "(0293) 362123"'),
    "templates/partials/footer.html": lambda text: "<p>{{ produk.nama }}</p>\n" + text,
}
ERRORS = [
    'content/businesses/dua-kelurahan.md:4:14: error: "Rejowinangun" can mean 2 kelurahan'
    " [business.place.kelurahan.ambiguous]",
    "content/businesses/rw-salah.md:5:7: error: RW 13 does not exist there [business.place.rw.range]",
    "content/businesses/tanpa-izin.md:6:8: error: phone is personal data and may be published only with the owner's"
    " consent [business.consent.missing]",
    "content/products/ada-nik/index.md:8:16: error: 16 digits: this may be a NIK, which must never be published"
    " [privacy.number.forbidden]",
    'content/products/foto-hilang/index.md:8:12: error: "hilang.jpg" is not beside this file'
    " [product.photos.file.missing]",
    'content/products/harga-rp/index.md:7:8: error: "Rp 15.000" is not a price in whole rupiah [product.price.invalid]',
    'content/products/salah-kunci/index.md:7:1: error: unknown key "pirce" [product.key.unknown]',
    'content/products/tautan-putus/index.md:10:20: error: link "../tidak-ada/index.md" leads nowhere: there is no'
    " content/products/tidak-ada/index.md [markdown.link.dead]",
    'templates/partials/footer.html:1:7: error: unknown name "produk" [template.undefined.name]',
]
HELP = [
    "  help: write one of: rejowinangun-selatan, rejowinangun-utara\n",
    "  help: Tidar Selatan has RW 1 to 12\n",
    "  help: ask, then add phone to consent: {date: …, fields: [phone]}; or remove it\n",
    '  7 | pirce: 18000\n    | ^^^^^\n  help: did you mean "price"?\n',
    "  7 | price: Rp 15.000\n    |        ^^^^^^^^^\n  help: write only digits: price: 15000\n",
]
EXPIRED = (
    "content/products/pirt-lama/index.md:8:10: warning: expired at the end of 2023: the P-IRT badge is not shown"
    " [product.licences.pirt.expired]")


@pytest.fixture
def mistaken(project) -> Project:
    return project(MISTAKES)


def test_every_mistake_is_named_at_its_place_in_one_run(mistaken):
    result = mistaken.build()
    assert result.returncode == 1
    lines = result.stderr.splitlines()
    assert [line for line in lines if ": error: " in line] == ERRORS
    assert [text for text in HELP if text not in result.stderr] == []
    assert EXPIRED in lines
    assert lines[-1].startswith("9 errors, ")
    assert lines[-1].endswith("; nothing was written")


@pytest.mark.parametrize("command", ["build", "check"])
def test_nothing_is_written_when_there_is_an_error(project, command):
    site = project()
    site.built()
    (site.output / "CNAME").write_text("etalase.example\n")
    site.edit(MISTAKES)
    before = tree(site.folder)
    assert site.run(command).returncode == 1
    assert differences(tree(site.folder), before) == []


def test_no_output_folder_is_made_when_there_is_an_error(mistaken):
    mistaken.build()
    assert not mistaken.output.exists()


def test_mistakes_come_in_the_order_of_their_places(mistaken):
    found = json.loads(mistaken.build("--format", "json").stdout)["diagnostics"]
    places = [(one["file"].encode(), one["line"], one["column"], one["code"]) for one in found]
    assert places == sorted(places)


def test_the_number_of_threads_does_not_change_what_is_said(mistaken):
    assert mistaken.build("--jobs", "1").stderr == mistaken.build("--jobs", "7").stderr


@pytest.mark.parametrize("text, expected", [
    ("{{ pge.title }}", ':1:4: error: unknown name "pge" [template.undefined.name]\n'),
    ("{{ page.titel }}", ':1:9: error: Page has no field "titel" [template.undefined.field]\n'),
    ("{% if page.title %}", ':1:4: error: "if" has no "endif" [template.syntax.unclosed]\n'),
    ('{{ "tidak.ada"|t }}', ':1:4: error: no text "tidak.ada" in strings/'),
    ('{{ "css/tidak-ada.css"|asset }}', ':1:4: error: no file "css/tidak-ada.css" in templates/assets'),
    ('{% include "partials/tidak-ada.html" %}', ":1:12: error: "),
])
def test_a_mistake_in_a_template_is_named_at_its_place(project, text, expected):
    result = project({"templates/partials/footer.html": lambda old: text + old}).build()
    assert result.returncode == 1
    assert "templates/partials/footer.html" + expected in result.stderr


@pytest.mark.parametrize("path", [
    "content/site.yaml", "content/regions.yaml", "content/categories.yaml", "content/programmes.yaml",
    "templates/home.html", "templates/strings/en.yaml",
])
def test_a_missing_file_of_the_frame_is_named(project, path):
    result = project({path: None}).build()
    assert result.returncode == 1
    assert path in result.stderr


def test_the_caret_stands_below_what_is_wrong_after_wide_and_combining_characters(project):
    # Before the key are 25 characters of Unicode; on a terminal 乳 is two columns wide and the accent has no width.
    line = 'variants: [{name: "乳e\u0301", pirce: 1}]'
    said = project({"content/products/uji/index.md": product(line)}).build().stderr.splitlines()
    at = said.index('content/products/uji/index.md:7:26: error: unknown key "pirce" [product.key.unknown]')
    assert said[at + 1:at + 3] == [f"  7 | {line}", "    | " + 25 * " " + "^^^^^"]


@pytest.mark.parametrize("text, code", [
    (b"", "frontmatter.missing"),
    (b"---\nname: Kue\n", "frontmatter.unclosed"),
    (b"---\nname: \"Kue\n---\n", "yaml.quote.unclosed"),
    (b"---\nname: Kue\nname: Kue\n---\n", "yaml.key.duplicate"),
    (b"---\nname: *kue\n---\n", "yaml.value.reserved"),
    (b"---\nname: Kue: getuk\n---\n", "yaml.value.colon"),
    (b"---\nname:\n\t- Kue\n---\n", "yaml.indentation.tab"),
    (b"---\nname: K\xfce\n---\n", "text.encoding.invalid"),
    ("---\nname: Kue\n---\n".encode("utf-16"), "text.encoding.invalid"),
    (b"---\nname: Kue\x00\n---\n", "text.character.control"),
    (b"---\nname: " + b"[" * 20_000 + b"\n---\n", "yaml.nesting.limit"),
    (b"---\nname: Kue\n---\n" + b"x" * (1 << 20), "content.file.size"),
    (b"---\nname: Kue\n---\n" + b"![[]()" * 20_000, "markdown.limit.markers"),
])
def test_a_damaged_file_is_an_error_and_soon_found(project, text, code):
    site = project({"content/products/uji/index.md": text})
    result = site.build("--format", "json", timeout=5)
    assert result.returncode == 1
    assert code in [one["code"] for one in json.loads(result.stdout)["diagnostics"]]
    assert not site.output.exists()


@pytest.mark.parametrize("rewrite", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
])
def test_a_byte_order_mark_and_crlf_change_nothing(project, sample_site, rewrite):
    site = project({"content/products/getuk-tiga-warna/index.md": rewrite})
    assert differences(site.built(), tree(sample_site)) == []

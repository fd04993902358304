"""A page of `etalase serve` in a browser: it follows its files."""

import shutil
import time

import pytest

from conftest import built_site
from harness import CACHE, PROJECT, Project
from preview import serving

GETUK = "content/products/getuk-tiga-warna/index.md"
GETUK_PAGE = "/produk/getuk-tiga-warna/"
STYLE = "templates/assets/css/site.css"


def change(file, edit):
    text = edit(file.read_text())
    new = file.with_name(f".{file.name}.tmp")
    new.write_text(text)
    new.replace(file)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """The sample's preview, and its project's folder. Each test puts back what it changes."""
    folder = tmp_path_factory.mktemp("preview")
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    # The photos are developed already.
    shutil.copytree(built_site().parent / CACHE, folder / CACHE)
    with serving(Project(folder), "--lang", "id") as preview:
        preview.folder = folder
        yield preview


@pytest.fixture
def visit(preview, browser):
    """Opens a page of the preview; nothing may go wrong in it, and it may not navigate."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    complaints = []

    def open_page(path=GETUK_PAGE):
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(preview.url + path)
        # Only a page that was never left still has this.
        page.evaluate("window.isTheSame = true")
        # The script knows the page as it was served, and what the server told.
        page.locator("etalase-preview[data-ready]").wait_for(state="attached")
        return page

    yield open_page
    context.close()
    # A page that is gone is answered with the site's page for that.
    assert [complaint for complaint in complaints if "404" not in complaint] == []


@pytest.fixture
def edited(preview):
    """Edits a file, and puts it back when the test is over."""
    before = {}

    def edit(path, function):
        file = preview.folder / path
        before.setdefault(file, file.read_text())
        change(file, function)

    yield edit
    for file, text in before.items():
        change(file, lambda _: text)


def wait_for(page, condition, seconds=10):
    """Playwright's own `wait_for_function` needs `eval`, which the pages' policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def stays(page) -> bool:
    return page.evaluate("window.isTheSame === true")


def test_a_saved_text_is_seen_without_leaving_the_page(visit, edited):
    page = visit()
    page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    page.evaluate("document.querySelector('.about h2').tabIndex = -1; document.querySelector('.about h2').focus({preventScroll: true})")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p id=own>made by a script</p>')")
    edited(GETUK, lambda text: text + "\nKalimat yang baru saja disimpan.\n")
    page.get_by_text("Kalimat yang baru saja disimpan.").wait_for()
    assert stays(page)
    assert page.evaluate("scrollY") == 700
    assert page.evaluate("document.activeElement.localName") == "h2"
    assert page.locator("#own").text_content() == "made by a script"


def test_open_details_stay_open(visit, edited):
    edited("templates/product.html", lambda text: text.replace(
        "{% block content %}", "{% block content %}\n<details><summary>Tanya</summary><p>Jawab satu</p></details>", 1))
    page = visit()
    page.get_by_text("Tanya").click()
    edited("templates/product.html", lambda text: text.replace("Jawab satu", "Jawab dua"))
    page.get_by_text("Jawab dua").wait_for()
    assert page.locator("details").first.get_attribute("open") is not None
    assert stays(page)


def test_the_tab_is_marked_for_a_moment(visit, edited):
    page = visit()
    edited(GETUK, lambda text: text + "\nSatu lagi.\n")
    wait_for(page, "document.title.startsWith('● ')")
    wait_for(page, "!document.title.startsWith('●')")
    assert page.title() == "Getuk Tiga Warna – IKM Center Kota Magelang"


def test_a_mistake_is_shown_over_the_page_and_goes_when_it_is_mended(visit, edited):
    page = visit()
    edited(GETUK, lambda text: text.replace("price:", "pirce:"))
    overlay = page.locator(".et-overlay")
    overlay.wait_for()
    said = overlay.inner_text()
    for words in [GETUK, 'kunci "pirce" tidak dikenal', 'Saran: maksudnya "price"?', "pirce: 12000"]:
        assert words in said
    assert overlay.locator("mark").first.inner_text() == "pirce"
    assert page.locator("h1").first.inner_text() == "Getuk Tiga Warna"
    # It can be folded away, and comes back with another mistake.
    page.keyboard.press("Escape")
    page.locator(".et-pill").wait_for()
    edited(GETUK, lambda text: text.replace("unit:", "unti:"))
    overlay.wait_for()
    edited(GETUK, lambda text: text.replace("pirce:", "price:").replace("unti:", "unit:"))
    overlay.wait_for(state="detached")
    assert stays(page)


def test_a_style_is_seen_without_leaving_the_page(visit, edited):
    page = visit()
    colour = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(colour) != "rgb(1, 2, 3)"
    edited(STYLE, lambda text: text + "\nbody { background: rgb(1 2 3); }\n")
    wait_for(page, f"{colour} === 'rgb(1, 2, 3)'")
    wait_for(page, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert stays(page)


def test_a_new_picture_is_seen_without_leaving_the_page(visit, preview):
    page = visit()
    folder = preview.folder / "content/products/getuk-tiga-warna"
    old = (folder / "getuk-tiga-warna.jpg").read_bytes()
    source = "document.querySelector('.slides img').src"
    before = page.evaluate(source)
    new = (preview.folder / "content/products/lampu-gantung-bambu/lampu-gantung-bambu.jpg").read_bytes()
    page.evaluate("document.querySelector('.slides img').addEventListener('load', () => { window.loaded = true })")
    (folder / ".new").write_bytes(new)
    (folder / ".new").replace(folder / "getuk-tiga-warna.jpg")
    try:
        wait_for(page, "window.loaded === true")
        assert page.evaluate(source) != before
        assert stays(page)
    finally:
        (folder / "getuk-tiga-warna.jpg").write_bytes(old)


def test_more_tabs_than_a_browser_has_connections_all_follow(visit, edited):
    pages = [visit() for _ in range(8)]
    edited(GETUK, lambda text: text + "\nDilihat di semua tab.\n")
    for page in pages:
        page.get_by_text("Dilihat di semua tab.").wait_for()


def test_a_page_that_loses_its_file_becomes_the_one_for_that(visit, preview):
    page = visit("/tentang/")
    file = preview.folder / "content/pages/tentang.md"
    english = preview.folder / "content/pages/tentang.en.md"
    texts = file.read_text(), english.read_text()
    try:
        english.unlink()
        file.unlink()
        wait_for(page, "document.body.className === 'page-not_found'")
    finally:
        file.write_text(texts[0])
        english.write_text(texts[1])
    wait_for(page, "document.body.className === 'page-info'")


def test_e_tells_where_the_page_comes_from(visit):
    page = visit()
    page.keyboard.press("e")
    panel = page.locator(".et-panel")
    panel.wait_for()
    said = panel.inner_text()
    for words in [GETUK, "templates/product.html", "content/products/getuk-tiga-warna/getuk-tiga-warna.jpg"]:
        assert words in said
    page.keyboard.press("e")
    panel.wait_for(state="hidden")


def test_the_index_searches_while_one_types(visit, edited):
    page = visit("/_etalase/")
    page.get_by_role("searchbox").press_sequentially("wajik pandan")
    page.get_by_role("heading", name="“wajik pandan”").wait_for()
    assert page.locator(".et-pages li").count() >= 1
    assert page.get_by_role("searchbox").input_value() == "wajik pandan"
    assert stays(page)
    edited("content/products/wajik-pandan/index.md", lambda text: text.replace("Wajik Pandan", "Wajik Pandan Wangi"))
    page.get_by_role("link", name="Wajik Pandan Wangi").first.wait_for()


def test_the_preview_says_when_it_has_stopped(visit, browser, tmp_path_factory):
    folder = tmp_path_factory.mktemp("stopped")
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    page = browser.new_page()
    with serving(Project(folder), "--lang", "id") as preview:
        page.goto(preview.url)
        page.locator("etalase-preview[data-ready]").wait_for(state="attached")
    page.get_by_text("Pratinjau sudah berhenti").wait_for()
    page.close()

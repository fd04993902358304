"""What comes out of the printer: Chromium's PDF of the pages for paper, its text and its QR codes."""

import re
import subprocess
from pathlib import Path

import pytest

BASE = "https://ikm-center.example"


@pytest.fixture(scope="module")
def printed(browser, address, tmp_path_factory):
    """Prints a page as a person would, from a dark desktop, and returns the PDF."""
    folder = tmp_path_factory.mktemp("printed")
    files: dict[str, Path] = {}

    def make(url: str) -> Path:
        if url not in files:
            context = browser.new_context(base_url=address, color_scheme="dark", locale="id-ID")
            page = context.new_page()
            page.goto(url, wait_until="load")
            files[url] = folder / f"{len(files)}.pdf"
            page.pdf(path=files[url], prefer_css_page_size=True, print_background=True)
            context.close()
        return files[url]

    return make


def run(*command, allowed=(0,)) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=300)
    assert done.returncode in allowed, done.stderr
    return done.stdout.decode()


def texts(pdf: Path, order="-raw") -> list[str]:
    """The text of each page, in the order of the document."""
    return run("pdftotext", order, pdf, "-").split("\f")[:-1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def codes(pdf: Path, folder: Path) -> list[str]:
    """What a reader sees in the pages as a printer of 150 dots an inch would put them on paper."""
    run("pdftoppm", "-r", "150", "-gray", "-png", pdf, folder / "page")
    pages = sorted(folder.glob("page*.png"))
    # 4: some pages have none.
    return run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *pages, allowed=(0, 4)).split()


def corner_colours(pdf: Path, folder: Path) -> set[bytes]:
    """The colours of the first pixel of each page."""
    run("pdftoppm", "-r", "20", pdf, folder / "small")
    return {file.read_bytes().split(b"\n", 3)[3][:3] for file in folder.glob("small*.ppm")}


def hrefs(site_folder: Path, path: str, pattern: str) -> list[str]:
    return re.findall(pattern, (site_folder / path / "index.html").read_text())


@pytest.mark.parametrize("url, products", [("/cetak/label/", "/produk/"), ("/en/print/labels/", "/en/products/")])
def test_every_label_has_a_code_that_opens_its_product(site_folder, printed, tmp_path, url, products):
    labels = hrefs(site_folder, url.strip("/"), r'class="shelf-place">([^<]+)<')
    found = codes(printed(url), tmp_path)
    assert len(found) == len(labels) > 10
    assert len(set(found)) == len(found)
    for code in found:
        assert code.startswith(BASE + products)
        page = (site_folder / code.removeprefix(BASE).strip("/") / "index.html").read_text()
        assert any(shelf in page for shelf in labels)


@pytest.mark.parametrize("url, rw, home", [
    ("/cetak/katalog/", r"/rw/[a-z-]+/rw-\d\d/", "/"), ("/en/print/catalog/", r"/en/rw/[a-z-]+/rw-\d\d/", "/en/")])
def test_the_codes_of_the_catalog_open_the_site_and_each_rw(site_folder, printed, tmp_path, url, rw, home):
    found = codes(printed(url), tmp_path)
    assert found.count(BASE + home) == 1
    others = [code.removeprefix(BASE) for code in found if code != BASE + home]
    assert len(others) == len(set(others)) > 5
    for path in others:
        assert re.fullmatch(rw, path)
        assert (site_folder / path.strip("/") / "index.html").is_file()


@pytest.mark.parametrize("url", ["/cetak/katalog/", "/cetak/label/", "/en/print/catalog/"])
def test_the_paper_is_white_a4_whatever_the_screen(printed, tmp_path, url):
    pdf = printed(url)
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", run("pdfinfo", "-l", "999", pdf))
    assert sizes
    assert all(abs(float(width) - 595.28) < 1 and abs(float(height) - 841.89) < 1 for width, height in sizes)
    assert corner_colours(pdf, tmp_path) == {b"\xff\xff\xff"}


def test_no_product_of_the_catalog_is_torn_in_two(site_folder, printed):
    html = (site_folder / "cetak/katalog/index.html").read_text()
    items = re.findall(r'<li class="print-product".*?</li>', html, re.S)
    assert len(items) == 38
    pages = [squeezed(page) for page in texts(printed("/cetak/katalog/"))]
    for item in items:
        name = re.search(r"<h4><a[^>]*>([^<]+)", item)[1]
        summary = re.search(r'class="print-summary">([^<]+)', item)[1]
        block = re.compile(re.escape(squeezed(name)) + ".{0,100}" + re.escape(squeezed(summary)))
        assert [number for number, page in enumerate(pages, 1) if block.search(page)], name


def test_no_heading_of_the_catalog_stands_alone_at_the_foot_of_a_page(printed):
    pages = texts(printed("/cetak/katalog/"), "-layout")
    for number, page in enumerate(pages[2:], 3):
        *_, last, foot = [line.strip() for line in page.splitlines() if line.strip()]
        assert foot == str(number)
        assert not re.match(r"(RW \d+|Pindai|Kecamatan)\b", last), last


def test_the_site_around_a_page_is_not_printed(printed):
    for url in ("/cetak/katalog/", "/cetak/label/"):
        words = "".join(texts(printed(url)))
        assert "Beranda" not in words
        assert "Ctrl+P" not in words
        assert "siap dicetak" not in words and "Label rak" not in words


def test_sheets_of_labels_fill_one_paper_each(site_folder, printed):
    sheets = hrefs(site_folder, "cetak/label", '<ol class="sheet"')
    assert len(texts(printed("/cetak/label/"))) == len(sheets)

"""Ordering: WhatsApp links that follow what is chosen, and a basket with one message for each seller.

The sample catalog's sellers are invented and cannot be ordered from, so these tests make them real.
"""

import functools
import http.server
import json
import re
import shutil
import threading
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Handler
from harness import PROJECT, Project

GETUK = "/produk/getuk-tiga-warna/"
KEY = "etalase-basket /"


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A catalog whose sellers can be ordered from."""
    folder = tmp_path_factory.mktemp("shop")
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    for business in (folder / "content/businesses").glob("*.md"):
        text = business.read_text().replace("sample: true\n", "").replace("+62 841-", "+62 812-")
        business.write_text(text)
    project = Project(folder)
    project.built()
    return project


@pytest.fixture(scope="module")
def shop_address(shop):
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(shop.output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def context(browser, shop_address):
    context = browser.new_context(base_url=shop_address, viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    # WhatsApp is never really opened.
    context.route("https://wa.me/**", lambda route: route.fulfill(body="WhatsApp"))
    yield context
    context.close()


@pytest.fixture
def page(context):
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    page.close()
    assert problems == []


def message(href):
    """The number and the text of a WhatsApp link."""
    assert len(href) <= 2000
    parts = urlsplit(href)
    assert parts.hostname == "wa.me"
    return parts.path.strip("/"), parse_qs(parts.query)["text"][0]


def put(page, url, quantity=1, variant=None):
    page.goto(url)
    if variant:
        page.locator("#variant").select_option(variant)
    page.locator("#quantity").fill(str(quantity))
    page.locator("#order button").click()
    page.locator("#order-basket").wait_for()


def kept(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "[]")


def keep(page, items):
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, items if isinstance(items, str) else json.dumps(items)])


def opened(page, url="/keranjang/"):
    page.goto(url, wait_until="networkidle")
    return page


def test_the_link_follows_variant_and_quantity(page):
    page.goto(GETUK)
    link = page.locator(".order a.button-order")
    before = message(link.get_attribute("href"))
    page.locator("#variant").select_option("Dus isi 20")
    page.locator("#quantity").fill("3")
    number, text = message(link.get_attribute("href"))
    assert number == before[0] == "6281200001001"
    assert text == (
        "Halo Getuk Mbah Sarinem, saya melihat Getuk Tiga Warna di etalase IKM Center Kota Magelang.\n"
        "Pilihan: Dus isi 20\nJumlah: 3\nhttps://ikm-center.example/produk/getuk-tiga-warna/\n"
        "Apakah masih ada, dan berapa ongkos kirimnya? Terima kasih.")
    assert page.locator(".order-bar a.button-order").get_attribute("href") == link.get_attribute("href")
    page.get_by_text("Lihat isi pesannya").click()
    assert "Dus isi 20" in page.locator(".message p").inner_text()


def test_what_is_sold_out_cannot_be_chosen(page):
    page.goto("/produk/kain-batik-motif-watertoren/")
    assert page.locator("#variant option[disabled]").all_inner_texts() == ["Tulis (Habis)"]
    page.goto("/produk/tas-batik-watertoren/")
    assert page.locator("#order").count() == 0
    assert page.locator("#pesan button").is_disabled()


def test_each_seller_gets_one_message(page):
    put(page, GETUK, 2, "Dus isi 20")
    put(page, "/produk/getuk-goreng-gula-jawa/")
    put(page, "/produk/miniatur-bus-wisata/", 1)
    assert page.locator("#basket-count").inner_text() == "3"
    page.locator("#order-basket a").click()
    page.wait_for_load_state("networkidle")
    assert page.locator(".basket-seller h2").all_inner_texts() == ["Getuk Mbah Sarinem", "Miniatur Bus Pancaroba"]
    first, second = (message(link.get_attribute("href")) for link in page.locator("a.button-order").all())
    assert first == ("6281200001001", (
        "Halo Getuk Mbah Sarinem, saya ingin memesan dari etalase IKM Center Kota Magelang:\n\n"
        "1. Getuk Tiga Warna (Dus isi 20)\n2 × Rp22.000 (dus) = Rp44.000\n"
        "https://ikm-center.example/produk/getuk-tiga-warna/\n"
        "2. Getuk Goreng Gula Jawa\n1 × Rp20.000 (250 g) = Rp20.000\n"
        "https://ikm-center.example/produk/getuk-goreng-gula-jawa/\n"
        "Jumlah: Rp64.000\n\nApakah semuanya ada, dan berapa ongkos kirimnya? Terima kasih."))
    assert "Miniatur Bus Wisata Pesanan\n1, harga mohon diberitahu\n" in second[1]
    assert page.locator(".basket-total").all_inner_texts() == [
        "Jumlah\nRp64.000", "Jumlah, belum termasuk yang harganya ditanyakan\n–"]


def test_the_same_again_adds_up_in_either_language(page):
    put(page, GETUK, 2, "Dus isi 10")
    put(page, "/en" + GETUK.replace("produk", "products"), 3, "Dus isi 10")
    put(page, GETUK, 1, "Dus isi 20")
    assert [(item["variant"], item["quantity"]) for item in kept(page)] == [("Dus isi 10", 5), ("Dus isi 20", 1)]


def test_quantities_change_and_things_are_taken_out(page):
    put(page, GETUK, 2, "Dus isi 10")
    put(page, "/produk/wajik-pandan/")
    opened(page)
    page.get_by_label("Jumlah Getuk Tiga Warna, Dus isi 10 +1").click()
    assert kept(page)[0]["quantity"] == 3
    assert page.locator(".basket-total").first.inner_text() == "Jumlah\nRp36.000"
    page.get_by_label("Jumlah Getuk Tiga Warna, Dus isi 10", exact=True).fill("0")
    page.keyboard.press("Tab")
    assert kept(page)[0]["quantity"] == 1
    page.get_by_label("Hapus Getuk Tiga Warna, Dus isi 10").click()
    assert page.locator(":focus").inner_text() == "Wajik Bu Tumirah"
    page.get_by_role("button", name="Kosongkan pesanan ini").click()
    assert page.get_by_text("Keranjang masih kosong.").is_visible()
    assert kept(page) == []


def test_changed_prices_and_things_that_are_gone_are_told(page, shop_address):
    for url in (GETUK, "/produk/wajik-pandan/", "/produk/besek-bambu/", "/produk/jenang-ketan/"):
        put(page, url)
    items = kept(page)
    items[0]["price"] = 11_000
    items[1]["product"] = "/produk/wajik-lama/"
    items[2]["variant"] = "99 × 99 cm"
    keep(page, items)
    page.route("**/produk/jenang-ketan/", lambda route: route.abort())
    opened(page)
    assert [note for note in page.locator(".basket-note").all_inner_texts()] == [
        "Harga berubah: tadinya Rp11.000, sekarang Rp12.000.", "Tidak dijual lagi; tidak ikut dikirim.",
        "Harga terbaru belum bisa diperiksa.", "Sedang tidak bisa dipesan; tidak ikut dikirim."]
    wajik = page.locator(".basket-seller", has_text="Wajik Bu Tumirah")
    assert "Pandan" not in message(wajik.locator("a.button-order").get_attribute("href"))[1]
    besek = page.locator(".basket-seller", has_text="Anyaman Pring Wulung")
    assert not besek.locator("a.button-order").is_visible()
    assert kept(page)[0]["price"] == 12_000


@pytest.mark.parametrize("text", [
    "{", "null", "7", '"x"', "[1, null, {}]", '[{"product": "//evil.example/", "name": "x"}]',
])
def test_a_damaged_basket_is_an_empty_one(page, text):
    page.goto("/")
    keep(page, text)
    opened(page)
    assert page.get_by_text("Keranjang masih kosong.").is_visible()
    put(page, GETUK)
    assert len(kept(page)) == 1


@pytest.mark.parametrize("change", [
    {"product": "https://evil.example/"}, {"product": "//evil.example/"}, {"product": "javascript:alert(1)"},
    {"sellerPage": "javascript:alert(1)"}, {"number": "6281?text=x#"}, {"quantity": -1}, {"quantity": 1.5}, {"price": "1"},
    {"page": "javascript:alert(1)"}, {"name": ""}, {"name": "x" * 300},
])
def test_what_someone_else_put_into_the_basket_is_passed_over(page, change):
    put(page, GETUK)
    keep(page, [kept(page)[0] | change])
    opened(page)
    assert page.locator(".basket-line").count() == 0


def test_names_in_the_basket_are_never_markup(page):
    put(page, GETUK)
    keep(page, [kept(page)[0] | {"name": "<img src=x>", "seller": "<b>x</b>", "product": "/tidak-ada/"}])
    opened(page)
    assert page.locator(".basket-name a").inner_text() == "<img src=x>"
    assert page.locator("main img").count() == 0


def test_a_browser_that_keeps_nothing_says_so(context):
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })")
    page = context.new_page()
    page.goto(GETUK)
    page.locator("#order button").click()
    assert page.locator("#order-status").inner_text().startswith("Peramban ini tidak dapat menyimpan keranjang.")
    opened(page)
    assert page.get_by_text("Keranjang masih kosong.").is_visible()


def test_a_long_order_still_fits_into_a_link(page):
    put(page, GETUK)
    item = kept(page)[0]
    keep(page, [item | {"product": f"/produk/x{n}/", "page": f"https://ikm-center.example/produk/x{n}/",
                        "name": f"Getuk “{n}” " + "é" * 40} for n in range(40)])
    page.route("**/produk/x*/", lambda route: route.abort())
    opened(page)
    _, text = message(page.locator("a.button-order").get_attribute("href"))
    assert "Jumlah: Rp480.000" in text and "https" not in text
    left = int(re.search(r"… dan (\d+) produk lagi", text)[1])
    assert 0 < left < 40
    assert f"{left} produk terakhir tidak ikut" in page.locator(".basket-seller .note").inner_text()


def test_everything_can_be_done_with_the_keyboard(page):
    def tab_to(check, most=80):
        for _ in range(most):
            page.keyboard.press("Tab")
            if page.evaluate(f"() => {check}"):
                return
        raise AssertionError(f"Tab never reached {check}")

    page.goto("/")
    tab_to("document.activeElement.name === 'q'")
    page.keyboard.type("gethuk")
    page.keyboard.press("Enter")
    page.locator("#answers").wait_for()
    tab_to("document.activeElement.matches('#facets summary')")
    page.keyboard.press("Enter")
    tab_to("document.activeElement.value === 'makanan/jajanan-pasar'")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelectorAll('#results > li').length === 2")
    tab_to("document.activeElement.textContent === 'Getuk Tiga Warna'")
    page.keyboard.press("Enter")
    page.wait_for_url("**" + GETUK)
    tab_to("document.activeElement.id === 'variant'")
    page.keyboard.press("ArrowDown")
    tab_to("document.activeElement.matches('#order button')")
    page.keyboard.press("Enter")
    page.locator("#order-basket").wait_for()
    tab_to("document.activeElement.matches('#order-basket a')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/keranjang/")
    page.wait_for_load_state("networkidle")
    tab_to("document.activeElement.matches('.basket-seller .button-order')")
    with page.context.expect_page() as popup:
        page.keyboard.press("Enter")
    number, text = message(popup.value.url)
    assert number == "6281200001001" and "Getuk Tiga Warna (Dus isi 20)" in text
    assert page.get_by_text("Sudah terkirim?").is_visible()


def test_the_basket_and_the_form_are_accessible_and_nothing_moves(page):
    put(page, GETUK, 2, "Dus isi 20")
    put(page, "/produk/miniatur-bus-wisata/")
    for url in ("/keranjang/", "/en/basket/", GETUK):
        for scheme in ("light", "dark"):
            for width in (320, 1280):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 800})
                opened(page, url)
                found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
                assert [(rule["id"], node["target"]) for rule in found for node in rule["nodes"]] == []
                assert page.evaluate("() => document.documentElement.scrollWidth") == width


def test_without_a_script_a_product_is_ordered_from_its_page(browser, shop_address):
    context = browser.new_context(base_url=shop_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/cari/")
    page.locator("#browse a[href='/kategori/makanan/jajanan-pasar/']").click()
    page.locator(f"a[href='{GETUK}']").first.click()
    assert not page.locator("#order").is_visible()
    number, text = message(page.locator(".order a.button-order").get_attribute("href"))
    assert number == "6281200001001" and "Getuk Tiga Warna" in text
    page.goto("/keranjang/")
    assert page.locator("noscript p").is_visible()
    context.close()


def test_a_sample_seller_cannot_be_ordered_from(browser, address):
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(GETUK)
    assert page.locator("#order, #basket-count, a[href*='wa.me']").count() == 0
    assert page.locator("#pesan").get_by_text("Ini data contoh; tombol pesan tidak aktif.").is_visible()
    page.goto("/keranjang/")
    assert page.get_by_text("Semua produk di katalog ini contoh").is_visible()
    context.close()

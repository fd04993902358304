"""The website in a real browser: accessible, within its frame, quiet, and complete without JavaScript."""

import os
from pathlib import Path

import pytest
from conftest import pages_by_kind
from axe_playwright_python.sync_playwright import Axe

SCREENSHOTS = Path(__file__).resolve().parent / "screenshots"
AXE = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
BETWEEN = [{"width": width, "height": 800} for width in (400, 768, 1024)]

# What sticks out of the page: the boxes beyond its right edge that no scrolling container holds.
OVERFLOW = """() => {
  const edge = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= edge) return []
  const isHeld = e => {
    for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true
  }
  const out = [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > edge + 0.5 && !isHeld(e))
    .map(e => `${e.tagName.toLowerCase()}.${e.className} reaches ${Math.round(e.getBoundingClientRect().right)}`)
  return out.length ? out : [`page is ${document.documentElement.scrollWidth} wide`]
}"""

# Scrolls through the page and adds up what moved by itself; then loads the pictures that are still out of sight.
SHIFT = """async () => {
  let sum = 0
  const add = entry => { if (!entry.hadRecentInput) sum += entry.value }
  const seen = new PerformanceObserver(list => list.getEntries().forEach(add))
  seen.observe({type: 'layout-shift', buffered: true})
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const scroll = async y => { scrollTo({top: y, behavior: 'instant'}); await frame() }
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) await scroll(y)
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  await frame()
  await scroll(0)
  return sum
}"""
BROKEN_PICTURES = "() => [...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src)"


class Visit:
    """A page that was opened, and everything that the browser complained about."""

    def __init__(self, page):
        self.page, self.complaints = page, []
        page.on("console", lambda message: self.note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self.note(True, str(error)))
        # When the window changes, the browser drops a picture that it is loading for another size of it.
        page.on("requestfailed", lambda request: self.note(
            not (request.resource_type == "image" and "ERR_ABORTED" in request.failure),
            f"{request.url} failed: {request.failure}"))
        page.on("response", lambda response: self.note(response.status >= 400, f"{response.url}: {response.status}"))

    def note(self, is_wrong, text):
        if is_wrong:
            self.complaints.append(text)

    def violations(self) -> list[str]:
        found = Axe().run(self.page, options=AXE).response["violations"]
        return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="module")
def context(browser, address):
    context = browser.new_context(base_url=address, viewport=NARROW, reduced_motion="reduce", locale="id-ID")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def visit(context):
    page = context.new_page()
    yield Visit(page)
    page.close()


def keep_screenshot(page, url, look):
    """With ETALASE_SCREENSHOTS set, a picture of the whole page is kept for people to look at."""
    if os.environ.get("ETALASE_SCREENSHOTS"):
        SCREENSHOTS.mkdir(exist_ok=True)
        name = url.strip("/").replace("/", "_") or "beranda"
        page.screenshot(path=SCREENSHOTS / f"{name}-{look}.png", full_page=True)


def test_every_kind_of_page_has_a_page_in_each_language(site_folder):
    kinds = pages_by_kind(site_folder)
    assert len({kind for kind, _ in kinds}) >= 14
    assert [kind for kind, _ in kinds if not {(kind, "id"), (kind, "en")} <= kinds.keys()] == []


def test_a_page_is_accessible_quiet_and_stays_in_its_frame(visit, sample_page):
    page, url = visit.page, sample_page
    page.emulate_media(color_scheme="light")
    page.goto(url, wait_until="load")
    page.wait_for_function("() => !document.querySelector('#answers')?.hidden")
    found = {
        "moved by itself": page.evaluate(SHIFT),
        "broken pictures": page.evaluate(BROKEN_PICTURES),
        "overflow at 320 pixels": page.evaluate(OVERFLOW),
        "not accessible, light": visit.violations(),
    }
    keep_screenshot(page, url, "320-light")

    page.emulate_media(color_scheme="dark")
    for size in BETWEEN:
        page.set_viewport_size(size)
        found[f"overflow at {size['width']} pixels"] = page.evaluate(OVERFLOW)
    page.set_viewport_size(WIDE)
    found |= {
        "overflow at 1280 pixels": page.evaluate(OVERFLOW),
        "not accessible, dark": visit.violations(),
        "complaints": visit.complaints,
    }
    keep_screenshot(page, url, "1280-dark")
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_dark_and_light_differ(visit):
    page = visit.page
    page.goto("/")
    colours = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours.add(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    assert len(colours) == 2


@pytest.mark.parametrize("url", ["/", "/produk/", "/produk/getuk-tiga-warna/", "/rw/"])
def test_enlarged_text_stays_in_the_frame(visit, url):
    # The browser is set to letters twice as large, in a window of twice the least width.
    page = visit.page
    page.set_viewport_size({"width": 640, "height": 640})
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.goto(url)
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
    assert page.evaluate(OVERFLOW) == []


def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(visit):
    page = visit.page
    page.goto("/produk/getuk-tiga-warna/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#main"
    assert focused.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")
    style = page.evaluate("""() => {
      const style = getComputedStyle(document.activeElement)
      return [style.outlineStyle, style.outlineWidth, style.boxShadow]
    }""")
    assert style[0] != "none" and style[1] != "0px" or style[2] != "none"


def test_a_menu_of_a_list_opens_in_its_place_and_makes_way_for_the_keyboard(visit):
    page = visit.page
    page.goto("/produk/")
    button, menu = page.locator(".filters summary").first, page.locator(".filters details > ul").first
    place = button.bounding_box()
    button.click()
    assert menu.is_visible()
    assert button.bounding_box() == place
    page.locator(".filters a:visible").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.card') !== null")
    assert not menu.is_visible()


@pytest.fixture(scope="module")
def plain(browser, address):
    """A browser without JavaScript."""
    context = browser.new_context(base_url=address, viewport=NARROW, java_script_enabled=False)
    context.set_default_timeout(5_000)
    yield context
    context.close()


def test_a_product_can_be_ordered_without_javascript(plain):
    page = plain.new_page()
    page.goto("/produk/getuk-tiga-warna/")
    assert page.locator("h1").inner_text() == "Getuk Tiga Warna"
    assert page.locator(".buy .price").inner_text() == "Rp12.000–Rp22.000 / dus"
    assert page.locator(".order-bar .price").inner_text() == "mulai Rp12.000 / dus"
    assert page.locator("#pesan").is_visible()
    assert page.locator("#pesan").get_by_text("WhatsApp").first.is_visible()
    assert page.locator(".gallery img").first.is_visible()
    page.close()


def test_a_visitor_without_javascript_finds_a_product_from_the_home_page(plain):
    page = plain.new_page()
    page.goto("/")
    page.locator("main a[href='/kategori/makanan/']").first.click()
    assert page.url.endswith("/kategori/makanan/")
    page.locator("main a[href='/produk/getuk-tiga-warna/']").first.click()
    assert page.locator("h1").inner_text() == "Getuk Tiga Warna"
    page.locator("a[href='/usaha/getuk-mbah-sarinem/']").first.click()
    assert page.locator("h1").inner_text() == "Getuk Mbah Sarinem"
    page.close()


def test_languages_lead_to_each_other(plain):
    page = plain.new_page()
    page.goto("/produk/getuk-tiga-warna/")
    page.locator("a[hreflang='en']").click()
    assert page.url.endswith("/en/products/getuk-tiga-warna/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.close()


def test_a_printed_product_has_what_matters_and_no_controls(visit):
    page = visit.page
    page.goto("/produk/getuk-tiga-warna/")
    page.emulate_media(media="print", color_scheme="light")
    assert page.locator("h1").is_visible()
    assert page.locator(".buy .price").is_visible()
    assert not page.locator(".order-bar").is_visible()
    assert not page.locator("a.skip").is_visible()

"""A product's photos: larger on demand, with and without JavaScript."""

import pytest

PRODUCT = "/produk/getuk-tiga-warna/"


@pytest.fixture
def page(browser, address):
    context = browser.new_context(base_url=address, viewport={"width": 800, "height": 700}, reduced_motion="reduce")
    context.set_default_timeout(5_000)
    page = context.new_page()
    page.goto(PRODUCT)
    yield page
    context.close()


def test_a_photo_opens_over_the_page_and_escape_leads_back_to_where_it_was(page):
    links = page.locator(".zoom")
    assert links.count() == 2
    links.first.focus()
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Perbesar foto 1")
    assert viewer.is_visible()
    assert page.url.endswith(PRODUCT)
    assert viewer.locator("img").get_attribute("alt") == page.locator(".gallery img").first.get_attribute("alt")
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("dialog", name="Perbesar foto 2").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    page.wait_for_function("() => document.activeElement.getAttribute('aria-label') === 'Perbesar foto 2'")


def test_a_click_enlarges_the_photo_further_and_another_makes_it_fit(page):
    page.locator(".zoom").first.click()
    picture = page.locator(".viewer img")
    picture.evaluate("image => image.decode()")
    fitting = picture.bounding_box()["width"]
    picture.click()
    assert picture.bounding_box()["width"] >= 2 * fitting
    picture.click()
    assert picture.bounding_box()["width"] == fitting


def test_the_keyboard_enlarges_the_photo_as_well(page):
    page.locator(".zoom").first.focus()
    page.keyboard.press("Enter")
    picture = page.locator(".viewer img")
    picture.evaluate("image => image.decode()")
    fitting = picture.bounding_box()["width"]
    page.keyboard.press("Enter")
    assert picture.bounding_box()["width"] >= 2 * fitting


def test_the_viewer_closes_with_its_button(page):
    page.locator(".zoom").first.click()
    page.get_by_role("button", name="Tutup").click()
    assert not page.locator("dialog").is_visible()


def test_without_javascript_a_photo_leads_to_its_file(browser, address):
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(PRODUCT)
    page.locator(".zoom").first.click()
    assert page.url.endswith((".jpg", ".jpeg", ".webp", ".png"))
    context.close()

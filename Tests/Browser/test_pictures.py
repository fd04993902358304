"""Photos as a browser fetches them: of the right size, once, and within the budget."""

import gzip

import pytest

PAGES = ["/", "/produk/", "/produk/getuk-tiga-warna/", "/kategori/", "/usaha/", "/usaha/getuk-mbah-sarinem/",
         "/rw/kemirirejo/rw-03/"]
PACKED = ("text/", "application/json", "application/javascript", "image/svg+xml")

# Scrolls to everything and says of each photo which file is shown, which there are, and how many pixels it takes.
PHOTOS = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) { scrollTo(0, y); await frame() }
  const photos = [...document.images].filter(image => image.srcset || image.closest('picture'))
  for (const image of photos) {
    image.scrollIntoView({block: 'center', inline: 'center'})
    await image.decode()
  }
  return photos.map(image => {
    const box = image.getBoundingClientRect(), style = getComputedStyle(image)
    const [width, height] = [image.clientWidth - parseFloat(style.paddingLeft) * 2, image.clientHeight]
    const ratio = image.getAttribute('width') / image.getAttribute('height')
    const sources = image.closest('picture')?.querySelector('source')?.srcset ?? image.srcset
    return {
      shown: image.currentSrc,
      widths: sources.split(', ').map(candidate => parseInt(candidate.split(' ')[1])),
      needed: Math.max(width, height * ratio) * devicePixelRatio,
    }
  })
}"""


def shown_width(photo) -> int:
    """`…/getuk-360.1f2e3d4c5b6a7988.webp` is 360 pixels wide."""
    return int(photo["shown"].rsplit("/", 1)[-1].split(".")[0].rsplit("-", 1)[-1])


@pytest.mark.parametrize("density", [1, 2])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("url", PAGES)
def test_no_photo_is_larger_than_needed_and_each_is_fetched_once(browser, address, url, width, density):
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 720}, device_scale_factor=density, reduced_motion="reduce")
    page, fetched = context.new_page(), []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(url, wait_until="load")
    photos = page.evaluate(PHOTOS)
    context.close()
    assert photos
    fitting = [min((size for size in photo["widths"] if size >= photo["needed"] - 1), default=max(photo["widths"]))
               for photo in photos]
    # A photo that is on the page twice is fetched once, for the larger place.
    needed = {photo["shown"]: 0 for photo in photos}
    for photo, size in zip(photos, fitting):
        needed[photo["shown"]] = max(needed[photo["shown"]], size)
    assert [photo for photo in photos if shown_width(photo) > needed[photo["shown"]]] == []
    # Nor so small that it looks blurred.
    assert [photo for photo in photos if shown_width(photo) < min(photo["needed"] * .7, max(photo["widths"]))] == []
    pictures = [address for address in fetched if "/assets/foto/" in address]
    assert sorted(set(pictures)) == sorted({photo["shown"] for photo in photos})
    assert all(address.endswith(".webp") for address in pictures)


def test_a_browser_without_webp_gets_jpeg(site_folder):
    page = (site_folder / "produk/getuk-tiga-warna/index.html").read_text()
    assert page.count("<picture>") == page.count('<source type="image/webp"') > 2
    for part in page.split("<picture>")[1:]:
        image = part.split("<img ", 1)[1].split(">", 1)[0]
        assert ".jpg" in image and ".webp" not in image


@pytest.mark.parametrize("density", [1, 2])
def test_a_product_page_stays_within_its_budget_on_a_small_phone(browser, address, density):
    context = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 640}, device_scale_factor=density, is_mobile=True)
    page, responses = context.new_page(), []
    page.on("response", lambda response: responses.append(response))
    page.goto("/produk/getuk-tiga-warna/", wait_until="networkidle")
    sizes = {}
    for response in responses:
        body, type = response.body(), response.headers.get("content-type", "")
        sizes[response.url] = len(gzip.compress(body) if type.startswith(PACKED) else body)
    context.close()
    assert sum(sizes.values()) <= 200_000, sizes

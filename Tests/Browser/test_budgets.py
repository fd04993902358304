"""What a visitor's phone has to fetch. Sizes are compressed, in kilobytes of 1,000 bytes, as a server sends them."""

import gzip
from dataclasses import dataclass

import pytest

PHONE = {"width": 360, "height": 640}
WRITTEN = ("document", "stylesheet")
PACKED = ("text/", "application/json", "application/javascript", "image/svg+xml")

# Waits for the pictures in the window. Those whose place is outside it come only as one scrolls; says which.
OUT_OF_SIGHT = """async () => {
  const isInSight = ({top, left}) => top < innerHeight && left < innerWidth
  const inSight = image => isInSight(image.getBoundingClientRect())
  await Promise.all([...document.images].filter(inSight).map(image => image.decode()))
  return [...document.images].filter(image => !inSight(image)).map(image => image.currentSrc)
}"""


@dataclass
class Fetched:
    url: str
    kind: str
    size: int


def size_of(response) -> int:
    body = response.body()
    return len(gzip.compress(body) if response.headers.get("content-type", "").startswith(PACKED) else body)


@pytest.fixture(scope="module")
def phone(browser, address):
    context = browser.new_context(base_url=address, viewport=PHONE, device_scale_factor=2, is_mobile=True)
    context.set_default_timeout(10_000)
    yield context
    context.close()


def first_view(context, url) -> list[Fetched]:
    """Everything that the first screen of a page needs, the page included; not what scripts ask for once they run."""
    page, responses = context.new_page(), []
    page.on("response", lambda response: responses.append(response))
    page.goto(url, wait_until="load")
    page.wait_for_function("() => !document.querySelector('#answers')?.hidden")
    later = set(page.evaluate(OUT_OF_SIGHT))
    texts = b"".join(response.body() for response in responses if response.request.resource_type in WRITTEN)
    fetched = {response.url: Fetched(response.url, response.request.resource_type, size_of(response))
               for response in list(responses) if response.url not in later and is_asked_for_in(texts, response)}
    page.close()
    return list(fetched.values())


def is_asked_for_in(texts: bytes, response) -> bool:
    """Whether the page, a style sheet or an import asks for it; data, and pictures that come with data, are not."""
    if response.request.resource_type == "image":
        return response.url.rsplit("/", 1)[-1].encode() in texts
    return response.request.resource_type != "fetch"


def total(fetched: list[Fetched], *kinds: str) -> int:
    return sum(item.size for item in fetched if item.kind in kinds or not kinds)


def test_a_page_needs_little_script_few_requests_and_no_fonts(phone, sample_page):
    fetched = first_view(phone, sample_page)
    assert total(fetched, "script") <= 15_000
    assert total(fetched, "stylesheet") <= 12_000
    assert [item.url for item in fetched if item.kind == "font"] == []
    assert len(fetched) <= 15, sorted(item.url for item in fetched)


@pytest.mark.parametrize("url", ["/produk/", "/produk/getuk-tiga-warna/", "/"])
def test_the_text_of_a_page_is_light(site_folder, url):
    page = (site_folder / url.strip("/") / "index.html").read_bytes()
    assert len(gzip.compress(page)) < 20_000

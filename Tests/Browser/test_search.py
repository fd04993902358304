"""The search page: what people ask for is found, filters count right, and the address says it all."""

import gzip
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
QUERIES = [line.split("\t") for line in (HERE / "search_queries.tsv").read_text().splitlines() if line[0] != "#"]


@pytest.fixture(scope="module")
def context(browser, address):
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context):
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: message.type == "error" and problems.append(message.text))
    yield page
    page.close()
    assert problems == []


@pytest.fixture(scope="module")
def asking(context):
    """A search page that stays open while one query after the other is typed."""
    page = context.new_page()
    page.goto("/cari/")
    page.locator("#answers").wait_for()
    yield page
    page.close()


ANSWERED = "query => document.title.startsWith(query + ' –') && document.querySelector('#results').ariaBusy === 'false'"


def answers(page, query):
    """The slugs of the products found, the best first."""
    page.locator("#q").fill(query)
    page.wait_for_function(ANSWERED, arg=query)
    return slugs(page)


def slugs(page):
    return page.evaluate(
        "() => [...document.querySelectorAll('#results .card-name a')].map(a => a.pathname.split('/').at(-2))")


@pytest.mark.parametrize("query, expected", QUERIES, ids=[query for query, _ in QUERIES])
def test_what_people_ask_for_is_among_the_first_three(asking, query, expected):
    found = answers(asking, query)
    assert set(found[:3]) & set(expected.split("|")), found[:10]


def opened(page, address):
    page.goto(address)
    page.locator("#answers").wait_for()
    page.locator("#results[aria-busy=false]").wait_for(state="attached")
    return page


def choice(page, name):
    return page.locator("#facets label").filter(has=page.get_by_text(name, exact=True))


def counts(page, legend):
    """What a group of filters offers: `{"Halal": 12}`."""
    return page.evaluate("""legend => Object.fromEntries([...document.querySelectorAll('#facets fieldset')]
      .filter(group => group.querySelector('legend').textContent === legend)
      .flatMap(group => [...group.querySelectorAll('li')]).filter(item => !item.hidden)
      .map(item => [item.querySelector('span').textContent.trim(), +item.querySelector('.count').textContent]))""", legend)


def status(page):
    return page.locator("#status").inner_text()


def after(page, action):
    """Waits until the answers that an action leads to are there."""
    page.evaluate("() => { document.querySelector('#status').textContent = '' }")
    action()
    page.wait_for_function("() => document.querySelector('#status').textContent !== ''")
    page.locator("#results[aria-busy=false]").wait_for(state="attached")
    return page


def test_words_are_those_that_the_generator_makes(page, site_folder):
    script = next(site_folder.glob("assets/js/search-index.*.js")).name
    page.goto("/cari/")
    table = [line.split("\t") for line in (HERE / "search_words.tsv").read_text().splitlines()[1:]]
    made = page.evaluate("""async ([script, texts]) => {
      const { wordsOf } = await import(`/assets/js/${script}`)
      return texts.map(text => wordsOf(text).join(' '))
    }""", [script, [text for text, _ in table]])
    assert made == [words for _, words in table]


def test_without_a_query_all_products_are_there_newest_first(page):
    opened(page, "/cari/")
    assert status(page) == "38 produk"
    assert slugs(page)[0] == page.evaluate("""async () => {
      const list = new DOMParser().parseFromString(await (await fetch('/produk/')).text(), 'text/html')
      return list.querySelector('.card-name a').getAttribute('href').split('/').at(-2)
    }""")
    assert len(slugs(page)) == 24
    page.locator("#more").click()
    page.wait_for_function("() => document.querySelectorAll('#results > li').length === 38")
    assert page.url.endswith("/cari/?hal=2")
    assert page.locator(":focus").evaluate("link => [...document.querySelectorAll('#results a')].indexOf(link)") == 24
    assert not page.locator("#more").is_visible()


def test_filters_widen_within_a_group_and_narrow_across(page):
    opened(page, "/cari/?q=batik")
    page.locator("#facets summary").click()
    assert status(page) == "5 produk untuk “batik”"
    assert counts(page, "Kelurahan") == {"Potrobangsan": 4, "Tidar Selatan": 1}
    after(page, lambda: choice(page, "Potrobangsan").click())
    assert status(page) == "4 produk untuk “batik”"
    # The own group's counts stay, so that a second choice can widen.
    assert counts(page, "Kelurahan") == {"Potrobangsan": 4, "RW 2": 4, "Tidar Selatan": 1}
    assert counts(page, "Ketersediaan") == {"Siap": 3, "Habis": 1}
    after(page, lambda: choice(page, "Tidar Selatan").click())
    assert status(page) == "5 produk untuk “batik”"
    after(page, lambda: choice(page, "Habis").click())
    assert slugs(page) == ["tas-batik-watertoren"]
    assert page.url.endswith("/cari/?q=batik&wilayah=tidar-selatan&wilayah=potrobangsan&stok=sold-out")


def test_a_part_that_is_chosen_narrows_its_whole(page):
    opened(page, "/cari/?kategori=makanan")
    assert status(page) == "14 produk"
    opened(page, "/cari/?kategori=makanan&kategori=makanan/jajanan-pasar")
    assert status(page) == "5 produk"
    opened(page, "/cari/?wilayah=tidar-selatan")
    assert status(page) == "6 produk"
    opened(page, "/cari/?wilayah=tidar-selatan&wilayah=tidar-selatan-4")
    assert status(page) == "3 produk"
    assert page.locator("#chosen li").all_inner_texts() == ["Tidar Selatan", "RW 4"]


@pytest.mark.parametrize("url, expected", [
    ("/cari/?harga=tanya", ["seragam-batik-kantor", "miniatur-bus-wisata"]),
    ("/cari/?q=rengginang&harga=15000", ["rengginang-original", "rengginang-terasi", "rengginang-ketan-hitam"]),
    ("/cari/?q=getuk&kirim=province", ["getuk-goreng-gula-jawa"]),
    ("/cari/?q=keripik&kirim=international", ["keripik-tempe-original"]),
    ("/cari/?q=kopi&urut=murah", ["kopi-robusta-temanggung", "kopi-drip-isi-tujuh", "kopi-arabika-sumbing"]),
    ("/cari/?q=miniatur+bus&urut=mahal", ["miniatur-bus-kota", "miniatur-truk-kayu", "gantungan-kunci-bus",
                                           "miniatur-bus-wisata"]),
    ("/cari/?q=rw+10+tidar", ["jahit-kebaya", "permak-pakaian", "seragam-batik-kantor"]),
    ("/cari/?q=yang", []),
    ("/en/search/?q=gethuk", ["getuk-gulung-kelapa", "getuk-tiga-warna", "getuk-goreng-gula-jawa"]),
])
def test_an_address_gives_its_answer(page, url, expected):
    opened(page, url)
    assert set(slugs(page)) == set(expected)
    if "urut" in url:
        assert slugs(page) == expected


def test_back_and_forward_go_through_the_choices(page):
    opened(page, "/cari/")
    page.locator("#q").fill("getuk")
    page.wait_for_url("**/cari/?q=getuk")
    page.locator("#facets summary").click()
    after(page, lambda: choice(page, "Camilan kering").click())
    assert slugs(page) == ["getuk-goreng-gula-jawa"]
    page.locator("#results a").click()
    assert page.url.endswith("/produk/getuk-goreng-gula-jawa/")
    page.go_back()
    page.locator("#results a").first.wait_for()
    assert slugs(page) == ["getuk-goreng-gula-jawa"]
    after(page, page.go_back)
    assert page.url.endswith("/cari/?q=getuk")
    assert len(slugs(page)) == 3
    assert not choice(page, "Camilan kering").locator("input").is_checked()
    after(page, page.go_forward)
    assert slugs(page) == ["getuk-goreng-gula-jawa"]


def test_the_header_searches_from_every_page(page):
    page.goto("/en/products/getuk-tiga-warna/")
    page.locator(".header-search input").fill("kopi")
    page.keyboard.press("Enter")
    page.locator("#answers").wait_for()
    assert page.url.endswith("/en/search/?q=kopi")
    assert status(page) == "3 products for “kopi”"
    assert page.locator(".languages a[lang=id]").get_attribute("href").endswith("/cari/?q=kopi")


def test_what_a_visitor_types_is_never_markup(page):
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    evil = "<img src=x onerror=alert(1)>"
    opened(page, f"/cari/?q={evil}&kategori={evil}&urut={evil}&hal={evil}")
    assert page.locator("#q").input_value() == evil
    assert page.locator("main img[src=x]").count() == 0
    opened(page, f"/cari/?q=getuk {evil}")
    assert evil in status(page)
    assert page.locator("main img[src=x]").count() == 0


def test_filters_are_taken_away_again(page):
    opened(page, "/cari/?q=getuk&halal=ya&stok=ready")
    assert page.locator("#facets-label").inner_text() == "Saring (2 dipilih)"
    after(page, lambda: page.get_by_role("button", name="Hapus saringan Siap").click())
    assert page.url.endswith("/cari/?q=getuk&halal=ya")
    opened(page, "/cari/?q=getuk&stok=seasonal")
    assert status(page) == "Tidak ada produk yang cocok."
    after(page, lambda: page.locator("#clear").click())
    assert status(page) == "38 produk"


def test_box_words_and_count_of_a_filter_each_keep_to_their_column(page):
    opened(page, "/cari/")
    page.locator("#facets summary").click()
    rows = page.evaluate("""() => [...document.querySelectorAll('#facets label')].map(label => {
      const [box, words, count] = [...label.children].map(part => part.getBoundingClientRect())
      return {text: label.innerText, isSeen: box.width > 0, isInOrder: box.right < words.left && words.right < count.left}
    })""")
    assert any(row["isSeen"] for row in rows)
    assert [row["text"] for row in rows if row["isSeen"] and not row["isInOrder"]] == []


def test_an_index_that_is_gone_is_told_and_lists_remain(context):
    page = context.new_page()
    page.route("**/index.json", lambda route: route.fulfill(status=404))
    page.goto("/cari/?q=getuk")
    page.locator("#failed").wait_for()
    assert page.locator("#browse a[href='/kategori/makanan/']").is_visible()
    page.close()


def test_nothing_moves_while_answers_come(context):
    page = context.new_page()
    page.add_init_script("""
      window.moved = 0
      new PerformanceObserver(list => list.getEntries().forEach(entry => {
        if (!entry.hadRecentInput) window.moved += entry.value
      })).observe({ type: 'layout-shift', buffered: true })""")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        opened(page, "/cari/?q=getuk")
        page.wait_for_timeout(300)
        assert page.evaluate("() => window.moved") == 0
    page.close()


def test_without_a_script_every_category_and_rw_is_a_link(browser, address):
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/cari/")
    assert page.locator("noscript p").is_visible()
    assert not page.locator("#answers").is_visible()
    page.locator("#browse a[href='/rw/kemirirejo/rw-03/']").click()
    assert page.locator("h1").inner_text() == "RW 3 Kemirirejo"
    page.go_back()
    page.locator("#browse a[href='/kategori/makanan/jajanan-pasar/']").click()
    assert page.locator("a[href='/produk/getuk-tiga-warna/']").first.is_visible()
    context.close()


def test_scripts_of_a_page_keep_to_their_budget(page):
    sizes = {}
    page.on("response", lambda response: response.url.endswith(".js") and sizes.update(
        {response.url: len(gzip.compress(response.body()))}))
    opened(page, "/cari/?q=getuk")
    assert sum(sizes.values()) <= 15_000, sizes

"""Every construct of Markdown and the longest allowed values: read out, valid, and within a narrow window."""

import functools
import http.server
import json
import shutil
import subprocess
import threading

import pytest
from conftest import Handler
from harness import PROJECT, Project
from test_browser import NARROW, OVERFLOW, Visit
from test_markup import checker, complaints

# As long as each may be; a name and a unit without a place to break.
NAME, UNIT, TAG = "Getuk" * 16, "potong" * 6 + "dus.", "singkong" * 5
SENTENCE = ("Dibuat tiap pagi dari bahan sendiri, " * 5)[:159] + "."
LINE = "gula-" * 200

TEXT = f"""Satu paragraf dengan **tebal**, *miring*, `kode {LINE}` dan {LINE}.

# Judul {NAME}

## Bahan

- [ ] beli singkong
- [x] parut kelapa

  lalu kukus
- [ ]
- biasa

1. satu
2. dua
   - [X] di dalam

| {" | ".join(f"Kolom ke-{n}" for n in range(12))} |
|{"---|" * 12}
| {" | ".join(["![Peta](../../products/getuk-tiga-warna/getuk-tiga-warna.jpg)", "[tautan](#bahan)", NAME] + ["isi"] * 9)} |

> Kutipan
>
> | a | b |
> |---|---|
> | 1 | 2 |

### Kode

```sh
etalase build --base-url {LINE}
```

    {LINE}

Catatan[^1], ~~habis~~, https://example.org/{LINE}, a@example.org, [luar](https://example.org "Judul").

---

![Denah](../../products/getuk-tiga-warna/getuk-tiga-warna.jpg)

[^1]: Isi catatan.

    ```
    {LINE}
    ```
"""
PRODUCT = f"""---
name: {NAME}
business: {NAME.lower()[:60]}
category: makanan/jajanan-pasar
summary: {SENTENCE}
price: {{from: 999999999, to: 1000000000}}
unit: {UNIT}
variants:
  - {{name: {(NAME)[:60]}, price: 999999999, availability: made-to-order}}
  - {{name: Kecil, price: 1000000000, availability: sold-out}}
availability: made-to-order
lead_days: 365
min_order: 1000000
shelf_life_days: 3650
storage: {SENTENCE}
reach: international
ingredients: [{NAME}]
allergens: [{TAG}]
materials: {SENTENCE}
flagship: {{status: designated, year: 2026}}
licences:
  halal: {{status: certified, number: "ID33110000000000999"}}
ikm_center: {{shelf: LANTAI-12-A9}}
tags: [{TAG}, manis]
updated: 2026-11-24
---
{TEXT}"""
BUSINESS = f"""---
name: {NAME}
kind: both
scale: medium
place: {{kelurahan: kemirirejo, rw: 13, rt: 2}}
owner: {NAME}
address: {SENTENCE}
whatsapp: "+62 812-0000-1001"
email: {TAG}@example.org
consent: {{date: 2026-05-12, fields: [owner, address, whatsapp, email]}}
---
{TEXT.replace("../../", "../")}"""
PAGE = f"""---
title: {NAME}
summary: {SENTENCE}
---
{TEXT.replace("../../", "../")}"""

SLUG = NAME.lower()[:60]
WITH_TEXT = [f"/produk/{SLUG}/", f"/usaha/{SLUG}/", f"/{SLUG}/"]
WITH_CARDS = ["/", "/produk/", "/usaha/", "/kategori/makanan/jajanan-pasar/", "/rw/", "/rw/kemirirejo/",
              "/rw/kemirirejo/rw-13/", "/cetak/katalog/", "/cetak/label/", "/produk/getuk-tiga-warna/"]


@pytest.fixture(scope="module")
def long_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("long")
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    project = Project(folder).edit({
        f"content/products/{SLUG}/index.md": PRODUCT, f"content/businesses/{SLUG}.md": BUSINESS,
        f"content/pages/{SLUG}.md": PAGE})
    project.built(timeout=300)
    return project.output


@pytest.fixture(scope="module")
def context(browser, long_site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(long_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(
        base_url=f"http://127.0.0.1:{server.server_port}", viewport=NARROW, reduced_motion="reduce", locale="id-ID")
    context.set_default_timeout(10_000)
    yield context
    context.close()
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(context):
    page = context.new_page()
    yield Visit(page)
    page.close()


@pytest.mark.parametrize("url", WITH_TEXT)
def test_a_text_with_every_construct_is_accessible_and_stays_in_its_frame(visit, url):
    page, found = visit.page, {}
    page.goto(url, wait_until="load")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found[f"not accessible, {scheme}"] = visit.violations()
    for width in (320, 400, 768, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"overflow at {width} pixels"] = page.evaluate(OVERFLOW)
    found["complaints"] = visit.complaints
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("url", WITH_CARDS)
def test_the_longest_values_stay_in_a_lists_frame(visit, url):
    page = visit.page
    page.goto(url, wait_until="load")
    found = {}
    for width in (320, 400, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(OVERFLOW)
    assert {width: problems for width, problems in found.items() if problems} == {}


def test_the_longest_values_stay_in_the_baskets_frame(visit):
    page = visit.page
    page.goto(WITH_TEXT[0])
    page.locator("#quantity").fill("1")
    page.locator("#order button[type=submit]").click()
    page.goto("/keranjang/")
    page.locator(".basket-line").wait_for()
    assert page.evaluate(OVERFLOW) == []


def test_the_keyboard_scrolls_a_wide_table(visit):
    page = visit.page
    page.goto(WITH_TEXT[2])
    table = page.get_by_role("region", name="Tabel 1")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.scroll').scrollLeft > 0")
    assert page.get_by_role("checkbox", name="Sudah").count() == 2


def test_the_nu_html_checker_has_nothing_to_say_about_long_texts(long_site):
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed")
    pages = [long_site / url.strip("/") / "index.html" for url in WITH_TEXT]
    run = subprocess.run(
        [java, "-jar", checker(), "--format", "json", *pages], capture_output=True, encoding="utf-8", timeout=120)
    assert complaints(json.loads(run.stderr)["messages"]) == []

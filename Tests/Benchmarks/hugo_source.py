"""Writes the same catalog as a Hugo site: the theme of `hugo/`, the content, and the project's data files and assets.

Where Etalase derives something from the catalog (a product's RW, the pages of an RW, titles and descriptions of lists, a
link's target), the answer is written into Hugo's front matter, so that Hugo has less to do.
"""

import re
import shutil
from collections import Counter
from pathlib import Path

from catalog import RW_COUNTS, rw_slug, with_links
from etalase_source import CENTRE_PAGE, PAGES, write_shared_data
from front_matter import document, shared_business_fields, shared_product_fields

THEME = Path(__file__).parent / "hugo"

#: Hugo makes an RW × category page from a stub; like Etalase, only where the pair has this many products.
LEAST_PRODUCTS_OF_RW_CATEGORY = 2

#: Above this many products, Etalase prints a booklet for each kelurahan.
LONGEST_PRINT = 500

CITY = "Kota Magelang"
FEEDS = {"outputs": ["html", "atom", "jsonfeed"]}

#: What the theme publishes for programs, each from a page of its own so that they are made side by side: name → address.
DATA = {name: f"/data/{name}.json" for name in ("products", "businesses", "coverage")} | {"search": "/cari/index.json"}

CATEGORY = re.compile(r'^( *)- slug: (\S+)\n +name: "(.*)"\n +description: "(.*)"', re.MULTILINE)


def write(catalog, project, folder):
    """The Hugo site of `catalog`, with the data files of `project`."""
    shutil.copytree(THEME, folder)
    shutil.copytree(project / "templates" / "assets", folder / "assets")
    (folder / "data").mkdir()
    write_shared_data(project, folder / "data")
    content = folder / "content"
    _write_products(catalog.products, content / "produk")
    _write_businesses(catalog.businesses, content / "usaha")
    _write_categories((folder / "data" / "categories.yaml").read_text(), content / "kategori")
    _write_regions(catalog, content / "rw")
    _write_pages(content)
    _write_data(content / "data")
    _write_print(catalog, content / "cetak")


def _write(path, fields, body=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document(fields, body))


def _place(kelurahan):
    return kelurahan.replace("-", " ").title()


def _region(business):
    return f"{business.kelurahan}/{rw_slug(business.rw)}"


def _write_products(products, folder):
    _write(folder / "_index.md", {
        "title": "Semua produk",
        "description": f"Semua produk warga {CITY}, yang terbaru lebih dulu, lengkap dengan harga, pembuat, dan RW asalnya.",
    })
    for product in products:
        head = {
            "title": product.name,
            "business": product.business.slug,
            "category": product.kind.category,
            "parent": product.kind.parent,
            "kelurahan": product.business.kelurahan,
            "rw": _region(product.business),
        }
        body = with_links(product.body, lambda slug: f"/produk/{slug}/")
        _write(folder / product.slug / "index.md", head | shared_product_fields(product), body)


def _write_businesses(businesses, folder):
    _write(folder / "_index.md", {
        "title": "Usaha", "description": f"Para pembuat di {CITY}: dapur rumahan, bengkel, penjahit, dan pembatik."})
    for business in businesses:
        head = {"title": business.name, "summary": business.summary, "kelurahan": business.kelurahan,
                "rw": _region(business)}
        _write(folder / f"{business.slug}.md", head | shared_business_fields(business), business.story)


def _write_categories(tree, folder):
    """One section for each category, with its name and description out of the text of `categories.yaml`."""
    _write(folder / "_index.md", {
        "title": "Kategori", "layout": "tree",
        "description": f"Kategori produk {CITY}, dari jajanan pasar sampai jasa jahit."})
    for indent, slug, name, description in CATEGORY.findall(tree):
        if not indent:
            parent, parent_name = slug, name
        category, title = (f"{parent}/{slug}", f"{name} · {parent_name}") if indent else (slug, name)
        _write(folder / category / "_index.md",
               {"title": title, "description": description, "category": category, "parent": parent,
                "layout": "category"} | FEEDS)


def _write_regions(catalog, folder):
    _write(folder / "_index.md", {
        "title": "Satu RW, satu produk", "layout": "board",
        "description": f"Papan 192 RW {CITY}: mana yang sudah punya produk unggulan, mana yang masih ditunggu."})
    for kelurahan in RW_COUNTS:
        name = _place(kelurahan)
        _write(folder / kelurahan / "_index.md",
               {"title": name, "description": f"Produk dan usaha warga Kelurahan {name}, {CITY}, RW demi RW.",
                "kelurahan": kelurahan, "layout": "kelurahan"} | FEEDS)
    for kelurahan, number in sorted({(business.kelurahan, business.rw) for business in catalog.businesses}):
        _write_rw(folder, kelurahan, number)
    pairs = Counter((p.business.kelurahan, p.business.rw, p.kind.parent) for p in catalog.products)
    for (kelurahan, number, parent), count in sorted(pairs.items()):
        if count >= LEAST_PRODUCTS_OF_RW_CATEGORY:
            _write_rw_category(folder, kelurahan, number, parent, count)


def _write_rw(folder, kelurahan, number):
    region, name = f"{kelurahan}/{rw_slug(number)}", f"RW {number} {_place(kelurahan)}"
    _write(folder / region / "_index.md",
           {"title": name, "description": f"Produk, produk unggulan, dan usaha warga {name}, {CITY}.",
            "kelurahan": kelurahan, "rw": region, "number": number, "layout": "rw"})


def _write_rw_category(folder, kelurahan, number, parent, count):
    region = f"{kelurahan}/{rw_slug(number)}"
    title = f"{parent.title()} dari RW {number} {_place(kelurahan)}"
    _write(folder / region / f"{parent}.md",
           {"title": title, "description": f"{title}, {CITY}: {count} produk buatan warganya.",
            "kelurahan": kelurahan, "rw": region, "number": number, "parent": parent, "layout": "rw-category"})


def _write_pages(content):
    _write(content / "_index.md", {
        "title": "Etalase Benchmark",
        "description": f"Katalog produk usaha kecil {CITY}: makanan, minuman, batik dan tenun, kerajinan, serta jasa. "
                       "Kenali pembuatnya dan pesan langsung."})
    for weight, (slug, (title, summary, body)) in enumerate(PAGES.items(), start=1):
        fields = {"title": title, "description": summary}
        if slug == CENTRE_PAGE:
            _write(content / "ikm-center.md", fields | {"layout": "centre"}, body)
        else:
            _write(content / f"{slug}.md", fields | {"weight": weight, "menus": "footer"}, body)
    _write(content / "cari.md", {
        "title": "Cari produk", "layout": "search",
        "description": f"Cari di seluruh katalog produk {CITY} menurut nama, pembuat, kategori, kelurahan, dan harga."})
    _write(content / "keranjang.md", {
        "title": "Keranjang", "layout": "basket", "noindex": True,
        "description": "Produk yang dipilih, dikelompokkan menurut penjual, siap dikirim sebagai pesan WhatsApp."})


def _write_data(folder):
    """Pages that are data: listed nowhere."""
    _write(folder / "_index.md", {"build": {"render": "never", "list": "never"}, "cascade": {"build": {"list": "never"}}})
    for name, address in DATA.items():
        _write(folder / f"{name}.md", {"title": name, "layout": name, "url": address, "outputs": ["json"]})


def _write_print(catalog, folder):
    """The booklet, in volumes if it is long, and the labels."""
    _write(folder / "_index.md", {"build": {"render": "never", "list": "never"}})
    description = f"Katalog produk {CITY} menurut RW, siap dicetak di kertas A4."
    booklet = {"description": description, "layout": "booklet", "noindex": True}
    is_split = len(catalog.products) > LONGEST_PRINT
    _write(folder / "katalog" / "_index.md", {"title": "Katalog cetak"} | booklet)
    for kelurahan in sorted({business.kelurahan for business in catalog.businesses}) if is_split else ():
        _write(folder / "katalog" / f"{kelurahan}.md",
               {"title": f"Katalog cetak {_place(kelurahan)}", "kelurahan": kelurahan} | booklet)
    _write(folder / "label" / "_index.md", {
        "title": "Label rak", "layout": "labels", "noindex": True,
        "description": "Label rak IKM Center dengan harga dan kode QR, siap dicetak di kertas A4."})

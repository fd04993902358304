"""Writes the same catalog as a Hugo site: the theme of `hugo/`, the content, and the project's data files and assets.

Where Etalase derives something from the catalog (a product's RW, the pages of an RW, a link's target), the answer is
written into Hugo's front matter, so that Hugo has less to do.
"""

import shutil
from collections import Counter
from pathlib import Path

from catalog import KINDS, RW_COUNTS, rw_slug, with_links
from etalase_source import CENTRE_PAGE, PAGES, write_shared_data
from front_matter import document, shared_business_fields, shared_product_fields

THEME = Path(__file__).parent / "hugo"

#: Hugo makes an RW × category page from a stub; like Etalase, only where the pair has this many products.
LEAST_PRODUCTS_OF_RW_CATEGORY = 2


def write(catalog, project, folder):
    """The Hugo site of `catalog`, with the data files of `project`."""
    shutil.copytree(THEME, folder)
    shutil.copytree(project / "templates" / "assets", folder / "assets")
    (folder / "data").mkdir()
    write_shared_data(project, folder / "data")
    content = folder / "content"
    _write_products(catalog.products, content / "produk")
    _write_businesses(catalog.businesses, content / "usaha")
    _write_categories(content / "kategori")
    _write_regions(catalog, content / "rw")
    _write_pages(content)


def _write(path, fields, body=""):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document(fields, body))


def _region(business):
    return f"{business.kelurahan}/{rw_slug(business.rw)}"


def _write_products(products, folder):
    _write(folder / "_index.md", {"title": "Produk"})
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
    _write(folder / "_index.md", {"title": "Usaha"})
    for business in businesses:
        head = {"title": business.name, "summary": business.summary, "kelurahan": business.kelurahan,
                "rw": _region(business)}
        _write(folder / f"{business.slug}.md", head | shared_business_fields(business), business.story)


def _write_categories(folder):
    """One section for each category; its name and description come from `data/categories.yaml`."""
    _write(folder / "_index.md", {"title": "Kategori", "layout": "tree"})
    for kind in KINDS:
        for category in (kind.parent, kind.category):
            _write(folder / category / "_index.md",
                   {"title": category, "category": category, "parent": kind.parent, "layout": "category"})


def _write_regions(catalog, folder):
    _write(folder / "_index.md", {"title": "Papan RW", "layout": "board"})
    for kelurahan in RW_COUNTS:
        _write(folder / kelurahan / "_index.md", {"title": kelurahan, "kelurahan": kelurahan, "layout": "kelurahan"})
    for kelurahan, number in sorted({(business.kelurahan, business.rw) for business in catalog.businesses}):
        _write_rw(folder, kelurahan, number)
    pairs = Counter((p.business.kelurahan, p.business.rw, p.kind.parent) for p in catalog.products)
    for (kelurahan, number, parent), count in sorted(pairs.items()):
        if count >= LEAST_PRODUCTS_OF_RW_CATEGORY:
            _write_rw_category(folder, kelurahan, number, parent)


def _write_rw(folder, kelurahan, number):
    region = f"{kelurahan}/{rw_slug(number)}"
    _write(folder / region / "_index.md",
           {"title": f"RW {number}", "kelurahan": kelurahan, "rw": region, "number": number, "layout": "rw"})


def _write_rw_category(folder, kelurahan, number, parent):
    region = f"{kelurahan}/{rw_slug(number)}"
    _write(folder / region / f"{parent}.md",
           {"title": parent, "kelurahan": kelurahan, "rw": region, "number": number, "parent": parent,
            "layout": "rw-category"})


def _write_pages(content):
    for slug, (title, summary, body) in PAGES.items():
        fields = {"title": title, "summary": summary}
        if slug == CENTRE_PAGE:
            _write(content / "ikm-center.md", fields | {"layout": "centre"}, body)
        else:
            _write(content / f"{slug}.md", fields, body)

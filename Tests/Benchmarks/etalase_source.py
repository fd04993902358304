"""Writes a catalog as the content folder that Etalase reads."""

import re

from catalog import with_links
from front_matter import document, shared_business_fields, shared_product_fields

#: Data files that the benchmark takes from the project, so that both generators see the real ones.
SHARED_DATA = ("regions.yaml", "categories.yaml", "programmes.yaml")

#: A line with an English text, which a site in one language may not have.
TRANSLATION = re.compile(r"^\s*\w+_en:.*\n", re.MULTILINE)

SITE = """\
name: "Etalase Benchmark"
tagline: "Katalog contoh untuk mengukur waktu"
base_url: "https://example.org"
languages:
  - code: id
    name: "Bahasa Indonesia"
    sections:
      products: produk
      page: halaman
      categories: kategori
      rw: rw
      businesses: usaha
      centre: ikm-center
centre:
  name: "IKM Center Kota Magelang"
  address: "Jl. Letjend Suprapto, Kelurahan Magersari, Kota Magelang"
  map_url: "https://www.openstreetmap.org/search?query=Jl.%20Letjend%20Suprapto%2C%20Magersari%2C%20Kota%20Magelang"
social: []
order_message:
  id: "Halo {seller}, saya melihat {product}. Pilihan: {variant}. Jumlah: {quantity}. {url}"
accent: "#8a3b12"
budgets:
  list: 120
  product: 200
  css: 12
  js: 15
"""

#: The free page that is published as the centre's own.
CENTRE_PAGE = "ikm-center"

#: Free pages: slug → (title, summary, body).
PAGES = {
    "tentang": ("Tentang katalog ini", "Katalog rekaan untuk mengukur waktu.",
                "Katalog ini berisi usaha dan barang **rekaan**.\n\n"
                "## Isi katalog\n\nSemua nama, nomor, dan harga di sini dikarang."),
    "cara-pesan": ("Cara pesan", "Tiga langkah memesan.",
                   "1. Pilih barang.\n2. Kirim pesan kepada penjual.\n3. Tunggu kabar.\n\n"
                   "> Penjual menjawab pada jam buka."),
    CENTRE_PAGE: ("Berkunjung ke IKM Center", "Ruang pamer di Kelurahan Magersari.",
                  "Barang yang dipajang mencantumkan *nomor rak*.\n\n"
                  "| Rak | Isi |\n|---|---|\n| A | makanan |\n| B | minuman |"),
}


def write(catalog, project, folder):
    """The content folder of `catalog`, with the data files of `project`."""
    folder.mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE)
    write_shared_data(project, folder)
    _write_businesses(catalog.businesses, folder / "businesses")
    _write_products(catalog.products, folder / "products")
    _write_pages(folder / "pages")


def write_shared_data(project, folder):
    """The project's data files, in the default language only."""
    for name in SHARED_DATA:
        text = (project / "content" / name).read_text()
        (folder / name).write_text(TRANSLATION.sub("", text))


def _write_businesses(businesses, folder):
    folder.mkdir()
    for business in businesses:
        fields = {"name": business.name} | shared_business_fields(business)
        (folder / f"{business.slug}.md").write_text(document(fields, business.story))


def _write_products(products, folder):
    folder.mkdir()
    for product in products:
        place = folder / product.slug
        place.mkdir()
        head = {"name": product.name, "business": product.business.slug, "category": product.kind.category}
        body = with_links(product.body, lambda slug: f"../{slug}/index.md")
        (place / "index.md").write_text(document(head | shared_product_fields(product), body))


def _write_pages(folder):
    folder.mkdir()
    for order, (slug, (title, summary, body)) in enumerate(PAGES.items(), start=1):
        fields = {"title": title, "summary": summary, "menu": True, "order": order}
        (folder / f"{slug}.md").write_text(document(fields, body))

"""Invented data for the benchmark's pages: the same in every run."""
import random

NAMES = ["Getuk Trio", "Keripik Tempe Sagu", "Kopi Robusta Sangrai", "Batik Cap Motif Kawung", "Wajik Kelapa",
         "Sambal Bawang & Terasi", "Tas Anyaman Pandan", "Teh Melati 'Pagi'", "Kue Kering <Mini>", "Slondok Pedas"]
PLACES = ["RW 03 Kelurahan Contoh Utara", "RW 07 Kelurahan Contoh Selatan", "RW 11 Kelurahan Contoh Tengah"]
MAKERS = ["Dapur Contoh Lestari", "Sanggar Contoh \"Kawung\"", "Kopi Contoh & Putra", "Rumah Anyam Contoh"]
SENTENCES = ["Dibuat setiap pagi dari bahan yang dibeli di pasar terdekat.", "Tahan satu minggu di tempat yang sejuk.",
             "Resepnya turun-temurun dan tidak memakai pengawet.", "Cocok untuk oleh-oleh & hajatan keluarga.",
             "Kemasannya dapat dipesan dengan nama sendiri."]


def card(number, pick):
    name = NAMES[number % len(NAMES)]
    slug = f"produk-contoh-{number:04d}"
    made = {
        "name": f"{name} {number}", "url": f"/produk/{slug}/", "photo": f"/foto/{slug}/600.webp",
        "alt": f"{name} di atas meja kayu", "price": f"Rp{pick.randrange(5, 250)}.000", "maker": pick.choice(MAKERS),
        "rw": pick.choice(PLACES), "flagship": number % 7 == 0,
    }
    if number % 3:
        made["unit"] = pick.choice(["bungkus", "kotak isi 12", "lembar"])
    return made


def make():
    pick = random.Random(1)
    menu = ["Beranda", "Produk", "Usaha", "Kategori", "Wilayah", "Tentang"]
    footer = ["Cara memesan", "Mendaftar", "Hubungi kami", "Peta situs", "Privasi", "Aksesibilitas"]
    site = {
        "name": "Etalase Contoh", "tagline": "Produk usaha kecil & menengah", "home": "/", "stylesheet": "/css/site.0a1b2c3d.css",
        "menu": [{"url": f"/{label.lower()}/", "label": label, "current": label == "Produk"} for label in menu],
        "footer": [{"url": f"/info/{label.lower().replace(' ', '-')}/", "label": label, "current": False} for label in footer],
    }
    product = {
        "name": "Getuk Trio <Istimewa>", "summary": "Getuk tiga warna dari singkong pilihan, dengan kelapa parut & gula.",
        "flagship": True, "flagship_year": 2025, "rw": PLACES[0], "price": "Rp18.000", "unit": "kotak isi 12",
        "photos": [{"url": f"/foto/getuk/{n}-900.webp", "alt": f"Getuk dari sisi {n}", **({"credit": "Fotografer Contoh"} if n % 2 else {})}
                   for n in range(1, 5)],
        "variants": [{"name": f"Isi {n * 6}", "price": f"Rp{n * 9}.000", "stock": n * 11} for n in range(1, 5)],
        "whatsapp": "https://wa.me/620000000000?text=Saya%20pesan%20getuk&lang=id",
        "body": "".join(f"<p>{' '.join(SENTENCES).replace('&', '&amp;')}</p>\n" for _ in range(5)),
        "facts": [{"name": name, "value": value} for name, value in [
            ("Berat", "500 g"), ("Ukuran", "20 × 12 × 6 cm"), ("Pesanan minimum", "2 kotak"), ("Daya tahan", "3 hari"),
            ("Penyimpanan", "Di tempat sejuk"), ("Bahan", "Singkong, kelapa, gula & garam"), ("Alergen", "Kelapa"),
            ("Kategori", "Makanan basah"), ("Asal", PLACES[0]), ("Diperbarui", "3 April 2025")]],
        "tags": ["getuk", "singkong", "oleh-oleh", "manis", "khas"],
        "maker": {"name": MAKERS[1], "url": "/usaha/sanggar-contoh/", "about": " ".join(SENTENCES[:3]), "phone": "0800-000-000"},
    }
    page = {"title": "Getuk Trio", "description": "Getuk tiga warna & kelapa", "canonical": "https://contoh.example/produk/getuk/"}
    return {
        "site": site,
        "product": {"site": site, "page": page, "product": product, "related": [card(n, pick) for n in range(8)]},
        "list": {"site": site, "page": {**page, "title": "Semua produk"}, "cards": [card(n, pick) for n in range(1000)]},
        "table": {"rows": [[row * 10 + column for column in range(10)] for row in range(100)]},
    }

"""A seeded catalog of invented businesses and products, as plain records.

Nothing here knows a file format. `etalase_source` and `hugo_source` write the same records for each generator.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

SEED = 33_71
PRODUCTS_PER_BUSINESS = 4

#: The day that both builds take as today.
BUILD_DATE = date(2026, 11, 24)

#: Kelurahan slug → number of RW. Only Tidar Selatan's count is published; 30 is the content model's upper bound.
RW_COUNTS = {
    "rejowinangun-selatan": 30, "magersari": 30, "jurangombo-utara": 30, "jurangombo-selatan": 30,
    "tidar-utara": 30, "tidar-selatan": 12,
    "wates": 30, "potrobangsan": 30, "kedungsari": 30, "kramat-utara": 30, "kramat-selatan": 30,
    "kemirirejo": 30, "cacaban": 30, "rejowinangun-utara": 30, "magelang": 30, "panjang": 30, "gelangan": 30,
}


@dataclass(frozen=True)
class Kind:
    """One leaf of the category tree and what its products look like."""

    parent: str
    child: str
    nouns: tuple
    variants: tuple
    unit: str
    prices: tuple
    ingredients: tuple = ()
    materials: str = ""
    technique: str = ""

    @property
    def category(self):
        return f"{self.parent}/{self.child}"

    @property
    def edible(self):
        return self.parent in ("makanan", "minuman")


KINDS = (
    Kind("makanan", "jajanan-pasar", ("Getuk", "Wajik", "Jenang", "Lemper", "Klepon"),
         ("Tiga Warna", "Pandan", "Gula Jawa", "Kelapa", "Ketan"), "kotak", (12_000, 45_000),
         ("singkong", "gula jawa", "kelapa parut", "garam")),
    Kind("makanan", "camilan", ("Rengginang", "Keripik Tempe", "Keripik Singkong", "Emping", "Kacang Bawang"),
         ("Original", "Pedas", "Daun Jeruk", "Terasi", "Bawang"), "250 g", (10_000, 40_000),
         ("beras ketan", "kedelai", "bawang putih", "minyak kelapa")),
    Kind("makanan", "lauk-olahan", ("Tahu", "Tempe Bacem", "Abon Lele", "Sambal", "Serundeng"),
         ("Kupat", "Kulit", "Manis", "Gurih", "Rempah"), "bungkus", (8_000, 60_000),
         ("kedelai", "air", "ketumbar", "bawang merah")),
    Kind("minuman", "kopi", ("Kopi Arabika", "Kopi Robusta", "Kopi Drip", "Kopi Tubruk"),
         ("Sumbing", "Temanggung", "Lereng Tidar", "Sindoro", "Merbabu"), "200 g", (25_000, 120_000),
         ("biji kopi",)),
    Kind("minuman", "rempah", ("Sirup Jahe", "Wedang Uwuh", "Beras Kencur", "Kunyit Asam"),
         ("Merah", "Sereh", "Kering", "Cengkeh", "Madu"), "botol", (15_000, 55_000),
         ("jahe", "gula batu", "sereh", "kayu manis")),
    Kind("fesyen", "batik", ("Kain Batik", "Syal Batik", "Kemeja Batik", "Taplak Batik"),
         ("Watertoren", "Kemiri", "Parang", "Kawung", "Truntum"), "potong", (150_000, 950_000),
         (), "katun primisima", "batik tulis"),
    Kind("fesyen", "tenun", ("Sarung Goyor", "Selendang Goyor", "Kain Lurik", "Syal Tenun"),
         ("Klasik", "Biru", "Sogan", "Hijau Lumut", "Merah Bata"), "potong", (90_000, 480_000),
         (), "benang rayon", "alat tenun bukan mesin"),
    Kind("fesyen", "aksesori", ("Tas", "Dompet", "Bros", "Topi"),
         ("Watertoren", "Lurik", "Perca", "Kanvas", "Batik"), "buah", (25_000, 260_000),
         (), "kain perca dan kanvas", "jahit tangan"),
    Kind("kerajinan", "kayu", ("Miniatur Bus", "Miniatur Truk", "Gantungan Kunci", "Nampan Kayu"),
         ("Kota", "Wisata", "Jati", "Pinus", "Mahoni"), "buah", (15_000, 350_000),
         (), "kayu pinus", "potong dan amplas tangan"),
    Kind("kerajinan", "bambu", ("Besek", "Tampah", "Keranjang", "Lampu Gantung"),
         ("Wulung", "Apus", "Bulat", "Segi Enam", "Hias"), "buah", (8_000, 275_000),
         (), "bambu wulung", "anyam"),
    Kind("jasa", "jahit", ("Jahit Kebaya", "Seragam Batik", "Permak Celana", "Jahit Jas"),
         ("Kilat", "Kantor", "Pengantin", "Sekolah", "Anak"), "potong", (20_000, 750_000)),
)

NAME_HEADS = ("Sekar", "Pring", "Watu", "Lereng", "Wening", "Tirta", "Lawu", "Rukun", "Mekar", "Guyub", "Sari", "Kembang")
NAME_TAILS = ("Arum", "Wulung", "Tidar", "Sumbing", "Makmur", "Lestari", "Jaya", "Rahayu", "Mulya", "Barokah", "Asri", "Kencana")
OWNER_HEADS = ("Bu", "Pak", "Mbak", "Mas", "Mbah")
OWNER_TAILS = ("Tumirah", "Darmo", "Lastri", "Endang", "Ratih", "Sarinem", "Wagimin", "Parjo", "Sulastri", "Kusno")

OPENINGS = (
    "Dibuat setiap pagi di dapur rumah, dalam jumlah kecil supaya mutunya mudah dijaga.",
    "Dikerjakan oleh tetangga satu gang yang sudah bertahun-tahun memegang pekerjaan yang sama.",
    "Resep dan caranya turun dari orang tua, lalu disesuaikan sedikit demi sedikit dengan selera pembeli.",
    "Bahan dipilih satu per satu di pasar, dan yang kurang baik tidak ikut dikerjakan.",
    "Setiap barang diperiksa dua kali sebelum dibungkus: sekali oleh pembuatnya, sekali oleh tetangga sebelah.",
)
MIDDLES = (
    "Pembeli boleh datang melihat prosesnya, asalkan memberi kabar sehari sebelumnya.",
    "Pesanan besar dikerjakan bergantian supaya tidak ada yang terburu-buru.",
    "Sisa bahan dipakai lagi untuk barang kecil, jadi hampir tidak ada yang terbuang.",
    "Warnanya bisa sedikit berbeda dari satu pembuatan ke pembuatan berikutnya, dan itu wajar.",
    "Ukuran dan isi dapat diubah untuk acara keluarga, pertemuan warga, atau bingkisan kantor.",
    "Kemasan dibuat dari bahan yang mudah diurai dan cukup kuat untuk perjalanan jauh.",
)
CLOSINGS = (
    "Simpan di tempat kering dan jauhkan dari sinar matahari langsung.",
    "Tanyakan dulu ketersediaannya kalau diperlukan untuk tanggal tertentu.",
    "Kritik dan saran diterima dengan senang hati, karena dari situlah kami belajar.",
    "Contoh barang dapat dilihat di ruang pamer pada jam buka.",
)
QUOTES = (
    "Kalau dikerjakan pelan-pelan, hasilnya tidak akan lari ke mana-mana.",
    "Yang penting pembeli kembali, bukan pembeli banyak dalam sehari.",
    "Tangan yang terlatih tahu kapan harus berhenti.",
)
STEPS = (
    "memilih dan membersihkan bahan", "menimbang menurut takaran", "menyiapkan alat",
    "mengerjakan bagian utama", "mendinginkan atau mengeringkan", "memeriksa hasil", "membungkus dan memberi label",
)
EXTERNAL_LINKS = (
    ("Kementerian Perindustrian", "https://www.kemenperin.go.id/"),
    ("Pemerintah Kota Magelang", "https://www.magelangkota.go.id/"),
    ("Badan Standardisasi Nasional", "https://www.bsn.go.id/"),
)


@dataclass
class Business:
    slug: str
    name: str
    kind: str
    scale: str
    kelurahan: str
    rw: int
    rt: int
    owner: str
    whatsapp: str
    founded: int
    payments: list
    delivery: list
    channels: list
    story: str

    @property
    def summary(self):
        """The story's first two sentences, which is what Etalase takes of it."""
        return ". ".join(self.story.replace("*", "").split(". ")[:2]) + "."


@dataclass
class Product:
    slug: str
    name: str
    business: Business
    kind: Kind
    summary: str
    price: int
    variants: list
    availability: str
    lead_days: int
    min_order: int
    weight_g: int
    size_cm: list
    shelf_life_days: int
    flagship: str
    shelf: str
    tags: list
    updated: date
    body: str = field(repr=False)


@dataclass
class Catalog:
    businesses: list
    products: list


def make_catalog(product_count):
    """The catalog of `product_count` products: the same records for the same count, on every machine."""
    rng = random.Random(SEED)
    business_count = max(1, product_count // PRODUCTS_PER_BUSINESS)
    kind_of_business = [rng.choice(KINDS) for _ in range(business_count)]
    businesses = [_make_business(rng, number, kind_of_business[number]) for number in range(business_count)]
    names = [_product_name(rng, number, kind_of_business[_business_index(number, business_count)])
             for number in range(product_count)]
    slugs = [_slug(name, number) for number, name in enumerate(names)]
    flagship_taken = set()
    products = [
        _make_product(rng, number, names, slugs, businesses[_business_index(number, business_count)],
                      kind_of_business[_business_index(number, business_count)], flagship_taken)
        for number in range(product_count)
    ]
    return Catalog(businesses, products)


def rw_slug(number):
    """The last part of an RW page's path: `rw-05`."""
    return f"rw-{number:02d}"


def _business_index(product_number, business_count):
    return min(product_number // PRODUCTS_PER_BUSINESS, business_count - 1)


def _slug(name, number):
    return f"{name.lower().replace(' ', '-')}-{number:06d}"


def _make_business(rng, number, kind):
    name = f"{rng.choice(NAME_HEADS)} {rng.choice(NAME_TAILS)} {number + 1}"
    kelurahan = rng.choice(list(RW_COUNTS))
    slug = _slug(name.rsplit(" ", 1)[0], number)
    return Business(
        slug=slug,
        name=name,
        kind="services" if kind.parent == "jasa" else "goods",
        scale=rng.choice(("micro", "micro", "small")),
        kelurahan=kelurahan,
        rw=rng.randint(1, RW_COUNTS[kelurahan]),
        rt=rng.randint(1, 6),
        owner=f"{rng.choice(OWNER_HEADS)} {rng.choice(OWNER_TAILS)}",
        whatsapp=f"+6284{10_000_000 + number}",
        founded=rng.randint(1985, 2024),
        payments=rng.sample(("cash", "transfer", "qris", "cod"), 2),
        delivery=["pickup"] + rng.sample(("jne", "jnt", "sicepat", "pos", "gosend"), 2),
        channels=[("shopee", f"https://shopee.co.id/{slug}"),
                  ("instagram", f"https://www.instagram.com/{slug.replace('-', '_')}")],
        story=_story(rng, name),
    )


def _story(rng, name):
    return "\n\n".join((
        f"*{name}* mulai dari satu meja di teras rumah. {rng.choice(OPENINGS)} {rng.choice(MIDDLES)}",
        f"## Cara kami bekerja\n\n{rng.choice(OPENINGS)} {rng.choice(CLOSINGS)}",
        f"> {rng.choice(QUOTES)}",
    ))


def _product_name(rng, number, kind):
    return f"{rng.choice(kind.nouns)} {rng.choice(kind.variants)}"


def _make_product(rng, number, names, slugs, business, kind, flagship_taken):
    low, high = kind.prices
    price = rng.randrange(low, high, 500)
    return Product(
        slug=slugs[number],
        name=f"{names[number]} {number + 1}",
        business=business,
        kind=kind,
        summary=f"{names[number]} buatan {business.name}, dikerjakan di rumah dan diperiksa satu per satu.",
        price=price,
        variants=[("Polos", price), ("Bermotif", price)] if rng.random() < 0.5 else [],
        availability=rng.choice(("ready", "ready", "ready", "made-to-order", "sold-out")),
        lead_days=rng.randint(2, 14),
        min_order=rng.choice((0, 0, 5, 10)),
        weight_g=rng.randrange(100, 2_000, 50),
        size_cm=[rng.randint(5, 60), rng.randint(5, 40), rng.randint(2, 30)],
        shelf_life_days=rng.randrange(7, 180),
        flagship=_flagship(rng, business, flagship_taken),
        shelf=f"{rng.choice('ABCD')}-{rng.randint(1, 40):02d}" if rng.random() < 0.1 else "",
        tags=rng.sample(("oleh-oleh", "bingkisan", "lokal", "buatan tangan", "hajatan", "rumahan"), 3),
        updated=BUILD_DATE - timedelta(days=rng.randrange(0, 360)),
        body=_body(rng, names, slugs, number),
    )


def _flagship(rng, business, taken):
    """At most one designated flagship in each RW, now and then a candidate."""
    chance = rng.random()
    region = (business.kelurahan, business.rw)
    if chance < 0.05 and region not in taken:
        taken.add(region)
        return "designated"
    return "candidate" if chance > 0.95 else ""


#: What `_body` writes where a link to product `slug` belongs; each generator's writer puts its own address there.
LINK_OPEN, LINK_CLOSE = "\x01", "\x02"


def _body(rng, names, slugs, number):
    """About 2 kB of Markdown: headings, lists, a table, a quote, emphasis, product links and one external link."""
    steps = rng.sample(STEPS, 4)
    others = [rng.randrange(len(slugs)) for _ in range(2)]
    first, second = (f"[{names[other]}]({LINK_OPEN}{slugs[other]}{LINK_CLOSE})" for other in others)
    site_name, site_url = rng.choice(EXTERNAL_LINKS)
    return f"""**{names[number]}** {rng.choice(OPENINGS).lower()} {rng.choice(MIDDLES)} {rng.choice(MIDDLES)}

{rng.choice(OPENINGS)} {rng.choice(MIDDLES)} *{rng.choice(CLOSINGS)}*

## Cara pembuatan

1. {steps[0]}
2. {steps[1]}
3. {steps[2]}
4. {steps[3]}

{rng.choice(MIDDLES)} {rng.choice(OPENINGS)} {rng.choice(MIDDLES)}

> {rng.choice(QUOTES)}

## Ukuran dan isi

| Ukuran | Isi | Lama pengerjaan |
|--------|----:|-----------------|
| Kecil  | {rng.randint(4, 12)} | {rng.randint(1, 3)} hari |
| Sedang | {rng.randint(13, 24)} | {rng.randint(2, 5)} hari |
| Besar  | {rng.randint(25, 60)} | {rng.randint(4, 9)} hari |

## Perawatan

- {rng.choice(CLOSINGS)}
- {rng.choice(MIDDLES)}
- Baca juga tentang {first}, yang *sering dibeli bersama*.

### Yang sering ditanyakan

{rng.choice(OPENINGS)} {rng.choice(CLOSINGS)} {rng.choice(MIDDLES)}

Bandingkan dengan {second}, atau baca aturan umum di [{site_name}]({site_url}). {rng.choice(CLOSINGS)}
"""


def with_links(body, address):
    """`body` with every product link written by `address(slug)`."""
    parts = body.split(LINK_OPEN)
    rest = (part.split(LINK_CLOSE, 1) for part in parts[1:])
    return parts[0] + "".join(address(slug) + text for slug, text in rest)

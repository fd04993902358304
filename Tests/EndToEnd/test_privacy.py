"""Privacy as a gate: words that nobody may publish are planted wherever they could be, and every byte is searched."""

import gzip

import pytest

from harness import business, product

FIELDS = {
    "owner": "owner: Kenari Pemilik",
    "address": "address: Jalan Kenari 7",
    "geo": "geo: [-7.47813, 110.21779]",
    "whatsapp": 'whatsapp: "0812-7007-7007"',
    "phone": 'phone: "0293-7007007"',
    "email": "email: kenari@surel.example",
}
# What would give a field away, however it were written.
TRACES = {
    "owner": ["Kenari Pemilik", "Kenari%20Pemilik"],
    "address": ["Jalan Kenari", "Jalan%20Kenari"],
    "geo": ["7.47813", "7.4781", "110.21779", "110.2178"],
    "whatsapp": ["81270077007", "8127007-7007", "0812-7007-7007"],
    "phone": ["2937007007", "0293-7007007"],
    "email": ["kenari@surel", "kenari%40surel"],
}


def leaks(folder, traces):
    """The files that hold any of these words, in whatever they are compressed."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            data = gzip.decompress(data) if file.suffix == ".gz" else data
            if any(trace.encode() in data for trace in traces):
                found.append(str(file.relative_to(folder)))
    return found


def agreeing(*fields):
    return business(
        *FIELDS.values(), f"consent: {{date: 2026-01-01, fields: [{', '.join(fields)}]}}", rw="8")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("consent", ["none", "to the others"])
def test_a_personal_field_without_consent_stops_the_build(project, field, consent):
    others = [name for name in FIELDS if name != field]
    text = business(FIELDS[field]) if consent == "none" else agreeing(*others)
    site = project({"content/businesses/uji.md": text, "content/products/uji/index.md": product().replace(
        "getuk-mbah-sarinem", "uji")})
    result = site.build()
    assert result.returncode == 1
    assert "business.consent.missing" in result.stderr
    assert not site.output.exists() or leaks(site.output, sum(TRACES.values(), [])) == []


# Where a field with consent may stand: the business's own pages, those of what it sells, the open data, and what to
# call in the printed catalog.
OWN = {"usaha/uji/index.html", "data/businesses.json"}
ALLOWED = {
    "owner": OWN, "address": OWN, "geo": OWN, "email": OWN,
    "phone": OWN | {"cetak/katalog/index.html"},
    "whatsapp": OWN | {"cetak/katalog/index.html", "produk/uji/index.html"},
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_with_consent_stands_where_it_belongs_and_nowhere_else(project, field):
    site = project({
        "content/businesses/uji.md": business(
            FIELDS[field], f"consent: {{date: 2025-03-17, fields: [{field}]}}", rw="8"),
        "content/products/uji/index.md": product("price: 9000", "unit: dus").replace("getuk-mbah-sarinem", "uji"),
    })
    site.built()
    found = set(leaks(site.output, TRACES[field]))
    assert "data/businesses.json" in found
    assert found <= ALLOWED[field]
    # When somebody agreed to what is nobody's business.
    assert leaks(site.output, ["2025-03-17"]) == []


# Nobody may read these: files of the office, drafts, what was written beside the text for oneself, copies of editors.
SECRET = "KENARI7007"
PLANTED = {
    "office/records.csv": f"nik,{SECRET}\n",
    "records.csv": f"omzet,{SECRET}\n",
    "content/_kantor/catatan.md": f"{SECRET}\n",
    "content/.rahasia/catatan.md": f"{SECRET}\n",
    "content/businesses/_daftar.md": f"{SECRET}\n",
    "content/businesses/.cadangan.md": f"{SECRET}\n",
    "content/businesses/daftar.csv": f"{SECRET}\n",
    "content/products/getuk-tiga-warna/_catatan.md": f"{SECRET}\n",
    "content/products/getuk-tiga-warna/harga.xlsx": f"{SECRET}\n",
    "content/products/getuk-tiga-warna/index.md~": f"{SECRET}\n",
    "content/products/getuk-tiga-warna/index.md.bak": f"{SECRET}\n",
    "content/omzet.csv": f"{SECRET}\n",
    "content/static/.git/config": f"{SECRET}\n",
    "templates/_catatan.txt": f"{SECRET}\n",
    "templates/partials/.simpanan.html": f"{SECRET}\n",
    "content/businesses/draf.md": business(
        f'owner: "{SECRET}"', "consent: {date: 2026-01-01, fields: [owner]}", "draft: true", rw="9"),
    "content/products/draf/index.md": product("draft: true", name=SECRET),
    "content/products/komentar/index.md": product(
        f"# {SECRET}: nomor pribadi", body=f"Enak.\n\n<!-- {SECRET} -->\n\n[//]: # ({SECRET})\n\n<p data-x='{SECRET}'>a</p>\n",
        name="Komentar"),
}


def test_nothing_that_was_not_meant_for_the_site_is_in_any_byte_of_it(project):
    site = project(PLANTED)
    site.built()
    assert (site.output / "produk/komentar/index.html").is_file()
    assert leaks(site.output, [SECRET, SECRET.lower()]) == []


def test_the_search_finds_what_is_there(project):
    site = project({"content/products/uji/index.md": product(name=SECRET)})
    site.built()
    found = leaks(site.output, [SECRET])
    assert {"produk/uji/index.html", "data/products.json", "feed.xml", "kategori/makanan/feed.json"} <= set(found)


@pytest.mark.parametrize("key", ["nik", "ktp", "npwp", "omzet", "bank_account", "birth_date"])
def test_some_things_cannot_be_written_at_all(project, key):
    site = project({"content/businesses/uji.md": business(f'{key}: "{SECRET}"')})
    result = site.build()
    assert result.returncode == 1 and not (site.output / "index.html").exists()


def test_samples_cannot_be_called_or_written_to(sample_site):
    numbers = leaks(sample_site, ["wa.me/62", "tel:+62", "mailto:"])
    assert numbers == []

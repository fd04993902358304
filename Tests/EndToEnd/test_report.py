"""`etalase report coverage`: the figures of the board, for people, spreadsheets and programs."""

import csv
import io
import json
import re

import pytest

from harness import business, product
from site_check import read_page

STATES = ["flagship", "candidate", "products", "none"]


def report(site, *arguments, **options):
    return site.run("report", "coverage", *arguments, **options)


def document(site, *arguments) -> dict:
    result = report(site, "--format", "json", *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)


def rows(site) -> list[dict]:
    return list(csv.DictReader(io.StringIO(report(site, "--format", "csv").stdout, newline="")))


def test_the_text_has_the_sums_the_targets_and_every_kelurahan(project):
    result = report(project(), "--lang", "en")
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == "One RW, one product: Kota Magelang, 192 RW and 1030 RT as of 2025-03"
    assert "  RW with a designated flagship: 7 of 192 (3%)" in lines
    assert "  RW with no product yet: 180" in lines
    assert "  RT with an entrepreneur: 10 of 1030 (0%)" in lines
    assert [line for line in lines if re.match(r"Tidar Selatan +12 ", line)]
    assert [line for line in lines if re.match(r"Wates +0\+ ", line)]
    assert len({len(line) for line in lines if re.match(r"(Kelurahan|Wates|Kota Magelang) ", line)}) == 1


def test_the_text_speaks_indonesian(project):
    assert report(project(), "--lang", "id").stdout.startswith("Satu RW, satu produk: Kota Magelang, 192 RW dan 1030 RT")
    assert report(project(), env={"LANG": "id_ID.UTF-8"}).stdout.startswith("Satu RW, satu produk: ")


def test_the_csv_is_rfc_4180_and_ends_with_the_city(project, tmp_path):
    with open(tmp_path / "cakupan.csv", "wb") as file:
        assert report(project(), "--format", "csv", stdout=file).returncode == 0
    text = (tmp_path / "cakupan.csv").read_bytes()
    assert text.endswith(b"\r\n")
    assert text.count(b"\r\n") == text.count(b"\n") == 19
    lines = rows(project())
    assert [line["kelurahan"] for line in lines][-1] == "Kota Magelang"
    assert (lines[-1]["rw"], lines[-1]["rt"], lines[-1]["none"]) == ("192", "1030", "180")
    assert {line["kelurahan"]: line["rw"] for line in lines[:-1] if line["rw"]} == {"Tidar Selatan": "12"}


def test_a_name_with_a_comma_or_a_quote_stays_one_field_of_the_csv(project):
    site = project({"content/regions.yaml": lambda text: text.replace(
        'name: "Wates"', """name: 'Wates, "Atas"'""")})
    assert 'Wates, "Atas"' in [line["kelurahan"] for line in rows(site)]
    assert '"Wates, ""Atas"""' in report(site, "--format", "csv").stdout


def test_the_json_has_every_rw_with_its_state_and_product(project):
    found = document(project())
    assert found["rw"] == {
        "total": 192, "flagship": 7, "candidate": 3, "products": 2, "none": 180, "unlisted": 170}
    assert found["rt"] == {"total": 1030, "withEntrepreneur": 10}
    kemirirejo = next(one for one in found["kelurahan"] if one["name"] == "Kemirirejo")
    [rw] = kemirirejo["rw"]
    assert (rw["number"], rw["state"], rw["product"]["slug"]) == (3, "flagship", "getuk-tiga-warna")
    assert "rwCount" not in kemirirejo
    tidar = next(one for one in found["kelurahan"] if one["name"] == "Tidar Selatan")
    assert (tidar["rwCount"], len(tidar["rw"])) == (12, 12)


def test_all_formats_agree(project):
    site = project()
    found, lines = document(site), rows(site)
    columns = ["flagship", "candidate", "products_only", "none"]
    assert [int(lines[-1][column]) for column in columns] == [found["rw"][state] for state in STATES]
    for area, line in zip(found["kelurahan"], lines, strict=False):
        assert (area["code"], *(area[state] for state in STATES)) == (
            line["code"], *(int(line[column]) for column in columns))
        assert [area[state] for state in STATES] == [
            sum(rw["state"] == state for rw in area["rw"]) for state in STATES]


def test_the_report_and_the_board_agree(project):
    site = project()
    site.built()
    found = document(site)["rw"]
    page = read_page(site.output, "rw/index.html")
    [last] = re.findall("<tfoot>(.*)</tfoot>", (site.output / "rw/index.html").read_text(), re.S)
    assert [int(number) for number in re.findall(r"<td>(\d+)</td>", last)] == [
        found["total"], *(found[state] for state in STATES)]
    tiles = [element.attributes["class"] for element in page.all("a", "g")
             if (element.attributes.get("class") or "").startswith("tile ")]
    assert len(tiles) == found["total"] - found["unlisted"]
    for state in STATES[:3]:
        assert tiles.count(f"tile tile-{state}") == found[state]


def test_a_business_without_products_makes_its_rw_known_but_gives_it_nothing(project):
    before = document(project())
    after = document(project({"content/businesses/usaha-uji.md": business("  rt: 4", kelurahan="wates", rw="5")}))
    assert after["rw"] == before["rw"] | {"unlisted": 169}
    assert after["rt"]["withEntrepreneur"] == 11
    wates = next(one for one in after["kelurahan"] if one["name"] == "Wates")
    assert wates["rw"] == [{"number": 5, "state": "none", "products": 0, "businesses": 1}]


def test_drafts_count_only_when_asked_for(project):
    site = project({
        "content/businesses/usaha-uji.md": business(kelurahan="wates", rw="5"),
        "content/products/uji/index.md": product("draft: true").replace("getuk-mbah-sarinem", "usaha-uji")})
    assert document(site)["rw"]["products"] == 2
    assert document(site, "--drafts")["rw"]["products"] == 3


def test_content_with_errors_gives_no_report(project):
    result = report(project({"content/products/uji/index.md": product("pirce: 18000")}), "--format", "csv")
    assert (result.returncode, result.stdout) == (1, "")
    assert 'unknown key "pirce"' in result.stderr


def test_templates_are_not_needed(project):
    assert document(project({"templates": None}))["rw"]["total"] == 192


@pytest.mark.parametrize("arguments", [("--format", "xml"), ("--nonsense",)])
def test_wrong_arguments_are_refused(project, arguments):
    assert report(project(), *arguments).returncode == 64


def test_a_missing_folder_is_named(project):
    result = report(project({"content": None}))
    assert result.returncode != 0
    assert "content" in result.stderr

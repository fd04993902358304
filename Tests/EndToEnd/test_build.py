"""`etalase build` and `etalase check`: what they write and what they say."""

import json
import re

import pytest

from harness import CACHE, MANIFEST, differences, files_of, last_line, product, run, tree

PAGE = "produk/getuk-tiga-warna/index.html"


def without_time(line: str) -> str:
    return re.sub(r"\d+\.\d\d", "0.00", line)


def test_a_build_writes_the_site(sample_site):
    written = tree(sample_site)
    assert {"index.html", "404.html", PAGE, "en/index.html", "en/products/getuk-tiga-warna/index.html",
            "usaha/getuk-mbah-sarinem/index.html", "rw/kemirirejo/rw-03/index.html",
            "favicon.svg", MANIFEST} <= written.keys()
    assert any(path.startswith("assets/foto/getuk-tiga-warna-360.") for path in written)
    page = (sample_site / PAGE).read_text()
    assert "<h1>Getuk Tiga Warna</h1>" in page
    assert "Rp12.000" in page


def test_the_manifest_lists_every_file_of_the_site(sample_site):
    assert (sample_site / MANIFEST).read_text().splitlines() == sorted(files_of(tree(sample_site)))


def test_a_second_build_has_nothing_to_write(project):
    site = project()
    first = site.build()
    before = {file: file.stat().st_mtime_ns for file in site.output.rglob("*") if file.is_file()}
    pages = len(list(site.output.rglob("*.html")))
    files = len(before) - 1
    assert without_time(last_line(first.stderr)) == f"{pages} pages, {files} written, 0 unchanged, 0 deleted in 0.00 s"

    second = site.build()
    assert second.returncode == 0
    assert second.stdout == ""
    assert without_time(last_line(second.stderr)) == f"{pages} pages, 0 written, {files} unchanged, 0 deleted in 0.00 s"
    assert before == {file: file.stat().st_mtime_ns for file in site.output.rglob("*") if file.is_file()}


def test_an_edit_writes_only_the_pages_that_show_it(project):
    site = project()
    site.built()
    site.edit({"content/products/getuk-tiga-warna/index.md": lambda text: text + "\nSatu kalimat lagi.\n"})
    assert ", 1 written, " in last_line(site.build().stderr)
    assert "<p>Satu kalimat lagi.</p>" in (site.output / PAGE).read_text()


def test_quiet_says_nothing_when_all_is_well(project):
    site = project()
    loud = site.check().stderr
    result = site.build("--quiet")
    assert (result.returncode, result.stdout) == (0, "")
    # Problems are still printed: only the last line is gone.
    assert result.stderr == loud[:loud.rindex(last_line(loud))]


@pytest.mark.parametrize("arguments, variables, expected", [
    (["--lang", "id"], {}, "halaman"),
    (["--lang", "en"], {"LANG": "id_ID.UTF-8"}, "pages"),
    ([], {"LANG": "id_ID.UTF-8"}, "halaman"),
    ([], {"LANG": "id_ID.UTF-8", "LC_ALL": "en_US.UTF-8"}, "pages"),
    ([], {"LANG": "C"}, "pages"),
])
def test_messages_speak_the_language_asked_for(project, arguments, variables, expected):
    line = last_line(project().check(*arguments, env=variables).stderr)
    assert re.fullmatch(rf"\d+ {expected}, .*", line)


def test_problems_are_named_in_indonesian(project):
    site = project({"content/products/uji/index.md": product("pirce: 18000")})
    result = site.build("--lang", "id")
    assert 'index.md:7:1: kesalahan: kunci "pirce" tidak dikenal [product.key.unknown]' in result.stderr
    assert 'bantuan: maksudnya "price"?' in result.stderr


@pytest.mark.parametrize("is_built", [True, False])
def test_a_check_writes_nothing(project, is_built):
    site = project()
    if is_built:
        site.built()
    site.edit({"content/products/getuk-tiga-warna/index.md": lambda text: text + "\nBaru.\n"})
    before = tree(site.folder)
    result = site.check()
    assert result.returncode == 0
    # But it keeps what it learns of photos.
    assert [path for path in differences(tree(site.folder), before) if not path.startswith(CACHE)] == []


def test_a_check_finds_what_a_build_finds(project):
    site = project({"content/products/uji/index.md": product("pirce: 18000", body="[x](../tidak-ada/index.md)")})
    check, build = site.check("--format", "json"), site.build("--format", "json")
    assert check.returncode == build.returncode == 1
    assert json.loads(check.stdout) == json.loads(build.stdout)


def test_folders_can_be_named(project, tmp_path):
    site = project()
    expected = site.built()
    (site / "content").rename(site / "isi")
    (site / "templates").rename(site / "tema")
    target = tmp_path / "hasil" / "situs"
    result = site.build("--content", "isi", "--templates", "tema/", "--output", target)
    assert result.returncode == 0, result.stderr
    assert differences(tree(target), expected) == []


def test_drafts_are_left_out_unless_asked_for(project):
    site = project({"content/products/rahasia/index.md": product("draft: true", name="Kue Rahasia")})
    assert "produk/rahasia/index.html" not in site.built()
    assert not any("Kue Rahasia" in page.read_text() for page in site.output.rglob("*.html"))
    assert "produk/rahasia/index.html" in site.built("--drafts")
    assert "produk/rahasia/index.html" not in site.built()


def test_warnings_are_errors_when_strict(project):
    site = project({"content/products/uji/index.md": product()})
    assert "warning: no photo of this product [product.photos.missing]" in site.build().stderr
    before = tree(site.output)
    result = site.build("--strict")
    assert result.returncode == 1
    assert "error: no photo of this product [product.photos.missing]" in result.stderr
    assert differences(tree(site.output), before) == []


@pytest.mark.parametrize("base, canonical, link", [
    ("https://etalase.example", "https://etalase.example/produk/getuk-tiga-warna/", "/produk/getuk-tiga-warna/"),
    ("https://kota.example/ikm/", "https://kota.example/ikm/produk/getuk-tiga-warna/", "/ikm/produk/getuk-tiga-warna/"),
])
def test_the_base_url_can_be_replaced(project, base, canonical, link):
    site = project()
    site.built("--base-url", base)
    assert f'<link rel="canonical" href="{canonical}">' in (site.output / PAGE).read_text()
    assert f'href="{link}"' in (site.output / "produk/index.html").read_text()
    assert not any("ikm-center.example" in page.read_text() for page in site.output.rglob("*.html"))


@pytest.mark.parametrize("arguments, named", [
    (["build", "--jobs", "0"], "--jobs"),
    (["build", "--jobs", "banyak"], "--jobs"),
    (["build", "--shard", "0/3"], "--shard"),
    (["build", "--shard", "4/3"], "--shard"),
    (["build", "--shard", "1"], "--shard"),
    (["build", "--date", "2026-02-30"], "--date"),
    (["build", "--base-url", "javascript:alert(1)"], "--base-url"),
    (["build", "--format", "xml"], "--format"),
    (["build", "--lang", "jv"], "--lang"),
    (["build", "--otuput", "public"], "--otuput"),
    (["build", "public"], "public"),
    (["bulid"], "bulid"),
])
def test_wrong_arguments_are_refused(project, arguments, named):
    site = project()
    result = site.run(*arguments)
    assert result.returncode == 64
    assert named in result.stderr
    assert not site.output.exists()


@pytest.mark.parametrize("epoch", ["kemarin", "", "-1", "253402300800", "9223372036854775807", "1e9"])
def test_a_wrong_source_date_epoch_is_refused(project, epoch):
    result = project().build(env={"SOURCE_DATE_EPOCH": epoch})
    assert result.returncode == 64
    assert "SOURCE_DATE_EPOCH" in result.stderr


@pytest.mark.parametrize("epoch", ["0", "253402300799"])
def test_a_source_date_epoch_may_be_any_from_1970_to_9999(project, epoch):
    assert project().check(env={"SOURCE_DATE_EPOCH": epoch}).returncode in (0, 1)


@pytest.mark.parametrize("day", ["0001-01-01", "1998-12-31", "9999-12-31"])
def test_any_day_may_count_as_today(project, day):
    site = project({"content/products/uji/index.md": product("flagship: {status: candidate, year: 2000}")})
    assert site.check("--date", day).returncode in (0, 1)


@pytest.mark.parametrize("option", ["--content", "--templates"])
def test_a_missing_input_folder_is_named(project, option):
    result = project().build(option, "tidak-ada")
    assert result.returncode == 64
    assert last_line(result.stderr).startswith("etalase: there is no folder tidak-ada here; go to the project's folder first")


def test_the_version_and_help_are_results(tmp_path):
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run("--version", cwd=tmp_path).stdout)
    assert "--shard" in run("build", "--help", cwd=tmp_path).stdout


def test_a_project_reached_through_an_absolute_path_says_the_same(project):
    site = project({"content/products/uji/index.md": product("pirce: 18000")})
    near = site.check()
    far = site.check("--content", site / "content", "--templates", site / "templates")
    assert far.stderr == near.stderr
    assert near.stderr.partition(": error")[0].endswith("content/products/uji/index.md:7:1")
    assert str(site.folder) not in far.stderr

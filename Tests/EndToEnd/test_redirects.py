"""Old addresses: pages and lists that lead on from them, and the list that remembers them."""

import re

import pytest

from harness import differences, tree
from site_check import Addresses, read_page

PRODUCT = "content/products/getuk-tiga-warna/index.md"
BUSINESS = "content/businesses/getuk-mbah-sarinem.md"
PAGE = "content/pages/tentang.md"
LOCK = "content/permalinks.lock"
HEADER = 2


def with_aliases(*slugs):
    return lambda text: text.replace("---\n", f"---\naliases: [{', '.join(slugs)}]\n", 1)


ALIASES = {PRODUCT: with_aliases("getuk-warna", "getuk-pelangi"), BUSINESS: with_aliases("mbah-sarinem"),
           PAGE: with_aliases("profil")}
REDIRECTS = {
    "en/businesses/mbah-sarinem/": "/en/businesses/getuk-mbah-sarinem/",
    "en/products/getuk-pelangi/": "/en/products/getuk-tiga-warna/",
    "en/products/getuk-warna/": "/en/products/getuk-tiga-warna/",
    "en/profil/": "/en/tentang/",
    "produk/getuk-pelangi/": "/produk/getuk-tiga-warna/",
    "produk/getuk-warna/": "/produk/getuk-tiga-warna/",
    "profil/": "/tentang/",
    "usaha/mbah-sarinem/": "/usaha/getuk-mbah-sarinem/",
}


def addresses(site) -> list[str]:
    return (site / LOCK).read_text().splitlines()[HEADER:]


def renamed(site, old="getuk-tiga-warna", new="getuk-tiga-rasa"):
    """Renames a product's folder, and the links to it."""
    (site / f"content/products/{old}").rename(site / f"content/products/{new}")
    texts = [file for file in (site / "content").rglob("*.md") if old in file.read_text()]
    return site.edit({str(file.relative_to(site.folder)): lambda text: text.replace(f"{old}/index.md", f"{new}/index.md")
                      for file in texts})


def test_an_old_slug_leads_on_in_every_language(project, sample_site):
    site = project(ALIASES)
    built = site.built()
    new = built.keys() - tree(sample_site).keys()
    assert sorted(path for path in new if not path.endswith("/")) == sorted(
        [path + "index.html" for path in REDIRECTS] + ["_redirects", "_redirects.map"])
    for path, target in REDIRECTS.items():
        page = read_page(site.output, path + "index.html")
        metas = [meta.attributes for meta in page.all("meta")]
        assert {"http-equiv": "refresh", "content": f"0; url={target}"} in metas
        assert {"name": "robots", "content": "noindex"} in metas
        assert [link.attributes["href"] for link in page.all("link")] == [f"https://ikm-center.example{target}"]
        assert [link.attributes["href"] for link in page.all("a")] == [target]
        assert page.all("html")[0].attributes["lang"] == ("en" if path.startswith("en/") else "id")
        assert page.all("a")[0].text == page.all("title")[0].text != ""
        assert page.unbalanced == []
        assert (site.output / path / "index.html").stat().st_size < 1000
        assert not Addresses(site.output, []).leads_nowhere(target, "/")
    assert "This page has moved" in (site.output / "en/profil/index.html").read_text()


def test_web_servers_get_a_list(project):
    site = project(ALIASES)
    site.built()
    assert (site.output / "_redirects").read_text() == "".join(
        f"/{path} {target} 301\n" for path, target in REDIRECTS.items())
    assert (site.output / "_redirects.map").read_text() == "".join(
        f'"/{path}" "{target}";\n' for path, target in REDIRECTS.items())


def test_a_site_in_a_folder_leads_on_within_it(project):
    site = project(ALIASES)
    site.built("--base-url", "https://contoh.id/etalase")
    assert "/etalase/profil/ /etalase/tentang/ 301\n" in (site.output / "_redirects").read_text()
    assert 'content="0; url=/etalase/tentang/"' in (site.output / "profil/index.html").read_text()


def test_nothing_is_left_of_a_redirect_that_is_taken_back(project, sample_site):
    site = project(ALIASES)
    site.built()
    site.edit({file: (sample_site.parent / file).read_text() for file in ALIASES})
    assert differences(site.built(), tree(sample_site)) == []


def test_own_rules_are_kept_and_come_first(project):
    own = "# toko lama\n/toko/* /produk/ 302"
    site = project({**ALIASES, "content/static/_redirects": own})
    site.built()
    lines = (site.output / "_redirects").read_text().splitlines()
    assert lines[:3] == ["# toko lama", "/toko/* /produk/ 302",
                         "/en/businesses/mbah-sarinem/ /en/businesses/getuk-mbah-sarinem/ 301"]


@pytest.mark.parametrize("slug, place, words", [
    ("getuk-gulung-kelapa", "2:11", "something else has that name now"),
    ("getuk-tiga-warna", "2:11", "is the name that this has now"),
    ("Getuk Lama", "2:11", "is not a slug"),
    ("/produk/lama/", "2:11", "is a whole address"),
])
def test_an_old_slug_that_cannot_be_one_is_refused_at_its_place(project, slug, place, words):
    result = project({PRODUCT: with_aliases(slug)}).check()
    assert result.returncode == 1
    assert re.search(rf"^{PRODUCT}:{place}: error: .*{re.escape(words)}.* \[product\.aliases\.", result.stderr, re.M)


def test_without_a_list_no_address_is_missed(project):
    site = project({"content/products/getuk-tiga-warna": None})
    site.edit({file: lambda text: re.sub(r"\[([^]]*)\]\([^)]*getuk-tiga-warna[^)]*\)", r"\1", text) for file in (
        str(path.relative_to(site.folder)) for path in (site / "content").rglob("*.md"))})
    assert "permalink" not in site.check().stderr


def test_the_list_is_written_when_asked_for_and_by_nothing_else(project):
    site = project()
    site.built()
    assert not (site / LOCK).exists()
    result = site.check("--accept-removals")
    assert result.returncode == 0, result.stderr
    found = addresses(site)
    assert re.search(rf"^{LOCK}: {len(found)} added, 0 removed$", result.stderr, re.M)
    assert found == sorted(found)
    assert {"/", "/en/", "/produk/", "/produk/getuk-tiga-warna/", "/usaha/getuk-mbah-sarinem/", "/tentang/"} <= {*found}
    # Later pages of lists, error pages and shelves are no addresses to keep.
    assert [a for a in found if "halaman/" in a or "404" in a or re.search(r"/rw-\d+/.+/", a)] == []
    assert not (site / "content/.permalinks.lock.new").exists()

    before = (site / LOCK).stat().st_mtime_ns
    site.built()
    assert site.check("--accept-removals").returncode == 0
    assert (site / LOCK).stat().st_mtime_ns == before


def test_every_remembered_address_has_a_page(project):
    site = project(ALIASES)
    site.built()
    site.check("--accept-removals")
    found = addresses(site)
    assert "/produk/getuk-pelangi/" in found
    assert [address for address in found if not (site.output / address[1:] / "index.html").is_file()] == []


def test_the_list_says_nothing_of_the_files_being_unused(project):
    site = project()
    warnings = site.check("--quiet").stderr
    site.check("--accept-removals")
    assert site.check("--quiet").stderr == warnings


def test_a_lost_address_is_a_warning_and_with_strict_an_error(project):
    site = project()
    site.check("--accept-removals")
    renamed(site)
    line = addresses(site).index("/produk/getuk-tiga-warna/") + HEADER + 1
    result = site.build()
    assert result.returncode == 0
    assert (f"{LOCK}:{line}:1: warning: /produk/getuk-tiga-warna/ has been published and would be gone "
            "[permalink.dropped]") in result.stderr
    assert ("help: if content/products/getuk-tiga-rasa/index.md is what it became, add there: "
            "aliases: [getuk-tiga-warna]; if it is gone for good: etalase check --accept-removals") in result.stderr
    assert result.stderr.count("[permalink.dropped]") == 2  # in both languages

    site.edit({"public": None})
    strict = site.build("--strict")
    assert strict.returncode == 1
    assert f"{LOCK}:{line}:1: error: " in strict.stderr
    assert not site.output.exists()


def test_following_the_help_mends_it(project):
    site = project()
    site.check("--accept-removals")
    renamed(site).edit({"content/products/getuk-tiga-rasa/index.md": with_aliases("getuk-tiga-warna")})
    assert "[permalink.dropped]" not in site.check().stderr
    before = addresses(site)
    site.check("--accept-removals")
    # The old address stays remembered: the alias must not be lost later.
    assert set(before) < set(addresses(site))


def test_a_removal_is_accepted_when_it_is_meant(project):
    site = project()
    site.check("--accept-removals")
    renamed(site)
    result = site.check("--accept-removals", "--lang", "id")
    assert "[permalink.dropped]" not in result.stderr
    assert f"{LOCK}: 2 ditambah, 2 dihapus" in result.stderr
    assert "[permalink.dropped]" not in site.check().stderr


def test_new_addresses_are_mentioned_not_warned_about(project):
    site = project()
    site.check("--accept-removals")
    site.edit({LOCK: lambda text: text.replace("/produk/getuk-tiga-warna/\n", "")})
    result = site.check()
    assert f"1 new address is not in {LOCK} yet: etalase check --accept-removals adds what is new" in result.stderr
    assert "permalink" not in site.check("--quiet").stderr


def test_errors_leave_the_list_alone(project):
    site = project()
    site.check("--accept-removals")
    before = (site / LOCK).read_text()
    renamed(site).edit({PAGE: lambda text: text.replace("title:", "titel:")})
    assert site.check("--accept-removals").returncode == 1
    assert (site / LOCK).read_text() == before


def test_an_unfinished_merge_is_an_error_at_its_place(project):
    site = project()
    site.check("--accept-removals")
    site.edit({LOCK: lambda text: "<<<<<<< HEAD\n" + text})
    result = site.check()
    assert result.returncode == 1
    assert f"{LOCK}:1:1: error: this line is no address such as /produk/getuk/ [permalink.invalid]" in result.stderr


def test_drafts_are_not_remembered(project):
    site = project({PRODUCT: lambda text: text.replace("---\n", "---\ndraft: true\n", 1)})
    refused = site.check("--accept-removals", "--drafts")
    assert refused.returncode == 64
    assert "leave out --drafts" in refused.stderr
    assert not (site / LOCK).exists()


def test_a_product_that_becomes_a_draft_is_missed(project):
    site = project()
    site.check("--accept-removals")
    site.edit({"content/products/lampu-gantung-bambu/index.md": lambda text: text.replace("---\n", "---\ndraft: true\n", 1)})
    assert "help: content/products/lampu-gantung-bambu/index.md is a draft now" in site.check().stderr


def test_the_address_and_the_parts_of_a_build_do_not_matter(project):
    site = project()
    site.check("--accept-removals")
    expected = (site / LOCK).read_text()
    site.edit({LOCK: None})
    site.check("--accept-removals", "--base-url", "https://contoh.id/dalam", "--shard", "1/3", "--date", "2027-01-01")
    assert (site / LOCK).read_text() == expected


def test_a_folder_that_cannot_be_written_to_is_a_failure_of_the_machine(project):
    site = project()
    (site / "content/.permalinks.lock.new").mkdir()
    result = site.check("--accept-removals")
    assert result.returncode == 2
    assert result.stderr.splitlines()[-1].startswith(f"etalase: cannot write {LOCK}: ")
    assert not (site / LOCK).exists()

"""The site is a function of its files and the date: same input, same bytes."""

import os
import random
import shutil
from pathlib import Path

import pytest

from harness import MANIFEST, TODAY, Project, differences, files_of, tree


def recreate(source: Path, target: Path, seed: int) -> Project:
    """A copy whose files are made in an order of its own; on a tmpfs that is the order in which they are listed."""
    files = sorted(file.relative_to(source) for name in ("content", "templates") for file in (source / name).rglob("*"))
    random.Random(seed).shuffle(files)
    for file in files:
        if (source / file).is_file():
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / file, target / file)
    return Project(target)


def test_place_order_time_zone_language_and_threads_do_not_change_a_byte(sample, memory_folder):
    one = recreate(sample.folder, memory_folder / "satu", seed=1)
    other = recreate(sample.folder, memory_folder / "lain" / "dalam", seed=2)
    assert os.listdir(one / "content/products") != os.listdir(other / "content/products")
    first = one.built("--jobs", "1", env={"TZ": "Pacific/Kiritimati", "LANG": "C"})
    second = other.built("--jobs", "4", env={"TZ": "America/New_York", "LANG": "id_ID.UTF-8"})
    assert len(first) > 100
    assert differences(first, second) == []


def test_building_again_and_again_gives_the_same_bytes(project, sample_site):
    # Hash seeds differ from process to process.
    expected = tree(sample_site)
    for _ in range(3):
        assert differences(project().built(), expected) == []


def test_the_times_of_input_files_do_not_matter(project, sample_site):
    site = project()
    photo = "content/products/getuk-tiga-warna/getuk-tiga-warna.jpg"
    site.edit({photo: (site / photo).read_bytes()})
    os.utime(site / photo, (0, 0))
    assert differences(site.built(), tree(sample_site)) == []


def test_the_date_comes_from_the_option_or_the_environment(project):
    site = project()
    by_environment = site.built(env={"SOURCE_DATE_EPOCH": TODAY})
    # The option wins.
    by_option = site.built("--date", "2026-11-24", env={"SOURCE_DATE_EPOCH": "0"})
    assert differences(by_environment, by_option) == []


@pytest.mark.parametrize("epoch, day", [("1795391999", "2026-11-22"), ("1795392000", "2026-11-23")])
def test_a_day_begins_at_midnight_utc(project, epoch, day):
    site = project({"content/products/getuk-tiga-warna/index.md": lambda text: text.replace(
        "updated: 2026-11-18", "updated: 2026-11-24")})
    # A day ahead may be today somewhere; two days ahead is the future, whatever the place.
    warned = "after today" in site.check(env={"SOURCE_DATE_EPOCH": epoch, "TZ": "Pacific/Kiritimati"}).stderr
    assert warned == (day == "2026-11-22")


def test_prices_grow_old_with_the_date(project):
    site = project()
    page = site.output / "produk/getuk-tiga-warna/index.html"
    site.built("--date", "2027-05-17")
    fresh = page.read_text()
    site.built("--date", "2027-05-18")
    assert page.read_text() != fresh
    site.built("--date", "2027-05-17")
    assert page.read_text() == fresh


@pytest.mark.parametrize("count", [1, 3, 7])
def test_shards_are_disjoint_and_together_the_whole_site(project, sample_site, count):
    site = project()
    union = {}
    for number in range(1, count + 1):
        shard = site / f"bagian-{number}"
        result = site.build("--shard", f"{number}/{count}", "--output", shard)
        assert result.returncode == 0, result.stderr
        found = files_of(tree(shard))
        assert found.keys() & union.keys() == set()
        union |= found
    assert differences(union, files_of(tree(sample_site))) == []


def test_shards_written_to_one_folder_are_the_whole_site(project, sample_site):
    site = project()
    for number in (2, 3, 1):
        site.built("--shard", f"{number}/3")
    assert differences(tree(site.output), tree(sample_site)) == []
    assert MANIFEST in tree(site.output)
    result = site.build()
    assert ", 0 written, " in result.stderr

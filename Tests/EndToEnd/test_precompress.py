"""`etalase build --precompress`: compressed companions of text files, always those of the bytes beside them."""

import gzip
import os
import shutil
import subprocess

import brotli
import pytest

from harness import MANIFEST, copy_project, differences, files_of, last_line, tree

PRODUCT = "content/products/getuk-tiga-warna/index.md"
PAGE = "produk/getuk-tiga-warna/index.html"
TEXTS = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".csv")
SMALLEST = 1024


def decompressed(file) -> bytes:
    data = file.read_bytes()
    return gzip.decompress(data) if file.suffix == ".gz" else brotli.decompress(data)


def companions(folder):
    return sorted(file for file in folder.rglob("*") if file.suffix in (".gz", ".br"))


def numbers(result) -> list[int]:
    """Written, unchanged, deleted."""
    assert result.returncode == 0, result.stderr
    words = last_line(result.stderr).replace(",", "").split()
    return [int(words[words.index(word) - 1]) for word in ("written", "unchanged", "deleted")]


def assert_right(folder):
    """Every companion is that of the file beside it, and every file that should have companions has both."""
    found = companions(folder)
    assert [str(file) for file in found if decompressed(file) != file.with_suffix("").read_bytes()] == []
    expected = [file for file in folder.rglob("*") if file.name.endswith(TEXTS) and file.stat().st_size >= SMALLEST]
    assert sorted(map(str, found)) == sorted(f"{file}{ending}" for file in expected for ending in (".br", ".gz"))
    assert (folder / MANIFEST).read_text().splitlines() == sorted(files_of(tree(folder)))


@pytest.fixture(scope="module")
def compressed(sample, scratch):
    """The sample site with companions. Not to be changed."""
    project = copy_project(sample.folder, scratch / "compressed")
    project.built("--precompress")
    return project.output


def test_text_files_get_companions_that_decompress_to_them(compressed, sample_site):
    assert_right(compressed)
    assert len(companions(compressed)) > 300
    files = {path: digest for path, digest in tree(compressed).items() if not path.endswith((".gz", ".br", MANIFEST))}
    assert differences(files, {path: digest for path, digest in tree(sample_site).items() if path != MANIFEST}) == []


def test_companions_are_smaller_and_brotli_is_smallest(compressed):
    for file in companions(compressed):
        assert file.stat().st_size < file.with_suffix("").stat().st_size
    size = {ending: sum(file.stat().st_size for file in companions(compressed) if file.suffix == ending)
            for ending in (".gz", ".br")}
    assert size[".br"] < size[".gz"]


def test_other_programs_read_them(compressed):
    page = compressed / PAGE
    assert subprocess.run(["gzip", "-dc", f"{page}.gz"], capture_output=True, check=True).stdout == page.read_bytes()
    # No name and no time: bytes 4 to 7 are the time (RFC 1952, 2.3).
    assert (compressed / f"{PAGE}.gz").read_bytes()[3:8] == bytes(5)


def test_pictures_and_small_files_have_none(project):
    site = project({"content/static/kecil.txt": "a" * (SMALLEST - 1), "content/static/pas.txt": "a" * SMALLEST,
                    "content/static/lain.bin": "a" * 5000})
    found = site.built("--precompress")
    assert sorted(path for path in found if path.startswith(("kecil", "pas", "lain"))) == [
        "kecil.txt", "lain.bin", "pas.txt", "pas.txt.br", "pas.txt.gz"]
    assert [path for path in found if path.endswith((".jpg.gz", ".jpg.br"))] == []


def test_what_does_not_get_smaller_is_left_out(project):
    site = project({"content/static/acak.txt": os.urandom(4096)})
    assert [path for path in site.built("--precompress") if path.startswith("acak")] == ["acak.txt"]


def test_threads_do_not_change_a_byte(project, compressed):
    assert differences(project().built("--precompress", "--jobs", "4"), tree(compressed)) == []
    assert differences(project().built("--precompress", "--jobs", "1"), tree(compressed)) == []


def test_a_second_build_writes_nothing(project):
    site = project()
    written, _, _ = numbers(site.build("--precompress"))
    before = {file: file.stat().st_mtime_ns for file in site.output.rglob("*") if file.is_file()}
    assert numbers(site.build("--precompress")) == [0, written, 0]
    assert before == {file: file.stat().st_mtime_ns for file in site.output.rglob("*") if file.is_file()}


def test_an_edit_writes_a_page_and_its_companions(project):
    site = project()
    site.built("--precompress")
    site.edit({PRODUCT: lambda text: text + "\nSatu kalimat lagi.\n"})
    assert numbers(site.build("--precompress"))[0] == 3
    assert_right(site.output)
    assert b"Satu kalimat lagi." in decompressed(site / f"public/{PAGE}.br")


def test_without_the_option_the_next_build_removes_them(project, sample_site):
    site = project()
    site.built("--precompress")
    count = len(companions(site.output))
    assert numbers(site.build())[2] == count
    assert differences(tree(site.output), tree(sample_site)) == []


def test_companions_of_pages_that_are_gone_go_with_them(project):
    extra = "content/static/catatan.txt"
    site = project({extra: "catatan " * 500})
    site.built("--precompress")
    assert (site / "public/catatan.txt.br").is_file()
    site.edit({extra: "pendek"})
    assert numbers(site.build("--precompress"))[2] == 2
    site.edit({extra: None})
    site.built("--precompress")
    assert list(site.output.glob("catatan*")) == []
    assert_right(site.output)


def test_a_damaged_companion_is_made_again(project, compressed):
    site = project()
    site.built("--precompress")
    damages = {
        "cut": lambda data: data[:-1], "begun": lambda data: data[:20], "empty": lambda data: b"",
        "longer": lambda data: data + b"x", "head": lambda data: bytes([data[0] ^ 1]) + data[1:],
        "bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:], "zeros": lambda data: bytes(len(data)),
        "other gzip": lambda data: gzip.compress(b"yang lain" * 500),
        "other brotli": lambda data: brotli.compress(b"yang lain" * 500),
    }
    for name, damage in damages.items():
        for ending in (".gz", ".br"):
            file = site / f"public/{PAGE}{ending}"
            file.write_bytes(damage(file.read_bytes()))
        assert (name, numbers(site.build("--precompress"))[0]) == (name, 2)
        assert differences(tree(site.output), tree(compressed)) == []


def test_a_companion_of_the_page_as_it_was_is_made_again(project):
    site = project()
    site.built("--precompress")
    old = {ending: (site / f"public/{PAGE}{ending}").read_bytes() for ending in (".gz", ".br")}
    site.edit({PRODUCT: lambda text: text + "\nSatu kalimat lagi.\n"})
    site.built("--precompress")
    for ending, data in old.items():
        (site / f"public/{PAGE}{ending}").write_bytes(data)
    assert numbers(site.build("--precompress"))[0] == 2
    assert_right(site.output)


def test_a_lost_manifest_costs_nothing(project, compressed):
    site = project()
    site.built("--precompress")
    (site.output / MANIFEST).unlink()
    assert numbers(site.build("--precompress"))[0] == 0
    assert differences(tree(site.output), tree(compressed)) == []


def test_a_companion_that_somebody_else_made_is_not_overwritten(project):
    site = project()
    site.built()
    theirs = site / f"public/{PAGE}.gz"
    theirs.write_bytes(gzip.compress(b"bukan kami"))
    result = site.build("--precompress")
    assert result.returncode == 2
    assert f"public/{PAGE}.gz was not written by this program" in result.stderr
    assert gzip.decompress(theirs.read_bytes()) == b"bukan kami"
    assert len(companions(site.output)) == 1


def test_a_link_in_a_companions_place_is_not_followed(project, tmp_path):
    site = project()
    site.built("--precompress")
    other = tmp_path / "lain"
    other.write_text("bukan kami")
    file = site / f"public/{PAGE}.br"
    file.unlink()
    file.symlink_to(other)
    site.built("--precompress")
    assert other.read_text() == "bukan kami"
    assert not file.is_symlink()
    assert_right(site.output)


def test_a_persons_own_compressed_files_come_first(project):
    own = gzip.compress(b"katalog " * 500)
    site = project({"content/static/katalog.txt": "katalog " * 500, "content/static/katalog.txt.gz": own})
    site.built("--precompress")
    assert (site / "public/katalog.txt.gz").read_bytes() == own
    assert (site / "public/katalog.txt.br").is_file()
    site.built()
    assert companions(site.output) == [site / "public/katalog.txt.gz"]


def test_parts_together_are_the_whole(project, scratch, compressed):
    site = project()
    for number in (1, 2, 3):
        site.built("--precompress", "--shard", f"{number}/3", "--output", f"bagian-{number}")
    together = site / "public"
    for number in (1, 2, 3):
        shutil.copytree(site / f"bagian-{number}", together, dirs_exist_ok=True)
    found = {path: digest for path, digest in tree(together).items() if path != MANIFEST}
    assert differences(found, {path: digest for path, digest in tree(compressed).items() if path != MANIFEST}) == []
    # The list of a part names all that the others may have written, so that a later build can tidy up.
    assert {path for path in files_of(found)} <= set((together / MANIFEST).read_text().splitlines())
    assert numbers(site.build())[0] == 0
    assert companions(together) == []


def test_a_full_disk_leaves_the_old_site(project, small_disk):
    folder, remount = small_disk("size=256m")
    site = project()
    site.built("--output", folder / "public")
    before = tree(folder / "public")
    used = shutil.disk_usage(folder).used
    remount(f"size={(used >> 10) + 64}k")
    result = site.build("--precompress", "--output", folder / "public")
    assert result.returncode == 2
    assert differences(tree(folder / "public"), before) == []


def test_check_has_no_such_option(project):
    assert project().check("--precompress").returncode == 64

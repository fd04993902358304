"""What a build may do to the folder that it writes to, and to which folders it may write at all."""

import fcntl
import os
import shutil
import subprocess

import pytest

from harness import (
    BINARY, MANIFEST, STAGING, differences, environment, last_line, product, tree, wait_until)

OWN = {"content/products/uji/index.md": product(name="Kue Uji")}


def test_foreign_files_survive_every_build(project):
    site = project(OWN)
    foreign = [".gitignore", "CNAME", "produk/catatan.txt", "produk/uji/foto-saya.jpg", "milik/orang/lain.html"]
    site.built()
    for path in foreign:
        (site.output / path).parent.mkdir(parents=True, exist_ok=True)
        (site.output / path).write_text("bukan milik situs")
    site.built()
    site.edit({"content/products/uji": None})
    after = site.built()
    site.built("--drafts")
    assert [path for path in foreign if (site.output / path).read_text() != "bukan milik situs"] == []
    assert "produk/uji/index.html" not in after
    assert "produk/uji/" in after


def test_a_removed_product_takes_its_page_photos_and_folder_with_it(project):
    photo = (project() / "content/products/besek-bambu/besek-bambu.jpg").read_bytes()
    site = project({
        "content/products/uji/index.md": product("photos:", '  - {file: uji.jpg, alt: "Kue di atas piring"}'),
        "content/products/uji/uji.jpg": photo,
    })
    before = site.built()
    pictures = {path for path in before if path.startswith("assets/foto/uji-")}
    assert len(pictures) == 12
    site.edit({"content/products/uji": None})
    after = site.built()
    gone = {path for path in before.keys() - after.keys() if not path.startswith("assets/search/")}
    assert gone == {"produk/uji/", "produk/uji/index.html"} | pictures
    assert [path for path in tree(site.output) if "uji" in path] == []
    assert differences(tree(site.output), project().built()) == []


def test_a_page_becomes_a_folder_and_a_folder_a_page(project):
    site = project({"content/static/berkas": "satu"})
    site.built()
    site.edit({"content/static/berkas": None, "content/static/berkas/dalam.txt": "dua"})
    second = site.built()
    assert {"berkas/", "berkas/dalam.txt"} <= second.keys()
    site.edit({"content/static/berkas": None})
    site.edit({"content/static/berkas": "satu"})
    third = site.built()
    assert "berkas" in third and "berkas/" not in third


def test_a_file_that_someone_changed_or_deleted_in_the_output_is_restored(project):
    site = project()
    expected = site.built()
    (site.output / "index.html").write_text("<h1>Dirusak</h1>")
    (site.output / "404.html").unlink()
    shutil.rmtree(site.output / "produk")
    assert differences(site.built(), expected) == []


@pytest.mark.parametrize("damage", [
    b"", b"\x00\xff\n", b"../rahasia.txt\n", b"/etc/hostname\n", b"produk/../../rahasia.txt\n", b"produk\n",
    b"\n" * 1000,
])
def test_a_damaged_manifest_costs_nobody_a_file(project, damage):
    site = project({"rahasia.txt": "jangan dihapus"})
    expected = site.built()
    (site.output / "milik-orang.txt").write_text("tetap")
    (site.output / MANIFEST).write_bytes(damage)
    after = site.built()
    assert (site / "rahasia.txt").read_text() == "jangan dihapus"
    assert differences(after, expected) == ["milik-orang.txt"]


def test_a_file_that_no_build_wrote_is_not_overwritten(project):
    site = project()
    site.output.mkdir(exist_ok=True)
    (site.output / "index.html").write_text("punya orang")
    result = site.build()
    assert result.returncode == 2
    assert "index.html was not written by this program and is not overwritten" in result.stderr
    assert (site.output / "index.html").read_text() == "punya orang"
    assert [name for name in os.listdir(site.output) if name not in ("index.html", MANIFEST)] == []


@pytest.mark.parametrize("output", ["content", "./content/", "content/products", "content/baru", "templates",
                                    "templates/assets/css", ".", "..", "/", "", "tautan", "baru/../content",
                                    "baru/../.."])
def test_folders_that_hold_the_project_are_refused(project, output):
    site = project()
    (site / "tautan").symlink_to("content")
    before = tree(site.folder)
    result = site.build("--output", output)
    assert result.returncode in (2, 64)
    assert "cannot be the output folder" in result.stderr
    assert differences(tree(site.folder), before) == []


def test_the_home_folder_is_refused(project, tmp_path):
    home = tmp_path / "rumah"
    home.mkdir()
    (home / "surat.txt").write_text("penting")
    result = project().build("--output", home, env={"HOME": str(home)})
    assert result.returncode == 64
    assert last_line(result.stderr) == f"etalase: --output: {home} cannot be the output folder: it is your home folder"
    assert os.listdir(home) == ["surat.txt"]


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.write_text("gitdir: ../lain")])
def test_a_git_repository_is_refused(project, make):
    site = project()
    site.output.mkdir()
    make(site.output / ".git")
    before = tree(site.output)
    result = site.build()
    assert result.returncode == 64
    assert last_line(result.stderr) == "etalase: --output: public cannot be the output folder: it is a git repository"
    assert differences(tree(site.output), before) == []


def test_a_build_is_refused_while_another_one_writes(project):
    site = project()
    before = site.built()
    site.edit({"content/products/uji/index.md": product()})
    folder = os.open(site.output, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        result = site.build()
    finally:
        os.close(folder)
    assert result.returncode == 2
    assert last_line(result.stderr) == "etalase: another build is writing to public; wait until it is done"
    assert differences(tree(site.output), before) == []
    assert "produk/uji/index.html" in site.built()


def test_of_two_builds_at_once_exactly_one_is_refused(project, strace, tmp_path):
    site = project()
    # The first one is slow: every write takes 10 ms more.
    slow = strace(tmp_path / "log", "-e", "trace=write", "-e", "inject=write:delay_enter=10000")
    command = [*slow, BINARY, "build", "--quiet"]
    with subprocess.Popen(command, cwd=site.folder, env=environment(), stderr=subprocess.PIPE) as first:
        wait_until(lambda: (site.output / STAGING).exists())
        second = site.build()
        assert second.returncode == 2
        assert "another build is writing to public" in second.stderr
        assert first.wait(timeout=60) == 0, first.stderr.read()
    assert differences(tree(site.output), project().built()) == []


def test_a_check_needs_no_lock(project):
    site = project()
    site.built()
    folder = os.open(site.output, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        assert site.check().returncode == 0
    finally:
        os.close(folder)


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "luar"
    folder.mkdir()
    (folder / "index.html").write_text("milik orang")
    return folder


@pytest.mark.parametrize("place", ["produk", "produk/getuk-tiga-warna", "en"])
def test_a_folder_of_the_output_that_is_a_link_is_refused(project, outside, place):
    site = project()
    site.built()
    shutil.rmtree(site.output / place)
    (site.output / place).symlink_to(outside)
    result = site.build()
    assert result.returncode == 2
    assert f"public/{place}" in last_line(result.stderr)
    assert tree(outside).keys() == {"index.html"}
    assert (outside / "index.html").read_text() == "milik orang"


def test_a_deletion_does_not_follow_a_link(project, outside):
    site = project(OWN)
    site.built()
    shutil.rmtree(site.output / "produk/uji")
    (site.output / "produk/uji").symlink_to(outside)
    site.edit({"content/products/uji": None})
    assert site.build().returncode == 0
    assert (outside / "index.html").read_text() == "milik orang"


def test_a_file_of_the_output_that_is_a_link_is_replaced(project, outside):
    site = project()
    expected = site.built()
    (site.output / "index.html").unlink()
    (site.output / "index.html").symlink_to(outside / "index.html")
    assert differences(site.built(), expected) == []
    assert (outside / "index.html").read_text() == "milik orang"


@pytest.mark.parametrize("name", [STAGING, MANIFEST])
def test_the_programs_own_places_are_not_followed_when_they_are_links(project, outside, name):
    site = project()
    site.output.mkdir()
    (site.output / name).symlink_to(outside if name == STAGING else outside / "index.html")
    site.build()
    assert tree(outside).keys() == {"index.html"}
    assert (outside / "index.html").read_text() == "milik orang"


def test_an_output_folder_that_is_a_link_is_written_to(project, outside):
    site = project()
    target = outside / "situs"
    target.mkdir()
    site.output.symlink_to(target)
    assert "index.html" in site.built()
    assert (target / "index.html").is_file()

"""Which files of the project are read: regular ones inside it, whatever their names, and nothing else."""

import os
import re
import shutil
import stat
import subprocess

import pytest

from harness import BINARY, Project, differences, environment, files_of, product, tree

SECRET = "kunci rahasia 8c1f"
PHOTOS = ["photos:", '  - {file: foto.jpg, alt: "Kue di atas piring"}']


@pytest.fixture
def secret(tmp_path):
    """A folder outside of every project, with something in it that must not be published."""
    folder = tmp_path / "luar"
    folder.mkdir()
    for name in ("index.md", "foto.jpg", "site.css"):
        (folder / name).write_text(product(body=SECRET))
    return folder


def refused(site: Project, *expected: str):
    """The project is refused, with each of these lines, and nothing is published."""
    result = site.build(timeout=10)
    assert result.returncode == 1
    assert [line for line in expected if line not in result.stderr] == []
    assert SECRET not in result.stderr
    assert not site.output.exists()


@pytest.mark.parametrize("place, target", [
    ("content/products/uji/index.md", "index.md"),
    ("content/products/uji/foto.jpg", "foto.jpg"),
    ("content/static/gambar.jpg", "foto.jpg"),
    ("content/static/folder", "."),
    ("content/products/folder", "."),
    ("templates/partials/luar.html", "index.md"),
    ("templates/assets/css/luar.css", "site.css"),
    ("templates/assets/luar", "."),
])
def test_a_link_that_leads_outside_is_refused_with_its_target(project, secret, place, target):
    site = project({"content/products/uji/index.md": product(*PHOTOS)})
    site.edit({place: None})
    (site / place).symlink_to(secret / target)
    real = (secret / target).resolve()
    refused(site, f"{place}:1:1: error: this symbolic link to {real} is not followed [file.link]")


def test_a_link_to_a_neighbour_whose_name_begins_alike_leads_outside(project):
    site = project({"content-rahasia/foto.jpg": SECRET})
    (site / "content/static/foto.jpg").symlink_to(site / "content-rahasia/foto.jpg")
    refused(site, "content/static/foto.jpg:1:1: error: this symbolic link to ", "[file.link]")


@pytest.mark.parametrize("target, cause", [
    ("tidak-ada", "No such file or directory"),
    ("putar", "Too many levels of symbolic links"),
])
def test_a_link_that_leads_nowhere_is_named(project, target, cause):
    site = project()
    (site / "content/static/putar").symlink_to(target)
    refused(
        site, f"content/static/putar:1:1: error: this symbolic link leads nowhere: {cause} [file.link.broken]")


@pytest.mark.parametrize("target", [".", "..", "../products"])
def test_a_link_to_a_folder_is_refused_even_inside(project, target):
    site = project()
    (site / "content/static/putar").symlink_to(target)
    refused(site, "content/static/putar:1:1: error: this symbolic link to ")


def test_a_link_to_a_file_inside_is_not_followed_either(project):
    site = project()
    (site / "content/static/ikon.svg").symlink_to("favicon.svg")
    refused(site, "content/static/ikon.svg:1:1: error: this symbolic link to ", "is not followed [file.link]")


@pytest.mark.parametrize("place", [
    "content/products/uji/index.md", "content/products/uji/foto.jpg", "content/static/pipa",
    "content/businesses/pipa.md", "templates/partials/pipa.html", "templates/assets/css/pipa.css",
])
def test_a_pipe_does_not_hang_the_build(project, place):
    site = project({"content/products/uji/index.md": product(*PHOTOS)})
    site.edit({place: None})
    os.mkfifo(site / place)
    refused(site, f"{place}:1:1: error: this is neither a file nor a folder [file.kind]")


def test_a_device_is_not_read(project):
    site = project()
    try:
        os.mknod(site / "content/static/nol", stat.S_IFCHR | 0o644, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("making a device is not permitted here")
    refused(site, "content/static/nol:1:1: error: this is neither a file nor a folder [file.kind]")


def test_a_file_that_may_not_be_read_is_named(sample, memory_folder):
    site = Project(memory_folder)
    for name in ("content", "templates"):
        shutil.copytree(sample / name, site / name)
    program = shutil.copy(BINARY, memory_folder / "etalase")
    for path in ("content/products/getuk-tiga-warna/index.md", "content/products/besek-bambu"):
        (site / path).chmod(0)
    # The superuser may read everything, so the program runs as nobody.
    nobody = [] if os.getuid() else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    result = subprocess.run(
        [*nobody, program, "check"], cwd=site.folder, env=environment(), capture_output=True, text=True, timeout=30)
    assert result.returncode == 1
    for path in ("content/products/getuk-tiga-warna/index.md", "content/products/besek-bambu"):
        assert f"{path}:1:1: error: this cannot be read: Permission denied [file.unreadable]" in result.stderr
        (site / path).chmod(0o755)


def test_an_output_that_may_not_be_written_is_named(sample, memory_folder):
    if os.getuid():
        pytest.skip("needs the superuser, to make a folder of somebody else's")
    site = Project(memory_folder)
    for name in ("content", "templates"):
        shutil.copytree(sample / name, site / name)
    for name in ("products", "businesses", "pages"):
        shutil.rmtree(site / "content" / name)
    program = shutil.copy(BINARY, memory_folder / "etalase")
    result = subprocess.run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program, "build"], cwd=site.folder,
        env=environment(), capture_output=True, text=True, timeout=30)
    assert result.returncode == 2
    assert result.stderr.splitlines()[-1] == "etalase: cannot create public: Permission denied"


@pytest.mark.parametrize("folder", ["content/products", "content/static", "content/products/getuk-tiga-warna"])
@pytest.mark.parametrize("name, message", [
    (b"kue\nenak.jpg", "error: this name has a line break or another invisible character [file.name]"),
    (b"kue\x1b[31m.jpg", "error: this name has a line break or another invisible character [file.name]"),
    (b"kue\xff.jpg", "error: a file in this folder has a name that is not UTF-8 [file.name]"),
    (b"\xed\xa0\x80.jpg", "error: a file in this folder has a name that is not UTF-8 [file.name]"),
])
def test_a_name_that_cannot_be_shown_is_refused(project, folder, name, message):
    site = project()
    with open(os.fsencode(site / folder) + b"/" + name, "wb"):
        pass
    refused(site, message)
    assert "\x1b" not in site.check().stderr


def test_names_that_look_like_options_are_only_names(project):
    site = project({"content/static/-rf": "teks", "content/static/--output=lain": "teks"})
    assert {"-rf", "--output=lain"} <= site.built().keys()


@pytest.mark.parametrize("slug", ["-rf", "Kue", "kue--enak", "kue enak", "kué", "k" * 61])
def test_a_product_whose_folder_is_no_slug_is_an_error(project, slug):
    refused(project({f"content/products/{slug}/index.md": product()}), "[product.slug.invalid]")


def test_the_longest_name_is_published(project):
    name = "n" * 251 + ".txt"
    site = project({f"content/static/{name}": "teks"})
    assert name in site.built()


def test_names_with_special_characters_get_working_addresses(project):
    name = "kue & \"kopi\" #1 100%.jpg"
    photo = (project() / "content/products/besek-bambu/besek-bambu.jpg").read_bytes()
    site = project({
        "content/products/uji/index.md": product(
            "photos:", "  - {file: '" + name + "', alt: \"Kue di atas piring\"}"),
        f"content/products/uji/{name}": photo,
    })
    published = site.built()
    page = (site.output / "produk/uji/index.html").read_text()
    address = re.search(r'src="/(assets/foto/kue-kopi-1-100-720\.[0-9a-f]{16}\.jpg)"', page)
    assert address and address[1] in published


def test_hidden_files_and_those_with_an_underscore_are_ignored(project, sample_site):
    site = project({
        "content/_catatan.md": "bukan isi", "content/products/_rancangan/index.md": "bukan isi",
        "content/.git/config": "bukan isi", "content/static/.DS_Store": "bukan isi",
        "templates/.cadangan.html": "{{", "templates/_lama.html": "{{",
    })
    assert differences(site.built(), tree(sample_site)) == []


def test_a_file_that_nothing_reads_is_a_warning(project, sample_site):
    site = project({"content/catatan.txt": "lupa dihapus"})
    result = site.build()
    assert result.returncode == 0
    assert "content/catatan.txt:1:1: warning: this file is not used" in result.stderr
    assert differences(files_of(tree(site.output)), files_of(tree(sample_site))) == []


@pytest.mark.parametrize("one, other", [("getuk", "Getuk"), ("kue\u0301", "ku\u00e9")])
def test_slugs_that_differ_only_by_case_or_composition_are_refused(project, one, other):
    refused(project({f"content/products/{name}/index.md": product(name=name + " lain") for name in (one, other)}))


@pytest.mark.parametrize("path", ["index.html", "produk/getuk-tiga-warna/index.html"])
def test_a_static_file_in_a_pages_place_is_an_error(project, path):
    refused(project({f"content/static/{path}": "<h1>Lain</h1>"}),
            f"content/static/{path}:1:1: error: this would be published at {path}, where another file already is")


def test_a_static_file_where_a_folder_must_be_is_an_error(project):
    refused(project({"content/static/produk": "bukan folder"}), "content/static/produk:1:1: error: ")

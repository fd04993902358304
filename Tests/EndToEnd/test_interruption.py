"""A build that dies, or whose disk does: every file stays whole, the cause is named, the next build heals."""

import os
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass

import pytest

from harness import BINARY, STAGING, Project, differences, environment, files_of, last_line, product, tree

KILLED, INTERRUPTED, TERMINATED = -signal.SIGKILL, -signal.SIGINT, -signal.SIGTERM


@dataclass
class Change:
    """A project that was built and then edited: every page changes, one product goes, another comes."""

    site: Project
    # What a fresh build gives, before the edits and after.
    old: dict[str, str]
    new: dict[str, str]

    def assert_every_file_is_whole(self):
        found = {path: digest for path, digest in files_of(tree(self.site.output)).items()
                 if not path.startswith(STAGING)}
        old, new = files_of(self.old), files_of(self.new)
        assert [path for path, digest in found.items() if digest not in (old.get(path), new.get(path))] == []
        # What both sites have was there all the time.
        assert sorted((old.keys() & new.keys()) - found.keys()) == []

    def assert_the_next_build_heals(self):
        assert differences(self.site.built(), self.new) == []


def other_look(text: str) -> str:
    return text.replace("</body>", "<!-- lain -->\n</body>")


EDITS = {
    "templates/base.html": other_look,
    "content/products/kue-lama": None,
    "content/products/kue-baru/index.md": product(name="Kue Baru"),
}


@pytest.fixture
def change(project) -> Change:
    site = project({"content/products/kue-lama/index.md": product(name="Kue Lama")})
    old = site.built()
    new = project({key: edit for key, edit in EDITS.items() if edit}).built()
    return Change(site.edit(EDITS), old, new)


# `write:30` is the moment when the program asks the kernel for its 30th write.
@pytest.mark.parametrize("moment", [
    "mkdirat:1", "openat:40", "write:1", "write:30", "write:100", "renameat:1", "renameat:2", "renameat:40",
    "renameat:120", "mkdirat:2", "unlinkat:1", "unlinkat:2",
])
def test_a_killed_build_leaves_whole_files_and_the_next_one_heals(change, strace, tmp_path, moment):
    call, number = moment.split(":")
    tracer = strace(tmp_path / "log", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
    assert change.site.build("--jobs", "1", before=tracer).returncode == KILLED
    change.assert_every_file_is_whole()
    change.assert_the_next_build_heals()


@pytest.mark.parametrize("name, code", [("INT", INTERRUPTED), ("TERM", TERMINATED)])
@pytest.mark.parametrize("moment", ["write:30", "renameat:40"])
def test_an_interrupted_build_leaves_whole_files_and_the_next_one_heals(change, strace, tmp_path, name, code, moment):
    call, number = moment.split(":")
    tracer = strace(tmp_path / "log", "-e", f"trace={call}", "-e", f"inject={call}:signal={name}:when={number}")
    assert change.site.build("--jobs", "1", before=tracer).returncode == code
    change.assert_every_file_is_whole()
    change.assert_the_next_build_heals()


def test_a_build_killed_at_any_time_leaves_whole_files(project):
    site, reference = (with_more_products(project(), 600) for _ in range(2))
    start = time.monotonic()
    versions = [site.built(), reference.edit({"templates/base.html": other_look}).built()]
    duration = (time.monotonic() - start) / 2
    plain = (site / "templates/base.html").read_text()
    killed = 0
    for turn in range(6):
        site.edit({"templates/base.html": other_look if turn % 2 == 0 else plain})
        change = Change(site, versions[turn % 2], versions[1 - turn % 2])
        build = subprocess.Popen(
            [BINARY, "build", "--quiet"], cwd=site.folder, env=environment(), stderr=subprocess.DEVNULL)
        time.sleep(duration * (turn + 1) / 7)
        build.kill()
        killed += build.wait() == KILLED
        change.assert_every_file_is_whole()
        change.assert_the_next_build_heals()
    assert killed > 0


def with_more_products(site: Project, count: int) -> Project:
    model = (site / "content/products/getuk-tiga-warna/index.md").read_text()
    model = re.sub(r"^(photos:\n(  - .*\n)+|flagship: .*\n)", "", model, flags=re.M)
    return site.edit({
        f"content/products/kue-{number}/index.md": re.sub(r'^name: ".*"$', f'name: "Kue {number}"', model, flags=re.M)
        for number in range(count)})


@pytest.mark.parametrize("moment, code, cause", [
    ("write:20", "ENOSPC", "No space left on device"),
    ("write:20", "EIO", "Input/output error"),
    ("mkdirat:1", "EDQUOT", "Disk quota exceeded"),
    ("mkdirat:2", "ENOSPC", "No space left on device"),
    ("renameat:1", "ENOSPC", "No space left on device"),
    ("renameat:50", "EDQUOT", "Disk quota exceeded"),
])
def test_a_failing_system_call_is_named_and_the_next_build_heals(change, strace, tmp_path, moment, code, cause):
    call, number = moment.split(":")
    tracer = strace(tmp_path / "log", "-e", f"trace={call}", "-e", f"inject={call}:error={code}:when={number}")
    result = change.site.build("--jobs", "1", before=tracer)
    assert result.returncode == 2
    assert re.fullmatch(rf"etalase: cannot (write|create) public/\S+: {cause}", last_line(result.stderr))
    assert f"{STAGING}/" not in tree(change.site.output)
    change.assert_every_file_is_whole()
    change.assert_the_next_build_heals()


@pytest.fixture
def change_on_a_disk(change, small_disk):
    """The change, with its output on a disk of its own; and what remounts it."""
    disk, remount = small_disk("size=64m")
    site = change.site
    shutil.copytree(site.output, disk / "situs")
    shutil.rmtree(site.output)
    site.output = disk / "situs"
    return change, remount


def test_a_full_disk_is_named_the_old_site_stays_and_the_next_build_heals(change_on_a_disk):
    change, remount = change_on_a_disk
    output = change.site.output
    used = os.statvfs(output).f_blocks - os.statvfs(output).f_bfree
    remount(f"size={used * os.statvfs(output).f_bsize + (200 << 10)}")
    result = change.site.build("--output", output)
    assert result.returncode == 2
    named = re.fullmatch(r"etalase: cannot write (.*): No space left on device", last_line(result.stderr))
    assert named and named[1].removeprefix(f"{output}/") in change.new
    assert differences(tree(output), change.old) == []

    remount("size=64m")
    assert differences(change.site.built("--output", output), change.new) == []


def test_a_read_only_disk_is_named_and_nothing_changes(change_on_a_disk):
    change, remount = change_on_a_disk
    output = change.site.output
    remount("ro")
    result = change.site.build("--output", output)
    assert result.returncode == 2
    assert str(output) in last_line(result.stderr)
    assert last_line(result.stderr).endswith(": Read-only file system")
    assert differences(tree(output), change.old) == []

    remount("rw")
    assert differences(change.site.built("--output", output), change.new) == []


def test_an_output_folder_that_cannot_be_made_is_named(project):
    site = project({"berkas": "bukan folder"})
    result = site.build("--output", "berkas/situs")
    assert result.returncode == 2
    assert last_line(result.stderr) == "etalase: cannot create berkas/situs: Not a directory"


def test_a_page_whose_place_is_taken_by_a_folder_is_named(project):
    site = project()
    (site.output / "index.html").mkdir(parents=True)
    (site.output / "index.html/catatan.txt").write_text("milik orang")
    result = site.build()
    assert result.returncode == 2
    assert last_line(result.stderr) == "etalase: cannot write public/index.html: Is a directory"
    assert (site.output / "index.html/catatan.txt").read_text() == "milik orang"
    (site.output / "index.html/catatan.txt").unlink()
    (site.output / "index.html").rmdir()
    assert differences(site.built(), project().built()) == []

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from harness import BINARY, CACHE, PROJECT, Project, copy_project


def pytest_sessionstart():
    if not BINARY.is_file():
        pytest.exit(f"{BINARY} is missing: run ./etalase --version first, or set ETALASE", returncode=2)


def memory() -> Path | None:
    """A folder on a tmpfs with much room, if there is one."""
    folder = Path("/dev/shm")
    if folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 1 << 30:
        return folder
    return None


@pytest.fixture(scope="session")
def scratch():
    """Where projects are made: in memory if there is room, for they are many and short-lived."""
    with tempfile.TemporaryDirectory(dir=memory(), prefix="etalase-test-") as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def sample(scratch) -> Project:
    """The project's own content and templates, as they were when the tests began. Not to be changed."""
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, scratch / "sample" / name)
    sample = Project(scratch / "sample")
    # Photos are developed once, and not again for each test.
    if (PROJECT / CACHE).is_dir():
        shutil.copytree(PROJECT / CACHE, sample / CACHE)
    assert sample.check(timeout=300).returncode == 0
    return sample


@pytest.fixture(scope="session")
def sample_site(sample, scratch) -> Path:
    """The website built from the sample: its folder. Not to be changed."""
    project = copy_project(sample.folder, scratch / "site")
    project.built()
    return project.output


@pytest.fixture
def project(sample, scratch):
    """Makes a project that differs from the sample by these edits, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    number = itertools.count(1)

    def make(edits=None) -> Project:
        return copy_project(sample.folder, folder / f"project-{next(number)}").edit(edits or {})

    yield make
    shutil.rmtree(folder)


@pytest.fixture
def memory_folder():
    """A folder on a tmpfs that every user can reach."""
    if not memory():
        pytest.skip("there is no tmpfs with room at /dev/shm")
    with tempfile.TemporaryDirectory(dir=memory(), prefix="etalase-test-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def small_disk(tmp_path):
    """Makes a disk (a tmpfs) of a size such as `8m`: its folder, and a function that remounts it with other options."""
    mounted = []

    def mount(options):
        folder = tmp_path / f"disk-{len(mounted)}"
        folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, text=True)
        if done.returncode != 0:
            pytest.skip(f"mounting is not permitted here: {done.stderr.strip()}")
        mounted.append(folder)

        def remount(options):
            subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)

        return folder, remount

    yield mount
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


@pytest.fixture(scope="session")
def strace(tmp_path_factory):
    """The words that go before a traced program: `strace(log, "-e", …)`."""
    log = tmp_path_factory.mktemp("strace") / "log"
    works = shutil.which("strace") and subprocess.run(
        ["strace", "-f", "-o", log, "true"], capture_output=True).returncode == 0
    if not works:
        pytest.skip("strace is missing, or tracing is not permitted here")
    return lambda log, *options: ["strace", "-f", "-qq", "-o", log, *options]

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from harness import BINARY, PROJECT, Project, copy_project


def pytest_sessionstart():
    if not BINARY.is_file():
        pytest.exit(f"{BINARY} is missing: run ./etalase --version first, or set ETALASE", returncode=2)


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> Project:
    """The project's own content and templates, as they were when the tests began. Not to be changed."""
    folder = tmp_path_factory.mktemp("sample")
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    return Project(folder)


@pytest.fixture(scope="session")
def sample_site(sample, tmp_path_factory):
    """The website built from the sample: its folder. Not to be changed."""
    project = copy_project(sample.folder, tmp_path_factory.mktemp("site"))
    project.built()
    return project.output


@pytest.fixture
def project(sample, tmp_path):
    """Makes a project that differs from the sample by these edits, in a folder of its own."""
    made = []

    def make(edits=None) -> Project:
        folder = tmp_path / f"project-{len(made)}"
        made.append(copy_project(sample.folder, folder).edit(edits or {}))
        return made[-1]

    return make


@pytest.fixture
def memory_folder():
    """A folder on a tmpfs that every user can reach."""
    if not Path("/dev/shm").is_dir():
        pytest.skip("there is no /dev/shm")
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="etalase-test-") as folder:
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

"""What the end-to-end tests stand on: runs of the built program, projects to run it on, folders to compare."""

import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("ETALASE", PROJECT / ".build/release/etalase")).absolute()
# 2026-11-24 at midnight in UTC: the day that counts as today in every test.
TODAY = "1795478400"
MANIFEST = ".etalase-manifest"
STAGING = ".etalase-staging"
CACHE = ".etalase"

Edit = str | bytes | None | Callable[[str], str]


def environment(**variables: str) -> dict[str, str]:
    """All that a tested program sees of the environment: nothing of the machine's own but where programs are."""
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C", "SOURCE_DATE_EPOCH": TODAY, **variables}


def run(*arguments, cwd, env: Mapping[str, str] | None = None, before=(), timeout=30, **options):
    """Runs the program with these arguments; `before` goes in front of it, such as `["strace", …]`."""
    command = [*map(str, before), str(BINARY), *map(str, arguments)]
    # A background job of a shell ignores SIGINT, and so would everything that it starts.
    signals = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    options = {**signals, "stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    return subprocess.run(
        command, cwd=cwd, env=environment(**(env or {})), timeout=timeout, encoding="utf-8", **options)


@dataclass
class Project:
    """A folder with `content` and `templates`, and `public` once it is built."""

    folder: Path
    output: Path = field(init=False)

    def __post_init__(self):
        self.output = self.folder / "public"

    def __truediv__(self, path) -> Path:
        return self.folder / path

    def edit(self, edits: Mapping[str, Edit]):
        """Gives files a new text, or what a function makes of the old one; `None` deletes a file or folder."""
        for path, edit in edits.items():
            file = self.folder / path
            if callable(edit):
                edit = edit(file.read_text())
            # Files are hard links to those of other projects: never write into one.
            if file.is_dir():
                shutil.rmtree(file)
            else:
                file.unlink(missing_ok=True)
            if edit is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(edit.encode() if isinstance(edit, str) else edit)
        return self

    def run(self, *arguments, **options):
        return run(*arguments, cwd=self.folder, **options)

    def check(self, *arguments, **options):
        return self.run("check", *arguments, **options)

    def build(self, *arguments, **options):
        """A build that may fail."""
        return self.run("build", *arguments, **options)

    def built(self, *arguments, **options) -> dict[str, str]:
        """The output of a build that succeeds."""
        result = self.build(*arguments, **options)
        assert result.returncode == 0, result.stderr
        return tree(self.output)


def copy_project(source: Path, target: Path) -> Project:
    """A copy of a project's two inputs and of its developed photos; files are shared until they are edited."""
    for name in ("content", "templates", CACHE):
        shutil.copytree(source / name, target / name, copy_function=os.link)
    return Project(target)


def tree(folder: Path) -> dict[str, str]:
    """Everything below a folder: path → what it is, with a digest of a file's bytes. Folders' paths end with `/`."""
    found = {}
    for path, folders, files in os.walk(folder):
        for name in folders + files:
            file = Path(path, name)
            place = str(file.relative_to(folder))
            if file.is_symlink():
                found[place] = f"link to {os.readlink(file)}"
            elif file.is_dir():
                found[place + "/"] = "folder"
            else:
                found[place] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def files_of(found: Mapping[str, str]) -> dict[str, str]:
    """The site's own files among those of a tree."""
    return {path: digest for path, digest in found.items() if not path.endswith("/") and path != MANIFEST}


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The paths at which two trees differ. Compare with `[]`: a failing assertion then names files, not digests."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def last_line(text: str) -> str:
    return text.rstrip("\n").split("\n")[-1]


def wait_until(condition: Callable[[], bool], seconds=10.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.001)


def product(*lines: str, body="Kue untuk uji.", name="Kue Uji") -> str:
    """A product's file. The first of `lines` is its line 7, its body begins on line 8 + the number of lines."""
    return "\n".join([
        "---",
        f'name: "{name}"',
        "business: getuk-mbah-sarinem",
        "category: makanan/jajanan-pasar",
        'summary: "Kue yang hanya ada dalam uji."',
        "updated: 2026-11-18",
        *lines,
        "---",
        body,
        "",
    ])


def business(*lines: str, kelurahan="kemirirejo", rw="3") -> str:
    """A business's file. The first of `lines` is its line 6."""
    return "\n".join(
        ["---", 'name: "Usaha Uji"', "place:", f"  kelurahan: {kelurahan}", f"  rw: {rw}", *lines, "---", "Uji.", ""])

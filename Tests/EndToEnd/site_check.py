"""Reads the pages of a built site, for the tests that look at what is in them."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    text: str = ""


@dataclass
class Page:
    path: str
    elements: list[Element] = field(default_factory=list)
    # Tags that were closed in the wrong place or not at all.
    unbalanced: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return "/" + self.path.removesuffix("index.html")

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if element.attributes.get("id") is not None]

    def addresses(self) -> list[str]:
        """Everything in the page that leads to a file."""
        found = []
        for element in self.elements:
            values = element.attributes
            found += [values[name] for name in ("href", "src", "poster", "action") if values.get(name) is not None]
            for name in ("srcset", "imagesrcset"):
                found += [part.split()[0] for part in (values.get(name) or "").split(",") if part.strip()]
            if element.tag == "meta" and (values.get("property") or "").startswith("og:"):
                found += [values["content"]] if (values["content"] or "").startswith(("http", "/")) else []
        return found


class Reader(HTMLParser):
    def __init__(self, page: Page):
        super().__init__()
        self.page, self.open = page, []

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes))
        self.page.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.page.unbalanced.append(f"</{tag}> at line {self.getpos()[0]}")

    def handle_data(self, text):
        for element in self.open:
            element.text += text


def read_page(folder: Path, path: str) -> Page:
    page = Page(path)
    reader = Reader(page)
    reader.feed((folder / path).read_text())
    reader.close()
    page.unbalanced += [f"<{element.tag}> is never closed" for element in reader.open]
    return page


def read_pages(folder: Path) -> list[Page]:
    return [read_page(folder, str(file.relative_to(folder))) for file in sorted(folder.rglob("*.html"))]


class Addresses:
    """Tells which addresses of a site lead nowhere."""

    def __init__(self, folder: Path, pages: list[Page], base="https://ikm-center.example"):
        self.folder, self.base = folder, base
        self.ids = {page.path: set(page.ids) for page in pages}

    def leads_nowhere(self, address: str, from_url: str) -> bool:
        parts, base = urlsplit(urljoin(self.base + from_url, address)), urlsplit(self.base)
        if (parts.scheme, parts.netloc) != (base.scheme, base.netloc):
            return parts.scheme not in ("https", "http", "mailto", "tel")
        if not parts.path.startswith(base.path + "/"):
            return True
        path = unquote(parts.path.removeprefix(base.path)).removeprefix("/")
        if path == "" or path.endswith("/"):
            path += "index.html"
        file = self.folder / path
        # A link to a folder without its slash costs a visitor a redirect.
        if not file.is_file() or ".." in path.split("/"):
            return True
        return bool(parts.fragment) and not self.has_place(path, unquote(parts.fragment))

    def has_place(self, path: str, name: str) -> bool:
        if path not in self.ids:
            self.ids[path] = set(re.findall(r'\bid="([^"]*)"', (self.folder / path).read_text(errors="replace")))
        return name in self.ids[path]


def css_addresses(text: str) -> list[str]:
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    found = re.findall(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']*)""", text)
    return [next(part for part in match if part) for match in found]

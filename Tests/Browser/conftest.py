import atexit
import functools
import http.server
import os
import re
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "EndToEnd"))

from harness import CACHE, PROJECT, Project  # noqa: E402

# The strictest policy that the site promises to work under.
POLICY = "default-src 'self'"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a static host would."""

    protocol_version = "HTTP/1.1"

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *arguments):
        pass


# Pages of a kind whose largest and smallest page don't show everything.
OTHERS = ["/produk/permak-pakaian/", "/produk/lampu-gantung-bambu/", "/usaha/rengginang-sekar-arum/"]


@functools.cache
def built_site() -> Path:
    """The sample catalog as it is published; built once, when the first test that needs it is collected."""
    folder = Path(tempfile.mkdtemp(prefix="etalase-browser-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    if (PROJECT / CACHE).is_dir():
        shutil.copytree(PROJECT / CACHE, folder / CACHE)
    site = Project(folder)
    site.built(timeout=300)
    return site.output


def pages_by_kind(site: Path) -> dict[tuple[str, str], list[str]]:
    """The addresses of all pages by kind (the body's class `page-…`) and language, the largest page first."""
    found = {}
    for file in site.rglob("*.html"):
        text = file.read_text()
        kind, language = re.search(r'<body class="page-(\w+)', text)[1], re.search(r'<html lang="(\w+)', text)[1]
        url = "/" + str(file.relative_to(site)).removesuffix("index.html")
        found.setdefault((kind, language), []).append((-len(text), url))
    return {key: [url for _, url in sorted(pages)] for key, pages in sorted(found.items())}


def sample_pages(site: Path) -> list[str]:
    """Pages to look at closely: of every kind the largest in each language and the smallest, and some others."""
    kinds = pages_by_kind(site)
    default = next(language for (kind, language), urls in kinds.items() if kind == "home" and "/" in urls)
    chosen = [urls[0] for urls in kinds.values()] + [urls[-1] for (_, l), urls in kinds.items() if l == default]
    return list(dict.fromkeys(chosen + OTHERS))


def pytest_generate_tests(metafunc):
    if "sample_page" in metafunc.fixturenames:
        metafunc.parametrize("sample_page", sample_pages(built_site()))


@pytest.fixture(scope="session")
def site_folder() -> Path:
    return built_site()


@pytest.fixture(scope="session")
def address(site_folder) -> str:
    """Where the site is served: `http://127.0.0.1:41234`."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(site_folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()

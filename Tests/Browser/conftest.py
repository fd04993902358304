import functools
import http.server
import os
import shutil
import sys
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "EndToEnd"))

from harness import PROJECT, Project  # noqa: E402

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


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, folder / name)
    site = Project(folder)
    site.built()
    yield site.output
    shutil.rmtree(folder)


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

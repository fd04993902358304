"""Compares the site's own search with Pagefind on the same pages, in the same browser. See README.md."""

import argparse
import functools
import gzip
import http.server
import json
import shutil
import statistics
import subprocess
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
SCRATCH = Path("/dev/shm/etalase-search-bench")
QUERIES = PROJECT / "Tests/Browser/search_queries.tsv"
#: What is typed letter by letter, into the 10,000 products of the generator.
TYPED = ("getuk", "rengginang", "kopi arabika", "sarung goyor", "batik kawung", "lampu gantung", "kripik tempe", "wedhang")
#: What a phone first asks; the size of the answer is measured with an empty cache.
FIRST = ("getuk", "kripik tempe", "batik kawung")
#: Answers that the list shows at first.
SHOWN = 24
#: Milliseconds between two keystrokes: those of a fast typist.
PAUSE = 120
#: How many times slower the processor is made.
THROTTLING = 4

# Pagefind with as little around it as possible: what is found is shown with name, price and address.
PAGEFIND_PAGE = """<!doctype html><html lang="id"><title>Pagefind</title><input id="q"><p id="status"></p>
<ul id="results"></ul><script type="module" src="/pagefind-page.js"></script>"""
PAGEFIND_SCRIPT = """
const pagefind = await import('/pagefind/pagefind.js')
await pagefind.init()
const [q, status, results] = ['q', 'status', 'results'].map(id => document.getElementById(id))
let run = 0
async function show() {
  const now = ++run
  const found = await pagefind.search(q.value)
  const shown = await Promise.all(found.results.slice(0, %d).map(result => result.data()))
  if (now !== run) return
  results.replaceChildren(...shown.map(({ url, meta }) => {
    const [item, link] = [document.createElement('li'), document.createElement('a')]
    link.href = url
    link.textContent = meta.title
    item.append(link)
    return item
  }))
  status.textContent = `${found.results.length} ${q.value}`
}
q.addEventListener('input', show)
q.value = new URLSearchParams(location.search).get('q') ?? ''
if (q.value) await show()
document.body.dataset.ready = 'yes'
""" % SHOWN

TYPE = """async ([text, pause]) => {
  const field = document.querySelector('#q')
  const status = document.querySelector('#status')
  const answered = () => new Promise(done => {
    const seen = new MutationObserver(() => { seen.disconnect(); requestAnimationFrame(() => done(performance.now())) })
    seen.observe(status, { childList: true, characterData: true, subtree: true })
  })
  const times = []
  for (let length = 1; length <= text.length; length++) {
    field.value = text.slice(0, length)
    const answer = answered()
    const start = performance.now()
    field.dispatchEvent(new Event('input', { bubbles: true }))
    times.push(await answer - start)
    await new Promise(done => setTimeout(done, pause))
  }
  return times
}"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends text compressed, as static hosts do, and remembers how much. What Pagefind packed is sent as it is."""

    sent = []

    protocol_version = "HTTP/1.1"
    packed = (".html", ".js", ".css", ".json", ".svg", "/")

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in self.packed:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.sent.append((path, len(body)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def serve(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def build(etalase, content, output):
    subprocess.run([etalase, "build", "--content", content, "--templates", PROJECT / "templates", "--output", output,
                    "--date", "2026-11-24", "--quiet"], check=True, stderr=subprocess.DEVNULL)


def index_with_pagefind(output):
    """Pagefind's index of the product pages, without what stands around their content."""
    subprocess.run([sys.executable, "-m", "pagefind_bin", "--site", output, "--glob", "produk/*/index.html",
                    "--root-selector", "article.product", "--quiet"], check=True)
    (output / "pagefind.html").write_text(PAGEFIND_PAGE)
    (output / "pagefind-page.js").write_text(PAGEFIND_SCRIPT)


class Contender:
    """A page with a search field, in a fresh browser on a slow phone."""

    def __init__(self, name, address, ready):
        self.name, self.address, self.ready = name, address, ready

    def open(self, browser, base, query=""):
        page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        client = page.context.new_cdp_session(page)
        client.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLING})
        Handler.sent.clear()
        page.goto(f"{base}{self.address}?q={query}" if query else base + self.address)
        page.wait_for_selector(self.ready, state="attached")
        return page

    def bytes_before_answer(self, browser, base, query):
        """Index, scripts and cards; not the page, its style or pictures."""
        page = self.open(browser, base, query)
        sent = [size for path, size in Handler.sent if path.suffix not in (".html", ".css", ".svg", ".jpg", ".webp")]
        page.context.close()
        return sum(sent), len(sent)

    def keystrokes(self, browser, base):
        page = self.open(browser, base)
        times = [time for text in TYPED for time in page.evaluate(TYPE, [text, PAUSE])]
        page.context.close()
        return times

    def answers(self, browser, base):
        """How many of the queries find their product among the first three answers."""
        found = []
        for line in QUERIES.read_text().splitlines():
            if line.startswith("#"):
                continue
            query, expected = line.split("\t")
            page = self.open(browser, base, query)
            slugs = page.evaluate("() => [...document.querySelectorAll('#results a')].map(a => a.pathname.split('/').at(-2))")
            page.context.close()
            found.append((query, bool(set(slugs[:3]) & set(expected.split("|")))))
        return found


CONTENDERS = (
    Contender("Etalase", "/cari/", "#results[aria-busy=false]"),
    Contender("Pagefind", "/pagefind.html", "body[data-ready]"),
)


def measure(etalase, products):
    large, sample = SCRATCH / "large", SCRATCH / "sample"
    subprocess.run([PROJECT / "Tests/Benchmarks/generate.py", str(products), SCRATCH / "source", "--project", PROJECT],
                   check=True)
    for content, output in ((SCRATCH / "source/content", large), (PROJECT / "content", sample)):
        build(etalase, content, output)
        index_with_pagefind(output)
    bases = {"large": serve(large), "sample": serve(sample)}
    results = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for contender in CONTENDERS:
            first = [contender.bytes_before_answer(browser, bases["large"], query) for query in FIRST]
            times = sorted(contender.keystrokes(browser, bases["large"]))
            found = contender.answers(browser, bases["sample"])
            results[contender.name] = {
                "first answer, kB": max(size for size, _ in first) / 1000,
                "first answer, requests": max(count for _, count in first),
                "keystroke, median ms": statistics.median(times),
                "keystroke, 95 % ms": times[int(len(times) * 0.95)],
                "found in the first three": f"{sum(hit for _, hit in found)} of {len(found)}",
                "missed": ", ".join(query for query, hit in found if not hit),
            }
        browser.close()
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=10_000)
    parser.add_argument("--etalase", type=Path, default=PROJECT / ".build/release/etalase")
    options = parser.parse_args()
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir()
    try:
        results = measure(options.etalase.resolve(), options.products)
    finally:
        shutil.rmtree(SCRATCH, ignore_errors=True)
    (HERE / "results.json").write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n")
    names = list(results)
    print(f"| {options.products:,} products | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for row in results[names[0]]:
        cells = (results[name][row] for name in names)
        print(f"| {row} | {' | '.join(f'{cell:.0f}' if isinstance(cell, float) else str(cell) for cell in cells)} |")


if __name__ == "__main__":
    main()

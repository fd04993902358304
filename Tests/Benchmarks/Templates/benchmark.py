"""Renders the same pages with all engines in turn, compares what they give, and prints medians. Started by `run`."""
import argparse
import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jinja2
import markupsafe
import minijinja

import data

PAGES = Path(__file__).resolve().parent / "pages"

NAMES = {"product.html": "product page", "list.html": "list of 1,000 cards", "table.html": "table of 100 × 10"}

#: What is rendered faster than by whom, and how many times.
GOALS = {"minijinja": 3, "mustache": 10, "jinja2": 15}

ENGINES = {
    "etalase": "Etalase", "etalase-from-values": "Etalase, with making the records", "minijinja": "minijinja 3.1.0 (Python)",
    "jinja2": "Jinja2 3.1.6", "mustache": "swift-mustache 2.1.1", "stencil": "Stencil 0.15.1",
}

#: Entities that engines write in their own way.
SPELLINGS = {"minijinja": {"&#x2f;": "/", "&#x27;": "&#39;", "&quot;": "&#34;"}, "mustache": {"&quot;": "&#34;"}}

COMPILE_GOAL = 100e-6


class SwiftEngine:
    """An engine in the Swift program, which answers line by line."""
    process = None

    def __init__(self, name, page):
        self.name, self.page = name, page

    @classmethod
    def start(cls, binary, data_file):
        cls.process = subprocess.Popen([binary, PAGES, data_file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, what, argument):
        self.process.stdin.write(f"{what} {self.name} {self.page} {argument}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            sys.exit(f"{self.name} failed with {self.page}")
        return answer

    def text(self):
        with tempfile.NamedTemporaryFile() as file:
            self.ask("text", file.name)
            return Path(file.name).read_text(encoding="utf-8")

    def time(self, seconds):
        return float(self.ask("time", seconds))


class PythonEngine:
    def __init__(self, render):
        self.text = render

    def time(self, seconds):
        """As the Swift program does it, and without the garbage collector, as Python's `timeit` does it."""
        gc.collect()
        gc.disable()
        count = 1
        while True:
            start = time.perf_counter()
            for _ in range(count):
                self.text()
            elapsed = time.perf_counter() - start
            if elapsed >= seconds / 2:
                gc.enable()
                return elapsed / count
            count = max(count * 2, int(count * seconds / max(elapsed, 1e-6) / 2))


def jinja2_engine(page, context):
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGES / "jinja"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, auto_reload=False)
    template = environment.get_template(page)
    return PythonEngine(lambda: template.render(context))


def minijinja_engine(page, context):
    environment = minijinja.Environment(
        templates={path.name: path.read_text(encoding="utf-8") for path in (PAGES / "jinja").glob("*.html")},
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined_behavior="strict")
    return PythonEngine(lambda: environment.render_template(page, **context))


def engine(name, page, context):
    if name == "jinja2":
        return jinja2_engine(page, context)
    return minijinja_engine(page, context) if name == "minijinja" else SwiftEngine(name, page)


def with_markup(context):
    product = context["product"]
    return {**context, "product": {**product, "body": markupsafe.Markup(product["body"])}}


def check_equal(page, engines):
    """All engines must give the page that ours gives, byte for byte, up to their spelling of entities."""
    texts = {name: made.text() for name, made in engines.items()}
    expected = texts["etalase"]
    for name, text in texts.items():
        for theirs, ours in SPELLINGS.get(name, {}).items():
            text = text.replace(theirs, ours)
        if text != expected:
            place = next((i for i, (a, b) in enumerate(zip(text, expected)) if a != b), min(len(text), len(expected)))
            part = slice(max(0, place - 60), place + 60)
            sys.exit(f"{name} gives another {page}, at character {place}:\n{text[part]!r}\ninstead of\n{expected[part]!r}")
    return len(expected.encode())


def measure(engines, rounds, seconds):
    """Medians; the engines take turns, so that what slows the machine slows all of them."""
    samples = {name: [] for name in engines}
    for made in engines.values():
        made.time(seconds / 4)
    for _ in range(rounds):
        for name, made in engines.items():
            samples[name].append(made.time(seconds))
    return {name: statistics.median(times) for name, times in samples.items()}


def print_table(sizes, medians):
    print("| engine | " + " | ".join(f"{NAMES[page]}, {sizes[page] / 1000:.1f} kB" for page in NAMES) + " |")
    print("|---|" + "---:|" * len(NAMES))
    for name, title in ENGINES.items():
        cells = []
        for page in NAMES:
            ratio = medians[page][name] / medians[page]["etalase"]
            goal = f" (goal {GOALS[name]}×)" if name in GOALS else ""
            cells.append(microseconds(medians[page][name]) + ("" if name == "etalase" else f" = {ratio:.1f}×{goal}"))
        print(f"| {title} | " + " | ".join(cells) + " |")


def microseconds(seconds):
    return f"{seconds * 1e6:,.1f} µs"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binary", help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=7, help="measurements of each engine and page (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=0.2, help="length of a measurement (default: %(default)s)")
    return parser.parse_args()


def main():
    options = parse_arguments()
    pages = data.make()
    contexts = {"product.html": with_markup(pages["product"]), "list.html": pages["list"], "table.html": pages["table"]}
    sizes, medians = {}, {}
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(pages, file)
        file.flush()
        SwiftEngine.start(options.binary, file.name)
        load = os.getloadavg()[0]
        for page in NAMES:
            engines = {name: engine(name, page, contexts[page]) for name in ENGINES}
            sizes[page] = check_equal(page, engines)
            medians[page] = measure(engines, options.rounds, options.seconds)
        compilers = {page: SwiftEngine("etalase-compiling", page) for page in ("product.html", "list.html")}
        compiling = measure(compilers, options.rounds, options.seconds)
    print(f"\nMedians of {options.rounds} rounds of {options.seconds} s; {platform.platform()}, Python "
          f"{platform.python_version()}, {os.cpu_count()} processors, load {load:.1f} before. All pages are equal.\n")
    print_table(sizes, medians)
    # The list needs the same layout and card, and its own template is six lines long.
    alone = compiling["product.html"] - compiling["list.html"]
    print(f"\nCompiling and checking: {microseconds(compiling['product.html'])} for the product page with the three files "
          f"that it needs, {microseconds(alone)} of that for `product.html` itself (goal {microseconds(COMPILE_GOAL)}).")


if __name__ == "__main__":
    main()

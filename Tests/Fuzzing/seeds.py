#!/usr/bin/env python3
"""Writes the fuzzers' first inputs: every fixture of the template tests, and the site's own templates."""
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
FIXTURES = PROJECT / "Tests/TemplateEngineTests/Fixtures"
SEEDS = HERE / ".corpus/seeds"


def seeds():
    """Name and text of each input."""
    for file in ("template-cases.json", "template-refusals.json"):
        for number, case in enumerate(json.loads((FIXTURES / file).read_text(encoding="utf-8"))):
            templates = case["templates"]
            context = json.dumps(case.get("context", {}), ensure_ascii=False)
            yield f"{Path(file).stem}-{number}", context + "".join(part(name, templates[name]) for name in templates)
    for path in sorted((FIXTURES / "errors").glob("err_*.txt")):
        yield path.stem, path.read_text(encoding="utf-8")
    for path in sorted((PROJECT / "templates").rglob("*.html")):
        yield f"site-{path.stem}", "{}" + part("main.html", path.read_text(encoding="utf-8"))


def part(name, text):
    return f"\n--- {name}\n{text}"


def main():
    SEEDS.mkdir(parents=True, exist_ok=True)
    for name, text in seeds():
        (SEEDS / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()

"""Compares the template engine with Jinja2 on templates made at random from the language's grammar.

    python3 Tests/TemplateEngineTests/Differential/fuzz.py --count 50000 --seed 1

Each batch of templates is rendered by Jinja2 here and by the engine in one run of the test `answersDifferentialCases`.
Each template is tried with an open schema and with one inferred from the data. It is a failure when the engine prints
something else than Jinja2, or prints where Jinja2 fails. Where only the engine
refuses, which it may, the reasons are counted so that a person can look at them.
"""
import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import jinja2

PROJECT = Path(__file__).resolve().parents[3]

CONTEXT = {
    "n": 3, "z": 0, "neg": -7, "big": 9007199254740993, "f": 2.5, "g": -0.125, "h": 1e16, "t": True, "no": False,
    "s": "Kopi <Gayo> & \"Toraja\"", "e": "", "sp": " \t a b\n", "u": "é日😀Σ", "apos": "it's", "num": "42", "nil": None,
    "html": "&lt;b&gt;", "long": "Kopi arabika pilihan dari dataran tinggi Gayo, Aceh",
    "xs": [3, 1, 2], "ws": ["b", "a<", "C"], "none_list": [], "mixed": [1, "1", 1.0, True],
    "ps": [{"name": "Teh", "price": 20000, "tags": ["x", "y"]}, {"name": "Kopi & co", "price": 350000, "tags": []}],
    "m": {"b": 2, "a": 1, "items": 3, "é": "x"}, "p": {"name": "P<", "n": None, "deep": {"x": [1, 2]}},
}
NUMBERS = ["n", "z", "neg", "big", "f", "g", "h", "t", "no"]
TEXTS = ["s", "e", "sp", "u", "apos", "num", "html", "long"]
LISTS = ["xs", "ws", "none_list", "mixed", "ps"]
SPACES = ["", "", "", " ", "\n", "  ", "\n\n", " \n  ", "\t", "\u00a0", "\u001c", "\r\n"]
WORDS = ["a", "<b>", "x y", "{ ", "}", "%", "#", "é", "'", "\"", "{ {", "% }", "&amp;", "\n", "text", "-", "\\"]


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = []
        self.macros = []
        self.in_loop = False
        self.depth = 0

    def pick(self, *options):
        return self.r.choice(options)

    # Expressions: each is of a kind most of the time, so that most templates render

    def number(self, depth):
        if depth <= 0 or self.r.random() < 0.4:
            return self.pick("0", "1", "2", "7", "1.5", "0.0", "100.0", "9223372036854775807", "true", "n", "z", "neg", "big",
                             "f", "g", "h", "t", "no", "p.deep.x[1]", "xs[0]", "xs[-1]", "m.a", "ps[0].price", "ps[n - 2].price",
                             *(["loop." + self.pick("index", "index0", "revindex", "length")] if self.in_loop else []))
        roll = self.r.random()
        if roll < 0.4:
            return f"{self.number(depth - 1)} {self.pick('+', '-', '*', '/', '//', '%')} {self.number(depth - 1)}"
        if roll < 0.5:
            return f"({self.number(depth - 1)})"
        if roll < 0.58:
            return "-" + self.atom(depth - 1)
        if roll < 0.7:
            return self.text_value(0) + self.pick("|length", "|int", "|int(7)", "|count")
        if roll < 0.75:
            return self.list_value(0) + self.pick("|length", "|first|int", "|count")
        return self.atom(depth - 1) + self.pick(
            "|abs", "|int", "|round", f"|round({self.pick(-2, -1, 0, 1, 2, 3)})",
            f"|round({self.pick(0, 1, 2)}, '{self.pick('ceil', 'floor', 'common')}')", "|default(1)", "|round(1)|int")

    def atom(self, depth):
        return self.pick("n", "z", "neg", "f", "g", "3", "2.675", "42.5", "t", f"({self.number(depth)})")

    def text_value(self, depth):
        if depth <= 0 or self.r.random() < 0.4:
            return self.pick("''", "'a'", '"<b>"', "'it\\'s'", "'\\n'", "' x '", "'é'", '"}}"', "'%}'", "'12'", "'aΣ'", "'ab ab'",
                             "'{{'", "'ǆ'", "'İ'", *TEXTS, *TEXTS, "p.name", "ps[0].name", "m['é']", "p['name']", "ws[1]",
                             *(["v1|string", "v2|default('')|string"] if self.names else []))
        roll = self.r.random()
        if roll < 0.25:
            return f"{self.text_value(depth - 1)} ~ {self.pick(self.text_value, self.number)(depth - 1)}"
        if roll < 0.3:
            return f"({self.text_value(depth - 1)})"
        if roll < 0.36:
            return self.list_value(0) + self.pick("|join", "|join(', ')", "|join('<')")
        if roll < 0.4:
            return "ps|" + self.pick("join(', ', 'name')", "join('-', attribute='price')")
        if roll < 0.46 and self.macros:
            name, count = self.r.choice(self.macros)
            return f"{name}({', '.join(self.expression(depth - 1) for _ in range(count))})"
        small = lambda: self.text_value(0)
        base = self.pick(small(), f"({self.text_value(depth - 1)})", self.pick("n", "f", "h", "g", "t"))
        return base + self.pick(
            "|upper", "|lower", "|capitalize", "|trim", "|string", "|urlencode", "|tojson", "|e", "|safe", f"|default({small()})",
            f"|default({small()}, true)", f"|d({small()}, boolean=true)", f"|replace({small()}, {small()})", "|replace('a', '<')",
            f"|replace('a', 'b', {self.pick(0, 1, -1)})", f"|trim({small()})", "|string|first|default('')", "|trim|upper",
            "|string|last|d('-')", f"|string|truncate({self.pick(3, 5, 10, 20)})", f"|string|truncate({self.pick(5, 9)}, true)",
            f"|string|truncate({self.pick(5, 9, 30)}, {self.pick('true', 'false')}, '{self.pick('', '…', '..')}', {self.pick(0, 1, 5)})")

    def list_value(self, depth):
        return self.pick(*LISTS, "xs", "ws", "[1, 'a', 2.5]", "[n, f]", "p.deep.x", "ps[0].tags", "['<', s]", "[]")

    def boolean(self, depth):
        roll = self.r.random()
        if depth <= 0 or roll < 0.2:
            return self.pick("t", "no", "true", "false", *NUMBERS, *TEXTS, *LISTS, "m", "p", "nil", "v1 is defined",
                             *(["loop.first", "loop.last"] if self.in_loop else []))
        if roll < 0.35:
            return f"{self.number(depth - 1)} {self.pick('==', '!=', '<', '<=', '>', '>=')} {self.number(depth - 1)}"
        if roll < 0.45:
            return f"{self.text_value(depth - 1)} {self.pick('==', '!=', '<', '<=', '>', '>=', 'in', 'not in')} {self.text_value(depth - 1)}"
        if roll < 0.52:
            return f"{self.pick(self.number, self.text_value)(depth - 1)} {self.pick('in', 'not in')} {self.list_value(0)}"
        if roll < 0.56:
            return f"{self.text_value(0)} {self.pick('in', 'not in')} m"
        if roll < 0.72:
            return f"{self.boolean(depth - 1)} {self.pick('and', 'or')} {self.boolean(depth - 1)}"
        if roll < 0.8:
            return f"not {self.boolean(depth - 1)}"
        if roll < 0.86:
            return f"({self.boolean(depth - 1)})"
        return self.pick(
            self.pick("missing", "p.zz", "m.zz", "xs[9]", "nil", "p.n.x", "s", "v3", "none_list|first", "p.name") + " is "
            + self.pick("", "not ") + self.pick("defined", "undefined", "none"),
            self.pick("n", "z", "f", "neg", "big", "(n + 1)") + " is " + self.pick("", "not ")
            + self.pick("odd", "even", "divisibleby(2)", "divisibleby(n)"))

    def wild(self, depth):
        return self.pick(
            "missing", "p.zz", "xs[9]", "nil", "m", "xs", "p.n", "p.deep", "v1", "v2", "none", "m.zz|default(nil)", "missing|d",
            f"{self.text_value(0)} + {self.number(0)}", f"{self.list_value(0)} == {self.list_value(0)}", "m == p", "nil == none",
            f"{self.list_value(0)} < {self.list_value(0)}", "missing|upper", "p.zz.y", "s|abs", "nil|int", "xs|first", "[1][0]",
            f"missing|default({self.text_value(depth)})", "xs|tojson", "m|tojson", "p|tojson", "ps|tojson", "[nil, 'é']|tojson")

    def expression(self, depth=2):
        roll = self.r.random()
        if roll < 0.3:
            return self.number(depth)
        if roll < 0.65:
            return self.text_value(depth)
        if roll < 0.78:
            return self.boolean(depth)
        if roll < 0.86:
            return f"{self.expression(depth - 1)} if {self.condition(depth - 1)} else {self.expression(depth - 1)}"
        if roll < 0.96 and self.names:
            return self.r.choice(self.names) + self.pick("", "", "|string", "|default('?')|string", " is defined")
        return self.wild(depth)

    def condition(self, depth=1):
        return self.boolean(depth)

    # Statements

    def text(self):
        return "".join(self.pick(*WORDS, *SPACES) for _ in range(self.r.randrange(4)))

    def tag(self, body):
        open_mark = self.pick("", "", "", "", "-", "+")
        close_mark = self.pick("", "", "", "", "-", "+")
        return "{%" + open_mark + " " + body + " " + close_mark + "%}" + self.pick(*SPACES)

    def output(self):
        return "{{" + self.pick("", "", "", "-") + " " + self.expression() + " " + self.pick("", "", "", "-") + "}}"

    def statement(self, depth, allow_block=False):
        roll = self.r.random()
        if roll < 0.3 or depth <= 0:
            return self.text()
        if roll < 0.58:
            return self.output()
        if roll < 0.63:
            mark = lambda: self.pick("", "-", "")
            return "{#" + mark() + self.text() + mark() + "#}"
        if roll < 0.66:
            return "{%" + self.pick("", "-", "+") + " raw " + self.pick("", "-") + "%}" + self.text() + self.pick(
                "{{ x }}", "") + "{%" + self.pick("", "-", "+") + " endraw " + self.pick("", "-", "+") + "%}"
        if roll < 0.78:
            return self.if_statement(depth)
        if roll < 0.88:
            return self.for_statement(depth)
        if roll < 0.95:
            name = self.pick("v1", "v2", "v3")
            text = self.tag(f"set {name} = {self.expression()}")
            self.names.append(name)
            return text
        return self.output()

    def body(self, depth):
        return "".join(self.statement(depth) for _ in range(self.r.randrange(1, 4)))

    def if_statement(self, depth):
        text = self.tag(f"if {self.condition()}") + self.body(depth - 1)
        if self.r.random() < 0.3:
            text += self.tag(f"elif {self.condition()}") + self.body(depth - 1)
        if self.r.random() < 0.5:
            text += self.tag("else") + self.body(depth - 1)
        return text + self.tag("endif")

    def for_statement(self, depth):
        name = self.pick("i", "x", "row")
        sequence = self.pick(*LISTS, *LISTS, "m", "p.deep.x", "[1, 2, 3]", "ps[0].tags")
        head = f"for {name} in {sequence}"
        outer_loop, outer_names = self.in_loop, list(self.names)
        self.names = self.names + [name, name]
        if self.r.random() < 0.2:
            head += f" if {self.condition()}"
        self.in_loop = True
        text = self.tag(head) + self.body(depth - 1)
        self.in_loop, self.names = outer_loop, outer_names
        if self.r.random() < 0.2:
            text += self.tag("else") + self.body(depth - 1)
            self.names = outer_names
        return text + self.tag("endfor")

    def default_value(self):
        return self.pick("1", "'<x>'", "true", "2.5", "''")

    def macro(self, name):
        parameters = self.r.sample(["a", "b", "c"], self.r.randrange(0, 3))
        head, defaults = [], False
        for parameter in parameters:
            defaults = defaults or self.r.random() < 0.4
            head.append(parameter + (f"={self.default_value()}" if defaults else ""))
        outer, loop = self.names, self.in_loop
        self.names, self.in_loop = list(parameters), False
        text = self.tag(f"macro {name}({', '.join(head)})") + self.macro_body(parameters) + self.tag("endmacro")
        self.names, self.in_loop = outer, loop
        self.macros.append((name, len(parameters)))
        return text

    def macro_body(self, parameters):
        pieces = []
        for _ in range(self.r.randrange(1, 4)):
            value = self.r.choice(parameters) if parameters and self.r.random() < 0.8 else self.default_value()
            pieces.append(self.pick(self.text(), "{{ " + value + self.pick("", "", "|string", "|e", "|default('-')") + " }}",
                                    "{% if " + value + " %}" + self.text() + "{% endif %}"))
        return "".join(pieces)

    def templates(self):
        main = self.macro("mac") if self.r.random() < 0.2 else ""
        roll = self.r.random()
        if roll < 0.6:
            return {"main.html": main + "".join(self.statement(2) for _ in range(self.r.randrange(1, 6)))}
        if roll < 0.75:
            partial = self.body(2)
            self.names = []
            head, tail = self.body(2), self.body(1)
            include = self.tag('include "part.html"')
            if self.r.random() < 0.4:
                include = self.tag("for x in " + self.pick("xs", "ps", "ws")) + include + self.tag("endfor")
            return {"main.html": main + head + include + tail, "part.html": partial}
        if roll < 0.85:
            library = self.text() + self.macro("one") + self.text() + self.macro("two")
            return {"main.html": self.tag('from "lib.html" import one, two as two') + self.body(2), "lib.html": library}
        return self.inheritance()

    def inheritance(self):
        blocks = ["head", "body", "foot"]
        base = self.text()
        for name in blocks:
            inner = self.tag("block inner") + self.body(1) + self.tag("endblock") if name == "body" and self.r.random() < 0.5 else ""
            base += self.tag(f"block {name}") + self.body(1) + inner + self.tag("endblock") + self.text()
            if self.r.random() < 0.2:
                base += self.tag(f"set v1 = {self.expression()}")
        templates = {"base.html": base}
        parent = "base.html"
        if self.r.random() < 0.3:
            templates["middle.html"] = self.child(parent, blocks)
            parent = "middle.html"
        templates["main.html"] = self.child(parent, blocks)
        return templates

    def child(self, parent, blocks):
        child = '{% extends "' + parent + '" %}' + self.pick(*SPACES)
        for name in self.r.sample(blocks + ["inner"], self.r.randrange(0, 4)):
            if self.r.random() < 0.3:
                child += self.tag(f"set v2 = {self.expression()}")
            content = self.body(1)
            if self.r.random() < 0.5:
                content += "{{ super()" + self.pick("", "", "|trim", "|upper") + " }}"
            child += self.tag(f"block {name}") + content + self.tag("endblock")
        return child


PIECES = [
    "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", " ", "\n", '"', "'", "\\", "x", "n", "s", "xs", "1", "0", ".5", ".", "if", "for", "in",
    "else", "endif", "endfor", "elif", "raw", "endraw", "|", "upper", "(", ")", "[", "]", "~", "set", "=", "==", ",", "block",
    "endblock", "macro", "endmacro", "super()", "is", "not", "and", "or", "defined", "none", "true", "loop", "m", "p.name", "%",
    "{", "}", "#", "<", ":", "*", "/", "default", "include", "from", "import", "extends", "_", "é",
]


def mutated(templates, seed):
    """The templates with a few places of one of them changed, so that most are wrong in one way."""
    r = random.Random(seed)
    name = r.choice(sorted(templates))
    text = templates[name]
    for _ in range(r.choice([1, 1, 1, 2, 3])):
        index = r.randrange(len(text) + 1)
        roll = r.random()
        if roll < 0.4:
            text = text[:index] + r.choice(PIECES) + text[index:]
        elif roll < 0.75:
            text = text[:index] + text[index + r.choice([1, 1, 2, 4]):]
        else:
            end = index + r.randrange(1, 12)
            text = text[:index] + text[index:end] * 2 + text[end:]
    return templates | {name: text}


def made(seed, mutate):
    templates = Generator(seed).templates()
    return mutated(templates, seed) if mutate and seed % 2 else templates


def jinja(case):
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, loader=jinja2.DictLoader(case["templates"]))
    try:
        return {"text": environment.get_template("main.html").render(**case["context"])}
    except jinja2.TemplateNotFound:
        return {"error": "missing-template"}
    except jinja2.TemplateSyntaxError as error:
        return {"error": "syntax", "detail": str(error)}
    except jinja2.UndefinedError as error:
        return {"error": "undefined", "detail": str(error)}
    except Exception as error:
        return {"error": "type", "detail": f"{type(error).__name__}: {error}"}


def engine(cases, command):
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "cases.json", Path(folder) / "answers.json"
        source.write_text(json.dumps(cases, ensure_ascii=False))
        environment = os.environ | {"ETALASE_DIFFERENTIAL_CASES": str(source), "ETALASE_DIFFERENTIAL_ANSWERS": str(target)}
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return json.loads(target.read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=5000)
    parser.add_argument("--mutate", action="store_true", help="break every second template")
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--command", default="swift test --skip-build --filter answersDifferentialCases")
    arguments = parser.parse_args()

    agreed, failures, kinds = 0, [], collections.Counter()
    stricter, late, examples = collections.Counter(), collections.Counter(), {}
    for start in range(0, arguments.count, arguments.batch):
        seeds = range(arguments.seed + start, arguments.seed + min(start + arguments.batch, arguments.count))
        cases = [{"name": str(seed), "templates": made(seed, arguments.mutate), "context": CONTEXT} for seed in seeds]
        for case, answer in zip(cases, engine(cases, arguments.command.split())):
            wanted = jinja(case)
            closed, answer = answer["closed"], answer["open"]
            if "text" in closed and closed["text"] != wanted.get("text"):
                failures.append((case, wanted, {"closed": closed}))
            elif closed.get("stage") == "render":
                late[closed["code"]] += 1
                examples.setdefault("late " + closed["code"], []).append((case["templates"], wanted.get("text", ""), closed["message"]))
            if "text" in answer:
                if answer["text"] == wanted.get("text"):
                    agreed += 1
                else:
                    failures.append((case, wanted, answer))
            elif "text" in wanted:
                reason = answer["code"]
                stricter[reason] += 1
                examples.setdefault(reason, []).append((case["templates"], wanted["text"], answer["message"]))
            else:
                agreed += 1
                kinds[(wanted["error"], answer["code"].split(".")[1])] += 1
        print(f"{start + len(cases)} templates, {len(failures)} failures", file=sys.stderr)
    print(f"agreed: {agreed}, failures: {len(failures)}, refused by the engine alone: {sum(stricter.values())}")
    print("kinds of error (Jinja2, engine):", dict(kinds))
    for reason, count in stricter.most_common():
        print(f"  {count:6} {reason}")
        for templates, text, message in examples[reason][: arguments.show and 2]:
            print("      ", json.dumps(templates, ensure_ascii=False)[:400], "→", repr(text)[:100], "|", message[:160])
    print("found only by rendering, although the schema is known:")
    for reason, count in late.most_common():
        print(f"  {count:6} {reason}")
        for templates, text, message in examples["late " + reason][: arguments.show and 2]:
            print("      ", json.dumps(templates, ensure_ascii=False)[:400], "|", message[:160])
    for case, wanted, answer in failures[: arguments.show]:
        print("FAILURE seed", case["name"], json.dumps(case["templates"], ensure_ascii=False))
        print("   Jinja2:", wanted)
        print("   engine:", answer)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

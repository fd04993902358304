"""Diagnostics for machines: JSON, GitHub's workflow commands, SARIF; and text that is safe to print."""

import json
import os
import pty
import re
import subprocess

import pytest

from harness import BINARY, environment, last_line, product

WRONG = {
    "content/products/uji/index.md": product("pirce: 18000", 'unit: "dus"'),
    "content/products/uji-dua/index.md": product(name="Kue Dua"),
}
PLACE = "content/products/uji/index.md"
ESCAPE = "\x1b"
# Control characters and commands in every place that a message could quote.
HOSTILE = {
    "content/products/kunci/index.md": product(
        r'"::error file=x::diretas\e[31m\u202e": 1',
        r'"\n::error::dua\r\n::add-mask::x": 1',
        r'unit: "\e[2J"',
        r'min_order: "::set-output name=x::1\n::error::tiga"',
        name=r"::error::nama\e[31m"),
    "content/products/isi/index.md": product(
        body="::error::empat\n\n[lihat](../%0A::error::lima/index.md)\n\n\x1b[31mmerah\u202e"),
}


def diagnostics(site, *arguments):
    return json.loads(site.check("--format", "json", *arguments).stdout)["diagnostics"]


def test_json_has_the_fields_that_tools_rely_on(project):
    found = [one for one in diagnostics(project(WRONG)) if one["code"] == "product.key.unknown"]
    assert found == [{
        "severity": "error", "code": "product.key.unknown", "message": 'unknown key "pirce"', "file": PLACE,
        "line": 7, "column": 1, "endLine": 7, "endColumn": 6, "help": 'did you mean "price"?', "fix": "price",
        "related": [],
    }]


def test_json_names_related_places(project):
    found = diagnostics(project({PLACE: product("tags: [a]", "tags: [b]")}))
    repeated = next(one for one in found if one["code"] == "yaml.key.duplicate")
    assert (repeated["line"], repeated["column"]) == (8, 1)
    assert repeated["related"] == [{"message": "the first one is here", "file": PLACE, "line": 7, "column": 1}]


def test_json_reports_what_a_build_did(project):
    site = project()
    done = site.build("--format", "json")
    report = json.loads(done.stdout)["report"]
    files = [path for path in site.output.rglob("*") if path.is_file() and path.name != ".etalase-manifest"]
    seconds = report.pop("seconds")
    assert report == {
        "pages": sum(path.suffix == ".html" for path in files), "written": len(files), "unchanged": 0, "deleted": 0,
        "images": sum(path.suffix in (".jpg", ".webp") for path in files)}
    assert 0 < seconds < 30
    again = json.loads(site.build("--format", "json").stdout)["report"]
    assert (again["written"], again["unchanged"]) == (0, len(files))


def test_json_has_no_report_when_nothing_was_built(project):
    document = json.loads(project(WRONG).build("--format", "json").stdout)
    assert document.get("report") is None
    assert document["diagnostics"]


@pytest.mark.parametrize("format", ["json", "sarif", "github"])
def test_results_go_to_standard_output_and_the_summary_to_standard_error(project, format):
    result = project(WRONG).check("--format", format)
    assert result.returncode == 1
    assert "pirce" in result.stdout
    assert "pirce" not in result.stderr
    assert re.fullmatch(r"1 error, \d+ warnings?; nothing was written\n", result.stderr)
    assert project(WRONG).check("--format", format, "--quiet").stderr == ""


def test_github_gets_workflow_commands(project):
    lines = project(WRONG).check("--format", "github").stdout.splitlines()
    assert (f"::error file={PLACE},line=7,endLine=7,col=1,endColumn=6,title=product.key.unknown::"
            'unknown key "pirce"%0Adid you mean "price"?') in lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


def test_github_commands_escape_paths(project):
    site = project(WRONG)
    (site / "content").rename(site / "isi, 100%: baru")
    result = site.check("--format", "github", "--content", "isi, 100%: baru")
    assert "::error file=isi%2C 100%25%3A baru/products/uji/index.md,line=7," in result.stdout


def test_github_gets_all_problems_in_the_job_summary(project, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("# Sebelumnya\n")
    site = project({f"content/products/uji-{n}/index.md": product("pirce: 1", name=f"Kue {n}") for n in range(30)})
    result = site.check("--format", "github", env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert result.returncode == 1
    text = summary.read_text()
    assert text.startswith("# Sebelumnya\n")
    rows = [line for line in text.splitlines() if line.startswith("| error |")]
    assert len(rows) == 30
    assert "| content/products/uji-7/index.md:7:1 |" in text
    assert '| unknown key "pirce"; did you mean "price"? | product.key.unknown |' in text


def test_the_job_summary_is_left_alone_in_other_formats(project, tmp_path):
    summary = tmp_path / "summary.md"
    project(WRONG).check(env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert not summary.exists()


def test_sarif_is_a_complete_log(project):
    log = json.loads(project({**WRONG, "content/products/uji-tiga/index.md": product(
        "tags: [a]", "tags: [b]", name="Kue Tiga")}).check("--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    [run] = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Etalase"
    assert re.fullmatch(r"\d+\.\d+\.\d+", driver["version"])
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == sorted(set(rules))
    assert run["results"]
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in ("error", "warning", "note", "none")
        assert result["message"]["text"]
        assert len(result["locations"]) == 1
        for location in result["locations"] + result.get("relatedLocations", []):
            assert_is_location(location["physicalLocation"])
        assert all(location["message"]["text"] for location in result.get("relatedLocations", []))
    found = {result["ruleId"]: result for result in run["results"]}
    assert found["product.key.unknown"]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": PLACE},
        "region": {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 6}}
    assert len(found["yaml.key.duplicate"]["relatedLocations"]) == 1


def assert_is_location(physical):
    uri, region = physical["artifactLocation"]["uri"], physical["region"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert not uri.startswith("/")
    assert region["startLine"] >= 1 and region["startColumn"] >= 1
    assert (region["endLine"], region["endColumn"]) >= (region["startLine"], region["startColumn"])


def test_sarif_of_a_site_without_problems_is_empty(project):
    # Warnings of the sample are not this test's affair: what counts is that there is a run, and a list.
    log = json.loads(project().check("--format", "sarif").stdout)
    assert isinstance(log["runs"][0]["results"], list)


@pytest.mark.parametrize("format", ["text", "github"])
@pytest.mark.parametrize("language", ["en", "id"])
def test_text_of_files_cannot_command_a_terminal_or_a_log(project, tmp_path, format, language):
    summary = tmp_path / "summary.md"
    result = project(HOSTILE).check(
        "--format", format, "--lang", language, env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert result.returncode == 1
    printed = result.stdout + result.stderr + (summary.read_text() if summary.exists() else "")
    assert "diretas" in printed
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed) == []
    commands = [line for line in printed.splitlines() if line.lstrip().startswith(("::", "##["))]
    own = ("::error file=content/", "::warning file=content/")
    assert [line for line in commands if not line.startswith(own)] == []
    assert format == "github" or commands == []


def test_json_and_sarif_carry_hostile_text_as_data(project):
    for format in ("json", "sarif"):
        printed = project(HOSTILE).check("--format", format).stdout
        assert ESCAPE not in printed
        assert printed.count("\n") == 1
        json.loads(printed)


def output_on_a_terminal(site, **variables) -> str:
    """What the program writes to standard error when that is a terminal."""
    ours, theirs = pty.openpty()
    try:
        process = subprocess.Popen(
            [BINARY, "check"], cwd=site.folder, env=environment(**{"TERM": "xterm", **variables}),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        text = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            text += part
            if not part:
                break
        process.wait(timeout=30)
        return text.decode()
    finally:
        os.close(ours)


@pytest.mark.parametrize("variables, is_coloured", [
    ({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False),
])
def test_colours_are_for_terminals_that_want_them(project, variables, is_coloured):
    text = output_on_a_terminal(project(WRONG), **variables)
    assert "pirce" in text
    assert (ESCAPE in text) == is_coloured


def test_colours_are_not_for_files(project):
    assert ESCAPE not in project(WRONG).check(env={"TERM": "xterm-256color", "CLICOLOR_FORCE": "1"}).stderr


def test_a_single_error_is_counted_in_the_singular(project):
    site = project({PLACE: product("pirce: 1")})
    assert re.fullmatch(r"1 error, \d+ warnings?; nothing was written", last_line(site.check().stderr))
    assert re.fullmatch(r"1 kesalahan, \d+ peringatan; tidak ada yang ditulis", last_line(
        site.check("--lang", "id").stderr))

"""A build depends on nothing around it, and does nothing to it."""

import os
import re
import subprocess

import pytest

from harness import BINARY, differences, environment, files_of, tree

CANARY = "burung-kenari"
VARIABLES = [
    "HOME", "USER", "LOGNAME", "LANGUAGE", "PWD", "OLDPWD", "SHELL", "TERM", "EDITOR", "HOSTNAME", "MAIL", "DISPLAY",
    "TMPDIR", "XDG_CACHE_HOME", "GITHUB_TOKEN", "GITHUB_ACTOR", "CI_JOB_TOKEN", "AWS_SECRET_ACCESS_KEY", "DATABASE_URL",
    "HTTP_PROXY", "https_proxy", "ETALASE", "ETALASE_BASE_URL", "BASE_URL", "SITE_NAME", "NODE_ENV", "HUGO_TITLE",
]


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_build_runs_no_program_and_opens_no_socket(project, strace, tmp_path, command):
    log = tmp_path / "log"
    result = project().run(command, before=strace(log, "-e", "trace=network,execve,execveat"))
    assert result.returncode == 0
    calls = [line for line in log.read_text().splitlines() if re.search(r"\w+\(", line)]
    assert len(calls) == 1, calls
    assert f'execve("{BINARY}"' in calls[0]


def test_a_build_opens_only_files_of_the_project_and_the_system(project, strace, tmp_path):
    site = project()
    log = tmp_path / "log"
    site.run("build", before=strace(log, "-y", "-e", "trace=openat,open,openat2"))
    opened = re.findall(r"= \d+<(/[^>]*)>", log.read_text())
    allowed = (str(site.folder) + "/", "/etc/ld.so", "/lib", "/usr/lib", "/usr/share/zoneinfo", "/usr/share/locale",
               "/proc/", "/sys/", "/dev/null", "/dev/urandom", "/usr/local/lib", "/etc/localtime")
    assert len(opened) > 100
    assert [path for path in opened if not (path + "/").startswith(allowed)] == []


def test_no_value_of_the_environment_reaches_a_page(project, sample_site):
    site = project()
    found = site.built(env={
        **{name: f"{CANARY}-{name}" for name in VARIABLES}, "LANG": f"id_{CANARY}", "LC_ALL": f"id_{CANARY}",
        "TZ": f"{CANARY}/TZ", "NO_COLOR": CANARY})
    assert [path for path in files_of(found) if CANARY.encode() in (site.output / path).read_bytes()] == []
    assert differences(found, tree(sample_site)) == []


def test_no_path_of_the_machine_reaches_a_page(project):
    site = project()
    site.built("--content", site / "content", "--templates", site / "templates")
    folder = str(site.folder).encode()
    assert [path for path in files_of(tree(site.output)) if folder in (site.output / path).read_bytes()] == []


def test_a_build_needs_no_environment_at_all(project, sample_site):
    site = project()
    done = subprocess.run(
        [BINARY, "build", "--date", "2026-11-24"], cwd=site.folder, env={}, capture_output=True, timeout=30)
    assert done.returncode == 0
    assert differences(tree(site.output), tree(sample_site)) == []


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("format", ["text", "json"])
def test_a_build_with_closed_channels_writes_the_whole_site(project, sample_site, closed, format):
    site = project()
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" build --format {format} {closed}', BINARY], cwd=site.folder, env=environment(),
        capture_output=True, timeout=30)
    assert done.returncode in (0, 2)
    assert differences(tree(site.output), tree(sample_site)) == []


def test_a_reader_that_goes_away_does_not_stop_the_build(project, sample_site):
    site = project()
    reading, writing = os.pipe()
    os.close(reading)
    try:
        site.run("build", "--format", "json", stdout=writing, stderr=writing)
    finally:
        os.close(writing)
    assert differences(tree(site.output), tree(sample_site)) == []


def test_results_that_cannot_be_written_are_a_failure(project):
    # A tool that reads the file afterwards must not take half a document for the whole.
    with open("/dev/full", "w") as full:
        result = project().run("check", "--format", "json", stdout=full)
    assert result.returncode == 2
    assert "No space left on device" in result.stderr


def test_few_file_descriptors_are_enough(project, sample_site):
    site = project()
    done = subprocess.run(
        ["sh", "-c", 'ulimit -n 64; exec "$0" build --jobs 16', BINARY], cwd=site.folder, env=environment(),
        capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    assert differences(tree(site.output), tree(sample_site)) == []


def test_files_are_readable_whatever_the_umask_lets(project):
    site = project()
    subprocess.run(
        ["sh", "-c", 'umask 022; exec "$0" build', BINARY], cwd=site.folder, env=environment(), check=True,
        capture_output=True, timeout=30)
    modes = {oct(file.stat().st_mode & 0o777) for file in site.output.rglob("*") if file.is_file()}
    assert modes == {"0o644"}

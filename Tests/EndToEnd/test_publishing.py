"""The recipes in `.github`: what others' checkers say of them, and a real web server with ours in it."""

import gzip
import http.client
import re
import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import brotli
import pytest
from ruamel.yaml import YAML

from harness import BINARY, MANIFEST, PROJECT, copy_project, environment, files_of, tree, wait_until

RECIPES = PROJECT / ".github/publishing"
WORKFLOW = PROJECT / ".github/workflows/site.yml"
PRODUCT = "content/products/getuk-tiga-warna/index.md"
PAGE = "/produk/getuk-tiga-warna/"
ALIASES = {PRODUCT: lambda text: text.replace("---\n", "---\naliases: [getuk-lama]\n", 1)}


def tool(name, *arguments, **options):
    """Runs a checker that was installed beside this Python."""
    return subprocess.run([Path(sys.executable).with_name(name), *map(str, arguments)], timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)


def accepts(result):
    assert result.returncode == 0, result.stdout
    return True


def with_recipes(project):
    """A project with the recipes, and the built program in the launcher's place."""
    shutil.copytree(RECIPES, project / ".github/publishing")
    (project / "etalase").symlink_to(BINARY)
    return project


def published(folder) -> dict[str, str]:
    return {path: digest for path, digest in files_of(tree(folder)).items() if path != ".gitignore"}


# Recipes for continuous integration

def test_the_workflow_is_one_that_github_accepts():
    assert accepts(tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", WORKFLOW))


def test_the_workflows_expressions_and_scripts_are_sound():
    assert accepts(tool("actionlint", "-shellcheck", Path(sys.executable).with_name("shellcheck"), WORKFLOW))


def test_the_workflow_is_safe():
    assert accepts(tool("zizmor", "--offline", WORKFLOW))


def test_the_workflow_pins_what_it_uses():
    uses = re.findall(r"uses: (.+)", WORKFLOW.read_text())
    assert len(uses) == 6
    assert [use for use in uses if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


@pytest.mark.parametrize("url, canonical", [
    ("", "https://ikm-center.example/"), ("https://contoh.github.io/etalase", "https://contoh.github.io/etalase/"),
])
def test_the_workflow_builds_for_the_address_of_its_pages(project, url, canonical):
    site = with_recipes(project())
    [build] = [step for step in YAML().load(WORKFLOW)["jobs"]["site"]["steps"] if step.get("name") == "Build"]
    subprocess.run(["dash", "-e", "-c", build["run"]], cwd=site.folder, env=environment(BASE_URL=url), check=True,
                   stdout=subprocess.DEVNULL)
    assert f'rel="canonical" href="{canonical}"' in (site / "public/index.html").read_text()


def test_gitlab_accepts_its_recipe():
    assert accepts(tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", RECIPES / "gitlab-ci.yml"))


def test_the_gitlab_recipe_keeps_the_program_and_builds(project):
    site = with_recipes(project())
    (site / "etalase").unlink()
    (site / "etalase").write_text('#!/bin/sh\nexec .build/release/etalase "$@"\n')
    (site / "etalase").chmod(0o755)
    (site / ".build/release").mkdir(parents=True)
    shutil.copy(BINARY, site / ".build/release/etalase")
    (site / "Sources").mkdir()
    (site / "Sources/a.swift").touch()
    (site / "Package.swift").touch()
    for words in (["init", "-q"], ["add", "Sources", "Package.swift", "etalase"],
                  ["-c", "user.name=x", "-c", "user.email=x@example.id", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=site.folder, check=True)
    recipe = YAML().load(RECIPES / "gitlab-ci.yml")
    script = "\n".join([*recipe[".etalase"]["before_script"], *recipe["pages"]["script"]])

    def pipeline():
        return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=site.folder, text=True,
                              env=environment(CI_PAGES_URL="https://contoh.gitlab.io/etalase"), capture_output=True)

    first = pipeline()
    assert first.returncode == 0, first.stderr
    assert (site / "public/index.html.br").is_file()
    # The next pipeline has nothing but what is kept.
    shutil.rmtree(site / ".build")
    second = pipeline()
    assert second.returncode == 0, second.stderr
    # Other sources need another program.
    shutil.rmtree(site / ".build")
    (site / "Package.swift").write_text("// lain")
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.id", "commit", "-qam", "y"],
                   cwd=site.folder, check=True)
    assert pipeline().returncode != 0
    assert not (site / ".build").exists()


def test_recipes_name_the_same_swift():
    images = re.findall(r"swift:\S+", "".join(
        file.read_text() for file in (WORKFLOW, RECIPES / "gitlab-ci.yml", RECIPES / "Dockerfile")))
    assert len(images) == 3 and len(set(images)) == 1
    version = images[0].removeprefix("swift:")
    # A program that was kept for another system is not taken.
    assert f"etalase-{version}-" in WORKFLOW.read_text()
    assert f"key: program-{version}\n" in (RECIPES / "gitlab-ci.yml").read_text()


# Container

def test_the_dockerfile_is_sound():
    # Versions of Debian's packages are those of the release that FROM names: DL3008.
    assert accepts(tool("hadolint", "--ignore", "DL3008", RECIPES / "Dockerfile"))


def test_the_dockerfile_copies_what_is_there():
    text = (RECIPES / "Dockerfile").read_text()
    ignored = (RECIPES / "Dockerfile.dockerignore").read_text().splitlines()
    copied = [path for words in re.findall(r"^COPY (?!--from)(.+)$", text, re.M) for path in words.split()[:-1]]
    assert len(copied) == 7
    assert [path for path in copied if not (PROJECT / path).exists() or f"!{path}" not in ignored] == []
    assert ignored[0] == "*"
    # What tests and builds leave behind would build the program again; so would an edit of a test.
    targets = set(re.findall(r'testTarget\(\s*name: "(\w+)"', (PROJECT / "Package.swift").read_text()))
    folders = {file.name for file in (PROJECT / "Tests").iterdir() if file.is_dir() and file.name[0] not in "._"}
    assert {line.removeprefix("Tests/") for line in ignored if line.startswith("Tests/")} == folders - targets
    assert {"**/.build*", "**/.venv", "**/__pycache__"} < set(ignored)


# Copying

def test_the_scripts_are_sound():
    assert accepts(tool("shellcheck", *RECIPES.glob("*.sh"), PROJECT / "etalase"))
    assert [file.name for file in RECIPES.glob("*.sh") if not file.stat().st_mode & stat.S_IXUSR] == []


@pytest.mark.parametrize("script", ["rsync.sh", "rclone.sh"])
def test_a_script_without_its_arguments_says_how_it_is_used(project, script):
    site = with_recipes(project())
    result = subprocess.run([site / ".github/publishing" / script], capture_output=True, text=True)
    assert result.returncode == 64
    assert f".github/publishing/{script} https://katalog.example.id" in result.stderr
    assert not site.output.exists()


@pytest.mark.parametrize("program", ["rsync", "rclone"])
def test_a_script_misses_its_program_before_it_builds(project, tmp_path, program):
    site = with_recipes(project())
    for name in ("bash", "sed"):
        (tmp_path / name).symlink_to(shutil.which(name))
    result = subprocess.run(
        [shutil.which("bash"), site / f".github/publishing/{program}.sh", "https://katalog.example.id", "x"],
        env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (2, f"{program} is missing: install it with your system's packages\n")
    assert not site.output.exists()


@pytest.mark.parametrize("script, program", [("rsync.sh", "rsync"), ("rclone.sh", "rclone")])
def test_a_script_brings_the_other_side_to_what_was_built(project, tmp_path, script, program):
    if not shutil.which(program):
        pytest.skip(f"{program} is missing")
    site, target = with_recipes(project(ALIASES)), tmp_path / "server"

    def publish():
        result = subprocess.run(
            [site / ".github/publishing" / script, "https://katalog.example.id", f"{target}/"], cwd=tmp_path,
            env=environment(HOME=str(tmp_path)), capture_output=True, text=True)
        assert result.returncode == 0, result.stderr

    (site / "public").mkdir()
    (site / "public/.gitignore").write_text("*\n")
    publish()
    assert published(target) == published(site.output)
    assert not (target / MANIFEST).exists() and not (target / ".gitignore").exists()
    assert "https://katalog.example.id/" in (target / "index.html").read_text()
    before = {path: (target / path).stat().st_mtime_ns for path in published(target)}

    style = "templates/assets/css/site.css"
    site.edit({PRODUCT: (PROJECT / PRODUCT).read_text() + "\nSatu kalimat lagi.\n",
               style: lambda text: text + "\n.uji { color: inherit }\n"})
    shutil.rmtree(site.output)
    publish()
    assert published(target) == published(site.output)
    assert not (target / "produk/getuk-lama").exists()
    same = next(path for path in before if path.startswith("assets/foto/"))
    assert (target / same).stat().st_mtime_ns == before[same]


# nginx

class Server:
    """nginx with the recipe's configuration, changed only in where it listens and what it serves."""

    def __init__(self, site, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        text = (RECIPES / "nginx.conf").read_text()
        for old, new in (("  listen 80;\n  listen [::]:80;\n", f"  listen 127.0.0.1:{self.port};\n"),
                         ("/var/www/katalog", str(site))):
            assert old in text
            text = text.replace(old, new)
        (folder / "site.conf").write_text(text)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
        (folder / "nginx.conf").write_text(f"""
            {"user root;" if Path("/").owner() == Path(folder).owner() else ""}
            daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;
            include /etc/nginx/modules-enabled/*.conf;
            events {{ worker_connections 64; }}
            http {{
              include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
              {temporary} include {folder}/site.conf;
            }}""")
        self.command = ["nginx", "-c", str(folder / "nginx.conf"), "-e", "stderr"]

    def test(self) -> str:
        return subprocess.run([*self.command, "-t"], capture_output=True, text=True, timeout=30).stderr

    def answers(self) -> bool:
        with socket.socket() as attempt:
            return attempt.connect_ex(("127.0.0.1", self.port)) == 0

    def get(self, path, method="GET", **headers):
        """The answer's status, headers and body. Redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body


@pytest.fixture(scope="module")
def site(sample, scratch):
    """The sample with an old slug and companions, as the recipe wants it."""
    project = copy_project(sample.folder, scratch / "published").edit(ALIASES)
    project.built("--precompress")
    return project.output


@pytest.fixture(scope="module")
def server(site, tmp_path_factory):
    if not shutil.which("nginx") or not list(Path("/etc/nginx/modules-enabled").glob("*brotli-static*")):
        pytest.skip("nginx or its Brotli module is missing")
    server = Server(site, tmp_path_factory.mktemp("nginx"))
    process = subprocess.Popen(server.command, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: server.answers() or process.poll() is not None)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_nginx_accepts_its_configuration_without_a_warning(server):
    lines = server.test().splitlines()
    assert [line for line in lines if "syntax is ok" not in line and "test is successful" not in line] == []


def test_nginx_accepts_a_site_without_redirects(server, sample_site, tmp_path):
    assert "test is successful" in Server(sample_site, tmp_path).test()


@pytest.mark.parametrize("path, kind", [("/", "text/html"), (PAGE, "text/html"), ("/en/", "text/html")])
def test_a_page_comes_with_the_headers_that_protect_its_readers(server, path, kind):
    status, headers, body = server.get(path)
    assert (status, headers.get_content_type()) == (200, kind)
    assert body.startswith(b"<!doctype html>")
    assert headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "public, max-age=300"
    assert headers["Server"] == "nginx"


@pytest.mark.parametrize("accepted, encoding, decode", [
    ("gzip, deflate, br, zstd", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress),
    ("identity", None, bytes),
])
def test_text_is_sent_as_small_as_the_browser_takes_it(server, site, accepted, encoding, decode):
    style = next(site.glob("assets/css/site.*.css")).relative_to(site)
    for path, file in ((PAGE, site / f"{PAGE[1:]}index.html"), (f"/{style}", site / style)):
        status, headers, body = server.get(path, Accept_Encoding=accepted)
        assert (status, headers["Content-Encoding"]) == (200, encoding)
        assert decode(body) == file.read_bytes()
        assert int(headers["Content-Length"]) == len(body)
        assert headers["Vary"] == "Accept-Encoding"


def test_browsers_keep_assets_for_ever_and_pictures_for_a_day(server, site):
    style = next(site.glob("assets/css/site.*.css")).relative_to(site)
    drawing = next(site.glob("assets/svg/*.svg")).relative_to(site)
    photo = next(site.glob("assets/foto/*.jpg")).relative_to(site)
    for path in (style, drawing, photo):
        assert server.get(f"/{path}")[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    status, headers, body = server.get(f"/{photo}", Accept_Encoding="gzip, br")
    assert (status, headers["Content-Type"], headers["Content-Encoding"]) == (200, "image/jpeg", None)
    assert server.get("/favicon.svg")[1]["Cache-Control"] == "public, max-age=86400"


def test_a_browser_that_has_a_page_need_not_load_it_again(server):
    tag = server.get(PAGE)[1]["ETag"]
    assert server.get(PAGE, If_None_Match=tag)[0] == 304


@pytest.mark.parametrize("old, new", [
    ("/produk/getuk-lama/", PAGE), ("/en/products/getuk-lama/", "/en/products/getuk-tiga-warna/"),
    ("/produk/getuk-lama/?utm_source=wa", f"{PAGE}?utm_source=wa"),
])
def test_an_old_address_leads_on_for_good(server, old, new):
    status, headers, _ = server.get(old)
    assert (status, headers["Location"]) == (301, new)
    assert server.get(new)[0] == 200


def test_a_forgotten_slash_leads_on(server):
    status, headers, _ = server.get(PAGE.removesuffix("/"))
    assert (status, headers["Location"]) == (301, PAGE)


@pytest.mark.parametrize("path, file", [
    ("/tidak-ada/", "404.html"), ("/produk/tidak-ada/", "404.html"), ("/en/not-there", "en/404.html"),
    ("/404.html", "404.html"), ("/en/404.html", "en/404.html"),
    (f"/{MANIFEST}", "404.html"), ("/_redirects", "404.html"), ("/_redirects.map", "404.html"),
    ("/produk/.git/config", "404.html"), ("/assets/", "404.html"), ("/_headers", "404.html"),
])
def test_what_is_not_there_gets_a_page_that_says_so_in_its_language(server, site, path, file):
    status, headers, body = server.get(path)
    assert (status, headers.get_content_type()) == (404, "text/html")
    assert body == (site / file).read_bytes()
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Content-Security-Policy"]
    assert headers["Cache-Control"] is None


@pytest.mark.parametrize(("path", "kind"), [
    ("/feeds/meta.csv", "text/csv; charset=utf-8"), ("/sitemap.xml", "text/xml; charset=utf-8"),
    ("/feed.xml", "application/atom+xml; charset=utf-8"), ("/en/feed.xml", "application/atom+xml; charset=utf-8"),
    ("/rw/kemirirejo/feed.json", "application/feed+json"),
])
def test_a_list_for_programs_comes_as_what_it_is(server, path, kind):
    status, headers, _ = server.get(path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_hosts_that_read_a_list_of_headers_send_what_nginx_sends(server, site):
    listed = dict(line.strip().split(": ", 1) for line in (site / "_headers").read_text().split("/assets/*")[0].splitlines() if ": " in line)
    _, headers, _ = server.get("/")
    assert len(listed) == 5
    assert {name: headers[name] for name in listed} == listed


def test_well_known_files_are_served(server, site):
    file = site / ".well-known/security.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text("Contact: mailto:x@example.id\n")
    assert server.get("/.well-known/security.txt")[0] == 200


@pytest.mark.parametrize("path", ["/../etalase", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "//etc/passwd"])
def test_nothing_outside_the_site_is_served(server, path):
    assert server.get(path)[0] in (400, 404)


def test_only_reading_is_answered(server):
    assert server.get(PAGE, method="POST")[0] == 405
    status, headers, body = server.get(PAGE, method="HEAD")
    assert (status, body) == (200, b"")

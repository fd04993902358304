"""`etalase serve`: what it shows, when it shows it, and whom it answers."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time

import pytest

from harness import copy_project, files_of, tree, wait_until
from preview import Events, serving

GETUK = "content/products/getuk-tiga-warna/index.md"
GETUK_PAGE = "/produk/getuk-tiga-warna/"
OWN_HOST = b"Host: localhost\r\n"


def save(file, text: str):
    """Writes as an editor does that puts a new file in the old one's place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.tmp")
    new.write_text(text)
    new.replace(file)


def change(file, edit):
    save(file, edit(file.read_text()))


@pytest.fixture(scope="module")
def shown(sample, scratch):
    """A preview of the sample that no test changes."""
    with serving(copy_project(sample.folder, scratch / "shown")) as preview:
        yield preview


# What it shows

def test_every_file_is_that_of_a_build(shown, project):
    site = project()
    found = files_of(site.built("--drafts"))
    assert len(found) > 250
    for path in found:
        answer = shown.file(path)
        body = answer.page if path.endswith(".html") else answer.body
        assert answer.status == 200, path
        assert body == (site.output / path).read_bytes(), path


def test_a_site_in_a_folder_is_shown_in_that_folder(project):
    site = project()
    site.built("--base-url", "https://example.org/etalase")
    with serving(site, "--base-url", "https://example.org/etalase") as preview:
        assert preview.get("/").headers["location"] == "/etalase/"
        assert preview.get("/etalase/").page == (site.output / "index.html").read_bytes()
        assert preview.get("/produk/").status == 404
        assert preview.get("/etalase/produk").headers["location"] == "/etalase/produk/"


def test_drafts_are_shown_and_marked(project):
    def draft(text):
        return text.replace("---\n", "---\ndraft: true\n", 1)

    business = "---\nname: Warung\nplace: {kelurahan: kemirirejo, rw: 3}\nsample: true\ndraft: true\n---\nCerita.\n"
    site = project({GETUK: draft, "content/pages/tentang.md": draft, "content/pages/ikm-center.md": draft,
                    "content/businesses/warung.md": business})
    with serving(site) as preview:
        for page in [GETUK_PAGE, "/tentang/", "/en/tentang/", "/ikm-center/", "/usaha/warung/"]:
            assert re.search('class="badge badge-draft">Dra(f|ft)<', preview.text(page)), page
        assert "badge-draft" not in preview.text("/cara-pesan/")
        assert "Draft: not published" in preview.text("/_etalase/")


def test_a_folder_without_its_slash_leads_to_the_folder(shown):
    answer = shown.get("/produk")
    assert (answer.status, answer.headers["location"]) == (302, "/produk/")


def test_an_address_without_a_page_shows_the_sites_own_page_for_that(shown, sample_site):
    for path, page in [("/nowhere", "404.html"), ("/en/nowhere/", "en/404.html"), ("/produk/nowhere/", "404.html")]:
        answer = shown.get(path)
        assert answer.status == 404
        assert answer.page == (sample_site / page).read_bytes()


def test_the_index_lists_and_finds_pages(shown):
    index = shown.text("/_etalase/")
    assert "Getuk Tiga Warna" in index
    found = shown.text("/_etalase/?q=TIGA+warna")
    assert "content/products/getuk-tiga-warna/index.md" in found
    assert "wajik" not in found.lower()
    assert "&lt;script&gt;" in shown.text("/_etalase/?q=%3Cscript%3E")
    assert "<script>" not in shown.text("/_etalase/?q=%3Cscript%3E")


def test_a_page_tells_which_files_it_comes_from(shown):
    page = shown.get("/_etalase/page.json?address=/en/products/getuk-tiga-warna/").body.decode()
    for file in ["content/products/getuk-tiga-warna/index.en.md", GETUK, "templates/base.html",
                 "templates/product.html", "templates/partials/card.html",
                 "content/products/getuk-tiga-warna/getuk-tiga-warna.jpg"]:
        assert f'"{file}"' in page
    assert shown.get("/_etalase/page.json?address=/nowhere/").status == 404


# Media

def test_parts_of_a_picture_can_be_asked_for(shown, sample_site):
    file = next(sample_site.glob("assets/foto/getuk-tiga-warna-1066.*.jpg"))
    path, whole = f"/{file.relative_to(sample_site)}", file.read_bytes()
    answer = shown.get(path)
    assert (answer.headers["content-type"], answer.headers["accept-ranges"]) == ("image/jpeg", "bytes")
    part = shown.get(path, Range="bytes=1000-1999")
    assert (part.status, part.body) == (206, whole[1000:2000])
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(whole)}"
    assert shown.get(path, Range="bytes=-10").body == whole[-10:]
    assert shown.get(path, Range=f"bytes={len(whole)}-").status == 416
    assert shown.get(path, Range="bytes=0-1", If_Range='"x"').status == 200
    assert shown.get("/produk/", Range="bytes=0-14").body == b"<!doctype html>"


def test_heads_are_those_of_the_whole_answer(shown):
    for path in [GETUK_PAGE, "/favicon.svg", "/nowhere", "/produk"]:
        head, whole = shown.get(path, "HEAD"), shown.get(path)
        assert head.body == b""
        assert (head.status, head.headers) == (whole.status, whole.headers)


def test_nothing_is_kept_and_nothing_is_given_to_other_sites(shown):
    for path in ["/", "/favicon.svg", "/_etalase/", "/_etalase/preview.js", "/nowhere"]:
        headers = shown.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["content-security-policy"].startswith("default-src 'self'; ")
        assert not [name for name in headers if name.startswith("access-control")]


# Whom it answers, and what can be asked

def status_of(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("host, status", [
    ("localhost", 200), ("127.0.0.1:1234", 200), ("[::1]:80", 200), ("evil.example", 403),
    ("evil.example:8080", 403), ("localhost.evil.example", 403), ("192.168.0.1", 403), ("", 403),
])
def test_it_answers_only_under_its_own_names(shown, host, status):
    answer = shown.raw(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    assert status_of(answer) == status


def test_other_sites_get_nothing(shown):
    for fields in [{"Origin": "http://evil.example"}, {"Origin": "null"},
                   {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}]:
        for path in ["/", "/_etalase/events", "/_etalase/state.json"]:
            assert shown.get(path, **fields).status == 403
    assert shown.get("/", Origin=f"http://127.0.0.1:{shown.port}").status == 200
    # A link on another site may lead here.
    assert shown.get("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get"])
def test_it_only_reads(shown, method):
    answer = shown.raw(f"{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello".encode())
    assert status_of(answer) == 405
    assert b"\r\nAllow: GET, HEAD\r\n" in answer
    # One answer: what came as content was not taken for a request.
    assert answer.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize("target", [
    "/../content/site.yaml", "/%2e%2e/content/site.yaml", "/%2e%2e%2fcontent/site.yaml", "/..%2fcontent/site.yaml",
    "/%252e%252e/content/site.yaml", "/produk/../../content/site.yaml", "/content/site.yaml", "/templates/base.html",
    "/%00", "/index.html%00.jpg", "//etc/passwd", "/etc/passwd", "/%2fetc/passwd", "/..%5ccontent/site.yaml",
    "/produk/getuk-tiga-warna/index.md", "/produk/getuk-tiga-warna", "/%c0%ae%c0%ae/content/site.yaml",
    "/.etalase-manifest", "/%ff", "/%", "/_etalase/../content/site.yaml", "/static/favicon.svg", "/produk/./",
])
def test_nothing_outside_the_site_can_be_asked_for(shown, target):
    answer = shown.raw(b"GET " + target.encode() + b" HTTP/1.1\r\n" + OWN_HOST + b"Connection: close\r\n\r\n")
    head, _, body = answer.partition(b"\r\n\r\n")
    if target == "/produk/getuk-tiga-warna":
        assert b"\r\nLocation: /produk/getuk-tiga-warna/\r\n" in head
    else:
        assert status_of(answer) == 404
    for secret in [b"base_url", b"root:", b"{% block", b"business: getuk"]:
        assert secret not in body


@pytest.mark.parametrize("request_bytes, status", [
    (b"GET / HTTP/1.1\r\n\r\n", 400), (b"GET / HTTP/2\r\n" + OWN_HOST + b"\r\n", 400),
    (b"GET http://localhost/ HTTP/1.1\r\n" + OWN_HOST + b"\r\n", 400), (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\n" + OWN_HOST + b"Host: evil.example\r\n\r\n", 400),
    (b"GET / HTTP/1.1\r\n" + OWN_HOST + b"Content-Length: 4\r\n\r\nGET ", 400),
    (b"GET /" + b"x" * 20000 + b" HTTP/1.1\r\n" + OWN_HOST + b"\r\n", 431),
    (b"GET / HTTP/1.1\r\n" + b"X: " + b"x" * 70000, 431),
])
def test_what_is_no_request_ends_the_connection(shown, request_bytes, status):
    answer = shown.raw(request_bytes)
    assert status_of(answer) == status
    assert b"\r\nConnection: close\r\n" in answer


def test_requests_in_one_packet_are_all_answered(shown):
    one = b"GET /favicon.svg HTTP/1.1\r\n" + OWN_HOST + b"\r\n"
    last = b"HEAD / HTTP/1.1\r\n" + OWN_HOST + b"Connection: close\r\n\r\n"
    assert shown.raw(one * 20 + last).count(b"HTTP/1.1 200 OK\r\n") == 21


def test_an_old_client_is_answered_and_left(shown):
    answer = shown.raw(b"GET /favicon.svg HTTP/1.0\r\n" + OWN_HOST + b"\r\n")
    assert status_of(answer) == 200
    assert answer.endswith(b"</svg>\n")


def test_both_loopback_addresses_answer(shown):
    request = b"GET / HTTP/1.1\r\n" + OWN_HOST + b"Connection: close\r\n\r\n"
    assert status_of(shown.raw(request, host="127.0.0.1")) == 200
    try:
        answer = shown.raw(request, host="::1")
    except OSError as error:
        pytest.skip(f"this machine has no IPv6: {error}")
    assert status_of(answer) == 200


def test_stalled_clients_keep_nobody_waiting(project):
    with serving(project()) as preview:
        stalled = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(200)]
        for number, client in enumerate(stalled):
            client.sendall([b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
                            b"GET /favicon.svg HTTP/1.1\r\n" + OWN_HOST + b"\r\n"][number % 4])
        start = time.monotonic()
        for _ in range(100):
            assert preview.get(GETUK_PAGE).status == 200
        assert time.monotonic() - start < 2
        # Those that never said what they want are left after a while; the others' heads don't come in drops for ever.
        deadline = time.monotonic() + 15
        stalled[1].settimeout(15)
        while time.monotonic() < deadline:
            try:
                stalled[1].sendall(b"x")
                time.sleep(0.5)
            except OSError:
                break
        assert time.monotonic() < deadline
        for client in stalled:
            client.close()


def test_more_clients_than_allowed_take_the_place_of_silent_ones(shown):
    clients = []
    try:
        for _ in range(700):
            clients.append(socket.create_connection(("127.0.0.1", shown.port)))
        assert shown.raw(b"GET / HTTP/1.0\r\n" + OWN_HOST + b"\r\n").startswith(b"HTTP/1.1 200 OK\r\n")
    finally:
        for client in clients:
            client.close()
        shown.connection.close()


def test_few_descriptors_are_enough(project):
    with serving(project(), before=["prlimit", "--nofile=40"]) as preview:
        clients = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(100)]
        assert preview.get("/").status == 200
        for client in clients:
            client.close()


# When it shows it

def test_a_request_after_a_save_is_answered_with_what_was_saved(project):
    site = project()
    with serving(site) as preview:
        for number in range(50):
            change(site / GETUK, lambda text: text + f"\nKalimat nomor {number}.\n")
            assert f"<p>Kalimat nomor {number}.</p>" in preview.text(GETUK_PAGE)


def test_a_save_without_a_change_tells_nobody(project):
    site = project()
    with serving(site) as preview:
        events = Events(preview)
        wait_until(lambda: events.states)
        before = events.states[0]["version"]
        change(site / GETUK, lambda text: text)
        (site / "content/.index.md.swp").write_text("x")
        (site / "content/_art").mkdir(exist_ok=True)
        (site / "content/_art/notes.txt").write_text("x")
        os.utime(site / GETUK)
        time.sleep(0.2)
        assert len(events.states) == 1
        assert preview.state["version"] == before
        events.close()


def test_new_renamed_and_deleted_folders_are_seen(project):
    site = project()
    with serving(site) as preview:
        folder = site / "content/products/kue-baru"
        folder.mkdir()
        for file in sorted((site / "content/products/getuk-tiga-warna").iterdir()):
            shutil.copy(file, folder)
        assert preview.get("/produk/kue-baru/").status == 200, preview.said
        change(folder / "index.md", lambda text: text.replace("Getuk Tiga Warna", "Kue Baru"))
        assert "<h1>Kue Baru</h1>" in preview.text("/produk/kue-baru/")
        folder.rename(site / "content/products/kue-lama")
        assert preview.get("/produk/kue-baru/").status == 404
        change(site / "content/products/kue-lama/index.md", lambda text: text.replace("Kue Baru", "Kue Lama"))
        assert "<h1>Kue Lama</h1>" in preview.text("/produk/kue-lama/")
        shutil.rmtree(site / "content/products/kue-lama")
        assert preview.get("/produk/kue-lama/").status == 404


def test_a_whole_new_content_folder_is_seen(project):
    site, other = project(), project({GETUK: lambda text: text.replace("Getuk Tiga Warna", "Getuk Baru")})
    with serving(site) as preview:
        (site / "content").rename(site / "old")
        (site / "templates").rename(site / "old-templates")
        assert preview.codes == ["folder.unreadable"]
        assert "<h1>Getuk Tiga Warna</h1>" in preview.text(GETUK_PAGE)
        shutil.copytree(other / "content", site / "content")
        (site / "old-templates").rename(site / "templates")
        assert "<h1>Getuk Baru</h1>" in preview.text(GETUK_PAGE)
        change(site / GETUK, lambda text: text.replace("Getuk Baru", "Getuk Lagi"))
        assert "<h1>Getuk Lagi</h1>" in preview.text(GETUK_PAGE)


def test_a_checkout_of_many_files_is_one_change(project):
    site = project()
    git = lambda *words: subprocess.run(  # noqa: E731
        ["git", "-c", "user.name=x", "-c", "user.email=x@x", *words], cwd=site.folder, check=True, capture_output=True)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    for file in site.folder.glob("content/products/*/index.md"):
        change(file, lambda text: text + "\nSatu baris lagi.\n")
    git("commit", "-qam", "two")
    with serving(site) as preview:
        events = Events(preview)
        wait_until(lambda: events.states)
        git("checkout", "-q", "HEAD~1")
        assert "Satu baris lagi" not in preview.text(GETUK_PAGE)
        git("checkout", "-q", "-")
        assert "Satu baris lagi" in preview.text(GETUK_PAGE)
        time.sleep(0.2)
        assert len(events.states) == 3
        events.close()


def pictures(preview) -> set[str]:
    return set(re.findall(r"/assets/foto/[^\s\",]+\.jpg", preview.text(GETUK_PAGE)))


def test_a_new_picture_is_shown(project):
    site = project()
    with serving(site) as preview:
        before = pictures(preview)
        picture = site / "content/products/wajik-pandan/wajik-pandan.jpg"
        new = site / "content/products/getuk-tiga-warna/.new"
        shutil.copy(picture, new)
        new.replace(site / "content/products/getuk-tiga-warna/getuk-tiga-warna.jpg")
        new = pictures(preview) - before
        assert new and {preview.get(path).headers["content-type"] for path in new} == {"image/jpeg"}


# Mistakes

def test_a_mistake_leaves_the_last_good_site_and_is_shown(project):
    site = project()
    with serving(site, "--lang", "id") as preview:
        before = preview.get(GETUK_PAGE).page
        good = (site / GETUK).read_text()
        save(site / GETUK, good.replace("price:", "pirce:"))
        problem = next(problem for problem in preview.state["problems"] if problem["code"] == "product.key.unknown")
        assert (problem["file"], problem["marked"], problem["help"]) == (GETUK, "pirce", 'maksudnya "price"?')
        assert problem["message"] == 'kunci "pirce" tidak dikenal'
        assert preview.get(GETUK_PAGE).page == before
        assert "pirce" in preview.text("/_etalase/")
        preview.wait_for_line(" kesalahan: versi terakhir yang benar tetap ditampilkan")
        assert "kunci \"pirce\" tidak dikenal [product.key.unknown]" in preview.said
        save(site / GETUK, good + "\nSudah benar.\n")
        assert preview.state["problems"] == []
        assert "Sudah benar." in preview.text(GETUK_PAGE)
        preview.wait_for_line("semua kesalahan sudah diperbaiki")


def test_a_page_that_cannot_be_rendered_is_found_before_it_is_asked_for(project):
    site = project()
    with serving(site) as preview:
        before = preview.get("/produk/besek-bambu/").page
        change(site / "templates/product.html", lambda text: text.replace("<h1>", "<h1>{{ 1 // (product.name|length - 11) }}", 1))
        assert preview.codes == []
        preview.wait_for_line("1 error: some pages stay as they were")
        assert preview.codes == ["template.type.division"]
        assert preview.get("/produk/besek-bambu/").page == before
        assert "<h1>1" in preview.text(GETUK_PAGE) or "<h1>0" in preview.text(GETUK_PAGE)
        change(site / "templates/product.html", lambda text: text.replace("{{ 1 // (product.name|length - 11) }}", ""))
        assert preview.get("/produk/besek-bambu/").status == 200
        assert preview.codes == []


def test_a_page_that_never_could_be_rendered_says_why(project):
    breaking = lambda text: text.replace("<h1>", "<h1>{{ 1 // (product.name|length - 11) }}", 1)
    with serving(project({"templates/product.html": breaking})) as preview:
        answer = preview.get("/produk/besek-bambu/")
        assert (answer.status, b"This page cannot be shown" in answer.page) == (500, True)
        assert preview.codes == ["template.type.division"]
        assert preview.get(GETUK_PAGE).status == 200


def test_the_loss_of_a_published_address_is_said(project):
    site = project({"content/permalinks.lock": "/produk/getuk-lama/\n"})
    with serving(site) as preview:
        assert "/produk/getuk-lama/ has been published and would be gone" in preview.said
        change(site / GETUK, lambda text: text.replace("name: ", "aliases: [getuk-lama]\nname: ", 1))
        site.built("--drafts")
        built = site.output / "produk/getuk-lama/index.html"
        assert preview.get("/produk/getuk-lama/").body == built.read_bytes()
        save(site / "content/permalinks.lock", "produk\n")
        assert preview.codes == ["permalink.invalid"]
        save(site / "content/permalinks.lock", "/produk/getuk-lama/\n")
        assert preview.codes == []


@pytest.mark.parametrize("edits, code", [
    ({"templates/base.html": lambda text: text.replace("{% endif %}", "", 1)}, "template."),
    ({"content/site.yaml": "name: ["}, "yaml."),
    ({"templates/strings/id.yaml": None}, "strings.file"),
    ({GETUK: lambda text: text.replace("price:", "pirce:")}, "product.key.unknown"),
])
def test_a_project_that_begins_broken_is_shown_once_it_is_mended(project, sample, edits, code):
    site = project(edits)
    with serving(site) as preview:
        answer = preview.get(GETUK_PAGE)
        assert answer.status == 503
        assert b"There is no page to show yet" in answer.page
        assert f"[{code}" in preview.said and preview.codes
        for path in edits:
            save(site / path, (sample / path).read_text())
        assert preview.get(GETUK_PAGE).status == 200
        assert preview.codes == []


def test_a_project_without_folders_says_so_and_waits(tmp_path):
    from harness import Project
    with serving(Project(tmp_path)) as preview:
        assert preview.get("/").status == 503
        assert preview.codes == ["folder.unreadable"]


def test_a_linked_picture_is_never_followed(project, tmp_path):
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "getuk-tiga-warna.jpg").write_bytes(b"\xff\xd8\xffsecret")
    site = project()
    with serving(site) as preview:
        shown = {path: preview.get(path).body for path in pictures(preview)}
        folder = site / "content/products/getuk-tiga-warna"
        picture = folder / "getuk-tiga-warna.jpg"
        picture.unlink()
        picture.symlink_to(secret / "getuk-tiga-warna.jpg")
        assert "file.link" in preview.codes
        # The last good site stays as it was.
        assert {path: preview.get(path).body for path in pictures(preview)} == shown
        picture.unlink()
        shutil.copy(site / "content/products/wajik-pandan/wajik-pandan.jpg", picture)
        assert preview.codes == [] and pictures(preview) != set(shown)
        folder.rename(site / "content/products/.hidden")
        folder.symlink_to(secret)
        assert "file.link" in preview.codes


# Beginning and end

def test_it_says_what_to_do_in_plain_words(project):
    with serving(project(), "--lang", "id") as preview:
        preview.wait_for_line("tekan Ctrl dan C bersamaan")
        assert f"    http://localhost:{preview.port}/\n" in preview.said
    with serving(project(), LANG="en_US.UTF-8") as preview:
        preview.wait_for_line("press Ctrl and C together")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_when_told_to(project, number):
    with serving(project()) as preview:
        events = Events(preview)
        wait_until(lambda: events.states)
        start = time.monotonic()
        preview.process.send_signal(number)
        assert preview.process.wait(5) == 0
        assert time.monotonic() - start < 0.5
        events.close()


def test_a_taken_port_gives_the_next_and_says_so(project):
    with serving(project()) as first:
        with serving(project(), "--port", first.port) as second:
            assert first.port < second.port <= first.port + 20
            assert f"port {first.port} is taken by another program" in second.said
            assert second.get("/").status == 200


def test_the_same_port_is_free_again_at_once(project):
    with serving(project()) as preview:
        port = preview.port
        preview.get("/")
    with serving(project(), "--port", port) as preview:
        assert preview.port == port


def test_another_address_is_served_with_a_warning(project):
    with serving(project(), "--host", "0.0.0.0") as preview:
        assert "everyone in this network can see the preview" in preview.said
        assert status_of(preview.raw(b"GET / HTTP/1.0\r\nHost: 192.168.1.7:80\r\n\r\n")) == 200
        assert status_of(preview.raw(b"GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n")) == 403


def test_an_address_that_is_not_this_machines_is_refused(project):
    result = project().run("serve", "--host", "192.0.2.1", "--port", "0")
    assert result.returncode == 2
    assert "this machine has no address 192.0.2.1" in result.stderr


def test_it_looks_for_changes_where_the_machine_allows_no_more_watches(project):
    site = project()
    limited = ["unshare", "--user", "--map-root-user", "sh", "-c",
               "echo 5 > /proc/sys/user/max_inotify_watches && exec \"$@\"", "sh"]
    if subprocess.run([*limited, "true"], capture_output=True).returncode != 0:
        pytest.skip("user namespaces are not permitted here")
    with serving(site, before=limited) as preview:
        assert "limit for watched folders" in preview.said
        change(site / GETUK, lambda text: text + "\nSatu kalimat lagi.\n")
        wait_until(lambda: "Satu kalimat lagi" in preview.text(GETUK_PAGE))

"""A running `etalase serve`, and what its clients see."""

import http.client
import json
import re
import signal
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

from harness import BINARY, Project, environment

SCRIPT = re.compile(rb'<script type="module" src="/_etalase/preview\.js\?v=[0-9a-z]+-[0-9]+"></script>')


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def page(self) -> bytes:
        """The page without the one thing that the preview adds."""
        page, count = SCRIPT.subn(b"", self.body)
        assert count == 1, "the preview's script is in the page once"
        return page


class Preview:
    def __init__(self, process: subprocess.Popen, lines: list[str], port: int):
        self.process, self.lines, self.port = process, lines, port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        return "".join(self.lines)

    def get(self, path: str, method="GET", **headers: str) -> Answer:
        self.connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        response = self.connection.getresponse()
        return Answer(response.status, {name.lower(): text for name, text in response.headers.items()}, response.read())

    def file(self, path: str) -> Answer:
        """A file of the website, by its path in the output folder."""
        return self.get("/" + quote(path.removesuffix("index.html") if path.endswith("/index.html") else path))

    def text(self, path: str) -> str:
        return self.get(path).body.decode()

    @property
    def state(self) -> dict:
        return json.loads(self.get("/_etalase/state.json").body)

    @property
    def codes(self) -> list[str]:
        return [problem["code"] for problem in self.state["problems"]]

    def raw(self, request: bytes, timeout=5.0, host="127.0.0.1") -> bytes:
        """All that is answered to these bytes until the connection closes or falls silent."""
        with socket.create_connection((host, self.port), timeout=timeout) as client:
            client.sendall(request)
            answer = b""
            try:
                while part := client.recv(65536):
                    answer += part
            except TimeoutError:
                pass
            return answer

    def wait_for_line(self, words: str, seconds=10.0):
        deadline = time.monotonic() + seconds
        while words not in self.said:
            assert time.monotonic() < deadline, f"{words!r} was not said: {self.said}"
            time.sleep(0.005)


@contextmanager
def serving(project: Project, *arguments, before=(), **variables):
    """Runs `etalase serve` on a project, on a free port unless another is given."""
    port = () if "--port" in arguments else ("--port", "0")
    process = subprocess.Popen(
        [*map(str, before), str(BINARY), "serve", *port, *map(str, arguments)], cwd=project.folder,
        env=environment(**variables), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        encoding="utf-8", preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stderr), daemon=True)
    reader.start()
    try:
        yield Preview(process, lines, port_of(process, lines))
    finally:
        process.kill()
        process.wait()
        reader.join()


def port_of(process, lines) -> int:
    deadline = time.monotonic() + 20
    while True:
        found = re.search(r"http://localhost:(\d+)/\n", "".join(lines))
        if found:
            return int(found[1])
        assert process.poll() is None and time.monotonic() < deadline, "".join(lines)
        time.sleep(0.002)


class Events:
    """The event stream of a preview: every state that it told, in order."""

    def __init__(self, preview: Preview):
        self.states: list[dict] = []
        self.client = socket.create_connection(("127.0.0.1", preview.port), timeout=20)
        self.client.sendall(b"GET /_etalase/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        with self.client.makefile("rb") as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    self.states.append(json.loads(line[6:]))

    def close(self):
        self.client.shutdown(socket.SHUT_RDWR)
        self.client.close()
        self.reader.join(5)

"""A server on loopback that speaks the chat-completions protocol and does what a test tells it to."""

from __future__ import annotations

import datetime as dt
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.statements.llm.key import Key
from dragoman.statements.llm.reader import ModelReader, ModelReading
from dragoman.statements.llm.settings import ModelSettings

Handler = BaseHTTPRequestHandler
Behaviour = Callable[[Handler], None]

TEXT = """LIMA, March 14, 2024 - Peru urged Chile to leave the bay.

Chile refuses to leave the bay unless Peru lifts its tariffs. “We will not — ever — sign,” its minister said.

Peru and Chile met 3 times in Lima last week. Boats wait in the harbour for news of it.
"""
UNLESS = {"t": "unless", "d": ["PER"], "x": "lift its tariffs", "q": "unless Peru lifts its tariffs"}
REFUSAL = {"k": "p", "s": 3, "q": "Chile refuses to leave the bay", "h": ["CHL"], "st": "refuse", "d": ["CHL"],
           "x": "leave the bay", "c": UNLESS}  # fmt: skip
MEETING = {"k": "a", "s": 5, "q": "Peru and Chile met 3 times in Lima", "h": ["PER"], "e": "CONSULT", "to": ["CHL"],
           "dt": "2024-03", "pl": "Lima"}  # fmt: skip
MADE_UP = {"k": "p", "s": 3, "q": "Chile agreed to leave the bay", "h": ["CHL"], "st": "promise", "x": "leave the bay"}


class Server:
    """A loopback server; ``script`` lists what it does with the next requests, ``usual`` what it does after those."""

    def __init__(self) -> None:
        self.script: list[Behaviour] = []
        self.usual: Behaviour = says({"i": []})
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.at_once = 0
        self.most_at_once = 0
        self._lock = threading.Lock()
        outer = self

        class Scripted(Handler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:  # noqa: N802 - the name that http.server calls
                outer._take(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
        self._http.daemon_threads = True
        self._http.handle_error = lambda *_: None  # a client that hangs up is what some tests are about
        self.endpoint = f"http://127.0.0.1:{self._http.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def _take(self, handler: Handler) -> None:
        body = json.loads(handler.rfile.read(int(handler.headers["Content-Length"])))
        with self._lock:
            self.bodies.append(body)
            self.headers.append(dict(handler.headers))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            behaviour = self.script.pop(0) if self.script else self.usual
        try:
            behaviour(handler)
        finally:
            with self._lock:
                self.at_once -= 1

    def close(self) -> None:
        """End it."""
        self._http.shutdown()
        self._http.server_close()


def completion(
    content: Any, *, finish: str = "stop", usage: tuple[int, int] | None = (900, 70), **message: Any
) -> bytes:
    """A chat completion with *content* as its answer: text, or an object to be written as JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    found: dict[str, Any] = {
        "id": "1",
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": text, **message}, "finish_reason": finish}
        ],
    }
    if usage:
        found["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
    return json.dumps(found).encode()


def sends(data: bytes, *, status: int = 200, **headers: str) -> Behaviour:
    """Answer with these bytes."""

    def behaviour(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return behaviour


def says(content: Any, **more: Any) -> Behaviour:
    """Answer with *content* in a chat completion."""
    return sends(completion(content, **more))


def fails(status: int, message: str = "no", **headers: str) -> Behaviour:
    """Answer with an error."""
    return sends(json.dumps({"error": {"message": message}}).encode(), status=status, **headers)


def after(seconds: float, then: Behaviour) -> Behaviour:
    """Wait, then do something else."""

    def behaviour(handler: Handler) -> None:
        time.sleep(seconds)
        then(handler)

    return behaviour


def cuts(handler: Handler) -> None:
    """Begin a good answer and hang up in the middle of it."""
    data = completion({"i": [REFUSAL]})
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data[: len(data) // 2])
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def dribbles(handler: Handler) -> None:
    """Send a byte now and then, without end."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)


def dribbles_headers(handler: Handler) -> None:
    """Send the head of an answer a byte at a time, without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def floods(handler: Handler) -> None:
    """Send fifty million bytes."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(50_000_000))
    handler.end_headers()
    for _ in range(500):
        handler.wfile.write(b"x" * 100_000)


class Tools:
    """The server's behaviours and the article that tests read, in one place that tests can ask for."""

    text = TEXT
    refusal, meeting, made_up = REFUSAL, MEETING, MADE_UP
    completion, sends, says, fails, after = map(staticmethod, (completion, sends, says, fails, after))
    cuts, dribbles, dribbles_headers, floods = map(staticmethod, (cuts, dribbles, dribbles_headers, floods))

    @staticmethod
    def article(text: str = TEXT, *, id: str = "gazette") -> Article:  # noqa: A002 - the article's own word
        """*text* as an article of 14 March 2024."""
        return Article(id=id, text=text, source=f"{id}.txt", date=dt.date(2024, 3, 14))


@pytest.fixture
def server() -> Iterator[Server]:
    """A scripted server."""
    running = Server()
    yield running
    running.close()


@pytest.fixture(scope="session")
def tools() -> type[Tools]:
    """Behaviours and the article."""
    return Tools


@pytest.fixture
def ask(server: Server, names: Names) -> Callable[..., ModelReading]:
    """Reads articles with the server's model; settings as given, otherwise quick ones."""

    def read(
        *articles: Article, key: Key | None = None, cache: Path | None = None, proposals: Any = None, **settings: Any
    ) -> ModelReading:
        told = {"model": "small", "endpoint": server.endpoint, "retries": 0, "backoff": 0.0, "timeout": 5.0} | settings
        reader = ModelReader(ModelSettings(**told), key=key, cache=cache)
        return reader.read(articles or (Tools.article(),), names, proposals=proposals)

    return read


@pytest.fixture
def answered(names: Names, tmp_path: Path) -> Callable[..., ModelReading]:
    """Reads an article with a given answer, without a server."""

    def read(answer: Any, article: Article | None = None, *, proposals: Any = None, **settings: Any) -> ModelReading:
        article = article or Tools.article()
        reader = ModelReader(ModelSettings(model="by hand", **settings))
        rows = [
            {"custom_id": request.key, "answer": answer} for request in reader.requests([article], names, proposals)
        ]
        path = tmp_path / "answers.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        reader = ModelReader(ModelSettings(model="by hand", **settings), answers=path)
        return reader.read([article], names, proposals=proposals)

    return read

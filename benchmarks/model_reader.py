"""Reading with a language model: the client's overhead over the server's own delay, and ten articles at once.

The server runs on loopback in a process of its own, waits as long as it is told, and answers with a few items.
"""

from __future__ import annotations

import math
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "korea-2019"
GOAL = 0.05
"""Share of the server's own delay that the client may take on top."""

SERVER = """
import http.server, json, sys, time
DELAY = float(sys.argv[1])
ITEM = {"k": "a", "s": 1, "q": "no such words are there", "h": ["PRK"], "e": "CONSULT"}
CONTENT = json.dumps({"i": [ITEM] * 40})
DATA = json.dumps({"choices": [{"message": {"content": CONTENT}, "finish_reason": "stop"}],
                   "usage": {"prompt_tokens": 3000, "completion_tokens": 1500}}).encode()

class Slow(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        time.sleep(DELAY)
        self.send_response(200)
        self.send_header("Content-Length", str(len(DATA)))
        self.end_headers()
        self.wfile.write(DATA)
    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow)
print(server.server_address[1], flush=True)
server.serve_forever()
"""


def main(_: list[str]) -> None:
    """Print the tables."""
    from dragoman.articles.load import load
    from dragoman.language.parties import Names

    names = Names.load()
    texts = list(load(EXAMPLE / "articles").articles)
    articles = [
        texts[n % len(texts)].model_copy(update={"id": f"a{n}", "text": f"{texts[n % len(texts)].text}\n\nCopy {n}."})
        for n in range(10)
    ]
    print("Client over a server's own delay (10 requests; goal: under 5% on top)")
    for delay in (0.2, 1.0):
        for in_flight in (1, 4):
            overhead(articles, names, delay, in_flight)
    print("\nTen articles, a server that answers in 1 s (whole reading, from text to statements)")
    for in_flight in (2, 4, 10):
        reading(articles, names, in_flight)


def overhead(articles, names, delay: float, in_flight: int) -> None:
    """Ask all requests, prepared beforehand, and compare with the time that the server waits."""
    from dragoman.statements.llm.asking import Asking
    from dragoman.statements.llm.cache import AnswerCache
    from dragoman.statements.llm.client import Client
    from dragoman.statements.llm.reader import ModelReader

    with Server(delay) as endpoint, tempfile.TemporaryDirectory() as folder:
        settings = _settings(endpoint, in_flight)
        requests = ModelReader(settings).requests(articles, names)
        with Client(settings) as client:
            start, used = time.perf_counter(), time.process_time()
            with Asking({r.key: r for r in requests}, client=client, cache=AnswerCache(Path(folder))) as asking:
                answers = [asking.answer(request.key) for request in requests]
            seconds, cpu = time.perf_counter() - start, time.process_time() - used
        bare = _bare(endpoint, requests, in_flight)
    if failed := [answer for answer in answers if isinstance(answer, str)]:
        sys.exit(f"a request failed: {failed[0]}")
    ideal = math.ceil(len(requests) / in_flight) * delay
    share = seconds / ideal - 1
    verdict = "met" if share < GOAL else "missed"
    print(f"  {delay:.1f} s, {in_flight} in flight{seconds:9.2f} s of {ideal:.1f} s {share:8.1%} on top  {verdict}"
          f"   bare httpx {bare / ideal - 1:6.1%}   CPU {1000 * cpu / len(requests):.0f} ms a request")  # fmt: skip


def _bare(endpoint: str, requests, in_flight: int) -> float:
    """Seconds that httpx takes for the same requests when nothing is checked, counted or kept."""
    import httpx

    with httpx.Client(timeout=30) as client, ThreadPoolExecutor(in_flight) as pool:
        start = time.perf_counter()
        list(pool.map(lambda request: client.post(f"{endpoint}/chat/completions", json=request.body).json(), requests))
        return time.perf_counter() - start


def reading(articles, names, in_flight: int) -> None:
    """Read all articles, and compare with the rounds that the requests in flight allow."""
    from dragoman.statements.llm.reader import ModelReader

    with Server(1.0) as endpoint, tempfile.TemporaryDirectory() as folder:
        reader = ModelReader(_settings(endpoint, in_flight), cache=Path(folder))
        start, used = time.perf_counter(), time.process_time()
        found = reader.read(articles, names)
        seconds, cpu = time.perf_counter() - start, time.process_time() - used
        again = time.perf_counter()
        reader.read(articles, names)
        kept = time.perf_counter() - again
    rounds = math.ceil(found.report.requests / in_flight)
    print(
        f"  {in_flight:2} in flight: {seconds:6.2f} s for {rounds} rounds; CPU {cpu:.2f} s; kept answers {kept:5.2f} s"
    )


def _settings(endpoint: str, in_flight: int):
    from dragoman.statements.llm.settings import ModelSettings

    return ModelSettings(model="bench", endpoint=endpoint, in_flight=in_flight, window=50_000)


class Server:
    """The slow server, while it is needed."""

    def __init__(self, delay: float) -> None:
        self._delay = delay

    def __enter__(self) -> str:
        command = [sys.executable, "-c", SERVER, str(self._delay)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        return f"http://127.0.0.1:{self._process.stdout.readline().strip()}/v1"

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()

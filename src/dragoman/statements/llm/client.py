"""The client: one request at a time to a server of the chat-completions protocol, within bounds."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpx

from dragoman.errors import ModelError
from dragoman.plain import printable
from dragoman.statements.llm.cache import Answer
from dragoman.statements.llm.completion import read_completion
from dragoman.statements.llm.key import Key
from dragoman.statements.llm.request import Request
from dragoman.statements.llm.settings import ModelSettings, chat_url, is_local, shown_endpoint
from dragoman.statements.llm.ways import Ways

__all__ = ["Client", "Failed"]

_FOR_NOW = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
_OUT_OF_REACH = "cannot be reached"


@dataclass(frozen=True)
class Failed:
    """A request that brought no answer, and why."""

    why: str


@dataclass
class Calls:
    """Counts of HTTP calls: all, those that were tried again, and tokens that failed ones may have cost, estimated."""

    made: int = 0
    again: int = 0
    tokens_failed: int = 0


class _TryAgain(Exception):  # noqa: N818 - travels within this file only
    def __init__(self, why: str, wait: float | None = None, *, paid: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.wait = wait
        self.paid = paid


class _OtherWay(Exception):  # noqa: N818 - likewise
    pass


class _GiveUp(Exception):  # noqa: N818 - likewise
    pass


_Box = queue.SimpleQueue[Answer | BaseException]


class Client:
    """Asks a server; safe to use from several threads at once.

    A failure that may pass (429, 5xx, a connection cut, too slow) is tried again after a pause that doubles each time,
    or after what the server's Retry-After asks for. What will not pass ends the run with :class:`ModelError`: a wrong
    key, a model that is not there, a server that cannot be reached at all. Redirections are not followed.
    """

    def __init__(
        self, settings: ModelSettings, key: Key | None = None, *, pause: Callable[[float], None] | None = None
    ) -> None:
        if settings.endpoint is None:
            raise ModelError(
                "No server is named to ask. Name one with --endpoint, or use --ask, --answers or --offline."
            )
        self._settings = settings
        self._key = key
        self._url = chat_url(settings.endpoint, with_key=key is not None)
        self._shown = shown_endpoint(settings.endpoint)
        self._stopped = threading.Event()
        self._pause = pause or self._stopped.wait
        self._answered = False
        self._lock = threading.Lock()
        self._calls = Calls()
        self._under_way: list[_Box] = []
        self._ways = Ways()
        self._http = httpx.Client(
            headers={"Accept-Encoding": "identity", "User-Agent": "dragoman", **(key.header if key else {})},
            timeout=settings.timeout,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=settings.in_flight),
            follow_redirects=False,
            trust_env=not is_local(settings.endpoint),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.stop()
        self._http.close()

    @property
    def calls(self) -> Calls:
        """Calls made so far."""
        return replace(self._calls)

    def stop(self) -> None:
        """Give up what is under way, and begin nothing more."""
        self._stopped.set()
        with self._lock:
            for waiting in self._under_way:
                waiting.put(_GiveUp("the run was stopped"))

    def ask(self, request: Request) -> Answer | Failed:
        """The answer to *request*, or why there is none.

        Raises
        ------
        ModelError
            Asking on is of no use.
        """
        attempt, why = 0, ""
        while attempt <= self._settings.retries:
            if self._stopped.is_set():
                return Failed("the run was stopped")
            try:
                answer = self._in_time(request, again=attempt > 0)
            except _OtherWay:
                continue
            except _TryAgain as trouble:
                why = trouble.why
                with self._lock:
                    self._calls.tokens_failed += request.tokens if trouble.paid else 0
                if trouble.wait is not None and trouble.wait > self._settings.longest_wait:
                    return Failed(f"{why}, and the server asks to wait {trouble.wait:.0f} seconds")
                if attempt < self._settings.retries:
                    wait = trouble.wait if trouble.wait is not None else self._settings.backoff * 2**attempt
                    self._pause(min(wait, self._settings.longest_wait))
                attempt += 1
            except _GiveUp as trouble:
                return Failed(str(trouble))
            else:
                self._answered = True
                return answer
        if not self._answered and why == _OUT_OF_REACH:
            raise ModelError(
                f"The server at {self._shown} {why}. See that it runs and that --endpoint names it, such as "
                "http://127.0.0.1:11434/v1."
            )
        return Failed(f"{why}, after {self._settings.retries + 1} tries")

    def _in_time(self, request: Request, *, again: bool) -> Answer:
        """One try, given up when its time is over or the run is stopped, however the server dawdles."""
        done: _Box = queue.SimpleQueue()
        with self._lock:
            self._calls.made += 1
            self._calls.again += again
            self._under_way.append(done)
        threading.Thread(target=self._into, args=(done, request, self._ways), daemon=True).start()
        try:
            found = done.get(timeout=self._settings.timeout)
        except queue.Empty:
            raise _TryAgain("took too long", paid=True) from None
        finally:
            with self._lock:
                self._under_way.remove(done)
        if isinstance(found, BaseException):
            raise found
        return found

    def _into(self, done: _Box, request: Request, ways: Ways) -> None:
        try:
            done.put(self._once(request, ways))
        except BaseException as error:  # noqa: BLE001 - it is raised in the thread that waits
            done.put(error)

    def _once(self, request: Request, ways: Ways) -> Answer:
        body = ways.applied(request.body)
        try:
            with self._http.stream("POST", self._url, json=body) as response:
                data = self._bounded(response)
        except httpx.ConnectError as error:
            raise _TryAgain(_OUT_OF_REACH) from error
        except (httpx.TimeoutException, httpx.NetworkError, httpx.ProtocolError) as error:
            slow = isinstance(error, httpx.TimeoutException)
            raise _TryAgain("took too long" if slow else "the connection was cut", paid=True) from error
        except httpx.HTTPError as error:
            raise _GiveUp("the server's answer could not be received") from error
        if response.status_code != httpx.codes.OK:
            self._refused(response, data, ways)
        return self._answer(data, request)

    def _bounded(self, response: httpx.Response) -> bytes:
        """The answer's bytes, as long as they are no more and no later than they may be."""
        began, parts, size = time.monotonic(), [], 0
        for part in response.iter_bytes():
            size += len(part)
            parts.append(part)
            if size > self._settings.answer_bytes:
                raise _GiveUp(f"the answer is larger than {self._settings.answer_bytes:,} bytes")
            if time.monotonic() - began > self._settings.timeout:
                raise _TryAgain("took too long", paid=True)
        return b"".join(parts)

    def _refused(self, response: httpx.Response, data: bytes, ways: Ways) -> None:
        """Say what a status other than 200 means for the run."""
        status, told = response.status_code, self._told(data)
        if status in _FOR_NOW:
            raise _TryAgain(f"the server answered {status}{told}", _wait(response), paid=status >= 500)
        if status in {401, 403}:
            raise ModelError(
                f"The server at {self._shown} does not accept the key ({status}{told}). Set the environment variable "
                "to a key that is valid there."
            )
        if status == 404 or 300 <= status < 400:
            raise ModelError(
                f'There is no model "{self._settings.model}" at {self._shown} ({status}{told}). Check --model and '
                "--endpoint; the latter usually ends in /v1."
            )
        if status in {400, 422}:
            other = ways.without(data)
            if other is not None:
                with self._lock:
                    self._ways = other if self._ways == ways else self._ways
                raise _OtherWay
        if status == 402:
            raise ModelError(f"The server at {self._shown} asks for payment ({status}{told}).")
        raise _GiveUp(f"the server answered {status}{told}")

    def _told(self, data: bytes) -> str:
        """The server's own message, short and without the key."""
        try:
            found = json.loads(data)
            error = found.get("error", found) if isinstance(found, dict) else None
            message = error.get("message") if isinstance(error, dict) else error
        except (ValueError, RecursionError):
            message = None
        if not isinstance(message, str) or not message.strip():
            return ""
        message = self._key.struck_from(message) if self._key else message
        return ": " + " ".join(printable(message).split())[:200]

    def _answer(self, data: bytes, request: Request) -> Answer:
        try:
            completion = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise _TryAgain("the server's answer is not JSON", paid=True) from error
        found = read_completion(completion, request.tokens)
        if found is None:
            raise _TryAgain("the server's answer is no chat completion", paid=True)
        if self._key is None:
            return found
        return found.model_copy(
            update={
                "text": self._key.struck_from(found.text),
                "refusal": self._key.struck_from(found.refusal) if found.refusal else None,
            }
        )


def _wait(response: httpx.Response) -> float | None:
    """Seconds that Retry-After asks to wait, given as a number or a date."""
    asked = response.headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(asked)) if asked[:1].isdigit() else _until(asked, response.headers.get("date", ""))
    except (ValueError, TypeError, OverflowError):
        return None


def _until(asked: str, now: str) -> float:
    """Seconds from the server's own *now* to the date *asked*."""
    return max(0.0, (parsedate_to_datetime(asked) - parsedate_to_datetime(now)).total_seconds())

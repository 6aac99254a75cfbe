"""Getting the answers: from a file, from those that were kept, and else from the server, several at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from dragoman.errors import ModelError
from dragoman.statements.llm.cache import Answer, AnswerCache
from dragoman.statements.llm.client import Client, Failed
from dragoman.statements.llm.request import Request

__all__ = ["Asked", "ask_all"]


@dataclass
class Asked:
    """Answers by the request's key, why others have none, and what this run cost."""

    answers: dict[str, Answer] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    from_cache: int = 0
    from_file: int = 0
    calls: int = 0
    calls_again: int = 0
    tokens_asked: int = 0
    tokens_answered: int = 0
    tokens_asked_before: int = 0
    tokens_answered_before: int = 0
    tokens_failed: int = 0
    estimated: bool = False


def ask_all(
    requests: Sequence[Request],
    *,
    client: Client | None,
    cache: AnswerCache | None,
    given: Mapping[str, Answer] | None = None,
    progress: Callable[[], None] | None = None,
    announce: Callable[[int, int], None] | None = None,
) -> Asked:
    """Answer *requests* as cheaply as can be: *given*, kept in *cache*, or asked of *client*; None asks nobody.

    Every answer is kept as soon as it is there, so that a run which is interrupted goes on where it was.
    *progress* is called for each request that is done with, *announce* before anything is sent, with how many requests
    that will be and how many tokens they ask, estimated.
    """
    asked = Asked()
    left: dict[str, Request] = {}
    for key, request in {request.key: request for request in requests}.items():
        found = (given or {}).get(key)
        kept = cache.find(key) if cache and found is None else None
        if found is not None and cache:
            cache.keep(key, found)
        asked.from_file += found is not None
        asked.from_cache += kept is not None
        there = found or kept
        if there is not None:
            asked.answers[key] = there
            asked.tokens_asked_before += there.asked
            asked.tokens_answered_before += there.answered
            if progress:
                progress()
        else:
            left[key] = request
    if client is None:
        asked.failed = dict.fromkeys(left, "it has no answer yet, and no server was asked")
    elif left:
        if announce:
            announce(len(left), sum(request.tokens for request in left.values()))
        _Run(client, cache, asked, progress).ask(left)
    return asked


class _Run:
    """One run over the requests that are left, within the run's tokens."""

    def __init__(
        self, client: Client, cache: AnswerCache | None, asked: Asked, progress: Callable[[], None] | None
    ) -> None:
        self._client = client
        self._cache = cache
        self._asked = asked
        self._progress = progress
        self._lock = threading.Lock()
        self._reserved = 0

    def ask(self, requests: Mapping[str, Request]) -> None:
        settings = next(iter(requests.values())).settings
        pool = ThreadPoolExecutor(max_workers=settings.in_flight, thread_name_prefix="asking")
        futures: dict[str, Future[Answer | str]] = {key: pool.submit(self._one, r) for key, r in requests.items()}
        try:
            for key, future in futures.items():
                found = future.result()
                if isinstance(found, Answer):
                    self._asked.answers[key] = found
                else:
                    self._asked.failed[key] = found
                if self._progress:
                    self._progress()
        finally:
            self._client.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            calls = self._client.calls
            self._asked.calls, self._asked.calls_again = calls.made, calls.again
            self._asked.tokens_failed = calls.tokens_failed

    def _one(self, request: Request) -> Answer | str:
        """The answer, or why there is none."""
        bound = request.settings.max_tokens
        most = request.tokens + request.settings.answer_tokens
        with self._lock:
            if bound is not None and self._spent + self._reserved + most > bound:
                return f"it might have passed the bound of {bound} tokens"
            self._reserved += most
        found: Answer | Failed | None = None
        try:
            found = self._client.ask(request)
        except ModelError:
            self._client.stop()
            raise
        finally:
            with self._lock:
                self._reserved -= most
                if isinstance(found, Answer):
                    self._count(found)
        if isinstance(found, Failed):
            return found.why
        if self._cache:
            self._cache.keep(request.key, found)
        return found

    @property
    def _spent(self) -> int:
        return self._asked.tokens_asked + self._asked.tokens_answered + self._client.calls.tokens_failed

    def _count(self, found: Answer) -> None:
        self._asked.tokens_asked += found.asked
        self._asked.tokens_answered += found.answered
        self._asked.estimated |= found.counted_by == "estimate"

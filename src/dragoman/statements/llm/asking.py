"""Getting the answers: from a file, from those that were kept, and else from the server, several at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Self

from dragoman.errors import ModelError
from dragoman.statements.llm.cache import Answer, AnswerCache
from dragoman.statements.llm.client import Client, Failed
from dragoman.statements.llm.request import Request

__all__ = ["Asking", "Costs"]


@dataclass
class Costs:
    """Where answers came from, and what this run cost; fields are those of the report."""

    from_cache: int = 0
    from_file: int = 0
    calls: int = 0
    calls_again: int = 0
    tokens_asked: int = 0
    tokens_answered: int = 0
    tokens_asked_before: int = 0
    tokens_answered_before: int = 0
    tokens_failed: int = 0
    tokens_estimated: bool = False


class Asking:
    """Answers to requests, as cheaply as can be: *given*, kept in *cache*, or asked of *client*; None asks nobody.

    What has to be asked is under way from the beginning, as much at a time as the settings allow; :meth:`answer` waits
    for one. Every answer is kept as soon as it is there, so that a run that is interrupted goes on where it was.
    *announce* is called before anything is sent, with how many requests that will be and how many tokens they ask.
    """

    def __init__(
        self,
        requests: Mapping[str, Request],
        *,
        client: Client | None,
        cache: AnswerCache | None,
        given: Mapping[str, Answer] | None = None,
        announce: Callable[[int, int], None] | None = None,
    ) -> None:
        self.costs = Costs()
        self._client = client
        self._cache = cache
        self._there: dict[str, Answer] = {}
        self._coming: dict[str, Future[Answer | str]] = {}
        self._keeping: list[Future[None]] = []
        self._lock = threading.Lock()
        self._reserved = 0
        for key in requests:
            self._look_up(key, given or {})
        left = {key: request for key, request in requests.items() if key not in self._there}
        if client is None or not left:
            self._pool = None
            return
        if announce:
            announce(len(left), sum(request.tokens for request in left.values()))
        in_flight = next(iter(left.values())).settings.in_flight
        self._pool = ThreadPoolExecutor(in_flight, thread_name_prefix="asking")
        self._keeper = ThreadPoolExecutor(1, thread_name_prefix="keeping")
        self._coming = {key: self._pool.submit(self._ask, client, request) for key, request in left.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, problem: type[BaseException] | None, *_: object) -> None:
        """Stop what is under way, and keep what has come."""
        if self._pool is None or self._client is None:
            return
        self._client.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._keeper.shutdown(wait=True)
        calls = self._client.calls
        self.costs.calls, self.costs.calls_again = calls.made, calls.again
        self.costs.tokens_failed = calls.tokens_failed
        if problem is None:
            self._check_kept()

    def answer(self, key: str) -> Answer | str:
        """The answer to the request *key*, or why there is none; waits where it is under way.

        Raises
        ------
        ModelError
            Asking on is of no use.
        OutputError
            The answer cannot be kept.
        """
        if key in self._there:
            return self._there[key]
        if key not in self._coming:
            return "it has no answer yet, and no server was asked"
        found = self._coming[key].result()
        self._check_kept()
        return found

    def _check_kept(self) -> None:
        """Raise what went wrong in keeping answers so far."""
        for kept in [future for future in self._keeping if future.done()]:
            kept.result()

    def _look_up(self, key: str, given: Mapping[str, Answer]) -> None:
        """Take an answer that is there already."""
        answer = given.get(key)
        if answer is not None:
            self.costs.from_file += 1
            if self._cache:
                self._cache.keep(key, answer)
        elif self._cache and (answer := self._cache.find(key)):
            self.costs.from_cache += 1
        if answer is not None:
            self._there[key] = answer
            self.costs.tokens_asked_before += answer.asked
            self.costs.tokens_answered_before += answer.answered

    def _ask(self, client: Client, request: Request) -> Answer | str:
        """The server's answer, or why there is none; runs beside others."""
        bound = request.settings.max_tokens
        most = request.tokens + request.settings.answer_tokens
        with self._lock:
            spent = self.costs.tokens_asked + self.costs.tokens_answered + client.calls.tokens_failed
            if bound is not None and spent + self._reserved + most > bound:
                return f"it might have passed the bound of {bound} tokens"
            self._reserved += most
        found: Answer | Failed | None = None
        try:
            found = client.ask(request)
        except ModelError:
            client.stop()
            raise
        finally:
            with self._lock:
                self._reserved -= most
                if isinstance(found, Answer):
                    self._count(request.key, found)
        return found.why if isinstance(found, Failed) else found

    def _count(self, key: str, answer: Answer) -> None:
        """Add up what *answer* cost, and have it kept while others are asked."""
        self.costs.tokens_asked += answer.asked
        self.costs.tokens_answered += answer.answered
        self.costs.tokens_estimated |= answer.counted_by == "estimate"
        if self._cache:
            self._keeping.append(self._keeper.submit(self._cache.keep, key, answer))

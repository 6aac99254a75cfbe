"""The model's reader: articles in, statements out, with an account of what it took and what was refused."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.articles.article import Article
from dragoman.errors import ModelError
from dragoman.language.parties import Names
from dragoman.plain import printable
from dragoman.statements.llm.account import Account, Part
from dragoman.statements.llm.asking import Asking
from dragoman.statements.llm.batch import load_answers
from dragoman.statements.llm.both import proposals_in, said
from dragoman.statements.llm.building import Builder
from dragoman.statements.llm.cache import Answer, AnswerCache
from dragoman.statements.llm.client import Client
from dragoman.statements.llm.confidence import Confidence
from dragoman.statements.llm.key import Key
from dragoman.statements.llm.prompt import PROMPT_VERSION, instructions, question
from dragoman.statements.llm.report import ModelReport, counted
from dragoman.statements.llm.request import Request
from dragoman.statements.llm.resolving import Parties
from dragoman.statements.llm.settings import ModelSettings, shown_endpoint
from dragoman.statements.llm.windows import windows
from dragoman.statements.statement import Statement

__all__ = ["ModelReader", "ModelReading"]

Proposals = Mapping[str, Sequence[Statement]]


@dataclass(frozen=True)
class ModelReading:
    """The statements that held, article by article in text order, and the account of the run."""

    statements: tuple[Statement, ...]
    report: ModelReport


class ModelReader:
    """Reads with a language model; what it says enters only where the article has the words.

    Parameters
    ----------
    settings : ModelSettings
        Which model, where, within which bounds. Without an endpoint nobody is asked.
    key : Key, optional
        The server's key.
    cache : Path, optional
        Folder where answers are kept; None keeps none.
    answers : Path, optional
        A file of answers, in the place of a server's.
    confidence : Confidence, optional
        How sure statements are; the shipped table if left out.
    announce : callable, optional
        Called before anything is sent, with how many requests that will be and how many tokens they ask, estimated.

    Examples
    --------
    >>> import tempfile, json
    >>> article = Article(id="a1", text="Iran rejected the offer.", source="a1.txt")
    >>> reader = ModelReader(ModelSettings(model="by hand"))
    >>> [request] = reader.requests([article], Names.load())
    >>> item = {"k": "a", "s": 1, "q": "Iran rejected the offer", "h": ["IRN"], "e": "REJECT"}
    >>> made_up = {"k": "a", "s": 1, "q": "Iran accepted the offer", "h": ["IRN"], "e": "AGREE"}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     answers = Path(folder) / "answers.jsonl"
    ...     _ = answers.write_text(json.dumps({"custom_id": request.key, "answer": {"i": [item, made_up]}}))
    ...     reading = ModelReader(ModelSettings(model="by hand"), answers=answers).read([article], Names.load())
    >>> [(s.actor, s.event, s.quote) for s in reading.statements]
    [(('IRN',), 'REJECT', 'Iran rejected the offer')]
    >>> [(refused.quote, refused.why) for refused in reading.report.refused]
    [('Iran accepted the offer', 'comes near words that differ from it in "accepted"')]
    """

    def __init__(
        self,
        settings: ModelSettings,
        *,
        key: Key | None = None,
        cache: Path | None = None,
        answers: Path | None = None,
        confidence: Confidence | None = None,
        announce: Callable[[int, int], None] | None = None,
    ) -> None:
        self._settings = settings
        self._key = key
        self._cache = AnswerCache(cache) if cache else None
        self._answers = answers
        self._confidence = confidence or Confidence.shipped()
        self._announce = announce

    @property
    def rule(self) -> str:
        """What stands as the rule of statements that the model made."""
        return f"llm:{self._settings.model}"

    @property
    def settings(self) -> dict[str, str]:
        """What it reads with, for the record of how statements were made."""
        told = {"reader": "llm", "model": self._settings.model, "prompt": PROMPT_VERSION}
        return told | ({"endpoint": shown_endpoint(self._settings.endpoint)} if self._settings.endpoint else {})

    def requests(self, articles: Iterable[Article], names: Names, proposals: Proposals | None = None) -> list[Request]:
        """What would be asked about *articles*, in order."""
        return [p.request for article in articles for p in self._parts(article, Parties(article, names), proposals)]

    def has_kept(self, request: Request) -> bool:
        """True where the answer to *request* is kept from an earlier run."""
        return self._cache is not None and self._cache.find(request.key) is not None

    def read(
        self,
        articles: Sequence[Article],
        names: Names,
        *,
        proposals: Proposals | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> ModelReading:
        """Read *articles*; with *proposals*, the rules' statements by article, the model judges these as well.

        *progress* is called with how many requests are done and how many there are.

        Raises
        ------
        ModelError
            The server cannot be asked, or not one request has an answer.
        """
        parties = {article.id: Parties(article, names) for article in articles}
        parts = {article.id: self._parts(article, parties[article.id], proposals) for article in articles}
        requests = {part.request.key: part.request for each in parts.values() for part in each}
        account = Account()
        statements: list[Statement] = []
        with contextlib.ExitStack() as open_until_read:
            asking = open_until_read.enter_context(self._asking(requests, account, open_until_read))
            done = itertools.count(1)
            for article in articles:
                builder = Builder(article, parties[article.id], rule=self.rule, confidence=self._confidence)
                shown = {proposal.id for part in parts[article.id] for proposal in part.proposals}
                found = [s for s in (proposals or {}).get(article.id, ()) if s.id not in shown]
                for part in parts[article.id]:
                    found += account.take(builder, article, part, asking.answer(part.request.key))
                    if progress:
                        progress(min(next(done), len(requests)), len(requests))
                statements += _once(sorted(found, key=_place))
        if requests and not account.answers:
            self._complain(len(requests), account)
        endpoint = shown_endpoint(self._settings.endpoint) if self._settings.endpoint else None
        report = account.report(self._settings.model, endpoint, len(requests), asking.costs)
        return ModelReading(tuple(statements), report)

    def _asking(
        self, requests: Mapping[str, Request], account: Account, open_until_read: contextlib.ExitStack
    ) -> Asking:
        given: dict[str, Answer] = {}
        if self._answers:
            given, remarks = load_answers(self._answers, requests)
            account.remarks += remarks
        client = None
        if self._settings.endpoint is not None:
            client = open_until_read.enter_context(Client(self._settings, self._key))
        return Asking(requests, client=client, cache=self._cache, given=given, announce=self._announce)

    def _complain(self, requests: int, account: Account) -> None:
        why = next(one.why for one in account.unread if one.sentence is None)
        more = f"; {account.remarks[0]}" if account.remarks else ""
        model = printable(self._settings.model)
        raise ModelError(f"Not one of {counted(requests, 'request')} to {model} has an answer: {why}{more}.")

    def _parts(self, article: Article, parties: Parties, proposals: Proposals | None) -> list[Part]:
        judging = proposals is not None
        told = instructions([one.id for one in parties.named], judging=judging)
        found = []
        for window in windows(article, self._settings.window):
            shown = proposals_in(window, (proposals or {}).get(article.id, ()))
            lines = [said(n, statement, window) for n, statement in enumerate(shown, 1)]
            asked = question(article, parties, window, lines)
            request = Request(article.id, window.part, self._settings, told, asked, judging)
            found.append(Part(window, request, tuple(shown)))
        return found


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.evidence[0].char_start, statement.evidence[0].span_start, statement.kind


def _once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Each statement once: what was said twice is told by its id."""
    seen: set[str] = set()
    for statement in statements:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement

"""The model's reader: articles in, statements out, with an account of what it took and what was refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.articles.article import Article
from dragoman.errors import ModelError
from dragoman.language.parties import Names
from dragoman.plain import printable
from dragoman.statements.llm.asking import Asked, ask_all
from dragoman.statements.llm.batch import load_answers
from dragoman.statements.llm.both import judged, proposals_in, said
from dragoman.statements.llm.building import Builder, Refused
from dragoman.statements.llm.cache import Answer, AnswerCache
from dragoman.statements.llm.client import Client
from dragoman.statements.llm.confidence import Confidence
from dragoman.statements.llm.key import Key
from dragoman.statements.llm.parsing import Parsed, parse_answer
from dragoman.statements.llm.prompt import PROMPT_VERSION, instructions, question
from dragoman.statements.llm.report import ModelReport, Unread, counted
from dragoman.statements.llm.request import Request
from dragoman.statements.llm.resolving import Parties
from dragoman.statements.llm.settings import ModelSettings, shown_endpoint
from dragoman.statements.llm.windows import Window, windows
from dragoman.statements.statement import Statement

__all__ = ["ModelReader", "ModelReading"]

Proposals = Mapping[str, Sequence[Statement]]


@dataclass(frozen=True)
class ModelReading:
    """The statements that held, article by article in text order, and the account of the run."""

    statements: tuple[Statement, ...]
    report: ModelReport


@dataclass(frozen=True)
class _Part:
    """A window with its request, and the proposals shown with it."""

    window: Window
    request: Request
    proposals: tuple[Statement, ...] = ()


@dataclass
class _Account:
    refused: list[Refused] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    proposed: int = 0
    agreed: int = 0
    corrected: int = 0


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
        account = _Account()
        asked = self._ask(requests, account, progress)
        if requests and not asked.answers:
            why = "; ".join([next(iter(asked.failed.values())), *account.remarks[:1]])
            model = printable(self._settings.model)
            raise ModelError(f"Not one of {counted(len(requests), 'request')} to {model} has an answer: {why}.")
        statements: list[Statement] = []
        for article in articles:
            builder = Builder(article, parties[article.id], rule=self.rule, confidence=self._confidence)
            shown = {proposal.id for part in parts[article.id] for proposal in part.proposals}
            found = [s for s in (proposals or {}).get(article.id, ()) if s.id not in shown]
            for part in parts[article.id]:
                found += self._of_part(builder, article, part, asked, account)
            statements += _once(sorted(found, key=_place))
        return ModelReading(tuple(statements), self._report(len(requests), asked, account))

    def _parts(self, article: Article, parties: Parties, proposals: Proposals | None) -> list[_Part]:
        judging = proposals is not None
        told = instructions([one.id for one in parties.named], judging=judging)
        found = []
        for window in windows(article, self._settings.window):
            shown = proposals_in(window, (proposals or {}).get(article.id, ()))
            lines = [said(n, statement, window) for n, statement in enumerate(shown, 1)]
            asked = question(article, parties, window, lines)
            request = Request(article.id, window.part, self._settings, told, asked, judging)
            found.append(_Part(window, request, tuple(shown)))
        return found

    def _ask(
        self, requests: Mapping[str, Request], account: _Account, progress: Callable[[int, int], None] | None
    ) -> Asked:
        given: dict[str, Answer] = {}
        if self._answers:
            given, remarks = load_answers(self._answers, requests)
            account.remarks += remarks
        steps = iter(range(1, len(requests) + 1))

        def step() -> None:
            if progress:
                progress(next(steps), len(requests))

        ordered = list(requests.values())
        if self._settings.endpoint is None:
            return ask_all(ordered, client=None, cache=self._cache, given=given, progress=step)
        with Client(self._settings, self._key) as client:
            return ask_all(
                ordered, client=client, cache=self._cache, given=given, progress=step, announce=self._announce
            )

    def _of_part(
        self, builder: Builder, article: Article, part: _Part, asked: Asked, account: _Account
    ) -> Sequence[Statement]:
        """The statements of one window; those of the rules alone where there is no answer."""
        account.unread += _kept_back(article, part.window)
        answer = asked.answers.get(part.request.key)
        why = asked.failed.get(part.request.key, "it has no answer") if answer is None else _no_answer(answer)
        if answer is None or why:
            account.unread.append(Unread(article=article.id, part=part.window.part, why=why or ""))
            return part.proposals
        parsed = parse_answer(answer.text)
        if parsed.remark:
            account.remarks.append(f"{article.id}, part {part.window.part}: {parsed.remark}.")
        return self._of_answer(builder, part, parsed, account)

    def _of_answer(self, builder: Builder, part: _Part, parsed: Parsed, account: _Account) -> list[Statement]:
        built: list[tuple[Statement, int | None]] = []
        account.proposed += len(parsed.items)
        for raw in parsed.items:
            made = builder.build(raw, part.window)
            if isinstance(made, Refused):
                account.refused.append(made)
            else:
                built += made
        found = judged(part.proposals, built, agreed=parsed.agreed, rejected=parsed.rejected)
        account.agreed += found.agreed
        account.corrected += found.corrected
        account.struck += found.struck
        return found.statements

    def _report(self, requests: int, asked: Asked, account: _Account) -> ModelReport:
        endpoint = self._settings.endpoint
        return ModelReport(
            model=self._settings.model, endpoint=shown_endpoint(endpoint) if endpoint else None, requests=requests,
            from_cache=asked.from_cache, from_file=asked.from_file, calls=asked.calls, calls_again=asked.calls_again,
            tokens_asked=asked.tokens_asked, tokens_answered=asked.tokens_answered, tokens_failed=asked.tokens_failed,
            tokens_asked_before=asked.tokens_asked_before, tokens_answered_before=asked.tokens_answered_before,
            tokens_estimated=asked.estimated, proposed=account.proposed, agreed=account.agreed,
            corrected=account.corrected, struck=tuple(account.struck), refused=tuple(account.refused),
            unread=tuple(account.unread), remarks=tuple(account.remarks),
        )  # fmt: skip


def _no_answer(answer: Answer) -> str | None:
    """Why an answer holds nothing, where that is so."""
    if answer.refusal and not answer.text.strip():
        return f"the model would not answer ({' '.join(answer.refusal.split())[:120]})"
    return None if answer.text.strip() else "the answer is empty"


def _kept_back(article: Article, window: Window) -> Iterator[Unread]:
    for sentence in window.sentences:
        if sentence.kept_back:
            why = f"it {sentence.kept_back}"
            yield Unread(article=article.id, part=window.part, sentence=sentence.number, why=why)


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.evidence[0].char_start, statement.evidence[0].span_start, statement.kind


def _once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Each statement once: what was said twice is told by its id."""
    seen: set[str] = set()
    for statement in statements:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement

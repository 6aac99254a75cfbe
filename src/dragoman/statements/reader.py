"""The rules' reader: articles in, statements out, each with its words, its rule and how sure that rule is."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline, load_pipeline
from dragoman.statements.actions import Actions
from dragoman.statements.acts import Acts
from dragoman.statements.around import Around
from dragoman.statements.attribution import Attributions
from dragoman.statements.candidates import Candidates, Question
from dragoman.statements.choice import Choice, Slot, shipped_choice
from dragoman.statements.confidence import Calibration, shipped_calibration
from dragoman.statements.positions import Positions
from dragoman.statements.statement import Act, Position, Statement, Tie, View, statement_id
from dragoman.statements.text import ReadText
from dragoman.statements.ties import Ties
from dragoman.statements.tracing import dropped
from dragoman.statements.views import Views
from dragoman.statements.who import Who

__all__ = ["read_article", "read_articles", "read_parsed"]

_YOUNG = 10_000
"""New objects before the collector looks for garbage among them: those of an article or two."""
_LEAST = 0.25
"""What is less sure than this is not told of an article."""
_EVEN = 0.5
"""What is less sure than this may be a view instead."""


def read_articles(
    articles: Iterable[Article],
    *,
    names: Names | None = None,
    pipeline: Pipeline | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Iterator[Statement]:
    """Yield the statements of *articles*, article by article, in text order; memory holds one article at a time.

    *names* are the lists that parties are found by, *pipeline* the parser; both default to what ships
    with the package. *progress* is called after each article.

    >>> article = Article(id="a1", text="France urged Iran to stop enrichment.", source="a1.txt")
    >>> [(s.holder, s.stance, s.doer, s.quote) for s in read_articles([article]) if s.kind == "position"]
    [(('FRA',), 'demand', ('IRN',), 'urged Iran to stop enrichment')]
    """
    names = names or Names.load()
    pipeline = pipeline or load_pipeline()
    for article in articles:
        yield from read_article(article, pipeline, names)
        if progress:
            progress(article)


def read_article(article: Article, pipeline: Pipeline, names: Names) -> list[Statement]:
    """Read one article; statements in text order under ids of their own, none twice."""
    with _collecting_seldom():
        return read_parsed(ReadText.of(article, pipeline, names), calibration=shipped_calibration())


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Have the collector look for garbage article by article, not paragraph by paragraph; what was set comes back."""
    before = gc.get_threshold()
    if before[0]:
        gc.set_threshold(max(before[0], _YOUNG), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def read_parsed(text: ReadText, *, calibration: Calibration | None) -> list[Statement]:
    """Read one article that is parsed already; without *calibration*, rules say for themselves how sure they are."""
    who = Who(text)
    actions = Actions(text, who)
    attributions = Attributions(text, who)
    candidates, choice = Candidates(text, who, actions.unnamed, attributions), shipped_choice()
    doer, target = (partial(_chosen, candidates, choice, slot) for slot in ("doer", "target"))
    deeds: Iterator[Position | Act | Tie] = chain(
        Positions(text, who, actions, attributions).read(doer),
        Acts(text, who, attributions).read(target),
        Ties(text, who, attributions).read(),
    )
    around, cut = candidates.around, candidates.are_of_an_article
    told = _told(deeds, text, around, calibration, cut=cut)
    positions, acts = (_places(told, kind) for kind in ("position", "act"))
    views = Views(text, who, attributions).read(positions, acts)
    return sorted([*told, *_told(views, text, around, calibration, cut=cut)], key=_place)


def _told(
    found: Iterable[Statement], text: ReadText, around: Around, calibration: Calibration | None, *, cut: bool
) -> list[Statement]:
    """Statements under their ids, none twice, as sure as *calibration* has them; with *cut* without the unlikely."""
    told = _surest(sorted(found, key=_place))
    if calibration is None:
        return [one.model_copy(update={"id": key}) for key, one in told.items()]
    sure = [one.model_copy(update={"id": key, "confidence": calibration.of(one, around)}) for key, one in told.items()]
    return [one for one in sure if not _is_unlikely(one, text)] if cut else sure


def _place(one: Statement) -> tuple[int, int, str]:
    """Where a statement stands, for text order."""
    return one.evidence[0].char_start, one.evidence[0].span_start, one.kind


def _places(told: Iterable[Statement], kind: str) -> frozenset[tuple[int, int]]:
    """Where the telling words of statements of a *kind* stand, as far as they are likelier than not."""
    places = (one.evidence[0] for one in told if one.kind == kind and one.confidence >= _EVEN)
    return frozenset((place.span_start, place.span_end) for place in places)


def _is_unlikely(one: Statement, text: ReadText) -> bool:
    """Whether a statement is wrong three times out of four; a text of a few sentences is told whole."""
    if one.confidence >= _LEAST:
        return False
    place = one.evidence[0].span_start
    rule = one.rule if not isinstance(one, Act) else f"{one.event}:{one.rule.partition(':')[2]}"
    word = next((token for token in text.words() if token.idx >= place), None)
    if word is not None:
        dropped(word, rule, "more likely wrong than right by far")
    return True


def _chosen(candidates: Candidates, choice: Choice, slot: Slot, question: Question) -> tuple[str, ...]:
    """Whom *question* means; in a text of a few sentences, which tells too little of its cast, whom the rules say."""
    return choice.best(slot, candidates.of(question)) if candidates.are_of_an_article else question.ruled


def _surest(statements: list[Position | Act | Tie | View]) -> dict[str, Statement]:
    """Statements by their ids; of those that say the same at the same place only the surest."""
    best: dict[str, Statement] = {}
    for statement in statements:
        key = statement_id(statement)
        held = best.get(key)
        if held is None or statement.confidence > held.confidence:
            best[key] = statement
    return best

"""Views: what an article says that somebody believes, fears or judges, and why somebody acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dragoman.statements import mood
from dragoman.statements.attribution import Attributions
from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import View
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.views.calling import by_calling
from dragoman.statements.views.context import Held, ViewContext
from dragoman.statements.views.gerunds import by_gerund
from dragoman.statements.views.motives import AIMS, by_motive
from dragoman.statements.views.reported import TOLD, by_report
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Views"]

Places = frozenset[tuple[int, int]]
Family = Callable[[ViewContext, "Token"], Iterator[Held]]


class Views:
    """Reads the views of one article; what is read as a position already is left to that."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        words = lexicon("views")
        self._ctx = ViewContext(text, who, attributions, words)
        self._at_labels: dict[str, list[Family]] = {label: [by_report] for label in TOLD}
        for label in AIMS:
            self._at_labels.setdefault(label, []).append(by_motive)
        self._at_words: dict[str, list[Family]] = {word: [by_calling] for word in words["calling"]}
        for word in words["gerunds"]:
            self._at_words.setdefault(word, []).append(by_gerund)

    def read(self, positions: Places = frozenset(), acts: Places = frozenset()) -> Iterator[View]:
        """Yield views in text order; what is told in the ranges of *positions* and *acts* is not read twice."""
        told: set[tuple[int, int]] = set()
        for held in self._held():
            place = (held.start, held.end)
            if place in told:
                continue
            if held.rule.startswith("view:") and (other := self._told(held, positions, acts)):
                dropped(held.head, held.rule, f"read as {other}")
                continue
            told.add(place)
            yield from self._view(held)

    def _held(self) -> Iterator[Held]:
        """What each family finds at the words where it may find something."""
        for token in self._ctx.text.words():
            for family in self._at_labels.get(token.dep_, ()):
                yield from family(self._ctx, token)
            for family in self._at_words.get(token.lemma_, ()):
                yield from family(self._ctx, token)

    @staticmethod
    def _told(held: Held, positions: Places, acts: Places) -> str:
        if any(2 * (min(b, held.end) - max(a, held.start)) >= b - a for a, b in positions):
            return "a position"
        return "an act" if any(a <= held.head.idx < b for a, b in acts) else ""

    def _view(self, held: Held) -> Iterator[View]:
        ctx = self._ctx
        evidence = ctx.text.evidence(held.head, held.start, held.end)
        if evidence is None:
            return
        yield View(
            id="",
            evidence=(evidence,),
            holder=held.holder,
            about=held.about,
            about_ids=ctx.about(held),
            proposition=held.words,
            motive=held.motive,
            attribution=ctx.attributions.of(held.head).label,
            negated=mood.is_negated(held.head),
            quoted=ctx.attributions.is_quoted(held.start, held.end),
            modality=ctx.attributions.hedge(held.head),
            confidence=held.sure,
            rule=held.rule,
        )

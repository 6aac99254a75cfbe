"""Views: what an article says that somebody believes, fears or judges, and why somebody acts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.attribution import Attributions
from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import View
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Views"]

_LEADING = {"while", "but", "and", "although", "though", "whereas", "because"}
_NOBODY = {"he", "she", "it", "they", "who", "which", "that", "this", "reporters", "journalists", "one", "others"}
_AIMS = {"advcl", "acl", "obl"}
"""How a purpose hangs on."""
_PLACING = {"in", "at", "on", "by", "to", "for", "with", "of", "from", "as"}


class Views:
    """Reads the views of one article; clauses already read as positions are left to those."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._text = text
        self._who = who
        self._attributions = attributions
        words = lexicon("views")
        self._believing = frozenset(words["believing"])
        self._judging = frozenset(words["judging"])
        self._purpose = tuple(words["purpose"])

    def read(self, taken: frozenset[tuple[int, int]] = frozenset()) -> Iterator[View]:
        """Yield views in text order; *taken* are character ranges of positions, which are not read twice."""
        for token in self._text.words():
            if token.pos_ == "VERB" and (token.lemma_ in self._believing or token.lemma_ in self._judging):
                yield from self._belief(token, taken)
            if token.dep_ in _AIMS:
                yield from self._motive(token)

    def _belief(self, verb: Token, taken: frozenset[tuple[int, int]]) -> Iterator[View]:
        for clause in clauses.children(verb, "ccomp"):
            if verb.lemma_ in self._judging and not any(c.dep_ == "cop" for c in clause.children):
                continue
            speaker = self._attributions.speaker(verb)
            start, end = stretches.phrase(clause)
            if speaker is None or any(start < b and a < end for a, b in taken):
                dropped(verb, f"view:{verb.lemma_}", "read as a position" if speaker else "whose view is not known")
                continue
            holder = speaker.parties or _somebody(speaker.label)
            if not holder:
                dropped(verb, f"view:{verb.lemma_}", "whose view is not known")
                continue
            yield from self._view(clause, start, end, holder, motive=False, rule=f"view:{verb.lemma_}")

    def _motive(self, verb: Token) -> Iterator[View]:
        lead = " ".join(t.lower_ for t in verb.doc[verb.left_edge.i : verb.left_edge.i + 4])
        if not lead.startswith(self._purpose):
            return
        holder = self._who.parties(clauses.subject(verb)) or self._who.parties(clauses.subject(clauses.governor(verb)))
        if holder:
            start, end = stretches.phrase(verb)
            yield from self._view(verb, start, end, holder[:1], motive=True, rule="view:motive")

    def _view(
        self, head: Token, start: int, end: int, holder: tuple[str, ...], *, motive: bool, rule: str
    ) -> Iterator[View]:
        evidence = self._text.evidence(head, start, end)
        if evidence is None:
            return
        about = dict.fromkeys(
            m.party for m in self._text.mentions if start <= m.start and m.end <= end and m.sort not in {"region"}
        )
        words = self._text.article.text[start:end]
        yield View(
            id="",
            evidence=(evidence,),
            holder=holder,
            about_ids=tuple(about),
            proposition=words.removeprefix("that ").strip(' ,"“”'),
            motive=motive,
            attribution=self._attributions.of(head).label,
            negated=mood.is_negated(head),
            quoted=self._attributions.is_quoted(start, end),
            modality=self._attributions.hedge(head),
            confidence=0.5,
            rule=rule,
        )


def _somebody(label: str) -> tuple[str, ...]:
    """The words that name a speaker whom nothing else makes known; none where they name nobody: "she"."""
    words = label.split()
    if words and words[0].lower() in _LEADING:
        words = words[1:]
    nobody = not words or words[0].lower() in _PLACING or words[-1].lower() in _NOBODY
    return () if nobody else (" ".join(words),)

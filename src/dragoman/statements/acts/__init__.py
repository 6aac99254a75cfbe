"""Acts: who did, does, will or would not do what to whom, typed by the PLOVER event types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.statements import clauses
from dragoman.statements.acts.frames import act_words
from dragoman.statements.acts.misread import is_fighting
from dragoman.statements.acts.nouns import NounActs
from dragoman.statements.acts.record import Found, record
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.acts.verbs import VerbActs
from dragoman.statements.acts.visits import read_visit
from dragoman.statements.attribution import Attributions
from dragoman.statements.candidates import Question
from dragoman.statements.statement import Act
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

__all__ = ["Acts"]

_LATELY = 6
"""How many acts back those of the latest are looked at."""


class Acts:
    """Reads the acts of one article."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._who = who
        self._parties = parties = ActParties(text, who)
        self._text = text
        self._attributions = attributions
        self._verbs = VerbActs(parties, attributions)
        self._nouns = NounActs(text, who, parties, attributions)

    def read(self, chosen: Callable[[Question], tuple[str, ...]]) -> Iterator[Act]:
        """Yield acts in text order; *chosen* says to whom they are done where no word does."""
        before: list[Found] = []
        for found in self.found():
            one = replace(found, target=chosen(self.question(found, before))) if found.inferred else found
            if len(one.actor) == 1 and one.target == one.actor and one.word.event != "PROTEST":
                one = replace(one, target=())  # what one does to oneself is done to nobody else
            before.append(found)
            yield from self.record(one)

    def record(self, found: Found) -> Iterator[Act]:
        """Yield the act that *found* is, if it stands in the article."""
        return record(found, self._text, self._attributions)

    @staticmethod
    def question(found: Found, before: Sequence[Found]) -> Question:
        """To whom *found* is done, *before* being what was found so far."""
        return Question(
            word=found.head,
            head=found.head,
            stretch=found.span,
            known=found.actor,
            ruled=found.target,
            inferred=found.inferred,
            about=found.event or found.word.event,
            before=tuple((f.actor, f.target) for f in before[-_LATELY:]),
        )

    def found(self) -> Iterator[Found]:
        """Yield what the rules find, in text order; what a deed did to somebody is told once, by the deed."""
        deeds: dict[int, Found] = {}
        for found in self._each():
            deed = deeds.get(subject.i) if (subject := clauses.subject(found.head)) is not None else None
            if found.head.pos_ == "NOUN":
                deeds[found.head.i] = found
            if deed is not None and deed.actor == found.actor and found.word.event == deed.word.event == "ASSAULT":
                dropped(found.head, f"ASSAULT:{found.head.lemma_}", "told by its subject")
                continue
            yield found

    def _each(self) -> Iterator[Found]:
        announcing = act_words("adjective")
        for token in self._text.words():
            if is_fighting(token):
                yield from self._nouns.read(token)
                continue
            if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"NN", "NNS"}:
                yield from self._verbs.read(token)
            elif token.pos_ in {"NOUN", "PROPN", "VERB"}:
                yield from self._nouns.read(token)
                continue
            if token.lower_ in announcing:
                yield from read_visit(token, self._who, self._parties)

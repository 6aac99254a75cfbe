"""Acts: who did, does, will or would not do what to whom, typed by the PLOVER event types."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.statements.acts.nouns import NounActs
from dragoman.statements.acts.record import Found, record
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.acts.verbs import VerbActs
from dragoman.statements.acts.visits import read_visit
from dragoman.statements.attribution import Attributions
from dragoman.statements.statement import Act
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

__all__ = ["Acts"]


class Acts:
    """Reads the acts of one article."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._who = who
        self._parties = parties = ActParties(text, who)
        self._text = text
        self._attributions = attributions
        self._verbs = VerbActs(parties, attributions)
        self._nouns = NounActs(text, who, parties, attributions)

    def read(self) -> Iterator[Act]:
        """Yield acts in text order."""
        for found in self._found():
            yield from record(found, self._text, self._attributions)

    def _found(self) -> Iterator[Found]:
        for token in self._text.words():
            if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"NN", "NNS"}:
                yield from self._verbs.read(token)
                yield from read_visit(token, self._who, self._parties)
            elif token.pos_ in {"NOUN", "PROPN", "VERB"}:
                yield from self._nouns.read(token)
            else:
                yield from read_visit(token, self._who, self._parties)

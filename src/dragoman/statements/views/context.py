"""What the families of views share: the article, who is who, whose a view is and whom it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.statements.attribution import Attribution, Attributions
from dragoman.statements.cast import party_of
from dragoman.statements.forum import convener
from dragoman.statements.lexicon import lexicon
from dragoman.statements.text import ReadText
from dragoman.statements.transcripts import labels
from dragoman.statements.views.experts import named
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.language.tree import Token

__all__ = ["Held", "ViewContext"]


@dataclass(frozen=True)
class Held:
    """A view on the way to becoming a statement: its words in the text, and in which words it is told."""

    head: Token
    start: int
    end: int
    holder: tuple[str, ...]
    words: str
    rule: str
    sure: float
    motive: bool = False
    about: str | None = None
    """What was done, where this is why."""
    thing: Token | None = None
    """What the view is about where that stands outside its words."""


class ViewContext:
    """One article for the families of views."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions, words: Mapping[str, Any]) -> None:
        self.text = text
        self.who = who
        self.attributions = attributions
        self.words = words
        self.aiming = frozenset(purpose.split()[0] for purpose in words["purpose"])
        """With which words a purpose begins."""
        self._labels = labels(text.article.text)
        nouns = lexicon("nouns")
        self._people = frozenset([*nouns["people"], *nouns["insiders"], *nouns["groups"]])

    def between(self, start: int, end: int) -> str:
        """The words of a range, without quotation marks around them, nor the label of a turn of speech before them."""
        start = next((stop for first, stop in self._labels if first <= start < stop), start)
        return self.text.article.text[start:end].removeprefix("that ").strip(' ,"“”')

    def holders(self, token: Token | None) -> list[tuple[str, ...]]:
        """Whose view *token* stands for, coordinated holders each; an expert by the words that name him."""
        if token is None:
            return []
        found = [self._known_as(ids) for ids in self.who.each(token)]
        name = "" if found else named(token, self._people, self.text.article.text)
        return [*found, *([(name,)] if name else [])]

    def of_speaker(self, speaker: Attribution) -> tuple[str, ...]:
        """The parties that say so, or the words that name somebody whom nothing else makes known."""
        if speaker.parties:
            return self._known_as(speaker.parties)
        name = named(speaker.agent, self._people, self.text.article.text) if speaker.agent is not None else ""
        return (name,) if name else ()

    def _known_as(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """An expert under the own name, not that of the institute that no list has: the view is not the institute's."""
        return tuple(one.partition(":")[2] if ":" in one and not self._is_known(one) else one for one in ids)

    def about(self, held: Held) -> tuple[str, ...]:
        """The parties a view is about: those its words name; where they name no other, whose affair it is too."""
        beside = [p for t in (held.thing.subtree if held.thing is not None else ()) for p in self.who.parties(t)]
        inside = self._parties(held.start, held.end, held.head)
        own = {party_of(p) for p in held.holder}
        found = dict.fromkeys(p for p in [*beside, *inside] if self._is_known(p))
        if any(party_of(party) not in own for party in found):
            return tuple(found)
        return tuple(dict.fromkeys([*found, *self._affair()]))

    def _affair(self) -> tuple[str, ...]:
        """Whose affair an article tells of: of all who take part in talks of many, else of its two sides."""
        many = self.who.collective
        return (*convener(self.who.cast, many), *many) if many else self.who.cast.sides() or self.who.cast.commonest(2)

    def _is_known(self, party: str) -> bool:
        return self.text.names.sort_of(party_of(party)) is not None

    def _parties(self, start: int, end: int, head: Token) -> list[str]:
        named = [m.party for m in self.text.mentions if start <= m.start and m.end <= end and m.sort != "region"]
        meant = [
            p
            for token in self.text.beside(head)
            if start <= token.idx < end and token.pos_ in {"NOUN", "PRON", "PROPN"}
            for p in self.who.parties(token)
        ]
        return [*named, *meant]

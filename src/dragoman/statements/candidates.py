"""Who could be meant where nobody is named: what the article offers, each with what speaks for or against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.around import Around
from dragoman.statements.attribution import Attributions
from dragoman.statements.cast import party_of
from dragoman.statements.speaking_for import Asked, SpeakingFor
from dragoman.statements.text import ReadText
from dragoman.statements.unnamed import Unnamed
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.parties import Mention
    from dragoman.language.tree import Token

__all__ = ["Candidate", "Candidates", "Question"]

Parties = tuple[str, ...]

_NAMING = {"PROPN", "NOUN", "PRON", "ADJ", "NUM"}
_NEAR = 3
"""How many parties to either side of a word, and how many mentions before its sentence, are looked at."""
_STANCES = frozenset({"support", "oppose", "demand", "offer", "refuse", "promise"})
_HIS_OWN = frozenset({"offer", "refuse", "promise"})
"""Stances on what the holder would do himself."""
_CONDEMNING = frozenset(
    {
        "condemn", "denounce", "criticise", "criticize", "deplore", "decry", "slam", "blast", "protest", "lambast",
        "berate", "call", "describe", "brand", "label", "deem",
    }
)  # fmt: skip
_SENTENCES = 6
"""From how many sentences on a text is an article, and not a line or two of one."""


@dataclass(frozen=True)
class Question:
    """Who would do something, or whom it is done to, where the words do not say.

    ``known`` is who stands on the other side of it: the holder of a position, the actor of an act. ``ruled`` is whom
    the rules would take; ``before`` are known and found parties of the statements read shortly before, latest last.
    """

    word: Token
    head: Token
    stretch: tuple[int, int]
    known: Parties
    ruled: Parties
    inferred: bool
    about: str
    """Its stance or its event."""
    conditional: bool = False
    waited_for: bool = False
    """Whether somebody else must do it first, by a condition that the holder sets."""
    recipient: Parties = ()
    before: tuple[tuple[Parties, Parties], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """Parties that could be meant, and the names of what is true of them."""

    parties: Parties
    features: frozenset[str]


class Candidates:
    """Finds who could be meant in one article."""

    def __init__(self, text: ReadText, who: Who, unnamed: Unnamed, attributions: Attributions) -> None:
        self._text = text
        self._who = who
        self._unnamed = unnamed
        self._attributions = attributions
        self.are_of_an_article = len(text.sentences) >= _SENTENCES
        self.around = Around(text, who.cast)
        self._features = SpeakingFor(self.around, who.cast, is_forum=bool(unnamed.everyone))
        self._known: dict[Parties, Parties] = {}
        self._mentions = [m for m in text.mentions if m.sort not in {"region", "agency"}]

    def of(self, question: Question) -> list[Candidate]:
        """Everybody that *question* could mean, nobody included, in a fixed order."""
        speaker = self._states(self._attributions.of(question.word).parties)
        found: dict[Parties, set[str]] = defaultdict(set)
        for parties, origin in self._origins(question, speaker):
            if parties or origin in {"ruled", "nobody"}:
                found[self._states(parties)].add(origin)
        if barred := self._barred(question):
            found = {parties: told for parties, told in found.items() if not (parties and barred(frozenset(parties)))}
        asked = Asked(
            known=self._states(question.known),
            speaker=speaker,
            about=question.about,
            inferred=question.inferred,
            conditional=question.conditional,
            is_ruled=bool(question.ruled),
        )
        return [Candidate(parties, self._features.of(parties, origins, asked)) for parties, origins in found.items()]

    def _barred(self, question: Question) -> Callable[[frozenset[str]], bool] | None:
        """Who can be no answer: the holder, of what he condemns or what would be done to him; one of two that act."""
        known = frozenset(self._states(question.known))
        if question.about not in _STANCES:
            return known.__gt__ if len(known) > 1 else None
        if question.about in _HIS_OWN or not known:
            return None
        if question.waited_for or (question.about == "oppose" and question.word.lemma_ in _CONDEMNING):
            return known.__ge__
        suffered = (self._states(self._who.parties(thing)) for thing in clauses.objects(question.head))
        return known.__ge__ if any(known == {*parties} for parties in suffered) else None

    def _states(self, parties: Parties) -> Parties:
        """The parties behind *parties*, persons counted as theirs."""
        known = self._known.get(parties)
        if known is None:
            known = self._known[parties] = tuple(dict.fromkeys(map(party_of, parties)))
        return known

    def _origins(self, question: Question, speaker: Parties) -> Iterable[tuple[Parties, str]]:
        """Parties with where they come from: the rules, the sides of the article, the sentence, what went before."""
        known, unnamed = self._states(question.known), self._unnamed
        yield from ((question.ruled, "ruled"), (known, "known"), ((), "nobody"), (question.recipient, "recipient"))
        yield unnamed.opponent(known), "opponent"
        yield unnamed.opponent(self._states(question.ruled)), "opponent of the ruled"
        yield unnamed.between(), "between"
        yield unnamed.others(known), "others"
        yield unnamed.by_thing(question.head, known), "by thing"
        yield unnamed.government(known), "government"
        yield unnamed.bloc(known), "bloc"
        yield unnamed.everyone, "everyone"
        yield speaker, "speaker"
        for back, (one, other) in enumerate(reversed(question.before)):
            yield from ((one, "known before"), (one, f"known before {min(back, 2)}"))
            yield from ((other, "found before"), (other, f"found before {min(back, 2)}"))
        yield from self._of_sentence(question)
        yield from self._of_sentence_before(question)
        for rank, party in enumerate(self._who.cast.order[:4]):
            yield (party,), f"commonest {rank}"
        yield self._who.parties(clauses.subject(question.head)), "subject of the action"
        yield self._who.parties(clauses.subject(question.word)), "subject"

    def _of_sentence(self, question: Question) -> Iterable[tuple[Parties, str]]:
        word, (start, end) = question.word, question.stretch
        left: list[Parties] = []
        right: list[Parties] = []
        for token in self._text.beside(word):
            if token.pos_ not in _NAMING or not (parties := self._who.parties(token)):
                continue
            (left if token.i < word.i else right).append(parties)
            where = ["in sentence", "earlier" if token.i < word.i else "later"]
            where += ["inside"] if start <= token.idx < end else []
            for origin in where:
                yield parties, origin
            for one in self._who.each(token) if len(parties) > 1 else ():
                if one != parties:
                    yield from ((one, origin) for origin in (*where, "member"))
        yield from ((parties, f"left {k}") for k, parties in enumerate(reversed(left[-_NEAR:])))
        yield from ((parties, f"right {k}") for k, parties in enumerate(right[:_NEAR]))

    def _of_sentence_before(self, question: Question) -> Iterable[tuple[Parties, str]]:
        sentence = self._text.sentence(question.word)
        start = sentence[0] if sentence else 0
        for back, mention in enumerate(_last(self._mentions, start)):
            yield (mention.party,), f"mentioned before {min(back, 2)}"
        for token in self._text.beside(question.word, back=1):
            if token.dep_ in {"nsubj", "nsubj:pass"}:
                yield self._who.parties(token), "subject before"


def _last(mentions: Sequence[Mention], start: int) -> Iterable[Mention]:
    """The mentions right before *start*, nearest first."""
    before = [mention for mention in mentions if mention.start < start]
    return reversed(before[-(_NEAR + 1) :])

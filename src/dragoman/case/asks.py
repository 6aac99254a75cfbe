"""Positions taken apart for drafting: who asks what of whom, on which terms, how firmly."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.case.ask import Ask, Mention
from dragoman.case.pointing import joined, settled
from dragoman.ledger.thesaurus import Meaning, Thesaurus
from dragoman.ledger.voices import Voice, Voices
from dragoman.statements.statement import Position, Tie

__all__ = ["FIRMNESS", "asks_of", "within"]

FIRMNESS = {"refuse": 4.0, "demand": 3.0, "oppose": 3.0, "offer": 2.5, "support": 2.0, "promise": 2.0}
"""How firmly each stance is held, on a scale of the drafting's own; conditions and counts add to it."""

_OWN = frozenset({"refuse", "offer", "promise"})
_OTHERS = frozenset({"oppose"})
_MEMBERS_MOVE = frozenset({"UN", "international community"})
_UNSPOKEN = re.compile(r"\bonly (?:after|if|when|once|in return|in exchange)\b|\bfor the sake of\b")
_NAMED = 1.1
_PARTS = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def asks_of(
    positions: Sequence[Position],
    ties: Iterable[Tie],
    *,
    voices: Voices,
    thesaurus: Thesaurus,
    dates: Mapping[str, dt.date],
) -> tuple[Ask, ...]:
    """Return what each holder of each position asks, offers or refuses; sources and nobody's actions left out.

    Several holders multiply out. Of several doers the United Nations drop out beside states, through which alone they
    move here; doers who are not among the recipients act jointly, the one most often named first. What is asked of
    nobody by name, or of oneself, is asked of those who are asked elsewhere; to lift sanctions, of those who impose
    them (*ties*).
    """
    reader = _Reader(positions, ties, voices=voices, thesaurus=thesaurus, dates=dates)
    asks = [
        ask
        for position in positions
        if position.polarity == "positive"
        for holder in dict.fromkeys(position.holder)
        for ask in reader.ask(position, holder)
    ]
    return tuple(joined(tuple(_as_one(settled(asks), voices, thesaurus)), thesaurus))


def _as_one(asks: Iterable[Ask], voices: Voices, thesaurus: Thesaurus) -> Iterator[Ask]:
    """Take a member's own step on what its bloc does as one for the bloc's step, where that is spoken of too.

    Not so where others ask it of this member by name: then it is the member that has to be won.
    """
    found = list(asks)
    shared = {topic for topic, said in thesaurus.topics.items() if said.shared}
    blocs: dict[tuple[str, str], str] = {}
    for mention in (mention for ask in found for mention in ask.mentions):
        topic = mention.meaning.topic
        if topic in shared:
            for member in voices.names.members(mention.doer):
                blocs.setdefault((member, topic), mention.doer)

    asked = {
        (mention.doer, mention.meaning.topic) for ask in found for mention in ask.mentions if ask.holder != mention.doer
    }
    blocs = {step: bloc for step, bloc in blocs.items() if step not in asked}

    def whose(mention: Mention) -> Mention:
        bloc = blocs.get((mention.doer, mention.meaning.topic or ""))
        return replace(mention, doer=bloc) if bloc else mention

    for ask in found:
        mentions = tuple(dict.fromkeys(map(whose, ask.mentions)))
        yield ask if mentions == ask.mentions else replace(ask, mentions=mentions)


def within(position: Position, voice: Voice, voices: Voices) -> bool:
    """Say whether *voice* only speaks against its own side: one person of a party on what another should do."""
    doers = [voices.voice(identity) for identity in position.doer]
    return bool(
        voice.person
        and position.stance in {"demand", "oppose"}
        and doers
        and all(doer and doer.party == voice.party and doer.person not in {None, voice.person} for doer in doers)
    )


class _Reader:
    def __init__(
        self,
        positions: Sequence[Position],
        ties: Iterable[Tie],
        *,
        voices: Voices,
        thesaurus: Thesaurus,
        dates: Mapping[str, dt.date],
    ) -> None:
        self.voices = voices
        self.thesaurus = thesaurus
        self.dates = dates
        self.busy = Counter(party for position in positions for party in voices.parties(position.doer))
        self.able: dict[str, Counter[str]] = defaultdict(Counter)
        for position in positions:
            topic = thesaurus.meaning(position.deed).topic
            for party in _without_members(voices.parties(position.doer)) if topic else ():
                self.able[topic or ""][party] += 1
        for tie in ties:
            if tie.relation == "sanctions" and not (tie.time or "").startswith("past"):
                for party in _without_members(voices.parties(tie.from_)):
                    self.able["sanctions"][party] += 1

    def ask(self, position: Position, identity: str) -> Iterator[Ask]:
        voice = self.voices.voice(identity)
        doers, helpers = self._acting(position, voice.party) if voice else ((), ())
        if voice is None or not doers or within(position, voice, self.voices):
            return
        article = position.evidence[0].article
        holder = self._in_whose_name(position, voice.party, doers)
        terms = self._terms(position, holder, price=position.stance in _OWN and doers == (holder,))
        yield Ask(
            statement=position.id,
            holder=holder,
            stance=position.stance,
            mentions=self._mentions(position, holder, doers),
            condition=position.condition.type if position.condition else None,
            terms=terms,
            weight=FIRMNESS[position.stance] * position.confidence * (_NAMED if voice.person else 1.0),
            day=self.dates[article].toordinal() if article in self.dates else 0,
            deadline=position.deadline,
            helpers=helpers,
            said=len(position.evidence),
        )

    def _who_could(self, action: str, holder: str, recipients: tuple[str, ...]) -> tuple[str, ...]:
        """Name who would do what is asked of nobody by name: who does, or is asked for, the like elsewhere."""
        counts = self.able.get(self.thesaurus.meaning(action).topic or "", Counter())
        able = [party for party in counts if party not in {holder, *recipients}]
        return (min(able, key=lambda party: (-counts[party], party)),) if able else ()

    def _in_whose_name(self, position: Position, holder: str, doers: tuple[str, ...]) -> str:
        """Take what a bloc offers of one of its members' doing as that member's offer."""
        given = position.stance in {"offer", "promise"} and holder not in doers
        return doers[0] if given and doers[0] in self.voices.names.members(holder) else holder

    def _mentions(self, position: Position, holder: str, doers: tuple[str, ...]) -> tuple[Mention, ...]:
        meaning, issue = self.thesaurus.meaning(position.deed), position.issue
        if meaning.level is None and position.degree is not None:
            meaning = replace(meaning, level=position.degree)
        topic = self.thesaurus.topics.get(meaning.topic or "")
        if meaning.bare and topic is not None and position.stance in {"support", "oppose"}:
            meaning = replace(meaning, direction=1)
        if position.condition is None and _UNSPOKEN.search(position.action):
            meaning, issue = replace(meaning, vague=True, topic=None), None
        recipients, place = self.voices.parties(position.recipient), _place(position)
        return tuple(
            Mention(position.id, holder, doer, position.deed, meaning, issue, place, recipients, position.stance)
            for doer in doers
        )

    def _terms(self, position: Position, holder: str, *, price: bool) -> tuple[Mention, ...]:
        condition = position.condition
        if condition is None or not condition.action:
            return ()
        doers = _without_members(self.voices.parties(condition.doer))
        if not condition.doer:
            doers = self._who_could(condition.action, holder, ())
        return tuple(
            Mention(position.id, holder, doer, phrase, meaning, None, _place(position), term=True, price=price)
            for doer in doers
            for phrase, meaning in _conjuncts(condition.action, self.thesaurus)
        )

    def _acting(self, position: Position, holder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who acts for itself, and who helps the first of them where they act as one side."""
        doers = _without_members(self.voices.parties(position.doer))
        if not position.doer or (position.stance in _OTHERS and doers == (holder,)):
            could = self._who_could(position.deed, holder, self.voices.parties(position.recipient))
            doers = could or doers
        if len(doers) < 2:
            return doers, ()
        if position.stance in _OWN and holder in doers:
            return (holder,), ()
        if position.stance == "demand":
            doers = tuple(doer for doer in doers if doer != holder)
        joint = position.recipient and not set(self.voices.parties(position.recipient)) & set(doers)
        if len(doers) < 2 or not joint:
            return doers, ()
        lead = max(doers, key=lambda doer: (self.busy[doer], -doers.index(doer)))
        return (lead,), tuple(doer for doer in doers if doer != lead)


def _without_members(doers: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the United Nations beside others, through which alone they move here."""
    return tuple(doer for doer in doers if doer not in _MEMBERS_MOVE) or doers


def _place(position: Position) -> tuple[str, int]:
    return position.evidence[0].article, position.evidence[0].char_start


def _conjuncts(phrase: str, thesaurus: Thesaurus) -> list[tuple[str, Meaning]]:
    """Split terms that name several actions: "close the sites and admit inspectors"; by topic, else not at all."""
    parts = [part.strip() for part in _PARTS.split(phrase) if part.strip()]
    meanings = [(part, thesaurus.meaning(part)) for part in parts]
    if len({said.topic for _, said in meanings if said.topic}) < 2:
        return [(phrase, thesaurus.meaning(phrase))]
    level = thesaurus.meaning(phrase).level
    return [(part, replace(said, level=said.level or level)) for part, said in meanings]

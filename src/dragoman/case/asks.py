"""Positions taken apart for drafting: who asks what of whom, on which terms, how firmly."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.ledger.thesaurus import Meaning, Thesaurus
from dragoman.ledger.voices import Voice, Voices
from dragoman.statements.statement import Position, Tie

__all__ = ["FIRMNESS", "Ask", "Mention", "asks_of", "within"]

FIRMNESS = {"refuse": 4.0, "demand": 3.0, "oppose": 3.0, "offer": 2.5, "support": 2.0, "promise": 2.0}
"""How firmly each stance is held, on a scale of the drafting's own; conditions and counts add to it."""

_OWN = frozenset({"refuse", "offer", "promise"})
_MEMBERS_MOVE = frozenset({"UN", "international community"})
_UNSPOKEN = re.compile(r"\bonly (?:after|if|when|once|in return|in exchange)\b|\bfor the sake of\b")
_NAMED = 1.1
_PARTS = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


@dataclass(frozen=True)
class Mention:
    """One action of one doer, as one statement names it."""

    statement: str
    holder: str
    doer: str
    phrase: str
    meaning: Meaning
    issue: str | None
    place: tuple[str, int]
    recipients: tuple[str, ...] = ()
    stance: str = "demand"
    term: bool = False


@dataclass(frozen=True)
class Ask:
    """One holder's stance on one action, with the terms it hangs on.

    ``mentions`` hold the action, one for each doer; ``terms`` what fulfils the condition. ``joint`` says that several
    doers act as one side, so that the first stands for all. ``weight`` is firmness times how sure the reading is;
    ``said`` in how many places it is said.
    """

    statement: str
    holder: str
    stance: str
    mentions: tuple[Mention, ...]
    condition: str | None = None
    terms: tuple[Mention, ...] = ()
    weight: float = 1.0
    day: int = 0
    deadline: str | None = None
    helpers: tuple[str, ...] = ()
    said: int = 1

    @property
    def doers(self) -> tuple[str, ...]:
        """The parties that would act."""
        return tuple(dict.fromkeys(mention.doer for mention in self.mentions))

    @property
    def own(self) -> bool:
        """Whether the holder alone would act."""
        return self.doers == (self.holder,)


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
    nobody by name is asked of those who are asked elsewhere; to lift sanctions, of those who impose them (*ties*).
    """
    reader = _Reader(positions, ties, voices=voices, thesaurus=thesaurus, dates=dates)
    asks = [
        ask
        for position in positions
        if position.polarity == "positive"
        for holder in dict.fromkeys(position.holder)
        for ask in reader.ask(position, holder)
    ]
    return tuple(_joined(tuple(_settled(asks)), thesaurus))


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
            topic = thesaurus.meaning(position.action).topic
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
        terms = self._terms(position, holder)
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
        meaning, issue = self.thesaurus.meaning(position.action), position.issue
        if meaning.level is None and position.degree is not None:
            meaning = replace(meaning, level=position.degree)
        if position.condition is None and _UNSPOKEN.search(position.action):
            meaning, issue = replace(meaning, vague=True, topic=None), None
        recipients, place = self.voices.parties(position.recipient), _place(position)
        return tuple(
            Mention(position.id, holder, doer, position.action, meaning, issue, place, recipients, position.stance)
            for doer in doers
        )

    def _terms(self, position: Position, holder: str) -> tuple[Mention, ...]:
        condition = position.condition
        if condition is None or not condition.action:
            return ()
        doers = _without_members(self.voices.parties(condition.doer))
        if not condition.doer:
            doers = self._who_could(condition.action, holder, ())
        return tuple(
            Mention(position.id, holder, doer, phrase, meaning, None, _place(position), term=True)
            for doer in doers
            for phrase, meaning in _conjuncts(condition.action, self.thesaurus)
        )

    def _acting(self, position: Position, holder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who acts for itself, and who helps the first of them where they act as one side."""
        doers = _without_members(self.voices.parties(position.doer))
        if not position.doer:
            doers = self._who_could(position.action, holder, self.voices.parties(position.recipient))
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


def _settled(asks: Sequence[Ask]) -> Iterator[Ask]:
    """Give actions that only point at others the topic they point at.

    "Make up its mind" means what the same holder asks of the same doer under the same issue; "accept the demand" what
    anybody asks of it under the issue, or else what the recipient asks. "Complete closure" means what the same sentence
    asks of the same doer, and "the agreed steps" of terms what that doer offers.
    """
    by_issue: dict[tuple[str, str, str], Counter[tuple[str, int]]] = defaultdict(Counter)
    by_place: dict[tuple[str, tuple[str, int]], Counter[tuple[str, int]]] = defaultdict(Counter)
    asked: dict[tuple[str, str], Counter[tuple[str, int]]] = defaultdict(Counter)
    offered: dict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    for ask in asks:
        for mention in ask.mentions:
            if not mention.meaning.topic:
                continue
            topic = (mention.meaning.topic, mention.meaning.direction)
            by_issue[mention.doer, mention.issue or "", ""][topic] += 1
            by_place[mention.doer, mention.place][topic] += 1
            if ask.stance in {"demand", "support"}:
                by_issue[mention.doer, mention.issue or "", ask.holder][topic] += 1
                asked[mention.doer, ask.holder][topic] += 1
            elif ask.own and ask.stance in {"offer", "promise"}:
                offered[mention.doer][topic] += 1
    for ask in asks:
        mentions = tuple(_pointed(mention, by_issue, by_place, asked) for mention in ask.mentions)
        terms = tuple(_termed(mention, by_place, offered) for mention in ask.terms)
        yield replace(ask, mentions=mentions, terms=terms)


def _joined(asks: Sequence[Ask], thesaurus: Thesaurus) -> Iterator[Ask]:
    """Let a topic that is like another join it where the same doer is asked for that, too."""
    asked = {(mention.doer, mention.meaning.topic) for ask in asks for mention in (*ask.mentions, *ask.terms)}

    def joined(mention: Mention) -> Mention:
        topic = thesaurus.topics.get(mention.meaning.topic or "")
        if topic is None or topic.like is None or (mention.doer, topic.like) not in asked:
            return mention
        other = thesaurus.topics[topic.like]
        direction = mention.meaning.direction * topic.usual * other.usual
        return replace(mention, meaning=replace(mention.meaning, topic=other.id, direction=direction))

    for ask in asks:
        yield replace(ask, mentions=tuple(map(joined, ask.mentions)), terms=tuple(map(joined, ask.terms)))


def _pointed(
    mention: Mention,
    by_issue: Mapping[tuple[str, str, str], Counter[tuple[str, int]]],
    by_place: Mapping[tuple[str, tuple[str, int]], Counter[tuple[str, int]]],
    asked: Mapping[tuple[str, str], Counter[tuple[str, int]]],
) -> Mention:
    meaning = mention.meaning
    if meaning.elliptic and meaning.topic is None and by_place.get((mention.doer, mention.place)):
        topic, direction = _first(by_place[mention.doer, mention.place])
        return replace(mention, meaning=replace(meaning, topic=topic, direction=direction, vague=False))
    if not (meaning.vague or meaning.takes_up) or (meaning.vague and mention.stance in _OWN):
        return mention
    whose = "" if meaning.takes_up else mention.holder
    known = by_issue.get((mention.doer, mention.issue, whose)) if mention.issue else None
    if not known and meaning.takes_up and mention.recipients:
        known = asked.get((mention.doer, mention.recipients[0]))
    if not known:
        return mention
    topic, direction = _first(known)
    turned = -1 if meaning.takes_up < 0 else 1
    return replace(
        mention, meaning=replace(meaning, topic=topic, direction=direction * turned, vague=False, level=None)
    )


def _termed(
    mention: Mention,
    by_place: Mapping[tuple[str, tuple[str, int]], Counter[tuple[str, int]]],
    offered: Mapping[str, Counter[tuple[str, int]]],
) -> Mention:
    meaning = mention.meaning
    known = by_place.get((mention.doer, mention.place)) if meaning.elliptic else None
    if not known and meaning.vague:
        known = offered.get(mention.doer)
    if meaning.topic or not known:
        return mention
    topic, direction = _first(known)
    return replace(mention, meaning=replace(meaning, topic=topic, direction=direction, vague=False))


def _first(counts: Counter[tuple[str, int]]) -> tuple[str, int]:
    return min(counts, key=lambda topic: (-counts[topic], topic))

"""Moves: what one doer could do, gathered from all the ways in which it is said, with its levels and its direction."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dragoman.case.ask import Ask, Mention
from dragoman.ledger.thesaurus import Thesaurus

__all__ = ["Level", "Move", "gather"]

Level = Literal["full", "partial"]

_SHARED = 0.5
_SHARED_WORDS = 2
_MOSTLY = 0.6
_ALONE = 0.5
_TERM = 0.6
_CONTESTED = 4.0
_EXCHANGE = 1.5
_ANOTHER_HOLDER = 1.5
_TOWARDS = frozenset({"promise", "offer", "refuse"})
_FOR = frozenset({"demand", "support", "offer", "promise"})


@dataclass(frozen=True, eq=False)
class Move:
    """One course of action of one doer, as one or two options: in part and in full, where somebody tells them apart.

    ``direction`` is the one of its mentions' directions that the option stands for; a mention of the other
    direction speaks of not taking it. ``bundled`` are actions that are only ever asked together with it.
    """

    doer: str
    topic: str | None
    direction: int
    mentions: tuple[Mention, ...]
    asks: tuple[Ask, ...]
    levels: tuple[Level, ...]
    importance: float
    bundled: frozenset[Mention] = frozenset()
    options: dict[Level | None, str] = field(default_factory=dict)

    def relative(self, mention: Mention) -> int:
        """Return 1 where *mention* speaks of taking the option, -1 where of not taking it."""
        return 1 if mention in self.bundled else mention.meaning.direction * self.direction

    @property
    def phrases(self) -> tuple[str, ...]:
        """The ways in which it is said, most often first, as taking it."""
        meant = [mention for mention in self.mentions if self.relative(mention) > 0]
        said = Counter(mention.phrase for mention in [m for m in meant if not m.term] or meant)
        return tuple(sorted(said, key=lambda phrase: (-said[phrase], len(phrase), phrase)))

    @property
    def wanted_by_others(self) -> tuple[Ask, ...]:
        """The asks of other parties that it be taken, terms of theirs included; not what all would do together."""
        named = {mention.statement for mention in self.mentions if mention.term and mention.holder != self.doer}
        return tuple(
            ask
            for ask in self.asks
            if ask.holder not in {self.doer, *(ask.doers if len(ask.doers) > 1 else ())}
            and (ask.stance in _FOR or ask.statement in named)
            and self.favours(ask)
        )

    @property
    def asked_by_others(self) -> bool:
        """Whether another party asks for it, by itself or as a term."""
        termed = any(mention.term and mention.holder != self.doer for mention in self.mentions)
        return termed or bool(self.wanted_by_others)

    @property
    def bargained_for(self) -> bool:
        """Whether another party would give, or holds back, something of its own for it."""
        return any(mention.price and mention.holder != self.doer for mention in self.mentions)

    def favours(self, ask: Ask) -> bool:
        """Say whether *ask*, one of this move's, is for taking it."""
        sign = next((self.relative(mention) for mention in ask.mentions if mention in self.mentions), 1)
        return sign * (1 if ask.stance in _FOR else -1) > 0

    @property
    def contested(self) -> bool:
        """Whether some are for it and some against."""
        return len({self.favours(ask) for ask in self.asks}) > 1

    @property
    def irreversible(self) -> bool:
        """Whether most of its mentions speak of what cannot be undone."""
        return 2 * sum(mention.meaning.irreversible for mention in self.mentions) > len(self.mentions)

    @property
    def interested(self) -> tuple[str, ...]:
        """The parties other than the doer that it matters to: who takes a stance on it, is promised it or joins in."""
        payers = [m.holder for m in self.mentions if m.price and m.holder != self.doer]
        return tuple(dict.fromkeys((*_interested(self.doer, self.asks), *payers)))


def gather(asks: Sequence[Ask], thesaurus: Thesaurus) -> tuple[tuple[Move, ...], dict[Mention, Move]]:
    """Return the moves that *asks* speak of, most important first, and the move of each mention.

    Actions of one doer are one move where they share a topic, or, without a topic, at least half of the content words
    of the shorter, two at least. Two directions of one topic are one move, unless filed under different issues too.
    """
    found: list[Move] = []
    for doer, mentions in _by_doer(asks).items():
        for topic, cluster in _clusters(mentions, thesaurus):
            found.append(_move(doer, topic, cluster, asks))
    found = _without_bundled(found)
    found.sort(key=lambda move: (-move.importance, move.doer, move.topic or "", move.phrases))
    return tuple(found), {mention: move for move in found for mention in move.mentions}


def _by_doer(asks: Iterable[Ask]) -> dict[str, list[Mention]]:
    by_doer: dict[str, list[Mention]] = defaultdict(list)
    for ask in asks:
        for mention in (*ask.mentions, *ask.terms):
            if not mention.meaning.vague:
                by_doer[mention.doer].append(mention)
    return by_doer


def _clusters(mentions: Sequence[Mention], thesaurus: Thesaurus) -> Iterator[tuple[str | None, list[Mention]]]:
    topical: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    loose = [mention for mention in mentions if mention.meaning.topic is None]
    for mention in mentions:
        topic = mention.meaning.topic
        if topic is not None:
            usual = mention.meaning.direction == thesaurus.topics[topic].usual
            topical[topic, "" if usual else mention.issue or ""].append(mention)
    for (topic, issue), cluster in list(topical.items()):
        same = {mention.issue or "" for mention in topical.get((topic, ""), []) if not mention.term}
        if issue and (topic, "") in topical and (issue in same or "" in same or not same):
            topical[topic, ""].extend(cluster)
            del topical[topic, issue]
    for cluster in _alike(loose):
        home = next((key for key, said in topical.items() if _same_thing(cluster, said)), None)
        if home is None:
            yield None, cluster
        else:
            topical[home] += cluster
    for (topic, _), cluster in topical.items():
        yield topic, cluster


def _same_thing(loose: Sequence[Mention], topical: Sequence[Mention]) -> bool:
    """Say whether what no topic was found for shares most words with something that has one."""
    pairs = ((one.meaning.content, other.meaning.content) for one in loose for other in topical)
    return any(
        len(mine & theirs) >= max(_SHARED_WORDS, _MOSTLY * min(len(mine), len(theirs))) for mine, theirs in pairs
    )


def _alike(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the connected groups of mentions that share enough content words."""
    leader: dict[str, str] = {}
    content = {mention.phrase: mention.meaning.content for mention in mentions}
    phrases = sorted(content)
    holders: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        leader[phrase] = phrase
        near = dict.fromkeys(other for word in sorted(content[phrase]) for other in holders[word])
        for other in near:
            shared = len(content[phrase] & content[other])
            shorter = min(len(content[phrase]), len(content[other]))
            if shared >= max(min(_SHARED_WORDS, shorter), _SHARED * shorter):
                _join(leader, phrase, other)
        for word in content[phrase]:
            holders[word].append(phrase)
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[_lead(leader, mention.phrase)].append(mention)
    return [groups[key] for key in sorted(groups)]


def _join(leader: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_lead(leader, one), _lead(leader, other)))
    leader[second] = first


def _lead(leader: Mapping[str, str], phrase: str) -> str:
    while leader[phrase] != phrase:
        phrase = leader[phrase]
    return phrase


def _move(doer: str, topic: str | None, mentions: Sequence[Mention], asks: Sequence[Ask]) -> Move:
    statements = {mention.statement for mention in mentions}
    main = {mention for mention in mentions if not mention.term}
    about = [ask for ask in asks if ask.statement in statements and main.intersection(ask.mentions)]
    direction = 1 if sum(mention.meaning.direction for mention in mentions) >= 0 else -1
    return Move(
        doer=doer,
        topic=topic,
        direction=direction,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.statement, mention.holder, mention.phrase))),
        asks=tuple(about),
        levels=_levels([mention for mention in mentions if mention.meaning.direction == direction]),
        importance=_importance(doer, mentions, about),
    )


def _levels(mentions: Sequence[Mention]) -> tuple[Level, ...]:
    """Return both levels where holders or stances tell them apart, else none: then one option stands for all."""
    by_stance: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.meaning.level and not mention.term:
            by_stance[mention.holder, mention.stance in _FOR].add(mention.meaning.level)
    seen = set().union(*by_stance.values()) if by_stance else set()
    told_apart = len(seen) == 2 and len({frozenset(levels) for levels in by_stance.values()}) > 1
    return ("full", "partial") if told_apart else ()


def _importance(doer: str, mentions: Sequence[Mention], asks: Sequence[Ask]) -> float:
    weight = sum(ask.weight for ask in asks)
    weight += _TERM * sum(mention.term for mention in mentions)
    weight += _ANOTHER_HOLDER * max(0, len({mention.holder for mention in mentions} - {doer}) - 1)
    if any(ask.condition or len(ask.doers) > 1 for ask in asks) or any(mention.term for mention in mentions):
        weight += _EXCHANGE
    wanted = {ask.holder for ask in asks if ask.stance in _FOR}
    if wanted and {ask.holder for ask in asks if ask.stance not in _FOR} - wanted:
        weight += _CONTESTED
    return weight if _interested(doer, asks) or any(mention.term for mention in mentions) else weight * _ALONE


def _interested(doer: str, asks: Iterable[Ask]) -> tuple[str, ...]:
    parties: list[str] = []
    for ask in asks:
        parties += [ask.holder, *ask.doers, *(mention.doer for mention in ask.terms)]
        if ask.stance in _TOWARDS:
            parties += [party for mention in ask.mentions for party in mention.recipients]
    return tuple(party for party in dict.fromkeys(parties) if party != doer)


def _without_bundled(moves: Sequence[Move]) -> list[Move]:
    """Fold a move that is only ever asked beside another of the same doer, by the same holder, into that other."""
    kept: list[Move] = []
    for move in moves:
        host = next((other for other in moves if _bundled(move, other)), None)
        if host is None:
            kept.append(move)
    return [_with_bundles(move, moves) for move in kept]


def _bundled(move: Move, host: Move) -> bool:
    if move is host or move.doer != host.doer or host.topic is None or move.topic is None:
        return False
    beside = {(mention.place, mention.stance) for mention in host.mentions}
    return (
        len({mention.holder for mention in move.mentions}) == 1
        and all((mention.place, mention.stance) in beside for mention in move.mentions)
        and len(host.mentions) > len(move.mentions)
        and len({mention.holder for mention in host.mentions}) > 1
    )


def _with_bundles(move: Move, moves: Sequence[Move]) -> Move:
    bundled = [other for other in moves if _bundled(other, move)]
    if not bundled:
        return move
    mentions = [*move.mentions, *(mention for other in bundled for mention in other.mentions)]
    asks = tuple(dict.fromkeys([*move.asks, *(ask for other in bundled for ask in other.asks)]))
    return Move(
        doer=move.doer,
        topic=move.topic,
        direction=move.direction,
        mentions=tuple(mentions),
        asks=asks,
        levels=move.levels,
        importance=move.importance,
        bundled=frozenset(mention for other in bundled for mention in other.mentions),
    )

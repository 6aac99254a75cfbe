"""Actions that only point at others: "accept the demand", "make up its mind", "complete closure", "disarm"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.case.ask import Ask, Mention
from dragoman.ledger.thesaurus import Thesaurus

__all__ = ["joined", "settled"]

_OWN = frozenset({"refuse", "offer", "promise"})


def settled(asks: Sequence[Ask]) -> Iterator[Ask]:
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


def joined(asks: Sequence[Ask], thesaurus: Thesaurus) -> Iterator[Ask]:
    """Let a topic that is like another join it where the same doer is asked for that, too."""
    asked = {(mention.doer, mention.meaning.topic) for ask in asks for mention in (*ask.mentions, *ask.terms)}

    def as_kin(mention: Mention) -> Mention:
        topic = thesaurus.topics.get(mention.meaning.topic or "")
        if topic is None or topic.like is None or (mention.doer, topic.like) not in asked:
            return mention
        other = thesaurus.topics[topic.like]
        direction = mention.meaning.direction * topic.usual * other.usual
        return replace(mention, meaning=replace(mention.meaning, topic=other.id, direction=direction))

    for ask in asks:
        yield replace(ask, mentions=tuple(map(as_kin, ask.mentions)), terms=tuple(map(as_kin, ask.terms)))


def _pointed(
    mention: Mention,
    by_issue: Mapping[tuple[str, str, str], Counter[tuple[str, int]]],
    by_place: Mapping[tuple[str, tuple[str, int]], Counter[tuple[str, int]]],
    asked: Mapping[tuple[str, str], Counter[tuple[str, int]]],
) -> Mention:
    meaning = mention.meaning
    if meaning.elliptic and meaning.topic is None and by_place.get((mention.doer, mention.place)):
        topic, direction = _first(by_place[mention.doer, mention.place])
        lessening = -1 if meaning.direction < 0 else direction
        return replace(mention, meaning=replace(meaning, topic=topic, direction=lessening, vague=False))
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

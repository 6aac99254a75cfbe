"""A party's own doings as options: what it tests, closes or stopped, and the causes of others that it backs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from dragoman.case.ask import Ask
from dragoman.case.moves import Move
from dragoman.ledger.thesaurus import Thesaurus
from dragoman.ledger.voices import Voices
from dragoman.statements.statement import Act, Tie

__all__ = ["Backing", "Doing", "Scene", "backings", "doings", "own_claim", "recent"]

_MORE = frozenset({"MOBILIZE", "ASSAULT", "COERCE"})
_LESS = frozenset({"RETREAT"})
_MOST_DOINGS = 4
_FRESH_DAYS = 730


@dataclass(frozen=True, eq=False)
class Doing:
    """Something that a party does now (``goes_on``) or has stopped and could resume, and to whom it matters."""

    party: str
    topic: str
    does: str
    goes_on: bool
    statements: tuple[str, ...]
    against: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Backing:
    """A third party's standing up for (``favours``) or against what another party is asked to do."""

    party: str
    ask: Ask
    move: Move
    favours: bool
    statements: tuple[str, ...]


def own_claim(act: Act, voices: Voices) -> bool:
    """Say whether only the actor itself says that the act was done."""
    voice = voices.voice(act.attribution)
    return voice is not None and voice.party in voices.parties(act.actor)


def recent(date: str | None, as_of: dt.date | None, *, days: int = _FRESH_DAYS) -> bool:
    """Say whether a date, or the beginning of one, is at most *days* before *as_of*; unknown counts as recent.

    >>> recent("2013-11", dt.date(2015, 6, 29)), recent("2015", dt.date(2015, 6, 29)), recent(None, None)
    (True, True, True)
    >>> recent("2013-11", dt.date(2015, 6, 29), days=365)
    False
    """
    if date is None or as_of is None:
        return True
    parts = [int(part) for part in date.split("/")[-1].split("-")[:3] if part.isdigit()]
    if not parts or not 1 <= parts[0] <= 9999:
        return True
    try:
        last = dt.date(parts[0], parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 28)
    except ValueError:
        return True
    return (as_of - last).days <= days


@dataclass(frozen=True)
class Scene:
    """What happened, beside what was asked: acts, ties and the day of it all."""

    acts: tuple[Act, ...]
    ties: tuple[Tie, ...]
    voices: Voices
    thesaurus: Thesaurus
    as_of: dt.date | None = None


def doings(scene: Scene, moves: Sequence[Move], parties: Collection[str]) -> tuple[Doing, ...]:
    """Return what *parties* do, or stopped doing, that no move covers and that matters to another of them.

    What the stopping is said of in the same sentence is not going on; what only the doer claims to have stopped is
    left out; so is what is older than two years.
    """
    covered = {(move.doer, move.topic) for move in moves}
    found: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in scene.acts:
        topic = scene.thesaurus.meaning(act.quote).topic
        fresh = act.status in {"done", "ongoing"} and recent(act.date, scene.as_of)
        if topic and fresh and act.event in _MORE | _LESS and act.polarity == "positive":
            for party in scene.voices.parties(act.actor):
                if party in parties and (party, topic) not in covered:
                    found[party, topic].append(act)
    told = [
        doing
        for (party, topic), about in sorted(found.items())
        for doing in _doings(scene, party, topic, about)
        if set(doing.against) & set(parties)
    ]
    told.sort(key=lambda doing: (-len(doing.statements), doing.party, doing.topic, doing.goes_on))
    return tuple(told[:_MOST_DOINGS])


def _doings(scene: Scene, party: str, topic: str, acts: Sequence[Act]) -> Iterator[Doing]:
    stopped = [act for act in acts if act.event in _LESS and not own_claim(act, scene.voices)]
    places = {(act.evidence[0].article, act.evidence[0].char_start) for act in stopped}
    going = [
        act
        for act in acts
        if act.event in _MORE and (act.evidence[0].article, act.evidence[0].char_start) not in places
    ]
    said = scene.thesaurus.topics[topic]
    if going:
        does = f"keep up {said.noun}" if stopped else said.named(1).partition("{")[0]
        yield Doing(party, topic, does, True, _ids(going), _against(scene, party, going))
    if stopped:
        yield Doing(party, topic, f"resume {said.noun}", False, _ids(stopped), _against(scene, party, stopped))


def _ids(acts: Iterable[Act]) -> tuple[str, ...]:
    return tuple(sorted({act.id for act in acts}))


def _against(scene: Scene, party: str, acts: Iterable[Act]) -> dict[str, tuple[str, ...]]:
    """Return whom the doing touches, with the statements that say so: its targets, and whom the doer threatens."""
    against: dict[str, list[str]] = defaultdict(list)
    for act in acts:
        for target in scene.voices.parties(act.target):
            against[target].append(act.id)
    for tie in scene.ties:
        if tie.relation == "threatens" and party in scene.voices.parties(tie.from_) and not _past(tie):
            for target in scene.voices.parties(tie.to):
                against[target].append(tie.id)
    return {other: tuple(dict.fromkeys(ids)) for other, ids in against.items() if other != party}


def _past(tie: Tie) -> bool:
    return bool(tie.time) and str(tie.time).startswith("past")


def backings(moves: Sequence[Move], acts: Sequence[Act], busy: Collection[str], voices: Voices) -> tuple[Backing, ...]:
    """Return for each party that takes a stance on another's move, and is not in an exchange itself, what it backs.

    *busy* are the parties that bargain: they do or withhold something on terms. Among a party's stances the one on
    a contested move counts, then that on the most important. The sides of each move take turns. Who has a move of its
    own that the other cares for presses it by that.
    """
    best: dict[str, Backing] = {}
    for move in sorted(moves, key=lambda move: not move.contested):
        for ask in sorted(move.asks, key=lambda ask: (-ask.weight, ask.statement)):
            if ask.holder in busy or ask.holder == move.doer or ask.holder in best:
                continue
            if _counterparts(ask.holder, move.doer, moves):
                continue
            same = [other for other in move.asks if other.holder == ask.holder]
            favours = move.favours(ask)
            lobbying = [act.id for act in acts if _lobbies(act, ask.holder, move.doer, voices)]
            ids = sorted({other.statement for other in same if move.favours(other) == favours})
            best[ask.holder] = Backing(ask.holder, ask, move, favours, (*ids, *lobbying))
    sides: dict[tuple[Move, bool], list[Backing]] = defaultdict(list)
    for backing in best.values():
        sides[backing.move, backing.favours].append(backing)
    rounds = zip_longest(*sides.values())
    return tuple(backing for turn in rounds for backing in turn if backing is not None)


def _counterparts(party: str, other: str, moves: Sequence[Move]) -> bool:
    return any(move.doer == party and any(ask.holder == other for ask in move.asks) for move in moves)


def _lobbies(act: Act, party: str, doer: str, voices: Voices) -> bool:
    asked = act.event == "REQUEST" and act.status != "denied"
    return asked and party in voices.parties(act.actor) and doer in voices.parties(act.target)

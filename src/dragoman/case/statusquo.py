"""What is taken now: options that done or ongoing acts speak for, talks under way, messages on their way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.case.doings import Scene, own_claim, recent
from dragoman.case.moves import Level, Move
from dragoman.ledger.wording import stems
from dragoman.statements.statement import Act

__all__ = ["Now", "now"]

_MORE = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "SANCTION", "AID", "COOPERATE"})
_LESS = frozenset({"RETREAT", "CONCEDE"})
_UNDER_WAY = frozenset({"done", "ongoing"})
_YEAR = 365
_SURE = 0.8
_AGAIN = frozenset(stems("resume restart renew reopen"))
_NOT = frozenset(stems("not never no"))


@dataclass(frozen=True)
class Now:
    """How a move stands: the option that is taken, or None; and the statements that say so."""

    option: str | None
    statements: tuple[str, ...] = ()


def now(move: Move, scene: Scene) -> Now:
    """Say whether *move* is taken now.

    Only acts that are done or ongoing, within the last year, not merely claimed by the doer, nor denied or outnumbered
    by acts to the contrary, make it taken; and where it is still asked for, more than a single unsure one. It is a
    part of it where levels are told apart, unless the words say all. Without acts, a word that something will not be
    resumed says that it rests. Talks are taken where the doer confers or is
    about to, or itself wants them; an errand where it is under way.
    """
    acts = [act for act in scene.acts if move.doer in scene.voices.parties(act.actor)]
    if move.topic == "talks":
        return _talks(move, acts, scene)
    if move.topic == "messages":
        return _errand(move, acts)
    about = [act for act in acts if scene.thesaurus.meaning(act.quote).topic == move.topic and move.topic is not None]
    signs = dict(_signs(about))
    fresh = [act for act in about if act.polarity == "positive" and recent(act.date, scene.as_of, days=_YEAR)]
    denied = [act.id for act in fresh if act.status == "denied" and signs.get(act.id) == move.direction]
    undone = [act for act in fresh if act.status in _UNDER_WAY and signs.get(act.id) == -move.direction]
    done = [
        act
        for act in fresh
        if act.status in _UNDER_WAY and signs.get(act.id) == move.direction and not own_claim(act, scene.voices)
    ]
    presumed = tuple(sorted({m.statement for m in move.mentions if _not_again(m.phrase) and move.relative(m) > 0}))
    if presumed and not (done or denied or undone):
        return Now(_option(move.options, False), presumed)
    unsure = move.wanted_by_others and max((act.confidence for act in done), default=0) < _SURE and len(done) < 2
    if not done or denied or unsure or len(undone) > len(done):
        return Now(None)
    levels = {scene.thesaurus.meaning(act.quote).level for act in done}
    return Now(_option(move.options, "full" in levels), tuple(sorted(act.id for act in done)))


def _not_again(phrase: str) -> bool:
    """Say whether *phrase* promises not to take something up again, which says that it rests now.

    >>> _not_again("not resume testing"), _not_again("resume testing")
    (True, False)
    """
    words = stems(phrase)
    return any(word in _AGAIN for word in words) and any(word in _NOT for word in words[:2])


def _signs(acts: list[Act]) -> Iterator[tuple[str, int]]:
    for act in acts:
        if act.event in _MORE | _LESS:
            yield act.id, 1 if act.event in _MORE else -1


def _option(options: Mapping[Level | None, str], whole: bool) -> str:
    if len(options) == 1:
        return next(iter(options.values()))
    return options["full"] if whole else options["partial"]


def _talks(move: Move, acts: list[Act], scene: Scene) -> Now:
    partners = set(move.interested)
    held = [
        act.id
        for act in acts
        if act.event == "CONSULT"
        and act.status in {"ongoing", "planned"}
        and partners & {*scene.voices.parties(act.target), *scene.voices.parties(act.actor)}
    ]
    willing = [ask.statement for ask in move.asks if ask.holder == move.doer and move.favours(ask)]
    unwilling = any(ask.holder == move.doer and not move.favours(ask) for ask in move.asks)
    if unwilling or not (held or willing) or move.direction < 0:
        return Now(None)
    return Now(_option(move.options, False), tuple(sorted({*held, *willing})))


def _errand(move: Move, acts: list[Act]) -> Now:
    places = {mention.place for mention in move.mentions}
    run = [
        act.id
        for act in acts
        if act.event in {"CONSULT", "COOPERATE"}
        and act.status in {"planned", "ongoing", "done"}
        and (act.evidence[0].article, act.evidence[0].char_start) in places
    ]
    return Now(_option(move.options, False), tuple(sorted(run))) if run else Now(None)

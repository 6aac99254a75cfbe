"""Lines beside what was asked: concessions cost their makers, doings please their doers, backing whom it serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.case.ask import Ask
from dragoman.case.doings import Backing, Doing, Scene
from dragoman.case.moves import Move
from dragoman.case.preferences import Further
from dragoman.case.statusquo import Now

__all__ = ["Scope", "further_lines"]

_TIED = frozenset({"coordinates_with", "subordinate_to"})
_HELP = frozenset({"investment", "aid", "recognition", "loans"})


@dataclass(frozen=True)
class Scope:
    """What became options: moves and how they stand, doings and backings with their option ids; and every ask."""

    moves: tuple[Move, ...]
    now: Mapping[Move, Now]
    doings: Mapping[Doing, str]
    backings: Mapping[Backing, str]
    asks: tuple[Ask, ...]


def further_lines(scope: Scope, scene: Scene) -> Iterator[Further]:
    """Yield every line that the wishes do not say, those of the words and the stronger ones first."""
    yield from _backers(scope)
    yield from _together(scope, scene)
    yield from _isolation(scope, scene)
    yield from _doers(scope)
    yield from _touched(scope)
    yield from _under_way(scope)
    yield from _backed(scope)
    yield from _costs(scope)


def _backers(scope: Scope) -> Iterator[Further]:
    for backing, option in scope.backings.items():
        yield Further(backing.party, option, "it says so", backing.statements, words=True)


def _together(scope: Scope, scene: Scene) -> Iterator[Further]:
    """Who aligns its policy with another's backs a cause if and only if the other does."""
    for tie in scene.ties:
        if tie.relation not in _TIED or (tie.time or "").startswith("past"):
            continue
        for one, mine in scope.backings.items():
            for other, theirs in scope.backings.items():
                same = one.move is other.move and one.favours == other.favours
                follows = one.party in scene.voices.parties(tie.from_) and other.party in scene.voices.parties(tie.to)
                if same and follows and one.party != other.party:
                    yield Further(one.party, f"{mine} iff {theirs}", "it goes with the other", (tie.id,), words=True)


def _isolation(scope: Scope, scene: Scene) -> Iterator[Further]:
    """Who wants a party isolated wants nobody to back its cause or to help it."""
    for ask in scope.asks:
        topics = scene.thesaurus.topics
        meant = [m for m in ask.mentions if m.meaning.topic and topics[m.meaning.topic].umbrella]
        for mention in meant:
            if mention.meaning.direction < 0 or ask.stance not in {"support", "demand", "promise"}:
                continue
            for isolated in mention.recipients:
                options = [*_serving(scope, isolated, ask.holder), *_helping(scope, isolated, ask.holder)]
                if options:
                    logic = f"not ({' or '.join(options)})" if len(options) > 1 else f"not {options[0]}"
                    yield Further(ask.holder, logic, "it wants the other isolated", (ask.statement,), words=True)


def _serving(scope: Scope, party: str, but: str) -> list[str]:
    """Name the options by which others back what *party* asks for."""
    return [
        option
        for backing, option in scope.backings.items()
        if backing.favours and backing.party not in {party, but} and _wants(backing.move, party)
    ]


def _helping(scope: Scope, party: str, but: str) -> list[str]:
    return [
        option
        for move in scope.moves
        if move.topic in _HELP and move.doer not in {party, but} and _wants(move, party)
        for option in move.options.values()
    ]


def _wants(move: Move, party: str) -> bool:
    return any(ask.holder == party and move.favours(ask) for ask in move.asks)


def _doers(scope: Scope) -> Iterator[Further]:
    for doing, option in scope.doings.items():
        if doing.goes_on:
            yield Further(doing.party, option, "it does so unforced", doing.statements)
        else:
            yield Further(doing.party, f"not {option}", "it stopped of its own accord", doing.statements)


def _touched(scope: Scope) -> Iterator[Further]:
    for doing, option in scope.doings.items():
        for party, statements in doing.against.items():
            yield Further(party, f"not {option}", "it is aimed at this party or threatens it", statements)


def _under_way(scope: Scope) -> Iterator[Further]:
    for move in scope.moves:
        now = scope.now[move]
        if now.option:
            yield Further(move.doer, now.option, "it does so now, unforced", now.statements)


def _backed(scope: Scope) -> Iterator[Further]:
    """Who asks for a thing likes others to back it, and not to resist it; who is against it the reverse."""
    backers = {(backing.party, backing.move, backing.favours) for backing in scope.backings}
    for move in scope.moves:
        stances = {ask.holder: move.favours(ask) for ask in sorted(move.asks, key=lambda ask: ask.weight)}
        for party, favours in stances.items():
            if (party, move, favours) in backers:
                continue
            same = [o for b, o in scope.backings.items() if b.move is move and b.favours == favours]
            other = [o for b, o in scope.backings.items() if b.move is move and b.favours != favours]
            evidence = tuple(sorted({ask.statement for ask in move.asks if ask.holder == party}))
            if same and party != move.doer:
                why = "they press for what it wants" if favours else "they press against what it is against"
                yield Further(party, " and ".join(same), why, evidence)
            if other:
                logic = f"not ({' or '.join(other)})" if len(other) > 1 else f"not {other[0]}"
                why = "they press against what it wants" if favours else "they press for what it is against"
                yield Further(party, logic, why, evidence)


def _costs(scope: Scope) -> Iterator[Further]:
    """A concession that others ask for costs its doer, whole before part.

    Not so where it is under way or the doer's own wish, where the doer asks them for ties of the same kind, or
    where no word of the doer's is reported at all.
    """
    for move in scope.moves:
        wanted = move.wanted_by_others
        own = any(ask.holder == move.doer and not ask.terms and move.favours(ask) for ask in move.asks)
        silent = all(ask.holder != move.doer for ask in scope.asks)
        settled = scope.now[move].option or (own and not _promised(move)) or _same_wanted(scope, move)
        if silent or settled or not (wanted or move.bargained_for):
            continue
        paid_for = {mention.statement for mention in move.mentions if mention.price}
        evidence = tuple(sorted({ask.statement for ask in wanted} | paid_for))
        for option in move.options.values():
            yield Further(move.doer, f"not {option}", "a concession that others ask for costs its doer", evidence)


def _same_wanted(scope: Scope, move: Move) -> bool:
    """Say whether the doer of helpful ties itself asks for ties of the same kind of those who ask it."""
    askers = {ask.holder for ask in move.wanted_by_others}
    return any(
        ask.holder == move.doer
        for other in scope.moves
        if move.topic in _HELP and other.topic == move.topic and other.doer in askers
        for ask in other.wanted_by_others
    )


def _promised(move: Move) -> bool:
    return all(ask.stance in {"promise", "offer"} for ask in move.asks if ask.holder == move.doer)

"""Bargaining in plain text, for a terminal: points, exchanges, and the zone of agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.case.case import Case
from dragoman.case.explaining import option_in_words
from dragoman.deals.deal import Bargain, Exchange, Zone
from dragoman.deals.text import changes_in_words
from dragoman.plain import listed, wrapped

__all__ = ["bargain_text", "zone_text"]


def bargain_text(case: Case, found: Bargain, *, width: int) -> Iterator[str]:
    """Yield what the solutions choose and which small exchanges help both sides, by the given worths."""
    lines = [wrapped("By the given worths", width)]
    for point in found.points:
        told = f"{point.name}: {changes_in_words(case, point.changes)} ({_gains(case, point.gains)})."
        lines.append(wrapped(told, width, first="- ", rest="  "))
    count = len(found.frontier)
    told = f"Of {found.open:,} deals under which neither loses, {count} different results cannot be bettered for one."
    lines.append(wrapped(told, width, first="- ", rest="  "))
    yield "\n".join(lines)
    if found.exchanges:
        small = [wrapped("Small exchanges that help both sides", width)]
        small += [wrapped(_exchange(case, one), width, first="- ", rest="  ") for one in found.exchanges]
        yield "\n".join(small)


def zone_text(case: Case, found: Zone, *, width: int) -> str:
    """Say how far each player can get where options are carried out in part, and the fairest shares."""
    most = "; ".join(f"{case.parties[p].name} at most {much:.3g}" for p, much in found.most.items())
    shares = listed(
        f"{share:.0%} of {option_in_words(case, option)}" for option, share in found.shares.items() if share > 0
    )
    return "\n".join(
        [
            wrapped("Where options can be carried out in part", width),
            wrapped(f"While nobody loses: {most}.", width, first="- ", rest="  "),
            wrapped(f"Fairest: {shares} ({_gains(case, found.gains)}).", width, first="- ", rest="  "),
        ]
    )


def _exchange(case: Case, found: Exchange) -> str:
    gifts = [
        f"{case.parties[gift.change.party].name} {'takes up' if gift.change.taken else 'gives up'} "
        f"{option_in_words(case, gift.change.option)}, which costs it {gift.costs:.3g} and brings the other "
        f"{gift.brings:.3g}"
        for gift in found.gifts
    ]
    return f"{'; '.join(gifts)} ({_gains(case, found.gains)})."


def _gains(case: Case, gains: Mapping[str, float]) -> str:
    return ", ".join(f"{case.parties[party].name} {gain:+.3g}" for party, gain in gains.items())

"""Deals in plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dragoman.case.case import Case
from dragoman.case.explaining import move_in_words
from dragoman.deals.deal import Blocked, Change, Deal, Deals, Missing, Spoiler, Turn
from dragoman.plain import listed, printable, wrapped

__all__ = ["blocked_in_words", "changes_in_words", "deal_sentences", "deals_text", "names_of"]

_LAYERS: Final = {
    "words": "the words alone",
    "defaults": "words, defaults and judgements",
    "promises": "words, defaults, judgements and promises",
}
_SPOKEN: Final = {
    "nash": "nobody would gain by leaving it alone",
    "seq": "whoever could gain by leaving it would be answered by others acting for themselves",
    "smr": "whoever could gain by leaving it could be answered, at a cost to those who answer",
    "gmr": "whoever could gain by leaving it could be answered, and could still get away with part of it",
}


def deals_text(case: Case, found: Deals, *, width: int) -> str:
    """Say what could be agreed, in lines of at most *width* columns."""
    blocks = [_head(found, width)]
    blocks += ["\n".join(_deal(case, deal, width)) for deal in found.deals]
    if found.blocked:
        blocks.append("\n".join(_blocked(case, found.blocked, width)))
    blocks += ["\n".join(_missing(case, found.missing, width))] if found.missing else []
    blocks += ["\n".join(_turn(turn, width)) for turn in found.turns]
    blocks += [wrapped(remark, width) for remark in found.remarks]
    return "\n\n".join(blocks)


def names_of(case: Case, parties: Iterable[str]) -> str:
    """Write the names of *parties* as in a sentence; "nobody" where there is none."""
    return listed(case.parties[party].name for party in parties) or "nobody"


def changes_in_words(case: Case, changes: Iterable[Change]) -> str:
    """Say who does what: ``Ruritania: take up “reopen the strait”; Graustark: give up “keep its ban”``."""
    by_party: dict[str, tuple[list[str], list[str]]] = {}
    for change in changes:
        on, off = by_party.setdefault(change.party, ([], []))
        (on if change.taken else off).append(change.option)
    return "; ".join(
        f"{case.parties[party].name}: {move_in_words(case, on, off)}" for party, (on, off) in by_party.items()
    )


def _head(found: Deals, width: int) -> str:
    title = printable(found.title)
    counted = f"Counted: {_LAYERS[found.layer]}."
    if not found.count:
        said = f"None of the {found.states:,} states is a deal: none is better than now for all whom it needs."
    else:
        said = (
            f"{found.count:,} of {found.states:,} states are deals: better than now for all whom they need. "
            f"{found.undominated:,} of them cannot be bettered for one party without loss to another; they come first."
        )
    return "\n".join([wrapped(f"Deals: {title}", width), wrapped(f"{said} {counted}", width)])


def _deal(case: Case, deal: Deal, width: int) -> Iterator[str]:
    lead = f"{deal.number}. "
    yield wrapped(f"{changes_in_words(case, deal.changes)}.", width, first=lead, rest=" " * len(lead))
    for sentence in (*deal_sentences(case, deal), *_breaks(case, deal)):
        yield wrapped(sentence, width, first="   - ", rest="     ")


def deal_sentences(case: Case, deal: Deal) -> Iterator[str]:
    """Say who gains, how the deal comes about, whether it holds and who could spoil it."""
    kinds = ["cannot be bettered"] if deal.undominated else []
    kinds += ["nothing in it can be left out"] if deal.smallest else []
    if kinds:
        yield f"{listed(kinds).capitalize()}."
    everybody = len(deal.gains) == len(case.parties)
    loses = f"; {names_of(case, deal.loses)} would lose" if deal.loses else ""
    yield f"{'All gain' if everybody else f'Gain: {names_of(case, deal.gains)}'}{loses}."
    yield _way(case, deal)
    yield _holding(case, deal)
    for spoiler in deal.spoilers:
        yield _spoiling(case, spoiler)


def _breaks(case: Case, deal: Deal) -> Iterator[str]:
    for line in deal.breaks:
        yield f"Breaks what {case.parties[line.party].name} states: {line.text}."


def _way(case: Case, deal: Deal) -> str:
    needs = names_of(case, deal.needs)
    if deal.way == "alone":
        return f"{case.parties[deal.changes[0].party].name} could do it alone; needed: {needs}."
    if deal.way == "in_turn":
        return f"{needs} could get there one after the other, each gaining by its own move."
    return f"Only together, at one table: {needs}. In no order of moves does each gain by its own."


def _holding(case: Case, deal: Deal) -> str:
    leaves = names_of(case, deal.leaves)
    firmest = next((concept for concept in ("nash", "seq", "smr", "gmr") if concept in deal.equilibrium), None)
    if firmest is None:
        return f"It would not hold: {leaves} would gain by leaving it, and not everybody could be answered."
    tempted = f"; tempted: {leaves}" if deal.leaves else ""
    return f"It would hold: {_SPOKEN[firmest]}{tempted}."


def _spoiling(case: Case, spoiler: Spoiler) -> str:
    does = move_in_words(case, spoiler.turns_on, spoiler.turns_off)
    return (
        f"{case.parties[spoiler.party].name} could spoil it: it would {does}, and {names_of(case, spoiler.turns_away)} "
        "would no longer prefer it to how things stand."
    )


def _missing(case: Case, found: Missing, width: int) -> Iterator[str]:
    on = [option for option in found.on if option not in case.status_quo]
    off = [option for option in case.status_quo if option not in found.on]
    yield wrapped(f"What is missing for this to hold outright: {move_in_words(case, on, off)}", width)
    if not found.leaves:
        yield wrapped("Nothing: nobody would gain by leaving it alone.", width, first="- ", rest="  ")
        return
    leaving = f"{names_of(case, found.leaves)} would gain by leaving it."
    yield wrapped(leaving, width, first="- ", rest="  ")
    for remedy in found.remedies:
        yield wrapped(remedy.text, width, first="- ", rest="  ")
    if not found.remedies:
        tried = "" if found.tried_edits else " (edits of lists were not tried, over so many states)"
        yield wrapped(f"No single change that was tried makes it hold{tried}.", width, first="- ", rest="  ")


def _turn(turn: Turn, width: int) -> Iterator[str]:
    yield wrapped(f"What changes on {turn.date.isoformat()}", width)
    for sentence in turn.sentences:
        yield wrapped(sentence, width, first="- ", rest="  ")


def _blocked(case: Case, found: Sequence[Blocked], width: int) -> Iterator[str]:
    yield wrapped("What single stated lines stand in the way of", width)
    for hit in found:
        told = f"{blocked_in_words(case, hit)} [{', '.join(hit.line.evidence)}]"
        yield wrapped(told, width, first="- ", rest="  ")


def blocked_in_words(case: Case, hit: Blocked) -> str:
    """Say what one stated line stands in the way of, and who would gain and lose by it."""
    lost = f", and {names_of(case, hit.loses)} would lose" if hit.loses else ""
    return (
        f"One stated line of {case.parties[hit.line.party].name} blocks this, by which {names_of(case, hit.gains)} "
        f"would gain{lost} – {changes_in_words(case, hit.changes)}. The line: {hit.line.text}."
    )

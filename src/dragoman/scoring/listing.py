"""What was missed, what was read that gold does not have, and what differs, each in the words of its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pydantic import BaseModel, ConfigDict, Field

from dragoman.plain import listed, wrapped
from dragoman.scoring.agreement import compare, same_place
from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import Marked
from dragoman.scoring.matching import Matching, Pair

__all__ = ["Finding", "differences", "findings_text", "misses"]

_SLOT = {"side": "stance", "class": "event", "reality": "status", "about": "about_ids", "sort": "relation"}


class Finding(BaseModel):
    """One statement to look at: what is the matter, and how the nearest other one differs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reader: str = Field(description="the reader's name")
    matter: str = Field(description="missed, not in gold, found in part, or found by it alone")
    statement: Marked = Field(description="the statement: of gold, or read where gold does not have it")
    nearest: Marked | None = Field(
        default=None, description="the other side's statement at its place, where there is one"
    )
    differing: tuple[str, ...] = Field(default=(), description="slots in which the two differ")


def misses(found: Mapping[str, Sequence[Matching]], fold: Folding, *, most: int) -> Iterator[Finding]:
    """Yield up to *most* misses and false finds of each kind, reader by reader, in order of article and place."""
    for reader, matchings in found.items():
        for kind in dict.fromkeys(matching.kind for matching in matchings):
            of_kind = [matching for matching in matchings if matching.kind == kind]
            missed = ((gold, matching) for matching in of_kind for gold in matching.missed)
            for gold, matching in islice(missed, most):
                yield _finding(reader, "missed", gold, [(gold, read) for read in matching.spurious], fold)
            spurious = ((read, matching) for matching in of_kind for read in matching.spurious)
            for read, matching in islice(spurious, most):
                yield _finding(reader, "not in gold", read, [(gold, read) for gold in matching.missed], fold)


def _finding(
    reader: str, matter: str, statement: Marked, pairs: Sequence[tuple[Marked, Marked]], fold: Folding
) -> Finding:
    """The finding with the statement of the other side, at its place, that differs in the fewest core slots."""
    near = [(compare(gold, read, fold).core, gold, read) for gold, read in pairs if same_place(gold, read)]
    if not near:
        return Finding(reader=reader, matter=matter, statement=statement)
    slots, gold, read = min(near, key=lambda one: len(one[0]))
    other = read if statement is gold else gold
    return Finding(reader=reader, matter=matter, statement=statement, nearest=other, differing=slots)


def differences(found: Mapping[str, Sequence[Matching]], *, most: int) -> Iterator[Finding]:
    """Yield up to *most* statements that each other reader found and the first did not, and the other way round.

    Of a single reader: up to *most* statements of each kind that it found with some slot wrong.
    """
    pairs = {reader: _found(matchings) for reader, matchings in found.items()}
    first, *others = pairs
    if not others:
        for kind in dict.fromkeys(matching.kind for matching in found[first]):
            part = (pair for pair in pairs[first].values() if pair.gold.kind == kind and not pair.agreement.full)
            yield from (_told(first, "found in part", pair) for pair in islice(part, most))
    for other in others:
        for one, two in ((first, other), (other, first)):
            alone = (pair for place, pair in pairs[one].items() if place not in pairs[two])
            yield from (_told(one, f"found, but not by {two}", pair) for pair in islice(alone, most))


def _told(reader: str, matter: str, pair: Pair) -> Finding:
    return Finding(
        reader=reader, matter=matter, statement=pair.gold, nearest=pair.read, differing=pair.agreement.further
    )


def _found(matchings: Iterable[Matching]) -> dict[int, Pair]:
    """Pairs by the identity of their gold, which is the same for all readers."""
    return {id(pair.gold): pair for matching in matchings for pair in matching.pairs if pair.gold.tier == "core"}


def findings_text(findings: Iterable[Finding], *, width: int) -> str:
    """The findings, each with its sentence, the telling words in brackets.

    >>> place = {"article": "a", "char_start": 0, "char_end": 20, "span_start": 6, "span_end": 19}
    >>> words = {"kind": "tie", "from": "CHN", "to": "PRK", "relation": "ally", "sentence": "China backs Pyongyang."}
    >>> tie = Marked.model_validate({**place, **words, "id": "t1"})
    >>> print(findings_text([Finding(reader="rules", matter="missed", statement=tie)], width=60))
    rules: missed: tie t1, article a
      CHN ally of PRK
      China [backs Pyongya]ng.
    """
    return "\n\n".join("\n".join(_lines(finding, width)) for finding in findings)


def _lines(finding: Finding, width: int) -> Iterator[str]:
    statement, nearest = finding.statement, finding.nearest
    name = " ".join(part for part in (statement.kind, statement.id) if part)
    rule = f", rule {statement.rule}" if statement.rule else ""
    yield wrapped(f"{finding.reader}: {finding.matter}: {name}, article {statement.article}{rule}", width, rest="  ")
    yield wrapped(_gist(statement), width, first="  ", rest="  ")
    yield wrapped(_in_sentence(statement), width, first="  ", rest="  ")
    if nearest:
        slots = listed(f"{slot} ({_value(nearest, slot)})" for slot in finding.differing)
        told = f"{nearest.id or nearest.kind}" + (f", rule {nearest.rule}" if nearest.rule else "")
        yield wrapped(f"at its place: {told}; differs in {slots or 'nothing'}", width, first="  ", rest="  ")


def _gist(one: Marked) -> str:
    """The slots of a statement in one line."""
    if one.kind == "position":
        hung = f", {one.condition.type} {one.condition.action}" if one.condition else ""
        return f"{_who(one.holder)} {one.stance}: {_who(one.doer)} to {one.action}{hung}"
    if one.kind == "act":
        return f"{_who(one.actor)} {one.event} {_who(one.target)}, {one.status}{f', {one.date}' if one.date else ''}"
    if one.kind == "tie":
        return f"{_who(one.from_)} {(one.relation or '').replace('_', ' ')} of {_who(one.to)}"
    return f"{_who(one.holder)} on {_who(one.about_ids)}: {one.proposition}"


def _who(parties: tuple[str, ...] | None) -> str:
    return ", ".join(parties) if parties else "nobody named"


def _in_sentence(one: Marked) -> str:
    start, end = one.span_start - one.char_start, one.span_end - one.char_start
    if not 0 <= start < end <= len(one.sentence):
        return one.sentence or one.span
    return f"{one.sentence[:start]}[{one.sentence[start:end]}]{one.sentence[end:]}"


def _value(one: Marked, slot: str) -> str:
    if slot in {"parties", "direction"}:
        return f"{_who(one.from_)} to {_who(one.to)}"
    if slot == "condition":
        return f"{one.condition.type}: {one.condition.action}" if one.condition else "none"
    value = getattr(one, _SLOT.get(slot, slot))
    return _who(value) if isinstance(value, tuple) else str(value or "none")

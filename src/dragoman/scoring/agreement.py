"""Whether a statement that was read is the one that a person marked, slot by slot."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.scoring.folding import Folding, content_words, share_words
from dragoman.scoring.marked import Marked

__all__ = ["Agreement", "compare", "date_agrees", "event_agrees", "overlap", "same_place"]

_QUADS = {
    "verbal cooperation": "AGREE CONSULT SUPPORT",
    "material cooperation": "CONCEDE COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
_QUAD = {event: quad for quad, events in _QUADS.items() for event in events.split()}
_SORTS = {
    "friendly": (
        "ally trade_partner patron coordinates_with strategic_partner improving_relations receptive_to has_access_to "
        "supplies_labour_to cooperates_with"
    ),
    "hostile": "rival mistrusts threatens deadlocked_with estranged_from sanctions",
    "power": "leverage_over depends_on sphere_of_influence subordinate_to",
    "place": "adjacent",
}
_SORT = {relation: sort for sort, relations in _SORTS.items() for relation in relations.split()}
_SIDE = {**dict.fromkeys(("support", "demand", "offer", "promise"), "for"),
         **dict.fromkeys(("oppose", "refuse"), "against")}  # fmt: skip
_UNREAL = frozenset({"denied", "hypothetical"})
_OVERLAP = 0.3
"""Share of the shorter telling words that must be in common."""


@dataclass(frozen=True)
class Agreement:
    """Which slots differ between a marked and a read statement at one place.

    ``core`` are the slots without which it is another statement, ``further`` those that make it complete.
    """

    core: tuple[str, ...] = ()
    further: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        """True where the core slots agree."""
        return not self.core

    @property
    def full(self) -> bool:
        """True where every slot agrees."""
        return not self.core and not self.further


def overlap(gold: Marked, read: Marked) -> int:
    """How many characters the telling words have in common."""
    return max(0, min(gold.span_end, read.span_end) - max(gold.span_start, read.span_start))


def same_place(gold: Marked, read: Marked) -> bool:
    """True where the telling words overlap by 30% of the shorter, and those read are not merely a long stretch."""
    length = read.span_end - read.span_start
    if length <= 0 or length > 2 * (gold.char_end - gold.char_start):
        return False
    shared = overlap(gold, read)
    return shared > 0 and shared >= _OVERLAP * min(gold.span_end - gold.span_start, length)


def compare(gold: Marked, read: Marked, fold: Folding) -> Agreement:
    """Compare two statements of one kind; *gold* may accept several values in a slot.

    >>> place = {"article": "a", "char_start": 0, "char_end": 30, "kind": "tie", "from": ["CHN"], "to": ["PRK"]}
    >>> gold = Marked.model_validate({**place, "relation": "ally"})
    >>> compare(gold, Marked.model_validate({**place, "relation": "patron"}), Folding())
    Agreement(core=(), further=('relation',))
    """
    match gold.kind:
        case "position":
            return _position(gold, read, fold)
        case "act":
            return _act(gold, read, fold)
        case "tie":
            return _tie(gold, read, fold)
        case "view":
            return _view(gold, read, fold)


def date_agrees(gold: Marked, read: Marked) -> bool | None:
    """Whether the month of an act is right; None where gold has no date, or none that a reader could find."""
    if gold.kind != "act" or not gold.date or gold.date_basis == "external":
        return None
    return any((read.date or "").startswith(date[:7]) for date in gold.right("date") if date)


def event_agrees(gold: Marked, read: Marked) -> bool | None:
    """Whether the event type of an act is right; None for other kinds."""
    return read.event in gold.right("event") if gold.kind == "act" else None


def _differing(**agreeing: bool) -> tuple[str, ...]:
    return tuple(slot.removesuffix("_") for slot, agrees in agreeing.items() if not agrees)


def _parties(
    gold: Marked, got: tuple[str, ...] | None, slot: str, fold: Folding, *, also: frozenset[str] = frozenset()
) -> bool:
    """True where the parties read share one with gold and at least half of them are right."""
    wanted, accepted = fold(gold.parties(slot)), gold.accept.get(slot, ())
    right, found = wanted | fold(accepted) | also, fold(got)
    if not wanted:
        return not found or None in accepted or bool(found & right) or gold.parties(slot) is None
    if not found:
        return None in accepted
    return bool(found & right) and 2 * len(found & right) >= len(found)


def _position(gold: Marked, read: Marked, fold: Folding) -> Agreement:
    sides = {_SIDE.get(stance or "", stance) for stance in gold.right("stance")}
    core = _differing(
        holder=_parties(gold, read.holder, "holder", fold),
        doer=_parties(gold, read.doer, "doer", fold),
        side=_SIDE.get(read.stance or "", read.stance) in sides,
        action=share_words(content_words(gold.action), content_words(read.action)),
    )
    further = _differing(
        stance=read.stance in gold.right("stance"),
        condition=_condition(gold, read, fold),
        degree=not gold.degree or read.degree in gold.right("degree"),
        deadline=not gold.deadline or read.deadline in gold.right("deadline"),
    )
    return Agreement(core, further)


def _condition(gold: Marked, read: Marked, fold: Folding) -> bool:
    want, got = gold.condition, read.condition
    types = {want.type if want else None, *gold.accept.get("condition.type", ())}
    if (got.type if got else None) not in types:
        return False
    if want is None or got is None:
        return True
    doers = fold(want.doer)
    if doers and not doers & fold(got.doer):
        return False
    return not want.action or share_words(content_words(want.action, want.span), content_words(got.action, got.span))


def _act(gold: Marked, read: Marked, fold: Folding) -> Agreement:
    actors, targets = fold(gold.actor), fold(gold.target)
    mutual = bool(actors & targets) and actors | targets == fold(read.actor) | fold(read.target)
    real = (read.status in _UNREAL) == (gold.status in _UNREAL) or read.status in gold.right("status")
    core = _differing(
        actor=mutual or _parties(gold, read.actor, "actor", fold),
        target=mutual or _parties(gold, read.target, "target", fold),
        class_=_QUAD.get(read.event or "") in {_QUAD.get(event or "") for event in gold.right("event")},
        reality=real,
    )
    return Agreement(
        core, _differing(event=read.event in gold.right("event"), status=read.status in gold.right("status"))
    )


def _tie(gold: Marked, read: Marked, fold: Folding) -> Agreement:
    forward = _parties(gold, read.from_, "from", fold) and _parties(gold, read.to, "to", fold)
    back = _parties(gold, read.to, "from", fold) and _parties(gold, read.from_, "to", fold)
    sorts = {_SORT.get(relation or "", relation) for relation in gold.right("relation")}
    core = _differing(parties=forward or back, sort=_SORT.get(read.relation or "", read.relation) in sorts)
    either = "either" in gold.accept.get("direction", ())
    return Agreement(core, _differing(relation=read.relation in gold.right("relation"), direction=forward or either))


def _view(gold: Marked, read: Marked, fold: Folding) -> Agreement:
    author = frozenset({"author"}) if gold.motive else frozenset[str]()
    return Agreement(
        _differing(
            holder=_parties(gold, read.holder, "holder", fold, also=author),
            about=not gold.about_ids or bool(fold(gold.about_ids) & fold(read.about_ids)),
            proposition=share_words(content_words(gold.proposition), content_words(read.proposition)),
        )
    )

"""Positions in what somebody has laid down: "a deadline it had set for Chad to leave", "the price Sofia set for it"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.anaphora import described_before, taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_laying_down"]


@at(lambda words: words["laying down"]["verbs"])
def by_laying_down(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The deadline it had given Oman to leave" is a demand; a price demands one thing and offers another."""
    table = ctx.words["laying down"]
    if verb.pos_ != "VERB" or verb.lemma_ not in table["verbs"] or ctx.is_unreal(verb) or mood.is_negated(verb):
        return
    terms = next((t for t in _near(verb) if t.lemma_ in table["terms"]), None)
    if terms is None:
        return
    for holder in ctx.holders(verb):
        yield from _asked(ctx, verb, terms, holder)
        if terms == verb.head:
            yield from _priced(ctx, verb, terms, holder)


def _near(verb: Token) -> list[Token]:
    """The noun that a relative clause describes, what is set, or, in "a deadline Iran had set", one read with Iran."""
    under = clauses.subject(verb)
    beside = clauses.children(under, "compound") if under is not None else []
    return [*([verb.head] if verb.dep_ in {"acl:relcl", "acl"} else []), *clauses.children(verb, "obj"), *beside]


def _asked(ctx: Context, verb: Token, terms: Token, holder: tuple[str, ...]) -> Iterator[Found]:
    """What somebody is to do by a deadline, or as a condition."""
    tasks = [c for t in (verb, terms) for c in clauses.children(t, "advcl", "xcomp", "acl")]
    tasks = [t for t in tasks if any(c.dep_ == "mark" and c.lower_ == "to" for c in t.children)]
    given = [*clauses.children(verb, "iobj"), *clauses.prepositional(verb, "for", "to")]
    given += clauses.prepositional(terms, "for", "to")
    for task in tasks[:1]:
        under = clauses.children(task, "nsubj")
        doer = tuple(p for t in under or given for p in ctx.who.parties(t))
        action = ctx.actions.of(task, doer=doer) if doer and not same(doer, holder) else None
        if action:
            yield Found(holder, "demand", action, verb, f"laid down:{terms.lemma_}", 0.6)


def _priced(ctx: Context, verb: Token, terms: Token, holder: tuple[str, ...]) -> Iterator[Found]:
    """ "Chad will free the men, the price Niger set for reopening the border": asked for one, and offers the other."""
    before = taken_up(ctx, terms) or described_before(ctx, verb)
    if before is not None and before.action.doer and not same(before.action.doer, holder):
        yield Found(holder, "demand", before.action, verb, f"laid down:{terms.lemma_}", 0.55)
    for given in clauses.children(verb, "advcl"):
        if given.tag_ != "VBG" or clauses.marker(given) != "for":
            continue
        action = ctx.actions.of(given, doer=holder)
        if action:
            yield Found(holder, "offer", action, verb, f"laid down:{terms.lemma_}", 0.5)

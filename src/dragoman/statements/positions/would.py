"""What a party would do if it had its way: "Chile would cut the tax in stages", told by the author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.auxiliaries import is_inverted, is_of_nothing
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.positions.intentions import BEFALLING, UNDERGOING
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_would"]

_MAIN = {"ROOT", "conj", "parataxis", "advcl"}
_ASIDE = {"go", "make", "cover", "mean", "amount", "tie", "leave"}
"""What a thing brings about, or how somebody fares, more often than what he would do."""
_UNREAL = {"if", "unless", "had", "otherwise", "without", "were"}


def by_would(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The Greens want it abolished, whereas Chile would cut it in stages": what it is for, on no condition."""
    if verb.pos_ != "VERB" or verb.dep_ not in _MAIN or "would" not in mood.modals(verb):
        return
    under = clauses.subject(verb)
    if under is None:
        return
    if clauses.is_passive(verb) or mood.is_negated(verb) or is_of_nothing(verb) or is_inverted(verb):
        return
    done = bool(clauses.objects(verb)) and verb.lemma_ not in {*UNDERGOING, *BEFALLING, *_ASIDE}
    if not done or under.lower_ in {"it", "that", "this", "which"} or _is_perfect(verb) or ctx.is_unreal(verb):
        return
    if any(c.tag_ in {"WRB", "WP", "WDT"} for c in verb.children) or not verb.sent.words.isdisjoint(_UNREAL):
        return
    doers = ctx.who.parties(under)
    if not doers or ctx.speaker(verb).verb is not None or ctx.was_read(verb):
        dropped(verb, "would", "a forecast: who would act is not known, or another says it")
        return
    if action := ctx.actions.of(verb, doer=doers):
        yield Found(doers, "support", action, verb, "would", 0.4, ctx.conditions.of(verb))


def _is_perfect(verb: Token) -> bool:
    return any(c.lower_ == "have" for c in clauses.children(verb, "aux"))

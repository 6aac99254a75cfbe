"""Offers told by what could be: "can pay only if", "talks could open once", "hinted that it could withdraw"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.auxiliaries import THREATENING, told
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.intentions import is_undertaken
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_opening"]

_SIGNALLING = {"signal", "hint", "indicate", "suggest", "float", "intimate", "moot", "offer", "promise"}
"""Sayings by which "could" is an offer: "has hinted that it could withdraw"."""
_GRANTING = {"could", "can", "may", "might", "would"}
_HAVING = {"have", "get", "receive", "obtain", "regain", "return", "join", "keep", "expect", "enjoy", "rejoin", "count"}
"""What one may do only if another lets it: "could have gas cheaper if it dropped the suit"."""
_OPEN = {"could", "can", "may", "might"}
_BINDING = {"only_if", "after", "in_exchange_for"}
_STRICT = ("only", "provided", "on condition", "as long", "so long")


def by_opening(
    ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution
) -> Iterator[Found]:
    """What a clause under "could", "can", "may" or "might" offers, lets others have, or threatens."""
    modals, denied = mood.modals(verb), mood.is_negated(verb)
    saying = speaker.verb.lemma_ if speaker.verb is not None else ""
    if modals & _GRANTING and _is_granted(verb, doers, hanging, speaker):
        yield from told(ctx, verb, "offer", speaker.parties, speaker.parties, hanging, speaker, "could have", 0.5)
    elif saying not in THREATENING and (bound := [*_bound(ctx, verb, doers, hanging, speaker)]):
        yield from bound
    elif not modals & {"could", "might", "may"}:
        return
    elif saying in THREATENING:
        if doers and not denied and ctx.speaks_for(speaker, doers):
            yield from told(ctx, verb, "promise", doers, doers, hanging, speaker, "could", 0.45)
    elif saying in _SIGNALLING and doers:
        if ctx.speaks_for(speaker, doers) or ctx.attributions.is_insider(speaker):
            stance: Stance = "promise" if verb.lemma_ in ctx.words["harms"]["verbs"] else "offer"
            yield from told(ctx, verb, stance, doers, doers, hanging, speaker, "could", 0.5)
    elif not denied and is_undertaken(ctx, verb, speaker):
        sure = 0.45 if saying in _SIGNALLING else 0.4
        yield from told(ctx, verb, "offer", speaker.parties, speaker.parties, hanging, speaker, "could be", sure)


def _is_granted(verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution) -> bool:
    """ "Niger could have its aid back if it freed him", said X: what the speaker would let another have."""
    if hanging is None or hanging.type not in {"only_if", "unless", "after"} or verb.lemma_ not in _HAVING:
        return False
    asked = [a.doer for a in hanging.actions if a.doer]
    return bool(speaker.parties and asked) and not any(same(d, speaker.parties) for d in [doers, *asked])


def _bound(
    ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution
) -> Iterator[Found]:
    """ "Chile can pay only if Peru does", it says; "the ban could be lifted if", said X: offers of whoever says so."""
    if hanging is None or hanging.type not in _BINDING or not mood.modals(verb) & _OPEN or mood.is_negated(verb):
        return
    if verb.lemma_ in ctx.words["faring"]["words"]:
        return
    if doers:
        strict = ctx.text.article.text[hanging.start : hanging.end].lower().startswith(_STRICT)
        own = ctx.speaks_for(speaker, doers) or ctx.attributions.is_insider(speaker) or (not speaker.verb and strict)
        if own:
            yield from told(ctx, verb, "offer", doers, doers, hanging, speaker, "could if", 0.5)
        return
    who = _opening(ctx, verb, hanging, speaker)
    if who:
        yield from told(ctx, verb, "offer", speaker.parties, who, hanging, speaker, "could be if", 0.45)


def _opening(ctx: Context, verb: Token, hanging: Hanging, speaker: Attribution) -> tuple[str, ...]:
    """Who would do what a speaker says could be done: both sides a deal, itself what others are asked something for."""
    under = clauses.subject(verb)
    asked = [a.doer for a in hanging.actions if a.doer and not same(a.doer, speaker.parties)]
    if under is None or not speaker.parties or clauses.children(verb, "obl:agent"):
        return ()
    if ctx.actions.unnamed.is_joint(under):
        started = clauses.is_passive(verb) or verb.lemma_ in ctx.words["faring"]["starting"]
        others = asked[0] if asked else ctx.actions.unnamed.between() if hanging.actions else ()
        return tuple(dict.fromkeys([*speaker.parties, *others])) if started and others else ()
    known = ctx.actions.unnamed.by_thing(verb, speaker.parties)
    done = clauses.is_passive(verb) and verb.lemma_ in ctx.words["undertaken"]["verbs"]
    return speaker.parties if done and (not known or same(known, speaker.parties)) else ()

"""Positions from auxiliaries: what must be, what will not be, what would be if."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.attribution import Attribution
from dragoman.statements.cast import party_of
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.asking import beside
from dragoman.statements.positions.auxiliaries import (
    STATES,
    THREATENING,
    is_asked_about,
    is_bound_to,
    is_consequence,
    is_expected,
    is_inverted,
    is_no_way,
    is_of_anybody,
    is_of_no_other,
    is_of_nothing,
    is_term,
    is_unable,
    told,
)
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.heads import due
from dragoman.statements.positions.intentions import UNDERGOING, by_intention
from dragoman.statements.positions.lasting import by_lasting, is_lasting
from dragoman.statements.positions.openings import by_opening
from dragoman.statements.positions.rather import rather_that
from dragoman.statements.positions.standing import is_in_the_way
from dragoman.statements.stances import is_instead
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_modal", "by_turn"]

_TELLING = {"will", "would", "can", "cannot", "could", "may", "might"}
"""Helpers that tell a stance, beside those of duty; "has" and "was" do so only where denied."""
_LANDS = {"country", "state", "nation", "government", "member", "party", "company", "union", "side"}
"""Who else may be forced: "no country would be obliged to take anybody in"."""
_NO_DEEDS = {"say", "have", "forgive", "forget", "comment", "thank", "survive", "save", "make", "solve"}
"""What one will not do without refusing it: silence towards the press, feelings, what a thing brings about."""
_SENSING = {"see", "understand", "imagine", "remember", "hear", "predict"}
"""What one is not able to do without refusing it: "could not see what it would solve"."""
_YIELDING = {"object", "demur", "dissent", "balk", "baulk", "mind", "interfere", "intervene"}
"""What one would not do against a thing that is let pass."""


def by_modal(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Iran must stop", said X; "it will not sign unless"; "they would free them in return"."""
    modals = mood.modals(verb) if verb.pos_ in {"VERB", "AUX"} and verb.lemma_ != "be" else None
    if not modals or ctx.is_unreal(verb) or mood.is_missed(verb) or ctx.is_guaranteed(verb):
        return
    if is_inverted(verb) or is_instead(verb) or is_asked_about(verb):
        return
    negated = mood.is_negated(verb) or is_of_nothing(verb) or is_no_way(verb)
    if negated and verb.lemma_ in _SENSING and modals & {"can", "could", "cannot"}:
        dropped(verb, "modal:will not", "what one cannot see one does not refuse")
        return
    telling = not modals.isdisjoint(_TELLING) or not modals.isdisjoint(ctx.words["obligation"]["must"])
    if not (telling or negated or verb.lemma_ in ctx.words["forcing"]["verbs"]):
        return
    speaker = ctx.speaker(verb)
    if wished := rather_that(ctx, verb):
        yield wished
        return
    undergone = clauses.is_passive(verb) or clauses.is_passive(due(verb))
    doers = () if undergone else ctx.who.parties(clauses.subject(verb))
    doers = _own_organ(ctx, verb, speaker) or doers
    if forced := _unforced(ctx, verb):
        yield forced
        return
    if negated and _lets_pass(verb):
        dropped(verb, "modal:will not", "who would not stand against a thing lets it pass")
        return
    hanging = ctx.conditions.of(verb)
    if modals & set(ctx.words["obligation"]["must"]):
        own = bool(doers) and same(doers, speaker.parties) and verb.dep_ == "acl:relcl"
        own = own or (verb.lemma_ == "expect" and "should" in modals)
        if ctx.was_read(verb) or is_term(verb) or own or _is_still_to_come(verb):
            return
        free = is_consequence(verb, doers, speaker) or _need_not(verb, modals) or is_of_anybody(verb, doers)
        if speaker.parties and not free:
            stance: Stance = "oppose" if negated else "demand"
            asked, doers = _what_is_let(ctx, verb) or (verb, doers)
            yield from told(ctx, asked, stance, speaker.parties, doers, hanging, speaker, "must", 0.7)
        else:
            dropped(verb, "modal:must", "nobody known says so, it only need not be, or it would follow")
    elif negated and modals & {"can", "cannot", "could"} and speaker.parties and (let := _what_is_let(ctx, verb)):
        yield from told(ctx, let[0], "oppose", speaker.parties, let[1], hanging, speaker, "must", 0.65)
    elif modals & {"will", "would", "can", "cannot", "could"} and negated:
        holder = doers if not clauses.is_passive(verb) else ()
        own = bool(holder) and (ctx.speaks_for(speaker, holder) or ctx.attributions.is_insider(speaker))
        able = not (is_unable(verb) and not doers) and not is_of_no_other(ctx, verb)
        nobody = verb.lemma_ in ctx.words["obligation"]["accepting"] and able
        if _is_warned(holder, speaker, hanging, own=own) or is_expected(ctx, verb, holder):
            dropped(verb, "modal:will not", "what somebody else is warned of, or thought to do, is not refused by him")
            return
        holder = holder or (speaker.parties if hanging or nobody or clauses.is_passive(verb) else ())
        own = own or _is_declared(verb, holder, speaker)
        if holder and (hanging or own or verb.lemma_ in ctx.words["obligation"]["accepting"]):
            yield from told(ctx, verb, "refuse", holder, doers or holder, hanging, speaker, "will not", 0.7)
        else:
            dropped(verb, "modal:will not", "a forecast: not said by who would act, and on no condition")
    elif negated and speaker.parties and _is_own_intent(ctx, verb):
        yield from told(ctx, verb, "refuse", speaker.parties, speaker.parties, hanging, speaker, "not going", 0.6)
    else:
        yield from _meant(ctx, verb, doers, hanging, speaker)


def _meant(
    ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution
) -> Iterator[Found]:
    """What somebody means to do, would let others do or keeps as it is."""
    modals = mood.modals(verb)
    if is_bound_to(verb):
        dropped(verb, "modal:would", "what somebody would have to do he does not offer")
    elif modals & {"will", "would"} and is_lasting(ctx, verb):
        yield from by_lasting(ctx, verb, hanging, speaker)
    elif found := [*by_opening(ctx, verb, doers, hanging, speaker)]:
        yield from found
    elif modals & {"will", "would"}:
        yield from by_intention(ctx, verb, doers, hanging, speaker)


def _lets_pass(verb: Token) -> bool:
    """ "Would not object", "would not stand in the way"."""
    yielding = verb.lemma_ in _YIELDING and not clauses.prepositional(verb, "in")
    return (yielding or is_in_the_way(verb)) and not clauses.children(verb, "obj", "xcomp")


def _need_not(verb: Token, modals: frozenset[str]) -> bool:
    """ "Need not sign", "does not have to sign": free not to, and not asked to."""
    if "need" in modals and mood.is_negated(verb):
        return True
    outer = verb.head
    return verb.dep_ == "xcomp" and outer.lemma_ in {"have", "need"} and mood.is_negated(outer)


def _is_still_to_come(verb: Token) -> bool:
    """ "A draft, which the clans must still approve": the course of things, told in passing."""
    return verb.dep_ == "acl:relcl" and any(c.lower_ in {"still", "yet"} for c in verb.children)


def _what_is_let(ctx: Context, verb: Token) -> tuple[Token, tuple[str, ...]] | None:
    """ "Must not be allowed to fill the dam": what is not to be done, by whoever must not be let."""
    if verb.lemma_ not in {"allow", "permit", "let"} or not clauses.is_passive(verb):
        return None
    deed = next((c for c in clauses.children(verb, "xcomp") if c.i > verb.i and clauses.marker(c) == "to"), None)
    return (deed, ctx.who.parties(clauses.subject(verb))) if deed is not None else None


def _own_organ(ctx: Context, verb: Token, speaker: Attribution) -> tuple[str, ...]:
    """ "The armed forces would not pull back", said an official: of his own state, where no other is named."""
    table, under = ctx.words["own organs"], clauses.subject(verb)
    if under is None or clauses.is_passive(verb) or under.lemma_ not in table["words"]:
        return ()
    beside = [c for c in under.children if c.dep_ in {"amod", "compound", "nmod:poss", "nmod", "det", "acl:relcl"}]
    if not any(c.lower_ in {"the", "our", "its", "his", "her"} for c in beside):
        return ()
    if any(c.pos_ not in {"DET", "PRON"} and c.lower_ not in table["described"] for c in beside):
        return ()
    homes = {party_of(party) for party in speaker.parties}
    return tuple(p for p in homes if ctx.text.names.sort_of(p) == "state") if len(homes) == 1 else ()


def _is_declared(verb: Token, holder: tuple[str, ...], speaker: Attribution) -> bool:
    """ "Norway will not lower its duties", told by the author: what a party will not do, no mere forecast."""
    if not holder or speaker.verb is not None or "will" not in mood.modals(verb):
        return False
    return bool(clauses.objects(verb)) and verb.lemma_ not in _NO_DEEDS and verb.lemma_ not in UNDERGOING


def _is_warned(holder: tuple[str, ...], speaker: Attribution, hanging: Hanging | None, *, own: bool) -> bool:
    """ "Warned that Chad would not get a loan unless it paid": told by another as what would come."""
    warned = speaker.verb is not None and speaker.verb.lemma_ in THREATENING
    return hanging is not None and bool(holder) and warned and not own


def _is_own_intent(ctx: Context, verb: Token) -> bool:
    """ "We are not going back without our pension": what a speaker says of itself in the present, to come."""
    under = clauses.children(verb, "nsubj")
    own = bool(under) and under[0].lower_ in {"we", "i"} and verb.tag_ == "VBG" and verb.lemma_ not in STATES
    own = own and not (verb.lemma_ == "go" and any(clauses.marker(c) == "to" for c in verb.children))
    now = {c.lower_ for c in clauses.children(verb, "aux")} & {"are", "am", "'re", "’re", "'m", "’m"}
    return own and bool(now) and ctx.attributions.is_quoted(verb.idx, verb.idx + len(verb)) is True


def _unforced(ctx: Context, verb: Token) -> Found | None:
    """ "No one can force us to withdraw", "we will not be bullied into it": a refusal of whoever might be made to."""
    under = clauses.subject(verb)
    over = verb.lemma_ in ctx.words["forcing"]["over"] and mood.modals(verb) & _TELLING
    if over and clauses.is_passive(verb) and mood.is_negated(verb):
        own = ctx.who.parties(under)
        made = ctx.actions.of(verb, doer=own) if own else None
        end = stretches.phrase(verb, without=clauses.children(verb, "parataxis", "punct"))[1]
        told = ctx.text.article.text[verb.idx : end]
        return Found(own, "refuse", replace(made, words=f"be {told}"), verb, "unforced", 0.5) if made else None
    if verb.lemma_ in ctx.words["forcing"]["verbs"] and clauses.is_passive(verb) and mood.is_negated(verb):
        into = [c for c in [*clauses.children(verb, "xcomp"), *clauses.prepositional(verb, "into")] if c.i > verb.i]
        if own := ctx.who.parties(under):
            made = ctx.actions.of(into[0], doer=own) if into else None
            return Found(own, "refuse", made, verb, "unforced", 0.6) if made else None
    nobody = under is not None and (
        under.lower_ in {"nobody", "nothing", "none"} or any(c.lower_ == "no" for c in under.children)
    )
    somebody = under is not None and (under.pos_ == "PRON" or under.lemma_ in ctx.actions.people | _LANDS)
    if nobody and somebody and clauses.is_passive(verb) and verb.lemma_ in ctx.words["forcing"]["verbs"]:
        return _forced_by_none(ctx, verb)
    if not nobody or clauses.is_passive(verb) or verb.lemma_ not in ctx.words["forcing"]["verbs"]:
        return None
    inner = [c for c in clauses.children(verb, "xcomp", "ccomp") if c.i > verb.i and clauses.marker(c) in {"", "to"}]
    forced = [*clauses.children(verb, "obj"), *(c for i in inner for c in clauses.children(i, "nsubj"))]
    doers = ctx.who.parties(forced[0]) if forced else ()
    action = ctx.actions.of(inner[0], doer=doers) if inner and doers else None
    return Found(doers, "refuse", action, verb, "unforced", 0.6) if action else None


def _forced_by_none(ctx: Context, verb: Token) -> Found | None:
    """ "Nobody will be forced to leave", said X, who could force them."""
    speaker = ctx.speaker(verb)
    action = ctx.actions.of(verb, doer=speaker.parties) if speaker.parties else None
    if action is None:
        return None
    action = replace(action, words=f"not {action.words}")
    return Found(speaker.parties, "promise", action, verb, "unforced", 0.5, None, speaker)


@beside("up")
def by_turn(ctx: Context, token: Token) -> Iterator[Found]:
    """ "It was up to the United States to decide", said X."""
    doc = token.doc
    if not ctx.text.at.get(token.i) or token.i + 2 >= len(doc) or doc[token.i + 1].tag_ != "TO":
        return
    words = [t.lower_ for t in doc[max(0, token.i - 4) : token.i] if not t.is_quote]
    if " ".join(words).replace(" the", "").endswith("up to"):
        verb = doc[token.i + 2]
        speaker = ctx.speaker(verb)
        action = ctx.actions.of(verb, doer=ctx.who.parties(token))
        if speaker.parties and action:
            yield Found(speaker.parties, "demand", action, verb, "up to", 0.7, None, speaker)

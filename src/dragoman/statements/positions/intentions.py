"""Positions from "will" and "would": what one means to do, undertakes, or would do if."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.auxiliaries import THREATENING, is_expected, told
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.harms import is_threatened
from dragoman.statements.positions.rather import by_rather
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["BEFALLING", "UNDERGOING", "by_intention", "is_undertaken"]

UNDERGOING = {
    "lose", "face", "suffer", "gain", "benefit", "get", "receive", "have", "need", "struggle", "find", "risk", "win",
    "emerge", "become", "remain", "see", "know", "feel", "experience", "miss", "avoid", "escape",
}  # fmt: skip
"""What comes over somebody, and is no deed: "Chad will lose the money if Mali leaves"."""
BEFALLING = {
    "need", "cost", "lapse", "slide", "slip", "plunge", "default", "suffer", "struggle", "benefit", "starve", "sink",
    "lose", "face", "risk", "drift", "end", "profit", "wither", "crumble", "regret", "fall", "rise", "descend",
    "spiral", "erupt", "implode", "collapse", "stumble", "plummet", "soar", "sleepwalk", "hear", "learn",
}  # fmt: skip
"""Of these and others, what nobody promises even of himself: "it would cost billions", said its chairman."""
_TRAVELLING = {"go", "travel", "fly", "head", "return", "come", "journey", "leave"}


def by_intention(
    ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution
) -> Iterator[Found]:
    """ "It will sign", "would free them if", "visa bans would follow", said X: promises, and offers on a condition."""
    if any(c.lower_ in {"rather", "sooner"} and c.i < verb.i for c in verb.children):
        yield from by_rather(ctx, verb, doers, speaker)
        return
    own = doers and (ctx.speaks_for(speaker, doers) or ctx.attributions.is_insider(speaker))
    conditional = hanging is not None and hanging.type in {"only_if", "unless", "after"}
    if own and is_expected(ctx, verb, doers):
        dropped(verb, "modal:will", "what somebody else hopes or thinks, and nothing he promises")
        return
    if own and not conditional and _is_trip(ctx, verb):
        dropped(verb, "modal:will", "a journey: an act to come, and no position")
        return
    foreseen = speaker.verb is not None and speaker.verb.lemma_ in {"predict", "forecast", "foresee", "prophesy"}
    if own and (verb.lemma_ in BEFALLING or foreseen):
        dropped(verb, "modal:will", "what would come over somebody, and nothing he means to do")
        return
    if own:
        warned = speaker.verb is not None and speaker.verb.lemma_ in THREATENING
        offered = conditional and hanging is not None and _side(ctx, verb, hanging) == "offer" and not warned
        stance: Stance = "offer" if offered else "promise"
        yield from told(ctx, verb, stance, doers, doers, hanging, speaker, "will", 0.55)
    elif speaker.verb is None and _goes_on(verb) and doers:
        yield from told(ctx, verb, "promise", doers, doers, hanging, speaker, "would", 0.45)
    elif (
        conditional
        and doers
        and speaker.verb is None
        and not _is_faring(ctx, verb)
        and (
            "would" in mood.modals(verb)
            or _strict(ctx, hanging)
            or is_threatened(ctx, verb, hanging)
            or _is_for_another(ctx, verb, doers, hanging)
            or any(c.lower_ == "only" for c in verb.children)
        )
    ):
        yield from told(ctx, verb, _side(ctx, verb, hanging), doers, doers, hanging, speaker, "would if", 0.5)
    elif speaker.verb is None and doers and (granted := [*_granted(ctx, verb, doers, hanging)]):
        yield from granted
    elif not conditional and (is_undertaken(ctx, verb, speaker) or _proceeds(ctx, verb, speaker)):
        yield from told(ctx, verb, "promise", speaker.parties, speaker.parties, hanging, speaker, "would be", 0.5)
    elif conditional and speaker.parties and not doers and not _of_a_thing(ctx, verb):
        yield from told(
            ctx, verb, _side(ctx, verb, hanging), speaker.parties, speaker.parties, hanging, speaker, "would if", 0.5
        )


def _side(ctx: Context, verb: Token, hanging: Hanging | None) -> Stance:
    """ "Will impose sanctions unless": what one does where the other does nothing, or harm, is promised as a threat."""
    threat = hanging is not None and (hanging.type == "unless" or is_threatened(ctx, verb, hanging))
    return "promise" if threat else "offer"


def _is_faring(ctx: Context, verb: Token) -> bool:
    """ "Argentina would slide into arrears if": how somebody would fare, and nothing he offers."""
    return verb.lemma_ in UNDERGOING or verb.lemma_ in BEFALLING or verb.lemma_ in ctx.words["faring"]["words"]


def _is_trip(ctx: Context, verb: Token) -> bool:
    """ "He would go to Beijing", "will visit Oslo", "would wait": where somebody is to be, and no deed."""
    if verb.lemma_ in {"visit", "wait", "wonder", "know"}:
        return True
    places = clauses.prepositional(verb, "to", "for", "in") if verb.lemma_ in _TRAVELLING else []
    return any(ctx.who.is_land(t) or m for t in places for m in (ctx.text.at.get(t.i, ()),))


def is_undertaken(ctx: Context, verb: Token, speaker: Attribution) -> bool:
    """ "Visa bans would be placed on officers", X said: what the speaker has in hand and announces of itself."""
    undertaken = ctx.words["undertaken"]
    if not speaker.parties or not clauses.is_passive(verb) or clauses.children(verb, "obl:agent"):
        return False
    under = clauses.subject(verb)
    heard = verb.lemma_ == "hear" and under is not None and under.lemma_ in undertaken["heard"]
    if verb.lemma_ not in undertaken["verbs"] and not heard:
        return False
    owners = [under, *clauses.agents(under)] if under is not None else []
    received = any(same(ctx.who.parties(owner), speaker.parties) for owner in owners)
    known = ctx.actions.unnamed.by_thing(verb, speaker.parties)
    return not (received and verb.lemma_ in undertaken["received"]) and (not known or same(known, speaker.parties))


def _proceeds(ctx: Context, verb: Token, speaker: Attribution) -> bool:
    """ "The parade would go ahead", X said: what the speaker means to let happen."""
    table, under = ctx.words["proceeding"], clauses.subject(verb)
    if not speaker.parties or under is None or under.pos_ != "NOUN" or ctx.who.parties(under):
        return False
    behind = {*(c.lower_ for c in verb.children if c.i > verb.i), verb.nbor().lower_}
    going = verb.lemma_ in table["with particles"] and bool(behind & set(table["particles"]))
    organ = under.lemma_ in table["organs"] and verb.lemma_ in table["acting"]
    return going or organ or verb.lemma_ in table["verbs"]


def _of_a_thing(ctx: Context, verb: Token) -> bool:
    """ "The sanctions would be gone if": a forecast of what nobody is named to do, not what "would be lifted"."""
    under = clauses.subject(verb)
    done_to = clauses.is_passive(verb) and verb.lemma_ != "go"
    acting = under is not None and under.lemma_ in ctx.actions.people
    return under is not None and under.pos_ in {"NOUN", "PROPN"} and not done_to and not acting


def _strict(ctx: Context, hanging: Hanging | None) -> bool:
    """ "will release water only if": told by the author, it is still the terms of whoever would act."""
    words = ctx.text.article.text[hanging.start : hanging.end].lower() if hanging else ""
    return words.startswith(("only", "provided", "on condition", "unless", "as long", "so long"))


def _is_for_another(ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None) -> bool:
    """ "Chad will sign if Mali pays": a deed of one that waits for a deed of another, no mere forecast."""
    if hanging is None or hanging.type not in {"after", "only_if"}:
        return False
    if verb.lemma_ in UNDERGOING or verb.lemma_ in ctx.words["happening"]["words"]:
        return False
    return all(a.doer and not same(a.doer, doers) for a in hanging.actions)


def _goes_on(verb: Token) -> bool:
    """ "He would also inform Beijing": a report that goes on without its verb of saying."""
    under = clauses.subject(verb)
    return under is not None and under.lower_ in {"he", "she"} and verb.dep_ == "ROOT" and "would" in mood.modals(verb)


def _granted(ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None) -> Iterator[Found]:
    """ "Norway will let the trawlers in", told by the author: what it grants, and as good as promised."""
    if "will" not in mood.modals(verb) or clauses.is_passive(verb) or verb.lemma_ not in ctx.words["granting"]["verbs"]:
        return
    given = clauses.children(verb, "obj", "ccomp", "xcomp", "iobj")
    if is_expected(ctx, verb, doers):
        dropped(verb, "modal:will grant", "what somebody else hopes or thinks, and nothing he promises")
    elif given and not any(c.tag_ in {"WP", "WDT", "WRB"} for c in verb.children):
        yield from told(ctx, verb, "promise", doers, doers, hanging, ctx.speaker(verb), "will grant", 0.45)

"""Positions from auxiliaries: what must be, what will not be, what would be if."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.actions import Action
from dragoman.statements.attribution import Attribution
from dragoman.statements.conditions import Hanging
from dragoman.statements.group_names import is_group_noun
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.exchanges import undone
from dragoman.statements.stances import is_instead
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_absence", "by_modal", "by_turn"]

_SIGNALLING = {"signal", "hint", "indicate", "suggest", "float", "intimate", "moot", "offer", "promise"}
"""Sayings by which "could" is an offer: "has hinted that it could withdraw"."""
_THREATENING = {"warn", "threaten", "caution"}
"""Sayings by which it is a threat: "warned that it might freeze the loan"."""
_TELLING = {"will", "would", "can", "cannot", "could", "may", "might"}
"""Helpers that tell a stance, beside those of duty; "has" and "was" do so only where denied."""
_GRANTING = {"could", "can", "may", "might", "would"}
_HAVING = {"have", "get", "receive", "obtain", "regain", "return", "join", "keep", "expect", "enjoy", "rejoin", "count"}
"""What one may do only if another lets it: "could have gas cheaper if it dropped the suit"."""
_STATES = {
    "talk",
    "say",
    "try",
    "look",
    "expect",
    "suggest",
    "work",
    "get",
    "do",
    "see",
    "hear",
    "ask",
    "claim",
    "speak",
    "seek",
}
"""Verbs that tell, of oneself and denied, what one is about, not what one would not do: "we are not asking for"."""
_TRAVELLING = {"go", "travel", "fly", "head", "return", "come", "journey", "leave"}
_NOBODY = {"nobody", "none", "everyone", "everybody", "all", "anyone"}
"""Pronouns for all whom it may concern: "nobody should add conditions"."""


def by_modal(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Iran must stop", said X; "it will not sign unless"; "they would free them in return"."""
    modals = clauses.modals(verb) if verb.pos_ in {"VERB", "AUX"} and verb.lemma_ != "be" else None
    if not modals or ctx.is_unreal(verb):
        return
    if _is_inverted(verb) or is_instead(verb) or _is_asked_about(verb):
        return
    negated = clauses.is_negated(verb) or _is_of_nothing(verb) or _is_no_way(verb)
    telling = not modals.isdisjoint(_TELLING) or not modals.isdisjoint(ctx.words["obligation"]["must"])
    if not (telling or negated or verb.lemma_ in ctx.words["forcing"]["verbs"]):
        return
    speaker = ctx.speaker(verb)
    if wished := _rather_that(ctx, verb):
        yield wished
        return
    doers = ctx.who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
    forced = _unforced(ctx, verb)
    if forced:
        yield forced
        return
    hanging = ctx.conditions.of(verb)
    if modals & set(ctx.words["obligation"]["must"]):
        own = bool(doers) and same(doers, speaker.parties) and verb.dep_ == "acl:relcl"
        if ctx.was_read(verb) or _is_term(verb) or own:
            return
        if speaker.parties and not (negated and "need" in modals) and not _of_anybody(verb, doers):
            stance: Stance = "oppose" if negated else "demand"
            yield from _modal(ctx, verb, stance, speaker.parties, doers, hanging, speaker, "must", 0.7)
        else:
            dropped(verb, "modal:must", "nobody known says so, or it only need not be")
    elif modals & {"will", "would", "can", "cannot", "could"} and negated:
        holder = doers if not clauses.is_passive(verb) else ()
        own = bool(holder) and (ctx.speaks_for(speaker, holder) or ctx.attributions.is_insider(speaker))
        able = not (_is_unable(verb) and not doers) and not _is_of_no_other(ctx, verb)
        nobody = verb.lemma_ in ctx.words["obligation"]["accepting"] and able
        holder = holder or (speaker.parties if hanging or nobody or clauses.is_passive(verb) else ())
        if holder and (hanging or own or verb.lemma_ in ctx.words["obligation"]["accepting"]):
            yield from _modal(ctx, verb, "refuse", holder, doers or holder, hanging, speaker, "will not", 0.7)
        else:
            dropped(verb, "modal:will not", "a forecast: not said by who would act, and on no condition")
    elif negated and speaker.parties and _is_own_intent(ctx, verb):
        yield from _modal(ctx, verb, "refuse", speaker.parties, speaker.parties, hanging, speaker, "not going", 0.6)
    elif modals & {"will", "would"} and _is_lasting(ctx, verb):
        yield from _by_lasting(ctx, verb, hanging, speaker)
    elif modals & _GRANTING and _is_granted(verb, doers, hanging, speaker):
        yield from _modal(ctx, verb, "offer", speaker.parties, speaker.parties, hanging, speaker, "could have", 0.5)
    elif modals & {"could", "might", "may"} and speaker.verb is not None and speaker.verb.lemma_ in _THREATENING:
        if doers and not negated and ctx.speaks_for(speaker, doers):
            yield from _modal(ctx, verb, "promise", doers, doers, hanging, speaker, "could", 0.45)
    elif modals & {"could", "might", "may"} and speaker.verb is not None and speaker.verb.lemma_ in _SIGNALLING:
        if doers and (ctx.speaks_for(speaker, doers) or ctx.attributions.is_insider(speaker)):
            stance = "promise" if verb.lemma_ in ctx.words["harms"]["verbs"] else "offer"
            yield from _modal(ctx, verb, stance, doers, doers, hanging, speaker, "could", 0.5)
        elif clauses.is_passive(verb) and not negated and _is_undertaken(ctx, verb, speaker):
            yield from _modal(ctx, verb, "offer", speaker.parties, speaker.parties, hanging, speaker, "could be", 0.45)
    elif modals & {"will", "would"}:
        yield from _by_intention(ctx, verb, doers, hanging, speaker)


def _is_lasting(ctx: Context, verb: Token) -> bool:
    """ "The ban will stay", but not "we will hold our fire"."""
    return verb.lemma_ in ctx.words["lasting"]["words"] and not clauses.children(verb, "obj", "xcomp")


def _is_own_intent(ctx: Context, verb: Token) -> bool:
    """ "We are not going back without our pension": what a speaker says of itself in the present, to come."""
    under = clauses.children(verb, "nsubj")
    own = bool(under) and under[0].lower_ in {"we", "i"} and verb.tag_ == "VBG" and verb.lemma_ not in _STATES
    own = own and not (verb.lemma_ == "go" and any(clauses.marker(c) == "to" for c in verb.children))
    now = {c.lower_ for c in clauses.children(verb, "aux")} & {"are", "am", "'re", "’re", "'m", "’m"}
    return own and bool(now) and ctx.attributions.is_quoted(verb.idx, verb.idx + len(verb)) is True


def _rather_that(ctx: Context, verb: Token) -> Found | None:
    """ "Australia would rather the matter were put off": the first of two subjects is whose wish it is."""
    rather = next((c for c in clauses.children(verb, "advmod") if c.lower_ in {"rather", "sooner"}), None)
    under = [c for c in clauses.children(verb, "nsubj", "nsubj:pass") if c.i < verb.i]
    if rather is None or len(under) != 2 or not under[0].i < rather.i < under[1].i:
        return None
    holder = ctx.who.parties(under[0])
    doers = ctx.who.parties(under[1]) if not clauses.is_passive(verb) else ()
    action = ctx.actions.of(verb, doer=doers, default=ctx.actions.unnamed.of(verb, holder)) if holder else None
    if action is None:
        return None
    own = {t.text for t in under[0].subtree}
    action = replace(action, words=" ".join(w for w in action.words.split() if w not in own))
    return Found(holder, "support", action, verb, "modal:rather", 0.55)


def _is_asked_about(verb: Token) -> bool:
    """ "Declined to say how he would vote": what is left open is nobody's position."""
    return verb.dep_ == "ccomp" and any(
        c.tag_ == "WRB" and c.i < verb.i and c.lower_ in {"how", "when", "where", "why", "whether"}
        for c in verb.children
    )


def _is_unable(verb: Token) -> bool:
    """ "Nobody there can sign": who is not named is not able to, which is no refusal."""
    under = clauses.subject(verb)
    none = under is not None and (under.lower_ in _NOBODY or any(c.lower_ == "no" for c in under.children))
    return none and bool(clauses.modals(verb) & {"can", "could", "cannot"})


def _is_of_no_other(ctx: Context, verb: Token) -> bool:
    """ "No donor would accept it", said X: a forecast of what others will not do."""
    under = clauses.subject(verb) if not clauses.is_passive(verb) else None
    if under is None or not any(c.lower_ == "no" for c in under.children):
        return False
    return under.lemma_ in ctx.actions.people or is_group_noun(under)


def _is_granted(verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution) -> bool:
    """ "Niger could have its aid back if it freed him", said X: what the speaker would let another have."""
    if hanging is None or hanging.type not in {"only_if", "unless", "after"} or verb.lemma_ not in _HAVING:
        return False
    asked = [a.doer for a in hanging.actions if a.doer]
    return bool(speaker.parties and asked) and not any(same(d, speaker.parties) for d in [doers, *asked])


def _of_anybody(verb: Token, doers: tuple[str, ...]) -> bool:
    """ "You have to walk", "one must hope": of nobody in particular."""
    under = clauses.subject(verb)
    anybody = under is not None and under.pos_ == "PRON" and under.lower_ not in _NOBODY
    return anybody and not doers and not clauses.is_passive(verb)


def _is_inverted(verb: Token) -> bool:
    """ "Should they leave": a condition by word order, not what should be."""
    under = clauses.children(verb, "nsubj", "nsubj:pass")
    helpers = [c for c in verb.children if c.dep_ in {"aux", "aux:pass"} and c.lower_ in {"should", "were", "had"}]
    return bool(under and helpers) and helpers[0].i < under[0].left_edge.i


def _is_of_nothing(verb: Token) -> bool:
    """ "Will concede nothing", "not a euro will be paid": denied by its object, or by what it is done to."""
    objects = clauses.children(verb, "obj", "nsubj:pass")
    bare = [c for c in clauses.children(verb, "nsubj:pass") for g in c.children if g.lower_ == "not" and g.i < c.i]
    if bare:
        return True
    objects += [c for c in clauses.children(verb, "obl") if verb.nbor().dep_ == "case" and verb.nbor().head == c]
    return any(c.lower_ in {"nothing", "none"} or any(g.lower_ == "no" for g in c.children) for c in objects)


def _is_no_way(verb: Token) -> bool:
    """ "There was no way it would vote for it"."""
    outer = verb.head
    return outer.lemma_ in {"way", "chance", "question"} and any(c.lower_ == "no" for c in outer.children)


def _unforced(ctx: Context, verb: Token) -> Found | None:
    """ "No one can force us to withdraw", "we will not be bullied into it": a refusal of whoever might be made to."""
    under = clauses.subject(verb)
    if verb.lemma_ in ctx.words["forcing"]["verbs"] and clauses.is_passive(verb) and clauses.is_negated(verb):
        into = [c for c in [*clauses.children(verb, "xcomp"), *clauses.prepositional(verb, "into")] if c.i > verb.i]
        own = ctx.who.parties(under)
        made = ctx.actions.of(into[0], doer=own) if into and own else None
        return Found(own, "refuse", made, verb, "unforced", 0.6) if made else None
    nobody = under is not None and (
        under.lower_ in {"nobody", "nothing", "none"} or any(c.lower_ == "no" for c in under.children)
    )
    if not nobody or clauses.is_passive(verb) or verb.lemma_ not in ctx.words["forcing"]["verbs"]:
        return None
    inner = [c for c in clauses.children(verb, "xcomp", "ccomp") if c.i > verb.i and clauses.marker(c) in {"", "to"}]
    forced = [*clauses.children(verb, "obj"), *(c for i in inner for c in clauses.children(i, "nsubj"))]
    doers = ctx.who.parties(forced[0]) if forced else ()
    action = ctx.actions.of(inner[0], doer=doers) if inner and doers else None
    return Found(doers, "refuse", action, verb, "unforced", 0.6) if action else None


def _by_intention(
    ctx: Context, verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution
) -> Iterator[Found]:
    if any(c.lower_ in {"rather", "sooner"} and c.i < verb.i for c in verb.children):
        yield from _rather(ctx, verb, doers, speaker)
        return
    own = doers and (ctx.speaks_for(speaker, doers) or ctx.attributions.is_insider(speaker))
    conditional = hanging is not None and hanging.type in {"only_if", "unless", "after"}
    if own and not conditional and _is_trip(ctx, verb):
        dropped(verb, "modal:will", "a journey: an act to come, and no position")
        return
    if own:
        warned = speaker.verb is not None and speaker.verb.lemma_ in _THREATENING
        offered = conditional and hanging is not None and hanging.type != "unless" and not warned
        stance: Stance = "offer" if offered else "promise"
        yield from _modal(ctx, verb, stance, doers, doers, hanging, speaker, "will", 0.55)
    elif speaker.verb is None and _goes_on(verb) and doers:
        yield from _modal(ctx, verb, "promise", doers, doers, hanging, speaker, "would", 0.45)
    elif (
        conditional
        and doers
        and speaker.verb is None
        and ("would" in clauses.modals(verb) or _strict(ctx, hanging) or any(c.lower_ == "only" for c in verb.children))
    ):
        yield from _modal(ctx, verb, "offer", doers, doers, hanging, speaker, "would if", 0.5)
    elif not conditional and (_is_undertaken(ctx, verb, speaker) or _proceeds(ctx, verb, speaker)):
        yield from _modal(ctx, verb, "promise", speaker.parties, speaker.parties, hanging, speaker, "would be", 0.5)
    elif conditional and speaker.parties and not doers and not _of_a_thing(ctx, verb):
        side: Stance = "promise" if hanging and hanging.type == "unless" else "offer"
        yield from _modal(ctx, verb, side, speaker.parties, speaker.parties, hanging, speaker, "would if", 0.5)


def _is_term(verb: Token) -> bool:
    """ "A clause under which it must consult India": what a text says, not who speaks."""
    return verb.dep_ == "acl:relcl" and any(
        t.lower_ == "which" and t.nbor(-1).lower_ in {"under", "by"} for t in verb.subtree if t.i > verb.sent.start
    )


def _is_trip(ctx: Context, verb: Token) -> bool:
    """ "He would go to Beijing", "will visit Oslo", "would wait": where somebody is to be, and no deed."""
    if verb.lemma_ in {"visit", "wait", "wonder", "know"}:
        return True
    places = clauses.prepositional(verb, "to", "for", "in") if verb.lemma_ in _TRAVELLING else []
    return any(ctx.who.is_land(t) or m for t in places for m in (ctx.text.at.get(t.i, ()),))


def _is_undertaken(ctx: Context, verb: Token, speaker: Attribution) -> bool:
    """ "Visa bans would be placed on officers", X said: what the speaker has in hand and announces of itself."""
    undertaken = ctx.words["undertaken"]
    if not speaker.parties or not clauses.is_passive(verb) or clauses.children(verb, "obl:agent"):
        return False
    if verb.lemma_ not in undertaken["verbs"]:
        return False
    under = clauses.subject(verb)
    owners = [under, *clauses.agents(under)] if under is not None else []
    received = any(same(ctx.who.parties(owner), speaker.parties) for owner in owners)
    known = ctx.actions.unnamed.by_thing(verb, speaker.parties)
    return not (received and verb.lemma_ in undertaken["received"]) and (not known or same(known, speaker.parties))


def _proceeds(ctx: Context, verb: Token, speaker: Attribution) -> bool:
    """ "The parade would go ahead", X said: what the speaker means to let happen."""
    table, under = ctx.words["proceeding"], clauses.subject(verb)
    if not speaker.parties or under is None or under.pos_ != "NOUN" or ctx.who.parties(under):
        return False
    behind = {c.lower_ for c in verb.children if c.i > verb.i}
    going = verb.lemma_ in table["with particles"] and bool(behind & set(table["particles"]))
    return going or verb.lemma_ in table["verbs"]


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


def _by_lasting(ctx: Context, verb: Token, hanging: Hanging | None, speaker: Attribution) -> Iterator[Found]:
    """ "Sanctions will stay until the North disarms", said X: a demand for what would end them."""
    if not speaker.parties:
        return
    under = clauses.subject(verb)
    if under is not None and under.lemma_ in ctx.words["burdens"]["words"]:
        action = ctx.actions.of(under, default=speaker.parties)
        if action:
            action = replace(
                action, words=f"lift {action.words}", doer=speaker.parties, end=max(action.end, verb.idx + len(verb))
            )
            yield Found(speaker.parties, "refuse", action, verb, "lasting", 0.55, hanging, speaker)
    if hanging is None or hanging.type not in {"before", "unless", "only_if"}:
        return
    for told in hanging.actions:
        action = undone(ctx, told) or told
        doer = action.doer or ctx.actions.unnamed.of(action.head, speaker.parties)
        if hanging.type == "only_if" and action is told and _is_bad(ctx, told, hanging):
            continue
        if not same(doer, speaker.parties):
            yield Found(
                speaker.parties, "demand", replace(action, doer=doer), action.head, "lasting", 0.55, None, speaker
            )


def _is_bad(ctx: Context, action: Action, hanging: Hanging) -> bool:
    """ "Will stay as long as they shell the town": what lasts while somebody does a thing is no call for it."""
    words = ctx.text.article.text[hanging.start : hanging.end].lower()
    return "as long as" in words and not clauses.is_negated(action.head)


def _rather(ctx: Context, verb: Token, doers: tuple[str, ...], speaker: Attribution) -> Iterator[Found]:
    """ "would rather resign than sign": what stands after "than" is refused."""
    if clauses.is_negated(verb):
        yield from _modal(ctx, verb, "refuse", doers, doers, None, speaker, "rather not", 0.6)
        return
    for token in verb.subtree:
        if clauses.marker(token) == "than" or clauses.preposition(token) == "than":
            action = ctx.actions.of(token, doer=doers)
            if action and doers:
                if token.pos_ != "NUM":
                    yield Found(doers, "refuse", action, verb, "rather", 0.6, None, speaker)
                yield from _preferred(ctx, verb, token, doers, speaker)
            return
    seen = clauses.children(verb, "ccomp") if verb.lemma_ in {"see", "have"} else []
    if seen and (action := ctx.actions.of(seen[0], default=ctx.actions.unnamed.of(seen[0], doers))):
        yield Found(doers, "demand", action, verb, "rather", 0.55, None, speaker)
        return
    yield from _modal(ctx, verb, "support", doers, doers, None, speaker, "rather", 0.55)


def _preferred(
    ctx: Context, verb: Token, other: Token, doers: tuple[str, ...], speaker: Attribution
) -> Iterator[Found]:
    """ "Would rather have a treaty than guidelines": the treaty, not what one would do out of defiance."""
    seen = [c for c in clauses.children(verb, "xcomp", "ccomp") if c.tag_ in {"VBN", "VB"} and verb.i < c.i < other.i]
    if seen and verb.lemma_ in {"see", "have"} and not clauses.marker(seen[0]):
        action = ctx.actions.of(seen[0])
        if action:
            yield Found(doers, "support", action, verb, "rather", 0.5, None, speaker)
        return
    wished = [c for c in clauses.children(verb, "obj") if c != other and c.i < other.i]
    action = ctx.actions.of(wished[0], phrase=True) if wished and verb.lemma_ in {"have", "see", "get"} else None
    if action:
        action = replace(action, words=action.words.split(" than ")[0])
        yield Found(doers, "support", action, verb, "rather", 0.5, None, speaker)


def _goes_on(verb: Token) -> bool:
    """ "He would also inform Beijing": a report that goes on without its verb of saying."""
    under = clauses.subject(verb)
    return (
        under is not None and under.lower_ in {"he", "she"} and verb.dep_ == "ROOT" and "would" in clauses.modals(verb)
    )


def _modal(
    ctx: Context, verb: Token, stance: Stance, holder: tuple[str, ...], doers: tuple[str, ...],
    hanging: Hanging | None, speaker: Attribution, rule: str, sure: float,
) -> Iterator[Found]:  # fmt: skip
    action = ctx.actions.of(verb, doer=doers, default=ctx.actions.unnamed.of(verb, holder))
    if action:
        yield Found(holder, stance, action, verb, f"modal:{rule}", sure, hanging, speaker)


def by_absence(ctx: Context, token: Token) -> Iterator[Found]:
    """ "There will be no delay", "no deal without checks", said X: a refusal."""
    if not any(c.dep_ == "expl" or c.lower_ == "there" for c in token.children):
        return
    questioned = list(_out_of_question(ctx, token))
    yield from questioned
    if not questioned and clauses.modals(token) & {"should", "must"} and not clauses.is_negated(token):
        yield from _wanted_there(ctx, token)
        return
    denied = [c for c in token.children if c.dep_ in clauses.SUBJECTS and any(g.lower_ == "no" for g in c.children)]
    if questioned or not denied or not clauses.modals(token) & {"will", "would", "can", "could"}:
        return
    speaker = ctx.speaker(token)
    if not speaker.parties:
        return
    action = ctx.actions.of(denied[0], default=speaker.parties)
    if action:
        hanging = ctx.conditions.of(token, denied[0])
        yield Found(speaker.parties, "refuse", action, token, "absence", 0.6, hanging, speaker)
    for missed in clauses.prepositional(token, "without") if action and hanging is None else ():
        if missed.i < denied[0].i and (asked := ctx.actions.of(missed)):
            doer = asked.doer or ctx.actions.unnamed.of(missed, speaker.parties)
            yield Found(
                speaker.parties, "demand", replace(asked, doer=doer), missed, "mirror:unless", 0.5, None, speaker
            )


def _wanted_there(ctx: Context, token: Token) -> Iterator[Found]:
    """ "There should be a vote", "there must be an inquiry", said X: wanted."""
    speaker = ctx.speaker(token)
    for thing in clauses.children(token, "nsubj")[:1] if speaker.parties else ():
        if action := ctx.actions.of(ctx.actions.unwrap(thing), default=ctx.actions.unnamed.of(thing, speaker.parties)):
            yield Found(speaker.parties, "demand", action, token, "there should", 0.6, None, speaker)


def _out_of_question(ctx: Context, token: Token) -> Iterator[Found]:
    """ "There was no question of lifting tariffs", said X."""
    speaker = ctx.speaker(token)
    for noun in (c for c in clauses.children(token, "nsubj") if c.lemma_ in {"question", "way"}):
        about = [c for c in clauses.prepositional(noun, "of") if c.i > noun.i]
        if not about or not speaker.parties or not any(c.lower_ == "no" for c in noun.children):
            continue
        action = ctx.actions.of(about[0], default=speaker.parties)
        if action:
            for verb in (v for v in clauses.children(about[0], "amod") if v.tag_ == "VBG"):
                action = replace(action, words=f"{verb.lemma_} {action.words.replace(verb.text, '').strip()}")
            yield Found(speaker.parties, "refuse", action, token, "absence", 0.6, None, speaker)


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

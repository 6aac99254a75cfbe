"""Positions told by the shape of a sentence: what somebody wants is X, X tied to Y, the onus is on somebody to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.conditions import Hanging
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.asking import at, beside
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_least", "by_onus", "by_place", "by_state_wanted", "by_term", "by_tying"]

_GIVING = {"give", "set", "grant", "allow"}
_SOON = 6
"""Words behind "gave" within which "until" opens a term."""
_BROUGHT = {
    "open": "open {}", "shut": "close {}", "home": "bring {} home", "free": "free {}", "intact": "keep {} intact",
    "unchanged": "keep {} unchanged",
}  # fmt: skip
"""What somebody wants a thing to be, and what is then to be done with it."""
_NEAR = 4
"""Words behind a thing in which it is said what is to become of it."""
_WANTING = {"want", "demand", "like", "need"}
_SELF = {"itself", "themselves", "himself", "herself"}
_GOALS = {"goal", "target", "aim", "task", "objective", "limit", "ceiling", "mission", "challenge"}
"""What one sets oneself."""
_NOW = {"it", "this", "now"}


@at(lambda words: [*words["tying"]["verbs"], "make"])
def by_tying(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Tied its consent to a loan", "made its return dependent on relief", "made it a condition for talks"."""
    table = ctx.words["tying"]
    if verb.pos_ != "VERB" or verb.lemma_ not in {*table["verbs"], "make"} or clauses.is_passive(verb):
        return
    if ctx.was_read(verb):
        return
    objects = clauses.children(verb, "obj")
    if not objects:
        return
    if verb.lemma_ == "make":
        given, asked = _made_to_hang(verb, objects, table)
    else:
        below = [c for o in objects for c in clauses.prepositional(o, "to", "on", "upon")]
        asked = next(iter([*clauses.prepositional(verb, "to", "with", "on", "upon"), *below]), None)
        given = objects[0]
    holders = ctx.holders(verb)
    if given is None or asked is None or not holders or ctx.is_unreal(verb) or mood.is_negated(verb):
        return
    for holder in holders:
        wanted = ctx.actions.of(ctx.actions.unwrap(asked))
        offered = ctx.actions.of(ctx.actions.unwrap(given), default=holder)
        if wanted and not (offered and same(offered.doer, holder)) and _is_of_bargain(ctx, given):
            doer = wanted.doer or ctx.actions.unnamed.of(asked, holder)
            if not same(doer, holder):
                yield Found(holder, "demand", replace(wanted, doer=doer), verb, f"tying:{verb.lemma_}", 0.55)
        elif wanted and _is_own(ctx, given) and offered and same(offered.doer, holder):
            wanted = (
                wanted if wanted.doer else replace(wanted, doer=ctx.actions.unnamed.of(asked, holder), inferred=True)
            )
            hanging = Hanging("only_if", [wanted], wanted.start, wanted.end)
            yield Found(holder, "offer", offered, verb, f"tying:{verb.lemma_}", 0.6, hanging)


def _is_of_bargain(ctx: Context, given: Token) -> bool:
    """ "Tied any deal to a ban": what both sides would make or do, not "linked the raid to a smuggler"."""
    return given.lemma_ in {*ctx.words["joint"]["words"], *ctx.words["tying"]["given"]}


def _is_own(ctx: Context, given: Token) -> bool:
    """ "Tied its consent to a loan", "conditioned a lifting on": what the holder itself would give."""
    own = clauses.children(given, "nmod:poss") or given.lemma_.endswith(tuple(lexicon("nouns")["deed endings"]))
    return bool(own) or clauses.is_clause(given) or given.tag_ == "VBG" or _is_of_bargain(ctx, given)


def _made_to_hang(verb: Token, objects: list[Token], table: dict[str, list[str]]) -> tuple[Token | None, Token | None]:
    """What is given, and what is asked for it."""
    if objects[0].lemma_.lower() in table["hanging"]:
        given = next(iter(clauses.children(objects[0], "compound", "amod")), None)
        return given, next(
            iter([*clauses.prepositional(verb, "on", "upon"), *clauses.prepositional(objects[0], "on", "upon")]), None
        )
    for child in verb.subtree:
        if child.lemma_.lower() in table["hanging"] and child.i > objects[0].i:
            behind = (t for t in verb.subtree if clauses.preposition(t) in {"on", "upon"} and t.i > child.i)
            return objects[0], next(behind, None)
    terms = [o for o in [*objects[1:], *clauses.children(verb, "xcomp")] if o.lemma_ in table["terms"]]
    return (next(iter(clauses.prepositional(terms[0], "for", "of", "to")), None), objects[0]) if terms else (None, None)


@at(lambda _: _GIVING)
def by_term(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Gave the firms three months to leave", "gave Iran until June to answer", "set it a deadline to answer"."""
    if verb.lemma_ not in _GIVING or verb.pos_ != "VERB" or mood.is_negated(verb):
        return
    if own := [*_of_oneself(ctx, verb)]:
        yield from own
        return
    below = clauses.children(verb, "obj", "iobj", "obl:unmarked")
    terms = [c for c in below if c.lemma_ in ctx.words["terms"]["words"]]
    terms = terms or clauses.prepositional(verb, "until", "till")
    terms = terms or [t for t in verb.doc[verb.i + 1 : verb.i + _SOON] if t.lower_ in {"until", "till"}]
    given = [c for c in below if c not in terms and c.i < terms[0].i] if terms else []
    tasks = [
        c for t in [verb, *terms] for c in clauses.children(t, "acl", "xcomp", "advcl") if clauses.marker(c) == "to"
    ]
    doers = ctx.who.parties(given[0]) if given else ()
    action = ctx.actions.of(tasks[0], doer=doers) if doers and tasks else None
    if action:
        for holder in ctx.holders(verb):
            yield Found(holder, "demand", action, verb, "term", 0.65)


def _of_oneself(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Have given themselves until June to settle it", "set itself the goal of halving it": what one takes on."""
    below = clauses.children(verb, "obj", "iobj", "obl:unmarked")
    if not any(c.lower_ in _SELF for c in below) or ctx.is_unreal(verb):
        return
    terms = [c for c in below if c.lemma_ in {*ctx.words["terms"]["words"], *_GOALS}]
    ends = clauses.prepositional(verb, "until", "till")
    tasks = [
        c for t in [*terms, *ends, verb] for c in clauses.children(t, "acl", "xcomp", "advcl", "nmod") if c.i > verb.i
    ]
    tasks = [c for c in tasks if clauses.marker(c) in {"to", "of"} or clauses.preposition(c) == "of"]
    tasks = sorted((c for c in tasks if not ctx.text.is_date(c)), key=lambda c: (clauses.marker(c) != "to", c.i))
    holders = ctx.holders(verb) if tasks and (terms or ends) else []
    together = tuple(party for ids in holders for party in ids)
    action = ctx.actions.of(tasks[0], doer=together) if together else None
    if action:
        for holder in holders:
            yield Found(holder, "promise", action, verb, "own term", 0.55)


@at(lambda _: _WANTING)
def by_place(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Wants the fighters out of the hospitals", "demanded foreign troops off its soil": that they leave."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _WANTING or ctx.is_unreal(verb):
        return
    leaving = ctx.words["away"]["words"]
    for moved in (m for m in clauses.children(verb, "obj") if m.lower_ not in {"it", "that", "this"}):
        doers = ctx.who.parties(moved)
        for place in [*clauses.children(moved, "nmod", "advmod"), *clauses.children(verb, "obl", "advmod", "xcomp")]:
            lead = (clauses.preposition(place) or place.lower_).split()[0]
            joins = lead in ctx.words["away"]["back"] and place.lemma_ in ctx.words["away"]["seats"]
            foreign = any(c.lower_ == "foreign" for c in moved.children)
            if not doers or foreign or not (joins or lead in leaving) or not moved.i < place.i <= moved.i + 8:
                continue
            action = ctx.actions.of(place if place.pos_ in {"NOUN", "PROPN"} else moved, doer=doers, phrase=True)
            if action:
                named = _place_names(ctx, place)
                action = replace(
                    action,
                    words=f"{'join' if joins else 'leave'} {named}".strip(),
                    end=max(action.end, stretches.phrase(place)[1]),
                )
                for holder in ctx.holders(verb):
                    stance: Stance = "oppose" if mood.is_negated(verb) else "demand"
                    yield Found(holder, stance, action, verb, f"place:{verb.lemma_}", 0.6, ctx.conditions.of(verb))
                return


@at(lambda _: _WANTING)
def by_state_wanted(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Wants the border open by June", "would like the hostages home": what is to become of a thing."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _WANTING or ctx.is_unreal(verb):
        return
    for thing in (c for c in clauses.children(verb, "obj") if c.pos_ in {"NOUN", "PROPN"}):
        state = _state(verb, thing)
        action = ctx.actions.of(thing, phrase=True) if state is not None else None
        if state is None or action is None:
            continue
        action = replace(action, words=_BROUGHT[state.lower_].format(action.words), end=state.idx + len(state))
        for holder in ctx.holders(verb):
            stance: Stance = "oppose" if mood.is_negated(verb) else "demand"
            yield Found(
                holder, stance, action, verb, f"wanted:{verb.lemma_}", 0.6, ctx.conditions.of(verb, state, thing)
            )


def _state(verb: Token, thing: Token) -> Token | None:
    """The "open" of "wants the border open by June"; in "wants Chad to open the border" there is none."""
    behind = (c for c in verb.children if c.i > thing.i and c.dep_ in {"xcomp", "advmod"})
    state = next((c for c in behind if c.tag_ != "VB" and clauses.marker(c) != "to"), None)
    known = state is not None and state.lower_ in _BROUGHT and state.i <= thing.i + _NEAR
    return state if known else None


def _place_names(ctx: Context, place: Token) -> str:
    """ "hospitals, homes" of "out of hospitals, homes"."""
    parts = clauses.conjuncts(place) if place.pos_ in {"NOUN", "PROPN"} else []
    named = (ctx.actions.of(part, phrase=True) for part in parts)
    return " ".join(action.words for action in named if action)


def by_onus(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "It is time for China to open", "the onus is on Ethiopia to compromise", said X."""
    if clauses.marker(verb) != "to":
        return
    head = verb.head
    if head.lemma_ == "come" and _is_time(clauses.subject(head)):
        yield from _high_time(ctx, verb)
        return
    if not any(c.dep_ == "cop" for c in head.children) or head.i > verb.i:
        return
    under = clauses.subject(head)
    burdens = ctx.words["onus"]["words"]
    laid = under is not None and under.lemma_ in burdens and clauses.preposition(head) in {"on", "with"}
    own = clauses.children(verb, "nsubj")
    if head.lemma_ in {"time", "moment"} and not own and (under is None or under.lower_ in _NOW):
        yield from _high_time(ctx, verb)
        return
    for_them = under is not None and under.lower_ in _NOW and clauses.preposition(head) == "for"
    if for_them and not own and ctx.actions.is_party(head):
        laid = True
    due = head.lemma_ in burdens and own and not mood.is_negated(head)
    doers = ctx.who.parties(head) if laid else ctx.who.parties(own[0]) if due else ()
    speaker = ctx.speaker(head)
    action = ctx.actions.of(verb, doer=doers) if doers and speaker.parties else None
    if action:
        yield Found(speaker.parties, "demand", action, verb, "onus", 0.65, None, speaker)


def _is_time(noun: Token | None) -> bool:
    return noun is not None and noun.lemma_ in {"time", "moment", "hour"}


def _high_time(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "It is time to lift the blockade", "this is not the time to negotiate", said X: nobody is named who should."""
    speaker = ctx.speaker(verb.head)
    own = clauses.children(verb, "nsubj")
    doers = ctx.who.parties(own[0]) if own else ()
    stance: Stance = "oppose" if mood.is_negated(verb.head) else "demand"
    default = ctx.actions.unnamed.of(verb, speaker.parties) if speaker.parties else ()
    action = ctx.actions.of(verb, doer=doers, default=default) if speaker.parties else None
    if action:
        yield Found(speaker.parties, stance, action, verb, "time to", 0.55, ctx.conditions.of(verb), speaker)


@beside("nothing")
def by_least(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Will accept nothing less than a full withdrawal", "wants nothing short of a new law": what is wanted."""
    head = _at_least(verb)
    wanting = head is not None and (
        verb.lemma_ in ctx.words["least"]["verbs"] or mood.modals(verb) & {"will", "would", "can", "could"}
    )
    if head is None or not wanting or ctx.is_unreal(verb):
        return
    holder = ctx.who.parties(clauses.subject(verb)) or ctx.speaker(verb).parties
    for part in clauses.listed(head) if holder else ():
        action = ctx.actions.of(part, default=ctx.actions.unnamed.of(part, holder))
        if action:
            action = replace(action, words=action.words.split("than ", 1)[-1].split("short of ", 1)[-1])
            yield Found(holder, "demand", action, verb, "nothing less", 0.65, None, ctx.speaker(verb))


def _at_least(verb: Token) -> Token | None:
    words = [t.lower_ for t in verb.doc[verb.i : min(verb.i + 6, verb.sent.end)]]
    if not {"nothing"} & set(words[:5]) or not {"less", "short"} & set(words[:6]):
        return None
    return next(
        (t for t in verb.subtree if t.i > verb.i and clauses.preposition(t).split(" ")[-1] in {"than", "of"}), None
    )

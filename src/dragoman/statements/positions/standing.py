"""Positions from where somebody stands or votes: "is against any embargo", "in favour", "voted for"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, is_state, same, sentence_before
from dragoman.statements.positions.denial import given_up
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_giving_up", "by_stand_taken", "by_standing", "by_vote", "is_in_the_way", "voted"]

_SENTENCES = 2
"""Sentences back in which a matter is that somebody is "in favour" of."""
_SIDES: tuple[Stance, ...] = ("oppose", "support", "demand")
_SPELLS = {"wave", "series", "string", "spate", "campaign", "number", "spree", "flurry", "rash", "host", "pattern"}
_PRONOUNS = {"it", "that", "this"}
_FAR = 8
"""Words behind a verb in which the side taken stands."""
_MODALS = {"will", "would", "can", "could", "may", "might", "must", "should", "shall"}
_INTENDING = {"intend", "plan", "vow", "pledge", "promise", "threaten", "prepare", "decide", "resolve", "agree", "come"}
"""Verbs of what one means to do: "plans to vote against"."""
_TAKING = {"back", "support", "endorse", "favour", "oppose", "reject", "block"}
"""Verbs of being for or against a thing, which is then the matter, and not the verb."""
_STAYING = {"remain", "stay"}
"""Verbs of what somebody still is: "remains firmly opposed"."""
_INNER = {"acl", "acl:relcl", "advcl", "xcomp", "amod"}
_WHEN = {"day", "week", "hour", "month", "year", "time", "moment", "vote", "public", "private", "once", "loudly"}
"""What tells only when or how somebody takes a side: "objected within a day"."""
_LOOSE = {"punct", "advmod", "conj", "cc", "obl:unmarked", "dep", "advcl"}
_TURNED: dict[Stance, Stance] = {"oppose": "support", "support": "oppose", "demand": "oppose"}


def by_standing(ctx: Context, token: Token) -> Iterator[Found]:
    """ "Tokyo is against any lifting of sanctions", "is in favour of a quota", "Kosovo is against"."""
    if not any(c.dep_ == "cop" for c in token.children):
        return
    if token.lower_ == "after" and token.dep_ == "acl:relcl":
        yield from _on(ctx, token, "demand", _after_what(token))
        return
    table, lead = ctx.words["standing"], clauses.preposition(token) or clauses.marker(token)
    under = clauses.subject(token)
    if under is not None and under.lower_ in {"it", "this", "that"} and ctx.actions.is_party(token):
        return
    if token.lemma_ in table["within"] and lead in {"in", "all in"}:
        heads = [c for c in clauses.prepositional(token, "of") if c.i > token.i and c.lower_ not in _PRONOUNS]
        yield from _on(ctx, token, "support", [part for head in heads for part in clauses.listed(head)])
    elif lead == "" and token.lower_ == "against":
        yield from _on(ctx, token, "oppose", [])
    elif (side := next((s for s in _SIDES if lead in table[s]), None)) and not ctx.text.is_date(token):
        if lead == "behind" and _deed(token).lemma_ in table["misdeeds"]:
            dropped(token, "standing:behind", "who is said to have done it, not who backs it")
            return
        if side == "demand" and not _is_right_behind(token):
            return
        if token.lower_ in _PRONOUNS:
            yield from _on(ctx, token, side, [])
            return
        joined = [t for t in clauses.listed(token)[1:] if t.tag_ == "VBG" and not clauses.children(t, "aux", "nsubj")]
        yield from _on(ctx, token, side, [token, *joined])


def _deed(noun: Token) -> Token:
    """The attacks of "a wave of attacks"."""
    within = clauses.prepositional(noun, "of") if noun.lemma_ in _SPELLS else []
    return within[0] if within else noun


def _after_what(after: Token) -> list[Token]:
    """ "A fund is what Chad is after", "what Chad is after is a fund": what stands across the "is"."""
    what = after.head
    if what.lower_ not in {"what", "all"}:
        return []
    if any(c.dep_ == "cop" for c in what.children):
        return clauses.children(what, "nsubj", "nsubj:outer")
    return [what.head] if what.dep_ in clauses.SUBJECTS and any(c.dep_ == "cop" for c in what.head.children) else []


def _is_right_behind(token: Token) -> bool:
    """ "Is after a bigger share": right behind the verb, and no harm that was done before."""
    cops = [c.i for c in clauses.children(token, "cop")]
    told = clauses.children(token, "obl", "nmod")
    return (
        bool(cops) and token.left_edge.i <= cops[0] and token.doc[cops[0]].nbor().dep_ in {"case", "mark"} and not told
    )


@at(lambda words: words["standing"]["voting"])
def by_vote(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The Greens voted in favour of it, the Liberals against": on what follows, else on what was told before."""
    table = ctx.words["standing"]
    modals = mood.modals(verb) & _MODALS
    meaning = bool(modals) or (verb.tag_ == "VB" and verb.head.lemma_ in _INTENDING)
    if verb.lemma_ not in table["voting"] or modals - {"will", "would"} or ctx.is_unreal(verb):
        return
    if verb.tag_ == "VB" and verb.head.lemma_ != "expect" and not (meaning and verb.lemma_ == "vote"):
        return
    near = _behind(verb)
    favour = next((t for t in near if t.lemma_ in table["within"] and t.nbor(-1).lower_ == "in"), None)
    if favour is not None:
        heads = [c for o in (favour, verb) for c in clauses.prepositional(o, "of", "in favour of", "in favor of")]
        matters = [p for c in heads if c.i > favour.i for p in clauses.listed(c)]
        if not (meaning and matters):
            yield from _on(ctx, verb, "support", matters)
        return
    side = next((s for s in _SIDES[:2] if near and near[-1].lower_ in table[f"voting {s}"]), None)
    if side is not None:
        yield from _on(ctx, verb, side, [])


def voted(ctx: Context, found: Found) -> Found:
    """ "Said it would vote against", "was urged to vote yes": for or against what was told before."""
    verb, table = found.action.head, ctx.words["standing"]
    if verb.lemma_ != "vote" or verb.pos_ != "VERB" or found.word.i > verb.i:
        return found
    near = [t.lower_ for t in _behind(verb) if t.lower_ not in {*_WHEN, "on", "in"} and not ctx.text.is_date(t)]
    within = bool(near) and near[0] in table["within"]
    if len(near) != 1 or within != (verb.nbor().lower_ == "in"):
        return found
    side = "support" if within else next((s for s in _SIDES[:2] if near[0] in table[f"voting {s}"]), None)
    if side is None or (side == "support" and found.stance == "demand"):
        return found
    last = _last_matter(ctx, verb) or found.action
    action = replace(last, start=found.action.start, end=found.action.end)
    return replace(found, stance=_TURNED[side] if found.stance in AGAINST else side, action=action)


def _last_matter(ctx: Context, token: Token) -> Action | None:
    """What was spoken of last; the tax of "back the tax", "oppose the tax", which others are for or against."""
    action = _matter(ctx, token, clauses.subject(token))
    if action is None:
        return None
    verb = action.head
    things = clauses.children(verb, "obj") if verb.pos_ == "VERB" and verb.lemma_ in _TAKING else []
    return (ctx.actions.of(things[0]) if things else None) or action


def _behind(verb: Token) -> list[Token]:
    """The words behind *verb* in which the side taken stands, as far as the next comma or conjunction."""
    behind = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _FAR)]
    stop = next((n for n, t in enumerate(behind) if t.is_punct or t.lower_ in {"and", "but", "while"}), len(behind))
    return list(behind[:stop])


@at(lambda words: ["stand", *(word for side in _SIDES[:2] for word in words["taking sides"][side])])
def by_stand_taken(ctx: Context, word: Token) -> Iterator[Found]:
    """ "Argentina was opposed", "Peru objected": a word that names no matter is about the last one told."""
    table = ctx.words["taking sides"]
    staying = word.dep_ == "xcomp" and word.head.lemma_ in _STAYING and word.head.tag_ in FINITE
    key = word.lower_ if word.pos_ == "ADJ" or is_state(word) or staying else word.lemma_
    side = "oppose" if is_in_the_way(word) else next((s for s in _SIDES[:2] if key in table[s]), None)
    consents = side == "oppose" and mood.is_negated(word) and bool(mood.modals(word) & {"will", "would"})
    if side is None or ctx.is_unreal(word) or (mood.modals(word) & _MODALS and not consents):
        return
    if word.tag_ == "VB" and not consents and not any(c.lemma_ == "do" for c in clauses.children(word, "aux")):
        return
    if word.tag_ == "VBG" and not any(c.lemma_ == "be" for c in clauses.children(word, "aux")):
        return
    finite = staying or word.tag_ in FINITE or any(c.dep_ in {"cop", "aux", "aux:pass"} for c in word.children)
    further = [c for c in word.children if c.i > word.i and c.dep_ not in _LOOSE and c.lemma_ not in {*_WHEN, "way"}]
    if not finite or (word.dep_ in _INNER and not staying) or further:
        return
    yield from _on(ctx, word, side, [])


@at(lambda words: words["taking sides"]["nouns"])
def by_giving_up(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Dropped its opposition", "withdrew its veto": in favour of what was told before, where it names nothing."""
    if noun.lemma_ not in ctx.words["taking sides"]["nouns"] or given_up(ctx, noun, "oppose") != "support":
        return
    behind = [c for c in [*noun.children, *noun.head.children] if c.i > noun.i and c.dep_ in {"obl", "nmod", "acl"}]
    named = [c for c in behind if clauses.preposition(c) in {"to", "of", "on", "about", "over", "against"}]
    if not named and not ctx.is_unreal(noun.head):
        yield from _on(ctx, noun.head, "support", [])


def is_in_the_way(word: Token) -> bool:
    """ "Stand in the way", of what was told before."""
    ways = [c for c in clauses.prepositional(word, "in") if c.lemma_ == "way"] if word.lemma_ == "stand" else []
    return any(not clauses.prepositional(way, "of") for way in ways)


def _on(ctx: Context, token: Token, side: Stance, heads: list[Token]) -> Iterator[Found]:
    """The side that the subject takes on each of *heads*, or where there are none on the last matter told."""
    if mood.is_negated(token):
        side = _TURNED[side]
    matters: list[tuple[Action, Hanging | None]] = []
    hanging = ctx.conditions.of(token, *heads)
    for head in heads:
        inner = ctx.actions.unwrap(head)
        own = ctx.who.parties(clauses.subject(token))
        default = ctx.actions.unnamed.by_thing(inner, own) or ctx.actions.unnamed.opponent(own)
        action = ctx.actions.of(inner, default=default, phrase=not clauses.is_clause(inner) or head == token)
        if action:
            led = f"{clauses.marker(head) or clauses.preposition(head)} "
            before, _, after = action.words.partition(led) if len(led) > 1 else ("", "", "")
            much = after and (not before or before.strip() in {c.lower_ for c in clauses.children(head, "advmod")})
            action = replace(action, words=after if much else action.words)
        matters += [(action, hanging)] if action else []
    passed = _passed(ctx, token) if not heads and token.lemma_ in ctx.words["standing"]["voting"] else None
    if not heads and (last := passed or _last_matter(ctx, token)):
        matters = [(replace(last, start=token.idx, end=token.idx + len(token)), hanging)]
    if not matters:
        dropped(token, f"standing:{token.lower_}", "on what is not known")
    for action, condition in matters:
        for holder in ctx.who.each(clauses.subject(token)):
            yield Found(holder, side, action, token, f"standing:{token.lower_}", 0.65 if heads else 0.55, condition)


def _passed(ctx: Context, token: Token) -> Action | None:
    """What there was a vote on: "the assembly passed the bill. The Greens voted against": to pass it."""
    start = sentence_before(token)
    for verb in reversed(token.doc[start : token.i]):
        told = verb.tag_ in FINITE and not mood.is_negated(verb) and not ctx.is_unreal(verb)
        if told and verb.lemma_ in ctx.words["standing"]["passing"]:
            things = [c for c in clauses.children(verb, "obj", "nsubj:pass") if c.pos_ in {"NOUN", "PROPN"}]
            if any(not ctx.actions.is_party(c) for c in things):
                return ctx.actions.of(verb, doer=ctx.who.parties(clauses.subject(verb)))
    return None


def _matter(ctx: Context, token: Token, holder: Token | None) -> Action | None:
    """What was spoken of last: the action of somebody else's last stance before *token*, not far back."""
    own = ctx.who.parties(holder)
    start = token.sent.start
    for _ in range(_SENTENCES):
        start = token.doc[max(0, start - 1)].sent.start
    near = [f for f in ctx.latest[-8:] if start <= f.word.i < token.i]
    near = [f for f in near if not same(f.holder, own) and not f.rule.startswith("mirror")]
    return near[-1].action if near else None

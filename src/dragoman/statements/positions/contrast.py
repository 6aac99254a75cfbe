"""Positions told by contrast or by how a thing is liked: "but not with ten", "the plan satisfies neither side"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.anaphora import taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, TURNED, Context, Found, same
from dragoman.statements.positions.undone import is_left_undone

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_contrast", "by_pleasing"]

_MAYBE = {"will", "would", "can", "could", "may", "might", "must", "should", "shall"}
_NOBODY = {"neither", "nobody", "none"}
_WHEN = {"before", "until", "till", "after", "without", "if", "when", "while", "because", "as", "since", "by", "yet"}
"""What tells when or on what terms, not what else: "is ready to pay, but not before May"."""
_REACH = 8


@at(lambda _: ("not",))
def by_contrast(ctx: Context, token: Token) -> Iterator[Found]:
    """ "Could accept five years, but not ten", "is for a tax but not for a ban": the other side of a stance."""
    if token.lower_ != "not" or token.i < 1 or not ctx.latest:
        return
    lead = token.nbor(-1).lower_
    last = next((f for f in reversed(ctx.latest) if not f.rule.startswith("mirror")), ctx.latest[-1])
    again = last.rule.startswith("contrast")
    if lead != "but" and not (again and lead in {"and", ",", "nor"}):
        return
    other = _other(token)
    if other is None or last.word.sent != token.sent or last.word.i > token.i or last.action.head.i > token.i:
        return
    stance = last.stance if again else TURNED[last.stance]
    action = ctx.actions.of(ctx.actions.unwrap(other), doer=last.action.doer, phrase=True)
    if action is None or (last.action.inferred and ctx.who.parties(other)):
        return
    if stance in AGAINST:
        stance = "refuse" if same(action.doer, last.holder) else "oppose"
    words = action.words.removeprefix("not ")
    if token.nbor().pos_ == "ADP":
        words = words.removeprefix(f"{token.nbor().lower_} ")
        done = last.action.head
        words = f"{done.lemma_} {token.nbor().lower_} {words}" if done.pos_ == "VERB" and not again else words
    action = replace(action, words=words, start=token.idx, inferred=last.action.inferred)
    for holder in dict.fromkeys(f.holder for f in ctx.latest if f.word == last.word and f.rule == last.rule):
        yield Found(holder, stance, action, token, "contrast", last.sure - 0.1, None, last.speaker)


def _other(token: Token) -> Token | None:
    """The phrase right behind "not", up to the end of its clause; None where a verb follows."""
    if token.nbor().lower_ in _WHEN:
        return None
    for near in token.doc[token.i + 1 : min(token.i + _REACH, token.sent.end)]:
        if (
            (near.pos_ in {"VERB", "AUX", "PRON"} and near.tag_ != "PRP$")
            or near.tag_ in {"WDT", "WP", "WRB"}
            or near.is_punct
        ):
            return None
        if near.pos_ in {"NOUN", "NUM"} and near.nbor().pos_ not in {"NOUN", "NUM", "SYM"}:
            return near
    return None


@at(lambda words: [*words["pleasing"]["failing"], *words["pleasing"]["verbs"]])
def by_pleasing(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The compromise satisfies neither", "the offer did not convince the union", "the fee angered Chile"."""
    table = ctx.words["pleasing"]
    fails = verb.lemma_ in table["failing"]
    if verb.pos_ != "VERB" or not (fails or verb.lemma_ in table["verbs"]) or ctx.is_unreal(verb):
        return
    things, liked = [clauses.subject(verb)], clauses.children(verb, "obj")
    if clauses.is_passive(verb):
        things, liked = list(clauses.agents(verb)), clauses.children(verb, "nsubj:pass")
    thing = things[0] if things else None
    if thing is None or thing.pos_ != "NOUN" or not liked or mood.modals(verb) & _MAYBE:
        return
    none = liked[0].lower_ in _NOBODY or any(c.lower_ in _NOBODY for c in liked[0].children)
    against = fails or none or mood.is_negated(verb)
    holders = ctx.who.each(liked[0])
    earlier = taken_up(ctx, thing)
    tables = ("binding", "anaphors", "criticised", "burdens") if fails else ("binding", "anaphors")
    known = any(thing.lemma_ in ctx.words[table]["words"] for table in tables) or is_left_undone(thing)
    if not known or (not against and verb.lemma_ not in {"suit", "please", "satisfy", "delight"}):
        return
    for holder in (one for ids in holders for one in ([(p,) for p in ids] if none else [ids])):
        if earlier is not None and same(holder, earlier.holder):
            continue
        action = earlier.action if earlier else ctx.actions.of(ctx.actions.unwrap(thing), default=())
        if action and not same(action.doer, holder):
            action = replace(action, start=thing.idx, end=max(thing.idx + len(thing), verb.idx + len(verb)))
            yield Found(holder, "oppose" if against else "support", action, verb, f"pleasing:{verb.lemma_}", 0.5)

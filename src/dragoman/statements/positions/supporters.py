"""Who stands behind a stance: "Chile, with support from Peru, has asked for a debate"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.jointly import partners
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.stance_words import stance_words
from dragoman.statements.stances import particle

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["bearers_of", "supporters", "takes_stance"]

_WITH = {"with"}
_PARTS = {"most", "many", "some", "half", "all", "several", "much"}
"""Of whom one is told only a part: "against the wishes of most of the firms"."""
_OWN = {"promise", "offer"}
"""Stances on one's own deed, which another can only support."""


def supporters(ctx: Context, found: Found) -> Iterator[Found]:
    """The stance of *found*, held by those with whose backing it is taken; they support what another promises."""
    verb = found.word
    if verb.pos_ != "VERB":
        return
    if not clauses.is_passive(verb):
        for ids in (ids for t in partners(verb) for ids in ctx.who.each(t) if not same(ids, found.holder)):
            own = same(found.action.doer, found.holder)
            action = replace(found.action, doer=ids) if own else found.action
            yield replace(found, holder=ids, action=action, rule="joined:jointly", sure=found.sure - 0.1)
    if "with" not in (clauses.preposition(c) for c in clauses.children(verb, "obl", "advcl")):
        return
    for noun in clauses.prepositional(verb, *_WITH):
        if noun.pos_ != "NOUN" or noun.lemma_ not in ctx.words["asides"]["support"]:
            continue
        for bearer in bearers_of(noun):
            for ids in ctx.who.each(bearer) if bearer.i in ctx.text.by_token else ():
                if same(ids, found.holder):
                    continue
                start, end = min(noun.left_edge.idx, verb.idx), max(t.idx + len(t) for t in noun.subtree)
                action = replace(found.action, start=start, end=max(end, verb.idx + len(verb)))
                stance = "support" if found.stance in _OWN else "oppose" if found.stance in AGAINST else found.stance
                yield replace(
                    found, holder=ids, stance=stance, action=action, rule="joined:backing", sure=found.sure - 0.1
                )


def bearers_of(noun: Token) -> list[Token]:
    """Whose support, request or objection *noun* tells."""
    told = [*clauses.agents(noun), *clauses.prepositional(noun, "of", "from")]
    whose = [part for t in told for part in (clauses.prepositional(t, "of") if t.lower_ in _PARTS else [t])]
    return [*whose, *clauses.children(noun, "amod", "compound", "nmod:poss")]


def takes_stance(verb: Token) -> bool:
    """Whether *verb* is itself a word of stance: "urged", "sought"."""
    words = stance_words("verb").get(verb.lemma_, ())
    return any(not word.particle or particle(verb, word.particle) is not None for word in words)

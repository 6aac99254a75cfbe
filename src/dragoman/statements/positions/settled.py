"""Words of stance that tell of no stance now: what was agreed years ago, a consent that is wanted, an aim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.context import Context

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.conditions import Hanging

__all__ = ["came_before", "is_settled"]

_AGREEING = {"agree", "consent", "accept", "assent"}
_CHOOSING = {"choose", "opt"}
_GIVEN = {"consent", "assent", "approval", "agreement", "permission", "signature", "blessing", "backing"}
_WANTING = {
    "require", "need", "await", "seek", "want", "demand", "lack", "win", "obtain", "get", "secure", "receive", "gain",
    "withhold", "deny", "ask", "request", "take", "earn", "wait", "depend", "hinge",
}  # fmt: skip
"""What one does with a consent that is another's to give, or that one keeps back."""
_HINDERING = {"stop", "thwart", "block", "prevent", "avert", "avoid", "foil", "resist", "fight", "oppose", "counter"}
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_settled(ctx: Context, token: Token) -> bool:
    """True of a word that takes no stance as it stands: "agreed in 1990 to share it", "needs their consent to sail"."""
    if token.pos_ == "NOUN":
        wanted = token.dep_ in {"obj", "obl", "nsubj:pass"} and token.head.lemma_ in _WANTING
        return token.lemma_ in _GIVEN and (wanted or clauses.preposition(token) == "without")
    if token.pos_ != "VERB":
        return False
    if mood.agrees_that_it_is(token):
        return True
    if token.lemma_ in _CHOOSING:
        return token.tag_ == "VBD" and not mood.modals(token) and not mood.is_negated(token)
    if token.lemma_ == "consider":
        return _is_judging(token)
    if token.lemma_ in {"request", "ask", "invite"}:
        return _is_in_passing(ctx, token)
    if token.lemma_ == "mean":
        return token.tag_ == "VBN" and token.dep_ == "acl"
    if token.lemma_ in _HINDERING:
        return _is_aim(token)
    return token.lemma_ in _AGREEING and _is_years_ago(ctx, token)


def _is_aim(verb: Token) -> bool:
    """ "Had him killed in order to thwart the swap": why something was done."""
    before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
    return before[-1:] == ["to"] and "order" in before


def _is_years_ago(ctx: Context, verb: Token) -> bool:
    """ "The two agreed in 2019": a year before the article's, of which nothing else is told."""
    date = ctx.text.article.date
    behind = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    years = [int(t.text) for t in behind if _YEAR.fullmatch(t.text)]
    fronted = verb.doc[verb.sent.start : min(verb.sent.start + 2, verb.i)]
    if len(fronted) == 2 and fronted[0].lower_ == "in":
        years += [int(t.text) for t in fronted if _YEAR.fullmatch(t.text)]
    return date is not None and bool(years) and max(years) < date.year


def _is_judging(verb: Token) -> bool:
    """ "Considers the caps out of reach", "which it considers an insult": what a thing is held to be."""
    behind = [c for c in verb.children if c.i > verb.i and c.dep_ in {"obj", "xcomp", "obl", "advcl", "advmod"}]
    held = [c for c in behind if c.dep_ == "xcomp" and c.pos_ in {"ADJ", "NOUN"} and c.tag_ != "VBG"]
    reach = [c for c in behind if clauses.preposition(c) in {"out of", "as", "beyond"} or c.lower_ == "unlikely"]
    relative = clauses.relative_object(verb) is not None and any(c.dep_ == "obj" and c.tag_[0] != "W" for c in behind)
    return bool(held or reach or relative)


def _is_in_passing(ctx: Context, verb: Token) -> bool:
    """ "Requested anonymity to speak freely", "invited him to a dinner": no matter of the talks."""
    things = [*clauses.children(verb, "obj"), *clauses.prepositional(verb, "for")]
    if any(c.lemma_ in ctx.words["empty"]["aside"] for c in things):
        return True
    to = [c for c in verb.children if clauses.preposition(c) == "to" and c.i > verb.i]
    return verb.lemma_ == "invite" and any(c.lemma_ in ctx.words["empty"]["gatherings"] for c in to)


def came_before(word: Token, hanging: Hanging) -> bool:
    """ "Agreed to pay after miners had threatened to strike": what went before, and no condition."""
    verb = next((a.head for a in hanging.actions), None)
    had = word.tag_ == "VBN" and any(c.lower_ == "had" for c in clauses.children(word, "aux"))
    if verb is None or hanging.type != "after" or not (had or word.tag_ == "VBD") or verb.head != word:
        return False
    told = verb.tag_ == "VBD" or any(c.lower_ == "had" for c in clauses.children(verb, "aux"))
    return told and clauses.marker(verb) == "after" and not any(c.lower_ == "only" for c in verb.children)

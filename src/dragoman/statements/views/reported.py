"""What somebody is said to say, believe, fear or doubt: "warned that the draft is a trap", "in Oslo's view"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.attribution import Attribution
from dragoman.statements.cast import party_of
from dragoman.statements.quoted import quotation_end
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.tracing import dropped
from dragoman.statements.views.context import Held, ViewContext

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["TOLD", "by_report"]

_BEHIND = {"ccomp", "xcomp", "acl"}
TOLD = {*_BEHIND, "ROOT", "conj", "parataxis"}
"""How a clause hangs that may be reported."""
_OUGHT = {"must", "should", "ought", "shall"}
_PLANNED = {"will", "would", "wo", "'ll", "’ll", "can", "could"}
_ASIDE = {"parataxis", "conj"}


def by_report(ctx: ViewContext, token: Token) -> Iterator[Held]:
    """A clause that somebody is said to say or believe, and that says how things are, not what somebody will do."""
    if not _is_finite(token) or clauses.marker(token) == "whether":
        return
    if (token.dep_ == "conj" and clauses.marker(token) != "that") or _reports(ctx, token):
        return
    speaker = _speaker(ctx, token)
    if speaker is None or speaker.label == "author":
        return
    rule = f"view:{speaker.verb.lemma_ if speaker.verb is not None else 'so'}"
    holder = ctx.of_speaker(speaker)
    if not holder:
        dropped(token, rule, "whose view is not known")
        return
    if _is_intended(ctx, token, holder):
        dropped(token, rule, "rather what somebody will or ought to do")
        return
    aside = [c for c in token.children if c.dep_ in _ASIDE or any(t == speaker.agent for t in c.subtree)]
    start, end = stretches.phrase(token, without=aside)
    text = ctx.text.article.text
    if ctx.attributions.is_quoted(token.idx, token.idx + len(token)) is True:
        end = min(end, (quotation_end(text, token.idx) or end + 1) - 1)
    yield Held(token, start, end, holder, ctx.between(start, end), rule, 0.6 if clauses.children(token, "cop") else 0.5)


def _speaker(ctx: ViewContext, token: Token) -> Attribution | None:
    """Who holds what a clause says; None where it is not held but done: "agreed that"."""
    first = clauses.first_conjunct(token)
    if first.dep_ not in _BEHIND:
        return ctx.attributions.of(token)
    outer = first.head
    holding = ctx.attributions.is_saying(outer) or outer.lemma_ in ctx.words["believing"]
    return ctx.attributions.speaker(outer) if holding else None


def _reports(ctx: ViewContext, clause: Token) -> bool:
    """True of a clause that itself says whose view something is: "aides said that he feared it would fail"."""
    holding = ctx.attributions.is_saying(clause) or clause.lemma_ in ctx.words["believing"]
    return holding and any(_is_finite(c) for c in clauses.children(clause, "ccomp") if c.i > clause.i)


def _is_intended(ctx: ViewContext, clause: Token, holder: tuple[str, ...]) -> bool:
    """ "They would sign", "Oslo must pay": a position at most, even where none was read."""
    modals = mood.modals(clause)
    if modals & _OUGHT or (clause.lemma_ in {"have", "need"} and clauses.children(clause, "xcomp")):
        return True
    under = clauses.subject(clause)
    if under is not None and under.lower_ == "it" and any(":" in one for one in holder):
        return False
    own = {party_of(party) for party in ctx.who.parties(under)}
    return bool(modals & _PLANNED) and not own.isdisjoint(map(party_of, holder)) and not clauses.children(clause, "cop")


def _is_finite(token: Token) -> bool:
    """True where *token* heads a clause that says that something is so."""
    if not clauses.is_clause(token) or clauses.marker(token) == "to":
        return False
    helpers = clauses.children(token, "aux", "aux:pass", "cop")
    return token.tag_ in FINITE or any(c.tag_ in FINITE or c.tag_ == "MD" for c in helpers)

"""What "this approach", "an idea that X opposes" or "it" take up: a stance read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.positions.context import Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["described_before", "of_last", "taken_up"]

_BACK = 24
_LATELY = 900
"""Characters back in which a stance is that "the demand" names again."""
_TELLING = {"nmod", "acl", "acl:relcl", "amod", "compound", "nummod", "for", "of", "that", "to"}
"""What beside a noun, or right behind it, tells what it is about."""
_RESTATED = {"demand": ("demand",), "offer": ("offer", "promise"), "support": ("support", "demand", "offer")}


def taken_up(ctx: Context, noun: Token) -> Found | None:
    """What "an idea", set beside a clause, or "this approach" takes up: the last stance before it."""
    whole = noun.lower_ == "something"
    if not whole and noun.lemma_ not in ctx.words["anaphors"]["words"]:
        return None
    words = {c.lower_ for c in noun.children if c.dep_ == "det" or c.lower_ == "such"}
    first = next(t for t in noun.doc[noun.left_edge.i : noun.i + 1] if not t.is_punct)
    beside = (whole or words & {"a", "an"}) and first.i > 0 and first.nbor(-1).text in {",", "—", "–", ":", ";"}
    pointing = words & {"this", "that", "such", "these", "those"}
    if not beside and not pointing:
        return _named_again(ctx, noun)
    near = [f for f in ctx.latest[-_BACK:] if f.action.head.i < first.i]
    if near and near[-1].word.sent.start >= (
        noun.sent.start if beside else noun.doc[max(0, noun.sent.start - 1)].sent.start
    ):
        return near[-1]
    return _told_before(ctx, noun) if beside else None


def _named_again(ctx: Context, noun: Token) -> Found | None:
    """ "Rejected the demand", "turned down its offer": the last such stance of the sentences before, of its owner."""
    inside = {c.dep_ for c in noun.children}
    owners = [c for c in clauses.children(noun, "nmod:poss") if c.pos_ == "PRON"]
    the = any(c.lower_ == "the" for c in noun.children)
    follows = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    if noun.tag_ not in {"NN", "NNS"} or inside & _TELLING or follows in _TELLING or not (owners or the):
        return None
    stances = ctx.words["restated"]
    wanted = next((kinds for kinds in ("demand", "offer", "support") if noun.lemma_ in stances[kinds]), None)
    theirs = tuple(p for owner in owners for p in ctx.who.parties(owner))
    fit = [f for f in ctx.latest[-_BACK:] if f.word.idx > noun.idx - _LATELY and f.word.sent.end <= noun.sent.start]
    fit = [f for f in fit if f.stance in _RESTATED.get(wanted or "", ()) and not f.rule.startswith("mirror")]
    fit = [f for f in fit if same(f.holder, theirs)] or fit
    first = _RESTATED.get(wanted or "", ("",))[0]
    return next((f for f in reversed(fit) if f.stance == first), fit[-1] if fit else None)


def _told_before(ctx: Context, noun: Token) -> Found | None:
    """ "Kenya expelled him, a step Iran condemned": the act of the clause that the noun stands beside."""
    verb = noun.head
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    if noun.dep_ not in {"parataxis", "appos", "obl", "advcl", "conj", "dep"} or verb.i > noun.i:
        return None
    doer = ctx.who.parties(clauses.subject(verb)) if verb.pos_ == "VERB" and not clauses.is_passive(verb) else ()
    action = ctx.actions.of(verb, doer=doer) if doer else None
    return Found((), "support", action, verb, "told before", 0.5) if action else None


def of_last(ctx: Context, token: Token, holder: tuple[str, ...]) -> Found | None:
    """ "Pompeo rejected that": the last stance of somebody else, where it stands in this sentence or the one before."""
    near = [f for f in ctx.latest[-_BACK:] if not same(f.holder, holder) and f.word.sent.end >= token.sent.start]
    return near[-1] if near and near[-1].word.sent.start < token.i else None


def described_before(ctx: Context, verb: Token) -> Found | None:
    """ "insist on a mechanism, which Ethiopia rejects": what the sentence was about before the comma."""
    first = verb.left_edge
    comma = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
    near = [f for f in ctx.latest[-6:] if f.word.sent == verb.sent and f.word.i < first.i]
    return near[-1] if comma and near else None

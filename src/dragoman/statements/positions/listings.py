"""Positions told as somebody's: "Kenya's terms are a truce", "its goal is to cut it", "a matter for the court"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.auxiliaries import is_of_nothing
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_colon", "by_listing", "by_matter"]

_FAR = 12
"""Words behind a noun of stance within which some of what it stands for is named."""
_NEAR = 3
"""Words between a noun of stance and the colon behind it."""
_TOPPED = {"topped", "headed", "led", "starting", "beginning"}
_MATTERS = {"matter", "question", "issue", "decision"}
_STANCES: tuple[Stance, ...] = ("demand", "support", "oppose", "offer")
_MARKS = {":", "—", "–", "--"}
_BELOW = {"appos", "conj", "ccomp", "acl", "parataxis", "nmod", "xcomp", "advcl", "dep", "list"}
_HEADS = {"NOUN", "VERB", "PROPN"}
_DUE = {"must", "should", "shall", "ought", "cannot", "can"}


@at(lambda words: ["line", *(word for key in (*_STANCES, "holding") for word in words["listing"][key])])
def by_listing(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "China's conditions are the removal of tariffs and a new text"; "made two demands: a truce and talks"."""
    stance = _stance(ctx, noun)
    if stance is None:
        return
    if heads := [head for head in _spelled_out(noun) if not ctx.text.is_date(head)]:
        for holder in _bearers(ctx, noun):
            for head in heads:
                yield from (replace(found, word=head) for found in _said(ctx, noun, head, holder, stance))
        return
    if heads := _among(noun) if stance == "demand" else []:
        for holder in _bearers(ctx, noun) or ctx.holders(noun):
            for head in heads:
                yield from (replace(found, word=head) for found in _said(ctx, noun, head, holder, stance))
        return
    if noun.dep_ not in clauses.SUBJECTS:
        return
    if not any(c.dep_ == "cop" and c.i > noun.i for c in noun.head.children):
        return
    owners = [*clauses.agents(noun), *(c for c in clauses.prepositional(noun, "for", "of") if ctx.actions.is_party(c))]
    holders = [ids for owner in owners for ids in ctx.who.each(owner)]
    told = [c for c in clauses.listed(noun.head) if c == noun.head or _goes_on(c)]
    whole = any(clauses.marker(c) == "that" for c in told[:1])
    if noun.dep_ == "nsubj:pass" and noun.head.tag_ == "VBN" and not whole:  # what became of it is not what it says
        told = [c for c in clauses.children(noun, "acl", "ccomp") if clauses.marker(c) in {"to", "that"}]
    for head in told:
        for holder in holders if head.pos_ != "ADJ" else ():
            yield from _said(ctx, noun, head, holder, stance)


def _goes_on(clause: Token) -> bool:
    """Whether a later clause is of the same list: without a subject, or behind a "that" of its own."""
    return not clauses.children(clause, *clauses.SUBJECTS) or clauses.marker(clause) == "that"


def _among(noun: Token) -> list[Token]:
    """What is named of them: "seven conditions for a truce, among them a withdrawal and an inquiry"."""
    doc = noun.doc
    for token in doc[noun.i + 1 : min(noun.sent.end - 2, noun.i + _FAR)]:
        following = token.nbor().lower_
        them = token.lower_ == "among" and following in {"them", "these"}
        led = token.lower_ in _TOPPED and following in {"by", "with"}
        if not (them or led or token.lower_ in {"including", "notably"}) or not _is_apart(token):
            continue
        start = token.i + (2 if them or led else 1)
        if doc[start].lower_ == "that":
            return []
        named = next((t for t in doc[start : noun.sent.end] if t.pos_ in {"NOUN", "PROPN"}), None)
        while named is not None and named.dep_ in {"compound", "amod", "flat"} and named.head.i > named.i:
            named = named.head
        if named is None:
            return []
        behind = [t for t in doc[named.i + 1 : noun.sent.end] if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"}]
        return [*clauses.listed(named), *(t for t in behind if t.head.i < named.i)]
    return []


def _is_apart(token: Token) -> bool:
    """ ", among them", ", chief among them": what opens behind a comma."""
    before = token.nbor(-1)
    return before.text == "," or (
        before.lower_ in {"chief", "first", "foremost", "most"} and before.nbor(-1).text == ","
    )


def _spelled_out(noun: Token) -> list[Token]:
    """What is listed behind a colon or dash right after a noun: "with two demands: a halt and talks"."""
    doc, first = noun.doc, noun.i + 1
    if first + 1 >= noun.sent.end or doc[first].text not in _MARKS:
        return []
    listed, outer = [noun], {noun.head.i} if noun.head.pos_ in {"VERB", "AUX"} else set()
    for token in doc[first + 1 : noun.sent.end]:
        below = token.head in listed and token.dep_ in _BELOW and not clauses.preposition(token)
        if (below or (token.head.i in outer and token.dep_ in _BELOW - {"nmod", "acl"})) and token.pos_ in _HEADS:
            listed.append(token)
    return [head for head in listed[1:] if head.pos_ != "VERB" or clauses.marker(head) in {"that", "to"}]


def _bearers(ctx: Context, noun: Token) -> list[tuple[str, ...]]:
    """Whose demands they are: what owns the noun, or who has, makes or comes with them."""
    owners = clauses.agents(noun)
    brought = noun.dep_ == "obj" or (noun.dep_ in {"obl", "nmod"} and clauses.preposition(noun) == "with")
    if not owners and brought and noun.head.pos_ == "VERB" and not mood.is_negated(noun.head):
        under = clauses.subject(noun.head)
        owners = [under] if under is not None else []
    return [ids for owner in owners for ids in ctx.who.each(owner)]


def _stance(ctx: Context, noun: Token) -> Stance | None:
    """What is said to be so of a thing that somebody calls its goal, its fear or, where something is due, its view."""
    table = ctx.words["listing"]
    if noun.lemma_ == "line":
        colours = {c.lower_ for c in clauses.children(noun, "amod", "compound")}
        if colours & {"red", "bottom"}:
            return "oppose" if "red" in colours else "demand"
    found = next((s for s in _STANCES if noun.lemma_ in table[s] and noun.lemma_ != "line"), None)
    if found or noun.lemma_ not in table["holding"] or not mood.modals(noun.head) & _DUE:
        return found
    return "oppose" if mood.is_negated(noun.head) else "demand"


def _said(ctx: Context, noun: Token, head: Token, holder: tuple[str, ...], stance: Stance) -> Iterator[Found]:
    unnamed = ctx.actions.unnamed
    if stance == "offer":
        yield from _given(ctx, noun, head, holder)
        return
    own = [c for c in clauses.children(head, "nsubj", "nsubj:pass") if not clauses.is_told_by(c, head)]
    if stance == "demand" and clauses.marker(head) == "that" and (mood.is_negated(head) or is_of_nothing(head)):
        stance = "oppose"
    clause = head.pos_ in {"VERB", "AUX"}
    doers = ctx.who.parties(own[0]) if own and clause and not clauses.is_passive(head) else ()
    feared = noun.lemma_ in ctx.words["listing"]["oppose"]
    if feared and (not own or not doers or same(doers, holder)):
        return
    default = holder if clauses.marker(head) == "to" and not own else unnamed.of(head, holder)
    action = ctx.actions.of(head, doer=doers, default=default, phrase=not clause)
    if action:
        yield Found(holder, stance, action, noun, f"listing:{noun.lemma_}", 0.6 if stance == "demand" else 0.5)


def _given(ctx: Context, noun: Token, head: Token, holder: tuple[str, ...]) -> Iterator[Found]:
    """Each thing that an offer is said to hold: "its final offer: a rise of 9 percent and a share of the profits"."""
    inner = ctx.actions.unwrap(head)
    action = ctx.actions.of(inner, doer=holder, phrase=inner.pos_ == "NOUN")
    if action:
        yield Found(holder, "offer", action, noun, f"listing:{noun.lemma_}", 0.5)


@at(lambda _: _MATTERS)
def by_matter(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "The frontier, X said, was a matter for the court": that the court decide it."""
    if noun.lemma_ not in _MATTERS or not clauses.children(noun, "cop"):
        return
    under, speaker = clauses.subject(noun), ctx.speaker(noun)
    deciding = [c for c in clauses.prepositional(noun, "for") if c.i > noun.i]
    doers = ctx.who.parties(deciding[0]) if deciding else ()
    if under is None or not doers or not speaker.parties or mood.is_negated(noun):
        return
    action = ctx.actions.of(under, doer=doers, phrase=True)
    if action:
        yield Found(speaker.parties, "support", action, noun, "matter for", 0.5, None, speaker)


@at(lambda words: [word for key in ("demand", "support", "offer") for word in words["listing"][key]])
def by_colon(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Came with three demands: a truce, an end to the siege and free passage": each of what the colon opens."""
    table = ctx.words["listing"]
    sides: tuple[Stance, ...] = ("demand", "support", "offer")
    stance = next((s for s in sides if noun.lemma_ in table[s]), None)
    if stance is None or noun.pos_ != "NOUN":
        return
    end = max((t.i for t in noun.subtree if t.i < noun.i + 12 and not _behind_colon(noun, t)), default=noun.i)
    colon = next((t for t in noun.doc[noun.i + 1 : min(end + _NEAR, noun.sent.end)] if t.text == ":"), None)
    if colon is None or any(t.pos_ == "VERB" for t in noun.doc[noun.i + 1 : colon.i]):
        return
    holders = ctx.holders(noun) or (ctx.who.each(clauses.subject(noun.head)) if noun.head.pos_ == "VERB" else [])
    first = [t for t in noun.doc[colon.i + 1 : noun.sent.end] if t.head.i < colon.i and not t.is_punct]
    for head in (part for one in first[:1] for part in _in_series(one)):
        for holder in holders:
            clause = head.pos_ in {"VERB", "AUX"}
            if stance == "offer":
                yield from (replace(found, word=head) for found in _given(ctx, noun, head, holder))
                continue
            default = ctx.actions.unnamed.of(head, holder)
            action = ctx.actions.of(head, default=default, phrase=False if clause else not clauses.agents(head))
            if action and head.pos_ in {"VERB", "NOUN"}:
                yield Found(holder, stance, action, head, f"colon:{noun.lemma_}", 0.6)


def _in_series(first: Token) -> list[Token]:
    """The members of a list, also those that a comma alone joins: "a rise, a share of the profits, and a vote"."""
    joined = clauses.listed(first)
    if len(joined) < 2 or not any(c.dep_ == "cc" for c in joined[-1].children):
        return joined
    apart = [c for c in clauses.children(first, "appos") if c.left_edge.text == "," or c.left_edge.nbor(-1).text == ","]
    return sorted([*joined, *(c for c in apart if c not in joined and c.i < joined[-1].i)], key=lambda t: t.i)


def _behind_colon(noun: Token, token: Token) -> bool:
    return any(t.text == ":" for t in noun.doc[noun.i : token.i]) if token.i > noun.i else False

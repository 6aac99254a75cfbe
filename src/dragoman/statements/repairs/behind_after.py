"""Clauses behind "after" and "until" taken for phrases: "until Serbia hands over the man"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["clause_behind_after", "main_verb_before_after", "object_before_after", "verb_behind_until"]

_OPENING = {"until", "till", "unless", "once", "after", "before"}
_CLAUSAL = {"after", "before", "since", "until", "once", "while", "as"}
_CLOSED_TO_CLAUSES = {
    "approve", "back", "support", "endorse", "impose", "sign", "lift", "suspend", "halt", "block", "join",
}  # fmt: skip
"""Verbs of stance that open no clause: what stands behind them is their object."""
_GROUNDS = {"because", "although", "though", "whereas", "if", "unless", "that"}
"""Before clauses only, which a tree may yet hang as a preposition."""
_UNTIL = {"until", "till", "once", "while"}
_SPELLS = {"hour", "day", "week", "month", "year", "minute", "moment", "decade", "night", "fortnight"}
_HELD = {
    "hold", "schedule", "host", "broker", "mediate", "aim", "lead", "back", "plan", "call", "set", "chair", "sponsor",
}  # fmt: skip


@at(tags={"NNS"}, bearing=True)
def verb_behind_until(token: Token) -> None:
    """ "Until Serbia hands over the man": a verb in -s with a subject, taken for a noun behind "until"."""
    if token.tag_ != "NNS":
        return
    lead = next((c for c in clauses.children(token, "case") if c.lower_ in _OPENING and c.i < token.i), None)
    under = [c for c in clauses.children(token, "nsubj", "nmod:poss") if c.dep_ == "nsubj" and c.i < token.i]
    if lead is None or not under or not lead.i < under[0].i or token.head == token:
        return
    token.pos_, token.tag_, token.dep_ = "VERB", "VBZ", "advcl"
    lead.dep_ = "mark"
    for later in [c for c in token.head.children if c.i > token.i and c.dep_ in {"obl", "obj", "xcomp"}]:
        attach(later, token, "obj" if clauses.preposition(later) in {"over", "up", "back", "out"} else later.dep_)


@at(tags={"VBD", "VBN"})
def clause_behind_after(token: Token) -> None:
    """ "After their union signed a pact", "after Chad imposed sanctions": a clause that the tree takes for a phrase."""
    if token.tag_ not in {"VBD", "VBN"} or not token.i:
        return
    if helpers := clauses.children(token, "aux", "aux:pass"):
        if [c.lower_ for c in helpers] == ["had"]:
            _behind_a_spell(token)
        return
    if token.dep_ == "amod":
        _clause_in_object(token)
        return
    _behind_a_spell(token)
    if clauses.children(token, *clauses.SUBJECTS) or (token.tag_ == "VBN" and not _acts_on(token)):
        return
    noun, case = _introduced(token)
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    if noun is None or case is None or behind.lower_ == "by" or token.lemma_ in _HELD:
        return
    outer = noun.head
    while outer.dep_ in {"obj", "obl", "nmod"} and outer.i < case.i and outer.head.i < outer.i:
        outer = outer.head
    if outer is noun or outer is token or outer.pos_ not in {"VERB", "AUX"} or token is token.sent.root:
        return
    token.tag_ = "VBD"
    attach(token, outer, "advcl")
    attach(noun, token, "nsubj")
    attach(case, token, "mark")


def _acts_on(token: Token) -> bool:
    """Whether a participle with a noun right behind it must be a finite verb: "after Chad sent food to Mali"."""
    things = [c for c in clauses.children(token, "obj") if c.i > token.i and c.pos_ in {"NOUN", "PROPN"}]
    return bool(things) and not any(t.pos_ in {"ADP", "PUNCT"} for t in token.doc[token.i : things[0].left_edge.i])


def _behind_a_spell(token: Token) -> None:
    """ "An hour after Chad closed the port": who acts is behind "after", and the hour says when."""
    under = clauses.children(token, "nsubj")
    spell = under[0] if len(under) == 1 else token
    outer = token.head
    if (
        (token.tag_ != "VBD" and not clauses.children(token, "aux"))
        or spell.lemma_.lower() not in _SPELLS
        or outer.pos_ not in {"VERB", "AUX"}
        or outer is token
    ):
        return
    named = [c for c in clauses.children(spell, "nmod") if c.i < token.i and clauses.preposition(c) in _CLAUSAL]
    if not named:
        return
    case = clauses.children(named[0], "case")[0]
    attach(token, outer, "advcl")
    attach(spell, token, "obl")
    attach(named[0], token, "nsubj")
    attach(case, token, "mark")


def _introduced(verb: Token) -> tuple[Token | None, Token | None]:
    """The noun that ends right before *verb*, and the "after" before it."""
    last = verb.nbor(-1)
    while last.pos_ == "ADV" and last.i > verb.sent.start:
        last = last.nbor(-1)
    noun = last
    while (
        noun.head.i < verb.i
        and noun.head is not noun
        and noun.dep_ in {"flat", "nmod", "compound", "conj", "nmod:desc"}
        and not (noun.dep_ == "nmod" and clauses.preposition(noun) in _CLAUSAL)
    ):
        noun = noun.head
    if noun.pos_ not in {"NOUN", "PROPN", "PRON"} or noun.dep_ not in {"obl", "nmod"}:
        return None, None
    cases = [c for c in clauses.children(noun, "case") if c.lower_ in _CLAUSAL and c.i < noun.i]
    return (noun, cases[0]) if cases else (None, None)


def _clause_in_object(token: Token) -> None:
    """ "After Chad imposed sanctions", where the sanctions are after, and imposed; and Chad their subject."""
    noun = token.head
    if noun.i < token.i or noun.dep_ not in {"obl", "nmod"}:
        return
    under = [c for c in [*token.children, *noun.children] if c.dep_ == "nsubj" and c.i < token.i]
    if not under:
        beside = [*clauses.children(noun, "compound"), *clauses.children(token, "compound")]
        under = [c for c in beside if c.i == token.i - 1 and c.pos_ in {"PROPN", "NOUN"}]
    opening = _CLAUSAL | _GROUNDS
    cases = [c for c in clauses.children(noun, "case") if c.lower_ in opening and c.i < token.i]
    if not under or not cases or noun.head is noun:
        return
    outer = noun.head
    token.tag_ = "VBD"
    attach(token, outer, "advcl")
    attach(noun, token, "obj")
    for before in [c for c in clauses.children(noun, "det", "amod", "nmod:poss") if c.i < under[0].i]:
        attach(before, under[0], before.dep_)
    attach(under[0], token, "nsubj")
    attach(cases[0], token, "mark")


@at(tags={"VBD"}, labels={"acl"}, bearing=True)
def main_verb_before_after(token: Token) -> None:
    """ "Ministers met in Oslo after soldiers shot two men": the ministers met; it was the soldiers who shot."""
    under = token.head
    while under.dep_ in {"nmod", "obl", "conj"} and under.head.i < under.i and under.head.pos_ != "VERB":
        under = under.head
    later = under.head
    if token.tag_ != "VBD" or token.dep_ != "acl" or under.dep_ != "nsubj" or later.i < token.i or later.tag_ != "VBD":
        return
    noun, case = _introduced(later)
    if noun is None or case is None or case.i < token.i or clauses.children(later, "aux", "mark"):
        return
    take_place(token, later)
    for part in [c for c in later.children if c.i < case.i]:
        attach(part, token, part.dep_)
    attach(under, token, "nsubj")
    attach(later, token, "advcl")
    attach(noun, later, "nsubj")
    attach(case, later, "mark")


@at(tags={"VBD"}, labels={"ccomp", "conj"}, bearing=True)
def object_before_after(token: Token, opening: frozenset[str]) -> None:
    """ "Freed the men after Ruto rang Musa": the men are the object before "after", and Ruto is who rang.

    *opening* are the verbs that open a clause, whose noun may well be the subject: "said prices after the war rose".
    """
    outer = token.head
    if token.tag_ != "VBD" or token.dep_ not in {"ccomp", "conj"} or outer.tag_ not in FINITE:
        return
    under = [c for c in clauses.children(token, "nsubj") if outer.i < c.i < token.i]
    if len(under) != 1 or clauses.children(outer, "obj") or clauses.marker(token):
        return
    phrases = [c for c in clauses.children(under[0], "nmod") if under[0].i < c.i < token.i]
    named = phrases[-1] if phrases else None
    cases = [c for c in clauses.children(named, "case") if c.lower_ in _CLAUSAL] if named is not None else []
    if (
        named is None
        or not cases
        or (outer.lemma_ in opening - _CLOSED_TO_CLAUSES and cases[0].lower_ not in _UNTIL)
        or clauses.children(token, "cc")
        or any(t.pos_ not in {"ADV", "AUX", "PROPN", "CCONJ", "X"} for t in token.doc[named.i + 1 : token.i])
    ):
        return
    attach(token, outer, "advcl")
    attach(named, token, "nsubj")
    attach(cases[0], token, "mark")
    attach(under[0], outer, "obj")

"""Headlines and other lines that leave words out: "Bondholders balk at a link", "Peru, Chile agree to share"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["bare_headline_verb", "two_names", "verb_in_compound"]


@at(tags={"NN"}, labels={"ROOT"})
def bare_headline_verb(token: Token, stances: frozenset[str]) -> None:
    """ "Bondholders balk at a link": a verb of stance behind a plural, in a line that has no other verb."""
    if token.tag_ != "NN" or token.dep_ != "ROOT" or token.lower_ not in stances or token.i + 1 >= len(token.doc):
        return
    before = [c for c in clauses.children(token, "compound") if c.i == token.i - 1 and c.tag_ in {"NNS", "NNPS"}]
    led = token.nbor().lower_ in {"at", "to", "for", "against", "over", "on", "the", "a", "an"}
    if not before or not led or any(t.tag_ in FINITE or t.tag_ == "MD" for t in token.sent):
        return
    token.pos_, token.tag_, token.lemma_, before[0].dep_ = "VERB", "VBP", token.lower_, "nsubj"


@at(parts={"PROPN"}, labels={"vocative"})
def two_names(token: Token) -> None:
    """ "Peru, Chile agree to share it": in a headline a comma joins the two who act."""
    if token.dep_ != "vocative" or token.pos_ != "PROPN" or token.i + 2 >= len(token.doc):
        return
    other = next((c for c in clauses.children(token.head, "nsubj") if c.left_edge.i == token.i + 2), None)
    if (
        token.nbor().text == ","
        and other is not None
        and other.pos_ == "PROPN"
        and token.left_edge.i == token.sent.start
    ):
        token.dep_ = "nsubj"
        attach(other, token, "conj")


@at(tags=FINITE, labels={"compound"}, bearing=True)
def verb_in_compound(token: Token) -> None:
    """ "Unless Chile reopens port": a verb with a subject, taken for the first part of the noun that it acts on."""
    noun = token.head
    if token.tag_ not in FINITE or token.dep_ != "compound" or noun.i != token.i + 1 or noun.head == noun:
        return
    if not any(c.dep_ in clauses.SUBJECTS and c.i < token.i for c in token.children):
        return
    leads = [c for c in clauses.children(noun, "mark", "case", "advmod") if c.i < token.i]
    attach(token, noun.head, "advcl" if leads else noun.dep_)
    attach(noun, token, "obj")
    for lead in leads:
        attach(lead, token, "mark" if lead.dep_ == "case" else lead.dep_)
    token.pos_ = "VERB"

"""The main verb of a sentence, where the parser found none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["lost_verb", "main_verb", "verb_behind_relative"]


def main_verb(token: Token) -> None:
    """ "Pakistan, for the group, called for": a participle after a name that heads the sentence is its verb."""
    noun = token.head
    if token.tag_ != "VBN" or token.dep_ not in {"acl", "amod"} or noun.dep_ != "ROOT" or noun.pos_ != "PROPN":
        return
    before = token.doc[token.i - 1] if token.i else token
    if before.text not in {",", ")"} or any(clauses.preposition(c) == "by" for c in token.children):
        return
    token.tag_ = "VBD"
    token.head, token.dep_ = token, "ROOT"
    attach(noun, token, "nsubj")


def lost_verb(token: Token) -> None:
    """ "Police in Jericho confiscated weapons": where a sentence has no other verb, a participle in it is the verb."""
    if not (token.tag_ in {"VBN", "VBD"} or (token.tag_ == "JJ" and token.lower_.endswith("ed"))):
        return
    if token.dep_ != "amod":
        return
    noun, root = token.head, token.sent.root
    if root.pos_ not in {"NOUN", "PROPN"}:
        return
    if not root.i < token.i < noun.i:
        return
    others = (t for t in token.sent if t is not token)
    if any(t.tag_ in FINITE or t.dep_ in {"cop", "aux"} for t in others) or clauses.preposition(noun):
        return
    if token.nbor(-1).pos_ in {"DET", "ADJ", "ADP", "PRON", "NUM", "CCONJ"}:
        return
    token.tag_, token.pos_ = "VBD", "VERB"
    token.head, token.dep_ = token, "ROOT"
    for child in [c for c in noun.children if c.i < token.i]:
        attach(child, root, "nmod")
    attach(noun, token, "obj")
    attach(root, token, "nsubj")


def verb_behind_relative(token: Token) -> None:
    """ "Biden, who has ruled it out, called on", "Ali, the leader, called": the verb of a sentence that has none."""
    root = token.sent.root
    if root.pos_ not in {"PROPN", "NOUN"} or root.i > token.i or token.tag_ not in FINITE | {"VBN"} or not token.i:
        return
    if token.nbor(-1).text != "," or any(c.dep_ in {*clauses.SUBJECTS, "mark", "cc", "cop"} for c in token.children):
        return
    described = [c for c in clauses.children(root, "acl:relcl", "appos") if c.i < token.i]
    if not described or clauses.children(root, "cop") or (token.tag_ == "VBN" and token.nbor().lower_ == "by"):
        return
    if not any(a == root for a in token.ancestors) or token.i + 1 >= len(token.doc):
        return
    token.tag_ = "VBD" if token.tag_ == "VBN" else token.tag_
    token.head, token.dep_ = token, "ROOT"
    root.head, root.dep_ = token, "nsubj"

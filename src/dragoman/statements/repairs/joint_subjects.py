"""Two who do one thing, the first with a clause beside the name: "Peru, which grows it, and Chile agreed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["both_behind_relative"]

_HELPERS = {"have", "be"}


@at(labels={"conj"}, parts={"VERB", "ADJ"}, bearing=True)
def both_behind_relative(token: Token) -> None:
    """ "Peru, which grows it, and Chile, which does not, agreed": both did, where the first has no other verb."""
    under = clauses.children(token, "nsubj")
    if token.dep_ != "conj" or len(under) != 1 or under[0].i > token.i or clauses.children(token, "mark"):
        return
    second, outer = under[0], token.head
    first = _without_verb(outer, token) if outer.pos_ == "AUX" else _root_above(outer, token)
    start = min([second.i, *(c.i for c in second.children if c.i < second.i)])
    joining = token.doc[start - 1] if start > token.sent.start else second
    if first is None or first.i > joining.i or joining.lower_ != "and" or clauses.children(second, "case"):
        return
    clause = next((c for c in clauses.children(first, "acl:relcl") if c.i < joining.i), None)
    if clause is None or token.doc[first.i + 1].text != "," or joining.nbor(-1).text != ",":
        return
    token.hang(token, "ROOT")
    if outer.pos_ == "AUX":
        for part in list(outer.children):
            part.hang(token, part.dep_)
        outer.hang(token, "aux")
    else:
        first.hang(token, "nsubj")
    second.hang(first, "conj")
    joining.hang(second, "cc")


def _root_above(outer: Token, verb: Token) -> Token | None:
    """The noun that heads the sentence, where *verb* is joined to a clause beside it and has a form of its own."""
    finite = verb.tag_ in FINITE or any(c.tag_ in {*FINITE, "MD"} for c in clauses.children(verb, "aux", "cop"))
    root = verb.sent.root
    if not finite or root.pos_ not in {"NOUN", "PROPN"} or clauses.children(root, "cop", *clauses.SUBJECTS):
        return None
    beside = any(clause is outer for clause in clauses.children(root, "acl:relcl"))
    return root if beside or any(a.dep_ == "acl:relcl" and a.head is root for a in outer.ancestors) else None


def _without_verb(helper: Token, verb: Token) -> Token | None:
    """Who stands before a helper that was taken for the verb itself: "Peru, which grows it, and Chile are asking"."""
    between = verb.doc[helper.i + 1 : verb.i] if helper.i < verb.i else [verb]
    if helper.dep_ != "ROOT" or helper.lemma_ not in _HELPERS or any(t.pos_ not in {"ADV", "PART"} for t in between):
        return None
    under = clauses.children(helper, "nsubj")
    return under[0] if len(under) == 1 and verb.tag_ in {"VBN", "VBG", "VBD"} else None

"""What one is bound to do, what is brought to an end, and who is said to be among those who want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["bound_to_do", "include_behind_relative", "stop_to_named_things", "stop_to_things"]

_BINDING = {
    "oblige", "require", "force", "compel", "commit", "bind", "allow", "permit", "enable", "authorise", "authorize",
}  # fmt: skip
_ASKING = {"ask", "urge", "invite", "tell", "instruct", "beg", "implore"}
_STOPPING = {"end", "halt", "stop", "close", "limit", "threat", "alternative"}
_INSIDE = {"advcl", "xcomp", "ccomp", "parataxis", "conj"}


@at(tags={"VB"}, labels={"advcl", "acl"}, bearing=True)
def bound_to_do(token: Token) -> None:
    """ "A clause that would oblige drug makers to share": what they are bound to do, and not why."""
    if token.tag_ != "VB" or clauses.marker(token) != "to" or token.dep_ not in {"advcl", "acl"}:
        return
    verb = token.head if token.dep_ == "advcl" else token.head.head
    if verb.lemma_ not in _BINDING | _ASKING or verb.pos_ != "VERB" or clauses.is_passive(verb):
        return
    objects = clauses.children(verb, "obj", "iobj")
    if len(objects) != 1 or clauses.children(verb, "xcomp") or (token.dep_ == "acl" and token.head != objects[0]):
        return
    to = next(c for c in token.children if c.dep_ == "mark")
    if verb.i < objects[0].i < to.i and all(t in objects[0].subtree for t in token.doc[objects[0].i : to.i]):
        attach(token, verb, "xcomp")


@at(tags={"VB"}, labels={"advcl", "acl", "xcomp"}, bearing=True)
def stop_to_things(token: Token) -> None:
    """ "Demanded an end to export subsidies": an end is put to things, and a verb before them is part of their name."""
    if token.tag_ != "VB" or token.i < 2 or clauses.marker(token) != "to" or token.nbor(-1).lower_ != "to":
        return
    stop, things = token.nbor(-2), [c for c in clauses.children(token, "obj") if c.i > token.i]
    if stop.lemma_ not in _STOPPING or stop.pos_ != "NOUN" or not things or things[0].tag_ != "NNS":
        return
    thing, to = things[0], token.nbor(-1)
    if thing.left_edge.i <= token.i or thing.left_edge.pos_ in {"DET", "PRON"} or thing.i > token.i + 2:
        return
    attach(thing, stop, "nmod")
    attach(to, thing, "case")
    for other in [c for c in token.children if c.i > thing.i]:
        attach(other, thing if other.dep_ in {"obl", "nmod"} else stop.head, other.dep_)
    token.pos_, token.tag_ = "NOUN", "NN"
    attach(token, thing, "compound")


@at(tags={"NNS", "VBZ"}, labels={"obj", "conj", "dep", "xcomp", "acl", "parataxis"})
def stop_to_named_things(token: Token) -> None:
    """ "A halt to arms exports": two nouns behind the "to", one of them taken for what is demanded as well."""
    to = token.nbor(-2)
    if token.i < 3 or to.lower_ != "to" or token.dep_ not in {"obj", "conj", "dep", "xcomp", "acl", "parataxis"}:
        return
    named, stop = token.nbor(-1), token.nbor(-3)
    if stop.lemma_ not in _STOPPING or stop.pos_ != "NOUN" or named.pos_ != "NOUN":
        return
    if (
        token.tag_ not in {"NNS", "VBZ"}
        or named.head != stop
        or any(c.dep_ in clauses.SUBJECTS for c in token.children)
    ):
        return
    token.pos_, token.tag_ = "NOUN", "NNS"
    attach(token, stop, "nmod")
    attach(to, token, "case")
    attach(named, token, "compound")


@at(words={"include", "includes", "included"}, labels=_INSIDE, bearing=True)
def include_behind_relative(token: Token) -> None:
    """ "Countries that want a cap include Chad", "those resisting it include Chad": the verb of the whole."""
    root = token.sent.root
    if (
        token.lemma_ != "include"
        or token.dep_ not in _INSIDE
        or token.nbor(-1).pos_ in {"PART", "AUX"}
        or root.i > token.i
    ):
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "mark", "cc", "aux"} for c in token.children):
        return
    camp = root if root.tag_ in {"NNS", "DT"} else clauses.subject(root) if root.tag_ == "VBG" else None
    if camp is None or camp.i > camp.sent.start + 3 or not clauses.children(token, "obj"):
        return
    relative = root != camp or clauses.children(camp, "acl:relcl", "acl")
    if not relative or clauses.children(camp, "cop"):
        return
    token.tag_ = "VBP" if token.tag_ == "VB" else token.tag_
    token.hang(token, "ROOT")
    camp.hang(token, "nsubj")
    if root != camp:
        root.hang(camp, "acl")

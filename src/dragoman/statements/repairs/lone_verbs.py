"""Verbs taken for another part of speech: for an adjective with an object, for a plural before an infinitive."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "adjective_of_name",
    "adjective_with_object",
    "finite_by_tag",
    "plural_before_infinitive",
    "sole_finite_verb",
    "speaker_taken_for_noun",
    "subject_behind_opening",
    "subject_in_fronted_clause",
    "thing_believed",
    "verb_before_its_object",
]


@at(tags={"JJ"}, bearing=True)
def adjective_with_object(token: Token) -> None:
    """ "That Chad armed Mali": what has a subject and an object is no adjective."""
    if token.tag_ != "JJ" or not token.lower_.endswith("ed") or clauses.children(token, "cop", "aux"):
        return
    before = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    behind = [c for c in clauses.children(token, "obj") if c.i > token.i]
    if before and behind:
        token.tag_, token.pos_ = "VBD", "VERB"


@at(parts={"ADP", "ADJ", "ADV", "NOUN"}, tags=FINITE, bearing=True)
def finite_by_tag(token: Token) -> None:
    """ "Chad said it opposed the plan": what has the tag of a finite verb, a subject and an object is one."""
    if token.tag_ not in FINITE or token.pos_ in {"VERB", "AUX"} or clauses.children(token, "cop"):
        return
    before = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    if before and any(c.i > token.i for c in clauses.children(token, "obj", "ccomp", "xcomp", "obl")):
        token.pos_ = "VERB"


@at(tags={"JJ"}, labels={"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis"}, bearing=True)
def adjective_of_name(token: Token) -> None:
    """ "Chad clashed with Mali": what ends in -ed, right behind a name and without "is", is no adjective."""
    if token.tag_ != "JJ" or not token.lower_.endswith("ed") or clauses.children(token, "cop", "aux", "aux:pass"):
        return
    before = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    led = any(c.i > token.i for c in clauses.children(token, "obl"))
    if led and len(before) == 1 and token.nbor(-1) in before[0].subtree:
        token.tag_, token.pos_ = "VBD", "VERB"


@at(tags={"VBD", "JJ"}, labels={"acl", "amod"}, bearing=True)
def sole_finite_verb(token: Token) -> None:
    """ "British jets using guided bombs killed four": the one finite verb of a sentence whose root is a noun."""
    root = token.sent.root
    if root.pos_ not in {"NOUN", "PROPN"} or root.i > token.i or token.dep_ not in {"acl", "amod"}:
        return
    if token.tag_ != "VBD" and not (token.lower_.endswith("ed") and clauses.children(token, "obj")):
        return
    own = {c.dep_ for c in token.children}
    if own & {*clauses.SUBJECTS, "mark", "aux", "cop"} or not own & {"obj", "obl", "xcomp", "ccomp"}:
        return
    finite = [t for t in token.sent if t is not token and (t.tag_ in FINITE or t.dep_ == "cop")]
    if finite or clauses.children(root, "cop") or token.nbor(-1).text == ",":
        return
    token.pos_, token.tag_ = "VERB", "VBD"
    token.hang(token, "ROOT")
    root.hang(token, "nsubj")


_PLANNING = {"plan", "vow", "need", "hope", "promise", "refuse", "want", "pledge", "demand", "offer", "request", "aim"}


@at(tags={"NNS"})
def plural_before_infinitive(token: Token) -> None:
    """ "Greece, like most members, plans to impose": in a sentence without a verb such a plural is one."""
    root = token.sent.root
    if token.tag_ != "NNS" or token.lemma_ not in _PLANNING:
        return
    if root == token and any(c.pos_ == "PROPN" for c in clauses.children(token, "nsubj")):
        token.tag_, token.pos_ = "VBZ", "VERB"
        return
    if root.pos_ != "PROPN" or not root.i < token.i:
        return
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    if behind.lower_ != "to" or token.nbor(-1).text != "," or any(t.tag_ in FINITE for t in token.sent):
        return
    token.tag_, token.pos_ = "VBZ", "VERB"
    token.hang(token, "ROOT")
    root.hang(token, "nsubj")


@at(tags={"JJ"}, labels={"amod"})
def verb_before_its_object(token: Token) -> None:
    """ "Will no longer tolerate rallies": what follows a modal is the verb, and the noun behind it the object."""
    noun = token.head
    if token.tag_ != "JJ" or token.dep_ != "amod" or not noun.i > token.i or clauses.preposition(noun):
        return
    helpers = [c for c in clauses.children(noun, "aux") if c.tag_ == "MD" and c.i < token.i]
    if not helpers or any(t.pos_ not in {"ADV", "PART"} for t in token.doc[helpers[-1].i + 1 : token.i]):
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    take_place(token, noun)
    for part in [c for c in noun.children if c.i < token.i]:
        attach(part, token, part.dep_)
    noun.hang(token, "obj")
    if noun.tag_ in {"VBZ", "VB", "VBP"}:
        noun.pos_, noun.tag_ = "NOUN", "NNS" if noun.lower_.endswith("s") else "NN"


@at(tags=FINITE | {"VBN"}, labels={"ROOT"})
def subject_behind_opening(token: Token) -> None:
    """ "Since the raid on Tyre, Israel and Lebanon have met": a name behind the comma is no apposition, but who met."""
    helped = any(c.dep_ == "aux" and c.i < token.i for c in token.children)
    first = token.sent[0]
    finite = token.tag_ in FINITE or (token.tag_ == "VBN" and helped)
    if not finite or token.dep_ != "ROOT" or first.tag_ != "IN" or first.dep_ != "case":
        return
    if any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    if token.nbor(-1).text == ",":
        _name_told_again(token, first.i)
        return
    span = _behind_comma(token, first.i)
    heads = [t for t in span if t.head.i < span[0].i]
    loose = all(t.dep_ in {"appos", "conj", "nmod"} and t.pos_ in {"PROPN", "NOUN"} for t in heads)
    if not heads or not loose or clauses.preposition(heads[0]) or any(t.pos_ == "VERB" for t in span):
        return
    attach(heads[0], token, "nsubj")
    for other in heads[1:]:
        attach(other, heads[0], "conj")


@at(tags={"VBD", "VBZ", "VBP", "VBN", "VB"}, bearing=True)
def subject_in_fronted_clause(token: Token) -> None:
    """ "While Mali has signed the accord, Chad and Niger left": the names behind the comma left, and are no accords."""
    helped = [c for c in token.children if c.dep_ == "aux" and c.i < token.i]
    if not (helped or token.tag_ in FINITE) or clauses.children(token, *clauses.SUBJECTS, "cc"):
        return
    fronted = [c for c in clauses.children(token, "advcl") if c.i < token.i and clauses.marker(c)]
    things = [t for c in fronted[-1:] for t in clauses.children(c, "obj", "obl") if t.pos_ == "NOUN" and t.i > c.i]
    names = [c for t in things[-1:] for c in clauses.children(t, "conj", "appos") if t.i < c.i < token.i]
    if not names or any(c.pos_ != "PROPN" for c in names) or names[0].left_edge.i < 1:
        return
    between = token.doc[names[-1].i + 1 : token.i]
    if names[0].left_edge.text != "," and names[0].left_edge.nbor(-1).text != ",":
        return
    if any(t.pos_ not in {"ADV", "X", "AUX"} and t.dep_ != "dep" for t in between):
        return
    attach(names[0], token, "nsubj")
    for other in names[1:]:
        attach(other, names[0], "conj")


def _name_told_again(verb: Token, first: int) -> None:
    """ "In Brussels, Jens Stoltenberg, the NATO chief, urged": between the commas stands who urged, and what he is."""
    commas = [t.i for t in verb.doc[first : verb.i] if t.text == ","]
    if len(commas) != 3:
        return
    name, told = (list(verb.doc[one + 1 : other]) for one, other in pairwise(commas))
    heads = [[t for t in span if not span[0].i <= t.head.i <= span[-1].i] for span in (name, told) if span]
    if [len(h) for h in heads] != [1, 1] or any(t.pos_ == "VERB" for t in (*name, *told)):
        return
    (who,), (what,) = heads
    loose = {"appos", "conj", "nmod", "nmod:unmarked"}
    if all(t.dep_ in loose and t.pos_ in {"PROPN", "NOUN"} and not clauses.preposition(t) for t in (who, what)):
        attach(who, verb, "nsubj")
        attach(what, who, "appos")


def _behind_comma(verb: Token, first: int) -> list[Token]:
    """The words between the last comma and *verb* with its helpers; none where no comma stands before it."""
    end = verb.i
    while end > first and verb.doc[end - 1].pos_ in {"AUX", "ADV", "PART"}:
        end -= 1
    start = end
    while start > first and verb.doc[start - 1].text != ",":
        start -= 1
    return verb.doc[start:end] if start > first else []


@at(labels={"amod"})
def speaker_taken_for_noun(token: Token, saying: frozenset[str]) -> None:
    """ "..., said spokesperson for the ministry": a verb of saying behind the comma describes no noun."""
    noun, root = token.head, token.sent.root
    behind = token.i > token.sent.start and token.nbor(-1).text == "," and noun.i > token.i
    if token.dep_ != "amod" or token.lemma_ not in saying or not behind or noun.left_edge.i < token.i or root is noun:
        return
    attach(token, root, "parataxis")
    attach(noun, token, "nsubj")


@at(labels={"ccomp"}, bearing=True)
def thing_believed(token: Token, saying: frozenset[str]) -> None:
    """ "Offered terms that Musa believed could end the war": what is believed of a thing is no content of the offer."""
    verb = token.head
    under = clauses.children(token, "nsubj")
    if token.dep_ != "ccomp" or len(under) != 1 or verb.pos_ != "VERB" or under[0].pos_ != "NOUN":
        return
    views = [
        c for c in clauses.children(under[0], "acl:relcl") if c.lemma_ in saying | {"believe", "think", "hope", "fear"}
    ]
    modal = [c for c in clauses.children(token, "aux") if c.tag_ == "MD"]
    if len(views) != 1 or not modal or modal[0].i != views[0].i + 1 or clauses.marker(token):
        return
    attach(under[0], verb, "obj")
    attach(token, views[0], "ccomp")

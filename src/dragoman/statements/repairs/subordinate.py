"""Clauses within clauses: their subjects, and which verb or noun they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach
from dragoman.statements.repairs.nouns import is_pledged

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "behind_which",
    "clause_taken_for_phrase",
    "clause_with_reason",
    "condition_joined",
    "joint_subject",
    "mark_before_subject",
    "name_before_compound",
    "object_taken_for_subject",
    "only_once",
    "perfect_joined",
    "relative_of_noun",
    "subject_behind_date",
    "subject_of_clause",
    "subject_taken_for_compound",
    "wish_behind_relative",
]

_CALLING = frozenset(lexicon("positions")["calling"]["verbs"])
_OPENING = {"after", "before", "until", "since", "as", "because", "while", "if", "unless", "although", "though", "once"}

_DATED = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip
_ASKING = {"want", "require", "oblige", "compel", "force", "urge", "ask", "expect", "press", "order", "like"}
"""Verbs behind which an infinitive tells what another is to do: "wants firms that use it to pay"."""


@at(tags=FINITE, labels={"advcl"})
def subject_of_clause(token: Token) -> None:
    """ "After the government pressed ahead": a noun taken for an object is the subject of the verb behind."""
    if token.tag_ not in FINITE or token.dep_ != "advcl" or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    if clauses.marker(token) or token.i == 0:
        return
    before = next((t for t in reversed(token.doc[token.sent.start : token.i]) if t.pos_ != "ADV"), token)
    noun = next((t for t in [before, *before.ancestors] if t.head == token.head), None)
    if noun is None or noun.dep_ not in {"obl", "nmod"} or noun.i > token.i:
        return
    lead = [c for c in noun.children if c.dep_ == "case" and c.lower_ in _OPENING]
    if not lead or noun.left_edge != lead[0]:
        return
    attach(noun, token, "nsubj")
    attach(lead[0], token, "mark")


@at(labels=clauses.SUBJECTS, bearing=True)
def mark_before_subject(token: Token) -> None:
    """ "Only after the siege has been lifted": what stands before the subject opens its clause."""
    if token.dep_ not in clauses.SUBJECTS or token.head.pos_ not in {"VERB", "AUX", "ADJ"}:
        return
    first = token.left_edge
    lead = [c for c in token.children if c.dep_ in {"case", "advmod"} and c.i in {first.i, first.i + 1}]
    opening = [c for c in lead if c.dep_ == "case" and c.lower_ in _OPENING]
    if opening and not clauses.marker(token.head):
        for word in lead:
            attach(word, token.head, "mark" if word in opening else word.dep_)


@at(parts={"VERB"}, tags=FINITE | {"VB"}, bearing=True)
def subject_taken_for_compound(token: Token) -> None:
    """ "Unless the state breaks them up": the noun before a finite verb is its subject."""
    past = token.tag_ in FINITE or (token.tag_ == "VB" and token.lower_.endswith("ed"))
    if not past or token.pos_ != "VERB" or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    before = [c for c in clauses.children(token, "compound") if c.i < token.i and c.pos_ in {"NOUN", "PROPN"}]
    described = bool(before) and token.nbor(-1).text == "," and bool(clauses.children(before[-1], "appos"))
    if not before or (before[-1].i != token.i - 1 and not described):
        return
    token.tag_ = "VBD" if token.tag_ == "VB" else token.tag_
    noun = before[-1]
    for child in [c for c in clauses.children(token, "det", "amod", "compound", "nmod:poss") if c.i < noun.i]:
        attach(child, noun, child.dep_)
    noun.dep_ = "nsubj"


@at(tags={"VBN"}, labels={"amod"}, bearing=True)
def perfect_joined(token: Token) -> None:
    """ "Want a ban and have rejected compensation": a participle with "have" is a verb, though a noun follows."""
    if token.tag_ != "VBN" or token.dep_ != "amod":
        return
    noun = token.head
    helpers = [c for c in token.children if c.dep_ == "aux" and c.lemma_ == "have"]
    if not helpers or noun.i < token.i:
        return
    outer = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if outer is None or outer.i > token.i:
        return
    links = [c for c in noun.children if c.dep_ == "cc" and c.i < token.i]
    attach(token, outer, "conj")
    attach(noun, token, "obj")
    for link in links:
        attach(link, token, "cc")


@at(tags={"VB"}, bearing=True)
def wish_behind_relative(token: Token, stances: frozenset[str]) -> None:
    """ "Wants its troops, who fought there, to stay": the infinitive behind a relative clause is what is wanted."""
    if token.tag_ != "VB" or clauses.marker(token) != "to":
        return
    to = next(c for c in token.children if c.dep_ == "mark")
    relative = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
    if not to.i or relative is None or relative.i > token.i:
        return
    noun, parted = relative.head, to.nbor(-1).text == ","
    bound = token.head == relative and token.dep_ == "advcl" and noun.dep_ == "obj"
    bound = bound and any(c.tag_ in {"WDT", "WP"} for c in clauses.children(relative, "nsubj"))
    if not parted and not (bound and noun.head.lemma_ in _ASKING):
        return
    if (
        noun.head.lemma_ in stances
        and noun.dep_ in {"obj", "obl"}
        and noun.head.pos_ == "VERB"
        and noun.head.i < noun.i
        and (parted or not clauses.children(noun.head, "xcomp"))
    ):
        attach(token, noun.head, "xcomp")


@at(labels={"conj", "ccomp", "parataxis"}, bearing=True)
def object_taken_for_subject(token: Token) -> None:
    """ "Chad would free them and Mali would pay": what stands right behind the first verb is its object alone."""
    under = clauses.children(token, "nsubj")
    helper = next((c for c in clauses.children(token, "aux") if c.tag_ == "MD"), None)
    if helper is None or len(under) != 1 or under[0].i > helper.i:
        return
    first, joined = under[0], clauses.children(under[0], "conj")
    before = first.left_edge.nbor(-1) if first.left_edge.i else first
    if len(joined) != 1 or joined[0].i > helper.i or before.pos_ != "VERB" or before.head is token:
        return
    own = clauses.children(before, *clauses.SUBJECTS)
    if not own or not clauses.children(before, "aux") or clauses.children(before, "obj", "xcomp", "ccomp"):
        return
    links = [c for c in joined[0].children if c.dep_ == "cc"]
    attach(first, before, "obj")
    attach(joined[0], token, "nsubj")
    attach(token, before, "conj")
    for link in links:
        attach(link, token, "cc")


@at(labels={"acl", "ccomp"}, bearing=True)
def relative_of_noun(token: Token, taking: frozenset[str], parting: frozenset[str]) -> None:
    """ "A condition that Oman cannot accept": a clause whose verb lacks its object describes the noun."""
    if token.dep_ not in {"acl", "ccomp"} or token.head.pos_ not in {"NOUN", "PRON"}:
        return
    that = next((c for c in token.children if c.lower_ == "that" and c.dep_ in {"mark", "obj"}), None)
    own = [c for c in clauses.children(token, "nsubj") if c.left_edge.i == token.head.i + 1]
    if that is None and own and token.dep_ == "acl" and not clauses.marker(token) and token.tag_ in {"VBN", "VBD"}:
        token.dep_, token.tag_ = "acl:relcl", token.tag_ if clauses.children(token, "aux") else "VBD"
        return
    if that is not None and that.dep_ == "obj":
        token.dep_ = "acl:relcl"
        that.tag_, that.pos_ = "WDT", "PRON"
        return
    called = token.lemma_ in _CALLING and token.tag_ in FINITE and bool(clauses.children(token, "obj", "xcomp"))
    if called and that is not None and that.i == token.head.i + 1 and clauses.children(token.head, "det"):
        token.dep_, that.dep_, that.tag_, that.pos_ = "acl:relcl", "obl:unmarked", "WDT", "PRON"
        return
    parted = any(f"{token.lemma_}+{c.lower_}" in parting for c in clauses.children(token, "compound:prt", "advmod"))
    if (token.lemma_ not in taking and not parted) or is_pledged(token):
        return
    filled = clauses.children(token, "obj", "xcomp", "ccomp", "nsubj:pass", "obl", "advcl")
    if that is None or that.i != token.head.i + 1 or filled or not clauses.children(token, "nsubj"):
        return
    token.dep_ = "acl:relcl"
    that.dep_, that.tag_, that.pos_ = "obj", "WDT", "PRON"


@at(parts={"VERB"}, tags=FINITE, labels={"obl", "nmod", "advmod"}, bearing=True)
def clause_taken_for_phrase(token: Token) -> None:
    """ "Until Somalia clamps down": a finite verb with a subject of its own behind "until" is a clause."""
    if token.tag_ not in FINITE or token.pos_ != "VERB" or token.dep_ not in {"obl", "nmod", "advmod"}:
        return
    if clauses.marker(token) in _OPENING and any(c.dep_ in clauses.SUBJECTS for c in token.children):
        token.dep_ = "advcl"


@at(parts={"VERB", "AUX", "ADJ"}, labels={"conj"}, bearing=True)
def only_once(token: Token) -> None:
    """ "Would pay, but only once all have signed": a clause behind "but only" is a condition of the one before."""
    if token.dep_ != "conj" or token.pos_ not in {"VERB", "AUX", "ADJ"} or not token.i:
        return
    lead = {c.lower_ for c in token.children if c.i < token.i and c.dep_ in {"advmod", "mark"}}
    opening = clauses.marker(token) in {"once", "provided", "as long as"} or lead & {"once", "if", "when", "after"}
    if "only" in lead and opening and token.head.i < token.i:
        token.dep_ = "advcl"


@at(labels={"ccomp", "xcomp"}, bearing=True)
def clause_with_reason(token: Token) -> None:
    """ "Opposes it because", "will strike should they drill": neither clause is content of the verb before it."""
    first = token.left_edge
    helper = first.lower_ == "should" and first.head == token and first.dep_ == "aux"
    if helper and token.dep_ in {"ccomp", "xcomp"} and clauses.children(token, "nsubj", "nsubj:pass", "expl"):
        token.dep_ = "advcl"
    if token.dep_ == "ccomp" and clauses.marker(token) in _OPENING - {"if", "as"}:
        token.dep_ = "advcl"


@at(labels={"obl", "nmod"}, bearing=True)
def subject_behind_date(token: Token) -> None:
    """ "On Friday Guterres, having dined, handed": the "on" is the date's, and the name is who handed."""
    if token.dep_ not in {"obl", "nmod"}:
        return
    lead = next((c for c in token.children if c.dep_ in {"case", "dep"} and c.i < token.i), None)
    dated = [c for c in lead.children if c.dep_ == "dep" and c.lower_ in _DATED] if lead is not None else []
    if lead is None or not dated or dated[0].i != lead.i + 1:
        return
    lead.dep_ = "dep"
    root = token.sent.root
    verb = token.head if token.head.tag_ in FINITE else root
    if verb.i > token.i and verb.pos_ == "VERB" and not any(c.dep_ in clauses.SUBJECTS for c in verb.children):
        attach(token, verb, "nsubj")


@at(labels={"conj"}, bearing=True)
def condition_joined(token: Token) -> None:
    """ "Is ready to lift it, but only if they leave": a clause of "if" is no second clause but a condition."""
    lead = clauses.marker(token)
    if token.dep_ != "conj" or lead not in {"if", "unless", "provided", "as long as"} or token.head.i > token.i:
        return
    if lead not in {clauses.marker(token.head), clauses.marker(clauses.first_conjunct(token))}:
        token.dep_ = "advcl"


@at(labels={"nsubj"})
def name_before_compound(token: Token) -> None:
    """ "The UNITA militarist wing refused": a noun that describes another has no subject of its own."""
    noun = token.head
    if token.dep_ != "nsubj" or noun.dep_ != "compound" or token.i > noun.i or clauses.children(noun, "cop"):
        return
    attach(token, noun.head, "compound")


@at(tags={"WDT"}, labels={"obj"})
def behind_which(token: Token) -> None:
    """ "Wants a fund, to which Peru objects": what leads "which" is its preposition, and opens no clause."""
    if token.tag_ != "WDT" or token.i < 3 or token.dep_ != "obj" or token.nbor(-2).text != ",":
        return
    verb, lead = token.head, token.nbor(-1)
    if lead.dep_ == "mark" and lead.head == verb and verb.dep_ in {"advcl", "ccomp", "xcomp"}:
        attach(lead, token, "case")
        token.dep_ = "obl"


@at(labels={"nsubj", "nsubj:pass"})
def joint_subject(token: Token) -> None:
    """ "Not only Peru but also Chile wants": two subjects joined by "but" are one."""
    if token.dep_ not in {"nsubj", "nsubj:pass"} or token.left_edge.i < 2:
        return
    between = [t.lower_ for t in token.doc[max(0, token.left_edge.i - 2) : token.left_edge.i]]
    if "but" not in between:
        return
    first = next((c for c in clauses.children(token.head, "nsubj", "nsubj:pass") if c.i < token.left_edge.i), None)
    if first is not None and any(t.lower_ == "only" for t in token.doc[max(0, first.left_edge.i - 2) : first.i]):
        attach(token, first, "conj")

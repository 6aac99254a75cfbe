"""Nouns taken for verbs, or verbs for nouns: "wants guarantees that", "spurns offer to reopen border"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "between_two",
    "crossing_of_name",
    "member_states",
    "noun_at_the_head",
    "noun_behind_compound",
    "noun_behind_verb",
    "noun_given_way_to",
    "noun_with_article",
    "verb_behind_aside",
    "verb_behind_name",
    "wished_things",
]

_WISHING = {"want", "seek", "demand", "need", "request", "require", "get", "obtain", "offer", "give", "secure"}

_OFFERED = {"offer", "plan", "call", "bid", "demand", "request", "pledge", "move", "push", "plea", "proposal", "appeal"}

_ANSWERED = _OFFERED | {"pressure", "protest", "blackmail", "attack", "criticism", "threat"}
_ANSWERING = {
    "bow", "yield", "give", "cave", "bend", "submit", "succumb", "respond", "react", "reply", "agree", "object",
    "accede", "lead", "due", "capitulate", "subject",
}  # fmt: skip
"""Verbs whose "to" leads a thing."""

_BETWEEN_TWO = {
    "clashes": "clash", "skirmishes": "skirmish", "exchanges": "exchange", "talks": "talk", "battles": "battle",
    "fighting": "fighting", "bargaining": "bargaining", "haggling": "haggling", "trading": "trading",
    "strikes": "strike", "disputes": "dispute", "contacts": "contact", "firefights": "firefight", "fights": "fight",
    "gunfights": "gunfight", "quarrels": "quarrel", "shooting": "shooting", "shelling": "shelling",
}  # fmt: skip
"""What lies between two sides and looks like a verb, with its lemma."""
_DESCRIBING = {"ADJ", "NOUN", "PROPN", "ADV", "DET", "VERB", "X", "SPACE", "PUNCT"}
_KINDS_OF_STATES = {
    "member", "island", "basin", "coastal", "nuclear", "riparian", "neighbouring", "small", "border", "client", "other",
    "range", "flag", "gulf", "oil", "donor", "contracting", "non-nuclear", "landlocked", "developing", "sponsoring",
}  # fmt: skip
"""What stands before "states" that are countries."""
_TAKEN_ON = {"advcl", "conj", "acl", "ccomp", "parataxis", "acl:relcl"}


@at(tags={"VBZ"}, labels={"xcomp", "ccomp"})
def wished_things(token: Token) -> None:
    """ "Hamas wants guarantees that": what is wished, taken for a verb of its own."""
    if token.tag_ != "VBZ" or token.dep_ not in {"xcomp", "ccomp"} or token.head.i != token.i - 1:
        return
    if token.head.lemma_ not in _WISHING or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    token.pos_, token.tag_, token.dep_ = "NOUN", "NNS", "obj"
    for clause in clauses.children(token, "ccomp", "xcomp"):
        clause.dep_ = "acl"


@at(tags={"VB"}, labels={"xcomp", "advcl"})
def noun_given_way_to(token: Token) -> None:
    """ "Bowed to pressure from Chad to lift them": what somebody gives way or answers to is a noun."""
    lead = token.nbor(-1) if token.i > token.sent.start else token
    if token.lemma_ not in _ANSWERED or lead.lower_ != "to" or token.head.lemma_ not in _ANSWERING:
        return
    if clauses.children(token, "obj", "ccomp") or token.i < token.head.i:
        return
    token.pos_, token.tag_, token.dep_, lead.tag_, lead.dep_ = "NOUN", "NN", "obl", "IN", "case"
    for child in token.children:
        if child.dep_ == "obl":
            child.dep_ = "nmod"
        elif child.dep_ in {"xcomp", "advcl"} and clauses.marker(child) == "to":
            child.dep_ = "acl"


@at(tags={"VB", "VBP"}, labels={"xcomp", "ccomp"})
def noun_behind_verb(token: Token, taking: frozenset[str]) -> None:
    """ "Chad spurns offer to reopen border": in a headline, what is spurned right behind the verb is a noun."""
    verb = token.head
    if token.lemma_ not in _OFFERED or token.tag_ not in {"VB", "VBP"} or token.dep_ not in {"xcomp", "ccomp"}:
        return
    alone = not clauses.marker(token) and not clauses.children(token, "nsubj", "aux", "obj")
    if not alone or verb.i != token.i - 1 or verb.lemma_ not in taking or verb.pos_ != "VERB":
        return
    token.pos_, token.tag_, token.dep_ = "NOUN", "NN", "obj"
    for clause in clauses.children(token, "advcl", "xcomp", "ccomp"):
        clause.dep_ = "acl"


@at(tags={"VB", "VBP"})
def noun_behind_compound(token: Token, holding: frozenset[str]) -> None:
    """ "Rejected a government offer to pay": behind "a" and one noun stands another noun, no verb."""
    before = token.nbor(-1) if token.i > token.sent.start else token
    articles = [c for c in before.children if c.dep_ == "det" and c.lower_ in {"a", "an"}]
    plain = token.tag_ in {"VB", "VBP"} and before.tag_ == "NN" and before.head in {token.head, token}
    if not plain or not articles or token.lemma_ not in holding or before.dep_ not in {"obj", "nsubj", "obl"}:
        return
    if before.head == token:
        return
    token.pos_, token.tag_, token.dep_ = "NOUN", "NN", before.dep_
    attach(before, token, "compound")
    attach(articles[0], token, "det")


@at(tags={"VBZ"}, labels={"nsubj", "nsubj:pass", "obj", "obl", "nmod"}, bearing=True)
def noun_with_article(token: Token) -> None:
    """ "The island states threatened": a subject with an article is a noun, not a verb in -s."""
    if token.tag_ != "VBZ" or token.dep_ not in {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}:
        return
    before = [c for c in token.children if c.i < token.i]
    if any(c.dep_ in {"det", "amod", "compound"} for c in before) and token.lower_.endswith("s"):
        singular = re.sub("ies$", "y", token.lower_).removesuffix("s")
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", singular


@at(tags={"VBZ"}, words={"states"}, bearing=True)
def member_states(token: Token) -> None:
    """ "He urged member states to sign": who is urged to, and no verb; the participle before it is the verb."""
    kind = token.nbor(-1) if token.i > token.sent.start else token
    if token.lower_ != "states" or token.tag_ != "VBZ" or kind.lower_ not in _KINDS_OF_STATES:
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", "state"
    before = [*clauses.children(token, "amod"), *clauses.children(kind, "amod")]
    verb = next((c for c in before if c.tag_ in {"VBN", "VBD"} and c.i < kind.i), None)
    under = [c for c in clauses.children(token, "nsubj") if verb is not None and c.i < verb.i]
    if verb is None or not under:
        return
    take_place(verb, token)
    verb.tag_, verb.pos_ = "VBD", "VERB"
    under[0].hang(verb, "nsubj")
    for other in under[1:]:
        other.hang(under[0], "appos")
    token.hang(verb, "obj")
    attach(kind, token, "compound")
    for child in [c for c in token.children if c.i > token.i]:
        attach(child, verb, child.dep_)


@at(tags={"NNS"}, bearing=True)
def verb_behind_name(token: Token, stances: frozenset[str]) -> None:
    """ "A tax that Chad wants and Mali opposes": what stands behind the second name is a verb of the clause."""
    name = token.nbor(-1) if token.i > token.sent.start + 2 else token
    if token.tag_ != "NNS" or name.pos_ != "PROPN" or name not in token.children or name.dep_ != "compound":
        return
    link = name.left_edge.nbor(-1) if name.left_edge.i else name
    singular = token.lower_.removesuffix("s")
    if link.lower_ not in {"and", "but"} or not link.i or not {singular, singular.removesuffix("e")} & stances:
        return
    verb = link.nbor(-1)
    if verb.dep_ != "acl:relcl" or verb.pos_ != "VERB" or clauses.relative_object(verb) is None:
        return
    token.tag_, token.pos_ = "VBZ", "VERB"
    token.lemma_ = singular if singular in stances else singular.removesuffix("e")
    attach(token, verb, "conj")
    attach(name, token, "nsubj")
    attach(link, token, "cc")


@at(tags={"NNS"}, labels={"compound"})
def verb_behind_aside(token: Token, stances: frozenset[str]) -> None:
    """ "Oslo, which has frozen aid, backs Chad": behind a name and what is told of it stands the verb it lacks."""
    name, noun = token.sent.root, token.head
    if token.tag_ != "NNS" or name.pos_ != "PROPN" or noun.i != token.i + 1 or not token.i:
        return
    singular = token.lower_.removesuffix("s")
    told = [c for c in clauses.children(name, "acl:relcl", "appos") if name.i < c.i < token.i]
    if token.nbor(-1).text != "," or not told or clauses.children(name, "cop", *clauses.SUBJECTS):
        return
    if not {singular, singular.removesuffix("e")} & stances or noun.pos_ not in {"PROPN", "NOUN"}:
        return
    token.tag_, token.pos_ = "VBZ", "VERB"
    token.lemma_ = singular if singular in stances else singular.removesuffix("e")
    token.hang(token, "ROOT")
    name.hang(token, "nsubj")
    attach(noun, token, "obj")
    for part in [c for c in name.children if c.i > noun.i]:
        attach(part, token, part.dep_)


@at(tags={"VB", "VBZ"}, labels=clauses.SUBJECTS)
def noun_at_the_head(token: Token) -> None:
    """ "Protocols signed in Zurich were never ratified": a plural that opens a sentence as its subject is no verb."""
    opening = token.i == token.sent.start and token.dep_ in clauses.SUBJECTS and token.lower_.endswith("s")
    if opening and token.tag_ in {"VB", "VBZ"} and not clauses.children(token, "obj", "nsubj"):
        token.tag_, token.pos_ = "NNS", "NOUN"


@at(tags={"VBG"}, words={"crossing", "landing", "dwelling"})
def crossing_of_name(token: Token) -> None:
    """ "Shut the Torkham crossing": a place called so, not somebody who crosses."""
    if token.lower_ not in {"crossing", "landing", "dwelling"} or token.tag_ != "VBG" or not token.i:
        return
    name, verb = token.nbor(-1), token.head
    lead = [c for c in name.children if c.dep_ == "det" and c.lower_ == "the"]
    if name.pos_ != "PROPN" or not lead or name.head not in {token, verb} or verb.pos_ != "VERB" or verb.i > name.i:
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
    token.dep_ = "obj"
    attach(name, token, "compound")
    attach(lead[0], token, "det")


@at(tags={"VBZ", "VBG", "NNS"}, labels={"ROOT"}, words=_BETWEEN_TWO)
def between_two(token: Token) -> None:
    """ "Fresh clashes between the army and the rebels killed nine": what is between two is no verb of its own."""
    doc, start = token.doc, token.sent.start
    if token.lower_ not in _BETWEEN_TWO or token.dep_ != "ROOT" or token.i + 1 >= len(doc):
        return
    if token.nbor().lower_ != "between" or any(t.pos_ not in _DESCRIBING for t in doc[start : token.i]):
        return
    later = (t for t in token.subtree if t.i > token.i and t.pos_ == "VERB" and t.dep_ in _TAKEN_ON)
    verb = next((t for t in later if t.tag_ in {"VBD", "VBN", "VBZ"} and not clauses.children(t, "mark", "cc")), None)
    if verb is None:
        return
    token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS" if token.lower_.endswith("s") else "NN", _singular(token)
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    take_place(verb, token)
    stray = [c for c in clauses.children(verb, "nsubj") if c.i < verb.i]
    token.hang(verb, "nsubj")
    for child in token.children:
        label = child.dep_
        attach(child, token, "nmod" if label == "obl" else "amod" if child.i < token.i and label == "nsubj" else label)
    both = [c for c in clauses.prepositional(token, "between") if c.i < verb.i]
    for member in stray[:1]:
        if both:
            attach(member, both[0], "conj")


def _singular(token: Token) -> str:
    word = token.lower_
    return _BETWEEN_TWO.get(word, word)

"""Nouns taken for verbs: "wants guarantees that", "spurns offer to reopen border", "the Torkham crossing"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "crossing_of_name",
    "noun_at_the_head",
    "noun_behind_compound",
    "noun_behind_verb",
    "noun_with_article",
    "wished_things",
]

_WISHING = {"want", "seek", "demand", "need", "request", "require", "get", "obtain", "offer", "give", "secure"}

_OFFERED = {"offer", "plan", "call", "bid", "demand", "request", "pledge", "move", "push", "plea", "proposal", "appeal"}


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

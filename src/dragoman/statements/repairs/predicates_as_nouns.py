"""Verbs and adjectives that a clause is built on, taken for nouns, names or adverbs: "Moscow demands that"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "adjective_as_noun",
    "adjective_with_subject",
    "command_in_quotation",
    "demands",
    "hangs_on",
    "subjunctive",
    "verb_after_modal",
    "verb_after_than",
    "verb_after_to",
    "verb_before_its_thing",
    "verb_before_plural",
    "verb_in_ise",
    "verb_in_relative",
]

_OF_CLAUSE = {"advcl", "obl", "punct", "conj", "parataxis", "advmod", "ccomp"}
_VERBAL = ("ise", "ize", "yse", "yze", "ify")
"""Endings of verbs."""

_BARE = {
    "comply", "accept", "agree", "yield", "surrender", "concede", "retreat", "compromise", "bow", "face", "risk",
    "submit", "join", "quit",
}  # fmt: skip
"""Verbs that look like nouns behind "rather than"."""


_BEHIND_VERB = {
    "that", "to", "a", "an", "no", "any", "the", "its", "their", "his", "her", "more", "less", "fewer", "all", "such",
}  # fmt: skip
"""What stands right behind a verb, and not behind a name with a noun."""


@at(tags={"NNS"})
def demands(token: Token, stances: frozenset[str]) -> None:
    """ "Moscow demands that": a verb of stance after a name, taken for a noun."""
    if token.tag_ != "NNS" or token.lemma_ not in stances or token.i == 0 or token.i + 1 >= len(token.doc):
        return
    name, following = token.nbor(-1), token.nbor(1).lower_
    if name.lower_ in {"and", "but"} and following == "that":
        _goes_on(token)
        return
    if name.pos_ != "PROPN" or name.head != token or following not in _BEHIND_VERB:
        return
    token.pos_, token.tag_ = "VERB", "VBZ"
    if token.dep_ in clauses.SUBJECTS:
        token.dep_ = "ccomp"
    attach(name, token, "nsubj")
    for thing in [c for c in clauses.children(token, "appos") if c.left_edge.i == token.i + 1]:
        thing.dep_ = "obj"
    for clause in clauses.children(token, "acl:relcl", "acl"):
        clause.dep_ = "ccomp"


def _goes_on(token: Token) -> None:
    """ "Has denounced the pact and demands that": the second verb of the sentence, listed with a noun."""
    outer = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    if token.dep_ != "conj" or outer is None or outer.i > token.i:
        return
    token.pos_, token.tag_ = "VERB", "VBZ"
    attach(token, outer, "conj")
    for clause in [*clauses.children(token, "acl:relcl", "acl"), *clauses.children(outer, "ccomp", "advcl")]:
        if clause.left_edge.i == token.i + 1:
            attach(clause, token, "ccomp")
            clause.dep_ = "ccomp"


@at(parts={"NOUN"}, labels={"acl:relcl", "parataxis"}, bearing=True)
def verb_in_relative(token: Token) -> None:
    """A relative clause whose verb was taken for a noun: "which China and Russia support"."""
    if (
        token.dep_ not in {"acl:relcl", "parataxis"}
        or token.pos_ != "NOUN"
        or clauses.children(token, "cop", "case", "amod")
    ):
        return
    if any(c.dep_ in clauses.SUBJECTS for c in token.children):
        third = token.lower_.endswith("s") and not token.lower_.endswith("ss")
        token.pos_, token.tag_ = "VERB", "VBZ" if third else "VBP"
        token.lemma_ = re.sub(r"(?<=ss|sh|ch)es$|s$", "", re.sub("ies$", "y", token.lower_)) if third else token.lower_


@at(tags={"NN", "JJ"}, bearing=True)
def subjunctive(token: Token, stances: frozenset[str]) -> None:
    """ "Demanded that Serbia hand out none", "that it end subsidies": a bare verb taken for a noun."""
    if token.tag_ not in {"NN", "JJ"} or clauses.children(token, "cop", "det", "amod", "case"):
        return
    under = clauses.children(token, "nsubj")
    that = any(c.lower_ == "that" and c.i < token.i for c in token.children)
    if under and that and (token.head.lemma_ in stances or token.head.pos_ == "NOUN") and under[0].i < token.i:
        token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
        for mark in token.children:
            if mark.lower_ == "that":
                mark.dep_ = "mark"


@at(tags={"NN"}, bearing=True)
def adjective_as_noun(token: Token, adjectives: frozenset[str]) -> None:
    """ "London is adamant that the EU accept": a word of stance behind "is" is no noun."""
    if token.tag_ != "NN" or token.lower_ not in adjectives or not clauses.children(token, "cop"):
        return
    if clauses.children(token, "det", "amod", "nmod:poss", "compound"):
        return
    token.pos_, token.tag_ = "ADJ", "JJ"
    for clause in clauses.children(token, "csubj", "acl"):
        if clause.i > token.i and clauses.marker(clause) == "that":
            clause.dep_ = "ccomp"


@at(tags={"TO"})
def verb_after_to(token: Token) -> None:
    """ "asked them to double adaptation finance": the word after an infinitive's "to" is a verb, not an adjective."""
    if token.tag_ != "TO" or token.head.pos_ != "NOUN" or token.i + 1 >= len(token.doc):
        return
    verb, noun = token.doc[token.i + 1], token.head
    if verb.head != noun or verb.dep_ not in {"amod", "compound"}:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_
    attach(verb, noun.head, "xcomp")
    attach(noun, verb, "obj")
    attach(token, verb, "mark")


@at(tags={"VB"}, labels={"compound", "amod"})
def verb_before_plural(token: Token) -> None:
    """ "Threatened to ban imports": what looks like a verb behind "to" is one, not a part of the noun behind it."""
    noun, lead = token.head, token.nbor(-1) if token.i > token.sent.start else token
    if token.tag_ != "VB" or token.dep_ not in {"compound", "amod"} or lead.lower_ != "to" or lead.head is not noun:
        return
    if noun.i < token.i or noun.dep_ not in {"obl", "nmod"} or noun.head.i > token.i:
        return
    attach(token, noun.head, "xcomp" if noun.head.pos_ == "VERB" else "acl")
    attach(noun, token, "obj")
    attach(lead, token, "mark")
    token.pos_, lead.tag_, lead.pos_ = "VERB", "TO", "PART"


@at(tags={"NN"}, labels={"conj", "obl", "nmod", "obj"})
def verb_after_than(token: Token) -> None:
    """ "Will close the plant rather than comply": bare behind "rather than" stands a verb, as before it."""
    if token.tag_ != "NN" or token.i < token.sent.start + 3 or token.head.tag_ != "VB" or token.head.i > token.i:
        return
    if [t.lower_ for t in token.doc[token.i - 2 : token.i]] != ["rather", "than"] or token.lower_ not in _BARE:
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    attach(token, token.head, "conj")


@at(parts={"ADJ", "NOUN", "ADV"}, bearing=True)
def verb_after_modal(token: Token) -> None:
    """ "Would free the hostages", "must end the siege": what follows a modal right away is a verb."""
    adverb = token.pos_ == "ADV" and bool(clauses.children(token, "nsubj"))
    if (token.pos_ not in {"ADJ", "NOUN"} and not adverb) or token.i == 0:
        return
    if clauses.children(token, "cop", "det", "case", "amod"):
        return
    helpers = [c for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"]
    if helpers and helpers[-1].i < token.i and all(t.pos_ == "ADV" for t in token.doc[helpers[-1].i + 1 : token.i]):
        token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_


@at(tags={"NN", "JJ"}, labels={"compound", "amod"})
def verb_before_its_thing(token: Token) -> None:
    """ "Said it would halt supplies": right behind a modal stands a verb, and no part of the name of a thing."""
    noun = token.head
    helpers = [c for c in clauses.children(noun, "aux") if c.tag_ == "MD" and c.i == token.i - 1]
    if not helpers or noun.i < token.i or noun.pos_ != "NOUN" or token.lower_ not in word_sets("nouns")["bare verbs"]:
        return
    take_place(token, noun)
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    for child in [c for c in noun.children if c.i < token.i or c.dep_ in _OF_CLAUSE]:
        attach(child, token, child.dep_)
    noun.hang(token, "obj")


@at(bearing=True)
def verb_in_ise(token: Token) -> None:
    """ "To apologise", taken for an adverb or a noun: the ending is that of a verb."""
    if token.pos_ in {"VERB", "AUX"} or not token.lower_.endswith(_VERBAL) or token.i == 0:
        return
    lead = token.nbor(-1)
    if lead.lower_ != "to" or lead.head != token or clauses.children(token, "det", "amod", "nmod:poss"):
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    lead.dep_, lead.tag_, lead.pos_ = "mark", "TO", "PART"
    if token.dep_ in {"obl", "nmod", "advmod"}:
        token.dep_ = "acl" if token.head.pos_ == "NOUN" else "xcomp"


@at(parts={"PROPN", "NOUN", "ADJ"}, bearing=True)
def command_in_quotation(token: Token) -> None:
    """ "Lift the siege", "free our men": what has an object and opens a quotation is a verb, whatever its capital."""
    if token.pos_ not in {"PROPN", "NOUN", "ADJ"} or not token.i or not token.nbor(-1).is_quote:
        return
    things = [c for c in clauses.children(token, "obj", "iobj") if c.i > token.i]
    if not things or things[0].left_edge.i != token.i + 1 or any(c.i < token.i - 1 for c in token.children):
        return
    if things[0].left_edge.pos_ in {"DET", "PRON"} and not clauses.children(token, "cop", "aux", "nsubj"):
        token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_


@at(tags={"JJ"}, labels={"amod"}, bearing=True)
def adjective_with_subject(token: Token) -> None:
    """ "Unless Chad and Niger free jailed men": what has a subject before it and a thing behind it is a verb."""
    thing = token.head
    if token.pos_ != "ADJ" or token.tag_ != "JJ" or token.dep_ != "amod" or thing.i < token.i:
        return
    under = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    if not under or clauses.children(token, "cop") or token.lower_ not in {"free", "open", "clear", "empty", "own"}:
        return
    outer = thing.head
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBP", token.lower_
    lead = next((c for c in thing.children if c.dep_ in {"case", "mark"} and c.i < under[0].i), None)
    attach(token, outer, "advcl" if clauses.marker(token) or lead is not None else thing.dep_)
    attach(thing, token, "obj")
    if lead is not None:
        attach(lead, token, "mark")


@at(tags={"NNS"}, labels={"nmod"}, words={"hangs"}, bearing=True)
def hangs_on(token: Token) -> None:
    """ "The fate of the talks hangs on a vote": no noun, but what the fate of the talks does."""
    under = token.head
    of, whole = clauses.children(token, "case"), clauses.children(token, "compound")
    if token.tag_ != "NNS" or not of or not whole or under.i > token.i or token.i + 1 == len(token.doc):
        return
    if token.nbor().lower_ not in {"on", "upon"}:
        return
    token.pos_, token.tag_ = "VERB", "VBZ"
    outer = under.head
    take_place(token, under)
    if token.dep_ == "obj":
        token.dep_ = "ccomp"
    attach(under, token, "nsubj")
    attach(whole[-1], under, "nmod")
    for child in [c for c in token.children if c.i < whole[-1].i and c != under]:
        attach(child, whole[-1], child.dep_)
    for phrase in [c for c in (*under.children, *outer.children) if c.i > token.i and clauses.preposition(c)]:
        attach(phrase, token, "obl")

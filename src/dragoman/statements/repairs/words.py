"""Words that go by the wrong form: "boycotted" is of boycott; "neighbouring" is no verb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "contracted",
    "each_of_them",
    "let_alone",
    "mine",
    "name",
    "neighbouring",
    "noun_of_one_kind",
    "office",
    "past_like_passive",
    "strong_past",
    "taken_for_verb",
    "unwilling",
    "verb_form",
]

_PERSONAL = {
    "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "myself", "yourself", "himself",
    "herself", "itself", "ourselves", "yourselves", "themselves", "one", "oneself", "’s", "'s", "em", "ya", "u", "thee",
    "thou", "ye", "y'all", "mine", "yours", "his", "hers", "ours", "theirs",
}  # fmt: skip
_NO_VERBS = {
    "embassy", "consulate", "warships", "warplanes", "airspace", "troops", "tankers", "trawlers", "airliner",
    "ministry", "missiles", "soldiers", "ambassador", "envoys", "diplomats", "tariffs",
}  # fmt: skip
_ASKING = {"WP", "WRB", "WDT", "IN"}
"""Tags of words that ask: what, how, which, whether."""
_ENDINGS = ("ed", "ing")
_CUT_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of a helper before "n't"."""
_OFFICES = frozenset(
    {
        "minister", "president", "premier", "chancellor", "secretary", "governor", "mayor", "speaker", "chairman",
        "chairwoman", "ambassador", "envoy", "king", "queen", "emir",
    }
)  # fmt: skip
_BODIES = frozenset({"government", "opposition", "cabinet", "union", "association", "federation", "company"})
_OF_OFFICES = word_sets("nouns")["organ words"] | {"prime", "first", "deputy", "vice", "acting", "chief", "colonial"}
"""Offices and bodies that some papers write with a capital: "the Foreign Secretary", "the Government"."""


@at(tags={"VB", "VBP", "VBZ"}, words=_NO_VERBS)
def noun_of_one_kind(token: Token) -> None:
    """ "Closed its Dublin embassy", "the deployment of U.S. warships off the coast": what is nothing but a noun."""
    if token.lower_ not in _NO_VERBS or token.i == token.sent.start or token.tag_ not in {"VB", "VBP", "VBZ"}:
        return
    before = token.nbor(-1)
    if before.pos_ not in {"PROPN", "ADJ", "NOUN"} or before.dep_ not in {"obj", "nmod", "obl"} or before.head is token:
        return
    token.pos_, token.tag_ = "NOUN", "NNS" if token.lower_.endswith("s") else "NN"
    token.lemma_ = token.lower_.removesuffix("s")
    attach(token, before.head, before.dep_)
    for child in list(before.children):
        attach(child, token, child.dep_)
    attach(before, token, "amod" if before.pos_ == "ADJ" else "compound")
    for phrase in clauses.children(token, "obl"):
        phrase.dep_ = "nmod"


@at(parts={"VERB"}, words={"let"})
def let_alone(token: Token) -> None:
    """ "Will not pay, let alone leave": two words that bring in one thing more, and no verb."""
    if token.lower_ != "let" or token.i + 1 >= token.sent.end or token.nbor().lower_ != "alone" or not token.i:
        return
    for child in [c for c in token.children if c.i > token.i + 1]:
        attach(child, token.head, child.dep_)
    token.pos_, token.tag_, token.dep_ = "CCONJ", "CC", "cc"


@at(words={"matter"})
def no_matter(token: Token) -> None:
    """ "Will sign no matter what the others do": two words that bring in a clause, and nothing that is not signed."""
    no = token.nbor(-1) if token.i > token.sent.start else token
    if no.lower_ != "no" or token.i + 1 >= token.sent.end or token.nbor().tag_ not in _ASKING:
        return
    clause = next((c for c in token.children if c.i > token.i and c.pos_ in {"VERB", "AUX", "ADJ"}), None)
    if clause is None or token.head is token:
        return
    attach(clause, token.head, "advcl")
    attach(token, clause, "mark")
    token.pos_, token.tag_ = "SCONJ", "IN"


@at(words={"whether"})
def whether_or_not(token: Token) -> None:
    """ "Will sign whether or not the others pay": it opens the clause behind, and is nothing that is signed."""
    verb = token.head
    if token.dep_ != "obj" or token.i < verb.i:
        return
    clause = next((c for c in verb.children if c.i > token.i and c.dep_ in {"ccomp", "advcl"}), None)
    if clause is not None:
        attach(token, clause, "mark")
        clause.dep_ = "advcl"


@at(parts={"VERB"})
def verb_form(token: Token) -> None:
    """Give a past or an -ing form whose lemma no list has the listed verb it can come from."""
    if token.pos_ != "VERB" or token.lemma_ in _verbs():
        return
    word = token.lower_
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            single = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
            form = next((f for f in (stem, stem + "e", single) if f in _verbs()), None)
            token.lemma_ = form or token.lemma_


@at(parts={"PROPN"}, words=_OFFICES | _BODIES)
def office(token: Token) -> None:
    """ "The Prime Minister has been invited": an office, in capitals or not, is no name where no name follows it."""
    if token.pos_ != "PROPN" or token.lower_ not in _OFFICES | _BODIES or token.dep_ in {"compound", "flat"}:
        return
    first, doc = token.i - 1, token.doc
    while first > token.sent.start and doc[first].text[0].isupper() and doc[first].lower_ in _OF_OFFICES:
        first -= 1
    follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
    named = follows is not None and (follows.pos_ == "PROPN" or follows.lower_ == "of" or follows.text == "-")
    told = first < token.i - 1 and token.lower_ in _BODIES
    if first >= 0 and doc[first].lower_ == "the" and not named and not told:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_


@at(parts={"PRON"}, tags={"PRP"})
def name(token: Token) -> None:
    """A name for which the parser was given "he" to read."""
    if token.tag_ == "PRP" and token.lower_ not in _PERSONAL:
        token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text


@at(parts={"VERB"}, words={"unwilling"})
def unwilling(token: Token) -> None:
    """ "Is unwilling to": no participle."""
    if token.lower_ == "unwilling":
        token.pos_, token.tag_, token.lemma_ = "ADJ", "JJ", "unwilling"
        for helper in token.children:
            helper.dep_ = "cop" if helper.dep_ in {"aux", "aux:pass"} and helper.lemma_ == "be" else helper.dep_


@at(parts={"PRON"}, words={"mine"})
def mine(token: Token) -> None:
    """ "The mine": behind an article it is a place and nobody's own."""
    if token.lower_ == "mine" and token.pos_ == "PRON" and token.i and token.nbor(-1).pos_ in {"DET", "ADJ", "NOUN"}:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", "mine"


@at(parts={"VERB"}, words={"neighbouring", "neighboring"})
def neighbouring(token: Token) -> None:
    """ "From neighbouring Chad": an adjective taken for a verb that acts on the name behind it."""
    if token.lower_ not in {"neighbouring", "neighboring"} or token.pos_ != "VERB" or token.i + 1 >= len(token.doc):
        return
    name, outer, label = token.nbor(), token.head, token.dep_
    if name.pos_ != "PROPN" or outer == token:
        return
    while name.head not in {token, name}:
        name = name.head
    marks = [c for c in token.children if c.dep_ == "mark"]
    attach(name, outer, "obl" if label in {"advcl", "xcomp"} else "nmod")
    token.pos_, token.tag_ = "ADJ", "JJ"
    for child in [*token.children]:
        attach(child, name, "case" if child in marks else child.dep_)
    attach(token, name, "amod")


@cache
def _verbs() -> frozenset[str]:
    """The verbs of the lists of acts and positions, without their particles."""
    entries = [*lexicon("acts")["verb"], *lexicon("positions")["verb"]]
    listed = {word.partition("+")[0] for entry in entries for word in entry["words"]}
    carried = {word for words in lexicon("acts")["carriers"].values() for word in words}
    named = {*lexicon("positions")["saying"]["words"], *lexicon("positions")["calling"]["verbs"]}
    return frozenset(listed | carried | named)


@at(tags={"VB", "VBP"}, labels={"ROOT", "conj", "acl:relcl"}, bearing=True)
def strong_past(token: Token) -> None:
    """ "Senegal tore up the pact": a past by its vowel, taken for the bare form that it is not."""
    if (
        token.tag_ not in {"VB", "VBP"}
        or token.lower_ in {token.lemma_, "be"}
        or token.dep_ not in {"ROOT", "conj", "acl:relcl"}
    ):
        return
    helped = any(c.dep_ in {"aux", "mark"} and c.lower_ != "that" for c in token.children)
    if token.lower_[-1:] not in {"s", "g"} and not helped and any(c.dep_ == "nsubj" for c in token.children):
        token.tag_ = "VBD"


@at(tags={"VBN"}, bearing=True)
def past_like_passive(token: Token) -> None:
    """ "The bloc cut off aid": what has an object of its own and no "was" is no passive."""
    under = [c for c in token.children if c.dep_ == "nsubj:pass"]
    helped = any(c.dep_ in {"aux", "aux:pass"} for c in token.children)
    if token.tag_ == "VBN" and len(under) == 1 and not helped and any(c.dep_ == "obj" for c in token.children):
        token.tag_ = "VBD"
        under[0].dep_ = "nsubj"


@at(words={"n't", "n’t"})
def contracted(token: Token) -> None:
    """ "Can't be allowed to": what stands before "n't" is a helper, whatever else it is taken for."""
    helper = token.nbor(-1) if token.i > token.sent.start else token
    verb = helper.head if helper.head.pos_ == "VERB" else helper.head.head
    if token.dep_ != "fixed" or helper.lower_ not in _CUT_SHORT or verb.pos_ != "VERB" or verb.i < token.i:
        return
    helper.pos_, helper.tag_, helper.lemma_ = "AUX", "MD", _CUT_SHORT[helper.lower_]
    token.pos_, token.tag_, token.lemma_ = "PART", "RB", "not"
    attach(token, verb, "advmod")
    attach(helper, verb, "aux")


@at(words={"both", "all", "each"}, labels=clauses.SUBJECTS)
def each_of_them(token: Token) -> None:
    """ "Peru and Chile, which both claim it", "the two both want one": who does is told before, of each of them."""
    verb, before = token.head, token.nbor(-1) if token.i > token.sent.start else token
    if token.lower_ not in {"both", "all", "each"} or token.dep_ not in clauses.SUBJECTS or token.children:
        return
    if before.tag_ in {"WDT", "WP"} and before.head == verb and not clauses.preposition(before):
        before.dep_, token.dep_ = token.dep_, "advmod"
    elif before == verb.head and before.dep_ == "ROOT" and verb.dep_ == "acl:relcl" and before.tag_ == "NNS":
        label = token.dep_
        token.dep_ = "advmod"
        verb.hang(verb, "ROOT")
        before.hang(verb, label)


@at(tags={"VBG"}, labels={"advcl"}, bearing=True, words={"following", "pending"})
def taken_for_verb(token: Token) -> None:
    """ "Following Uganda's withdrawal, Congo reopened the road": a preposition that looks like a participle."""
    if token.lower_ not in {"following", "pending"} or token.dep_ != "advcl" or token.tag_ != "VBG":
        return
    behind = [c for c in token.children if c.dep_ == "obj" and c.i > token.i]
    if len(behind) != 1 or any(c.dep_ in {"aux", "mark", "nsubj"} for c in token.children):
        return
    outer = token.head
    for part in [c for c in token.children if c is not behind[0]]:
        attach(part, outer, part.dep_)
    attach(behind[0], outer, "obl")
    token.pos_, token.tag_ = "ADP", "IN"
    attach(token, behind[0], "case")

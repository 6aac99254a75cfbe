"""Words taken for another part of speech: a verb for a noun, a participle for an adjective."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "adjective_as_noun",
    "adjective_with_subject",
    "capitals_with_s",
    "command_in_quotation",
    "crossing_of_name",
    "demands",
    "it_does",
    "noun_at_the_head",
    "noun_behind_compound",
    "noun_behind_verb",
    "noun_with_article",
    "past_like_base",
    "perfect",
    "plural_of_states",
    "small_name",
    "subjunctive",
    "urging",
    "verb_after_modal",
    "verb_after_to",
    "verb_in_ise",
    "verb_in_relative",
    "wished_things",
]

_WISHING = {"want", "seek", "demand", "need", "request", "require", "get", "obtain", "offer", "give", "secure"}

_MINDED = {
    "prepare", "prepared", "determine", "determined", "commit", "committed", "ready", "willing", "open", "keen",
    "eager", "reluctant", "unwilling", "unable", "inclined", "oblige", "bind", "resolve", "resolved", "happy",
}  # fmt: skip
"""What only somebody can be: "it is prepared to talk"."""

_UNCHANGED = {"put", "set", "cut", "let", "hit", "shut", "quit", "bid", "cast", "split", "spread", "beat", "read"}
"""Verbs whose past is their base form."""


_CAPITALS = 3
"""Letters from which on capitals with an s are a plural."""
_SHORT = 4
"""Letters up to which a small word may be part of a name: "al", "bin", "della"."""
_WEATHER = {
    "seem", "appear", "happen", "turn", "take", "remain", "become", "matter", "emerge", "follow", "help", "cost",
    "make", "transpire", "pay", "hurt", "rain", "snow", "stand", "suffice", "occur", "strike", "fall", "look",
    "sound", "feel",
}  # fmt: skip
"""Verbs before which "it" stands for nobody: "it seems that"."""


@at(tags={"NNS"})
def demands(token: Token, stances: frozenset[str]) -> None:
    """ "Moscow demands that": a verb of stance after a name, taken for a noun."""
    if token.tag_ != "NNS" or token.lemma_ not in stances or token.i == 0 or token.i + 1 >= len(token.doc):
        return
    name, following = token.nbor(-1), token.nbor(1).lower_
    if name.lower_ in {"and", "but"} and following == "that":
        _goes_on(token)
        return
    if name.pos_ != "PROPN" or name.head != token or following not in {"that", "to", "a", "an", "no", "any"}:
        return
    token.pos_, token.tag_ = "VERB", "VBZ"
    if token.dep_ in clauses.SUBJECTS:
        token.dep_ = "ccomp"
    attach(name, token, "nsubj")
    for clause in clauses.children(token, "acl:relcl", "acl"):
        clause.dep_ = "ccomp"


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
        token.lemma_ = token.lower_.removesuffix("s") if third else token.lower_


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


_OFFERED = {"offer", "plan", "call", "bid", "demand", "request", "pledge", "move", "push", "plea", "proposal", "appeal"}


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


@at(tags={"VBZ"}, labels={"nsubj", "nsubj:pass", "obj", "obl", "nmod"}, bearing=True)
def noun_with_article(token: Token) -> None:
    """ "The island states threatened": a subject with an article is a noun, not a verb in -s."""
    if token.tag_ != "VBZ" or token.dep_ not in {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}:
        return
    before = [c for c in token.children if c.i < token.i]
    if any(c.dep_ in {"det", "amod", "compound"} for c in before) and token.lower_.endswith("s"):
        singular = re.sub("ies$", "y", token.lower_).removesuffix("s")
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", singular


@at(tags={"VBN"}, labels={"amod"})
def perfect(token: Token) -> None:
    """ "Has so far resisted calls": a participle after "has" is its verb, though a noun follows."""
    if token.tag_ != "VBN" or token.dep_ != "amod":
        return
    noun, has = token.head, token.head.head
    if has.lemma_ != "have" or noun.dep_ != "obj" or has.i > token.i:
        return
    between = token.doc[has.i + 1 : token.i]
    if not between or any(t.pos_ != "ADV" for t in between) or noun.left_edge.i < has.i:
        return
    moved, label = [c for c in has.children if c != noun], has.dep_
    attach(token, has, label)
    attach(noun, token, "obj")
    for child in moved:
        attach(child, token, child.dep_)
    token.hang(token if has.head is has else has.head, label)
    has.hang(token, "aux")
    has.pos_ = "AUX"


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


_VERBAL = ("ise", "ize", "yse", "yze", "ify")
"""Endings of verbs."""


@at(tags={"VB"}, labels={"ROOT"}, bearing=True)
def past_like_base(token: Token) -> None:
    """ "Kenya put its army on alert": a main verb with a subject and no helper is finite, though it looks bare."""
    if token.tag_ != "VB" or token.dep_ != "ROOT" or token.lower_ not in _UNCHANGED:
        return
    if clauses.children(token, "nsubj") and not clauses.children(token, "aux", "mark"):
        token.tag_ = "VBD"


@at(tags={"VBN"}, labels={"amod"})
def urging(token: Token) -> None:
    """ "with the EU, urged parties to agree": a participle before a noun that is told to act is a verb."""
    noun = token.head
    if (
        token.tag_ != "VBN"
        or token.dep_ != "amod"
        or token.i == 0
        or token.doc[token.i - 1].pos_ in {"DET", "ADJ", "PRON"}
    ):
        return
    told = [c for c in noun.children if c.dep_ == "acl" and clauses.marker(c) == "to"]
    if not told or token.lemma_ not in {"urge", "ask", "call", "press", "invite", "tell", "order", "beg", "warn"}:
        return
    token.tag_ = "VBD"
    attach(token, noun.head, "conj" if noun.head.pos_ == "VERB" or noun.dep_ == "conj" else noun.dep_)
    attach(noun, token, "obj")
    for verb in told:
        attach(verb, token, "xcomp")


@at(labels={"expl"}, words={"it"})
def it_does(token: Token) -> None:
    """ "It has asked that they leave": a verb that somebody does has no empty "it" before it."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ != "expl" or verb.pos_ not in {"VERB", "ADJ"} or token.i > verb.i:
        return
    if verb.lemma_ in _MINDED and not clauses.children(verb, "nsubj", "csubj", "nsubj:pass"):
        token.dep_ = "nsubj"
    if (
        verb.pos_ == "ADJ"
        or clauses.is_passive(verb)
        or verb.lemma_ in _WEATHER
        or clauses.children(verb, "nsubj", "csubj")
    ):
        return
    token.dep_ = "nsubj"


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


@at(tags={"NNP"})
def small_name(token: Token) -> None:
    """ "The former Soviet republic": a long word in small letters is no name."""
    if token.tag_ == "NNP" and token.text.islower() and len(token.text) > _SHORT:
        token.pos_, token.tag_ = "NOUN", "NN"


@at(tags={"VB", "VBZ"}, labels=clauses.SUBJECTS)
def noun_at_the_head(token: Token) -> None:
    """ "Protocols signed in Zurich were never ratified": a plural that opens a sentence as its subject is no verb."""
    opening = token.i == token.sent.start and token.dep_ in clauses.SUBJECTS and token.lower_.endswith("s")
    if opening and token.tag_ in {"VB", "VBZ"} and not clauses.children(token, "obj", "nsubj"):
        token.tag_, token.pos_ = "NNS", "NOUN"


def capitals_with_s(token: Token) -> None:
    """ "MPs", "MEPs", "NGOs": letters with a small s are a plural, be they taken for an adjective or a name."""
    if token.text.endswith("s") and token.text[:-1].isalpha() and token.text[:-1].isupper() and len(token) >= _CAPITALS:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", token.lower_[:-1]


@at(tags={"NNPS"})
def plural_of_states(token: Token) -> None:
    """ "Downstream states press China", "Mediators from Chad met": a plural for people or states is no name."""
    singular = re.sub("ies$", "y", token.lower_).removesuffix("s")
    nouns = word_sets("nouns")
    opening = token.i == token.sent.start and singular in nouns["people"] | nouns["groups"]
    if token.tag_ == "NNPS" and (token.text.islower() or opening):
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", singular


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

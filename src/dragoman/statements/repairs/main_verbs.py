"""The main verb of a sentence, where the parser found none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place
from dragoman.statements.verb_forms import past

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "active",
    "joined_to_noun",
    "joined_verb",
    "lost_verb",
    "main_verb",
    "plural_goes_on",
    "subject_of_aside",
    "verb_before_object",
    "verb_behind_adjective",
    "verb_behind_but",
    "verb_behind_participle",
    "verb_behind_relative",
    "verb_behind_whose",
]

_HELPED = {"aux", "aux:pass", "obl:agent", "mark", *clauses.SUBJECTS}
_LOOSE = {"advcl", "ROOT", "ccomp", "xcomp", "parataxis", "dep", "acl", "obl"}

_NAMING_SOME = {"including", "among", "such", "like", "notably"}
"""What stands before some of those who act: "Ten states, including Chad, signed a note"."""


@at(tags={"VBN"}, labels={"acl", "amod"})
def main_verb(token: Token) -> None:
    """ "Pakistan, for the group, called for": a participle after a name that heads the sentence is its verb."""
    noun = token.head
    if token.tag_ != "VBN" or token.dep_ not in {"acl", "amod"} or noun.dep_ != "ROOT" or noun.pos_ != "PROPN":
        return
    before = token.doc[token.i - 1] if token.i else token
    if before.text not in {",", ")"} or any(clauses.preposition(c) == "by" for c in token.children):
        return
    token.tag_ = "VBD"
    token.hang(token, "ROOT")
    attach(noun, token, "nsubj")


@at(tags=FINITE, labels=_LOOSE)
def verb_behind_adjective(token: Token) -> None:
    """ "Forces loyal to Chad launched an attack": an adjective without "is" describes the noun before it."""
    if token.tag_ not in FINITE or token.dep_ not in _LOOSE or clauses.marker(token):
        return
    before = token.doc[token.sent.start : token.i]
    roots = (t for t in before if t.dep_ == "ROOT" and t != token)
    own = [c for c in token.children if c.dep_ in clauses.SUBJECTS]
    adjective = token.head if token.dep_ != "ROOT" else own[0] if own else next(roots, token)
    under = clauses.children(adjective, "nsubj") if adjective.pos_ == "ADJ" else []
    bare = not clauses.children(adjective, "cop", "aux") and own in ([], [adjective])
    if not bare or not under or under[0].i != adjective.i - 1 or adjective.i > token.i:
        return
    if adjective.head is not token:
        take_place(token, adjective)
    under[0].hang(token, "nsubj")
    adjective.hang(under[0], "amod")


@at(tags={"VBN", "VBD", "JJ"}, labels={"amod"})
def lost_verb(token: Token) -> None:
    """ "Police in Jericho confiscated weapons": where a sentence has no other verb, a participle in it is the verb."""
    if not (token.tag_ in {"VBN", "VBD"} or (token.tag_ == "JJ" and token.lower_.endswith("ed"))):
        return
    if token.dep_ != "amod":
        return
    noun, root = token.head, token.sent.root
    if root.pos_ not in {"NOUN", "PROPN"}:
        return
    if root is noun:
        root = _right_before(token) or root
    if not root.i < token.i < noun.i:
        return
    others = (t for t in token.sent if t is not token)
    if any(t.tag_ in FINITE or t.dep_ in {"cop", "aux"} for t in others) or clauses.preposition(noun):
        return
    if token.nbor(-1).pos_ in {"DET", "ADJ", "ADP", "PRON", "NUM", "CCONJ"}:
        return
    token.tag_, token.pos_ = "VBD", "VERB"
    token.hang(token, "ROOT")
    root.hang(token, "nsubj")
    for child in [c for c in noun.children if c.i < token.i]:
        attach(child, root, "nmod")
    noun.hang(token, "obj")


def _right_before(participle: Token) -> Token | None:
    """The noun taken for part of the same phrase as *participle*, with nothing but adverbials between them."""
    nouns = [c for c in clauses.children(participle.head, "compound", "nmod:poss") if c.i < participle.i]
    own = {t.i for t in participle.subtree}
    between = participle.doc[nouns[-1].i + 1 : participle.i] if nouns else ()
    passed = all(t.i in own or t.dep_ == "dep" or t.is_punct for t in between)
    return nouns[-1] if nouns and passed else None


@at(tags={"VBN", "VBD"}, labels={"acl"})
def active(token: Token, verbs: frozenset[str], people: frozenset[str]) -> None:
    """ "Thai farmers rallied in Bangkok.": in a sentence without a verb, such a participle is one."""
    noun = first = clauses.first_conjunct(token.head)
    while noun.dep_ == "nmod" and noun.head.i < noun.i and noun.pos_ == "NOUN":
        noun = noun.head
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ != "acl" or noun.dep_ != "ROOT":
        return
    if noun.pos_ not in {"NOUN", "PROPN"} or (first != noun and noun.lemma_ not in people):
        return
    before = [c for c in clauses.children(noun, "cop", "aux", "acl:relcl") if c.dep_ != "acl:relcl" or c.i < token.i]
    if token.i < noun.i or clauses.agents(token) or before:
        return
    later = [t.i for c in clauses.children(noun, "acl:relcl") for t in c.subtree]
    other = {t.i for t in token.sent if t.tag_ in FINITE and t.dep_ != "parataxis"} - {t.i for t in token.subtree}
    other -= set(later)
    taking = any(c.pos_ in {"NOUN", "PROPN"} and c.i > token.i for c in clauses.children(token, "obj"))
    asking = noun.lemma_ in people and any(
        clauses.preposition(c) in {"for", "on"} for c in clauses.children(token, "obl")
    )
    named = token.tag_ == "VBD" and taking and any(t.lower_ in _NAMING_SOME for t in token.doc[noun.i + 1 : noun.i + 4])
    if other or not (taking or asking or token.lemma_ in verbs) or (token.nbor(-1).text == "," and not named):
        return
    token.tag_ = "VBD"
    token.hang(token, "ROOT")
    noun.hang(token, "nsubj")
    for part in clauses.children(noun, "punct"):
        attach(part, token, "punct")


@at(tags={"VBN", "VBD"}, bearing=True)
def verb_behind_participle(token: Token) -> None:
    """ "A draft put forward by Chad would ban trawlers": the draft would, and was put forward."""
    under = clauses.children(token, "nsubj", "nsubj:pass")
    if token.tag_ not in {"VBN", "VBD"} or not under or not clauses.children(token, "obl:agent"):
        return
    if clauses.children(token, "aux", "aux:pass", "mark", "cc", "obj") or under[0].pos_ not in {"NOUN", "PROPN"}:
        return
    verb = next((c for c in token.children if c.i > token.i and _stands_alone(c)), None)
    if verb is None:
        return
    noun = under[0]
    take_place(verb, token)
    noun.hang(verb, "nsubj")
    token.hang(noun, "acl")
    token.tag_ = "VBN"
    for child in [c for c in token.children if c.i > verb.i or c.is_punct]:
        child.hang(verb, child.dep_)


def _stands_alone(verb: Token) -> bool:
    """True for a verb with a modal, or a finite one, that has no subject and no word to bring it in."""
    told = verb.tag_ in {"VBZ", "VBD"} or any(c.tag_ == "MD" for c in clauses.children(verb, "aux"))
    lead = [*clauses.SUBJECTS, "mark", "cc"]
    return verb.pos_ == "VERB" and told and not clauses.children(verb, *lead) and verb.left_edge.text != ","


@at(tags={"VBN", "VBD"}, labels={"amod"})
def verb_before_object(token: Token) -> None:
    """ "Chad massed tanks on the border": a past with a subject, taken for an adjective of the noun behind it."""
    noun = token.head
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ != "amod" or noun.dep_ != "ROOT" or token.i >= noun.i:
        return
    under = [c for c in [*clauses.children(token, "nsubj"), *clauses.children(noun, "nsubj")] if c.i < token.i]
    if len(under) != 1 or clauses.children(noun, "cop", "aux") or clauses.preposition(noun):
        return
    if token.nbor(-1).pos_ in {"DET", "ADJ", "ADP", "PRON", "NUM", "AUX"}:
        return
    token.tag_ = "VBD"
    token.hang(token, "ROOT")
    noun.hang(token, "obj")
    attach(under[0], token, "nsubj")
    for part in clauses.children(noun, "obl", "advcl", "ccomp", "mark", "punct", "parataxis", "cc"):
        attach(part, token, part.dep_)


@at(tags={"VBN", "VBD"}, labels={"amod"})
def joined_verb(token: Token) -> None:
    """ "Accused Chad of dumping and imposed tariffs": a past after "and", taken for an adjective of its own object.

    So is one after a comma, in a series of verbs: "shut the border, expelled thousands and ruled out talks".
    """
    noun = token.head
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ != "amod" or not token.i:
        return
    if noun.dep_ not in {"obl", "nmod", "obj"}:
        return
    verb = noun.head
    series = token.nbor(-1).text == "," and any(
        c.tag_ in {"VBN", "VBD"} and c.i > noun.i and clauses.children(c, "cc") for c in clauses.children(verb, "conj")
    )
    joined = (token.nbor(-1).lower_ in {"and", "but", "then"} or series) and token.i < noun.i
    if not joined or clauses.preposition(noun) or verb.pos_ != "VERB" or verb.i > token.i:
        return
    token.tag_ = "VBD"
    attach(noun, verb, "obj")
    attach(token, verb, "conj")
    attach(noun, token, "obj")
    for part in clauses.children(verb, "obl"):
        if part.i > noun.i:
            attach(part, token, "obl")


@at(tags={"VBN"}, labels={"conj"}, bearing=True)
def joined_to_noun(token: Token, stances: frozenset[str]) -> None:
    """ "Condemned the law as a ban and urged ministers to": a past with an object, taken for a part of the noun."""
    things = [c for c in clauses.children(token, "obj") if c.i > token.i]
    if token.tag_ != "VBN" or not things or any(c.dep_ in _HELPED for c in token.children):
        return
    joined = token.dep_ == "conj" and token.nbor(-1).lower_ in {"and", "but"}
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    if not joined or verb is None or verb.i > token.i or clauses.is_passive(verb):
        return
    if token.head.pos_ not in {"NOUN", "PROPN", "VERB"} or not (verb.tag_ == "VBD" or clauses.children(verb, "aux")):
        return
    if token.pos_ != "VERB":
        token.pos_, token.lemma_ = "VERB", _pasts(stances).get(token.lower_, token.lemma_)
    token.tag_ = verb.tag_
    attach(token, verb, "conj")
    told = [c for c in clauses.children(verb, "advcl", "xcomp") if c.i > things[0].i and clauses.marker(c) == "to"]
    for clause in told:
        attach(clause, token, "xcomp")


@cache
def _pasts(verbs: frozenset[str]) -> dict[str, str]:
    """Regular pasts of *verbs*, with what they are the past of."""
    return {past(verb): verb for verb in verbs}


@at(tags=FINITE | {"VBN"})
def verb_behind_relative(token: Token) -> None:
    """ "Biden, who has ruled it out, called on", "Ali, the leader, called": the verb of a sentence that has none."""
    root = token.sent.root
    if root.pos_ not in {"PROPN", "NOUN"} or root.i > token.i or token.tag_ not in FINITE | {"VBN"} or not token.i:
        return
    before = token.nbor(-1) if token.nbor(-1).pos_ != "ADV" or token.i < 2 else token.nbor(-2)
    if before.text != "," or any(c.dep_ in {*clauses.SUBJECTS, "mark", "cc", "cop"} for c in token.children):
        return
    described = [c for c in clauses.children(root, "acl:relcl", "appos") if c.i < token.i]
    if not described or clauses.children(root, "cop") or (token.tag_ == "VBN" and token.nbor().lower_ == "by"):
        return
    if not any(a == root for a in token.ancestors) or token.i + 1 >= len(token.doc):
        return
    token.tag_ = "VBD" if token.tag_ == "VBN" else token.tag_
    token.hang(token, "ROOT")
    root.hang(token, "nsubj")
    for stray in [t for t in token.sent if t.i > token.i and t.head.i < token.i and t.head != t]:
        attach(stray, token, stray.dep_)


@at(parts={"ADJ"}, labels={"advcl", "amod", "parataxis"}, bearing=True)
def subject_of_aside(token: Token) -> None:
    """ "Mali, desperate for a loan, has agreed": the subject before an aside is that of the verb behind it."""
    verb = token.head
    under = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    if token.pos_ != "ADJ" or verb.pos_ != "VERB" or verb.i < token.i or len(under) != 1 or verb.i < 2:
        return
    if clauses.children(token, "cop", "aux", "mark") or clauses.children(verb, *clauses.SUBJECTS):
        return
    between = {t.text for t in token.doc[under[0].i + 1 : token.i]}
    if "," in between and any(t.text == "," for t in token.doc[token.i + 1 : verb.i]):
        attach(under[0], verb, "nsubj:pass" if clauses.children(verb, "aux:pass") else "nsubj")
        token.dep_ = "advcl"


@at(tags=FINITE, labels={"parataxis", "conj", "ccomp", "advcl"})
def verb_behind_but(token: Token) -> None:
    """ "Sells to Peru, but Chad and Mali, whose ports are shut, object": "but" brings in a clause, not more buyers."""
    if token.tag_ not in FINITE or not token.i or token.nbor(-1).text != ",":
        return
    if token.i < token.head.i or any(c.dep_ in {*clauses.SUBJECTS, "mark", "cc"} for c in token.children):
        return
    inner = next((a for a in [token.nbor(-2), *token.nbor(-2).ancestors] if a.dep_ == "acl:relcl"), None)
    noun = clauses.first_conjunct(inner.head) if inner is not None and inner.i < token.i else None
    parts = [noun, *noun.subtree] if noun is not None else []
    links = [t for t in parts if t.lower_ in {"but", "while"} and t.dep_ in {"cc", "mark"} and t.i < token.i]
    if not links or links[-1].head.i < links[-1].i or links[-1].nbor(-1).text != "," or links[-1].head.dep_ != "conj":
        return
    attach(links[-1].head, token, "nsubj")
    attach(links[-1], token, "cc")
    token.dep_ = "conj"


@at(parts={"PROPN"})
def verb_behind_whose(token: Token) -> None:
    """ "Oman, whose claim rests on a map, asks for time": the first verb describes Oman, and the second is its own."""
    if token.pos_ != "PROPN" or token.dep_ not in {"vocative", "dislocated", "nsubj", "obl", "nsubj:outer"}:
        return
    inner, doc = token.head, token.doc
    owned = [t for t in doc[token.i + 1 : token.i + 3] if t.lower_ == "whose"]
    if inner.dep_ != "ROOT" or not owned or not any(a == inner for a in owned[0].ancestors) or inner.i < token.i:
        return
    main = [c for c in clauses.children(inner, "conj") if c.pos_ in {"VERB", "AUX"} and c.i > inner.i]
    main = [c for c in main if c.left_edge.nbor(-1).text == "," or c.left_edge.text == ","]
    if not main or clauses.children(main[0], *clauses.SUBJECTS, "cc"):
        return
    verb = main[0]
    verb.hang(verb, "ROOT")
    token.hang(verb, "nsubj")
    inner.hang(token, "acl:relcl")


@at(labels={"conj"}, bearing=True)
def plural_goes_on(token: Token) -> None:
    """ "Peru angered miners, who want it closed and have asked Chile": "have" goes on from what several do."""
    verb = token.head
    helper = next((c for c in clauses.children(token, "aux") if c.lower_ == "have" and c.i < token.i), None)
    if token.dep_ != "conj" or helper is None or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    under = clauses.subject(verb)
    if under is None or under.tag_ not in {"NNP", "NN"} or clauses.children(under, "conj") or verb.tag_ not in FINITE:
        return
    near = [t for t in token.doc[verb.i + 1 : helper.i] if t.dep_ == "acl:relcl" and t.tag_ == "VBP"]
    if near and verb.tag_ != "VBP":
        attach(token, near[-1], "conj")

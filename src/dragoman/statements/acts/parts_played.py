"""What nouns around an act tell of the parts played: a critic of one's own rulers, a proposal made before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import HOSTILE_DEEDS, act_words, nominal_verbs, word_list

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "is_aside",
    "is_critic",
    "is_deed",
    "is_known_deed",
    "is_known_offer",
    "is_named_by",
    "is_summing_up",
    "spells",
    "titles",
    "told_by",
]

_POINTING = {"the", "that", "this", "those", "these"}


def is_critic(noun: Token | None) -> bool:
    """True for those who oppose their own rulers: "opposition lawmakers", "his critics", a former president."""
    if noun is None:
        return False
    names = [noun, *clauses.children(noun, "appos")]
    beside = [*names, *(c for name in names for c in clauses.children(name, "amod", "compound"))]
    return any(token.lemma_.lower() in word_list("doers", "critics") for token in beside)


def is_known_offer(noun: Token) -> bool:
    """True for what was told before: "the proposal", "that offer", "it"."""
    if noun.pos_ == "PRON":
        return noun.lower_ in {"it", "this", "that", "them"}
    offer = noun.lemma_ in word_list("nouns", "offer")
    return offer and any(c.lower_ in _POINTING for c in clauses.children(noun, "det"))


def is_known_deed(noun: Token) -> bool:
    """True for a deed told before, without anybody's name beside it: "the move", "this decision"."""
    bare = not clauses.children(noun, "nmod:poss", "compound") and not clauses.prepositional(noun, "of", "by", "to")
    deed = bare and noun.lemma_ in word_list("looks", "steps") and not clauses.children(noun, "acl", "acl:relcl")
    return deed and any(c.lower_ in _POINTING for c in clauses.children(noun, "det"))


def is_summing_up(noun: Token) -> bool:
    """True for "a move that", "a request which", behind a comma: what the clause before it told, as one word."""
    first = noun.left_edge
    apart = first.i > noun.sent.start and bool({first.text, noun.doc[first.i - 1].text} & {",", "-", "–", "—"})
    single = noun.tag_ == "NN" and any(c.lower_ in {"a", "an"} for c in clauses.children(noun, "det"))
    known = noun.lemma_ in word_list("looks", "steps") or noun.lemma_ in word_list("nouns", "offer", "demand")
    return apart and single and known and bool(clauses.children(noun, "acl:relcl", "acl"))


def told_by(verb: Token) -> list[Token]:
    """The clauses that a verb of saying reports; where the report stands behind, the clause before it."""
    behind = verb.dep_ == "parataxis" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i < verb.i
    return clauses.children(verb, "ccomp") + ([verb.head] if behind and verb.head is not verb else [])


def titles(name: Token) -> list[Token]:
    """The words of office right before a name, which the tree passes over: "Niger's ambassador Brah Mohamane"."""
    first = name.left_edge.i
    start = first
    while start - 1 > name.sent.start and name.doc[start - 1].pos_ == "X":
        start -= 1
    return list(name.doc[start:first])


def spells(noun: Token) -> list[Token]:
    """*noun*, and what it is a stretch of: "seven years of talks", "a round of consultations"."""
    inner = clauses.prepositional(noun, "of") if noun.lemma_ in word_list("nouns", "spell") else []
    return [noun, *inner]


def is_deed(noun: Token) -> bool:
    """True for nouns that tell a hostile act: "the killing", "the closure of the border"."""
    lemma = noun.lemma_.lower()
    frames = act_words("noun").get(lemma, ())
    return lemma in nominal_verbs() or any(word.event in HOSTILE_DEEDS for word in frames)


def is_named_by(verb: Token, noun: Token | None) -> bool:
    """True where *noun* names what *verb* tells: "threatened to leave, a threat that", "offered talks, an offer"."""
    if noun is None:
        return False
    events = {word.event for word in act_words("noun").get(noun.lemma_, ())}
    told = {word.event for word in act_words("verb").get(verb.lemma_, ())}
    if noun.lemma_ in word_list("nouns", "offer") and verb.lemma_ in word_list("carriers", "proposing"):
        return True
    return noun.lemma_ == verb.lemma_ or verb.lemma_ in nominal_verbs().get(noun.lemma_, ()) or bool(events & told)


def is_aside(phrase: Token) -> bool:
    """ "With both sides blaming each other": what goes on beside an act is no one it is done with."""
    doing = [c for c in clauses.children(phrase, "acl") if c.tag_ == "VBG" and c.i > phrase.i]
    return bool(doing) and phrase.left_edge.i > 0 and phrase.left_edge.nbor(-1).text == ","

"""Bare verbs in what is asked for, taken for nouns: "demanded that the firm cap bonuses and free the crew"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["bare_verbs_asked", "clause_asked_for"]

_ASKING = frozenset(
    {
        "demand", "insist", "propose", "recommend", "ask", "request", "require", "stipulate", "suggest", "urge",
        "mandate", "order", "advise", "condition", "proposal", "recommendation", "insistence", "requirement", "stress",
        "rule", "decree", "plead", "beg", "essential", "vital", "imperative", "crucial",
    }
)  # fmt: skip
"""Words behind which "that" may bring a verb in its bare form."""
_ASKED = {"demand", "request", "insistence", "proposal", "suggestion", "condition", "recommendation", "requirement"}
_FINITE = {"VB", "VBP", "VBZ", "VBD", "MD"}
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_BEFORE_NOUN = {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "RBS", "RBR", "CD", "$", "VBN", "VBG", "HYPH", "POS", *_NOUNS}
_OPENING = {"DT", "PDT", "PRP$"}
_ENDS = {".", ";", ":", "—", "–", "?", "!"}
_REACH = 10
_PARTED = {
    "hand": {"over", "back", "in"}, "call": {"off"}, "cut": {"off", "back"}, "pull": {"out", "back"}, "turn": {"over"},
    "hold": {"back"}, "shut": {"down"}, "set": {"up"}, "lay": {"down"}, "break": {"off"}, "draw": {"up"},
}  # fmt: skip
"""Verbs taken for nouns, with particles taken for prepositions."""
_MEASURES = {("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("no", "more"), ("less", "than")}


@at(labels={"acl:relcl"}, bearing=True)
def clause_asked_for(token: Token) -> None:
    """ "A demand by Ghana that it pay": a bare verb with "it" or "he" is what is asked for, and describes nothing."""
    that = next((c for c in token.children if c.lower_ == "that" and c.i < token.i), None)
    if token.dep_ != "acl:relcl" or token.tag_ not in {"VB", "VBP"} or token.head.lemma_ not in _ASKED or that is None:
        return
    under = [c for c in token.children if c.dep_ == "nsubj" and that.i < c.i < token.i]
    if under and under[0].lower_ in {"it", "he", "she"} and not any(c.dep_ == "aux" for c in token.children):
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"
        token.dep_, token.tag_ = "acl", "VB"


@at(words={"that"})
def bare_verbs_asked(that: Token) -> None:
    """Make a verb of the word that has a subject before it and an object behind it, where the clause has no other."""
    if that.lower_ != "that" or that.i == that.sent.start:
        return
    asking = next(
        (t for t in reversed(that.doc[max(that.sent.start, that.i - 4) : that.i]) if t.lemma_ in _ASKING), None
    )
    if asking is None:
        return
    words = _opening_of(_clause(that))
    known = next((n for n, t in enumerate(words) if t.tag_ in _FINITE), None)
    at = known if known is not None else _misread(words)
    if at is None:
        return
    if known is None:
        _make_verb(words, at, asking, "ccomp")
        attach(that, words[at], "mark")
        _give_subject(words, at)
    elif words[at].tag_ not in {"VB", "VBP"}:
        return
    _go_on(words, at)


def _clause(that: Token) -> list[Token]:
    words = []
    for token in that.doc[that.i + 1 : that.sent.end]:
        if token.text in _ENDS or (token.lower_ == "that" and token.nbor(-1).lower_ in {"and", "or"}):
            break
        words.append(token)
    return words


def _opening_of(words: list[Token]) -> list[Token]:
    """What stands before the first comma, where that has its verb already: what follows tells of a word of it."""
    comma = next((n for n, t in enumerate(words) if t.text == ","), len(words))
    opening = words[:comma]
    return opening if _misread(opening) is not None and not any(t.tag_ in _FINITE for t in opening) else words


def _misread(words: list[Token]) -> int | None:
    """Where the verb is that was taken for a noun: between a noun and what it acts on."""
    verbs, alone = word_sets("nouns")["bare verbs"], word_sets("nouns")["bare verbs alone"]
    return next(
        (
            n
            for n, t in enumerate(words[1:_REACH], 1)
            if words[n - 1].tag_ in _NOUNS | {"PRP"}
            and ((t.lower_ in verbs and _has_object(words, n)) or (t.lower_ in alone and _has_none(words, n)))
        ),
        None,
    )


def _has_none(words: list[Token], at: int) -> bool:
    """Whether a clause ends with a verb, or goes on with how, where or when: "talk about the price", "leave by May"."""
    behind = words[at + 1 : at + 2]
    return not behind or behind[0].tag_ in {"IN", "RB", "CC", ","}


def _has_object(words: list[Token], at: int) -> bool:
    behind = words[at + 1 : at + 4]
    if behind and _is_particle(behind[0], words[at]):
        behind = behind[1:]
    behind = behind[_measured(behind) :]
    return bool(behind) and behind[0].tag_ in _BEFORE_NOUN


def _is_particle(word: Token, verb: Token) -> bool:
    """ "Hand over the men", "call off the strike": a particle, by its tag or by its verb."""
    return word.tag_ == "RP" or word.lower_ in _PARTED.get(verb.lower_, ())


def _measured(words: list[Token]) -> int:
    """How many of *words* say before a number how it is meant: "at least", "up to"."""
    return 2 * (tuple(t.lower_ for t in words[:2]) in _MEASURES)


def _make_verb(words: list[Token], at: int, head: Token, label: str) -> None:
    verb = words[at]
    attach(verb, head, label)
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_
    for phrase in [c for c in verb.children if c.dep_ == "nmod" and c.i > verb.i]:
        phrase.hang(verb, "obl")
    rest = words[at + 1 :]
    if rest and _is_particle(rest[0], verb):
        for noun in [rest[0].head] if rest[0].dep_ == "case" else []:
            attach(noun, verb, "obj")
        attach(rest[0], verb, "compound:prt")
        rest = rest[1:]
    rest = rest[_measured(rest) :]
    _take_object(verb, rest[: _end_of_phrase(rest)])


def _take_object(verb: Token, run: list[Token]) -> None:
    """Hang the phrase *run* from *verb*, unless it does already."""
    noun = next((t for t in reversed(run) if t.tag_ in _NOUNS), None)
    if noun is None or any(t.head == verb and t.dep_ == "obj" for t in run):
        return
    attach(noun, verb, "obj")
    for token in run:
        if token.i < noun.i and token.head not in run:
            attach(token, noun, "det" if token.tag_ in _OPENING else "amod" if token.pos_ == "ADJ" else "compound")


def _end_of_phrase(words: list[Token]) -> int:
    """How many of *words* are one phrase of nouns: an article or a possessive begins another."""
    for n, token in enumerate(words):
        if token.tag_ not in _BEFORE_NOUN and token.pos_ != "ADV":
            return n
        if n and token.tag_ in _OPENING and words[n - 1].tag_ not in {"PDT", "IN"}:
            return n
    return len(words)


def _give_subject(words: list[Token], at: int) -> None:
    verb, noun = words[at], words[at - 1]
    attach(noun, verb, "nsubj")
    for token in words[: at - 1]:
        if token.tag_ in _BEFORE_NOUN and token.head.i > noun.i:
            attach(token, noun, "det" if token.tag_ in _OPENING else "compound")


def _go_on(words: list[Token], at: int) -> None:
    """ "And free the crew": a word behind "and" that would be a verb, with an article or a noun behind it."""
    verbs = word_sets("nouns")["bare verbs"] - word_sets("nouns")["bare nouns"]
    for n in range(at + 1, len(words) - 2):
        joined = words[n].lower_ in {"and", "or"} and words[n + 1].lower_ in verbs
        if joined and words[n + 1].tag_ not in _FINITE and _has_object(words, n + 1):
            _take_object(words[at], words[at + 1 : n])
            _make_verb(words, n + 1, words[at], "conj")
            attach(words[n], words[n + 1], "cc")
            return

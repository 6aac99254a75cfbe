"""Groups that act in an article though nobody's name stands for them: "bondholders", "the studios", "Asian lines".

A group is called by its noun, with the words before it where they tell it from others of the kind: "private creditors"
beside "official creditors". It counts once the article says what it wants, does or is asked; then it is meant wherever
its noun stands.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from dragoman.language.mention import Mention
from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.spacing import spaced
from dragoman.statements.stance_words import stance_words

if TYPE_CHECKING:
    from dragoman.language.tree import Token, Tree

__all__ = ["alike_groups", "group_mentions", "group_name", "is_group_noun", "is_of_group"]

_LIGHT = {"have", "be", "make", "take", "give", "do", "get", "go", "come", "see", "keep", "put", "find", "look", "hold"}
"""Verbs that are words of stance only with others beside them."""
_DEALINGS = {"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "PROTEST"}
_COUNTED = {"both", "two", "either", "neither", "each"}
_POINTING = {"the", "these", "those"}


def group_mentions(doc: Tree, named: Mapping[int, Sequence[Mention]]) -> tuple[Mention, ...]:
    """The places of the groups of an article that act in it; *named* are the words under some name already.

    Where a movement has a name, "the rebels" are no group of their own.
    """
    armed = any(m.sort == "movement" for mentions in named.values() for m in mentions)
    taken_up = word_sets("nouns")["movements"] if armed else frozenset()
    nouns = [
        token
        for token in doc
        if (token.tag_ == "NNS" or token.is_sent_start)
        and token.i not in named
        and token.lemma_ not in taken_up
        and _is_group(token, named)
    ]
    called = {token.i: group_name(token, named) for token in nouns}
    acting = {called[token.i] for token in _acting(doc) if token.i in called}
    known = {token.lower_ for token in nouns if not _points(token)}
    latest: dict[str, str] = {}
    found = []
    for token in nouns:
        name, kind = called[token.i], _kind(token)
        again = latest.get(token.lower_) or (None if token.lower_ in known else latest.get(kind))
        party = (again or name) if name == token.lower_ and _points(token) else name
        if party in acting:
            latest[token.lower_] = latest[kind] = party
            found.append(Mention(token.idx, token.idx + len(token), party, "group", basis="article"))
    return tuple(found)


def _points(token: Token) -> bool:
    return any(c.lower_ in _POINTING for c in token.children)


def _singular(token: Token) -> str:
    """The lemma; for a word that opens a sentence, and so may pass for a name, without its last letter."""
    return token.lemma_ if token.tag_ == "NNS" else token.lower_.removesuffix("s")


def _kind(token: Token) -> str:
    """The first noun of its kind: for lenders, bondholders and investors alike "creditor"."""
    return next((words[0] for words in alike_groups() if _singular(token) in words), _singular(token))


@cache
def alike_groups() -> tuple[tuple[str, ...], ...]:
    """Nouns for groups of one kind, each kind by its first: "creditor", "lender", "bondholder"."""
    return tuple(tuple(words.split()) for words in lexicon("nouns")["alike groups"])


def group_name(noun: Token, named: Container[int] = ()) -> str:
    """What the group that *noun* heads is called: without words that tell only what state or temper it is in.

    The words *named*, such as "Polish", keep their capital at the head of a sentence.
    """
    words = [noun]
    own = {t.i: t for t in noun.subtree if t.dep_ in {"amod", "compound"}}
    own |= {t.i: t for c in clauses.children(noun, "nmod:poss") if c.pos_ == "NOUN" for t in c.subtree}
    while (before := own.get(words[0].i - 1)) is not None:
        words[:0] = [*_before_hyphen(before), before]
    plain = word_sets("nouns")["plain groups"]
    kept = [t for t in words if t == noun or t.lower_ not in plain]
    small = {t.i for t in kept if len(kept) == 1 or (t.i == t.sent.start and t.i not in named and _is_common(t))}
    return spaced(kept, (word.lower_ if word.i in small else word.text for word in kept))


def _before_hyphen(word: Token) -> list[Token]:
    """ "Left-wing parties": what a hyphen joins to a word, with the hyphen."""
    first = word.i - 2
    if first < word.sent.start or word.nbor(-1).text != "-" or word.nbor(-1).idx + 1 != word.idx:
        return []
    lead = word.doc[first]
    return [lead, word.nbor(-1)] if lead.idx + len(lead) == word.nbor(-1).idx else []


def _is_common(word: Token) -> bool:
    """True for a word that only its place at the head of a sentence made great."""
    return word.lower_ not in word_sets("nouns")["world regions"]


def _is_group(token: Token, named: Mapping[int, object]) -> bool:
    nouns = word_sets("nouns")
    opening = token.is_sent_start and token.lower_.endswith("s") and _singular(token) in nouns["groups"]
    if not (token.tag_ == "NNS" or opening) or token.dep_ == "compound":
        return False
    if any(c.tag_ == "PRP$" or c.lower_ in _COUNTED for c in token.children):
        return False
    if token.lemma_ in nouns["general"]:
        return not clauses.children(token, "det", "amod", "nmod", "nmod:poss", "compound", "nummod")
    if token.lemma_ in nouns["people"] and _is_somebodys(token, named):
        return False
    if any(c.lower_ == "member" for c in clauses.children(token, "compound", "amod")):
        return False
    if any(c.i in named for c in clauses.prepositional(token, "of")):
        return False
    return is_group_noun(token) or _wants(token)


def _wants(token: Token) -> bool:
    """Whether only people can be what *token*, a bare plural or one told apart, is said to be: "mills refuse to"."""
    verb = token.head
    if token.tag_ != "NNS" or token.dep_ != "nsubj" or _singular(token) in _no_groups() or verb.pos_ != "VERB":
        return False
    willing = verb.lemma_ in lexicon("nouns")["willing"]
    return willing and not clauses.is_passive(verb) and not clauses.children(token, "nmod:poss", "acl")


@cache
def _no_groups() -> frozenset[str]:
    """Nouns that are no groups whatever they want."""
    nouns = word_sets("nouns")
    return nouns["people"] | nouns["sides"] | nouns["opposed"] | nouns["no groups"] | nouns["quantities"]


def is_group_noun(token: Token) -> bool:
    """Whether the noun *token* is one for groups ("bondholders"), or for kinds of them told apart ("aid groups")."""
    nouns = word_sets("nouns")
    singular = _singular(token)
    if singular in nouns["groups"] or singular not in nouns["kinds"]:
        return singular in nouns["groups"]
    described = any(c.lower_ not in nouns["plain groups"] for c in clauses.children(token, "amod", "compound"))
    owners = clauses.children(token, "nmod:poss")
    several = bool(owners) and owners[0].tag_ == "NNS" and _singular(owners[0]) in nouns["groups"]
    return described or several or (bool(owners) and singular in nouns["bodies"])


def is_of_group(body: Token) -> bool:
    """ "The nurses' union", "a farmers' association": one body that has its name by whose it is."""
    beside = clauses.children(body, "nmod:poss", "compound") if body.tag_ == "NN" else []
    return any(c.tag_ == "NNS" and is_group_noun(c) for c in beside)


def _is_somebodys(noun: Token, named: Mapping[int, object]) -> bool:
    """True for people of a party named beside them: "delegates from Chad", "rebel leaders", "Kenyan farmers"."""
    owned = any(c.lemma_ in _parties() for c in clauses.children(noun, "compound"))
    owned = owned or any(c.i in named for c in clauses.children(noun, "amod", "compound", "nmod:poss"))
    return owned or bool(clauses.prepositional(noun, "of", "from", "for", "in"))


@cache
def _parties() -> frozenset[str]:
    """Nouns for parties whose people others are."""
    nouns = word_sets("nouns")
    return frozenset({"opposition", *nouns["states"], *nouns["movements"], *nouns["bodies"]})


def _acting(doc: Tree) -> Iterator[Token]:
    """The words that are said to want, refuse, say or be asked something."""
    acting, quantities = _acting_verbs(), word_sets("nouns")["quantities"]
    for verb in doc:
        if verb.pos_ not in {"VERB", "ADJ"}:
            continue
        if verb.lemma_ in acting or verb.lower_ in stance_words("adjective"):
            doers = clauses.agents(verb) if clauses.is_passive(verb) else [clauses.subject(verb)]
            asked = [c for c in clauses.children(verb, "obj") if verb.lemma_ in _asking()]
            parts = (part for noun in [*doers, *asked] if noun is not None for part in clauses.conjuncts(noun))
            yield from (clauses.measured(part, quantities) for part in parts)


@cache
def _acting_verbs() -> frozenset[str]:
    """Verbs of stance, of saying, and of dealings with others."""
    dealings = {
        word.split("+")[0]
        for entry in lexicon("acts")["verb"]
        if entry["event"] in _DEALINGS
        for word in entry["words"]
    }
    return frozenset({*stance_words("verb"), *lexicon("positions")["saying"]["words"], *dealings} - _LIGHT)


@cache
def _asking() -> frozenset[str]:
    """Verbs of stance whose object is asked to act."""
    return frozenset(lemma for lemma, words in stance_words("verb").items() if any("obj" in w.asked for w in words))

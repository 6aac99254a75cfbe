"""What a thing is called, which a small parser takes for a part of the thing: "called the ban on imports theft"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["called_by_article", "called_so", "kept_so", "seen_as", "thing_behind_name"]

_NAMING = {"call", "brand", "label", "dub", "term", "pronounce"}
"""Verbs behind whose object stands what it is called, with no "as" between."""
_SEEING = dict.fromkeys(
    ("regard", "see", "view", "describe", "dismiss", "denounce", "condemn", "reject", "deride", "portray", "treat",
     "depict", "perceive", "slam", "decry", "ridicule", "characterise", "characterize", "hail", "brand", "label"), "as"
) | {"liken": "to", "compare": "to", "equate": "with"}  # fmt: skip
"""Verbs of seeing a thing as another, and the preposition before what it is seen as."""
_JUDGING = {"deem", "find", "consider", "declare", "judge", "think", "believe", "rule", "hold"}
"""Verbs behind whose object stands how it is judged."""
_KEEPING = {"keep", "leave", "hold"}
_HANGING = {"until", "till", "unless", "if", "as long as", "so long as", "while", "once", "before"}
_ARTICLES = {"a", "an", "the"}
_BEHIND = {
    "and", "but", "or", "because", "that", "which", "since", "as", "when", "while", "if", "to", "for", "on", "in", "at",
    "of",
}  # fmt: skip


def _called() -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon("positions")
    judged, calling = words["judged"], words["calling"]
    names = {*calling["names"], *calling["wanted"]}
    qualities = {*judged["oppose"], *judged["support"], *judged["demand"], *lexicon("implied")["goods"]["words"]}
    return frozenset(names), frozenset(qualities - names)


_NAMES, _QUALITIES = _called()
_HARD = {"hard", "difficult", "impossible", "tough"}
_MEASURED = {
    "costly", "expensive", "low", "high", "weak", "strict", "vague", "short", "long", "soft", "harsh", "rigid", "small",
}  # fmt: skip
_EITHER = _NAMES | _QUALITIES | _HARD | _MEASURED


@at(parts={"NOUN", "ADJ", "ADV", "VERB"}, words=_EITHER)
def called_so(token: Token) -> None:
    """ "Called the truce a sham", "found the quota too low", "deemed a ban on mines illegal": what it is called."""
    verb = next((a for a in token.ancestors if a.lemma_ in _NAMING | _JUDGING and a.pos_ == "VERB"), None)
    if verb is None or verb.i > token.i or clauses.is_passive(verb) or not _is_last(token):
        return
    plain = token.lower_ in _QUALITIES | _HARD or verb.lemma_ in _NAMING
    things = [c for c in clauses.children(verb, "obj") if c.i <= token.i]
    if things and things[0].pos_ == "PROPN":
        return
    if token.dep_ == "xcomp" and (things or token.head != verb):
        return
    if plain and (not things or things[0] == token) and token.head == verb:
        _without_its_thing(token, verb)
    elif not things:
        return
    elif _is_excessive(token) or (plain and token != things[0] and _stands_apart(token, things[0])):
        token.pos_ = "ADJ" if token.pos_ in {"VERB", "ADV"} else token.pos_
        _named(token, verb)


@at(labels={"obj"}, bearing=True)
def called_by_article(token: Token) -> None:
    """ "Called the truce a gift to criminals": behind the object, with an article, stands what it is called."""
    verb = token.head
    things = [c for c in clauses.children(verb, "obj") if verb.i < c.i < token.i]
    named = token.dep_ == "obj" and verb.lemma_ in _NAMING and verb.nbor().lower_ != "for"
    told = token.pos_ == "NOUN" and token.left_edge.lower_ in {"a", "an"}
    if named and told and len(things) == 1 and things[0].pos_ != "PROPN":
        token.dep_ = "xcomp"


@at(labels={"nmod", "acl"}, bearing=True)
def seen_as(token: Token) -> None:
    """ "Regards a fund as a veto", "likened it to theft": what a thing is seen as hangs from the seeing."""
    thing, verb = token.head, token.head.head
    lead = _SEEING.get(verb.lemma_) if thing.dep_ == "obj" and verb.pos_ == "VERB" else None
    if lead is not None and token.i > thing.i > verb.i and clauses.preposition(token) == lead:
        attach(token, verb, "obl")


@at(tags={"VBN", "VBD", "JJ"}, labels={"xcomp", "advcl", "acl"})
def kept_so(token: Token) -> None:
    """ "Will keep the funds frozen until Chad pays": how the funds are kept, and what hangs on it is the keeping."""
    verb = token.head.head if token.dep_ == "acl" else token.head
    things = clauses.children(verb, "obj")
    if verb.lemma_ not in _KEEPING or not things or not verb.i < things[0].i < token.i:
        return
    stretch = token.doc[things[0].i + 1 : token.i]
    if token.head not in {verb, things[0]} or any(t.is_punct or t.tag_ in {"IN", "TO", "WDT"} for t in token.children):
        return
    if any(t.text == "," for t in stretch) or clauses.children(token, "aux", "aux:pass", "nsubj"):
        return
    if token.pos_ == "VERB":
        token.tag_ = "VBN"
    attach(token, verb, "xcomp")
    for clause in [c for c in clauses.children(token, "advcl") if clauses.marker(c) in _HANGING and c.i > token.i]:
        attach(clause, verb, "advcl")


@at(parts={"VERB"}, bearing=True)
def thing_behind_name(token: Token) -> None:
    """ "Rejected as illegal a plan to fill the dam": the plan is what is rejected, behind what it is called."""
    lead = _SEEING.get(token.lemma_)
    if lead is None or clauses.children(token, "obj"):
        return
    for name in clauses.children(token, "obl", "advcl", "xcomp"):
        if _behind_its_name(token, name, lead):
            return
        leads = [c.lower_ for c in clauses.children(name, "mark", "case") if c.i < name.i]
        things = [c for c in clauses.children(name, "obj") if c.i > name.i and not clauses.preposition(c)]
        if token.i < name.i and name.pos_ in {"ADJ", "NOUN"} and leads == [lead] and len(things) == 1:
            attach(things[0], token, "obj")
            name.dep_ = "obl"
            for task in clauses.children(things[0], "xcomp"):
                task.dep_ = "acl"
            return


def _behind_its_name(verb: Token, thing: Token, lead: str) -> bool:
    """ "Dismissed as absurd an offer": the adjective before the article is what the offer is called, no part of it."""
    leads = [c for c in clauses.children(thing, "case") if c.lower_ == lead and c.i < thing.i]
    articles = clauses.children(thing, "det")
    names = [c for c in clauses.children(thing, "amod") if articles and leads and leads[0].i < c.i < articles[0].i]
    if not names or verb.i > leads[0].i:
        return False
    attach(thing, verb, "obj")
    attach(names[0], verb, "obl")
    attach(leads[0], names[0], "case")
    return True


def _is_last(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < token.sent.end else None
    return following is None or following.is_punct or following.lower_ in _BEHIND


def _is_excessive(token: Token) -> bool:
    """ "Found the rise too costly"."""
    return token.pos_ in {"ADJ", "ADV"} and token.nbor(-1).lower_ == "too"


def _without_its_thing(token: Token, verb: Token) -> None:
    """ "Called the new fund illegal": the noun taken for a compound of the name is what is called so."""
    nouns = [c for c in clauses.children(token, "compound") if c.pos_ == "NOUN" and c.i < token.i]
    if not nouns or token.dep_ not in {"obj", "xcomp"}:
        return
    thing = nouns[-1]
    token.hang(verb, "xcomp")
    attach(thing, verb, "obj")
    for child in [c for c in token.children if c.i < thing.i or (c.dep_ == "nmod" and c.i < token.i)]:
        attach(child, thing, child.dep_)


def _named(token: Token, verb: Token) -> None:
    """Hang the name from the verb, and what stood before it of the thing from what it stood by: "on new mines"."""
    nouns = [c for c in clauses.children(token, "compound") if c.tag_ == "NNS"]
    outer = token.head
    attach(token, verb, "xcomp")
    if not nouns or outer == verb:
        return
    for child in [c for c in token.children if c.i < nouns[-1].i]:
        attach(child, nouns[-1], child.dep_)
    attach(nouns[-1], outer, "nmod")


def _stands_apart(token: Token, thing: Token) -> bool:
    """True where *token* is no part of *thing*: it has an article of its own, stands behind it, or ends a plural."""
    if token.dep_ == "obj":
        return True
    if clauses.preposition(token):
        return any(c.dep_ == "compound" and c.tag_ == "NNS" and c.i == token.i - 1 for c in token.children)
    if any(t.dep_ == "cc" for t in token.doc[thing.i + 1 : token.i]):
        return False
    own = any(c.lower_ in _ARTICLES and c.i > thing.i for c in clauses.children(token, "det"))
    behind = token.dep_ in {"amod", "acl", "appos", "nmod", "dep", "advmod"} and token.head.i < token.i
    return own or behind

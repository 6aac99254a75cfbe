"""Who makes up a camp: "those calling for a ban include Peru and Chad", "among the opponents are Japan and Iceland"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["origin_of_stance", "those_named"]

_CAMP = {
    "those", "country", "nation", "state", "member", "government", "party", "delegation", "delegate", "capital",
    "economy", "exporter", "producer", "importer", "power", "neighbour", "neighbor", "group", "bloc", "island",
    "lawmaker", "leader", "minister", "ally", "donor", "supporter", "backer", "proponent", "advocate", "champion",
    "opponent", "critic", "foe", "sceptic", "skeptic", "detractor", "holdout", "dissenter", "sponsor", "co-sponsor",
}  # fmt: skip
"""Nouns for the many who think alike, some of whom are named."""
_HOLDING = {"include", "comprise", "number"}
_FINITE = {"VBD", "VBZ", "VBP"}
_REACH = 24
"""Words behind a camp within which it is told who is in it."""
_COMING = {"come", "stem", "emanate", "arrive", "originate", "flow", "issue"}
_LEADING = {"lead", "head", "spearhead", "voice", "mount", "orchestrate", "champion", "express", "organise", "organize"}


def those_named(camp: Token | None) -> list[Token]:
    """Whom a sentence names of a *camp*, where it does so in its main clause; each may go on with others.

    "Countries that want a cap include Peru", "among those against it is Chad", "Chad is one of the few states that".
    """
    if camp is None or (camp.lemma_ not in _CAMP and camp.lower_ not in _CAMP) or clauses.children(camp, "nmod:poss"):
        return []
    return _one_of(camp) or _being(camp) or _included(camp)


def _one_of(camp: Token) -> list[Token]:
    """ "Chad is one of the few states opposing it", "Chad, one of the states that oppose it"."""
    one = camp.head
    if camp.dep_ != "nmod" or clauses.preposition(camp) != "of" or one.lower_ not in {"one", "two", "some"}:
        return []
    if one.dep_ == "appos":
        return [one.head]
    under = clauses.subject(one) if clauses.children(one, "cop") else None
    return [under] if under is not None else []


def _being(camp: Token) -> list[Token]:
    """ "Among the opponents are Japan and Iceland", "the main opponents are Japan and Iceland"."""
    under = clauses.subject(camp) if clauses.preposition(camp) == "among" else None
    if under is not None:
        return [under] if any(clauses.children(t, "cop") for t in (camp, under)) else []
    named = camp.head
    told = camp.dep_ == "nsubj" and named.pos_ == "PROPN" and camp.i < named.i and clauses.children(named, "cop")
    return [named] if told else []


def _included(camp: Token) -> list[Token]:
    """ "The countries resisting it include Chad and Mali", wherever the tree has the verb."""
    sent = camp.sent
    if any(t.pos_ in {"VERB", "NOUN", "PROPN"} for t in camp.doc[sent.start : camp.i]):
        return []
    for verb in camp.doc[camp.i + 1 : min(sent.end, camp.i + _REACH)]:
        if verb.lemma_ in _HOLDING and verb.tag_ in _FINITE:
            others = [c for c in clauses.children(verb, *clauses.SUBJECTS) if c != camp and c.pos_ in {"NOUN", "PROPN"}]
            return [] if others else [c for c in clauses.children(verb, "obj") if c.i > verb.i]
    return []


def origin_of_stance(noun: Token) -> list[Token]:
    """Whose stance a noun tells, by the verb it is the subject of: "resistance came from Chad", "is led by Chad"."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.i < noun.i:
        return []
    if noun.dep_ == "nsubj" and verb.lemma_ in _COMING:
        return [c for c in clauses.prepositional(verb, "from") if _is_somebody(c)]
    if noun.dep_ == "nsubj:pass" and verb.lemma_ in _LEADING:
        return clauses.agents(verb)
    return []


def _is_somebody(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and noun.lemma_ not in word_sets("nouns")["quantities"])

"""Ties: standing relations between parties, said in passing: "its closest ally", "the threat to Japan"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.attribution import Attributions
from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Relation, Tie
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who, party_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Ties"]

_POWER = {"leverage_over", "sphere_of_influence", "threatens", "has_access_to", "sanctions"}
_TRADE = {"trade", "trading", "export", "commercial"}


@cache
def _by_lemma(part: str) -> dict[str, list[tuple[str, Relation]]]:
    found: dict[str, list[tuple[str, Relation]]] = {}
    for relation, words in lexicon("ties")[part].items():
        for word in words:
            lemma, _, particle = word.partition("+")
            found.setdefault(lemma, []).append((particle, relation))
    return found


class Ties:
    """Reads the ties of one article; each pair and relation once."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._text = text
        self._who = who
        self._attributions = attributions
        self._seen: set[tuple[str, str, str]] = set()
        self._relations = lexicon("ties")["relations"]

    def read(self) -> Iterator[Tie]:
        """Yield ties in text order."""
        for token in self._text.words():
            if token.pos_ == "NOUN":
                yield from self._by_noun(token)
            elif token.pos_ in {"VERB", "AUX"}:
                yield from self._by_verb(token)

    def _by_noun(self, noun: Token) -> Iterator[Tie]:
        if noun.lemma_ in self._relations["nouns"]:
            yield from self._by_relations(noun)
            return
        if noun.lemma_ in self._relations["trust"]:
            yield from self._by_trust(noun)
            return
        for _, relation in _by_lemma("noun").get(noun.lemma_, ()):
            if relation == "trade_partner" and not any(c.lower_ in _TRADE for c in noun.children):
                continue
            if relation == "sphere_of_influence" and not any(c.lemma_ == "influence" for c in noun.children):
                continue
            yield from self._noun_tie(noun, relation)

    def _noun_tie(self, noun: Token, relation: Relation) -> Iterator[Tie]:
        owners = [p for c in clauses.children(noun, "nmod:poss", "amod", "compound") for p in self._origin(c)]
        toward = [
            p
            for c in clauses.prepositional(noun, "to", "on", "over", "with", "against", "of", "toward", "towards")
            for p in self._who.parties(c)
        ]
        between = [p for c in clauses.prepositional(noun, "between", "among") for p in self._who.parties(c)]
        holder = list(self._bearer(noun))
        if relation == "sanctions":
            owners = owners or self._imposer(noun)
            toward = toward or [p for p in self._who.commonest(3) if p not in {party_of(o) for o in owners}][:1]
        if len(between) > 1:
            yield from self._pairs(noun, between[:1], between[1:], relation)
        elif relation in _POWER:
            yield from self._pairs(noun, owners or holder, toward, relation)
        elif holder and (owners or toward):
            yield from self._pairs(noun, holder, owners or toward, relation)
        elif owners and toward and relation not in {"rival"}:
            yield from self._pairs(noun, owners, toward, relation)
        else:
            dropped(noun, f"tie:{noun.lemma_}", "both sides must be known")

    def _imposer(self, noun: Token) -> list[str]:
        verb = noun.head
        imposing = noun.dep_ == "obj" and verb.lemma_ in {"impose", "reimpose", "slap", "maintain", "tighten", "extend"}
        return list(self._who.parties(clauses.subject(verb))) if imposing and not clauses.is_passive(verb) else []

    def _origin(self, child: Token) -> tuple[str, ...]:
        if child.dep_ == "nmod:poss" or self._text.at.get(child.i):
            return self._who.parties(child)
        return ()

    def _bearer(self, noun: Token) -> tuple[str, ...]:
        """Who is said to be the ally: the subject of "is", "remains", "is considered as", or what it stands beside."""
        if any(c.dep_ == "cop" for c in noun.children):
            return self._who.parties(clauses.subject(noun))
        if noun.dep_ == "appos":
            return self._who.parties(noun.head)
        for child in clauses.children(noun, "appos"):
            return self._who.parties(child)
        verb = noun.head
        if verb.pos_ in {"VERB", "AUX"} and verb.lemma_ in {
            "have",
            "be",
            "remain",
            "become",
            "consider",
            "regard",
            "pose",
            "see",
            "get",
            "enjoy",
        }:
            return self._who.parties(clauses.subject(verb))
        return ()

    def _by_trust(self, noun: Token) -> Iterator[Tie]:
        """ "has little faith in Kim's word", "no trust between the two"."""
        words = {c.lower_ for c in noun.children}
        if not words & {"little", "no", "scant", "any"} or ("any" in words and not clauses.is_negated(noun.head)):
            return
        holder = self._bearer(noun)
        toward = [
            p
            for c in clauses.prepositional(noun, "in", "toward", "towards")
            for p in self._who.parties(c) or self._possessor(c)
        ]
        sides = [p for c in clauses.prepositional(noun, "between") for p in self._who.parties(c)]
        if len(sides) > 1:
            yield from self._pairs(noun, sides[:1], sides[1:], "mistrusts")
        yield from self._pairs(noun, list(holder), toward, "mistrusts")

    def _possessor(self, noun: Token) -> tuple[str, ...]:
        return tuple(p for c in clauses.children(noun, "nmod:poss") for p in self._who.parties(c))

    def _by_relations(self, noun: Token) -> Iterator[Tie]:
        words = {c.lemma_.lower() for c in noun.children} | {c.lower_ for c in noun.children}
        if noun.dep_ in {"nsubj", "nsubj:pass", "obj"}:
            words |= {noun.head.lemma_}
        sides = [p for c in clauses.prepositional(noun, "between", "among") for p in self._who.parties(c)]
        if len(sides) < 2:
            owners = [p for c in clauses.children(noun, "nmod:poss", "amod") for p in self._origin(c)]
            sides = owners + [p for c in clauses.prepositional(noun, "with", "to") for p in self._who.parties(c)]
        for relation in ("improving_relations", "estranged_from", "strategic_partner"):
            if words & set(self._relations[relation]) and len(sides) > 1:
                yield from self._pairs(noun, sides[:1], sides[1:], relation)
                return

    def _by_verb(self, verb: Token) -> Iterator[Tie]:
        if verb.lemma_ == "trust" and clauses.is_negated(verb):
            yield from self._verb_tie(verb, "mistrusts", "")
        for particle, relation in _by_lemma("verb").get(verb.lemma_, ()):
            yield from self._verb_tie(verb, relation, particle)

    def _verb_tie(self, verb: Token, relation: Relation, particle: str) -> Iterator[Tie]:
        if clauses.modals(verb) & {"may", "might", "could", "should", "must"} or (
            clauses.is_negated(verb) and relation != "mistrusts"
        ):
            dropped(verb, f"tie:{verb.lemma_}", "denied, or only possible")
            return
        others = clauses.prepositional(verb, particle) if particle else clauses.objects(verb)
        target = [p for other in others for p in self._who.parties(other)]
        holder = list(self._who.parties(clauses.subject(verb)))
        if relation == "mistrusts" and len(holder) > 1 and not target:
            target = holder[::-1]
        yield from self._pairs(verb, holder, target, relation)

    def _pairs(self, head: Token, ones: list[str], others: list[str], relation: Relation) -> Iterator[Tie]:
        if not (ones and others):
            dropped(head, f"tie:{head.lemma_}", "both sides must be known")
        for one in dict.fromkeys(ones):
            for other in dict.fromkeys(others):
                key = (party_of(one), party_of(other), relation)
                if key[0] == key[1] or key in self._seen:
                    continue
                start, end = clauses.phrase(
                    head, without=clauses.children(head, "conj", "acl:relcl", "parataxis", "advcl")
                )
                evidence = self._text.evidence(head, start, end)
                if evidence is None:
                    continue
                self._seen.add(key)
                past = any(c.lower_ in {"once", "former", "formerly"} for c in [*head.children, *head.head.children])
                yield Tie(
                    id="",
                    evidence=(evidence,),
                    from_=(one,),
                    to=(other,),
                    relation=relation,
                    time="past" if past else None,
                    attribution=self._attributions.of(head).label,
                    modality=self._attributions.hedge(head),
                    confidence=0.6,
                    rule=f"tie:{head.lemma_}",
                )

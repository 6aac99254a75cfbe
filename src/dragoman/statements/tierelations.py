"""Ties told by how relations stand: "strained ties with X", "stalled talks between X and Y", "little trust in X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.holding import holds_as_noun, is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.statement import Relation
from dragoman.statements.tiewords import Found, hanging, relation_words
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["RelationTies"]


class RelationTies:
    """Finds between whom relations, talks and trust are said to be good, bad or stuck."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._trust = frozenset(lexicon("ties")["relations"]["trust"])
        self.words = self._trust.union(*(relation_words(part)[0] for part in ("relations", "contacts")))

    def read(self, noun: Token) -> Iterator[Found]:
        """What *noun* ties by the qualities it is given."""
        lemma = noun.lemma_.lower()
        for part in ("relations", "contacts"):
            nouns, qualities = relation_words(part)
            if lemma in nouns:
                yield from self._by_relations(noun, qualities)
        if lemma in self._trust:
            yield from self._by_trust(noun)

    def _by_trust(self, noun: Token) -> Iterator[Found]:
        """ "Has little faith in Kim's word", "no trust between the two"."""
        words = {c.lower_ for c in noun.children}
        scant = words & {"little", "no", "scant"} or ("any" in words and mood.is_negated(noun.head))
        scant = scant or (noun.dep_ == "nsubj" and {noun.head.lemma_, noun.head.lower_} & hanging("scant"))
        if not scant and not (noun.head.lemma_ == "lose" and is_real(noun.head)):
            return
        between = self._sides.between(noun)
        if len(between) > 1:
            yield Found(noun, between[:1], between[1:], "mistrusts")
            return
        holder = self._sides.subject(noun.head) if noun.head.pos_ in {"VERB", "AUX"} else self._sides.owners(noun)
        toward = self._sides.after(noun, ("in", "toward", "towards"))
        if not toward and noun.dep_ == "nsubj" and not self._sides.owners(noun):
            holder = self._sides.main_pair(noun)
        if not toward and len(holder) > 1:
            holder, toward = holder[:1], holder[1:]
        yield Found(noun, holder, toward, "mistrusts")

    def _by_relations(self, noun: Token, qualities: dict[Relation, frozenset[str]]) -> Iterator[Found]:
        """ "Relations between X and Y have soured", "X's close ties to Y", "stalled talks with Y"."""
        words = self._told_of(noun)
        if words & {"no", "any"} and words & {"diplomatic", "formal", "official"} and words & {"have", "exist"}:
            yield from self._without_relations(noun)
            return
        relation = next((relation for relation, quality in qualities.items() if words & quality), None)
        verb = noun.head
        broken = relation == "deadlocked_with" or (
            relation == "estranged_from" and noun.dep_.startswith("nsubj") and verb.lemma_ in qualities[relation]
        )
        if relation is None or not (broken or holds_as_noun(noun)):
            return
        neither = any(t.lower_ in {"neither", "nor"} for t in noun.doc[noun.i + 1 : max(verb.i + 2, noun.i + 1)])
        if noun.dep_ in {"nsubj", "nsubj:pass"} and (neither or mood.is_negated(verb) or not is_real(verb)):
            dropped(noun, f"tie:{noun.lemma_}", "denied, or only possible")
            return
        between = self._sides.between(noun)
        if len(between) > 1:
            yield Found(noun, between[:1], between[1:], relation)
            return
        if self._came_to_nothing(noun):
            return
        toward = self._sides.after(noun, ("with", "to"))
        owners = self._sides.owners(noun)
        if not owners and toward and verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"obj", "obl"}:
            owners = self._sides.subject(verb)
        if not (owners or toward or between) and noun.dep_.startswith("nsubj"):
            owners = self._of_the_article(noun)
        if len(owners) > 1 and not toward:
            owners, toward = owners[:1], owners[1:]
        told = noun.dep_.startswith("nsubj") and {verb.lemma_, verb.lower_} & qualities[relation]
        yield Found(verb if told else noun, owners, toward, relation)

    def _of_the_article(self, noun: Token) -> list[str]:
        """Whose the talks are where nobody is named: "talks have stalled", "the review is stuck"."""
        if noun.tag_ == "NNS" and noun.dep_ == "nsubj":
            return self._sides.main_pair(noun)
        return self._sides.chief_pair(noun) if any(c.lower_ == "the" for c in noun.children) else []

    def _without_relations(self, noun: Token) -> Iterator[Found]:
        """ "Israel has no diplomatic relations with Iran"."""
        holder = self._sides.subject(noun.head)
        toward = self._sides.after(noun, ("with",)) or holder[1:]
        yield Found(noun, holder[:1], toward, "estranged_from")

    def _told_of(self, noun: Token) -> set[str]:
        """The qualities given to *noun*: beside it, by its verb, or by what it has gone or become; none denied."""
        first, _ = self._sides.left(noun)
        near = [*noun.children, *noun.doc[first : noun.i]]
        verb = noun.head
        if noun.dep_ in {"nsubj", "nsubj:pass", "obj"}:
            near += [verb, *clauses.children(verb, "xcomp", "advmod", "conj", "obl", "obj", "compound:prt")]
        places = [verb] if any(c.dep_ == "cop" for c in verb.children) else clauses.prepositional(verb, "to", "at")
        near += [t for place in places for t in (place, *clauses.children(place, "amod"))]
        unsaid = hanging("hardly") | hanging("past")
        said = [t for t in near if not (t.i > t.sent.start and t.nbor(-1).lower_ in unsaid)]
        words = {t.lemma_.lower() for t in said} | {t.lower_ for t in said}
        return words | {"deadlocked"} if self._came_to_nothing(noun) else words

    @staticmethod
    def _came_to_nothing(noun: Token) -> bool:
        """ "The talks broke down", "ended without a deal"."""
        verb = noun.head
        if noun.dep_ not in {"nsubj", "nsubj:pass"}:
            return False
        behind = [t.lower_ for t in noun.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]]
        if verb.lemma_ in {"break", "fall"}:
            return bool(behind) and behind[0] in {"down", "off", "up", "apart", "through"}
        if verb.lemma_ in {"collapse", "founder", "fail"}:
            return True
        return verb.lemma_ in hanging("ending") and "without" in behind and bool({*behind} & hanging("results"))

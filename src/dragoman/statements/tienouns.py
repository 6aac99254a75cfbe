"""Ties told by nouns: "Y's ally", "the rivalry between X and Y", "X's leverage over Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import party_of
from dragoman.statements.holding import holds_as_noun, is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.statement import Relation
from dragoman.statements.tiewords import EITHER_WAY, Found, Frame, frames, hanging
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["NounTies"]

_ONE_SIDED = {"market", "customer", "buyer", "supplier", "exporter", "importer"}
"""What several may be to somebody without being it to one another."""
_DISCUSSING = {"discuss", "debate", "raise", "review", "broach", "air", "consider", "address", "study", "examine"}
"""Verbs whose "with" says with whom one talks of a thing: "discussed the dispute with his counterpart"."""
_PLACES = {"near", "along", "on", "at", "across", "over"}


class NounTies:
    """Finds both sides of nouns of relation."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self.words = frozenset(frames("bearer")).union(frames("noun"))
        self._barred: list[str] = []
        """Whom the sanctions told of last are on, for those that name nobody."""
        self._needs = {word: frozenset(beside) for word, beside in lexicon("ties")["needs"].items()}

    def read(self, noun: Token) -> Iterator[Found]:
        """What *noun* ties, by each of its meanings; a word of a name ties nobody: "the Democratic Alliance"."""
        if noun.pos_ == "PROPN" and self._sides.is_name_of_body(noun):
            return
        lemma = noun.lemma_.lower()
        bearer = next((f for f in frames("bearer").get(lemma, ()) if self._is_told(noun, f)), None)
        if bearer is not None:
            yield from self._by_bearer(noun, bearer.relation)
        if self._is_inner(noun):
            return
        for frame in frames("noun").get(lemma, ()):
            found = list(self._by_relating(noun, frame)) if self._is_told(noun, frame) else []
            yield from found
            if any(f.is_whole for f in found):
                return

    def _is_told(self, noun: Token, frame: Frame) -> bool:
        """Whether a word of two meanings has its companion: "trading partner", "sphere of influence"."""
        wanted = frozenset({frame.word}) if frame.more else self._needs.get(noun.lemma_)
        if noun.lemma_ == "partner" and not frame.more:
            before = {t.lower_ for t in noun.doc[max(noun.sent.start, noun.i - 3) : noun.i]}
            return not before & hanging("talking") and bool(self._sides.owners(noun))
        first, _ = self._sides.left(noun)
        near = noun.doc[first : min(noun.i + 3, noun.sent.end)]
        return wanted is None or any(t.lower_ in wanted or t.lemma_ in wanted for t in near)

    @staticmethod
    def _is_inner(noun: Token) -> bool:
        """ "The trade agreement with Y", "the trade war with Y": the first word of a name for something else."""
        return noun.i + 1 < noun.sent.end and noun.nbor().lower_ in hanging("inner")

    def _by_bearer(self, noun: Token, relation: Relation) -> Iterator[Found]:
        """ "X is Y's ally", "X, Y's ally,", "Y's ally X": from who bears the name to whose it is."""
        bearer, owners = self._sides.twofold(noun)
        owners = owners or self._sides.owners(noun) or self._sides.after(noun, ("of", "to", "for"))
        unfriendly = relation == "ally" and any(c.lower_ == "no" for c in noun.children)
        if unfriendly:
            relation = "rival"
        elif not holds_as_noun(noun):
            dropped(noun, f"tie:{noun.lemma_}", "denied, or only wished for")
            return
        if noun.dep_ == "conj" and noun.head.lemma_ in frames("bearer"):
            owners = owners or self._sides.owners(noun.head)
        bearer = bearer or self._bearer(noun)
        if not bearer and noun.i + 1 < noun.sent.end and noun.nbor().pos_ == "PROPN":
            dropped(noun, f"tie:{noun.lemma_}", "who bears the name is not known")
            return
        owned = self._sides.is_pronoun_owned(noun)
        owners = self._whose(noun, bearer, owners)
        if bearer and owned and not owners:
            owners = [p for p in self._sides.meant(noun) if party_of(p) not in map(party_of, bearer)]
        if owners and not bearer:
            bearer = [p for p in self._sides.after(noun, ("in", "from")) if self._sides.is_movement(p)]
        if owners and not bearer and relation == "rival" and noun.tag_ == "NN" and owned:
            bearer = self._sides.opposite(noun, owners) or self._sides.likely_foe(owners)
        if owners and noun.tag_ == "NNS" and all(self._sides.is_body(p) for p in owners):
            owners = []
            if not self._is_of_two(noun):
                return
        if not (owners or bearer) and relation != "adjacent" and self._is_of_two(noun):
            bearer = self._sides.main_pair(noun)
        apart = relation == "rival" and noun.tag_ == "NN" and not clauses.prepositional(noun, "of", "to", "for")
        if bearer and not owners and apart:
            owners = self._sides.likely_foe(bearer)
        if bearer and not owners and relation == "ally" and any(c.dep_ == "cop" for c in noun.children):
            owners = self._sides.opposite(noun, bearer)
        mutual = relation in EITHER_WAY and noun.lemma_ not in _ONE_SIDED
        if not owners and len(bearer) > 1 and mutual and not owned:
            bearer, owners = bearer[:1], bearer[1:]
        yield Found(noun, bearer, owners, relation)

    def _whose(self, noun: Token, bearer: list[str], owners: list[str]) -> list[str]:
        """Whose ally it is where "its" cannot mean who bears the name, and in "X and rival Y"."""
        if set(owners) <= {*bearer, *map(party_of, bearer)} and self._sides.is_pronoun_owned(noun):
            return self._sides.other_before(noun, bearer) or self._sides.named_earlier(noun, bearer)
        if noun.lemma_ == "rival" and owners and set(owners) <= {*bearer, *map(party_of, bearer)}:
            return self._sides.person_before(noun, bearer)
        before = noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""
        if not owners and noun.lower_ == "rival" and before in {"and", "the"} and self._sides.named_after(noun):
            return self._sides.other_before(noun, bearer)
        return owners

    @staticmethod
    def _is_of_two(noun: Token) -> bool:
        """ "The two allies", "both foes", "the two NATO allies": the sides of the article."""
        words = {t.lower_ for t in noun.doc[max(noun.sent.start, noun.i - 4) : noun.i]}
        return noun.tag_ == "NNS" and bool(words & {"both", "two"}) and bool(words & {"both", "the", "these", "those"})

    def _bearer(self, noun: Token) -> list[str]:
        """Who is said to be the ally: who "is", "remains", "is considered as" it, or stands beside the word."""
        named = self._sides.named_after(noun)
        if named is not None:
            return self._sides.of(named)[: 1 if noun.tag_ == "NN" else None]
        if any(c.dep_ == "cop" for c in noun.children):
            return self._sides.subject(noun)
        before = self._sides.named_before(noun)
        if before is not None:
            several = noun.tag_ == "NNS" and before.dep_ == "conj"
            return self._sides.of(clauses.first_conjunct(before) if several else before, loose=False)
        if noun.dep_ in {"appos", "parataxis"}:
            listed = [t for t in clauses.conjuncts(noun.head) if t.i < noun.i] or [noun.head]
            return self._sides.of(noun.head if noun.tag_ == "NNS" else listed[-1], loose=False)
        if noun.dep_ == "conj" and noun.head.lemma_ in frames("bearer"):
            return self._bearer(noun.head)
        if noun.dep_ == "conj" and any(c.lower_ == "but" for c in clauses.children(noun, "cc")):
            return self._sides.of(noun.head, loose=False)
        for child in clauses.children(noun, "appos"):
            return self._sides.of(child, loose=False)
        predicate = noun.dep_ == "nsubj" and any(c.dep_ == "cop" for c in noun.head.children)
        if predicate and noun.head.pos_ in {"NOUN", "PROPN"}:
            return self._sides.of(noun.head, loose=False)
        return self._regarded(noun, as_one=True)

    def _regarded(self, noun: Token, *, as_one: bool) -> list[str]:
        """ "X remains an ally", "X is considered as", "Z regards X as", "X is one of Y's allies"."""
        outer = noun.head
        if outer.lower_ == "one" and clauses.preposition(noun) in {"of", "among"}:
            return self._bearer(outer)
        if outer.pos_ not in {"VERB", "AUX"}:
            return []
        if outer.lemma_ in hanging("regarding"):
            others = [o for o in clauses.objects(outer) if o != noun]
            if any(o.lower_.endswith(("self", "selves")) for o in others):
                return self._sides.subject(outer)
            return [p for o in others for p in self._sides.of(o)]
        if outer.lemma_ in hanging("being"):
            return self._sides.subject(outer)
        first, _ = self._sides.left(noun)
        led = noun.doc[first - 1].lower_ if first > noun.sent.start else ""
        if as_one and "as" in {clauses.preposition(noun), led}:
            return self._sides.subject(outer)
        return []

    def _by_relating(self, noun: Token, frame: Frame) -> Iterator[Found]:
        """ "The rivalry between X and Y", "X's leverage over Y", "X has a hold on Y"."""
        owners = self._sides.owners(noun)
        if owners and noun.dep_ == "obj" and clauses.marker(noun.head) == "to" and self._sides.is_pronoun_owned(noun):
            owners = self._sides.subject(noun.head) or owners
        if not holds_as_noun(noun, owned=bool(owners)):
            dropped(noun, f"tie:{noun.lemma_}", "denied, or only wished for")
            return
        thing = noun.head if noun.dep_ == "nmod" else noun  # "two rounds of sanctions"
        lifted = thing.dep_ == "obj" and thing.head.lemma_ in hanging("lifting") and is_real(thing.head)
        if frame.relation == "sanctions" and lifted:
            dropped(noun, f"tie:{noun.lemma_}", "ended")
            return
        between = self._sides.between(noun)
        if not between and noun.dep_ == "obj" and noun.head.lemma_ in _DISCUSSING:
            dropped(noun, f"tie:{noun.lemma_}", "only what was talked of")
            return
        if frame.relation in EITHER_WAY and not between:
            among = owners or self._sides.after(noun, ("of",))
            between = among if len(among) > 1 else []
        if len(between) > 1:
            if frame.relation != "sanctions":
                yield Found(noun, between[:1], between[1:], frame.relation)
            return
        if frame.relation == "adjacent" and clauses.preposition(noun) in _PLACES:
            dropped(noun, f"tie:{noun.lemma_}", "only says where")
            return
        toward = self._sides.after(noun, frame.prepositions) if frame.prepositions else []
        if not (owners or toward) and noun.lemma_ in hanging("standing") and self._is_known(noun):
            between = self._sides.chief_pair(noun)
            yield Found(noun, between[:1], between[1:], frame.relation)
            return
        if frame.relation == "sphere_of_influence":
            owners, toward = owners or self._sides.after(noun, ("of",)), self._holder(noun)
        else:
            owners = owners or self._source(noun, frame) or self._imposing(noun, frame) or self._holder(noun, frame)
            toward = toward or self._receiver(noun, frame) or self._moved(noun, frame)
            if frame.relation == "leverage_over" and not toward and any(c.lower_ == "the" for c in noun.children):
                toward = self._sides.opposite(noun, owners)
            if frame.word == "trade" and not owners and noun.i == noun.sent.start:
                owners = self._sides.opposite(noun, toward)
            if frame.word == "sanction":
                laid = [c for c in clauses.children(noun, "acl", "acl:relcl") if c.lemma_ in hanging("imposing")]
                toward = toward or [p for c in laid for p in self._sides.after(c, ("on", "upon", "against"))]
                hurt = clauses.objects(noun.head) if noun.dep_ == "nsubj" else []
                toward = toward or [p for o in hurt for p in self._sides.of(o) if p not in owners]
                toward = toward or [p for p in self._barred if p not in owners] or self._sides.commonest(owners)
                self._barred = toward
        yield Found.by(noun, owners, toward, frame)

    @staticmethod
    def _is_known(noun: Token) -> bool:
        """ "The stalemate", "this deadlock", "bad blood": the one that an article is about."""
        return noun.lemma_ == "blood" or any(c.lower_ in {"the", "this"} for c in noun.children)

    def _imposing(self, noun: Token, frame: Frame) -> list[str]:
        """ "The sanctions that X imposed on Y", "tariffs imposed by X"."""
        if frame.relation != "sanctions":
            return []
        verb = noun.head
        if noun.dep_ == "obj" and (
            verb.lemma_ in hanging("keeping") or (verb.lemma_ in hanging("restoring") and is_real(verb))
        ):
            return self._sides.subject(verb)
        clause = [c for c in clauses.children(noun, "acl", "acl:relcl") if c.lemma_ in hanging("imposing")]
        return [p for c in clause for p in self._sides.after(c, ("by",)) or self._sides.subject(c)]

    def _moved(self, noun: Token, frame: Frame) -> list[str]:
        """ "Use his influence to make Y halt": whom it is used upon."""
        if frame.relation != "leverage_over" or noun.head.lemma_ not in {"use", "exert", "bring", "exercise"}:
            return []
        told = [c for t in (noun, noun.head) for c in clauses.children(t, "advcl", "xcomp", "acl")]
        return [p for c in told if clauses.marker(c) == "to" for o in clauses.objects(c) for p in self._sides.of(o)]

    def _source(self, noun: Token, frame: Frame) -> list[str]:
        """ "The threat from X", "the backing of X"."""
        if frame.relation not in {"patron", "threatens", "sanctions", "ally"}:
            return []
        return self._sides.after(noun, tuple({"of", "from", "by"} - set(frame.prepositions)))

    def _receiver(self, noun: Token, frame: Frame) -> list[str]:
        """ "With the backing of X, Y": who has what comes from another."""
        verb = noun.head
        lead = clauses.preposition(noun).split(" ")[0]
        if frame.relation == "sanctions" and lead == "under":
            if any(c.dep_ == "cop" for c in noun.children):
                return self._sides.subject(noun)
            return self._sides.subject(verb) if verb.pos_ in {"VERB", "AUX"} else self._sides.of(verb, loose=False)
        if frame.relation not in {"patron", "threatens"} or verb.pos_ not in {"VERB", "AUX"}:
            return []
        helped = frame.relation == "patron" and verb.lemma_ in hanging("enjoying") and is_real(verb)
        if lead in {"with", "under"} or (noun.dep_ == "obj" and (helped or verb.lemma_ in hanging("facing"))):
            return self._sides.subject(verb)
        return []

    def _holder(self, noun: Token, frame: Frame | None = None) -> list[str]:
        """Whose a thing is by the clause it stands in: "X has leverage", "X is a threat", "X, locked in a feud"."""
        if any(c.dep_ == "cop" for c in noun.children):
            return self._sides.subject(noun)
        verb = noun.head
        if noun.dep_ in {"appos", "parataxis"}:
            return self._sides.of(noun.head, loose=False)
        while noun.dep_ == "conj" and verb.dep_ in {"obj", "conj", "nmod"}:
            noun, verb = verb, verb.head
        if verb.pos_ == "ADJ" and frame is not None and frame.relation == "depends_on":
            if verb.dep_ in {"acl", "advcl"} or clauses.children(verb, *clauses.SUBJECTS):
                return self._sides.subject(verb)
            return self._sides.of(verb.head, loose=True) if verb.head != verb else []
        if verb.pos_ not in {"VERB", "AUX"}:
            return []
        if noun.dep_ == "obj" and verb.lemma_ in hanging("having"):
            return self._sides.subject(verb)
        definite = any(c.lower_ == "the" for c in noun.children)
        if frame is not None and (frame.reversed or (definite and "with" in frame.prepositions)):
            return self._sides.subject(verb)
        if verb.lemma_ in hanging("caught") and clauses.preposition(noun) in {"in", "into"}:
            return self._sides.subject(verb)
        return self._regarded(noun, as_one=False)

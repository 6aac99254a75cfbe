"""Ties: standing relations between parties, said in passing: "its closest ally", "the threat to Japan"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.attribution import Attributions
from dragoman.statements.holding import holds_as_noun, holds_as_quality, is_denied, is_habit, is_past, is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.statement import Relation, Tie
from dragoman.statements.text import ReadText
from dragoman.statements.tiewords import Frame, frames, hanging, relation_words
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who, party_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Ties"]

_EITHER_WAY = {
    "ally", "trade_partner", "strategic_partner", "coordinates_with", "improving_relations", "rival", "deadlocked_with",
    "estranged_from", "adjacent",
}  # fmt: skip
_NEAR = 9


def _verb_lemma(token: Token) -> str:
    """The lemma by which a verb is listed, of forms too that no tagger took for a verb: "quarrelled", "owes"."""
    lemma = token.lemma_
    if lemma.endswith("ll") and lemma[:-1] in frames("verb"):
        return lemma[:-1]
    if token.pos_ in {"VERB", "AUX"}:
        return lemma
    lower = token.lower_
    return next(
        (s for s in (lower[:-1], lower[:-3] + "y", lower[:-2]) if s in frames("verb") or s in frames("habit")), lemma
    )


class Ties:
    """Reads the ties of one article; each pair and relation once."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._text = text
        self._sides = Sides(text, who)
        self._attributions = attributions
        self._seen: set[tuple[str, str, str]] = set()
        self._needs = {word: frozenset(beside) for word, beside in lexicon("ties")["needs"].items()}

    def read(self) -> Iterator[Tie]:
        """Yield ties in text order."""
        for token in self._text.words():
            if token.pos_ in {"VERB", "AUX"} or self._is_verb(token):
                yield from self._by_verb(token)
            elif token.tag_.startswith("NN"):
                yield from self._by_noun(token)
            yield from self._by_quality(token)
            yield from self._by_compound(token)

    def _is_verb(self, token: Token) -> bool:
        """A present after a name that the tree takes for something else: "Hungary buys", "and owes"."""
        if not token.lower_.endswith("s") or token.i == token.sent.start:
            return False
        before = token.nbor(-1)
        known = _verb_lemma(token) in frames("verb").keys() | frames("habit").keys()
        follows = bool(self._text.at.get(before.i)) or before.lower_ in {
            "which",
            "and",
            "still",
            "also",
            "longer",
            "now",
        }
        if not (known and follows):
            return False
        if token.tag_ != "NNS" or token.dep_ == "ROOT" or self._sides.taken_up(token):
            return True
        led = {
            p for part in ("verb", "habit") for f in frames(part).get(_verb_lemma(token), ()) for p in f.prepositions
        }
        return token.i + 1 < token.sent.end and token.nbor(1).lower_ in led and before.lower_ in {"and", "which"}

    # -- nouns

    def _by_noun(self, noun: Token) -> Iterator[Tie]:
        lemma = noun.lemma_.lower()
        for part in ("relations", "contacts"):
            nouns, qualities = relation_words(part)
            if lemma in nouns:
                yield from self._by_relations(noun, qualities)
        if lemma in lexicon("ties")["relations"]["trust"]:
            yield from self._by_trust(noun)
        bearer = next((f for f in frames("bearer").get(lemma, ()) if self._is_told(noun, f)), None)
        if bearer is not None:
            yield from self._by_bearer(noun, bearer.relation)
        for frame in frames("noun").get(lemma, ()):
            found = list(self._by_relating(noun, frame)) if self._is_told(noun, frame) else []
            yield from found
            if found:
                return

    def _is_told(self, noun: Token, frame: Frame) -> bool:
        """Whether a word of two meanings has its companion: "trading partner", "sphere of influence"."""
        wanted = frozenset({frame.word}) if frame.more else self._needs.get(noun.lemma_)
        first, _ = self._sides.left(noun)
        near = noun.doc[first : min(noun.i + 3, noun.sent.end)]
        return wanted is None or any(t.lower_ in wanted or t.lemma_ in wanted for t in near)

    def _by_bearer(self, noun: Token, relation: Relation) -> Iterator[Tie]:
        """ "X is Y's ally", "X, Y's ally,", "Y's ally X": from who bears the name to whose it is."""
        bearer, owners = self._sides.twofold(noun)
        owners = owners or self._sides.owners(noun) or self._sides.after(noun, ("of", "to", "for"))
        if not holds_as_noun(noun):
            dropped(noun, f"tie:{noun.lemma_}", "denied, or only wished for")
            return
        if noun.dep_ == "conj" and noun.head.lemma_ in frames("bearer"):
            owners = owners or self._sides.owners(noun.head)
        bearer = bearer or self._bearer(noun)
        if set(owners) <= {*bearer, *map(party_of, bearer)} and self._sides.is_pronoun_owned(noun):
            owners = self._sides.other_before(noun, bearer)
        if not owners and len(bearer) > 1 and relation in _EITHER_WAY:
            bearer, owners = bearer[:1], bearer[1:]
        yield from self._pairs(noun, bearer, owners, relation)

    def _bearer(self, noun: Token) -> list[str]:
        """Who is said to be the ally: who "is", "remains", "is considered as" it, or stands beside the word."""
        named = self._sides.named_after(noun)
        if named is not None:
            return self._sides.of(named)
        if any(c.dep_ == "cop" for c in noun.children):
            return self._sides.subject(noun)
        before = self._sides.named_before(noun)
        if before is not None:
            several = noun.tag_ == "NNS" and before.dep_ == "conj"
            return self._sides.of(clauses.first_conjunct(before) if several else before, loose=False)
        if noun.dep_ in {"appos", "parataxis"}:
            return self._sides.of(noun.head, loose=False)
        if noun.dep_ == "conj" and noun.head.lemma_ in frames("bearer"):
            return self._bearer(noun.head)
        for child in clauses.children(noun, "appos"):
            return self._sides.of(child, loose=False)
        predicate = noun.dep_ == "nsubj" and any(c.dep_ == "cop" for c in noun.head.children)
        if predicate and noun.head.pos_ in {"NOUN", "PROPN"}:
            return self._sides.of(noun.head, loose=False)
        return self._regarded(noun)

    def _regarded(self, noun: Token) -> list[str]:
        """ "X remains an ally", "X is considered as", "Z regards X as", "X is one of Y's allies"."""
        outer = noun.head
        if outer.lower_ == "one" and clauses.preposition(noun) in {"of", "among"}:
            return self._bearer(outer)
        if outer.pos_ not in {"VERB", "AUX"}:
            return []
        if outer.lemma_ in hanging("regarding"):
            return [p for o in clauses.objects(outer) if o != noun for p in self._sides.of(o)]
        if outer.lemma_ in hanging("being"):
            return self._sides.subject(outer)
        if clauses.preposition(noun) == "as":
            return self._sides.subject(outer)
        return []

    def _by_relating(self, noun: Token, frame: Frame) -> Iterator[Tie]:
        """ "The rivalry between X and Y", "X's leverage over Y", "X has a hold on Y"."""
        owners = self._sides.owners(noun)
        if not holds_as_noun(noun, owned=bool(owners)):
            dropped(noun, f"tie:{noun.lemma_}", "denied, or only wished for")
            return
        between = self._sides.between(noun)
        if len(owners) > 1 and frame.relation in _EITHER_WAY:
            between = between or owners
        if len(between) > 1:
            yield from self._pairs(noun, between[:1], between[1:], frame.relation)
            return
        toward = self._sides.after(noun, frame.prepositions) if frame.prepositions else []
        if frame.relation == "sphere_of_influence":
            owners, toward = owners or self._sides.after(noun, ("of",)), self._holder(noun)
        else:
            owners = owners or self._source(noun, frame) or self._holder(noun, frame)
            toward = toward or self._receiver(noun, frame)
            if frame.word == "sanction":
                toward = toward or self._sides.commonest(owners)
        yield from self._directed(noun, owners, toward, frame)

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
        if lead in {"with", "under"} or (noun.dep_ == "obj" and verb.lemma_ in hanging("facing")):
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
        if verb.pos_ not in {"VERB", "AUX"}:
            return []
        if noun.dep_ == "obj" and verb.lemma_ in hanging("having"):
            return self._sides.subject(verb)
        definite = any(c.lower_ == "the" for c in noun.children)
        if frame is not None and (frame.reversed or (definite and "with" in frame.prepositions)):
            return self._sides.subject(verb)
        if verb.lemma_ in hanging("caught") and clauses.preposition(noun) in {"in", "into"}:
            return self._sides.subject(verb)
        return self._regarded(noun)

    def _by_trust(self, noun: Token) -> Iterator[Tie]:
        """ "Has little faith in Kim's word", "no trust between the two"."""
        words = {c.lower_ for c in noun.children}
        scant = words & {"little", "no", "scant"} or ("any" in words and clauses.is_negated(noun.head))
        scant = scant or (noun.dep_ == "nsubj" and {noun.head.lemma_, noun.head.lower_} & hanging("scant"))
        if not scant and not (noun.head.lemma_ == "lose" and is_real(noun.head)):
            return
        between = self._sides.between(noun)
        if len(between) > 1:
            yield from self._pairs(noun, between[:1], between[1:], "mistrusts")
            return
        holder = self._sides.subject(noun.head) if noun.head.pos_ in {"VERB", "AUX"} else self._sides.owners(noun)
        yield from self._pairs(noun, holder, self._sides.after(noun, ("in", "toward", "towards")), "mistrusts")

    def _by_relations(self, noun: Token, qualities: dict[Relation, frozenset[str]]) -> Iterator[Tie]:
        """ "Relations between X and Y have soured", "X's close ties to Y", "stalled talks with Y"."""
        words = self._told_of(noun)
        if words & {"no", "any"} and words & {"diplomatic", "formal", "official"} and words & {"have", "exist"}:
            yield from self._without_relations(noun)
            return
        relation = next((relation for relation, quality in qualities.items() if words & quality), None)
        if relation is None or (relation != "deadlocked_with" and not holds_as_noun(noun)):
            return
        verb = noun.head
        if noun.dep_ in {"nsubj", "nsubj:pass"} and (clauses.is_negated(verb) or not is_real(verb)):
            dropped(noun, f"tie:{noun.lemma_}", "denied, or only possible")
            return
        between = self._sides.between(noun)
        if len(between) > 1:
            yield from self._pairs(noun, between[:1], between[1:], relation)
            return
        toward = self._sides.after(noun, ("with", "to"))
        owners = self._sides.owners(noun)
        if not owners and toward and verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"obj", "obl"}:
            owners = self._sides.subject(verb)
        if len(owners) > 1 and not toward:
            owners, toward = owners[:1], owners[1:]
        yield from self._pairs(noun, owners, toward, relation)

    def _without_relations(self, noun: Token) -> Iterator[Tie]:
        """ "Israel has no diplomatic relations with Iran"."""
        holder = self._sides.subject(noun.head)
        toward = self._sides.after(noun, ("with",)) or holder[1:]
        yield from self._pairs(noun, holder[:1], toward, "estranged_from")

    def _told_of(self, noun: Token) -> set[str]:
        """The qualities given to *noun*: beside it, by its verb, or by what it has gone, grown or become."""
        first, _ = self._sides.left(noun)
        near = [*noun.children, *noun.doc[first : noun.i]]
        verb = noun.head
        if noun.dep_ in {"nsubj", "nsubj:pass", "obj"}:
            near += [verb, *clauses.children(verb, "xcomp", "advmod", "conj", "obl", "obj", "compound:prt")]
        if any(c.dep_ == "cop" for c in verb.children):
            near.append(verb)
        return {t.lemma_.lower() for t in near} | {t.lower_ for t in near}

    # -- verbs

    def _by_verb(self, verb: Token) -> Iterator[Tie]:
        yield from self._by_place(verb)
        yield from self._by_goods(verb)
        yield from self._by_labour(verb)
        lemma = _verb_lemma(verb)
        for part in ("verb", "habit"):
            for frame in frames(part).get(lemma, ()):
                if not self._has_words(verb, frame):
                    continue
                if part == "habit" and not is_habit(verb):
                    dropped(verb, f"tie:{verb.lemma_}", "of one moment")
                    continue
                found = list(self._verb_tie(verb, frame))
                yield from found
                if found:
                    return

    @staticmethod
    def _has_words(verb: Token, frame: Frame) -> bool:
        """Whether the words a frame asks for follow its verb, in order and before the clause ends."""
        i = verb.i + 1
        for wanted in frame.more:
            while i < min(verb.i + _NEAR, verb.sent.end) and wanted not in {verb.doc[i].lemma_, verb.doc[i].lower_}:
                if verb.doc[i].text in {",", ";"}:
                    return False
                i += 1
            if i >= min(verb.i + _NEAR, verb.sent.end):
                return False
            i += 1
        return True

    def _verb_tie(self, verb: Token, frame: Frame) -> Iterator[Tie]:
        if is_denied(verb) != frame.denied or not is_real(verb):
            dropped(verb, f"tie:{verb.lemma_}", "denied, or only possible")
            return
        if not frame.more and any(clauses.marker(c) == "to" for c in clauses.children(verb, "xcomp", "ccomp")):
            dropped(verb, f"tie:{verb.lemma_}", "asks for an act")
            return
        holder, target = self._of_verb(verb, frame)
        if not target and self._sides.is_mutual(verb):
            holder = holder if len(holder) > 1 else self._sides.main_pair(verb)
            target = holder[::-1]
        if not target and len(holder) > 1 and frame.prepositions and frame.relation in _EITHER_WAY:
            holder, target = holder[:1], holder[1:]
        yield from self._directed(verb, holder, target, frame)

    def _of_verb(self, verb: Token, frame: Frame) -> tuple[list[str], list[str]]:
        """Both sides of a verb, in the order of the active."""
        if frame.prepositions:
            word = self._last_word(verb, frame)
            target = self._sides.after(verb, frame.prepositions)
            return self._sides.subject(verb), self._sides.after(word, frame.prepositions) or target
        if frame.between and clauses.is_passive(verb):
            kept = [p for o in clauses.objects(verb) for p in self._sides.of(o)]
            return [p for a in clauses.agents(verb) for p in self._sides.of(a)], kept
        if frame.between:
            return self._sides.subject(verb), self._sides.amid(verb, self._last_word(verb, frame))
        loose = verb.lemma_ in hanging("loose")
        target = [p for o in clauses.objects(verb) for p in self._sides.of(o, loose=loose)]
        by = clauses.children(verb, "obl:agent")
        if clauses.is_passive(verb) or (by and verb.tag_ == "VBN"):
            target = target or self._sides.of(clauses.subject(verb))
            target = [p for p in target if not self._sides.is_group(p)]
            return [p for a in clauses.agents(verb) for p in self._sides.of(a)], target
        if frame.word == "owe":
            target = self._sides.of(self._sides.first_named(verb)) or target
        if loose and not target and verb.pos_ not in {"VERB", "AUX"}:
            target = self._sides.of(self._sides.first_named(verb, _NEAR))
        target = target or [p for o in clauses.children(verb, "iobj") for p in self._sides.of(o, loose=loose)]
        return self._sides.subject(verb), target or self._sides.taken_up(verb)

    @staticmethod
    def _last_word(verb: Token, frame: Frame) -> Token:
        if not frame.more:
            return verb
        last = frame.more[-1]
        return next((t for t in verb.doc[verb.i + 1 : verb.i + _NEAR] if last in {t.lemma_, t.lower_}), verb)

    def _by_place(self, verb: Token) -> Iterator[Tie]:
        """ "The river that divides the countries"."""
        table = lexicon("ties")["place"]
        if verb.lemma_ not in table["verbs"]:
            return
        under = clauses.subject(verb)
        if under is not None and under.lemma_ in table["nouns"] and not clauses.is_passive(verb):
            sides = [p for o in clauses.objects(verb) for p in self._sides.of(o)]
            sides += self._sides.after(verb, ("from",))
            yield from self._pairs(verb, sides[:1], sides[1:2], "adjacent")

    def _by_goods(self, verb: Token) -> Iterator[Tie]:
        """ "The islands live on Venezuelan oil"."""
        table = lexicon("ties")["goods"]
        if verb.lemma_ in table["verbs"] and is_real(verb):
            kept = [c for c in clauses.prepositional(verb, "on", "off") if c.lemma_ in table["nouns"]]
            owners = [p for c in kept for p in self._sides.of(c)]
            yield from self._pairs(verb, self._sides.subject(verb) if owners else [], owners, "depends_on")

    def _by_labour(self, verb: Token) -> Iterator[Tie]:
        """ "North Korean labourers work on Russian farms"."""
        table = lexicon("ties")["labour"]
        under = clauses.subject(verb)
        counted = clauses.prepositional(under, "of") if under is not None else []
        under = next((t for t in counted if t.lemma_ in table["nouns"]), under)
        if verb.lemma_ in table["verbs"] and under is not None and under.lemma_ in table["nouns"] and is_habit(verb):
            where = self._sides.after(verb, ("in", "on", "at"))
            yield from self._pairs(verb, self._sides.owners(under), where, "supplies_labour_to")

    # -- qualities, compounds

    def _by_quality(self, word: Token) -> Iterator[Tie]:
        """ "X is wary of Y", "forces loyal to Y", "X, at odds with Y"."""
        for frame in (*frames("adjective").get(word.lower_, ()), *frames("adjective").get(word.lemma_, ())):
            if not self._follows(word, frame):
                continue
            head = self._last_word(word, frame)
            target = self._sides.after(head, frame.prepositions)
            holder = self._qualified(word, head)
            if (
                not target
                and len(holder) > 1
                and frame.relation in _EITHER_WAY
                and (frame.more or word.lower_ in {"hostile", "estranged", "allied", "deadlocked"})
            ):
                holder, target = holder[:1], holder[1:]
            if target and not holds_as_quality(head):
                dropped(word, f"tie:{word.lemma_}", "denied, or only possible")
                return
            yield from self._directed(head, holder, target, frame)
            return

    @staticmethod
    def _follows(word: Token, frame: Frame) -> bool:
        """Whether the whole phrase stands there, its preposition within two words of it."""
        after = [t.lower_ for t in word.doc[word.i + 1 : min(word.i + 5 + len(frame.more), word.sent.end)]]
        if frame.more:
            return frame.more[-1] in after[:2]
        return any(w in frame.prepositions for w in after[:3])

    def _qualified(self, word: Token, head: Token) -> list[str]:
        """Of whom a quality is said: the subject, the noun it follows, or the name it is set beside."""
        if any(c.dep_ == "cop" for c in head.children):
            return self._sides.subject(head)
        verb = head.head
        if any(c.dep_ == "cop" for c in verb.children) and head.dep_ != "conj":
            return self._sides.subject(verb)
        if verb.pos_ in {"VERB", "AUX"} and (verb.lemma_ in hanging("being") or head.dep_ == "xcomp"):
            return self._sides.subject(verb)
        if head.pos_ == "VERB" and clauses.children(head, "nsubj:pass", "nsubj"):
            return self._sides.subject(head)
        return self._sides.right_before(word) or (
            self._sides.of(verb) if verb.pos_ in {"NOUN", "PROPN"} and head.dep_ != "conj" else []
        )

    def _by_compound(self, word: Token) -> Iterator[Tie]:
        """ "Iranian-backed rebels", "the pro-Russian party": a name, a hyphen, a participle or prefix."""
        doc, i = word.doc, word.i
        if i + 1 < word.sent.end and doc[i + 1].text == "-" and word.lower_ in frames("prefix"):
            frame = frames("prefix")[word.lower_][0]
            other = self._sides.named_in(doc[i + 2]) if i + 2 < word.sent.end else []
            yield from self._pairs(word, self._sides.compounded(word, i + 3, other), other, frame.relation)
        elif i - 2 >= word.sent.start and doc[i - 1].text == "-" and word.lower_ in frames("compound"):
            frame = frames("compound")[word.lower_][0]
            one = self._sides.named_in(doc[i - 2])
            yield from self._pairs(word, one, self._sides.compounded(word, i + 1, one), frame.relation)

    # -- what is yielded

    def _directed(self, head: Token, ones: list[str], others: list[str], frame: Frame) -> Iterator[Tie]:
        if frame.reversed:
            ones, others = others, ones
        yield from self._pairs(head, ones, others, frame.relation)

    def _pairs(self, head: Token, ones: list[str], others: list[str], relation: Relation) -> Iterator[Tie]:
        if not (ones and others):
            dropped(head, f"tie:{head.lemma_}", "both sides must be known")
        for one in dict.fromkeys(ones):
            for other in dict.fromkeys(others):
                if self._sides.can_tie(one) and self._sides.can_tie(other) and self._is_new(one, other, relation):
                    yield from self._tie(head, one, other, relation)

    def _is_new(self, one: str, other: str, relation: Relation) -> bool:
        """Whether a pair is two parties, or two persons of one, and was not told before."""
        apart = one != other and ":" in one and ":" in other
        sides = (party_of(one), party_of(other))
        if sides[0] == sides[1]:
            if not apart:
                return False
            sides = (one, other)
        if relation in _EITHER_WAY:
            sides = (min(sides), max(sides))
        key = (*sides, relation)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _tie(self, head: Token, one: str, other: str, relation: Relation) -> Iterator[Tie]:
        barred = clauses.children(head, "conj", "acl:relcl", "parataxis", "advcl")
        evidence = self._text.evidence(head, *clauses.phrase(head, without=barred))
        if evidence is None:
            return
        yield Tie(
            id="",
            evidence=(evidence,),
            from_=(one,),
            to=(other,),
            relation=relation,
            time="past" if is_past(head) else None,
            attribution=self._attributions.of(head).label,
            modality=self._attributions.hedge(head),
            confidence=0.6,
            rule=f"tie:{head.lemma_}",
        )

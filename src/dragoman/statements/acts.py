"""Acts: who did, does, will or would not do what to whom, typed by the PLOVER event types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.statements import clauses
from dragoman.statements.attribution import Attributions
from dragoman.statements.lexicon import lexicon
from dragoman.statements.stances import stance_words
from dragoman.statements.statement import Act, Event, Status
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who, party_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Acts"]

_PAST = {"VBD", "VBN"}
_UNREAL = {"if", "unless", "whether", "lest", "before", "until", "provided", "once", "should"}
_PURPOSE = {"for", "of", "without", "to", "from", "on", "at", "in", "about", "against", "over"}


@dataclass(frozen=True)
class ActWord:
    """One verb or noun of acting with its frame; see ``lexicon/acts.toml`` for what the fields mean."""

    event: Event
    particle: str
    target: tuple[str, ...]
    object: frozenset[str]
    leaving: frozenset[str]
    mutual: bool
    speech: bool
    needs_target: bool
    place_target: bool
    sure: float
    signed: frozenset[str]


@cache
def _words(part: str) -> dict[str, tuple[ActWord, ...]]:
    found: dict[str, list[ActWord]] = {}
    for entry in lexicon("acts")[part]:
        for word in entry["words"]:
            lemma, _, particle = word.partition("+")
            found.setdefault(lemma, []).append(_act_word(entry, particle))
    return {
        lemma: tuple(sorted(w, key=lambda word: (not word.leaving, word.particle == "", not word.object)))
        for lemma, w in found.items()
    }


def _act_word(entry: dict[str, Any], particle: str) -> ActWord:
    return ActWord(
        event=entry["event"],
        particle=particle,
        target=tuple(entry.get("target", ())),
        object=frozenset(entry.get("object", ())),
        leaving=frozenset(entry.get("from", ())),
        mutual=entry.get("mutual", False),
        speech=entry.get("speech", False),
        needs_target=entry.get("needs_target", False),
        place_target=entry.get("place_target", False),
        sure=entry["sure"],
        signed=frozenset(entry.get("signed", ())),
    )


class Acts:
    """Reads the acts of one article."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._text = text
        self._who = who
        self._attributions = attributions
        self._carriers = {status: frozenset(words) for status, words in lexicon("acts")["carriers"].items()}
        self._seen: set[tuple[frozenset[str], str | None]] = set()

    def read(self) -> Iterator[Act]:
        """Yield acts in text order."""
        for token in self._text.words():
            if token.pos_ in {"VERB", "AUX"}:
                yield from self._by_verb(token)
            elif token.pos_ in {"NOUN", "PROPN"}:
                yield from self._by_noun(token)

    def _by_verb(self, verb: Token) -> Iterator[Act]:
        for word in _words("verb").get(verb.lemma_, ()):
            if not self._fits(verb, word):
                dropped(verb, f"{word.event}:{verb.lemma_}", "without the object or preposition of an act")
                continue
            status = self._status(verb)
            actor = self._actor(verb)
            target = tuple(p for p in self._target(verb, word) if p not in actor)
            if word.mutual and not target and len(actor) > 1:
                target = actor[::-1]
            if status is None or not actor:
                why = "only wished, ordered or aimed at" if status is None else "who acts is not known"
                dropped(verb, f"{word.event}:{verb.lemma_}", why)
                return
            if word.needs_target and not target and not (word.event == "THREATEN" and clauses.children(verb, "xcomp")):
                dropped(verb, f"{word.event}:{verb.lemma_}", "whom it is done to is not known")
                continue
            if word.mutual and target:
                actor, target = _both(actor, target)
            if not target and word.event in {"CONCEDE", "RETREAT", "ASSAULT", "THREATEN"}:
                target = self._facing(actor)
            start, end = self._range(verb)
            yield from self._act(verb, word, actor, target, status, start, end, f"verb:{verb.lemma_}")
            return

    def _fits(self, verb: Token, word: ActWord) -> bool:
        if (
            word.particle
            and not any(c.lower_ == word.particle for c in verb.children)
            and not clauses.prepositional(verb, word.particle)
        ):
            return False
        if word.leaving:
            return any(t.lemma_ in word.leaving for t in clauses.prepositional(verb, "from", "of", "on"))
        if word.object:
            nouns = [
                part for noun in clauses.objects(verb) for part in [noun, *clauses.children(noun, "nmod", "compound")]
            ]
            return any(noun.lemma_ in word.object for noun in nouns)
        return not (word.speech and not self._is_speech_act(verb, word))

    def _is_speech_act(self, verb: Token, word: ActWord) -> bool:
        return bool(self._target(verb, word))

    def _actor(self, verb: Token) -> tuple[str, ...]:
        if clauses.is_passive(verb):
            return tuple(p for agent in clauses.agents(verb) for p in self._who.parties(agent))
        if verb.dep_ == "acl" and clauses.marker(verb) == "to":
            return tuple(p for agent in clauses.agents(verb.head) for p in self._who.parties(agent))
        return self._who.parties(clauses.subject(verb))

    def _target(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        found: list[str] = []
        if "obj" in word.target:
            for noun in [*clauses.objects(verb), *clauses.children(verb, "iobj")]:
                found += self._who.parties(noun) or self._owner(noun)
        others = tuple(p for p in word.target if p != "obj")
        around = [verb, *(clauses.objects(verb) if others else [])]
        for head in around:
            for phrase in clauses.prepositional(head, *others):
                if word.place_target or word.event == "ASSAULT" or not self._is_place(phrase):
                    found += self._who.parties(phrase) or self._owner(phrase)
        if not found and (word.speech or word.event in {"THREATEN", "ACCUSE"}):
            found = self._asked(verb)
        if not found and word.event == "THREATEN":
            found = self._warned(verb)
        return tuple(dict.fromkeys(found))

    def _asked(self, verb: Token) -> list[str]:
        """Who a speech act is aimed at, where only its content names them: "threatened to shell Iraqi towns"."""
        for content in clauses.children(verb, "xcomp", "ccomp", "obj"):
            aside = {t.i for c in content.subtree if c.dep_ in {"advcl", "acl:relcl"} for t in c.subtree}
            for noun in content.subtree:
                if noun.pos_ not in {"PROPN", "NOUN"} or noun.i in aside or self._is_place(noun):
                    continue
                found = self._who.parties(noun) or self._owner(noun)
                if found:
                    return list(found)
        return []

    def _warned(self, verb: Token) -> list[str]:
        """Whose conduct would bring a threat about: "threatened to leave if Iraq closed the border"."""
        hung = [clause for clause in verb.subtree if clause.dep_ == "advcl" and clause.i > verb.i]
        return [
            party
            for clause in hung
            if clauses.marker(clause) in {"if", "unless", "until"}
            for party in self._who.parties(clauses.subject(clause))
        ]

    def _owner(self, noun: Token) -> tuple[str, ...]:
        """Whose offer was rejected, whose ships were seized: the possessor or the adjective of origin."""
        for child in clauses.children(noun, "nmod:poss", "amod", "compound"):
            if child.dep_ == "nmod:poss" or self._text.at.get(child.i):
                found = self._who.parties(child)
                if found:
                    return found
        for child in clauses.prepositional(noun, "by", "from", "of", "on", "against"):
            if not self._is_place(child):
                found = self._who.parties(child)
                if found:
                    return found
        return ()

    def _is_place(self, token: Token) -> bool:
        """True for "in Tehran", and for a capital after "to" or "from"; "apologised to Brazil" names no place."""
        inside = clauses.preposition(token) in {"in", "at", "near", "outside", "inside"}
        return any(m.place and (inside or m.sort == "capital") for m in self._text.at.get(token.i, ()))

    def _status(self, verb: Token) -> Status | None:
        """How real the act is; None where the words only wish or order it."""
        head = clauses.governor(verb)
        chain = (
            verb.dep_ in {"xcomp", "acl", "ccomp", "conj", "advcl"}
            and clauses.marker(clauses.first_conjunct(verb)) == "to"
        )
        if head.lemma_ in {"deny", "denial"} and verb.dep_ in {"ccomp", "xcomp", "advcl", "acl"}:
            return "denied"
        if head.lemma_ in self._carriers["feared"] and verb.dep_ in {"ccomp", "acl"}:
            return "hypothetical"
        if chain and head.lemma_ in self._carriers["wished"]:
            return None
        if chain and head.lemma_ in self._carriers["denied"]:
            return "denied"
        if chain and head.lemma_ == "have" and any(c.lower_ == "yet" for c in [*head.children, *verb.children]):
            return "denied"
        if any(clauses.marker(outer) in _UNREAL for outer in [verb, *verb.ancestors][:3]):
            return "hypothetical"
        if verb.tag_ == "VBG" and (clauses.marker(verb) or clauses.preposition(verb)) in _PURPOSE:
            return None
        if clauses.is_negated(verb):
            return "denied"
        modals = clauses.modals(verb)
        if modals & {"must", "should", "ought", "shall", "need"}:
            return None
        if modals & {"may", "might", "could", "can", "cannot"}:
            return "hypothetical"
        if "will" in modals or "be to" in modals:
            return "planned"
        if "would" in modals:
            return "planned" if self._attributions.of(verb).verb is not None else "hypothetical"
        if chain:
            return self._carried(verb, head)
        if verb.tag_ == "VBG" and (
            modals & {"be", "is", "are", "'s", "'re"} or head.lemma_ in self._carriers["ongoing"]
        ):
            return "ongoing"
        if verb.tag_ in {"VBP", "VBZ"}:
            return "ongoing"
        if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"}:
            return "done"
        return "done" if verb.tag_ in _PAST else None

    def _carried(self, verb: Token, head: Token) -> Status | None:
        if head.lemma_ in self._carriers["ongoing"]:
            return self._status(head) if head.pos_ == "VERB" else "ongoing"
        if head.lemma_ in self._carriers["planned"] or head.lemma_ == "decision":
            return "done" if head.lemma_ == "decision" else "planned"
        if (
            head.pos_ == "VERB"
            and verb.dep_ in {"advcl", "xcomp"}
            and head.tag_ in _PAST
            and head.lemma_ in {"travel", "fly", "head", "go", "come", "arrive"}
        ):
            return "done"
        return None

    def _range(self, verb: Token) -> tuple[int, int]:
        barred = [
            c for c in verb.children if c.dep_ in {"parataxis", "advcl", "conj", "ccomp"} and clauses.is_clause(c)
        ]
        return clauses.phrase(verb, without=barred)

    def _by_noun(self, noun: Token) -> Iterator[Act]:
        words = _words("noun").get(noun.lemma_.lower(), ())
        if not words or clauses.is_negated(noun):
            return
        if words[0].event == "CONSULT":
            yield from self._meeting(noun, words[0])
        elif words[0].signed:
            yield from self._agreement(noun, words[0])
        else:
            yield from self._named_act(noun, words[0])

    def _meeting(self, noun: Token, word: ActWord) -> Iterator[Act]:
        """ "the Kim-Trump summit", "talks between X and Y": once for each pair and month."""
        if noun.dep_ == "obj" and noun.head.lemma_ in _words("verb"):
            return
        if noun.dep_ in {"obj", "obl"} and noun.head.lemma_ in stance_words("verb"):
            return
        sides = self._sides(noun)
        if len({party_of(side) for side in sides}) < 2:
            dropped(noun, f"{word.event}:{noun.lemma_.lower()}", "both sides must be known")
            return
        date = self._date(noun)
        key = (frozenset(party_of(side) for side in sides), (date or "")[:7] or None)
        if key in self._seen or ((key[0], None) in self._seen and date is None):
            dropped(noun, f"{word.event}:{noun.lemma_.lower()}", "told before in the article")
            return
        self._seen.add(key)
        yield from self._noun_act(noun, word, sides, sides[::-1], self._noun_status(noun))

    def _agreement(self, noun: Token, word: ActWord) -> Iterator[Act]:
        """ "the framework reached in Lausanne on April 2", "the interim accord of November 2013": dated, so done."""
        made = [
            c
            for c in clauses.children(noun, "acl", "acl:relcl")
            if c.lemma_ in word.signed and c.tag_ in {"VBN", "VBD"}
        ]
        if self._date(noun) is None or (noun.dep_ == "obj" and noun.head.lemma_ in word.signed):
            return
        if not made and not any(clauses.preposition(c) in {"of", "in"} for c in noun.children if self._text.is_date(c)):
            return
        sides = self._sides(noun) or self._who.commonest(2)
        if len(sides) > 1:
            yield from self._noun_act(noun, word, sides, sides[::-1], "done")

    def _named_act(self, noun: Token, word: ActWord) -> Iterator[Act]:
        """ "Russia's attack on Odesa", "Egyptian criticism of Ethiopia": where both sides are named."""
        actor = [
            p
            for c in clauses.children(noun, "nmod:poss", "amod", "compound")
            if c.dep_ == "nmod:poss" or self._text.at.get(c.i)
            for p in self._who.parties(c)
        ]
        actor += [p for c in clauses.prepositional(noun, "by") for p in self._who.parties(c)]
        target = [p for c in clauses.prepositional(noun, *word.target) for p in self._who.parties(c) or self._owner(c)]
        target = [p for p in dict.fromkeys(target) if p not in actor]
        if not (actor and target):
            dropped(noun, f"{word.event}:{noun.lemma_.lower()}", "both sides must be named beside the noun")
        if actor and target:
            yield from self._noun_act(noun, word, tuple(dict.fromkeys(actor)), tuple(target), self._noun_status(noun))

    def _noun_act(
        self, noun: Token, word: ActWord, actor: tuple[str, ...], target: tuple[str, ...], status: Status
    ) -> Iterator[Act]:
        start, end = clauses.phrase(noun, without=clauses.children(noun, "acl:relcl", "appos"))
        yield from self._act(noun, word, actor, target, status, start, end, f"noun:{noun.lemma_.lower()}")

    def _facing(self, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Who gains by a concession made to nobody named: the other of the two parties most spoken of."""
        own = {party_of(party) for party in actor}
        pair = self._who.commonest(2)
        return tuple(p for p in pair if p not in own) if own & set(pair) else ()

    def _sides(self, noun: Token) -> tuple[str, ...]:
        found: list[str] = []
        for child in clauses.children(noun, "nmod:poss", "compound", "amod", "nmod:desc"):
            found += self._who.parties(child)
            found += [
                p for part in clauses.children(child, "compound", "conj", "flat") for p in self._who.parties(part)
            ]
        for child in clauses.prepositional(noun, "with", "between", "of", "among"):
            if clauses.preposition(child) != "of" or len(clauses.conjuncts(child)) > 1:
                found += self._who.parties(child)
        if noun.dep_ in {"obj", "obl"} and clauses.prepositional(noun, "with"):
            found += self._who.parties(clauses.subject(noun.head)) if noun.head.pos_ in {"VERB", "AUX"} else ()
        return tuple(dict.fromkeys(found))

    def _noun_status(self, noun: Token) -> Status:
        words = {c.lower_ for c in noun.children}
        if words & {"third", "next", "planned", "upcoming", "further", "new", "possible", "future", "another", "any"}:
            return "hypothetical" if words & {"possible", "third", "another", "any"} else "planned"
        verb = noun.head
        if verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"nsubj", "nsubj:pass", "obj"}:
            modals = clauses.modals(verb)
            if modals & {"will", "be to"}:
                return "planned"
        return "done"

    def _date(self, head: Token) -> str | None:
        start, end = clauses.phrase(head)
        near = [d for d in self._text.dates_in(start, end) if d.iso and not d.deadline]
        return min(near, key=lambda d: abs(d.start - head.idx)).iso if near else None

    def _act(
        self, head: Token, word: ActWord, actor: tuple[str, ...], target: tuple[str, ...], status: Status,
        start: int, end: int, rule: str,
    ) -> Iterator[Act]:  # fmt: skip
        evidence = self._text.evidence(head, start, end)
        if evidence is None:
            return
        date = self._date(head)
        basis = next(
            (d.basis for d in self._text.dates_in(evidence.char_start, evidence.char_end) if d.iso == date), None
        )
        speaker = self._attributions.of(head)
        yield Act(
            id="",
            evidence=(evidence,),
            actor=actor,
            event=word.event,
            target=target,
            date=date,
            date_basis=basis if date else None,
            status=status,
            negated=clauses.is_negated(head),
            polarity="negative" if status == "denied" else "positive",
            attribution=speaker.label,
            quoted=self._attributions.is_quoted(evidence.span_start, evidence.span_end),
            modality=self._attributions.hedge(head),
            confidence=word.sure,
            rule=rule,
        )


def _both(actor: tuple[str, ...], target: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    together = tuple(dict.fromkeys([*actor, *target]))
    return together, together[::-1]

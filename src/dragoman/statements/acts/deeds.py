"""Deeds told by nouns: "Russia's attack on Odesa", "the closure of the border by Chad", "criticism from Berlin"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.acts.days import date_of
from dragoman.statements.acts.frames import FRIENDLY_DEEDS, ActWord, act_words, nominal_verbs, word_list
from dragoman.statements.acts.misread import is_feared_verb
from dragoman.statements.acts.noun_status import is_fact, noun_status
from dragoman.statements.acts.nounparts import chain
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["DeedNouns"]


class DeedNouns:
    """Reads the deeds that the nouns of one article tell."""

    def __init__(self, text: ReadText, who: Who, parties: ActParties) -> None:
        self._text = text
        self._who = who
        self._parties = parties
        self._parts = parties.parts
        self._seen: set[tuple[str, frozenset[str], frozenset[str], str | None]] = set()

    def read(self, noun: Token) -> Iterator[Found]:
        """Yield the deed that *noun* tells, by its own frame or by that of the verb it stands for."""
        frames = act_words("noun").get(noun.lemma_.lower(), ())
        verbs = nominal_verbs().get(noun.lemma_.lower(), ())
        if not (frames or verbs) or mood.is_negated(noun) or _told_by_its_verb(noun) or is_feared_verb(noun):
            return
        objects = self._parts.objects(noun)
        framed = [word for verb in verbs for word in _frames(verb)]
        named = [word for word in framed if (word.object or word.leaving) and _fits(noun, word, objects)]
        for word in (*named, *frames, *(() if named else framed)):
            found = self._by_frame(noun, word, own=word in frames)
            if found is not None:
                yield from self._fresh(found)
                return

    def _by_frame(self, noun: Token, word: ActWord, *, own: bool) -> Found | None:
        objects = self._parts.objects(noun)
        if not own and not _fits(noun, word, objects):
            return None
        rule = f"{word.event}:{noun.lemma_.lower()}"
        status = noun_status(noun, meeting=False)
        sure = date_of(noun, self._text) is not None or is_fact(noun)
        actor, target = self._sides(noun, word, objects, sure=sure)
        if noun.lemma_.lower() == "strike" and not self._is_of_kind(word, actor):
            return None
        if status == "done" and word.event in FRIENDLY_DEEDS and not sure:
            dropped(noun, rule, "not told as something that happened")
            return None
        if status is None or not actor or (not target and word.event not in _ALONE):
            why = "only wished or feared" if status is None else "both sides must be named beside the noun"
            dropped(noun, rule, why)
            return None
        span = stretches.phrase(noun, without=[*clauses.children(noun, "acl:relcl", "appos"), *_joined(noun)])
        return Found(noun, word, actor, target, status, span, f"noun:{noun.lemma_.lower()}", sure=_SURE)

    def _is_of_kind(self, word: ActWord, actor: tuple[str, ...]) -> bool:
        """Whether a strike is what a frame takes it for: the nurses' is no attack, and that of a state no stoppage."""
        if word.event == "ASSAULT":
            return not self._parties.is_union(actor)
        states = [party for party in actor if self._text.names.sort_of(party) == "state"]
        return word.event != "PROTEST" or not actor or len(states) < len(actor)

    def _sides(
        self, noun: Token, word: ActWord, objects: list[Token], *, sure: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who does it, and to whom; the other main party only where it is *sure* that it happened."""
        if word.over:
            sides = next((s for o in objects if len(s := self._parties.sides(o)) > 1), self._who.main_pair(noun))
            return sides, sides[::-1]
        between = self._between(noun, word, objects, sure=sure)
        if between:
            return between, between[::-1]
        actor = self._parts.doers(noun, coerced=word.event == "COERCE", sent=word.event in _SENT)
        striking = self._striking(noun) if not actor and word.event == "PROTEST" else None
        if striking:
            return (striking,), self._parties.facing(word, (striking,))
        if not actor and word.event in _MOVED and sure:  # "the deployment of Russian warships off the coast"
            actor = next((found for o in objects if (found := self._parties.doer(o) or self._parties.owner(o))), ())
        own = {party_of(p) for p in actor}
        target = self._answering(noun, own) if word.speech else ()
        target = target or self._aimed(noun, word, objects, own) or (self._said_of(noun, own) if word.speech else ())
        if actor and not target and word.event in _FORCED:
            target = self._parties.hurt(noun, own) or self._parties.grounds(noun, own)
        if actor and not target and word.event == "CONSULT":
            target = tuple(p for p in self._who.main_pair(noun) if p not in own)
        if actor and not target:
            target = tuple(p for p in self._moved(noun) if party_of(p) not in own)
        if actor and not target and sure and (word.facing or word.speech):
            target = self._parties.facing(word, actor)
        return actor, tuple(p for p in dict.fromkeys(target) if p not in actor)

    def _striking(self, noun: Token) -> str | None:
        """ "The strike of June 3", "a six-week strike", "the walkout shut two plants": in a labour dispute, theirs."""
        union = self._who.cast.bargaining.union
        others = noun.lemma_ in {"protest", "march", "rally", "demonstration"}
        if not union or others or clauses.preposition(noun) in {"on", "for"}:
            return None
        verb = noun.head
        lasting = noun.dep_ in {"nsubj", "nsubj:outer"} and verb.tag_ in {"VBD", "VBN"} and verb.lemma_ in _LASTING
        spell = any(t.lemma_.lower() in _SPELLS for t in noun.doc[noun.left_edge.i : noun.i] if t.head is not verb)
        return union if date_of(noun, self._text) is not None or lasting or spell else None

    def _between(self, noun: Token, word: ActWord, objects: list[Token], *, sure: bool) -> tuple[str, ...]:
        """Both sides of what lies between them: "clashes between", "the signing of the accord between"."""
        amid = [head for lead, head in chain(noun) if lead == "between"]
        if not amid and noun.dep_ == "nsubj" and noun.head.pos_ == "VERB":  # "fighting flared between"
            around = [noun.head, *clauses.objects(noun.head)]
            amid = [part for head in around for part in clauses.prepositional(head, "between")]
        if not amid and "with" in word.target and (hurt := self._parties.hurt(noun, set())):  # "died in clashes with"
            others = tuple(p for lead, head in chain(noun) if lead == "with" for p in self._parties.doer(head))
            return (*hurt, *(p for p in others if p not in hurt)) if others else ()
        if amid:
            sides = tuple(dict.fromkeys(p for head in amid for p in self._parties.doer(head)))
        elif word.mutual and sure:
            sides = next((s for o in objects if len(s := self._parties.sides(o)) > 1), ())
        else:
            return ()
        return sides if len({party_of(p) for p in sides}) > 1 else ()

    def _answering(self, noun: Token, own: set[str]) -> tuple[str, ...]:
        """Who meets what is said to them: "Chad rebuffed American pressure to disarm the rebels"."""
        verb = noun.head
        if noun.dep_ != "obj" or verb.lemma_ not in word_list("carriers", "answering") or clauses.is_passive(verb):
            return ()
        return tuple(p for p in self._who.parties(clauses.subject(verb)) if party_of(p) not in own)

    def _moved(self, noun: Token) -> tuple[str, ...]:
        """Whom a word moved to act: "after an appeal by Chad, Mali let them in", "at the request of", "despite".

        So did what angered them, or "drew a rebuke from Poland".
        """
        verb = noun.head
        if noun.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_ in word_list("carriers", "moving"):
            hit = [
                *clauses.objects(verb),
                *(p for o in clauses.objects(verb) for p in clauses.prepositional(o, "from")),
            ]
            return next((found for token in hit if (found := self._who.parties(token))), ())
        lead = clauses.preposition(noun) or clauses.marker(noun).lower()
        if noun.dep_ == "obj" and verb.lemma_ in _DRAWING and (under := clauses.subject(verb)) is not None:
            return self._who.parties(under) or self._parties.owner(under)
        if lead in {"against", "from"} and verb.lemma_ in _SHIELDING:
            return next((found for o in clauses.objects(verb) if (found := self._who.parties(o))), ())
        anchored = noun.dep_ in {"obl", "advcl"} and lead in _MOVING and verb.pos_ == "VERB"
        return self._who.parties(clauses.subject(verb)) if anchored and not clauses.is_passive(verb) else ()

    def _aimed(self, noun: Token, word: ActWord, objects: list[Token], own: set[str]) -> tuple[str, ...]:
        """To whom it is done: what is acted on, whose that is, or who stands behind a preposition of the frame."""
        named = list(objects) if "obj" in word.target else []
        aimed = [(lead, head) for lead, head in chain(noun) if lead in word.target]
        named += [head for lead, head in aimed if lead != "in"] or [head for _, head in aimed]
        owned = objects if word.object else []
        for party in (self._who.parties, self._parties.owner):
            found = [p for head in named for p in party(head) if party_of(p) not in own]
            if found:
                return tuple(found)
        found = [p for head in owned for p in self._parties.owner(head) if party_of(p) not in own]
        return tuple(found) or self._in_reach(noun, own)

    def _in_reach(self, noun: Token, own: set[str]) -> tuple[str, ...]:
        """The first other party in the phrases behind *noun*: "the suspension of its membership in the bloc"."""
        for lead, head in chain(noun):
            if lead in {"by", "under", "in response to"} or self._parties.is_place(head):
                continue
            found = tuple(p for p in self._who.parties(head) if party_of(p) not in own)
            if found:
                return found
        return ()

    def _said_of(self, noun: Token, own: set[str]) -> tuple[str, ...]:
        """Whom words are about by their content: "accusations that Chad armed rebels", "a call for Chad to leave"."""
        for clause in clauses.children(noun, "acl", "ccomp", "acl:relcl"):
            if clauses.marker(clause) not in {"that", "to", "for"}:
                continue
            named = [clauses.subject(clause), *(t for t in clause.subtree if t.pos_ in {"PROPN", "NOUN", "ADJ"})]
            for token in named:
                found = tuple(p for p in self._who.parties(token) if party_of(p) not in own) if token else ()
                if found:
                    return found
        return ()

    def _fresh(self, found: Found) -> Iterator[Found]:
        """*found*, unless the article has told the same deed before and this names no other day."""
        sides = (frozenset(map(party_of, found.actor)), frozenset(map(party_of, found.target)))
        key = (found.head.lemma_.lower(), *sides, date_of(found.head, self._text))
        if key in self._seen or (key[3] is None and any(seen[:3] == key[:3] for seen in self._seen)):
            dropped(found.head, f"{found.word.event}:{found.head.lemma_.lower()}", "told before in the article")
            return
        self._seen.add(key)
        yield found


_SURE = 0.5
_LASTING = {
    "last", "shut", "halt", "cost", "close", "idle", "begin", "enter", "stop", "cripple", "paralyse", "paralyze", "end",
    "start", "ground", "drag", "disrupt", "delay",
}  # fmt: skip
"""What a strike does that has happened."""
_SPELLS = {"day", "week", "month", "hour", "first", "longest", "biggest", "largest", "last", "latest"}
_MOVING = {
    "after", "following", "despite", "at", "under", "upon", "in response to", "in the face of", "because of",
    "on", "in defiance of",
}  # fmt: skip
_SHIELDING = {"defend", "protect", "shield", "guard", "save"}
"""Verbs whose object suffers what it is shielded from: "defended Armenia against attacks by Azerbaijan"."""
_DRAWING = {
    "draw", "elicit", "earn", "provoke", "prompt", "trigger", "spark", "attract", "bring", "repel", "repulse",
    "withstand", "suffer", "survive", "endure", "beat", "fend", "ward", "weather",
}  # fmt: skip
"""Verbs whose subject has to do with the deed that is their object: he moved others to it, or it was aimed at him."""
_ALONE = {"MOBILIZE", "RETREAT"}
_MOVED = {"MOBILIZE", "RETREAT"}
"""What forces do of which only the noun says whose they are."""
_FORCED = {"ASSAULT", "COERCE"}
_SENT = {"AGREE", "ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AID", "PROTEST"}
"""What comes "from" somebody: offers, criticism, requests, support, loans."""


def _frames(verb: str) -> tuple[ActWord, ...]:
    lemma, _, particle = verb.partition("+")
    return tuple(word for word in act_words("verb").get(lemma, ()) if word.particle == particle and not word.by)


def _fits(noun: Token, word: ActWord, objects: list[Token]) -> bool:
    """True where the frame of a verb fits the noun that stands for it."""
    lemmas = {o.lemma_.lower() for o in objects}
    lemmas |= {c.lemma_.lower() for o in objects for c in clauses.children(o, "nmod", "compound")}
    if word.over:
        return bool(lemmas & word.over)
    if word.leaving:
        return any(head.lemma_ in word.leaving for lead, head in chain(noun) if lead in {"from", "of"})
    if word.infinitive or word.complement:
        return False
    return bool(lemmas & word.object) if word.object else True


def _joined(noun: Token) -> list[Token]:
    """What is coordinated with *noun*: an act of its own."""
    return [c for c in noun.children if c.dep_ == "conj"]


def _told_by_its_verb(noun: Token) -> bool:
    """ "Launched an attack": the verb tells the act already."""
    if noun.dep_ not in {"obj", "nsubj:pass"} or noun.head.lemma_ in word_list("carriers", "announcing"):
        return False
    if noun.dep_ == "nsubj:pass" and not clauses.agents(noun.head):
        return False
    return any(noun.lemma_ in word.object for word in act_words("verb").get(noun.head.lemma_, ()))

"""The action a stance is about: its words, who would do it, to what degree and by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.action_words import ActionWords
from dragoman.statements.lexicon import lexicon
from dragoman.statements.named_doers import NamedDoers
from dragoman.statements.text import ReadText
from dragoman.statements.unnamed import Unnamed
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Action", "Actions"]

_EMPTY = {"ADP", "ADV", "SCONJ", "DET", "INTJ", "CCONJ", "PUNCT"}
"""Parts of speech that head no action: "declined while it was under way"."""
_RULING = {
    "obligation",
    "rule",
    "requirement",
    "provision",
    "clause",
    "commitment",
    "guarantee",
    "resolution",
    "language",
}
"""Nouns for what binds: "obligations for airlines" are no airlines to be had."""


_OUTLINED = {"compromise", "arrangement", "formula", "scheme", "package", "solution", "bargain"}
"""Nouns that hold an action where a clause tells it: "a compromise under which the ships would leave"."""
_TIMES = {
    "day", "week", "fortnight", "month", "year", "hour", "weekend", "time", "summer", "winter", "pause", "respite",
}  # fmt: skip
"""Nouns for a time that is used for something: "use the week to consult"."""
_SIGN = re.compile(r"(\w*[$€£¥₹]) (?=\d)")
_UNIT = re.compile(r"((?:[$€£¥₹]|\bN)[\d.,]+) (m|bn|tn|k)\b")
_GLUED = re.compile(r" (['’]s?\b|%)")
_BEFORE = re.compile(r"\w{0,3}[$€£¥₹]$")
_SIGN_REACH = 4
"""Characters before an action in which the sign of its money stands: "NZ$"."""


@dataclass(frozen=True)
class Action:
    """Something that could be done: who would do it, in which words, where they stand."""

    head: Token
    words: str
    start: int
    end: int
    doer: tuple[str, ...]
    inferred: bool
    recipient: tuple[str, ...]
    degree: Literal["partial", "full"] | None


class Actions:
    """Finds actions in one article, and who would do those whose doer is not named."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who
        self._lexicon = lexicon("positions")
        self.people = frozenset(lexicon("nouns")["people"])
        self._named = NamedDoers(text, who)
        self._wording = ActionWords(text, self.is_party, lambda token: bool(who.parties(token)))
        self._containers = frozenset(self._lexicon["containers"]["words"])
        self.unnamed = Unnamed(text, who, who.cast)
        self._binding = frozenset(self._lexicon["binding"]["verbs"])

    def of(
        self, head: Token, *, doer: tuple[str, ...] = (), default: tuple[str, ...] = (), phrase: bool = False
    ) -> Action | None:
        """The action that the clause or noun phrase headed by *head* describes.

        *doer* is who is known to act; where it is empty the words are searched, then what the article
        says elsewhere of the same thing, then *default* stands in and the action counts as inferred. With
        *phrase* a noun that a clause is built on stands for itself: "any embargo" in "is against any embargo".
        """
        head = _meant(head)
        if head.i not in self._text.by_token or head.pos_ in _EMPTY:
            return None
        found = doer or (() if phrase else self._named.of(head))
        inferred = not found
        if inferred:
            found = self.unnamed.imposing(head) or default
        start, end = self._range(head, phrase=phrase)
        words = self._wording.of_verb(head) if clauses.is_clause(head) and not phrase else self._wording.of_noun(head)
        if not words:
            return None
        words = _as_written(words, self._text.article.text[max(0, start - _SIGN_REACH) : start])
        return Action(
            head=head,
            words=words,
            start=start,
            end=end,
            doer=found,
            inferred=inferred,
            recipient=self._recipient(head, found),
            degree=self._degree(head),
        )

    def unwrap(self, noun: Token) -> Token:
        """The action inside a noun that merely holds one: from "the idea of easing sanctions" the easing."""
        if noun.pos_ == "NOUN" and noun.lemma_ in _OUTLINED:
            return self._provided(noun) or noun
        if noun.lemma_ not in self._containers or noun.pos_ not in {"NOUN", "PROPN"}:
            return noun
        for child in noun.children:
            if (
                child.dep_ in {"acl", "ccomp", "xcomp", "advcl"}
                and child.i > noun.i
                and (
                    clauses.marker(child) in {"to", "that"}
                    or clauses.preposition(child)
                    or clauses.marker(child) in {"of", "for"}
                )
            ):
                return child
        for child in clauses.prepositional(noun, "of", "for", "to", "on"):
            if child.i > noun.i and child.pos_ not in {"NUM", "SYM"} and not self._who.parties(child):
                return child if noun.lemma_ not in _RULING or self.is_deed(child) else noun
        return self._provided(noun) or noun

    @staticmethod
    def is_deed(noun: Token) -> bool:
        """True for what somebody could do: a clause, or a noun for a deed."""
        deeds = lexicon("nouns")
        return (
            clauses.is_clause(noun)
            or noun.lemma_ in deeds["deeds"]
            or noun.lemma_.endswith(tuple(deeds["deed endings"]))
        )

    def _provided(self, noun: Token) -> Token | None:
        """What a plan would do: "a plan that would require Peru to pay", "under which Chile would return it"."""
        made = [noun, *(g for c in clauses.children(noun, "acl") for g in [c, *c.children])]
        verbs = [c for n in made for c in clauses.children(n, "acl:relcl") if mood.modals(c) & {"would", "will"}]
        if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" and mood.modals(noun.head) & {"would", "will"}:
            verbs += [noun.head] if noun.head.lemma_ in self._binding else []
        for verb in (v for v in verbs if not mood.is_negated(v)):
            inner = [c for c in clauses.children(verb, "xcomp", "ccomp") if c.i > verb.i]
            if verb.lemma_ in self._binding and inner:
                return inner[0]
            leads = [t for t in verb.children if t.tag_ == "WDT" and (t.dep_ == "nsubj" or clauses.preposition(t))]
            if leads and verb.pos_ == "VERB":
                return verb
        return None

    def is_party(self, token: Token) -> bool:
        """True where a phrase names somebody and no action: "support Kim", "urge the rebels"."""
        if token.tag_ in {"PRP", "WP", "WDT"} or (token.pos_ == "PROPN" and self._who.parties(token)):
            return True
        if token.pos_ == "NUM":
            return bool(self._who.parties(token))
        if token.pos_ not in {"NOUN", "ADJ"}:
            return False
        new = any(c.lower_ in {"a", "an"} for c in clauses.children(token, "det"))
        if new and token.lemma_ in self._lexicon["empty"]["gatherings"]:
            return False  # "called for a conference of donors", which does not meet yet
        named = [m for m in self._text.at.get(token.i, ()) if m.sort != "demonym" or m.end == token.idx + len(token)]
        return bool(named) or (token.lemma_ in self.people and bool(self._who.parties(token)))

    def _range(self, head: Token, *, phrase: bool) -> tuple[int, int]:
        barred = [
            c
            for c in head.children
            if c.dep_ in {"advcl", "advcl:relcl", "parataxis"} and c.i > head.i and clauses.marker(c) != "to"
        ]
        barred += [t for t in head.subtree if t.dep_ == "parataxis" and t.pos_ == "NOUN" and t.i > head.i]
        barred += [c for c in head.children if c.dep_ == "conj" or (phrase and c.dep_ in {*clauses.SUBJECTS, "cop"})]
        if not clauses.is_clause(head):
            barred += [c for c in head.children if c.dep_ in {"acl:relcl", "appos"}]
        barred += [t for t in head.subtree if t.lower_ in {"exchange", "return"} and clauses.preposition(t) == "in"]
        start, end = stretches.phrase(head, without=barred)
        if clauses.is_clause(head) and head.dep_ in {"xcomp", "acl", "advcl"}:
            start = min([head.idx, *(c.idx for c in head.children if c.dep_ == "advmod" and c.i < head.i)])
        return start, end

    def _recipient(self, head: Token, doer: tuple[str, ...]) -> tuple[str, ...]:
        found: list[str] = []
        aside = {t.i for t in head.subtree if t.dep_ in {"acl:relcl", "advcl", "parataxis"} for t in t.subtree}
        for token in head.subtree:
            if (
                token != head
                and token.i not in aside
                and token.dep_ in {"obj", "iobj", "obl", "nmod"}
                and not clauses.preposition(token).startswith("by")
            ):
                found += [p for p in self._who.parties(token) if p not in doer]
        return tuple(dict.fromkeys(found))[:3]

    def _degree(self, head: Token) -> Literal["partial", "full"] | None:
        words = {t.lower_ for t in stretches.under(head)}
        said = " ".join(t.lower_ for t in stretches.under(head))
        if words & set(self._lexicon["degree"]["full"]) or any(p in said for p in self._lexicon["degree"]["phrases"]):
            return "full"
        return "partial" if words & set(self._lexicon["degree"]["partial"]) else None


def _meant(verb: Token) -> Token:
    """ "Use the week to consult", "see to it that the debt is paid": what is to be done in that time, or seen to."""
    near = verb.doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)] if verb.lemma_ == "use" else ()
    for time, lead, deed in zip(near, near[1:], near[2:], strict=False):
        if time.lemma_ in _TIMES and lead.lower_ == "to" and deed.tag_ == "VB":
            return deed
    if verb.lemma_ != "see" or [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] != ["to", "it"]:
        return verb
    seen = (c for t in [verb, *verb.children] for c in clauses.children(t, "ccomp", "acl", "acl:relcl", "advcl"))
    return next((c for c in seen if clauses.marker(c) == "that"), verb)


def _as_written(words: str, before: str) -> str:
    """Words joined as one writes them: "$2bn", "the city's", "5%"; *before* is what stands right before them.

    >>> _as_written("pay $ 3 m to the city 's schools", "")
    "pay $3m to the city's schools"
    >>> _as_written("2 billion", "has pledged $")
    '$2 billion'
    """
    sign = _BEFORE.search(before) if words[0].isdigit() else None
    words = (sign.group() if sign else "") + words
    return _GLUED.sub(r"\1", _UNIT.sub(r"\1\2", _SIGN.sub(r"\1", words)))

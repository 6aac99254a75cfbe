"""The action a stance is about: its words, who would do it, to what degree and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.text import ReadText
from dragoman.statements.unnamed import Unnamed
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Action", "Actions"]

_SKIPPED = {"nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "punct", "cc", "discourse", "expl", "cop", "csubj"}
_EMPTY = {"ADP", "ADV", "SCONJ", "DET", "INTJ", "CCONJ", "PUNCT"}
"""Parts of speech that head no action: "declined while it was under way"."""
_ORIGINS = {"state", "demonym", "capital", "seat", "organisation", "bloc", "movement"}
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
_OF_CHANGE = ("of", "to", "in", "on")
_DROPPED_CLAUSES = {"advcl", "advcl:relcl", "parataxis", "acl:relcl", "conj", "appos"}


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
        self._words = lexicon("doers")
        self._containers = frozenset(self._lexicon["containers"]["words"])
        self.unnamed = Unnamed(text, who, who.cast)
        self._binding = frozenset(self._lexicon["binding"]["verbs"])
        self._giving = frozenset(self._lexicon["giving"]["words"])

    def of(
        self, head: Token, *, doer: tuple[str, ...] = (), default: tuple[str, ...] = (), phrase: bool = False
    ) -> Action | None:
        """The action that the clause or noun phrase headed by *head* describes.

        *doer* is who is known to act; where it is empty the words are searched, then what the article
        says elsewhere of the same thing, then *default* stands in and the action counts as inferred. With
        *phrase* a noun that a clause is built on stands for itself: "any embargo" in "is against any embargo".
        """
        if head.i not in self._text.by_token or head.pos_ in _EMPTY:
            return None
        found = doer or (() if phrase else self._doer(head))
        inferred = not found
        if inferred:
            found = self.unnamed.imposing(head) or default
        start, end = self._range(head, phrase=phrase)
        words = self._verb_words(head) if clauses.is_clause(head) and not phrase else self._noun_words(head)
        if not words:
            return None
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
                return child if noun.lemma_ not in _RULING or self._is_deed(child) else noun
        return self._provided(noun) or noun

    @staticmethod
    def _is_deed(noun: Token) -> bool:
        """True for what somebody could do: a clause, or a noun for a deed."""
        deeds = lexicon("nouns")
        return (
            clauses.is_clause(noun)
            or noun.lemma_ in deeds["deeds"]
            or noun.lemma_.endswith(tuple(deeds["deed endings"]))
        )

    def _provided(self, noun: Token) -> Token | None:
        """What a plan would do: "a plan that would require Peru to pay", "under which Chile would return it"."""
        verbs = [c for c in clauses.children(noun, "acl:relcl") if clauses.modals(c) & {"would", "will"}]
        if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB" and clauses.modals(noun.head) & {"would", "will"}:
            verbs += [noun.head] if noun.head.lemma_ in self._binding else []
        for verb in (v for v in verbs if not clauses.is_negated(v)):
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
        named = [m for m in self._text.at.get(token.i, ()) if m.sort != "demonym" or m.end == token.idx + len(token)]
        return bool(named) or (token.lemma_ in self.people and bool(self._who.parties(token)))

    def _doer(self, head: Token) -> tuple[str, ...]:
        found = self._own_doer(head)
        first = clauses.first_conjunct(head)
        if found or first == head:
            return found
        asked = clauses.marker(head) == "to" and clauses.marker(first) != "to"
        return self._who.parties(clauses.subject(head)) if asked else self._own_doer(first)

    def _own_doer(self, head: Token) -> tuple[str, ...]:
        if clauses.is_clause(head):
            if clauses.is_passive(head):
                return tuple(p for agent in clauses.agents(head) for p in self._who.parties(agent))
            bound = head.dep_ == "xcomp" and head.head.lemma_ in self._binding and clauses.marker(head) == "to"
            own = clauses.subject(head) if bound or any(c.dep_ in clauses.SUBJECTS for c in head.children) else None
            return self._who.parties(own)
        given = clauses.prepositional(head, "from") if head.lemma_ in self._giving else []
        found = tuple(p for agent in [*clauses.agents(head), *given] for p in self._who.parties(agent))
        return found or self._named_in(head)

    def _named_in(self, noun: Token) -> tuple[str, ...]:
        """Whose act a noun is by what it is called: "a Turkish offensive", "the withdrawal of Eritrean forces"."""
        changed = clauses.prepositional(noun, *_OF_CHANGE) if noun.lemma_ in self._words["changing"]["words"] else []
        for inner in changed:
            found = self._own_doer(inner) if inner.pos_ == "NOUN" else ()
            if found:
                return found
        if noun.lemma_ in self._words["opening"]["words"] and (host := self._host(noun)):
            return host
        going = noun.lemma_ in self._words["going"]["words"]
        if going or noun.lemma_ in self._words["named"]["words"]:
            for child in clauses.children(noun, "amod", "compound", "det"):
                found = tuple(m.party for m in self._text.at.get(child.i, ()) if m.sort in _ORIGINS)
                if found:
                    return found
        phrases = clauses.prepositional(noun, "of") if going else []
        return tuple(p for phrase in phrases for p in self._who.parties(phrase))

    def _host(self, noun: Token) -> tuple[str, ...]:
        """Whose something is to which access is sought: "access to Chinese ports", "entry into the Union"."""
        for inner in clauses.prepositional(noun, "to", "into", "of", "in"):
            owners = clauses.children(inner, "amod", "compound", "nmod:poss", "det")
            named = [m.party for t in (*owners, inner) for m in self._text.at.get(t.i, ()) if m.sort in _ORIGINS]
            if named:
                return (named[0],)
        return ()

    def _range(self, head: Token, *, phrase: bool) -> tuple[int, int]:
        barred = [
            c
            for c in head.children
            if c.dep_ in {"advcl", "advcl:relcl", "parataxis"} and c.i > head.i and clauses.marker(c) != "to"
        ]
        barred += [c for c in head.children if c.dep_ == "conj" or (phrase and c.dep_ in {*clauses.SUBJECTS, "cop"})]
        if not clauses.is_clause(head):
            barred += [c for c in head.children if c.dep_ in {"acl:relcl", "appos"}]
        barred += [t for t in head.subtree if t.lower_ in {"exchange", "return"} and clauses.preposition(t) == "in"]
        start, end = clauses.phrase(head, without=barred)
        if clauses.is_clause(head) and head.dep_ in {"xcomp", "acl", "advcl"}:
            start = min([head.idx, *(c.idx for c in head.children if c.dep_ == "advmod" and c.i < head.i)])
        return start, end

    def _verb_words(self, head: Token) -> str:
        under = [c for c in head.children if c.dep_ in clauses.SUBJECTS and c.pos_ in {"NOUN", "PROPN"}]
        acting = any(self.is_party(c) for c in under) and not clauses.is_passive(head)
        thing = [] if acting else [w for c in under for w in self._content(c) if w.lower() != "that"]
        if (
            not under
            and head.tag_ in {"VBN", "VBD"}
            and head.dep_ in {"xcomp", "ccomp", "acl"}
            and not clauses.marker(head)
        ):
            outer = head.head.head if head.dep_ == "acl" else head.head
            objects = [c for c in clauses.children(outer, "obj") if c.pos_ in {"NOUN", "PROPN"} and c.i < head.i]
            described = clauses.relative_object(outer) if not objects and head.dep_ == "xcomp" else None
            objects += [described] if described is not None else []
            thing = [w for c in objects if not self.is_party(c) for w in self._content(c) if w != head.text]
        if head.pos_ not in {"VERB", "AUX"}:
            helpers = {c.text for c in head.children if c.dep_ in _SKIPPED and c.i < head.i}
            helpers |= {c.text for c in head.children if c.lower_ in {"when", "once", "only"} and c.i < head.i}
            return " ".join(["be", *thing, *(word for word in self._content(head) if word not in helpers)])
        adverbs = [
            c.lower_
            for c in head.children
            if c.dep_ == "advmod"
            and c.i < head.i
            and c.lower_
            not in {
                "not",
                "n't",
                "also",
                "only",
                "when",
                "no",
                "longer",
                "then",
                "long",
                "once",
                "first",
                "so",
                "though",
                "however",
                "instead",
                "too",
                "rather",
                "still",
                "even",
                "never",
                "again",
                "therefore",
                "thus",
                "soon",
            }
        ]
        denied = (
            ["not"]
            if any(c.lower_ in {"not", "n't", "never"} for c in head.children) and clauses.marker(head) == "to"
            else []
        )
        return " ".join([*denied, *adverbs, head.lemma_, *thing, *self._tail(head), *self._taken_up(head)])

    def _made(self, quality: Token) -> list[str]:
        """The thing that is wanted to be so: the chapter of "wants the chapter gone"."""
        made = quality.pos_ == "ADJ" and quality.dep_ in {"xcomp", "advmod"}
        objects = clauses.children(quality.head, "obj") if made else []
        return [w for c in objects if c.i < quality.i and not self.is_party(c) for w in self._content(c)]

    def _tail(self, head: Token) -> Iterator[str]:
        for child in head.children:
            goes_on = child.tag_ == "VBG" and (
                head.lemma_ in {"go", "keep", "continue"} or (clauses.marker(child) == "to" and child.i > head.i)
            )
            if child.i < head.i or child.dep_ in _SKIPPED or (child.dep_ in _DROPPED_CLAUSES and not goes_on):
                continue
            lead = clauses.preposition(child)
            if (lead == "by" and not _is_measure(child)) or (lead == "in" and child.lemma_ in {"exchange", "return"}):
                continue
            yield from self._content(child)

    def _taken_up(self, head: Token) -> list[str]:
        """The object that a relative pronoun stands for: "a vote, which he refused to allow"."""
        if clauses.children(head, "obj", "ccomp", "xcomp"):
            return []
        noun = clauses.relative_object(head)
        return self._content(noun) if noun is not None else []

    def _noun_words(self, head: Token) -> str:
        words = [*self._content(head), *self._made(head)]
        lead = clauses.preposition(head).split()
        words = words[len(lead) :] if [word.lower() for word in words[: len(lead)]] == lead else words
        for clause in clauses.children(head, "acl:relcl"):
            if (
                head.doc[clause.left_edge.i - 1].text != ","
                and clause.left_edge.text != ","
                and any(c.lower_ in {"that", "which"} and c.dep_ in clauses.SUBJECTS for c in clause.children)
            ):
                words += [clause.lemma_, *self._tail(clause)]
        return " ".join(words)

    def _content(self, head: Token) -> list[str]:
        dropped = {"acl:relcl", "appos", "parataxis", "conj", "cc", "cop", "advcl", "advcl:relcl", *clauses.SUBJECTS}
        barred = {
            t.i for c in head.children if c.dep_ in dropped or c.tag_ == "WDT" or self._is_owner(c) for t in c.subtree
        }
        tokens = self._before_exchange([t for t in clauses.under(head) if t.i not in barred])
        return [t.text.replace(".", "") for t in tokens if _counts(t)][:14]

    @staticmethod
    def _before_exchange(tokens: list[Token]) -> list[Token]:
        """The words up to "in exchange for": what is given for an action is no part of it."""
        for n, token in enumerate(tokens):
            if token.lower_ in {"exchange", "return"} and n and tokens[n - 1].lower_ == "in":
                return tokens[: n - 1]
        return tokens

    def _is_owner(self, child: Token) -> bool:
        return child.dep_ == "nmod:poss" and (child.pos_ == "PRON" or bool(self._text.at.get(child.i)))

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
        words = {t.lower_ for t in clauses.under(head)}
        if words & set(self._lexicon["degree"]["full"]):
            return "full"
        return "partial" if words & set(self._lexicon["degree"]["partial"]) else None


def _is_measure(child: Token) -> bool:
    """ "Cut output by a tenth", "prolong it by one year": how much, not by whom."""
    counted = any(c.dep_ == "nummod" or c.tag_ in {"CD", "$"} for c in [child, *child.children])
    return counted or child.lemma_ in {
        "half",
        "third",
        "quarter",
        "tenth",
        "fifth",
        "month",
        "year",
        "week",
        "day",
        "%",
    }


def _counts(token: Token) -> bool:
    """True for words of an action: no marks, and no "no", which denies the clause around it."""
    return (
        not token.is_punct
        and not token.is_space
        and token.dep_ != "dep"
        and not (token.lower_ == "no" and token.dep_ == "det")
    )

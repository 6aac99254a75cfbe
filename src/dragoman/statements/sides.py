"""Who stands on either side of a word: by the tree, and where the tree fails by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import party_of
from dragoman.statements.known_parties import KnownParties
from dragoman.statements.lexicon import lexicon
from dragoman.statements.neighbours import NAMED
from dragoman.statements.text import ReadText
from dragoman.statements.tiewords import hanging
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Sides"]

_RULING = hanging("ruling")
_PAIR = {"two", "both"}
_WORLDS = ("developed countries", "developing countries")
_WORLDLY = {"country", "countries", "nation", "state", "economy"}
_RICH_AND_POOR = {"rich", "poor", "developed", "developing", "wealthy", "richer", "poorer", "wealthier"}
_LANDS = {"country", "countries", "nation", "power", "state", "capital", "government", "neighbour", "neighbor"}
_ELUSIVE = {"it", "its", "they", "them", "their", "theirs"}


class Sides(KnownParties):
    """Finds, for words that tell a relation, whose it is, to whom it goes and who bears its name."""

    def __init__(self, text: ReadText, who: Who) -> None:
        super().__init__(text, who)
        self._sides = frozenset(lexicon("nouns")["sides"]) | {"family"}

    def of(self, token: Token | None, *, loose: bool = True) -> list[str]:
        """Parties of the phrase under *token*; where *loose*, else those that own it: "its votes"."""
        if token is None or self._is_some_of(token):
            return []
        found = self._local_pair(token) or self._parties(token)
        if found or not loose:
            return found
        if token.dep_ == "appos":
            return self.of(token.head, loose=False)
        owned = self.owners(token) or [p for c in clauses.prepositional(token, "of", "from") for p in self.of(c)]
        return [party_of(p) for p in owned] or self._beside(token)

    def _parties(self, token: Token) -> list[str]:
        """Whom *token* stands for; a pronoun for a thing or several only if its sentence has named them."""
        found = list(self._who.parties(token)) or self._region(token)
        if token.tag_ == "WP$" and not found:
            named = self.closed_before(token.i)
            return self._parties(named) if named is not None else []
        if token.lower_ in _ELUSIVE and not (token.tag_ == "PRP$" and token.i == token.sent.start):
            start, end = self._text.sentence(token) or (token.sent.start_char, token.sent.end_char)
            named_here = {m.party for m in self._text.before(end) if m.start >= start}
            return [p for p in found if party_of(p) in named_here]
        return found

    def _region(self, token: Token) -> list[str]:
        """A part of the world or of a people that no list has as a state."""
        return [m.party for m in self._text.at.get(token.i, ()) if m.sort == "region"][:1]

    def _beside(self, noun: Token) -> list[str]:
        """ "The Serb List, a party that ...": whom a phrase is set beside, where the tree does not say so."""
        first, _ = self.left(noun)
        named = self.closed_before(first) if noun.tag_ in {"NN", "NNS"} else None
        return self._parties(named) if named is not None else []

    def _local_pair(self, token: Token) -> list[str]:
        """ "The two countries", "both": the last two states named before in the sentence."""
        beside = [*token.children, *(c for t in clauses.children(token, "compound") for c in t.children)]
        pair = token.lemma_ in self._sides and any(c.lower_ in _PAIR for c in beside)
        pair = pair or (token.lower_ == "both" and token.dep_ in {"obj", "obl", "nmod"})
        plain = token.lower_ == "countries" and all(c.dep_ in {"det", "case", "appos", "punct"} for c in token.children)
        if not (pair or plain):
            return list(_WORLDS) if self._is_rich_and_poor(token) else []
        if token.lemma_ == "side" and len(main := self.main_pair(token)) == 2:
            return main
        start = token.sent.start_char
        named = (m for m in self._text.before(token.idx) if m.start >= start and m.sort in NAMED and not m.place)
        near = [m.party for m in named if token.lemma_ not in _LANDS or self._text.names.sort_of(m.party) == "state"]
        both = list(dict.fromkeys(near))[:2]
        return both if len(both) == 2 else self.main_pair(token)

    def _is_some_of(self, token: Token) -> bool:
        """ "The five EU members that do not recognise Kosovo": some of a bloc, and not the bloc."""
        if token.tag_ != "NNS" or token.lemma_ not in {"member", "state", "country", "government"}:
            return False
        before = token.nbor(-1) if token.i > token.sent.start else token
        return any(m.sort in {"bloc", "organisation"} for m in self._text.at.get(before.i, ())) and any(
            c.pos_ == "NUM" or c.lower_ in {"some", "several", "few", "many", "most"}
            for c in (*token.children, *before.children)
        )

    @staticmethod
    def _is_rich_and_poor(token: Token) -> bool:
        """ "Rich and poor countries", "developed and developing nations"."""
        if not {token.lemma_, token.lemma_.removesuffix("s")} & _WORLDLY or token.i - 3 < token.sent.start:
            return False
        one, joined, other = (t.lower_ for t in token.doc[token.i - 3 : token.i])
        return joined in {"and", "from"} and {one, other} <= _RICH_AND_POOR

    def owners(self, noun: Token) -> list[str]:
        """Whose the thing is: possessors and adjectives of place, all that are listed."""
        by_tree = [
            c
            for c in clauses.children(noun, "nmod:poss", "amod", "compound", "nmod:desc")
            if c.i < noun.i and (c.dep_ == "nmod:poss" or self._text.at.get(c.i))
        ]
        _, owner = self.left(noun)
        joined = self.joined_before(noun, owner)
        if joined is not None:
            return self.of(joined, loose=False)
        tokens = [*by_tree, *([owner] if owner is not None and owner not in by_tree else [])]
        found = [p for t in tokens for p in [*self._listed_before(t), *self._parties(t)]]
        return list(dict.fromkeys(found))

    def meant(self, noun: Token) -> list[str]:
        """Whom the pronoun that owns *noun* takes up, though its sentence does not name them."""
        _, owner = self.left(noun)
        return list(self._who.parties(owner)) if owner is not None else []

    def _listed_before(self, owner: Token) -> list[str]:
        """ "U.S., European Union and United Nations sanctions": the names listed before the last."""
        found: list[str] = []
        i, joined, doc = self.name_start(owner), False, owner.doc
        while i - 2 > owner.sent.start and doc[i - 1].lower_ in {",", "and", "-", "–"}:
            joined = joined or doc[i - 1].lower_ in {"and", "-", "–"}
            if not self._text.at.get(i - 2):
                break
            found = [*self._parties(doc[i - 2]), *found]
            i = self.name_start(doc[i - 2])
        return found if joined else []

    def after(self, word: Token, prepositions: tuple[str, ...]) -> list[str]:
        """Parties of the phrases after *word* that begin with one of the *prepositions*."""
        phrases = [c for c in clauses.prepositional(word, *prepositions) if not self.is_set_aside(c)]
        found = [p for c in phrases for p in self.of(c)]
        found = found or [p for c in phrases for p in self.of(self.phrase_after(c, ("from", "of")))]
        near = self.phrase_after(word, prepositions)
        near = None if near is not None and self.is_set_aside(near) else near
        found = found or self.of(near) or self._fronted(word, prepositions)
        return list(dict.fromkeys(found))

    def _fronted(self, word: Token, prepositions: tuple[str, ...]) -> list[str]:
        """ "Egypt, on whose army Sudan relies", "the rebels, of whom they tire": what the relative takes up."""
        doc, start = word.doc, max(word.sent.start + 1, word.i - 14)
        for token in reversed(doc[start : word.i]):
            if token.lower_ in {"whom", "which", "whose"} and doc[token.i - 1].lower_ in prepositions:
                named = doc[token.i - 2] if doc[token.i - 2].text != "," else doc[token.i - 3]
                return self.of(named, loose=False)
            if token.text in {",", ";", "."}:
                return []
        return []

    def taken_up(self, verb: Token) -> list[str]:
        """ "Lebanon's army, which the United States funds": what a relative pronoun before *verb* takes up."""
        doc, start = verb.doc, max(verb.sent.start + 1, verb.i - 7)
        for token in reversed(doc[start : verb.i]):
            if token.lower_ in {"which", "whom"} and doc[token.i - 1].text == ",":
                return self.of(doc[token.i - 2], loose=False) or self._beside(doc[token.i - 2])
            if token.lower_ == "whose" and self._is_for_another(verb, token):
                named = doc[token.i - 2] if doc[token.i - 1].text == "," else doc[token.i - 1]
                return self.of(named, loose=False)
            if token.text in {",", ";"}:
                return []
        return []

    def _is_for_another(self, verb: Token, whose: Token) -> bool:
        """ "Whose deputies he also needs": somebody named or meant stands between the phrase and the verb."""
        near = [t for t in verb.doc[whose.i + 2 : verb.i] if t.pos_ != "ADV"]
        return bool(near) and (near[-1].tag_ == "PRP" or bool(self._text.at.get(near[-1].i)))

    def twofold(self, noun: Token) -> tuple[list[str], list[str]]:
        """ "Its Eritrean allies", "Assad's Russian backers": who they are, and whose; empty unless both are said."""
        doc, i = noun.doc, noun.i - 1
        while i > noun.sent.start and doc[i].tag_ in {"JJ", "JJS", "NN"} and not self._text.at.get(i):
            i -= 1
        if not any(m.sort == "demonym" for m in self._text.at.get(i, ())) or i - 1 < noun.sent.start:
            return [], []
        _, owner = self.left(doc[i])
        if owner is None or (owner.tag_ not in {"PRP$", "WP$"} and owner.nbor().tag_ != "POS"):
            return [], []
        joined = self.joined_before(noun, owner)
        whose = self.of(joined, loose=False) if joined is not None else self._parties(owner)
        return self.named_in(doc[i]), list(whose)

    def amid(self, verb: Token, last: Token) -> list[str]:
        """The party between a verb and its last word: "keeps Chad afloat"."""
        between = [t for t in verb.doc[verb.i + 1 : last.i] if not t.is_punct]
        found = [p for t in between if t.dep_ != "compound" or self._text.at.get(t.i) for p in self._parties(t)]
        return list(dict.fromkeys(found))

    def right_before(self, word: Token) -> list[str]:
        """The noun that a quality directly follows, or the name before the comma in front of it."""
        doc, i = word.doc, word.i - 1
        while i > word.sent.start and doc[i].pos_ == "ADV":
            i -= 1
        if i < word.sent.start:
            return []
        if doc[i].pos_ in {"NOUN", "PROPN"}:
            return self._beside(doc[i]) or self.of(doc[i], loose=False)
        named = self.closed_before(i + 1)
        return self._parties(clauses.first_conjunct(named)) if named is not None else []

    def named_in(self, token: Token) -> list[str]:
        """Parties of a word inside a compound: "Iranian" of "Iranian-backed", "Russian" of "pro-Russian"."""
        found = [m.party for m in self._text.at.get(token.i, ()) if m.sort not in {"role", "person"}]
        return list(dict.fromkeys(found or [m.party for m in self._text.names.find(token.text) if m.sort != "person"]))[
            :1
        ]

    def compounded(self, word: Token, i: int, other: list[str]) -> list[str]:
        """Who is so described: the name after the phrase, in it or beside it, or where it sits: "in Bangui"."""
        noun = self.head_after(i, word.sent.end)
        if noun is None:
            return []
        named = self.named_after(noun)
        inner = [
            p for t in word.doc[i : noun.i + 1] for m in self._text.at.get(t.i, ()) if m.sort != "role" for p in (m.id,)
        ]
        ruling = noun.lemma_ in _RULING
        where = [p for c in clauses.prepositional(noun, "in", "of") for p in self._parties(c)] if ruling else []
        first, _ = self.left(word)
        beside = self.closed_before(min(first, word.i))
        tried = (
            self.of(named) if named is not None else [],
            inner,
            self._parties(beside) if beside is not None else [],
            where,
            [p for p in self.of(noun, loose=False) if ruling or ":" not in p] if not self.owners(noun) else [],
        )
        barred = {party_of(p) for p in other}
        return next((kept for found in tried if (kept := [p for p in found if party_of(p) not in barred])), [])

    def between(self, noun: Token) -> list[str]:
        """The parties between which something lies."""
        found = [p for c in clauses.prepositional(noun, "between", "among") for p in self.of(c)]
        if len(found) < 2:
            found = self.of(self.phrase_after(noun, ("between", "among")))
        return list(dict.fromkeys(found))

    def _taken_up_by(self, pronoun: Token) -> list[str]:
        """Whom a "which" or "who" takes up that opens a clause, where the tree leaves it open or says too little."""
        lower = pronoun.lower_
        if lower not in {"which", "who"} or pronoun.i == pronoun.sent.start:
            return []
        if lower == "which" or not self._who.parties(pronoun):
            named = self.closed_before(pronoun.i)
            if named is not None:
                return self._parties(named)
        if lower == "which":
            return self._region(pronoun.nbor(-2)) if pronoun.nbor(-1).text == "," and pronoun.i > 1 else []
        if pronoun.nbor(-1).lower_ != "and":
            return []
        earlier = [t for t in pronoun.doc[pronoun.sent.start : pronoun.i] if t.tag_ in {"WP", "WP$"}]
        return [p for t in earlier[-1:] for p in self._who.parties(t)]

    def subject(self, verb: Token) -> list[str]:
        """The doer of *verb*, owner included; for participles and failed trees what stands before it."""
        if (
            verb.tag_ == "VBG"
            and verb.head.lemma_ in {"accuse", "suspect"}
            and "of" in {c.lower_ for c in verb.children}
        ):
            return [p for o in clauses.objects(verb.head) for p in self.of(o)]
        for child in clauses.children(verb, "nsubj", "nsubj:pass"):
            if found := self._taken_up_by(child):
                return found
        right_before = self.name_right_before(verb)
        if right_before is not None:
            return self._parties(right_before)
        under = clauses.subject(verb)
        if under is not None and self._is_some_of(under):
            return []
        return self.of(under) or self.of(self.word_before(verb))

"""Words around a word, by their order: where a phrase begins and ends, which name stands beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["NAMED", "Neighbours"]

_REACH = 9
_BEFORE_NOUN = {"JJ", "JJR", "JJS", "CD", "NN", "NNS", "RB", "RBS", "RBR", "VBN", "VBG", "HYPH", "``", "''", "IN", "$"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_CLOSING = {",", ".", ";", ":", "–", "—", "--", ")", "-"}
NAMED = {"state", "capital", "seat", "organisation", "company", "bloc", "movement", "agency", "person", "demonym"}
"""Sorts of mentions that name somebody."""
_ASIDES = {"once", "long", "now", "still", "itself", "also"}
_MEASURES = {"its", "their", "his", "her", "most", "much", "half", "all", "nearly", "almost"}
_MUTUAL = {("each", "other"), ("one", "another"), ("the", "other")}


class Neighbours:
    """Finds phrases and names around a word of one article without leaning on the tree, which may have failed."""

    def __init__(self, text: ReadText) -> None:
        self._text = text

    def left(self, noun: Token) -> tuple[int, Token | None]:
        """Where the phrase that ends in *noun* begins, and the word that owns it: "Belgrade's", "its", "Iranian"."""
        doc, i = noun.doc, noun.i
        while i > noun.sent.start:
            before = doc[i - 1]
            if before.text == "-" and doc[i].tag_ in {"VBN", "VBD"} and i - 2 > noun.sent.start:
                i -= 2
                continue
            if before.tag_ == "POS" and i - 1 > noun.sent.start:
                return self._opening(self.name_start(doc[i - 2])), doc[i - 2]
            if before.tag_ in {"PRP$", "WP$"}:
                return i - 1, before
            if self._text.at.get(i - 1) and before.dep_ != "dep":
                return self._opening(self.name_start(before)), before
            if before.tag_ in {"DT", "PDT"}:
                return self._opening(i), None
            if before.tag_ not in _BEFORE_NOUN or (before.tag_ == "IN" and before.lower_ not in {"by", "far"}):
                break
            i -= 1
        return i, None

    def _opening(self, i: int) -> int:
        """Where a phrase begins with its article and what leads it: "once a", "long the"."""
        doc = self._text.doc
        while i and doc[i - 1].tag_ in {"DT", "PDT"} and not doc[i].is_sent_start:
            i -= 1
        while i and doc[i - 1].lower_ in _ASIDES and not doc[i].is_sent_start:
            i -= 1
        return i

    def name_start(self, token: Token) -> int:
        """The first word of the name that *token* closes."""
        i = token.i
        starts = [m.start for m in self._text.at.get(i, ())]
        while i > token.sent.start and starts and token.doc[i - 1].idx >= min(starts):
            i -= 1
        return i

    def name_end(self, token: Token) -> Token:
        """The last word of the name that *token* begins."""
        end = max(m.end for m in self._text.at[token.i])
        last = token
        while last.i + 1 < token.sent.end and last.doc[last.i + 1].idx < end:
            last = last.doc[last.i + 1]
        return last

    def joined_before(self, noun: Token, owner: Token | None) -> Token | None:
        """ "Russia and its ally Belarus": the name that "its" right after "and" takes up."""
        doc = noun.doc
        if owner is None or owner.tag_ != "PRP$" or owner.i - 2 < noun.sent.start:
            return None
        before, named = doc[owner.i - 1], doc[owner.i - 2]
        names = {m.sort for m in self._text.at.get(named.i, ())}
        return named if before.lower_ in {"and", "or"} and names & NAMED else None

    @staticmethod
    def is_set_aside(phrase: Token) -> bool:
        """ "To their shareholders rather than to the White House"."""
        first = phrase.left_edge
        words = {t.lower_ for t in phrase.doc[max(phrase.sent.start, first.i - 2) : phrase.i]}
        return bool(words & {"than", "not"})

    def phrase_after(self, word: Token, prepositions: tuple[str, ...]) -> Token | None:
        """The head of the nearest such phrase by the order of words, before any other clause begins."""
        doc = word.doc
        for token in doc[word.i + 1 : min(word.i + _REACH, word.sent.end)]:
            if token.lower_ in prepositions:
                return self.head_after(token.i + 1, word.sent.end)
            if token.tag_ == "TO" and token.i + 1 < word.sent.end and token.nbor().tag_ == "VB":
                return None
            other = token.tag_ == "IN" and token.lower_ not in {"of", "in"} and not self._is_for_its(token)
            if other or token.text in {",", ";", "–", "—", "(", ":"} or token.tag_ in {*_FINITE, "WDT", "WP"}:
                return None
        return None

    @staticmethod
    def _is_for_its(token: Token) -> bool:
        """ "Depends for its security on", "relies for most of its gas on"."""
        return token.lower_ == "for" and token.i + 1 < token.sent.end and token.nbor().lower_ in _MEASURES

    def head_after(self, i: int, end: int) -> Token | None:
        """The last word of the phrase of nouns that begins at *i*; a name or pronoun where one stands first."""
        doc, last = None, None
        while i < end:
            doc = self._text.doc
            token = doc[i]
            if token.lower_ == "both" and token.dep_ in {"obj", "obl", "nmod"}:
                return token
            if token.tag_ == "POS" or (last is None and token.tag_ in {"DT", "JJ", "JJS", "JJR", "CD", "PRP$", "RB"}):
                i += 1
                continue
            if token.tag_.startswith("NN") or token.tag_ == "PRP" or self._text.at.get(i):
                last = token
                i += 1
                continue
            break
        return last

    def named_after(self, noun: Token) -> Token | None:
        """The name right after a phrase: "its ally Russia", "her rival, Donald Trump,"."""
        doc, end = noun.doc, noun.sent.end
        i = noun.i + 1
        if i < end and doc[i].text == ",":
            i += 1
            set_off = True
            i += i < end and doc[i].tag_ == "DT"
        else:
            set_off = False
        while i < end and not self._text.at.get(i) and doc[i].tag_ in {"", "NNP"} and doc[i].text[:1].isupper():
            i += 1
        if i >= end or not any(m.sort in NAMED - {"demonym"} for m in self._text.at.get(i, ())):
            return None
        last = self.name_end(doc[i])
        if not set_off:
            return last
        following = doc[last.i + 1] if last.i + 1 < end else None
        return last if following is None or following.text in _CLOSING | {"and"} else None

    def named_before(self, noun: Token) -> Token | None:
        """The name a phrase is set beside: "Russia, Belgrade's protector at the Council,"; the phrase must close."""
        first, _ = self.left(noun)
        for token in noun.doc[noun.i + 1 : noun.sent.end]:
            if token.text in _CLOSING or token.lower_ in {"who", "which", "that", "whose", "and"}:
                break
            if token.tag_ in _FINITE:
                return None
        return self.closed_before(first)

    def closed_before(self, first: int) -> Token | None:
        """The name before the comma, dash or bracket that stands in front of word number *first*."""
        doc = self._text.doc
        if first < 2 or doc[first - 1].text not in {",", "–", "—", "(", "--"}:
            return None
        named = doc[first - 2]
        if named.tag_ == "POS" or not any(m.sort in NAMED for m in self._text.at.get(named.i, ())):
            return None
        start = self.name_start(named)
        lead = doc[start - 1] if start > named.sent.start else None
        return None if lead is not None and lead.tag_ == "IN" and lead.i == named.sent.start else named

    def first_named(self, verb: Token, reach: int = 4) -> Token | None:
        """The nearest thing after *verb* that a party has or is: "owes Gazprom millions"."""
        for token in verb.doc[verb.i + 1 : min(verb.i + reach, verb.sent.end)]:
            if token.is_punct or token.pos_ == "VERB":
                return None
            if self._text.at.get(token.i):
                return self.name_end(token)
        return None

    def is_pronoun_owned(self, noun: Token) -> bool:
        """True for "its backer", "their protector", "an ally of his"."""
        _, owner = self.left(noun)
        of = clauses.prepositional(noun, "of")
        return (owner is not None and owner.tag_ == "PRP$") or any(c.lower_ in {"his", "hers", "theirs"} for c in of)

    def name_right_before(self, verb: Token) -> Token | None:
        """ "Which Sudan says the Emirates arm": a name that a finite verb follows, and no preposition leads."""
        named = verb.nbor(-1) if verb.i > verb.sent.start else None
        if named is None or verb.tag_ not in {"VBZ", "VBP"} or named.tag_ not in {"NNP", "NNPS"}:
            return None
        if named.dep_ == "conj" or not any(m.sort in NAMED for m in self._text.at.get(named.i, ())):
            return None
        start = self.name_start(named)
        lead = [t for t in named.doc[max(named.sent.start, start - 2) : start] if t.tag_ != "DT"]
        return None if lead and (lead[-1].tag_ in {"IN", "POS", "TO", "CC"} or lead[-1].is_punct) else named

    def word_before(self, verb: Token) -> Token | None:
        """The name or relative pronoun right before *verb*, its auxiliaries and adverbs."""
        doc, i = verb.doc, verb.i - 1
        if doc[i].lower_ == "and" and i - 2 > verb.sent.start:
            i -= 2
        while i > verb.sent.start and (
            doc[i].pos_ in {"AUX", "ADV", "PART"} or doc[i].tag_ == "RB" or doc[i].lemma_ == "have"
        ):
            i -= 1
        if i < verb.sent.start:
            return None
        if doc[i].tag_ in {"WDT", "WP"} or self._text.at.get(i):
            return doc[i]
        return None

    def is_mutual(self, verb: Token, *, within: int = 6) -> bool:
        """True where a verb is done to "each other", "one another", "the other"."""
        words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + within, verb.sent.end)]]
        return any(pair in _MUTUAL for pair in pairwise(words))

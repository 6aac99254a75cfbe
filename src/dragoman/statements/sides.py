"""Who stands on either side of a word: by the tree, and where the tree fails by the words around it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.text import ReadText
from dragoman.statements.tiewords import hanging
from dragoman.statements.who import Who, party_of

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Sides"]

_REACH = 9
_BEFORE_NOUN = {"JJ", "JJR", "JJS", "CD", "NN", "NNS", "RB", "RBS", "RBR", "VBN", "VBG", "HYPH", "``", "''", "IN", "$"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_CLOSING = {",", ".", ";", ":", "–", "—", "--", ")", "-"}
_RULING = hanging("ruling")
_PAIR = {"two", "both"}
_NAMED = {"state", "capital", "seat", "organisation", "bloc", "movement", "agency", "person", "demonym"}
_ASIDES = {"once", "long", "now", "still", "itself", "also"}
_ELUSIVE = {"it", "its", "they", "them", "their", "theirs"}
_MUTUAL = {("each", "other"), ("one", "another"), ("the", "other")}


class Sides:
    """Finds, for words that tell a relation, whose it is, to whom it goes and who bears its name."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who
        self._sides = frozenset(lexicon("nouns")["sides"])

    def of(self, token: Token | None, *, loose: bool = True) -> list[str]:
        """Parties of the phrase under *token*; where *loose*, else those that own it: "its votes"."""
        if token is None:
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
            named = self._closed_before(token.i)
            return self._parties(named) if named is not None else []
        if token.lower_ in _ELUSIVE:
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
        named = self._closed_before(first) if noun.tag_ in {"NN", "NNS"} else None
        return self._parties(named) if named is not None else []

    def _local_pair(self, token: Token) -> list[str]:
        """ "The two countries": the last two states named before in the sentence."""
        pair = token.lemma_ in self._sides and any(c.lower_ in _PAIR for c in token.children)
        plain = token.lower_ == "countries" and all(c.dep_ in {"det", "case", "appos", "punct"} for c in token.children)
        if not (pair or plain):
            return []
        start = token.sent.start_char
        near = [m.party for m in self._text.before(token.idx) if m.start >= start and m.sort in _NAMED]
        both = list(dict.fromkeys(near))[:2]
        return both if len(both) == 2 else self.main_pair(token)

    def left(self, noun: Token) -> tuple[int, Token | None]:
        """Where the phrase that ends in *noun* begins, and the word that owns it: "Belgrade's", "its", "Iranian"."""
        doc, i = noun.doc, noun.i
        while i > noun.sent.start:
            before = doc[i - 1]
            if before.tag_ == "POS" and i - 1 > noun.sent.start:
                return self._opening(self._name_start(doc[i - 2])), doc[i - 2]
            if before.tag_ in {"PRP$", "WP$"}:
                return i - 1, before
            if self._text.at.get(i - 1) and before.dep_ != "dep":
                return self._opening(self._name_start(before)), before
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

    def _name_start(self, token: Token) -> int:
        """The first word of the name that *token* closes."""
        i = token.i
        starts = [m.start for m in self._text.at.get(i, ())]
        while i > token.sent.start and starts and token.doc[i - 1].idx >= min(starts):
            i -= 1
        return i

    def owners(self, noun: Token) -> list[str]:
        """Whose the thing is: possessors and adjectives of place, all that are listed."""
        by_tree = [
            c
            for c in clauses.children(noun, "nmod:poss", "amod", "compound", "nmod:desc")
            if c.i < noun.i and (c.dep_ == "nmod:poss" or self._text.at.get(c.i))
        ]
        _, owner = self.left(noun)
        joined = self._joined_before(noun, owner)
        if joined is not None:
            return self.of(joined, loose=False)
        tokens = [*by_tree, *([owner] if owner is not None and owner not in by_tree else [])]
        found = [p for t in tokens for p in [*self._listed_before(t), *self._parties(t)]]
        return list(dict.fromkeys(found))

    def _joined_before(self, noun: Token, owner: Token | None) -> Token | None:
        """ "Russia and its ally Belarus": the name that "its" right after "and" takes up."""
        doc = noun.doc
        if owner is None or owner.tag_ != "PRP$" or owner.i - 2 < noun.sent.start:
            return None
        before, named = doc[owner.i - 1], doc[owner.i - 2]
        names = {m.sort for m in self._text.at.get(named.i, ())}
        return named if before.lower_ in {"and", "or"} and names & _NAMED else None

    def _listed_before(self, owner: Token) -> list[str]:
        """ "U.S., European Union and United Nations sanctions": the names listed before the last."""
        found: list[str] = []
        i, joined, doc = self._name_start(owner), False, owner.doc
        while i - 2 > owner.sent.start and doc[i - 1].lower_ in {",", "and", "-", "–"}:
            joined = joined or doc[i - 1].lower_ in {"and", "-", "–"}
            if not self._text.at.get(i - 2):
                break
            found = [*self._parties(doc[i - 2]), *found]
            i = self._name_start(doc[i - 2])
        return found if joined else []

    def after(self, word: Token, prepositions: tuple[str, ...]) -> list[str]:
        """Parties of the phrases after *word* that begin with one of the *prepositions*."""
        phrases = [c for c in clauses.prepositional(word, *prepositions) if not self._is_set_aside(c)]
        found = [p for c in phrases for p in self.of(c)]
        found = found or self.of(self._phrase_after(word, prepositions)) or self._fronted(word, prepositions)
        return list(dict.fromkeys(found))

    @staticmethod
    def _is_set_aside(phrase: Token) -> bool:
        """ "To their shareholders rather than to the White House"."""
        first = phrase.left_edge
        words = {t.lower_ for t in phrase.doc[max(phrase.sent.start, first.i - 2) : phrase.i]}
        return bool(words & {"than", "not"})

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

    def _phrase_after(self, word: Token, prepositions: tuple[str, ...]) -> Token | None:
        """The head of the nearest such phrase by the order of words, before any other clause begins."""
        doc = word.doc
        for token in doc[word.i + 1 : min(word.i + _REACH, word.sent.end)]:
            if token.lower_ in prepositions:
                return self._head_after(token.i + 1, word.sent.end)
            other = token.tag_ == "IN" and token.lower_ not in {"of", "in"}
            if other or token.text in {",", ";", "–", "—", "(", ":"} or token.tag_ in {*_FINITE, "WDT", "WP"}:
                return None
        return None

    def taken_up(self, verb: Token) -> list[str]:
        """ "Lebanon's army, which the United States funds": what a relative pronoun before *verb* takes up."""
        doc, start = verb.doc, max(verb.sent.start + 1, verb.i - 7)
        for token in reversed(doc[start : verb.i]):
            if token.lower_ in {"which", "whom"} and doc[token.i - 1].text == ",":
                return self.of(doc[token.i - 2], loose=False) or self._beside(doc[token.i - 2])
            if token.text in {",", ";"}:
                return []
        return []

    def _head_after(self, i: int, end: int) -> Token | None:
        """The last word of the phrase of nouns that begins at *i*; a name or pronoun where one stands first."""
        doc, last = None, None
        while i < end:
            doc = self._text.doc
            token = doc[i]
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
        else:
            set_off = False
        while i < end and not self._text.at.get(i) and doc[i].tag_ in {"", "NNP"} and doc[i].text[:1].isupper():
            i += 1
        if i >= end or not any(m.sort in _NAMED - {"demonym"} for m in self._text.at.get(i, ())):
            return None
        last = self._name_end(doc[i])
        if not set_off:
            return last
        following = doc[last.i + 1] if last.i + 1 < end else None
        return last if following is None or following.text in _CLOSING | {"and"} else None

    def _name_end(self, token: Token) -> Token:
        end = max(m.end for m in self._text.at[token.i])
        last = token
        while last.i + 1 < token.sent.end and last.doc[last.i + 1].idx < end:
            last = last.doc[last.i + 1]
        return last

    def named_before(self, noun: Token) -> Token | None:
        """The name a phrase is set beside: "Russia, Belgrade's protector at the Council,"; the phrase must close."""
        first, _ = self.left(noun)
        for token in noun.doc[noun.i + 1 : noun.sent.end]:
            if token.text in _CLOSING or token.lower_ in {"who", "which", "that", "whose", "and"}:
                break
            if token.tag_ in _FINITE:
                return None
        return self._closed_before(first)

    def _closed_before(self, first: int) -> Token | None:
        doc = self._text.doc
        if first < 2 or doc[first - 1].text not in {",", "–", "—", "(", "--"}:
            return None
        named = doc[first - 2]
        if named.tag_ == "POS" or not any(m.sort in _NAMED for m in self._text.at.get(named.i, ())):
            return None
        start = self._name_start(named)
        lead = doc[start - 1] if start > named.sent.start else None
        return None if lead is not None and lead.tag_ == "IN" and lead.i == named.sent.start else named

    def first_named(self, verb: Token, reach: int = 4) -> Token | None:
        """The nearest thing after *verb* that a party has or is: "owes Gazprom millions"."""
        for token in verb.doc[verb.i + 1 : min(verb.i + reach, verb.sent.end)]:
            if token.is_punct or token.pos_ == "VERB":
                return None
            if self._text.at.get(token.i):
                return self._name_end(token)
        return None

    def is_pronoun_owned(self, noun: Token) -> bool:
        """True for "its backer", "their protector", "an ally of his"."""
        _, owner = self.left(noun)
        of = clauses.prepositional(noun, "of")
        return (owner is not None and owner.tag_ == "PRP$") or any(c.lower_ in {"his", "hers", "theirs"} for c in of)

    def other_before(self, noun: Token, besides: list[str]) -> list[str]:
        """ "Somalia's treaty with Turkey, its backer": whom a possessive takes up that cannot be who bears the name."""
        start, barred = (self._text.sentence(noun) or (noun.sent.start_char, 0))[0], {party_of(p) for p in besides}
        near = (m for m in self._text.before(noun.idx) if m.start >= start and m.sort in _NAMED)
        return next(([m.party] for m in near if m.party not in barred), [])

    def twofold(self, noun: Token) -> tuple[list[str], list[str]]:
        """ "Its Eritrean allies", "Assad's Russian backers": who they are, and whose; empty unless both are said."""
        doc, i = noun.doc, noun.i - 1
        while i > noun.sent.start and doc[i].tag_ in {"JJ", "JJS", "NN"} and not self._text.at.get(i):
            i -= 1
        if not any(m.sort == "demonym" for m in self._text.at.get(i, ())) or i - 1 < noun.sent.start:
            return [], []
        _, owner = self.left(doc[i])
        if owner is None or (owner.tag_ not in {"PRP$", "WP$"} and doc[owner.i + 1].tag_ != "POS"):
            return [], []
        joined = self._joined_before(noun, owner)
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
        named = self._closed_before(i + 1)
        return self._parties(named) if named is not None else []

    def named_in(self, token: Token) -> list[str]:
        """Parties of a word inside a compound: "Iranian" of "Iranian-backed", "Russian" of "pro-Russian"."""
        found = [m.party for m in self._text.at.get(token.i, ()) if m.sort not in {"role", "person"}]
        return list(dict.fromkeys(found or [m.party for m in self._text.names.find(token.text) if m.sort != "person"]))[
            :1
        ]

    def compounded(self, word: Token, i: int, other: list[str]) -> list[str]:
        """Who is so described: the name after the phrase, in it or beside it, or where it sits: "in Bangui"."""
        noun = self._head_after(i, word.sent.end)
        if noun is None:
            return []
        named = self.named_after(noun)
        inner = [
            p for t in word.doc[i : noun.i + 1] for m in self._text.at.get(t.i, ()) if m.sort != "role" for p in (m.id,)
        ]
        ruling = noun.lemma_ in _RULING
        where = [p for c in clauses.prepositional(noun, "in", "of") for p in self._parties(c)] if ruling else []
        first, _ = self.left(word)
        beside = self._closed_before(min(first, word.i))
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
            found = self.of(self._phrase_after(noun, ("between", "among")))
        return list(dict.fromkeys(found))

    def subject(self, verb: Token) -> list[str]:
        """The doer of *verb*, owner included; for participles and failed trees what stands before it."""
        if (
            verb.tag_ == "VBG"
            and verb.head.lemma_ in {"accuse", "suspect"}
            and "of" in {c.lower_ for c in verb.children}
        ):
            return [p for o in clauses.objects(verb.head) for p in self.of(o)]
        for child in clauses.children(verb, "nsubj", "nsubj:pass"):
            named = self._closed_before(child.i + 0) if child.lower_ == "which" else None
            if named is not None:
                return self._parties(named)
        right_before = self._name_right_before(verb)
        if right_before is not None:
            return self._parties(right_before)
        found = self.of(clauses.subject(verb))
        return found or self.of(self._word_before(verb))

    def _name_right_before(self, verb: Token) -> Token | None:
        """ "Which Sudan says the Emirates arm": a name that a finite verb follows, and no preposition leads."""
        named = verb.nbor(-1) if verb.i > verb.sent.start else None
        if named is None or verb.tag_ not in {"VBZ", "VBP"} or named.tag_ not in {"NNP", "NNPS"}:
            return None
        if named.dep_ == "conj" or not any(m.sort in _NAMED for m in self._text.at.get(named.i, ())):
            return None
        start = self._name_start(named)
        lead = [t for t in named.doc[max(named.sent.start, start - 2) : start] if t.tag_ != "DT"]
        return None if lead and (lead[-1].tag_ in {"IN", "POS", "TO", "CC"} or lead[-1].is_punct) else named

    def _word_before(self, verb: Token) -> Token | None:
        doc, i = verb.doc, verb.i - 1
        if doc[i].lower_ == "and" and i - 2 > verb.sent.start:
            i -= 2
        while i > verb.sent.start and (doc[i].pos_ in {"AUX", "ADV", "PART"} or doc[i].tag_ == "RB"):
            i -= 1
        if i < verb.sent.start:
            return None
        if doc[i].tag_ in {"WDT", "WP"} or self._text.at.get(i):
            return doc[i]
        return None

    def is_mutual(self, verb: Token) -> bool:
        """True where a verb is done to "each other", "one another", "the other"."""
        words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]]
        return any(pair in _MUTUAL for pair in pairwise(words))

    def main_pair(self, token: Token) -> list[str]:
        """The two sides that the article is about at *token*."""
        return [party_of(p) for p in self._who.main_pair(token)]

    def is_group(self, party: str) -> bool:
        """True for blocs: whom others support in a debate rather than stand behind."""
        return self._text.names.sort_of(party) == "bloc"

    def can_tie(self, party: str) -> bool:
        """False for experts, persons of an institution that no list has, and for single words that may be anything."""
        known = self._text.names.sort_of(party_of(party)) is not None
        return known or (":" not in party and not party.istitle()) or (":" not in party and " " in party)

    def commonest(self, others: list[str]) -> list[str]:
        """The party most spoken of, but for *others*."""
        barred = {party_of(p) for p in others}
        return [p for p in self._who.commonest(3) if p not in barred][:1]

"""People known by whom they stand beside: "X, the deputy speaker", "an aide to the minister", "a source close to Y"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.pronouns import ONE_PERSON

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Beside"]

_SPEAKING_FOR = ("speaking", "acting", "writing", "negotiating", "responding")
_SELF = {"itself", "themselves"}
_CALLING = {"call", "style", "name", "dub"}
_REACH = 9
"""Words behind a noun for somebody in which it is said whom he is close to."""


class Beside:
    """Resolves nouns for people of one article by the names around them; *parties* says whom a phrase stands for."""

    def __init__(self, text: ReadText, parties: Callable[[Token], tuple[str, ...]]) -> None:
        self._text = text
        self._parties = parties
        self._people = word_sets("nouns")["people"]
        self._bodies = word_sets("nouns")["bodies"] | word_sets("nouns")["movements"]

    def of(self, noun: Token) -> tuple[str, ...]:
        """Whom the noun stands for by a name before its comma, or by whom it is said to serve or to be close to."""
        return self._behind_name(noun) or self._self_called(noun) or self._serving(noun) or self._knowing(noun)

    def spoken_for(self, token: Token) -> tuple[str, ...]:
        """The group that a party speaks for: "Pakistan, for the G-77", "on behalf of the bloc"."""
        mentions = self._text.at.get(token.i)
        if not mentions or not any(m.sort in {"state", "person"} for m in mentions):
            return ()
        following = [t for t in token.doc[token.i + 1 : token.i + 9] if t.sent == token.sent]
        words = [t.lower_ for t in following]
        n = 1 if words[:1] == [","] or words[:1] == ["("] else 0
        n += n and words[n : n + 1] in ([w] for w in _SPEAKING_FOR)
        lead = 1 if words[n : n + 1] == ["for"] and n else 4 if words[n : n + 3] == ["on", "behalf", "of"] else 0
        if not lead:
            return ()
        near = takewhile(lambda t: t.text != ",", following[n + lead - 1 :])
        group = [m for t in near for m in self._text.at.get(t.i, ()) if m.sort in {"bloc", "organisation"}]
        return (group[0].id,) if group else ()

    def _self_called(self, noun: Token) -> tuple[str, ...]:
        """ "A faction led by General X, which calls itself the Mountain Front": by the name it has given itself."""
        if noun.tag_ not in {"NN", "NNS"} or noun.lemma_ not in self._bodies:
            return ()
        following = noun.doc[noun.i + 1 : min(noun.i + 2 * _REACH, noun.sent.end)]
        for near in following:
            if near.lemma_ in self._bodies and near.pos_ == "NOUN":
                return ()
            if near.lower_ in _SELF and near.nbor(-1).lemma_ in _CALLING:
                behind = (m for t in noun.doc[near.i + 1 : near.i + 3] for m in self._text.at.get(t.i, ()))
                return tuple(m.id for m in behind)[:1]
        return ()

    def _knowing(self, noun: Token) -> tuple[str, ...]:
        """ "Two officials with knowledge of the Kenyan position", "a person familiar with Chad's thinking"."""
        words = lexicon("doers")["confidants"]
        if noun.lemma_ not in words["knowing"]:
            return ()
        reach = list(noun.doc[noun.i + 1 : min(noun.i + _REACH, noun.sent.end)])
        if not any(t.lower_ in words["knowledge"] for t in reach[:3]):
            return ()
        thought = next((t for t in reach if t.lemma_ in words["thinking"]), None)
        owners = clauses.children(thought, "nmod:poss", "amod", "compound") if thought is not None else []
        return next((found for owner in owners if (found := self._parties(owner))), ())

    def _behind_name(self, noun: Token) -> tuple[str, ...]:
        """ "X Y, the deputy speaker of parliament who leads the talks": the person before the comma."""
        if noun.tag_ != "NN" or not (noun.lemma_ in ONE_PERSON or noun.lemma_ in self._people):
            return ()
        first = noun.left_edge.i
        if first - 2 < noun.sent.start or noun.doc[first - 1].text != ",":
            return ()
        comma = noun.doc[first - 1].idx
        persons = (m.id for m in self._text.at.get(first - 2, ()) if m.sort == "person" and m.end == comma)
        return tuple(persons)[:1] if noun.doc[first].lower_ in {"the", "a", "an", "its", "their"} else ()

    def _serving(self, noun: Token) -> tuple[str, ...]:
        """ "An aide to the minister", "a person close to the delegation", "two officials briefed by the ministry"."""
        words = lexicon("doers")["confidants"]
        if noun.lemma_ in words["serving"]:
            for served in clauses.prepositional(noun, "to"):
                if found := self._parties(served):
                    return found
        if noun.lemma_ not in words["knowing"]:
            return ()
        doc, stop = noun.doc, min(noun.i + _REACH, noun.sent.end)
        close = next((t for t in doc[noun.i + 1 : stop] if t.lower_ in words["close"]), None)
        if close is None or any(t.text in {",", "."} for t in doc[noun.i : close.i]) or close.nbor().lower_ != "to":
            return ()
        named = (t for t in doc[close.i + 2 : stop] if t.dep_ in {"obl", "nmod"} and t.i > close.i)
        head = next(named, None)
        return self._parties(head) if head is not None else ()

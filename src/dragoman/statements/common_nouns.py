"""Parties that no name stands for: groups that act in their own right, bodies by whose they are, all who take part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.actor_nouns import plural
from dragoman.statements.group_names import group_name, is_group_noun
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.stance_words import owned_stances

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["CommonNouns"]

_CAUSES = {
    "rights", "aid", "relief", "lobby", "pressure", "advocacy", "campaign", "consumer", "business", "industry", "trade",
    "farm", "peace", "church", "victims", "environment", "conservation", "monitoring",
}  # fmt: skip
"""What a group without a name may be for: "a human rights group"."""
_PLAIN = {"the", "a", "an", "main", "own", "leading", "other", "principal", "new", "big", "powerful", "influential"}
"""Words before a body without a name that are no part of what it is called."""
_UNDER_ARMS = {"rebel", "insurgent", "guerrilla", "separatist", "secessionist", "mutineer"}
"""Words for those who fight a state, before what is theirs."""
_ARMED = {
    "force", "troop", "fighter", "unit", "commander", "leader", "chief", "army", "militia", "delegation", "movement",
}  # fmt: skip
"""What fights or speaks for them."""
_ACTING = {"nsubj", "obl:agent", "obj", "iobj", "nsubj:pass", "conj", "obl"}
_DEALT_WITH = {"with", "by", "from", "against", "between", "among", "on"}
"""Before those with whom something is had, or whose it is: "a pact with the dockers' union"."""


class CommonNouns:
    """Resolves the common nouns of one article; *collective* is who takes part in talks of many."""

    def __init__(self, text: ReadText, collective: tuple[str, ...]) -> None:
        self._text = text
        self._collective = collective
        self._nouns = word_sets("nouns")

    def of(self, token: Token) -> tuple[str, ...]:
        """The group or the body that *token* heads."""
        return self.group(token) or self._body(token) or self._fighting(token)

    def all(self, token: Token) -> tuple[str, ...]:
        """ "Countries must finish the treaty", "members failed to agree": in talks of many, all who take part."""
        bare = token.tag_ == "NNS" and not clauses.children(token, "amod", "compound", "nmod", "nmod:poss", "nummod")
        return self._collective if bare and token.lemma_ in lexicon("doers")["forums"]["bare"] else ()

    def group(self, token: Token) -> tuple[str, ...]:
        """A group that acts in its own right, by what it is called: "bondholders", "foreign oil companies"."""
        owned = any(child.tag_ == "PRP$" for child in token.children)
        counting = token.head if clauses.measured(token.head, self._nouns["quantities"]) == token else token
        if owned or not _is_acting(counting):
            return ()
        if token.tag_ == "NN" and any(c.lower_ in {"every", "each"} for c in token.children) and is_group_noun(token):
            other = any(c.lower_ == "other" for c in token.children)
            return (f"other {plural(token.lemma_)}" if other else plural(token.lemma_),)
        if token.tag_ == "NN" and token.lemma_ in self._nouns["bodies"]:
            inside = [c for c in clauses.prepositional(token, "of") if c.tag_ == "NNS" and is_group_noun(c)]
            return tuple(group_name(part, self._text.at) for c in inside[:1] for part in clauses.conjuncts(c))
        if token.tag_ not in {"NNS", "NNPS"} or not is_group_noun(token) or self._is_of_a_land(token):
            return ()
        return (group_name(token, self._text.at),)

    def _fighting(self, token: Token) -> tuple[str, ...]:
        """ "Rebel forces", "an insurgent commander": those whose forces and commanders they are."""
        if token.lemma_ not in _ARMED and token.lemma_ not in self._nouns["people"]:
            return ()
        beside = (c for c in clauses.children(token, "amod", "compound") if c.lower_ in _UNDER_ARMS)
        return tuple(plural(c.lower_) for c in beside)[:1] if _is_acting(token) else ()

    def _is_of_a_land(self, token: Token) -> bool:
        """ "The Chadian sailors", "journalists of Chad": those who are held or freed are so as their land's."""
        beside = [*clauses.children(token, "amod", "compound"), *clauses.prepositional(token, "of", "from")]
        return token.lemma_ in lexicon("doers")["captives"]["words"] and any(self._text.at.get(c.i) for c in beside)

    def _described(self, token: Token) -> str:
        """What a body is called by what it is for: "the chamber of commerce", "the country's main business lobby"."""
        of = [c for c in clauses.prepositional(token, "of") if c.tag_ == "NN" and not list(c.children)[1:]]
        plain = self._nouns["plain groups"] | self._nouns["plain"] | {"international", "independent", "regional"}
        words = [c for c in clauses.children(token, "amod", "compound") if c.lower_ not in plain]
        loose = self._nouns["parts"] | {"movement", "coalition"}
        loose = loose if words and words[-1].lower_ in _CAUSES else loose | {"group"}
        if not of and (not words or token.lemma_ in loose):
            return ""
        if any(self._text.at.get(c.i) for c in token.subtree) or clauses.prepositional(token, "in"):
            return ""
        first = words[0] if words else token
        start, end = (first.left_edge if words else first).idx, (of[0] if of else token)
        return self._text.article.text[start : end.idx + len(end)].replace("\n", " ")

    def _body(self, token: Token) -> tuple[str, ...]:
        """A body without a name of its own, by whose it is or what it is for: "the dockworkers' union"."""
        if token.tag_ != "NN" or token.lemma_ not in self._nouns["bodies"] or not _is_acting(token, "of"):
            return ()
        told = [c for c in clauses.children(token, "nmod:poss", "compound") if c.pos_ == "NOUN" and c.tag_ == "NNS"]
        if not told and _is_acting(token) and (called := self._described(token)):
            return (called,)
        if not told or token.lemma_ in self._nouns["parts"] or clauses.prepositional(token, "of"):
            return ()
        named = any(self._text.at.get(t.i) for place in clauses.prepositional(token, "in") for t in place.subtree)
        if named and not is_group_noun(told[0]):
            return ()
        first = told[0].left_edge.i
        lands = [t.i for t in told[0].subtree if t.i < told[0].i and self._text.at.get(t.i)]
        if any(self._text.at.get(t.i) for part in told for t in part.subtree if t.i not in lands):
            return ()
        if lands:
            first = max(lands) + (2 if token.doc[max(lands) + 1].tag_ == "POS" else 1)
        while first < told[0].i and (token.doc[first].tag_ in {"JJS", "RBS"} or token.doc[first].lower_ in _PLAIN):
            first += 1
        written = self._text.article.text[token.doc[first].idx : token.idx + len(token)]
        return (written.replace("\n", " "),)


def _is_acting(token: Token, *leads: str) -> bool:
    """Whether *token* stands where somebody acts or is dealt with, *leads* being further words before it."""
    if token.dep_ != "nmod":
        return token.dep_ in _ACTING
    lead = clauses.preposition(token)
    return lead in _DEALT_WITH or lead in leads or (lead == "of" and token.head.lemma_ in owned_stances())

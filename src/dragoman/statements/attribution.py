"""Who says so: the speaker a clause is attributed to, before, inside or after it, or over a sentence's end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Attribution", "Attributions"]

_HEDGES = {
    "reportedly",
    "allegedly",
    "apparently",
    "likely",
    "probably",
    "possibly",
    "perhaps",
    "seemingly",
    "obviously",
}
_SEEMING = {"seem", "appear"}


@dataclass(frozen=True)
class Attribution:
    """A speaker: the parties whose word it is (none for experts), the words that name it, the verb of saying."""

    parties: tuple[str, ...]
    label: str
    verb: Token | None


AUTHOR = Attribution((), "author", None)


class Attributions:
    """Finds the speaker of clauses in one article."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who
        self._saying = frozenset(lexicon("positions")["saying"]["words"])
        self._insiders = frozenset(lexicon("nouns")["insiders"])

    def of(self, token: Token) -> Attribution:
        """The innermost speaker whose saying *token* stands in; the author where there is none."""
        inner = token
        for outer in [token, *token.ancestors]:
            if (
                outer != token
                and self.is_saying(outer)
                and inner.dep_ in {"ccomp", "xcomp", "conj", "advcl", "obj", "acl", "obl"}
            ):
                found = self.speaker(outer)
                if found and self._inside(inner, outer):
                    return found
            tagged = self._tag(outer)
            if tagged and tagged.verb != token and not self._within(token, tagged.verb):
                return tagged
            inner = outer
        return AUTHOR

    def is_saying(self, token: Token) -> bool:
        """True for verbs of saying."""
        if token.lemma_ == "clear" and token.head.lemma_ == "make":
            return True
        return token.lemma_ in self._saying and token.pos_ in {"VERB", "AUX"}

    def speaker(self, verb: Token) -> Attribution | None:
        """The subject of a verb of saying, as a speaker."""
        agent = clauses.subject(verb.head if verb.lemma_ == "clear" else verb)
        if agent is not None and agent.lower_ == "it" and clauses.is_passive(verb):
            return Attribution((), "reports", verb)
        if agent is None or agent.lower_ in {"which", "that", "who"}:
            return None
        return self._speaking(agent, verb)

    def _speaking(self, agent: Token, verb: Token | None) -> Attribution:
        parties = self._who.parties(agent)
        if parties:
            return Attribution(parties, "; ".join(parties), verb)
        start, end = clauses.phrase(agent, without=clauses.children(agent, "acl:relcl", "appos", "acl"))
        return Attribution((), self._text.article.text[start:end], verb)

    def is_insider(self, speaker: Attribution) -> bool:
        """True for a source without a party that reports rather than judges: an official, a diplomat, an aide."""
        words = {word.strip(",").lower().rstrip("s") for word in speaker.label.split()}
        return speaker.verb is not None and not speaker.parties and bool(words & self._insiders)

    @staticmethod
    def _inside(inner: Token, saying: Token) -> bool:
        if inner.dep_ == "advcl":
            return "that" in clauses.marker(inner)
        if inner.dep_ == "conj":
            return False
        return inner.dep_ not in {"obj", "obl"} or inner.i > saying.i

    @staticmethod
    def _within(token: Token, verb: Token | None) -> bool:
        return verb is not None and (token == verb or any(a == verb for a in token.ancestors))

    def _tag(self, outer: Token) -> Attribution | None:
        """A saying that hangs from the clause it reports: "..., Lukin said", "according to Lukin"."""
        for child in outer.children:
            if child.dep_ == "parataxis" and self.is_saying(child) and not clauses.children(child, "ccomp", "xcomp"):
                found = self.speaker(child)
                if found:
                    return found
            if child.dep_ in {"obl", "nmod", "advmod", "advcl"} and clauses.preposition(child).startswith("according"):
                return self._speaking(child, None)
        return None

    def is_quoted(self, start: int, end: int) -> bool | Literal["partial"]:
        """Whether the range stands in quotation marks, or holds a quotation."""
        sentence = self._text.article.text
        before = sentence[max(0, start - 600) : start]
        opened = max(before.rfind("“"), before.rfind("\n"))
        if opened >= 0 and before[opened] == "“" and "”" not in before[opened:]:
            return True
        return "partial" if re.search(r"[“\"][^”\"]+[”\"]", sentence[start:end]) else False

    @staticmethod
    def hedge(token: Token) -> str | None:
        """The word that softens a clause: reportedly, likely, seems, might."""
        for near in [token, *list(token.ancestors)[:2]]:
            if near.lemma_ in _SEEMING:
                return near.lemma_
            for child in near.children:
                if child.lower_ in _HEDGES or (child.dep_ == "aux" and child.lower_ in {"may", "might", "could"}):
                    return child.lower_
        return None

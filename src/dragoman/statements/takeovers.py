"""Those who took power by force, and those they took it from: "the junta", "the generals", "the ousted president"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.pronouns import ONE_PERSON

if TYPE_CHECKING:
    from dragoman.language.parties import Mention
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Takeovers", "ruled_by_arms"]

_NOUNS = word_sets("nouns")
_USURPERS = _NOUNS["usurpers"]
_LEADING = {"leader", "maker", "plotter", "chief", "ruler"}
_MAYBE = frozenset({*_LEADING, *_USURPERS})
_REMOVED = _NOUNS["removed"]
_LANDS = {"state", "capital", "demonym", "seat"}
_TAKEN = re.compile(
    r"(?:['’]s?)?,? (?:(?:new|ruling|military) )*"
    r"(?:junta|coup|generals|colonels|putschists|military (?:junta|government|rulers|leaders|regime))\b"
)
"""What follows the name of a state in which power was taken: "Niger's ruling junta"."""
_TAKEN_IN = re.compile(r"\b(?:junta|coup|takeover|putsch|power) in (?:the )?$")
_RULED = re.compile(
    r"(?:['’]s?)?\s(?:ruling |new |de facto )?"
    r"(?:junta|military (?:rulers?|government|leaders?|regime|authorities|council))\b"
)
"""What follows the name of a state that soldiers rule: "Niger's military rulers"."""
_BEFORE = 60
"""Characters before a name within which it is said that its bearer was removed."""


class Takeovers:
    """Resolves nouns of one article for those who took power in a state and those whom they removed."""

    def __init__(self, text: ReadText) -> None:
        self._text = text

    def of(self, noun: Token) -> tuple[str, ...]:
        """Whom *noun* takes up: the state that is in the hands of "the generals", or "the deposed leader" by name."""
        if noun.tag_ == "NNS":
            return self._usurping(noun)
        if noun.lemma_ in ONE_PERSON:
            beside = clauses.children(noun, "amod")
            if beside and not clauses.children(noun, "nmod:poss", "appos") and _REMOVED & {c.lower_ for c in beside}:
                return self._removed(noun)
        return ()

    def _usurping(self, noun: Token) -> tuple[str, ...]:
        if noun.lemma_ not in _MAYBE:
            return ()
        beside = {c.lower_ for c in clauses.children(noun, "amod", "compound")}
        led = noun.lemma_ in _LEADING and beside & {"coup", "junta", "putsch", "military"}
        if not led and (noun.lemma_ not in _USURPERS or beside - _NOUNS["plain"] or not self._seized):
            return ()
        most = self._seized.most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return ()
        return (most[0][0],)

    @cached_property
    def _seized(self) -> Counter[str]:
        """States in which the article says that power was taken, with how often it says so."""
        text = self._text.article.text
        lands = (m for m in self._text.mentions if m.sort in _LANDS)
        return Counter(
            m.party
            for m in lands
            if _TAKEN.match(text, m.end) or _TAKEN_IN.search(text[max(0, m.start - 30) : m.start])
        )

    def _removed(self, noun: Token) -> tuple[str, ...]:
        """The person whom the article says to have been removed, named last before *noun*."""
        text = self._text.article.text
        for mention in self._text.before(noun.idx):
            if mention.sort == "person" and ":" in mention.id:
                before = re.split(r"[.;\n]", text[max(0, mention.start - _BEFORE) : mention.start])[-1].lower()
                if _REMOVED & set(re.findall(r"[a-z]+", before)):
                    return (mention.id,)
        return ()


def ruled_by_arms(text: str, mentions: Iterable[Mention]) -> str | None:
    """The party of the first of *mentions* behind which *text* has "'s junta", "military rulers"; None if none has."""
    return next((m.party for m in mentions if _RULED.match(text, m.end)), None)

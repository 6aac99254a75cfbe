"""Dictionary forms of verbs that a small lemmatiser cuts wrongly: "freed" is of free, "boycotted" of boycott."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["verb_form"]

_ENDINGS = ("ed", "ing")


def verb_form(token: Token) -> None:
    """Give a past or an -ing form whose lemma no list has the listed verb it can come from."""
    if token.pos_ != "VERB" or token.lemma_ in _verbs():
        return
    word = token.lower_
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            form = next((f for f in (stem, stem + "e", stem[:-1]) if f in _verbs()), None)
            token.lemma_ = form or token.lemma_


@cache
def _verbs() -> frozenset[str]:
    """The verbs of the lists of acts and positions, without their particles."""
    entries = [*lexicon("acts")["verb"], *lexicon("positions")["verb"]]
    listed = {word.partition("+")[0] for entry in entries for word in entry["words"]}
    carried = {word for words in lexicon("acts")["carriers"].values() for word in words}
    return frozenset(listed | carried | set(lexicon("positions")["saying"]["words"]))

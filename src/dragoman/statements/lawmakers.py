"""People of a state who need no name beside them: "lawmakers", "ministers", "the senators" of the house named last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["ELECTED", "domestic"]

ELECTED = {"lawmaker", "legislator", "deputy", "senator", "mp", "parliamentarian", "congressman"}
_HOUSE = re.compile(
    r"\b(?:Parliament|Congress|Assembly|Senate|Knesset|Duma|Bundestag|Seimas|Sejm|Riksdag|Storting|Rada|Majlis|Commons)\b"
)


def domestic(noun: Token, text: ReadText, home: Callable[[], str | None]) -> tuple[str, ...]:
    """Those of the state that an article is filed from, or most about, which *home* finds; empty if told otherwise."""
    nouns = word_sets("nouns")
    told = clauses.children(noun, "amod", "compound", "nmod", "nummod", "acl")
    if noun.tag_ != "NNS" or told or noun.lemma_ not in nouns["domestic"]:
        return ()
    sits = _of_house(noun, text) if noun.lemma_ in ELECTED and clauses.children(noun, "det") else None
    if sits and text.names.sort_of(sits) != "state":
        return (sits,)
    state = sits or home()
    inside = noun.lemma_ not in nouns["states"]
    return (f"{state}:{noun.lower_}" if inside else state,) if state else ()


def _of_house(noun: Token, text: ReadText) -> str | None:
    """ "The lawmakers" after "the European Parliament": whose house was named last."""
    houses = (m for m in text.before(noun.idx) if _HOUSE.search(text.article.text, m.start, m.end))
    return next((m.party for m in houses), None)

"""Names in a series: "Chad, Mali and Niger", by the tree and by the commas and the "and" between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Series"]


class Series:
    """Finds what is listed with a word of one article."""

    def __init__(self, text: ReadText) -> None:
        self._text = text

    def of(self, token: Token) -> list[Token]:
        """*token* and what is listed with it."""
        found = clauses.conjuncts(token)
        if not self._text.at.get(token.i):
            return found
        if len(found) > 1:
            found = [t for t in found if not self._is_denied(t)] or found
        run, last, joined = [], token, False
        while True:
            following = _after_comma(last)
            if following is None or not self._text.at.get(following[0].i):
                break
            joined = joined or following[1]
            last = self._head_of(following[0])
            run.append(last)
        return [*found, *(t for t in run if t not in found)] if joined else found

    def _is_denied(self, token: Token) -> bool:
        """The Chad of "Peru, not Chad", "not Chad but Peru", "Peru rather than Chad"."""
        start = min((m.start for m in self._text.at.get(token.i, ())), default=token.idx)
        before = [t for t in token.doc[max(token.sent.start, token.i - 8) : token.i] if t.idx < start]
        lead = [t.lower_ for t in before if t.lower_ != "the"][-2:]
        return lead[-1:] == ["not"] or lead in (["rather", "than"], ["instead", "of"])

    def _head_of(self, token: Token) -> Token:
        """The last word of the name that begins at *token*: the word that stands for it in the tree."""
        end = max(m.end for m in self._text.at[token.i] if m.start <= token.idx)
        last = token
        while last.i + 1 < len(token.doc) and last.doc[last.i + 1].idx < end:
            last = last.doc[last.i + 1]
        return last


def _after_comma(token: Token) -> tuple[Token, bool] | None:
    """The word after a comma or "and" behind *token*, and whether an "and" stood there; None for anything else."""
    doc, i, joined, parted = token.doc, token.i + 1, False, False
    while i < len(doc) and doc[i].lower_ in {",", "and", "or", "&", "the", ")", "nor"}:
        joined = joined or doc[i].lower_ in {"and", "or", "&", "nor"}
        parted = parted or doc[i].lower_ != "the"
        i += 1
    if i >= len(doc) or not parted or any(doc[j].is_sent_start for j in range(token.i + 1, i + 1)):
        return None
    return doc[i], joined

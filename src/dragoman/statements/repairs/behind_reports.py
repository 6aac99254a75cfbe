"""What stands behind a report that follows a quotation: who speaks, and what she is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["tail_of_report"]

_NAMING = {"NOUN", "PROPN", "PRON"}


@at(parts={"VERB"}, bearing=True)
def tail_of_report(token: Token, saying: frozenset[str]) -> None:
    """ "...", said Ana Ruiz, head of the union: what stands behind the report says who speaks, and goes on no quote."""
    if token.lemma_ not in saying or token.pos_ != "VERB" or token.i <= token.sent.start or not token.nbor(-1).is_quote:
        return
    under = [c for c in clauses.children(token, "nsubj", "obj", "iobj") if c.i > token.i and c.pos_ in _NAMING]
    if not under or under[0].pos_ == "PRON":
        return
    for word in token.doc[under[0].i + 1 : token.sent.end]:
        if word.is_quote:
            return
        if word.head.i < token.i - 1 and not word.is_punct and word.head != word:
            _bring_over(word, token, under[0])


def _bring_over(word: Token, report: Token, speaker: Token) -> None:
    """Hang *word* from the report or from who speaks, and leave what hung from it in the quotation there."""
    left = [c for c in word.children if c.i < report.i]
    heads = [c for c in left if c.pos_ in {"NOUN", "PROPN", "VERB"}]
    if heads:
        heads[-1].hang(word.head, word.dep_)
    for child in left:
        if child not in heads[-1:]:
            attach(child, heads[-1] if heads else word.head, child.dep_)
    if word.pos_ in {"NOUN", "PROPN"}:
        attach(word, speaker, "nmod" if clauses.preposition(word) else "appos")
    elif word.pos_ == "VERB":
        attach(word, report, "advcl")

"""Those to whom a state owes in an article about its debt: governments that lent to it, and holders of its bonds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["DEBT", "Creditors"]

DEBT = re.compile(
    r"\b(?:debts?|restructur\w+|haircuts?|defaults?|defaulted|bail-?out|arrears|coupons?|maturit(?:y|ies)|bonds?)\b"
)
_OFTEN = 3
"""Words about debt from which on an article is about it."""
_OFFICIAL, _PRIVATE = "official creditors", "bondholders"


class Creditors:
    """Tells governments that lent from those who hold bonds; of an article about anything else it knows nobody."""

    def __init__(self, text: ReadText) -> None:
        article = text.article.text
        about = re.search(r"\b(?:creditors?|bondholders?)\b", article) and len(DEBT.findall(article)) >= _OFTEN
        words = lexicon("doers")["creditors"]
        self._committees = (
            [
                (found.start(), _OFFICIAL if found["official"] or "fficial" in found[0] else _PRIVATE)
                for found in re.compile(
                    rf"\b(?:{'|'.join(words['committees'])})(?: \w+)?,? (?:of|for|representing) (?:\w+ ){{0,3}}?"
                    rf"(?:(?P<official>{'|'.join(words['official'])})|{'|'.join(words['private'])})\b|"
                    rf"\b(?P<also>{'|'.join(words['official'])}|{'|'.join(words['private'])})['’]? committee",
                    re.IGNORECASE,
                ).finditer(article)
            ]
            if about
            else []
        )
        self._about, self._article = bool(about), article
        self._bonds = re.compile(rf"\b(?:bondholders?|(?:{'|'.join(words['holders'])})s? of)\b", re.IGNORECASE)
        self._words = words

    def of(self, noun: Token) -> tuple[str, ...]:
        """Whom "the committee", "the governments", "creditor countries" or "holders of its bonds" stand for."""
        if not self._about or noun.pos_ not in {"NOUN", "PROPN"}:
            return ()
        lemma, words = noun.lemma_.lower(), {c.lower_ for c in clauses.children(noun, "amod", "compound")}
        inside = {c.lemma_ for c in clauses.prepositional(noun, "of")}
        if lemma in self._words["holders"] and inside & set(self._words["papers"]):
            return (_PRIVATE,)
        lenders = lemma in self._words["lenders"] and words & set(self._words["public"])
        if lenders or (lemma in self._words["states"] and "creditor" in words):
            return (_OFFICIAL,)
        if lemma in self._words["committees"] and inside & set(self._words["states"]):
            return (_OFFICIAL,)
        kinds = [kind for start, kind in self._committees if start < noun.idx]
        the = any(c.lower_ == "the" for c in noun.children)
        if words or inside or not (the or (lemma == "member" and noun.tag_ == "NNS")):
            return ()
        if lemma == "member":
            return tuple(kinds[-1:])
        if lemma in self._words["committees"]:
            bonds = lemma == "committee" and self._bonds.search(self._article, 0, noun.idx)
            return tuple(kinds[-1:]) or ((_PRIVATE,) if bonds else ())
        return (_OFFICIAL,) if lemma == "government" and noun.tag_ == "NNS" and _OFFICIAL in kinds else ()

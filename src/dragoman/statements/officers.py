"""Whom "the president", "the minister", "the spokesman" take up: persons by what the article calls them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.mention import Mention
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["CROWNED", "Officers"]

CROWNED = frozenset({"king", "queen", "emir", "sultan", "monarch"})
"""Heads who stand for their state where nobody is called so by name."""
_RULING = CROWNED | {"president", "premier", "chancellor"}
_SHORTLY = 600
"""Characters back within which a person is taken up by an office."""
_NOT_ONCE = "".join(f"(?<!{word}[- ])" for word in ("vice", "deputy", "shadow", "former", "then", "ex"))
_ALSO = {"premier": "premier|prime minister"}
"""Offices that go by other words beside a name."""
_TOLD = {"nmod", "nmod:poss", "acl", "acl:relcl", "appos", "flat"}
"""How words hang that tell more of an office than which one it is."""
_CALLED = 40
"""Characters before and behind a name in which it is said what its bearer is."""
_DOES = re.compile(
    r"\b(?<!-)(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\bnewly )"
    r"(?:sa(?:id|ys)|t(?:old|ells)|ha[sd]|have|w(?:ill|ould)|could|met|wrote|\w{2,}(?:ed|ing))\b"
)
"""Behind a name a verb: what follows is what its bearer does, and to whom."""


class Officers:
    """Finds the persons of one article by their offices."""

    def __init__(self, text: ReadText) -> None:
        self._text = text

    def latest(self, noun: Token) -> str | None:
        """ "The president" after a name: the person so called, in this sentence or the two before, else named last.

        Where one person alone of the article is so called, he is meant from afar too. A head of state
        is nobody of a company or a union that nothing calls so.
        """
        before = [m for m in self._text.before(noun.idx) if m.sort == "person"]
        near = [m for m in before if noun.idx - m.end <= _SHORTLY]
        fit = [m for m in near if self._is_called(m.id, noun.lemma_)]
        if not fit and len(called := {m.id for m in before if self._is_called(m.id, noun.lemma_)}) == 1:
            return next(iter(called))
        if noun.lemma_ in CROWNED and not fit:
            return None
        if noun.lemma_ in _RULING and not fit:
            fit = [m for m in near if self._text.names.sort_of(m.party) == "state"]
            return fit[0].id if fit else None
        return next((m.id for m in fit or near), None)

    def is_anybody(self, noun: Token) -> bool:
        """Whether somebody named before *noun* is called what it says."""
        before = {m.id for m in self._text.before(noun.idx) if m.sort == "person"}
        return any(self._is_called(person, noun.lemma_) for person in before)

    def premier(self, noun: Token) -> str | None:
        """ "The prime minister" after "Keir Starmer": the person named last who was it on the day of the article."""
        prime = noun.lemma_ == "minister" and any(c.lower_ == "prime" and c.i == noun.i - 1 for c in noun.children)
        if not prime or _is_told(noun):
            return None
        before = dict.fromkeys(m.id for m in self._text.before(noun.idx) if m.sort == "person")
        names, day = self._text.names, self._text.article.date
        return next((person for person in before if names.holds(person, "prime minister", day)), None)

    def beside(self, noun: Token) -> tuple[str, ...]:
        """ "The finance minister, Maria Lunde, who": the person named right behind, however the tree joins them.

        A surname alone is another's, unless it is set off: "asked about the minister, Lunde said".
        """
        behind = noun.doc[noun.i + 1 : noun.i + 3]
        named = len(behind) > 1 and behind[0].text == "," and self._text.at.get(behind[1].i, ())
        persons = [m for m in named or () if m.sort == "person" and m.start == behind[1].idx]
        text = self._text.article.text
        return tuple(m.id for m in persons if " " in text[m.start : m.end] or text[m.end : m.end + 1] == ",")[:1]

    def called(self, noun: Token) -> str | None:
        """ "The foreign secretary", "the chief negotiator": the person last named whom the article calls so."""
        title = [c for c in noun.children if c.dep_ in {"amod", "compound"} and c.i < noun.i]
        if not title or _is_told(noun):
            return None
        words = r"[\s-]+".join(re.escape(t.lower_) for t in noun.doc[title[0].i : noun.i + 1])
        if not re.search(words, self._text.article.text[: noun.idx], re.IGNORECASE):
            return None
        before = [m for m in self._text.before(noun.idx) if m.sort == "person"]
        known = [person for person in dict.fromkeys(m.id for m in before) if self._is_called(person, words)]
        near = (m.id for m in before if m.id in known and noun.idx - m.end <= _SHORTLY)
        return next(near, known[0] if len(known) == 1 else None)

    def _is_called(self, person: str, noun: str) -> bool:
        """Whether the article sets *noun* right beside a name of the person: "Chancellor Merkel"."""
        text = self._text.article.text
        called = re.compile(rf"{_NOT_ONCE}\b(?:{_ALSO.get(noun, noun)})\b", re.IGNORECASE)
        return any(
            called.search(self._told_before(m))
            or called.search(
                _DOES.split(re.split(r"[.;,\n]", text[m.end : m.end + _CALLED].removeprefix(","))[0], maxsplit=1)[0]
            )
            for m in self._text.mentions
            if m.id == person
        )

    def _told_before(self, person: Mention) -> str:
        """What stands before a name; not before the comma of "asked if he had met the president, Ruiz said"."""
        text = self._text.article.text
        before = re.split(r"[.;\n]\s", text[self._after_other(person) : person.start])[-1]
        surname = " " not in text[person.start : person.end]
        return "" if surname and before.endswith(", ") else before

    def _after_other(self, person: Mention) -> int:
        """Where the words before a name begin that may say what its bearer is: behind the name of anybody else."""
        others = (m.end for m in self._text.before(person.start) if m.sort == "person")
        return max(0, person.start - _CALLED, next(others, 0))


def _is_told(noun: Token) -> bool:
    """Whether words beside an office say more than which it is; what its holder is asked to do says nothing of it."""
    return any(c.dep_ in _TOLD and not (c.dep_ == "acl" and clauses.marker(c) == "to") for c in noun.children)

"""What asks say of options, in logic: a wish for an action, a stand against it, and the terms it hangs on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.case.ask import Ask, Mention
from dragoman.case.asks import FIRMNESS
from dragoman.case.moves import Level, Move
from dragoman.graph import Expression, negation
from dragoman.graph.logic import name

__all__ = ["Wish", "all_of", "any_of", "wishes_of"]

_LIMITS = frozenset({"only_if", "unless", "before", "after"})
_LESS = 0.5


@dataclass(frozen=True)
class Wish:
    """One line that a statement gives a party: what it would rather have, how firmly, and in how many places.

    ``stance`` is how firm the stance is, ``firmness`` that times how sure the reading is.
    """

    party: str
    logic: Expression
    firmness: float
    statement: str
    stance: float = 0.0
    day: int = 0
    said: int = 1
    promise: bool = False


def any_of(parts: Iterable[Expression]) -> Expression | None:
    """Join *parts* with or; None where there are none."""
    return _join("or", parts)


def all_of(parts: Iterable[Expression]) -> Expression | None:
    """Join *parts* with and; None where there are none."""
    return _join("and", parts)


def wishes_of(ask: Ask, moves: Mapping[Mention, Move], *, wholly: Collection[tuple[str, Move]] = ()) -> Iterator[Wish]:
    """Yield what *ask* says in logic over the options of *moves*; nothing where its action is no option.

    A demand is a wish; a refusal or opposition a stand against, with what would lift it. "Y in exchange for X" gives
    X, "not Y unless X" and, as a promise, "Y if X". Turning down a package is no stand against its parts. An offer that
    nobody asked for is a wish of its own. *wholly* are the holders that ask for the whole of a move: who is among them
    and opposes going step by step wants nothing given before it.
    """
    reading = _Reading(ask, moves, wholly)
    action = reading.action()
    if action is None:
        return
    terms = reading.terms()
    if ask.stance in {"refuse", "oppose"}:
        yield from reading.against(reading.resisted() or action, terms)
    elif ask.own and (ask.stance in {"offer", "promise"} or (terms is None and reading.resented())):
        yield from reading.offered(action, terms)
    else:
        yield from reading.wanted(action, terms)


class _Reading:
    def __init__(self, ask: Ask, moves: Mapping[Mention, Move], wholly: Collection[tuple[str, Move]]) -> None:
        self.ask = ask
        self.moves = moves
        self.wholly = wholly

    def action(self) -> Expression | None:
        """Say that the action is done; what is offered without a degree on full terms is the whole for the whole."""
        own = self.ask.own and self.ask.stance in {"offer", "promise"}
        whole: Level | None = "full" if own and _wholly(self.ask.terms) else None
        return all_of(self._said(self.ask.mentions, exact=own, otherwise=whole))

    def resisted(self) -> Expression | None:
        """Say that the action is done at the very level meant, for a stand against it."""
        return any_of(self._said(self.ask.mentions, exact=True))

    def terms(self) -> Expression | None:
        """Say that the terms are met; what the holder itself would give for the whole, unless it says less, is all."""
        mine = {mention.doer for mention in self.ask.terms} == {self.ask.holder}
        whole: Level | None = "full" if mine and _wholly(self.ask.mentions) else None
        return all_of(self._said(self.ask.terms, exact=mine, otherwise=whole))

    def _said(
        self, mentions: Iterable[Mention], *, exact: bool, otherwise: Level | None = None
    ) -> Iterator[Expression]:
        for mention in mentions:
            move = self.moves.get(mention)
            if move and move.options:
                yield _literal(mention, move, mention.meaning.level or otherwise, exact=exact)

    def _say(self, logic: Expression, firmness: float, *, promise: bool = False) -> Wish:
        ask = self.ask
        sure = ask.weight / FIRMNESS[ask.stance]
        return Wish(ask.holder, logic, firmness * sure, ask.statement, firmness, ask.day, ask.said, promise=promise)

    def against(self, resisted: Expression, terms: Expression | None) -> Iterator[Wish]:
        """A stand against: flat, until terms are met, or against the package and not its parts."""
        ask = self.ask
        base = FIRMNESS["refuse" if ask.own else "oppose"]
        whole = all_of(self._whole_terms()) if ask.condition == "step_for_step" else None
        if whole is not None:
            anything = any_of(self._said(ask.mentions, exact=False)) or resisted
            yield self._say(Expression("unless", (negation(anything), whole)), base + 1)
        elif terms is not None and ask.condition == "in_exchange_for":
            package = all_of((resisted, *self._said(ask.terms, exact=True))) or resisted
            yield self._say(negation(package), base)
        elif terms is not None and (ask.condition in {"unless", "before"} or (ask.own and ask.condition in _LIMITS)):
            yield self._say(Expression("unless", (negation(resisted), terms)), base + 1)
            yield from self._terms_wanted(terms)
        else:
            yield self._say(negation(resisted), base)

    def _whole_terms(self) -> Iterator[Expression]:
        for mention in self.ask.terms:
            move = self.moves.get(mention)
            if move and "full" in move.options and (self.ask.holder, move) in self.wholly:
                yield name(move.options["full"])

    def offered(self, action: Expression, terms: Expression | None) -> Iterator[Wish]:
        """An offer of one's own: what is wanted for it, that it is not given without, and the promise to give it.

        Terms that are no option leave nothing to say of it.
        """
        if terms is None and self.ask.condition is not None:
            return
        if terms is None:
            yield self._say(action, FIRMNESS["promise"], promise=self._not_of_itself())
            return
        yield self._say(Expression("unless", (negation(self.resisted() or action), terms)), FIRMNESS["refuse"])
        yield from self._terms_wanted(terms)
        yield self._say(Expression("if", (action, terms)), FIRMNESS["promise"], promise=True)

    def resented(self) -> bool:
        """Say whether another party is against what the holder would do itself: then it is an intention, no taste."""
        moves = [move for mention in self.ask.mentions if (move := self.moves.get(mention))]
        return any(other.holder != self.ask.holder and not move.favours(other) for move in moves for other in move.asks)

    def _not_of_itself(self) -> bool:
        """Say whether the holder would do it because others ask for it, or has not done it against their will."""
        moves = [move for mention in self.ask.mentions if (move := self.moves.get(mention))]
        return any(move.asked_by_others for move in moves) or self.resented()

    def wanted(self, action: Expression, terms: Expression | None) -> Iterator[Wish]:
        """A wish for what others, or all together, should do; what the holder would give for it is an offer.

        A wish on terms that are no option stays unsaid.
        """
        ask = self.ask
        base = FIRMNESS["demand" if ask.stance == "demand" else "support"]
        if terms is None and ask.condition not in {None, "unless"}:
            return
        if terms is None:
            yield self._say(action, base)
        elif {mention.doer for mention in ask.terms} == {ask.holder}:
            yield self._say(action, base)
            limit = all_of(self._said(ask.terms, exact=True)) or terms
            yield self._say(Expression("unless", (negation(limit), action)), FIRMNESS["refuse"] - _LESS)
            yield self._say(Expression("if", (terms, action)), FIRMNESS["promise"], promise=True)
        elif ask.condition == "step_for_step":
            yield self._say(Expression("iff", (action, terms)), base + _LESS)
            yield from self._terms_wanted(terms)
            yield self._say(action, base - _LESS)
        elif ask.condition == "unless":
            yield self._say(Expression("unless", (action, terms)), base)
        else:
            yield self._say(Expression("if", (action, terms)), base)

    def _terms_wanted(self, terms: Expression) -> Iterator[Wish]:
        """A condition that the holder sets for others is also wanted of them."""
        if self.ask.holder not in {mention.doer for mention in self.ask.terms}:
            yield self._say(terms, FIRMNESS["demand"] - _LESS)


def _wholly(mentions: Iterable[Mention]) -> bool:
    return any(mention.meaning.level == "full" for mention in mentions)


def _literal(mention: Mention, move: Move, level: Level | None, *, exact: bool) -> Expression:
    """Say that the action of *mention* is done; a wish for a part is also met by the whole, a stand is exact."""
    options = move.options
    either = Expression("or", tuple(name(option) for option in options.values()))
    whole = either if len(options) > 1 else either.parts[0]
    if move.relative(mention) < 0:
        return negation(name(options["partial"]) if level == "partial" and "partial" in options else whole)
    if level in options and (exact or level == "full"):
        return name(options[level])
    return whole


def _join(operator: str, parts: Iterable[Expression]) -> Expression | None:
    found = tuple(dict.fromkeys(parts))
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    return Expression("or" if operator == "or" else "and", _flat(operator, found))


def _flat(operator: str, parts: Iterable[Expression]) -> tuple[Expression, ...]:
    return tuple(
        dict.fromkeys(inner for part in parts for inner in (part.parts if part.operator == operator else (part,)))
    )

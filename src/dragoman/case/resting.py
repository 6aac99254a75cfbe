"""Which quote, if wrong, changes the result: each statement left out, the case drafted and analysed again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

from dragoman.articles.article import Article
from dragoman.case.analysis import Analysis, LayerName, Outcome
from dragoman.case.case import Case
from dragoman.case.draft import draft
from dragoman.case.explaining import option_in_words
from dragoman.case.grounds import Ground, Grounds, Hold, OutcomeGrounds
from dragoman.case.matching import matched, renamed
from dragoman.case.outcomes import LayerView
from dragoman.case.questions import lettered
from dragoman.case.redraft import redraft
from dragoman.errors import AnalysisError
from dragoman.graph import departures, parse
from dragoman.language.parties import Names
from dragoman.ledger.merge import merge
from dragoman.plain import listed as in_a_row
from dragoman.statements.statement import Statement

__all__ = ["cited_by", "rests_on"]

_LAYER: Final[LayerName] = "defaults"
_MOST_OUTCOMES: Final = 8
_FIRMNESS: Final[dict[Hold, int]] = {"nash": 2, "seq": 1, "none": 0}
_DRAFTED: Final = (
    "Each statement that the case cites was left out by itself; the case was drafted and analysed again from the "
    "others, what a person had changed in it kept, with defaults and judgements counted."
)
_BY_HAND: Final = (
    "Each statement that the case cites was left out by itself, and with it the lines that rest on it alone; the case "
    "was then analysed again, with defaults and judgements counted."
)
Without = Callable[[str], Case]


def rests_on(
    case: Case,
    analysis: Analysis,
    statements: Iterable[Statement],
    articles: Iterable[Article] = (),
    *,
    names: Names | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Grounds:
    """Find for the status quo and the outcomes that hold the statements without which they would hold less firmly.

    A case that was drafted from *statements* is drafted again without each; a case of a person's own making, which
    shares less than half of its options with the draft, loses the lines that rest on the statement alone. Only
    statements that the case cites are tried, for without the others it says the same.

    Parameters
    ----------
    case
        Never modified.
    analysis
        The case's analysis: examined are the status quo and the first eight of its lettered outcomes that hold.
    statements, articles
        What the case was drafted from.
    names
        The lists of parties that the statements were read with, where they are not the shipped ones.
    progress
        Called with how many statements are done and how many there are.

    Raises
    ------
    AnalysisError
        The case cites none of the statements, or cannot be analysed.
    """
    said = tuple(statements)
    known = {statement.id: statement for statement in said}
    cited = [found for found in cited_by(case) if found in known]
    if not cited:
        raise AnalysisError("The case cites none of these statements. Name the statements that it was drafted from.")
    without, method = _leaving_out(case, said, tuple(articles), names)
    targets = _targets(analysis)
    seen: dict[tuple[object, ...], list[tuple[Hold, str]]] = {}
    grounds: dict[str, list[Ground]] = {label: [] for label, _, _ in targets}
    for number, statement in enumerate(cited, start=1):
        other = _within(case, without(statement))
        key = _key(other)
        if key not in seen:
            left_out = _LeftOut(case, other)
            seen[key] = [left_out.verdict(outcome) for _, outcome, _ in targets]
        for (label, _, holds), (now, because) in zip(targets, seen[key], strict=True):
            if _FIRMNESS[now] < _FIRMNESS[holds]:
                quote = " ".join(known[statement].quote.split())
                grounds[label].append(Ground(statement=statement, quote=quote, without=now, because=because))
        if progress:
            progress(number, len(cited))
    return Grounds(
        examined=len(cited),
        method=method,
        outcomes=tuple(
            OutcomeGrounds(outcome=label, on=outcome.on, holds=holds, grounds=tuple(grounds[label]))
            for label, outcome, holds in targets
        ),
    )


def cited_by(case: Case) -> tuple[str, ...]:
    """Return the ids of the statements that options, preferences and what cannot be rest on, each once."""
    lines = (
        *case.options.values(),
        *(line for said in case.preferences.values() for line in said),
        *case.infeasible,
    )
    return tuple(dict.fromkeys(found for line in lines for found in line.evidence))


def _leaving_out(
    case: Case, statements: Sequence[Statement], articles: Sequence[Article], names: Names | None
) -> tuple[Without, str]:
    """Return how to make the case without a statement, and a sentence that says how."""

    def drafted(left_out: str | None) -> Case:
        kept = [statement for statement in statements if statement.id != left_out]
        return draft(merge(kept, articles), articles, title=case.title, names=names)

    whole = drafted(None)
    if 2 * len(set(case.options) & set(whole.options)) < len(case.options):
        return (lambda statement: _struck(case, statement)), _BY_HAND

    def without(statement: str) -> Case:
        new = drafted(statement)
        return redraft(whole, case, renamed(new, matched(new, whole)))

    return without, _DRAFTED


def _within(case: Case, other: Case) -> Case:
    """Return *other* without options that *case* has not: what would move up into the place of another is no ground."""
    new = set(other.options) - set(case.options)
    if not new:
        return other
    return other.model_copy(
        update={
            "options": {option: line for option, line in other.options.items() if option not in new},
            "status_quo": tuple(option for option in other.status_quo if option not in new),
            "infeasible": tuple(line for line in other.infeasible if not new.intersection(parse(line.when).names)),
            "preferences": {
                party: tuple(line for line in lines if not new.intersection(parse(line.prefers).names))
                for party, lines in other.preferences.items()
            },
        }
    )


def _struck(case: Case, statement: str) -> Case:
    """Return *case* without the lines of words and promises that rest on *statement* alone."""
    return case.model_copy(
        update={
            "preferences": {
                party: tuple(line for line in lines if line.evidence != (statement,) or line.basis == "judgement")
                for party, lines in case.preferences.items()
            },
            "infeasible": tuple(line for line in case.infeasible if line.evidence != (statement,)),
        }
    )


def _key(case: Case) -> tuple[object, ...]:
    """Return what the analysis hangs on, so that two cases of the same model are analysed once."""
    return (
        tuple((option, line.party, line.one_way) for option, line in case.options.items()),
        tuple(line.when for line in case.infeasible),
        case.status_quo,
        tuple((party, line.prefers, line.basis) for party, said in case.preferences.items() for line in said),
    )


def _targets(analysis: Analysis) -> list[tuple[str, Outcome, Hold]]:
    found = [("Now", analysis.layers[_LAYER].status_quo), *lettered(analysis).items()]
    held = [(label, outcome, _holds(outcome)) for label, outcome in found]
    return [held[0], *(entry for entry in held[1:] if entry[2] != "none")][: _MOST_OUTCOMES + 1]


def _holds(outcome: Outcome) -> Hold:
    return "nash" if "nash" in outcome.equilibrium else "seq" if "seq" in outcome.equilibrium else "none"


class _LeftOut:
    """A case with a statement left out, and how firmly outcomes of the whole case hold in it, and why not more so."""

    def __init__(self, case: Case, other: Case) -> None:
        self.case = case
        self.other = other

    @cached_property
    def view(self) -> LayerView:
        return LayerView(self.other, _LAYER)

    def verdict(self, outcome: Outcome) -> tuple[Hold, str]:
        """Say how firmly *outcome* of the whole case holds here, and why not more so."""
        gone = [option for option in self.case.options if option not in self.other.options]
        changed = set(outcome.on) ^ set(self.case.status_quo)
        if changed and changed <= set(gone):
            moves = in_a_row([option_in_words(self.case, option) for option in self.case.options if option in changed])
            return "none", f"Without it, {moves} would not be in the case."
        try:
            return self._held(self.view.model.code([option for option in outcome.on if option in self.other.options]))
        except AnalysisError as error:
            return "none", f"Without it, nothing can be said: {error}"

    def _held(self, state: int) -> tuple[Hold, str]:
        self.view.model.index(state)
        leaving = departures(self.view.model, state)
        if not leaving:
            return "nash", ""
        open_to = [departure for departure in leaving if not departure.deterred]
        party = (open_to or leaving)[0].dm
        told = self.view.told_best(departure for departure in leaving if departure.dm == party)
        return ("none" if open_to else "seq"), f"Without it: {told.reason}"

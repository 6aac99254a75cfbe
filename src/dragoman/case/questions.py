"""Further questions to a case, from reasons and coalitions to where it would evolve, each answered on request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.case.analysis import Analysis, LayerName, Outcome
from dragoman.case.answers import Answers, Coalitions, JointMove, Reason, Way
from dragoman.case.asked import refuse_too_many
from dragoman.case.case import Case
from dragoman.case.evolving import where_it_ends
from dragoman.case.foreseeing import looking_ahead
from dragoman.case.furtherconcepts import under_further_concepts
from dragoman.case.judged import Judged
from dragoman.case.lettering import in_order, letters
from dragoman.case.misperceiving import as_each_sees_it
from dragoman.case.outcomes import LayerView
from dragoman.case.plausible import how_likely
from dragoman.case.strengths import how_strongly
from dragoman.case.unknowns import what_holds_though_unknown
from dragoman.case.wishing import what_would_hold, wished_state
from dragoman.case.worded import spoken, told_steps, worded_model
from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel
from dragoman.graph.coalition import joint_improvements
from dragoman.graph.explanation import explain
from dragoman.graph.paths import distances, path

__all__ = ["Questions", "answer", "lettered"]

_LAYER: Final[LayerName] = "defaults"
_SHOWN: Final = 10


@dataclass(frozen=True)
class Questions:
    """What is asked beyond the analysis; nothing, if left as it is."""

    reasons: bool = False
    coalitions: bool = False
    coalition: tuple[str, ...] = ()
    paths: bool = False
    likelihood: int = 0
    wish: str | None = None
    concepts: bool = False
    unknown: bool = False
    ahead: int | None = None
    between: tuple[str, ...] = ()
    evolution: str | None = None
    at: tuple[str, ...] = ()
    strength: bool = False
    misperceptions: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return self != Questions()

    @property
    def of_small(self) -> bool:
        """Whether anything is asked that takes enumeration of states."""
        return self != Questions(at=self.at)


def lettered(analysis: Analysis) -> dict[str, Outcome]:
    """Give the listed outcomes by their letters, the same as in the brief."""
    layer = analysis.layers[_LAYER]
    found: dict[tuple[str, ...], Outcome] = {layer.status_quo.on: layer.status_quo}
    for outcome in in_order(layer):
        found.setdefault(outcome.on, outcome)
    return {letters(number): outcome for number, outcome in enumerate(list(found.values())[1:])}


def answer(case: Case, analysis: Analysis, questions: Questions) -> Answers:
    """Answer *questions* about *case*, with defaults and judgements counted; *analysis* is the case's own.

    Raises
    ------
    AnalysisError
        A party, an option or an outcome is not known.
    TooManyStates
        The model is too large for a question; the message says for which, and how large it may be.

    Examples
    --------
    >>> from dragoman.case.analyse import analyse
    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
    ... preferences:
    ...   RUR: [free, not reopen]
    ...   GRA: [reopen, not free]
    ... ''')
    >>> found = answer(case, analyse(case), Questions(coalitions=True))
    >>> [(move.parties, move.to) for move in found.coalitions.joint]
    [(('RUR', 'GRA'), ('reopen', 'free'))]
    """
    view = LayerView(case, _LAYER)
    worded = worded_model(view)
    listed = lettered(analysis)
    return Answers(
        reasons=_reasons(view, worded) if questions.reasons else None,
        coalitions=_coalitions(view, worded, listed, questions.coalition)
        if questions.coalitions or questions.coalition
        else None,
        paths=_paths(view, worded, listed) if questions.paths else None,
        likelihood=how_likely(view, listed, questions.likelihood) if questions.likelihood else None,
        wish=what_would_hold(view, worded, listed, questions.wish) if questions.wish is not None else None,
        concepts=under_further_concepts(view, listed) if questions.concepts else None,
        unknown=what_holds_though_unknown(view, listed) if questions.unknown else None,
        ahead=looking_ahead(view, questions.between, questions.ahead) if questions.ahead is not None else None,
        evolution=where_it_ends(view, listed, questions.evolution) if questions.evolution is not None else None,
        at=tuple(_judged(view, listed, asked) for asked in questions.at) if questions.at else None,
        strength=how_strongly(view, listed) if questions.strength else None,
        misperceptions=as_each_sees_it(view, listed) if questions.misperceptions else None,
    )


def _judged(view: LayerView, listed: dict[str, Outcome], asked: str) -> Judged:
    found = view.outcome(wished_state(view, listed, asked), explained=True)
    told = found.model_dump(include={"on", "equilibrium", "stable_for", "better_for", "worse_for", "equal_for"})
    unanswered_first = sorted(found.departures, key=lambda departure: departure.answer is not None)
    reasons = {departure.party: departure.reason for departure in reversed(unanswered_first)}
    return Judged(asked=asked, reasons=tuple(reasons[party] for party in view.case.parties if party in reasons), **told)


def _reasons(view: LayerView, worded: ConflictModel) -> tuple[Reason, ...]:
    said = {dm: explain(worded, view.now, called) for dm, called in zip(view.model.dms, worded.dms, strict=True)}
    idle = "{} controls no option, so it has nothing to move."
    return tuple(
        Reason(party=party, text=spoken(said.get(party, idle.format(known.name))))
        for party, known in view.case.parties.items()
    )


def _coalitions(view: LayerView, worded: ConflictModel, listed: dict[str, Outcome], named: Sequence[str]) -> Coalitions:
    refuse_too_many(view, "coalitions")
    unknown = next((party for party in named if party not in view.model.dms), None)
    if unknown is not None:
        raise AnalysisError(
            f'"{unknown}" is no party that controls an option. A coalition is made of: {", ".join(view.model.dms)}.'
        )
    joint = joint_improvements(view.model, view.now, most=_SHOWN + 1)
    return Coalitions(
        joint=tuple(
            JointMove(
                parties=found.coalition, to=view.model.taken(found.to), steps=told_steps(view, worded, found.path)
            )
            for found in joint[:_SHOWN]
        ),
        more=len(joint) > _SHOWN,
        named=tuple(named),
        reaches=_reached(view, worded, listed, named) if named else (),
    )


def _reached(
    view: LayerView, worded: ConflictModel, listed: dict[str, Outcome], named: Sequence[str]
) -> tuple[Way, ...]:
    """Give those of the listed outcomes better for all that the coalition can bring about by any moves of its own."""
    moves = distances(view.model, view.now, named, improving=False)
    ways: list[Way] = []
    for letter, outcome in listed.items():
        state = view.model.code(outcome.on)
        better = outcome.better_for and not outcome.worse_for
        if better and moves[view.model.index(state)] > 0 and len(ways) < _SHOWN:
            found = path(view.model, view.now, state, dms=named, improving=False)
            ways.append(Way(outcome=letter, to=outcome.on, steps=told_steps(view, worded, found or ())))
    return tuple(ways)


def _paths(view: LayerView, worded: ConflictModel, listed: dict[str, Outcome]) -> tuple[Way, ...]:
    refuse_too_many(view, "paths")
    moves = distances(view.model, view.now, view.model.dms, improving=True)
    ways = []
    for letter, outcome in [(letter, outcome) for letter, outcome in listed.items() if outcome.equilibrium][:_SHOWN]:
        state = view.model.code(outcome.on)
        found = path(view.model, view.now, state) if moves[view.model.index(state)] > 0 else None
        steps = None if found is None else told_steps(view, worded, found)
        ways.append(Way(outcome=letter, to=outcome.on, steps=steps))
    return tuple(ways)

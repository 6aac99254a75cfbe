"""From a case with more options than can be enumerated to what decision diagrams can say of it, exactly."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, get_args

from dragoman._version import __version__
from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.case.explaining import unanswered_in_words
from dragoman.case.judged import Judged
from dragoman.case.largeanalysis import LargeAnalysis, LargeLayer, LargeOutcome
from dragoman.case.model import LAYERS, conflict_model, idle_parties, lines_counted
from dragoman.case.remarks import remarks_on_lines
from dragoman.case.wishing import options_beside
from dragoman.errors import InfeasibleModel
from dragoman.graph import Prioritised, parse
from dragoman.graph.model import State
from dragoman.graph.symbolic import SymbolicConcept, SymbolicModel, SymbolicStates

__all__ = ["analyse_large"]

_LAYER: Final[LayerName] = "defaults"
_CONCEPTS: Final[tuple[SymbolicConcept, ...]] = get_args(SymbolicConcept)
_NOT_COMPUTED: Final = (
    "equilibria under GMR, SMR and SEQ other than the Nash equilibria, which are equilibria under each of these",
    "stability under SIM and SSEQ, under strength of preference, unknown preference, foresight or misperception",
    "what coalitions, paths, evolution, other orders of the lines and edits of a list would bring about",
)
_METHOD: Final = (
    "Graph Model for Conflict Resolution in option form (Fang, Hipel and Kilgour 1993); preferences by option "
    "prioritisation (Hipel et al. 1997; Peng 1999). Sets of states as binary decision diagrams (Bryant 1986), so that "
    "counts and verdicts are exact though no state is enumerated. Nash (R): no party has a unilateral improvement. "
    "GMR, SMR, SEQ: every improvement is answered by legal sequences of the others’ moves; equal rank counts as no "
    "better. Dragoman {version}."
)


def analyse_large(case: Case, *, shown: int = 50, at: Sequence[str] = ()) -> LargeAnalysis:
    """Analyse *case* without enumerating states: for more than 24 options, up to 64.

    Parameters
    ----------
    case
        Never modified.
    shown
        At most so many outcomes stand in each list; the counts are over all.
    at
        States to judge beside the status quo, each as options beside what is now: ``a, not b``.

    Raises
    ------
    AnalysisError
        The case has no option, or a state that was asked about cannot be read.
    InfeasibleModel
        No state is feasible, or one that was asked about is not.
    TooManyStates
        More than 64 options, or preferences that entangle too many of them.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> options = ", ".join(f"o{k}: '{'AB'[k % 2]}: do {k}'" for k in range(40))
    >>> wants = "{A: [o1, not o0], B: [o0, not o1]}"
    >>> text = f"{{title: T, parties: {{A: Aland, B: Bor}}, options: {{{options}}}, preferences: {wants}}}"
    >>> found = analyse_large(parse_case(text), shown=1, at=["o0, o1"])
    >>> found.layers["defaults"].nash == 2**38, found.outcomes[0].on, found.verdicts[1].equilibrium
    (True, (), ('gmr', 'smr', 'seq'))
    """
    view = _Large(case, _LAYER)
    asked = {"Now": view.now, **{wish: _asked(view, wish) for wish in at}}
    nash, better = view.symbolic.equilibria(shown, near=view.now), view.better(shown)
    return LargeAnalysis(
        title=case.title,
        parties=tuple(case.parties),
        options=view.model.names,
        combinations=1 << len(view.model.names),
        states=view.symbolic.feasible(),
        shown=shown,
        layers={name: (view if name == _LAYER else _Large(case, name)).counts() for name in LAYERS},
        verdicts=tuple(view.verdict(wish, state) for wish, state in asked.items()),
        outcomes=tuple(view.outcome(state) for state in nash.states),
        better=better.count,
        better_for_all=tuple(view.outcome(state) for state in better.states),
        not_computed=_NOT_COMPUTED,
        method=_METHOD.format(version=__version__),
        warnings=remarks_on_lines(case),
    )


def _asked(view: _Large, wish: str) -> State:
    """Read a state that was asked about, and refuse it where it cannot be."""
    state = options_beside(view.model, view.now, wish)
    taken = view.model.taken(state)
    why = next((rule for rule in view.model.infeasible if rule.holds(taken)), None)
    if why is not None:
        raise InfeasibleModel(f'"{wish}" cannot be: "{why}" is excluded. Ask about another, or correct the case.')
    return state


class _Large:
    """A case under one choice of preference lines, as diagrams."""

    def __init__(self, case: Case, layer: LayerName) -> None:
        self.case, self.layer = case, layer
        self.model = conflict_model(case, layer)
        self.symbolic = SymbolicModel(self.model)
        self.now = self.model.code(case.status_quo)
        self.lines = {party: lines_counted(case, party, layer) for party in case.parties}

    def counts(self) -> LargeLayer:
        return LargeLayer(
            lines={party: len(lines) for party, lines in self.lines.items()},
            nash=self.symbolic.equilibria(0).count,
            leave=tuple(dm for dm in self.model.dms if not self.symbolic.stable(self.now, dm, "nash")),
        )

    def better(self, most: int) -> SymbolicStates:
        """What is better for all, those who control no option among them."""
        idle = [Prioritised(line.prefers for line in self.lines[party]) for party in idle_parties(self.case)]
        return self.symbolic.better_for_all(self.now, most, also=idle)

    def outcome(self, state: State) -> LargeOutcome:
        return LargeOutcome(nash=self.symbolic.equilibrium(state, "nash"), **self._compared(state))

    def verdict(self, asked: str, state: State) -> Judged:
        stable = {
            dm: tuple(concept for concept in _CONCEPTS if self.symbolic.stable(state, dm, concept))
            for dm in self.model.dms
        }
        return Judged(
            asked=asked,
            equilibrium=tuple(c for c in _CONCEPTS if all(c in stays for stays in stable.values())),
            stable_for={party: stable.get(party, _CONCEPTS) for party in self.case.parties},
            reasons=tuple(self._reason(state, dm) for dm in self.model.dms if "seq" not in stable[dm]),
            **self._compared(state),
        )

    def _compared(self, state: State) -> dict[str, tuple[str, ...]]:
        """Which parties like a state more than now, which less, and which neither; and what is taken in it."""
        on = self.model.taken(state)
        gains = {party: self._holding(party, on) for party in self.case.parties}
        before = {party: self._holding(party, self.case.status_quo) for party in self.case.parties}
        return {
            "on": on,
            "better_for": tuple(party for party, lines in gains.items() if lines > before[party]),
            "worse_for": tuple(party for party, lines in gains.items() if lines < before[party]),
            "equal_for": tuple(party for party, lines in gains.items() if lines == before[party]),
        }

    def _holding(self, party: str, on: Collection[str]) -> list[bool]:
        return [parse(line.prefers).holds(on) for line in self.lines[party]]

    def _reason(self, state: State, dm: str) -> str:
        """Tell the least change by which *dm* gains and nobody can answer."""
        to = self.symbolic.departure(state, dm)
        before, after = self.model.taken(state), self.model.taken(state if to is None else to)
        return unanswered_in_words(self.case, dm, self.lines[dm], before, after)

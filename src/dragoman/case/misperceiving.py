"""What holds though parties see the conflict otherwise than it is, and what would surprise them: a hypergame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dragoman.case.analysis import Outcome
from dragoman.case.asked import labelled, refuse_too_many
from dragoman.case.explaining import move_in_words
from dragoman.case.outcomes import LayerView
from dragoman.case.sight import as_seen
from dragoman.case.sightanswers import Misperceptions, Seen, Surprise
from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph import CONCEPTS, ConflictModel
from dragoman.graph.misperception import Hypergame, HypergameStability, hypergame_stability

__all__ = ["as_each_sees_it"]

_MOST_STATES: Final = 1 << 18
_MOST_OPTIONS: Final = 24
_SHOWN: Final = 5


def as_each_sees_it(view: LayerView, listed: Mapping[str, Outcome]) -> Misperceptions:
    """Decide where everybody would stay by its own view of the conflict, and what it does not expect of others.

    Raises
    ------
    AnalysisError
        The case has no misperceptions.
    InfeasibleModel
        Somebody sees no state that could be.
    TooManyStates
        Over 262,144 states, as it is or as somebody sees it.
    """
    if not view.case.misperceptions:
        raise AnalysisError(
            "The case has no misperceptions, so that everybody sees what there is. Say in the case file, under "
            "misperceptions, what a party does not see (unseen), imagines (imagined), or takes others to prefer "
            "(preferences)."
        )
    refuse_too_many(view, "misperceptions", _MOST_STATES)
    found = hypergame_stability(Hypergame(view.model, {dm: _seen_by(view, dm) for dm in view.case.misperceptions}))
    asked = labelled(view, listed)
    sight = _Sight(view, found)
    as_it_is, as_seen_now = set(view.found.equilibria("seq")), set(found.equilibria("seq"))
    gained = sorted(as_seen_now - as_it_is, key=lambda state: ((state ^ view.now).bit_count(), state))
    return Misperceptions(
        parties=tuple(dm for dm in view.model.dms if dm in view.case.misperceptions),
        counts={concept: len(found.equilibria(concept)) for concept in CONCEPTS},
        outcomes=tuple(sight.of(label, state) for label, state in asked.items()),
        lost=len(as_it_is - as_seen_now),
        gained=len(gained),
        further=tuple(sight.of("", state) for state in gained[:_SHOWN]),
        surprises=tuple(_surprises(view, found))[:_SHOWN],
    )


def _seen_by(view: LayerView, dm: str) -> ConflictModel:
    model = as_seen(view.case, dm, view.layer)
    if len(model.options) > _MOST_OPTIONS or len(model.states) > _MOST_STATES:
        raise TooManyStates(
            f"With what {dm} imagines there are {len(model.options)} options, too many to ask for misperceptions; at "
            f"most {_MOST_OPTIONS}, and {_MOST_STATES:,} states. Take some out."
        )
    return model


class _Sight:
    """Verdicts about single states, with what is the same for all states looked up once."""

    def __init__(self, view: LayerView, found: HypergameStability) -> None:
        self.model = view.model
        self.holding = {concept: frozenset(found.equilibria(concept)) for concept in CONCEPTS}
        self.stays = {dm: found.stable("seq", dm) for dm in view.model.dms}
        self.expected = {dm: frozenset(found.expected("seq", dm)) for dm in view.model.dms}
        self.unforeseen = {dm: frozenset(found.unforeseen(dm)) for dm in view.model.dms}

    def of(self, label: str, state: int) -> Seen:
        place, dms = self.model.index(state), self.model.dms
        return Seen(
            outcome=label,
            on=self.model.taken(state),
            holds=tuple(concept for concept in CONCEPTS if state in self.holding[concept]),
            leave=tuple(dm for dm in dms if not self.stays[dm][place]),
            expected_by=tuple(dm for dm in dms if state in self.expected[dm]),
            unforeseen_by=tuple(dm for dm in dms if state in self.unforeseen[dm]),
        )


def _surprises(view: LayerView, found: HypergameStability) -> Iterator[Surprise]:
    """Put the surprises from the status quo into records, those who do not expect the same move together."""
    by_move: dict[tuple[str, int], list[str]] = {}
    for one in found.surprises(view.now):
        by_move.setdefault((one.mover, one.to), []).append(one.dm)
    before = view.model.taken(view.now)
    for (mover, to), unaware in by_move.items():
        after = view.model.taken(to)
        change = [o for o in after if o not in before], [o for o in before if o not in after]
        yield Surprise(party=mover, does=move_in_words(view.case, *change), to=after, unexpected_by=tuple(unaware))

"""The ways of forecasting, against worked examples and plain slow reckoning."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.forecast.calibration import conformal_quantile
from dragoman.forecast.challenge import challenge_model
from dragoman.forecast.issue import ScaledIssue, Stand, stacked
from dragoman.forecast.means import pulled_mean, spread, weighted_mean, weighted_median
from dragoman.forecast.methods import METHODS, points
from dragoman.forecast.nash import nash_bargaining

shares = st.floats(0, 1).map(lambda number: round(number, 3))
actors = st.lists(st.tuples(shares, st.floats(0.05, 1), st.floats(0.05, 1)), min_size=2, max_size=7)


def _arrays(drawn: list[tuple[float, float, float]]) -> list[np.ndarray]:
    return [np.array(part) for part in zip(*drawn, strict=True)]


def test_the_emission_standards_have_their_known_mean_and_median() -> None:
    """Car emissions 1994: weights 0.08 x 0.8 and so on give a median at 7 years and a mean of 7.39."""
    position = np.array([4, 7, 4, 4, 10, 10, 10, 7, 4, 7.0])
    weight = np.array([0.064, 0.032, 0.006, 0.128, 0.096, 0.096, 0.144, 0.005, 0.05, 0.056])
    assert weighted_median(position, weight) == 7
    assert weighted_mean(position, weight) == pytest.approx((4 * 0.248 + 7 * 0.093 + 10 * 0.336) / 0.677)


@settings(max_examples=30, deadline=None)
@given(actors)
def test_no_weighted_majority_would_leave_the_median(drawn: list[tuple[float, float, float]]) -> None:
    """At the weighted median no more than half of the weight lies strictly on either side."""
    position, weight, _ = _arrays(drawn)
    median = weighted_median(position, weight)
    half = weight.sum() / 2 * (1 + 1e-9)
    assert weight[position < median - 1e-12].sum() <= half
    assert weight[position > median + 1e-12].sum() <= half


@settings(max_examples=30, deadline=None)
@given(actors, shares)
def test_nash_bargaining_is_the_best_of_a_fine_grid(drawn: list[tuple[float, float, float]], now: float) -> None:
    """No point of a grid has a greater product of gains than the solution."""
    position, salience, influence = _arrays(drawn)

    def product(at: np.ndarray) -> np.ndarray:
        away = (at[:, None] - position) ** 2 - (now - position) ** 2
        return (influence * np.log(2 - salience * away)).sum(axis=1)

    found = nash_bargaining(position, salience, influence, np.array(now))
    assert product(np.array([float(found)]))[0] >= product(np.linspace(0, 1, 401)).max() - 1e-9


def test_nash_bargaining_nears_the_weighted_mean_as_failing_costs_more() -> None:
    """Achen's result: with a very costly failure it is the mean weighted by influence and salience."""
    position, salience, influence = np.array([0.1, 0.4, 0.9]), np.array([0.9, 0.3, 0.6]), np.array([0.2, 1.0, 0.5])
    found = nash_bargaining(position, salience, influence, np.array(0.0), cost=1e6)
    assert found == pytest.approx(weighted_mean(position, salience * influence), abs=1e-5)


def test_nash_bargaining_leans_toward_whom_failing_hurts_less() -> None:
    """Of two actors alike, the one at whose place things stand now gets more of its way."""
    ones = np.ones(2)
    assert nash_bargaining(np.array([0.0, 1.0]), ones, ones, np.array(0.0)) < 0.5


def test_the_pull_goes_its_share_of_the_way() -> None:
    """A pull of one fifth from 0.5 to 1 ends at 0.6; without a status quo there is no such forecast."""
    position, weight = np.array([0.0, 1.0]), np.ones(2)
    assert pulled_mean(position, weight, np.array(1.0), 0.2) == pytest.approx(0.6)
    assert np.isnan(pulled_mean(position, weight, np.array(np.nan), 0.2))


def test_spread_is_the_weighted_standard_deviation() -> None:
    """Three times the weight at 0 as at 1: mean 1/4, variance 3/16."""
    assert spread(np.array([0.0, 1.0]), np.array([3.0, 1.0])) == pytest.approx(np.sqrt(3 / 16))


@settings(max_examples=30, deadline=None)
@given(st.lists(actors, min_size=1, max_size=4))
def test_issues_together_are_forecast_as_alone(issues: list[list[tuple[float, float, float]]]) -> None:
    """Filling up shorter issues with nobody changes no forecast."""
    made = [
        ScaledIssue(
            f"i{n}", tuple(Stand(f"a{k}", 10 * p, 100 * s, 100 * w) for k, (p, s, w) in enumerate(drawn)), 0, 10, 2
        )
        for n, drawn in enumerate(issues)
    ]
    for method in METHODS:
        alone = [float(points(stacked([issue]), method)[0]) for issue in made]
        assert points(stacked(made), method) == pytest.approx(alone, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(actors)
def test_every_forecast_lies_between_the_outermost_actors_or_the_status_quo(
    drawn: list[tuple[float, float, float]],
) -> None:
    """No way of forecasting goes beyond everybody."""
    stands = tuple(Stand(f"a{k}", p, 100 * s, 100 * w) for k, (p, s, w) in enumerate(drawn))
    stack = stacked([ScaledIssue("issue", stands, 0, 1, 0.5)])
    low, high = min(*(p for p, _, _ in drawn), 0.5), max(*(p for p, _, _ in drawn), 0.5)
    for method in METHODS:
        assert low - 1e-9 <= points(stack, method)[0] <= high + 1e-9


def test_in_the_challenge_model_a_far_weaker_actor_gives_in() -> None:
    """Two actors to whom all matters alike: the one with little influence ends at the other's place."""
    found = challenge_model(np.array([0.2, 0.9]), np.ones(2), np.array([1.0, 0.05]))
    assert found.positions == pytest.approx([0.2, 0.2])


def test_in_the_challenge_model_actors_who_agree_stay() -> None:
    """Where all stand at one place nobody moves, and the median is there in each round."""
    found = challenge_model(np.full(3, 0.4), np.ones(3), np.ones(3), rounds=3)
    assert found.medians == pytest.approx(np.full(4, 0.4))


def test_the_conformal_quantile_is_the_ceiling_of_n_plus_one() -> None:
    """Of four scores the 80% quantile is the fourth; the 90% quantile needs nine scores."""
    scores = np.array([4.0, 1.0, 3.0, 2.0])
    assert conformal_quantile(scores, 0.8) == 4
    assert conformal_quantile(scores, 0.9) == np.inf


def test_conformal_intervals_hold_their_share_on_new_draws() -> None:
    """Calibrated on 99 errors, an 80% quantile holds 80% of further ones on average over many trials."""
    random = np.random.default_rng(3)
    held = [(random.gamma(2, size=200) <= conformal_quantile(random.gamma(2, size=99), 0.8)).mean() for _ in range(400)]
    assert np.mean(held) == pytest.approx(0.8, abs=0.01)

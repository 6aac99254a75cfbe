"""Forecasts with their intervals and vetoes, kept and held against what happened."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman.errors import AnalysisError, CaseError
from dragoman.forecast.calibration import load_calibration
from dragoman.forecast.doubt import drawn
from dragoman.forecast.forecast import forecast
from dragoman.forecast.issue import ScaledIssue, Stand
from dragoman.forecast.keep import KeptChance, KeptForecast, KeptOutcome, add, kept_forecast, load_kept, outcome_of
from dragoman.forecast.methods import METHODS
from dragoman.forecast.score import interval_score, scores
from dragoman.forecast.text import forecasts_text, scores_text, veto_sentences

MARCH, JUNE = dt.date(2031, 3, 1), dt.date(2031, 6, 1)
TOLLS = ScaledIssue("tolls", (Stand("RUR", 8, 90, 60), Stand("GRA", 2, 40, 80), Stand("LEA", 0, 10, 90)), 0, 10, 10)


def test_the_interval_is_the_shipped_multiple_of_the_spread_cut_at_the_scale() -> None:
    """Two actors at the ends of the scale: spread one half, floor one tenth; the multiple is in the file."""
    [found] = forecast([ScaledIssue("i", (Stand("A", 0), Stand("B", 100)), 0, 100)])
    half = 100 * load_calibration().methods["compromise"].quantiles["0.8"] * (0.5 + 0.1)
    assert (found.value, found.interval.level) == (50, 0.8)
    assert found.interval.low == pytest.approx(max(0, 50 - half), abs=0.01)
    assert found.interval.high == pytest.approx(min(100, 50 + half), abs=0.01)


def test_every_forecast_stands_beside_status_quo_and_plain_mean() -> None:
    """All ways are there, the one asked for first, each within the scale and inside its own interval."""
    [found] = forecast([TOLLS], method="nash")
    assert {way.method for way in found.ways} == set(METHODS)
    assert found.ways[0].method == found.method == "nash"
    assert (found.status_quo, found.plain_mean) == (10, pytest.approx(10 / 3, abs=1e-3))
    assert all(0 <= way.interval.low <= way.value <= way.interval.high <= 10 for way in found.ways)


def test_nothing_is_pulled_to_a_status_quo_that_is_not_given() -> None:
    """Without one the pulled mean is left out; asked for, it is refused."""
    bare = ScaledIssue("i", (Stand("A", 0), Stand("B", 1), Stand("C", 1)), 0, 1)
    [found] = forecast([bare])
    assert "pulled" not in {way.method for way in found.ways}
    with pytest.raises(AnalysisError, match="nothing is pulled to a status quo that is not given"):
        forecast([bare], method="pulled")


def test_scale_and_direction_do_not_matter() -> None:
    """Twice the scale gives twice the forecast; the mirror image, the mirror image."""
    [one] = forecast([TOLLS])
    stands = TOLLS.stands
    [twice] = forecast(
        [
            ScaledIssue(
                "tolls", tuple(Stand(s.actor, 2 * s.position, s.salience, s.influence) for s in stands), 0, 20, 20
            )
        ]
    )
    [mirror] = forecast(
        [
            ScaledIssue(
                "tolls", tuple(Stand(s.actor, 10 - s.position, s.salience, s.influence) for s in stands), 0, 10, 0
            )
        ]
    )
    assert {way.method: way.value for way in twice.ways} == pytest.approx(
        {w.method: 2 * w.value for w in one.ways}, abs=0.003
    )
    assert {way.method: way.value for way in mirror.ways} == pytest.approx(
        {w.method: 10 - w.value for w in one.ways}, abs=0.003
    )


def test_draws_repeat_and_widen_with_doubt() -> None:
    """The same doubt gives the same range, a greater one a wider range; none at all, a point."""
    none, some, again, more = (forecast([TOLLS], doubt=doubt)[0].if_inputs_are_off for doubt in (0, 5, 5, 20))
    assert none and some and more
    assert none.low == none.high == forecast([TOLLS])[0].value
    assert some == again
    assert more.low < some.low < some.high < more.high


def test_drawn_numbers_keep_to_their_ends() -> None:
    """Positions stay on the scale, and who has no influence gets none."""
    stack = drawn(ScaledIssue("i", (Stand("A", 0, 5, 0), Stand("B", 1, 5, 9)), 0, 1), 40, draws=200)
    assert stack.position.min() >= 0
    assert stack.position.max() <= 1
    assert stack.influence[:, 0].max() == 0
    assert stack.influence[:, 1].min() > 0


@pytest.mark.parametrize(("doubt", "draws"), [(51, 10), (-1, 10), (5, 0), (5, 10**9), (float("nan"), 10)])
def test_draws_that_cannot_be_made_are_refused(doubt: float, draws: int) -> None:
    """A doubt that is none, and more draws than fit."""
    with pytest.raises(AnalysisError):
        drawn(TOLLS, doubt, draws=draws)


def test_a_veto_bounds_what_can_come_out() -> None:
    """Ruritania at 8 with 10 now takes nothing below 6; the forecast of three lies outside, and that is said."""
    [found] = forecast([TOLLS], vetoes=["RUR"], option_model="The option model says: the present state holds.")
    assert found.veto is not None
    assert (found.veto.actors, found.veto.low, found.veto.high) == (("RUR",), 6, 10)
    said = " ".join(veto_sentences(found, {"RUR": "Ruritania"}))
    assert "This is a veto game: Ruritania can withhold the outcome alone" in said
    assert "run 6 to 10" not in said
    assert "from 6 to 10; the forecast lies outside" in said
    assert "The option model says: the present state holds." in forecasts_text([found])


def test_two_actors_are_a_veto_game_with_nothing_between() -> None:
    """On both sides of the status quo there is nothing both prefer to it."""
    [found] = forecast([ScaledIssue("i", (Stand("A", 0), Stand("B", 10)), 0, 10, 5)])
    assert found.veto is not None
    assert (found.veto.low, found.veto.high) == (5, 5)
    assert "expect that to stay" in " ".join(veto_sentences(found))


def test_more_than_two_without_a_veto_are_none() -> None:
    """Nothing is said of vetoes where nobody is known to have one."""
    [found] = forecast([TOLLS])
    assert found.veto is None
    assert veto_sentences(found) == ()


def test_text_fits_a_narrow_terminal_and_steers_none() -> None:
    """No line is wider than asked, and no control character of a name comes through."""
    nasty = ScaledIssue("tolls\x1b[31m", (Stand("A\x07", 0), Stand("B", 10)), 0, 10, 5)
    text = forecasts_text(forecast([nasty, TOLLS], doubt=5, vetoes=["GRA"]), width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert text.replace("\n", "").isprintable()


def test_kept_forecasts_are_read_back_and_not_written_twice(tmp_path: Path) -> None:
    """Appending the same again changes no byte; another day is another line."""
    path = tmp_path / "kept.jsonl"
    [found] = forecast([TOLLS])
    assert len(add(path, [kept_forecast(found, MARCH)])) == 1
    before = path.read_bytes()
    assert add(path, [kept_forecast(found, MARCH)]) == ()
    assert path.read_bytes() == before
    add(path, [kept_forecast(found, JUNE)])
    assert path.read_bytes().startswith(before)
    first, _ = load_kept(path)
    assert isinstance(first, KeptForecast)
    assert (first.inputs_sha256, first.date) == (TOLLS.digest(), MARCH)


@pytest.mark.parametrize("line", ["{", "[]", '{"kind": "guess"}', '{"kind": "chance", "date": "x"}', "\ud800"])
def test_a_line_that_is_not_ours_is_named(tmp_path: Path, line: str) -> None:
    """File and line, and nothing is appended."""
    path = tmp_path / "kept.jsonl"
    path.write_bytes(line.encode("utf-8", "surrogatepass"))
    with pytest.raises(CaseError, match=r"kept\.jsonl"):
        add(path, [KeptChance(date=MARCH, option="reopen", probability=0.5)])
    assert path.read_bytes() == line.encode("utf-8", "surrogatepass")


def test_an_outcome_is_kept_once(tmp_path: Path) -> None:
    """A second one that differs is refused with the first."""
    path = tmp_path / "kept.jsonl"
    add(path, [KeptOutcome(date=JUNE, of="tolls", value=4)])
    with pytest.raises(CaseError, match='the outcome of "tolls" is kept already: 4 on 2031-06-01'):
        add(path, [KeptOutcome(date=JUNE, of="tolls", value=5)])


@pytest.mark.parametrize(
    ("of", "value", "says"),
    [
        ("tolls", "11", "a number from 0 to 10"),
        ("tolls", "low", "a number from 0 to 10"),
        ("reopen", "0.5", "yes or no"),
        ("x", "1", "Kept are: tolls, reopen"),
    ],
)
def test_an_outcome_that_fits_nothing_is_refused(of: str, value: str, says: str) -> None:
    """Off the scale, no number, neither yes nor no, or of something that nobody forecast."""
    [found] = forecast([TOLLS])
    kept = [kept_forecast(found, MARCH), KeptChance(date=MARCH, option="reopen", probability=0.5)]
    with pytest.raises(CaseError, match=says):
        outcome_of(kept, of, value, JUNE)


def test_scores_are_those_of_the_literature() -> None:
    """Absolute error; length plus ten times the shortfall at 80%; squared distance of a chance from 0 or 1."""
    kept = KeptForecast(
        date=MARCH, issue="tolls", low=0, high=10, value=4, method="compromise", interval=(2, 6), level=0.8,
        status_quo=10, plain_mean=3, inputs_sha256="", version="",
    )  # fmt: skip
    chance = KeptChance(date=MARCH, option="reopen", probability=0.2)
    found = scores(
        [kept, chance, KeptOutcome(date=JUNE, of="tolls", value=7), KeptOutcome(date=JUNE, of="reopen", value=0)]
    )
    [row] = found.issues
    assert (row.missed, row.inside, row.interval_score) == (3, False, pytest.approx(4 + 10 * 1))
    assert (row.status_quo_missed, row.plain_mean_missed) == (3, 4)
    assert (found.missed, found.plain_mean_missed, found.brier) == (0.3, 0.4, pytest.approx(0.04))
    assert interval_score(2, 6, 0.8, 1.5) == pytest.approx(9)


def test_what_was_known_before_is_not_scored() -> None:
    """A forecast of the day of the outcome counts as too late, one without an outcome as waiting."""
    chances = [KeptChance(date=day, option="reopen", probability=1) for day in (MARCH, JUNE)]
    found = scores(
        [*chances, KeptChance(date=MARCH, option="sail", probability=1), KeptOutcome(date=JUNE, of="reopen", value=1)]
    )
    assert (len(found.options), found.too_late, found.waiting) == (1, 1, 1)
    assert "Brier 0.000" in scores_text(found)


def test_scores_of_nothing_say_so() -> None:
    """An empty file has no average."""
    assert scores(()).missed is None
    assert scores_text(scores(())) == "Nothing is kept yet."

"""Cases with more options than can be enumerated; and states that are asked about, in cases of every size."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.case.analyse import analyse
from dragoman.case.answering import answers_text
from dragoman.case.case import Case
from dragoman.case.file import parse_case
from dragoman.case.large import analyse_large
from dragoman.case.largeanalysis import LargeAnalysis
from dragoman.case.largelines import large_text
from dragoman.case.outcomes import LayerView
from dragoman.case.questions import Questions, answer
from dragoman.cli import main
from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates


def ring(options: int) -> str:
    """Each party gives what its neighbour wants if it gets what it wants itself; a fourth party only looks on."""
    lines = [f"  o{k}: '{'ABC'[k % 3]}: do {k}'" for k in range(options)]
    wants = {
        party: [f"o{k} iff o{(k + 1) % options}" for k in range(i, options, 3)]
        + [f"{{prefers: o{(k + 1) % options} or not o{k}, basis: default}}" for k in range(i, options, 3)]
        for i, party in enumerate("ABC")
    }
    listed = [f"  {party}: [{', '.join(some)}]" for party, some in wants.items()]
    head = ["title: The ring", "parties: {A: Aland, B: Bor, C: Cor, D: Dor}", "options:"]
    more = ["infeasible: [o1 and o2]", "status_quo: [o3]", "preferences:", *listed]
    return "\n".join([*head, *lines, *more, "  D: [o0, {prefers: o5, basis: promise}]"]) + "\n"


@pytest.fixture(scope="module")
def small() -> Case:
    return parse_case(ring(9))


@pytest.fixture(scope="module")
def large() -> Case:
    return parse_case(ring(40))


def test_diagrams_say_what_enumeration_says(small: Case) -> None:
    """Of a case that both can hold, every count, verdict and comparison is the same, and the nearest come first."""
    found = analyse_large(small, shown=1000, at=["o0, o4", "not o3"])
    plain = analyse(small, shown=1000)
    assert found.states == plain.states
    for name, layer in plain.layers.items():
        stays = layer.status_quo.stable_for
        assert found.layers[name].nash == layer.counts["nash"]
        assert found.layers[name].leave == tuple(p for p in small.parties if "nash" not in stays[p])
    listed = {outcome.on: outcome for outcome in plain.layers["defaults"].better_for_all}
    assert found.better == len(listed)
    assert {outcome.on for outcome in found.better_for_all} == set(listed)
    for outcome in found.better_for_all:
        there = listed[outcome.on]
        assert (outcome.better_for, outcome.equal_for) == (there.better_for, there.equal_for)
        assert outcome.nash == ("nash" in there.equilibrium)
    changed = [len(set(outcome.on) ^ {"o3"}) for outcome in found.outcomes]
    assert changed == sorted(changed)
    view = LayerView(small, "defaults")
    for verdict in found.verdicts:
        there = view.outcome(view.model.code(verdict.on), explained=True)
        assert (verdict.equilibrium, verdict.stable_for) == (there.equilibrium, there.stable_for)
        assert (verdict.better_for, verdict.worse_for) == (there.better_for, there.worse_for)
        leave = [p for p, stays in there.stable_for.items() if "seq" not in stays]
        assert len(verdict.reasons) == len(leave)
        free = {departure.reason for departure in view.departures(view.model.code(verdict.on)) if not departure.answer}
        assert all(
            reason.endswith("no reply that helps the others takes that gain away.") for reason in verdict.reasons
        )
        assert free or not verdict.reasons


def test_the_analysis_passes_large_cases_on(tmp_path: Path, large: Case) -> None:
    """The command says what diagrams say, what is not computed, and gives it as JSON that reads back."""
    path = tmp_path / "ring.yaml"
    path.write_text(ring(40), encoding="utf-8")
    shown = CliRunner().invoke(main, ["analyse", str(path), "--at", "o0, o4", "--shown", "3"])
    assert shown.exit_code == 0, shown.output
    told = " ".join(shown.output.split())
    assert "40 options make 1,099,511,627,776 combinations, of which 824,633,720,832 can be." in told
    assert "What was asked about: at what is now, but take up “do 0” and “do 4”" in told
    assert "Not computed" in told
    text = CliRunner().invoke(main, ["analyse", str(path), "--json", "--shown", "3"]).output
    read = LargeAnalysis.model_validate_json(text)
    assert read == analyse_large(large, shown=3)
    assert (read.layers["words"].nash, len(read.better_for_all)) == (read.states, 3)


def test_text_keeps_to_its_width(large: Case) -> None:
    """At 60 columns too."""
    assert max(map(len, large_text(large, analyse_large(large, shown=3), width=60).splitlines())) <= 60


@pytest.mark.parametrize("question", [["--paths"], ["--wish", "o0"], ["--strength"], ["--export", "x"], ["--concepts"]])
def test_what_takes_enumeration_is_refused(tmp_path: Path, question: list[str]) -> None:
    """With what can be asked instead, and nothing written."""
    path = tmp_path / "ring.yaml"
    path.write_text(ring(30), encoding="utf-8")
    refused = CliRunner().invoke(main, ["analyse", str(path), *question, "-o", str(tmp_path / "out.json")])
    assert refused.exit_code == 1
    assert "30 options leave 1,073,741,824 states; at most 24 options" in refused.output
    assert "only --at can be asked of it" in refused.output
    assert not (tmp_path / "out.json").exists()


def test_what_was_asked_about_must_be_a_state(large: Case) -> None:
    """An infeasible one, an unknown option and what is no state are named."""
    with pytest.raises(InfeasibleModel, match='"o1, o2" cannot be: "o1 and o2" is excluded'):
        analyse_large(large, at=["o1, o2"])
    with pytest.raises(AnalysisError, match='"o99" is not an option here'):
        analyse_large(large, at=["o99"])
    with pytest.raises(AnalysisError, match='"o1 or o2" is no wish'):
        analyse_large(large, at=["o1 or o2"])


def test_more_than_diagrams_hold_is_refused() -> None:
    """Over 64 options, with how many to leave out."""
    with pytest.raises(TooManyStates, match="70 options are too many to be held as diagrams; at most 64"):
        analyse_large(parse_case(ring(70)))


def test_a_small_case_is_asked_about_states_too(small: Case) -> None:
    """A letter or options say which; who would stay and how it compares is what the analysis says of it."""
    analysis = analyse(small)
    found = answer(small, analysis, Questions(at=("A", "o0, o4")))
    assert found.at is not None
    first = analysis.layers["defaults"].better_for_all[0]
    assert (found.at[0].on, found.at[0].better_for, found.at[0].stable_for) == (
        first.on,
        first.better_for,
        first.stable_for,
    )
    assert found.at[1].on == ("o0", "o3", "o4")
    told = " ".join(answers_text(small, found).split())
    assert "What was asked about: at what is now, but take up “do 0” and “do 4”" in told
    assert "Against now it is better for" in told


def test_now_can_be_asked_about(small: Case) -> None:
    """The status quo is an outcome too, in cases of every size."""
    found = answer(small, analyse(small), Questions(at=("now",))).at
    assert found is not None
    assert (found[0].on, found[0].equal_for) == (("o3",), tuple(small.parties))
    assert analyse_large(small, at=["Now"]).verdicts[-1].on == ("o3",)

"""Stability in further senses, asked of a case: SIM and SSEQ, the unknown, foresight, evolution; and exports."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner

from dragoman.case import furtherconcepts
from dragoman.case.analyse import analyse
from dragoman.case.analysis import Analysis
from dragoman.case.answering import answers_text
from dragoman.case.answers import Answers
from dragoman.case.case import Case
from dragoman.case.exporting import exported
from dragoman.case.file import parse_case
from dragoman.case.model import conflict_model
from dragoman.case.outcomes import LayerView
from dragoman.case.questions import Questions, answer, lettered
from dragoman.cli import main
from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates
from dragoman.graph import stability
from dragoman.graph.foresight import limited_move_stability, nonmyopic_stability
from dragoman.graph.optionform import from_option_form

CHICKEN = """\
title: The bridge
parties: {RUR: Ruritania, GRA: Graustark}
options: {r_yields: "RUR: let the other cross", g_yields: "GRA: let the other cross"}
preferences:
  RUR: [r_yields or g_yields, g_yields, not r_yields]
  GRA: [r_yields or g_yields, r_yields, not g_yields]
"""
THREE = """\
title: The strait
parties: {RUR: Ruritania, GRA: Graustark, SYL: Syldavia}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
  mediate: "SYL: mediate"
infeasible: [reopen and free and not mediate]
preferences:
  RUR: [free, {prefers: not reopen, basis: default}, {prefers: mediate, basis: default}]
  GRA: [reopen, not free]
  SYL: [free and reopen, not mediate]
"""


@pytest.fixture(scope="module")
def chicken() -> Case:
    return parse_case(CHICKEN)


@pytest.fixture(scope="module")
def three() -> Case:
    return parse_case(THREE)


def ask(case: Case, **questions: object) -> Answers:
    return answer(case, analyse(case), Questions(**questions))  # type: ignore[arg-type]


def test_further_concepts_are_those_of_the_engine(three: Case) -> None:
    """Who would leave is who is not stable, and the counts are over all states."""
    found = ask(three, concepts=True).concepts
    assert found is not None
    plain = stability(conflict_model(three, "defaults"), ["sim", "sseq"])
    assert found.counts == {"sim": plain.count("sim"), "sseq": plain.count("sseq")}
    assert [verdict.outcome for verdict in found.verdicts][:2] == ["Now", "A"]
    for verdict in found.verdicts:
        stays = plain.at(plain.model.code(verdict.on))
        assert verdict.leave == {
            concept: tuple(dm for dm in plain.model.dms if concept not in stays[dm]) for concept in ("sim", "sseq")
        }


def test_outcomes_with_one_verdict_are_told_together(chicken: Case) -> None:
    """A line names all outcomes of which the same is said."""
    text = answers_text(chicken, ask(chicken, concepts=True))
    assert "Equilibria: 3 under SIM and 2 under SSEQ." in text
    assert "Outcomes A and B: equilibrium under SIM and SSEQ." in text
    assert "Outcome C: equilibrium under SIM; under SSEQ Ruritania and Graustark" in text


def test_a_model_too_large_for_sim_is_refused(three: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one sentence, with the number of states."""
    monkeypatch.setattr(furtherconcepts, "_MOST_STATES", 5)
    with pytest.raises(TooManyStates, match="7 states are too many to ask for further concepts; at most 5"):
        ask(three, concepts=True)


def test_what_is_known_for_certain_has_one_verdict(chicken: Case) -> None:
    """With one line to a kind nothing is unknown, and all attitudes agree with the plain concepts."""
    one = chicken.model_copy(update={"preferences": {k: v[:1] for k, v in chicken.preferences.items()}})
    found = ask(one, unknown=True).unknown
    assert found is not None
    assert set(found.unknown.values()) == {0.0}
    plain = stability(conflict_model(one, "defaults"))
    for outcome in found.outcomes:
        holds = plain.equilibrium_at(plain.model.code(outcome.on))
        assert outcome.holds == {c: ("a", "b", "c", "d") if c in holds else () for c in ("nash", "gmr", "smr", "seq")}


def test_an_unknown_order_parts_the_attitudes(three: Case) -> None:
    """A default that may not be held makes leaving the status quo unknown to be a gain: it tempts in a and c only."""
    given = three.model_copy(update={"status_quo": ("reopen",)})
    found = ask(given, unknown=True).unknown
    assert found is not None
    now = found.outcomes[0]
    assert now.outcome == "Now"
    assert now.holds["nash"] == ("b", "d")
    assert 0.0 < found.unknown["RUR"] < 1.0
    assert "Nash and SEQ under b and d" in answers_text(given, ask(given, unknown=True))


@pytest.mark.parametrize("horizon", [0, 1, 2, 3])
def test_two_parties_look_ahead_as_the_engine_does(chicken: Case, horizon: int) -> None:
    """Where both would stay is what the engine gives, nearest to now first; 0 looks as far as it takes."""
    found = ask(chicken, ahead=horizon).ahead
    assert found is not None
    model = conflict_model(chicken, "defaults")
    plain = limited_move_stability(model, horizon) if horizon else nonmyopic_stability(model)
    assert (found.parties, found.still, found.horizon) == (("RUR", "GRA"), (), horizon or None)
    assert {model.code(on) for on in found.holding} == set(plain.equilibria())
    assert found.count == len(plain.equilibria())
    assert found.stay == tuple(dm for dm, stays in zip(model.dms, plain.stable[:, 0], strict=True) if stays)


def test_the_others_hold_still(three: Case) -> None:
    """Of three parties two look ahead; nothing of the third's changes, and the present order is not changed by that."""
    found = ask(three, ahead=1, between=("GRA", "RUR")).ahead
    assert found is not None
    assert (found.parties, found.still) == (("GRA", "RUR"), ("SYL",))
    assert all("mediate" not in on for on in found.holding)
    view = LayerView(three, "defaults")
    nash = stability(view.model, ["nash"])
    still = [
        on
        for on in (view.model.taken(code) for code in view.model.states.tolist())
        if "mediate" not in on and all("nash" in nash.at(view.model.code(on))[dm] for dm in ("RUR", "GRA"))
    ]
    assert sorted(found.holding) == sorted(still)


@pytest.mark.parametrize("between", [(), ("RUR",), ("RUR", "RUR"), ("RUR", "XXX"), ("RUR", "GRA", "SYL"), ("",)])
def test_who_looks_ahead_must_be_two(three: Case, between: tuple[str, ...]) -> None:
    """Anything else is refused, with the parties there are."""
    with pytest.raises(AnalysisError, match="RUR, GRA, SYL"):
        ask(three, ahead=2, between=between)


def test_evolution_sums_to_one_and_is_the_engine_s(chicken: Case) -> None:
    """From where nobody yields each yields as likely as the other."""
    found = ask(chicken, evolution="now").evolution
    assert found is not None
    assert found.begin == ()
    assert found.count == 2
    assert sorted((end.on, end.each_improvement, end.each_party) for end in found.ends) == [
        ((("g_yields",),), 0.5, 0.5),
        ((("r_yields",),), 0.5, 0.5),
    ]
    assert "50.0%: it rests at outcome" in answers_text(chicken, ask(chicken, evolution="now"))


def test_evolution_may_begin_elsewhere(chicken: Case) -> None:
    """A letter or options say where; what cannot be read or cannot be is refused."""
    found = ask(chicken, evolution="r_yields").evolution
    assert found is not None
    assert [(end.on, end.each_party) for end in found.ends] == [((("r_yields",),), 1.0)]
    letter = next(letter for letter, outcome in lettered(analyse(chicken)).items() if outcome.on == ("r_yields",))
    by_letter = ask(chicken, evolution=letter).evolution
    assert by_letter is not None
    assert by_letter.ends[0].outcomes == (letter,)
    with pytest.raises(AnalysisError):
        ask(chicken, evolution="nowhere")


def test_evolution_cannot_begin_where_nothing_can_be(three: Case) -> None:
    """An infeasible beginning names what excludes it."""
    with pytest.raises(InfeasibleModel, match="reopen and free and not mediate"):
        ask(three, evolution="reopen, free, not mediate")


def test_a_cycle_is_told_as_one() -> None:
    """Where improving never rests, the states it goes on among are told."""
    chase = parse_case("""\
title: The chase
parties: {A: Aland, B: Bland}
options: {a: "A: turn", b: "B: turn"}
preferences: {A: [a iff not b], B: [a iff b]}
""")
    found = ask(chase, evolution="now").evolution
    assert found is not None
    assert [(end.states, end.each_improvement) for end in found.ends] == [(4, 1.0)]
    assert "it goes on for ever among 4 outcomes" in answers_text(chase, ask(chase, evolution="now"))


def test_answers_are_saved_and_read_back(chicken: Case) -> None:
    """As JSON they come back the same."""
    analysis = analyse(chicken)
    asked = Questions(concepts=True, unknown=True, ahead=3, evolution="now")
    whole = analysis.model_copy(update={"answers": answer(chicken, analysis, asked)})
    assert Analysis.model_validate_json(whole.model_dump_json()) == whole


def test_exported_tables_are_the_model(three: Case) -> None:
    """The option form and rankings are read back as the same model; reachability and tidy tables agree with it."""
    files = exported(three, analyse(three))
    model = conflict_model(three, "defaults")
    again = from_option_form(files["options.csv"], files["rankings.csv"])
    assert again.states.tolist() == model.states.tolist()
    assert all(again.tiers(dm) == model.tiers(dm) for dm in model.dms)
    rows = list(csv.DictReader(io.StringIO(files["states.csv"])))
    assert [int(row["state"]) for row in rows] == model.states.tolist()
    assert rows[0]["outcome"] == "Now"
    stable = [row for row in csv.DictReader(io.StringIO(files["stability.csv"])) if row["stable"] == "True"]
    found = stability(model, ["nash", "gmr", "smr", "seq", "sseq", "sim"])
    assert len(stable) == sum(int(np.count_nonzero(verdict)) for verdict in found.verdicts.values())


def test_exported_graphs_and_pictures_open(three: Case) -> None:
    """GraphML is read by NetworkX, pictures are well-formed, and the contents name every file."""
    files = exported(three, analyse(three))
    graph = nx.parse_graphml(files["graph.graphml"], node_type=int, force_multigraph=True)
    assert len(graph) == 7
    assert files["graph.dot"].startswith("digraph conflict {")
    for name in ("options.svg", "tableau.svg", "graph.svg"):
        assert ET.fromstring(files[name]).find(".//{http://www.w3.org/2000/svg}text") is not None  # noqa: S314 - ours
    assert all(name in files["README.txt"] for name in files if name != "README.txt")
    assert max(map(len, files["README.txt"].splitlines())) <= 80


def test_of_a_large_model_what_is_listed_is_exported() -> None:
    """Over 4,096 states the files have the status quo and the listed outcomes, and say so."""
    options = {f"o{k}": f"{'AB'[k % 2]}: do {k}" for k in range(13)}
    case = parse_case(
        json.dumps(
            {"title": "T", "parties": {"A": "Aland", "B": "Bland"}, "options": options, "preferences": {"A": ["o0"]}}
        )
    )
    files = exported(case, analyse(case))
    rows = list(csv.reader(io.StringIO(files["states.csv"])))
    assert rows[1][:2] == ["1", "Now"]
    assert len(rows) == 1 + 21
    assert "the status quo and 20 listed outcomes" in " ".join(files["README.txt"].split())


def test_names_cannot_become_formulas() -> None:
    """A party whose id a spreadsheet would run stays text in every table."""
    case = parse_case('{title: T, parties: {"=A": Aland}, options: {a: {party: "=A", does: go}}}')
    for name, text in exported(case, analyse(case)).items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            assert not [cell for cell in cells if cell.startswith("=")], name


def test_the_command_asks_and_exports(tmp_path: Path) -> None:
    """Each question has its block, the folder has its files, and a second run gives the same bytes."""
    (tmp_path / "case.yaml").write_text(CHICKEN, encoding="utf-8")
    asked = ["--concepts", "--unknown", "--ahead", "2", "--evolution", "now"]
    written = []
    for folder in ("one", "two"):
        result = CliRunner().invoke(
            main, ["analyse", str(tmp_path / "case.yaml"), *asked, "--export", str(tmp_path / folder)]
        )
        assert result.exit_code == 0, result.output
        written.append({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()})
    for words in ("What holds under further concepts", "What holds though", "Where two parties", "Where it ends"):
        assert words in result.output
    assert written[0] == written[1]
    assert {"options.csv", "graph.graphml", "graph.dot", "tableau.svg", "README.txt"} <= set(written[0])


def test_who_looks_ahead_needs_how_far(tmp_path: Path) -> None:
    """To name the two without a horizon is misuse, and told so."""
    (tmp_path / "case.yaml").write_text(CHICKEN, encoding="utf-8")
    result = CliRunner().invoke(main, ["analyse", str(tmp_path / "case.yaml"), "--between", "RUR,GRA"])
    assert result.exit_code == 2
    assert "--ahead" in result.output

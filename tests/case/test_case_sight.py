"""Strength of preference and misperception, from the case file to the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.case import asked, misperceiving, strengths
from dragoman.case.analyse import analyse
from dragoman.case.analysis import Analysis
from dragoman.case.answering import answers_text
from dragoman.case.answers import Answers
from dragoman.case.case import Case
from dragoman.case.changes import changes
from dragoman.case.file import dump_case, parse_case
from dragoman.case.matching import renamed
from dragoman.case.model import conflict_model
from dragoman.case.questions import Questions, answer
from dragoman.case.redraft import differences, redraft
from dragoman.case.sight import as_seen
from dragoman.cli import main
from dragoman.errors import AnalysisError, CaseError, InfeasibleModel, TooManyStates
from dragoman.graph import Prioritised, stability
from dragoman.graph.strength import graded_stability

STRAIT = """\
title: The strait
parties: {RUR: Ruritania, GRA: Graustark, SYL: Syldavia, POL: Poldevia}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
  strike: "GRA: strike the port"
  mediate: "SYL: mediate"
infeasible: [free and strike]
preferences:
  RUR: [{prefers: not strike, strong: yes}, free, not reopen]
  GRA: [{prefers: reopen unless strike, strong: yes}, {prefers: not free, strong: yes}, not strike]
  SYL: [reopen and free, not mediate]
"""
SIGHT = """\
misperceptions:
  RUR:
    unseen: strike
    imagined: {beg: "GRA: ask for help"}
    infeasible: mediate and beg
    preferences: {GRA: [free if reopen, not beg], POL: reopen}
    note: it has no spies there
"""


@pytest.fixture(scope="module")
def strait() -> Case:
    return parse_case(STRAIT + SIGHT)


def ask(case: Case, **questions: object) -> Answers:
    return answer(case, analyse(case), Questions(**questions))  # type: ignore[arg-type]


def test_strength_is_the_engine_s(strait: Case) -> None:
    """Counts and verdicts are those of the strong first lines as grades."""
    found = ask(strait, strength=True).strength
    assert found is not None
    model = conflict_model(strait, "defaults")
    grades = {"RUR": Prioritised(["not strike"]), "GRA": Prioritised(["reopen unless strike", "not free"])}
    plain = graded_stability(model, grades)
    assert found.lines == {"RUR": 1, "GRA": 2, "SYL": 0}
    for concept in ("gmr", "smr", "seq"):
        strong, weak = plain.strong_equilibria(concept), plain.weak_equilibria(concept)
        assert (found.strong[concept], found.weak[concept]) == (len(strong), len(weak))
        for verdict in found.verdicts:
            state = model.code(verdict.on)
            assert verdict.holds[concept] == ("strong" if state in strong else "weak" if state in weak else "none")


def test_what_holds_only_weakly_names_for_whom() -> None:
    """In the prisoner's dilemma with one party's fear grave and the other's mild, cooperation holds weakly for it."""
    dilemma = parse_case("""\
title: T
parties: {A: Aland, B: Bor}
options: {a: "A: disarm", b: "B: disarm"}
status_quo: [a, b]
preferences: {A: [{prefers: b, strong: yes}, not a], B: [a, not b]}
""")
    found = ask(dilemma, strength=True)
    assert found.strength is not None
    now = found.strength.verdicts[0]
    assert (now.holds["seq"], now.weak_for["seq"]) == ("weak", ("B",))
    told = " ".join(answers_text(dilemma, found).split())
    assert "The status quo: weak equilibrium under GMR, SMR and SEQ, as Bor would stay only weakly." in told
    assert "First lines of each list that are strong: Aland 1, Bor none." in told


def test_without_strong_lines_strength_is_refused(strait: Case) -> None:
    """With what to write in the case file."""
    mild = strait.model_copy(update={"preferences": {"SYL": strait.preferences["SYL"]}})
    with pytest.raises(AnalysisError, match="strong: yes"):
        ask(mild, strength=True)


def test_what_a_party_sees(strait: Case) -> None:
    """What is unseen is gone from options, lines and rules, what is imagined is there, and lists are as it thinks."""
    model = as_seen(strait, "RUR", "defaults")
    assert model.names == ("reopen", "free", "mediate", "beg")
    assert list(map(str, model.infeasible)) == ["mediate and beg"]
    said = {dm: list(map(str, p.statements)) for dm, p in zip(model.dms, model.preferences, strict=True)}
    assert said == {
        "RUR": ["free", "not reopen"],
        "GRA": ["free if reopen", "not beg"],
        "SYL": ["reopen and free", "not mediate"],
    }


def test_everybody_judges_by_what_it_sees(strait: Case) -> None:
    """Who stays is who is stable in its own view; Ruritania's is worked out here from its model by hand."""
    found = ask(strait, misperceptions=True).misperceptions
    assert found is not None
    fact, view = conflict_model(strait, "defaults"), as_seen(strait, "RUR", "defaults")
    plain, seen = stability(fact), stability(view)
    assert found.parties == ("RUR",)
    for outcome in (*found.outcomes, *found.further):
        state = fact.code(outcome.on)
        there = view.code([option for option in outcome.on if option != "strike"])
        leave = {dm for dm in ("GRA", "SYL") if "seq" not in plain.at(state)[dm]}
        leave |= {"RUR"} if "seq" not in seen.at(there)["RUR"] else set()
        assert set(outcome.leave) == leave
        assert ("seq" in outcome.holds) == (not leave)
        expected = {dm for dm in ("GRA", "SYL") if "seq" in plain.equilibrium_at(state)}
        expected |= {"RUR"} if "seq" in seen.equilibrium_at(there) else set()
        assert set(outcome.expected_by) == expected
    as_it_is = set(plain.equilibria("seq"))
    stays = seen.stable("seq", "RUR")
    as_each_sees = {
        state
        for state in fact.states.tolist()
        if all("seq" in plain.at(state)[dm] for dm in ("GRA", "SYL"))
        and stays[view.index(view.code([option for option in fact.taken(state) if option != "strike"]))]
    }
    assert (found.lost, found.gained) == (len(as_it_is - as_each_sees), len(as_each_sees - as_it_is))
    assert {fact.code(outcome.on) for outcome in found.further} <= as_each_sees - as_it_is


def test_a_strike_that_is_not_seen_surprises(strait: Case) -> None:
    """Graustark would strike the port, which Ruritania does not expect, as it does not see that it could."""
    found = ask(strait, misperceptions=True)
    assert found.misperceptions is not None
    assert [(s.party, s.to, s.unexpected_by) for s in found.misperceptions.surprises] == [
        ("GRA", ("strike",), ("RUR",))
    ]
    told = " ".join(answers_text(strait, found, width=60).split())
    assert "Graustark would take up “strike the port”, which Ruritania does not expect." in told


def test_without_misperceptions_the_question_is_refused(strait: Case) -> None:
    """With where to say them."""
    with pytest.raises(AnalysisError, match="under misperceptions"):
        ask(strait.model_copy(update={"misperceptions": {}}), misperceptions=True)


def test_a_view_in_which_nothing_can_be_is_refused() -> None:
    """Where a rule needs what is not seen, the error says which, and whose sight it is."""
    case = parse_case("""\
title: T
parties: {A: Aland, B: Bor}
options: {a: "A: go", b: "B: go"}
infeasible: [not b]
status_quo: [b]
misperceptions: {A: {unseen: b}}
""")
    with pytest.raises(InfeasibleModel, match='By what A sees nothing can be: "not b" is true'):
        ask(case, misperceptions=True)


def test_models_too_large_are_refused(strait: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before time is spent, with the number of states."""
    monkeypatch.setattr(strengths, "_MOST_STATES", 5)
    with pytest.raises(TooManyStates, match="12 states are too many to ask for strength of preference; at most 5"):
        ask(strait, strength=True)
    monkeypatch.setattr(misperceiving, "_MOST_OPTIONS", 3)
    with pytest.raises(TooManyStates, match="With what RUR imagines there are 4 options"):
        ask(strait, misperceptions=True)
    assert asked.MOST_ASKED == 20


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("  RUR: {unsen: strike}", 'line 14: "unsen" is not a field of a misperception'),
        ("  XXX: {unseen: strike}", 'line 14: "XXX" is not a party'),
        (
            "  POL: {unseen: strike}",
            "line 14: POL controls no option, so that how it sees the conflict changes nothing",
        ),
        ("  RUR: {unseen: strke}", 'line 14: "strke" is not an option. The options: strike (did you mean this one?)'),
        ("  RUR: {unseen: reopen}", 'line 14: "reopen" is an option of RUR itself'),
        ("  RUR: {imagined: {strike: 'GRA: x'}}", 'line 14: "strike" is an option that there is'),
        ("  RUR: {imagined: {a-b: 'GRA: x'}}", 'line 14: "a-b" cannot be an id'),
        ("  RUR: {imagined: {beg: 'XXX: x'}}", 'line 14: "XXX" is not a party'),
        (
            "  RUR: {imagined: {beg: {party: GRA, does: x, basis: words}}}",
            '"basis" is not a field of an imagined option',
        ),
        ("  RUR: {imagined: {beg: {party: GRA}}}", "an imagined option"),
        ("  RUR: {infeasible: beg}", '"beg" is not an option. The options: reopen, free, strike, mediate'),
        ("  RUR: {infeasible: free or not free}", "is always true, so that no state is left"),
        ("  RUR: {preferences: {XXX: [free]}}", 'line 14: "XXX" is not a party'),
        ("  RUR: {preferences: {GRA: [beg]}}", '"beg" is not an option'),
        ("  RUR: {preferences: {GRA: [free and]}}", 'column 37: "free and", character 9'),
        ("  RUR: {unseen: strike, preferences: {GRA: [strike]}}", '"strike" is unseen by RUR'),
        ("  RUR: {unseen: strike, infeasible: [strike and free]}", '"strike" is unseen by RUR'),
        (
            "  RUR: {preferences: {GRA: [free, {prefers: strike, strong: yes}]}}",
            '"strike" is strong and stands below "free"',
        ),
        ("  RUR: [strike]", "misperceptions, RUR should be a mapping"),
        ("  RUR: {unseen: {strike: yes}}", "misperceptions, RUR, unseen should be a list"),
    ],
)
def test_a_wrong_misperception_is_told_with_its_place(wrong: str, told: str) -> None:
    """Each in one sentence, with the line and what would be accepted."""
    with pytest.raises(CaseError) as problem:
        parse_case(f"{STRAIT}misperceptions:\n{wrong}\n", source="strait.yaml")
    assert "strait.yaml, line 14" in str(problem.value)
    assert told in str(problem.value)


def test_a_strong_line_below_a_mild_one_is_refused() -> None:
    """With the line of the file, and both ways out."""
    text = STRAIT.replace("free, not reopen]", "free,\n    {prefers: not reopen, strong: yes}]")
    with pytest.raises(CaseError, match='line 11: "not reopen" is strong and stands below "free", which is not'):
        parse_case(text)
    with pytest.raises(CaseError, match="strong should be yes or no"):
        parse_case(STRAIT.replace("strong: yes", "strong: very", 1))


def test_a_case_with_misperceptions_is_written_and_read(strait: Case) -> None:
    """In the long form, nothing lost."""
    assert parse_case(dump_case(strait)) == strait
    assert strait.preferences["RUR"][0].strong
    assert strait.misperceptions["RUR"].unseen == ("strike",)


def test_options_are_renamed_in_what_is_seen(strait: Case) -> None:
    """Under new ids the same is seen, and imagined options keep theirs."""
    other = renamed(strait, {"strike": "bomb", "reopen": "open"})
    assert other.misperceptions["RUR"].unseen == ("bomb",)
    assert other.misperceptions["RUR"].preferences["GRA"][0].prefers == "free if open"
    assert renamed(strait, {"strike": "beg"}) == strait


def test_what_is_seen_is_kept_when_drafted_again(strait: Case) -> None:
    """A person's misperceptions and strong lines stay; what names a struck option goes with it."""
    drafted = parse_case(STRAIT.replace(", strong: yes", ""))
    kept = redraft(drafted, strait, drafted)
    assert kept.misperceptions == strait.misperceptions
    assert kept.preferences["RUR"][0].strong
    without = {o: line for o, line in strait.options.items() if o != "strike"}
    lists = {"SYL": strait.preferences["SYL"]}
    mine = strait.model_copy(update={"options": without, "preferences": lists, "infeasible": ()})
    assert redraft(drafted, mine, drafted).misperceptions["RUR"].unseen == ()


def test_a_diff_says_what_is_seen_otherwise(strait: Case) -> None:
    """And which lines matter greatly now."""
    plain = parse_case(STRAIT.replace(", strong: yes", "", 1))
    told = [change.text for change in changes(plain, strait)]
    assert "Ruritania is taken to see the conflict otherwise than before." in told
    assert "Ruritania: not “strike the port” matters greatly now." in told
    assert "Ruritania is taken to see the conflict as it is." in [c.text for c in changes(strait, plain)]
    assert differences(plain, strait) == ("What RUR sees of the conflict is said otherwise.",)


def test_the_command_asks_both(tmp_path: Path, strait: Case) -> None:
    """Each question has its block; as JSON the answers come back the same."""
    (tmp_path / "case.yaml").write_text(STRAIT + SIGHT, encoding="utf-8")
    asked_for = [str(tmp_path / "case.yaml"), "--strength", "--misperceptions"]
    shown = CliRunner().invoke(main, ["analyse", *asked_for])
    assert shown.exit_code == 0, shown.output
    assert "What holds strongly, and what only weakly" in shown.output
    assert "What holds by what each party sees" in shown.output
    read = Analysis.model_validate_json(CliRunner().invoke(main, ["analyse", *asked_for, "--json"]).output)
    assert read.answers == ask(strait, strength=True, misperceptions=True)

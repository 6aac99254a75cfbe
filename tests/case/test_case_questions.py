"""Further questions to a case: each answer follows from the case, reads aloud, and is refused where too large."""

from __future__ import annotations

import json

import pytest

from dragoman.brief.compose import compose
from dragoman.case import wishing
from dragoman.case.analyse import analyse
from dragoman.case.analysis import Analysis
from dragoman.case.answering import answers_text
from dragoman.case.answers import Answers
from dragoman.case.case import Case, Option, Party
from dragoman.case.file import parse_case
from dragoman.case.outcomes import LayerView
from dragoman.case.questions import Questions, answer, lettered
from dragoman.case.worded import worded_model
from dragoman.errors import AnalysisError, InfeasibleModel, LogicError, TooManyStates
from dragoman.graph import CONCEPTS, stability

STRAIT = """\
title: The strait
parties: {RUR: Ruritania, GRA: Graustark, SYL: Syldavia}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
  tow: {party: GRA, does: tow the ship away, one_way: true}
infeasible: [tow and free]
preferences:
  RUR: [free, {prefers: not reopen, basis: default}]
  GRA: [reopen, not free]
  SYL: [reopen]
"""


@pytest.fixture(scope="module")
def case() -> Case:
    return parse_case(STRAIT)


@pytest.fixture(scope="module")
def analysis(case: Case) -> Analysis:
    return analyse(case)


def ask(case: Case, analysis: Analysis, **questions: object) -> Answers:
    return answer(case, analysis, Questions(**questions))  # type: ignore[arg-type]


def test_nothing_is_answered_that_was_not_asked(case: Case, analysis: Analysis) -> None:
    """Without questions there are no answers, and the analysis has no field for them."""
    assert not Questions().any
    assert answers_text(case, ask(case, analysis)) == ""
    assert "answers" not in json.loads(analysis.model_dump_json())


def test_answers_are_saved_and_read_back(case: Case, analysis: Analysis) -> None:
    """Answers stand in the analysis as JSON, and come back the same."""
    found = ask(case, analysis, reasons=True, coalitions=True, paths=True, likelihood=50, wish="reopen, free")
    whole = analysis.model_copy(update={"answers": found})
    assert Analysis.model_validate_json(whole.model_dump_json()) == whole


def test_the_model_in_words_is_the_same_model(case: Case) -> None:
    """Calling parties and options by what they are and do changes no verdict."""
    view = LayerView(case, "defaults")
    worded = worded_model(view)
    assert worded.names == ("“reopen the strait”", "“free the crew”", "“tow the ship away”")
    assert worded.states.tolist() == view.model.states.tolist()
    one, other = stability(view.model), stability(worded)
    assert all((one.verdicts[concept] == other.verdicts[concept]).all() for concept in CONCEPTS)


def test_options_that_do_the_same_are_told_apart() -> None:
    """Two options with one wording get different names."""
    case = parse_case("{title: T, parties: {A: Aland, B: Aland}, options: {a: 'A: wait', b: 'B: wait'}}")
    worded = worded_model(LayerView(case, "words"))
    assert worded.names == ("“wait”", "“wait” (b)")
    assert worded.dms == ("Aland", "Aland (B)")


def test_each_party_has_its_reason(case: Case, analysis: Analysis) -> None:
    """Also one that controls nothing."""
    reasons = ask(case, analysis, reasons=True).reasons
    assert reasons is not None
    assert [(reason.party, reason.text) for reason in reasons] == [
        ("RUR", "Ruritania stays: no move of its own leads to a state it prefers."),
        ("GRA", "Graustark stays: no move of its own leads to a state it prefers."),
        ("SYL", "Syldavia controls no option, so it has nothing to move."),
    ]


def test_a_deal_that_nobody_could_make_alone(case: Case, analysis: Analysis) -> None:
    """The exchange is a joint improvement of both; towing the ship away is not."""
    found = ask(case, analysis, coalitions=True).coalitions
    assert found is not None
    assert [(move.parties, move.to) for move in found.joint] == [(("RUR", "GRA"), ("reopen", "free"))]
    assert not found.more
    assert [step.does for step in found.joint[0].steps] == ["takes “reopen the strait”", "takes “free the crew”"]


def test_a_named_coalition_reaches_what_its_members_can(case: Case, analysis: Analysis) -> None:
    """Both together reach the exchange, one of them does not."""
    both = ask(case, analysis, coalition=("RUR", "GRA")).coalitions
    alone = ask(case, analysis, coalition=("GRA",)).coalitions
    assert both is not None and alone is not None
    assert ("reopen", "free") in [way.to for way in both.reaches]
    assert ("reopen", "free") not in [way.to for way in alone.reaches]


def test_an_unknown_member_is_refused(case: Case, analysis: Analysis) -> None:
    """So is a party that controls nothing."""
    with pytest.raises(AnalysisError, match=r'"SYL" is no party that controls an option.*RUR, GRA'):
        ask(case, analysis, coalition=("SYL",))


def test_ways_lead_by_gains_or_are_said_not_to_exist() -> None:
    """Who gains by a move makes it; where no gains lead there, the answer says so."""
    case = parse_case("""\
title: T
parties: {A: Aland, B: Bland}
options: {a: "A: go", b: "B: follow"}
preferences: {A: [a iff b, a], B: [a iff b]}
status_quo: [a]
""")
    found = ask(case, analyse(case), paths=True)
    assert found.paths is not None
    steps = {way.to: way.steps for way in found.paths}
    assert [step.party for step in steps["a", "b"] or ()] == ["B"]
    assert [step.party for step in steps[()] or ()] == ["A"]


def test_no_way_is_told_once(case: Case, analysis: Analysis) -> None:
    """Outcomes that gains do not lead to are named in one sentence."""
    text = answers_text(case, ask(case, analysis, paths=True))
    assert text.count("There is no such way to outcome") == 1


def test_likelihoods_count_every_plausible_list(case: Case, analysis: Analysis) -> None:
    """A default is held in three lists of four: where it is not, Ruritania does not mind having given way."""
    found = ask(case, analysis, likelihood=100).likelihood
    assert found is not None
    assert found.exact
    assert "three in four" in found.assumption
    shares = {share.on: share for share in found.shares}
    assert found.shares[0].outcome == "Now"
    assert shares[()].nash == pytest.approx(1.0)
    given_way = ask(case.model_copy(update={"status_quo": ("reopen",)}), analysis, likelihood=100).likelihood
    assert given_way is not None
    assert given_way.shares[0].nash == pytest.approx(0.25)


def test_draws_are_seeded() -> None:
    """The same question twice has the same answer, which says that it rests on draws."""
    options = {f"o{k}": f"A: do {k}" for k in range(8)}
    case = parse_case(
        json.dumps({"title": "T", "parties": {"A": "Aland"}, "options": options, "preferences": {"A": list(options)}})
    )
    analysis = analyse(case)
    one, two = (ask(case, analysis, likelihood=20).likelihood for _ in range(2))
    assert one == two
    assert one is not None
    assert (one.exact, one.examined) == (False, 20)


def test_a_wish_is_granted_by_the_line_that_stands_in_the_way(case: Case, analysis: Analysis) -> None:
    """Graustark would have to want to free the crew, which the edit says, and the edited list confirms."""
    found = ask(case, analysis, wish="free").wish
    assert found is not None
    assert (found.on, found.holds, found.unstable_for) == (("free",), False, ("GRA",))
    assert ("GRA", 'drop "not “free the crew”" (line 2)') in [(c.party, c.edit) for c in found.changes]
    edited = parse_case(STRAIT.replace("GRA: [reopen, not free]", "GRA: [reopen]"))
    view = LayerView(edited, "defaults")
    assert "seq" in view.found.equilibrium_at(view.model.code(["free"]))


def test_a_wish_may_be_a_letter(case: Case, analysis: Analysis) -> None:
    """An outcome is named by its letter, and one that holds needs no change."""
    holding = {letter: outcome for letter, outcome in lettered(analysis).items() if "seq" in outcome.equilibrium}
    letter, outcome = next(iter(holding.items()))
    found = ask(case, analysis, wish=letter).wish
    assert found is not None
    assert (found.on, found.holds, found.changes) == (outcome.on, True, ())


@pytest.mark.parametrize(
    ("wish", "error"),
    [("reopen or free", AnalysisError), ("peace", LogicError), ("", LogicError), ("tow, free", InfeasibleModel)],
)
def test_a_wish_that_cannot_be_read_is_refused(
    case: Case, analysis: Analysis, wish: str, error: type[AnalysisError]
) -> None:
    """Logic, an unknown option, nothing at all, and what cannot be."""
    with pytest.raises(error):
        ask(case, analysis, wish=wish)


def test_letters_are_those_of_the_brief(case: Case, analysis: Analysis) -> None:
    """The same outcome has the same letter on the page."""
    outcomes = compose(case, analysis, (), ()).outcomes
    assert outcomes is not None
    lines = [*outcomes.main_layer.holding, *outcomes.main_layer.better_for_all]
    shown = {line.label: line.on for line in lines if line.label != "Now"}
    mine = {letter: outcome.on for letter, outcome in lettered(analysis).items()}
    assert mine
    assert {label: on for label, on in shown.items() if label in mine} == mine


@pytest.fixture(scope="module")
def large() -> tuple[Case, Analysis]:
    """A case with 131,072 states."""
    case = Case(
        title="Large",
        parties={"A": Party(name="Aland"), "B": Party(name="Bland")},
        options={f"o{k}": Option(party="AB"[k % 2], does=f"do {k}") for k in range(17)},
    )
    return case, analyse(case, shown=2)


@pytest.mark.parametrize("question", [{"coalitions": True}, {"paths": True}, {"likelihood": 40}])
def test_a_model_too_large_for_a_question_is_refused_at_once(
    large: tuple[Case, Analysis], question: dict[str, object]
) -> None:
    """One sentence, which says how many states there are."""
    with pytest.raises(TooManyStates, match=r"131,072 states are too many"):
        ask(*large, **question)


def test_a_wish_over_too_many_lists_is_refused(case: Case, analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of lists to try and of states bound each other."""
    monkeypatch.setattr(wishing, "_MOST_WORK", 100)
    with pytest.raises(TooManyStates, match="edited lists over 6 states are too many"):
        ask(case, analysis, wish="free")


def test_no_case_can_steer_a_terminal() -> None:
    """Control characters in what an option does are left out."""
    case = parse_case(
        '{title: T, parties: {A: "A\\u001b[2Jland"}, options: {a: "A: go\\u001b[2J"}, preferences: {A: [a]}}'
    )
    text = answers_text(case, ask(case, analyse(case), reasons=True, coalitions=True, wish="a"))
    assert "\x1b" not in text
    assert "takes “go [2J”" in text

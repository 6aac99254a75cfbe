"""Schedules: the least demanding beside the named ones, over other weights, and in words."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.case.case import Case
from dragoman.case.file import load_case, parse_case
from dragoman.cli import main
from dragoman.deals.plantext import schedule_text
from dragoman.deals.schedule import Plan, Schedule
from dragoman.deals.scheduling import schedule
from dragoman.deals.table import Table
from dragoman.deals.weighing import Order, drawn_weights
from dragoman.errors import AnalysisError, DragomanError
from dragoman.graph import ConflictModel, Option, Prioritised

KOREA = Path(__file__).parents[2] / "examples" / "korea-2019" / "case.yaml"
FULL = "full_relief, disarm"
INFINITE = float("inf")
LINES = ["a", "b", "c", "not a", "not b", "a iff b", "not a unless c", "b or c", "c if b", "not (a and c)", "a and b"]


def needs(plan: Plan) -> tuple[float, float, float, int]:
    return plan.guarantee, INFINITE if plan.trust is None else plan.trust, plan.exposure, len(plan.steps)


def hand_over(mine: int, yours: int, *, one_way: str = "yes") -> Case:
    return parse_case(f"""
title: The strait
parties: {{RUR: Ruritania, GRA: Graustark}}
options:
  ships: {{party: RUR, does: hand over the ships, one_way: {one_way}}}
  crew: {{party: GRA, does: free the crew, one_way: yes}}
worths: {{RUR: {{ships: -{mine}, crew: 9}}, GRA: {{ships: 9, crew: -{yours}}}}}
""")


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 8), st.integers(1, 8), st.sampled_from(["yes", "no"]))
def test_no_named_schedule_needs_less_than_the_best(mine: int, yours: int, one_way: str) -> None:
    """All at once, one side first, and pieces of a size that divides the search's never need less."""
    found = schedule(hand_over(mine, yours, one_way=one_way), steps=8)
    assert {plan.kind for plan in found.plans} == {"best", "best_in_turn", "at_once", "one_side_first", "pieces"}
    assert all(needs(found.best) <= needs(plan) for plan in found.plans)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=6, unique=True), st.integers(0, 10_000))
def test_drawn_weights_reproduce_the_order(lines: list[str], seed: int) -> None:
    """Whatever is drawn, adding up the weights of true lines puts all states in the order of the list."""
    model = ConflictModel(
        ["N"],
        [Option(name, "N") for name in "abc"],
        preferences={"N": Prioritised(lines)},
        infeasible=["a and b and c"],
    )
    read = [model.read(line) for line in lines]
    order = Order(model, read, model.scores("N"))
    weights = drawn_weights(order, np.random.default_rng(seed))
    sums = [
        sum(w for w, line in zip(weights, read, strict=True) if line.holds(model.taken(int(s)))) for s in model.states
    ]
    assert order.fits(weights)
    for one, other in zip(np.argsort(sums, kind="stable"), np.argsort(model.scores("N"), kind="stable"), strict=True):
        assert model.scores("N")[one] == model.scores("N")[other]


def test_given_worths_leave_nothing_to_draw() -> None:
    """Where every needed party has worths no other weights are tried, and figures are in their unit."""
    found = schedule(hand_over(3, 3))
    assert (found.draws, found.measure) == (0, "worth")
    assert all(plan.ranges is None for plan in found.plans)


def test_the_same_seed_gives_the_same_bytes(exchange: Case) -> None:
    """Draws follow the seed alone, and the record is read back equal."""
    one, same, other = (schedule(exchange, draws=5, seed=seed).model_dump_json() for seed in (1, 1, 2))
    assert one == same
    assert one != other
    assert Schedule.model_validate_json(one).model_dump_json() == one


def test_words_follow_the_figures() -> None:
    """The guarantee, the trust and the exposure are said as they were computed."""
    told = " ".join(schedule(hand_over(3, 3, one_way="no"), steps=2).sentences)
    assert "It needs a guarantee of 3 against Ruritania, which would gain as much once all is done" in told
    assert "Graustark, which cannot take its steps back; Ruritania, which can, is never below" in told


def test_smaller_pieces_cut_guarantee_and_exposure_but_not_trust() -> None:
    """With nothing to be taken back, the trend is said from the figures of 2 and 8 pieces."""
    told = " ".join(schedule(hand_over(3, 3)).sentences)
    assert "in 8 pieces rather than 2: the guarantee falls from 1.5 to 0.375" in told
    assert "the greatest exposure falls from 1.5 to 0.375" in told


def test_what_can_be_taken_back_needs_nothing_in_korea() -> None:
    """If both relief and disarmament can be taken back, full for full takes no trust and no guarantee."""
    found = schedule(load_case(KOREA), FULL, draws=3)
    assert needs(found.best) == (0, 0, 0, 1)
    assert {plan.ranges.self_enforcing for plan in found.plans if plan.ranges} == {1.0}


def test_disarmament_for_good_puts_the_risk_on_pyongyang() -> None:
    """If weapons once handed over are gone, Washington is tempted at the deal and Pyongyang needs the trust."""
    found = schedule(load_case(KOREA), FULL, one_way=["disarm"], draws=0)
    assert (found.best.guarantee_against, found.best.trust_of, found.best.exposure_of) == ("USA", "PRK", "PRK")
    assert found.best.guarantee_after == len(found.best.steps)
    at_once = next(plan for plan in found.plans if plan.kind == "at_once")
    assert found.best.trust < at_once.trust


def test_finer_pieces_than_were_searched_are_said_to_need_less() -> None:
    """With a search over halves, that eight pieces need less is not passed over."""
    told = " ".join(schedule(hand_over(3, 3), steps=2).sentences)
    assert "This is with options in 2 pieces at most. Finer pieces need less: in 8," in told
    assert "Finer pieces" not in " ".join(schedule(hand_over(3, 3), steps=8).sentences)


def test_divisions_with_too_many_half_way_states_are_named() -> None:
    """Of six options in 8 rounds there are 9^6 half-way states: 2 and 4 rounds are compared, 8 are said to be left."""
    names = "abcdef"
    options = "".join(f"  {n}: {{party: {n.upper()}, does: do {n}}}\n" for n in names)
    worths = "".join(f"  {n.upper()}: {{{', '.join(f'{m}: {-1 if m == n else 1}' for m in names)}}}\n" for n in names)
    parties = "".join(f"  {n.upper()}: {n.upper()}land\n" for n in names)
    case = parse_case(f"title: Six\nparties:\n{parties}options:\n{options}worths:\n{worths}")
    found = schedule(case, "a, b, c, d, e, f")
    assert {plan.pieces for plan in found.plans if plan.kind == "pieces"} == {2, 4}
    assert "In 8 rounds there are too many half-way states to compare; --steps 8 asks for them." in found.remarks


def test_divisible_options_alone_are_divided() -> None:
    """Where the case marks an option of the deal as divisible, the others are done in one step."""
    case = hand_over(3, 3)
    ships = case.options["ships"].model_copy(update={"divisible": True})
    marked = case.model_copy(update={"options": {**case.options, "ships": ships}})
    assert schedule(marked, steps=4).divided == {"ships": 4}
    assert schedule(case, steps=4).divided == {"ships": 4, "crew": 4}


@pytest.mark.parametrize(
    ("deal", "steps", "told"),
    [
        ("us_talks", None, "The deal is the status quo"),
        ("partial_relief", None, "This is no deal: it needs United States, which likes it less"),
        ("relief", None, '"relief" is not an option here'),
        ("999", None, "There is no deal 999; dragoman deals lists 240"),
        (FULL, 0, '"full_relief" is divided into 0 steps'),
        (FULL, 2000, "Make coarser: full_relief (2000 steps), disarm (2000 steps)"),
    ],
)
def test_bad_input_is_refused_in_words(deal: str, steps: int | None, told: str) -> None:
    """Each bad deal or division is one sentence that says what is wrong."""
    with pytest.raises(DragomanError) as error:
        schedule(load_case(KOREA), deal, steps=steps)
    assert told in str(error.value)


def test_no_deal_is_said() -> None:
    """A case in which nothing can be agreed has nothing to schedule."""
    case = parse_case("{title: T, parties: {A: Aland, B: Bor}, options: {a: 'A: wait'}, preferences: {A: [not a]}}")
    with pytest.raises(AnalysisError, match="there is no deal to schedule"):
        schedule(case)


def test_an_impossible_way_is_left_out() -> None:
    """Where one side cannot go first, that schedule is not listed."""
    case = parse_case("""
title: Swap
parties: {A: Aland, B: Bor}
options: {a: "A: move in", b: "B: move out"}
infeasible: [a and not b]
preferences: {A: [a], B: [a, not b]}
""")
    titles = [plan.title for plan in schedule(case, steps=1, draws=0).plans]
    assert "Bor first" in titles
    assert "Aland first" not in titles


def test_text_and_json_of_the_command(tmp_path: Path) -> None:
    """The command prints lines that fit, and writes the record as JSON."""
    case = load_case(KOREA)
    found = schedule(case, FULL, one_way=["disarm"], draws=2)
    assert max(len(line) for line in schedule_text(case, found, width=60).splitlines()) <= 60
    output = tmp_path / "schedule.json"
    arguments = ["schedule", str(KOREA), "--deal", FULL, "--one-way", "disarm", "--draws", "2", "-q", "-o", str(output)]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.output) == (0, "")
    assert Schedule.model_validate_json(output.read_text()) == found


def test_a_veto_holder_is_tempted_too(exchange: Case) -> None:
    """A party with a veto and no step of its own counts among those that could break it off."""
    case = parse_case("""
title: Three
parties: {A: Aland, B: Bor, C: Cor}
options: {a: {party: A, does: pay, one_way: yes}, b: {party: B, does: free, one_way: yes}, c: "C: wait"}
worths: {A: {a: -1, b: 3, c: 0}, B: {a: 3, b: -1, c: 0}, C: {a: 5, b: -2, c: 0}}
vetoes: C
""")
    found = schedule(case, "a, b", steps=1)
    assert found.parties == ("A", "B", "C")
    assert any("C" in step.temptation for plan in found.plans for step in plan.steps)
    assert Table(exchange).parties_to(3) == ("RUR", "GRA")

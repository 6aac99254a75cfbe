"""The discourse network: counted by hand, drawn as GraphML, by windows of time, by the command line."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from ledger_statements import article, position

from dragoman.cli import main
from dragoman.ledger.network import KINDS, NORMS, Kind, Norm, network
from dragoman.ledger.stands import Stand, stands, windows
from dragoman.ledger.store import Ledger

SAID = tuple(
    Stand(actor, concept, agrees)
    for actor, line in {"A": "w+ x+ y- z+", "B": "w+ x- y- v+ u+", "C": "x-"}.items()
    for concept, agrees in ((word[0], word[1] == "+") for word in line.split())
)
"""A and B agree on w and y and differ on x; C agrees with B and differs with A on x."""

many = st.lists(st.builds(Stand, st.sampled_from("ABCD"), st.sampled_from("uvwxyz"), st.booleans()), max_size=30)


@pytest.mark.parametrize(
    ("kind", "norm", "expected"),
    [
        ("congruence", "none", 2),
        ("conflict", "none", 1),
        ("subtract", "none", 1),
        ("congruence", "average", 2 / 4.5),
        ("conflict", "average", 1 / 4.5),
        ("congruence", "jaccard", 2 / 7),
        ("subtract", "jaccard", 1 / 7),
        ("congruence", "cosine", 2 / math.sqrt(4 * 5)),
    ],
)
def test_a_pair_is_counted_as_by_hand(kind: Kind, norm: Norm, expected: float) -> None:
    """Four stands and five; two shared of seven in all; one opposed."""
    made = network(SAID, kind=kind, norm=norm)
    assert made.value("A", "B") == pytest.approx(expected)
    assert (made.pairs["A", "B"].agree, made.pairs["A", "B"].differ) == (("w", "y"), ("x",))


def test_repeats_count_as_often_as_they_are_said() -> None:
    """Said twice by one and three times by the other is six; once is once."""
    said = [Stand("A", "x", True)] * 2 + [Stand("B", "x", True)] * 3
    assert network(said).value("A", "B") == 1
    assert network(said, repeats=True).value("A", "B") == 6
    assert network(said, repeats=True, norm="average").value("A", "B") == pytest.approx(6 / 2.5)


@given(many)
def test_subtract_is_congruence_less_conflict_under_any_norm(said: list[Stand]) -> None:
    """For every pair; and the order in which things were said does not matter."""
    for norm in NORMS:
        made = {kind: network(said, kind=kind, norm=norm) for kind in KINDS}
        for one in made["subtract"].actors:
            for other in made["subtract"].actors:
                less = made["congruence"].value(one, other) - made["conflict"].value(one, other)
                assert made["subtract"].value(one, other) == pytest.approx(less)
        assert network(said[::-1], norm=norm) == network(said, norm=norm)


@given(many)
def test_normalised_congruence_lies_between_nothing_and_all(said: list[Stand]) -> None:
    """Average, Jaccard and cosine of stands that count once are at most 1, and 1 for the same stands."""
    for norm in ("average", "jaccard", "cosine"):
        twin = [Stand("TWIN", stand.concept, stand.agrees) for stand in said if stand.actor == "A"]
        made = network([*said, *twin], norm=norm)  # type: ignore[arg-type]
        assert all(0 < pair.value <= 1 + 1e-9 for pair in made.pairs.values())
        assert not twin or made.value("A", "TWIN") == pytest.approx(1)


def test_graphml_is_read_back_with_weights_that_can_be_drawn() -> None:
    """Weights are not negative, the value has the sign, nodes have labels; control characters are gone."""
    made = network(
        [*SAID, Stand("A", "x\x07y", True), Stand("B", "x\x07y", False)], kind="subtract", labels={"A": "A\x1bland"}
    )
    graph = nx.read_graphml(io.BytesIO(made.to_graphml().encode()))
    assert graph.nodes["A"]["label"] == "A land"
    assert graph.edges["A", "C"]["weight"] == 1.0
    assert graph.edges["A", "C"]["value"] == -1.0
    assert {node: graph.nodes[node]["stands"] for node in graph} == {"A": 5, "B": 6, "C": 1}


def test_the_matrix_is_symmetric_and_says_the_same() -> None:
    """As a data frame and as CSV."""
    made = network(SAID, kind="subtract")
    frame = made.to_pandas()
    assert (frame == frame.T).all().all()
    assert frame.loc["A", "C"] == -1
    assert b"A,0.0,1.0,-1.0" in made.to_csv()


def test_demanding_and_refusing_to_do_the_opposite_are_one_side() -> None:
    """To demand that sanctions be lifted and to refuse to keep them are the same stand on one matter."""
    words = "Ruritania and Graustark spoke of sanctions."
    where = article("a1", words)
    said = [
        position(where, words, holder="RUR", stance="demand", action="lift the sanctions", doer=["USA"]),
        position(where, words, holder="GRK", stance="oppose", action="keep the sanctions in place", doer=["USA"]),
        position(where, words, holder="ELB", stance="refuse", action="ease the embargo", doer=["USA"]),
        position(where, words, holder="FRE", stance="support", action="something", doer=["USA"]),
    ]
    taken = stands(said, {"a1": "2031-03-01"})
    assert {stand.concept for stand in taken} == {"United States: sanctions"}
    by_actor = {stand.actor: stand.agrees for stand in taken}
    assert by_actor["RUR"] == by_actor["GRK"] != by_actor["ELB"]
    assert "FRE" not in by_actor


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("week", [("2031-01-27", 1), ("2031-02-24", 2)]),
        ("year", [("2031-01-01", 3)]),
        (20, [("2031-01-30", 1), ("2031-02-19", 2)]),
    ],
)
def test_windows_part_the_time(every: object, expected: list[tuple[str, int]]) -> None:
    """Weeks begin on Monday, windows of days with the first stand; empty ones and undated stands are left out."""
    said = [Stand("A", "x", True, day) for day in ("2031-01-30", "2031-02-24", "2031-03-01", "")]
    found = [(str(window.since), len(window.stands)) for window in windows(said, every)]  # type: ignore[arg-type]
    assert found == expected


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A ledger in which two stand against one, a month apart."""
    place = tmp_path / "p.dragoman"
    with Ledger.create(place) as ledger:
        for key, day, holders in (("a1", "2031-01-10", ("RUR", "GRK")), ("a2", "2031-02-10", ("RUR", "ELB"))):
            where = article(key, *(f"Party {holder} spoke of it." for holder in holders), day=day)
            said = [
                position(
                    where, f"Party {holder} spoke of it.", holder=holder, action="lift sanctions",
                    stance="refuse" if holder == "ELB" else "demand",
                )
                for holder in holders
            ]  # fmt: skip
            ledger.put(where, said, read_with="rules 1")
    yield place


def test_the_command_draws_each_window(path: Path) -> None:
    """One dated file a month, and what ties whom on the screen."""
    out = path.with_name("net.graphml")
    result = CliRunner().invoke(main, ["network", str(path), "--every", "month", "-o", str(out)])
    assert result.exit_code == 0
    assert "+1 GRK – RUR: agree on RUR: sanctions" in result.stdout
    assert "-1 ELB – RUR: differ on RUR: sanctions" in result.stdout
    assert sorted(file.name for file in path.parent.glob("*.graphml")) == [
        "net.2031-01-01.graphml",
        "net.2031-02-01.graphml",
    ]


def test_the_command_keeps_to_days(path: Path) -> None:
    """Only what was said from the day given on."""
    result = CliRunner().invoke(main, ["network", str(path), "--since", "2031-02-01"])
    assert "ELB – RUR" in result.stdout
    assert "GRK" not in result.stdout

"""Pictures: well-formed, escaped, complete, and refused where nobody could read them."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from graph_conflicts import Conflict, conflicts, examples
from hypothesis import given

from dragoman.errors import InfeasibleModel, TooManyStates
from dragoman.graph import ConflictModel, Option, Payoffs, improvements, stability
from dragoman.graph.pictures import integrated_picture, option_table_picture, tableau_picture

SVG = "{http://www.w3.org/2000/svg}"


def dilemma(north: str = "North", relief: str = "relief") -> ConflictModel:
    return ConflictModel(
        [north, "South"],
        [Option(relief, north), Option("freeze", "South")],
        preferences={north: Payoffs([1, 0, 3, 2]), "South": Payoffs([1, 3, 0, 2])},
    )


def drawn(model: ConflictModel) -> list[str]:
    found = stability(model)
    return [option_table_picture(model, None, found), tableau_picture(found), integrated_picture(model, found)]


def words(picture: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314 - our own output


@examples(0.5)
@given(conflicts(max_options=4))
def test_pictures_are_well_formed_and_the_same_each_time(conflict: Conflict) -> None:
    """Every picture parses, says what it is, and is byte for byte repeatable."""
    for picture, again in zip(drawn(conflict.model()), drawn(conflict.model()), strict=True):
        root = ET.fromstring(picture)  # noqa: S314 - our own output
        assert root.get("role") == "img"
        assert root.find(f"{SVG}title").text
        assert root.find(f"{SVG}desc").text
        assert picture == again


def test_hostile_names_are_only_words() -> None:
    """A name cannot become an element, an attribute or a script."""
    hostile = "</text><script>alert(1)</script>"
    for picture in drawn(dilemma(north=hostile, relief="'><img src=x onerror=y>")):
        tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(picture).iter()}  # noqa: S314
        assert tags <= {"svg", "title", "desc", "text", "rect", "line", "circle", "path", "polygon"}
        assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_the_option_table_shows_who_takes_what() -> None:
    """Each option has its Ys, each equilibrium its mark."""
    table = option_table_picture(dilemma(), None, stability(dilemma(), ["nash", "seq"]))
    found = words(table)
    assert found.count("Y") == 4
    assert found.count("◆") == 1 + 2
    assert {"North", "South", "relief", "freeze", "equilibrium (SEQ)"} <= set(found)


def test_the_tableau_marks_every_state() -> None:
    """Rational, sanctioned and equilibrium marks are those of the verdicts, best states first."""
    found = words(tableau_picture(stability(dilemma())))
    assert found[0] == "Equilibria (SEQ): 0, 3."
    marks = [w for w in found if re.fullmatch(r"(E )?[rsu]", w)]
    assert marks == ["r", "E s", "E r", "u"] * 2
    north = found[found.index("North") : found.index("South")]
    assert [w for w in north if w.isdigit()][:4] == ["2", "3", "2", "0"]


@examples(0.5)
@given(conflicts(max_options=4))
def test_the_graph_has_an_arrow_for_every_improvement(conflict: Conflict) -> None:
    """No improvement is left out and none is made up."""
    model = conflict.model()
    picture = integrated_picture(model)
    expected = sum(len(improvements(model, s, dm)) for dm in model.dms for s in conflict.feasible)
    assert picture.count("<polygon") == expected
    labels = {f"{dm}: {s} to {t}" for dm in model.dms for s in conflict.feasible for t in improvements(model, s, dm)}
    assert {label for label in labels if label in picture} == labels


def test_states_may_be_called_by_labels() -> None:
    """Each picture calls states as it is told, and what they lead to likewise."""
    model = dilemma()
    found, labels = stability(model), {0: "Now", 3: "A"}
    table = words(option_table_picture(model, [0, 3], found, labels))
    assert table[:2] == ["Now", "A"]
    tableau = words(tableau_picture(found, [0, 3], labels=labels))
    assert tableau[0] == "Equilibria (SEQ): Now, A."
    assert tableau.count("+1") == 2
    ring = words(integrated_picture(model, found, [0, 2, 3], labels=labels, status_quo=0))
    assert ring[:3] == ["Now", "2", "A"]


def test_only_what_can_be_read_is_drawn() -> None:
    """Too many states are refused; a chosen part is drawn, and an infeasible state is named."""
    model = ConflictModel(["A", "B"], [Option(f"o{k}", "AB"[k % 2]) for k in range(8)], infeasible=["o7 and o6"])
    found = stability(model)
    for draw in (
        lambda: option_table_picture(model),
        lambda: tableau_picture(found),
        lambda: integrated_picture(model),
    ):
        with pytest.raises(TooManyStates, match="name at most"):
            draw()
    assert words(option_table_picture(model, [0, 5]))[:2] == ["0", "5"]
    assert integrated_picture(model, states=[0, 1, 2]).count("<circle") == 3
    for draw in (option_table_picture, integrated_picture):
        with pytest.raises(InfeasibleModel):
            draw(model, states=[255])

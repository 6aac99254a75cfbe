"""The pictures of ties and acts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.document import Brief
from dragoman.brief.pictures import acts_picture, issue_picture, ties_picture
from dragoman.brief.ties_picture import circle_order


def _drawn(picture: str | None) -> ET.Element:
    assert picture is not None
    return ET.fromstring(str(picture))  # noqa: S314 - our own drawing


def _texts(picture: ET.Element) -> list[str]:
    return [element.text or "" for element in picture.iter("text")]


def test_every_party_with_a_tie_is_named(brief: Brief) -> None:
    """The graph names the parties, and what lies between them."""
    texts = _texts(_drawn(ties_picture(brief)))
    assert {"Ruritania", "Graustark", "League of River Ports", "Borduria"} <= set(texts)
    assert "trade partner" in texts


def test_arrow_follows_the_tie(brief: Brief) -> None:
    """A one-sided tie has an arrow from its holder to the other, whichever stands to the left."""
    picture = _drawn(ties_picture(brief))
    place = {
        element.text: float(element.get("x") or 0)
        for element in picture.iter("text")
        if element.get("class") == "node-name"
    }
    [label] = [text for text in _texts(picture) if "mistrusts" in text]
    assert label == ("mistrusts →" if place["Ruritania"] <= place["Graustark"] else "← mistrusts")


def test_family_of_a_tie_shows_without_colour(brief: Brief) -> None:
    """Close, hostile and dependent ties are drawn as different kinds of line."""
    classes = {element.get("class") for element in _drawn(ties_picture(brief)).iter("path")}
    assert classes == {"edge close", "edge hostile", "edge dependence"}


def test_no_ties_no_picture(strait: Any) -> None:
    """Without ties there is nothing to draw."""
    case = strait.case.model_copy(update={"ties": ()})
    assert ties_picture(strait.brief(case=case, statements=())) is None


def test_hostile_names_stay_text(strait: Any) -> None:
    """A party's name cannot open an element of the picture."""
    parties = {**strait.case.parties, "RUR": strait.case.parties["RUR"].model_copy(update={"name": "<b>&\"'"})}
    picture = _drawn(ties_picture(strait.brief(case=strait.case.model_copy(update={"parties": parties}))))
    assert "<b>&\"'" in _texts(picture)


def test_acts_stand_in_order_of_their_dates(brief: Brief) -> None:
    """A later act of a party is never drawn to the left of an earlier one."""
    marks = []
    for element in _drawn(acts_picture(brief)).iter():
        if (element.get("class") or "").startswith("act p1"):
            across = element.get("cx") or (element.get("d") or "").removeprefix("M").split()[0]
            marks.append((float(across), (element.findtext("title") or "").split(":")[0]))
    assert [date for _, date in sorted(marks)] == ["21 January 2031", "23 January 2031", "10 March 2031"]


def test_what_was_not_done_is_hollow(brief: Brief) -> None:
    """A planned act is told apart by its form."""
    hollow = [element for element in _drawn(acts_picture(brief)).iter() if "hollow" in (element.get("class") or "")]
    assert [element.findtext("title") for element in hollow] == [
        "May 2031: League of River Ports asks Ruritania and Graustark"
    ]


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "9999-12"])
def test_ends_of_the_calendar_do_not_break_it(strait: Any, date: str) -> None:
    """An absurd date in one act leaves the page whole."""
    acts = tuple(line.model_copy(update={"date": date}) if line.id == "a-close" else line for line in strait.statements)
    assert acts_picture(strait.brief(statements=acts)) is not None


_PLACES = st.integers(0, 7)


@given(st.integers(2, 8), st.lists(st.tuples(_PLACES, _PLACES), max_size=8))
def test_circle_keeps_every_node(size: int, pairs: list[tuple[int, int]]) -> None:
    """Ordering around the circle loses nobody and is the same every time."""
    nodes = [chr(ord("a") + number) for number in range(size)]
    named = [(nodes[first % size], nodes[second % size]) for first, second in pairs]
    assert sorted(circle_order(nodes, named)) == nodes
    assert circle_order(nodes, named) == circle_order(nodes, named)


def test_scale_puts_parties_at_their_places(brief: Brief) -> None:
    """On an issue's scale the party with the higher place stands further to the right."""
    [issue] = brief.issues
    picture = _drawn(issue_picture(brief, issue))
    names = {"Ruritania", "Graustark", "League of River Ports", "Borduria"}
    across = {text.text: float(text.get("x") or 0) for text in picture.iter("text") if text.text in names}
    assert sorted(across, key=lambda name: across[name or ""]) == [
        "Ruritania", "Borduria", "Graustark", "League of River Ports",
    ]  # fmt: skip


def test_scale_without_length_is_not_drawn(brief: Brief) -> None:
    """Where all places and marks are one number there is nothing to draw, and nothing to divide by."""
    [issue] = brief.issues
    point = issue.model_copy(update={"scale": (), "places": issue.places[:1]})
    assert issue_picture(brief, point) is None

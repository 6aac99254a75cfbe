"""Acts that are done to nobody named: what is asked of nobody, welcomed at large, talks whose sides are not told."""

import pytest


def acts(reader, text: str, event: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Actor and target of each act of *event* in *text*."""
    return [(act.actor, act.target) for act in reader.acts(text) if act.event == event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad asked for more time.", "REQUEST"),
        ("Chad has demanded a seat at the table.", "REQUEST"),
        ("Chad proposed a pause of six weeks.", "REQUEST"),
        ("Chad urged its hosts to be patient.", "REQUEST"),
        ("Chad pleaded with delegates to stay.", "REQUEST"),
        ("Chad welcomed the outcome.", "SUPPORT"),
        ("Chad hailed the text as a step forward.", "SUPPORT"),
        ("Chad has applauded the decision.", "SUPPORT"),
    ],
)
def test_told_once_it_needs_nobody(reader, text: str, event: str) -> None:
    """A request or a welcome told once in the past is an act, though no word says to whom."""
    assert acts(reader, text, event) == [(("TCD",), ())]


@pytest.mark.parametrize(
    "text",
    [
        "Chad welcomes the outcome.",
        "Chad is asking for more time.",
        "Chad would welcome an extension.",
        "The cap that Chad had proposed was too high for most.",
        "The quota is too low, as Chad had demanded.",
    ],
)
def test_what_is_told_in_passing_needs_somebody(reader, text: str) -> None:
    """A stance that lasts, or what a clause about a thing tells in passing, is no act without a target."""
    assert not acts(reader, text, "REQUEST")
    assert not acts(reader, text, "SUPPORT")


@pytest.mark.parametrize("asked", ["asked not to be named", "asked for anonymity", "requested anonymity"])
def test_to_stay_unnamed_is_asked_of_nobody(reader, asked: str) -> None:
    """What is asked of reporters is no request."""
    assert not acts(reader, f"A Chadian official, who {asked}, said the talks were going well.", "REQUEST")


_SIDES = "The dispute between Chad and Niger is about the lake. "


@pytest.mark.parametrize("text", ["Talks began in Lima.", "Two rounds of talks were held.", "Negotiations resumed."])
def test_talks_that_take_place_are_of_the_two_sides(reader, text: str) -> None:
    """Talks of nobody named that a clause says took place are those of the article's sides."""
    sides = {frozenset(actor) for actor, _ in acts(reader, _SIDES + text, "CONSULT")}
    assert sides == {frozenset({"TCD", "NER"})}


def test_points_that_were_settled_were_settled_by_both(reader) -> None:
    """All but one of the points "have been settled": by the two who bargain."""
    assert (("TCD", "NER"), ("NER", "TCD")) in acts(
        reader, _SIDES + "All but one of the points have been settled.", "AGREE"
    )

"""When a read statement is the one that a person marked: slots, places, parties, other right values."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.scoring.agreement import compare, date_agrees, event_agrees, same_place
from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import Marked

PLACE = {"article": "a", "char_start": 100, "char_end": 200, "span_start": 120, "span_end": 150}
POSITION = {
    **PLACE, "kind": "position", "holder": ["USA"], "stance": "demand", "doer": ["PRK"], "action": "dismantle the site",
}  # fmt: skip
ACT = {**PLACE, "kind": "act", "actor": ["KEN"], "event": "CONSULT", "target": ["PER"], "status": "done"}
TIE = {**PLACE, "kind": "tie", "from": ["CHN"], "to": ["PRK"], "relation": "ally"}
VIEW = {**PLACE, "kind": "view", "holder": ["PRK"], "about_ids": ["RUS"], "proposition": "Moscow has access"}


def differing(gold: dict[str, Any], **read: Any) -> tuple[str, ...]:
    """The slots that differ once *read* takes the place of gold's values."""
    agreement = compare(
        Marked.model_validate(gold),
        Marked.model_validate({**gold, "accept": {}, **read}),
        Folding({"EU": ["Brussels"]}),
    )
    return agreement.core + agreement.further


@pytest.mark.parametrize(
    ("gold", "read", "slots"),
    [
        (POSITION, {}, ()),
        (POSITION, {"holder": ["USA:Donald Trump"]}, ()),
        (POSITION, {"holder": ["USA", "RUS"]}, ()),
        (POSITION, {"holder": ["USA", "RUS", "CHN"]}, ("holder",)),
        (POSITION, {"holder": []}, ("holder",)),
        (POSITION, {"stance": "support"}, ("stance",)),
        (POSITION, {"stance": "refuse"}, ("side", "stance")),
        (POSITION, {"action": "the site to be dismantled"}, ()),
        (POSITION, {"action": "sign"}, ("action",)),
        (POSITION, {"condition": {"type": "unless"}}, ("condition",)),
        ({**POSITION, "degree": "full"}, {"degree": None}, ("degree",)),
        ({**POSITION, "deadline": "2019-12-31"}, {"deadline": "2020"}, ("deadline",)),
        ({**POSITION, "doer": None}, {"doer": ["RUS"]}, ()),
        ({**POSITION, "doer": []}, {"doer": ["RUS"]}, ("doer",)),
        ({**POSITION, "doer": ["Brussels"]}, {"doer": ["EU"]}, ()),
        ({**POSITION, "accept": {"holder": ["RUS"]}}, {"holder": ["RUS"]}, ()),
        ({**POSITION, "accept": {"doer": [None]}}, {"doer": []}, ()),
        ({**POSITION, "accept": {"stance": "refuse"}}, {"stance": "refuse"}, ()),
        (ACT, {"actor": ["PER"], "target": ["KEN"]}, ("actor", "target")),
        ({**ACT, "actor": ["KEN", "PER"], "target": ["PER", "KEN"]}, {"actor": ["KEN"], "target": ["PER"]}, ()),
        (ACT, {"event": "AGREE"}, ("event",)),
        (ACT, {"event": "ASSAULT"}, ("class", "event")),
        (ACT, {"status": "planned"}, ("status",)),
        (ACT, {"status": "denied"}, ("reality", "status")),
        ({**ACT, "accept": {"status": ["denied"]}}, {"status": "denied"}, ()),
        (TIE, {"from": ["PRK"], "to": ["CHN"]}, ("direction",)),
        ({**TIE, "accept": {"direction": "either"}}, {"from": ["PRK"], "to": ["CHN"]}, ()),
        (TIE, {"from": ["RUS"]}, ("parties", "direction")),
        (TIE, {"relation": "patron"}, ("relation",)),
        (TIE, {"relation": "rival"}, ("sort", "relation")),
        (VIEW, {"holder": ["RUS"]}, ("holder",)),
        (VIEW, {"about_ids": ["CHN"]}, ("about",)),
        (VIEW, {"proposition": "winter comes"}, ("proposition",)),
        ({**VIEW, "motive": True}, {"holder": ["author"]}, ()),
    ],
)  # fmt: skip
def test_the_slots_that_differ_are_named(gold: dict[str, Any], read: dict[str, Any], slots: tuple[str, ...]) -> None:
    """Each slot is judged for itself, with whatever else gold accepts."""
    assert differing(gold, **read) == slots


@pytest.mark.parametrize(
    ("wanted", "got", "agrees"),
    [
        ({"type": "unless", "doer": ["PRK"], "action": "free the crew"}, {"type": "unless", "doer": ["PRK"],
         "action": "free its crew"}, True),
        ({"type": "unless", "doer": ["PRK"], "action": "free the crew"}, {"type": "unless", "action": "free"}, False),
        ({"type": "unless", "doer": ["PRK"], "action": "free the crew"}, {"type": "unless", "doer": ["PRK"],
         "action": "sign"}, False),
        ({"type": "unless", "action": "free the crew"}, {"type": "only_if", "action": "free the crew"}, False),
        ({"type": "unless"}, None, False),
    ],
)  # fmt: skip
def test_a_condition_agrees_by_type_doer_and_words(
    wanted: dict[str, Any], got: dict[str, Any] | None, agrees: bool
) -> None:
    """A condition that is wrong costs the full match, never the match."""
    assert differing({**POSITION, "condition": wanted}, condition=got) == (() if agrees else ("condition",))


@pytest.mark.parametrize(
    ("start", "end", "near"), [(120, 150, True), (145, 170, False), (141, 170, True), (150, 170, False), (0, 190, True),
                               (0, 210, False), (130, 130, False)]
)  # fmt: skip
def test_the_telling_words_overlap_by_a_third_of_the_shorter(start: int, end: int, near: bool) -> None:
    """Words beside it, or a stretch twice as long as the sentence, are another place."""
    read = {**TIE, "span_start": start, "span_end": end}
    assert same_place(Marked.model_validate(TIE), Marked.model_validate(read)) is near


@pytest.mark.parametrize(
    ("gold", "read", "agrees"),
    [
        ({"date": "2019-04-25"}, "2019-04-27", True),
        ({"date": "2019-04-25"}, "2019-05-25", False),
        ({"date": "2019-04-25"}, None, False),
        ({"date": "2019-04-25", "accept": {"date": ["2019-03"]}}, "2019-03-01", True),
        ({"date": "2019-04-25", "date_basis": "external"}, "2019-04-25", None),
        ({}, "2019-04-25", None),
    ],
)
def test_the_month_of_an_act_is_judged_where_a_reader_could_find_it(
    gold: dict[str, Any], read: str | None, agrees: bool | None
) -> None:
    """A date that the text does not hold is neither right nor wrong."""
    assert date_agrees(Marked.model_validate({**ACT, **gold}), Marked.model_validate({**ACT, "date": read})) is agrees


def test_event_types_are_for_acts_alone() -> None:
    """Of a tie no event type is asked."""
    tie, act = Marked.model_validate(TIE), Marked.model_validate(ACT)
    assert (event_agrees(tie, tie), event_agrees(act, act)) == (None, True)

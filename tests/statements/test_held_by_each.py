"""Two or three who take one stance: each of them takes it, unless it is done together alone."""

import pytest


def holders(reader, text: str, stance: str) -> set[tuple[str, ...]]:
    """Who takes *stance* in *text*, as told."""
    return {p.holder for p in reader.positions(text) if p.stance == stance}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ghana and Togo would not sign any treaty on the port.", "refuse"),
        ("Neither Ghana nor Togo will reopen the crossing.", "refuse"),
        ("Ghana and Togo met in Accra. Both promised to withdraw their patrols.", "promise"),
        ("Ghana and Togo said they were ready to share the water.", "offer"),
    ],
)
def test_what_two_want_each_of_them_wants(reader, text: str, stance: str) -> None:
    """One stance for each, as for "Ghana and Togo reject it"."""
    assert {("GHA",), ("TGO",)} <= holders(reader, text, stance)


def test_each_would_act_for_itself(reader) -> None:
    """ "Both promised to withdraw": each its own."""
    text = "Ghana and Togo met in Accra. Both promised to withdraw their patrols."
    told = {(p.holder, p.doer) for p in reader.positions(text) if p.stance == "promise"}
    assert {(("GHA",), ("GHA",)), (("TGO",), ("TGO",))} <= told


def test_who_will_meet_will_meet_together(reader) -> None:
    """What is done with one another is one stance."""
    assert ("GHA", "TGO") in holders(reader, "Ghana and Togo will meet again in May, officials said.", "promise")

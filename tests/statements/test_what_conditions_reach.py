"""How far a condition reaches: what it is of, what is set beside it, and where the main clause goes on."""

import pytest


def asked(reader, text: str) -> set[tuple[tuple[str, ...], str]]:
    """Who is asked to do what in *text*."""
    return {(p.doer, p.action) for p in reader.positions(text) if p.stance == "demand"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Oman will lend the ships if Yemen frees the crew, and Qatar has promised to pay for the fuel.",
            ("QAT", "promise", "pay for the fuel"),
        ),
        (
            "Latvia has pledged ten trucks, on condition that the road is reopened, and Poland has offered twenty.",
            ("POL", "offer", "twenty"),
        ),
        (
            "Jordan refused to reopen its embassy until Syria freed the pilot, and Lebanon said it would follow suit.",
            ("LBN", "promise", "follow suit"),
        ),
    ],
)
def test_behind_a_comma_the_main_clause_goes_on(reader, text: str, told: tuple[str, str, str]) -> None:
    """ "If it frees the crew, and Qatar has promised": who promises fulfils no condition."""
    found = reader.positions_told(text)
    assert told in {(holder, stance, action) for holder, stance, _, action in found}
    assert told[2] not in " ".join(action for _, stance, _, action in found if stance == "demand")


def test_a_series_of_conditions_goes_on_behind_commas(reader) -> None:
    """ "If Yemen frees the crew, Eritrea opens its port, and Djibouti lowers its fees": all three."""
    text = "Oman will lend the ships if Yemen frees the crew, Eritrea opens its port, and Djibouti lowers its fees."
    assert {doer for doer, _ in asked(reader, text)} == {("YEM",), ("ERI",), ("DJI",)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway is ready to give up part of the catch that the commission granted it last year, "
            "provided that Iceland agrees to cut its own quota by March.",
            (("ISL",), "agree to cut its own quota by March"),
        ),
        (
            "Ghana refuses to release the ship that it detained off Tema unless Togo pays the fine.",
            (("TGO",), "pay the fine"),
        ),
        (
            "Denmark would never sign a plan that allowed the trawlers to return unless Sweden opened its ports.",
            (("SWE",), "open ports"),
        ),
    ],
)
def test_a_condition_behind_a_relative_clause_is_of_the_main_one(reader, text: str, expected) -> None:
    """ "The ship that it detained, unless": what will be done hangs on it, not what was done."""
    assert expected in asked(reader, text)


def test_a_condition_may_be_of_the_relative_clause(reader) -> None:
    """ "A rule that bars trucks unless they carry a permit": of what it bars."""
    assert not asked(reader, "Chad opposes a rule that bars trucks unless they carry a permit.")


def test_what_is_first_to_be_done_is_asked(reader) -> None:
    """ "Only if Congress first meets", "unless Kampala first pays"."""
    assert (("UGA",), "pay the soldiers") in asked(
        reader, "Kenya opposes a vote unless Kampala first pays the soldiers."
    )
    text = "Peru accepts the summit only if Congress first meets and repeals the levy."
    [found] = [p for p in reader.positions(text) if p.stance == "support"]
    assert found.condition is not None
    assert found.condition.action == "meet and repeal the levy"


def test_what_is_to_cease_is_asked_for(reader) -> None:
    """ "Unless the raids stop": whoever makes them."""
    text = "Malawi said it would keep its gates shut unless the raids stopped."
    assert "stop the raids" in {action for _, action in asked(reader, text)}


def test_a_rival_of_ones_own_party_is_asked(reader) -> None:
    """ "Trump would sign only if Congress paid": another body of his state is to act."""
    text = "Donald Trump said he would sign the treaty only if Congress paid for the wall."
    assert (("USA:Congress",), "pay for the wall") in asked(reader, text)


def test_before_whom_a_thing_is_put_is_no_time(reader) -> None:
    """ "Put the file before experts of the Commission"."""
    [found] = reader.positions("Spain offered to put the file before experts of the European Commission.")
    assert found.condition is None


@pytest.mark.parametrize("link", ["if", "as soon as"])
def test_what_waits_for_another_is_offered(reader, link: str) -> None:
    """ "Egypt will resume the aid if Sudan pays": told by the author, and yet its terms."""
    found = reader.positions_told(f"Egypt will resume the aid {link} Sudan pays its debts.")
    assert {("EGY", "offer"), ("EGY", "demand")} == {(holder, stance) for holder, stance, _, _ in found}

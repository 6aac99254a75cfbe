"""Commands in quotation marks, offers turned down in a capital, and what is called something by others."""

import pytest

_ROW = "Chad and Niger quarrelled. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (_ROW + '"Lift the siege and we will talk," Chad said.', ("TCD", "demand", "NER", "lift the siege")),
        (_ROW + '"Free our men and the bridge reopens," Chad said.', ("TCD", "demand", "NER", "free men")),
        (_ROW + '"Withdraw your troops," Chad said.', ("TCD", "demand", "NER", "withdraw troops")),
        (
            _ROW + "Chad proposed a joint patrol. The proposal was rejected in Niamey.",
            ("NER", "oppose", "TCD+NER", "a joint patrol"),
        ),
        (
            "The EU's envoys rejected a call by Oman for the Saudis to stay.",
            ("OMN", "demand", "SAU", "stay"),
        ),
        ("Peru opposes the Chilean presence in Arica.", ("PER", "oppose", "CHL", "the Chilean presence")),
    ],
)
def test_what_is_said_outright_is_read(reader, text: str, expected) -> None:
    """A bare verb that opens a quotation asks; a passive told of in a capital is of those who govern there."""
    assert expected in reader.positions_told(text)


def test_a_journey_to_come_is_no_position(reader) -> None:
    """ "He would go to Mogadishu" says where somebody will be."""
    assert not reader.positions_told("Kenya's president said he would go to Mogadishu in June.")


def test_what_others_call_a_blockade_is_what_is_lifted(reader) -> None:
    """ "Lifted what Nepalis call a blockade": the blockade was lifted."""
    acts = reader.acts("India and Nepal met. India lifted what Nepal calls an undeclared blockade.")
    assert ("CONCEDE", ("IND",)) in {(a.event, a.actor) for a in acts}


def test_negotiators_for_two_are_of_both(reader) -> None:
    """ "Negotiators for A and B": both sign, and not with those whom the accord is about."""
    acts = reader.acts("Negotiators for the Colombian government and the FARC guerrillas signed an accord on victims.")
    assert [set(a.actor) for a in acts if a.event == "AGREE"] == [{"COL", "FARC"}]

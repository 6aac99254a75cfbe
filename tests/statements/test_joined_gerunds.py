"""Gerunds joined by "and" behind a word of stance, members of a body named among others, and what is insisted on."""

import pytest


def told(reader, text: str) -> set[tuple[str, str, str]]:
    """Holder, stance and action of the positions in *text*."""
    return {("+".join(p.holder), p.stance, p.action) for p in reader.positions(text)}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Peru favours closing the post and opening the bridge.", "support"),
        ("Peru insisted on closing the post and opening the bridge.", "demand"),
        ("Peru ruled out closing the post or opening the bridge.", "refuse"),
        ("Peru has proposed closing the post and opening the bridge.", "support"),
    ],
)
def test_each_gerund_is_an_action(reader, text: str, stance: str) -> None:
    """Both are wanted, or neither."""
    assert told(reader, text) == {("PER", stance, "close the post"), ("PER", stance, "open the bridge")}


def test_some_members_of_a_body_are_not_the_body(reader) -> None:
    """ "Five members of the EU, among them Spain and Greece": those two, and not the EU."""
    found = told(reader, "Five members of the EU, among them Spain and Greece, oppose the ban on whaling.")
    assert {holder for holder, _, _ in found} <= {"ESP", "GRC", "ESP+GRC"}
    assert found


def test_insistence_on_doing_is_of_ones_own_doing(reader) -> None:
    """ "Russia's insistence on keeping extra armour": Russia keeps it."""
    found = reader.positions("Russia's insistence on keeping extra armour angered Georgia.")
    assert [(p.holder, p.doer) for p in found if p.stance == "demand"] == [(("RUS",), ("RUS",))]


@pytest.mark.parametrize(
    "text", ["Chad's envoy denied that any swap was on the table.", "Chad's envoy said he would wait in Doha."]
)
def test_what_is_denied_or_waited_for_is_no_position(reader, text: str) -> None:
    """A thing denied to be on the table, and waiting."""
    assert not told(reader, text)


def test_agreeing_with_somebody_to_act_is_a_promise(reader) -> None:
    """ "Agreed with Niger to swap prisoners": Chad will."""
    assert ("TCD", "promise", "swap prisoners") in told(reader, "Chad agreed with Niger to swap prisoners.")


def test_an_answer_that_must_not_be_lacking_is_demanded(reader) -> None:
    """ "If there was no answer by Ramadan": an answer is wanted, and the end of the text is no trouble."""
    text = "Chad warned Niger that the lists would be withdrawn if there was no answer by Ramadan."
    assert ("TCD", "demand", "answer by Ramadan") in told(reader, text)

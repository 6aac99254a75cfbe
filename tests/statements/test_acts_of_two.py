"""Acts of two at once, of a group by itself, and what was left without being done."""

import pytest


def acts(reader, text: str) -> set[tuple[str, str, str, str]]:
    """Actor, event, target and status of the acts in *text*."""
    return {("+".join(a.actor), a.event, "+".join(a.target), a.status) for a in reader.acts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile met. Each blamed the other for the delay.", ("PER+CHL", "ACCUSE", "CHL+PER", "done")),
        ("Neither Ethiopia nor Egypt has signed the accord.", ("ETH+EGY", "AGREE", "", "denied")),
        ("EU foreign ministers met on Monday.", ("EU", "CONSULT", "", "done")),
        ("Mali's envoy flew home without signing the accord.", ("MLI", "AGREE", "", "denied")),
        ("Finland became a member of NATO in April.", ("FIN", "AGREE", "NATO", "done")),
    ],
)
def test_who_did_it_and_whether_is_told_by_the_shape(reader, text: str, expected) -> None:
    """ "Each ... the other", "neither ... nor", "without signing", and a meeting of a group's own."""
    assert expected in acts(reader, text)


def test_who_would_not_leave_without_signing_is_not_said_not_to_have_signed(reader) -> None:
    """Under a modal "without" denies nothing."""
    assert not acts(reader, "Peru would not leave without signing the pact.")


def test_who_speaks_to_two_at_once_does_not_make_them_speak_to_each_other(reader) -> None:
    """One who deals with several is the actor, they the targets."""
    acts = reader.acts("Kenya's president spoke to Chad and Niger by telephone on Monday.")
    assert [(act.actor, act.target) for act in acts] == [(("KEN",), ("TCD", "NER"))]

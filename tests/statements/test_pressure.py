"""Acts of pressure in the idioms of the trade: valves, brakes, courts, countermeasures."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target", "status"),
    [
        ("Ghana turned the taps back on for Togo in June.", "CONCEDE", "GHA", "TGO", "done"),
        ("Ghana slammed the brakes on gas purchases from Nigeria in March.", "SANCTION", "GHA", "NGA", "done"),
        ("The arrears prompted Brazil to put a credit line to Peru on hold.", "SANCTION", "BRA", "PER", "done"),
        ("Brazil kept its surtax on Peruvian sugar in place.", "SANCTION", "BRA", "PER", "done"),
        ("Brazil hit back on Monday with a levy on Peruvian sugar.", "SANCTION", "BRA", "PER", "done"),
        ("No countermeasures against Peru have been taken by Brazil.", "SANCTION", "BRA", "PER", "denied"),
        ("Brazil handed out 20 more licences to Peruvian boats.", "CONCEDE", "BRA", "PER", "done"),
        ("Brazil hauled Peru before a panel in Geneva over the levy.", "ACCUSE", "BRA", "PER", "done"),
        ("Peru instituted proceedings against Chile at the world court.", "ACCUSE", "PER", "CHL", "done"),
        ("Peru went to arbitration against Chile over the rice ban.", "ACCUSE", "PER", "CHL", "done"),
        ("Peru challenged the Chilean duties on garlic at the WTO.", "ACCUSE", "PER", "CHL", "done"),
        ("Chile is preparing to sue Peru over the pollution of the river.", "ACCUSE", "CHL", "PER", "planned"),
        ("Chile is to fine Peru for the delay.", "SANCTION", "CHL", "PER", "planned"),
        ("Chile has decided to toughen sanctions on Peru.", "SANCTION", "CHL", "PER", "planned"),
        ("Chile is to free 40 Peruvian fishermen next week.", "CONCEDE", "CHL", "PER", "planned"),
    ],
)
def test_pressure_is_told_in_idioms(reader, sentence: str, event: str, actor: str, target: str, status: str) -> None:
    """What is shut, kept, taken before judges or prepared is done by one party to another."""
    found = {(a.event, a.actor, a.target, a.status) for a in reader.acts(sentence)}
    assert (event, (actor,), (target,), status) in found


@pytest.mark.parametrize(
    ("sentence", "event", "status"),
    [
        ("Chile has refrained from imposing sanctions on Peru.", "SANCTION", "denied"),
        ("Chile refrained on Monday from blaming Peru for the blast.", "ACCUSE", "denied"),
        ("Chile has avoided blaming Peru.", "ACCUSE", "denied"),
        ("Chile held back from breaking off talks with Peru.", "REJECT", "denied"),
        ("Chile decided against expelling the Peruvian ambassador.", "SANCTION", "denied"),
        ("Chile denied imposing sanctions on Peru.", "SANCTION", "denied"),
        ("It is not true that Chile expelled the Peruvian ambassador.", "SANCTION", "denied"),
        ("Chile is on the verge of expelling two Peruvian diplomats.", "SANCTION", "planned"),
        ("Chile is about to lift its ban on Peruvian maize.", "CONCEDE", "planned"),
        ("Chile is readying sanctions against Peru.", "SANCTION", "planned"),
        ("Chile is drawing up retaliatory tariffs on Peruvian steel.", "SANCTION", "planned"),
        ("Chile is mulling duties on Peruvian steel, two officials said.", "SANCTION", "hypothetical"),
        ("Chile has stored gas in case Peru cut off supplies.", "SANCTION", "hypothetical"),
        ("Chile keeps blocking Peruvian ships.", "COERCE", "ongoing"),
        ("India went on blocking Turkish ships.", "COERCE", "ongoing"),
    ],
)
def test_held_back_about_to_or_kept_up(reader, sentence: str, event: str, status: str) -> None:
    """What somebody refrains from is denied, what he is about to do planned, what he thinks of hypothetical."""
    assert (event, status) in {(a.event, a.status) for a in reader.acts(sentence)}


def test_refraining_to_come_or_asked_for_is_no_act(reader) -> None:
    """ "Would refrain from", "urged to refrain from", "did not refrain from": no deed is denied."""
    for told in ("said it would refrain", "urged Bolivia to refrain", "did not refrain"):
        found = reader.acts(f"Chile {told} from imposing sanctions on Peru.")
        assert ("SANCTION", "denied") not in {(a.event, a.status) for a in found}

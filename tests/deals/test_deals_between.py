"""Go-betweens: carrying, escrow and verification as options of the case, by hand-worked figures."""

import pytest

from dragoman.case.case import Case
from dragoman.case.file import parse_case
from dragoman.deals.schedule import Between
from dragoman.deals.scheduling import schedule


def served(service: str, *, steps: int = 1, wish: str = "serve") -> Between:
    """Two parties whose moves are for good, each worth 5 to the other at a cost of 3; a third one serves them."""
    case: Case = parse_case(f"""
title: The strait
parties: {{RUR: Ruritania, GRA: Graustark, SYL: Syldavia}}
options:
  ships: {{party: RUR, does: hand over the ships, one_way: yes}}
  crew: {{party: GRA, does: free the crew, one_way: yes}}
  serve: {{party: SYL, does: serve both, {service}}}
worths: {{RUR: {{ships: -3, crew: 5, serve: 0}}, GRA: {{ships: 5, crew: -3, serve: 0}}}}
preferences: {{SYL: [{wish}]}}
""")
    [found] = schedule(case, "ships, crew", steps=steps).between
    return found


def test_escrow_takes_the_risk_out_of_both_steps() -> None:
    """What goes back if it breaks down exposes nobody, takes no trust and tempts nobody."""
    found = served("holds: [ships, crew]")
    assert (found.beside.guarantee, found.beside.trust, found.beside.exposure) == (0, 0, 0)
    assert (found.without.guarantee, found.without.exposure) == (3, 3)
    assert found.willing is True
    assert "the guarantee goes from 3 to 0" in found.text


def test_an_unwilling_go_between_is_named() -> None:
    """Whether the go-between likes to serve is read from its own list."""
    found = served("holds: [ships, crew]", wish="not serve")
    assert found.willing is False
    assert found.text.endswith("By its own list it would rather not.")


def test_verification_lets_steps_be_taken_back() -> None:
    """If both can take back what they did, nothing is needed; if only one can, the other is exposed."""
    both = served("verifies: [ships, crew]")
    assert (both.beside.guarantee, both.beside.trust, both.beside.exposure) == (0, 0, 0)
    one = served("verifies: ships")
    assert (one.beside.guarantee, one.beside.exposure) == (3, 3)


def test_carrying_offers_lets_steps_be_taken_together() -> None:
    """In turn no belief makes the second one move; together each moves if it believes by 3 in 5."""
    found = served("carries: [RUR, GRA]")
    assert found.without.trust is None
    assert found.beside.trust == pytest.approx(0.6)
    assert found.beside.steps == 1
    assert "from more than any belief to 60%" in found.text


def test_carrying_for_one_side_only_changes_nothing() -> None:
    """Who does not carry offers between all who move does not bring them together."""
    found = served("carries: [RUR]")
    assert found.without == found.beside
    assert found.text.endswith("the figures would stay the same.")

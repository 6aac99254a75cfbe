"""Nouns that do not say whose they are: officials and soldiers, member states, the party, the government of a place."""

import pytest


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Talks between Chad and the FARC failed. On Friday soldiers shot two men.", "soldiers"),
        ("Talks between Chad and the FARC failed. A source said officials had been prepared to pay.", "officials"),
    ],
)
def test_officials_are_of_the_one_state_among_the_sides(stands_for, text: str, spelling: str) -> None:
    """Only a state has officials and soldiers; where both sides are states, nobody can tell."""
    assert stands_for(text, spelling) == ("TCD",)
    assert stands_for(text.replace("the FARC", "Mali"), spelling) == ()


def test_member_states_are_of_the_bloc(stands_for) -> None:
    """ "Member states": the bloc whose members they are."""
    text = "The European Union met Norway. Several member states balked at the price."
    assert stands_for(text, "states") == ("EU",)


def test_the_party_is_of_whoever_says_what_it_would_do(stands_for) -> None:
    """ "Its secretary said the party would": the speaker's, whichever was named last."""
    text = "Podemos met Vox. Ione Belarra of Podemos, which fought Vox for years, said the party would abstain."
    assert stands_for(text, "party") == ("Podemos",)


def test_his_party_is_the_one_he_led(stands_for) -> None:
    """ "His party" of a prime minister is no state."""
    text = "Stefan Lofven, Sweden's prime minister, accepted a tax cut that his party had fought."
    assert stands_for(text, "party") == ("Swedish Social Democrats",)


def test_her_organisation_is_that_of_whoever_heads_it(stands_for) -> None:
    """ "Her organisation": the one that its president is of."""
    text = "The president of the Red Cross, Ana Lindt, went to Chad. Her organisation must be let in."
    assert stands_for(text, "organisation") == ("ICRC",)


def test_what_a_state_has_several_of_is_not_the_state(stands_for) -> None:
    """ "French unions", "Spain's two biggest parties": its own, and not the state."""
    assert stands_for("French unions walked out of the talks.", "unions") == ("French unions",)
    text = (
        "Coalition talks between Podemos and Vox went on. Podemos and Vox met. Spain's two biggest parties are close."
    )
    assert stands_for(text, "parties") == ("Podemos", "Vox")


def test_members_of_a_union_named_behind_it_are_its(stands_for) -> None:
    """ "Members of a smaller union, the TSSA": the name behind the comma tells whose."""
    assert stands_for("Members of a smaller union, the TSSA, accepted the terms.", "Members") == ("TSSA",)


def test_the_government_is_that_of_the_dateline(stands_for) -> None:
    """ "Amman, Jordan – Thousands marched": their government, below a headline that names another state."""
    text = (
        "Israel deal draws thousands\n\nAmman, Jordan – Thousands marched through Amman to demand that the government "
        "scrap a plan with Israel. Jordan says Israel needs it."
    )
    assert stands_for(text, "government") == ("JOR",)


def test_parliament_is_that_of_the_party_named(stands_for) -> None:
    """ "The Conservatives have demanded that it be put before parliament": theirs, wherever the report is from."""
    text = "LONDON, March 2 - Spain and Podemos talked. Podemos has demanded that the terms be put before parliament."
    assert stands_for(text, "parliament") == ("ESP:Parliament",)


def test_the_prime_minister_is_who_was_it_that_day(stands_for) -> None:
    """ "The prime minister", of somebody whom the article has only named: whoever the lists know as such."""
    text = "Rishi Sunak met Emmanuel Macron. What the prime minister got was a promise, and Emmanuel Macron left."
    assert stands_for(text, "minister") == ("GBR:Rishi Sunak",)


def test_a_ministry_is_of_no_company(stands_for) -> None:
    """ "The aviation ministry" in an article that names no state is nobody's."""
    assert stands_for("Boeing met Airbus. The aviation ministry asked Boeing to wait.", "ministry") == ()


def test_management_is_that_of_the_one_company(stands_for) -> None:
    """In a dispute over work "management" is that of the only company, though it is named once."""
    text = (
        "Drivers want higher wages and walk out. The Drivers' Union (DRU) met Ryanair. The DRU called a strike. "
        "Management says the wages are fair."
    )
    assert stands_for(text, "Management") == ("Ryanair",)

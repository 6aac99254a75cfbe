"""Whom an article means when it names somebody again: "the bank", "the alliance", "the premier", "members"."""

import pytest


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Vodacom met the World Bank in Maputo. The bank urged Chad to wait.", "bank", "World Bank"),
        ("Vodacom met the World Bank in Maputo. The lender urged Chad to wait.", "lender", "World Bank"),
        ("HSBC met the envoys in Lima. The bank urged Peru to wait.", "bank", "HSBC"),
        ("The ILO sent experts. Kenya asked the agency to stay.", "agency", "ILO"),
        ("Podemos met. Its alliance, Sumar, met too. Chad warned the coalition on Friday.", "coalition", "Sumar"),
        ("Sumar, a left-wing alliance, met. The king warned the coalition against new taxes.", "coalition", "Sumar"),
        ("The Federation of Kenya Employers met. Kenya urged the employers to pay.", "employers",
         "Federation of Kenya Employers"),
        ("Prime Minister Narendra Modi met Peru's envoy. The premier promised to pay.", "premier", "IND:Narendra Modi"),
    ],
)  # fmt: skip
def test_a_noun_takes_up_whom_it_describes(stands_for, text: str, spelling: str, expected: str) -> None:
    """By its name, by what the article says it is, or by who has joined it."""
    assert stands_for(text, spelling) == (expected,)


def test_members_are_of_the_body_whose_leader_speaks(stands_for) -> None:
    """ "Its leader warned that members would walk out": of those he leads."""
    text = "The Norwegian Fishermen's Association met. Its leader, Kare Lund, warned that members would block Oslo."
    assert stands_for(text, "members") == ("Norwegian Fishermen's Association",)


def test_of_two_governments_a_union_of_states_is_none(stands_for) -> None:
    """ "Both governments" are those of the two states, whoever else was named last."""
    text = (
        "Iceland and Norway met. Norway blamed Iceland. Iceland wants more fish. Norway refused. Iceland waits. "
        "Iceland wants the EU to count the fish, which Norway opposes. The EU will help if both governments ask."
    )
    assert set(stands_for(text, "governments")) == {"ISL", "NOR"}


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Peru blamed Peru's fleet. Norway's finance minister, Anna Berg, told parliament the country would pay.",
         "country", "NOR"),
        ("Peru met Chile. Chile's Gabriel Boric said the government would sign.", "government", "CHL"),
    ],
)  # fmt: skip
def test_what_a_speaker_says_his_country_will_do(stands_for, text: str, spelling: str, expected: str) -> None:
    """ "The minister said the country would pay": his own."""
    assert stands_for(text, spelling) == (expected,)


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Boeing and Airbus met envoys. The two companies agreed to share data.", "companies", ("Boeing", "Airbus")),
        ("Boeing met Airbus. Both manufacturers want a delay.", "manufacturers", ("Boeing", "Airbus")),
        ("Boeing and Airbus met. Two big companies agreed to share data.", "companies", ("companies",)),
    ],
)  # fmt: skip
def test_companies_are_counted_by_their_names(stands_for, text: str, spelling: str, expected: tuple) -> None:
    """ "Both companies": as many as were named; "two big companies" may be any."""
    assert stands_for(text, spelling) == expected


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Exxon met Peru. Newmont, the owner of the Yanacocha mine, said it would sell. The company urged Peru.",
         "company", "Newmont"),
        ("TotalEnergies left in May. Peru asked the group to return by June.", "group", "TotalEnergies"),
        ("TotalEnergies left in May. Colombia fights the ELN. It asked the group to stop.", "group", "ELN"),
        ("Pakistan met Afghan traders. Afghanistan waits. Afghanistan objects. Pakistan left. The ministry "
         "urged Kabul to act.", "ministry", "PAK"),
        ("The European Parliament voted. In Budapest the lawmakers were denounced.", "lawmakers", "EU"),
        ("Mark Rutte, the prime minister, left. The unions urged the prime minister to stay.", "minister",
         "NLD:Mark Rutte"),
    ],
)  # fmt: skip
def test_a_noun_takes_up_who_acted_or_was_named_so(stands_for, text: str, spelling: str, expected: str) -> None:
    """Who acts rather than what he owns, whoever of several kinds came last, and nobody who is dealt with himself."""
    assert stands_for(text, spelling) == (expected,)


def test_he_is_no_office_that_spoke(stands_for) -> None:
    """ "The foreign office said it had protested to the envoy and that he had promised an inquiry"."""
    text = "Pakistan's foreign office said that it had protested to the Afghan envoy and that he had promised to act."
    assert stands_for(text, "he") == ("AFG",)


def test_one_of_two_who_lead_is_one_word(stands_for) -> None:
    """ "Their co-leader, Anna Berg, said her party would vote no": the party she leads with somebody else."""
    text = "Germany's Greens refuse. Their co-leader, Anna Berg, said her party would vote no."
    assert stands_for(text, "party") == ("German Greens",)

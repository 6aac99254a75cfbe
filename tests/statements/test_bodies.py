"""Bodies taken up by a part of their name, and who is a side where parties or unions bargain."""

import pytest

from dragoman.statements.cast import Cast


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("The International Whaling Commission met. The EU sent aid. Norway urged the commission to wait.",
         "commission", ("IWC",)),
        ("The Mekong River Commission met. ASEAN met too. Laos asked the commission to wait.", "commission", ("MRC",)),
        ("The IMF sent a team. The World Bank sent one. NATO met. Chad asked the fund for time.", "fund", ("IMF",)),
        ("The Mekong River Commission met. Mali has a commission. Laos asked the commission to go.", "commission", ()),
        ("The Danube Forum published a study. Serbia asked the committee to wait.", "committee", ()),
        ("Podemos met the Federation of Industries. Unions asked the party to wait.", "party", ("Podemos",)),
        ("Podemos met Chad. The law asks the party that wins to wait.", "party", ()),
        ("The Metals Company met Chad. Its board refused to pay.", "board", ("The Metals Company",)),
    ],
)  # fmt: skip
def test_a_body_is_the_one_whose_name_has_the_noun(stands_for, text: str, spelling: str, expected: tuple) -> None:
    """Nearness and lists come after what the article has introduced by its full name, or as a body without one."""
    assert stands_for(text, spelling) == expected


def test_parties_that_would_govern_are_the_sides_and_not_their_state(reader) -> None:
    """In talks about a coalition the state is what they want to govern."""
    text = (
        "Germany waits for a coalition. Germany's Greens met the FDP. The Greens urged the FDP to form a government. "
        "The FDP asked the Greens to give way. The Greens refused. The FDP left. France waits. Germany hopes."
    )
    assert set(Cast(reader.understood(text)).sides()) == {"German Greens", "FDP"}


def test_a_state_is_a_side_where_its_parties_are_only_spoken_of(reader) -> None:
    """Where somebody abroad is named more often than they are, the dispute is with him."""
    text = (
        "Germany and France disagree. France pressed Germany. The Greens want a coalition. The FDP wants a coalition. "
        "France refused. Germany waits. The Greens left. The FDP left. Germany and France met. France left."
    )
    assert set(Cast(reader.understood(text)).sides()) == {"DEU", "FRA"}


def test_the_union_of_a_dispute_is_the_one_most_spoken_of(reader) -> None:
    """Not another one that is named beside it, though its name is no plain word for workers."""
    text = (
        "SAG-AFTRA is on strike. Its strike goes on. SAG-AFTRA refused an offer of the Alliance of Motion "
        "Picture and Television Producers. The Writers Guild settled its strike in May. SAG-AFTRA waits."
    )
    assert Cast(reader.understood(text)).bargaining.union == "SAG-AFTRA"


@pytest.mark.parametrize(("text", "state"), [
    ("India and Britain talked on trade. Britain pressed India. India and Britain met. The Treasury waits.", "GBR"),
    ("Peru and Chile talked on trade. Peru pressed Chile. Peru met Chile. America waits. The Treasury in Lima waits.",
     None),
])  # fmt: skip
def test_a_treasury_is_of_a_state_that_calls_its_ministry_so(reader, text: str, state: str | None) -> None:
    """Where the article is about such a state."""
    found = reader.understood(text)
    named = [m.party for m in found.mentions if "Treasury" in found.article.text[m.start : m.end]]
    assert named == ([state] if state else [])


def test_two_parties_of_several_that_bargain_are_the_two_chief_ones(stands_for) -> None:
    """ "Both parties" are two, where "the parties" may be more."""
    text = (
        "Spain waits for a coalition. The PSOE met Podemos. Podemos urged the PSOE to form a government. "
        "The PSOE asked Podemos to wait. Ciudadanos refused. Ciudadanos left. Unions urged both parties to compromise."
    )
    assert set(stands_for(text, "parties")) == {"PSOE", "Podemos"}

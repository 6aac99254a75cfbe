"""Words for two or three parties at once, and nouns that take up whom an article has named."""

import pytest


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Chad and Mali fight. Egypt and Oman sent aid. The pair urged calm.", "pair", {"EGY", "OMN"}),
        ("Chad and Mali fight. Mali lost. Oman urged the parties to talk.", "parties", {"TCD", "MLI"}),
        ("Chad and Mali fight. Oman urged the two to talk.", "two", {"TCD", "MLI"}),
        ("Chad and Mali fight. The former is losing.", "former", {"TCD"}),
        ("Chad and Mali fight. The latter is losing.", "latter", {"MLI"}),
    ],
)
def test_words_for_two_take_up_the_two_that_fit(stands_for, text: str, spelling: str, expected: set[str]) -> None:
    """A pair is whoever was named side by side last; the parties are the sides of the conflict."""
    assert set(stands_for(text, spelling)) == expected


def test_lawmakers_of_no_country_are_of_the_state_named(stands_for) -> None:
    """A bare plural for people of a state is a part of the state most spoken of just before."""
    assert stands_for("Peru signed the treaty. Lawmakers protested.", "Lawmakers") == ("PER:lawmakers",)


def test_the_army_is_of_a_state_not_of_the_mediator(stands_for) -> None:
    """A state's institution takes up a state that is party to the conflict."""
    text = "Chad said no. The African Union, which is mediating with Qatar, said yes. The army did not answer."
    assert stands_for(text, "army") == ("TCD",)


def test_the_federal_government_is_the_government(stands_for) -> None:
    """A plain adjective before a noun leaves whom it takes up as it is."""
    assert stands_for("Nigeria closed the border. The federal government said so.", "government") == ("NGA",)


def test_they_in_a_quotation_are_the_other_side(reader) -> None:
    """Whom a speaker calls "they" are not his own, but those he stands against."""
    text = "Chad and Mali fight. Chad accused Mali. Chad's leader was angry. “They must leave,” Chad's leader said."
    assert reader.positions(text)[-1].doer == ("MLI",)


def test_a_list_beside_a_noun_is_all_of_it(stands_for) -> None:
    """ "The lenders — Peru, Chile and Brazil —": everybody listed."""
    assert set(stands_for("The lenders — Peru, Chile and Brazil — want Mali to save.", "lenders")) == {
        "PER",
        "CHL",
        "BRA",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Nurses Union met Kenya. A union official said no.", ("Nurses Union",)),
        ("Kenya closed the port. A shipping official said no.", ()),
    ],
)
def test_an_official_is_of_the_body_that_stands_before_the_word(
    stands_for, text: str, expected: tuple[str, ...]
) -> None:
    """The noun before "official" says whose he is, where the article has named such a body."""
    assert stands_for(text, "official") == expected


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Talks between Chad and Mali went on. Chad and its rival left.", "rival", {"MLI"}),
        ("Talks between Chad and Mali went on. Chad said the other side had lied.", "side", {"MLI"}),
        ("Fine Gael, Fianna Fail and Sinn Fein met. Fine Gael left. All three parties left.", "parties",
         {"Fine Gael", "Fianna Fail", "Sinn Fein"}),
        ("Chad's northern commander, Ali Dossa, met France. The northern delegation left.", "delegation", {"TCD"}),
        ("Talks between Chad and Mali, mediated by Qatar, went on. The mediators left.", "mediators", {"QAT"}),
    ],
)  # fmt: skip
def test_words_that_set_one_against_another_or_count_more(stands_for, text: str, spelling: str, expected: set) -> None:
    """The rival is the other of the two; three parties are three; those in between are who mediates."""
    assert set(stands_for(text, spelling)) == expected


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Peru's government met the opposition. The opposition left.", "opposition", ("PER:opposition",)),
        ("Venezuela met the opposition Unitary Platform. The opposition left.", "opposition",
         ("Venezuelan opposition",)),
        ("Peru's government met the opposition. Opposition leaders left.", "leaders", ("PER:opposition",)),
        ("A spokesman for the Houthis spoke. A source in the movement said so.", "source", ("Houthis",)),
        ("Kenya, speaking for the African Union, refused.", "Kenya", ("AU",)),
    ],
)  # fmt: skip
def test_people_stand_for_those_they_speak_for(stands_for, text: str, spelling: str, expected: tuple) -> None:
    """Also where these are named only before, or are nobody but the opposition."""
    assert stands_for(text, spelling) == expected


def test_both_governments_are_those_of_states(stands_for) -> None:
    """Where one of the two most spoken of is a union of states, the countries are two others."""
    text = "The EU met Chad. The EU left. Chad and the EU talk. Mali waits. France asked both countries to wait."
    assert set(stands_for(text.replace("France", "Mali"), "countries")) == {"TCD", "MLI"}


def test_the_other_side_is_not_that_of_whoever_speaks(stands_for) -> None:
    """ "She said her government would wait unless the other side moved": not her own."""
    text = (
        "Talks between Iceland and Norway ended. We wait, said Kari Holm, who leads the Norwegian delegation. "
        "She added that her government would wait unless the other side moved."
    )
    assert stands_for(text, "side") == ("ISL",)


def test_both_are_the_two_of_the_article(stands_for) -> None:
    """ "Both" after a sentence that names one of them and a bloc: the two that the article is about."""
    text = (
        "Chad and Mali ended talks between Chad and Mali. Chad wants more, and Mali less. Mali said Chad must pay. "
        "Chad wrote to the European Union. Both agreed to meet again."
    )
    assert set(stands_for(text, "Both")) == {"TCD", "MLI"}

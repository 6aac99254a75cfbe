"""Stances of others on what a noun beside a clause takes up, answers, and what was demanded before it was done."""

import pytest

ASKED = "Chad asked Mali to open the border, "


@pytest.mark.parametrize(
    ("behind", "holder", "stance"),
    [
        ("a call echoed by Peru.", "PER", "demand"),
        ("a view that Peru shares.", "PER", "demand"),
        ("a demand that Peru has also made.", "PER", "demand"),
        ("a view not shared by Peru.", "PER", "oppose"),
        ("a request Mali says it has no means of meeting.", "MLI", "refuse"),
        ("a step Mali says would amount to surrender.", "MLI", "refuse"),
        ("a step that Mali said was out of the question.", "MLI", "refuse"),
        ("an idea to which Mali has never warmed.", "MLI", "refuse"),
        ("an idea Mali is wary of.", "MLI", "refuse"),
    ],
)
def test_others_take_a_side_on_what_a_noun_takes_up(reader, behind: str, holder: str, stance: str) -> None:
    """Sharing it, telling it again, judging it and not being able to do it are stances on what was asked."""
    found = reader.positions(ASKED + behind)
    assert [(p.holder, p.stance, p.action) for p in found[1:]] == [((holder,), stance, "open the border")]


@pytest.mark.parametrize("behind", ["a charge Mali denies.", "a step Peru says Mali could take.", "a port Mali needs."])
def test_what_is_only_said_of_it_takes_no_side(reader, behind: str) -> None:
    """A denied charge, a possibility and a description are no stances."""
    assert [p.holder for p in reader.positions(ASKED + behind)] == [("TCD",)]


def test_a_second_relative_clause_is_of_the_same_noun(reader) -> None:
    """Each clause with "that" tells whose stance it is."""
    text = ASKED + "a demand that Peru supports and that Mali has rejected as blackmail."
    assert [(p.holder, p.stance) for p in reader.positions(text)[1:]] == [(("PER",), "support"), (("MLI",), "oppose")]


def test_demands_set_beside_a_clause_are_all_that_it_tells(reader) -> None:
    """Who calls several demands absurd is against each."""
    text = "Chad wants Mali to open the border and to pay for it, demands that Mali calls absurd."
    assert {p.action for p in reader.positions(text) if p.holder == ("MLI",)} == {"open the border", "pay for it"}


def test_who_backs_a_refusal_is_against_what_is_refused(reader) -> None:
    """A stance taken up by its name keeps its side."""
    text = "Chad has refused to open the border, a stance backed by Peru."
    assert [(p.holder, p.stance) for p in reader.positions(text)][1:] == [(("PER",), "oppose")]


def test_a_noun_beside_a_clause_is_no_part_of_the_action(reader) -> None:
    """The words of what is threatened end before the comma."""
    text = "Chad threatened to close the port, an idea which Mali has condemned."
    assert {p.action for p in reader.positions(text)} == {"close the port"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asked whether it would open the border, Chad said no.", ("TCD", "refuse", "open the border")),
        ("Asked if it would open the border, Chad said yes.", ("TCD", "promise", "open the border")),
        (f'{ASKED}it said. "That will not happen," Mali\'s envoy said.', ("MLI", "refuse", "open the border")),
        (f"{ASKED}it said. Mali said this was unacceptable.", ("MLI", "refuse", "open the border")),
        ("Chad said Mali should open the border, and Peru agreed.", ("PER", "demand", "open the border")),
        ("Chad wants Mali to open the border. So does Peru.", ("PER", "demand", "open the border")),
    ],
)
def test_an_answer_is_to_what_was_asked_or_wanted(reader, text: str, expected: tuple[str, ...]) -> None:
    """Questions with "whether" and the stance before say what a short answer is about."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    "behind", ["a key demand of Peru", "one of Peru's main demands", "a long-standing Peruvian demand"]
)
def test_what_was_agreed_to_is_what_another_demanded(reader, behind: str) -> None:
    """A demand set beside a clause with its owner tells who wanted it done."""
    assert ("PER", "demand", "open the border") in reader.stances_told(f"Chad agreed to open the border, {behind}.")


def test_a_wish_between_commas_is_whose_demand_it_was(reader) -> None:
    """At whose request something was done, told between the subject and its verb."""
    assert ("PER", "demand", "withdraw the clause") in reader.stances_told(
        "Chad, at Peru's request, withdrew the clause."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad wants a say, an idea that Mali could live with if it were asked.", ("MLI", "support", "a say")),
        ("Chad passed an amnesty, which rights groups opposed.", ("rights groups", "oppose", "an amnesty")),
        ("Chad wants Mali to leave, a step that Mali ruled out on Monday evening.", ("MLI", "refuse", "leave")),
    ],
)
def test_a_pronoun_or_a_clause_behind_a_noun_is_about_what_was_named(reader, text: str, expected) -> None:
    """Plans named before, prepositions left behind and hours of the day do not hide what a stance is about."""
    assert expected in reader.stances_told(text)

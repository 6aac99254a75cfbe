"""Whom pronouns take up over the clauses between: who acts in passing is soon forgotten, and a thing wills nothing."""

from collections.abc import Callable

import pytest

from dragoman.statements.who import Who

Finder = Callable[[str, str], tuple[str, ...]]


@pytest.fixture(scope="module")
def last_stands_for(reader) -> Finder:
    """Who the last word of a text that is spelled so stands for."""

    def find(text: str, spelling: str) -> tuple[str, ...]:
        understood = reader.understood(text)
        return Who(understood).parties([token for token in understood.doc if token.text == spelling][-1])

    return find


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        (
            "Chile, to which Peru owes much money, is in no hurry. It returned the money on Friday.",
            "It",
            "CHL",
        ),
        ("Norway, which Sweden joined in the talks, opposes a quota. It has promised to pay.", "It", "NOR"),
        ("Kenya, on whose port Uganda relies, said it would support only a fair accord.", "it", "KEN"),
    ],
)
def test_who_acts_in_a_relative_clause_is_taken_up_less(
    last_stands_for: Finder, text: str, pronoun: str, expected: str
) -> None:
    """The subject of the main clause stands out more than that of a relative clause that is over."""
    assert last_stands_for(text, pronoun) == (expected,)


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Ghana said that its system must survive; it is willing to grant a quota.", "it", "GHA"),
        ("Peru is under pressure. A six-year wait would ruin its fleet. It hopes for a quick deal.", "It", "PER"),
    ],
)
def test_a_mere_thing_wills_nothing(last_stands_for: Finder, text: str, pronoun: str, expected: str) -> None:
    """What hopes, agrees or is willing is a party, however near a thing stands."""
    assert last_stands_for(text, pronoun) == (expected,)


def test_a_pronoun_goes_on_in_the_clauses_of_a_series(last_stands_for: Finder) -> None:
    """The same pronoun in the next clause of a series is the same party."""
    text = "Hamas gave way. It dropped its demand about a leader of Fatah, and it accepted the list."
    assert last_stands_for(text, "it") == ("Hamas",)


def test_a_pronoun_may_take_up_a_relative_pronoun(last_stands_for: Finder) -> None:
    """ "Peru, which said that it": who is said to say so."""
    assert last_stands_for("Chile sent an envoy to Lima, and met Peru, which said that it would pay.", "it") == ("PER",)


def test_nobody_does_something_to_himself_by_a_plain_pronoun(last_stands_for: Finder) -> None:
    """ "X, who leads them, accused him": another than X, by the relative pronoun, too."""
    text = "Edi Rama said no. Albin Kurti, who leads Kosovo, accused him of lying."
    assert last_stands_for(text, "him")[0].startswith("ALB")


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Norway lowered the quota, arguing that Sweden had met its targets. It is keeping the ban.", "It", ["NOR"]),
        ("Another obstacle has been Chad, which depends on Egypt for money. It has accused Mali.", "It", ["TCD"]),
    ],
)
def test_what_a_sentence_is_about_is_taken_up_by_the_next(
    last_stands_for: Finder, text: str, pronoun: str, expected: list[str]
) -> None:
    """Its main subject rather than that of a clause inside; and whoever it brings up."""
    assert list(last_stands_for(text, pronoun)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Emmanuel Macron said he had agreed, whereas Justin Trudeau had made it clear that he would walk out.",
            "CAN:Justin Trudeau",
        ),
        (
            "Emmanuel Macron wrote to Cairo. In a letter to the leaders of the Arab League, he called for a truce.",
            "FRA:Emmanuel Macron",
        ),
        (
            "Emmanuel Macron left early. In return, it is said in parliament, he expects a seat.",
            "FRA:Emmanuel Macron",
        ),
        (
            "It was Emmanuel Macron who suggested that Justin Trudeau might be invited if he paid.",
            "CAN:Justin Trudeau",
        ),
        (
            "He will sign if Justin Trudeau does; the latter has told him that he will wait.",
            "CAN:Justin Trudeau",
        ),
    ],
)
def test_he_is_one_person(last_stands_for: Finder, text: str, expected: str) -> None:
    """Neither several leaders nor a parliament are "he"; who says something elsewhere does not say this."""
    assert last_stands_for(text, "he") == (expected,)


def test_one_of_several_is_taken_up(last_stands_for: Finder) -> None:
    """ "One of them ... His ministry": the one, who is theirs."""
    text = "Iraqi negotiators are not blind to it. One of them called the text poor. His ministry had asked for more."
    assert last_stands_for(text, "His") == ("IRQ",)


def test_what_each_of_two_says_it_would_do_both_would(last_stands_for: Finder) -> None:
    """ "Each had declared that it would not yield": each of the two, itself."""
    text = "Iran and the United States met in Oman after a week in which each had declared that it would not yield."
    assert set(last_stands_for(text, "it")) == {"IRN", "USA"}


def test_a_group_of_groups_is_one_thing(last_stands_for: Finder) -> None:
    """ "A group of banks and insurers has warned that it": those in the group."""
    text = "Peru left, and a group of supermarkets and feed companies has warned that it will stop buying fish."
    assert last_stands_for(text, "it") == ("supermarkets", "feed companies")


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Cairo fears drought, and it demands a binding accord. Sudan, its ally, is less strict.", "its", "EGY"),
        ("Russia does not want its friends to fight. Kenya welcomed its offer.", "its", "RUS"),
        ("Norway met Chad. Kenya, on whose port they rely, is against it.", "they", None),
    ],
)
def test_whom_a_pronoun_cannot_be(last_stands_for: Finder, text: str, pronoun: str, expected: str | None) -> None:
    """Nobody is his own ally, answers his own offer, or is what a relative clause says others rely on."""
    found = last_stands_for(text, pronoun)
    assert found == (expected,) if expected else "KEN" not in found


def test_its_secretary_is_of_what_he_is_of(last_stands_for: Finder) -> None:
    """ "X, its general secretary": the body that X is of, whatever was named last."""
    text = (
        "The Writers Guild of America rejected a rise that Netflix, a studio, had called its best. "
        "Ellen Stutzman of the Writers Guild of America left. Ellen Stutzman, its negotiator, said no."
    )
    assert last_stands_for(text, "its") == ("WGA",)


def test_who_turns_a_demand_down_is_who_was_asked(reader) -> None:
    """ "They" in a demand that rebels refuse are the rebels, and "a government demand" is the government's."""
    found = reader.positions("Chad's rebels refused a government demand that they leave.")
    assert {(one.holder, one.stance, one.doer) for one in found} == {
        (("TCD:rebels",), "refuse", ("TCD:rebels",)),
        (("TCD",), "demand", ("TCD:rebels",)),
    }

"""Relative clauses of all or none of several things, what one would not do rather, and what is done jointly."""

import pytest

OFFERED = "Mali proposed a joint court and a new fund, "


def told(reader, text: str, holder: str) -> list[tuple[str, str]]:
    return [(p.stance, p.action) for p in reader.positions(text) if p.holder[0] == holder]


@pytest.mark.parametrize(
    ("behind", "stance"),
    [("both of which Chad rejected.", "oppose"), ("neither of which Chad accepts.", "oppose"),
     ("all of which Chad supports.", "support"), ("none of which Chad is ready to accept.", "oppose")],
)  # fmt: skip
def test_a_relative_clause_of_several_is_about_each(reader, behind: str, stance: str) -> None:
    """ "Both of which" and "neither of which" take up every member of the list before them."""
    sides = {"oppose": {"oppose", "refuse"}, "support": {"support", "offer"}}[stance]
    found = told(reader, OFFERED + behind, "TCD")
    assert [action for _, action in found] == ["a joint court", "a new fund"]
    assert {side for side, _ in found} <= sides


@pytest.mark.parametrize(("which", "action"), [("the first", "a joint court"), ("the latter", "a new fund")])
def test_one_of_several_is_taken_up_alone(reader, which: str, action: str) -> None:
    """ "The first of which" takes up the first thing only."""
    assert told(reader, f"{OFFERED}{which} of which Chad opposes.", "TCD")[0][1] == action


@pytest.mark.parametrize(
    ("text", "stance", "action"),
    [
        ("Chad will walk out rather than sign the accord.", "refuse", "sign the accord"),
        ("Workers would strike rather than see the plant closed.", "oppose", "close the plant"),
        ("Chad would rather leave than see Mali join.", "oppose", "join"),
    ],
)
def test_what_stands_behind_rather_than_is_not_wanted(reader, text: str, stance: str, action: str) -> None:
    """What one would not do is refused, what one would not see others do is opposed."""
    assert (stance, action) in [(p.stance, p.action) for p in reader.positions(text)]


def test_what_one_would_not_accept_is_no_support(reader) -> None:
    """The verb behind "rather than" takes no stance by itself."""
    found = reader.positions("Chad will walk out rather than accept a cut in tariffs.")
    assert "support" not in {p.stance for p in found}


@pytest.mark.parametrize(
    "text",
    ["Chad proposed a new fund jointly with Mali.", "A plan for a new fund, sponsored jointly with Mali, is out."],
)
def test_what_is_proposed_jointly_both_want(reader, text: str) -> None:
    """With whom a plan is made holds it as well."""
    assert ("MLI",) in {p.holder for p in reader.positions(text)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad obtained an assurance from Mali that the border would stay open.", "AGREE"),
        ("Chad receives Malian aid.", "AID"),
        ("Chad received a loan from Mali.", "AID"),
        ("Chad won the backing of the union and support from Mali.", "SUPPORT"),
    ],
)
def test_what_one_gets_another_gives(reader, text: str, event: str) -> None:
    """Who gives acts, and who gets it is the target."""
    assert [(e, a, t) for e, a, t, _ in reader.acts_told(text)][:1] == [(event, ("MLI",), ("TCD",))]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Chad accused Mali of breaking the truce in May.", "May"),
        ("Chad complained that Mali had broken the truce.", "truce"),
    ],
)
def test_an_act_of_speech_runs_to_the_end_of_what_is_said(reader, text: str, last: str) -> None:
    """What is charged is part of the words that tell the charge."""
    assert reader.acts(text)[0].quote.endswith(last)


@pytest.mark.parametrize("noun", ["order", "instruction", "decree", "suggestion"])
def test_a_noun_of_ordering_with_a_bare_verb_demands(reader, noun: str) -> None:
    """What is ordered or suggested is wanted of who should do it."""
    [found] = reader.positions(f"Chad's {noun} that Mali open the border was ignored.")
    assert (found.holder, found.stance, found.doer) == (("TCD",), "demand", ("MLI",))


def test_a_ruling_on_what_is_so_demands_nothing(reader) -> None:
    """A finite clause behind the same nouns tells what is held to be true."""
    assert reader.positions("Chad's ruling that the border is open angered Mali.") == []


@pytest.mark.parametrize(
    ("which", "stance"),
    [("to which Chad objects", "oppose"), ("for which Chad has long campaigned", "support"),
     ("on which Chad insists", "demand")],
)  # fmt: skip
def test_a_relative_clause_with_a_preposition_is_of_the_thing_before_it(reader, which: str, stance: str) -> None:
    """What interrupts the main clause is read by itself."""
    [found] = reader.positions(f"A longer truce, {which}, is on the agenda.")
    assert (found.holder, found.stance, found.action.lower()) == (("TCD",), stance, "a longer truce")


def test_examples_stand_for_the_states_they_are_examples_of(reader) -> None:
    """Of "states such as Mali" those named would act."""
    [found] = reader.positions("Chad wants countries such as Mali and Niger to open the border.")
    assert found.doer == ("MLI", "NER")

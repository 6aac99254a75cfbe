"""Words and idioms by which reporters tell that somebody demands, opposes or refuses."""

import pytest

FOR = {"support", "demand", "offer", "promise"}


def stances(reader, sentence: str) -> set[tuple[str, bool, str]]:
    """Holder, side and doer of each position read in *sentence*, which stands behind one that names two sides."""
    read = reader.positions("Kenya and Uganda met in Geneva last week. " + sentence + " The next round is due in May.")
    return {(p.holder[0].split(":")[0], p.stance in FOR, next((d.split(":")[0] for d in p.doer), "")) for p in read}


def sides(reader, sentence: str) -> set[tuple[str, bool]]:
    """Holder and side of each position read in *sentence*."""
    return {(holder, side) for holder, side, _ in stances(reader, sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya called a ban on new mines blackmail.",
        "Kenya deemed a ban on new mines illegal.",
        "Kenya found the ban too costly.",
        "Kenya called the ban, which Ghana proposed last week, a farce.",
        "Kenya found the ban hard to swallow.",
    ],
)
def test_what_a_thing_is_called_is_found_wherever_the_parser_hung_it(reader, sentence: str) -> None:
    """A name behind the thing is no part of the thing."""
    assert ("KEN", False) in sides(reader, sentence)


@pytest.mark.parametrize("sentence", ["Kenya found the security breach.", "Kenya declared a ceasefire violation."])
def test_a_noun_with_a_compound_is_not_what_something_is_called(reader, sentence: str) -> None:
    """ "Found the security breach" judges no security."""
    assert sides(reader, sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya came to Geneva demanding a new fund.",
        "Kenya went into the talks asking for a new fund.",
        "Kenya wrote to Uganda demanding a new fund.",
        "Kenya sat down with Uganda asking for a new fund.",
        "Kenya left the room insisting on a new fund.",
    ],
)
def test_who_goes_somewhere_asking_is_who_asks(reader, sentence: str) -> None:
    """The place somebody comes to, or the one written to, demands nothing."""
    assert sides(reader, sentence) == {("KEN", True)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya complained that Uganda had not opened the border.",
        "Kenya deplored Uganda's failure to open the border.",
        "Kenya took Uganda to task for not opening the border.",
        "Kenya is angry that Uganda has not opened the border.",
        "Kenya accused Uganda of dragging its feet on opening the border.",
        "Kenya threatened to walk out if Uganda failed to open the border.",
        "Kenya is waiting for Uganda to open the border.",
        "Kenya is keen for Uganda to open the border.",
    ],
)
def test_who_complains_of_what_is_not_done_asks_for_it(reader, sentence: str) -> None:
    """To be against a refusal or a failure is to demand the deed of the other."""
    assert ("KEN", True, "UGA") in stances(reader, sentence)


def test_being_against_a_refusal_is_not_being_against_the_deed(reader) -> None:
    """What the complaint is about is not opposed by whoever complains."""
    assert ("KEN", False) not in sides(reader, "Kenya denounced Uganda's refusal to open the border.")


@pytest.mark.parametrize(
    "sentence",
    [
        "A new fee met with resistance from Kenya.",
        "A new fee went down badly in Nairobi.",
        "A new fee sparked outrage in Kenya.",
        "A new fee found little favour in Nairobi.",
        "A new fee has run into Kenyan opposition.",
    ],
)
def test_a_cold_reception_is_an_opposition_of_whoever_gives_it(reader, sentence: str) -> None:
    """The matter is the subject, and who is against it stands behind."""
    assert sides(reader, sentence) == {("KEN", False)}


def test_an_expected_reception_is_nobodys_position(reader) -> None:
    """What may meet with resistance has met with none."""
    assert sides(reader, "A new fee could meet with resistance from Kenya.") == set()


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("A new fee goes too far, Kenya said.", False),
        ("Kenya said a new fee made no sense.", False),
        ("Kenya said a new fee would set a dangerous precedent.", False),
        ("Kenya said a new fee would play into the hands of smugglers.", False),
        ("A new fee was a disgrace, Kenya said.", False),
        ("Kenya said a new fee would pave the way for peace.", True),
    ],
)
def test_what_a_thing_would_do_tells_the_side_of_who_says_so(reader, sentence: str, side: bool) -> None:
    """Idioms of effect count as the speaker's stance on the thing."""
    assert sides(reader, sentence) == {("KEN", side)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya put a new fund at the top of its list.",
        "Kenya's list of demands is headed by a new fund.",
        "High on Kenya's wish list is a new fund.",
        "Kenya's demands include a new fund.",
        "Kenya set a new fund as a condition.",
        "Kenya made a new fund a precondition.",
        "A new fund is what Kenya is after.",
    ],
)
def test_what_is_put_first_or_set_as_a_condition_is_demanded(reader, sentence: str) -> None:
    """A list of demands is the demand of whose list it is."""
    assert ("KEN", True) in sides(reader, sentence)


@pytest.mark.parametrize("sentence", ["Kenya's list of exports is headed by tea.", "A visit is on the agenda."])
def test_other_lists_demand_nothing(reader, sentence: str) -> None:
    """Only what somebody asks for stands on such a list."""
    assert sides(reader, sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's prime minister said that Kenya was no longer sending arms to Uganda.",
        "Kenya has denied that it would delay the ruling.",
        "Kenya denied any intention to close the border.",
    ],
)
def test_what_one_no_longer_does_or_denies_meaning_to_do_is_refused(reader, sentence: str) -> None:
    """A refusal need have no word of refusing."""
    assert ("KEN", False, "KEN") in stances(reader, sentence)


def test_denying_a_deed_of_the_past_refuses_nothing(reader) -> None:
    """Who denies having done a thing says nothing of what it will do."""
    assert sides(reader, "Kenya denied having closed the border.") == set()

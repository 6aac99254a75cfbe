"""Acts on groups that no list names, on what others own, and in clauses that a tree easily loses."""

import pytest

_UNION = ("dockers' union",)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya rejected a proposal by the dockers' union.", "REJECT"),
        ("Kenya shelled positions held by the dockers' union.", "ASSAULT"),
        ("Kenya arrested five members of the dockers' union.", "COERCE"),
        ("Kenya backed the dockers' union in the dispute.", "SUPPORT"),
        ("Kenya hosted the dockers' union for a second round of talks.", "CONSULT"),
    ],
)
def test_a_body_without_a_name_is_acted_on_behind_a_preposition_too(reader, sentence: str, event: str) -> None:
    """Where something is theirs, held by them or had with them."""
    assert (event, ("KEN",), _UNION, "done") in reader.acts_told(sentence)


def test_an_accord_with_a_body_without_a_name_is_of_both(reader) -> None:
    """Both sides do it and have it done."""
    told = reader.acts_told("Kenya signed an agreement with the dockers' union.")
    assert ("AGREE", ("KEN", *_UNION), (*_UNION, "KEN"), "done") in told


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya seized a ship owned by Chad.",
        "Kenya seized two tankers operated by Chad.",
    ],
)
def test_what_others_own_is_taken_from_them(reader, sentence: str) -> None:
    """A participle with "by" says whose a thing is."""
    assert ("COERCE", ("KEN",), ("TCD",), "done") in reader.acts_told(sentence)


def test_rebels_turn_on_the_state_they_are_of(reader) -> None:
    """They do it to the state that is named, not to themselves."""
    assert ("THREATEN", ("TCD:rebels",), ("TCD",), "done") in reader.acts_told("The rebels threatened Chad with war.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The summit ended in June after Kenya attacked Chad.",
        "The summit ended without a deal after Kenya attacked Chad.",
        "No one expected a deal until Kenya attacked Chad.",
        "While Mali has signed the accord, Kenya has attacked Chad.",
    ],
)
def test_the_subject_of_a_clause_is_no_part_of_the_phrase_before_it(reader, sentence: str) -> None:
    """A name right before a finite verb acts."""
    assert ("ASSAULT", ("KEN",), ("TCD",), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The dockers' union lifted sanctions on Chad.", _UNION),
        ("The dockers' union publicly lifted sanctions on Chad.", _UNION),
        ("A group of creditors lifted sanctions on Chad.", ("creditors",)),
        ("The talks stalled because the dockers' union lifted sanctions on Chad.", _UNION),
    ],
)
def test_a_past_like_a_participle_is_the_verb_where_there_is_no_other(reader, sentence: str, actor) -> None:
    """The noun before it acts and the noun behind it is acted on."""
    assert ("CONCEDE", actor, ("TCD",), "done") in reader.acts_told(sentence)


def test_names_behind_a_fronted_clause_act_together(reader) -> None:
    """They are no objects of the clause before the comma."""
    told = reader.acts_told("While Mali has signed the accord, Kenya and Niger warned Chad.")
    assert ("THREATEN", ("KEN", "NER"), ("TCD",), "done") in told


def test_talks_that_are_left_are_not_held_once_more(reader) -> None:
    """Walking out of them is all that is told."""
    assert {a[0] for a in reader.acts_told("Kenya walked out of talks with Chad.")} == {"REJECT"}


def test_troops_that_leave_a_movements_land_leave_no_alliance(reader) -> None:
    """They are drawn back."""
    assert {a[0] for a in reader.acts_told("Kenya withdrew its troops from Hamas-held territory.")} == {"RETREAT"}


def test_air_strikes_of_a_group_are_no_stoppage(reader) -> None:
    """Arms beside the noun tell it."""
    told = reader.acts_told("The rebels launched air strikes on the Chadian government.")
    assert {a[0] for a in told} == {"ASSAULT"}


def test_a_union_of_states_does_not_strike(reader) -> None:
    """It is none of workers, whatever its name."""
    assert {a[0] for a in reader.acts_told("The European Union walked out of talks with Chad.")} == {"REJECT"}
    assert {a[0] for a in reader.acts_told("The European Union launched air strikes on Chad.")} == {"ASSAULT"}


def test_what_could_be_done_in_kindness_is_no_act(reader) -> None:
    """Only hostile deeds that might be done are told."""
    assert reader.acts_told("Kenya could withdraw its troops from Chad.") == []


def test_a_month_is_no_march(reader) -> None:
    """Its great letter tells."""
    assert reader.acts_told("The Kenyan nurses' contract ran out in March.") == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("A human rights group accused Kenya of beating refugees.", "human rights group"),
        ("Kenya is failing to protect refugees, a human rights group protested on Friday.", "human rights group"),
        ("A relief group complained that Kenya had broken its promise.", "relief group"),
    ],
)
def test_a_group_goes_by_what_it_is_for(reader, sentence: str, who: str) -> None:
    """A group of no name that charges somebody."""
    assert ("ACCUSE", (who,), ("KEN",), "done") in reader.acts_told(sentence)

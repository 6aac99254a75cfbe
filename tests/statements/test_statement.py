"""The record of a statement: its ids, its flat form, its evidence."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from dragoman.statements.statement import Act, Condition, Evidence, Position, Tie, View, statement_adapter, statement_id

SENTENCE = "Norway urged Sweden to reopen the border."
PLACE = Evidence(
    article="a1", sentence=SENTENCE, char_start=10, char_end=51, span=SENTENCE[7:40], span_start=17, span_end=50
)


def position(**changes: Any) -> Position:
    fields: dict[str, Any] = {
        "id": "",
        "evidence": (PLACE,),
        "holder": ("NOR",),
        "stance": "demand",
        "doer": ("SWE",),
        "action": "reopen the border",
        "confidence": 0.7,
        "rule": "demand:urge",
    }
    return Position(**{**fields, **changes})


@pytest.mark.parametrize(
    ("statement", "letter"),
    [
        (position(), "p"),
        (Act(id="", evidence=(PLACE,), actor=("NOR",), event="REQUEST"), "a"),
        (Tie(id="", evidence=(PLACE,), from_=("NOR",), to=("SWE",), relation="ally"), "t"),
        (View(id="", evidence=(PLACE,), holder=("NOR",), proposition="it is late"), "v"),
    ],
)
def test_an_id_says_the_kind(statement: Position | Act | Tie | View, letter: str) -> None:
    """The letter of the kind, a dash and ten hex digits."""
    found = statement_id(statement)
    assert found[:2] == f"{letter}-"
    assert len(found) == 12
    assert int(found[2:], 16) >= 0


def test_a_better_rule_keeps_the_id() -> None:
    """How sure the rule is, and which it is, do not enter the id."""
    assert statement_id(position()) == statement_id(position(confidence=0.9, rule="other", note="seen", id="x"))


@pytest.mark.parametrize(
    "changes",
    [
        {"holder": ("DNK",)},
        {"stance": "oppose"},
        {"doer": ()},
        {"action": "close the border"},
        {"condition": Condition(type="unless", doer=("SWE",), action="pay")},
        {"degree": "full"},
        {"deadline": "2024-06-30"},
        {"attribution": "NOR"},
        {"evidence": (PLACE.model_copy(update={"article": "a2"}),)},
        {"evidence": (PLACE.model_copy(update={"span_start": 18}),)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_content_and_place_make_the_id(changes: dict[str, Any]) -> None:
    """Another holder, stance, doer, condition, speaker or place is another statement."""
    assert statement_id(position()) != statement_id(position(**changes))


def test_an_id_that_is_taken_gets_a_number() -> None:
    """Two statements never share an id."""
    first = statement_id(position())
    assert statement_id(position(), taken={first}) == f"{first}-2"
    assert statement_id(position(), taken={first, f"{first}-2"}) == f"{first}-3"


def test_the_flat_form_has_the_evidence_among_its_fields() -> None:
    """One place: its fields stand beside the statement's own, and no list."""
    data = position(id="p-1").model_dump(mode="json", by_alias=True)
    assert (data["article"], data["sentence"], data["span_start"]) == ("a1", SENTENCE, 17)
    assert "evidence" not in data


def test_several_places_are_all_written() -> None:
    """Two places: the main one flat, and the list of both."""
    second = PLACE.model_copy(update={"article": "a2"})
    data = position(evidence=(PLACE, second)).model_dump(mode="json", by_alias=True)
    assert data["article"] == "a1"
    assert [place["article"] for place in data["evidence"]] == ["a1", "a2"]


def test_a_tie_is_written_with_the_words_from_and_to() -> None:
    """The field's name in the file is "from", a word that Python keeps for itself."""
    tie = Tie(id="t-1", evidence=(PLACE,), from_=("NOR",), to=("SWE",), relation="ally")
    data = tie.model_dump(mode="json", by_alias=True)
    assert (data["from"], data["to"]) == (["NOR"], ["SWE"])
    assert statement_adapter.validate_python(data) == tie


def test_no_evidence_no_statement() -> None:
    """A statement without a place is refused."""
    with pytest.raises(ValidationError):
        position(evidence=())


@pytest.mark.parametrize("changes", [{"stance": "like"}, {"confidence": 1.5}, {"degree": "some"}])
def test_values_outside_the_vocabulary_are_refused(changes: dict[str, Any]) -> None:
    """Stance, degree and confidence take only what is documented."""
    with pytest.raises(ValidationError):
        position(**changes)


def test_evidence_knows_its_text() -> None:
    """Both quotes must stand exactly at their places."""
    text = "0123456789" + SENTENCE
    assert PLACE.stands_in(text)
    assert not PLACE.stands_in(" " + text)
    assert not PLACE.stands_in("")


def test_unknown_fields_of_a_file_are_passed_over() -> None:
    """A file with fields of another tool is read all the same."""
    data = {**position(id="p-1").model_dump(mode="json", by_alias=True), "tier": "core", "accept": {}}
    assert statement_adapter.validate_python(data) == position(id="p-1")


PARTIES = st.lists(st.text("ABC:é ", min_size=1, max_size=6), max_size=3).map(tuple)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@st.composite
def statements(draw: st.DrawFn) -> Position | Act | Tie | View:
    places = draw(
        st.lists(
            st.builds(
                Evidence,
                article=WORDS,
                sentence=WORDS,
                char_start=st.integers(0, 99),
                char_end=st.integers(0, 99),
                span=WORDS,
                span_start=st.integers(0, 99),
                span_end=st.integers(0, 99),
            ),
            min_size=1,
            max_size=3,
        ).map(tuple)
    )
    common: dict[str, Any] = {
        "id": st.text("pav-0123456789", max_size=12),
        "evidence": st.just(places),
        "attribution": WORDS,
        "quoted": st.sampled_from([True, False, "partial"]),
        "negated": st.booleans(),
        "modality": st.none() | WORDS,
        "confidence": st.floats(0, 1),
        "rule": WORDS,
    }
    condition = st.none() | st.builds(
        Condition,
        type=st.sampled_from(["unless", "only_if", "in_exchange_for"]),
        doer=PARTIES,
        action=WORDS,
        span=WORDS,
    )
    return draw(
        st.one_of(
            st.builds(
                Position, holder=PARTIES, stance=st.sampled_from(["support", "refuse"]), doer=PARTIES, action=WORDS,
                condition=condition, degree=st.sampled_from([None, "full"]), deadline=st.none() | WORDS, **common,
            ),
            st.builds(
                Act, actor=PARTIES, event=st.sampled_from(["AID", "COERCE"]), target=PARTIES, date=st.none() | WORDS,
                status=st.sampled_from(["done", "denied"]), **common,
            ),
            st.builds(Tie, from_=PARTIES, to=PARTIES, relation=st.just("rival"), **common),
            st.builds(View, holder=PARTIES, proposition=WORDS, motive=st.booleans(), about_ids=PARTIES, **common),
        )
    )  # fmt: skip


@settings(max_examples=120)
@given(statements())
def test_any_statement_survives_its_flat_form(statement: Position | Act | Tie | View) -> None:
    """Written as JSON and read back, a statement is the same."""
    assert statement_adapter.validate_python(statement.model_dump(mode="json", by_alias=True)) == statement


@settings(max_examples=60)
@given(statements())
def test_an_id_is_the_same_for_the_same_content(statement: Position | Act | Tie | View) -> None:
    """The id follows from the record alone."""
    assert statement_id(statement) == statement_id(statement.model_copy(deep=True))


@pytest.mark.parametrize(
    ("action", "deed"),
    [
        ("the ban (outlaw the party)", "outlaw the party"),
        ("call (lay down arms)", "lay down arms"),
        ("comply (reopen the border)", "reopen the border"),
        ("sign it (the draft treaty)", "sign the draft treaty"),
        ("take on such obligations (watch farms)", "take on such obligations (watch farms)"),
        ("lift the sanctions", "lift the sanctions"),
    ],
)
def test_the_deed_is_what_the_action_points_to(action: str, deed: str) -> None:
    """What stands in brackets is what bare words stand for."""
    place = Evidence(article="a", sentence="x", char_start=0, char_end=1, span="x", span_start=0, span_end=1)
    position = Position(id="p", evidence=(place,), holder=("PER",), stance="support", action=action, confidence=0.5)
    assert position.deed == deed

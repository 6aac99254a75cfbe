"""Standing relations and beliefs on plain sentences."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "relation", "pair"),
    [
        ("Peru is an ally of Chile.", "ally", ("PER", "CHL")),
        ("Angola, Zambia's closest ally, stayed away.", "ally", ("AGO", "ZMB")),
        ("Angola is Zambia's main trading partner.", "trade_partner", ("AGO", "ZMB")),
        ("Greece is a rival of Turkey.", "rival", ("GRC", "TUR")),
        ("Peru relies on Chile for water.", "depends_on", ("PER", "CHL")),
        ("Zambia depends on Angola for power.", "depends_on", ("ZMB", "AGO")),
    ],
)
def test_a_word_of_relation_ties_two_parties(reader, sentence: str, relation: str, pair: tuple[str, str]) -> None:
    """The relation, and whom it goes out from."""
    assert [(t.relation, t.from_, t.to) for t in reader.ties(sentence)] == [(relation, (pair[0],), (pair[1],))]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Relations between Ghana and Togo have improved.", "improving_relations"),
        ("Relations between Ghana and Togo have soured.", "estranged_from"),
    ],
)
def test_relations_improve_or_sour(reader, sentence: str, relation: str) -> None:
    """How relations went says of which sort the tie is."""
    [found] = reader.ties(sentence)
    assert found.relation == relation
    assert {*found.from_, *found.to} == {"GHA", "TGO"}


def test_a_tie_is_told_once(reader) -> None:
    """The same relation of the same pair said twice is one tie."""
    found = reader.ties("Peru is an ally of Chile. As everybody knows, Peru is an ally of Chile.")
    assert len(found) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru has many allies.",
        "The rivals met in Lima.",
        "Peru met Chile in Lima.",
        "Peru and Chile are in South America.",
    ],
)
def test_no_tie_without_a_pair_and_a_relation(reader, sentence: str) -> None:
    """A word of relation alone ties nobody, and neither does a pair alone."""
    assert reader.ties(sentence) == []


def test_a_belief_belongs_to_who_holds_it(reader) -> None:
    """Holder, proposition and whom it is about."""
    [found] = reader.views("Zambia believes that Angola is weak.")
    assert (found.holder, found.about_ids, found.proposition) == (("ZMB",), ("AGO",), "Angola is weak")
    assert not found.motive


def test_a_purpose_is_a_motive_of_who_acts(reader) -> None:
    """ "in order to" says why."""
    [found] = reader.views("Angola met Zambia in order to end the war.")
    assert (found.holder, found.motive) == (("AGO",), True)


def test_an_expert_may_hold_a_view(reader) -> None:
    """A source that is no party is named by its words."""
    [found] = reader.views("Analysts believe that Angola is weak.")
    assert found.holder == ("analysts",)


def test_what_is_a_position_is_not_a_view_as_well(reader) -> None:
    """A clause is read once."""
    text = "Egypt insisted that Ethiopia is obliged to share its data."
    positions = {(p.evidence[0].span_start, p.evidence[0].span_end) for p in reader.positions(text)}
    for view in reader.views(text):
        place = view.evidence[0]
        assert not any(place.span_start < b and a < place.span_end for a, b in positions)


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Fishermen's wives think the deal is a trap.", "Fishermen's wives"),
        ("Talks went on, while dairy cooperatives believe that the deal is a trap.", "dairy cooperatives"),
        ("She thinks the deal is a trap.", None),
    ],
)
def test_a_view_belongs_to_somebody(reader, sentence: str, holder: str | None) -> None:
    """Words that name nobody hold no view, and a conjunction is no part of a name."""
    views = [one for one in reader.statements(sentence) if one.kind == "view"]
    assert [one.holder for one in views] == ([(holder,)] if holder else [])

"""From items to statements: places, parties, and what a statement is held against."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.articles.article import Article
from dragoman.statements.file import dump_statements, parse_statements
from dragoman.statements.llm.confidence import Confidence
from dragoman.statements.llm.resolving import Parties


def test_statement_is_the_same_record_as_the_rules_make(answered, tools):
    """An item fills the slots of a position, with its evidence, the reader's name and how its quote was located."""
    [statement] = answered({"i": [tools.refusal]}).statements
    assert (statement.holder, statement.stance, statement.doer, statement.action) == (
        ("CHL",), "refuse", ("CHL",), "leave the bay",
    )  # fmt: skip
    assert statement.condition.model_dump() == {
        "type": "unless", "doer": ("PER",), "action": "lift its tariffs", "span": "unless Peru lifts its tariffs",
    }  # fmt: skip
    assert (statement.rule, statement.attribution, statement.note) == ("llm:by hand", "author", None)
    assert statement.evidence[0].located == "exact"
    assert statement.evidence[0].stands_in(tools.text)
    assert statement.id.startswith("p-")


def test_located_is_written_and_read_again(answered, tools):
    """How a quote was located is in the file of statements, and only where a model gave it."""
    statements = answered({"i": [tools.refusal]}).statements
    assert '"located": "exact"' in dump_statements(statements)
    assert parse_statements(dump_statements(statements)) == statements


def test_how_a_quote_was_located_does_not_change_the_id(answered, tools):
    """The same statement has the same id, whether the model copied well or badly."""
    loose = {**tools.refusal, "q": "CHILE refuses to leave the bay"}
    assert [s.id for s in answered({"i": [loose]}).statements] == [
        s.id for s in answered({"i": [tools.refusal]}).statements
    ]


def test_position_that_two_hold_is_a_position_of_each(answered, tools):
    """Conjoined holders multiply out, as they do for the rules."""
    reading = answered({"i": [{**tools.refusal, "h": ["CHL", "PER", "CHL"]}]})
    assert [s.holder for s in reading.statements] == [("CHL",), ("PER",)]


def test_several_quotes_are_several_places(answered, tools):
    """One statement may rest on several sentences; all its quotes must stand."""
    more = {**tools.refusal, "m": [{"s": 2, "q": "urged Chile to leave the bay"}, [4, "its minister said"]]}
    [statement] = answered({"i": [more]}).statements
    assert [place.span for place in statement.evidence] == [
        "Chile refuses to leave the bay",
        "urged Chile to leave the bay",
        "its minister said",
    ]
    [refused] = answered({"i": [{**more, "m": [[2, "never said so"]]}]}).report.refused
    assert refused.at_fault == "quote"


def test_misnumbered_quote_is_found_where_it_stands_alone(answered, tools):
    """Three words or more that stand in just one other sentence are taken there, and count for less."""
    [statement] = answered({"i": [{**tools.refusal, "s": 5}]}).statements
    assert statement.evidence[0].located == "elsewhere"
    assert statement.quote == "Chile refuses to leave the bay"
    [plain] = answered({"i": [tools.refusal]}).statements
    assert statement.confidence < plain.confidence


@pytest.mark.parametrize("item", [{"s": 5, "q": "leave the bay"}, {"s": 2, "q": "its tariffs"}, {"s": 99, "q": "Peru"}])
def test_misnumbered_quote_that_could_stand_anywhere_is_refused(answered, tools, item):
    """Few words, or words that several sentences have, are not looked for elsewhere."""
    reading = answered({"i": [{**tools.refusal, **item}]})
    assert reading.statements == ()
    assert reading.report.refused_quotes == 1


@pytest.mark.parametrize("who", ["FRA", "France", "they", "the", "its minister", "PER:", "", "RUS=Peru", "x" * 200])
def test_party_that_the_article_does_not_name_is_refused(answered, tools, who):
    """A holder must be a party of the article or a name that stands in it."""
    reading = answered({"i": [{**tools.refusal, "h": [who]}]})
    known = {"PER:": ("PER",), "RUS=Peru": None}.get(who)
    if known:
        assert [s.holder for s in reading.statements] == [known]
    else:
        assert reading.statements == ()
        assert reading.report.refused[0].at_fault in {"party", "form"}


@pytest.mark.parametrize(
    ("word", "party"),
    [
        ("chl", "CHL"),
        ("Chile", "CHL"),
        ("Peruvian", "PER"),
        ("PER:Ana Quispe", "PER:Ana Quispe"),
        ("PER:Quispe", "PER:Quispe"),
        ("PER:hardliners", "PER:hardliners"),
        ("PER:Nobody There", "PER"),
        ("the Bay League", "Bay League"),
        ("XYZ=Bay League", None),
        ("VEN=Caracas", None),
        ("UN=Naciones Unidas", "UN"),
        ("UN=PERU", None),
    ],
)
def test_words_for_parties(names, word, party):
    """Ids in any case, names, persons, parts, and an id for a name that stands in the article."""
    text = (
        "Peru and Chile met. Ana Quispe spoke for Peru, whose hardliners jeered. The Bay League and Naciones Unidas "
        "did too."
    )
    parties = Parties(Article(id="a1", text=text, source="a1.txt"), names)
    assert parties.resolve(word) == party


def test_open_slot_without_a_known_party_is_noted(answered, tools):
    """A doer whom the article does not name is left open; the note says so, and the statement counts for less."""
    [statement] = answered({"i": [{**tools.refusal, "d": ["FRA"]}]}).statements
    [plain] = answered({"i": [tools.refusal]}).statements
    assert (statement.doer, statement.note) == ((), 'the doer "FRA" is not named in the article')
    assert statement.confidence < plain.confidence


@pytest.mark.parametrize(("at", "said"), [("PER", "PER"), ("its minister", "its minister"), ("author", "author")])
def test_attribution_stands_in_the_article(answered, tools, at, said):
    """Who says so is a party, words of the article, or its author."""
    [statement] = answered({"i": [{**tools.refusal, "at": at}]}).statements
    assert statement.attribution == said


def test_invented_source_is_refused(answered, tools):
    """A source whom the article does not name cannot be quoted."""
    assert answered({"i": [{**tools.refusal, "at": "two spies"}]}).report.refused[0].at_fault == "party"


def test_words_of_slots_are_the_articles(answered, tools):
    """Place, hedge and the words of a condition are kept only as the article has them."""
    item = {**tools.meeting, "pl": "LIMA", "md": "reportedly"}
    [statement] = answered({"i": [item]}).statements
    assert (statement.place, statement.modality) == ("Lima", None)
    loose = {**tools.refusal, "c": {**tools.refusal["c"], "q": "unless Peru pays"}}
    [statement] = answered({"i": [loose]}).statements
    assert (statement.condition.span, statement.note) == (None, "the words of its condition are not near")


def test_quoted_words_are_known_as_quoted(answered, tools):
    """Whether words stand in quotation marks is seen in the article, not asked of the model."""
    item = {**tools.refusal, "s": 4, "q": "We will not — ever — sign"}
    assert answered({"i": [item]}).statements[0].quoted is True


CHECKED = "Peru will not free the 12 sailors before 3 May.\n\nChile rejected the offer on Monday.\n\nTalks failed."


@pytest.mark.parametrize(
    ("item", "note"),
    [
        ({"k": "p", "s": 1, "q": "Peru will not free the 12 sailors", "h": ["PER"], "st": "offer", "x": "free sailors"},
         "its words are negated and it is not"),
        ({"k": "p", "s": 1, "q": "Peru will not free the 12 sailors", "h": ["PER"], "st": "refuse", "x": "free 20 men"},
         "the number 20 is not near its words"),
        ({"k": "p", "s": 1, "q": "Peru will not free the 12 sailors", "h": ["CHL"], "st": "refuse", "x": "free them"},
         "its sentence begins with PER as the one who acts"),
        ({"k": "a", "s": 2, "q": "Chile rejected the offer", "h": ["CHL"], "e": "REJECT", "dt": "2024-03-15"},
         "the date 2024-03-15 is not that of its words (2024-03-11)"),
        ({"k": "a", "s": 3, "q": "Talks failed", "h": ["CHL"], "e": "REJECT", "dt": "1999"},
         "no words near it give the date 1999"),
        ({"k": "a", "s": 3, "q": "Talks failed", "h": ["CHL"], "e": "CONSULT", "n": True, "z": "denied"}, None),
        ({"k": "a", "s": 2, "q": "Chile rejected the offer", "h": ["CHL"], "e": "REJECT", "dt": "2024-03-11"}, None),
        ({"k": "p", "s": 1, "q": "Peru will not free the 12 sailors", "h": ["PER"], "st": "refuse", "x": "free 12 men"},
         None),
    ],
)  # fmt: skip
def test_what_goes_against_its_words_counts_for_less(answered, tools, item, note):
    """Negation, numbers, dates and the plain subject are held against the words; the note says what is wrong."""
    [statement] = answered({"i": [item]}, tools.article(CHECKED)).statements
    assert statement.note == note
    assert (statement.confidence < Confidence.shipped().of(statement.kind, ["exact"], 0)) == (note is not None)


@pytest.mark.parametrize("date", ["2024-02-31", "2024-13", "0000", "２０２４", "soon", "2024-3-1"])
def test_what_is_no_date_is_left_out(answered, tools, date):
    """A date is one of the calendar, or the beginning of one."""
    item = {"k": "a", "s": 2, "q": "Chile rejected the offer", "h": ["CHL"], "e": "REJECT", "dt": date}
    assert answered({"i": [item]}, tools.article(CHECKED)).statements[0].date is None


def test_date_says_what_it_rests_on(answered, tools):
    """A date that follows from the article's own day is said to."""
    item = {"k": "a", "s": 2, "q": "Chile rejected the offer", "h": ["CHL"], "e": "REJECT", "dt": "2024-03-11"}
    [statement] = answered({"i": [item]}, tools.article(CHECKED)).statements
    assert (statement.date, statement.date_basis) == ("2024-03-11", "publication")


def test_other_languages_keep_their_quotes(answered):
    """An article in Spanish gives quotes in Spanish; parties come as an id with their name in the article."""
    text = "El gobierno de Perú exige que Chile retire sus barcos.\n\nChile se niega."
    article = Article(id="es", text=text, source="es.txt", date=dt.date(2024, 3, 14))
    item = {"k": "p", "s": 1, "q": "Perú exige que Chile retire sus barcos", "h": ["PER=Perú"], "st": "demand",
            "d": ["CHL"], "x": "withdraw its boats"}  # fmt: skip
    [statement] = answered({"i": [item]}, article).statements
    assert (statement.holder, statement.doer, statement.action) == (("PER",), ("CHL",), "withdraw its boats")
    assert statement.quote == "Perú exige que Chile retire sus barcos"


def test_english_checks_leave_other_languages_alone(answered):
    """Denials, dates and small numbers in words of another language are not held against a statement; years are."""
    text = "Chile se niega a retirar sus doce barcos de la bahía antes del tres de mayo, dijo el ministro en Lima."
    article = Article(id="es", text=text, source="es.txt", date=dt.date(2024, 3, 14))
    item = {"k": "p", "s": 1, "q": "Chile se niega a retirar sus doce barcos", "h": ["CHL"], "st": "refuse",
            "x": "withdraw its 12 boats", "n": True, "by": "2025-05-03"}  # fmt: skip
    assert answered({"i": [item]}, article).statements[0].note is None
    odd = answered({"i": [{**item, "x": "withdraw its boats by 2030"}]}, article).statements[0]
    assert odd.note == "the number 2030 is not near its words"


def test_confidence_follows_what_marked_articles_show():
    """Calibration moves each figure towards the share that was right, and leaves alone what was not seen."""
    shipped = Confidence.shipped()
    judged = [("act", "exact", 0, True)] * 90 + [("act", "exact", 0, False)] * 10 + [("act", "fuzzy", 0, False)] * 50
    table = shipped.calibrated(judged)
    assert table.kind["act"] == pytest.approx(0.9, abs=0.02)
    assert table.kind["tie"] == shipped.kind["tie"]
    assert table.located["fuzzy"] < 0.1
    assert table.contradiction == shipped.contradiction

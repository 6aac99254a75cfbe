"""Who says so: before, inside and after a clause, experts and reports, quotation marks, hedges."""

import pytest

from dragoman.statements.transcripts import labels


@pytest.mark.parametrize(
    "sentence",
    [
        "Egypt said that Ethiopia must share its data.",
        "Egypt said Ethiopia must share its data.",
        "Ethiopia must share its data, Egypt said.",
        "Ethiopia must share its data, said Egypt.",
        "“Ethiopia must share its data,” Egypt said.",
        "According to Egypt, Ethiopia must share its data.",
        "Egypt said on Monday that Ethiopia must share its data.",
        "Egypt told reporters that Ethiopia must share its data.",
    ],
)
def test_the_speaker_is_found_on_either_side(reader, sentence: str) -> None:
    """Wherever the saying stands, the same speaker says the same."""
    [found] = reader.positions(sentence)
    assert (found.attribution, found.holder, found.doer) == ("EGY", ("EGY",), ("ETH",))
    assert "share" in found.action


def test_the_author_says_what_nobody_else_says(reader) -> None:
    """Without a speaker it is the article's own word."""
    [found] = reader.acts("India attacked Pakistan.")
    assert found.attribution == "author"


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Pakistan said that India attacked Afghanistan.", "PAK"),
        ("Analysts said that India attacked Afghanistan.", "Analysts"),
        ("India attacked Afghanistan, Pakistan said.", "PAK"),
    ],
)
def test_an_act_is_told_by_its_speaker(reader, sentence: str, label: str) -> None:
    """What somebody says happened is theirs to answer for."""
    [found] = [a for a in reader.acts(sentence) if a.event == "ASSAULT"]
    assert found.attribution == label
    assert found.actor == ("IND",)


def test_an_expert_is_nobodys_party(reader) -> None:
    """What analysts say should be done is no party's demand."""
    assert reader.positions("Analysts said that Ethiopia must share its data.") == []


def test_the_saying_itself_is_the_authors(reader) -> None:
    """Whom the speaker accuses is reported by the author."""
    [found] = reader.acts("Japan accused China of stealing fish.")
    assert found.attribution == "author"


def test_words_in_quotation_marks_are_quoted(reader) -> None:
    """The statement says whether its words are somebody's own."""
    [own] = reader.positions("“Ethiopia must share its data,” Egypt said.")
    [told] = reader.positions("Ethiopia must share its data, Egypt said.")
    assert (own.quoted, told.quoted) == (True, False)


def test_a_few_quoted_words_are_a_partial_quote(reader) -> None:
    """Scare quotes and short quotes are told apart from whole ones."""
    [found] = reader.positions("Egypt urged Ethiopia to share its “missing” data.")
    assert found.quoted == "partial"


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("India reportedly attacked Pakistan.", "reportedly"),
        ("India allegedly attacked Pakistan.", "allegedly"),
        ("India may attack Pakistan.", "may"),
        ("India attacked Pakistan.", None),
    ],
)
def test_a_hedge_is_kept(reader, sentence: str, hedge: str | None) -> None:
    """The word that softens a claim goes with it."""
    [found] = reader.acts(sentence)
    assert found.modality == hedge


def test_a_speaker_inside_a_clause_is_the_holder(reader) -> None:
    """Who says it holds it, and who the clause is about would act."""
    [found] = reader.positions("Iran, France said, must stop enrichment.")
    assert (found.holder, found.doer) == (("FRA",), ("IRN",))


@pytest.mark.parametrize(
    "text",
    [
        "“We will not open the dam,” Ethiopia's foreign minister said.",
        "“We will not open the dam,” said Ethiopia's foreign minister.",
        "Ethiopia said: “We will not open the dam.”",
        '"Egypt is wrong," Ethiopia said. "We will not open the dam."',
        "“Egypt is wrong,” said Ethiopia on Monday. “We will not open the dam.”",
    ],
)
def test_first_persons_are_the_speaker_of_their_quotation(reader, text: str) -> None:
    """ "We" in quotation marks is whoever is quoted, over the end of a sentence too."""
    [found] = [p for p in reader.positions(text) if p.stance == "refuse"]
    assert (found.holder, found.doer, found.action) == (("ETH",), ("ETH",), "open the dam")


def test_a_quotation_that_nobody_says_is_nobodys(reader) -> None:
    """A speaker in another paragraph does not speak here."""
    assert reader.positions("Ethiopia said the talks had failed.\n\n“We will not open the dam.”") == []


def test_the_speaker_behind_a_quotation_says_all_of_it(reader) -> None:
    """Sentences before the last of a quotation are said by whoever is named behind its end."""
    text = "“We will not open the dam. It is ours. We built it,” Ethiopian minister Seleshi Bekele said."
    assert [found.holder for found in reader.positions(text)] == [("ETH:Seleshi Bekele",)]


def test_a_quotation_goes_on_over_a_paragraph(reader) -> None:
    """A paragraph that is all quotation is said by the speaker of the quotation before it."""
    text = "“This is our river,” Ethiopia said.\n\n“We will not open the dam.”"
    assert [found.holder for found in reader.positions(text)] == [("ETH",)]


TRANSCRIPT = """PRESIDENT PUTIN: We want Japan to sign.

PRIME MINISTER ABE: We will not sign. The islands must be returned.

PRESIDENT PUTIN: I oppose any return.
"""


def test_in_a_transcript_the_name_before_the_colon_speaks(reader) -> None:
    """Turns of speech are said by whom their label names, by family name too."""
    found = [(one.holder[0][:3], one.stance) for one in reader.positions(TRANSCRIPT)]
    assert found[:3] == [("RUS", "demand"), ("JPN", "refuse"), ("JPN", "demand")]


def test_a_label_or_two_make_no_transcript() -> None:
    """Lines that begin with a word and a colon are turns only where speakers come again."""
    assert labels("Reuters: talks failed.\nIn brief: nothing new.") == []
    assert len(labels(TRANSCRIPT)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "“We are at home,” the Egyptian minister posted on his page. “Ethiopia must share its data.”",
        "“Ethiopia must share its data,” the Egyptian minister shrugged.",
    ],
)
def test_whoever_stands_behind_a_quotation_speaks(reader, text: str) -> None:
    """Whatever verb it is that he has."""
    [found] = reader.positions(text)
    assert (found.holder, found.doer) == (("EGY",), ("ETH",))

"""The shadow: names as one word, asides passed over, and the way back to every token of the text."""

import pytest
import spacy
from spacy.tokens import Doc

from dragoman.language.shadow import Shadow


@pytest.fixture(scope="module")
def make():
    nlp = spacy.blank("en")

    def document(text: str) -> Doc:
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    return document


def flat_tree(doc: Doc) -> Doc:
    """A tree in which everything hangs from the first word."""
    heads = [0] * len(doc)
    deps = ["ROOT", *["dep"] * (len(doc) - 1)]
    return Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], heads=heads, deps=deps
    )


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_a_name_is_one_word(make) -> None:
    """Of a name of several words its last stands in the shadow."""
    text = "South Korea met North Korea"
    shadow = Shadow(make(text), names=[at(text, "South Korea"), at(text, "North Korea")])
    assert [t.text for t in shadow.document()] == ["Korea", "met", "Korea"]


def test_an_aside_is_passed_over(make) -> None:
    """The parser does not see what interrupts."""
    text = "Norway said on Monday that it agrees"
    shadow = Shadow(make(text), asides=[at(text, "on Monday")])
    assert [t.text for t in shadow.document()] == ["Norway", "said", "that", "it", "agrees"]


def test_quotation_marks_and_brackets_are_passed_over(make) -> None:
    """Marks that interrupt a clause are not shown to the parser."""
    assert [t.text for t in Shadow(make("Norway “will” (soon) agree")).document()] == [
        "Norway",
        "will",
        "soon",
        "agree",
    ]


def test_shouting_is_lowered(make) -> None:
    """A word in capitals is shown as a name is written, a short abbreviation stays."""
    assert [t.text for t in Shadow(make("NORWAY met NATO")).document()] == ["Norway", "met", "NATO"]


def test_an_aside_wins_over_a_name(make) -> None:
    """What is passed over is passed over, be it a name or not."""
    text = "Norway, like South Korea, agreed"
    shadow = Shadow(make(text), names=[at(text, "South Korea")], asides=[at(text, "like South Korea")])
    assert "Korea" not in [t.text for t in shadow.document()]


def test_a_range_that_cuts_words_is_left_out(make) -> None:
    """A name that does not cover whole words counts for nothing."""
    assert [t.text for t in Shadow(make("South Korea met"), names=[(2, 8)]).document()] == ["South", "Korea", "met"]


def test_the_tree_is_laid_on_every_token(make) -> None:
    """Coming back, the text is whole: the rest of a name is flat under its last word, marks are punctuation."""
    text = "“South Korea” met Norway on Monday"
    doc = make(text)
    shadow = Shadow(doc, names=[at(text, "South Korea")], asides=[at(text, "on Monday")])
    back = shadow.lay_back(flat_tree(shadow.document()))
    assert back.text == text
    assert {t.text: (t.head.text, t.dep_) for t in back} == {
        "“": ("Korea", "punct"),
        "South": ("Korea", "flat"),
        "Korea": ("Korea", "ROOT"),
        "”": ("Korea", "punct"),
        "met": ("Korea", "dep"),
        "Norway": ("Korea", "dep"),
        "on": ("Norway", "dep"),
        "Monday": ("Norway", "dep"),
    }


def test_a_sentence_of_nothing_but_marks_comes_back(make) -> None:
    """Where all is passed over, each token stands for itself."""
    doc = make("“ ”")
    shadow = Shadow(doc)
    assert shadow.lay_back(shadow.document()).text == "“ ”"

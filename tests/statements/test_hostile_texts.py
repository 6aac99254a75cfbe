"""Texts nobody would print: no crash, exact offsets, and the article's own statements still found between them."""

from __future__ import annotations

import pytest

SENTENCE = "France urged Iran to stop enrichment."
DEBRIS = {
    "no full stop": "and the minister spoke of the weather and the harvest ",
    "headlines": "FRANCE AND IRAN MEET\n",
    "a table": "France | 12.5 | yes\tIran | 14.0 | no\n",
    "a transcript": "Q: Will you sign?\nMINISTER: We will see.\n",
    "a list of names": "France, Iran, Peru, Chile, ",
    "nested reports": "France said that Iran said that Peru said that ",
    "open quotes": "“ ",
    "flags": "🇵🇪",
    "zero-width": "\u200bFrance\u200d met\ufeff ",
    "bidirectional marks": "\u202eFrance\u202c \u2066Iran\u2069 ",
    "combining marks": "e\u0301\u0301\u0301 ",
    "control characters": "\x00\x1b[31m \x07 ",
    "mojibake": "Ã©tÃ© â€œquoteâ€\x9d ",
    "one word": "x",
    "short lines": "a\n",
    "other scripts": "Россия 中国 إيران ",
    "markup": "<b>France</b> &amp; ",
}


@pytest.mark.parametrize("name", DEBRIS)
def test_a_hostile_text_is_read_with_exact_offsets(reader, name: str) -> None:
    """800 characters of it before a plain sentence, and as many behind."""
    filler = (DEBRIS[name] * 800)[:800]
    text = f"{filler}\n\n{SENTENCE}\n\n{filler}"
    found = reader.statements(text)
    assert all(place.stands_in(text) for statement in found for place in statement.evidence)
    assert any(place.sentence == SENTENCE for statement in found for place in statement.evidence)


@pytest.mark.parametrize("text", ["“ ” ‘ ’", "-" * 500, "(" * 500, "\u200b" * 500, "😀" * 500, "a;" * 500])
def test_marks_alone_say_nothing(reader, text: str) -> None:
    """No words, no statement, no error."""
    assert reader.statements(text) == []


def test_pronouns_without_end_are_read(reader) -> None:
    """A text of pronouns that stand for one another, without a full stop, ends in an answer all the same."""
    once = "France urged Iran to stop and Iran refused to free the crew and they met in Oslo and "
    assert reader.acts(once * 280)

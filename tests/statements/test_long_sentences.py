"""Long sentences, with asides, reports and several clauses: each gives its positions, and hardly any others."""

from pathlib import Path

import pytest

FOR = {"support", "demand", "offer", "promise"}


def sentences() -> list[list[str]]:
    """The lines of the file beside this one: a sentence, and what is to be found in it."""
    lines = (Path(__file__).parent / "long_sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line.split(" => ") for line in lines if not line.startswith("#")]


def read(reader, sentence: str) -> list[tuple[set[str], str, set[str]]]:
    """Holder, side and doer of what is read, persons as their parties."""
    return [
        ({p.split(":")[0] for p in one.holder}, "+" if one.stance in FOR else "-", {p.split(":")[0] for p in one.doer})
        for one in reader.positions(sentence)
    ]


@pytest.mark.parametrize(("sentence", "expected"), sentences())
def test_a_long_sentence_gives_its_positions(reader, sentence: str, expected: str) -> None:
    """Each is found once, whatever stands around it."""
    found = read(reader, sentence)
    for stance in expected.split("; "):
        holder, side, doer = stance.split()
        fits = [
            one
            for one in found
            if one[0] == set(holder.split(",")) and one[1] == side and (doer == "*" or one[2] == set(doer.split(",")))
        ]
        assert fits, stance
        found.remove(fits[0])


def test_long_sentences_give_hardly_anything_else(reader) -> None:
    """Nineteen of twenty positions that are read in them are those that they tell."""
    told = sum(len(expected.split("; ")) for _, expected in sentences())
    assert told >= 0.95 * sum(len(read(reader, sentence)) for sentence, _ in sentences())

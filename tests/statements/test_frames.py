"""Frames of sentences that reporters use, each with several fillings: whoever it is about, the stance is found."""

from itertools import product
from pathlib import Path

import pytest


def frames(name: str) -> list[list[str]]:
    """The lines of a file beside this one: a sentence with slots, and what is to be found in it."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" => ") for line in lines if not line.startswith("#")]


FILLINGS = (
    {
        "A": "Kenya", "Acap": "Nairobi", "Aadj": "Kenyan", "B": "Uganda", "Bcap": "Kampala", "Badj": "Ugandan",
        "C": "Ghana",
        "do": "open the border", "doing": "opening the border", "did": "opened the border", "done": "opened the border",
        "np": "a ban on new mines", "np_cap": "A ban on new mines",
    },
    {
        "A": "Turkey", "Acap": "Ankara", "Aadj": "Turkish", "B": "Greece", "Bcap": "Athens", "Badj": "Greek",
        "C": "Egypt",
        "do": "release the fishermen", "doing": "releasing the fishermen", "did": "released the fishermen",
        "done": "released the fishermen", "np": "an independent inquiry", "np_cap": "An independent inquiry",
    },
)  # fmt: skip
IDS = ({"A": "KEN", "B": "UGA", "C": "GHA"}, {"A": "TUR", "B": "GRC", "C": "EGY"})
FOR = {"support", "demand", "offer", "promise"}
SUBJECTS = (
    "{A}", "{Acap}", "The {Aadj} government", "{Aadj} Foreign Minister Maria Lunde",
    "Maria Lunde, {A}'s chief negotiator,", "Officials in {Acap}", "A senior {Aadj} official",
    "The government in {Acap}",
    "{A}, the region's largest exporter,",
    "{A}, where elections are due in May,", "{A}, which has lost two ships since March,", "The {Aadj} side",
    "Negotiators from {A}", "{A}, like {C},", "{A}, together with {C},", "Even {A}", "The {Aadj} parliament",
    "{A}, backed by {C},",
)  # fmt: skip
WRAPPERS = (
    "{x}.", "On Monday, {x}.", "In Geneva on Monday, {x}.", "Speaking to reporters in Geneva, {x}.", "But {x}.",
    "{x}, officials said.", "{x}, according to two diplomats.", "{x}, the newspaper reported on Sunday.",
    "Diplomats say that {x}.", "{x}, but no date was set.", "{x}, although its own lawyers had doubts.",
    "{x} at a meeting of ministers in Geneva on Monday.", "{x}, a step that surprised diplomats.",
    "For the second time in a year, {x}.",
)  # fmt: skip
CORES = (("{S} wanted {B} to {do}", "A + B"), ("{S} rejected {np}", "A - *"), ("{S} offered to {do}", "A + A"))


def missing(reader, sentence: str, expected: str, filling: int) -> list[str]:
    """The stances of *expected* that are not read in *sentence*, which stands between two that say nothing."""
    words, ids = FILLINGS[filling], IDS[filling]
    text = (
        "{A} and {B} met in Geneva last week. ".format(**words)
        + sentence.format(**words)
        + " The next round is due in May."
    )
    read = [
        ({p.split(":")[0] for p in one.holder}, one.stance in FOR, {p.split(":")[0] for p in one.doer})
        for one in reader.positions(text)
    ]
    lacking = []
    for stance in expected.split("; "):
        holder, side, doer = stance.split()
        fits = [
            one
            for one in read
            if (holder == "*" or ids[holder] in one[0])
            and one[1] == (side == "+")
            and (doer == "*" or ids[doer] in one[2])
        ]
        if fits:
            read.remove(fits[0])
        else:
            lacking.append(stance)
    return lacking


@pytest.mark.parametrize(("sentence", "expected"), frames("frames.txt"))
def test_a_frame_gives_its_stances_whoever_it_is_about(reader, sentence: str, expected: str) -> None:
    """Two fillings of each frame, between sentences that say nothing."""
    assert [missing(reader, sentence, expected, n) for n in range(len(FILLINGS))] == [[], []]


@pytest.mark.parametrize(("subject", "core"), [*product(SUBJECTS, CORES)])
def test_a_stance_is_found_however_its_holder_is_named(reader, subject: str, core: tuple[str, str]) -> None:
    """Offices, capitals, appositions and companions stand for their state."""
    assert missing(reader, core[0].replace("{S}", subject) + ".", core[1], 0) == []


@pytest.mark.parametrize(("wrapper", "core"), [*product(WRAPPERS, CORES)])
def test_a_stance_is_found_whatever_stands_around_it(reader, wrapper: str, core: tuple[str, str]) -> None:
    """Places, days, reports and clauses around a stance do not hide it."""
    assert missing(reader, wrapper.replace("{x}", core[0].replace("{S}", "{A}")), core[1], 1) == []


@pytest.mark.parametrize(("sentence", "expected"), frames("frames_of_acts.txt"))
def test_a_frame_gives_its_acts_whoever_it_is_about(reader, sentence: str, expected: str) -> None:
    """Verbs, nouns, passives and relative clauses tell who does what to whom, between states that quarrel."""
    for words, ids in zip(FILLINGS, IDS, strict=True):
        text = "{A} and {B} have argued over the river for years. ".format(**words) + sentence.format(**words)
        read = [
            ({p.split(":")[0] for p in one.actor}, one.event, {p.split(":")[0] for p in (*one.target, *one.actor)})
            for one in reader.acts(text)
        ]
        for actor, event, target in (act.split() for act in expected.split("; ")):
            assert any(
                ids[actor] in one[0] and event in {one[1], "*"} and (target == "*" or ids[target] in one[2])
                for one in read
            )


@pytest.mark.parametrize(("sentence", "expected"), frames("frames_of_ties.txt"))
def test_a_frame_gives_its_tie_whoever_it_is_about(reader, sentence: str, expected: str) -> None:
    """What parties are to each other, by verbs, nouns and set phrases, between sentences that say nothing."""
    one, relation, other = expected.split()
    for words, ids in zip(FILLINGS, IDS, strict=True):
        text = "{A} and {B} met in Geneva last week. ".format(**words) + sentence.format(**words)
        read = [({*tie.from_, *tie.to}, tie.relation) for tie in reader.ties(text + " The next round is due in May.")]
        assert ({ids[one], ids[other]}, relation) in read

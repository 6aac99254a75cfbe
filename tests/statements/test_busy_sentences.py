"""Long, busy sentences as agencies write them, with datelines, appositions and clauses of background."""

from pathlib import Path

import pytest


def lines(name: str) -> list[list[str]]:
    """The lines of a file beside this one: a sentence, and what is to be found in it."""
    read = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" => ") for line in read if not line.startswith("#")]


def states(parties: tuple[str, ...] | None) -> frozenset[str]:
    """Parties without the persons named."""
    return frozenset(party.partition(":")[0] for party in parties or ())


@pytest.mark.parametrize(("sentence", "expected"), lines("busy_sentences.txt"))
def test_a_busy_sentence_gives_its_acts(reader, sentence: str, expected: str) -> None:
    """Each act with all who do it and all to whom it is done; both sides of what both do may stand either way."""
    read = {(states(act.actor), act.event, states(act.target)) for act in reader.acts(sentence)}
    for told in expected.split("; "):
        before, event, after = told.rpartition(" ")[0].rpartition(" ")[0], *told.split(" ")[-2:]
        actor, target = frozenset(before.split("+")), frozenset(after.split("+")) if after != "-" else frozenset()
        assert (actor, event, target) in read or (actor == target and (actor, event, frozenset()) in read)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Cyprus has extradited a Syrian to Germany, where prosecutors in Dresden charged him on Wednesday.", "ACCUSE"),
        ("After Marine Le Pen's National Rally declined to back it, the French cabinet fell.", "PROTEST"),
        ("The Netherlands pledged to send fighter jets to Kyiv.", "THREATEN"),
        ("Beijing consented to suspend its licensing regime for rare earths.", "THREATEN"),
        ("Peru and Ecuador signed a contract, brushing aside protests by Indigenous groups.", "CONSULT"),
    ],
)
def test_what_only_looks_like_such_an_act_is_none(reader, sentence: str, event: str) -> None:
    """A way of putting it, a person charged, a word of a name, help in arms and a ban given up."""
    assert event not in {act.event for act in reader.acts(sentence)}

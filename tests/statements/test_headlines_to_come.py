"""Headlines that tell by an infinitive what is to come, and whose comma stands for "and"."""

import pytest

_BOTH = (("KEN", "TCD"), ("TCD", "KEN"))


def _told(reader, headline: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...] | None, str]]:
    return reader.acts_told(f"{headline}\n\nNAIROBI, May 3 - It rained in the south.\n")


@pytest.mark.parametrize(
    ("headline", "event", "actor", "target"),
    [
        ("Kenya leader to sign truce with Chad on Thursday, ahead of vote", "AGREE", *_BOTH),
        ("Kenyan, Chadian ministers to meet in Lima as border fighting enters fourth day", "CONSULT", *_BOTH),
        ("Kenya to lift ban on Chadian beef as ministers meet", "CONCEDE", ("KEN",), ("TCD",)),
        ("Kenyan president to visit Chad", "CONSULT", ("KEN",), ("TCD",)),
        ("Kenya rebels to release Chadian hostages", "CONCEDE", ("KEN:rebels",), ("TCD",)),
    ],
)
def test_an_infinitive_tells_what_is_to_come(reader, headline: str, event: str, actor, target) -> None:
    """Whoever stands before it will do it; a finite verb may follow in a clause of its own."""
    assert (event, actor, target, "planned") in _told(reader, headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Bid to attack Chad fails",
        "Kenya fails to sign truce with Chad",
        "Nations in final push to sign truce with Chad",
    ],
)
def test_what_is_tried_or_wished_is_not_to_come(reader, headline: str) -> None:
    """Where a verb or a preposition stands before it, the infinitive is no main verb."""
    assert not [told for told in _told(reader, headline) if told[3] == "planned"]


def test_an_infinitive_in_a_sentence_is_no_headline(reader) -> None:
    """Only a line without a full stop leaves out the helper."""
    told = reader.acts_told("Kenya hopes for a deal. The first leader to sign a truce with Chad was hers.")
    assert not [one for one in told if one[3] == "planned"]


def test_a_comma_joins_two_peoples_in_a_headline(reader) -> None:
    """Both do it."""
    assert ("REQUEST", ("FRA", "DEU"), ("KEN",), "done") in _told(reader, "French, German leaders urge Kenya to sign")

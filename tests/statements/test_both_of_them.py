"""Acts of both sides at once: joint bodies, people on both sides, points discussed by nobody named, "the two"."""

import pytest

_FEUD = (
    "Kenya and Chad fell out in May over the river. Kenya wants more water than Chad will give. "
    "Kenya's minister met Chad's in Lima. Chad refused. "
)
_BOTH = (("KEN", "TCD"), ("TCD", "KEN"))


@pytest.mark.parametrize(
    ("sentence", "event", "status"),
    [
        ("The joint committee is to meet before the end of June.", "CONSULT", "planned"),
        ("A joint commission on the border reconvened on Friday.", "CONSULT", "done"),
        ("Officials on the two sides are to continue by video this week.", "CONSULT", "planned"),
        ("Negotiators on both sides conferred on Friday.", "CONSULT", "done"),
        ("The wording is still being discussed.", "CONSULT", "ongoing"),
        ("A postponement was discussed by telephone last week.", "CONSULT", "done"),
        ("Kenya denies that a swap is being discussed.", "CONSULT", "denied"),
        ("The two are due to sign a memorandum next month.", "AGREE", "planned"),
    ],
)
def test_both_do_it(reader, sentence: str, event: str, status: str) -> None:
    """Where two sides stand out, both act, each with the other."""
    assert (event, *_BOTH, status) in reader.acts_told(_FEUD + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The committee is to meet before the end of June.",
        "People on both sides conferred on Friday.",
        "The reform was being discussed by Mali's parliament.",
        "What had been discussed nobody would say.",
    ],
)
def test_others_are_not_both(reader, sentence: str) -> None:
    """A committee may be of one side, people are no officials, and who discusses a point may be named."""
    before = reader.acts_told(_FEUD)
    assert not [told for told in reader.acts_told(_FEUD + sentence) if told not in before and told[1:3] == _BOTH]

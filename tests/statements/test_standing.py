"""Where somebody stands or votes: in favour, against, on what follows or was told before."""

import pytest


def told(reader, text: str) -> set[tuple[str, str, str]]:
    """Holder, stance and action of the positions in *text*."""
    return {("+".join(p.holder), p.stance, p.action) for p in reader.positions(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya is in favour of lifting the ban.", ("KEN", "support", "lift the ban")),
        ("Norway was not in favor of a moratorium.", ("NOR", "oppose", "a moratorium")),
        ("Serbia wants to reopen the post. Kosovo is against.", ("XKX", "oppose", "reopen the post")),
        ("Chad proposed a levy. Mali and Niger voted in favour.", ("NER", "support", "a levy")),
        ("Chad proposed a levy. Mali voted against.", ("MLI", "oppose", "a levy")),
        ("Chad proposed a levy. Mali objected.", ("MLI", "oppose", "a levy")),
        ("Chad proposed a levy. Mali was reluctant.", ("MLI", "oppose", "a levy")),
    ],
)
def test_who_is_in_favour_or_against_is_so_on_what_follows_or_was_told(reader, text: str, expected) -> None:
    """A side that names no matter is taken on the last one that somebody else raised."""
    assert expected in told(reader, text)


@pytest.mark.parametrize(
    "text", ["Oman argued for hours.", "Chad spoke for an hour.", "Peru would be opposed.", "Mali is against."]
)
def test_no_side_is_taken_where_no_matter_is_known(reader, text: str) -> None:
    """Nothing told before, or only what would be: no stance."""
    assert not {stance for _, stance, _ in told(reader, text)} & {"oppose"}


def test_what_the_side_hangs_on_is_asked_of_others(reader) -> None:
    """ "In favour, provided that Russia joins": Russia is asked to join."""
    found = told(reader, "Norway is in favour of a moratorium, provided that Russia joins it.")
    assert ("NOR", "demand", "join it") in found


def test_what_somebody_was_told_is_what_the_speaker_says(reader) -> None:
    """ "Told the council that Chile must pay": the clause behind the hearer is the speaker's, not a description."""
    found = told(
        reader,
        "Peru's envoy told the council that Chile had changed course on the border but needed to clear the mines.",
    )
    assert ("PER", "demand", "clear the mines") in found

"""How far the reader can be trusted: its measured precision, said in words that a hurried person understands."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.plain import listed

__all__ = ["BY_HAND", "ReaderMeasures", "Trust", "TrustBasis", "in_tenths", "trust_in"]

TrustBasis = Literal["measured", "unmeasured", "by hand", "mixed", "none"]
"""Where the statements come from: a reader whose precision is known, or not; people; both; there are none."""

BY_HAND = frozenset({"", "reviewed"})
"""What stands in the place of a statement's rule where a person made or reviewed it."""

_PLURAL = {"position": "positions", "act": "acts", "tie": "ties", "view": "views"}


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReaderMeasures(_Record):
    """What a trial of the reader against hand-marked articles gave.

    >>> ReaderMeasures(articles=4, note="articles it was not tuned to", precision={"position": 0.61}).articles
    4
    """

    articles: int = Field(ge=1, description="how many articles it was tried on")
    note: str = Field(default="articles", description="which articles: articles it was not tuned to")
    precision: dict[str, float] = Field(
        description="kind of statement (position, act, tie, view) to the share of those read that hold, 0-1"
    )
    recall: dict[str, float] = Field(
        default_factory=dict, description="kind of statement to the share of what was there that was found, 0-1"
    )


class Trust(_Record):
    """What the first screen says of the statements that the brief rests on."""

    basis: TrustBasis = Field(description="measured, unmeasured, by hand, mixed or none")
    headline: str = Field(description="one plain sentence: how far the statements can be trusted")
    detail: str = Field(description="what to do about it, in a sentence or two; may be empty")
    measures: ReaderMeasures | None = Field(description="the figures behind it, where there are any")
    read: int = Field(description="statements that a program read")
    by_hand: int = Field(description="statements that a person made or reviewed")


def in_tenths(share: float) -> str:
    """Say a share as people do, in tenths; rounding to the nearest tenth never claims all or none.

    >>> in_tenths(0.61), in_tenths(0.98), in_tenths(0.02)
    ('about 6 in 10', 'more than 9 in 10', 'fewer than 1 in 10')
    """
    if share > 0.95:
        return "more than 9 in 10"
    if share < 0.05:
        return "fewer than 1 in 10"
    return f"about {max(1, round(share * 10))} in 10"


def _shares(shares: dict[str, float]) -> str:
    parts = [f"{in_tenths(share)} of the {_PLURAL.get(kind, kind)}" for kind, share in shares.items()]
    return listed(parts)


def _measured(measures: ReaderMeasures) -> tuple[str, str]:
    order = [kind for kind in _PLURAL if kind in measures.precision]
    parts = [f"of its {_PLURAL[kind]} {in_tenths(measures.precision[kind])}" for kind in order]
    first = (parts[0][0].upper() + parts[0][1:]).replace("Of its", "Of the reader’s", 1) if parts else "Nothing"
    measured = f"(measured on {measures.articles} {measures.note})"
    headline = f"{', '.join([first, *parts[1:]])} hold {measured}."
    found = {kind: measures.recall[kind] for kind in _PLURAL if kind in measures.recall}
    missed = f" It finds {_shares(found)} that an article holds." if found else ""
    return headline, f"Open the quote before you rely on a line.{missed}"


def trust_in(read: int, by_hand: int, measures: ReaderMeasures | None) -> Trust:
    """Judge the statements of a brief: *read* by a program, *by_hand* made or reviewed by a person.

    >>> trust_in(8, 0, None).headline
    'How far the reader can be trusted has not been measured.'
    """
    known = measures if read else None
    if not read and not by_hand:
        basis: TrustBasis = "none"
        headline = "No statements were given: the case is taken as written."
        detail = "Nothing on this page can be traced to an article’s words."
    elif not read:
        basis = "by hand"
        headline = "The statements were made or reviewed by hand; no program’s reading stands unchecked."
        detail = "What the model makes of them still depends on the preferences written in the case."
    elif known is None:
        basis, headline = "unmeasured", "How far the reader can be trusted has not been measured."
        detail = "Open the quote before you rely on a line."
    else:
        basis = "measured"
        headline, detail = _measured(known)
    if read and by_hand:
        basis = "mixed"
        detail = f"{by_hand} of {read + by_hand} statements were made or reviewed by hand. {detail}"
    return Trust(basis=basis, headline=headline, detail=detail, measures=known, read=read, by_hand=by_hand)

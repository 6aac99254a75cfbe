"""What debris looks like, read from ``debris.toml``: whole lines, and debris glued to a sentence.

Each rule is general (a closed vocabulary, or a fixed frame with a free filling) and says in a few words what it
finds. Rules for lines match a line's words from end to end; a sentence that merely mentions a newsletter is no debris.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from dragoman.articles.dates import find_stamp

__all__ = ["Glued", "byline_author", "glued_rules", "is_link_label", "name_kind", "name_kind_at_edge"]

_LONGEST = 300
"""Lines of more characters than this are never debris as a whole."""
_DEEPEST = 8
"""Parts may name parts, to this depth."""

_MARKUP = re.compile(r"^(?:#{1,6} |[>•*] )+")
_WORD = re.compile(r"[a-z0-9+-]+(?:[’'][a-z]+)?")
_NUMBER = re.compile(r"\W+|\d[\d.,]*[km]?")
_BAR = re.compile(r"\s[|•·]\s")


@dataclass(frozen=True, slots=True)
class _Rule:
    why: str
    pattern: re.Pattern[str]
    edge: bool


@dataclass(frozen=True, slots=True)
class Glued:
    """Debris that shares a line with a sentence; ``where`` is the part of the line that is searched."""

    why: str
    pattern: re.Pattern[str]
    where: Literal["start", "end", "anywhere"]


@dataclass(frozen=True, slots=True)
class _Rules:
    lines: tuple[_Rule, ...]
    glued: tuple[Glued, ...]
    words: dict[str, frozenset[str]]
    byline: re.Pattern[str]
    staff: re.Pattern[str]
    link_label: re.Pattern[str]


@cache
def _rules() -> _Rules:
    table = tomllib.loads(resources.files(__package__).joinpath("debris.toml").read_text("utf-8"))
    parts: dict[str, str] = table["parts"]
    words = {name: frozenset(listed.split()) for name, listed in table["words"].items()}
    return _Rules(
        lines=tuple(
            _Rule(
                rule["why"],
                _compile(rule, parts, flags=0 if rule.get("exact_case") else re.IGNORECASE),
                rule.get("edge", False),
            )
            for rule in table["line"]
        ),
        glued=tuple(Glued(rule["why"], _compile(rule, parts), rule["where"]) for rule in table["glued"]),
        words=words,
        byline=re.compile(_filled("<<byline>>", parts)),
        staff=re.compile(_filled("<<staff>>", parts)),
        link_label=re.compile(_filled("<<link_label>>", parts)),
    )


def _compile(rule: dict[str, Any], parts: dict[str, str], *, flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(frame, parts)})" for frame in rule["frames"]), flags)


def _filled(frame: str, parts: dict[str, str]) -> str:
    """The frame with each ``<<part>>`` put in."""
    for _ in range(_DEEPEST):
        frame = re.sub(r"<<(\w+)>>", lambda match: parts[match[1]], frame)
    return frame


def glued_rules() -> tuple[Glued, ...]:
    """Rules for debris glued to a sentence; only what is recognised is marked, the sentence stays."""
    return _rules().glued


@lru_cache(maxsize=4096)
def name_kind(words: str) -> str | None:
    """Say what sort of debris a line with these *words* is wherever it stands; None if it may be article.

    >>> name_kind("- Advertisement -"), name_kind("By J.V. Lakshmana Rao"), name_kind("214 SHARES   Share   Tweet")
    ('advert label', 'byline', 'share bar')
    >>> name_kind("The minister asked readers to subscribe to his newsletter.") is None
    True
    """
    if len(words) > _LONGEST:
        return None
    bare = _bare(words)
    if why := _match(bare, edge=False):
        return why
    if _rules().byline.fullmatch(bare):
        return "byline"
    if _only_from(bare, core=("share",), filling="share_filling"):
        return "share bar"
    return _menu_with_furniture(bare)


@lru_cache(maxsize=4096)
def name_kind_at_edge(words: str) -> str | None:
    """Say what sort of debris a line is that stands before or after all prose; None if it may be article.

    There, menus, bread crumbs, dates and single numbers belong to the page; within the prose they may be headings.

    >>> name_kind_at_edge("Fjord Daily > World > Ruritania"), name_kind_at_edge("26 April 2019")
    ('breadcrumb', 'time stamp')
    """
    if (kind := name_kind(words)) or len(words) > _LONGEST:
        return kind
    bare = _bare(words)
    if why := _match(bare, edge=True):
        return why
    if find_stamp(bare):
        return "time stamp"
    if _only_from(bare, core=("share", "control"), filling="share_filling"):
        return "page control"
    return "site tagline" if _only_from(bare, core=("tagline",), filling="tagline_filling") else None


def byline_author(words: str) -> str | None:
    """The person or persons whom a byline names; None for "By our correspondents" and for other lines.

    >>> byline_author("By Jane Doe and J.V. Rao, in Oslo"), byline_author("By our correspondents")
    ('Jane Doe and J.V. Rao', None)
    """
    match = _rules().byline.fullmatch(_bare(words)) if len(words) <= _LONGEST else None
    people = match["people"] if match else None
    return None if not people or _rules().staff.fullmatch(people) else people


def is_link_label(words: str) -> bool:
    """Decide whether a line is the label over a list of links to other articles.

    >>> is_link_label("You might also like"), is_link_label("The two might also like peace")
    (True, False)
    """
    return len(words) <= _LONGEST and bool(_rules().link_label.fullmatch(_bare(words)))


def _bare(words: str) -> str:
    """The line without the signs of Markdown around it: heading, quotation, list, emphasis."""
    return _MARKUP.sub("", words, count=1).strip("*_ ") or words


def _match(bare: str, *, edge: bool) -> str | None:
    return next((rule.why for rule in _rules().lines if rule.edge == edge and rule.pattern.fullmatch(bare)), None)


def _only_from(bare: str, *, core: tuple[str, ...], filling: str) -> bool:
    """True where every word is of these vocabularies or a number, and at least one is of *core*."""
    words = [word for word in _WORD.findall(bare.casefold()) if not _NUMBER.fullmatch(word)]
    known = _rules().words
    telling = sum(any(word in known[name] for name in core) for word in words)
    other = sum(not any(word in known[name] for name in (*core, filling)) for word in words)
    return telling > 0 and other == 0 and len(words) <= 25


def _menu_with_furniture(bare: str) -> str | None:
    """A line of items between bars, at least one of which is debris in its own right."""
    items = [item.strip() for item in _BAR.split(bare)]
    if len(items) < 2 or any(len(item) > 60 for item in items) or bare.startswith("|"):
        return None
    telling = any(
        _only_from(item, core=("share",), filling="share_filling") or _match(item, edge=False) for item in items
    )
    return "site menu" if telling else None

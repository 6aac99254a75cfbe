"""The page: one self-contained HTML file, rendered from the document; nothing in it can reach a network."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dragoman.brief.calendar import day_words
from dragoman.brief.document import Brief
from dragoman.brief.evidence import Cited, Place
from dragoman.brief.naming import shortened
from dragoman.brief.outcomes import LayerLine, OutcomeLine
from dragoman.brief.pictures import acts_picture, frontier_picture, issue_picture, schedule_picture, ties_picture
from dragoman.brief.saying import STANCE_WORDS
from dragoman.brief.trust import in_tenths
from dragoman.case.lettering import BETTER_FIRST

__all__ = ["card", "page"]

_TEMPLATES: Final = Path(__file__).parent / "templates"
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s/?#]+[^\s]*\Z", re.IGNORECASE)
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_COLOURS: Final = 8
_COLUMNS: Final = 8
_LEANINGS: Final = (
    ("for", "+", "for"),
    ("against", "−", "against"),
    ("conditional", "if", "conditional"),
    ("both", "±", "both ways"),
)
_STANCES: Final = (
    ("offer", "Offers"),
    ("demand", "Demands"),
    ("refuse", "Refusals"),
    ("promise", "Promises"),
    ("support", "Support"),
    ("oppose", "Opposition"),
)
_SECTIONS: Final = {
    "parties": "priorities",
    "wants": "who wants what",
    "issues": "issues",
    "movements": "who moved",
    "table": "on the table",
    "deadlines": "deadlines",
    "timeline": "timeline",
    "ties": "ties",
    "views": "views",
    "disagreements": "disagreements",
}


class Ref(NamedTuple):
    """A link to a statement's words."""

    number: int
    href: str
    tip: str


class Words(NamedTuple):
    """A quote with its source, and the link to it."""

    quote: str
    source: str
    href: str
    number: int
    statement: str


class View:
    """What templates ask of a brief: numbers, names, links. No template reaches past it and the document."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.lines = {line.id: line for line in brief.statements}
        self.articles = {article.id: article for article in brief.articles}
        self.options = {option.id: option for option in brief.options}
        self.numbers = {party.id: party.number for party in brief.parties}

    def href(self, line: Cited, place: Place | None = None) -> str:
        """The marked words of *line* where its article's text is on the page; else its entry in the register."""
        article = self.articles.get((place or line.places[0]).article)
        if article is None or not article.pieces:
            return f"#s{line.number}"
        return f"#m{(place or line.places[0]).mark}"

    def source(self, article_id: str) -> str:
        """Outlet and date of an article, as far as known."""
        article = self.articles.get(article_id)
        if article is None:
            return article_id
        outlet = article.outlets[0] if article.outlets else article.title or article.id
        return f"{outlet}, {day_words(article.date)}" if article.date else f"{outlet}, undated"

    def refs(self, ids: Iterable[str]) -> list[Ref]:
        """Links to statements, by number."""
        lines = sorted((self.lines[found] for found in ids if found in self.lines), key=lambda line: line.number)
        return [Ref(line.number, self.href(line), self._tip(line.places[0])) for line in lines]

    def _tip(self, place: Place) -> str:
        return f"“{shortened(place.quote)}” {self.source(place.article)}"

    def words(self, ids: Iterable[str]) -> list[Words]:
        """The quotes of statements, every place of each."""
        return [
            Words(place.quote, self.source(place.article), self.href(line, place), line.number, line.id)
            for line in (self.lines[found] for found in ids if found in self.lines)
            for place in line.places
        ]

    def party(self, actor: str) -> str:
        """The colour class of a party or a person's party, another shape from the ninth; ``p0`` for all others."""
        number = self.numbers.get(actor) or self.numbers.get(actor.partition(":")[0])
        if not number:
            return "p0"
        return f"p{(number - 1) % _COLOURS + 1}{' again' if number > _COLOURS else ''}"

    def columns(self, layer: LayerLine) -> list[OutcomeLine]:
        """The outcomes to set side by side: now, some that are better for all, then others that hold."""
        lines = {line.label: line for line in (layer.status_quo, *layer.better_for_all[:BETTER_FIRST], *layer.holding)}
        return list(lines.values())[:_COLUMNS]

    def same_party(self, actors: Iterable[str], others: Iterable[str]) -> bool:
        """True where *actors* are, or speak for, the same parties as *others*; also where there are none."""
        parties = {actor.partition(":")[0] for actor in actors}
        return not parties or parties == {other.partition(":")[0] for other in others}

    def name(self, actor: str) -> str:
        """What a party, person or source is called."""
        return self.brief.names.get(actor, actor)


def _shown(text: str) -> str:
    """Replace what HTML cannot carry, so that a stray control character stays one character and harmless."""
    return _UNPRINTABLE.sub("�", text)


def web_address(url: str | None) -> str | None:
    """Give *url* back if it is an http or https address that may be offered as a link; else None.

    >>> web_address("https://gazette.example/a"), web_address("javascript:alert(1)")
    ('https://gazette.example/a', None)
    """
    return url if url and _WEB_ADDRESS.match(url) and not _UNPRINTABLE.search(url) else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=day_words, short=shortened, tenths=in_tenths, address=web_address, squares=lambda x: round(x * 10)
    )
    return environment


def _hash(text: str) -> str:
    """The hash by which the page's own style and script are let in, and nothing else."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def page(brief: Brief, *, quotes_only: bool = False) -> str:
    """Render *brief* as one HTML file; the same brief gives the same bytes.

    With *quotes_only* the articles' full texts are left out: quotes stay, with outlet and date.
    Everything from outside is escaped; addresses are links only if they are http or https; a content security
    policy lets in the page's own style and script by their hashes, and no network at all.
    """
    shown = brief.quotes_only() if quotes_only else brief
    style = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    script = (_TEMPLATES / "page.js").read_text(encoding="utf-8")
    html = (
        _environment()
        .get_template("page.html")
        .render(
            brief=shown,
            view=View(shown),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=_hash(style),
            script_hash=_hash(script),
            ties_picture=ties_picture(shown),
            acts_picture=acts_picture(shown),
            schedule_picture=schedule_picture(shown),
            frontier_picture=frontier_picture(shown),
            issue_pictures={issue.line: issue_picture(shown, issue) for issue in shown.issues},
            stance_words=STANCE_WORDS,
            stance_titles=_STANCES,
            leanings=_LEANINGS,
            signs={leaning: sign for leaning, sign, _ in _LEANINGS},
            leaning_words={leaning: words for leaning, _, words in _LEANINGS},
            section_names=_SECTIONS,
            period=_period(shown),
        )
    )
    return _shown(html)


def _period(brief: Brief) -> str:
    first, last = brief.counts.first, brief.counts.last
    if first is None or last is None:
        return ""
    return day_words(first) if first == last else f"{_without_year(first, last)} to {day_words(last)}"


def _without_year(first: dt.date, last: dt.date) -> str:
    words = day_words(first)
    return words.rsplit(" ", 1)[0] if first.year == last.year else words


def card(brief: Brief) -> str:
    """A small summary for notebooks: title, trust, the first screen's sentences; no style, no script."""
    sentences = [*brief.in_short.about, *brief.in_short.stands, *brief.in_short.moves]
    items = Markup("").join(Markup("<li>{}</li>").format(sentence.text) for sentence in sentences)
    whole = Markup("<section><h3>{}</h3><p><em>{}</em></p><ul>{}</ul></section>")
    return _shown(whole.format(brief.title, brief.trust.headline, items))

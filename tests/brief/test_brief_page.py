"""The page as text: escaping, links, sameness."""

from __future__ import annotations

import html
import itertools
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from dragoman.articles.article import Article
from dragoman.brief.document import Brief, Disagreement, Saying, Skipped
from dragoman.brief.page import page, web_address
from dragoman.brief.trust import ReaderMeasures
from dragoman.case.case import Case
from dragoman.statements.statement import statement_adapter

HOSTILE = (
    "</title></script></style></textarea>--><img src=x onerror=alert(1)>\"'><script>alert(1)</script>{{7*7}}{% raw %}"
)


def test_what_is_left_out_of_quotes_is_linked_and_nothing_else(strait: Any) -> None:
    """Beside "2 more" stand the links to those two, not to what is quoted above them."""
    ids = tuple(statement.id for statement in strait.statements[:5])
    sides = (Saying(says="Much", statements=ids), Saying(says="Little", statements=ids[:1]))
    shown = page(strait.brief(disagreements=(Disagreement(about="It", kind="date", sides=sides),)))
    rest = re.search(r'<li class="rest">(\d+) more: (.*?)</li>', shown, re.DOTALL)
    assert rest is not None
    assert rest[2].count("<a ") == int(rest[1])


class _Outline(HTMLParser):
    """Collects tags, attributes and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def outline(brief: Brief) -> _Outline:
    return _Outline(page(brief))


def _hostile_brief(strait: Any, url: str = "javascript:alert(1)") -> Brief:
    text = f"{HOSTILE} says {HOSTILE}."
    place = {"article": HOSTILE, "sentence": text, "char_start": 0, "char_end": len(text)}
    words = {"span": HOSTILE, "span_start": 0, "span_end": len(HOSTILE)}
    flat = {**place, **words, "attribution": HOSTILE, "rule": HOSTILE, "note": HOSTILE}
    statements = [
        {"id": HOSTILE, "kind": "position", "holder": [HOSTILE], "stance": "demand", "doer": ["X:" + HOSTILE],
         "action": HOSTILE, "deadline": HOSTILE, "recipient": [HOSTILE],
         "condition": {"type": "only_if", "doer": [HOSTILE], "action": HOSTILE}},
        {"id": HOSTILE + "a", "kind": "act", "actor": [HOSTILE], "event": "ACCUSE", "target": ["Y"], "place": HOSTILE,
         "date": HOSTILE},
        {"id": HOSTILE + "t", "kind": "tie", "from": [HOSTILE], "to": ["Y" + HOSTILE], "relation": "ally",
         "time": HOSTILE},
        {"id": HOSTILE + "v", "kind": "view", "holder": [HOSTILE], "proposition": HOSTILE, "about": HOSTILE},
    ]  # fmt: skip
    line = {"evidence": [HOSTILE], "note": HOSTILE}
    case = Case.model_validate({
        "title": HOSTILE, "summary": HOSTILE,
        "parties": {HOSTILE: {"name": HOSTILE, "persons": [HOSTILE], **line}},
        "options": {"move": {"party": HOSTILE, "does": HOSTILE, **line}},
        "infeasible": [{"when": "move", "why": HOSTILE, **line}],
        "preferences": {HOSTILE: [{"prefers": "not move", **line}]},
        "ties": [{"from": HOSTILE, "to": "Z", "relation": HOSTILE, **line}],
        "deadlines": [{"date": HOSTILE, "by": [HOSTILE], "on": [HOSTILE], "about": HOSTILE, **line}],
        "left_out": [{"what": HOSTILE, "why": HOSTILE, **line}],
    })  # fmt: skip
    return strait.brief(
        case=case,
        analysis=None,
        statements=tuple(statement_adapter.validate_python({**flat, **own}) for own in statements),
        articles=(Article(id=HOSTILE, text=text, title=HOSTILE, outlet=HOSTILE, author=HOSTILE, url=url, source=HOSTILE,
                          date_basis=HOSTILE),),
        skipped=(Skipped(source=HOSTILE, why=HOSTILE),),
        reader=ReaderMeasures(articles=1, note=HOSTILE, precision={HOSTILE: 0.5}),
        settings={HOSTILE: HOSTILE},
        disagreements=(
            Disagreement(about=HOSTILE, kind=HOSTILE, sides=(Saying(says=HOSTILE, statements=(HOSTILE,)),) * 2),
        ),
        names={HOSTILE: HOSTILE},
    )  # fmt: skip


def test_nothing_from_outside_becomes_markup(strait: Any, outline: _Outline) -> None:
    """Hostile words in every field add no script, image, style or event handler."""
    hostile = _Outline(page(_hostile_brief(strait)))
    for tag in ("script", "style", "img", "iframe", "meta", "link", "object"):
        assert len(hostile.all(tag)) == len(outline.all(tag))
    assert not any(name.startswith("on") for _, attributes in hostile.tags for name in attributes)
    assert not any(name == "style" for _, attributes in hostile.tags for name in attributes)


def test_hostile_words_are_shown_as_they_are(strait: Any) -> None:
    """Escaping keeps the words: the article's text can be read back from the page, nothing evaluated."""
    text = page(_hostile_brief(strait))
    assert html.escape(HOSTILE, quote=False).split("&quot;")[0].split('"')[0] in text
    assert "{{7*7}}" in text


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", " https://a.example", "//a.example", "https://", "file:///etc/passwd",
     "https://a.example/\x00", "https://a.example/ b", "vbscript:x", "JaVaScRiPt:x", "https:\\\\a.example"],
)  # fmt: skip
def test_only_web_addresses_become_links(strait: Any, address: str) -> None:
    """An address that is not plainly http or https is not offered as a link."""
    assert web_address(address) is None
    outside = [link["href"] for link in _Outline(page(_hostile_brief(strait, address))).all("a")]
    assert all((href or "").startswith("#") for href in outside)


def test_outside_links_give_nothing_away(outline: _Outline) -> None:
    """A link to a source page opens apart and sends no referrer; nothing is fetched by itself."""
    outside = [link for link in outline.all("a") if not (link["href"] or "").startswith("#")]
    assert [link["href"] for link in outside] == ["https://gazette.example/varda"]
    assert all(link["rel"] == "noopener noreferrer" for link in outside)
    assert not any("src" in attributes for _, attributes in outline.tags)
    assert [link["href"] for link in outline.all("link")] == ["data:,"]


def test_ids_are_unique_and_every_link_lands(outline: _Outline) -> None:
    """No id stands twice, and each link within the page has its target."""
    assert len(outline.ids) == len(set(outline.ids))
    targets = {(link["href"] or "")[1:] for link in outline.all("a") if (link["href"] or "").startswith("#")}
    assert targets <= set(outline.ids)


def test_every_statement_is_marked_and_leads_back(brief: Brief, outline: _Outline) -> None:
    """Each statement has its mark in an article, and each mark a link to the statement's entry."""
    hrefs = [link["href"] for link in outline.all("a")]
    for line in brief.statements:
        assert all(f"m{place.mark}" in outline.ids for place in line.places)
        assert f"#s{line.number}" in hrefs


def test_policy_admits_only_the_page_itself(outline: _Outline) -> None:
    """The content security policy allows no source but the page's own hashes."""
    [policy] = [meta["content"] or "" for meta in outline.all("meta") if meta.get("http-equiv")]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[\w+/=]+'", rules["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/=]+'", rules["style-src"])
    assert "http" not in policy


def test_same_brief_same_page(strait: Any) -> None:
    """The same parts give the same bytes."""
    assert page(strait.brief()) == page(strait.brief())


def test_quotes_only_has_no_text(brief: Brief) -> None:
    """For sharing, the page has the quotes but not the sentences around them."""
    shared = page(brief, quotes_only=True)
    assert "We will reopen the strait to all shipping" in shared
    assert "told journalists in the harbour" not in shared
    outline = _Outline(shared)
    targets = {(link["href"] or "")[1:] for link in outline.all("a") if (link["href"] or "").startswith("#")}
    assert targets <= set(outline.ids)


def test_control_characters_are_replaced(strait: Any) -> None:
    """Characters that HTML cannot carry do not reach the page."""
    case = strait.case.model_copy(update={"title": "Strait\x00\x08\x1b"})
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", page(strait.brief(case=case)))


def test_headings_run_in_order(outline: _Outline) -> None:
    """No heading skips a level."""
    levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_case_alone_gives_a_page(strait: Any) -> None:
    """A hand-written case without statements, articles or analysis is shown, and the page says what is missing."""
    text = page(strait.brief(statements=(), articles=(), analysis=None))
    assert "No statements were given" in text
    assert "No analysis was given" in text

"""What a model is told: the scheme, examples from elsewhere, and a fenced window of the article."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.articles.article import Article
from dragoman.plain import printable
from dragoman.statements.llm.resolving import Named, Parties
from dragoman.statements.llm.windows import Window

__all__ = ["PROMPT_VERSION", "Example", "examples", "instructions", "question"]

PROMPT_VERSION = "1"
"""Raised with every change to what is asked, so that old answers are not taken for answers to it."""
_MOST_EXAMPLES = 2
_MOST_PARTIES = 60
_LONGEST_TITLE = 300


@dataclass(frozen=True)
class Example:
    """A short report with its answer; ``parties`` are the ids that an article must not share with it."""

    parties: frozenset[str]
    date: str
    ids: str
    sentences: tuple[str, ...]
    answer: str


@cache
def examples() -> tuple[Example, ...]:
    """The examples that come with the package, in the order in which they are preferred."""
    text = resources.files("dragoman.statements.llm").joinpath("examples.toml").read_text(encoding="utf-8")
    return tuple(
        Example(frozenset(e["parties"]), e["date"], e["ids"], tuple(e["sentences"]), e["answer"].strip())
        for e in tomllib.loads(text)["example"]
    )


def instructions(parties: Iterable[str], *, judging: bool) -> str:
    """The scheme, with examples that name none of *parties*; *judging* asks for verdicts on proposals too.

    >>> told = instructions({"MAR", "FRA"}, judging=False)
    >>> "Polisario" in told, "Ecuador" in told
    (False, True)
    """
    named = {party.partition(":")[0] for party in parties}
    fitting = [example for example in examples() if not example.parties & named][:_MOST_EXAMPLES]
    shown = [f"Example {n}\n{_shown(example)}\nAnswer: {example.answer}" for n, example in enumerate(fitting, 1)]
    return "\n".join([_text("scheme.md"), *shown, *([_text("judging.md")] if judging else [])])


def question(article: Article, parties: Parties, window: Window, proposals: Sequence[str] = ()) -> str:
    """One window of *article* between fence lines, with title, outlet, date, parties and *proposals*, all as data."""
    head = {"title": article.title, "outlet": article.outlet, "date": article.date and article.date.isoformat()}
    lines = [f"{name}: {_plain(str(value), _LONGEST_TITLE)}" for name, value in head.items() if value]
    lines += [f"part {window.part} of {window.parts}"] if window.parts > 1 else []
    lines += ["parties:", *_listed(parties.named)]
    if window.before:
        lines += ["before (nothing is to be read from this):", _plain(window.before)]
    for paragraph in window.paragraphs:
        lines.append("")
        for sentence in paragraph:
            words = _plain(article.text[sentence.start : sentence.end])
            lines.append(f"[{sentence.number}] {'(left out)' if sentence.kept_back else words}")
    if proposals:
        lines += ["", "proposals:", *(_plain(proposal) for proposal in proposals)]
    mark = _mark("\n".join(lines))
    return "\n".join([f"<<<{mark}", *lines, f"{mark}>>>", "The article ended at the fence. Answer with the object."])


def _shown(example: Example) -> str:
    lines = [f"date: {example.date}", "parties:", *example.ids.split("\n"), ""]
    lines += [f"[{n}] {sentence}" for n, sentence in enumerate(example.sentences, 1)]
    return "\n".join(line for line in lines if line)


def _listed(named: Sequence[Named]) -> list[str]:
    return [f"{_plain(one.id)} = {_plain(one.label)}" for one in named[:_MOST_PARTIES]]


def _plain(text: str, most: int = 4_000) -> str:
    """One printable line: an article cannot begin a line of its own, and so forge neither fence nor number."""
    return " ".join(printable(text).split())[:most]


def _mark(text: str) -> str:
    """A fence that *text* cannot hold: it hangs on every letter of it."""
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12].upper()
    return mark if mark not in text else _mark(f"{text}{mark}")


@cache
def _text(name: str) -> str:
    return resources.files("dragoman.statements.llm").joinpath(name).read_text(encoding="utf-8")

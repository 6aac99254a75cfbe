"""``dragoman read --explain`` and ``--why-not``: an account of every sentence, on a terminal or as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import columns
from dragoman.plain import wrapped

if TYPE_CHECKING:
    from dragoman.brief.naming import Names as Labels
    from dragoman.language.parties import Names
    from dragoman.statements.account import SentenceAccount

__all__ = ["explain"]


def explain(
    sentence: str | None, paths: tuple[str, ...], day: dt.datetime | None, names_path: Path | None,
    pipeline: str | None, *, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Print an account of *sentence*, or of each sentence of the articles at *paths*."""
    from dragoman.articles.article import Article  # noqa: PLC0415
    from dragoman.articles.load import load  # noqa: PLC0415
    from dragoman.language.parties import Names  # noqa: PLC0415
    from dragoman.language.pipeline import load_pipeline  # noqa: PLC0415
    from dragoman.statements.account import account  # noqa: PLC0415

    published = day.date() if day else None
    if sentence is not None:
        articles: tuple[Article, ...] = (Article(id="sentence", text=sentence, source="-", date=published),)
    else:
        loaded = load(paths, date=published)
        articles = loaded.articles
        for remark in () if quiet else (*loaded.skipped, *loaded.notes):
            click.echo(f"dragoman: {remark}", err=True)
    names, parser = Names.load(names_path), load_pipeline(pipeline)
    for article in articles:
        accounts = account(article, parser, names)
        if as_json:
            for one in accounts:
                click.echo(json.dumps(one.model_dump(mode="json", by_alias=True), ensure_ascii=False))
        else:
            if sentence is None:
                click.echo(wrapped(f"== {article.id}", columns()))
            click.echo(_text(accounts, names))


def _text(accounts: Iterable[SentenceAccount], names: Names) -> str:
    from dragoman.brief.naming import Names as Labels  # noqa: PLC0415
    from dragoman.case.case import Case  # noqa: PLC0415

    told = list(accounts)
    parties = {named.party.partition(":")[0] for one in told for named in one.names}
    labels = Labels(Case(title="", parties={}, options={}), {party: names.label(party) for party in sorted(parties)})
    return "\n".join("\n".join([*_lines(one, labels, columns()), ""]) for one in told)


def _lines(one: SentenceAccount, labels: Labels, width: int) -> Iterator[str]:
    from dragoman.brief.saying import says  # noqa: PLC0415

    yield wrapped(one.words, width)
    if one.passed_over:
        yield wrapped(one.passed_over, width, first="  passed over: ", rest="    ")
    elif not one.statements and not one.dropped:
        yield "  nothing here that a rule takes up"
    if one.names:
        named = ", ".join(dict.fromkeys(f"{name.words} = {name.party}" for name in one.names))
        yield wrapped(named, width, first="  names: ", rest="    ")
    for statement in one.statements:
        yield wrapped(f"{statement.kind}: {says(statement, labels)[0]}", width, first="  + ", rest="    ")
        source = "" if statement.attribution == "author" else f"; says {labels.of(statement.attribution)}"
        yield wrapped(
            f"“{statement.quote}”; {statement.rule}, {statement.confidence:.2f}{source}",
            width,
            first="    ",
            rest="    ",
        )
    rules: dict[tuple[int, str, str], list[str]] = {}
    for lost in one.dropped:
        rules.setdefault((lost.start, lost.word, lost.why), []).append(lost.rule)
    for (_, word, why), tried in rules.items():
        yield wrapped(f"“{word}” ({', '.join(tried)}): {why}", width, first="  - ", rest="    ")

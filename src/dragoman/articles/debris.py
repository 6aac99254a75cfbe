"""Debris: the stretches of a stored text that are not article, marked without moving an offset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.articles.article import Debris, Span
from dragoman.articles.debris_rules import glued_rules, is_link_label, name_kind, name_kind_at_edge
from dragoman.articles.headline import find_headline
from dragoman.articles.lines import Line, is_prose, split_lines

__all__ = ["find_debris"]

_START, _END = 200, 400
"""Characters searched for glued debris at the start and at the end of a line."""
_SHORTEST = 20
"""A line needs at least so many characters to hold a sentence and debris."""
_LINK = 160
"""A line in a list of links has at most so many characters."""


def find_debris(
    text: str, *, title: str | None = None, outlet: str | None = None, known: Iterable[Debris] = ()
) -> tuple[Debris, ...]:
    r"""Return what in *text* is not article: in order, disjoint, never the headline, never white space alone.

    Parameters
    ----------
    text : str
        The article as stored; it is not changed.
    title, outlet : str, optional
        What is known of the article: the title guards its line, the outlet's bare name is a site name.
    known : iterable of Debris
        Stretches already known not to be article, such as a front-matter block.

    Notes
    -----
    A line is debris as a whole, or debris is cut out of it where it is glued to a sentence. Menus, tag lines,
    dates and single numbers count only before the first and after the last line of prose. Lines under a label
    such as "Related" count while they are not prose. Within a paragraph of wrapped lines only its first can count.

    Examples
    --------
    >>> text = "Talks resume\n\nBy Jane Doe\n\nThe two sides met again on Monday after a long pause.Source link\n"
    >>> [(part.of(text), part.why) for part in find_debris(text)]
    [('By Jane Doe', 'byline'), ('Source link', 'page label')]
    """
    fixed = sorted(known, key=lambda part: part.start)
    lines = [line for line in split_lines(text) if not any(p.start <= line.start < p.end for p in fixed)]
    headline = find_headline(text, title=title, lines=lines)
    kinds = _kinds(lines, headline, outlet)
    found = [
        *fixed,
        *(Debris(start=line.start, end=line.end, why=kind) for line, kind in zip(lines, kinds, strict=True) if kind),
        *(
            part
            for line, kind in zip(lines, kinds, strict=True)
            if not kind and not _is_at(headline, line)
            for part in _glued(text, line)
        ),
    ]
    return tuple(sorted(found, key=lambda part: part.start))


def _is_at(headline: Span | None, line: Line) -> bool:
    return headline is not None and line.start <= headline.start < line.end


def _kinds(lines: Sequence[Line], headline: Span | None, outlet: str | None) -> list[str | None]:
    """What each line is, as a whole: a kind of debris, or None."""
    kinds: list[str | None] = [None] * len(lines)
    for number, line in enumerate(lines):
        if not _is_at(headline, line) and not _runs_on(lines, number, kinds, headline):
            kinds[number] = name_kind(line.words)
    prose = [n for n, line in enumerate(lines) if not kinds[n] and is_prose(line) and not _is_at(headline, line)]
    if prose:
        edges = [n for n in range(len(lines)) if (n < prose[0] or n > prose[-1]) and not _is_at(headline, lines[n])]
        for number in edges:
            kinds[number] = kinds[number] or _kind_at_edge(lines[number], headline, outlet)
        _mark_links(lines, kinds, headline, last_prose=prose[-1])
    return kinds


def _runs_on(lines: Sequence[Line], number: int, kinds: Sequence[str | None], headline: Span | None) -> bool:
    """True for a line that continues the one above in a paragraph of wrapped lines."""
    if number == 0 or not lines[number].wrapped or lines[number].block != lines[number - 1].block:
        return False
    above = lines[number - 1]
    return not (kinds[number - 1] or above.complete or _is_at(headline, above))


def _kind_at_edge(line: Line, headline: Span | None, outlet: str | None) -> str | None:
    if outlet and line.words.casefold() == outlet.casefold():
        return "site name"
    if kind := name_kind_at_edge(line.words):
        return kind
    above = headline is not None and line.end <= headline.start
    return "site tagline" if above and line.words[:1].islower() and line.words.count(" ") < 10 else None


def _mark_links(lines: Sequence[Line], kinds: list[str | None], headline: Span | None, *, last_prose: int) -> None:
    """Extend each label of related links over the lines of its list."""
    for number, line in enumerate(lines):
        if kinds[number] != "related links" or not is_link_label(line.words):
            continue
        for n in range(number + 1, len(lines)):
            apart = lines[n].block != lines[n - 1].block and n <= last_prose
            if kinds[n] is None and (apart or _is_at(headline, lines[n]) or not _may_be_link(lines[n])):
                break
            kinds[n] = kinds[n] or "related link"


def _may_be_link(line: Line) -> bool:
    return len(line.words) <= _LINK and not is_prose(line) and not line.words.endswith((".", ":"))


def _glued(text: str, line: Line) -> Iterator[Debris]:
    """Yield the debris that shares *line* with a sentence, disjoint and trimmed of white space."""
    if line.end - line.start < _SHORTEST:
        return
    taken: list[tuple[int, int]] = []
    for rule in glued_rules():
        if rule.where == "start":
            match = rule.pattern.match(text, line.start, min(line.end, line.start + _START))
            matches = [match] if match else []
        elif rule.where == "end":
            match = rule.pattern.search(text, max(line.start, line.end - _END), line.end)
            matches = [match] if match else []
        else:
            matches = list(rule.pattern.finditer(text, line.start, line.end))
        for match in matches:
            start, end = _trimmed(text, match.start(), match.end())
            if start < end and not any(start < e and s < end for s, e in taken):
                taken.append((start, end))
                yield Debris(start=start, end=end, why=rule.why)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))

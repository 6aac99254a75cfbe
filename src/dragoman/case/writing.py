"""A case as YAML text: laid out to be read aloud and corrected, in one fixed order, every line explicit."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from dragoman.case.case import Case

__all__ = ["dump_case"]

_HEADER = """\
# A case: who can do what, and what each would rather have. Change anything; docs/case-file.md explains every field.
# Logic over option ids: not, and, or, if, iff, unless, parentheses. In a list the most important line comes first.
# Basis: words (said in the articles), default (assumed by the drafting), judgement (a person's), promise ("Y if X").
"""
_PLAIN = re.compile(r"[A-Za-z(][\w()%$€£/'’“”+.,;–— -]*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_FLOW_UNSAFE = re.compile(r"[,\[\]{}]")
_READ_OTHERWISE = {"null", "true", "false", "~", ""}
_UNPRINTABLE = re.compile(
    '[^\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]|[\\u2028\\u2029\\ufeff"\\\\]'
)
_WIDTH = 110
_EXACT = 2**53


def dump_case(case: Case) -> str:
    """Return *case* as the text of a case file; reading it back gives an equal case.

    Every record is written in its long form; what is empty is left out. The same case gives the same bytes.

    >>> from dragoman.case.case import Party, Option
    >>> case = Case(title="Strait", parties={"RUR": Party(name="Ruritania")},
    ...             options={"rur_open": Option(party="RUR", does="open the strait")}, status_quo=("rur_open",))
    >>> print(dump_case(case).partition("\\n\\n")[2])
    title: Strait
    <BLANKLINE>
    parties:
      RUR:
        name: Ruritania
    <BLANKLINE>
    options:
      rur_open:
        party: RUR
        does: open the strait
        basis: words
    <BLANKLINE>
    status_quo:
      - rur_open
    <BLANKLINE>
    """
    written = _ordered(case)
    head = {key: written.pop(key) for key in ("title", "as_of", "summary") if key in written}
    sections = ["\n".join(line for key, value in head.items() for line in _entry(key, value, 0))]
    sections.extend("\n".join(_entry(key, value, 0)) for key, value in written.items())
    return _HEADER + "\n" + "\n\n".join(sections) + "\n"


def _ordered(record: BaseModel) -> dict[str, Any]:
    """Return the fields of *record* that are not empty, evidence and note last, basis always."""
    told = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name == "basis" or field.is_required() or value != field.get_default(call_default_factory=True):
            told[field.alias or name] = _plain(value)
    last = {key: told.pop(key) for key in ("evidence", "note") if key in told}
    return told | last


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _ordered(value)
    if isinstance(value, Mapping):
        return {str(_number(key)): _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _number(value)


def _number(value: Any) -> Any:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < _EXACT
    return int(value) if whole else value


def _entry(key: str, value: Any, depth: int) -> Iterator[str]:
    """Yield the lines of ``key: value`` at *depth* levels of indentation."""
    pad, name = "  " * depth, key if _NUMBER.fullmatch(key) else _scalar(key)
    if not isinstance(value, str) and value in ({}, []):
        yield f"{pad}{name}: {'{}' if value == {} else '[]'}"
    elif isinstance(value, dict):
        yield f"{pad}{name}:"
        for inner, entry in value.items():
            yield from _entry(inner, entry, depth + 1)
    elif isinstance(value, list) and (depth == 0 or isinstance(value[0], dict)):
        yield f"{pad}{name}:"
        for item in value:
            yield from _item(item, depth + 1)
    elif isinstance(value, list):
        yield f"{pad}{name}: [{', '.join(_scalar(item, flow=True) for item in value)}]"
    else:
        yield from _text(f"{pad}{name}:", value, depth)


def _item(item: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(item, dict):
        lines = [line for key, value in item.items() for line in _entry(key, value, depth + 1)]
        yield f"{pad}- {lines[0].lstrip()}"
        yield from lines[1:]
    else:
        yield f"{pad}- {_scalar(item)}"


def _text(label: str, value: Any, depth: int) -> Iterator[str]:
    """Yield a value after its *label*, as a folded block where it is long prose."""
    written = _scalar(value)
    if isinstance(value, str) and len(label) + len(written) > _WIDTH and _folds(value):
        yield f"{label} >-"
        pad = "  " * (depth + 1)
        wrapped = textwrap.wrap(value, _WIDTH - len(pad), break_long_words=False, break_on_hyphens=False)
        yield from (pad + line for line in wrapped)
    else:
        yield f"{label} {written}"


def _folds(text: str) -> bool:
    """Whether a folded block gives *text* back: single spaces between words, and nothing that needs escaping."""
    return text == " ".join(text.split()) and not _UNPRINTABLE.search(text.replace('"', "").replace("\\", ""))


def _scalar(value: Any, *, flow: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    plain = (
        _PLAIN.fullmatch(text)
        and not text.endswith((" ", ":"))
        and " #" not in text
        and text.lower() not in _READ_OTHERWISE
        and not (flow and _FLOW_UNSAFE.search(text))
    )
    if plain or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return text
    return '"' + _UNPRINTABLE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    if character in '"\\':
        return "\\" + character
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return short.get(character) or f"\\U{ord(character):08x}"

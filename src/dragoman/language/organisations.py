"""Organisations that no list has, by how an article names them: "the International Longshoremen's Association (ILA)".

Read from words alone. A name of several capitalised words that ends in a word for an organisation, or has one before
"of" or "for", is a party of this article; so are the letters that follow it in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.language.roles import Found, covering, role_nouns
from dragoman.language.uprisings import is_armed
from dragoman.language.words import Words, word_set

__all__ = ["organisations", "shortened"]

_LONGEST = 8
_LEAD = 2
"""Words before a name in which "between" says that the "and" behind it joins two."""
_BODIES = frozenset({"organisation", "bloc", "movement", "agency"})
_GOING_ON = frozenset({"congress", "council", "confederation", "federation", "alliance", "centre", "center"})
"""Words that end a name after another word for an organisation: "the Trade Union Congress"."""
_INSIDE = frozenset({"of", "for", "and", "the", "&", "-", "'", "s"})


def organisations(words: Words, names: Sequence[Found]) -> list[Found]:
    """Return the unlisted organisations in *words*, each place of each, under the name or the letters they go by.

    *names* are the listed names found; an organisation may enclose one ("United States Maritime Alliance"), but is
    never read over the whole of one.
    """
    taken = covering(names)
    known = word_set("organisation words")
    heads = (at for at in words.capitals if words.keys[at] in known or is_armed(words, at))
    spans = [span for at in heads if (span := _span(words, at, taken))]
    letters = {name: short for first, stop in spans for name, short in _letters(words, first, stop)}
    found = [Found(first, stop, letters.get(_name(words, first, stop), _name(words, first, stop)), "organisation",
                   basis="article") for first, stop in spans]  # fmt: skip
    inside = {at for first, stop in spans for at in range(first, stop)} | set(taken)
    for at, word in enumerate(words.written):
        if word in letters.values() and at not in inside:
            found.append(Found(at, at + 1, word, "organisation", basis="article"))
    return found


def shortened(words: Words, names: Sequence[Found]) -> list[Found]:
    """Return the places where an organisation named in full goes by its last word: "the Fund", "Commission officials".

    Where several end alike, the one named last before the place is meant.
    """
    full: dict[str, list[Found]] = {}
    for name in names:
        last = name.stop - 1
        if name.sort in _BODIES and name.stop - name.first > 1 and words.capitalised(last) and not words.headline(last):
            full.setdefault(words.keys[last], []).append(name)
    taken = {at for name in names for at in range(name.first, name.stop)}
    found = []
    for at, word in enumerate(words.keys):
        if word not in full or at in taken or not words.capitalised(at):
            continue
        if words.keys[max(0, at - 1) : at] != ["the"] and not _with_office(words, at):
            continue
        if words.headline(at) or (words.capitalised(at + 1) and words.joined(at + 1)):
            continue
        before = [name for name in full[word] if name.first < at] or full[word]
        found.append(Found(at, at + 1, before[-1].party, before[-1].sort, basis="article"))
    return found


def _with_office(words: Words, at: int) -> bool:
    """ "Commission spokeswoman Ana Ruiz", "a Commission official": the word before an office, and no longer name."""
    office = at + 1 < len(words) and words.joined(at + 1) and words.keys[at + 1] in role_nouns()
    return office and not (at and words.joined(at) and words.capitalised(at - 1) and words.keys[at - 1] != "a")


def _span(words: Words, head: int, taken: dict[int, Found]) -> tuple[int, int] | None:
    """The words of the name around its word for an organisation; None where there is no name."""
    if not words.capitalised(head) or words.headline(head) or head in taken:
        return None
    first = head
    while first > 0 and head - first < _LONGEST and _belongs(words, first) and not _beside(words, first, taken):
        first -= 1
    while first < head and (not words.capitalised(first) or words.keys[first] in word_set("starters")):
        first += 1
    stop = _tail(words, head)
    if "between" in words.keys[max(0, first - _LEAD) : first]:
        joint = next((at for at in range(head + 1, stop) if words.keys[at] == "and"), stop)
        stop = joint if joint > head + 2 else stop
    if any(name.first <= first and name.stop >= stop for name in (taken.get(first),) if name):
        return None
    plain = [at for at in range(first, stop) if words.keys[at].isalpha() and words.keys[at] not in _INSIDE]
    if len(plain) < 2 or (stop == head + 1 and all(at in taken for at in plain if at != head)):
        return None
    return (first, stop) if words.keys[first] not in word_set("calendar") else None


def _beside(words: Words, at: int, taken: Mapping[int, Found]) -> bool:
    """True behind the "and" of "Niger and Kaouar Alliance fighters": a name that ends there is one of its own."""
    return words.keys[at - 1] in {"and", "&"} and at >= 2 and at - 2 in taken and taken[at - 2].stop == at - 1


def _belongs(words: Words, at: int) -> bool:
    """True where the word before *at* goes on with the name to the left."""
    before = words.keys[at - 1]
    if not words.joined(at) and before not in {"'", "-"} and words.keys[at] not in {"'", "-", "s"}:
        return False
    if words.capitalised(at - 1):
        return not (words.opens_sentence(at - 1) and before in word_set("starters"))
    return before in {"'", "s", "-", "and", "&"} and at >= 2


def _tail(words: Words, head: int) -> int:
    """Where the name ends: past "of Commerce", "for Human Rights"."""
    stop = head + 1
    while (
        words.keys[stop : stop + 1] and words.keys[stop] in _GOING_ON and words.capitalised(stop) and words.joined(stop)
    ):
        stop += 1
    if words.keys[stop : stop + 1] in (["of"], ["for"]) and words.joined(stop):
        end = stop + 1
        end += words.keys[end : end + 1] == ["the"]
        last = end
        while end < len(words) and words.joined(end) and end - stop < _LONGEST:
            if words.capitalised(end):
                last = end + 1
            elif words.keys[end] not in {"and", "&", "of"}:
                break
            end += 1
        if last > stop + 1 and words.capitalised(last - 1):
            return last
    return stop


def _name(words: Words, first: int, stop: int) -> str:
    return words.text[words.starts[first] : words.ends[stop - 1]].replace("’", "'").replace("\n", " ")


def _letters(words: Words, first: int, stop: int) -> Iterator[tuple[str, str]]:
    """The letters a name goes by: "(ILA)", ", or ILA,", or its initials where the article has them."""
    at = stop + (words.keys[stop : stop + 1] == [","])
    follows = words.keys[at : at + 1] in (["("], ["or"]) and at + 1 < len(words)
    inside = words.written[at + 1] if follows else ""
    if inside.isupper() and 2 <= len(inside) <= 6 and inside[0] == words.written[first][0]:
        yield _name(words, first, stop), inside
        return
    initials = "".join(words.written[at][0] for at in range(first, stop) if words.capitalised(at))
    if len(initials) >= 3 and initials.isupper() and initials in set(words.written):
        yield _name(words, first, stop), initials

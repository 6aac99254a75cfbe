"""Where sentences begin: rules for news prose, headlines, quotes and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["sentence_spans"]

_ALWAYS_INSIDE = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt cmdr adm maj brig gov govs sen sens rep reps rev hon st mt ft vs no nos "
    "art arts para fig messrs mme mlle sr jr ph viz cf al ed eds vol pp approx dept est".split()
)
_BEFORE_NUMBER = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec ca p".split())
_STARTERS = frozenset(
    "The A An In On At It He She They We You I But And Or So Yet If When While As For From By With After Before Since "
    "This That These Those There Here His Her Its Their Our My Under Both Neither Some Many Most All No Not One Two "
    "Meanwhile However Instead Still Now Then Later Earlier Today Yesterday What Who Why How Where Although Though "
    "Despite Because Unless Until Once During Over Last Next Whereas "
    "Whether Nor Either Besides Unlike Like Given Amid Among".split()
)
_END = re.compile(
    r"""(?P<dots>[.!?…]+|(?<=[a-z])[.]["”’])(?P<close>["'”’)\]]*)(?P<space>\s+)"""
    r"""(?=(?P<next>["'“‘(\[—–-]*\w))"""
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’/-]+(?:[ ,/][^.!?\n]{0,60}?)?|[A-Z][\w.'’/, -]{2,40}\((?:[A-Z]{2,4}|Reuters|Bloomberg)\))"
    r"\s(?:-{1,2}|–|—)\s+(?=[\"“A-Z])"
)
"""Where a story was filed: "MEXICO CITY, Aug. 21 (AP) —", "Busan (AFP) -"."""
_LONGEST = 3000


@lru_cache(maxsize=4)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return ``(start, end)`` of each sentence of *text*, in order, without surrounding white space.

    A line break ends a sentence, except inside hard-wrapped paragraphs. A full stop does not end one
    after a title, an initial or an abbreviation, unless the next word can hardly stand inside a
    sentence. A stretch without any end longer than 3,000 characters is cut at white space, so that no
    text takes more than linear time.

    >>> text = "U.S. envoy J.V. Rao met Gen. Li. The talks failed. \\u201cNo deal,\\u201d he said."
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['U.S. envoy J.V. Rao met Gen. Li.', 'The talks failed.', '“No deal,” he said.']
    """
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for start, end in _paragraphs(text):
        dateline = _DATELINE.match(text, start, end)
        begin = dateline.end() if dateline else start
        if dateline:
            yield from _trimmed(text, start, begin)
        for match in _END.finditer(text, begin, end):
            if _ends_sentence(text, begin, match):
                yield from _bounded(text, begin, match.start("space"))
                begin = match.end("space")
        yield from _bounded(text, begin, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text)]
    widths = sorted(end - start for start, end in lines)
    longest = widths[-1] if widths else 0
    wrapped = len(lines) > 4 and widths[len(widths) // 2] >= 50 and longest <= 110
    begin = None
    for n, (start, end) in enumerate(lines):
        if begin is None:
            begin = start
        following = lines[n + 1] if n + 1 < len(lines) else None
        gap = text[end : following[0]] if following else "\n\n"
        blank = gap.replace("\r\n", "\n").count("\n") > 1
        if not (wrapped and following and not blank and end - start > 0.7 * longest):
            yield begin, end
            begin = None


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    if match["dots"] != "." or match["close"]:
        return not (match["close"] and match["next"][-1].islower())
    before = re.search(r"[\w.’'-]*$", text[max(begin, match.start() - 30) : match.start()])
    word = before[0] if before else ""
    upcoming = re.match(r"[“‘\"'(]*([\w’'-]+)", text[match.end("space") : match.end("space") + 40])
    next_word = upcoming[1] if upcoming else ""
    if next_word[:1].islower():
        return False
    if word.lower() in _ALWAYS_INSIDE:
        return False
    if word.lower() in _BEFORE_NUMBER:
        return not next_word[:1].isdigit() and next_word in _STARTERS
    if re.fullmatch(r"[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]", word):
        return next_word in _STARTERS and not (len(word) == 1 and next_word in {"A", "I"})
    return True


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\t", start, start + _LONGEST))
        cut = cut if cut > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end

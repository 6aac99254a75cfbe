"""Points on which a statement can be held against its words without understanding them: no, numbers, dates, subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.language.dates import DateMention
from dragoman.language.mention import Mention
from dragoman.statements.statement import Act, Position, Tie, View

__all__ = ["contradictions", "looks_english"]

_NO = re.compile(r"\b(?:not|never|no|neither|nor|nobody|nothing|cannot|none)\b|n[’']t\b", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:not|never|no|neither|nor|nobody|nothing|cannot|none|without|against|unless|until|rather|instead|avoid\w*|only)\b|"
    r"n[’']t\b|\b(?:un|dis|non)\w{3,}|\b(?:refus|reject|oppos|den[yi]|declin|block|veto|rul|resist|object|fail|stop|halt|"
    r"end|ban|prohibit|forb|prevent|wary|lack|reluctan|balk|dismiss|condemn|critic|protest|hostil|withh|withdr|walk|scrap|"
    r"abandon|drop|miss|short|far|yet|hard|held|hold|nam|den|curb|contest|scorn|fear|warn|snub|spurn|rebuff|exclud)\w*",
    re.IGNORECASE,
)
"""Words by which something can be denied or opposed; wide, since only their lack is held against a statement."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_WORDED = {
    w: str(n)
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100", "dozen": "12"}
_VERB = re.compile(
    r"\s+(?:(?:also|now|still|again|later|earlier|reportedly)\s+)?"
    r"(?P<verb>has|have|had|will|would|can|could|must|may|might|should|did|does|\w{3,}ed|went|took|made|gave|met|sent|cut|"
    r"began|sought|won|lost|left|put|held|\w{3,}[^s\W]s)\b(?P<rest>[^.;:]{0,60})"
)
_SAYING = re.compile(
    r"\b(?:said|says|say|told|tells|according|reported|reports|wrote|writes|asked|asks|argued|argues|added|quoted|claimed|"
    r"believes?|thinks?|fears?|announced|stated|warned|denied|denies|accused|accuses)\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|lt|de|ld|nt)\b")


_COMMON = frozenset("the of to and in a that is for on with said was by has will be from at its".split())
_LEAST_COMMON = 0.1


def looks_english(text: str) -> bool:
    """True where at least a tenth of the words are among the twenty commonest of English news.

    >>> looks_english("Peru said on Monday that it will not leave the bay.")
    True
    >>> looks_english("Perú dijo el lunes que no abandonará la bahía en la que está.")
    False
    """
    words = re.findall(r"[^\W\d_]+", text.lower()[:20_000])
    return sum(word in _COMMON for word in words) >= _LEAST_COMMON * max(1, len(words))


def contradictions(
    statement: Position | Act | Tie | View,
    *,
    around: str,
    subjects: Sequence[Mention] = (),
    dates: Iterable[DateMention] = (),
    published: str | None = None,
    english: bool = True,
) -> list[str]:
    """What in *statement* goes against its own words, each in a few words; empty where nothing does.

    *around* is what was shown with the sentence, *subjects* the mentions in the sentence with their offsets in it,
    *dates* those in the sentence, *published* the article's day. Of a text that is not *english* only long numbers
    are held against it.

    >>> from dragoman.statements.statement import Evidence
    >>> words = "Ruritania will not free the 12 men."
    >>> places = dict(sentence=words, char_start=0, char_end=35, span=words, span_start=0, span_end=35)
    >>> evidence = (Evidence(article="a1", **places),)
    >>> act = Position(id="", evidence=evidence, holder=("RUR",), stance="offer", action="free 20 men")
    >>> contradictions(act, around=words)
    ['its words are negated and it is not', 'the number 20 is not near its words']
    """
    if not english:
        return [*_numbers(statement, around, least_digits=3)]
    quotes = " ".join(place.span for place in statement.evidence)
    sentences = " ".join(place.sentence for place in statement.evidence)
    found = [
        *_negation(statement, quotes, sentences),
        *_numbers(statement, f"{around} {sentences}"),
        *_dates(statement, list(dates), around, published),
    ]
    wrong = _subject(statement, subjects)
    return [*found, wrong] if wrong else found


def _negation(statement: Position | Act | Tie | View, quotes: str, sentences: str) -> Iterator[str]:
    says_no = bool(_NO.search(quotes))
    if isinstance(statement, Position):
        hangs = statement.condition is not None or bool(_AGAINST.search(statement.action))
        against = statement.negated or statement.stance in {"oppose", "refuse"}
        open_to_no = against or hangs
    elif isinstance(statement, Act):
        against = statement.negated or statement.status == "denied"
        open_to_no = against or statement.status == "hypothetical" or statement.event in {"REJECT", "RETREAT", "ACCUSE"}
    else:
        against = statement.negated
        open_to_no = True
    if says_no and not open_to_no:
        yield "its words are negated and it is not"
    if against and not _AGAINST.search(sentences):
        yield "it is negated and its words are not"


def _numbers(statement: Position | Act | Tie | View, around: str, *, least_digits: int = 1) -> Iterator[str]:
    words = [getattr(statement, "action", ""), getattr(statement, "proposition", "")]
    condition = getattr(statement, "condition", None)
    words += [condition.action] if condition else []
    have = _numbers_in(around)
    for number in dict.fromkeys(n for text in words for n in _DIGITS.findall(text)):
        if len(number) >= least_digits and _value(number) not in have:
            yield f"the number {number} is not near its words"


def _numbers_in(text: str) -> set[str]:
    worded = {_WORDED[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _WORDED}
    return {_value(number) for number in _DIGITS.findall(text)} | worded


def _value(number: str) -> str:
    return number.replace(",", "").rstrip(".") if not re.fullmatch(r"\d+,\d{1,2}", number) else number.replace(",", ".")


def _dates(
    statement: Position | Act | Tie | View, dates: list[DateMention], around: str, published: str | None
) -> Iterator[str]:
    given = getattr(statement, "date", None) or getattr(statement, "deadline", None)
    if not given or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", given):
        return
    known = [iso for date in dates for iso in (date.iso, date.deadline) if iso]
    if known:
        if not any(_same_day(given, iso) for iso in known):
            yield f"the date {given} is not that of its words ({known[0]})"
    elif given[:4] not in around and not (published and _same_day(given[:7], published)):
        yield f"no words near it give the date {given}"


def _same_day(one: str, other: str) -> bool:
    """True where one ISO date, or its beginning, begins the other."""
    return one.startswith(other) or other.startswith(one)


def _subject(statement: Position | Act | Tie | View, subjects: Sequence[Mention]) -> str | None:
    """Where the sentence plainly says who acts, and it is somebody else."""
    place = statement.evidence[0]
    who = getattr(statement, "actor", None) or (statement.holder if isinstance(statement, Position) else None)
    first = min(subjects, key=lambda m: (m.start, -m.end), default=None)
    if not who or first is None or not re.fullmatch(r"(?:[Tt]he\s+)?", place.sentence[: first.start]):
        return None
    verb = _VERB.match(place.sentence, first.end)
    told = place.sentence[: place.span_end - place.char_start]
    if verb is None or place.span_start - place.char_start > verb.start("verb") or first.sort == "demonym":
        return None
    if _SAYING.search(told) or _PASSIVE.search(told) or re.search(r"[,;]|\b(?:and|but|that|who|which)\b", told):
        return None
    same = any(mention.start == first.start for mention in subjects if mention.party in _owners(who))
    return None if same else f"its sentence begins with {first.id} as the one who acts"


def _owners(ids: Iterable[str]) -> set[str]:
    return {party.partition(":")[0] for party in ids}

"""An article ready for the rules: its tree, its sentences, and who each word stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from dragoman.articles.article import Article
from dragoman.language.dates import DateMention, resolve
from dragoman.language.parties import Mention, Names
from dragoman.language.pipeline import Pipeline
from dragoman.language.sentences import sentence_spans
from dragoman.language.tree import Tree
from dragoman.language.uprisings import fought
from dragoman.statements.adverbials import adverbials
from dragoman.statements.appositions import appositions
from dragoman.statements.connectives import connectives
from dragoman.statements.group_names import group_mentions
from dragoman.statements.insertions import insertions
from dragoman.statements.quantified import quantified
from dragoman.statements.readings import readings
from dragoman.statements.relatives_beside import beside_clauses
from dragoman.statements.repairs import repair
from dragoman.statements.statement import Evidence
from dragoman.statements.transcripts import labels

if TYPE_CHECKING:
    from dragoman.language.tree import Sentence, Token

__all__ = ["ReadText"]

_REACH = 400


@dataclass(frozen=True)
class ReadText:
    """An article with what the pipeline and the lists of names say of it; the rules of reading work on this.

    ``at`` maps a token's index to the mentions that cover it; ``sentences`` are character ranges.
    """

    article: Article
    doc: Tree
    names: Names
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    sentences: tuple[tuple[int, int], ...]
    at: dict[int, tuple[Mention, ...]] = field(repr=False)
    by_token: dict[int, int] = field(repr=False)

    @classmethod
    def of(cls, article: Article, pipeline: Pipeline, names: Names) -> ReadText:
        """Find the names and dates of *article*, parse it with their help, and lay them over its tree."""
        datelines = [(m.start("place"), m.end("place")) for m in _DATELINE.finditer(article.text)]
        mentions = tuple(_told_at(m, datelines) for m in names.find(article.text, date=article.date))
        appos, passed = appositions(article.text, mentions), adverbials(article.text)
        dates = resolve(article.text, published=article.date)
        joints = [*connectives(article.text), *quantified(article.text)]
        doc = pipeline.tree(
            article.text,
            names=[*((m.start, m.end) for m in mentions if m.sort != "role"), *((a, b) for a, b, _ in joints)],
            asides=[
                *((d.start, d.end) for d in article.debris),
                *_asides(article.text, dates),
                *_titles(article.text, mentions),
                *_likened(article.text, mentions),
                *labels(article.text),
                *datelines,
                *passed,
            ],
            readings=[*readings(article.text, mentions, [*appos, *passed]), *joints],
            apart=[*appos, *insertions(article.text), *beside_clauses(article.text, passed)],
        )
        repair(doc)
        sentences = tuple(
            (first + start, first + end)
            for first, last in _article_parts(article)
            for start, end in sentence_spans(article.text[first:last])
        )
        at = _cover(doc, mentions)
        if groups := group_mentions(doc, at):
            mentions = tuple(sorted([*mentions, *groups], key=lambda m: (m.start, -m.end, m.sort != "role", m.id)))
            at = _cover(doc, mentions)
        return cls(
            article=article,
            doc=doc,
            names=names,
            mentions=mentions,
            dates=dates,
            sentences=sentences,
            at=at,
            by_token=_sentence_of_token(doc, sentences),
        )

    def spans(self) -> list[Sentence]:
        """The sentences that are article, as stretches of the tree."""
        return [span for span in self.doc.sents if any(token.i in self.by_token for token in span)]

    def words(self) -> Iterator[Token]:
        """The words of the article in text order, without debris, punctuation and questions."""
        return iter(self._words)

    @cached_property
    def _words(self) -> list[Token]:
        told = (span for span in self.spans() if not any(token.text == "?" for token in span[-3:]))
        return [t for span in told for t in span if t.i in self.by_token and not t.is_punct and not t.is_space]

    def home(self, party: str) -> str | None:
        """The state that a movement or political party belongs to, by the lists or else by the article."""
        return self.names.home(party) or self._homes.get(party)

    @cached_property
    def _homes(self) -> dict[str, str]:
        most = fought([m.party for m in self.mentions if m.sort in {"state", "demonym", "capital", "seat"}])
        movements = {m.party for m in self.mentions if m.sort == "movement" and self.names.sort_of(m.party) is None}
        return dict.fromkeys(movements, most) if most else {}

    def sentence(self, token: Token) -> tuple[int, int] | None:
        """Character range of the sentence *token* stands in; None in debris."""
        number = self.by_token.get(token.i)
        return None if number is None else self.sentences[number]

    def beside(self, token: Token, *, back: int = 0) -> Sequence[Token]:
        """All words of the sentence *token* stands in, or of the one that many sentences *back*; none in debris."""
        number = self.by_token.get(token.i)
        return () if number is None or number < back else self._by_sentence[number - back]

    @cached_property
    def _by_sentence(self) -> list[list[Token]]:
        found: list[list[Token]] = [[] for _ in self.sentences]
        for place, number in self.by_token.items():
            found[number].append(self.doc[place])
        return found

    def evidence(self, token: Token, start: int, end: int) -> Evidence | None:
        """Evidence in the sentence of *token* with the telling words at ``[start, end)``; None in debris."""
        sentence = self.sentence(token)
        if sentence is None:
            return None
        start, end = max(start, sentence[0]), min(end, sentence[1])
        if start >= end:
            return None
        text = self.article.text
        return Evidence(
            article=self.article.id,
            sentence=text[sentence[0] : sentence[1]],
            char_start=sentence[0],
            char_end=sentence[1],
            span=text[start:end],
            span_start=start,
            span_end=end,
        )

    def is_date(self, token: Token) -> bool:
        """True where *token* stands in a date."""
        return any(
            date.end > token.idx for date in self.dates_in(token.idx - 40, token.idx + 40) if date.start <= token.idx
        )

    def dates_in(self, start: int, end: int) -> list[DateMention]:
        """Dates that stand inside the range."""
        first = bisect_left(self.dates, start, key=lambda date: date.start)
        return [date for date in takewhile(lambda date: date.start < end, self.dates[first:]) if date.end <= end]

    def before(self, place: int) -> Iterator[Mention]:
        """Mentions that end at or before the character *place*, nearest first."""
        first = bisect_left(self.mentions, place, key=lambda mention: mention.start)
        return (mention for mention in reversed(self.mentions[max(0, first - _REACH) : first]) if mention.end <= place)


_DATELINE = re.compile(
    r"^(?P<place>(?:[A-Z][A-Z.'’/ -]{2,30}(?:, [A-Z][A-Za-z.]+){0,2}"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?)?(?: ?\([A-Z][^()]{1,25}\))?"
    r"|[A-Z][\w.'’/, -]{2,40}\((?:[A-Z]{2,4}|Reuters|Bloomberg)\))"
    r"\s?(?:—|–|--?))(?=\s)",
    re.MULTILINE,
)
"""Where and when a story was filed, and by whom: "MEXICO CITY, Aug. 21 (AP) —"."""


def _told_at(mention: Mention, datelines: list[tuple[int, int]]) -> Mention:
    """The mention, as a place where it stands in a dateline."""
    inside = any(start <= mention.start < end for start, end in datelines)
    return replace(mention, place=True) if inside else mention


_TIME_OF_DAY = re.compile(r" (?:morning|afternoon|evening|night)\b")
_LEAD = re.compile(r"(?:(?<=\s)on )?$")
_NEAR = re.compile(r"(?:next|last|this|to(?:day|morrow|night)|yesterday)\b", re.IGNORECASE)
"""Dates that "on" does not lead to: in "go on next week" it is of the verb."""
_NOUN_BEFORE = re.compile(
    r"(?:of|until|since|before|after|by|from|to|for|past|late|early|than|between|the|this|until|between) $",
    re.IGNORECASE,
)


def _asides(text: str, dates: tuple[DateMention, ...]) -> list[tuple[int, int]]:
    """Days and weeks that stand by themselves or after "on", which draw the parser away from what is said."""
    found = []
    for date in dates:
        if (
            date.limit
            or date.grain not in {"day", "week", "weekend", "month", "season", "year"}
            or text[date.end : date.end + 2] in {"'s", "’s"}
        ):
            continue
        lead = None if _NEAR.match(text, date.start) else _LEAD.search(text, max(0, date.start - 4), date.start)
        start = lead.start() if lead else date.start
        if not _NOUN_BEFORE.search(text, max(0, start - 10), start) and not text[start - 3 : start].endswith("in "):
            later = _TIME_OF_DAY.match(text, date.end)
            found.append((start, later.end() if later else date.end))
    return found


_TITLES = (
    r"the|its|his|her|former|late|acting|deputy|vice|prime|foreign|finance|trade|defence|defense|interior|president|"
    r"minister|secretary|of|state|chancellor|general|king|queen|emperor|pope|ayatollah|supreme|leader|special|senior|chief|"
    r"envoy|ambassador|chairman|chairwoman|commissioner|representative|negotiator|commander|rebel|spokesman|spokeswoman|"
    r"sheikh|prince|crown|mr|mrs|ms|dr|gen|col|sen|rep|labou?r|energy|economy|economic|health|justice|agriculture|water|"
    r"irrigation|environment|climate|transport|home|commerce|industry|treasury|oil|petroleum|education|fisheries|business|"
    r"development|security|national|opposition|union|house|senate|majority|minority|governor|mayor|speaker|director|"
    r"undersecretary|assistant|executive|managing|premier|lord|lady|sir|sultan|emir|admiral|colonel|marshal|captain|archbishop|"
    r"bishop|cardinal|justice|judge|regional|caretaker|outgoing|interim|party|guerrilla|insurgent|separatist"
)
_TITLE = re.compile(rf"(?:\b(?:{_TITLES})\.? )+$", re.IGNORECASE)
_TITLE_WORDS = frozenset(_TITLES.replace("labou?r", "labour|labor").split("|"))
_LAST_WORD = re.compile(r"(\w+)\.? $")
_LONGEST_TITLE = 20
"""Letters that the last word of a title, and what parts it from the name, have at most."""


def _titles(text: str, mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    """Titles and roles right before a person's name, which the name alone stands for."""
    roles = {m.end: m.start for m in sorted(mentions, key=lambda m: -m.start) if m.sort == "role"}
    found = []
    for person in (m for m in mentions if m.sort == "person"):
        before = person.start - 1
        beside = before in roles and text[before] == " "
        start = _with_standing(text, roles[before]) if beside else _start_of_title(text, person.start)
        if start < person.start:
            found.append((start, before))
    return found


_STANDING = re.compile(
    r"\b(?:[Aa]cting|[Tt]hen|[Ff]ormer|[Oo]utgoing|[Ii]ncoming|[Ii]nterim|[Cc]aretaker|[Ll]ate)[ -]$"
)


def _with_standing(text: str, role: int) -> int:
    """Where the *role* begins with the word for how it is held: "Acting U.S. Defense Secretary X"."""
    held = _STANDING.search(text, max(0, role - _LONGEST_TITLE), role)
    return held.start() if held else role


def _start_of_title(text: str, name: int) -> int:
    """Where the title right before the *name* begins; where the name does if it has none."""
    last = _LAST_WORD.search(text, max(0, name - _LONGEST_TITLE), name)
    if last is None or last[1].lower() not in _TITLE_WORDS:
        return name
    title = _TITLE.search(text, max(0, name - 60), name)
    return title.start() + _before_title(title.group()) if title else name


_NO_TITLE = re.compile(
    r"(?:(?:of|the|its|his|her|state|special|senior|foreign|finance|trade|interior|labou?r|energy|economy|economic|health|"
    r"justice|agriculture|water|irrigation|environment|climate|transport|home|commerce|industry|treasury|oil|petroleum|"
    r"education|fisheries|business|development|security|national|opposition|union|house|senate|majority|minority|party|"
    r"regional|caretaker|outgoing|interim|executive|managing|assistant)\b\.? )*",
    re.IGNORECASE,
)


def _before_title(words: str) -> int:
    """How much of *words* before a name is no title yet: the "of" of "the presence of President X"."""
    small = _NO_TITLE.match(words)
    end = small.end() if small else 0
    return len(words) if end == len(words) else 3 * words.lower().startswith("of ")


_LIKE = re.compile(r"(?:(?<=h )|, )(?:(?:un)?like|(?:together|along|jointly|in tandem) with|alongside|as well as) $")


def _likened(text: str, mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    """ "which, like Beijing, supports", "Oslo, together with Bonn, wants": another party set beside a subject."""
    found = [(m, _LIKE.search(text, max(0, m.start - 18), m.start)) for m in mentions if m.sort != "demonym"]
    closed = [(m, like, text.startswith(", ", m.end)) for m, like in found if like]
    return [(like.start(), m.end + shut) for m, like, shut in closed if shut or not like.group().startswith(",")]


def _article_parts(article: Article) -> Iterator[tuple[int, int]]:
    """The stretches between debris."""
    start = 0
    for debris in article.debris:
        if start < debris.start:
            yield start, debris.start
        start = debris.end
    if start < len(article.text):
        yield start, len(article.text)


def _cover(doc: Tree, mentions: tuple[Mention, ...]) -> dict[int, tuple[Mention, ...]]:
    at: dict[int, list[Mention]] = {}
    ends = [token.idx + len(token.text) for token in doc]
    for mention in mentions:
        i = bisect_right(ends, mention.start)
        while i < len(ends) and doc[i].idx < mention.end:
            at.setdefault(i, []).append(mention)
            i += 1
    return {i: tuple(found) for i, found in at.items()}


def _sentence_of_token(doc: Tree, sentences: tuple[tuple[int, int], ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    begins = [token.idx for token in doc]
    for n, (start, end) in enumerate(sentences):
        found.update(dict.fromkeys(range(bisect_left(begins, start), bisect_left(begins, end)), n))
    return found

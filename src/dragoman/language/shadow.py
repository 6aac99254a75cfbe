"""A plainer shadow of a text, which a small parser reads better, and the way back from its tree to the text's own.

Known names stand as one word each, shouting is lowered, and quotation marks, brackets and times of day that interrupt a
clause are passed over; the tree found for the shadow is laid on every token of the text. Offsets never change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from dragoman.language.hyphens import without_hyphen

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Laid", "Ranges", "Readings", "Shadow"]

Ranges = Sequence[tuple[int, int]]
Readings = Sequence[tuple[int, int, str]]
_CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "parataxis"})
_RELATIVES = frozenset({"which", "who", "whose", "whom"})
_MARKERS = frozenset({"while", "though", "although", "if", "once", "when", "as", "because", "since"})
_MARKS = frozenset('“”"„«»()[]')


@dataclass(frozen=True, slots=True)
class Laid:
    """A tree on the tokens of a text: for each the place of its head, its label, tag, part of speech and features.

    ``words`` are the tokens as written, ``spaces`` tells whether a blank follows each.
    """

    words: list[str]
    spaces: list[bool]
    heads: list[int]
    deps: list[str]
    tags: list[str]
    pos: list[str]
    morphs: list[str]

    @property
    def text(self) -> str:
        """The text that the tokens make."""
        return "".join([word + " " if blank else word for word, blank in zip(self.words, self.spaces, strict=True)])


class Shadow:
    """The shadow of one tokenised text.

    *names* are character ranges that stand for one word each, *asides* ranges to pass over, *apart* ranges to be read
    by themselves, as phrases beside the word before them, *readings* ranges of single words with the plainer word to
    read in their place; ranges that do not cover whole tokens are left out, and an aside wins over a name.
    """

    def __init__(
        self, doc: Doc, names: Ranges = (), asides: Ranges = (), readings: Readings = (), apart: Ranges = ()
    ) -> None:
        self._doc = doc
        tokens = list(doc)
        self._texts = [t.text for t in tokens]
        self._spaces = [bool(t.whitespace_) for t in tokens]
        self._starts: list[bool | int | None] = [bool(t.is_sent_start) for t in tokens]
        self._punct = [t.is_punct for t in tokens]
        self._plain = {i: word for start, end, word in readings for i in _tokens(doc, start, end)}
        skipped = {i for start, end in asides for i in _tokens(doc, start, end)}
        self._last = {i: last for i, last in _last_of(doc, names).items() if i not in skipped and last not in skipped}
        skipped |= {i for i, word in enumerate(self._texts) if word in _MARKS and i not in self._last}
        kept = [i for i in range(len(tokens)) if i not in skipped and self._last.get(i, i) == i]
        aside = {i: start for start, end in apart for i in _tokens(doc, start, end)}
        self._main = [i for i in kept if i not in aside]
        beside = [i for i in kept if i in aside and not self._punct[i]]
        self._opens = {i for n, i in enumerate(beside) if n == 0 or aside[i] != aside[beside[n - 1]]}
        self.kept = [*self._main, *beside]

    def document(self) -> Doc:
        """The shadow as a document of its own, its sentences set."""
        from spacy.tokens import Doc  # noqa: PLC0415 - slow to import

        words = [self._word(i) for i in self.kept]
        spaces = [self._spaces[i] for i in self.kept]
        sentence_of = list(accumulate(map(int, map(bool, self._starts))))
        starts: list[bool | int | None] = [
            n == 0 or i in self._opens or (n < len(self._main) and sentence_of[i] != sentence_of[self.kept[n - 1]])
            for n, i in enumerate(self.kept)
        ]
        return Doc(self._doc.vocab, words=words, spaces=spaces, sent_starts=starts)

    def lay_back(self, shadow: Doc) -> Doc:
        """The text's own document with the tree of *shadow*."""
        from spacy.tokens import Doc  # noqa: PLC0415 - slow to import

        laid = self.laid(shadow)
        return Doc(
            self._doc.vocab, words=self._texts, spaces=self._spaces, heads=laid.heads, deps=laid.deps, tags=laid.tags,
            pos=laid.pos, morphs=laid.morphs, sent_starts=self._starts,
        )  # fmt: skip

    def laid(self, shadow: Doc) -> Laid:
        """The tree of *shadow* for each token of the text: what was passed over hangs from the word before it."""
        place, read = {i: n for n, i in enumerate(self.kept)}, list(shadow)
        hosts = self._hosts()
        heads, deps, tags, pos, morphs = [], [], [], [], []
        for i, is_punct in enumerate(self._punct):
            last = self._last.get(i)
            source = place.get(i if last is None else last)
            word = None if source is None else read[source]
            own = i in place
            heads.append(self.kept[word.head.i] if word and own else hosts[i] if last is None else last)
            deps.append(word.dep_ if word and own else "flat" if word else "punct" if is_punct else "dep")
            tags.append(word.tag_ if word else "")
            pos.append(word.pos_ if word else "PUNCT" if is_punct else "X")
            morphs.append(str(word.morph) if word else "")
        for i in self.kept[len(self._main) :]:
            if heads[i] == i:
                deps[i] = _label_beside(read[place[i]])
                if hosts[i] > i and deps[i] == "acl":
                    deps[i] = "advcl"
                heads[i] = hosts[i] if deps[i] in {"appos", "acl", "acl:relcl"} else _clause_of(hosts[i], heads, deps)
                if deps[i] in {"parataxis", "obl"} and self._is_last(i):
                    heads[i] = _root_of(heads[i], heads)
                if deps[i] == "acl:relcl" and deps[hosts[i]] == "conj" and _of_several(read[place[i]]):
                    heads[i] = heads[hosts[i]]
        return Laid(self._texts, self._spaces, heads, deps, tags, pos, morphs)

    def _is_last(self, i: int) -> bool:
        """Whether nothing is said behind the phrase read apart around *i* in its sentence."""
        main = set(self._main)
        behind = takewhile(lambda k: not self._starts[k], range(i + 1, len(self._starts)))
        return not any(k in main and not self._punct[k] for k in behind)

    def _hosts(self) -> list[int]:
        """What each token would hang from if passed over: the nearest kept before it in its sentence, else after it."""
        place = set(self._main)
        hosts, kept = list(range(len(self._starts))), -1
        for i, starts in enumerate(self._starts):
            kept = -1 if starts else kept
            hosts[i] = kept if kept >= 0 else i
            kept = i if i in place else kept
        kept = -1
        for i in range(len(hosts) - 1, -1, -1):
            if hosts[i] == i and kept >= 0:
                hosts[i] = kept
            kept = i if i in place else kept
            kept = -1 if self._starts[i] else kept
        return hosts

    def _word(self, i: int) -> str:
        text = self._plain.get(i) or self._texts[i]
        text = without_hyphen(text) if "-" in text else text
        return text.title() if len(text) > 4 and text.isupper() and text.isalpha() else text


def _label_beside(word: Token) -> str:
    """How the head of a phrase read apart hangs on: as a relative clause, a report, an adverbial or an apposition."""
    first = word.left_edge.i
    if _RELATIVES & {near.lower_ for near in word.doc[first : min(first + 2, word.i + 1)]}:
        return "acl:relcl"
    if word.pos_ in {"VERB", "AUX"}:
        marked = any(child.dep_ == "mark" and child.lower_ in _MARKERS for child in word.children)
        return "acl" if _is_participle(word) else "advcl" if marked else "parataxis"
    return "obl" if any(child.dep_ == "case" for child in word.children) else "appos"


def _is_participle(verb: Token) -> bool:
    """Whether *verb* is a participle by itself, without a subject or a helper: "backed by Mali"."""
    below = {child.dep_ for child in verb.children}
    if below & {"nsubj", "nsubj:pass", "aux", "aux:pass", "expl"}:
        return False
    return verb.tag_ in {"VBN", "VBG"} or (verb.tag_ == "VBD" and "obj" not in below)


def _of_several(verb: Token) -> bool:
    """Whether a relative clause may be of all that stands before it: no verb in it is a singular's."""
    return not any(t.tag_ == "VBZ" or t.lower_ == "was" for t in [verb, *verb.children])


def _clause_of(i: int, heads: Sequence[int], deps: Sequence[str]) -> int:
    """The word that heads the clause in which the token *i* stands."""
    while deps[i] not in _CLAUSES and heads[i] != i:
        i = heads[i]
    return i


def _root_of(i: int, heads: Sequence[int]) -> int:
    """The word that heads the sentence in which the token *i* stands."""
    while heads[i] != i:
        i = heads[i]
    return i


def _tokens(doc: Doc, start: int, end: int) -> range:
    span = doc.char_span(start, end)
    return range(span.start, span.end) if span is not None else range(0)


def _last_of(doc: Doc, names: Ranges) -> dict[int, int]:
    """For each token of a name, the token that stands for the name: its last."""
    found: dict[int, int] = {}
    for start, end in sorted(set(names), key=lambda r: (r[0], -r[1])):
        tokens = _tokens(doc, start, end)
        if tokens and not any(i in found or (i > tokens[0] and doc[i].is_sent_start) for i in tokens):
            found.update(dict.fromkeys(tokens, tokens[-1]))
    return found

"""The tree of a parsed text as plain objects, which the rules of reading walk over.

The rules ask each word many times what it hangs from and what hangs from it, and spaCy makes a new object for each
answer. A :class:`Tree` is made once for a text; its words keep the names that spaCy gives to what they know.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, wraps
from itertools import pairwise
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from dragoman.language.lemmas import Lemmas
    from dragoman.language.shadow import Laid

__all__ = ["Sentence", "Token", "Tree", "kept"]

_PLACE = attrgetter("i")
_WORDS = 50_000
"""Words whose looks are remembered, so that memory does not follow the articles."""
_Answer = TypeVar("_Answer")


class Token:
    """A word or mark of a text, and its place in the tree.

    Attributes
    ----------
    i, idx : int
        Its number in the text, and the code point at which it begins.
    text, lower_, lemma_ : str
        As written, in small letters, and by its dictionary form.
    pos_, tag_, morph : str
        Its part of speech, universal and of the Penn Treebank, and its features such as ``Number=Sing``.
    head : Token
        What it hangs from; itself at the root. To be changed by :meth:`hang` alone, which keeps the tree true.
    dep_ : str
        How it hangs from its head, by Universal Dependencies.
    children : list of Token
        What hangs from it, in text order.
    sent : Sentence
        The sentence it stands in.
    """

    __slots__ = (
        "children", "dep_", "doc", "first", "head", "i", "idx", "is_punct", "is_quote", "is_sent_start", "is_space",
        "known", "last", "lemma_", "lower_", "morph", "pos_", "sent", "tag_", "text",
    )  # fmt: skip
    known: dict[Callable[[Token], Any], Any] | None
    """What was asked of it since its tree was settled; None before."""
    doc: Tree
    sent: Sentence
    head: Token
    lemma_: str
    first: int
    last: int

    def __init__(self, doc: Tree, place: tuple[int, int], word: str, told: tuple[str, ...]) -> None:
        self.doc = doc
        self.i, self.idx = place
        self.text, self.lower_, self.is_punct, self.is_space, self.is_quote = _looks(word)
        self.dep_, self.tag_, self.pos_, self.morph = map(intern, told)
        self.is_sent_start = False
        self.known = None
        self.children: list[Token] = []

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def hang(self, head: Token, label: str) -> None:
        """Hang it from *head* as *label*, with all that hangs from it; hung from itself it is a root."""
        if head is not self.head:
            self.doc.move(self, head)
        self.dep_ = label

    @property
    def left_edge(self) -> Token:
        """The first word of what hangs from it, itself included."""
        return self.doc[self.first]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs from, what that hangs from, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all that hangs from it, in text order."""
        return iter(_subtree(self))

    def nbor(self, i: int = 1) -> Token:
        """The word *i* places on; beyond either end of the text the last there is."""
        return self.doc[min(max(self.i + i, 0), len(self.doc) - 1)]


@lru_cache(maxsize=_WORDS)
def _looks(text: str) -> tuple[str, str, bool, bool, bool]:
    """A word as written and in small letters, and whether it is a mark, a blank or a quotation mark."""
    from spacy.lang.lex_attrs import is_punct, is_quote, is_space  # noqa: PLC0415 - see Pipeline.parse

    return intern(text), intern(text.lower()), is_punct(text), is_space(text), is_quote(text)


class Sentence:
    """The words of a tree from number *start* up to *end*, which have a root of their own."""

    def __init__(self, doc: Tree, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        return self.doc[self.start : self.end][place]

    @property
    def start_char(self) -> int:
        """The code point at which it begins."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """The code point at which it ends."""
        last = self.doc[self.end - 1]
        return last.idx + len(last)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters and their dictionary forms, of a settled tree: what is rare is asked first."""
        tokens = self.doc[self.start : self.end]
        return frozenset([token.lower_ for token in tokens] + [token.lemma_ for token in tokens])

    @cached_property
    def root(self) -> Token:
        """The word that all others hang from."""
        return next(token for token in self if token.head is token)


_INFLECTED = {"VBD", "VBN", "VBZ", "VBG"}
"""Tags of verbs that are not in their plain form."""


class Tree(list[Token]):
    """All words of a text in order, each in its place in the tree.

    >>> from dragoman.language.pipeline import load_pipeline
    >>> tree = load_pipeline().tree("Ruritania rejected the offer.")
    >>> tree[3], tree[3].head, [child.dep_ for child in tree[1].children]
    (offer, rejected, ['nsubj', 'obj', 'punct'])
    """

    def __init__(self, laid: Iterable[Laid], lemmas: Lemmas) -> None:
        super().__init__()
        self._lemmas = lemmas
        idx = 0
        for each in laid:
            before = len(self)
            told = zip(each.deps, each.tags, each.pos, each.morphs, strict=True)
            for word, blank, kind in zip(each.words, each.spaces, told, strict=True):
                self.append(Token(self, (len(self), idx), word, kind))
                idx += len(word) + blank
            own = self[before:]
            for token, place in zip(own, each.heads, strict=True):
                token.lemma_ = lemmas.lemma(token.text, token.pos_)
                token.head = head = own[place]
                if head is not token:
                    head.children.append(token)
        self._measure(0, len(self))
        for token in self:
            if token.head is token:
                token.left_edge.is_sent_start = True
        self._part(0, len(self))

    @property
    def sents(self) -> Iterator[Sentence]:
        """The sentences in order."""
        start = 0
        while start < len(self):
            sentence = self[start].sent
            yield sentence
            start = sentence.end

    def settle(self) -> None:
        """Say that nothing about its words changes any more: answers about them may be :func:`kept`.

        What has become a verb only since it was laid down now has the lemma of one: "violated" is of "violate".
        """
        for token in self:
            token.known = {}
            told = token.pos_ == "VERB" or (token.pos_ == "ADJ" and token.tag_ == "VBD")
            if told and token.lemma_ == token.lower_ and token.tag_ in _INFLECTED:
                token.pos_, token.lemma_ = "VERB", self._lemmas.lemma(token.text, "VERB")

    def move(self, token: Token, head: Token) -> None:
        """Move *token* under *head*; hung from itself it is a root, and begins a sentence of its own.

        Takes time by the length of the sentences it moves between.
        """
        roots = [[each, *each.ancestors][-1] for each in (token, head)]
        start, stop = min(root.first for root in roots), max(root.last for root in roots) + 1
        if token.head is not token:
            token.head.children.remove(token)
        token.head = head
        if head is not token:
            insort(head.children, token, key=_PLACE)
        self._measure(start, stop)
        for moved in self[start:stop]:
            moved.is_sent_start = False
        for root in (moved for moved in self[start:stop] if moved.head is moved):
            root.left_edge.is_sent_start = True
        self._part(start, stop)

    def _measure(self, start: int, stop: int) -> None:
        """Find how far what hangs from each word reaches to its left and right.

        Nearly all heads are reached first by the outermost word under them, and then no more.
        """
        tokens = self[start:stop]
        for token in tokens:
            token.first = token.last = token.i
        for token in tokens:
            i, head = token.i, token.head
            while head.first > i:
                head.first, head = i, head.head
        for token in reversed(tokens):
            i, head = token.i, token.head
            while head.last < i:
                head.last, head = i, head.head

    def _part(self, start: int, stop: int) -> None:
        """Tell the words from number *start* to *stop* which sentences they stand in."""
        tokens = self
        while start > 0 and not tokens[start].is_sent_start:
            start -= 1
        while stop < len(tokens) and not tokens[stop].is_sent_start:
            stop += 1
        begins = (i for i in range(start + 1, stop) if tokens[i].is_sent_start)
        for first, last in pairwise([start, *begins, stop]):
            sentence = Sentence(self, first, last)
            for token in tokens[first:last]:
                token.sent = sentence


def kept(ask: Callable[[Token], _Answer]) -> Callable[[Token], _Answer]:
    """Ask a question about a word of a settled tree once, however many rules put it; its answer nobody changes."""

    @wraps(ask)
    def asked(token: Token) -> _Answer:
        known = token.known
        if known is None:
            return ask(token)
        if ask not in known:
            known[ask] = ask(token)
        answer: _Answer = known[ask]
        return answer

    return asked


@kept
def _subtree(head: Token) -> list[Token]:
    """*head* and all that hangs from it, in text order."""
    found = [head]
    for token in found:
        found += token.children
    stretch = head.doc[head.first : head.last + 1]
    return stretch if len(stretch) == len(found) else sorted(found, key=_PLACE)

"""An article in windows of a few paragraphs, its sentences numbered from its beginning to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.articles.article import Article
from dragoman.language.sentences import sentence_spans

__all__ = ["Sentence", "Window", "windows"]

_ADDRESSES_US = re.compile(
    r"\b(?:ignore|disregard|forget)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|your|all)\b[^.!?]{0,40}\b"
    r"(?:instructions?|prompts?|rules|directions)\b"
    r"|\b(?:system|developer) prompt\b|\byou are (?:now )?(?:an?|the) (?:AI|language model|assistant|chatbot)\b"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|inst)\|?>|\[/?INST\]",
    re.IGNORECASE,
)
_OUR_FORM = re.compile(r"""["'“”](?:s|q|k|i|h|st)["'“”]\s*:\s*(?:\d|["'“”\[{])""")


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article: its number from 1, its range, and why it is kept from the model, if it is."""

    number: int
    start: int
    end: int
    kept_back: str | None = None


@dataclass(frozen=True)
class Window:
    """Paragraphs that are asked about together; ``part`` counts from 1 to ``parts``."""

    part: int
    parts: int
    paragraphs: tuple[tuple[Sentence, ...], ...]
    before: str
    """The words right before the window, as context: nothing is read from them here."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences, in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def windows(article: Article, size: int) -> list[Window]:
    """Cut *article* into windows of about *size* characters, at paragraphs where that can be done; debris is left out.

    Every sentence stands in exactly one window. A sentence that speaks to a language model, or imitates the form of
    its answers, keeps its number but is not shown.

    >>> text = "Ruritania closed the strait.\\n\\nGraustark protested. It wants talks."
    >>> found = windows(Article(id="a1", text=text, source="a1.txt"), size=40)
    >>> [[text[s.start:s.end] for s in window.sentences] for window in found]
    [['Ruritania closed the strait.'], ['Graustark protested.', 'It wants talks.']]
    """
    groups: list[list[tuple[Sentence, ...]]] = []
    room = 0
    for paragraph in _pieces(article, size):
        length = paragraph[-1].end - paragraph[0].start
        if not groups or length > room:
            groups.append([])
            room = size
        groups[-1].append(paragraph)
        room -= length
    found = []
    for part, group in enumerate(groups, 1):
        found.append(Window(part, len(groups), tuple(group), _before(article, groups[: part - 1])))
    return found


_CONTEXT = 300
"""Characters of what stands before a window that are shown with it, so that pronouns have somebody to stand for."""


def _before(article: Article, groups: list[list[tuple[Sentence, ...]]]) -> str:
    """The last sentences of *groups*, as many as have room; what is kept back is left out here too."""
    sentences = [sentence for group in groups[-1:] for paragraph in group for sentence in paragraph]
    words: list[str] = []
    room = _CONTEXT
    for sentence in reversed(sentences):
        room -= sentence.end - sentence.start
        if room < 0 and words:
            break
        if not sentence.kept_back:
            words.insert(0, article.text[sentence.start : sentence.end][-_CONTEXT:])
    return " ".join(words)


def _pieces(article: Article, size: int) -> Iterator[tuple[Sentence, ...]]:
    """Paragraphs; one longer than *size* in pieces of whole sentences."""
    piece: list[Sentence] = []
    for number, (start, end) in enumerate(_spans(article), 1):
        new = piece and ("\n" in article.text[piece[-1].end : start] or end - piece[0].start > size)
        if new:
            yield tuple(piece)
            piece = []
        piece.append(Sentence(number, start, end, _reason(article.text[start:end])))
    if piece:
        yield tuple(piece)


def _spans(article: Article) -> Iterator[tuple[int, int]]:
    """Ranges of the sentences between debris."""
    start = 0
    for first, last in [*((d.start, d.end) for d in article.debris), (len(article.text), len(article.text))]:
        for a, b in sentence_spans(article.text[start:first]):
            yield start + a, start + b
        start = last


def _reason(words: str) -> str | None:
    if _ADDRESSES_US.search(words):
        return "speaks to a language model"
    if _OUR_FORM.search(words):
        return "imitates the form of an answer"
    return None

"""The English pipeline: sentences by rule, then tags and Universal Dependencies trees by a small model of our own."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator
from contextlib import nullcontext
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import ReadingError
from dragoman.language.hyphens import joined
from dragoman.language.lemmas import Lemmas
from dragoman.language.sentences import sentence_spans
from dragoman.language.shadow import Ranges, Readings, Shadow
from dragoman.language.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Pipeline", "load_pipeline", "widen"]

MODEL = Path(__file__).parent / "model"
_CHANGED = "a text could not be parsed without changing it; please report the article"
_BLOCK = 20_000
_VOCABULARY = 30_000
"""Words that are kept when their text is done, so that they are looked at once: those of some hundred articles."""
_ENDLESS = re.compile(r"\S{200}(?=\S)")
_UD_ONLY = {"nsubj", "obj", "obl", "case", "mark", "ccomp", "xcomp", "nmod"}
_OTHER_SCHEMES = {"dobj", "pobj", "prep", "attr", "nsubjpass", "oa", "sb"}


class Pipeline:
    """Parses texts; get one from :func:`load_pipeline`.

    ``name`` and ``version`` say which weights read the text, for the brief's record of how it was made.
    """

    def __init__(self, nlp: Language, *, name: str, version: str, lemmas: Lemmas) -> None:
        self._nlp = nlp
        self._lemmas = lemmas
        self.name = name
        self.version = version

    def parse(
        self, text: str, *, names: Ranges = (), asides: Ranges = (), readings: Readings = (), apart: Ranges = ()
    ) -> Doc:
        """Parse one text; ``doc.text == text``, so token offsets are offsets into *text*.

        *names* are character ranges of known names, *asides* of stretches that interrupt (a date after a
        verb of saying), *readings* of words with a plainer one to read in their place, *apart* of appositions, which
        are read by themselves; all help the parser and change no offset. A long text is parsed in blocks that
        end where a paragraph does, so that the parser's memory follows the block and not the text.
        """
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes a second to import; help and errors need not wait

        found = self._shadowed(text, names=names, asides=asides, readings=readings, apart=apart)
        docs = [shadow.lay_back(doc) for shadow, doc in found]
        doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
        if doc is None:
            raise ReadingError(_CHANGED)
        _check_kept(doc.text, text)
        for token in doc:
            token.lemma_ = self._lemmas.lemma(token.text, token.pos_)
        return doc

    def tree(
        self, text: str, *, names: Ranges = (), asides: Ranges = (), readings: Readings = (), apart: Ranges = ()
    ) -> Tree:
        """The tree of one text, parsed as :meth:`parse` does.

        Once the vocabulary is full, what words a text brings in is forgotten with it: else memory would grow with every
        article. Not to be called from two threads at once.
        """
        with self._nlp.memory_zone() if len(self._nlp.vocab) > _VOCABULARY else nullcontext():
            found = self._shadowed(text, names=names, asides=asides, readings=readings, apart=apart)
            laid = [shadow.laid(doc) for shadow, doc in found]
            _check_kept("".join(each.text for each in laid), text)
            return Tree(laid, self._lemmas)

    def _shadowed(
        self, text: str, *, names: Ranges, asides: Ranges, readings: Readings, apart: Ranges
    ) -> list[tuple[Shadow, Doc]]:
        """The shadow of each block of *text* with the tree that the parser finds for it."""
        shadows, offset = [], 0
        for block in _blocks(text):
            inside = (offset, offset + len(block))
            plain = [(a - offset, b - offset, word) for a, b, word in readings if offset <= a and b <= inside[1]]
            beside = _within(apart, *inside)
            shadows.append(Shadow(self._make(block), _within(names, *inside), _within(asides, *inside), plain, beside))
            offset = inside[1]
        parsed = self._nlp.pipe((shadow.document() for shadow in shadows), batch_size=1)
        return list(zip(shadows, parsed, strict=True))

    def _make(self, text: str) -> Doc:
        from spacy.tokens import Doc  # noqa: PLC0415 - see parse

        tokens = [token for piece in _pieces(text) for token in self._nlp.make_doc(piece)]
        words, spaces = joined([token.text for token in tokens], [bool(token.whitespace_) for token in tokens])
        ends = list(accumulate(len(word) + space for word, space in zip(words, spaces, strict=True)))
        starts = {start for start, _ in sentence_spans(text)}
        first: list[bool | int | None] = [
            place == 0 or place in starts or (n > 0 and words[n - 1] == ";" and not words[n].isspace())
            for n, place in enumerate([0, *ends][: len(words)])
        ]
        return Doc(self._nlp.vocab, words=words, spaces=spaces, sent_starts=first)


@lru_cache(maxsize=2)
def load_pipeline(path: str | None = None) -> Pipeline:
    """Load the English pipeline that ships with the package, or a spaCy pipeline at *path*.

    A pipeline of your own must carry Universal Dependencies labels, with ``obl``, ``obj`` and
    ``case``: the rules of reading walk trees of that shape.

    Raises
    ------
    ReadingError
        Where there is no pipeline at *path*, it has no parser, or its labels are of another scheme.

    Examples
    --------
    >>> doc = load_pipeline().parse("Ruritania rejected the offer.")
    >>> [(token.lemma_, token.dep_) for token in doc][:2]
    [('Ruritania', 'nsubj'), ('reject', 'ROOT')]
    """
    import spacy  # noqa: PLC0415 - see parse_all

    folder = Path(path) if path else MODEL
    if not (folder / "meta.json").is_file():
        raise ReadingError(
            f"{folder}: there is no spaCy pipeline here (no meta.json). Name the folder that `spacy train` wrote, "
            "such as output/model-best, or leave --pipeline out to use the one that ships with the package."
        )
    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError, KeyError) as error:
        message = f"{folder}: the pipeline cannot be loaded ({error}). It must be a spaCy 3.8 pipeline."
        raise ReadingError(message) from error
    _check_labels(nlp, folder)
    widen(nlp)
    gc.freeze()  # what was loaded stays for good: the collector need not walk over it again with every few articles
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return Pipeline(
        nlp, name=str(meta.get("name", folder.name)), version=str(meta.get("version", "?")), lemmas=Lemmas.load()
    )


def _check_kept(parsed: str, text: str) -> None:
    if parsed != text:
        raise ReadingError(_CHANGED)


def _check_labels(nlp: Language, folder: Path) -> None:
    if "parser" not in nlp.pipe_names:
        raise ReadingError(f"{folder}: this pipeline has no parser; the rules of reading need dependency trees.")
    labels = set(nlp.get_pipe("parser").labels)  # type: ignore[attr-defined]
    other = sorted(labels & _OTHER_SCHEMES)
    if other or not labels >= _UD_ONLY:
        shown = ", ".join(other) or "not Universal Dependencies"
        raise ReadingError(
            f"{folder}: this pipeline's parser uses labels of another scheme ({shown}). "
            "Its trees differ in shape, not just in names: prepositions head their phrases there and hang from their "
            "nouns in Universal Dependencies. Train one on a Universal Dependencies treebank (see training/README.md)."
        )


def widen(nlp: Language) -> None:
    """Bring weights stored at half precision back to single precision."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        if model is None or isinstance(model, bool):
            continue
        for node in model.walk():
            for param in node.param_names:
                if node.has_param(param) and node.get_param(param).dtype == "float16":
                    node.set_param(param, node.get_param(param).astype("float32"))


def _pieces(text: str) -> Iterator[str]:
    """*text*, cut in words too long to be words: the tokeniser takes time by the square of their length."""
    start = 0
    for match in _ENDLESS.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    yield text[start:]


def _within(ranges: Ranges, start: int, end: int) -> list[tuple[int, int]]:
    return [(a - start, b - start) for a, b in ranges if start <= a and b <= end]


def _blocks(text: str) -> Iterator[str]:
    start = 0
    while len(text) - start > _BLOCK:
        cut = text.rfind("\n", start, start + _BLOCK) + 1
        if cut <= start:
            cut = text.rfind(" ", start, start + _BLOCK) + 1
        if cut <= start:
            cut = start + _BLOCK
        yield text[start:cut]
        start = cut
    yield text[start:]

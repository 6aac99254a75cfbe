"""Score the shipped pipeline on the test parts of the treebanks.

python training/evaluate.py TREEBANKS
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from spacy.scorer import Scorer
from spacy.tokens import DocBin
from spacy.training import Example

from dragoman.language.pipeline import MODEL, widen


def main(treebanks: Path) -> None:
    """Print tag accuracy, UAS and LAS for each test part, on running text with the boundaries that the parser finds."""
    nlp = spacy.load(MODEL)
    widen(nlp)
    for part in ("ewt-test", "gum-test"):
        gold = DocBin().from_disk(treebanks / f"{part}.spacy").get_docs(nlp.vocab)
        examples = [Example(nlp(doc.text), doc) for doc in gold]
        scores = Scorer(nlp).score(examples)
        print(f"{part}  tag {scores['tag_acc']:.3f}  UAS {scores['dep_uas']:.3f}  LAS {scores['dep_las']:.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Pack a trained pipeline for shipping: half precision, labels' strings only, and the lemma table.

python training/pack.py output/model-best TREEBANKS src/dragoman/language/model
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import DocBin

SHIPPED = {"VERB", "AUX", "NOUN", "ADJ", "ADV", "PRON", "DET"}


def halve(nlp: spacy.language.Language) -> None:
    """Store every weight at half precision."""
    for name in nlp.pipe_names:
        model = getattr(nlp.get_pipe(name), "model", None)
        for node in model.walk() if model is not None else ():
            for param in node.param_names:
                if node.has_param(param):
                    node.set_param(param, np.asarray(node.get_param(param)).astype("float16"))


def keep_label_strings(nlp: spacy.language.Language, folder: Path) -> None:
    """Leave only the strings that labels are made of; words bring their own."""
    labels = {"", *(label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ()))}
    labels |= {part for label in labels for part in label.replace("=", "|").split("|")}
    labels |= {pair for label in labels for pair in label.split("|")}
    (folder / "vocab" / "strings.json").write_text(json.dumps(sorted(labels - {""}), indent=0) + "\n", encoding="utf-8")


def lemma_table(treebanks: Path, target: Path) -> None:
    """Write each form whose lemma differs from it, by its commonest lemma in the training parts."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    vocab = spacy.blank("en").vocab
    for part in ("ewt-train", "gum-train"):
        for doc in DocBin().from_disk(treebanks / f"{part}.spacy").get_docs(vocab):
            for token in doc:
                form = token.lower_.replace("’", "'")
                if token.pos_ in SHIPPED and token.lemma_ and form.replace("'", "").isalpha():
                    counts[form, token.pos_][token.lemma_.lower()] += 1
    rows = []
    for (form, pos), lemmas in counts.items():
        lemma = min(lemmas, key=lambda word: (-lemmas[word], word))
        if pos in {"VERB", "AUX"} or lemma != form:
            rows.append(f"{form}\t{pos}\t{lemma}")
    target.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")


def main(source: Path, treebanks: Path, target: Path) -> None:
    """Pack *source* into *target*, keeping the licence that is there."""
    nlp = spacy.load(source)
    nlp.meta.update(
        name="dragoman_en", version="1.0.0", license="CC BY-SA 4.0", author="The Dragoman developers",
        description="English tags, features and Universal Dependencies; trained on UD English EWT and GUM",
    )  # fmt: skip
    halve(nlp)
    licence = (target / "LICENSE").read_bytes()
    shutil.rmtree(target)
    nlp.to_disk(target)
    keep_label_strings(nlp, target)
    (target / "LICENSE").write_bytes(licence)
    lemma_table(treebanks, target / "lemmas.tsv")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))

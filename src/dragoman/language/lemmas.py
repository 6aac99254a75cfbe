"""Dictionary forms of words: irregular verbs, a table learned from treebanks, and spelling rules for the rest."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from dragoman.language.hyphens import without_hyphen
from dragoman.language.words import word_set

__all__ = ["Lemmas"]

TABLE = Path(__file__).parent / "model" / "lemmas.tsv"
IRREGULAR = Path(__file__).parent / "irregular_verbs.txt"
_VOWELS = "aeiou"
_IN_OE = {"shoes", "toes", "foes", "hoes", "woes", "canoes", "oboes", "throes", "aloes", "floes", "tiptoes"}
_PREFIXES = ("re", "over", "out", "under", "with", "mis", "fore", "for", "up")


class Lemmas:
    """Lemmas of English words by universal part of speech.

    Forms of irregular verbs come first; the table holds frequent forms; what both lack goes by spelling rules,
    checked against the words that the table knows.
    """

    def __init__(
        self, table: dict[tuple[str, str], str], known: frozenset[str], irregular: dict[str, str] | None = None
    ) -> None:
        self._table = table
        self._known = known
        self._irregular = irregular or {}
        self.lemma = lru_cache(maxsize=50_000)(self._lemma)

    @classmethod
    def load(cls, path: Path = TABLE) -> Lemmas:
        """Read the table: one ``form <tab> part of speech <tab> lemma`` a line."""
        table = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            form, pos, lemma = line.split("\t")
            table[form, pos] = lemma
        verbs, irregular = _verbs()
        return cls(table, frozenset(table.values()) | verbs, irregular)

    def _lemma(self, word: str, pos: str) -> str:
        if pos == "PROPN":
            return word
        lower = word.lower().replace("’", "'")
        if pos == "VERB":
            lower = without_hyphen(lower)
        if pos in {"VERB", "AUX"} and (verb := self._irregular_verb(lower)):
            return verb
        found = self._table.get((lower, pos))
        if found is not None:
            return found
        if pos in {"VERB", "AUX"}:
            return lower if lower.endswith("eed") and lower in self._known else self._verb(lower)
        if pos == "NOUN":
            return _together(_noun(lower))
        return lower

    def _irregular_verb(self, word: str) -> str | None:
        """The verb that *word* is an irregular form of; prefixes stay: "overran" is "overrun", "retook" is "retake"."""
        if word in self._irregular or word in self._known:
            return self._irregular.get(word)
        for prefix in _PREFIXES:
            verb = self._irregular.get(word.removeprefix(prefix)) if word.startswith(prefix) else None
            if verb:
                return prefix + verb
        return None

    def _verb(self, word: str) -> str:
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes", "oes")):
            return word[:-2]
        if word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
        for ending in ("ing", "ied", "ed"):
            if word.endswith(ending) and len(word) >= len(ending) + 2:
                stem = word[: -len(ending)]
                return stem + "y" if ending == "ied" else self._stem(stem)
        return word

    def _stem(self, stem: str) -> str:
        doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "flsz" + _VOWELS
        candidates = [stem, stem + "e", *([stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else [])]
        for candidate in candidates:
            if candidate in self._known:
                return candidate
        if doubled:
            return stem[:-1]
        silent = stem.endswith(("c", "g", "v", "z", "s", "u", "at", "ut", "ir", "iz"))
        silent = silent or stem.endswith(("ced", "sed", "ajol", "ndl", "tl", "gl", "kl", "dl", "bl", "pl", "fl", "zl"))
        silent = silent or _clipped(stem)
        return stem + "e" if silent and not stem.endswith(("ss", "ng")) else stem


def _verbs(path: Path = IRREGULAR) -> tuple[frozenset[str], dict[str, str]]:
    """The verbs that lines of the file begin with, and their irregular forms, which follow."""
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    forms = {form: verb for verb, *forms in filter(None, lines) for form in (verb, *forms)}
    return frozenset(words[0] for words in lines if words), forms


def _clipped(stem: str) -> bool:
    """True for "chok" of "choking": one syllable with one short vowel would have doubled its last letter."""
    vowels = [letter for letter in stem if letter in _VOWELS]
    return len(stem) > 2 and len(vowels) == 1 and stem[-2] in _VOWELS and stem[-1] not in "wxy" + _VOWELS


def _noun(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")) or (word.endswith("oes") and word not in _IN_OE):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "aos")) and len(word) > 3:
        return word[:-1]
    return word


def _together(noun: str) -> str:
    """ "Cease-fire" is "ceasefire"."""
    return noun.replace("-", "") if "-" in noun and noun in word_set("written together") else noun

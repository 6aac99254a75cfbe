"""Which language a text is in, as far as is needed to tell English from what the rules cannot read."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

__all__ = ["foreign_language"]

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = {
    "English": "the of and to in a is that for it on was with as by are be at from have has not this said will",
    "French": "le la les de des du et à en un une est que pour dans qui sur par avec au aux ne pas ce il a ses",
    "German": "der die das und in den von zu mit ist im dem ein eine auf für nicht sich des als auch es an werden hat",
    "Spanish": "el la los las de del y en un una que es por para con se su al lo no como más ha sus fue este",
    "Portuguese": "o a os as de do da dos das e em um uma que é por para com se não no na ao mais foi seu sua",
    "Italian": "il lo la i gli le di del della e in un una che è per con si non da al nel sono ha più come anche",
    "Dutch": "de het een en van in is dat op te voor met zijn niet aan er ook als bij door om naar heeft maar wordt",
    "Polish": "i w na z do nie się że jest to o od za po przez dla jak ale był są przed jego oraz ich tego",
    "Turkish": "ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne ancak değil olduğu ya her o",
    "Indonesian": "yang dan di dari untuk dengan pada ini itu tidak dalam akan ke oleh juga telah sebagai ada bahwa",
    "Romanian": "și în de la a cu pe nu că este un o din pentru care mai au fost sunt al să prin ale dar lui",
    "Swedish": "och i att det som en på är av för med den till inte har de ett om men var sig från vi kan ska",
}
_KNOWN = {tongue: frozenset(words.split()) for tongue, words in _FUNCTION_WORDS.items()}
_SCRIPTS = {
    "Russian, Ukrainian or another language in Cyrillic letters": "\u0400-\u04ff",
    "Arabic, Persian or another language in Arabic letters": "\u0600-\u06ff\u0750-\u077f",
    "Japanese": "\u3040-\u30ff",
    "Korean": "\uac00-\ud7af\u1100-\u11ff",
    "Chinese": "\u4e00-\u9fff",
    "Greek": "\u0370-\u03ff",
    "Hebrew": "\u0590-\u05ff",
    "Hindi or another language in Devanagari letters": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
}
_LETTERS = {tongue: re.compile(f"[{letters}]") for tongue, letters in _SCRIPTS.items()}
_SAMPLE, _FEWEST = 2_000, 20
"""Words looked at, and words below which nothing is said."""
_DIFFERENT = 4
"""Different function words that there must be, so that a word that comes again and again decides nothing."""
_CLEAR = 2.0
"""How many times as many function words of the other language there must be as of English."""


def foreign_language(text: str) -> str | None:
    """Name the language of *text* where it is plainly not English, else None.

    Goes by the script, and for Latin letters by the commonest function words. Short texts, and English with names or
    quotes in another language, are taken for English.

    >>> foreign_language("Die Regierung in Berlin hat das Angebot der anderen Seite nicht angenommen, und auch die "
    ...     "Gewerkschaft will sich nicht auf eine weitere Runde mit dem Minister einlassen.")
    'German'
    >>> foreign_language("France urged Iran to stop enrichment.") is None
    True
    """
    words = [match[0].lower() for match in islice(_WORD.finditer(text), _SAMPLE)]
    letters = "".join(words)
    for tongue, script in _LETTERS.items():
        share = len(script.findall(letters)) / max(1, len(letters))
        if share > (0.1 if tongue == "Japanese" else 0.5):
            return tongue
    if len(words) < _FEWEST:
        return None
    counts = Counter(words)
    shares = {tongue: sum(counts[word] for word in known) for tongue, known in _KNOWN.items()}
    tongue = max(shares, key=lambda one: shares[one])
    varied = sum(word in counts for word in _KNOWN[tongue]) >= _DIFFERENT
    clear = varied and shares[tongue] > max(_CLEAR * shares["English"], 0.1 * len(words))
    return tongue if tongue != "English" and clear else None

"""Plainer words for the parser: one name for all parties, and verbs for verbs of stance that look like nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.language.hyphens import hyphened_nouns
from dragoman.language.parties import Mention
from dragoman.statements.actor_nouns import actor_nouns
from dragoman.statements.alternatives import any_of
from dragoman.statements.lexicon import lexicon
from dragoman.statements.plain_verbs import past_of_subject, plain_verbs
from dragoman.statements.relatives_beside import relatives_beside
from dragoman.statements.verb_forms import doubled_past, past, third_person
from dragoman.statements.war_words import war_words

__all__ = ["readings"]

_NEXT_OF_NOUN = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|for|from|by)\b|\s*[.,;:!?)]"
)
_PLAIN = {"state", "capital", "seat", "organisation", "company", "bloc", "movement", "agency", "person"}
_PARTY, _PERSON, _OF_PARTY = "Japan", "Smith", "Japanese"
"""Names that the parser knows well; standing for every name, they make the tree the same whoever it is about."""
_BEFORE_VERB = (_PLAIN | {"role"}) - {"agency"}


def readings(
    text: str, mentions: tuple[Mention, ...], beside: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int, str]]:
    """Character ranges with the plainer word that the parser reads in their place, in text order.

    Every party stands as the same well known name, every person as another. A verb of stance that could be a noun
    stands as "want" where it follows right after a party and nothing after it makes it a noun; *beside* are the
    appositions that may stand between.

    >>> from dragoman.language.parties import Names
    >>> text = "France and Iran back the plan."
    >>> readings(text, Names.load().find(text))
    [(0, 6, 'Japan'), (11, 15, 'Japan'), (16, 20, 'want')]
    """
    found = [(m.start, m.end, _PERSON if m.sort == "person" else _PARTY) for m in mentions if m.sort in _PLAIN]
    behind = dict(beside)
    for mention in mentions:
        if mention.sort not in _BEFORE_VERB:
            continue
        verb = _verbs().match(text, behind.get(mention.end, mention.end))
        if _is_before_noun(text, mention):
            found.remove((mention.start, mention.end, _PARTY))
            found.append((mention.start, mention.end, _OF_PARTY))
        elif verb and not _NEXT_OF_NOUN.match(text, verb.end()):
            found.append((verb.start("verb"), verb.end("verb"), _like_want(verb["verb"])))
        elif hoped := _hoped_for(text, mention):
            found.append((*hoped, "makes"))
        elif deed := _deeds().match(text, behind.get(mention.end, mention.end)):
            found.append((deed.start("verb"), deed.end("verb"), "makes" if deed["verb"].endswith("s") else "made"))
        elif seeming := past_of_subject(text, behind.get(mention.end, mention.end)):
            found.append(seeming)
    for end in actor_nouns(text):
        place = behind.get(end, end)
        verb = _verbs().match(text, place) if end in behind else None
        if called := _CALLED.match(text, place):
            found.append((called.start("verb"), called.end("verb"), "drew"))
        elif seeming := past_of_subject(text, place):
            found.append(seeming)
        elif (placed := _PLACED.match(text, place)) and (deed := _deeds().match(text, placed.end())):
            found.append((deed.start("verb"), deed.end("verb"), "made"))
        elif verb and not _NEXT_OF_NOUN.match(text, verb.end()):
            found.append((verb.start("verb"), verb.end("verb"), _like_want(verb["verb"])))
    found += [(m.start("verb"), m.end("verb"), "wants") for m in _joined_verbs().finditer(text)]
    found += [(m.start("verb"), m.end("verb"), "want") for m in _verbs_behind_relatives().finditer(text)]
    found += [(m.start(), m.end(), "military") for m in _NO_VERBS.finditer(text)]
    found += [(m.start(), m.end(), "raids" if m[0].endswith("s") else "raid") for m in _hyphened().finditer(text)]
    found += [(m.start(), m.end(), "depends") for m in _HINGES.finditer(text)] if "hinges" in text else []
    found += [(m.start("verb"), m.end("verb"), "want") for m in _FAVOUR.finditer(text)] if "favo" in text else []
    found += [(m.start("verb"), m.end("verb"), "wants") for m in _BINDING.finditer(text)]
    found += war_words(text)
    beside_clause = {(start, end): word for start, end, word in relatives_beside(text, mentions)}
    found = [reading for reading in found if reading[:2] not in beside_clause]
    return sorted({*found, *plain_verbs(text), *((*place, word) for place, word in beside_clause.items())})


_ANSWERED = re.compile(
    r"\b(?:of|by|with|over|against|despite|amid|from|to|under|met|"
    r"(?:reject|resist|rebuff|ignor|defy|defi|accept|heed|dismiss|refus|spurn|satisf|answer|welcom|criticis|criticiz|condemn|"
    r"denounc|repeat|renew|meet|oppos)(?:ed|ied|ing|y|ying)?) $"
)
"""What stands before a noun: "rejected U.S. demands that", "in spite of U.S. offers to"."""


_PLURALS = re.compile(
    r" (?:demand|call|plan|offer|request|move|attempt|pledge|claim|appeal|bid|strike|attack|raid|promise|vow|threat|"
    r"charge|order|push|protest|purchase|transfer|visit|release|veto|boycott|tariff|sanction|concern|curb)e?s\b"
)


def _is_before_noun(text: str, mention: Mention) -> bool:
    """ "Rejecting U.S. demands that", "in spite of EU calls": a short name before a plural that could be a verb."""
    if mention.sort not in {"state", "bloc", "organisation"} or mention.end - mention.start > len("U.S."):
        return False
    return bool(_PLURALS.match(text, mention.end) and _ANSWERED.search(text, max(0, mention.start - 12), mention.start))


_CALLED = re.compile(r"\s+(?:(?:also|later|again|then)\s+)?(?P<verb>called)(?=\s+(?:on|upon)\s+(?![A-Z]?[a-z]+day\b))")
"""What looks like a participle behind a plural: "farmers called on the government"."""
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}"
_PLACED = re.compile(
    rf" (?:in|near|outside|from|of) (?:the )?(?:[a-z]+ )?{_NAME}"
    rf"(?: (?:city|town|village|port|province|region|district|camp|capital|island|state) of {_NAME})?(?= )"
)
"""Where a group is, between it and what it does: "police in Jericho"."""


@cache
def _hyphened() -> re.Pattern[str]:
    """Nouns with a hyphen, which the parser does not know: "cease-fires"."""
    return re.compile(rf"\b(?=\w+-)(?:{'|'.join(sorted(hyphened_nouns()))})s?\b", re.IGNORECASE)


_FAVOUR = re.compile(r"\bto (?P<verb>favou?r)\b")
"""A verb behind "to", which the parser takes for a noun: "is understood to favour"."""
_HINGES = re.compile(r"\bhinges(?= (?:up)?on\b)")
"""A verb that the parser takes for a noun."""
_NO_VERBS = re.compile(
    r"\b(?:peacekeeping|peacemaking|peace-keeping|warring|ruling|governing)(?= [a-z])|"
    r"\bacting(?= (?:\w+ ){0,2}(?:minister|president|premier|chancellor|secretary|chief|head|director|governor|mayor|"
    r"commander|commissioner|chairman|chairwoman|chair|leader|ambassador|envoy|speaker|administrator)\b)|"
    r"\brights(?= (?:groups?|organi[sz]ations?|campaigners|activists|lawyers|watchdogs?|advocates|bodies|monitors)\b)"
)
"""Participles that describe a noun and that the parser takes for verbs: "peacekeeping troops"."""
_TEXT = (
    r"deal|agreement|accord|treaty|pact|text|draft|plan|memorandum|protocol|truce|settlement|compromise|arrangement|"
    r"framework|contract|convention|package|roadmap|law|bill|resolution|proposal"
)
_BINDING = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir)(?: [\w-]+){{0,2}}? (?:{_TEXT}) (?:also |now |further )?"
    r"(?P<verb>(?:oblig|bind|commit|compel|requir|obligat|forc)e?s)"
    r"(?= (?:[A-Z]|the |both |all |each |its |it |them ))"
)
"""What an accord does to those whom it binds: "the deal obliges Chad to leave"."""
_UNLIKE = {
    "call", "offer", "promise", "pledge", "grant", "insist", "declare", "brand", "consider", "describe", "label",
    "deem", "judge", "guarantee", "award", "assure", "vow", "ask", "reject", "dismiss", "denounce", "condemn", "hail",
    "miss", "give", "pay", "hand", "show", "teach", "tell", "send",
}  # fmt: skip
"""Verbs that take two objects, a noun for what something is, or a clause right away, as "want" and "make" do not."""


@cache
def _joined_verbs() -> re.Pattern[str]:
    """Third persons that are hardly ever nouns, after "and", "but" or a comma."""
    words = lexicon("positions")
    nouns = {word for entry in words["noun"] for word in entry["words"]} | set(words["homographs"]["words"])
    lemmas = _bare_verbs() - nouns
    forms = any_of([*_with_particles(), *(third_person(lemma) for lemma in sorted(lemmas))])
    return re.compile(rf"(?:\b(?:and|but)|,)\s+(?:(?:also|now|still|both)\s+)?(?P<verb>{forms})(?=\s+[a-zA-Z])")


_PARTICLES = {"aside", "off", "away", "down", "out", "up", "back", "over", "through"}


def _with_particles() -> list[str]:
    """Patterns of third persons that a particle shows to be verbs: "brushes", before "aside"."""
    words = {word for entry in lexicon("positions")["verb"] for word in entry["words"]}
    pairs = sorted(word.split("+") for word in words if word.partition("+")[2] in _PARTICLES)
    return [rf"{third_person(lemma)}(?= {particle}\b)" for lemma, particle in pairs]


@cache
def _verbs_behind_relatives() -> re.Pattern[str]:
    """Verbs of stance that could be nouns, behind a relative clause: "which need the money, back the plan"."""
    words = lexicon("positions")
    forms = "|".join(sorted(set(words["homographs"]["words"])))
    return re.compile(
        rf"\b(?:which|who)\b[^.;:,]{{3,120}}, (?P<verb>{forms})(?= (?:the|a|an|any|all|no|its|their|that|to)\b)"
    )


@cache
def _verbs() -> re.Pattern[str]:
    words = lexicon("positions")
    lemmas = sorted(_bare_verbs() | set(lexicon("implied")["fearing"]["words"]))
    forms = [form for lemma in lemmas for form in (third_person(lemma), lemma)]
    forms += [past(lemma) for lemma in sorted((_bare_verbs() | set(words["sharing"]["taken"])) - _UNLIKE)]
    return re.compile(rf"\s+(?:(?:also|now|both|all|still|only|therefore)\s+)?(?P<verb>{any_of(forms)})\b")


@cache
def _deeds() -> re.Pattern[str]:
    """Pasts of verbs of acts that take an object, before one: "Chad halted deliveries"."""
    entries = [entry for entry in lexicon("acts")["verb"] if "object" in entry or "obj" in entry.get("target", ())]
    lemmas = {word for entry in entries for word in entry["words"] if word.isalpha()} - _UNLIKE
    pasts = {form for lemma in lemmas for form in (past(lemma), doubled_past(lemma))} | _STRONG
    forms = any_of(sorted(pasts | {third_person(lemma) for lemma in lemmas - _plurals()}))
    return re.compile(
        rf"\s+(?P<verb>{forms})(?=\s+(?!by\b|in\b|on\b|at\b|for\b|from\b|to\b|with\b|without\b|of\b|as\b|into\b|up\b|off\b|out\b|over\b|"
        r"down\b|back\b|that\b|and\b|or\b)[\w“\"$€£])"
    )


_JOINT = re.compile(
    r"\b(?:if|unless|once|until|before|after|when|that|as soon as|as long as|the moment|because|while|whether)"
    r" (?:the |an? )?$",
    re.IGNORECASE,
)
"""What opens a clause whose subject comes next."""
_REACH = 24


def _hoped_for(text: str, mention: Mention) -> tuple[int, int] | None:
    """Where a verb stands that could be a noun, in a clause that *mention* opens: "once Chad exempts steel"."""
    deed = _deeds_hoped_for().match(text, mention.end)
    opening = _JOINT.search(text, max(0, mention.start - _REACH), mention.start) if deed else None
    return deed.span("verb") if deed and opening else None


@cache
def _deeds_hoped_for() -> re.Pattern[str]:
    """Presents of verbs of acts that take an object, before one."""
    entries = [entry for entry in lexicon("acts")["verb"] if "object" in entry or "obj" in entry.get("target", ())]
    lemmas = {word for entry in entries for word in entry["words"] if word.isalpha()} - _UNLIKE
    forms = any_of(sorted({third_person(lemma) for lemma in lemmas | {"exempt"}}))
    return re.compile(
        rf"\s+(?P<verb>{forms})(?=\s+(?:(?:the|an?|its|his|her|their|all|any|no|more|some)\b|[A-Z][a-z]+|\d))"
    )


_STRONG = {"set", "lent", "shut", "sank", "overthrew", "unfroze", "overran", "withheld"}
"""Pasts that no rule gives and that the parser takes for something else."""


@cache
def _plurals() -> frozenset[str]:
    """Verbs whose third person could be a plural behind a name: "Chad talks", "Chad strikes"."""
    words = lexicon("acts")
    nouns = {word for entry in words["noun"] for word in entry["words"]} | set(words["carriers"]["homographs"])
    listed = {word for each in words["nouns"].values() for word in each}
    return frozenset(nouns | listed | {word for each in words["nominal"].values() for word in each})


def _bare_verbs() -> set[str]:
    """Verbs of stance by themselves: "take", in "take exception", says nothing without its noun."""
    words = lexicon("positions")
    bare = {word for entry in words["verb"] for word in entry["words"] if "+" not in word}
    return (bare | set(words["homographs"]["verbs"])) - set(words["homographs"]["nouns"])


def _like_want(verb: str) -> str:
    """ "Want" in the form of *verb*."""
    return "wanted" if verb.endswith("ed") else "wants" if verb.endswith("s") else "want"

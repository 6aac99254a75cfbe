"""Whom somebody with a title serves, where the words beside the title name no party.

"Finance Minister X Y", "rebel spokesman X Y", "the union's general secretary, X Y", "their chairman, X Y": the state
that the article is about, the movement or body named last, or whichever of them the words before the title call for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.language.mention import BODIES, STATES
from dragoman.language.roles import Found
from dragoman.language.words import Words, word_set

__all__ = ["served"]

_LOOKING_BACK = 300
"""Words back to the party that a title without one is of."""
_SENTENCE = 60
"""Words back to the beginning of a sentence."""
_REACH = 6
"""Words before a title in which it is said what it is of."""
_OWNERS = BODIES | {"state", "region", "agency"}
_LANDS = frozenset({"state", "region"})
_OF_STATES = frozenset({"minister", "premier", "chancellor", "undersecretary"})
"""Offices that neither a body nor a bloc of states has."""
_OTHER_COMMISSIONERS = frozenset({"police", "high", "rights", "information", "provincial", "district", "assistant"})
"""Words before a commissioner who is not one of the European Union."""
_OF_BODIES = frozenset({"secretary", "director"})
"""Before "general" those who head a body, not a state: "Secretary-General X Y"."""
_OWN = frozenset({"its", "their"})


def served(words: Words, head: int, home: str | None, taken: Mapping[int, Found]) -> str | None:
    """Return the party that the bearer of the title at word *head* serves; None where unknown.

    *home* is the state that the article is about, *taken* the names at each word.
    """
    lead, state_office = _lead(words, head), words.keys[head] in word_set("offices of states")
    if (whose := head - len(lead) - 1) > 0 and words.keys[whose] == "whose":
        return _described(words, whose, taken)
    if words.keys[head] == "president" and not lead and words.keys[head - 1] == "the":
        near = (taken[n] for n in range(max(0, head - _SENTENCE), head) if n in taken)
        return home if all(name.sort not in BODIES for name in near) else None
    if words.keys[head] == "ambassador" and not lead:
        return next(_others_before(head, home, taken), None)
    if words.keys[head] == "commissioner" and _OTHER_COMMISSIONERS.isdisjoint(lead) and _is_named("EU", taken):
        return "EU"
    if not word_set("rebel words").isdisjoint(word.removesuffix("s") for word in lead):
        return _named_before(head, taken, BODIES)
    if not _OWN.isdisjoint(lead[-3:]):
        return _of_own(words, head, lead, taken)
    if "'" in lead and not word_set("lands").isdisjoint(lead):
        return _named_before(head, taken, frozenset({"region"})) or home
    if not (word_set("arms of state") | word_set("dissent")).isdisjoint(lead):
        return home or _named_before(head, taken, STATES | {"person"})
    if words.keys[head] == "general" and not _OF_BODIES.isdisjoint(words.keys[max(0, head - 2) : head]):
        return _named_before(head, taken, BODIES)
    bodies = [word for word in lead if word.removesuffix("s") in _body_words()]
    if bodies:
        return _called(words, bodies[-1], head, taken) or _named_before(head, taken, BODIES)
    if words.capitalised(head) or state_office:
        return _opening(words, head, taken) or home or _named_before(head, taken, STATES | {"person"})
    return _named_before(head, taken, _OWNERS | STATES) if words.keys[head].startswith("spokes") else None


def _of_own(words: Words, head: int, lead: list[str], taken: Mapping[int, Found]) -> str | None:
    """Whose "its foreign minister", "their chairman" is; "its" stands for no name of many."""
    first, title, its = head - len(lead), words.keys[head], lead[0] == "its"
    if title in _OF_STATES:
        return _state_before(words, head, taken)
    envoy = title == "ambassador"
    if its and (subject := _subject_before(words, first, taken, _LANDS | {"capital"} if envoy else BODIES)):
        return subject
    before = _before_quotation(words, first) or head
    if envoy:
        return _state_before(words, before, taken)
    fit = {at: name for at, name in taken.items() if not _is_many(words, name)} if its else taken
    return _named_before(before, fit, _OWNERS if title in word_set("offices of states") else BODIES)


def _described(words: Words, whose: int, taken: Mapping[int, Found]) -> str | None:
    """Who stands before "whose": the Norway of "Norway, whose foreign minister, X Y,"."""
    name = taken.get(whose - 1 - (words.keys[whose - 1 : whose] == [","]))
    return name.party if name is not None and name.sort in _OWNERS | STATES else None


def _is_named(party: str, taken: Mapping[int, Found]) -> bool:
    return any(name.party == party for name in taken.values())


def _body_words() -> frozenset[str]:
    return word_set("company nouns") | word_set("organisation nouns") | word_set("organisation words")


def _lead(words: Words, head: int) -> list[str]:
    """The words before a title that belong to its phrase."""
    first = head
    while first > 0 and head - first < _REACH and (words.joined(first) or words.keys[first - 1] == "'"):
        before = words.keys[first - 1]
        if before not in _OWN and (before in word_set("role stops") or not (before.isalpha() or before == "'")):
            break
        first -= 1
        if before in _OWN:
            break
    return words.keys[first:head]


def _before_quotation(words: Words, at: int) -> int | None:
    """Where the quotation begins that ends right before the word *at*: who says it is nobody named inside it."""
    if not at or words.keys[at - 1] not in {'"', "”"}:
        return None
    inside = range(at - 2, max(-1, at - _LOOKING_BACK), -1)
    return next((n for n in inside if words.keys[n] in {'"', "“"}), None)


def _opening(words: Words, head: int, taken: Mapping[int, Found]) -> str | None:
    """The state with which the sentence of the title begins: "Bulgaria will not sign, Foreign Minister X Y said"."""
    first = _sentence_start(words, head)
    name = taken.get(first) if first is not None and head - first > _REACH else None
    return name.party if name is not None and name.sort == "state" else None


def _sentence_start(words: Words, at: int) -> int | None:
    """The word with which the sentence of the word *at* begins; None where that is too far back.

    What follows an apostrophe, as the court of "Norway's court", begins none.
    """
    back = range(at, max(-1, at - _SENTENCE), -1)
    return next((n for n in back if words.opens_sentence(n) and (not n or words.keys[n - 1] != "'")), None)


def _called(words: Words, noun: str, first: int, taken: Mapping[int, Found]) -> str | None:
    """The body named last before the word *first* that bears the *noun* in its name: "the guild's president"."""
    before = (taken[n] for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1) if n in taken)
    bearing = (name for name in before if name.sort in BODIES and noun in words.keys[name.first : name.stop])
    return next((name.party for name in bearing), None)


def _named_before(first: int, taken: Mapping[int, Found], sorts: frozenset[str]) -> str | None:
    """The party of one of *sorts* named last before the word *first*; of persons those of a state."""
    before = (taken[n] for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1) if n in taken)
    bodies = {name.party for name in taken.values() if name.sort in BODIES}
    return next((name.party for name in before if name.sort in sorts and _fits(name, bodies)), None)


def _state_before(words: Words, first: int, taken: Mapping[int, Found]) -> str | None:
    """Whose "its environment minister" is: the land, or the capital that acts for it, named last before *first*."""
    if opening := _opening_before(words, first, taken):
        return opening
    before = (taken[n] for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1) if n in taken)
    lands = (name for name in before if name.sort in _LANDS or (name.sort == "capital" and _acts(words, name)))
    return next((name.party for name in lands), None)


def _opening_before(words: Words, head: int, taken: Mapping[int, Found]) -> str | None:
    """ "Latvia, which lost in Norway's court, would welcome it. Its minister": the land that the sentence before opens.

    Where that one names others as freely, the last of them is meant.
    """
    own = next((n for n in range(head, max(0, head - _REACH), -1) if words.keys[n] in _OWN), 0)
    if not own or not words.opens_sentence(own):
        return None
    first = _sentence_start(words, own - 1)
    name = taken.get(first) if first is not None else None
    if first is None or name is None or name.sort != "state" or _owns(words, name):
        return None
    lands = {id(taken[n]): taken[n] for n in range(first, own) if n in taken and taken[n].sort in _LANDS}
    others = [one for one in lands.values() if one.party != name.party]
    return name.party if all(_owns(words, one) for one in others) else None


def _owns(words: Words, name: Found) -> bool:
    """ "Norway's court": named as whose something is."""
    return words.keys[name.stop : name.stop + 1] == ["'"]


def _subject_before(words: Words, first: int, taken: Mapping[int, Found], sorts: frozenset[str]) -> str | None:
    """Whose "Its ambassador, X Y," at the head of a sentence is: the party with which the one before it begins."""
    if first < 2 or not words.opens_sentence(first):
        return None
    at = _sentence_start(words, first - 1)
    name = taken.get(at + (words.keys[at] == "the")) if at is not None else None
    return name.party if name is not None and name.sort in sorts and not _is_many(words, name) else None


def _is_many(words: Words, name: Found) -> bool:
    """True for a name that is a plural noun: "developing countries", "African states"."""
    last = words.written[name.stop - 1]
    return last.islower() and last.endswith("s")


def _acts(words: Words, capital: Found) -> bool:
    """ "New Delhi has since moved", but not "in Delhi", nor the Delhi of a dateline."""
    dated = words.keys[capital.stop : capital.stop + 1] in ([","], ["("], ["—"])
    return not dated and words.keys[max(0, capital.first - 1)] not in word_set("places before")


def _others_before(head: int, home: str | None, taken: Mapping[int, Found]) -> Iterator[str]:
    """The states named shortly before the word *head*, nearest first, but for *home*: an ambassador is a guest."""
    for n in range(head - 1, max(-1, head - _SENTENCE), -1):
        if n in taken and taken[n].sort in STATES and taken[n].party != home:
            yield taken[n].party


def _fits(name: Found, bodies: set[str]) -> bool:
    return name.sort != "person" or (name.party.isupper() and len(name.party) == 3 and name.party not in bodies)

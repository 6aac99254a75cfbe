"""Introductions: how an article says once who somebody is, so that the bare name means him from then on.

Read from words alone, without a parse: "German finance minister X Y", "X Y, the Ethiopian water minister",
"Ruritania's foreign minister, X Y", "X Y (Chile)", "X Y and Z W of the Democratic Unionist Party", "X Y of Norway",
"X Y, a scholar at the University of Z", "X Y, its chairman". "Finance Minister X Y", of no country named, serves the
state that the article is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman.language.belonging import LONGEST_DESCRIPTION, offices, told_owner
from dragoman.language.constituencies import is_legislator
from dragoman.language.mention import BODIES, STATES
from dragoman.language.persons import Introduced, is_body, is_free, name_after, name_before, named_person
from dragoman.language.roles import Found, Role, covering, role_nouns, with_office
from dragoman.language.serving import served
from dragoman.language.words import Words, word_set

__all__ = ["introductions"]

_ABOUT = 4
"""Mentions of a state from which on an article can be about it."""
_TWICE = 2
"""Signs of the only state of an article from which on it is about it."""
_PORTFOLIOS = frozenset(
    "health foreign home education defence defense labor labour treasury transport business energy trade interior "
    "environment justice cabinet commerce agriculture finance budget security".split()
)
"""Words before "secretary" that make one of a state: "the health secretary"."""
_HEADS_OF_SERVICES = frozenset({"head", "chief", "director", "secretary", "commander", "inspector", "coordinator"})
"""Titles of those at the head of a service, which is that of the state an article is about."""
_HEADS_OF = frozenset({"secretary", "director", "adviser", "advisor"})
_TO_HEADS = (["to", "the", "president"], ["to", "the", "premier"], ["to", "the", "chancellor"], ["to", "the", "king"])
_HELPERS = ("has", "had", "will", "would")
_POSTS = frozenset({"state", "capital", "region", "organisation", "bloc"})
"""Where somebody may be sent."""
_BEHIND_OF = frozenset({"movement", "state", "region", "organisation", "company"})
"""Whom somebody may be said to be of, right behind his name."""
_DATELINE = 60
"""Words within which an article says where it was filed, the headline counted."""
_RANK = 6
"""Words and dots that a rank has at most: "Rear Adm."."""
_ADJECTIVES = 3
"""Words of description before a role: "the veteran conservative president of"."""


def introductions(words: Words, names: Sequence[Found], roles: Sequence[Role]) -> Iterator[Introduced]:
    """Yield the persons that the article introduces, each place of introduction once, in no particular order.

    *names* are the listed names found in *words*; *roles* the roles among them.
    """
    taken = covering(names)
    by_first = {role.first: role for role in roles}
    for role in roles:
        if role.stands in {"office", "body", "inside"} and not role.plural:
            yield from _after_role(words, role, taken)
    home = _home(words, names)
    within = {at for role in roles for at in range(role.first, role.stop)}
    described: set[int] = set()
    for at, mark in enumerate(words.keys):
        if mark == ",":
            for person in _before_comma(words, at, by_first, taken, home):
                described.add(person.first)
                yield person
        elif mark == "(" and at + 2 < len(words):
            yield from _in_brackets(words, at, taken)
        elif mark == "of":
            yield from _of_movement(words, at, taken)
        elif mark == "'":
            yield from _of_owner(words, at, taken)
        elif mark == "by" and words.keys[at - 1] in word_set("led by"):
            yield from _leading(words, at, {role.stop: role for role in roles}, taken)
    legislators = word_set("legislators")
    for at, word in enumerate(words.keys):
        if word in legislators:
            yield from _members(words, at, home, taken)
        elif word in offices() and at not in within and at not in taken:
            yield from (one for one in _after_title(words, at, home, taken) if one.first not in described)


def _after_role(words: Words, role: Role, taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "German finance minister X Y" and "Ruritania's foreign minister, X Y,"."""
    first = _past_post(words, role.stop, taken)
    comma = words.keys[first : first + 1] == [","]
    if comma:
        first = _past_rank(words, first + 1)
    elif first > role.stop:
        return
    if first >= len(words) or not words.joined(first) or words.headline(first):
        return
    stop = name_after(words, first)
    if stop - first < 2 or not is_free(taken, first, stop):
        return
    if comma and stop < len(words) and words.keys[stop] not in {",", ".", ";", "-", "—", "(", "'"}:
        return
    person = named_person(words, first, stop, role.party, role.part if role.stands != "inside" else None)
    if person:
        yield person


def _past_rank(words: Words, at: int) -> int:
    """The word behind a rank before a name: "an army spokesman, Senior Col. X Y,"."""
    stop = at
    while stop - at < _RANK and words.keys[stop : stop + 1] and words.capitalised(stop):
        if words.keys[stop] not in word_set("ranks"):
            break
        stop += 1 + (words.keys[stop + 1 : stop + 2] == ["."])
    return stop


def _home(words: Words, names: Sequence[Found]) -> str | None:
    """The state that the article is plainly about, which officials without a nationality serve; None for a tie.

    It is the one it is filed from, if it names as many people of it as of the most named; or else the one named first,
    where another is not named twice as often; or the only one that the article names, its officials counted.
    """
    states = [name.party for name in names if name.sort in STATES]
    filed = next((name.party for name in names if name.sort == "capital" and _is_dateline(words, name)), None)
    people = Counter(name.party for name in names if name.sort == "person")
    ranked = Counter(states).most_common(2)
    if filed and people[filed] >= people[ranked[0][0]]:
        states = [filed, *states]
    serving = {name.party for name in names if name.sort == "person" and name.party.isupper() and len(name.party) == 3}
    serving -= {name.party for name in names if name.sort in BODIES}
    if len(only := {*states, *serving}) == 1 and len(states) + len(serving) >= _TWICE:
        return next(iter(only))
    if not ranked or ranked[0][1] < _ABOUT:
        return None
    if 2 * states.count(states[0]) >= ranked[0][1] and states.count(states[0]) >= _ABOUT:
        return states[0]
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


def _past_post(words: Words, at: int, taken: Mapping[int, Found]) -> int:
    """The word behind the place somebody is sent to: "Norway's ambassador to Kenya", "the Fund's envoy in Lima"."""
    if words.keys[at : at + 1] not in (["to"], ["in"], ["for"], ["at"]):
        return at
    name = taken.get(at + 1 + (words.keys[at + 1 : at + 2] == ["the"]))
    return name.stop if name is not None and name.sort in _POSTS else at


def _is_dateline(words: Words, name: Found) -> bool:
    """True for the capital of "ACCRA, Feb 9", "Accra (Reuters)" and "The Courier | Accra, Thursday" at the top."""
    if name.first > _DATELINE or not words.opens_sentence(name.first):
        return False
    follows = words.keys[name.stop : name.stop + 2]
    dated = follows[:1] == [","] and (follows[1:] and (follows[1] in word_set("calendar") or follows[1].isdigit()))
    return bool(dated) or follows[:1] in (["("], ["—"])


def _after_title(words: Words, head: int, home: str | None, taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "Finance Minister X Y", "the health minister, X Y,", "rebel spokesman X Y", of nobody named."""
    stop = _past_service(words, head, taken)
    serves = stop > head + 1 and words.keys[head] in _HEADS_OF_SERVICES
    comma = words.keys[stop : stop + 1] == [","]
    first = stop + comma
    if first >= len(words) or not words.joined(first) or words.headline(first):
        return
    end = name_after(words, first)
    if end - first < 2 or not is_free(taken, first, end):
        return
    if (comma and words.keys[end : end + 1] not in ([","], ["."])) or _is_of_a_land(words, end, taken):
        return
    owner = served(words, head, home, taken) or (home if serves and comma else None)
    person = named_person(words, first, end, owner) if owner else None
    if person:
        yield person


def _members(words: Words, title: int, home: str | None, taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "Rep. X Y of Utah" and "Sens. X Y, R-Iowa, and Z W" of the parliament of the state that the article is about."""
    first = title + 1 + (words.keys[title + 1 : title + 2] == ["."])
    while home and words.capitalised(title) and first < len(words) and words.joined(first):
        stop = name_after(words, first)
        if stop - first < 2 or not is_free(taken, first, stop):
            return
        person = named_person(words, first, stop, home)
        if person:
            yield person
        first = stop + 1 if words.keys[title].endswith("s") and words.keys[stop : stop + 1] == ["and"] else len(words)


def _past_service(words: Words, head: int, taken: Mapping[int, Found]) -> int:
    """Where a title ends: past "of Public Service", "to the Government of the Federation", "of staff" behind it."""
    stop = with_office(words, head)
    if words.keys[stop : stop + 1] not in (["of"], ["to"]) or words.keys[head] not in _HEADS_OF_SERVICES:
        return stop
    for at in range(stop + 1, min(stop + LONGEST_DESCRIPTION, len(words))):
        if words.keys[at] == ",":
            return at if words.keys[at - 1] in word_set("services") else stop
        if at in taken or not words.keys[at].isalpha():
            return stop
    return stop


def _is_of_a_land(words: Words, end: int, taken: Mapping[int, Found]) -> bool:
    """True where a person's name goes on with "of Punjab", which tells whom he serves."""
    return words.keys[end : end + 1] == ["of"] and end + 1 in taken and taken[end + 1].sort in {"state", "region"}


def _before_comma(
    words: Words, end: int, roles: Mapping[int, Role], taken: Mapping[int, Found], home: str | None
) -> Iterator[Introduced]:
    """ "X Y, the Ethiopian water minister" and "X Y, 49, an analyst at Z"."""
    first, comma = name_before(words, end), _past_age(words, end)
    if end - first < 2 or not is_free(taken, first, end):
        return
    at = comma + 1
    while at < len(words) and at - comma <= 3 and words.keys[at] in word_set("before roles"):
        at += 1
    role = roles.get(at) or _described(words, comma, roles)
    owner = role.party if role is not None else told_owner(words, first, (comma + 1, at), taken)
    if owner:
        person = named_person(words, first, end, owner)
        if person:
            yield person
        return
    for head in range(at, min(at + LONGEST_DESCRIPTION, len(words))):
        noun = words.keys[head]
        if noun == "commissioner" and at > comma + 1 and any(name.party == "EU" for name in taken.values()):
            person = named_person(words, first, end, "EU")
            if person:
                yield person
            return
        behind = with_office(words, head)
        housed = noun in role_nouns() and _past_house(words, behind) > behind
        of_state = housed or noun in word_set("offices of states")
        of_state = of_state or (noun in _HEADS_OF and words.keys[head - 1] in _PORTFOLIOS)
        of_state = of_state or words.keys[behind : behind + 3] in _TO_HEADS
        if home and at > comma + 1 and of_state and not words.capitalised(head):
            behind += 3 * (words.keys[behind : behind + 3] in _TO_HEADS)
            follows = words.keys[_past_house(words, behind) :][:1]
            person = named_person(words, first, end, home) if follows in ([","], ["."], ["who"]) else None
            if person:
                yield person
            return
        if noun in word_set("role stops") or not (noun.isalpha() or noun == "-"):
            return
        if noun in role_nouns() and role_nouns()[noun][0] == "expert":
            person = named_person(words, first, end, _institution(words, head))
            if person:
                yield person
            return


def _past_age(words: Words, comma: int) -> int:
    """The comma behind the age that *comma* opens: "X Y, 49, the firm's chairman"; else *comma*."""
    aged = words.keys[comma + 2 : comma + 3] == [","] and words.keys[comma + 1].isdigit()
    return comma + 2 if aged else comma


def _past_house(words: Words, at: int) -> int:
    """The word behind "of parliament", "in the cabinet": a house of a state that is not told apart."""
    stop = at + 1 + (words.keys[at + 1 : at + 2] == ["the"])
    inside = words.keys[at : at + 1] in (["of"], ["in"]) and words.keys[stop : stop + 1] != []
    return stop + 1 if inside and words.keys[stop] in word_set("arms of state") else at


def _described(words: Words, comma: int, roles: Mapping[int, Role]) -> Role | None:
    """The role behind a word or two of description: "the conservative president of Andalusia"."""
    if words.keys[comma + 1 : comma + 2] not in (["the"], ["a"], ["an"], ["its"]):
        return None
    for at in range(comma + 2, min(comma + 2 + _ADJECTIVES, len(words))):
        word = words.keys[at]
        if at in roles:
            return roles[at]
        if not word.isalpha() or words.capitalised(at) or word in word_set("role stops") | word_set("deeds"):
            return None
    return None


def _institution(words: Words, head: int) -> str | None:
    """The house an expert belongs to: "a scholar at the University of Z", where it has a name."""
    at = head + 1
    if words.keys[at : at + 1] and words.keys[at] in {"at", "with", "for", "from", "of"}:
        at += 2 if words.keys[at + 1 : at + 2] == ["the"] else 1
    if at >= len(words) or words.keys[at - 1] == "in" or at == head + 1:
        return None
    stop = at
    while stop < len(words) and words.joined(stop) and stop - at < 8:
        inside = words.keys[stop] in {"of", "for", "and", "-", "on", "&", "'"} or words.keys[stop - 1] == "'"
        if not (words.capitalised(stop) or inside):
            break
        stop += 1
    while stop > at and not words.capitalised(stop - 1):
        stop -= 1
    return words.text[words.starts[at] : words.ends[stop - 1]] if stop > at else None


def _in_brackets(words: Words, bracket: int, taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "X Y (Chile)"."""
    name = taken.get(bracket + 1)
    if name is None or name.sort != "state" or words.keys[name.stop : name.stop + 1] != [")"]:
        return
    first = name_before(words, bracket)
    if bracket - first >= 2 and is_free(taken, first, bracket):
        person = named_person(words, first, bracket, name.party)
        if person:
            yield person


def _of_movement(words: Words, of: int, taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "X Y and Z W of the Democratic Unionist Party", "X Y of the opposition Democratic Center"."""
    at = of + 2 if words.keys[of + 1 : of + 2] == ["the"] else of + 1
    described = at if at in taken else _past_adjectives(words, at)
    owner = taken.get(described)
    if owner is None or owner.first != described or owner.sort not in _BEHIND_OF:
        return
    if described > at and owner.sort not in {"movement", "organisation"}:
        return
    stop = of - (words.keys[of - 1 : of] == [","] and words.keys[owner.stop : owner.stop + 1] == [","])
    while True:
        first = name_before(words, stop)
        if stop - first < 2 or not is_free(taken, first, stop):
            return
        if owner.sort != "movement" and is_body(words, first, stop):
            return
        legislator = owner.sort in {"region", "state"} and is_legislator(words, first)
        person = named_person(words, first, stop, None if legislator else owner.party)
        if person and not legislator:
            yield person
        if words.keys[first - 1 : first] != ["and"]:
            return
        stop = first - 1


def _past_adjectives(words: Words, at: int) -> int:
    """The word behind those in small letters at *at*: the name in "of the opposition Harvest Party"."""
    stop = at
    while stop < min(at + _ADJECTIVES, len(words)) and (words.keys[stop].isalpha() or words.keys[stop] == "-"):
        if words.capitalised(stop) or words.keys[stop] in word_set("role stops"):
            break
        stop += 1
    return stop


def _of_owner(words: Words, mark: int, taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "Norway's Maria Lunde, who", "Harvest's Maria Lunde said": a name behind its land's or its body's."""
    owner, first = taken.get(mark - 1), mark + 2
    if owner is None or owner.sort not in _BEHIND_OF or words.keys[mark + 1 : first] != ["s"]:
        return
    stop = name_after(words, first)
    if stop - first not in {2, 3} or not is_free(taken, first, stop) or is_body(words, first, stop):
        return
    follows = words.keys[stop : stop + 2]
    helped = bool(follows) and follows[0] in _HELPERS
    said = words.keys[stop + helped : stop + helped + 1]
    speaks = bool(said) and said[0] in word_set("speaking")
    person = named_person(words, first, stop, owner.party) if speaks or follows == [",", "who"] else None
    if person:
        yield person


def _leading(words: Words, by: int, ends: Mapping[int, Role], taken: Mapping[int, Found]) -> Iterator[Introduced]:
    """ "The Norwegian delegation, led by X Y": the leader is of whom he leads."""
    stop = by - 1 - (words.keys[by - 2 : by - 1] == [","])
    owner = ends.get(stop) or taken.get(stop - 1)
    first = by + 1
    end = name_after(words, first)
    if owner is None or owner.stop != stop or end - first < 2 or not is_free(taken, first, end):
        return
    person = named_person(words, first, end, owner.party)
    if person and not is_body(words, first, end):
        yield person

"""Groups that no name places: demonstrators are of the place where they march, dissidents of those who jail them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import word_list
from dragoman.statements.acts.grounds import ground
from dragoman.statements.cast import party_of
from dragoman.statements.group_names import is_of_group
from dragoman.statements.lexicon import word_sets
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Groups", "is_group", "is_state"]

_WHERE = ("in", "at", "near", "outside", "inside", "across", "throughout", "around")
_OFFICES = {"president", "vice-president", "premier", "prime", "minister", "chancellor", "king", "general"}
_FIRMS = {"miner", "grower", "trader", "fund", "carrier"}
"""Words that in the singular, with "the", are a company: "the miner"."""
_STATE = 3
"""Letters of the code of a state."""


class Groups:
    """Finds the state of groups in one article."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        named = {
            party_of(m.party) for m in text.mentions if m.sort in {"state", "demonym", "capital", "person", "role"}
        }
        self._states = {party for party in named if is_state(party)}
        self.only = next(iter(self._states)) if len(self._states) == 1 else None

    def is_only(self, state: str, others: set[str]) -> bool:
        """True where the article names no state besides *state* and *others*."""
        return self._states <= {state, *others}

    def settled(self, noun: Token | None, found: tuple[str, ...]) -> tuple[str, ...]:
        """Whom *found* leaves without the right state: "French paper workers", "Turks in Chad", a lone president."""
        if noun is None or len(found) > 1:
            return ()
        if (people := self._people(noun)) or not found:
            return people
        mentions = self._text.at.get(noun.i, ())
        if is_group(found[0]) and not _is_of_workers(noun):
            inner = (t for t in noun.subtree if t.i < noun.i)
            named = {"demonym"} | ({"state", "capital"} if noun.tag_ == "NNS" else set())
            state = next((m.party for t in inner for m in self._text.at.get(t.i, ()) if m.sort in named), None)
            state = state or next((p for c in clauses.prepositional(noun, *_WHERE) if (p := self.state_at(c))), None)
            return (f"{state}:{_called(noun)}",) if state and is_state(state) else ()
        if any(m.sort == "demonym" for m in mentions) and noun.tag_ in {"NNS", "NNPS"}:
            guests = (self.state_at(c) for c in clauses.prepositional(noun, "in", "of", "from"))
            host = next((state for state in guests if state and state != found[0]), None)
            return (f"{host}:{noun.text}",) if host else ()
        lone = any(m.sort == "person" and m.party == m.person for m in mentions) or (
            noun.pos_ == "PROPN" and not mentions
        )
        state = self._whose(noun) or (self.only if _is_titled(noun) else None) if lone else None
        if not state:
            return ()
        name = [word for word in found[0].split() if word.lower() not in _OFFICES]
        return (f"{state}:{' '.join(name)}",)

    def _whose(self, name: Token) -> str | None:
        """The state of a person by what he is called behind his name: "X, Algeria's leading campaigner"."""
        for noun in clauses.children(name, "appos"):
            for child in clauses.children(noun, "nmod:poss", "amod", "compound"):
                found = ground(child, self._text)
                if found and is_state(found) and noun.pos_ == "NOUN":
                    return found
        return None

    def _people(self, noun: Token) -> tuple[str, ...]:
        """A people without a state as people of the state they live in: "hundreds of Iraqi Kurds", "ethnic Turks"."""
        mentions = self._text.at.get(noun.i, ())
        if (noun.tag_ not in {"NNS", "NNPS"} and not noun.lower_.endswith("s")) or not mentions:
            return ()
        region = next((m.party for m in mentions if m.sort == "region"), None)
        counted = bool(clauses.children(noun, "nummod", "det")) or clauses.preposition(noun) == "of"
        if region is not None and (counted or noun.pos_ != "PROPN"):
            home = self._text.names.home(region)
            return (f"{home}:{_name(noun)}",) if home else ()
        if not any(c.lower_ == "ethnic" for c in noun.children):
            return ()
        own = {m.party for m in mentions}
        here = self._text.sentence(noun) or (noun.sent.start_char, noun.sent.end_char)
        named = (m.party for m in self._text.before(here[1]) if here[0] <= m.start and m.sort in {"state", "demonym"})
        host = next((party for party in reversed([*named]) if party not in own and is_state(party)), None)
        return (f"{host}:ethnic {noun.text}",) if host else ()

    def of_place(self, noun: Token, verb: Token) -> tuple[str, ...]:
        """The group *noun* with the state where *verb* says that it acts, else the one state the article names."""
        of_a_firm = any(c.pos_ == "PROPN" for c in clauses.children(noun, "compound"))
        if noun.lemma_ not in word_list("doers", "homely", "rulers") or of_a_firm or _is_of_workers(noun):
            return ()
        around = [verb, *clauses.objects(verb), *clauses.children(verb, "obl")]
        home = next((p for c in clauses.prepositional(noun, *_WHERE, "from", "of") if (p := self.state_at(c))), None)
        if home:
            return (f"{home}:{_called(noun)}",)
        places = [phrase for head in around for phrase in clauses.prepositional(head, *_WHERE, "into", "onto")]
        state = next((p for phrase in places if (p := self.state_at(phrase))), self.only)
        return (f"{state}:{_called(noun)}",) if state else ()

    def at_home(self, noun: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
        """The group *noun* as one of the state that acts on it; nobody where another state may be theirs."""
        homely = noun.lemma_ in word_list("doers", "homely") or (noun.lemma_ == "group" and noun.tag_ == "NNS")
        if not homely or len({party_of(p) for p in actor}) != 1:
            return ()
        theirs = any(c.lower_ == "their" for c in clauses.children(noun, "nmod:poss"))
        the_one = noun.tag_ == "NN" and any(c.lower_ == "the" for c in noun.children) and noun.lemma_ in _FIRMS
        if theirs or the_one:
            return ()
        home = party_of(actor[0])
        foreign = any(self._text.at.get(t.i) and not self._is_of(t, home) for t in noun.subtree)
        return (f"{home}:{_called(noun)}",) if is_state(home) and not foreign else ()

    def minority(self, noun: Token) -> tuple[str, ...]:
        """The land whose people are told by their descent: "the Albanian population of Kosovo" lives in Kosovo."""
        if noun.lemma_ not in word_list("doers", "peoples") or not clauses.children(noun, "amod", "compound"):
            return ()
        inside = clauses.prepositional(noun, "in", "of", "inside", "across")
        near = [noun.head, *clauses.children(noun.head, "obl")] if inside else []
        places = [*inside, *(c for head in near for c in clauses.prepositional(head, "in"))]
        found = (state for phrase in places if (state := self.state_at(phrase)))
        return tuple(found)[:1]

    def state_at(self, phrase: Token) -> str | None:
        """The state that a phrase of place names; "the Iraqi city of Basra" is in Iraq."""
        found = ground(phrase, self._text)
        if found is None and phrase.pos_ == "NOUN":
            beside = [*clauses.children(phrase, "amod", "compound", "nmod:poss"), *clauses.prepositional(phrase, "of")]
            found = next((state for c in beside if (state := ground(c, self._text))), None)
        return found if found and is_state(found) else None

    def _is_of(self, token: Token, home: str) -> bool:
        return any(m.party == home for m in self._text.at.get(token.i, ()))


def is_group(party: str) -> bool:
    """True for a group that goes by what it is called: "bondholders", "French paper workers"."""
    return ":" not in party and party.rsplit(maxsplit=1)[-1].islower()


def _is_titled(name: Token) -> bool:
    """True for the name of a holder of a national office: "President Levy Mwanawasa"."""
    first = name.left_edge.i
    return any(t.lower_ in _OFFICES for t in name.doc[max(name.sent.start, first - 2) : name.i])


def is_state(party: str) -> bool:
    """True for the code of a state."""
    return len(party) == _STATE and party.isalpha() and party.isupper()


def _name(noun: Token) -> str:
    """The name of a people as written: "Bosnian Serbs"."""
    return " ".join([*(t.text for t in noun.children if t.dep_ in {"flat", "amod"} and t.i < noun.i), noun.text])


def _called(noun: Token) -> str:
    """What the group is called: "opposition", "political prisoners"."""
    words = [t for t in noun.children if t.dep_ in {"amod", "compound"} and t.i < noun.i and t.pos_ in {"ADJ", "NOUN"}]
    return " ".join(t.lower_ for t in [*words, noun] if t.text[0].isalnum())


def _is_of_workers(noun: Token) -> bool:
    """ "The nurses' union in Chad": a body that has a name of its own by whose it is."""
    return noun.lemma_ in word_sets("nouns")["bodies"] and is_of_group(noun)

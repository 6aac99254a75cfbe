"""Nouns that take up whom an article has named: "the government", "the union", "lawmakers", "its speaker"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.language.roles import PASSING
from dragoman.statements import clauses
from dragoman.statements.bare import Bare, is_told_apart
from dragoman.statements.bodies import Bodies
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.companies import Companies
from dragoman.statements.dealt_with import dealt_with
from dragoman.statements.filed import filed_from
from dragoman.statements.lawmakers import ELECTED, domestic
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.mediators import BETWEEN_SIDES, mediating
from dragoman.statements.officers import CROWNED, Officers
from dragoman.statements.organs import task_of, telling_words
from dragoman.statements.pronouns import ONE_PERSON
from dragoman.statements.said_by import state_of_speaker
from dragoman.statements.takeovers import ruled_by_arms
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.parties import Mention
    from dragoman.language.tree import Token

__all__ = ["FACING", "Definite"]

_POINTING = {"the", "this", "that", "its", "his", "their", "her"}
_NEAR = 120
"""How many words back a noun may take up the same noun."""
_SHORTLY = 600
"""Characters back within which "the government" is that of the state most spoken of."""
_SORTS = {
    "movements": {"movement"},
    "blocs": {"bloc"},
    "agencies": {"organisation", "agency"},
    "states": {"state", "capital", "seat", "person", "role", "demonym"},
    "lands": {"state", "capital", "seat"},
    "gathered": {"movement", "group"},
}
_UNNAMED_PEOPLE = {"official", "diplomat", "source", "aide", "adviser", "insider", "negotiator", "delegate"}
"""Speakers that articles keep unnamed: "the official" is the one spoken of before, not whoever was named last."""
_ANY = {"a", "an", "any", "no", "every", "each", "another", "some"}
_APART = {"court", "parliament", "assembly", "senate", "congress", "legislature", "judiciary", "bank", "tribunal"}
"""Organs that may go another way than the government."""
_MUCH = 3
"""How many times as often as others a state is named that an article is about."""
FACING = {"rival", "opponent", "foe", "adversary", "enemy", "partner", "critic", "detractor"}
"""Who stands beside or against whomever they are said to be of, and is not the same."""
_CRITICS = {"critic", "detractor"}
_OFFICERS = {"general", "colonel"}
_BESIDE = {"neighbour", "neighbor"}
_OWN_BODIES = {"party", "coalition", "caucus", "faction"}
"""What a politician leads or belongs to, which is never his state."""
_PRESIDENCY = "presidency"
"""What a state holds for half a year, or its president's office: taken up by the same word, however far back."""
_HOUSES = {"organisation", "organization", "institution", "institute", "body", "charity"}
"""What somebody may be the head of: "her organisation"."""
_STATELY = {
    "authority", "government", "ministry", "administration", "army", "military", "parliament", "police", "cabinet",
}  # fmt: skip
_NEVER_RULING = {"organisation", "company", "bloc"}
_GOVERNING = {"government", "cabinet"}
"""What the leader of a party heads as the head of a state."""
_BRANCHES = {"ministry", "department", "treasury"}
"""Parts of a government of which words before them tell no more than which: "the finance ministry"."""
_GATHERED = {"group"}
"""Nouns for whoever of several was named last: "the group" after "bondholders"."""
_ARMS = {
    "army", "military", "government", "junta", "presidency", "presidential", "police", "ministry", "cabinet",
    "palace",
}  # fmt: skip
"""Words before an official, a source or a statement that make it one of the state an article speaks of."""
_RULING = {"president", "premier", "chancellor", "minister"}
"""Heads of a government whom its own opposition means without a name; of ministers, the prime minister."""
_OF_THE_DEED = {"against", "over", "about", "into", "after", "before", "until", "during", "despite", "without"}
"""Before what tells of the deed, wherever it hangs: "warned the alliance against new taxes"."""
_OUTRIGHT = {"power", "rebel", "guerrilla"}


class Definite:
    """Resolves nouns of one article by what stands before them; *one* says whom a single word stands for."""

    def __init__(self, text: ReadText, cast: Cast, one: Callable[[Token], tuple[str, ...]]) -> None:
        self._text = text
        self._officers = Officers(text)
        self._bodies = Bodies(text)
        self._companies = Companies(text, self._bodies)
        self._cast = cast
        self._counts, self._mediators = cast.named, cast.mediators
        self._one = one
        self._nouns = word_sets("nouns")
        home = filed_from(text)
        self._at_home = home if home not in cast.told_mediating or cast.bargaining.union else None
        self._bare = Bare(text, cast, one)
        often = max(cast.counts.values(), default=0)
        movements = {m.party for m in text.mentions if m.sort == "movement"}
        self._fought = {cast.fought_by(party) for party in movements if PASSING * cast.counts[party] >= often}

    def of(self, noun: Token) -> tuple[str, ...]:
        """Whom a definite noun, or a bare plural for people of a state, takes up; empty if nobody before it fits."""
        if _is_opposed(noun):
            return self._opposition(noun)
        if noun.lemma_ in BETWEEN_SIDES and (found := mediating(noun, self._cast, self._officers)):
            return (self._same_noun(noun) if noun.tag_ == "NNS" else ()) or found
        if organ := self.organ(noun):
            return organ
        if noun.dep_ == "compound":
            return self.owner(noun)
        if (unsaid := self._bare.of(noun)) or any(child.lower_ in _POINTING for child in noun.children):
            return unsaid or self._pointing(noun)
        if noun.lower_ == "ministers" and not [*noun.children] and (home := self._home_of_doer(noun)):
            return (home,)
        return self._domestic(noun)

    def _domestic(self, noun: Token) -> tuple[str, ...]:
        return domestic(noun, self._text, lambda: self._at_home or self._latest(noun, "states"))

    def organ(self, noun: Token) -> tuple[str, ...]:
        """ "Parliament", "the Supreme Court", "the business department": of the state whose people are named there."""
        lemma = noun.lower_
        if noun.tag_ not in {"NN", "NNP"} or lemma not in self._nouns["state organs"]:
            return ()
        words, task = telling_words(noun), task_of(noun, self._text.at)
        told = bool(words or task) and self._nouns["organ words"].issuperset(words)
        if words and not told:
            return ()
        told_apart = (c not in task for c in clauses.children(noun, "nmod", "nmod:poss", "acl"))
        owned = any(told_apart) or any(c.lower_ in _ANY for c in noun.children)
        if owned or self._text.at.get(noun.i) or (lemma in self._nouns["told organs"] and not told):
            return ()
        if lemma in _APART and noun.text[0].isupper() and not words and (named := self._bodies.of(noun)):
            return named
        plain = noun.pos_ == "NOUN" and not (words or task) and any(c.lower_ in _POINTING for c in noun.children)
        state = None if plain else self._state_of_sentence(noun) or self._latest(noun, "states")
        called = [" ".join([*words, lemma]).title(), *(t.text.title() for t in task)]
        return (f"{state}:{' of '.join(called)}" if lemma in _APART else state,) if state else ()

    def _state_of_sentence(self, noun: Token) -> str | None:
        """The state whose minister or party the sentence of *noun* names first: of that is its parliament."""
        named = [m for m in self._text.before(noun.idx) if m.start >= noun.sent.start_char]
        first = next((m for m in reversed(named) if m.sort != "seat"), None)
        if first is None or first.sort not in {"person", "role", "movement"}:
            return None
        if self._text.names.kind_of(first.party) == "political party":
            return self._text.names.home(first.party)
        return first.party if self._text.names.sort_of(first.party) == "state" else None

    def _opposition(self, noun: Token) -> tuple[str, ...]:
        """ "The opposition", "opposition lawmakers": the one party that is called so, else that of the state."""
        text = self._text.article.text
        called = {
            m.party
            for m in self._text.mentions
            if m.sort == "movement" and "opposition" in f"{text[max(0, m.start - 20) : m.start]} {m.party}".lower()
        }
        if len(called) == 1:
            return (next(iter(called)),)
        state = self._at_home or self._state_of_sentence(noun) or self._latest(noun, "states")
        return (f"{state}:opposition",) if state else ()

    def owner(self, noun: Token) -> tuple[str, ...]:
        """Whose "a union official", "an opposition source", "an army statement" is, in this article."""
        if noun.lemma_ == "opposition":
            return self._opposition(noun)
        if noun.lower_ in _ARMS and (not noun.i or noun.nbor(-1).text != "-"):  # not "politico-military movements"
            state = self._latest(noun, "states")
            return (state,) if state else ()
        union = self._cast.bargaining.union if noun.lemma_ in lexicon("bargaining")["unions"]["called"] else None
        called = union or (self._body(noun, called=True) if noun.lemma_ in self._nouns["bodies"] else None)
        return (called,) if called else ()

    def company(self, noun: Token) -> str | None:
        """ "The Ukrainian state company": the company named last, of that state where its home is known."""
        the = any(child.lower_ in {"the", "this", "that"} for child in noun.children)
        return self._companies.latest(noun) if the and noun.lemma_ in self._nouns["companies"] else None

    def led(self, noun: Token, leaders: tuple[str, ...]) -> tuple[str, ...]:
        """Whose people *noun* is: "his party" is the one he leads, "his government" that of his state."""
        return tuple(governed for p in leaders if (governed := self._governed(noun, p)))

    def _governed(self, noun: Token, leader: str) -> str | None:
        party = party_of(leader)
        if noun.lemma_ in _OWN_BODIES and noun.tag_ == "NN" and (own := self._text.names.party_led(leader)):
            return own
        if noun.lemma_ in _OWN_BODIES and ":" in leader and self._text.names.sort_of(party) == "state":
            return party if self._text.names.has_led(leader) else None
        state = noun.lemma_ in _GOVERNING and ":" in leader and self._text.names.kind_of(party) == "political party"
        return (self._text.names.home(party) if state else None) or party

    def _pointing(self, noun: Token) -> tuple[str, ...]:
        lemma = noun.lemma_
        owner = [child for child in clauses.children(noun, "nmod:poss") if child.pos_ == "PRON"]
        if owner and (lemma in FACING | {"counterpart"} or (lemma in _BESIDE and noun.tag_ == "NN")):
            return self.facing(noun, self._one(owner[0]))
        if owner:
            led = lemma in self._nouns["people"] and lemma not in self._nouns["of others"]
            led = led or (lemma in _HOUSES and owner[0].lower_ in {"his", "her"})
            return self.led(noun, self._one(owner[0])) if led else ()
        if lemma in self._nouns["companies"] and (company := self._companies.latest(noun)):
            return (company,)
        if _is_head(noun) and (home := self._home_of_doer(noun)):
            person = self._officers.latest(noun)
            return (person if person and party_of(person) == home else home,)
        if lemma in ONE_PERSON and noun.tag_ != "NNS":
            if beside := self._officers.beside(noun):
                return beside
            if person := self._officers.called(noun) or self._officers.premier(noun):
                return (person,)
        if self._is_described(noun) and lemma not in _OUTRIGHT:
            return self._described_state(noun) or self._same_quality(noun)
        american = "USA" if lemma == "administration" and "USA" in self._cast.named else None
        if lemma in _STATELY and (home := self._home_of_doer(noun) or american):
            return (home,)
        if own := state_of_speaker(noun, self._one, self._text.names):
            return (own,)
        if lemma in _UNNAMED_PEOPLE and (again := self._same_noun(noun)):
            return again
        if lemma == _PRESIDENCY and (again := self._same_noun(noun, near=len(noun.doc))):
            return again  # "the presidency" after "the Swedish presidency"
        if lemma in ONE_PERSON and noun.tag_ != "NNS":
            person = self._officers.latest(noun) or (self._latest(noun, "states") if lemma in CROWNED else None)
            return (person,) if person else ()
        if lemma in _GATHERED and noun.tag_ == "NN" and (group := self._latest(noun, "gathered")):
            return (group,)
        if self._bodies.is_told(noun):
            return self._told_body(noun, owner)
        if speaking := self._bare.speaking(noun):
            return speaking
        called = self._body(noun, called=True) if lemma in self._nouns["bodies"] and noun.tag_ != "NNS" else None
        other = called or (noun.tag_ == "NNS" and is_told_apart(noun))
        again = self._same_noun(noun) if lemma in self._nouns["people"] and not other else ()
        if called or again:
            return (called,) if called else again
        if lemma == "party" and noun.tag_ == "NN" and not owner:
            told = clauses.children(noun, "acl:relcl", "amod", "compound")
            party = None if told else self._latest(noun, "movements")
            return (party,) if party else ()
        if lemma in self._nouns["bodies"] and noun.tag_ != "NNS":
            if called_so := self._bodies.described(noun):
                return called_so
            if body := self._body(noun, called=False):
                return (body,)
        one = {"blocs", "agencies"} if noun.tag_ == "NNS" else set()
        kinds = (
            key for key in ("movements", "blocs", "agencies", "states") if lemma in self._nouns[key] and key not in one
        )
        found = next((party for key in kinds if (party := self._latest(noun, key))), None)
        return (found,) if found else (self._domestic(noun) if lemma in ELECTED else ())

    def _told_body(self, noun: Token, owner: list[Token]) -> tuple[str, ...]:
        """ "The commission", "its council", "their union": by its name, or whoever it is said to be of."""
        if owner and noun.lemma_ in self._nouns["parts"]:
            return tuple(party_of(p) for p in self._one(owner[0]))
        if owner:
            return ()
        bodies = self._bodies
        return bodies.of(noun) or bodies.described(noun) or self._same_noun(noun) or bodies.akin(noun)

    def _home_of_doer(self, noun: Token) -> str | None:
        """ "The opposition leader urged the government", "complained that it idled": that of whoever acts on it."""
        inner = noun.head if noun.dep_ in clauses.SUBJECTS else noun
        if inner is not noun and inner.dep_ != "ccomp":
            return None
        verb = next((t for t in inner.ancestors if t.pos_ == "VERB"), None)
        under = clauses.subject(verb) if verb is not None else None
        if under is None or under == noun or under.i > noun.i:
            return None
        return next((home for p in self._one(under) if (home := self._home_of(p, noun))), None)

    def _home_of(self, party: str, noun: Token) -> str | None:
        """The state of a party or an opposition; only Americans call their government "the administration"."""
        state, _, member = party.partition(":")
        if member.lower() == "opposition" or (member and state == "USA" and noun.lemma_ == "administration"):
            return f"{state}:{noun.lemma_}"
        return self._text.names.home(state)

    def _is_described(self, noun: Token) -> bool:
        """Whether words beside a noun tell more than which one is meant."""
        branch = noun.lemma_ in _BRANCHES
        return any(
            (child.dep_ == "nmod" and clauses.preposition(child) not in _OF_THE_DEED)
            or (child.dep_ == "acl" and not clauses.marker(child))
            or (child.dep_ in {"amod", "compound"} and not branch and child.lower_ not in self._nouns["plain"])
            for child in noun.children
        )

    def _described_state(self, noun: Token) -> tuple[str, ...]:
        """ "The former Soviet republic", "the island nation": of the states named shortly before the commonest."""
        words = {c.lower_ for c in clauses.children(noun, "amod", "compound", "nummod", "det")}
        described = noun.lemma_ in self._nouns["described states"] and "the" in words and noun.tag_ == "NN"
        if not described or clauses.children(noun, "nmod", "acl") or words & self._nouns["other states"]:
            return ()
        found = self._latest(noun, "lands")
        return (found,) if found else ()

    def facing(self, noun: Token, own: tuple[str, ...]) -> tuple[str, ...]:
        """ "Its rival", "their opponents", "her partners": the other of the two sides; "his critics" may be anybody."""
        if noun.lemma_ in _CRITICS:
            return ()
        sides = self._cast.sides()
        left = tuple(p for p in sides if p not in {party_of(o) for o in own})
        return left if len(sides) == 2 and len(left) == 1 else ()

    def _same_quality(self, noun: Token) -> tuple[str, ...]:
        """ "The eastern delegation" after "the eastern commander, X": whoever the same adjective described."""
        words = [c for c in clauses.children(noun, "amod") if c.lower_ not in self._nouns["plain"]]
        if len(words) != 1 or noun.lemma_ not in self._nouns["people"] or clauses.children(noun, "nmod", "acl"):
            return ()
        for earlier in reversed(noun.doc[max(0, noun.i - 3 * _NEAR) : noun.i - 1]):
            if earlier.lower_ == words[0].lower_ and earlier.dep_ == "amod" and earlier.head != noun:
                found = tuple(party_of(p) for p in self._one(earlier.head))
                if found:
                    return found
        return ()

    def _same_noun(self, noun: Token, near: int = _NEAR) -> tuple[str, ...]:
        """ "The ministry" after "Oman's ministry of defence": whoever the same noun stood for shortly before."""
        for earlier in reversed(noun.doc[max(0, noun.i - near) : noun.i]):
            same_number = earlier.pos_ == "PROPN" or earlier.tag_ == noun.tag_
            if earlier.lemma_.lower() == noun.lemma_ and earlier.pos_ in {"NOUN", "PROPN"} and same_number:
                return tuple(party_of(p) for p in self._one(earlier))
        return ()

    def _latest(self, noun: Token, key: str) -> str | None:
        """The party of a sort that fits, named last; of states the one most spoken of among those named lately."""
        before = [m for m in self._text.before(noun.idx) if m.sort in _SORTS[key] and not m.place]
        others = dealt_with(noun, self._text)
        before = [m for m in before if m.party not in others] or before
        if noun.lemma_ == "junta" and (ruled := ruled_by_arms(self._text.article.text, before)):
            return ruled
        if key not in {"states", "lands"}:
            return self._more_spoken_of(noun, before)
        if noun.lemma_ in _STATELY | _ARMS | _OFFICERS and not clauses.children(noun, "nmod:poss"):
            before = [m for m in before if m.party in self._fought] or before
        if noun.lemma_ in _STATELY:
            before = [m for m in before if self._text.names.sort_of(m.party) == "state"] or [
                m for m in before if self._text.names.sort_of(m.party) not in _NEVER_RULING
            ]
        before = [m for m in before if self._is_state(m)] or before
        before = [m for m in before if m.party not in self._mediators or m.party == self._at_home] or before
        near = [m.party for m in before if noun.idx - m.end <= _SHORTLY]
        if noun.lemma_ in _STATELY and (home := self._home(before, near)):
            return home
        if near:
            return min(near, key=lambda party: (-self._counts[party], near.index(party)))
        return before[0].party if before else None

    def _more_spoken_of(self, noun: Token, before: list[Mention]) -> str | None:
        """The party named last, or, where that was named in passing, the one near it that the article is about."""
        if not before:
            return None
        near = [m.party for m in before if noun.idx - m.end <= _SHORTLY]
        most = max(near, key=lambda party: self._counts[party], default=before[0].party)
        return most if self._counts[most] >= _MUCH * self._counts[before[0].party] else before[0].party

    def _home(self, before: list[Mention], near: list[str]) -> str | None:
        """The state that an article is about, where those named shortly before "the cabinet" are mere visitors."""
        most = max(before, key=lambda m: self._counts[m.party]).party if before else None
        others = max((self._counts[party] for party in near), default=0)
        if self._at_home and self._at_home not in near and self._counts[self._at_home] >= others:
            return self._at_home
        return None if most is None or most in near or self._counts[most] < _MUCH * others else most

    def _is_state(self, mention: Mention) -> bool:
        return mention.sort == "state" or self._text.names.sort_of(mention.party) in {"state", "movement"}

    def _body(self, noun: Token, *, called: bool) -> str | None:
        """ "The union", "the alliance": the organisation of this article so *called*, or the one named last.

        A union is one of workers, whatever it is called.
        """
        text = self._text.article.text
        near = [
            m for m in self._text.before(noun.idx) if m.basis == "article" and m.sort in {"organisation", "company"}
        ]
        fit = [m for m in near if not called or noun.lemma_ in text[m.start : m.end].lower()]
        if noun.lemma_ == "union" and not fit[:1]:
            return None
        if noun.lemma_ == "union" and not called:
            words = set(lexicon("bargaining")["unions"]["names"])
            fit = [m for m in fit if words & set(text[m.start : m.end].lower().split())]
        return fit[0].party if fit else None


def _is_opposed(noun: Token) -> bool:
    """True for "the opposition", "opposition lawmakers": those who would govern instead, named or not."""
    if noun.lemma_ == "opposition":
        return noun.dep_ != "compound" and not clauses.children(noun, "amod", "compound", "nmod", "nmod:poss", "acl")
    return noun.tag_ == "NNS" and any(c.lower_ == "opposition" for c in clauses.children(noun, "compound", "amod"))


def _is_head(noun: Token) -> bool:
    """True for "the president", "the prime minister", with no word of where."""
    beside = {c.lower_ for c in noun.children if c.dep_ in {"amod", "compound", "nmod"}}
    return (
        noun.lemma_ in _RULING and noun.tag_ == "NN" and beside == ({"prime"} if noun.lemma_ == "minister" else set())
    )

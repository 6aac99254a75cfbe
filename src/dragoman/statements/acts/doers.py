"""Who does an act, and whose a thing is: subjects, agents, crowds, possessors, the sides of talks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.agents import (
    agents_within,
    bargained,
    captor,
    is_by_a_thing,
    saying_on,
    speaking_of_themselves,
)
from dragoman.statements.acts.crowds import marchers
from dragoman.statements.acts.frames import ActWord, word_list
from dragoman.statements.acts.groups import Groups, is_group
from dragoman.statements.acts.meeting_clauses import met_in, parted_between
from dragoman.statements.acts.misread import (
    given_in_return,
    is_active,
    is_lost_verb,
    is_union_of_states,
    lost_its_subject,
    noun_before,
)
from dragoman.statements.acts.resumed import meant
from dragoman.statements.cast import party_of
from dragoman.statements.lands import is_of_no_state
from dragoman.statements.people import is_of_others
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Doers"]

_PLACES = {"in", "at", "near", "outside", "inside"}
_MODIFIERS = {"nmod:poss", "amod", "compound", "nummod"}
_OFFICES = {"foreign", "finance", "trade", "defence", "defense", "interior", "chief", "top", "senior", "rival", "prime"}
_TOLD = {"was", "were", "had", "has", "have", "will"}
_BUSY = {"engage", "involve", "embroil", "lock", "mire", "immerse"}
"""Passives that nobody does to anybody: "were engaged in talks"."""
_TWO_OBJECTS = {"pay", "deny", "refuse", "grant", "give", "offer", "promise", "hand", "award", "lend", "owe"}
"""Verbs with somebody and something as objects: "denied the inspectors access"."""
_LEADING = {"nsubj", "nsubj:pass", "nsubj:outer", "ROOT", "vocative"}
_FILED = clauses.TEXTS | {"case", "lawsuit", "suit", "complaint", "indictment", "petition", "report", "filing"}
"""What speaks for whoever wrote it: "Gambia's lawsuit accuses the army"."""
_TRADED = {
    "sell", "export", "ship", "send", "supply", "bind", "destine", "import", "make", "produce", "buy", "grow", "build",
}  # fmt: skip
"""What is done to goods that come from somewhere, or go there: "chips sold to China"."""
_OWNING = ("by", "from", "of", "on", "against", "with")
"""Before whose a deed or a burden is; an accord "on victims" is not theirs."""


class Doers:
    """Finds who does the acts of one article."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who
        self._groups = Groups(text)
        self._acted_on: dict[int, tuple[Token, ...]] = {}
        self._handled: dict[tuple[int, str, bool], Sequence[Token]] = {}

    def doers(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """Who does what *verb* tells: its subject, the agent of a passive, the possessor of "their vow to leave"."""
        found = self._doers(verb, word)
        under = clauses.agents(verb) if clauses.is_passive(verb) else [speaking_of_themselves(verb)]
        found = self._groups.settled(under[0] if under else None, found) or found
        if word.speech or (found and not all(is_group(p) for p in found)):
            return found
        placed = (
            p for noun in under if noun for part in self._members(noun) for p in self._groups.of_place(part, verb)
        )
        found = tuple(dict.fromkeys(placed)) or found
        return found or (marchers(under[0], verb, self._groups) if word.event == "PROTEST" and under else ())

    @staticmethod
    def _members(noun: Token) -> list[Token]:
        """*noun*, or who is counted by it: "hundreds of students"."""
        banded = clauses.prepositional(noun, "of") if noun.lemma_ in word_list("doers", "bands") else []
        return [part for each in banded or [noun] for part in clauses.conjuncts(each)]

    def _doers(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        if word.over:
            return self._over(verb, word)
        if is_lost_verb(verb) and not clauses.children(verb, "nsubj"):
            return self.before(verb)
        if is_active(verb):
            return self.doer(verb.head)
        if word.event == "COERCE" and (held := self.doer(captor(verb))):
            return held
        if word.leaving and verb.lemma_ in _BUSY:
            return self.doer(clauses.subject(verb))
        transitive = "obj" in word.target or word.object or word.complement
        if clauses.is_passive(verb) and (transitive or clauses.children(verb, "aux:pass")):
            moved = clauses.subject(verb) if word.event == "MOBILIZE" else None
            by = clauses.agents(verb)
            by = by or [noun for thing in clauses.children(verb, "obj") for noun in clauses.prepositional(thing, "by")]
            by = by or agents_within(verb)
            found = tuple(p for a in by for p in self.doer(a) or self._wielding(a, word)) if by else self.doer(moved)
            return found or (
                ()
                if by
                else self._agreeing(verb, word)
                or self._ousting(verb)
                or self._making(verb, word)
                or self._denying(verb)
            )
        if verb.dep_ == "acl" and clauses.marker(verb) == "to":
            return tuple(p for agent in clauses.agents(verb.head) for p in self.doer(agent))
        under = clauses.subject(verb)
        lost = lost_its_subject(verb, under) and not is_by_a_thing(verb)
        found = self.doer(under) or (self.before(verb) if lost else ())
        if not found and under is not None and verb.dep_ == "acl:relcl" and under.dep_ == "conj":
            found = self.doer(clauses.first_conjunct(under))
        if not found and under is not None and (word.speech or word.event == "ACCUSE") and under.lemma_ in _FILED:
            found = self.owner(under, "by", "of", "from")
        found = found or self.doer(saying_on(verb)) or self._wielding(under, word) or self._over_an_aside(verb)
        if not found and under is not None and under.lower_ in {"each", "both", "neither"}:
            found = tuple(map(party_of, self._who.main_pair(verb)))
        talks = word.mutual or (word.object and word.object <= word_list("nouns", "talked"))
        return found or (self.delegates(under) if talks else ())

    def _ousting(self, verb: Token) -> tuple[str, ...]:
        """Who does what no agent is named for: "were expelled from Chad", "was summoned to the Chadian ministry"."""
        if not clauses.children(verb, "aux:pass"):
            return ()
        leads = ("from",) if verb.lemma_ in word_list("carriers", "ousting") else ()
        leads = ("to",) if verb.lemma_ in {"summon", "invite"} else leads
        phrases = clauses.prepositional(verb, *leads) if leads else []
        return next((found for phrase in phrases if (found := self._who.parties(phrase) or self.owner(phrase))), ())

    def _denying(self, verb: Token) -> tuple[str, ...]:
        """Who denies that something was done, where nobody is said to have: "denied that a deal had been struck"."""
        denier = verb.head
        denied = verb.dep_ == "ccomp" and denier.lemma_ == "deny" and not clauses.is_passive(denier)
        return self.doer(clauses.subject(denier)) if denied else ()

    def _making(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """Whose the thing is that a participle says was made: "Chadian sanctions imposed on Niger"."""
        noun = verb.head
        if verb.dep_ != "acl" or noun.lemma_ not in word.object or verb.lemma_ not in word_list("carriers", "dated"):
            return ()
        whose = (
            clauses.children(noun, "nmod:poss", "amod", "compound") if word.event not in {"AGREE", "CONSULT"} else []
        )
        return next((found for child in whose if (found := self._who.parties(child))), ())

    def _agreeing(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """The sides of an accord that "was signed in May", of talks that "were suspended", by nobody named.

        Those told beside it, else the main two.
        """
        ended = word.event == "REJECT" and word.object <= word_list("nouns", "talked")
        listed = word_list("nouns", "talked" if ended else "agreement")
        shared = [noun for noun in clauses.objects(verb) if noun.lemma_ in listed and (ended or word.event == "AGREE")]
        shared = shared or bargained(verb)
        helpers = {c.lower_ for c in clauses.children(verb, "aux", "aux:pass")}
        if not shared or not (helpers & _TOLD or "being" in helpers) or mood.modals(verb) & mood.POSSIBLE:
            return ()
        sides = self.sides(shared[0])
        if len({party_of(p) for p in sides}) > 1:
            return sides
        bare = not clauses.children(shared[0], "nmod:poss") and self._who.cast.has_two_sides()
        return tuple(map(party_of, self._who.main_pair(verb))) if bare else ()

    def _over_an_aside(self, verb: Token) -> tuple[str, ...]:
        """Who begins the sentence, where a long aside parts them from their verb: "Chad, alone in ..., refused"."""
        at = verb.i - 1
        while at > verb.sent.start and verb.doc[at].pos_ in {"AUX", "ADV"}:
            at -= 1
        told = verb.tag_ == "VBN" and (at < verb.i - 1 or (verb.dep_ == "parataxis" and bool(clauses.objects(verb))))
        finite = verb.tag_ in {"VBD", "VBZ"} or told
        if not finite or verb.doc[at].text != "," or clauses.children(verb, *clauses.SUBJECTS):
            return ()
        for near in verb.doc[verb.sent.start : at]:
            if near.text == ",":
                break
            if near.i + 1 < at and near.nbor().text == ",":
                return self.doer(clauses.first_conjunct(near))
        return ()

    def _wielding(self, deed: Token | None, word: ActWord) -> tuple[str, ...]:
        """Who does what a deed does: "shelling by the army killed four", "the raids of Chad", "a drone launched by"."""
        if (
            deed is None
            or word.event not in {"ASSAULT", "COERCE"}
            or deed.pos_ != "NOUN"
            or deed.lemma_ not in word_list("doers", "weapons")
        ):
            return ()
        used = [agent for c in clauses.children(deed, "acl") for agent in clauses.agents(c)]
        by = tuple(p for head in [*clauses.prepositional(deed, "by"), *used] for p in self.doer(head))
        return by or self.owner(deed, "by", "of", "from")

    def delegates(self, noun: Token | None) -> tuple[str, ...]:
        """The two main sides, where "negotiators", "the joint committee" of nobody named meet or agree."""
        if noun is None or not (_are_delegates(noun) or _is_joint_body(noun)):
            return ()
        owned = [c for c in noun.children if c.dep_ in _MODIFIERS and c.lower_ not in _OFFICES | {"joint"}]
        if owned or clauses.prepositional(noun, "of") or not (self._who.cast.is_twofold() or self._who.cast.table):
            return ()
        return tuple(map(party_of, self._who.main_pair(noun)))

    def _over(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """The sides of talks that something befalls: "their talks broke down"."""
        noun = clauses.subject(verb)
        if noun is None or noun.lemma_ not in word.over:
            return ()
        sides = self.sides(noun)
        sides = sides if len({party_of(p) for p in sides}) > 1 else self._who.main_pair(noun)
        return sides if len({party_of(p) for p in sides}) > 1 else ()

    def before(self, verb: Token) -> tuple[str, ...]:
        """Who acts in *verb* where the tree has lost its subject: the nearest subject before it that is a party."""
        for near in reversed(verb.doc[verb.sent.start : verb.i]):
            if near.dep_ in _LEADING and near.pos_ in {"NOUN", "PROPN"}:
                found = self.doer(near)
                if found:
                    return found
        return ()

    def doer(self, noun: Token | None) -> tuple[str, ...]:
        """The party behind a doer: "a group of Chechen refugees" are Chechens, "Israeli tanks" are Israel's."""
        if noun is None:
            return ()
        found = self._who.parties(noun)
        if found or noun.pos_ != "NOUN":
            return found
        if noun.lemma_ in word_list("doers", "bands"):
            return tuple(dict.fromkeys(p for c in clauses.prepositional(noun, "of", "to") for p in self.doer(c)))
        if noun.lemma_ not in word_list("doers", "people") or is_of_no_state(noun) or is_of_others(noun):
            return ()
        owner = self.owner(noun, "of", "in", "from", "throughout", "across")
        return tuple(party_of(p) for p in owner)

    def giver(self, verb: Token, thing: Token) -> tuple[str, ...]:
        """From whom somebody gets *thing*: "an assurance from Peru", "Peruvian aid"."""
        below = [t for t in thing.subtree if t.i > thing.i and clauses.preposition(t) == "from"]
        named = [p for noun in below or clauses.prepositional(verb, "from") for p in self.doer(noun)]
        whose = clauses.children(thing, "nmod:poss", "amod", "compound")
        return tuple(named or (p for child in whose if child.pos_ != "PRON" for p in self._who.parties(child)))

    def is_done_by(self, verb: Token, nouns: frozenset[str]) -> bool:
        """True where the subject of *verb*, or the agent of a passive, is one of *nouns*: "UN peacekeepers arrived"."""
        under = clauses.agents(verb) if clauses.is_passive(verb) else [clauses.subject(verb)]
        words = [part for noun in under if noun for part in [*clauses.conjuncts(noun), *self._members(noun)]]
        parts = [*words, *(c for word in words for c in clauses.children(word, "nmod", "compound", "amod", "dep"))]
        if "PERSON" in nouns and any(m.sort == "person" for word in words for m in self._text.at.get(word.i, ())):
            return True
        return any(part.lemma_.lower() in nouns and not is_union_of_states(part) for part in parts)

    def acted_on(self, verb: Token) -> tuple[Token, ...]:
        """What *verb* acts on, with what the tree hangs from it as a complement or has it hang from."""
        if verb.i not in self._acted_on:
            self._acted_on[verb.i] = tuple(self._find_acted_on(verb))
        return self._acted_on[verb.i]

    @staticmethod
    def _find_acted_on(verb: Token) -> list[Token]:
        if is_lost_verb(verb):
            return [verb.head]
        if is_active(verb):
            return [c for c in clauses.children(verb, "obj", "xcomp") if c.pos_ in {"NOUN", "PROPN"}]
        things = [c for c in clauses.children(verb, "xcomp") if c.pos_ == "NOUN"]
        found = clauses.objects(verb) or things
        if verb.lemma_ in _TWO_OBJECTS and not clauses.is_passive(verb):
            things += clauses.children(verb, "obl:unmarked")
            found = [*found, *(thing for thing in things if thing not in found)]
        if not found and verb.dep_ == "acl" and clauses.children(verb, "nsubj"):
            return clauses.conjuncts(verb.head)
        return found

    def handled(self, verb: Token, word: ActWord) -> Sequence[Token]:
        """The same, with what the tree takes for a phrase of the particle: "broke off the talks"."""
        key = (verb.i, word.particle, bool(word.object))
        if key not in self._handled:
            self._handled[key] = self._find_handled(verb, word)
        found = self._handled[key]
        return [meant(n, word.object) if n.pos_ == "PRON" else n for n in found] if word.object and found else found

    def _find_handled(self, verb: Token, word: ActWord) -> Sequence[Token]:
        found = (given_in_return(verb) if word.particle == "with" else []) or self.acted_on(verb)
        if word.particle:
            found = [*found, *clauses.prepositional(verb, word.particle)]
        found = found or (noun_before(verb) if word.object else [])
        return [*found, *clauses.children(verb, "obj")] if clauses.is_passive(verb) and word.object else found

    def owner(self, noun: Token, *prepositions: str, reach: int = 3) -> tuple[str, ...]:
        """Whose offer was rejected, whose ships were seized: the possessor or the adjective of origin.

        "Part of the crew of the Kenyan ship": *reach* is how many nouns after "of" are looked at.
        """
        if home := self._groups.minority(noun):
            return home
        beside = clauses.children(noun, "nmod:poss", "amod", "compound")
        for part in beside:  # "Chinese coast guard ships": the list grows by what stands before each of its words
            beside += clauses.children(part, "amod", "compound") if part.dep_ == "compound" else []
        for child in beside:
            if child.dep_ == "nmod:poss" or self._text.at.get(child.i):
                found = self._who.parties(child)
                if found:
                    return found
        shared = noun.lemma_ in word_list("nouns", "agreement", "meeting")
        leads = prepositions or (("by", "from", "of", "with") if shared else _OWNING)
        freed = noun.lemma_ in word_list("carriers", "letting_go")
        for child in clauses.prepositional(noun, *leads):
            if freed and clauses.preposition(child) == "of":
                continue
            if prepositions or not self.is_place(child):
                inner = reach > 1 and clauses.preposition(child) == "of"
                found = self._who.parties(child) or (self.owner(child, *prepositions, reach=reach - 1) if inner else ())
                if found:
                    return found
        return () if prepositions else self._maker(noun)

    def _maker(self, noun: Token) -> tuple[str, ...]:
        """Whose it is by a clause about it: "a summit that Kenya hosted", "a ship owned by Chad".

        What others "expect to last" is not theirs.
        """
        for verb in clauses.children(noun, "acl"):
            if verb.tag_ == "VBN" and verb.lemma_ in word_list("carriers", "owning"):
                found = tuple(p for agent in clauses.agents(verb) for p in self._who.parties(agent))
                if found:
                    return found
            traded = clauses.prepositional(verb, "to", "from", "in", "for") if verb.lemma_ in _TRADED else []
            if found := next((found for phrase in traded if (found := self._who.parties(phrase))), ()):
                return found
        for verb in clauses.children(noun, "acl:relcl"):
            relative = clauses.antecedent(verb)
            if relative and relative[1] == "object" and not clauses.children(verb, "xcomp", "ccomp"):
                return self._who.parties(clauses.subject(verb))
        return ()

    def is_place(self, token: Token) -> bool:
        """True for "in Tehran", and for a capital after "to" or "from"; "apologised to Brazil" names no place."""
        inside = clauses.preposition(token) in _PLACES
        return any(m.place and (inside or m.sort == "capital") for m in self._text.at.get(token.i, ()))

    @staticmethod
    def is_body(verb: Token) -> bool:
        """True where those who meet are members of one body: "the cabinet met", "EU ministers will confer"."""
        noun = clauses.subject(verb)
        if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or verb.lemma_ not in word_list("doers", "meets"):
            return False
        several = noun.tag_ == "NNS" and noun.lemma_ in word_list("doers", "delegates") | {"leader", "ambassador"}
        return several or noun.lemma_.lower() in word_list("doers", "bodies")

    def is_their_land(self, party: str, actor: tuple[str, ...]) -> bool:
        """True where *party* is the part of a state that those who act are the people of: "Bosnian Serbs"."""
        text = self._text.article.text
        called = {text[m.start : m.end] for m in self._text.mentions if m.sort == "region" and m.party == party}
        return any(one.partition(":")[2] in called for one in actor)

    def is_alliance(self, token: Token) -> bool:
        """True for the name of a bloc, an organisation or a movement, which a member may leave."""
        return any(m.sort in {"bloc", "organisation", "movement"} for m in self._text.at.get(token.i, ()))

    def sides(self, noun: Token) -> tuple[str, ...]:
        """Who meet, or agree, by the words around the noun: "the Kim-Trump summit", "talks between X and Y"."""
        found: list[str] = []
        for child in clauses.children(noun, "nmod:poss", "compound", "amod", "nmod:desc"):
            found += self._who.parties(child)
            found += [p for c in clauses.children(child, "compound", "conj", "flat") for p in self._who.parties(c)]
        for child in [*clauses.prepositional(noun, "with", "between", "of", "among"), *parted_between(noun)]:
            named = self.doer(child)
            if clauses.preposition(child) != "of" or len(clauses.conjuncts(child)) > 1 or len(named) > 1:
                found += named
        if (met := met_in(noun)) is not None and clauses.prepositional(noun, "with"):
            found += self._who.parties(clauses.subject(met))
        return tuple(dict.fromkeys(found))

    def home(self, noun: Token | None) -> tuple[str, ...]:
        """Whose people a crowd are: against whom they march where nobody else is named."""
        if noun is None or noun.pos_ != "NOUN":
            return ()
        beside = clauses.children(noun, "amod", "compound") + clauses.prepositional(noun, "in", "of", "throughout")
        named = (
            m.party for c in beside for m in self._text.at.get(c.i, ()) if m.sort in {"demonym", "state", "capital"}
        )
        inner = (p for c in clauses.prepositional(noun, "of") for p in self.home(c))
        return tuple(dict.fromkeys([*named, *inner]))


def _are_delegates(noun: Token) -> bool:
    """ "Negotiators", "the delegations"."""
    return noun.tag_ == "NNS" and noun.lemma_ in word_list("doers", "delegates")


def _is_joint_body(noun: Token) -> bool:
    """ "A joint commission on the border": both sides sit on it."""
    joint = any(c.lower_ == "joint" for c in clauses.children(noun, "amod"))
    return joint and noun.lemma_ in word_list("doers", "joint")

"""What the rules for positions share: the article, who is who, and what was read so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.tree import kept
from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action, Actions
from dragoman.statements.attribution import Attribution, Attributions
from dragoman.statements.camps import origin_of_stance, those_named
from dragoman.statements.cast import party_of
from dragoman.statements.conditions import Conditions, Hanging
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.stance_words import stance_words
from dragoman.statements.statement import Stance
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["AGAINST", "PART_OF_SPEECH", "TURNED", "Context", "Found", "is_state", "same", "sentence_before"]

PART_OF_SPEECH = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
AGAINST = {"oppose", "refuse"}
TURNED: dict[Stance, Stance] = {
    "demand": "oppose", "support": "oppose", "promise": "refuse", "offer": "refuse", "oppose": "support",
    "refuse": "offer",
}  # fmt: skip
"""What is left of a stance where its action is denied: not to ask for a thing is to be against it."""
_DENYING = {"deny", "denial"}
_RUMOURS = {*lexicon("nouns")["rumours"]["words"], "idea"}
_BLAMING = {"accuse", "suspect", "accusation"}
_OWNING = {"government", "rebel", "union", "opposition", "guerrilla", "insurgent", "separatist", "army", "employer"}
"""Who stands before a noun of stance without an article of their own: "a government demand"."""
_OBTAINING = {
    "obtain", "extract", "win", "secure", "get", "wring", "receive", "gain", "elicit", "exact", "wrest", "draw",
}  # fmt: skip
"""How one comes by what others promise: "extracted from Chad a pledge to"."""
_GIVING = {"promise", "offer", "guarantee", "pledge"}
_PROMISING = {"promise", "pledge", "assurance", "guarantee", "commitment", "undertaking"}
_LISTS = {"list", "set", "catalogue", "series", "string", "raft", "package", "slate", "litany", "handful"}
"""Of how many things a noun tells: "presented a list of demands"."""
_GRANTING = {"give", "make", "offer", "provide", "issue", "repeat", "renew", "receive", "get", "obtain", "have", "win"}
"""What is done with a promise that somebody has made."""
_FIRST = {"before", "until", "till"}
_UNREAL = {"if", "unless", "whether", "provided", "providing", "lest"}


@dataclass(frozen=True)
class Found:
    """A stance on the way to becoming a statement."""

    holder: tuple[str, ...]
    stance: Stance
    action: Action
    word: Token
    rule: str
    sure: float
    hanging: Hanging | None = None
    speaker: Attribution | None = None
    by: Token | None = None
    """The noun that takes up what was told before: the telling words begin there, not with what it stands for."""


class Context:
    """One article for the rules; ``latest`` are the stances read so far, in text order."""

    def __init__(self, text: ReadText, who: Who, actions: Actions, attributions: Attributions) -> None:
        self.text = text
        self.who = who
        self.actions = actions
        self.attributions = attributions
        self.conditions = Conditions(text, actions)
        self.words = lexicon("positions")
        self.latest: list[Found] = []

    def holders(self, token: Token) -> list[tuple[str, ...]]:
        """Whose stance a word expresses, coordinated holders each."""
        if named := self._in_camp(token):
            return named
        if token.pos_ in {"VERB", "AUX"} and not is_state(token):
            if clauses.is_passive(token):
                by = [ids for agent in clauses.agents(token) for ids in self.who.each(agent)]
                return by or self._in_capital(token) or self._expecting(token) or self._giving(token)
            under = clauses.subject(token)
            return (
                self.who.each(under)
                or self.text_owners(under)
                or self._going_on(token)
                or self._of_nobody(token, under)
            )
        if token.pos_ in {"ADJ", "VERB"}:
            under = clauses.subject(token)
            if under is None and token.dep_ in {"amod", "acl"}:
                under = token.head
            return self.who.each(under)
        listing = token.head if clauses.preposition(token) == "of" and token.head.lemma_ in _LISTS else token
        return [ids for agent in clauses.agents(token) for ids in self.who.each(agent)] or self._of_noun(listing)

    def _in_camp(self, token: Token) -> list[tuple[str, ...]]:
        """ "Those calling for a ban include Chad", "Chad is one of the states that oppose it": who is named of them."""
        if token.dep_ not in {"acl", "acl:relcl", "amod"}:
            return []
        return [ids for named in those_named(clauses.subject(token) or token.head) for ids in self.who.each(named)]

    def _in_capital(self, verb: Token) -> list[tuple[str, ...]]:
        """ "The offer was dismissed in Washington": by whoever governs there."""
        under = clauses.children(verb, "nsubj:pass")
        if verb.tag_ != "VBN" or not under or mood.modals(verb) & {"will", "would", "can", "could"}:
            return []
        if under[0].lemma_ not in {*self.words["anaphors"]["words"], *self.words["binding"]["words"]}:
            return []
        seats = [t for t in clauses.prepositional(verb, "in") if self.is_capital(t)]
        return [ids for seat in seats for ids in self.who.each(seat)]

    def is_capital(self, token: Token) -> bool:
        """Whether *token* names a seat of government."""
        return any(m.sort in {"capital", "seat"} for m in self.text.at.get(token.i, ()))

    def _expecting(self, verb: Token) -> list[tuple[str, ...]]:
        """Who says that another "is expected to pay", "was required to leave"."""
        said = self.speaker(verb).parties if verb.lemma_ in {"expect", "require", "request", "urge"} else ()
        return [said] if said and not same(said, self.who.parties(clauses.subject(verb))) else []

    def _giving(self, verb: Token) -> list[tuple[str, ...]]:
        """Who offers what another "has been offered", "was promised": the other of two sides."""
        taker = self.who.parties(clauses.subject(verb)) if verb.lemma_ in _GIVING and verb.tag_ == "VBN" else ()
        giver = self.actions.unnamed.opponent(taker) if taker and not mood.is_negated(verb) else ()
        return [giver] if giver else []

    def _in_return(self, noun: Token) -> list[tuple[str, ...]]:
        """Whose promise it is "in return for" which another gives something: that of the other side."""
        if noun.lemma_ not in _PROMISING or not clauses.preposition(noun).endswith("for"):
            return []
        outer = noun.head if noun.head.lower_ in {"return", "exchange"} else noun
        verb = clauses.governor(outer)
        if outer == noun and not clauses.preposition(noun).startswith("in "):
            return []
        while verb.pos_ in {"NOUN", "PROPN"} and verb.dep_ in {"obl", "obj", "nmod"}:
            verb = verb.head
        holder = self.who.parties(clauses.subject(verb)) if verb.pos_ == "VERB" else ()
        named = [m.party for t in noun.doc[verb.i : noun.i] for m in self.text.at.get(t.i, ()) if m.sort != "region"]
        named = [party for party in named if not same((party,), holder)]
        giver = tuple(named[-1:]) or self.actions.unnamed.opponent(holder) if holder else ()
        return [giver] if giver else []

    def _bearers(self, noun: Token) -> list[Token]:
        """ "The refusal of Chile to sign": whose it is, where what it is about follows as well."""
        told = any(
            c.dep_ in {"acl", "nmod", "ccomp", "xcomp"} and clauses.preposition(c) != "of" for c in noun.children
        )
        return [c for c in clauses.prepositional(noun, "of") if told and c.pos_ in {"PROPN", "NOUN"}]

    def _of_nobody(self, verb: Token, under: Token | None) -> list[tuple[str, ...]]:
        """Of whom it is true that nobody does: "no one in Oslo wants a war", "nobody here wants one", said X."""
        if under is None or not mood.is_negated(verb):
            return []
        one = under.lower_ in {"nobody", "none"} or (
            under.lower_ == "one" and any(c.lower_ == "no" for c in under.children)
        )
        placed = [ids for c in clauses.prepositional(under, "in", "of") for ids in self.who.each(c)] if one else []
        here = one and any(c.lower_ in {"here", "us"} for c in [*under.children, *verb.children])
        said = self.speaker(verb).parties if here else ()
        return placed or ([said] if said else [])

    def _in_protest(self, noun: Token) -> list[tuple[str, ...]]:
        """ "Resigned in protest at the cuts", "marched in support of a truce": who did."""
        outer = clauses.governor(noun)
        while outer.pos_ in {"NOUN", "PROPN"} and outer.dep_ in {"obl", "obj", "nmod"}:
            outer = outer.head
        told = clauses.preposition(noun) == "in" and noun.lemma_ in self.words["acting in"]["words"]
        return self.who.each(clauses.subject(outer)) if told and outer.pos_ == "VERB" else []

    def _of_place(self, noun: Token) -> list[tuple[str, ...]]:
        """ "There is no appetite in Oslo for it", "among the lenders there is little enthusiasm": whose it is."""
        verb = noun.head
        if noun.dep_ not in clauses.SUBJECTS or not any(c.dep_ == "expl" for c in verb.children):
            return []
        where = ("in", "among", "inside", "within")
        places = [*clauses.prepositional(noun, *where), *clauses.prepositional(verb, *where)]
        return [ids for place in places[:1] for ids in self.who.each(place)]

    def _going_on(self, verb: Token) -> list[tuple[str, ...]]:
        """Who "insists that every clause was kept and has ruled out a vote": what was done does not itself rule out."""
        first = clauses.first_conjunct(verb)
        alike = verb.tag_ in FINITE or any(
            c.lower_ in {"has", "have", "had", "would", "will"} for c in clauses.children(verb, "aux")
        )
        if first == verb or clauses.children(verb, *clauses.SUBJECTS) or not alike or first.dep_ != "ccomp":
            return []
        return self.who.each(clauses.subject(first.head))

    def text_owners(self, noun: Token | None) -> list[tuple[str, ...]]:
        """Whose draft or plan it is that says something: "the American draft calls on Sudan"."""
        if noun is None or noun.lemma_ not in self.words["binding"]["words"]:
            return []
        owners = [
            *clauses.agents(noun),
            *(c for c in clauses.children(noun, "amod", "compound") if self.text.at.get(c.i)),
        ]
        making = [c for c in clauses.children(noun, "acl", "parataxis") if c.lemma_ in self.words["authoring"]["words"]]
        owners += [a for c in making for a in clauses.children(c, "obl:agent")]
        return [ids for owner in owners for ids in self.who.each(owner)]

    def _of_noun(self, noun: Token) -> list[tuple[str, ...]]:
        """The origin of a noun of stance, "the Indian proposal", or who is said to have it, "has no objection to"."""
        for child in clauses.children(noun, "amod", "compound"):
            known = self.text.at.get(child.i) or (child.lemma_ in _OWNING and child.dep_ == "compound")
            found = self.who.parties(child) if known else ()
            if found:
                return [found]
        if any(c.dep_ == "cop" for c in noun.children) and clauses.preposition(noun) != "under":
            return self.who.each(clauses.subject(noun))
        source = [c for c in clauses.prepositional(noun, "from") if c.i > noun.i and c.pos_ in {"NOUN", "PROPN"}]
        if noun.dep_ == "obj" and noun.head.lemma_ in _OBTAINING:
            source = source or clauses.prepositional(noun.head, "from")
        if source:
            return self.who.each(source[0])
        if owners := [ids for bearer in origin_of_stance(noun) for ids in self.who.each(bearer)]:
            return owners
        if owners := [ids for bearer in self._bearers(noun) for ids in self.who.each(bearer)]:
            return owners
        if placed := self._of_place(noun) or self._in_protest(noun) or self._in_return(noun):
            return placed
        first = clauses.first_conjunct(noun)
        having = self.words["having"]["with" if clauses.preposition(first) == "with" else "words"]
        if (
            first.dep_ in {"obj", "obl", "xcomp"}
            and first.head.lemma_ in having
            and clauses.preposition(first) in {"", "with"}
        ):
            return self.who.each(clauses.subject(first.head))
        return []

    def speaker(self, token: Token) -> Attribution:
        """Who says what *token* stands in."""
        return self.attributions.of(token)

    def speaks_for(self, speaker: Attribution, doers: tuple[str, ...]) -> bool:
        """True where a speaker is of the party that would act, or of a member of it."""
        members = {member for party in doers for member in self.text.names.members(party_of(party))}
        return same(doers, speaker.parties) or bool(members & {party_of(party) for party in speaker.parties})

    def terms(self, hanging: Hanging) -> str:
        """The words of a condition in small letters, with the "only" right before it."""
        text = self.text.article.text
        only = "only " if text[: hanging.start].endswith("only ") else ""
        return only + text[hanging.start : hanging.end].lower()

    def is_obliged(self, verb: Token) -> bool:
        """True where a verb is said to be due: must, should, has to."""
        return bool(mood.modals(verb) & set(self.words["obligation"]["must"]))

    @staticmethod
    def is_guaranteed(verb: Token) -> bool:
        """ "Wants a guarantee that Chad will not close the river": what somebody else is to promise."""
        noun = verb.head
        told = verb.dep_ in {"acl", "ccomp"} and noun.pos_ == "NOUN" and noun.lemma_ in _PROMISING
        if not told or clauses.marker(verb) != "that":
            return False
        given = noun.dep_ == "obj" and noun.head.lemma_ in _GRANTING
        return not given and not clauses.agents(noun)

    @staticmethod
    @kept
    def is_unreal(verb: Token) -> bool:
        """True in a clause of if, unless or whether, in what somebody denies, doubts, never said or is accused of."""
        if verb.head.tag_ == "VBG" and verb.head.lemma_ == "have" and verb.head.head.lemma_ in _DENYING:
            return True
        if verb.head.lemma_ in _DENYING and verb.dep_ in {"ccomp", "xcomp", "advcl", "acl", "obj"}:
            return True
        if verb.head.lemma_ in _RUMOURS and verb.head.head.lemma_ in _DENYING:
            return True
        if mood.is_rumour(verb) or mood.is_unsaid(verb):
            return True
        blaming = {verb.head.lemma_, verb.head.head.lemma_} & _BLAMING
        own = verb.dep_ == "conj" and verb.head.tag_ in {*FINITE, "VBN"} and bool(clauses.children(verb, "aux"))
        if clauses.is_gerund(verb) and blaming and not own and clauses.marker(verb) in {"of", "for", ""}:
            return True
        marks = clauses.children(verb, "mark")
        if any(c.lower_ == "whether" for c in marks):
            return True
        if marks and any(c.lower_ == "not" and c.i == marks[0].i - 1 for c in verb.children):
            return True
        if clauses.marker(verb) in _FIRST and mood.modals(verb) & {"will", "would", "can", "could"}:
            return True
        return any(clauses.marker(outer) in _UNREAL or _is_awaited(outer) for outer in (verb, verb.head))

    def was_read(self, head: Token) -> bool:
        """True where *head* heads the action of a stance read shortly before, not of what others say to its deed."""
        return any(f.action.head == head and not f.rule.startswith("aside") for f in self.latest[-8:])


def _is_awaited(verb: Token) -> bool:
    """ "Until Sweden agrees", "as long as they refuse": not said to be so."""
    lead = clauses.marker(verb)
    if lead == "as long as":
        return True
    marks = clauses.children(verb, "mark")
    if lead == "as" and any(c.lower_ == "long" and c.i < marks[-1].i for c in verb.children if marks):
        return True
    if lead != "until":
        return False
    helpers = {c.lower_ for c in clauses.children(verb, "aux", "aux:pass")}
    if mood.modals(verb.head) & {"will", "would"}:
        return True
    return verb.tag_ in {"VBZ", "VBP"} or bool(helpers & {"has", "have", "is", "are"})


def is_state(token: Token) -> bool:
    """True for "is opposed to": a participle that stands for the state of its subject, not for what was done to it."""
    if token.tag_ not in {"VBN", "VBD", "JJ"} or token.pos_ != "VERB" or token.lower_ not in stance_words("adjective"):
        return False
    passive = clauses.is_passive(token) or bool(clauses.children(token, "cop"))
    return passive and (token.lower_.startswith("un") or not clauses.children(token, "obl:agent"))


def same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True where two lists of ids share a party, persons counted as their party."""
    return bool({party_of(party) for party in one} & {party_of(party) for party in other})


def sentence_before(token: Token) -> int:
    """Where the sentence before that of *token* begins."""
    return token.doc[max(0, token.sent.start - 1)].sent.start

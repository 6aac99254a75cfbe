"""Who would do what nobody is said to do: sanctions lifted, prisoners freed, elections held, a deal made."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.forum import convener
from dragoman.statements.lexicon import lexicon
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.parties import Mention
    from dragoman.language.tree import Token

__all__ = ["Unnamed"]

_LISTED = re.compile(r"\s*(?:,|,?\s+and|/|-)\s*(?:the\s+)?")
_THINGS = {"obj", "nmod", "obl", "compound", "nsubj:pass", "nsubj", "nmod:poss", "conj", "amod"}
_SHARED = {"mutual", "joint", "bilateral"}
_CHIEF = 2
"""Parties most spoken of, among which a bloc is one whose affair an article is about."""
_THIRD = 2 / 3
"""How often, measured by the second, the third party is named at most where the first two stand against each other."""
_STATES = {"state", "demonym", "capital", "seat", "role"}


class Unnamed:
    """Infers who would act in one article from what would be done, else from who stands against whom."""

    def __init__(self, text: ReadText, who: Who, cast: Cast) -> None:
        self._text = text
        self._who = who
        self._cast = cast
        words = lexicon("positions")
        self._burdens = frozenset(words["burdens"]["words"])
        self._relief = self._burdens | frozenset(words["burdens"]["relief"])
        self._joint = frozenset(words["joint"]["words"])
        self._doers = lexicon("doers")
        self._imposers = self._find_imposers()
        self._made = self._find_made()
        self._keepers = self._find_keepers()
        self.everyone = who.collective
        self._body = convener(cast, who.collective)
        self._insiders = {m.id for m in text.mentions if m.part or self._stands_apart(m)}

    def of(self, head: Token, holder: tuple[str, ...]) -> tuple[str, ...]:
        """Who could do what *head* names when *holder* wants it of nobody named.

        By what is done, where that tells: those who imposed a burden, hold the captives, govern, both sides for
        a deal; else whoever stands against the holder.
        """
        return self.by_thing(head, holder) or self.others(holder)

    def by_thing(self, head: Token, holder: tuple[str, ...]) -> tuple[str, ...]:
        """Who could do it by what is done alone; empty where that does not tell."""
        own = {party_of(party) for party in holder}
        found = self.imposing(head) or self._keeping(head, own) or self._governing(head, own)
        return found or self._assembly(own) or (self.between() if self._takes_two(head) else ())

    def opponent(self, holder: tuple[str, ...]) -> tuple[str, ...]:
        """The other side, where the article knows two sides and *holder* is one of them."""
        sides, own = self._cast.sides(), {party_of(party) for party in holder}
        other = tuple(party for party in sides if party not in own)
        apart = self._cast.has_two_sides() or self._cast.is_twofold(_THIRD)
        return other if len(other) == 1 and apart else ()

    def _takes_two(self, head: Token) -> bool:
        things = [head, *clauses.children(head, "obj", "nsubj:pass", "nsubj")]
        return any(self.is_joint(t) or any(c.lower_ in _SHARED for c in t.children) for t in things)

    def is_joint(self, noun: Token) -> bool:
        """True for what takes two: a deal, a truce, talks."""
        return noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() in self._joint

    def between(self) -> tuple[str, ...]:
        """The two sides, or all at one table, who would make the deal that somebody supports or rejects."""
        sides = self._cast.sides()
        if self._cast.table and not self._body:
            return self._cast.table
        return self._body or (sides if len(sides) == 2 else ())

    def _assembly(self, own: set[str]) -> tuple[str, ...]:
        """Who acts in talks of many: the body in which they decide; its members where it is the body that wants it."""
        return self.everyone if own & set(self._body) else self._body

    def others(self, holder: tuple[str, ...]) -> tuple[str, ...]:
        """Who could act when *holder* wants something of nobody named: its state, or whoever stands against it."""
        own = {party_of(party) for party in holder}
        fought = self.opponent(holder) if self._cast.is_told and self._insiders.isdisjoint(holder) else ()
        if other := fought or self.government(holder) or self._assembly(own) or self.opponent(holder):
            return other
        if self._cast.has_two_sides() and len(sides := self._cast.sides()) == 2 and own.isdisjoint(sides):
            return sides
        if bloc := self._bloc(own):
            return (bloc,)
        left = [party for party in self._cast.order if party not in own | self._cast.mediators]
        return tuple(left) if len(left) == 1 else ()

    def _bloc(self, own: set[str]) -> str | None:
        """The bloc that *own* are members of, where it is one of the parties most spoken of."""
        chief = [p for p in self._cast.by_name[:_CHIEF] if self._text.names.members(p)]
        return next((p for p in chief if p not in own and own <= set(self._text.names.members(p))), None)

    def bloc(self, holder: tuple[str, ...]) -> tuple[str, ...]:
        """The bloc whose affair it is where *holder* is of it, and nobody stands against it."""
        found = self._bloc({party_of(party) for party in holder}) if not self._cast.is_told else None
        return (found,) if found else ()

    def government(self, holder: tuple[str, ...]) -> tuple[str, ...]:
        """The state inside which *holder* stands: of a union, an opposition, a senator."""
        own = sorted({party_of(party) for party in holder})
        armed = {p for p in own if self._text.names.kind_of(p) == "movement"}
        homes = (self._cast.fought_by(p) if p in armed else self._text.home(p) for p in own)
        home = next(filter(None, homes), None)
        if home:
            return (home,)
        return tuple(party_of(party) for party in holder if party in self._insiders)[:1]

    def _stands_apart(self, mention: Mention) -> bool:
        """True for a person whose title sets him against his government: "opposition leader X", "Senator Y"."""
        before = self._text.article.text[max(0, mention.start - 40) : mention.start].lower().split()[-3:]
        return mention.sort == "person" and not set(self._doers["apart"]["words"]).isdisjoint(before)

    def imposing(self, head: Token) -> tuple[str, ...]:
        """Who imposed the sanctions that somebody wants lifted, where the article says so."""
        if head.lemma_ not in self._relief and not self._relief & {
            c.lemma_ for c in clauses.children(head, "compound", "obj", "nsubj:pass", "nsubj")
        }:
            return ()
        nouns = [head, *(t for t in head.subtree if t.dep_ in _THINGS), *_done_to_beside(head)]
        for noun in nouns:
            known = self._imposers.get(noun.lemma_) if noun.lemma_ in self._burdens else None
            if known:
                return max(known, key=lambda owners: (known[owners], owners))
        return ()

    def burdened(self, head: Token) -> frozenset[str]:
        """Whom the sanctions are on that somebody wants lifted, or who is to be let in: he does neither."""
        things = [head, *clauses.children(head, "obj", "nsubj:pass", "nsubj"), *_done_to_beside(head)]
        laid = [c for t in things for c in clauses.prepositional(t, "against")]
        laid += [c for t in things if t.lemma_ in self._burdens for c in clauses.prepositional(t, "on")]
        names = clauses.children(head, "nsubj:pass")
        if head.dep_ == "xcomp" and head.head.lemma_ in {"have", "need", "ought"} and clauses.is_passive(head):
            names += clauses.children(head.head, "nsubj")
        under = (c for name in names for c in clauses.conjuncts(name))
        borne = [*laid, *(c for c in under if c.pos_ == "PROPN")]
        return frozenset(party_of(p) for c in borne for p in self._who.parties(c))

    def _find_imposers(self) -> dict[str, Counter[tuple[str, ...]]]:
        """What each burden's owners are in the article: who "U.S. and EU sanctions" belong to, who imposed tariffs."""
        found: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
        for token in self._text.doc:
            if token.pos_ != "NOUN" or token.lemma_ not in self._burdens or token.i not in self._text.by_token:
                continue
            owners = self._owners(token) or self._imposers_of(token)
            if owners:
                found[token.lemma_][tuple(dict.fromkeys(map(party_of, owners)))] += 1
        return found

    def _owners(self, noun: Token) -> list[str]:
        """The names that stand before a noun, all that are listed: "U.S., EU and U.N. sanctions"."""
        named: list[Token] = []
        for child in clauses.children(noun, "amod", "compound", "nmod:poss", "det"):
            named += clauses.conjuncts(child)
        found = [m for t in named for m in self._text.at.get(t.i, ()) if m.sort not in {"role", "region"}]
        while found:
            first = min(found, key=lambda m: m.start)
            beside = next(self._text.before(first.start), None)
            gap = self._text.article.text[beside.end : first.start] if beside else "."
            if beside is None or beside.sort in {"role", "region"} or not _LISTED.fullmatch(gap):
                break
            found.append(beside)
        return [m.party for m in sorted(found, key=lambda m: m.start)]

    def _imposers_of(self, noun: Token) -> list[str]:
        """Who laid a burden on: "tariffs imposed by Peru", "Peru imposed tariffs"."""
        verb = noun.head
        done = [c for c in clauses.children(noun, "acl") if c.lemma_ in self._doers["imposing"]["words"]]
        doers = [agent for c in done for agent in clauses.agents(c)]
        for told in clauses.children(noun, "acl:relcl"):
            under = clauses.subject(told)
            done_to = told.lemma_ in self._doers["imposing"]["words"] and not clauses.is_passive(told)
            if done_to and under is not None and under != noun:
                doers.append(under)
        if verb.pos_ == "VERB" and verb.lemma_ in self._doers["imposing"]["words"]:
            under = clauses.subject(verb)
            if noun.dep_ == "obj" and verb.dep_ != "acl" and under is not None and not mood.modals(verb):
                doers.append(under)
            doers += clauses.agents(verb) if noun.dep_ == "nsubj:pass" else []
        return [p for doer in doers for p in self._who.parties(doer)]

    def _keeping(self, head: Token, own: set[str]) -> tuple[str, ...]:
        """Who holds the captives that somebody wants freed: those said to hold them, else the other side."""
        table = self._doers["captives"]
        if head.lemma_ not in table["freeing"]:
            return ()
        held = [t for t in head.subtree if t.lemma_ in table["words"] and t.pos_ in {"NOUN", "PROPN"}]
        return self._keepers if held and not own & set(self._keepers) else ()

    def _find_made(self) -> dict[str, str]:
        """Whose the laws and budgets of an article are, where it says so: "the bloc's law", "the Chilean budget"."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for token in self._text.doc:
            if token.pos_ != "NOUN" or token.lemma_ not in self._doers["making"]["words"]:
                continue
            owners = [party_of(p) for c in clauses.children(token, "nmod:poss") for p in self._who.parties(c)]
            owners = owners or [*map(party_of, self._owners(token))]
            found[token.lemma_].update(owners if len(owners) == 1 else ())
        return {noun: max(owners, key=lambda p: (owners[p], p)) for noun, owners in found.items() if owners}

    def _find_keepers(self) -> tuple[str, ...]:
        """The party that the article most often says to hold people."""
        table = self._doers["captives"]
        counts: Counter[tuple[str, ...]] = Counter()
        for token in self._text.doc:
            if token.pos_ != "VERB" or token.lemma_ not in table["holding"]:
                continue
            things = {t.lemma_ for t in clauses.objects(token)}
            if things & set(table["words"]):
                doers = clauses.agents(token) if clauses.is_passive(token) else [clauses.subject(token)]
                found = tuple(party_of(p) for doer in doers for p in self._who.parties(doer))
                counts[found] += bool(found)
        return max(counts, key=lambda who: (counts[who], who)) if counts else ()

    def _governing(self, head: Token, own: set[str]) -> tuple[str, ...]:
        """The government that the article is about, for what only a government can do: elections, a reform."""
        things = [head, *clauses.children(head, "obj", "nsubj:pass")]
        made = [owner for t in things if (owner := self._made.get(t.lemma_)) and owner not in own]
        if made:
            return (made[0],)
        if not any(t.lemma_.lower() in self._doers["government"]["words"] for t in things if t.pos_ == "NOUN"):
            return ()
        place = [m.party for t in things for m in self._places_of(t)]
        if place:
            return tuple(place[:1])
        homes = [home for party in sorted(own) if (home := self._text.home(party))]
        if self._body:
            return tuple(homes[:1])
        states = [p for p in self._cast.order if self._text.names.sort_of(p) == "state"]
        inside = own & set(states[:1]) if not self._faces_a_state(own) else ()
        others = (p for p in states if p not in self._cast.mediators and (inside or p not in own))
        return tuple([*homes, *inside, *others][:1])

    def _faces_a_state(self, own: set[str]) -> bool:
        """True for one of two states that stand against each other: it wants the other's inquiry, not its own."""
        sides = self._cast.sides()
        return (
            len(sides) == 2 and not own.isdisjoint(sides) and {self._text.names.sort_of(p) for p in sides} == {"state"}
        )

    def _places_of(self, noun: Token) -> list[Mention]:
        """The state whose election it is: "elections in Libya"."""
        phrases = clauses.prepositional(noun, "in", "of", "for")
        return [m for t in phrases for m in self._text.at.get(t.i, ()) if m.sort in _STATES]


def _done_to_beside(participle: Token) -> list[Token]:
    """The ban of "wants the ban lifted", which stands beside the participle rather than under it."""
    above = participle.head
    if participle.tag_ != "VBN" or participle.dep_ not in {"acl", "xcomp", "ccomp"}:
        return []
    return [above] if participle.dep_ == "acl" else [t for t in clauses.children(above, "obj") if t.i < participle.i]

"""Whom a verb concerns by its content: who is promised, asked, threatened or blamed in what somebody says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import word_list
from dragoman.statements.acts.groups import is_group
from dragoman.statements.acts.parts_played import told_by
from dragoman.statements.acts.spots import Spots
from dragoman.statements.cast import party_of

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Contents"]

_TURNED_TO = {
    **dict.fromkeys(("buy", "purchase", "import", "get", "obtain", "order", "acquire", "borrow", "source"), "from"),
    **dict.fromkeys(("replace", "substitute", "supplant"), "with"),
    **dict.fromkeys(("turn", "look", "sell"), "to"),
}
"""With whom one would deal in place of the one who is threatened: "threatened to buy the jets from China"."""
_JOINING = {"join", "enter"}
_BEARING = {"tolerate", "accept", "stand", "allow", "permit", "put", "brook", "wait", "hesitate"}
"""What a warning says that one will do no longer."""


class Contents(Spots):
    """Finds whom the acts of one article concern by what is said, asked, promised or protested at in them."""

    def content(self, verb: Token, own: set[str]) -> list[str]:
        """Who a promise, threat or refusal touches that *verb* is the content of: "it would lift curbs on Chad"."""
        told = clauses.children(verb, "obj", "xcomp", "ccomp", "obl", "iobj")
        return self._in_content(told, own) or self._in_content(told, own, places=True)

    def facing_them(self, found: tuple[str, ...], own: set[str]) -> tuple[str, ...]:
        """Whom of *found* a promise is made to: of what one main side says, at most the other.

        "Chad agreed to take the dispute to the court" is agreed with no court.
        """
        sides = self._who.cast.sides() if found and self._who.cast.has_two_sides() else ()
        return tuple(p for p in found if party_of(p) in sides) if own & set(sides) else found

    def bidden(self, verb: Token, own: set[str]) -> tuple[str, ...]:
        """Whom somebody tells what to do by saying what they must do: "said that Chad must leave"."""
        for clause in told_by(verb):
            noun = clauses.subject(clause)
            bound = mood.modals(clause) & {"must", "should", "ought"} and not clauses.is_passive(clause)
            who = tuple(p for p in self._who.parties(noun) if party_of(p) not in own) if bound else ()
            if who:
                return who
        return ()

    @staticmethod
    def is_menace(verb: Token) -> bool:
        """True for what threatens by any verb of saying: "Chad would pay dearly, he said"."""
        return any(
            clause.lemma_ in word_list("carriers", "paying") and mood.modals(clause) & {"will", "would"}
            for clause in told_by(verb)
        )

    def is_foreboding(self, verb: Token) -> bool:
        """ "Warned that the risks are high", "that delay could lead to war": nobody is told to fear whoever warns."""
        told = clauses.children(verb, "ccomp")
        if verb.lemma_ not in word_list("carriers", "warning") or not told or clauses.children(verb, "obj", "iobj"):
            return False
        return not self.is_menace(verb) and not any(map(self._may_be_done_to, told))

    def _may_be_done_to(self, clause: Token) -> bool:
        """True where somebody acts, or where what will be done is a reply: "that it will be met with protests"."""
        noun = clauses.subject(clause)
        theirs = noun is not None and any(c.tag_ == "PRP$" for c in noun.children)
        passive = clauses.is_passive(clause) and bool(mood.modals(clause) & {"will", "would"})
        who = {party_of(p) for p in self._who.parties(noun)}
        own = {party_of(p) for p in self._who.parties(clauses.subject(clause.head))}
        suffering = clause.lemma_ in word_list("carriers", "suffering")
        return theirs or passive or (bool(who) and (suffering or not own or bool(who & own)))

    def menaced(self, verb: Token, own: set[str]) -> tuple[str, ...]:
        """Whom a warning threatens by its content: "warned that Chad would face sanctions", "that it would respond".

        What might merely happen, the talks that could fail, is no threat.
        """
        for clause in told_by(verb):
            noun = clauses.subject(clause)
            who = {party_of(p) for p in self._who.parties(noun)}
            if not mood.modals(clause) & {"will", "would", "could", "may", "might"}:
                continue
            harmed = who and not who & own and clause.lemma_ in word_list("carriers", "suffering")
            strikes = bool(who & own) and clause.lemma_ in word_list("carriers", "harm") | {"respond", "react", "act"}
            strikes = strikes or (bool(who & own) and mood.is_negated(clause) and clause.lemma_ in _BEARING)
            strikes = strikes or (bool(who & own) and _or_else(clause))
            if harmed:
                return tuple(sorted(who))
            if strikes:
                pair = tuple(p for p in self._who.collective or self._who.cast.sides() if p not in own)
                return tuple(dict.fromkeys(p for p in self._in_content([clause], own, places=True))) or pair
        return ()

    def wronged_by(self, verb: Token, own: set[str]) -> tuple[str, ...]:
        """Whom somebody accuses by what is said of them: "said that Chad had broken its word"."""
        for clause in told_by(verb):
            noun = clauses.subject(clause)
            unreal = mood.is_negated(clause) or mood.modals(clause) & {"will", "would", "could", "may", "might"}
            if unreal or noun is None or clauses.is_passive(clause):
                continue
            about = {t.lemma_ for t in [*clauses.objects(clause), *clauses.children(clause, "obl", "xcomp")]}
            told = {clause.lemma_, *(f"{clause.lemma_}+{thing}" for thing in about)}
            if told & word_list("carriers", "misdeeds") or verb.lemma_ in word_list("carriers", "complaining"):
                who = tuple(p for p in self._who.parties(noun) if party_of(p) not in own)
                if who:
                    return who
        return ()

    def _in_content(self, told: list[Token], own: set[str], *, places: bool = False, aimed: bool = False) -> list[str]:
        """Who a speech act is aimed at, where only its content names them: "threatened to shell Iraqi towns".

        Where *aimed*, what is their own ("to voice their anger") names nobody.
        """
        for content in sorted(told, key=lambda token: token.i):
            aside = {
                t.i for c in content.subtree if c.dep_ in {"advcl", "acl:relcl"} and c != content for t in c.subtree
            }
            aside |= {t.i for c in content.subtree if c.lemma_ in _JOINING and _is_own_wish(c) for t in c.subtree}
            lead = _TURNED_TO.get(content.lemma_)
            beside = {t for t in content.subtree if clauses.preposition(t) == lead} if lead else set()
            for noun in content.subtree:
                if noun.pos_ not in {"PROPN", "NOUN"} or noun.i in aside or (self.is_place(noun) and not places):
                    continue
                if beside and not beside.isdisjoint((noun, *noun.ancestors, *noun.children)):
                    continue
                if aimed and any(c.pos_ == "PRON" for c in clauses.children(noun, "nmod:poss")):
                    continue
                if clauses.preposition(noun) == "of" and noun.head.lemma_ in word_list("carriers", "letting_go"):
                    continue
                here = self.ground(noun) if places and self.is_place(noun) else ()
                named = here or self._who.parties(noun) or self.owner(noun)
                found = [p for p in named if (party_of(p) not in own or ":" in p) and not is_group(p)]
                if found:
                    return found
        return []

    def warned(self, verb: Token, *, named: bool = False) -> list[str]:
        """Whose conduct would bring a threat about: "threatened to leave if Iraq closed the border".

        Where *named*, no pronoun says so.
        """
        hung = [clause for clause in verb.subtree if clause.dep_ == "advcl" and clause.i > verb.i]
        return [
            party
            for clause in hung
            if clauses.marker(clause) in {"if", "unless", "until", "after", "because"}
            for under in (clauses.agents(clause) if clauses.is_passive(clause) else [clauses.subject(clause)])
            if under is not None and not (named and under.pos_ == "PRON")
            for party in self._who.parties(under)
        ]

    def _helped(self, verb: Token, own: set[str]) -> list[str]:
        """Whom a gift or a concession is for by its purpose: "opened the bridge to allow deliveries to Chad"."""
        around = [verb, *clauses.objects(verb)]
        aims = [c for head in around for c in clauses.children(head, "advcl", "acl") if clauses.marker(c) == "to"]
        return self._in_content([c for c in aims if c.lemma_ in word_list("carriers", "helping")], own)

    def reconciled(self, verb: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Between whom others secure an accord: "Washington secured a truce between Israel and Syria"."""
        phrases = [p for noun in self.acted_on(verb) for p in clauses.prepositional(noun, "between")]
        sides = tuple(dict.fromkeys(p for phrase in phrases for p in self.doer(phrase)))
        own = {party_of(p) for p in actor}
        return sides if len(set(map(party_of, sides))) > 1 and not own & set(map(party_of, sides)) else ()

    def met_by_force(self, verb: Token) -> tuple[str, ...]:
        """Whom forces are sent out to meet: "scrambled jets to intercept Russian bombers"."""
        around = [verb, *clauses.objects(verb)]
        aims = [
            c for head in around for c in clauses.children(head, "advcl", "acl", "xcomp") if clauses.marker(c) == "to"
        ]
        met = [noun for c in aims if c.lemma_ in word_list("carriers", "meeting force") for noun in clauses.objects(c)]
        return next((found for noun in met if (found := self._who.parties(noun) or self.owner(noun))), ())

    def _protested(self, verb: Token) -> list[str]:
        """Whom a protest is aimed at by what it is for: "in protest of", "to demand the resignation of"."""
        told = [c for c in clauses.children(verb, "advcl", "xcomp", "acl") if clauses.marker(c) == "to"]
        around = [verb, *clauses.objects(verb)]
        told += [p for head in around for p in clauses.prepositional(head, "against", "over", "at", "of")]
        told += [c for head in around for c in clauses.children(head, "advcl", "acl") if clauses.marker(c) == "to"]
        return self._in_content(told, set(), aimed=True)


def _is_own_wish(verb: Token) -> bool:
    """ "Offered to drop its bid to join NATO": what one wanted to join is not whom that is offered to."""
    lead = next((c for c in clauses.children(verb, "mark") if c.lower_ == "to"), None)
    if lead is None or lead.i == lead.sent.start:
        return False
    wish = lead.nbor(-1)
    return wish.pos_ == "NOUN" and any(c.tag_ == "PRP$" for c in wish.children)


def _or_else(clause: Token) -> bool:
    """ "Would otherwise take the road", "will stop buying unless": what one does where others do not yield."""
    held = any(clauses.marker(c) == "unless" for c in clauses.children(clause, "advcl"))
    told = held or any(c.lower_ == "otherwise" for c in clause.children)
    return told and bool(mood.modals(clause) & {"will", "would"})

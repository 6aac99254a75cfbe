"""Whether the words around a verb fit a frame of it: its particle, its object, what is left, who does it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dragoman.language.tree import kept
from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import ActWord, act_words, word_list
from dragoman.statements.acts.groups import is_state
from dragoman.statements.acts.misread import given_in_return
from dragoman.statements.acts.parts_played import spells, titles, told_by
from dragoman.statements.acts.targets import LEAVING, ActParties, left_by

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Fitting"]

_LOOSE = {"up", "together", "back"}
"""Particles that leave a verb what it is."""
_BESIDE = ("of", "from", "with", "without", "by", "to", "into", "onto", "as", "out of", "through", "for")
_ARMED = {"air", "missile", "drone", "rocket", "military", "artillery", "retaliatory", "nuclear", "cross-border"}
"""Words that tell strikes of arms from those of work."""
_SPLIT = {"over", "up", "down", "out", "off", "back", "away"}
_INWARD = {"into", "towards", "toward"}
"""Before what one goes to: who "walked into the session" has left nothing."""
_TRAVEL = {"travel", "fly", "head", "go", "come", "return"}


class Fitting:
    """Judges for the verbs of one article which of their frames fit."""

    def __init__(self, parties: ActParties) -> None:
        self._parties = parties

    def of(self, verb: Token, frames: Iterable[ActWord]) -> list[ActWord]:
        """Those of *frames* that find with *verb* what they ask for."""
        alone = _stands_alone(verb)
        return [
            word
            for word in frames
            if (word.particle in _particles(verb) if word.particle else alone) and self._fits(verb, word)
        ]

    def _fits(self, verb: Token, word: ActWord) -> bool:
        """Whether a frame whose particle stands beside *verb* finds what else it asks for."""
        if word.event == "PROTEST" and told_by(verb):
            return False
        if word.over and ((noun := clauses.subject(verb)) is None or noun.lemma_ not in word.over):
            return False
        if word.by and not self._parties.is_done_by(verb, word.by):
            return False
        if word.leaving:
            return (not word.object or self._has_object(verb, word)) and self._leaves(verb, word)
        if word.infinitive:
            return self._is_asked(verb, word)
        if (word.person and clauses.children(verb, "xcomp", "ccomp")) or (word.bare and clauses.objects(verb)):
            return False
        if word.alone:
            retort = word.event == "CONSULT" and bool(mood.modals(verb) & {"will", "would"})
            return _is_alone(verb) and not retort
        if word.event == "AGREE" and (mood.agrees_that_it_is(verb) or _issues_several(verb)):
            return False
        if word.complement:
            return _has_complement(verb, word)
        if word.object:
            return self._has_object(verb, word) and not self._is_fire(verb, word)
        told = clauses.children(verb, "xcomp", "advcl") if verb.lemma_ in _TRAVEL else []
        return not any(c.lemma_ in act_words("verb") for c in told)

    def _is_fire(self, verb: Token, word: ActWord) -> bool:
        """True for "Chad launched strikes on Niger": what a state, an army or a rebel force strikes is no protest."""
        if word.event != "PROTEST":
            return False
        strikes = [noun for noun in self._parties.acted_on(verb) if noun.lemma_ == "strike"]
        if not strikes:
            return False
        if any(c.lower_ in _ARMED for noun in strikes for c in clauses.children(noun, "compound", "amod")):
            return True
        under = clauses.subject(verb)
        noun = under is not None and under.pos_ == "NOUN" and under.lemma_ not in word_list("doers", "rulers")
        return not noun and any(map(is_state, self._parties.doers(verb, word)))

    def _leaves(self, verb: Token, word: ActWord) -> bool:
        """ "Walk out of the talks", "go on strike", "put its name to a pact", "took steps to widen freedoms"."""
        around = [verb, *(clauses.objects(verb) if word.object else [])]
        left = [t for head in around for noun in left_by(head, word) for t in spells(noun)]
        if word.event == "REJECT":
            left = [t for t in left if clauses.preposition(t) not in _INWARD]
        aims = [c for noun in around[1:] for c in clauses.children(noun, "acl")]
        left += [t for aim in aims for t in clauses.objects(aim)]
        left += [part for t in left for part in clauses.children(t, "flat", "compound")]
        forces = any(noun.lemma_ in word_list("nouns", "force") for noun in clauses.objects(verb))
        out = [t for t in left if clauses.preposition(t) not in {"at", "in", "to", "on"}]
        allied = word.event == "REJECT" and not forces and any(map(self._parties.is_alliance, out))
        return allied or any(t.lemma_.lower() in word.leaving for t in left)

    def _is_asked(self, verb: Token, word: ActWord) -> bool:
        told = clauses.children(verb, "xcomp", "ccomp", "advcl", "acl")
        heard = clauses.prepositional(verb, *word.target)
        heard += clauses.children(verb, "obj", "iobj") if word.event == "REQUEST" else []
        told += [c for noun in heard for c in clauses.children(noun, "acl")]
        asked = any(clauses.marker(c) == "to" or _asks_for(c) for c in told)
        if not asked or not word.object:
            return asked
        return _names_a_span(verb, word) if word.event == "THREATEN" else self._has_object(verb, word)

    def _has_object(self, verb: Token, word: ActWord) -> bool:
        """True where what *verb* acts on, a part of its name, or what it is a stretch of, is of the frame."""
        if verb.lemma_ == "make" and _makes_of_it(verb):
            return False
        nouns = self._parties.handled(verb, word)
        if word.event == "CONSULT" and any(part.lemma_ == "protest" for noun in nouns for part in _parts(noun)):
            return False
        left = nouns if word.event == "REJECT" and _is_gone(verb) else ()
        if any(self._parties.is_alliance(part) for noun in left for part in _parts(noun)):
            return True
        if "PLACE" in word.object and any(self._parties.is_part_of_a_state(noun) for noun in nouns):
            return True
        return not all(map(word.object.isdisjoint, map(_words_of, nouns)))


@kept
def _parts(noun: Token) -> list[Token]:
    """A noun, what it is a stretch of, and the parts of its name."""
    return [
        noun, *clauses.prepositional(noun, "of"), *clauses.children(noun, "compound", "dep"), *titles(noun),
    ]  # fmt: skip


@kept
def _words_of(noun: Token) -> frozenset[str]:
    """The lemmas of a noun and of its parts, in small letters."""
    return frozenset(part.lemma_.lower() for part in _parts(noun))


def _is_gone(verb: Token) -> bool:
    """ "Left the bloc", "is leaving it": one is out of it, as one is not by "leaving with"."""
    finite = verb.tag_ != "VBG" or bool(clauses.children(verb, "aux"))
    return verb.lemma_ in LEAVING and finite and not clauses.prepositional(verb, "with", "without")


@kept
def _stands_alone(verb: Token) -> bool:
    """Whether no particle makes another word of a verb."""
    return all(c.lower_ in _LOOSE for c in clauses.children(verb, "compound:prt"))


@kept
def _particles(verb: Token) -> frozenset[str]:
    """What may be taken for the particle of a verb: what hangs from it, and what its phrases begin with."""
    leads = clauses.leads(verb)
    return leads.union(
        (c.lower_ for c in verb.children),
        (lead.removesuffix(behind) for lead in leads for behind in (" of", " from")),
        (clauses.preposition(noun) for noun in clauses.children(verb, "obj")),
        ("with" for _ in given_in_return(verb)[:1]),
        _before_a_number(verb),
    )


def _before_a_number(verb: Token) -> tuple[str, ...]:
    """The "over" of "handed over two prisoners", which the tree hangs from the number."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    found = len(behind) > 1 and behind[0].lower_ in _SPLIT and behind[1].pos_ == "NUM" and behind[0].head is behind[1]
    return (behind[0].lower_,) if found else ()


def _is_alone(verb: Token) -> bool:
    """ "Walked out on Friday": nothing says of what, with what or to whom."""
    if clauses.objects(verb) or clauses.children(verb, "xcomp", "ccomp") or clauses.is_passive(verb):
        return False
    return not clauses.prepositional(verb, *_BESIDE)


def _has_complement(verb: Token, word: ActWord) -> bool:
    """ "Called the step a lie", "described it as an act of war"."""
    around = [verb, *(t for noun in clauses.objects(verb) for t in noun.subtree if t.pos_ == "NOUN")]
    told = [
        *clauses.children(verb, "xcomp"),
        *(o for c in clauses.children(verb, "xcomp") if c.pos_ == "NOUN" for o in clauses.children(c, "obj")),
        *clauses.children(verb, "obj")[1:],
        *(t for head in around for t in clauses.prepositional(head, "as")),
    ]
    told += [t for noun in clauses.objects(verb) for t in clauses.children(noun, "appos") if t.left_edge.text != ","]
    told += [part for noun in told for part in clauses.children(noun, "amod", "compound")]
    told += [part for noun in told if noun.lemma_ == "act" for part in clauses.prepositional(noun, "of")]
    return any(noun.lemma_ in word.complement for noun in told)


def _makes_of_it(verb: Token) -> bool:
    """ "Made a pledge of aid a condition", "made no mention of the pact": nothing of the kind is made."""
    made = clauses.children(verb, "obj", "xcomp", "appos")
    made += [c for noun in made for c in clauses.children(noun, "appos")]
    made += [c for noun in clauses.children(verb, "obl") for c in clauses.children(noun, "appos")]
    return any(noun.lemma_ in word_list("looks", "made of it") for noun in made)


def _names_a_span(verb: Token, word: ActWord) -> bool:
    """ "Gave them 48 hours", "gave Chad until Friday": a stretch or an end of time right behind the verb."""
    behind = [t for t in verb.subtree if t.i > verb.i and t.dep_ not in {"conj", "advcl"}]
    return any(t.lemma_.lower() in word.object for t in behind)


def _asks_for(clause: Token) -> bool:
    """ "Pushed for Chad to leave", "called for Chad to be let in": whoever is to do it stands before the infinitive."""
    return clauses.marker(clause) == "for" and bool(clauses.children(clause, *clauses.SUBJECTS))


def _issues_several(verb: Token) -> bool:
    """ "Japan and Canada issued similar statements": each its own."""
    texts = clauses.children(verb, "obj") if verb.lemma_ in {"issue", "release", "publish", "make"} else []
    return any(text.tag_ == "NNS" and text.lemma_ in {"statement", "declaration", "communique"} for text in texts)

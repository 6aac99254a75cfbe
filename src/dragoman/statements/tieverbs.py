"""Ties told by verbs: "relies on", "sells its copper to", "does not recognise", "the river that divides"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.cast import party_of
from dragoman.statements.holding import is_denied, is_habit, is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.text import ReadText
from dragoman.statements.tiewords import EITHER_WAY, REACH, Found, Frame, frames, hanging, last_word
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["VerbTies"]


def _lemma_of(token: Token) -> str:
    """The lemma by which a verb is listed, of forms too that no tagger took for a verb: "quarrelled", "owes"."""
    lemma = token.lemma_
    if lemma.endswith("ll") and lemma[:-1] in frames("verb"):
        return lemma[:-1]
    if token.pos_ in {"VERB", "AUX"}:
        return lemma
    lower = token.lower_
    return next(
        (s for s in (lower[:-1], lower[:-3] + "y", lower[:-2]) if s in frames("verb") or s in frames("habit")), lemma
    )


_FACING = {"neighbour", "neighbor", "rival", "enemy", "foe", "adversary"}
"""Whom else an article about two can mean: "suspects its neighbour"."""
_NO_NOUNS = {"depend", "depends", "rely", "relies"}
"""Verbs that are nothing else, whatever the tree takes them for."""


def _is_of_a_point(verb: Token) -> bool:
    """ "Supports Chad on the binding code": no more than what is said of one matter."""
    return verb.lemma_ in {"support", "back"} and bool(clauses.prepositional(verb, "on", "over"))


class VerbTies:
    """Finds both sides of verbs of relation."""

    def __init__(self, text: ReadText, sides: Sides) -> None:
        self._text = text
        self._sides = sides
        others = (lexicon("ties")[part]["verbs"] for part in ("place", "goods", "labour"))
        self.words = frozenset({"divide", "split"}).union(frames("verb"), frames("habit"), *others)

    def has(self, token: Token) -> bool:
        """Whether *token* may be a form of one of the verbs."""
        if token.lemma_ in self.words:
            return True
        odd = token.lower_.endswith("s") or token.lemma_.endswith("ll")
        return odd and _lemma_of(token) in self.words

    def is_verb(self, token: Token) -> bool:
        """True for verbs, and for a present that the tree takes for something else: "Hungary buys", "and owes"."""
        if token.pos_ in {"VERB", "AUX"} or token.lower_ in _NO_NOUNS:
            return True
        if token.lemma_ in frames("verb") and self._sides.is_mutual(token, within=3):
            return True
        if not token.lower_.endswith("s") or token.i == token.sent.start:
            return False
        before = token.nbor(-1)
        lemma = _lemma_of(token)
        known = lemma in frames("verb") or lemma in frames("habit")
        follows = bool(self._text.at.get(before.i)) or before.lower_ in {
            "which", "and", "still", "also", "longer", "now",
        }  # fmt: skip
        if not (known and follows) or clauses.children(token, "cop", "case"):
            return False
        if token.tag_ != "NNS" or token.dep_ == "ROOT" or self._sides.taken_up(token):
            return True
        if before.lower_ == "which" and token.i + 1 < token.sent.end:
            return token.nbor().lower_ in {"and", ","} or bool(self._text.at.get(token.i + 1))
        led = {p for part in ("verb", "habit") for f in frames(part).get(_lemma_of(token), ()) for p in f.prepositions}
        return token.i + 1 < token.sent.end and token.nbor(1).lower_ in led and before.lower_ in {"and", "which"}

    def read(self, verb: Token) -> Iterator[Found]:
        """What *verb* ties: the first of its frames that has both sides; a helper of another verb ties nobody."""
        if verb.dep_ in {"aux", "aux:pass"} and verb.head.tag_ in {"VBN", "VBD", "VB", "VBG"}:
            return
        yield from self._by_place(verb)
        yield from self._by_goods(verb)
        yield from self._by_labour(verb)
        yield from self._by_issue(verb)
        lemma, words = _lemma_of(verb), verb.sent.words
        for part in ("verb", "habit"):
            for frame in frames(part).get(lemma, ()):
                if not words.issuperset(frame.more) or not self._has_words(verb, frame):
                    continue
                if part == "habit" and (not is_habit(verb) or _is_of_a_point(verb)):
                    dropped(verb, f"tie:{verb.lemma_}", "of one moment, or of one point")
                    continue
                found = list(self._verb_tie(verb, frame))
                yield from found
                if any(f.is_whole for f in found):
                    return

    @staticmethod
    def _has_words(verb: Token, frame: Frame) -> bool:
        """Whether the words a frame asks for follow its verb, in order and before the clause ends."""
        if not frame.more:
            return True
        following = iter(verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)])
        for wanted in frame.more:
            for token in following:
                if wanted in {token.lemma_, token.lower_} and not ("of" in frame.prepositions and token.pos_ == "VERB"):
                    break
                if token.text in {",", ";"}:
                    return False
            else:
                return False
        return True

    def _verb_tie(self, verb: Token, frame: Frame) -> Iterator[Found]:
        if verb.lemma_ == "trust" and clauses.is_passive(verb):
            yield from self._by_doubt(verb)
            return
        lessens = verb.lemma_ in hanging("leaning") and any(c.lower_ == "less" for c in verb.children)
        real = is_real(verb) or lessens or (frame.relation == "depends_on" and self._is_bound(verb))
        if is_denied(verb) != frame.denied or not real:
            dropped(verb, f"tie:{verb.lemma_}", "denied, or only possible")
            return
        told = clauses.children(verb, "xcomp", "ccomp", *(["advcl"] if verb.lemma_ == "lean" else []))
        if verb.lemma_ == "lean":
            told += [c for noun in clauses.prepositional(verb, "on", "upon") for c in clauses.children(noun, "acl")]
        plain = not frame.more and "with" not in frame.prepositions and verb.lemma_ not in hanging("leaning")
        if plain and any(clauses.marker(c) == "to" for c in told):
            dropped(verb, f"tie:{verb.lemma_}", "asks for an act")
            return
        owed = [*clauses.objects(verb), *clauses.children(verb, "iobj")]
        if verb.lemma_ == "owe" and any(o.lemma_ in hanging("promised") for o in owed):
            dropped(verb, f"tie:{verb.lemma_}", "owes no money")
            return
        if frame.relation == "depends_on" and any(o.lemma_ in hanging("told") for o in owed):
            dropped(verb, f"tie:{verb.lemma_}", "gets words only")
            return
        holder, target = self._of_verb(verb, frame)
        under = clauses.subject(verb)
        if frame.relation == "depends_on" and target and {*map(party_of, holder)} <= {*map(party_of, target)}:
            holder = self._needing(verb, under, holder, target)
        if lessens and not holder:
            clause = next((t for t in verb.ancestors if clauses.children(t, *clauses.SUBJECTS)), None)
            holder = self._sides.subject(clause) if clause is not None else []
        if not target and self._sides.is_mutual(verb):
            holder = holder if len(holder) > 1 else self._sides.main_pair(verb)
            apart = under is not None and any(t.lower_ in {"neither", "each"} for t in (under, *under.children))
            yield Found(verb, holder, holder, frame.relation, mutual=not apart)
            return
        shared = not target and len(holder) > 1 and not clauses.prepositional(verb, "with")
        if shared and "with" in frame.prepositions and frame.relation in EITHER_WAY:
            holder, target = holder[:1], holder[1:]
        if not target and any(o.lemma_ in _FACING and self._sides.is_pronoun_owned(o) for o in clauses.objects(verb)):
            target = self._sides.opposite(verb, holder)
        yield Found.by(verb, holder, target, frame)

    def _needing(self, verb: Token, under: Token | None, holder: list[str], target: list[str]) -> list[str]:
        """ "Whose deputies he also needs", "on whose votes the government has leaned": not who is needed."""
        if under is not None and under.lower_ in {"he", "she"}:
            return self._sides.person_before(under, target)
        between = verb.doc[under.i : verb.i] if under is not None and under.i < verb.i else []
        if not any(t.lower_ in {"whose", "whom"} for t in between):
            return holder
        return self._sides.of(self._sides.word_before(verb)) or holder

    def _by_doubt(self, verb: Token) -> Iterator[Found]:
        """ "X says Y cannot be trusted"."""
        says = verb.head
        if verb.dep_ in {"ccomp", "xcomp"} and mood.is_negated(verb) and says.pos_ == "VERB":
            yield Found(verb, self._sides.subject(says), self._sides.subject(verb), "mistrusts")

    @staticmethod
    def _is_bound(verb: Token) -> bool:
        """ "Must rely on Y", "would need the votes of Y", "has no choice but to depend on Y": need, though not yet."""
        if verb.lemma_ in {"need", "require"}:
            props = lexicon("ties")["need"]["props"]
            return any(o.lemma_ in props for o in clauses.objects(verb)) and "may" not in mood.modals(verb)
        return bool(mood.modals(verb) & {"must", "have to"}) and verb.lemma_ in {"rely", "depend", "lean", "count"}

    def _of_verb(self, verb: Token, frame: Frame) -> tuple[list[str], list[str]]:
        """Both sides of a verb, in the order of the active."""
        if verb.lower_ in _NO_NOUNS and verb.pos_ not in {"VERB", "AUX"} and verb.dep_ in {"nmod", "compound"}:
            return self._sides.of(verb.head), self._sides.after(verb, frame.prepositions)
        if frame.prepositions:
            word = last_word(verb, frame)
            given = clauses.children(verb, "iobj") if "to" in frame.prepositions else []
            if gained := [p for o in given for p in self._sides.of(o)]:
                return self._sides.subject(verb), gained
            target = self._sides.after(verb, frame.prepositions)
            target = self._sides.after(word, frame.prepositions) or target
            target = target or self._within(verb, frame)
            if not target and any(c.lower_ == "it" for c in clauses.prepositional(verb, *frame.prepositions)):
                target = self._sides.other_before(verb, self._sides.subject(verb))
            owned = word != verb and "of" in frame.prepositions and not target
            return self._sides.subject(verb), target or (self._sides.owners(word) if owned else [])
        if frame.between and clauses.is_passive(verb):
            kept = [p for o in clauses.objects(verb) for p in self._sides.of(o)]
            return [p for a in clauses.agents(verb) for p in self._sides.of(a)], kept
        if frame.between:
            return self._sides.subject(verb), self._sides.amid(verb, last_word(verb, frame))
        loose = verb.lemma_ in hanging("loose")
        passive = clauses.is_passive(verb)
        mistaken = passive and self._is_perfect(verb)
        undergone = clauses.children(verb, "obj") if mistaken else clauses.objects(verb)
        if verb.lemma_ in hanging("backing") and any(map(self._is_thing, undergone)):
            return [], []
        target = [p for o in undergone for p in self._sides.of(o, loose=loose)]
        by = clauses.children(verb, "obl:agent")
        if (passive and not mistaken) or (by and verb.tag_ == "VBN"):
            target = target or self._sides.of(clauses.subject(verb))
            target = [p for p in target if not self._sides.is_group(p)]
            return [p for a in clauses.agents(verb) for p in self._sides.of(a)], target
        if frame.word == "owe":
            target = self._sides.of(self._sides.first_named(verb)) or target
        if not target:
            reach = REACH if loose and verb.pos_ not in {"VERB", "AUX"} else 2
            target = self._sides.of(self._sides.first_named(verb, reach))
        target = target or [p for o in clauses.children(verb, "iobj") for p in self._sides.of(o, loose=loose)]
        target = target or self._sides.taken_up(verb)
        return self._sides.subject(verb), target or self._sides.of(clauses.relative_object(verb), loose=False)

    def _is_thing(self, noun: Token) -> bool:
        """ "Supports Swedish membership", "backs Kadhimi's initiative": what somebody has or would do."""
        named = self._text.at.get(noun.i) or noun.pos_ in {"PRON", "PROPN"} or noun.tag_ == "NNS"
        return not named and bool(self._sides.owners(noun))

    @staticmethod
    def _is_perfect(verb: Token) -> bool:
        """ "Which has not forgiven it", of a verb whose subject the tree takes for what undergoes it."""
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        return bool(helpers & {"has", "have", "had"}) and not clauses.children(verb, "aux:pass")

    def _within(self, verb: Token, frame: Frame) -> list[str]:
        """ "Sells most of what it grows to Chad", "gets its arms and fuel from Chad": the one such phrase in it."""
        kept = clauses.objects(verb) + clauses.prepositional(verb, "on", "upon")
        inner = [t for o in kept for t in o.subtree if t.i > verb.i and clauses.preposition(t) in frame.prepositions]
        sides = [p for t in inner for p in self._sides.of(t, loose=False)]
        return sides if len(inner) == 1 else []

    def _by_place(self, verb: Token) -> Iterator[Found]:
        """ "The river that divides the countries"."""
        table = lexicon("ties")["place"]
        if verb.lemma_ not in table["verbs"]:
            return
        under = clauses.subject(verb)
        if under is not None and under.lemma_ in table["nouns"] and not clauses.is_passive(verb):
            sides = [p for o in clauses.objects(verb) for p in self._sides.of(o)]
            sides += self._sides.after(verb, ("from",))
            yield Found(verb, sides[:1], sides[1:2], "adjacent")

    def _by_issue(self, verb: Token) -> Iterator[Found]:
        """ "The question has long divided the two": what keeps those apart whom it concerns."""
        if verb.lemma_ not in {"divide", "split"} or clauses.is_passive(verb) or not is_real(verb):
            return
        under = verb.head if verb.dep_ == "acl:relcl" else clauses.subject(verb)
        if under is None or under.lemma_ in lexicon("ties")["place"]["nouns"] or self._sides.of(under, loose=False):
            return
        sides = [p for o in clauses.objects(verb) for p in self._sides.of(o, loose=False)]
        if len(sides) > 1:
            yield Found(verb, sides[:1], sides[1:], "deadlocked_with")

    def _by_goods(self, verb: Token) -> Iterator[Found]:
        """ "The islands live on Venezuelan oil"."""
        table = lexicon("ties")["goods"]
        if verb.lemma_ in table["verbs"] and is_real(verb):
            kept = [c for c in clauses.prepositional(verb, "on", "off") if c.lemma_ in table["nouns"]]
            owners = [p for c in kept for p in self._sides.of(c)]
            yield Found(verb, self._sides.subject(verb) if owners else [], owners, "depends_on")

    def _by_labour(self, verb: Token) -> Iterator[Found]:
        """ "North Korean labourers work on Russian farms"."""
        table = lexicon("ties")["labour"]
        if verb.lemma_ not in table["verbs"]:
            return
        under = clauses.subject(verb)
        counted = clauses.prepositional(under, "of") if under is not None else []
        under = next((t for t in counted if t.lemma_ in table["nouns"]), under)
        if under is not None and under.lemma_ in table["nouns"] and is_habit(verb):
            where = self._sides.after(verb, ("in", "on", "at"))
            yield Found(verb, self._sides.owners(under), where, "supplies_labour_to")

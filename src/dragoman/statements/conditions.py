"""What a position hangs on: exchanges, only if, unless, before, after, step for step."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.actions import Action, Actions
from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Condition, ConditionType
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Conditions", "Hanging"]


_FUTURE = {"will", "would"}
"""What goes on with these from a condition that has none goes on from what hangs on it."""
_SET = {"only_if", "unless", "before", "in_exchange_for"}
"""Conditions that may stand around the report of what hangs on them."""
_STAYING = {"remain", "stay", "seem", "appear"}
"""Verbs under which a quality is what is told."""
_LETTING = {
    "let", "allow", "permit", "enable", "help", "stop", "start", "continue", "keep", "begin", "resume", "cease",
    "consider",
}  # fmt: skip
"""Verbs in whose inner clause a condition may stand that the whole hangs on: "let Chad use the port if it pays"."""
_OPEN = {"say", "know", "ask", "wonder", "decide", "disclose", "reveal", "confirm", "specify", "comment"}
"""Verbs behind which "if" may be "whether"."""
_BEFORE_THAT = {"provided", "providing", "and", "or", "but", "condition", "proviso", "understanding"}
_UNITS = {"minute", "hour", "day", "week", "month", "year", "decade"}
_MENTIONING = {
    "say", "tell", "name", "specify", "mention", "explain", "disclose", "identify", "reveal", "detail",
}  # fmt: skip
"""What is left unsaid: "offered to pay, without saying so in public"."""


_AFTER = {"hanker", "hunger", "thirst", "lust", "yearn", "chase", "seek", "be"}
"""Behind which "after" says what somebody wants."""
_FACED = {"audience", "expert", "court", "judge", "panel", "tribunal", "crowd", "camera", "arbitrator", "jury", "press"}
"""Before whom something is put or said, which is no time."""


class Hanging:
    """A condition with the actions it names, as found in the words."""

    def __init__(self, type_: ConditionType, actions: list[Action], start: int, end: int) -> None:
        self.type = type_
        self.actions = actions
        self.start = start
        self.end = end

    def record(self, text: str) -> Condition:
        """The condition as part of a statement."""
        doer = tuple(dict.fromkeys(party for action in self.actions for party in action.doer))
        return Condition(
            type=self.type,
            doer=doer,
            action=" and ".join(_worded(action) for action in self.actions),
            span=text[self.start : self.end],
        )


def _is_as_long_as_it_takes(clause: Token) -> bool:
    """ "Will back it for as long as it takes": how long, and no condition."""
    under = clauses.children(clause, "nsubj")
    return clause.lemma_ == "take" and bool(under) and under[0].lower_ == "it" and not clauses.children(clause, "obj")


def _beside_quality(quality: Token) -> list[Token]:
    """ "Remained willing to sign, provided that Chad paid": what hangs from the verb is a condition of the quality."""
    still = quality.dep_ == "xcomp" and quality.pos_ == "ADJ" and quality.head.lemma_ in _STAYING
    return [c for c in quality.head.children if c.i > quality.i] if still else []


def _with_others(found: Hanging, later: list[Hanging]) -> Hanging:
    """One condition of all that are set side by side."""
    alike = [found, *(one for one in later if one.type == found.type)]
    return Hanging(found.type, [a for one in alike for a in one.actions], found.start, alike[-1].end)


def _is_joined(clause: Token) -> bool:
    """ "And unless it leaves": one condition more."""
    first = clause.left_edge
    before = first.nbor(-1).lower_ if first.i else ""
    return clause.dep_ == "advcl" and "and" in {before, first.lower_, first.nbor().lower_}


def _worded(action: Action) -> str:
    """ "If it is not lifted" hangs on its not being lifted."""
    head = action.head
    denied = clauses.is_clause(head) and head.tag_ != "VBG" and (mood.is_negated(head) or mood.takes_none(head))
    return f"not {action.words}" if denied and not action.words.startswith("not ") else action.words


class Conditions:
    """Finds what clauses of one article hang on."""

    def __init__(self, text: ReadText, actions: Actions) -> None:
        self._text = text
        self._actions = actions
        table = lexicon("conditions")
        self._clause: dict[str, ConditionType] = {w: t for t, words in table["clause"].items() for w in words}
        words = lexicon("positions")
        self._idle = frozenset(table["idle"]["words"])
        self._given = frozenset(
            {*table["given"]["words"], *(w for key in ("giving", "joint", "needed") for w in words[key]["words"])}
        )
        self._beside = frozenset(words["accompanying"]["words"])
        self._phrase: dict[str, ConditionType] = {w: t for t, words in table["phrase"].items() for w in words}
        self._under, self._around = cache(self._find_under), cache(self._find_around)
        self._shared = cache(self._find_shared)
        self._exchange = cache(self._find_exchange)

    def of(self, *heads: Token) -> Hanging | None:
        """The condition on a clause, given its predicate and the head of its action; None where it has none."""
        let = [c for head in heads if head.lemma_ in _LETTING for c in clauses.children(head, "xcomp", "ccomp")]
        for find in (self._under, self._shared, self._around, self._exchange):
            for head in (*heads, *let):
                if found := find(head):
                    return found
        return None

    def _find_under(self, head: Token) -> Hanging | None:
        """The condition that hangs from a predicate, with those set beside it: "unless Chad pays, and unless"."""
        for find in (self._clausal, self._phrasal):
            below = [*head.children, *_beside_quality(head)]
            for place, child in enumerate(below, 1):
                if found := find(child):
                    return _with_others(found, [one for c in below[place:] if _is_joined(c) and (one := find(c))])
        return None

    def _find_shared(self, head: Token) -> Hanging | None:
        """The condition on the first of several predicates: "if Chad paid, it would sign and would free the crew"."""
        first = clauses.first_conjunct(head)
        if first == head or not mood.modals(head) & _FUTURE or not mood.modals(first) & _FUTURE:
            return None
        own = any(c.dep_ in clauses.SUBJECTS for c in head.children)
        reach = first.i if own else head.i
        tried = (self._clausal(c) for c in clauses.children(first, "advcl") if c.i < reach)
        return next((found for found in tried if found and found.type in _SET), None)

    def _find_around(self, head: Token) -> Hanging | None:
        """The condition around the report that a predicate stands in."""
        tried = (self._clausal(child) or self._phrasal(child) for child in _fronted(head))
        return next((found for found in tried if found and found.type in _SET), None)

    def _find_exchange(self, head: Token) -> Hanging | None:
        """What is given "in exchange for" anything that a predicate tells."""
        if head.sent.words.isdisjoint({"exchange", "return"}):
            return None
        told = (t for t in head.subtree if t.lower_ in {"exchange", "return"} and clauses.preposition(t) == "in")
        return next((self._phrasal(token, deep=True) for token in told), None)

    def _clausal(self, child: Token) -> Hanging | None:
        once = any(c.dep_ == "advmod" and c.lower_ == "once" for c in child.children)
        hung = child.dep_ == "obl" and bool(clauses.children(child, "cop")) and (once or bool(clauses.marker(child)))
        hung = hung or (child.dep_ == "xcomp" and clauses.marker(child) in {"once", "if", "after"})
        if not hung and (child.dep_ not in {"advcl", "acl", "ccomp", "parataxis"} or not clauses.is_clause(child)):
            return None
        lead = clauses.marker(child) or next(
            (c.lower_ for c in child.children if c.dep_ == "advmod" and c.lower_ in {"when", "once"}), ""
        )
        first = next((t.i for t in child.doc[child.left_edge.i : child.i] if not t.is_punct), child.i)
        opening = [" ".join(t.lower_ for t in child.doc[first : first + n]) for n in (4, 3, 2)]
        kind = next((self._clause[words] for words in opening if words in self._clause), None)
        kind = kind or self._clause.get(lead) or self._inverted(child) or self._lasting(child, lead)
        if kind is None:
            return None
        only = any(t.lower_ == "only" for t in child.children) or (
            child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].lower_ == "only"
        )
        asked = lead == "if" and _is_asked_if(child)
        if asked or _is_as_long_as_it_takes(child) or (kind == "after" and _is_dated(child)):
            return None
        if lead == "if" and any(t.lower_ == "even" for t in child.doc[max(0, child.left_edge.i - 1) : child.i]):
            return None
        if (
            lead in {"when", "as"}
            and not any(words in self._clause for words in opening)
            and not self._is_step(child, only)
        ):
            return None
        if lead == "if" and child.lemma_ in self._idle and not any(c.dep_ in clauses.SUBJECTS for c in child.children):
            return None
        actions = [a for verb in self._verbs(child) if (a := self._actions.of(verb))]
        if not actions:
            return None
        start, end = stretches.phrase(child)
        return Hanging(kind, actions, start, end)

    @staticmethod
    def _lasting(child: Token, lead: str) -> ConditionType | None:
        """ "Will make no deal while they shell": what one will not do as long as another goes on."""
        outer = child.head
        none = mood.is_negated(outer) or any(
            g.lower_ == "no" for c in clauses.children(outer, "obj", "nsubj") for g in c.children
        )
        told = lead == "while" and none and mood.modals(outer) & {"will", "would", "can", "could", "cannot"}
        first = child.left_edge
        apart = "," in {first.text, first.nbor(-1).text} if first.i else True
        return "only_if" if told and child.i > outer.i and not apart else None

    @staticmethod
    def _inverted(child: Token) -> ConditionType | None:
        """ "should Iran cheat", "had they met": a condition by word order."""
        first = child.left_edge
        return "only_if" if first.lower_ in {"should", "were"} and first.dep_ in {"aux", "cop", "mark"} else None

    @staticmethod
    def _verbs(child: Token) -> list[Token]:
        """The verbs of a condition: "provided that A, that B and that C" names three."""
        if clauses.marker(child) in {"provided", "that"} or child.lemma_ == "provide":
            stretch = [
                t for t in child.doc[child.left_edge.i : child.sent.end] if t.lower_ == "that" and t.dep_ == "mark"
            ]
            led = [t for t in stretch if t.i and (t.nbor(-1).is_punct or t.nbor(-1).lower_ in _BEFORE_THAT)]
            found = [t.head for t in led if t.head.pos_ in {"VERB", "AUX", "ADJ"}]
            found = [v for v in found if v == found[0] or not _is_meant(v, found[0])]
            if found:
                return list(dict.fromkeys(part for verb in found for part in clauses.conjuncts(verb)))
        future = mood.modals(child) & _FUTURE
        return [v for v in clauses.conjuncts(child) if v == child or future or not mood.modals(v) & _FUTURE]

    @staticmethod
    def _is_step(child: Token, only: bool) -> bool:
        """ "only when", or "as Kim takes steps": as the other proceeds, not while or because."""
        if only:
            return True
        if child.i == child.left_edge.i + 1 and child.lemma_ == "do":
            return False
        return clauses.marker(child) == "as" and child.lemma_ in {
            "take", "move", "proceed", "progress", "advance", "comply", "disarm", "dismantle", "withdraw", "release",
            "fulfil", "fulfill",
        }  # fmt: skip

    def _phrasal(self, child: Token, *, deep: bool = False) -> Hanging | None:
        if not deep and child.dep_ not in {"obl", "nmod", "advcl", "obl:unmarked"}:
            return None
        lead = clauses.preposition(child) or clauses.marker(child)
        if child.lemma_ in {"exchange", "return"} and lead == "in":
            inner = clauses.prepositional(child, "for")
            if not inner:
                return None
            return self._phrase_of("in_exchange_for", inner[0], child)
        if lead.startswith(("in exchange", "in return")):
            return self._phrase_of("in_exchange_for", child, child)
        kind = None if _is_sought(child, lead) else self._phrase.get(lead)
        if kind == "unless" and not self._is_had(child):
            return None
        if kind in {"before", "after"} and (
            self._text.dates_in(*stretches.phrase(child))
            or child.pos_ == "PROPN"
            or child.lemma_ in _FACED
            or not self._names_an_act(child)
        ):
            return None
        return self._phrase_of(kind, child, child) if kind else None

    def _is_had(self, noun: Token) -> bool:
        """True of what somebody gives or does, and so may be missing: "without a guarantee", "without its consent"."""
        if noun.lemma_ in self._beside or (noun.tag_ == "VBG" and noun.lemma_ in _MENTIONING):
            return False
        named = noun.pos_ in {"VERB", "PROPN", "PRON"} or bool(clauses.children(noun, "acl", "nmod:poss"))
        described = noun.pos_ == "NOUN" and {"det", "amod"} & {c.dep_ for c in noun.children}
        given = noun.lemma_ in self._given or noun.lemma_.endswith(tuple(lexicon("nouns")["deed endings"]))
        return named or bool(described) or given

    @staticmethod
    def _names_an_act(noun: Token) -> bool:
        return any(child.dep_ in {"nmod", "nmod:poss", "acl", "compound"} for child in noun.children)

    def _phrase_of(self, kind: ConditionType, head: Token, outer: Token) -> Hanging | None:
        actions = [a for part in clauses.conjuncts(head) if (a := self._actions.of(part))]
        if not actions:
            return None
        start, end = stretches.phrase(outer)
        return Hanging(kind, actions, start, end)


def _is_sought(noun: Token, lead: str) -> bool:
    """ "Hankered after a toll": what somebody is after, and no time."""
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else None
    return lead == "after" and before is not None and before.lemma_ in _AFTER


def _is_asked_if(child: Token) -> bool:
    """ "Would not say if it would leave", "asked if Chad would": whether, and no condition."""
    verb = child.head
    if child.i < verb.i or verb.lemma_ not in _OPEN or child.doc[child.left_edge.i - 1].text == ",":
        return False
    return verb.lemma_ in {"ask", "wonder"} or mood.is_negated(verb)


def _is_meant(later: Token, first: Token) -> bool:
    """ "Would sign, provided that A paid, and that it would disarm": said beside the condition, and no part of it."""
    meant = {"would", "will"}
    return bool(mood.modals(later) & meant) and not mood.modals(first) & meant


def _fronted(head: Token) -> list[Token]:
    """What opens or ends a sentence around its report: "Without a guarantee, Oman said, it would not sign".

    Behind a comma the tree hangs a condition from the report: "said it would sign, provided that Chad paid".
    """
    inserted = [c for c in clauses.children(head, "parataxis") if clauses.children(c, "nsubj") and c.i > head.i]
    behind = [g for c in inserted for g in clauses.children(c, "advcl") if clauses.marker(g) and g.i > c.i]
    if behind:
        return behind
    saying = head.head
    if head.dep_ != "ccomp" or saying.dep_ not in {"ROOT", "conj", "parataxis"}:
        return []
    under = clauses.children(saying, *clauses.SUBJECTS)
    opening = [c for c in saying.children if under and c.i < under[0].i and c.dep_ in {"advcl", "obl"}]
    closing = [c for c in clauses.children(saying, "advcl") if c.i > head.i and clauses.is_clause(c)]
    closing += [c for c in clauses.children(saying, "obl") if c.i > head.i and c.lemma_ in {"exchange", "return"}]
    return [*opening, *(c for c in closing if c.left_edge.text == "," or c.left_edge.nbor(-1).text == ",")]


def _is_dated(clause: Token) -> bool:
    """ "A day after Chad fired on the boats": when something was done, and no condition."""
    after = next((t for t in clauses.children(clause, "mark") if t.lower_ == "after"), None)
    return after is not None and after.i > clause.sent.start and after.nbor(-1).lemma_ in _UNITS

"""Whether words that name a tie say that it holds: not denied, wished for, feared, or of one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.tiewords import hanging

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["holds_as_noun", "holds_as_quality", "is_denied", "is_habit", "is_past", "is_real"]

_UNREAL = {"may", "might", "could", "should", "must", "would", "will", "shall", "be to"}
_IFS = {"if", "unless", "whether", "until", "lest", "once", "before", "that if", "as if", "in case"}
_GOING_ON = {"continue", "keep", "begin", "start", "come", "seem", "appear", "tend", "go", "use", "say", "know"}
_DENIALS = {"deny", "reject", "refuse", "rule", "stop", "cease", "renounce", "end"}
_PRESENT = {"VBZ", "VBP"}
_SAME_IN_THE_PAST = {
    "cut", "put", "set", "let", "hit", "cost", "read", "spread", "shut", "split", "bid", "shed", "beset",
}  # fmt: skip
_LASTING = {"war", "conflict", "quarrel", "feud", "dispute", "rivalry", "insurgency"}
"""What is no less told of by who tries to end it: "a truce to end the war between X and Y"."""
_OWNING = {"nmod:poss", "det"}
_WEIGHED = {
    "oppose", "favour", "favor", "support", "back", "consider", "discuss", "resist", "propose", "suggest", "recommend",
    "contemplate", "weigh", "mull", "avoid", "reject", "fear", "risk", "dread", "urge", "advocate", "envisage",
    "debate", "imagine", "mean", "involve", "prevent", "preclude", "dislike", "mind",
}  # fmt: skip
"""Verbs whose gerund tells what might be done: "opposes arming them", "considered joining"."""


def _is_supposed(token: Token) -> bool:
    """True inside a clause of condition, or under a modal that governs the whole."""
    for outer in [token, *token.ancestors]:
        if outer.dep_ in {"advcl", "ccomp", "xcomp"} and clauses.marker(outer) in _IFS:
            return True
        if outer.dep_ not in {"conj", "xcomp", "aux", "cop"} and outer.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _is_denied_by(governor: Token) -> bool:
    return governor.lemma_ in _DENIALS and governor.pos_ == "VERB"


def is_real(verb: Token) -> bool:
    """True where a clause is told as fact: no modal, no "if", no wish and no charge of one day over it, and not denied.

    Denial is for the caller to judge where it makes a tie of its own ("does not trust").
    """
    if mood.modals(verb) & _UNREAL or _is_supposed(verb):
        return False
    governor = verb.head
    if verb.dep_ in {"ccomp", "xcomp", "obj", "advcl"} and _is_denied_by(governor):
        return False
    if verb.dep_ == "xcomp" and mood.modals(governor) & _UNREAL:
        return False
    if verb.dep_ in {"xcomp", "advcl", "acl", "ccomp"} and clauses.marker(verb) in {"to", "in order to"}:
        return governor.lemma_ in _GOING_ON and is_real(governor)
    if verb.tag_ == "VBG" and clauses.marker(verb) in {"from", "against", "without"}:
        return False
    if verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "ccomp", "obj"} and governor.lemma_ in _WEIGHED:
        return False
    if verb.dep_ == "advcl" and clauses.marker(verb) == "of" and governor.lemma_ == "accuse":
        return governor.tag_ in {"VBZ", "VBP"}
    asked = clauses.first_conjunct(verb)
    if asked.tag_ == "VB" and clauses.marker(asked) == "that" and not clauses.children(asked, "aux", "aux:pass"):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.lemma_ == "do" for c in verb.children):
        return clauses.marker(clauses.first_conjunct(verb)) != "to"
    bare = verb.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
    return not bare


def is_habit(verb: Token) -> bool:
    """True for the present, the perfect and participles: what somebody keeps doing, not what was done once."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass"}}
    if helpers & {"was", "were", "had", "did"}:
        return False
    plain = verb.lower_ == verb.lemma_ and verb.lower_ not in _SAME_IN_THE_PAST
    return (
        verb.tag_ in {*_PRESENT, "VBG"}
        or plain
        or not verb.tag_.startswith("V")
        or bool(helpers)
        or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "acl:relcl", "amod", "conj"})
    )


def _is_wished(verb: Token) -> bool:
    """True for verbs of wishing and creating, and what hangs from them: "sought to conclude an alliance"."""
    while verb.lemma_ not in hanging("wishing"):
        if verb.dep_ not in {"xcomp", "conj"} or verb.head == verb:
            return False
        verb = verb.head
    return True


def holds_as_noun(noun: Token, *, owned: bool = False) -> bool:
    """True unless a noun is denied, or only wished for: "no alliance with", "seeks closer ties to"."""
    if any(
        c.lower_ in {"no", "neither", "without", "any", "possible", "potential", "alleged", "new", "little", "scant"}
        for c in noun.children
    ):
        return False
    before = [t.lower_ for t in noun.doc[max(noun.sent.start, noun.i - 5) : noun.i]]
    if "longer" in before and "no" in before:
        return False
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubj:pass"} and verb.lemma_ in hanging("ended"):
        return False
    if noun.dep_ == "obj" and verb.lemma_ in hanging("settling") and noun.lemma_ not in _LASTING:
        return False
    if verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"obj", "obl", "xcomp", "nsubj:pass"}:
        if owned or any(c.dep_ in _OWNING and c.lower_ not in {"a", "an"} for c in noun.children):
            return True
        if mood.is_negated(verb) or _is_wished(verb):
            return False
        return verb.lemma_ not in hanging("having") | hanging("being") or is_real(verb)
    if any(c.dep_ == "cop" for c in noun.children):
        return holds_as_quality(noun)
    return True


def holds_as_quality(word: Token) -> bool:
    """True unless what a clause says of its subject is denied, supposed or wished for: "would be an ally"."""
    if mood.is_negated(word) or mood.modals(word) & _UNREAL or _is_supposed(word):
        return False
    verb = word.head
    if verb.pos_ in {"VERB", "AUX"} and word.dep_ in {"xcomp", "obj", "obl", "ccomp"}:
        infinitive = clauses.marker(word) == "to" and verb.lemma_ not in _GOING_ON
        wished = verb.lemma_ in hanging("wishing") - hanging("regarding")
        return not (infinitive or wished or mood.is_negated(verb)) and is_real(verb)
    return not any(c.lower_ in {"n't", "not"} for c in word.children)


def is_denied(verb: Token) -> bool:
    """True where a clause is negated, by its verb, by "neither" or "few" that do it, or all but: "rarely sees"."""
    under = clauses.subject(verb)
    neither = under is not None and (any(c.lower_ in {"neither", "nor"} for c in under.children) or _is_few(under))
    hardly = any(c.lower_ in hanging("hardly") for c in clauses.children(verb, "advmod"))
    return mood.is_negated(verb) or neither or hardly


def _is_few(noun: Token) -> bool:
    """ "Few Chadians trust it", and not "a few"."""
    few = next((t for t in (noun, *noun.children) if t.lower_ == "few"), None)
    return few is not None and (few.i == few.sent.start or few.nbor(-1).lower_ not in {"a", "the"})


def is_past(token: Token) -> bool:
    """True where words say that a tie is over: once, former, "used to"."""
    near = [*token.children, *token.head.children, *token.doc[max(token.sent.start, token.i - 3) : token.i]]
    return any(c.lower_ in hanging("past") for c in near) or (token.dep_ == "xcomp" and token.head.lemma_ == "use")

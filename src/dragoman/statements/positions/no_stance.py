"""Words of stance that take none: "has yet to agree", "asked what would happen", "sought support", "used to oppose"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.looks import is_silence
from dragoman.statements.stance_words import stance_words
from dragoman.statements.stances import is_instead

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["is_no_stance"]

_PHRASE = 7
"""Words before a relative clause in which stands what it is of."""
_STIRRING = {
    "raise", "dash", "fuel", "boost", "dim", "revive", "rekindle", "spark", "kindle", "dampen", "fan", "feed", "stoke",
    "lift", "crush", "deflate", "shatter", "stir", "lower",
}  # fmt: skip
"""What is done to hopes that are anybody's: "joined the talks, raising hopes that"."""
_FORMERLY = {"initially", "originally", "formerly", "once"}
"""What was so at first, and is not any more: "initially opposed the dam"."""
_GIVEN = {"support", "backing", "approval", "endorsement", "consent", "blessing"}
_SEEKING = {"seek", "lose", "need", "want", "await", "court", "solicit", "request"}
_WINNING = {"win", "find", "get", "secure", "gain", "obtain", "attract", "garner", "muster"}
"""What is done with the support of others, which they may not give."""
_VOICING = {
    "condemn", "denounce", "oppose", "reject", "criticise", "criticize", "protest", "object", "demand", "call", "urge",
    "deplore", "press", "ask", "insist",
}  # fmt: skip
"""What somebody that fails to do it is neither for nor against."""
_ACHIEVED = {"get", "persuade", "convince"}
"""Verbs whose past tells what was brought about, not what is still wanted."""
_ASKED = {"what", "how", "why", "whether", "if", "when", "who", "about", "where", "which"}
_HAVING = {"give", "hand", "grant", "have", "hold", "wield", "get", "deny", "keep", "retain", "enjoy", "receive"}
"""What one does with the right to stop a thing."""
_SUMMONING = {
    "protest", "complain", "object", "hand", "convey", "express", "deliver", "condemn", "denounce", "register",
    "demand", "voice", "lodge", "deplore", "rebuke", "warn", "signal", "inform",
}  # fmt: skip
"""What whoever summons an envoy means to do: "summoned him to protest against the raid"."""
_DISPUTING = {"contest", "dispute", "challenge", "question", "doubt", "query"}
"""What one does to an account of things: "Chad contests that"."""
_CALLED_TO = {"account", "order", "mind", "attention", "heel"}
"""To what somebody is called without being asked for it: "call to account those who"."""
_FRONTS = {
    "border", "frontier", "line", "front", "ridge", "height", "hill", "town", "village", "city", "river", "bank",
    "post", "area", "zone", "region", "province", "territory", "valley", "position", "triangle", "strip", "corridor",
    "outskirts", "base", "bridge", "coast", "shore", "crossing", "capital", "kilometre", "kilometer", "mile", "metre",
    "meter",
}  # fmt: skip
"""From where armies pull back, which says nothing of a plan: "pulled back from the border"."""


def is_no_stance(token: Token) -> bool:
    """ "Has yet to agree", "declined to say", "as far as it is concerned": nothing that somebody is for or against."""
    if token.lower_ == "concerned" and any(t.lower_ == "far" for t in token.doc[max(0, token.i - 6) : token.i]):
        return True
    if token.pos_ == "NOUN":
        return _is_sought(token) or _is_stirred(token) or _is_a_right(token)
    return token.pos_ == "VERB" and (_is_otherwise_meant(token) or _is_not_so(token) or _is_left_open(token))


def _is_otherwise_meant(verb: Token) -> bool:
    """ "Asked whether it would", "called to account", "contests that", "met with": no stance in this sense."""
    match verb.lemma_:
        case "ask" | "question" if _is_question(verb):
            return True
        case "allow" | "permit":
            return verb.dep_ == "advcl" and clauses.marker(verb) == "as"
        case "call":
            behind = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
            return len(behind) == 2 and behind[0].lower_ == "to" and behind[1].lower_ in _CALLED_TO
        case "summon":
            aims = clauses.children(verb, "xcomp", "advcl", "acl")
            return any(c.lemma_ in _SUMMONING and clauses.marker(c) == "to" for c in aims)
        case "deny":
            return any(c.tag_ in {"VBG", "VBN"} for c in clauses.children(verb, "xcomp", "ccomp"))
        case "meet":
            return bool(clauses.prepositional(verb, "with"))
        case "pull" | "draw" | "fall" | "move":
            left = clauses.prepositional(verb, "from", "to", "behind")
            moved = [c for c in clauses.children(verb, "obj") if c.lemma_ != "line"]
            return bool(moved) or any(t.lemma_ in _FRONTS or t.pos_ == "PROPN" for t in left)
        case lemma if lemma in _ACHIEVED:
            return verb.tag_ in {"VBD", "VBN"} and not mood.modals(verb)
        case lemma:
            told = lemma in _DISPUTING
            return told and any(c.lower_ in {"that", "this", "it"} for c in clauses.children(verb, "obj"))


def _is_not_so(verb: Token) -> bool:
    """ "Used to oppose it", "pretended to", "would otherwise oppose it"."""
    if verb.tag_ in {"VB", "VBG"} and is_instead(verb):
        return True
    if verb.dep_ == "acl:relcl" and _is_of_nothing(verb):
        return True
    if verb.dep_ == "xcomp" and (verb.head.lemma_ == "pretend" or (verb.head.lemma_, verb.head.tag_) == ("use", "VBD")):
        return True
    return "would" in mood.modals(verb) and any(c.lower_ == "otherwise" for c in verb.children)


def _is_left_open(verb: Token) -> bool:
    """ "Has yet to agree", "failed to condemn it", "initially opposed it", "declined to say": not so now, or unsaid."""
    outer = verb.head
    if verb.dep_ == "xcomp" and outer.lemma_ in {"fail", "neglect"} and verb.lemma_ in _VOICING:
        return not mood.is_negated(outer)
    if verb.tag_ == "VBD" and any(c.lower_ in _FORMERLY and c.i < verb.i for c in verb.children):
        words = stance_words("verb").get(verb.lemma_, ())
        return bool(words) and all(word.stance in {"oppose", "support"} for word in words)
    yet = any(c.lower_ == "yet" for c in [*verb.children, *outer.children])
    pending = yet and outer.lemma_ in {"have", "be"} and clauses.marker(verb) == "to"
    return pending or (verb.lemma_ in {"refuse", "decline"} and is_silence(verb))


def _is_question(verb: Token) -> bool:
    """ "Asked what would happen", "asked whether Chad would sign": a question, and nothing that is wanted."""
    behind = verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]
    first = next((t for t in behind if t.pos_ not in {"ADV", "PROPN", "PUNCT"} or t.lower_ in _ASKED), None)
    return first is not None and first.lower_ in _ASKED


def _is_of_nothing(verb: Token) -> bool:
    """ "There is nothing on our side that prevents it": what is not there takes no stance."""
    before = verb.doc[max(verb.sent.start, verb.left_edge.i - _PHRASE) : verb.left_edge.i]
    return any(t.lower_ in {"nothing", "nobody", "none"} for t in before) and any(t.lower_ == "there" for t in before)


def _is_sought(noun: Token) -> bool:
    """ "Sought Chad's support for it", "found no support", "failed to win its approval": not given."""
    verb = noun.head
    if noun.lemma_ not in _GIVEN or noun.dep_ not in {"obj", "obl"} or verb.pos_ != "VERB":
        return False
    if verb.lemma_ in _SEEKING or (verb.lemma_ == "hope" and clauses.preposition(noun) == "for"):
        return True
    failed = verb.dep_ == "xcomp" and verb.head.lemma_ in {"fail", "try", "want", "hope", "struggle"}
    none = any(c.lower_ == "no" for c in noun.children)
    return verb.lemma_ in _WINNING and (failed or none or mood.is_negated(verb))


def _is_stirred(noun: Token) -> bool:
    """ "Raising hopes that Chad would sign": hopes that are anybody's."""
    told = noun.lemma_ in {"hope", "expectation"} and noun.dep_ in {"obj", "nsubj:pass"}
    return told and noun.head.lemma_ in _STIRRING


def _is_a_right(noun: Token) -> bool:
    """ "Has a veto over it": which it need not use."""
    return noun.lemma_ == "veto" and noun.dep_ == "obj" and noun.head.lemma_ in _HAVING

"""The mood of a clause: denied or not, under which modal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.tree import kept
from dragoman.statements.clauses import SUBJECTS, marker
from dragoman.statements.lexicon import lexicon
from dragoman.statements.quantified import how_many

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["POSSIBLE", "agrees_that_it_is", "is_missed", "is_negated", "is_rumour", "is_unsaid", "modals", "takes_none"]

_NEGATORS = {"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "without", "hardly", "scarcely"}
_BACKING = {"back", "support", "endorse", "accept", "welcome", "approve", "embrace", "adopt", "ratify", "commit"}
"""Verbs that to fail to do, unlike to agree or persuade, is to choose not to."""
_OF_NONE = {"neither", "none", "one", "few"}
"""What opens a relative clause and denies it: "neither of which they accept", "not one of which"."""
_NEVER = {"circumstance", "way", "account", "mean", "case", "condition", "event", "point"}
"""Nouns that deny with "no" before a verb: "under no circumstances"."""
_CONTRACTED = {"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}
_SEEMING = {"seem", "appear", "look", "sound", "feel"}
"""Verbs that are denied with what they bring in: "does not seem willing"."""
_THINKING = {"think", "believe", "feel", "suppose", "reckon"}
"""Verbs that are denied for what is thought: "does not think that Chad should leave"."""
_SAYING = {"say", "announce", "declare", "confirm", "indicate", "suggest", "claim", "state"}
"""Verbs that, denied, leave open what they would tell: "did not say that it would sign"."""
_RUMOURS = frozenset(lexicon("nouns")["rumours"]["words"]) - {"suggestion", "notion"}
_REBUTTING = {"deny", "dismiss", "reject", "refute", "rebut", "repudiate", "dispute", "rubbish", "contest"}
_FAR_FROM = {("far", "from"), ("anything", "but")}
_ASKING = {"WRB", "WP", "WP$", "WDT"}
_BUT = {"can", "cannot", "could", "not", "help", "n't"}
"""What stands before the "but" of "cannot but accept"."""
_DARING = {"bring", "dare", "care", "bother", "deign"}
"""Verbs that are denied with what one would then do: "could not bring itself to back it"."""
_AGREEING = {"agree", "consent", "assent", "accede", "commit", "submit", "subscribe", "yield", "bow", "object"}
"""Verbs that are denied with what they are about: "would agree to no enlargement"."""
_DENYING = {"advmod", "det", "cc", "cc:preconj", "case", "aux", "neg", "mark"}
"""How a word that denies hangs from what it denies."""
_NOBODY = {"nobody", "none", "neither"}
_HELPERS = {"aux", "aux:pass", "cop"}
POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should", "must"})
"""Helpers of what may or should be, and is not yet."""
_MODALS = POSSIBLE | {"will", "shall"}
_ARGUMENTS = {*SUBJECTS, "obj"}
_SUGGESTED = {"suggestion", "notion", "idea", "hint", "insinuation", "impression"}
_SHARING = {"agree", "concur", "concede", "acknowledge"}
_BINDING = {"will", "would", "must", "should", "shall", "may", "can", "could", "be to", "have to"}


@kept
def is_negated(token: Token) -> bool:
    """True where a clause or phrase is denied: ``not``, ``never``, ``no`` before its subject, or in what is thought."""
    thinking = token.head.lemma_ in _THINKING and token.dep_ == "ccomp" and token.head.pos_ == "VERB"
    return _is_denied(token) != (thinking and _is_denied(token.head))


def _is_denied(token: Token) -> bool:
    """True where words of its own deny a clause or phrase."""
    words = token.sent.words
    if "but" in words or "far" in words:
        near = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 3) : token.i]]
        if near[-1:] == ["but"] and near[-2:-1] and near[-2] in _BUT:
            return False
        if any(pair in _FAR_FROM for pair in (tuple(near[-2:]), tuple(near[:2]))):
            return True
    if (_is_going_to(token) and is_negated(token.head)) or _is_left_undone(token):
        return True
    if how_many(token) in _OF_NONE:
        return True
    brought = token.dep_ == "advcl" and marker(token) == "to" and token.head.lemma_ == "bring"
    if (brought or token.dep_ == "xcomp") and token.head.lemma_ in _SEEMING | _DARING and is_negated(token.head):
        return True
    for child in token.children:
        if child.dep_ == "obl" and _is_denied_beside(token, child):
            return True
        if child.lower_ == "longer" and child.i and child.doc[child.i - 1].lower_ == "no":
            return True
        if child.lower_ in _NEGATORS and child.dep_ in _DENYING:
            return True
        acting = child.dep_ == "obl:agent" or (child.dep_ in _ARGUMENTS and (child.i < token.i or _is_there(token)))
        if acting and (child.lower_ in _NOBODY or _is_none(child)):
            return True
    return False


def _is_denied_beside(token: Token, noun: Token) -> bool:
    """ "Under no circumstances would it sign", "would agree to no enlargement"."""
    if noun.i < token.i:
        return noun.lemma_ in _NEVER and _is_none(noun)
    to = any(c.lower_ == "to" and c.i < noun.i for c in noun.children)
    return to and token.lemma_ in _AGREEING and _is_none(noun)


def is_unsaid(clause: Token) -> bool:
    """ "Did not say that it would sign", "doubts that Chad wants peace": what nobody tells as so."""
    verb = clause.head
    if clause.dep_ != "ccomp" or verb.pos_ != "VERB" or clause.i < verb.i or clause.left_edge.tag_ in _ASKING:
        return False
    if verb.lemma_ not in _SAYING:
        return verb.lemma_ == "doubt" and not is_negated(verb)
    silent = verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"} and marker(verb) == "to"
    return is_negated(verb) or (silent and not is_negated(verb.head))


def is_rumour(clause: Token) -> bool:
    """ "Rejected accusations that it had agreed", "dismissed reports that it would": told of, and denied."""
    verb, noun = clause.head, clause.head
    if noun.pos_ == "NOUN":
        verb = noun.head
    else:
        noun = next((c for c in verb.children if c.dep_ == "obj" and c.i < clause.i), verb)
    rumour = noun.lemma_ in _RUMOURS or (noun.lemma_ in _SUGGESTED and _is_told_as_so(clause))
    told = clause.dep_ in {"acl", "acl:relcl", "ccomp"} and rumour and verb.lemma_ in _REBUTTING
    return told and marker(clause) == "that" and not is_negated(verb)


def _is_left_undone(verb: Token) -> bool:
    """ "Has yet to accept it", "failed to back it"."""
    outer = verb.head
    if verb.dep_ != "xcomp" or marker(verb) != "to" or verb.lemma_ not in _BACKING:
        return False
    yet = outer.lemma_ == "have" and any(c.lower_ == "yet" for c in [*outer.children, *verb.children])
    return yet or (outer.lemma_ in {"fail", "neglect"} and not is_negated(outer))


def _is_there(verb: Token) -> bool:
    """ "There are no talks": what there is stands behind the verb."""
    return any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children)


def _is_none(noun: Token) -> bool:
    return any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "cc:preconj"} for c in noun.children)


@kept
def modals(verb: Token) -> frozenset[str]:
    """Lemmas of the auxiliaries of a clause, and of verbs that act as such: have to, need to, be to."""
    helpers = [child for child in verb.children if child.dep_ in _HELPERS]
    if not helpers and verb.dep_ not in {"conj", "xcomp"}:
        return frozenset()
    words = [child.lower_.replace("’", "'") for child in helpers]
    found = {_CONTRACTED.get(word, word) for word in words}
    if "shall" in found and any(child.lower_ in {"i", "we"} for child in verb.children if child.dep_ in SUBJECTS):
        found = {"will" if word == "shall" else word for word in found}
    if verb.dep_ == "conj" and found.isdisjoint(_MODALS):
        head = verb.head
        shares = not any(child.dep_ in SUBJECTS for child in verb.children) and verb.tag_ in {"VB", "VBN"}
        if shares and head != verb and head.pos_ in {"VERB", "AUX"}:
            found |= modals(head)
    if any(child.dep_ == "cop" for child in helpers) and verb.tag_ == "VB" and marker(verb) in {"to", "due to"}:
        found.add("be to")
    if verb.dep_ != "xcomp" or marker(verb) != "to":
        return frozenset(found)
    yet = any(child.lower_ == "yet" for child in [*verb.children, *verb.head.children])
    if verb.head.lemma_ in {"have", "need", "ought"} and not yet:
        found |= {"must"} if not modals(verb.head) & {"will", "would"} else {"must", "will"}
    if verb.head.lemma_ == "be":
        found.add("be to")
    if _is_going_to(verb):
        found.add("will")
    return frozenset(found)


def is_missed(verb: Token) -> bool:
    """ "Had Mali paid, it would have lifted the ban": what never came to be, since its condition did not."""
    outer = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "need"} else verb
    helpers = {child.lower_ for child in outer.children if child.dep_ in _HELPERS}
    if helpers.isdisjoint({"have", "’ve", "'ve"}) or helpers.isdisjoint({"would", "could", "might", "'d", "’d"}):
        return False
    around = [child for head in {outer, outer.head} for child in head.children if child.dep_ == "advcl"]
    had = (c for c in around if marker(c) in {"if", ""} and any(g.lower_ == "had" for g in c.children))
    return any(marker(c) == "if" or c.left_edge.lower_ == "had" for c in had)


def _is_going_to(verb: Token) -> bool:
    """ "They are going to leave": a future told by "go"."""
    outer = verb.head
    return verb.dep_ == "xcomp" and marker(verb) == "to" and outer.lemma_ == "go" and outer.tag_ == "VBG"


def takes_none(verb: Token) -> bool:
    """ "Sends no ships", "breaks nothing": what is done to no object is not done."""
    objects = (child for child in verb.children if child.dep_ in {"obj", "obl"} and child.i > verb.i)
    return any(one.lower_ in {"nothing", "none", "nobody"} or _is_none(one) for one in objects)


def agrees_that_it_is(verb: Token) -> bool:
    """ "Agreed that the talks had been useful": an opinion that somebody shares, and nothing that will be done."""
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i] if verb.lemma_ in _SHARING else []
    return any(_is_told_as_so(clause) for clause in told)


def _is_told_as_so(clause: Token) -> bool:
    helpers = {c.lower_ for c in clause.children if c.dep_ in _HELPERS}
    if (
        clause.lemma_ == "have"
        or "be" in helpers
        or any(c.lower_ == "to" for c in clause.children)
        or modals(clause) & _BINDING
    ):
        return False
    return clause.tag_ == "VBD" or bool(helpers & {"is", "are", "was", "were", "had", "has"})

"""What is wished for: "want it lifted", "called for the drills to be postponed", "told them to stay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "done_as_well",
    "for_to",
    "for_to_judged",
    "said_as_auxiliary",
    "told_bare",
    "wanted_done",
    "wanted_so",
    "wanted_thing",
    "wanted_to",
    "wants_as_auxiliary",
]

_WISHING = {"want", "wish", "like", "need", "prefer", "see"}
_EXPECTING = {"want", "wish", "like", "prefer", "expect"}
_STARTING = {
    "follow", "begin", "start", "end", "stop", "continue", "resume", "proceed", "remain", "stay", "fail", "leave",
    "change", "last",
}  # fmt: skip
_UNDONE = frozenset(lexicon("implied")["undone"]["words"])
_BODIES = {
    "fund", "mechanism", "scheme", "law", "bill", "tax", "levy", "panel", "system", "programme", "program", "facility",
    "loan",
}  # fmt: skip
"""Things that are called for to do something, and asked of nobody: "a push for a fund to pay for fences"."""
_TELLING = {"see", "insist", "demand", "propose", "recommend", "request", "suggest", "ask", "stipulate", "mandate"}
_SPELLS = {"hour", "day", "week", "month", "year", "decade", "time", "while"}
"""How long somebody is asked: "pressed Chad for weeks to sign"."""


@at(labels={"aux"})
def wants_as_auxiliary(token: Token) -> None:
    """ "Sanctions, which Iran wants lifted": a verb of wishing taken for the auxiliary of what is wished."""
    done = token.head
    if token.lemma_ not in _WISHING - {"see", "need"} or token.dep_ != "aux" or done.tag_ not in {"VBN", "VBD"}:
        return
    outer, label = done.head, done.dep_
    if done.head == done or token.tag_ not in FINITE:
        return
    moved = [c for c in done.children if c.i < token.i and c != token]
    attach(token, outer, label)
    attach(done, token, "xcomp")
    for child in moved:
        attach(child, token, "obj" if child.tag_ in {"WDT", "WP"} else child.dep_)
    token.pos_, done.tag_ = "VERB", "VBN"


@at(tags=FINITE, labels={"aux"})
def said_as_auxiliary(token: Token, saying: frozenset[str]) -> None:
    """ "Quotas, which Norway says should be halved": a verb of saying taken for an auxiliary of what is said."""
    done = token.head
    if token.lemma_ not in saying or token.dep_ != "aux" or done.head == done or token.nbor().tag_ != "MD":
        return
    which = [c for c in done.children if c.tag_ in {"WDT", "WP"} and c.i < token.i]
    under = [c for c in clauses.children(done, *clauses.SUBJECTS) if c.i < token.i and c not in which]
    if not which or not under:
        return
    outer, label = done.head, done.dep_
    attach(token, outer, label)
    attach(done, token, "ccomp")
    attach(under[-1], token, "nsubj")
    passive = clauses.children(done, "aux:pass")
    which[0].dep_ = "obj" if clauses.children(done, "nsubj") else "nsubj:pass" if passive else "nsubj"
    token.pos_ = "VERB"


@at(tags={"VBD", "VBN", "VBP"}, labels={"xcomp", "ccomp"})
def wanted_done(token: Token) -> None:
    """ "Wants Russia kept out and the bases closed": what is wished is that somebody do it to Russia."""
    verb = token.head
    if token.tag_ not in {"VBD", "VBN"} and not _is_past_form(token):
        return
    if token.dep_ not in {"xcomp", "ccomp"} or clauses.marker(token):
        return
    under = clauses.children(token, "nsubj", "nsubj:pass")
    things = clauses.children(verb, "obj")
    if token.tag_ == "VBD" and token.dep_ == "xcomp" and verb.lemma_ in _WISHING and things and not under:
        token.tag_ = "VBN"
        return
    if verb.lemma_ not in _WISHING or verb.i > token.i or not under or clauses.children(token, "aux", "aux:pass"):
        return
    token.tag_, token.dep_, under[0].dep_ = "VBN", "xcomp", "nsubj:pass"
    for also in clauses.children(token, "conj"):
        subjects = clauses.children(also, "nsubj")
        if subjects and (also.tag_ in {"VBD", "VBN"} or _is_past_form(also)) and not clauses.children(also, "obj"):
            also.tag_, subjects[0].dep_ = "VBN", "nsubj:pass"


@at(tags={"JJ"}, labels={"xcomp"})
def wanted_so(token: Token) -> None:
    """ "Wants the border closed": a quality that is the participle of a verb tells what is to be done to the thing."""
    verb = token.head
    things = [c for c in clauses.children(verb, "obj") if verb.i < c.i < token.i]
    past = token.lower_.endswith(("ed", "en")) and token.lemma_ != token.lower_
    if past and verb.lemma_ in _WISHING and things and not clauses.marker(token) and not list(token.children):
        token.tag_, token.pos_ = "VBN", "VERB"


@at(tags={"VBN"}, labels={"obj"}, bearing=True)
def wanted_thing(token: Token) -> None:
    """ "Wants the levy scrapped", the levy taken for a quality of the participle: it is what is to be scrapped."""
    verb, before = token.head, token.nbor(-1) if token.i else token
    if verb.lemma_ not in _WISHING or before.pos_ != "NOUN" or before.head != token or token.pos_ != "VERB":
        return
    for child in [c for c in token.children if c.i < before.i]:
        attach(child, before, child.dep_)
    token.dep_, before.dep_ = "xcomp", "nsubj:pass"


def _is_past_form(verb: Token) -> bool:
    """ "Freed", taken for a present."""
    return verb.tag_ == "VBP" and verb.lower_.endswith("ed") and verb.lower_ != verb.lemma_


@at(tags={"VBD", "VBN"}, labels={"conj"}, bearing=True)
def done_as_well(token: Token) -> None:
    """ "Demanded that the levy be dropped and the men freed", "wants it dropped and them freed": the second deed."""
    outer = token.head
    under = clauses.children(token, "nsubj", "nsubj:pass")
    others = [c for c in token.children if c.dep_ not in {"nsubj", "nsubj:pass", "cc", "punct", "obl", "advmod", "dep"}]
    if token.dep_ != "conj" or len(under) != 1 or others or under[0].pos_ != "NOUN" or under[0].i > token.i:
        return
    asked = clauses.first_conjunct(outer)
    if any(c.lower_ == "be" and c.dep_ == "aux:pass" for c in outer.children):
        done: Token | None = outer
    else:
        below = [*asked.children, *(c for o in clauses.children(asked, "obj") for c in o.children)]
        parts = [
            c for c in below if c.tag_ == "VBN" and c.dep_ in {"xcomp", "ccomp", "acl"} and asked.i < c.i < token.i
        ]
        done = parts[-1] if parts and asked.lemma_ in _WISHING and not clauses.marker(parts[-1]) else None
    if done is not None:
        token.tag_, under[0].dep_ = "VBN", "nsubj:pass"
        attach(token, done, "conj")


@at(labels={"xcomp", "acl"})
def told_bare(token: Token) -> None:
    """ "Insisted the drills go ahead", "wants to see France stop", "to see it lifted": the object is who acts."""
    verb = token.head.head if token.dep_ == "acl" else token.head
    if verb.lemma_ not in _TELLING or verb.pos_ != "VERB" or token.dep_ not in {"xcomp", "acl"}:
        return
    own = [c for c in clauses.children(token, "nsubj") if verb.i < c.i < token.i]
    if token.dep_ == "xcomp" and token.tag_ in {"VB", "VBP"} and own and not clauses.marker(token):
        token.dep_ = "ccomp"
        return
    bare = token.tag_ in {"VB", "VBP"} or (verb.lemma_ == "see" and token.tag_ in {"VBN", "VBG", "VBD"})
    under = clauses.children(verb, "obj")
    if not bare or clauses.marker(token) or not under or not verb.i < under[0].i < token.i:
        return
    if token.dep_ == "acl" and token.head != under[0]:
        return
    attach(token, verb, "ccomp")
    attach(under[0], token, "nsubj:pass" if token.tag_ in {"VBN", "VBD"} else "nsubj")


@at(labels={"acl", "xcomp"}, bearing=True)
def wanted_to(token: Token) -> None:
    """ "Wants wages to go up": what stands before the infinitive is its subject, not a noun that it describes.

    "Wants the levy on Chad to be lifted" is what the levy is to undergo, as without Chad.
    """
    if token.dep_ == "xcomp" and clauses.children(token, "aux:pass") and clauses.marker(token) == "to":
        things = [c for c in clauses.children(token.head, "obj") if token.head.i < c.i < token.i]
        if len(things) == 1 and token.head.lemma_ in _EXPECTING:
            attach(things[0], token, "nsubj:pass")
            token.dep_ = "ccomp"
        return
    if token.dep_ != "acl" or clauses.marker(token) != "to":
        return
    noun = token.head
    verb = noun.head
    if noun.dep_ != "obj" or verb.lemma_ not in _EXPECTING:
        return
    if (
        clauses.children(noun, "conj")
        or verb.pos_ != "VERB"
        or verb.i > noun.i
        or noun.pos_ not in {"NOUN", "PROPN"}
        or clauses.is_passive(token)
    ):
        return
    if clauses.children(token, "obj", "ccomp", "xcomp", "advmod", "aux:pass") or token.lemma_ in _STARTING:
        attach(token, verb, "ccomp")
        attach(noun, token, "nsubj:pass" if clauses.children(token, "aux:pass") else "nsubj")


@at(labels={"acl", "advcl", "ccomp", "csubj", "xcomp"}, bearing=True)
def for_to_judged(token: Token) -> None:
    """ "It would be a mistake for Chad to leave": what is called so is that Chad leaves."""
    lead = next((c for c in token.children if c.lower_ == "to" and c.dep_ == "mark"), None)
    before = token.doc[lead.i - 1] if lead is not None and lead.i else token
    noun = next((t for t in [before, *before.ancestors] if clauses.preposition(t) == "for"), None)
    if noun is None or noun.dep_ not in {"obl", "nmod"} or noun.i > token.i or token.head not in {noun, noun.head}:
        return
    judged = noun.head
    empty = next((c for c in judged.children if c.lower_ == "it" and c.dep_ in {"nsubj", "expl"}), None)
    if empty is None or not clauses.children(judged, "cop") or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    empty.dep_ = "expl"
    attach(token, judged, "csubj")
    attach(noun, token, "nsubj:pass" if clauses.children(token, "aux:pass") else "nsubj")
    attach(next(c for c in noun.children if c.dep_ == "case"), token, "mark")


@at(parts={"VERB", "AUX"}, labels={"acl", "advcl", "xcomp"}, bearing=True)
def for_to(token: Token, stances: frozenset[str]) -> None:
    """ "Called for the drills to be postponed": who or what stands after "for" is the subject of the infinitive."""
    if (
        token.pos_ not in {"VERB", "AUX"}
        or token.dep_ not in {"acl", "advcl", "xcomp"}
        or clauses.marker(token) != "to"
    ):
        return
    lead = next(c for c in token.children if c.dep_ == "mark")
    before = token.doc[lead.i - 1] if lead.i else token
    noun = next((t for t in [before, *before.ancestors] if clauses.preposition(t) == "for"), None)
    if noun is None or noun.dep_ not in {"obl", "nmod"} or noun.i > token.i or noun.lemma_ in _UNDONE | _SPELLS:
        return
    case = next(c for c in noun.children if c.dep_ == "case")
    outer = token.head if token.head.pos_ == "NOUN" and token.head.i < case.i else noun.head
    if noun.lemma_ in _BODIES and not clauses.children(token, "aux:pass") and clauses.children(token, "obj", "obl"):
        return
    asking = next((t for t in (noun.head, token.doc[max(0, case.i - 1)], outer) if t.lemma_ in stances), None)
    if asking is None or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    if token.head not in {noun, asking, noun.head, *asking.ancestors}:
        return
    attach(token, asking, "acl" if asking.pos_ == "NOUN" else "advcl")
    attach(noun, token, "nsubj:pass" if clauses.children(token, "aux:pass") else "nsubj")
    attach(case, token, "mark")

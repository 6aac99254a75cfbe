"""How real an act is that a noun names: done, planned or hypothetical, or only wished and so no act at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import word_list
from dragoman.statements.acts.meeting_clauses import is_denied, is_to_come, is_under_way
from dragoman.statements.statement import Status

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["is_cancelled", "is_fact", "noun_status"]

_COMING = {"next", "planned", "upcoming", "future", "forthcoming", "scheduled", "impending", "imminent", "promised"}
_AGAIN = {"third", "further", "new", "another"}
_UNSURE = {"possible", "proposed", "potential", "eventual", "threatened", "hypothetical", "likely", "feared"}
_ANCHORS = {"after", "following", "since", "despite", "amid", "over", "in response to", "in retaliation for"}
_AHEAD = {"ahead of", "pending"}


def noun_status(noun: Token, *, meeting: bool = True) -> Status | None:
    """How real the act that *noun* names is; None where it is only wished for or feared.

    A new *meeting* is one to come; new attacks have happened.
    """
    words = {c.lower_ for c in noun.children}
    words -= _AGAIN if "the" in words else set()
    if meeting and is_cancelled(noun):
        return "denied"
    if meeting and is_denied(noun):
        return "denied"
    if "any" in words:
        return None
    if meeting and is_under_way(noun):
        return "ongoing"
    if words & _UNSURE or (meeting and words & {"third", "another"}):
        return "hypothetical"
    if words & _COMING or (meeting and (words & _AGAIN or is_to_come(noun))) or _is_ahead(noun):
        return "planned"
    outer = _outer(noun)
    if outer.head.pos_ == "NOUN" and outer.dep_ == "nmod":
        return _under_noun(outer)
    if outer.head.pos_ in {"VERB", "AUX"} and outer.head is not outer:
        return _under_verb(outer, outer.head, meeting=meeting)
    return None if outer.head.pos_ == "ADJ" and outer.dep_ == "obl" else "done"


def is_cancelled(noun: Token) -> bool:
    """ "A visit planned for Thursday was postponed"."""
    verb = noun.head
    called_off = noun.dep_ == "nsubj:pass" and verb.lemma_ in word_list("carriers", "cancelled")
    return called_off and not mood.modals(verb) & {"will", "be to", *mood.POSSIBLE}


def _is_ahead(noun: Token) -> bool:
    """ "Ahead of the visit", "pending the release"."""
    first = noun.left_edge
    if clauses.preposition(noun) in _AHEAD:
        return True
    words = [t.lower_ for t in noun.doc[max(0, first.i - 1) : first.i + 1]]
    return words == ["ahead", "of"]


def _outer(noun: Token) -> Token:
    """*noun*, or the first noun of its list; "days of talks", "a series of attacks" are the talks and attacks."""
    noun = clauses.first_conjunct(noun)
    while noun.dep_ == "nmod" and clauses.preposition(noun) == "of" and noun.head.lemma_ in word_list("nouns", "spell"):
        noun = clauses.first_conjunct(noun.head)
    return noun


def _under_noun(noun: Token) -> Status | None:
    """ "The risk of an attack", "a call for the release of"; what a deal on it or a condition for it is about."""
    head = noun.head
    if head.lemma_ in word_list("carriers", "risk"):
        return "hypothetical"
    about = clauses.preposition(noun) in {"of", "for", "on", "to", "about", "over", "against"}
    return None if about and head.lemma_ in word_list("carriers", "unreal") else "done"


def _under_verb(noun: Token, verb: Token, *, meeting: bool) -> Status | None:
    if noun.dep_ == "obl" and any(c.pos_ == "ADJ" and verb.i < c.i < noun.i for c in clauses.children(verb, "xcomp")):
        return None  # "remained open to talks"
    if noun.dep_ == "obl":
        return "done" if _is_past(noun, verb) else None
    modals = mood.modals(verb)
    if noun.dep_ in {"nsubj", "nsubj:pass"} and not clauses.is_passive(verb):
        return _as_subject(verb, modals, meeting=meeting)
    if noun.dep_ not in {"nsubj:pass", "obj"}:
        return "done"
    if verb.lemma_ in word_list("carriers", "unheld"):
        return None
    if verb.lemma_ in {"deny", "disclaim"}:
        return "denied"
    if modals & {"will", "be to"} or verb.lemma_ in word_list("carriers", "planned"):
        return "planned"
    if modals & mood.POSSIBLE or (mood.is_negated(verb) and noun.dep_ != "obj"):
        return None
    return "done"


def _as_subject(verb: Token, modals: frozenset[str], *, meeting: bool) -> Status | None:
    """ "The visit will take place", "the attack will worsen ties": only verbs of happening leave the act open."""
    held = verb.lemma_ in word_list("carriers", "held")
    if meeting and _fails(verb):
        return "denied"
    if meeting and _goes_on(verb, modals):
        return "ongoing"
    if not meeting and _is_in_force(verb):
        return "ongoing"
    if modals & {"will", "be to"} and (held or meeting):
        return "planned"
    if held and (modals & mood.POSSIBLE or mood.is_negated(verb)):
        return None
    return "planned" if held and verb.lemma_ in word_list("carriers", "planned") else "done"


def _goes_on(verb: Token, modals: frozenset[str]) -> bool:
    """ "Consultations continue this week", "talks are dragging on"."""
    now = verb.tag_ in {"VBP", "VBZ"} or (verb.tag_ == "VBG" and modals & {"be", "is", "are"})
    bare = verb.tag_ == "VB" and not modals and not any(c.lower_ == "to" for c in verb.children)
    on = verb.lemma_ in {"drag", "go", "carry"} and any(c.lower_ == "on" for c in verb.children)
    lasting = verb.lemma_ in {"continue", "persist", "linger"} or on or (now and verb.lemma_ in {"proceed", "advance"})
    return bool(lasting and (now or bare))


def _is_in_force(verb: Token) -> bool:
    """ "The ban remains in force", "stays in place"."""
    lasting = verb.lemma_ in {"remain", "stay"} and verb.tag_ in {"VBZ", "VBP"}
    return lasting and any(n.lemma_ in {"force", "place", "effect"} for n in clauses.prepositional(verb, "in"))


def _fails(verb: Token) -> bool:
    """ "The summit did not take place", "came to nothing", "fell through"."""
    nothing = any(c.lower_ in {"nothing", "naught"} for c in clauses.prepositional(verb, "to"))
    through = verb.lemma_ == "fall" and any(c.lower_ == "through" for c in verb.children)
    return nothing or through or (mood.is_negated(verb) and verb.lemma_ in {"take", "happen", "materialise"})


def _is_past(noun: Token, verb: Token) -> bool:
    """False for what *verb* is only aimed at: "called for the release", "agreed on a withdrawal", "warned of war"."""
    lead = clauses.preposition(noun)
    lists = {"for": "asking_for", "to": "agreeing_to", "on": "agreeing_on", "of": "warning_of", "against": "warning_of"}
    return lead not in lists or verb.lemma_ not in word_list("carriers", lists[lead])


def is_fact(noun: Token) -> bool:
    """True where the words around *noun* take it for something that happened: "after the release", "hailed the raid".

    In a report on a negotiation the release of prisoners is more often what the talks are about.
    """
    outer = _outer(noun)
    lead, verb = clauses.preposition(outer), outer.head
    if lead.split(" ")[0] in _ANCHORS or lead in _ANCHORS:
        return True
    if verb.pos_ != "VERB" or verb is outer:
        return False
    told = verb.lemma_ in word_list("carriers", "announcing") or verb.lemma_ in word_list("carriers", "factive")
    if outer.dep_ in {"obj", "nsubj:pass"} or (outer.dep_ == "obl" and lead in {"by", "with"}):
        return told and _tells_of_the_past(verb)
    if outer.dep_ != "nsubj" or not _tells_of_the_past(verb):
        return False
    return verb.lemma_ not in word_list("carriers", "held") or _takes_place(verb)


def _takes_place(verb: Token) -> bool:
    """ "A swap took place", "the handover happened at dawn"."""
    return verb.lemma_ in {"happen", "occur"} or any(noun.lemma_ == "place" for noun in clauses.objects(verb))


def _tells_of_the_past(verb: Token) -> bool:
    """True for "angered", "has angered", "were condemned"; not under a modal."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass"}}
    if helpers & mood.POSSIBLE or helpers & {"will", "to"} or mood.is_negated(verb):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers))

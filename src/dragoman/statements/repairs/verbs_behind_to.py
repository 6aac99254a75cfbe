"""Verbs right behind "to" that are taken for a noun or an adjective: "prepares to sue Chad", "is to fine them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["verb_behind_to"]

_VERBS = {
    "accede", "adhere", "airdrop", "apologise", "assail", "atone", "backtrack", "berate", "besmirch",
    "bombard", "cajole", "chastise", "chide", "claw", "debrief", "decommission", "deluge", "demur", "disavow",
    "discard", "dishonour", "disobey", "disparage", "downgrade", "embroil", "enrich", "extol", "extort", "forswear",
    "goad",
    "impugn", "intercept", "interrupt", "intrude", "liquidate", "loosen", "mediate", "nix", "obey", "ostracise", "oust",
    "overstep", "overturn", "penalise", "placate", "prohibit", "quell", "recoil", "renege", "repossess", "resist",
    "retaliate", "scupper", "seethe", "shred", "shun", "slash", "snub", "spurn", "stiffen", "stonewall", "sue",
    "summon", "suppress", "swear", "thwart", "toughen", "transgress", "uninvite", "unveil", "vouch", "waive", "widen",
    "woo", "wrest",
}  # fmt: skip
"""Words that are nothing but verbs in their bare form."""
_ALIKE = {
    "ambush", "arm", "award", "ban", "bar", "battle", "board", "boycott", "brand", "broker", "campaign", "cap",
    "caution", "chair", "curb", "distance", "fence", "fine", "flood", "forge", "free", "freeze", "hand", "jail",
    "label",
    "levy", "lower", "march", "mass", "mine", "picket", "pledge", "ration", "rebel", "riot", "sanction", "scale",
    "shelter", "station", "table", "tax", "toll", "top", "trim", "veto", "voice",
}  # fmt: skip
"""Verbs that are nouns or adjectives as well."""
_INFINITIVES = {
    "prepare", "plan", "threaten", "decide", "vow", "promise", "intend", "refuse", "decline", "manage", "fail", "try",
    "attempt", "want", "hope", "seek", "expect", "poised", "poise", "due", "set", "ready", "offer", "swear", "pledge",
    "begin", "continue", "choose", "likely", "unlikely", "willing", "unwilling", "prepared", "determined", "bound",
    "resolve", "undertake", "neglect", "dare", "wish", "aim", "mean", "propose",
}  # fmt: skip
"""Behind "to", these have a verb and no noun."""
_OBJECTS = {"amod", "compound", "nummod", "det:predet", "flat"}


@at(words=frozenset(_VERBS | _ALIKE))
def verb_behind_to(token: Token) -> None:
    """ "Is preparing to sue Chad", "agreed to slash the levy": the word is the verb of an infinitive."""
    lead = token.nbor(-1) if token.i > token.sent.start else token
    if lead.lower_ != "to" or token.tag_ in {"VB", "VBP"} or not token.text.islower():
        return
    described = token.dep_ in _OBJECTS and token.head.i > token.i
    thing = token.head if described and lead.head in {token.head, token} else None
    outer = thing if thing is not None else token
    if lead.head not in {outer, token} or not _takes_one(token, outer):
        return
    if thing is not None:
        _become(token, thing)
    elif outer.dep_ in {"obl", "nmod"}:
        token.hang(outer.head, "xcomp" if outer.head.pos_ in {"VERB", "ADJ", "AUX"} else "acl")
    token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
    lead.pos_, lead.tag_ = "PART", "TO"
    attach(lead, token, "mark")


def _takes_one(token: Token, outer: Token) -> bool:
    """Whether a verb may stand where *token* does: a word that is one only, or one behind "threatens to"."""
    if token.lower_ in _VERBS or _goes_on(token, outer):
        return True
    if outer.dep_ == "ROOT":  # "is to fine Chad"
        return any(c.dep_ == "cop" and c.i == token.i - 2 for c in outer.children) and token.nbor().pos_ != "PUNCT"
    return bool({outer.head.lemma_, outer.head.lower_} & _INFINITIVES) and outer.head.i == token.i - 2


def _goes_on(token: Token, outer: Token) -> bool:
    """ "To ban imports and to fine importers": one more infinitive behind "and"."""
    joined = clauses.children(token, "cc") or clauses.children(outer, "cc")
    return bool(joined) and joined[0].i == token.i - 2 and clauses.marker(outer.head) == "to"


def _become(token: Token, thing: Token) -> None:
    """Put *token* in the place of *thing*, which becomes its object."""
    root, head = thing.head is thing, thing.head
    moved = [c for c in thing.children if c.i < token.i or c.dep_ in {"obl", "advcl", "punct", "dep"}]
    moved += [c for c in clauses.children(thing, "nmod") if c.i > thing.i and root]
    if root:
        token.hang(token, "ROOT")
    elif _goes_on(token, thing):
        token.hang(head, "conj")
    else:
        token.hang(head, "xcomp" if head.pos_ in {"VERB", "ADJ", "AUX"} else "acl")
    thing.hang(token, "obj")
    for child in moved:
        if child is not token:
            child.hang(token, child.dep_)

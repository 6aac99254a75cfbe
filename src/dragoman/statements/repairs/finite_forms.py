"""Finite verbs taken for a bare form or for a participle that describes a noun: "has so far resisted calls"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "bound_by",
    "helped_goes_on",
    "lent",
    "no_past",
    "past_behind_that",
    "past_like_base",
    "past_of_one",
    "perfect",
    "perfect_of_object",
    "told_somebody",
    "urging",
]

_ASKED = {"that", "if", "unless", "lest", "should"}
"""Words before a bare form that is only asked for or supposed."""
_UNCHANGED = {
    "put", "set", "cut", "let", "hit", "shut", "quit", "bid", "cast", "split", "spread", "beat", "read", "cost", "hurt",
    "rid", "shed", "burst", "bet", "upset", "forecast", "broadcast", "offset", "reset", "thrust", "beset", "wed",
    "slit", "undercut", "recast", "fit", "knit", "spit", "sublet", "typeset", "outbid",
}  # fmt: skip
"""Verbs whose past is their base form."""
_HELPERS = {"is", "are", "was", "were", "has", "have", "had"}


@at(tags={"VB"}, labels={"ROOT", "conj"}, bearing=True)
def past_like_base(token: Token) -> None:
    """ "Kenya put its army on alert": a main verb with a subject and no helper is finite, though it looks bare.

    So is one that goes on from a past: "extended the contract but cut deliveries".
    """
    if token.tag_ != "VB" or token.dep_ not in {"ROOT", "conj"} or token.lower_ not in _UNCHANGED:
        return
    if token.dep_ == "conj":
        past = token.head.tag_ == "VBD" and not clauses.children(token.head, "aux", "mark", "aux:pass")
        past = past and not any(t.tag_ in {"MD", "TO"} for t in token.doc[token.sent.start : token.i])
        token.tag_ = "VBD" if past and not clauses.children(token, "aux", "mark") else token.tag_
        return
    if clauses.children(token, "nsubj") and not clauses.children(token, "aux", "mark"):
        token.tag_ = "VBD"


@at(tags={"VBP"}, bearing=True)
def past_of_one(token: Token) -> None:
    """ "When Israel let them out", "until Norway quit the pact": a form of one alone without an "s" is a past."""
    if token.tag_ != "VBP" or token.lower_ not in _UNCHANGED or clauses.children(token, "aux"):
        return
    under = clauses.children(token, "nsubj")
    one = len(under) == 1 and (under[0].tag_ in {"NN", "NNP"} or under[0].lower_ in {"he", "she", "it"})
    if one and not clauses.children(under[0], "conj") and clauses.marker(token) not in _ASKED:
        token.tag_ = "VBD"


@at(tags={"VBD"}, bearing=True)
def no_past(token: Token) -> None:
    """ "A condition that it close its camps": a base form whose past would be another is no past."""
    alike = token.lower_ == token.lemma_ and not token.lower_.endswith("ed")
    if token.tag_ != "VBD" or not alike or token.lower_ in _UNCHANGED:
        return
    under = clauses.children(token, "nsubj")
    if under and under[0].lower_ in {"it", "he", "she"} and clauses.marker(token) == "that":
        token.tag_ = "VB"


@at(tags={"VBN"}, labels={"acl"}, bearing=True)
def past_behind_that(token: Token) -> None:
    """ "The truce that Chad and Mali signed has held": a verb with "that" and a subject is finite."""
    if token.tag_ != "VBN" or token.dep_ != "acl" or clauses.children(token, "aux", "aux:pass"):
        return
    if clauses.children(token, "nsubj") and clauses.marker(token) == "that":
        token.tag_, token.dep_ = "VBD", "acl:relcl"


@at(tags={"VBN", "JJ"}, labels={"amod", "compound"})
def perfect(token: Token, parted: frozenset[str]) -> None:
    """ "Has so far resisted calls": a participle after "has" is its verb, though a noun follows.

    Right behind "has" the noun may be had as it is ("has limited funds"), but not of verbs of breaking off and sending.
    """
    base = token.lemma_ if token.tag_ == "VBN" else _base(token.lower_, parted)
    if base is None:
        return
    noun, has = token.head, token.head.head
    if has.lemma_ != "have" or noun.dep_ != "obj" or has.i > token.i:
        return
    between = token.doc[has.i + 1 : token.i]
    if any(t.pos_ != "ADV" for t in between) or noun.left_edge.i < has.i:
        return
    if not between and base not in parted:
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBN", base
    moved, label = [c for c in has.children if c != noun], has.dep_
    attach(token, has, label)
    attach(noun, token, "obj")
    for child in moved:
        attach(child, token, child.dep_)
    token.hang(token if has.head is has else has.head, label)
    has.hang(token, "aux")
    has.pos_ = "AUX"


@at(tags={"NN", "NNP"}, labels={"compound"}, words={"lent"})
def lent(token: Token) -> None:
    """ "Has lent Chad $4 billion": what is nothing but a participle, taken for a part of the name behind it."""
    if token.lower_ != "lent" or token.dep_ != "compound" or not token.i:
        return
    has, noun = token.nbor(-1), token.head
    if has.lower_ not in {"has", "have", "had"} or noun.i < token.i:
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBN", "lend"
    take_place(token, has)
    for child in has.children:
        attach(child, token, child.dep_)
    has.hang(token, "aux")
    has.pos_ = "AUX"
    behind = token.nbor()
    if noun is not behind and behind.pos_ == "PROPN":
        behind.hang(token, "obj")
    if noun.head is not token:
        attach(noun, token, "obj")


@at(tags={"VBN", "VBD"}, labels={"amod"})
def perfect_of_object(token: Token) -> None:
    """ "Jets have since bombed Malian positions": a participle behind "have" is the verb, and the noun its object."""
    noun = token.head
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ != "amod" or noun.i < token.i:
        return
    has = next((c for c in clauses.children(noun, "aux") if c.lemma_ == "have" and c.i < token.i), None)
    if has is None or has.lower_ == "having" or clauses.children(noun, "cop"):
        return
    between = token.doc[has.i + 1 : token.i]
    if any(t.pos_ != "ADV" and t.lower_ != "since" for t in between):
        return
    take_place(token, noun)
    token.tag_ = "VBN"
    for child in [
        c for c in noun.children if c.i < token.i or c.dep_ in {"obl", "advcl", "punct", "conj", "parataxis"}
    ]:
        child.hang(token, "advmod" if child.lower_ == "since" else child.dep_)
    noun.hang(token, "obj")


@at(tags={"VBN"}, labels={"amod"})
def urging(token: Token) -> None:
    """ "with the EU, urged parties to agree": a participle before a noun that is told to act is a verb."""
    noun = token.head
    if (
        token.tag_ != "VBN"
        or token.dep_ != "amod"
        or token.i == 0
        or token.doc[token.i - 1].pos_ in {"DET", "ADJ", "PRON"}
    ):
        return
    told = [c for c in noun.children if c.dep_ == "acl" and clauses.marker(c) == "to"]
    if not told or token.lemma_ not in {"urge", "ask", "call", "press", "invite", "tell", "order", "beg", "warn"}:
        return
    token.tag_ = "VBD"
    attach(token, noun.head, "conj" if noun.head.pos_ == "VERB" or noun.dep_ == "conj" else noun.dep_)
    attach(noun, token, "obj")
    for verb in told:
        attach(verb, token, "xcomp")


def _base(form: str, verbs: frozenset[str]) -> str | None:
    """The verb of *verbs* that *form*, taken for an adjective, is a regular past of: "vetoed"."""
    return next((verb for verb in (form[:-2], form[:-1]) if form.endswith("ed") and verb in verbs), None)


@at(tags={"VBG", "VBN"}, labels={"conj"}, bearing=True)
def helped_goes_on(token: Token) -> None:
    """ "Has accused Chad of drilling and is demanding money": what has a helper goes on from what has one."""
    helped = [c for c in clauses.children(token, "aux") if c.lower_ in _HELPERS]
    inner = clauses.first_conjunct(token)
    if not helped or any(c.dep_ in clauses.SUBJECTS for c in token.children) or inner.tag_ not in {"VBG", "VB"}:
        return
    if clauses.children(inner, "aux", *clauses.SUBJECTS) or not (clauses.marker(inner) or clauses.preposition(inner)):
        return
    above = (a for a in inner.ancestors if a.pos_ == "VERB")
    outer = next((a for a in above if a.tag_ in FINITE or clauses.children(a, "aux")), None)
    if outer is not None and outer.i < token.i and clauses.marker(outer) in {"", "that"}:
        attach(token, outer, "conj")


@at(tags={"JJ"}, words={"bound"})
def bound_by(token: Token) -> None:
    """ "Will not be bound by the ruling": a passive, and no adjective."""
    agents = [c for c in clauses.children(token, "obl", "nmod") if clauses.preposition(c) == "by" and c.i > token.i]
    copulas = clauses.children(token, "cop")
    if not agents or not copulas:
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBN", "bind"
    copulas[-1].dep_, agents[0].dep_ = "aux:pass", "obl:agent"
    for under in clauses.children(token, "nsubj"):
        under.dep_ = "nsubj:pass"


@at(tags={"VBN"}, labels={"ROOT", "ccomp", "conj", "parataxis"}, bearing=True)
def told_somebody(token: Token) -> None:
    """ "An official who asked not to be named told reporters that": whoever tells somebody is not told."""
    under = clauses.children(token, "nsubj:pass")
    if not under or clauses.children(token, "aux", "aux:pass") or under[0].i > token.i:
        return
    heard = [c for c in clauses.children(token, "obj", "iobj") if c.i == token.i + 1 or c.left_edge.i == token.i + 1]
    if heard and clauses.children(token, "ccomp"):
        token.tag_ = "VBD"
        for noun in under:
            noun.dep_ = "nsubj"

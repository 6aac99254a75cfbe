"""Participles that hang from the wrong word: of a noun set before the clause, of a gerund taken for an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.language.tree import Token

__all__ = [
    "doing_of_clause",
    "gerund_before_noun",
    "gerund_in_compound",
    "gerund_of_letter",
    "gerund_of_text",
    "gerund_proposed",
    "having_done",
    "himself_denied",
    "joined_by_agent",
    "participle_of_fronted_noun",
    "participle_of_source",
    "participle_with_agent",
    "sends_letter",
]

_RESTING = {"under", "in", "by", "according to", "as part of"}
_WRITING = {"write", "respond", "reply", "wire", "cable"}
_SENDING = {"send", "deliver", "hand", "address", "dispatch", "submit", "issue", "present"}
_LETTERS = {
    "letter", "note", "message", "memo", "memorandum", "telegram", "cable", "petition", "protest", "email", "statement",
}  # fmt: skip
"""What is sent to somebody in order to say something: "sent Mali a note objecting"."""
_PROPOSING = {
    "propose",
    "suggest",
    "recommend",
    "consider",
    "advocate",
    "begin",
    "start",
    "stop",
    "resume",
    "oppose",
    "discuss",
    "deny",
    "avoid",
    "resist",
    "keep",
    "finish",
    "contemplate",
    "mull",
    "weigh",
    "risk",
    "admit",
    "cease",
    "delay",
}
_THINKING_OF = {
    "mulling": "mull", "weighing": "weigh", "readying": "ready", "eyeing": "eye", "considering": "consider",
    "preparing": "prepare", "drafting": "draft", "planning": "plan", "studying": "study", "exploring": "explore",
}  # fmt: skip
_OF_CLAUSES = {"parataxis", "advcl", "ccomp", "punct"}
_KEEPING = {"go", "keep", "carry"}
"""What goes "on" doing something."""  # fmt: skip
_LEADS = {"by", "after", "before", "without", "from", "for", "of", "since", "despite"}


@at(tags={"VBN"}, labels={"parataxis"}, bearing=True)
def having_done(token: Token) -> None:
    """ "Peru, having argued for it, should sign": what went before, and no report of what follows."""
    if token.tag_ != "VBN" or token.dep_ != "parataxis":
        return
    if any(c.lower_ == "having" for c in clauses.children(token, "aux")) and not clauses.children(token, "nsubj"):
        token.dep_ = "advcl"


@at(tags={"VBG", "JJ"}, labels={"amod"})
def gerund_before_noun(token: Token, verbs: Mapping[str, str]) -> None:
    """ "Broke the truce by attacking army posts": a gerund with a preposition of its own acts on the noun behind it."""
    noun = token.head
    gerund = token.tag_ == "VBG" or (token.tag_ == "JJ" and token.lower_ in verbs)
    if not gerund or token.dep_ != "amod" or noun.i < token.i or noun.dep_ not in {"obl", "nmod"}:
        return
    leading = {"SCONJ", "ADP"} if token.lower_ in verbs and token.tag_ == "JJ" else {"SCONJ"}
    beside = [*clauses.children(token, "mark", "case"), *(c for c in noun.children if c.pos_ in leading)]
    leads = [c for c in beside if c.lower_ in _LEADS and c.i == token.i - 1]
    if not leads:
        return
    outer = noun.head
    if any(t.lower_ in {"and", ","} for t in token.doc[token.i : noun.i]) or clauses.children(token, "obj"):
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBG", verbs.get(token.lower_, token.lemma_)
    attach(token, outer, "advcl")
    attach(noun, token, "obj")
    attach(leads[0], token, "mark")


@at(tags={"NN"}, labels={"compound"})
def gerund_in_compound(token: Token, verbs: Mapping[str, str]) -> None:
    """ "Responded by halting payments": behind "by" and a verb that needs no agent a noun in -ing is a gerund."""
    noun, verb = token.head, token.head.head
    if noun.dep_ not in {"obl", "obl:agent"} or token.lower_ not in verbs or noun.i != token.i + 1:
        return
    lead = next((c for c in clauses.children(noun, "case") if c.lower_ == "by" and c.i == token.i - 1), None)
    if lead is None or verb.pos_ != "VERB" or verb.tag_ not in FINITE or not clauses.children(verb, "nsubj"):
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBG", verbs[token.lower_]
    attach(token, verb, "advcl")
    attach(noun, token, "obj")
    attach(lead, token, "mark")


@at(tags={"VBG", "JJ", "NN"}, labels={"amod", "compound", "xcomp"})
def gerund_proposed(token: Token, verbs: Mapping[str, str]) -> None:
    """ "Proposed suspending trade concessions": what is proposed is to do something, not a thing that does it.

    So is what is denied, avoided or kept up: "denied imposing curbs", "went on blocking ships".
    """
    if token.lower_ not in verbs:
        return
    if token.dep_ == "xcomp" and token.head.lemma_ in _PROPOSING and clauses.children(token, "obj"):
        token.pos_, token.tag_, token.lemma_ = "VERB", "VBG", verbs[token.lower_]
    noun, verb, lead = token.head, token.head.head, token.nbor(-1) if token.i > token.sent.start else token
    on = lead.lower_ == "on" and noun.dep_ == "obl" and verb.lemma_ in _KEEPING and verb.i == token.i - 2
    proposed = noun.dep_ == "obj" and verb.i == token.i - 1 and verb.lemma_ in _PROPOSING
    if token.dep_ not in {"amod", "compound"} or noun.i < token.i or not (on or proposed):
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBG", verbs[token.lower_]
    attach(token, verb, "xcomp")
    attach(noun, token, "obj")
    if on:
        attach(lead, verb, "compound:prt")


@at(tags={"VBG", "JJ"}, labels={"amod"})
def doing_of_clause(token: Token, verbs: Mapping[str, str]) -> None:
    """ "Said it was suspending talks": behind "was" and before a bare noun what is being done, not what it is."""
    noun = token.head
    copula = next((c for c in clauses.children(noun, "cop") if c.i == token.i - 1), None)
    lemma = verbs.get(token.lower_) or _THINKING_OF.get(token.lower_)
    if lemma is None or copula is None or noun.i < token.i or clauses.children(noun, "det"):
        return
    take_place(token, noun)
    noun.hang(token, "obj")
    for child in [c for c in noun.children if c.i < token.i or c.dep_ in _OF_CLAUSES]:
        attach(child, token, child.dep_)
    copula.dep_, token.pos_, token.tag_, token.lemma_ = "aux", "VERB", "VBG", lemma


@at(tags={"VBG"}, labels={"advcl", "xcomp", "acl"}, bearing=True)
def gerund_of_letter(token: Token) -> None:
    """ "Wrote to Mali opposing the pact", "sent a note to Mali objecting": who is written to is not who opposes."""
    verb = token.head
    if verb.lemma_ in _LETTERS and verb.dep_ == "obj":
        verb = verb.head
    sent = sends_letter(verb)
    if not (sent or verb.lemma_ in _WRITING) or token.tag_ != "VBG" or token.dep_ not in {"advcl", "xcomp", "acl"}:
        return
    under = clauses.children(token, "nsubj")
    beside = [*clauses.children(token, "mark", "case"), *(c for noun in under for c in clauses.children(noun, "case"))]
    lead = next((c for c in beside if c.lower_ == "to" and c.i < token.i), None)
    named = [c for c in under if lead is not None and lead.i < c.i < token.i]
    if lead is not None and named:
        attach(named[0], verb, "obl")
        attach(lead, named[0], "case")
        if sent:
            attach(token, verb, "advcl")


def sends_letter(verb: Token) -> bool:
    """True for "sent a note", "delivered a letter"."""
    return verb.lemma_ in _SENDING and any(noun.lemma_ in _LETTERS for noun in clauses.children(verb, "obj"))


@at(tags={"VBN", "VBD"}, labels={"advcl", "acl", "ROOT"}, bearing=True)
def participle_of_fronted_noun(token: Token) -> None:
    """ "Under the deal, signed in May by both, Peru left", "under a plan by Oman, drafted": its participle."""
    if token.tag_ not in {"VBN", "VBD"} or token.dep_ not in {"advcl", "acl", "ROOT"} or token.i < 2:
        return
    noun = next((c for c in clauses.children(token, "obl") if c.i < token.i), None)
    if noun is None or noun.pos_ != "NOUN" or max(t.i for t in noun.subtree) >= token.i or noun.i < token.i - 8:
        return
    beside = token.nbor(-1) if token.nbor(-1).text != "," else token.nbor(-2)
    if beside not in noun.subtree or any(c.dep_ in {*clauses.SUBJECTS, "aux", "aux:pass"} for c in token.children):
        return
    if token.dep_ == "advcl":
        attach(noun, token.head, "obl")
        attach(token, noun, "acl")
    elif token.dep_ == "acl":
        _of_clause(token, noun, token.head.head if token.head.dep_ in clauses.SUBJECTS else token.head)
    elif clauses.preposition(noun) in _RESTING:
        main = next((c for c in clauses.children(token, "conj", "parataxis", "ccomp") if _is_main(c)), None)
        if main is not None:
            main.hang(main, "ROOT")
            for later in [c for c in token.children if c.i > main.i]:
                attach(later, main, later.dep_)
            _of_clause(token, noun, main)


def _of_clause(participle: Token, noun: Token, verb: Token) -> None:
    """Hang a noun set before a clause from its verb, and the participle from the noun."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.i < participle.i:
        return
    root = participle.dep_ == "ROOT"
    if root:
        participle.hang(verb, "dep")
    attach(noun, verb, "obl")
    attach(participle, noun, "acl")


def _is_main(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "AUX"} and any(c.dep_ in clauses.SUBJECTS for c in verb.children)


@at(tags={"VBN", "VBD"}, labels={"conj", "advcl", "ccomp"}, bearing=True)
def participle_of_source(token: Token) -> None:
    """ "Only if it is paid, according to a letter leaked on Monday": the letter was leaked, which is no condition."""
    sources = [c for c in clauses.children(token, "nsubj", "nsubj:pass") if c.i < token.i]
    if not sources or not clauses.preposition(sources[0]).startswith("according") or token.head.i > token.i:
        return
    outer = token.head
    for later in clauses.children(token, "conj"):
        attach(later, outer, "conj")
    sources[0].hang(outer, "obl")
    token.hang(sources[0], "acl")


@at(tags={"VBG"}, labels={"obl", "obj", "nmod"}, bearing=True)
def gerund_of_text(token: Token) -> None:
    """ "Said in a statement urging Mali to leave": the text is what it is said in, and the gerund what it says."""
    texts = [c for c in clauses.children(token, "compound") if c.lemma_ in clauses.TEXTS and c.i == token.i - 1]
    if token.tag_ != "VBG" or not texts or token.dep_ not in {"obl", "obj", "nmod"}:
        return
    noun = texts[0]
    for child in [c for c in clauses.children(token, "case", "det", "amod") if c.i < noun.i]:
        attach(child, noun, child.dep_)
    attach(noun, token.head, token.dep_)
    attach(token, noun, "acl")
    token.pos_ = "VERB"


@at(tags={"VBN", "VBD"}, labels={"conj", "advcl", "parataxis", "ccomp", "xcomp"}, bearing=True)
def participle_with_agent(token: Token) -> None:
    """ "Will vote on a deal, brokered by Qatar": what somebody did to the noun before the comma describes that."""
    loose = token.dep_ in {"conj", "advcl", "parataxis", "ccomp", "xcomp"} and token.tag_ in {"VBN", "VBD"}
    if not loose or token.i < token.sent.start + 2 or token.nbor(-1).text != "," or token.head.i > token.i:
        return
    agents = clauses.children(token, "obl:agent")
    if not agents or agents[0].left_edge.i != token.i + 1 or clauses.children(token, "nsubj", "aux", "cc", "obj"):
        return
    noun = token.doc[token.i - 2]
    while noun.dep_ in {"nmod", "flat", "compound", "conj"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.pos_ == "NOUN" and noun.i < token.i and noun.dep_ in {"obj", "obl", "nsubj:pass", "nsubj", "xcomp", "ROOT"}:
        token.tag_ = "VBN"
        attach(token, noun, "acl")


@at(tags={"VBN", "VBD"}, labels={"conj"}, bearing=True)
def joined_by_agent(token: Token) -> None:
    """ "Rejected a truce proposed by Oman and already accepted by Mali": what has an agent goes on about the truce."""
    if token.dep_ != "conj" or not clauses.children(token, "obl:agent") or clauses.is_passive(token.head):
        return
    if clauses.children(token, "nsubj", "nsubj:pass", "aux", "aux:pass", "obj", "mark"):
        return
    said = [c for noun in clauses.children(token.head, "obj", "obl") for c in clauses.children(noun, "acl")]
    before = next((c for c in said if c.i < token.i and c.tag_ == "VBN" and clauses.children(c, "obl:agent")), None)
    if before is not None:
        token.tag_ = "VBN"
        attach(token, before, "conj")


@at(words={"himself", "herself", "itself", "themselves"}, labels={"nsubj"})
def himself_denied(token: Token) -> None:
    """ "Who was himself denied a visa by Chad": it was done to him."""
    verb = token.head
    being = next((c for c in clauses.children(verb, "aux") if c.lemma_ == "be" and c.i == token.i - 1), None)
    if token.dep_ != "nsubj" or being is None or verb.tag_ != "VBN" or verb.i != token.i + 1:
        return
    token.dep_, being.dep_ = "advmod", "aux:pass"
    for under in clauses.children(verb, "nsubj"):
        under.dep_ = "nsubj:pass"
    for thing in clauses.children(verb, "obj"):
        for agent in (c for c in clauses.children(thing, "nmod") if clauses.preposition(c) == "by"):
            attach(agent, verb, "obl:agent")

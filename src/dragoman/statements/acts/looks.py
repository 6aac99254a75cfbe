"""Verbs that look like an act and are none: "declined to comment", "a plan backed by Chad", "accused reporters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import HOSTILE_DEEDS, act_words, word_list
from dragoman.statements.acts.misread import is_union_of_states
from dragoman.statements.acts.openly import asks_to_be_unnamed
from dragoman.statements.acts.parts_played import spells, told_by
from dragoman.statements.statement import Event

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["is_no_act", "is_silence"]

_PAPERS = {"ban", "tariff", "sanction", "measure", "resolution", "rule", "reform", "plan", "proposal", "law", "policy"}
"""What is attacked in words alone."""
_DESTROYING = {"destroy", "burn", "torch", "demolish", "wreck", "flatten", "raze", "blow"}
_BEFORE = 5
"""Words before "called" in which "what" may stand: "what Foreign Minister Ana Ruiz called"."""
_VOTES = {"election", "vote", "poll", "ballot", "referendum"}
_VIEWING = {"see", "view", "regard", "consider"}
"""Verbs of opinion: "NATO regards the missile as illegal" is a view that is held."""


def is_no_act(verb: Token, event: Event) -> bool:
    """True where *verb*, whose frame fits *event*, tells of the press, of a shared view or of blame on a thing."""
    if mood.is_missed(verb) or (event in {"CONSULT", "REJECT"} and _is_of_the_press(verb)):
        return True
    if event in {"CONCEDE", "SANCTION", "ASSAULT"} and _is_of_the_favoured(verb):
        return True
    if event == "ASSAULT":
        return _is_over_work(verb) or _is_retort(verb) or _is_own_loss(verb) or _is_in_words(verb)
    if event in {"CONSULT", "CONCEDE"} and _is_received(verb):
        return True
    if event == "ACCUSE" and _is_tasked(verb):
        return True
    if event == "CONSULT" and any(c.lower_ in {"responsible", "accountable", "liable"} for c in verb.children):
        return True
    if event == "CONSULT" and (_is_naming(verb) or _is_of_things(verb) or _is_office(verb)):
        return True
    named = verb.lemma_ == "call" and not clauses.children(verb, "compound:prt")
    if named and clauses.children(verb, "xcomp"):  # "called the truce a gift"
        return event in {"RETREAT", "PROTEST", "MOBILIZE"}
    if event in {"CONCEDE", "AGREE"} and verb.lemma_ == "let" and _is_let_be(verb):
        return True
    if event == "SUPPORT":
        return verb.dep_ == "acl" and verb.tag_ == "VBN"
    if event == "REJECT":
        return is_silence(verb) or _is_forgoing(verb)
    if event == "AID":
        return _is_massed(verb)
    if event == "AGREE":
        shared = clauses.prepositional(verb, "with")
        if any(noun.lemma_ == "letter" and clauses.children(noun, "acl") for noun in clauses.objects(verb)):
            return True  # "signed a letter urging Chad to leave": what it says is told by its own verb
        return bool(shared) and all(noun.lemma_ in word_list("looks", "views") for noun in shared)
    if event == "ACCUSE" and verb.lemma_ in _VIEWING and verb.tag_ in {"VBZ", "VBP"}:
        return True
    if event == "REQUEST" and asks_to_be_unnamed(verb):
        return True
    heard = [*clauses.objects(verb), *clauses.children(verb, "iobj")]
    heard += clauses.agents(verb) if clauses.is_passive(verb) else []
    if event in {"REQUEST", "ACCUSE"} and any(noun.lemma_ in word_list("looks", "press") for noun in heard):
        return True
    things = clauses.objects(verb)
    blamed = event == "ACCUSE" and verb.lemma_ in word_list("looks", "blaming") and bool(things)
    return blamed and all(noun.lemma_ in word_list("looks", "causes") for noun in things)


def _is_of_the_favoured(verb: Token) -> bool:
    """ "Took Chad off its list of trusted partners", "returned it to the white list": favour lost or regained."""
    listed = (n for n in clauses.prepositional(verb, "from", "off", "to", "on", "onto") if n.lemma_ == "list")
    return any(t.lower_ in word_list("looks", "favoured") for noun in listed for t in noun.subtree)


def _is_tasked(verb: Token) -> bool:
    """ "A council charged with steering the land to elections": no charge, but its task."""
    if verb.lemma_ != "charge" or verb.tag_ not in {"VBN", "VBD"} or verb.i + 2 >= verb.sent.end:
        return False
    return verb.nbor().lower_ == "with" and verb.nbor(2).lower_ in word_list("looks", "tasks")


def is_silence(verb: Token) -> bool:
    """ "Refused to be drawn", "declined to say whether", "refused further comment"."""
    said = [c for c in clauses.children(verb, "xcomp") if clauses.marker(c) == "to"]
    if any(noun.lemma_ in word_list("looks", "comment") for noun in clauses.objects(verb)):
        return True
    return any(
        c.lemma_ in word_list("looks", "silence")
        or any(noun.lemma_ in word_list("looks", "comment") for noun in clauses.objects(c))
        or (clauses.is_passive(c) and c.lemma_ in word_list("looks", "named"))
        for c in said
    )


def _is_forgoing(verb: Token) -> bool:
    """ "Ruled out sanctions", "ruled out invading": what is not to be done is hostile itself."""
    if verb.lemma_ not in {"rule", "preclude"}:
        return False
    hostile = frozenset().union(*(word_list("nouns", name) for name in ("curb", "attack", "force", "protest")))
    deeds = {
        word.event for c in clauses.children(verb, "xcomp", "ccomp") for word in act_words("verb").get(c.lemma_, ())
    }
    named = any(noun.lemma_ in hostile for noun in clauses.objects(verb))
    return named or (bool(deeds) and deeds <= HOSTILE_DEEDS)


def _is_of_the_press(verb: Token) -> bool:
    """ "Held a news conference", "spoke to reporters": what is told to the press is no talk of two sides."""
    nouns = [*clauses.objects(verb), *clauses.prepositional(verb, "to", "with")]
    beside = {c.lower_ for noun in clauses.objects(verb) for c in clauses.children(noun, "compound", "amod")}
    return bool({"news", "press", "media"} & beside) or any(n.lemma_ in word_list("looks", "press") for n in nouns)


def _is_massed(verb: Token) -> bool:
    """ "Sent troops to the border": no help for whoever lives behind it."""
    return any(noun.lemma_ in word_list("looks", "fronts") for noun in clauses.prepositional(verb, "to", "towards"))


def _is_over_work(verb: Token) -> bool:
    """ "Planning a strike for better pay": a strike in a dispute over work strikes nobody."""
    struck = any(noun.lemma_ in {"strike", "action"} for noun in clauses.objects(verb))
    return struck and any(
        token.lemma_.lower() in word_list("looks", "work") and not is_union_of_states(token) for token in verb.sent
    )


def _is_own_loss(verb: Token) -> bool:
    """ "Destroyed its base", "burned their posts": whoever destroys what is his own attacks nobody."""
    things = clauses.objects(verb) if verb.lemma_ in _DESTROYING else []
    return bool(things) and all(any(c.tag_ == "PRP$" for c in noun.children) for noun in things)


def _is_office(verb: Token) -> bool:
    """ "Ana Ruiz, who chairs the talks": what somebody is, and no meeting of a day."""
    if verb.lemma_ not in word_list("looks", "presiding") or verb.dep_ != "acl:relcl" or verb.head.pos_ == "VERB":
        return False
    return verb.tag_ in {"VBZ", "VBP"} or any(c.lower_ in {"is", "are"} for c in clauses.children(verb, "aux"))


def _is_naming(verb: Token) -> bool:
    """ "Called it an insult", "called on both to wait": no calls by telephone."""
    if verb.lemma_ != "call":
        return False
    things = [*clauses.objects(verb), *(c for c in verb.children if c.lower_ == "what")]
    named = any(noun.lower_ in {"it", "this", "that", "itself", "himself", "themselves", "what"} for noun in things)
    named = named or len(things) > 1 or bool(clauses.children(verb, "xcomp")) or verb.head.lower_ == "what"
    before = verb.doc[max(verb.sent.start, verb.i - _BEFORE) : verb.i]
    named = named or any(t.lower_ == "what" for t in before)  # "held what he called frank talks"
    under = clauses.children(verb, "nsubj")
    voted = under and under[0].left_edge.i > verb.sent.start and under[0].left_edge.nbor(-1).lemma_ in _VOTES
    named = named or (bool(voted) and not clauses.objects(verb))  # "the election he called"
    asked = clauses.children(verb, "advcl", "ccomp") or clauses.prepositional(verb, "for")
    hosts = clauses.prepositional(verb, "on", "upon")
    visited = bool(hosts) and not asked and not any(clauses.children(host, "acl") for host in hosts)
    return named or bool(asked) or (bool(hosts) and not visited)


def _is_retort(verb: Token) -> bool:
    """ "Shot back that it was a lie": words, not arms."""
    back = any(c.lower_ == "back" for c in clauses.children(verb, "compound:prt", "advmod"))
    return back and (bool(told_by(verb)) or not clauses.objects(verb))


def _is_of_things(verb: Token) -> bool:
    """ "Hosts three million migrants", "received $250 a week", "what it received": no guests to talk with."""
    if verb.lemma_ not in word_list("looks", "hosting"):
        return False
    things = [*clauses.objects(verb), *(c for c in verb.children if c.lower_ == "what")]
    around = [verb, *clauses.objects(verb)]
    occasions = (part for head in around for noun in clauses.prepositional(head, "for", "at") for part in spells(noun))
    if any(noun.lemma_ in word_list("nouns", "meeting") for noun in occasions):
        return False
    return bool(things) and all(map(_is_thing, things))


def _is_received(verb: Token) -> bool:
    """ "The plan met with suspicion", "a pledge that Chad met with silence"."""
    phrases = clauses.prepositional(verb, "with") if verb.lemma_ == "meet" else []
    return any(noun.lemma_ in word_list("looks", "received") for noun in phrases)


def _is_thing(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ in {"it", "this", "that", "what", "which"}
    if noun.pos_ == "PROPN" or noun.lemma_ in word_list("nouns", "meeting", "journey"):
        return False
    return noun.lemma_ not in word_list("doers", "delegates") and noun.lemma_ not in word_list("looks", "guests")


def _is_let_be(verb: Token) -> bool:
    """ "Let it be known", "let the matter drop", "let itself be talked out of it"."""
    told = [*clauses.children(verb, "ccomp", "xcomp"), *clauses.objects(verb)]
    told += [c for t in told for c in clauses.children(t, "xcomp", "acl", "nmod")]
    own = any(t.lower_ in {"itself", "themselves", "himself", "herself"} for t in verb.subtree)
    return own or any(t.lemma_ in word_list("looks", "letting") for t in told)


def _is_in_words(verb: Token) -> bool:
    """ "Attacked the ban", "attacked the plan as a swindle": criticised it."""
    return verb.lemma_ == "attack" and any(c.lemma_ in _PAPERS for c in clauses.objects(verb))

"""Pronouns that grammar binds to somebody: whose veto one urges Chad to drop, who refuses a demand that they leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["asking_another", "bound_to"]

_ASKING = {
    "urge", "ask", "call", "press", "tell", "order", "persuade", "push", "beg", "implore", "encourage", "appeal",
    "plead", "want", "advise", "pressure", "lobby", "force", "get", "warn", "exhort", "invite",
}  # fmt: skip
_ASKED = {"demand", "request", "call", "appeal", "order", "ultimatum"}
"""Nouns of what is asked of somebody, and the verbs with which they turn it down or take it up."""
_ANSWERING = {"refuse", "reject", "dismiss", "ignore", "spurn", "rebuff", "defy", "resist", "heed", "accept"}
_REPLYING = {"refuse", "decline", "agree", "comply"}
_GIVING_UP = {
    "drop", "end", "lift", "withdraw", "abandon", "reconsider", "review", "reverse", "rethink", "retract", "soften",
    "overcome", "renounce", "rescind", "revoke", "cease", "stop", "halt", "suspend", "ease", "honour", "honor",
    "fulfil", "fulfill", "keep",
}  # fmt: skip
"""What is done with what is one's own: "to end its boycott", "to keep its promises"."""
_PLEDGES = {"promise", "pledge", "commitment", "obligation", "word", "vow", "undertaking"}
_KEEPING = {"break", "keep", "renege", "breach", "betray", "honour", "honor", "fulfil", "fulfill", "go", "violate"}
"""What one does with a promise of one's own."""
_REMINDING = {"remind", "hold", "release", "relieve"}
_TELLING = {"tell", "warn", "remind", "inform", "notify"}
_ALLOWING = {"may", "must", "should", "shall"}
"""What one is told to do or free to do, not what the teller would do."""
_HANGING = {"if", "unless", "once", "provided", "until", "when"}
"""What leads to what a deed hangs on."""
_TOWARDS = ("on", "to", "for", "from", "against")
"""Before whomever a deed is done to or for."""
_FOR_ONESELF = {
    "get", "receive", "win", "obtain", "gain", "secure", "have", "be", "feel", "find", "see", "need", "want", "lose",
    "face", "suffer", "think", "believe", "wish", "choose", "become", "decide", "know", "hear",
}  # fmt: skip
"""What befalls whoever makes it a condition, and is not asked of another."""
_DEMANDING = {"demand", "insist", "ask", "request", "urge", "order", "require", "decree", "stipulate"}
"""What one does when another is to act: "insists that it close the base"."""
_BARE = {"have", "be", "do"}
_PRESS = {"reporter", "journalist", "newspaper", "agency", "lawmaker", "parliament", "audience", "crowd"}


def bound_to(pronoun: Token) -> Token | None:
    """The noun that *pronoun* must stand for, if it fits; None where grammar leaves it open."""
    if pronoun.dep_ == "nmod:poss":
        return _giving_up(pronoun) or _charged(pronoun) or _pledging(pronoun) or _alongside(pronoun)
    if pronoun.dep_ in clauses.SUBJECTS:
        return (
            _spoken_of(pronoun)
            or _replying(pronoun)
            or _heard(pronoun)
            or _asked(pronoun)
            or _answering_it(pronoun)
            or _promised(pronoun)
            or _dealt_with(pronoun)
        )
    return None


def asking_another(pronoun: Token) -> Token | None:
    """The Chad of "Chad insists that it close the base": who demands that "it" do something asks another."""
    verb, outer = pronoun.head, pronoun.head.head
    if pronoun.dep_ != "nsubj" or verb.dep_ not in {"ccomp", "conj"} or verb.lower_ != verb.lemma_:
        return None
    first = clauses.first_conjunct(verb)
    outer = first.head
    if first.dep_ != "ccomp" or outer.lemma_ not in _DEMANDING or clauses.is_passive(outer):
        return None
    bare = not clauses.children(verb, "aux", "aux:pass", "cop") and verb.lemma_ not in _BARE | _FOR_ONESELF
    open_to_doubt = pronoun.lower_ == "they" and outer.lemma_ == "insist"
    return clauses.subject(outer) if bare and not open_to_doubt and outer.i < pronoun.i else None


def _spoken_of(pronoun: Token) -> Token | None:
    """ "Accused Chad of spying and demanded that it close the base": of whom the clause before told something."""
    if asking_another(pronoun) is None:
        return None
    outer = clauses.first_conjunct(pronoun.head).head
    before = clauses.first_conjunct(outer)
    return _only(clauses.children(before, "obj"), before, outer) if before != outer else None


def _alongside(pronoun: Token) -> Token | None:
    """ "Chad buys what Peru sells, and its officers have": a subject of theirs takes up the subject before it."""
    noun, verb = pronoun.head, pronoun.head.head
    if pronoun.lower_ != "its" or noun.dep_ not in clauses.SUBJECTS or verb.dep_ != "conj" or noun.i > verb.i:
        return None
    under = next((c for c in clauses.children(verb.head, "nsubj") if c.i < verb.head.i), None)
    named = under is not None and under.pos_ == "PROPN" and not clauses.children(under, "conj", "cc")
    return under if named and verb.head.i < pronoun.i else None


def _giving_up(pronoun: Token) -> Token | None:
    """ "Urged Chad to drop its veto": one gives up what is one's own, and it is Chad that should."""
    verb = pronoun.head.head
    outer = verb.head
    if pronoun.head.dep_ != "obj" or verb.lemma_ not in _GIVING_UP or outer.lemma_ not in _ASKING:
        return None
    if clauses.marker(verb) != "to" or clauses.is_passive(outer):
        return None
    hearers = [*clauses.children(outer, "obj", "iobj"), *clauses.prepositional(outer, "on", "upon", "to")]
    return _only(hearers, outer, verb)


def _charged(pronoun: Token) -> Token | None:
    """ "Thanked Chad for its support": whoever is thanked or blamed gave it."""
    noun, verb = pronoun.head, pronoun.head.head
    if verb.pos_ != "VERB" or verb.lemma_ not in clauses.CHARGING or clauses.is_passive(verb):
        return None
    named = clauses.preposition(noun) in {"for", "over"}
    return _only(clauses.children(verb, "obj"), verb, pronoun) if named else None


def _pledging(pronoun: Token) -> Token | None:
    """ "Said Chad had broken its promise", "reminded Chad of its pledge": the promise of whoever is to keep it."""
    noun, verb = pronoun.head, pronoun.head.head
    if noun.lemma_ not in _PLEDGES or verb.pos_ != "VERB" or clauses.is_passive(verb):
        return None
    if verb.lemma_ in _REMINDING:
        return next((c for c in clauses.children(verb, "obj") if verb.i < c.i < pronoun.i), None)
    under = clauses.subject(verb) if verb.lemma_ in _KEEPING else None
    return under if under is not None and under.i < pronoun.i else None


def _replying(pronoun: Token) -> Token | None:
    """ "Urged Chad to sign, but it refused": whoever was asked answers."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.lemma_ not in _REPLYING or verb.dep_ != "conj":
        return None
    asking = clauses.first_conjunct(verb)
    tasks = [c for c in clauses.children(asking, "xcomp", "ccomp", "advcl") if clauses.marker(c) == "to"]
    if asking.lemma_ not in _ASKING or not tasks or clauses.is_passive(asking):
        return None
    return _only(clauses.children(asking, "obj"), asking, pronoun)


def _heard(pronoun: Token) -> Token | None:
    """ "Told Chad that it may keep the base": who is told what it may or must do is meant, not who tells it."""
    verb, report = pronoun.head, pronoun.head.head
    if verb.dep_ != "ccomp" or report.lemma_ not in _TELLING or not mood.modals(verb) & _ALLOWING:
        return None
    return _only(clauses.children(report, "obj", "iobj"), report, pronoun)


def _asked(pronoun: Token) -> Token | None:
    """ "The rebels refused a demand that they leave": who turns it down is who was asked."""
    verb, noun = pronoun.head, pronoun.head.head
    if verb.dep_ not in {"acl", "ccomp"} or noun.dep_ != "obj" or noun.lemma_ not in _ASKED:
        return None
    return clauses.subject(noun.head) if noun.head.lemma_ in _ANSWERING else None


def _answering_it(pronoun: Token) -> Token | None:
    """ "Asked Chad to sign, a request that it turned down": who was asked answers the request."""
    verb, noun = pronoun.head, pronoun.head.head
    asking = noun.head.head if noun.head.dep_ == "xcomp" else noun.head
    if verb.dep_ != "acl:relcl" or noun.lemma_ not in _ASKED or asking.lemma_ not in _ASKING:
        return None
    answers = verb.lemma_ in _ANSWERING | _REPLYING | {"turn", "disregard"}
    return _only(clauses.children(asking, "obj", "iobj"), asking, noun) if answers else None


def _dealt_with(pronoun: Token) -> Token | None:
    """ "Will lift the sanctions on Chad if it frees the crew": what one does to another hangs on what he does."""
    verb, deed = pronoun.head, pronoun.head.head
    if clauses.marker(verb) not in _HANGING or verb.dep_ != "advcl" or deed.i > verb.i or clauses.is_passive(verb):
        return None
    if verb.lemma_ in _FOR_ONESELF or mood.modals(verb) & {"can", "could", "must"}:
        return None
    deeds = [deed]
    while deeds[-1].dep_ in {"xcomp", "ccomp"} and deeds[-1].head.pos_ in {"VERB", "ADJ"}:
        deeds.append(deeds[-1].head)
    deeds += [c for d in deeds[:] for c in clauses.children(d, "xcomp", "ccomp") if deed.i > c.i]
    things = [c for d in deeds for c in clauses.children(d, "obj", "iobj")]
    others = [*things, *(c for t in (*deeds, *things) for c in clauses.prepositional(t, *_TOWARDS))]
    others += [c for d in deeds[:-1] for c in clauses.children(d, "nsubj")]
    others += [c for t in things for c in clauses.children(t, "nmod:poss")]
    named = {c.i: c for c in others if _is_name(c) and deeds[-1].i < c.i < pronoun.i}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_name(noun: Token) -> bool:
    """ "Chad", "the Kurdistan region"."""
    return noun.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in clauses.children(noun, "compound"))


def _promised(pronoun: Token) -> Token | None:
    """ "Welcomed a promise by Chad that it would leave": whoever promises it."""
    verb, noun = pronoun.head, pronoun.head.head
    if verb.dep_ not in {"acl", "ccomp"} or noun.lemma_ not in _PLEDGES | {"assurance", "offer"}:
        return None
    by = [c for c in clauses.children(noun, "nmod", "obl") if clauses.preposition(c) in {"by", "from"}]
    return by[0] if len(by) == 1 and by[0].i < pronoun.i else None


def _only(nouns: list[Token], first: Token, last: Token) -> Token | None:
    """The one of *nouns* that stands between two words, if it is one and not the press."""
    between = [noun for noun in nouns if first.i < noun.i < last.i]
    return between[0] if len(between) == 1 and between[0].lemma_ not in _PRESS else None

"""Where the action and the addressee of a word of stance stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from dragoman.language.tree import kept
from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.or_face import SUFFERED
from dragoman.statements.stance_words import StanceWord

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["action_heads", "is_instead", "particle"]

_ASIDES = {"principle", "part", "public", "private", "writing", "full", "turn", "theory", "return"}
"""Nouns of adverbs that stand between a verb and its preposition: "agreed in principle to the plan"."""
_REMAINING = {"remain", "stay", "seem", "appear", "become", "grow", "stand"}
"""Verbs beside which an adjective stands, and behind them what it is about: "remained open to talks"."""
_UNCHANGED = {"put", "set", "cut", "shut", "split", "hit"}
"""Participles that look like the verb itself."""
_AWAY = {"gone", "closed", "shut", "reopened", "over"}
"""Words for what a thing is wanted to be: "wants the chapter gone"."""
_DESCRIBING = {"find", "derive", "base", "locate", "own", "involve", "call", "know", "name", "relate", "concern", "say"}
"""Participles that tell which thing is meant, not what is to be done to it: "a share of what is found at sea"."""
_REACTIONS = frozenset(lexicon("positions")["reactions"]["words"])
"""What somebody feels at it: "came out against a levy, to the fury of exporters"."""
_GIVEN = {"offer", "promise", "grant", "give", "pledge", "guarantee", "deny", "refuse", "assure", "award", "hand"}
"""Verbs of which one is told what one gets: "was offered a loan"."""
_SUMS = {
    "euro", "dollar", "pound", "yen", "franc", "crown", "peso", "rupee", "rouble", "ruble", "yuan", "million",
    "billion", "percent", "%", "cent", "trillion", "lakh", "crore", "rand", "shilling", "lira", "riyal", "dinar",
    "real", "won", "zloty",
}  # fmt: skip
_SIGNS = {"€", "£", "$", "¥", "%"}
_GETTING = {"obtain", "win", "secure", "get", "receive", "extract", "gain", "wring", "give"}
"""Verbs from which a clause may hang that tells of their object: "won a pledge from Chad that it would leave"."""
_RESTING = {"condition", "ground", "basis", "eve", "sideline", "behalf", "day", "occasion", "pretext", "understanding"}
"""Nouns of what is said "on" some ground or at some time, which is not what is meant."""
_MOVED_FROM = {
    "withdrawal", "removal", "retreat", "exit", "departure", "expulsion", "exclusion", "return", "release",
    "protection", "freedom", "relief", "exemption", "pullout", "pull-out", "evacuation", "transfer", "import",
    "separation", "independence", "secession", "disengagement", "troop", "force",
}  # fmt: skip
"""What is asked for that itself goes "from" somewhere: "the withdrawal of all troops from Chad"."""
_SUFFERED = SUFFERED | {"meet", "perish", "find"}
"""What befalls those who do not do what they are asked to do."""
_INSIDE = {"ccomp", "xcomp", "acl", "advcl", "obj", "obl", "nmod", "csubj", "parataxis"}


def action_heads(token: Token, word: StanceWord, is_party: Callable[[Token], bool]) -> tuple[list[Token], list[Token]]:
    """Heads of the actions that *token* is about, by its frame, and the words for who is asked to act."""
    asked = _asked(token, word)
    if not clauses.children(token, "xcomp", "ccomp"):
        asked = [t for t in asked if t.dep_ not in {"obj", "iobj"} or is_party(t)]
    told = [c for t in asked for c in clauses.children(t, "acl", "acl:relcl", "xcomp") if clauses.marker(c) == "to"]
    if told and "to" in word.action:
        return [part for c in told for part in clauses.listed(c) if part == c or not _is_or_else(part)], asked
    if "obj" in word.asked and "to" in word.action and (done := _done_to(token)):
        return done, []
    own = particle(token, word.particle) if word.particle else None
    below = own if own is not None and own.lemma_ == word.particle and own.head == token else None
    for place in word.action:
        if place == "to" and "obj" in word.action and _is_of_money(token):
            continue
        if place == "obj" and "obj" in word.asked and asked and clauses.children(token, "xcomp"):
            continue
        heads = [head for head in _at(token, place) or _below(below, place) if head not in {*asked, below}]
        heads = [head for head in heads if head.dep_ != "conj" or not _is_no_other(head)]
        if place == "in" and token.pos_ == "NOUN" and heads and all(is_party(head) for head in heads):
            continue
        if heads:
            return [*(_things_asked(token, heads[0], is_party) if "for" in word.action else ()), *heads], asked
    return [], asked


def _is_no_other(verb: Token) -> bool:
    """True of a member of a list that tells nothing more that somebody should or would do."""
    return is_instead(verb) or _is_repeated(verb) or _is_or_else(verb)


def _is_or_else(verb: Token) -> bool:
    """ "Free them or face a lawsuit", "pay or lose the contract": what comes of not doing what was told before."""
    led = any(c.lower_ == "or" for c in clauses.children(verb, "cc"))
    return led and (verb.lemma_ in _SUFFERED or bool(clauses.children(verb, "aux:pass")))


def _is_repeated(verb: Token) -> bool:
    """ "And neither does Chad", "and so has Chad": the same of another, and nothing that is done."""
    return verb.lemma_ in {"do", "have", "be"} and verb.nbor(-1).lower_ in {"so", "nor", "neither"}


def _things_asked(token: Token, clause: Token, is_party: Callable[[Token], bool]) -> list[Token]:
    """The vote of "asked for a vote and for Chile to leave", where the clause joined to it has been found."""
    if clauses.marker(clause) != "to":
        return []
    things = (c for c in clauses.prepositional(token, "for") if token.i < c.i < clause.i and c.pos_ == "NOUN")
    joined = (c for c in things if any(t.lower_ == "and" for t in token.doc[c.i : clause.i]))
    return [c for c in joined if not is_party(c)]


def _done_to(token: Token) -> list[Token]:
    """ "Wants any deal to be reviewed": what is to be done to the object, however the tree hangs it."""
    below = [c for o in clauses.children(token, "obj") if o.i > token.i for c in clauses.children(o, "acl")]
    passive = [c for c in below if clauses.marker(c) == "to" and clauses.children(c, "aux:pass")]
    return [part for c in passive[:1] for part in clauses.listed(c)]


def _is_of_money(token: Token) -> bool:
    """ "Promised 40 million euros to help farmers": what is promised is the money, and the infinitive says what for."""
    return any(_is_sum(c) for c in clauses.children(token, "obj") if c.i > token.i)


def _is_sum(noun: Token) -> bool:
    """A sum or share: "40 million euros", "a further 3%"."""
    counted = noun.pos_ == "NUM" or bool(clauses.children(noun, "nummod"))
    below = {t.lower_ for t in noun.subtree if t.i <= noun.i}
    money = noun.lemma_.lower() in _SUMS or bool(below & _SIGNS) or any("$" in word for word in below)
    return counted and money


def particle(token: Token, text: str) -> Token | None:
    """What makes an idiom of a verb: the "out" of "rule out", the "weight" of "throw its weight behind"."""
    if text not in _around(token):
        return None
    for child in token.children:
        if child.lower_ == text and child.dep_ in {"compound:prt", "advmod", "case", "xcomp"}:
            return child
        if child.lemma_ == text and child.dep_ in {"obj", "obl", "xcomp", "nsubj:pass"} and child.pos_ != "PROPN":
            return child
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ == text and following.dep_ != "dep":
        return following
    return next(iter(clauses.prepositional(token, text)), None)


@kept
def _around(token: Token) -> frozenset[str]:
    """All words that can make an idiom of *token*: those that hang from it or follow it, and lead its phrases."""
    following = (t.lower_ for t in token.doc[token.i + 1 : token.i + 2])
    words = (form for child in token.children for form in (child.lower_, child.lemma_))
    return clauses.leads(token).union(words, following)


def _below(part: Token | None, place: str) -> list[Token]:
    """The action where it hangs from the rest of an idiom: "set its face against a change", "stop short of signing"."""
    if part is None or (place == "obj" and part.dep_ != "xcomp"):
        return []
    doing = [c for c in clauses.children(part, "acl") if c.lemma_ == "do"]
    return _at(part, place) or [head for verb in doing for head in _at(verb, place)]


def _asked(token: Token, word: StanceWord) -> list[Token]:
    found: list[Token] = []
    if "obj" in word.asked and clauses.is_passive(token):
        under = clauses.subject(token)
        found = [under] if under is not None else []
    elif "obj" in word.asked:
        found = clauses.children(token, "obj", "iobj")
        relative = clauses.antecedent(token) if any(t.lower_ == "whom" for t in found) else None
        found = [relative[0] if relative and t.lower_ == "whom" else t for t in found]
    others = tuple(p for p in word.asked if p != "obj")
    found = found or [t for t in clauses.prepositional(token, *others) if t.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    return found or (_asked_of_object(token) if "from" in others else [])


def _asked_of_object(token: Token) -> list[Token]:
    """The Chad of "demanded $2 billion in damages from Chad", which hangs from what is demanded."""
    things = [c for c in clauses.children(token, "obj") if c.i > token.i and c.lemma_ not in _MOVED_FROM]
    things += [c for thing in things for c in clauses.children(thing, "nmod")]
    return [c for thing in things for c in clauses.prepositional(thing, "from") if c.pos_ == "PROPN"]


def _at(token: Token, place: str) -> list[Token]:
    if place == "that":
        told = [c for c in _clausal(token) if _is_content(c)]
        told += [done for c in told for done in _gapped(c)]
        told += [c for c in clauses.children(token, "ccomp", "xcomp") if _is_asked_of_which(token, c)]
        got = token.pos_ == "NOUN" and token.dep_ == "obj" and token.head.lemma_ in _GETTING
        return told or [c for c in clauses.children(token.head, "ccomp") if got and _is_content(c)]
    if place == "bare":
        return [c for c in _clausal(token) if _is_content(c) and not _is_finite(c)]
    if place == "to":
        inside = {"xcomp", "acl", "ccomp", "advcl", *(("csubj",) if token.pos_ == "ADJ" else ())}
        infinitives = [c for c in _clausal(token) if clauses.marker(c) == "to" and c.dep_ in inside]
        further = [c for c in clauses.children(token, "conj") if clauses.marker(c) == "to" and c.tag_ == "VB"]
        found = [c for c in [*infinitives, *_going_on(infinitives), *further] if not is_instead(c)]
        found = [c for c in found if not (_is_of_object(token, c) or _turns_out(c))]
        return found or ([] if infinitives else _phrasal(token, place))
    if place == "done":
        things = [o for o in clauses.children(token, "obj") if o.left_edge.nbor(-1).text != ","]
        below = [*token.children, *(c for o in things for c in o.children)]
        bare = [c for c in below if (c.tag_ == "VBN" or _is_put(c)) and not clauses.children(c, "aux")]
        done = [_last_done(c) for c in bare if c.dep_ in {"xcomp", "ccomp", "advcl", "acl"}]
        done = [c for c in done if c.lemma_ not in _DESCRIBING and not _is_telling_which(c, done)]
        done += [part for c in done for part in clauses.listed(c)[1:] if part.tag_ == "VBN" and part not in done]
        gone = [c for c in below if c.lower_ in _AWAY and c.dep_ in {"xcomp", "ccomp", "advmod"} and c.i > token.i]
        return [c for c in done if c.i > token.i and not clauses.marker(c)] or gone
    if place == "ing":
        gerunds = [
            c
            for c in _clausal(token)
            if c.tag_ == "VBG" and c.dep_ in {"xcomp", "ccomp", "obj", "advcl"} and not clauses.marker(c)
            if c.dep_ != "advcl" or (c.left_edge.nbor(-1).text != "," and c.left_edge.text != ",")
        ]
        return [part for c in gerunds for part in clauses.listed(c) if part.tag_ == "VBG"]
    if place == "given":
        return [c for c in clauses.children(token, "iobj", "obj") if c.i > token.i and c.pos_ != "PRON"][:-1]
    if place == "obj" and token.pos_ not in {"VERB", "AUX"}:
        return []
    if place == "obj":
        direct = [c for c in clauses.children(token, "obj") if c.tag_ not in {"WDT", "WP"}]
        if clauses.is_passive(token) and token.lemma_ not in _GIVEN:
            direct = []
        return [part for c in direct for part in clauses.listed(c)] or clauses.objects(token)
    return _phrasal(token, place)


def _is_put(verb: Token) -> bool:
    """The "put" of "wants them put on the agenda", which looks like an infinitive."""
    same = verb.tag_ in {"VB", "VBP"} and verb.lower_ in _UNCHANGED
    return same and verb.dep_ == "xcomp" and not clauses.marker(verb)


def _is_asked_of_which(verb: Token, done: Token) -> bool:
    """ "A levy that Chad has demanded be scrapped": what is asked for is told of what "that" takes up."""
    if verb.dep_ != "acl:relcl" or done.tag_ != "VBN":
        return False
    bare = any(c.lower_ == "be" for c in clauses.children(done, "aux:pass")) and done.i > verb.i
    return bare and not _has_subject(done) and not clauses.marker(done) and clauses.relative_object(verb) is not None


def _gapped(first: Token) -> list[Token]:
    """The last word of "that the fee be scrapped and the money repaid", where the second lacks its "be"."""
    if not clauses.is_passive(first):
        return []
    things = [c for c in clauses.listed(first)[1:] if c.pos_ in {"NOUN", "PROPN"}]
    behind = [c for thing in things for c in clauses.children(thing, "acl") if c.i > thing.i]
    return [c for c in behind if c.tag_ == "VBN" and not clauses.marker(c) and not clauses.agents(c)]


def _last_done(verb: Token) -> Token:
    """ "Want bonds held by pensioners exempted": of two participles the second is what is wanted."""
    agents = clauses.children(verb, "obl:agent") if verb.dep_ == "acl" else []
    later = [c for a in agents for c in clauses.children(a, "acl") if c.tag_ == "VBN" and not clauses.agents(c)]
    return later[-1] if later else verb


def _is_telling_which(verb: Token, done: list[Token]) -> bool:
    """The "imposed" of "wants the duties imposed by Chad lifted": the last participle is what is to be done to them."""
    later = [c for c in done if c.i > verb.i and verb not in clauses.listed(c)]
    return verb.dep_ == "acl" and any(c not in clauses.listed(verb) for c in later)


def _is_of_object(verb: Token, infinitive: Token) -> bool:
    """ "Proposed a fund, to be managed by the bank": behind a comma it tells of the fund."""
    to = next((c for c in clauses.children(infinitive, "mark") if c.lower_ == "to"), None)
    things = [c for c in clauses.children(verb, "obj") if c.i < infinitive.i]
    return to is not None and bool(things) and to.nbor(-1).text == "," and clauses.is_passive(infinitive)


def _turns_out(infinitive: Token) -> bool:
    """ "Offered to pay, only to be rebuffed": what came of it."""
    to = next((c for c in clauses.children(infinitive, "mark") if c.lower_ == "to"), None)
    return to is not None and to.i > 1 and to.nbor(-1).lower_ == "only" and to.nbor(-2).text == ","


def _is_content(clause: Token) -> bool:
    """True for a clause that tells what is asked or said, and for one that goes on from it: "that A stop and B pay"."""
    if not _has_subject(clause) or clauses.marker(clause) not in {"that", ""} or clause.left_edge.lower_ == "why":
        return False
    if clause.dep_ == "acl" and clauses.marker(clause) != "that":
        return False
    if clauses.marker(clause) == "that" and _is_since(clause):
        return False
    if clause.dep_ != "conj":
        apart = clauses.marker(clause) == "" and any(
            t.text in {":", ";"} for t in clause.doc[clause.head.i + 1 : clause.left_edge.i + 1]
        )
        return clause.dep_ in {"ccomp", "acl", "csubj"} and not apart
    first = clauses.first_conjunct(clause)
    told = first.dep_ in {"ccomp", "acl"} and first.pos_ in {"VERB", "AUX"} and clauses.marker(first) in {"that", ""}
    return told and (clause.tag_ in {"VB", first.tag_} or clauses.marker(clause) == "that")


def _is_since(clause: Token) -> bool:
    """ "Opposes it now that prices are up": what "now that" brings in is no content of a stance."""
    first, loose = clause.left_edge, {"now", "so", "given", "such"}
    before = first.nbor(-1).lower_ if first.i > clause.sent.start else ""
    return first.lower_ in loose or (first.lower_ == "that" and before == "now")


def is_instead(clause: Token) -> bool:
    """True for what stands behind "rather than", "instead of": it is not what is asked for."""
    fronted = [c for c in clause.children if c.i < clause.i and c.dep_ in {"advcl", "obl"}]
    theirs = {t.i for c in fronted for t in c.subtree}
    before = clause.doc[max(clause.sent.start, clause.left_edge.i - 2) : clause.i]
    lead = [t.lower_ for t in before if t.i not in theirs]
    return "than" in lead or ("instead" in lead and clause.left_edge.lower_ != "to")


def _is_finite(clause: Token) -> bool:
    """True but for a clause that tells what should be: "an order that they leave", "that they must leave"."""
    helpers = [c.tag_ for c in clause.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    told = clause.tag_ in {"VBD", "VBZ"} or any(tag in {"VBD", "VBZ", "VBP"} for tag in helpers)
    return told and "MD" not in helpers


def _going_on(infinitives: list[Token]) -> list[Token]:
    """Infinitives joined to the first, with or without a "to" of their own: "to stop and hand over"."""
    return [
        part
        for first in infinitives
        for part in clauses.listed(first)[1:]
        if (part.tag_ == "VB" or part.tag_ == first.tag_ == "VBG")
        and part not in infinitives
        and not any(c.dep_ in clauses.SUBJECTS for c in part.children)
    ]


def _phrasal(token: Token, place: str) -> list[Token]:
    if " " in place:
        return _in_phrase(token, *place.split())
    if (left := clauses.left_behind(token, place)) is not None:
        return [left]
    phrases = clauses.prepositional(token, place)
    if not phrases and token.tag_ in {"JJ", "VBN"} and token.dep_ == "xcomp" and token.head.lemma_ in _REMAINING:
        phrases = [head for head in clauses.prepositional(token.head, place) if head.i > token.i]
    there = token.dep_ == "nsubj" and any(c.dep_ == "expl" for c in token.head.children)
    inside = clauses.preposition(token) == "in" and token.i + 1 < token.sent.end and token.nbor().lower_ == place
    there = there or (token.dep_ in {"obl", "nmod"} and inside)
    if not phrases and (there or (token.dep_ == "obj" and token.head.lemma_ in _holding())):
        near = [token.head, *([token.head.head] if token.dep_ == "nmod" else [])]
        beside = (head for outer in near for head in clauses.prepositional(outer, place) if head.i > token.i)
        phrases = [head for head in beside if not clauses.children(head, "nummod")]
    found = [head for head in phrases if head.i > token.i and (place != "to" or head.lemma_ not in _REACTIONS)]
    if not found and any(head.tag_ in {"WDT", "WP"} for head in phrases):
        relative = clauses.antecedent(token)
        return [relative[0]] if relative is not None else []
    if (
        not found
        and token.dep_ == "obj"
        and any(head.tag_ in {"WDT", "WP"} for head in clauses.prepositional(token.head, place))
    ):
        relative = clauses.antecedent(token.head)
        return [relative[0]] if relative is not None else []
    if not found:
        asides = (c for c in clauses.children(token, "obl") if c.lemma_ in _ASIDES)
        found = [head for c in asides for head in clauses.prepositional(c, place)]
    found = [head for head in found if place != "on" or head.lemma_ not in _RESTING]
    if found and token.pos_ == "VERB":
        also = (c for c in clauses.children(token, "conj") if not any(g.lower_ == "not" for g in c.children))
        found += [c for c in also if place in {clauses.preposition(c), clauses.marker(c)}]
    listed = [part for head in found for part in clauses.listed(head)]
    again = [c for c in clauses.children(token, "conj") if c.tag_ == "VBG" and clauses.marker(c) == place]
    listed += [c for c in again if listed and c not in listed]
    if listed and listed[-1].tag_ == "VBG":
        listed += [c for c in token.children if c.i > listed[-1].i and c not in listed and _goes_on(c)]
    return listed


@cache
def _holding() -> frozenset[str]:
    """Verbs beside whose object stands what it is about: "has voiced opposition to", "overcame its doubts about"."""
    words = lexicon("positions")
    return frozenset([*words["having"]["words"], *words["giving up"]["verbs"]])


def _in_phrase(token: Token, lead: str, noun: str, last: str) -> list[Token]:
    """What stands behind a preposition of several words: "came out in favour of a levy"."""
    inside = [c for c in token.children if c.lower_ == noun and clauses.preposition(c) == lead]
    found = [head for c in inside for head in clauses.prepositional(c, last)]
    return [
        part for head in found or clauses.prepositional(token, f"{lead} {noun} {last}") for part in clauses.listed(head)
    ]


def _goes_on(gerund: Token) -> bool:
    """True for later members of a list of gerunds: ", stopping tests, and closing"."""
    before = gerund.doc[gerund.left_edge.i - 1].lower_ if gerund.left_edge.i else ""
    if gerund.lemma_ in lexicon("positions")["saying"]["words"] and before not in {"and", "or"}:
        return False
    listed = before in {",", "and", "or"} or gerund.left_edge.lower_ in {",", "and", "or"}
    return listed and gerund.lower_.endswith("ing") and gerund.dep_ in {"advcl", "conj"} and not clauses.marker(gerund)


def _clausal(token: Token) -> list[Token]:
    direct = [c for c in token.children if c.dep_ in _INSIDE and c.i > token.i]
    return [part for child in direct for part in clauses.listed(child)]


def _has_subject(clause: Token) -> bool:
    return any(c.dep_ in clauses.SUBJECTS for c in clause.children) or clause.dep_ == "conj"

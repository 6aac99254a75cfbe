"""How real an act is: done, ongoing, planned, hypothetical or denied, or only wished and so no act at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import word_list
from dragoman.statements.acts.held_back import held_back
from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Status

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.attribution import Attributions

__all__ = ["is_conditional", "verb_status"]

_PAST = {"VBD", "VBN"}
_UNREAL = {"if", "whether", "lest", "once", "should"}
_CONDITION = {"unless", "until", "provided", "providing", "before", "as long as", "so long as"}
_MOMENTS = {"until", "till", "before", "once"}
_OPEN = mood.POSSIBLE | {"will"}
_PURPOSE = {"for", "of", "without", "to", "from", "on", "at", "in", "about", "against", "over", "before"}
_DUE = {"due", "set", "scheduled", "slated", "expected", "poised", "supposed"}
_DONE = {"did", "has", "have", "had"}
"""Helpers that make a deed done of a bare form; that of "come", "put" and "run" is their participle as well."""
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_BARRING = {"rule", "reject", "exclude", "bar", "refuse", "oppose", "forbid"}
"""What is not done until something comes, which has not come by being waited for."""
_UNDOING = {"reverse", "revoke", "rescind", "overturn", "cancel", "abandon", "drop", "scrap", "retract", "annul"}
_MEASURING = {"double", "triple", "treble", "quadruple", "halve", "eliminate", "exhaust", "empty", "wipe"}
"""What one nearly does by doing much of it: "nearly doubled its tariff"."""
_WEIGHING = {"consider", "mull", "weigh", "contemplate", "study", "discuss", "debate"}
_GOING = {"travel", "fly", "head", "go", "come", "arrive", "return"}

_ASKING = {"demand", "propose", "request", "recommend", "stipulate", "urge", "ask", "require", "insist"}
"""Verbs behind which a bare form tells what is wanted: "proposed that they meet"."""
_RUMOURS = frozenset(lexicon("nouns")["rumours"]["words"])
"""What is told of a deed that somebody denies."""


def verb_status(verb: Token, attributions: Attributions) -> Status | None:
    """How real the act of *verb* is; None where the words only wish, order or condition it."""
    head, mark = clauses.governor(verb), clauses.marker(clauses.first_conjunct(verb))
    chain = mark == "to" and verb.dep_ in {"xcomp", "acl", "ccomp", "conj", "advcl"}
    if _is_to(verb, "was", "were") and any(c.lower_ == "have" for c in verb.children):
        return "denied"
    if _is_yet_to(verb) or _is_nearly(verb):
        return "denied"
    if mood.is_unsaid(verb):
        return "hypothetical" if verb.head.lemma_ == "doubt" else None
    if due := _due(verb):
        return due
    if back := held_back(verb):
        return None if back == "wished" else back
    if (text := _text_around(verb)) is not None and (told := verb_status(text, attributions)) not in {
        "done",
        "ongoing",
    }:
        return told if told == "planned" else None
    if _inverted(verb, "had"):
        return "done" if mood.is_negated(verb) else "hypothetical"
    carried = _under_a_carrier(verb, head, chain=chain)
    if carried:
        return None if carried == "wished" else carried
    outer = {clauses.marker(near) for near in _line(verb)}
    if verb.tag_ == "VBG" and head.lemma_ == "rule" and verb.dep_ in {"advcl", "xcomp"}:
        return None
    if _is_awaited(verb) or _is_bare_denial(verb) or _is_overdue(verb):
        return None
    if _is_undone(verb, head):
        return "denied"
    if _is_past_moment(verb):
        return "denied" if mood.is_negated(verb) else "done"
    if outer & _CONDITION:
        over = clauses.marker(verb) == "before" and verb.tag_ == "VBD" and not mood.modals(head) & {"will", "would"}
        return "done" if over else None
    if outer & _UNREAL or _inverted(verb, "should", "were") or _is_provided_for(verb):
        return "hypothetical"
    lead = clauses.marker(verb) or clauses.preposition(verb)
    if verb.tag_ == "VBG" and lead == "without" and head.tag_ in _PAST:
        return "denied"
    if verb.tag_ == "VBG" and lead.startswith(("instead", "rather", "than")):
        return "denied" if head.tag_ in _PAST else None
    if verb.tag_ == "VBG" and lead == "of" and head.lower_ == "short" and head.head.lemma_ in {"stop", "fall"}:
        return "denied" if head.head.tag_ in _PAST else None
    if (verb.tag_ == "VBG" and lead in _PURPOSE) or (lead == "of" and clauses.is_gerund(verb)):
        if not _is_answered_for(head, lead):
            return None
        return "denied" if mood.is_negated(verb) else "done"
    if mood.is_negated(verb) or _of_nothing(verb) or _does_nothing(verb):
        return "denied"
    if _is_habitual(verb):
        return "planned" if _has_day_to_come(verb) else None
    if mark == "to" and _is_headline(verb) and (verb.dep_ == "ROOT" or not any(t.tag_ in _FINITE for t in verb.sent)):
        return "planned"
    return _by_modal(verb, head, attributions, chain=chain)


def _text_around(verb: Token) -> Token | None:
    """The signing of "refused to sign a declaration condemning Chad": nobody is condemned before it is signed."""
    noun = verb.head
    told = verb.tag_ == "VBG" and verb.dep_ == "acl" and noun.lemma_ in clauses.TEXTS and noun.dep_ == "obj"
    return noun.head if told and noun.head.pos_ == "VERB" else None


def _is_past_moment(verb: Token) -> bool:
    """ "Was in prison until Chad freed him", "signed once Chad had paid": what came about, told by when it did."""
    finite = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ == "had" for c in verb.children))
    if not finite or verb.dep_ != "advcl" or clauses.marker(verb) not in _MOMENTS or mood.modals(verb) & _OPEN:
        return False
    head = verb.head
    helpers = {c.lower_ for c in clauses.children(head, "aux", "aux:pass", "cop")}
    past = head.tag_ in _PAST or bool(helpers & {"was", "were", "had"})
    unheld = {*_BARRING, *word_list("carriers", "wished")}
    return past and not helpers & _OPEN and head.lemma_ not in unheld


def _is_undone(verb: Token, noun: Token) -> bool:
    """ "Reversed its decision to leave": not done after all."""
    decided = noun.pos_ == "NOUN" and noun.lemma_ in {"decision", "move", "vote"} and clauses.marker(verb) == "to"
    outer = noun.head
    return decided and noun.dep_ == "obj" and outer.lemma_ in _UNDOING and outer.tag_ in _PAST


def _is_bare_denial(verb: Token) -> bool:
    """ "It is important that Chad not sign": a bare form, which only asks for it."""
    if verb.tag_ not in {"VB", "VBP"} or verb.dep_ not in {"ccomp", "csubj", "acl"} or clauses.marker(verb) != "that":
        return False
    return any(c.lower_ == "not" and c.i < verb.i for c in verb.children) and not clauses.children(verb, "aux", "cop")


def _is_asked_for(verb: Token, head: Token) -> bool:
    """ "Demanded that Chadian forces first withdraw", "that it be closed": a bare form, which only asks for it."""
    asked = verb.dep_ == "ccomp" and head.lemma_ in _ASKING and not clauses.children(verb, "aux", "cop")
    done = [c.lower_ for c in clauses.children(verb, "aux:pass")]
    return asked and (done == ["be"] or (verb.tag_ in {"VB", "VBP"} and clauses.marker(verb) == "that"))


def _is_overdue(verb: Token) -> bool:
    """ "It was high time Chad lifted them"."""
    lead = verb.head if verb.dep_ in {"acl", "acl:relcl", "ccomp", "csubj"} else verb
    return lead.lemma_ == "time" and any(c.lower_ in {"high", "about"} for c in lead.children)


def _is_awaited(verb: Token) -> bool:
    """ "Will lift it when Chad has withdrawn": what has yet to come."""
    perfect = verb.tag_ == "VBN" and any(c.lower_ in {"has", "have"} for c in verb.children)
    timed = any(c.lower_ in {"when", "once"} and c.i < verb.i for c in verb.children)
    return perfect and timed and verb.dep_ == "advcl" and bool(mood.modals(verb.head) & {"will", "would"})


def is_conditional(verb: Token) -> bool:
    """True for what a condition holds, and for what would follow from it: told by the condition of a position."""
    marks = {clauses.marker(near) for near in _line(verb)}
    if _is_past_moment(verb):
        return False
    return bool(marks & _UNREAL) or _inverted(verb, "should", "were", "had") or _is_conditioned(verb)


def _under_a_carrier(verb: Token, head: Token, *, chain: bool) -> Status | Literal["wished"] | None:
    """What the verb or noun that carries *verb* makes of it: denied, hypothetical, wished; None where nothing does."""
    under = verb.dep_ in {"ccomp", "xcomp", "advcl", "acl", "conj"}
    if head.lemma_ in {"deny", "denial"} and under and clauses.first_conjunct(verb) is not head:
        return "wished" if mood.is_negated(head) else "denied"
    if head.pos_ == "NOUN" and head.head.lemma_ in {"deny", "dismiss"} and head.lemma_ in _RUMOURS and under:
        return "denied"
    if mood.is_rumour(verb):
        return "denied"
    if head.lower_ in {"untrue", "false"} or (head.lower_ == "true" and mood.is_negated(head)):
        return "denied" if verb.dep_ in {"csubj", "ccomp"} else None
    if verb.tag_ == "VBG" and head.lemma_ in _WEIGHING and head.tag_ == "VBG" and verb.dep_ in {"xcomp", "ccomp"}:
        return "hypothetical"
    if head.lemma_ in word_list("carriers", "feared") and verb.dep_ in {"ccomp", "acl"}:
        return "hypothetical"
    if head.lemma_ in {"hope", "wish", "pray"} and head.pos_ == "VERB" and verb.dep_ == "ccomp":
        return "wished"
    if _is_asked_for(verb, head):
        return "wished"
    if chain and head.lemma_ in word_list("carriers", "denied"):
        return "denied"
    if chain and head.lemma_ == "have" and any(c.lower_ == "yet" for c in [*head.children, *verb.children]):
        return "denied"
    if chain and head.lemma_ in word_list("carriers", "willing") and not mood.is_negated(head):
        return "planned"
    planning = head.lemma_ == "plan" and head.pos_ == "VERB"
    if (chain or verb.dep_ == "xcomp") and head.lemma_ in word_list("carriers", "wished") and not planning:
        return "wished"
    return None


def _by_modal(verb: Token, head: Token, attributions: Attributions, *, chain: bool) -> Status | None:
    modals = mood.modals(verb) | ({"be to"} if _is_to(verb, "is", "are") else set())
    if verb.tag_ == "VB" and not _is_yet_to(verb) and any(c.lower_ in _DONE for c in clauses.children(verb, "aux")):
        return "done"
    if verb.tag_ == "VB" and verb.lemma_ in word_list("carriers", "unchanged") and not modals and not _is_bare(verb):
        return "done"
    if chain and verb.tag_ == "VBN" and _is_perfect(verb) and _is_told_of(head):
        return "done"
    if modals & {"must", "should", "ought", "shall", "need"}:
        return None
    if modals & {"may", "might", "could", "can", "cannot"}:
        return "hypothetical"
    if "will" in modals or "be to" in modals:
        return "hypothetical" if _is_conditioned(verb) else "planned"
    if "would" in modals:
        said = attributions.of(verb).verb is not None
        return "planned" if said and not _is_conditioned(verb) else "hypothetical"
    begun = verb.tag_ == "VBG" and head.lemma_ in word_list("carriers", "ongoing")
    if begun and head.tag_ == "VB" and clauses.marker(head) == "to":
        return verb_status(head, attributions)
    if chain:
        return _carried(head, attributions)
    if verb.tag_ == "VBG" and (
        modals & {"be", "is", "are", "'s", "'re"} or head.lemma_ in word_list("carriers", "ongoing")
    ):
        return "ongoing"
    if verb.tag_ == "VBG" and modals & {"was", "were", "been"}:
        if any(c.lower_ == "still" for c in verb.children):
            return "ongoing"
        return "ongoing" if "been" in modals and not modals & {"had"} else "done"
    if verb.tag_ in {"VBP", "VBZ"}:
        if _is_subjunctive(verb):
            return None
        same = verb.tag_ == "VBP" and (verb.lemma_ in word_list("carriers", "unchanged") or verb.lower_.endswith("ed"))
        return "done" if same or _is_headline(verb) else "ongoing"
    if verb.tag_ == "VBG" and (verb.dep_ in {"advcl", "acl"} or clauses.tells_a_text(verb)):
        return "done"
    if verb.tag_ == "VBN" and _is_being_done(verb):
        return "ongoing"
    return "done" if verb.tag_ in _PAST else None


def _is_being_done(verb: Token) -> bool:
    """ "Is being discussed"."""
    helpers = {c.lower_ for c in clauses.children(verb, "aux", "aux:pass")}
    return "being" in helpers and bool(helpers & {"is", "are"})


def _is_subjunctive(verb: Token) -> bool:
    """ "Demanded that he fly to Peru": a bare form of a third person is only asked for."""
    under = clauses.children(verb, "nsubj")
    single = bool(under) and (under[0].lower_ in {"he", "she", "it"} or under[0].tag_ in {"NN", "NNP"})
    return single and verb.dep_ == "ccomp" and verb.tag_ == "VBP" and not _joined(under[0])


def _joined(noun: Token) -> bool:
    return len(clauses.conjuncts(noun)) > 1


def _carried(head: Token, attributions: Attributions) -> Status | None:
    """The status of an infinitive by the word it hangs from: "began to", "plans to", "managed to", "flew to"."""
    if head.lemma_ in word_list("carriers", "ongoing"):
        return verb_status(head, attributions) if head.pos_ == "VERB" else "ongoing"
    if head.lemma_ in word_list("carriers", "achieved"):
        return verb_status(head, attributions) if head.pos_ == "VERB" else "done"
    if head.lemma_ in word_list("carriers", "planned") or any(c.lower_ == "due" for c in head.children):
        return "denied" if mood.is_negated(head) else "planned"
    if head.pos_ == "VERB" and head.tag_ in _PAST and head.lemma_ in _GOING:
        return "done"
    return None


def _is_yet_to(verb: Token) -> bool:
    """ "Has yet to lift": not done so far, where the tree takes "has" for a helper of the infinitive."""
    first = min((c.i for c in clauses.children(verb, "aux") if c.lower_ in {"has", "have", "had"}), default=None)
    return first is not None and [t.lower_ for t in verb.doc[first + 1 : first + 3]] == ["yet", "to"]


def _is_nearly(verb: Token) -> bool:
    """ "Almost signed it", "had nearly come to blows": not done after all."""
    near = verb.nbor(-1).lower_ if verb.i > verb.sent.start else ""
    return near in {"almost", "nearly"} and verb.tag_ in _PAST and verb.lemma_ not in _MEASURING


def _due(verb: Token) -> Status | None:
    """ "Are due to sign", "was set to meet" tell a plan, "had been due to sign" one that came to nothing."""
    to = next((c.i for c in verb.children if c.lower_ == "to" and c.i < verb.i), 0)
    if to < 3 or verb.doc[to - 1].lower_ not in _DUE:
        return None
    before = [token.lower_ for token in verb.doc[to - 3 : to - 1]]
    if verb.doc[to - 1].lower_ == "supposed" and before[1] in {"is", "are"}:  # an obligation, and no plan
        return None
    if before == ["had", "been"]:
        return "denied"
    return "planned" if before[1] in {"is", "are", "was", "were"} else None


def _is_answered_for(head: Token, lead: str) -> bool:
    """ "Thanked both for taking part", "stood alone in vetoing it": what is told as a fact."""
    if lead not in {"for", "in"} or head.pos_ != "VERB" or head.tag_ not in _PAST | {"VBG"}:
        return False
    return head.lemma_ in word_list("carriers", "crediting" if lead == "for" else "joining")


def _has_day_to_come(verb: Token) -> bool:
    """ "When the ministers meet in May": a day named beside a present."""
    days = word_list("nouns", "grace") - {"hour", "day", "week", "month", "year", "deadline", "until"}
    return any(t.lemma_.lower() in days for t in verb.doc[verb.i + 1 : verb.i + 8] if t.sent == verb.sent)


def _is_bare(verb: Token) -> bool:
    """True for an infinitive or a command: "to put", "put it down"."""
    helped = clauses.children(verb, "aux", "mark")
    under = clauses.children(verb, *clauses.SUBJECTS) or verb.dep_ in {"conj", "parataxis"}
    return bool(helped) or not under or (verb.dep_ == "conj" and verb.head.tag_ not in _PAST)


def _is_perfect(verb: Token) -> bool:
    """ "To have shaken hands"."""
    return any(c.lower_ == "have" for c in clauses.children(verb, "aux"))


def _is_told_of(head: Token) -> bool:
    """ "Is understood to have", "appears to have", "the first to have"."""
    if head.pos_ == "VERB":
        return head.lemma_ in word_list("carriers", "reputed")
    return any(c.lower_ in {"only", "first", "last", "latest", "second", "third"} for c in [head, *head.children])


def _line(verb: Token) -> list[Token]:
    """*verb* and the clauses it is part of, as far as they tell of one and the same thing."""
    found = [verb]
    while len(found) < 3 and found[-1].dep_ in {"xcomp", "ccomp", "conj", "advcl", "acl"}:
        found.append(found[-1].head)
    return found


def _of_nothing(verb: Token) -> bool:
    """ "Nothing that Chad has offered", "no step that it took": a relative clause of what is not."""
    relative = clauses.antecedent(verb)
    noun = relative[0] if relative else None
    bare = noun is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in noun.children)
    return bare or (noun is not None and noun.lower_ in {"nothing", "none", "nobody"})


def _does_nothing(verb: Token) -> bool:
    """ "Made no concessions", "has had no contact with Chad", "signed neither treaty"."""
    nouns = clauses.children(verb, "obj", "nsubj:pass")
    return any(noun.i > verb.i and _is_none(noun) for noun in nouns)


def _is_none(noun: Token) -> bool:
    return noun.lower_ in {"nothing", "none", "neither"} or any(
        c.lower_ in {"no", "neither"} and c.dep_ in {"det", "amod"} for c in noun.children
    )


def _is_habitual(verb: Token) -> bool:
    """ "When we postpone talks", "whenever Chad closes the border": what happens whenever it does, not once."""
    return verb.tag_ in {"VBP", "VBZ"} and any(c.lower_ in {"when", "whenever"} and c.i < verb.i for c in verb.children)


def _inverted(verb: Token, *helpers: str) -> bool:
    """ "Had they not met", "should he move troops": a condition told by the order of words."""
    under = clauses.children(verb, *clauses.SUBJECTS)
    first = under[0].left_edge.i if under else 0
    return first > verb.sent.start and verb.doc[first - 1].lower_ in helpers


def _is_provided_for(verb: Token) -> bool:
    """ "In case Chad cut off supplies": what has not come."""
    if "case" not in verb.sent.words or verb.tag_ == "VBG":
        return False
    words = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 7) : verb.i]]
    at = next((n for n in range(len(words) - 1) if words[n : n + 2] == ["in", "case"]), None)
    return at is not None and "," not in words[at:] and words[at + 2 : at + 3] != ["of"]


def _is_to(verb: Token, *forms: str) -> bool:
    """ "Is to receive": a plan told by "be" right before the infinitive."""
    to = [c.i for c in verb.children if c.lower_ == "to" and c.i < verb.i]
    return bool(to) and to[0] > 0 and verb.doc[to[0] - 1].lower_ in forms


def _is_conditioned(verb: Token) -> bool:
    return any(clauses.marker(c) in {"if", "unless", "provided", "providing"} for c in clauses.children(verb, "advcl"))


def _is_headline(verb: Token) -> bool:
    """A sentence without a full stop that ends its line: its present tells what happened."""
    sentence = verb.sent
    words = [t for t in sentence if not t.is_space]
    return bool(words) and not words[-1].is_punct and sentence[-1].is_space

"""What is said and who says it: clauses of saying, before and behind what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "after_comma",
    "clause_after_time",
    "clause_goes_on",
    "clause_said_bare",
    "clause_told",
    "finite_goes_on",
    "goes_on_alone",
    "goes_on_in_contrast",
    "joint_subject_behind_report",
    "past_behind_proposal",
    "report_behind",
    "report_behind_quote",
    "saying_joined",
    "speaker_behind",
    "verb_after_report",
]

_TIMES = {
    "hours", "days", "minutes", "weeks",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year", "day",
    "weekend", "today", "yesterday", "night", "morning", "evening", "earlier", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "interview", "statement",
    "speech", "conference", "reporter", "television",
}  # fmt: skip
_WRITTEN = {
    "post", "posts", "tweet", "letter", "message", "note", "column", "op-ed", "article", "email", "briefing", "blog",
    "submission", "paper", "memo", "filing", "media", "x", "twitter", "facebook", "telegram", "video", "broadcast",
    "communique", "response", "reply", "remarks", "comments", "address", "call", "website",
}  # fmt: skip
"""What is said stands or is told in them: "in a post on social media"."""
_NAMING = {"NOUN", "PROPN", "PRON"}
_TELLING = {
    "tell", "promise", "pledge", "guarantee", "inform",
    "assure", "reassure", "warn", "remind", "notify", "convince", "persuade", "caution", "advise",
}  # fmt: skip
"""Verbs that take a hearer and a clause: "told the council that"."""
_GIVING = {
    "promise", "offer", "pledge", "vow", "agree", "refuse", "threaten", "urge", "ask", "demand", "warn", "reject",
}  # fmt: skip
_CONDITIONS = {
    "if", "unless", "until", "before", "provided", "once", "as", "because", "while", "after", "when", "although",
}  # fmt: skip
_PRESENT = {"is", "are", "has", "have", "does", "do", "will", "can"}
"""Helpers of what is so now, from which nothing in the past goes on."""


@at(labels={"conj"}, bearing=True)
def report_behind(token: Token, saying: frozenset[str]) -> None:
    """ "..., a diplomat said": a saying behind what was said reports it, and does not go on from it."""
    if token.dep_ != "conj" or token.lemma_ not in saying or token.i + 1 >= len(token.doc):
        return
    under = clauses.children(token, "nsubj")
    first = token.left_edge
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    before = token.doc[first.i - 1] if first.i else token
    if under and before.is_punct and not clauses.children(token, "ccomp", "xcomp", "obj", "cc"):
        token.dep_ = "parataxis"


@at(tags={"VBD", "VBZ"}, labels={"amod"})
def saying_joined(token: Token, saying: frozenset[str]) -> None:
    """ "Saw no time left and said talks should go on": a saying behind "and", taken for an adjective of its clause."""
    noun, verb = token.head, token.head.head
    if token.dep_ != "amod" or token.tag_ not in {"VBD", "VBZ"} or token.lemma_ not in saying or not token.i:
        return
    outer = verb.head
    if noun.dep_ not in clauses.SUBJECTS or token.nbor(-1).lower_ not in {"and", "but"} or outer.i > token.i:
        return
    if verb.pos_ not in {"VERB", "AUX"} or outer.pos_ != "VERB" or outer == verb:
        return
    links = [c for c in clauses.children(noun, "cc") if c.i < token.i]
    attach(token, outer, "conj")
    attach(verb, token, "ccomp")
    for link in links:
        attach(link, token, "cc")


@at(tags={"VBD", "VBN"}, labels={"acl", "acl:relcl", "amod"}, bearing=True)
def report_behind_quote(token: Token, saying: frozenset[str]) -> None:
    """ "...", said the negotiator: a saying right behind a quotation describes none of its nouns."""
    if token.lemma_ not in saying or token.tag_ not in {"VBD", "VBN"} or token.dep_ not in {"acl", "acl:relcl", "amod"}:
        return
    root = token.sent.root
    if not token.i or not token.nbor(-1).is_quote or root == token or root.i > token.i:
        return
    named = clauses.children(token, "iobj", "obj", "xcomp", "nsubj")
    behind = [c for c in named if c.i > token.i and c.pos_ in _NAMING]
    if behind and behind[0].left_edge.i == token.i + 1:
        attach(token, root, "parataxis")
        behind[0].dep_ = "nsubj"
    elif token.i + 1 < token.sent.end and token.nbor().pos_ == "PROPN":
        _introduced_as(token, root)


def _introduced_as(report: Token, root: Token) -> None:
    """ "...", said Ana Ruiz, the union's head of pay: who speaks is the name, not what she is."""
    name = report.nbor().head if report.nbor().dep_ == "flat" else report.nbor()
    post = name.head
    if name.dep_ != "compound" or post.head is not report or name.i + 1 >= post.i or name.nbor().text != ",":
        return
    attach(report, root, "parataxis")
    attach(name, report, "nsubj")
    attach(post, name, "appos")


@at(parts={"VERB"}, bearing=True)
def speaker_behind(token: Token, saying: frozenset[str]) -> None:
    """ "...", said a French diplomat: who stands right behind the verb of a report that came before it says it."""
    if token.lemma_ not in saying or token.pos_ != "VERB" or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    told = [c for c in token.children if c.dep_ == "ccomp" and c.i < token.i]
    behind = [c for c in clauses.children(token, "obj", "xcomp") if c.pos_ in {"NOUN", "PROPN"}]
    if (told or token.dep_ == "parataxis") and behind and behind[0].left_edge.i == token.i + 1:
        behind[0].dep_ = "nsubj"


@at(parts={"VERB", "AUX"}, labels={"conj", "ccomp", "parataxis"}, bearing=True)
def joint_subject_behind_report(token: Token, saying: frozenset[str]) -> None:
    """ "Said Mexico and Chile should go on": the first of two subjects is no object of the saying."""
    under = clauses.children(token, "nsubj")
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ not in {"conj", "ccomp", "parataxis"} or not under:
        return
    first = under[0].left_edge
    while first.lower_ in {"and", "the"} and first.i > token.sent.start:
        first = first.nbor(-1)
    while first.dep_ in {"flat", "compound"} and first.head.i >= first.i:
        first = first.head
    report = first.head
    if first.dep_ != "obj" or first.pos_ != "PROPN" or report.lemma_ not in saying or first.i <= report.i:
        return
    if clauses.children(report, "ccomp") or first.nbor().lower_ != "and" or token not in _later(report):
        return
    other = under[0]
    attach(token, report, "ccomp")
    attach(first, token, "nsubj")
    attach(other, first, "conj")


def _is_whole(clause: Token, that: Token) -> bool:
    """Whether a clause has a subject other than its "that", and wants no object: nothing is left for "that" to be."""
    own = [c for c in clauses.children(clause, *clauses.SUBJECTS) if c.i > that.i]
    told = clauses.children(clause, "obj", "obl", "xcomp", "ccomp", "cop")
    return bool(own) and bool(mood.modals(clause)) and any(c != that for c in told)


def _later(report: Token) -> list[Token]:
    """What goes on from *report* or from what it goes on from."""
    return [*report.children, *(report.head.children if report.dep_ == "conj" else [])]


@at(labels={"acl", "acl:relcl"}, bearing=True)
def clause_after_time(token: Token, saying: frozenset[str]) -> None:
    """ "Said last week that", "said in a post that": the clause belongs to the verb of saying, not to the week."""
    if token.dep_ not in {"acl:relcl", "acl"}:
        return
    lead = next((c for c in token.children if c.lower_ == "that" and c.i < token.i), None)
    verb, written = token.head, token.head.lower_ in _WRITTEN
    while verb.dep_ in {"nmod", "compound", "nmod:unmarked"} and verb.head != verb:
        verb = verb.head
        written = written or verb.lower_ in _WRITTEN
    verb = verb.head
    if token.head.lower_ not in _TIMES and not (written and lead is not None and _is_whole(token, lead)):
        return
    if lead is None or verb.lemma_ not in saying:
        return
    lead.dep_ = "mark"
    attach(token, verb, "ccomp")


@at(labels={"conj", "ccomp", "parataxis", "advcl"}, bearing=True)
def clause_said_bare(token: Token, saying: frozenset[str]) -> None:
    """ "Insisted the border would stay shut": what stands between the report and "would" is who or what would."""
    helper = next((c for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    if helper is None or token.dep_ not in {"conj", "ccomp", "parataxis", "advcl"} or clauses.children(token, "cc"):
        return
    report = next((c for c in _joined(token) if c.lemma_ in saying), token.head)
    if (outer := _behind_condition(token)) is not None and outer.head.lemma_ in saying:
        attach(token, outer, "conj")
        return
    if report.lemma_ not in saying or report.pos_ != "VERB" or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    under = [c for c in clauses.children(report, "obj") if report.i < c.i < helper.i]
    if not under or clauses.children(report, "ccomp") not in ([], [token]):
        return
    between = [t for t in token.doc[report.i + 1 : helper.i] if t.is_punct or t.lower_ in {"and", "but", "that"}]
    if (not between or _is_set_apart(under[0], helper)) and under[0].pos_ in {"NOUN", "PROPN"}:
        attach(under[0], token, "nsubj:pass" if clauses.children(token, "aux:pass") else "nsubj")
        attach(token, report, "ccomp")


def _joined(token: Token) -> list[Token]:
    """What *token* hangs from, and before that the last verb that goes on from it: "denies it but says"."""
    between = [c for c in token.head.children if c.dep_ == "conj" and token.head.i < c.i < token.i]
    return [*(between[-1:] if token.dep_ in {"conj", "parataxis"} else []), token.head]


def _is_set_apart(noun: Token, helper: Token) -> bool:
    """ "Said the tax, a relic of the war, would go": between *noun* and *helper* stands but an aside between commas."""
    own = {c.i for c in noun.children if c.dep_ in {"appos", "acl", "acl:relcl"} and c.i > noun.i}
    inside = {t.i for t in noun.subtree}
    between = noun.doc[noun.i + 1 : helper.i]
    told = bool(own) and all(t.is_punct or t.i in inside for t in between)
    return told and between[0].text == "," and between[-1].text == ","


@at(labels={"acl", "acl:relcl", "ccomp"}, bearing=True)
def clause_told(token: Token) -> None:
    """ "Told the council that Chile must pay": the clause is what was told, and describes no council."""
    if token.dep_ == "ccomp":
        _that_of(token)
        return
    hearer = token.head
    verb = hearer.head
    if token.dep_ not in {"acl", "acl:relcl"} or hearer.dep_ not in {"obj", "iobj"} or verb.lemma_ not in _TELLING:
        return
    lead = next((c for c in token.children if c.lower_ == "that" and c.i < token.i), None)
    own = [c for c in clauses.children(token, *clauses.SUBJECTS) if c != lead]
    if lead is None or not own or lead.i != hearer.i + 1:
        return
    lead.dep_, lead.tag_, lead.pos_ = "mark", "IN", "SCONJ"
    attach(token, verb, "ccomp")


def _that_of(told: Token) -> None:
    """Make a "that" taken for the object of what was told the word that opens it, where a subject follows."""
    lead = next((c for c in told.children if c.lower_ == "that" and c.dep_ == "obj" and c.i < told.i), None)
    own = [c for c in clauses.children(told, *clauses.SUBJECTS) if lead is not None and lead.i < c.i < told.i]
    if lead is not None and own and told.head.lemma_ in _TELLING and lead.i < own[0].i:
        lead.dep_, lead.tag_, lead.pos_ = "mark", "IN", "SCONJ"


def _behind_condition(token: Token) -> Token | None:
    """ "Said it would sign, provided that A paid, and that it would disarm": what the last clause goes on from."""
    condition, outer, meant = token.head, token.head.head, {"would", "will"}
    told = condition.dep_ == "advcl" and outer.dep_ == "ccomp" and clauses.marker(token) == "that"
    alike = bool(mood.modals(token) & meant) and bool(mood.modals(outer) & meant)
    return outer if told and alike and not mood.modals(condition) & meant else None


@at(labels={"conj"}, bearing=True)
def clause_goes_on(token: Token, saying: frozenset[str]) -> None:
    """ "Said it would stay, and that a fund would be set up": both are said, and the second goes on from the first."""
    report = token.head
    if report.lemma_ not in saying or token.i < report.i or clauses.marker(token) != "that":
        return
    said = [c for c in clauses.children(report, "ccomp") if report.i < c.i < token.i]
    if said:
        attach(token, said[-1], "conj")


@at(tags=FINITE | {"VBN"}, labels={"conj"})
def verb_after_report(token: Token) -> None:
    """ "said that all must go, and ruled out visits": the second verb goes on from the first, not from its report."""
    if token.dep_ != "conj" or token.tag_ not in {*FINITE, "VBN"}:
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "aux", "aux:pass", "obl:agent"} for c in token.children):
        return
    lead = token.doc[token.left_edge.i - 1].text if token.left_edge.i else ""
    inner = clauses.first_conjunct(token)
    aside = inner.dep_ == "advcl" and clauses.marker(inner) in _CONDITIONS
    if (lead != "," and token.left_edge.text != ",") or (inner.tag_ == token.tag_ and not aside):
        return
    tag = "VBD" if token.tag_ == "VBN" else token.tag_
    reported = False
    for outer in [inner, *inner.ancestors]:
        if reported and outer.tag_ == tag:
            token.tag_ = tag
            attach(token, outer, "conj")
            return
        reported = reported or outer.dep_ == "ccomp"


@at(tags=FINITE, labels={"conj"})
def after_comma(token: Token) -> None:
    """ "Refused a plan by which it would pay if asked, and put forward its own": two things that it did."""
    if token.dep_ != "conj" or token.tag_ not in FINITE or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    inner, root = clauses.first_conjunct(token), token.sent.root
    first = token.left_edge
    comma = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
    lead = {t.lower_ for t in token.doc[first.i : token.i]}
    if not comma or not lead & {"and", "but"} or root.tag_ != token.tag_ or inner == root or root.i > inner.i:
        return
    subordinate = {a.dep_ for a in [inner, *inner.ancestors]} & {"acl:relcl", "advcl"}
    beside = any(t.text == "," for t in token.doc[inner.i : first.i])
    if subordinate and not beside and root.pos_ == "VERB":
        attach(token, root, "conj")


@at(tags={*FINITE, "VBN"}, labels={"conj"})
def finite_goes_on(token: Token) -> None:
    """ "Accuses India of breaking its word and wants an apology": a finite verb goes on from a finite one."""
    if token.tag_ == "VBN" and token.lemma_ == "call" and token.nbor().lower_ in {"on", "upon", "for"}:
        token.tag_ = "VBD"  # "denied that it is so and called on Chad"
    if token.dep_ != "conj" or token.tag_ not in FINITE or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    inner = clauses.first_conjunct(token)
    phrase = inner.pos_ in {"NUM", "NOUN", "PROPN"} and not clauses.children(inner, "cop")
    helpers = {c.lower_ for c in inner.children if c.dep_ in {"aux", "aux:pass", "cop"}}
    now = token.tag_ == "VBD" and clauses.marker(inner) == "that" and bool(helpers & _PRESENT)
    if not now and (
        (inner.tag_ not in {"VBG", "VB", "VBN"} and not phrase) or any(c.dep_ == "aux" for c in inner.children)
    ):
        return
    outer = next((a for a in inner.ancestors if a.tag_ == token.tag_ or _is_helped_by(a, token.tag_)), None)
    if outer is None:
        return
    own = clauses.marker(outer) == "that" and any(c.pos_ == "PRON" for c in clauses.children(outer, "nsubj"))
    if own or clauses.marker(outer) == "":
        attach(token, outer, "conj")


def _is_helped_by(verb: Token, tag: str) -> bool:
    """ "Has refused to pay and insists": finite by a helper of the same form."""
    return any(c.tag_ == tag and c.lemma_ == "have" for c in clauses.children(verb, "aux"))


@at(tags={"VBD"}, labels={"conj"}, bearing=True)
def past_behind_proposal(token: Token) -> None:
    """ "Proposed that both set up a fund and promised to pay": a promise in the past is no part of what is proposed."""
    inner = token.head
    if token.dep_ != "conj" or inner.dep_ != "ccomp" or clauses.marker(inner) != "that" or inner.i > token.i:
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "mark", "aux"} for c in token.children) or token.lemma_ not in _GIVING:
        return
    outer = inner.head
    bare = inner.lower_ == inner.lemma_ or inner.tag_ in {"VB", "VBP"}
    if bare and outer.tag_ in {"VBD", "VBN"} and not clauses.children(inner, "aux"):
        attach(token, outer, "conj")


@at(tags=FINITE, labels={"conj"})
def goes_on_in_contrast(token: Token) -> None:
    """ "A agreed, while B balked and threatened a strike": the last verb is B's, since no comma parts it."""
    main = token.head
    if token.dep_ != "conj" or token.tag_ not in FINITE or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    first = token.left_edge
    if first.text == "," or first.nbor(-1).text == ",":
        return
    between = [c for c in clauses.children(main, "advcl") if main.i < c.i < token.i]
    beside = [c for c in between if clauses.marker(c) in {"while", "whereas", "although", "though"}]
    if beside and clauses.children(beside[-1], "nsubj") and beside[-1].tag_ in {*FINITE, "VBN"}:
        attach(token, beside[-1], "conj")


@at(labels={"conj"})
def goes_on_alone(token: Token) -> None:
    """ "Wants them back where they were and has called for troops": "has" does not go on from what "they" did."""
    helpers = [c for c in clauses.children(token, "aux") if c.lower_ in {"has", "is"}]
    alone = bool(helpers) or token.tag_ == "VBZ"
    if token.dep_ != "conj" or not alone or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    inner = clauses.first_conjunct(token)
    under = clauses.children(inner, "nsubj", "nsubj:pass")
    if not under or not (under[0].lower_ in {"they", "we"} or under[0].tag_ == "NNS"):
        return
    outer = next((a for a in inner.ancestors if a.tag_ == "VBZ" or (helpers and a.tag_ == "VBD")), None)
    if outer is not None and clauses.children(outer, "nsubj"):
        attach(token, outer, "conj")

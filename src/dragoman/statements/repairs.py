"""Repairs of trees where a small parser goes wrong in known ways, each checked against the words.

Every repair moves a phrase to the word that plainly introduces it: an infinitive to the noun that calls for
one ("an offer by Kim to dismantle"), a that-clause to its verb of saying ("said last week that"), a gerund to its own
subject ("keen on Kim completing"). The rules of reading then walk one kind of tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token, Tree

__all__ = ["repair"]

_TIMES = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year", "day",
    "weekend", "today", "yesterday", "night", "morning", "evening", "earlier", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "interview", "statement",
    "speech", "conference", "reporter", "television",
}  # fmt: skip
_FINITE = {"VBD", "VBZ", "VBP"}


def repair(doc: Tree) -> None:
    """Mend *doc* in place; each repair looks at one token and its surroundings, so the time is linear."""
    words = lexicon("positions")
    holding = frozenset(words["containers"]["words"]) | {w for entry in words["noun"] for w in entry["words"]}
    stances = frozenset(w.partition("+")[0] for entry in words["verb"] for w in entry["words"])
    saying = frozenset(words["saying"]["words"])
    anaphors = frozenset(words["anaphors"]["words"])
    for token in doc:
        _off_auxiliary(token)
        _demands(token, stances)
        _verb_in_relative(token)
        _subjunctive(token, stances)
        _perfect(token)
        _noun_with_article(token)
        _report_behind(token, saying)
        _verb_after_to(token)
        _main_verb(token)
        _lost_verb(token)
        _verb_behind_relative(token)
        _urging(token)
    for token in doc:
        _agent_of_noun(token, holding)
        _given_for(token)
        _reduced_relative(token, anaphors)
    for token in doc:
        _infinitive_of_noun(token, holding)
        _gerund_of_noun(token, holding)
        _clause_after_time(token, saying)
        _clause_of_noun(token, holding)
        _speaker_behind(token, saying)
        _verb_after_report(token)
        _finite_goes_on(token)
        _gerund_with_subject(token)
    for token in doc:
        _listed_gerunds(token)
        _as_well_as(token)


def _attach(token: Token, head: Token, label: str) -> None:
    """Hang *token* from *head*, unless that would close a circle or cross a sentence."""
    if head == token or head.sent != token.sent or any(a == token for a in head.ancestors):
        return
    token.head = head
    token.dep_ = label


def _demands(token: Token, stances: frozenset[str]) -> None:
    """ "Moscow demands that": a verb of stance after a name, taken for a noun."""
    if token.tag_ != "NNS" or token.lemma_ not in stances or token.i == 0 or token.i + 1 >= len(token.doc):
        return
    name, following = token.nbor(-1), token.nbor(1).lower_
    if name.pos_ != "PROPN" or name.head != token or following not in {"that", "to", "a", "an", "no", "any"}:
        return
    token.pos_, token.tag_ = "VERB", "VBZ"
    if token.dep_ in clauses.SUBJECTS:
        token.dep_ = "ccomp"
    _attach(name, token, "nsubj")
    for clause in clauses.children(token, "acl:relcl", "acl"):
        clause.dep_ = "ccomp"


def _off_auxiliary(token: Token) -> None:
    """What hangs from an auxiliary belongs to its verb: "Bangladesh has once again rejected"."""
    helper = token.head
    if helper.dep_ in {"aux", "aux:pass", "cop"} and token.dep_ not in {"fixed", "goeswith"}:
        _attach(token, helper.head, token.dep_)


def _verb_in_relative(token: Token) -> None:
    """A relative clause whose verb was taken for a noun: "which China and Russia support"."""
    if (
        token.dep_ not in {"acl:relcl", "parataxis"}
        or token.pos_ != "NOUN"
        or clauses.children(token, "cop", "case", "amod")
    ):
        return
    if any(c.dep_ in clauses.SUBJECTS for c in token.children):
        token.pos_, token.tag_, token.lemma_ = "VERB", "VBP", token.lower_


def _subjunctive(token: Token, stances: frozenset[str]) -> None:
    """ "Demanded that Serbia hand out none", "that it end subsidies": a bare verb taken for a noun."""
    if token.tag_ not in {"NN", "JJ"} or clauses.children(token, "cop", "det", "amod", "case"):
        return
    under = clauses.children(token, "nsubj")
    that = any(c.lower_ == "that" and c.i < token.i for c in token.children)
    if under and that and (token.head.lemma_ in stances or token.head.pos_ == "NOUN") and under[0].i < token.i:
        token.pos_, token.tag_, token.lemma_ = "VERB", "VB", token.lower_
        for mark in token.children:
            if mark.lower_ == "that":
                mark.dep_ = "mark"


def _noun_with_article(token: Token) -> None:
    """ "The island states threatened": a subject with an article is a noun, not a verb in -s."""
    if token.tag_ != "VBZ" or token.dep_ not in {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}:
        return
    before = [c for c in token.children if c.i < token.i]
    if any(c.dep_ in {"det", "amod", "compound"} for c in before) and token.lower_.endswith("s"):
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", token.lower_.removesuffix("s")


def _perfect(token: Token) -> None:
    """ "Has so far resisted calls": a participle after "has" is its verb, though a noun follows."""
    noun, has = token.head, token.head.head
    if token.tag_ != "VBN" or token.dep_ != "amod" or has.lemma_ != "have" or noun.dep_ != "obj" or has.i > token.i:
        return
    between = token.doc[has.i + 1 : token.i]
    if not between or any(t.pos_ != "ADV" for t in between) or noun.left_edge.i < has.i:
        return
    moved, label = [c for c in has.children if c != noun], has.dep_
    _attach(token, has, label)
    _attach(noun, token, "obj")
    for child in moved:
        _attach(child, token, child.dep_)
    token.head, token.dep_ = (token, label) if has.head == has else (has.head, label)
    has.head, has.dep_, has.pos_ = token, "aux", "AUX"


def _report_behind(token: Token, saying: frozenset[str]) -> None:
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


def _given_for(token: Token) -> None:
    """ "A share in return for reopening the pipeline": what is given hangs from the exchange."""
    doc, i = token.doc, token.i
    if token.lower_ not in {"return", "exchange"} or i == 0 or i + 2 >= len(doc):
        return
    if doc[i - 1].lower_ != "in" or doc[i + 1].lower_ != "for" or doc[i + 1].head == token:
        return
    given = doc[i + 1].head
    if given.i > i and given.head != token and token not in given.subtree:
        _attach(given, token, "acl" if given.tag_ == "VBG" else "nmod")


def _reduced_relative(token: Token, anaphors: frozenset[str]) -> None:
    """ "..., a step Iran called a betrayal": a noun that takes up a clause, before a party that judges it."""
    name, doc = token.head, token.doc
    if token.dep_ != "compound" or token.lemma_ not in anaphors or name.dep_ != "nsubj" or name.i < token.i:
        return
    first = next((c for c in [*token.children, *name.children] if c.dep_ == "det" and c.i == token.i - 1), None)
    if first is None or first.i == 0 or doc[first.i - 1].text not in {",", "—", "–"}:
        return
    verb = name.head
    _attach(token, verb.head, "parataxis")
    _attach(first, token, "det")
    _attach(verb, token, "acl:relcl")


def _speaker_behind(token: Token, saying: frozenset[str]) -> None:
    """ "...", said a French diplomat: who stands right behind the verb of a report that came before it says it."""
    if token.lemma_ not in saying or token.pos_ != "VERB" or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    told = [c for c in token.children if c.dep_ == "ccomp" and c.i < token.i]
    behind = [c for c in clauses.children(token, "obj", "xcomp") if c.pos_ in {"NOUN", "PROPN"}]
    if (told or token.dep_ == "parataxis") and behind and behind[0].left_edge.i == token.i + 1:
        behind[0].dep_ = "nsubj"


def _clause_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "Balked at demands that it end subsidies": a that-clause right behind a noun that holds one is the noun's."""
    first = token.left_edge
    if token.dep_ not in {"ccomp", "advcl"} or clauses.marker(token) != "that" or first.lower_ != "that" or not first.i:
        return
    noun = first.nbor(-1)
    if noun.pos_ == "NOUN" and noun.lemma_ in nouns and noun != token.head:
        _attach(token, noun, "acl")


def _noun_before(token: Token, nouns: frozenset[str], *, reach: int = 9) -> Token | None:
    """The nearest noun of *nouns* to the left, with only phrases of its own between it and *token*."""
    doc, i = token.doc, token.left_edge.i - 1
    for steps in range(reach):
        if i - steps < token.sent.start:
            return None
        near = doc[i - steps]
        if near.pos_ == "NOUN" and near.lemma_ in nouns:
            return near
        if near.pos_ in {"VERB", "AUX", "SCONJ"} or near.text in {";", ":", "—", ",", "."}:
            return None
    return None


def _agent_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "an offer by Kim": the agent belongs to the noun right before it."""
    if token.dep_ not in {"obl", "obl:agent"} or clauses.preposition(token) != "by":
        return
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    if before.pos_ == "NOUN" and before.lemma_ in nouns:
        _attach(token, before, "nmod")


def _infinitive_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "his decision in Vietnam to reject": the infinitive says what the decision is."""
    if (
        token.pos_ not in {"VERB", "AUX"}
        or clauses.marker(token) != "to"
        or token.dep_ not in {"xcomp", "advcl", "ccomp", "acl"}
    ):
        return
    if token.head.pos_ == "NOUN" and token.head.lemma_ in nouns:
        return
    noun = _noun_before(token, nouns)
    if noun is None or (noun.dep_ in {"nsubj", "nsubj:pass"} and token.head == noun.head and token.head.i < token.i):
        return
    if token.head.i < noun.i:
        _attach(token, noun, "acl")


def _gerund_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "the idea, which others support, of easing": the gerund says what the idea is."""
    if token.tag_ != "VBG" or clauses.marker(token) != "of" or token.dep_ not in {"advcl", "acl", "xcomp"}:
        return
    if token.head.pos_ == "NOUN" and token.head.lemma_ in nouns:
        return
    for noun in reversed(token.doc[token.sent.start : token.left_edge.i]):
        if noun.pos_ == "NOUN" and noun.lemma_ in nouns:
            _attach(token, noun, "acl")
            return


def _clause_after_time(token: Token, saying: frozenset[str]) -> None:
    """ "said last week that": the clause belongs to the verb of saying, not to the week."""
    if token.dep_ not in {"acl:relcl", "acl"} or token.head.lower_ not in _TIMES:
        return
    lead = next((c for c in token.children if c.lower_ == "that" and c.i < token.i), None)
    verb = token.head.head
    while verb.dep_ in {"nmod", "compound", "nmod:unmarked"} and verb.head != verb:
        verb = verb.head
    if lead is None or verb.lemma_ not in saying:
        return
    lead.dep_ = "mark"
    _attach(token, verb, "ccomp")


def _verb_after_report(token: Token) -> None:
    """ "said that all must go, and ruled out visits": the second verb goes on from the first, not from its report."""
    if token.dep_ != "conj" or token.tag_ not in _FINITE or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    lead = token.doc[token.left_edge.i - 1].text if token.left_edge.i else ""
    inner = clauses.first_conjunct(token)
    if (lead != "," and token.left_edge.text != ",") or inner.tag_ == token.tag_:
        return
    reported = False
    for outer in [inner, *inner.ancestors]:
        if reported and outer.tag_ == token.tag_:
            _attach(token, outer, "conj")
            return
        reported = reported or outer.dep_ == "ccomp"


def _finite_goes_on(token: Token) -> None:
    """ "Accuses India of breaking its word and wants an apology": a finite verb goes on from a finite one."""
    if token.dep_ != "conj" or token.tag_ not in _FINITE or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    inner = clauses.first_conjunct(token)
    if inner.tag_ not in {"VBG", "VB"} or any(c.dep_ == "aux" for c in inner.children):
        return
    outer = next((a for a in inner.ancestors if a.tag_ == token.tag_), None)
    if outer is not None and clauses.marker(outer) == "":
        _attach(token, outer, "conj")


def _verb_after_to(token: Token) -> None:
    """ "asked them to double adaptation finance": the word after an infinitive's "to" is a verb, not an adjective."""
    if token.tag_ != "TO" or token.head.pos_ != "NOUN" or token.i + 1 >= len(token.doc):
        return
    verb, noun = token.doc[token.i + 1], token.head
    if verb.head != noun or verb.dep_ not in {"amod", "compound"}:
        return
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VB", verb.lower_
    _attach(verb, noun.head, "xcomp")
    _attach(noun, verb, "obj")
    _attach(token, verb, "mark")


def _main_verb(token: Token) -> None:
    """ "Pakistan, for the group, called for": a participle after a name that heads the sentence is its verb."""
    noun = token.head
    if token.tag_ != "VBN" or token.dep_ not in {"acl", "amod"} or noun.dep_ != "ROOT" or noun.pos_ != "PROPN":
        return
    before = token.doc[token.i - 1] if token.i else token
    if before.text not in {",", ")"} or any(clauses.preposition(c) == "by" for c in token.children):
        return
    token.tag_ = "VBD"
    token.head, token.dep_ = token, "ROOT"
    _attach(noun, token, "nsubj")


def _lost_verb(token: Token) -> None:
    """ "Police in Jericho confiscated weapons": where a sentence has no other verb, a participle in it is the verb."""
    if token.tag_ != "VBN" or token.dep_ != "amod":
        return
    noun, root = token.head, token.sent.root
    if root.pos_ not in {"NOUN", "PROPN"}:
        return
    if not root.i < token.i < noun.i:
        return
    if any(t.tag_ in _FINITE or t.dep_ in {"cop", "aux"} for t in token.sent) or clauses.preposition(noun):
        return
    if token.nbor(-1).pos_ in {"DET", "ADJ", "ADP", "PRON", "NUM"}:
        return
    token.tag_ = "VBD"
    token.head, token.dep_ = token, "ROOT"
    _attach(noun, token, "obj")
    _attach(root, token, "nsubj")


def _verb_behind_relative(token: Token) -> None:
    """ "Biden, who has ruled it out, called on", "Ali, the leader, called": the verb of a sentence that has none."""
    root = token.sent.root
    if root.pos_ not in {"PROPN", "NOUN"} or root.i > token.i or token.tag_ not in _FINITE | {"VBN"} or not token.i:
        return
    if token.nbor(-1).text != "," or any(c.dep_ in {*clauses.SUBJECTS, "mark", "cc", "cop"} for c in token.children):
        return
    described = [c for c in clauses.children(root, "acl:relcl", "appos") if c.i < token.i]
    if not described or clauses.children(root, "cop") or (token.tag_ == "VBN" and token.nbor().lower_ == "by"):
        return
    if not any(a == root for a in token.ancestors) or token.i + 1 >= len(token.doc):
        return
    token.tag_ = "VBD" if token.tag_ == "VBN" else token.tag_
    token.head, token.dep_ = token, "ROOT"
    root.head, root.dep_ = token, "nsubj"


def _urging(token: Token) -> None:
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
    _attach(token, noun.head, "conj" if noun.head.pos_ == "VERB" or noun.dep_ == "conj" else noun.dep_)
    _attach(noun, token, "obj")
    for verb in told:
        _attach(verb, token, "xcomp")


def _gerund_with_subject(token: Token) -> None:
    """ "keen on Kim completing it": the name is the subject of the gerund after it."""
    if token.tag_ != "VBG" or token.i == 0 or token.dep_ not in {"advcl", "xcomp", "acl", "ccomp"}:
        return
    before = token.doc[token.i - 1]
    if before.dep_ in {"flat", "compound"} and before.head.i < token.i:
        before = before.head
    if before.pos_ not in {"PROPN", "PRON"} or before.dep_ not in {"obl", "nmod", "obj"} or before.is_sent_start:
        return
    lead = [c for c in before.children if c.dep_ == "case" and c.i < before.i]
    if before.dep_ != "obj" and (
        not lead or lead[0].lower_ not in {"on", "to", "of", "against", "for", "at", "about", "from", "with"}
    ):
        return
    if token.head not in {before, before.head}:
        return
    governor = before.head
    _attach(token, governor, "advcl" if lead else "ccomp")
    _attach(before, token, "nsubj")
    for case in lead:
        _attach(case, token, "mark")


def _listed_gerunds(token: Token) -> None:
    """ "completing it, stopping tests, and closing sites": a list, not one act by way of the others."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.head.tag_ != "VBG" or token.i < token.head.i:
        return
    listed = token.left_edge.text == "," or token.doc[token.left_edge.i - 1].text in {",", "and", "or"}
    if listed and not clauses.marker(token):
        token.dep_ = "conj"


def _as_well_as(token: Token) -> None:
    """ "visits as well as interviews": a list of two, not a circumstance."""
    links = [c for c in token.children if c.dep_ == "cc" and c.lower_ == "as"]
    if not links or token.dep_ not in {"obl", "nmod"}:
        return
    before = [c for c in token.head.children if c.dep_ in {"obj", "nsubj:pass", "nsubj"} and c.i < token.i]
    if before:
        _attach(token, before[-1], "conj")

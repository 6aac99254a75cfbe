"""The words of an action: its verb or noun with what it is done to, without who does it and what is said beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.lexicon import lexicon
from dragoman.statements.nominal_actions import light_deed, verbal
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token

__all__ = ["ActionWords"]

_SKIPPED = {"nsubj", "nsubj:pass", "mark", "aux", "aux:pass", "punct", "cc", "discourse", "expl", "cop", "csubj"}
_DROPPED_CLAUSES = {"advcl", "advcl:relcl", "parataxis", "acl:relcl", "conj", "appos"}
_BESIDE_THE_ACTION = {
    "not", "n't", "also", "only", "when", "no", "longer", "then", "long", "once", "first", "so", "though",
    "however", "instead", "too", "rather", "still", "even", "never", "again", "therefore", "thus", "soon",
}  # fmt: skip
"""Adverbs before a verb that deny it, time it or link it, and say nothing of what is done."""

_BY = {"abide", "stand", "stick", "swear"}
"""Verbs that take "by" for what is kept to: "abide by the ruling"."""
_GERUND_OF = {"to", "from", "into", "against", "on"}
"""What leads a gerund that a verb asks for: "refrain from building"."""
_INNER = {"ccomp", "xcomp"}
_LETTING = {"let", "see", "have", "make", "watch"}
"""Verbs whose object is who does what follows: "let the talks be narrowed"."""
_WANTING = {"want", "like", "prefer", "wish", "expect", "require"}
_HAVING = {"have", "need", "ought"}
_GROUNDS = {
    "reason",
    "need",
    "point",
    "cause",
    "sense",
    "wish",
    "desire",
    "intention",
    "appetite",
    "duty",
    "obligation",
}
"""Nouns of why something is to be done, which undergo nothing: "saw no reason to be bound"."""
_TOLD_BESIDE = {"according to", "because of", "due to", "owing to", "thanks to", "despite", "in spite of"}
"""What leads to who says so, or to a reason, and no part of what is done."""
_PROVIDED = {"provided", "providing"}
_RELATIVE = {"WDT", "WP", "WP$", "WRB"}
_LONGEST = 14
"""Words of one phrase of an action."""
_LEADING_ON = {
    "a", "an", "the", "of", "or", "and", "which", "whether", "if", "than", "as", "while", "who", "whose", "where",
    "when",
}  # fmt: skip
"""Words that end no action."""
_DOTS = re.compile(r"\.(?!\d)")
"""The dots of initials, not those of numbers."""


class ActionWords:
    """Puts actions of one article into words.

    *is_party* says where a phrase names somebody and no thing, *acts* where it is known whom it stands for.
    """

    def __init__(self, text: ReadText, is_party: Callable[[Token], bool], acts: Callable[[Token], bool]) -> None:
        self._text = text
        self._is_party = is_party
        self._acts = acts

    def of_verb(self, head: Token) -> str:
        """The words of a clause, its verb in the base form: "lift all sanctions", "be ready"."""
        under = [c for c in clauses.children(_bound(head), *clauses.SUBJECTS) if c.pos_ in {"NOUN", "PROPN"}]
        under = [c for c in under if not clauses.is_told_by(c, head)]
        if under and any(c.lower_ == "there" for c in clauses.children(head, "expl")):
            return self.of_noun(under[-1])
        passive = clauses.is_passive(head)
        acting = any(self._is_party(c) for c in under) and not passive
        thing = [] if acting else [w for c in under for w in _led_off(c, self._content(c)) if w.lower() != "that"]
        if (
            not under
            and not clauses.children(head, *clauses.SUBJECTS)
            and head.tag_ in {"VBN", "VBD"}
            and head.dep_ in {"xcomp", "ccomp", "acl"}
            and (not clauses.marker(head) or (head.dep_ in {"acl", "xcomp"} and passive))
        ):
            outer = head.head.head if head.dep_ == "acl" else head.head
            outer = outer.head.head if outer.dep_ == "acl" and head.dep_ == "acl" else outer
            objects = [c for c in clauses.children(outer, "obj") if c.pos_ in {"NOUN", "PROPN"} and c.i < head.i]
            objects = [c for c in objects if c is not head.head or c.lemma_ not in _GROUNDS]
            gap = head.dep_ == "xcomp" or any(c.lower_ == "be" for c in clauses.children(head, "aux:pass"))
            described = clauses.relative_object(outer) if not objects and gap else None
            objects += [described] if described is not None else []
            gapped = head.dep_ == "acl" and clauses.first_conjunct(head.head).pos_ == "VERB"
            objects = [head.head] if gapped else objects
            thing = [w for c in objects if not self._is_party(c) for w in self._before(c, head)]
            thing = [w for w in thing if w not in {"and", "or"}] if gapped else thing
        if head.pos_ not in {"VERB", "AUX"}:
            helpers = [
                c
                for c in head.children
                if c.i < head.i and (c.dep_ in _SKIPPED or c.lower_ in {"when", "once", "only"})
            ]
            said = self._content(head, without=helpers)
            return " ".join([*thing, "to", "be", *said] if thing else ["be", *said])
        adverbs = [
            c.lower_
            for c in head.children
            if c.dep_ == "advmod" and c.i < head.i and c.tag_ != "WRB" and c.lower_ not in _BESIDE_THE_ACTION
        ]
        denied = (
            ["not"]
            if any(c.lower_ in {"not", "n't", "never"} for c in head.children) and clauses.marker(head) == "to"
            else []
        )
        if light := light_deed(head, self._content):
            deed, noun = light
            done_to = thing if passive else []
            return " ".join([*denied, *adverbs, deed[0], *done_to, *deed[1:], *self._tail(head, without=noun)])
        asked = self._wanted_of(head) if not under and not passive else []
        if asked:
            return " ".join([*asked, *denied, "to", *adverbs, head.lemma_, *self._tail(head)])
        if under and thing and not passive and not _is_done_to(head):
            who = [] if self._acts(under[0]) else [*thing, *denied, "to"]
            return " ".join([*(who or denied), *adverbs, head.lemma_, *self._tail(head)])
        taken_up = [] if thing else self._taken_up(head)
        return " ".join([*denied, *adverbs, head.lemma_, *thing, *taken_up, *self._tail(head)])

    def of_noun(self, head: Token) -> str:
        """The words of a phrase, with a relative clause that tells which: "law that bars imports"."""
        if deed := verbal(head, self._content, lambda token: bool(self._text.at.get(token.i))):
            return " ".join(deed[:_LONGEST])
        words = [*self._made(head), *self._content(head)]
        lead = clauses.preposition(head).split() or ["to"]
        words = words[len(lead) :] if [word.lower() for word in words[: len(lead)]] == lead else words
        for clause in clauses.children(head, "acl:relcl"):
            if (
                head.doc[clause.left_edge.i - 1].text != ","
                and clause.left_edge.text != ","
                and any(c.lower_ in {"that", "which"} and c.dep_ in clauses.SUBJECTS for c in clause.children)
            ):
                words += [*_finite(clause), *self._tail(clause)]
        return " ".join(words)

    def _before(self, noun: Token, verb: Token) -> list[str]:
        """The words of a noun that something is to be done to, without those of the clause that tells what."""
        if verb.dep_ != "acl":
            own = [a for a in verb.ancestors if a.dep_ == "acl:relcl" and a.i > noun.i]
            return [w for w in self._content(noun, without=own) if w != verb.text]
        inside = {t.i for t in verb.subtree}
        return _written([t for t in stretches.under(noun) if t.i not in inside and _counts(t)])

    def _wanted_of(self, verb: Token) -> list[str]:
        """The thing that is wanted to do something: the ships of "wants the ships to leave"."""
        outer = verb.head
        if verb.dep_ != "xcomp" or clauses.marker(verb) != "to" or outer.lemma_ not in _WANTING:
            return []
        things = [c for c in clauses.children(outer, "obj") if outer.i < c.i < verb.i and c.pos_ in {"NOUN", "PROPN"}]
        return [w for c in things if not self._is_party(c) and not self._acts(c) for w in self._before(c, verb)]

    def _made(self, quality: Token) -> list[str]:
        """The thing that is wanted to be so: the chapter of "wants the chapter gone"."""
        made = quality.pos_ == "ADJ" and quality.dep_ in {"xcomp", "advmod"}
        objects = clauses.children(quality.head, "obj") if made else []
        return [w for c in objects if c.i < quality.i and not self._is_party(c) for w in self._content(c)]

    def _tail(self, head: Token, *, without: Token | None = None) -> list[str]:
        """What stands behind a verb and belongs to what is done, in text order."""
        behind: list[Token] = []
        for child in (c for c in head.children if c != without):
            goes_on = child.tag_ == "VBG" and (
                head.lemma_ in {"go", "keep", "continue"} or (clauses.marker(child) in _GERUND_OF and child.i > head.i)
            )
            if child.i < head.i or child.dep_ in _SKIPPED or (child.dep_ in _DROPPED_CLAUSES and not goes_on):
                continue
            lead = clauses.preposition(child)
            if lead in _TOLD_BESIDE:
                continue
            done_by = lead == "by" and head.lemma_ not in _BY and not _is_measure(child)
            if done_by or (lead == "in" and child.lemma_ in {"exchange", "return"}):
                continue
            asked = child.left_edge.tag_ in _RELATIVE  # "bank what was achieved", "discuss who owns it"
            behind += self._under(
                child, acting=child.dep_ in _INNER and (asked or head.lemma_ in _LETTING or _is_told_of(child))
            )
        return _written(sorted(behind, key=lambda token: token.i))

    def _taken_up(self, head: Token) -> list[str]:
        """The object that a relative pronoun stands for: "a vote, which he refused to allow"."""
        if any(c.tag_[0] != "W" for c in clauses.children(head, "obj", "ccomp", "xcomp")):
            return []
        noun = clauses.relative_object(head)
        return _led_off(noun, self._content(noun)) if noun is not None else []

    def _content(self, head: Token, *, without: Sequence[Token] = ()) -> list[str]:
        return _written(self._under(head, without=without))

    def _under(self, head: Token, *, without: Sequence[Token] = (), acting: bool = False) -> list[Token]:
        """What hangs from *head* and says what is done, without what is said beside; with who does it if *acting*."""
        dropped = {"acl:relcl", "appos", "parataxis", "conj", "cc", "advcl", "advcl:relcl"}
        dropped |= set() if acting else set(clauses.SUBJECTS)
        dropped -= {"acl:relcl"} if head.tag_ == "WP" or head.lower_ == "whatever" else set()
        barred = {
            t.i
            for c in head.children
            if c.dep_ in dropped or c.tag_ == "WDT" or self._is_owner(c) or (c.dep_ == "cop" and c.lower_ != "be")
            for t in c.subtree
        }
        beside = (c for c in head.subtree if c != head and (c.dep_ == "parataxis" or _is_told_beside(c)))
        barred |= {t.i for c in beside for t in c.subtree}
        barred |= {t.i for c in without for t in c.subtree}
        tokens = _before_asides(self._before_exchange([t for t in stretches.under(head) if t.i not in barred]))
        return _cut([t for t in tokens if _counts(t)])

    @staticmethod
    def _before_exchange(tokens: list[Token]) -> list[Token]:
        """The words up to "in exchange for": what is given for an action is no part of it."""
        for n, token in enumerate(tokens):
            if token.lower_ in {"exchange", "return"} and n and tokens[n - 1].lower_ == "in":
                return tokens[: n - 1]
        return tokens

    def _is_owner(self, child: Token) -> bool:
        return child.dep_ == "nmod:poss" and (child.pos_ == "PRON" or bool(self._text.at.get(child.i)))


def _bound(verb: Token) -> Token:
    """The "has" of "the base has to close", which bears the subject of what has to be done; else *verb*."""
    bound = verb.dep_ == "xcomp" and verb.head.lemma_ in _HAVING and clauses.marker(verb) == "to"
    return verb.head if bound and not any(c.dep_ in clauses.SUBJECTS for c in verb.children) else verb


def _finite(clause: Token) -> list[str]:
    """The verb of a relative clause as it stands: "that bars", "that does not restore"."""
    helpers = (c for c in clause.children if c.i < clause.i and c.dep_ in {"aux", "aux:pass", "cop", "advmod"})
    return [
        "that",
        *(c.text for c in helpers if c.dep_ != "advmod" or c.lower_ in {"not", "n't", "never"}),
        clause.text,
    ]


def _led_off(subject: Token, words: list[str]) -> list[str]:
    """The words of a subject without the preposition of a relative clause before it: "during which factories"."""
    return words[1:] if words and words[0].lower() == clauses.preposition(subject) else words


def _is_done_to(verb: Token) -> bool:
    """ "The base must close", "the talks resume": who closes and resumes them is another."""
    changing = verb.lemma_ in lexicon("deeds")["alternating"]["verbs"]
    plain = verb.tag_ in {"VBN", "VBG"} and not clauses.children(verb, "aux")
    doing = clauses.children(verb, "obj") or any(c.tag_ == "VBG" for c in clauses.children(verb, "xcomp"))
    return plain or verb.lemma_ == "be" or (changing and not doing)


def _is_told_of(clause: Token) -> bool:
    """ "Ensure that traders are paid": of whom it is told, where others do it to them."""
    return clause.dep_ == "ccomp" and clauses.marker(clause) == "that" and clauses.is_passive(clause)


def _is_measure(child: Token) -> bool:
    """ "Cut output by a tenth", "prolong it by one year": how much, not by whom."""
    counted = any(c.dep_ == "nummod" or c.tag_ in {"CD", "$"} for c in [child, *child.children])
    return counted or child.lemma_ in {
        "half", "third", "quarter", "tenth", "fifth", "month", "year", "week", "day", "%",
    }  # fmt: skip


def _is_told_beside(part: Token) -> bool:
    """ "The CSTO, the alliance", "members, according to Oslo": said of a thing in passing."""
    if clauses.preposition(part) in _TOLD_BESIDE:
        return True
    first = part.left_edge
    behind_comma = first.doc[first.i - 1].text == ","
    return behind_comma and (part.dep_ == "acl:relcl" or (part.dep_ == "appos" and first.pos_ == "DET"))


def _before_asides(tokens: list[Token]) -> list[Token]:
    """The words up to ", which", ", for whom": a clause that says more of a thing is no part of the action."""
    for n, token in enumerate(tokens[1:], start=1):
        first = tokens[n - 1] if tokens[n - 1].pos_ == "ADP" else token
        if token.tag_ in _RELATIVE and first.doc[first.i - 1].text == ",":
            return tokens[: n if first is token else n - 1]
    return tokens


def _cut(tokens: list[Token]) -> list[Token]:
    """The first words of a long action, without those at the end that belong to what is cut off."""
    kept = tokens[:_LONGEST]
    while len(tokens) > _LONGEST and kept and kept[-1].head.i > kept[-1].i:
        kept.pop()
    return kept


def _written(tokens: Sequence[Token]) -> list[str]:
    """Words as they are written: hyphens kept, and nothing at the end that only leads on to what is cut off."""
    end = len(tokens)
    while end and (
        tokens[end - 1].lower_ in _LEADING_ON or (tokens[end - 1].lower_ == "that" and tokens[end - 1].tag_ != "DT")
    ):
        end -= 1
    words: list[str] = []
    for before, token in zip([None, *tokens], tokens[:end], strict=False):
        word = _DOTS.sub("", token.text)
        if before is not None and words and _is_hyphenated(before, token):
            words[-1] += f"-{word}"
        else:
            words.append(word)
    return words


def _is_hyphenated(one: Token, other: Token) -> bool:
    """ "Six-week": two words with nothing but a hyphen between them."""
    return other.i == one.i + 2 and one.doc[one.i + 1].text == "-" and other.idx == one.idx + len(one) + 1


def _counts(token: Token) -> bool:
    """True for words of an action: no marks, and no "no", which denies the clause around it."""
    return (
        not token.is_punct
        and not token.is_space
        and (token.dep_ != "dep" or _is_year_of(token))
        and not (token.pos_ == "SCONJ" and (token.dep_ == "flat" or token.lower_ in _PROVIDED))
        and not (token.lower_ in {"no", "neither"} and token.dep_ in {"det", "cc:preconj", "cc"})
        and not _is_short_name(token)
    )


def _is_year_of(token: Token) -> bool:
    """ "A 2035 target": a year that says which."""
    year = len(token) == 4 and token.text.isdigit() and token.i > token.sent.start
    return year and token.nbor(-1).pos_ in {"DET", "PRON", "ADJ"} and token.nbor().pos_ in {"NOUN", "ADJ"}


def _is_short_name(token: Token) -> bool:
    """ "The Rail Delivery Group (RDG)": the letters that stand for it."""
    around = [other.text for other in token.doc[max(0, token.i - 1) : token.i + 2 : 2]]
    return token.text.isupper() and around == ["(", ")"]

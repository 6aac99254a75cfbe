"""Who says so: the speaker a clause is attributed to, before, inside or after it, or over a sentence's end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses, stretches
from dragoman.statements.lexicon import lexicon
from dragoman.statements.points_of_view import due_for, seen_by
from dragoman.statements.quoted import is_quoted, quotation_end
from dragoman.statements.text import ReadText
from dragoman.statements.transcripts import Turns
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Attribution", "Attributions"]

_HEDGES = {
    "reportedly", "allegedly", "apparently", "likely", "probably", "possibly", "perhaps", "seemingly", "obviously",
}  # fmt: skip
_SEEMING = {"seem", "appear"}


_TAG = 60
"""Characters behind a quotation in which its speaker is named."""
_BACK = 120
"""Words before a quotation in which its speaker is named."""
_CLOSE = 7
"""Words behind a verb of saying in which its subject begins."""
_MARKS = {"“", '"'}
_QUOTED = re.compile(r"[,?!][”\"]\s$")
"""The end of a quotation that its speaker follows."""
_PHRASES = {"obl", "nmod", "advmod", "advcl"}
_OF_NAMES = {"NOUN", "PROPN", "DET", "ADJ", "NUM"}
_TOLD = {"reporter", "journalist"}
"""Whom one tells things: "told reporters, adding that" adds oneself."""
_HEARD = {"tell", "warn", "inform", "notify", "remind", "advise", "assure", "promise"}
"""Verbs of saying whose passive names who hears it: "was told that it must leave"."""
_SET_PHRASES = {("clear", "make"), ("know", "let"), ("know", "make"), ("understand", "let"), ("slip", "let")}
"""Words of saying with their verb: "made it clear that", "let it be known that"."""
_SAID_WITH = {
    "make": {"clear", "plain", "known", "explicit", "obvious", "point", "case"}, "leave": {"doubt"},
    "serve": {"notice"}, "give": {"notice"}, "take": {"view", "line", "position", "stance"},
    "hold": {"view", "position"}, "put": {"record"}, "send": {"message", "signal", "word"},
    "issue": {"statement", "reminder"}, "drive": {"home"},
}  # fmt: skip
"""Verbs that are words of saying by what stands beside them: "has made plain that", "left no doubt that"."""
_OUTSPOKEN = {"clear", "explicit", "categorical", "emphatic", "unequivocal", "firm", "convinced", "blunt", "adamant"}
"""Qualities of whoever says something: "was clear that Chile must pay"."""


@dataclass(frozen=True)
class Attribution:
    """A speaker: the parties whose word it is (none for experts), the words that name it, the verb of saying."""

    parties: tuple[str, ...]
    label: str
    verb: Token | None
    agent: Token | None = None
    """The word that names the speaker."""


AUTHOR = Attribution((), "author", None)


class Attributions:
    """Finds the speaker of clauses in one article."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who
        self._saying = frozenset(lexicon("positions")["saying"]["words"])
        self._claims = frozenset(lexicon("positions")["listing"]["holding"])
        self._calling = frozenset(lexicon("positions")["calling"]["verbs"])
        self._insiders = frozenset(lexicon("nouns")["insiders"])
        self._is_saying: dict[int, bool] = {}
        self._known: dict[int, Attribution] = {}
        self._turns = Turns(text.article.text, text.mentions)
        who.hear(lambda token: self.of(token).parties)

    def of(self, token: Token) -> Attribution:
        """The innermost speaker whose saying *token* stands in; the author where there is none."""
        known = self._known.get(token.i)
        if known is None:
            known = self._find(token)
            if not self._who.is_resolving:
                self._known[token.i] = known
        return known

    def _find(self, token: Token) -> Attribution:
        inner = token
        for outer in [token, *token.ancestors]:
            if (
                outer != token
                and self.is_saying(outer)
                and inner.dep_ in {"ccomp", "xcomp", "conj", "advcl", "obj", "acl", "obl", "csubj"}
            ):
                found = self.speaker(outer)
                if found and self._inside(inner, outer):
                    return found
            if outer.pos_ == "NOUN" and inner.dep_ in {"acl", "ccomp"} and (found := self._claimed(outer, inner)):
                return found
            tagged = self._tag(outer)
            if tagged and tagged.verb != token and not self._within(token, tagged.verb):
                return tagged
            inner = outer
        return self._beyond(token)

    def _claimed(self, noun: Token, clause: Token) -> Attribution | None:
        """Whose claim or view it is that a clause tells: "its claim that quotas ought to follow the fish"."""
        if noun.lemma_ not in self._claims or clauses.marker(clause) != "that":
            return None
        owners = [a for a in clauses.agents(noun) if self._who.parties(a)]
        return self._speaking(owners[0], None) if owners else None

    def _beyond(self, token: Token) -> Attribution:
        """Who says what no verb of its sentence is said to say: of a quotation that goes on, or a turn of speech."""
        if self.is_quoted(token.idx, token.idx + len(token)) is True:
            found = self._around(token) or self._closing(token) or self._before(token) or self._paragraph_before(token)
            if found:
                return found
        turn = self._turns.at(token.idx)
        if turn is None:
            return AUTHOR
        return Attribution(turn[0], "; ".join(turn[0]) or turn[1], None)

    def _around(self, token: Token) -> Attribution | None:
        """Whose clause a quotation is part of: "Ruiz calls it 'a text we cannot accept'" quotes Ruiz."""
        for outer in token.ancestors:
            if outer.i < token.i and not self.is_quoted(outer.idx, outer.idx + len(outer)):
                under = clauses.subject(outer) if outer.pos_ == "VERB" and outer.lemma_ in self._calling else None
                return self._speaking(under, outer) if under is not None and self._who.parties(under) else None
        return None

    def _closing(self, token: Token) -> Attribution | None:
        """The speaker named right behind the quotation: "We object. We always did," said Iran's envoy."""
        end = quotation_end(self._text.article.text, token.idx + len(token))
        if end is None:
            return None
        for later in token.doc[token.i + 1 : token.i + 300]:
            if later.idx < end:
                continue
            if later.is_quote or "\n" in later.text or later.idx > end + _TAG:
                return None
            if self.is_saying(later):
                return self.speaker(later)
        return None

    def _before(self, token: Token) -> Attribution | None:
        """The last speaker named before *token* in its paragraph, whose quotation goes on."""
        text = self._text.article.text
        for earlier in reversed(token.doc[max(0, token.i - _BACK) : token.i]):
            if "\n\n" in text[earlier.idx : token.idx]:
                break
            if self.is_saying(earlier) and not self.is_quoted(earlier.idx, earlier.idx + len(earlier)):
                found = self.speaker(earlier)
                if found:
                    return found
        return None

    def _paragraph_before(self, token: Token) -> Attribution | None:
        """The speaker of the paragraph before, where the whole of this one goes on with the quotation."""
        text = self._text.article.text
        start = text.rfind("\n\n", 0, token.idx) + 2
        if start < 2 or text[start] not in _MARKS or not self._is_all_quoted(start):
            return None
        end = max(0, text.rfind("\n\n", 0, start - 2))
        if _MARKS.isdisjoint(text[end:start]):
            return None
        for earlier in reversed(token.doc[max(0, token.i - 2 * _BACK) : token.i]):
            if earlier.idx < end:
                return None
            outside = earlier.idx < start and not self.is_quoted(earlier.idx, earlier.idx + len(earlier))
            if outside and self.is_saying(earlier) and (found := self.speaker(earlier)):
                return found
        return None

    def _is_all_quoted(self, start: int) -> bool:
        """True where nothing of the paragraph from *start* stands outside quotation marks."""
        text = self._text.article.text
        stop = text.find("\n\n", start)
        paragraph = text[start : stop if stop >= 0 else len(text)]
        return not re.sub(r"[“\"][^”\"]*(?:[”\"]|$)", "", paragraph).strip()

    def is_saying(self, token: Token) -> bool:
        """True for verbs of saying."""
        if token.i not in self._is_saying:
            self._is_saying[token.i] = self._says(token)
        return self._is_saying[token.i]

    def _says(self, token: Token) -> bool:
        if (token.lemma_, token.head.lemma_) in _SET_PHRASES:
            return True
        if token.lower_ in _OUTSPOKEN:
            under = clauses.children(token, "nsubj")
            return bool(under) and under[0].lower_ not in {"it", "this", "that"}
        if token.pos_ not in {"VERB", "AUX"}:
            return False
        if token.lemma_ == "hold" and not any(clauses.marker(c) == "that" for c in clauses.children(token, "ccomp")):
            return False
        if self._follows_quotation(token):
            return True
        beside = _SAID_WITH.get(token.lemma_, set())
        return token.lemma_ in self._saying or any(c.lower_ in beside and c.i > token.i for c in token.children)

    def _follows_quotation(self, verb: Token) -> bool:
        """ "We are at home," Bisimwa posted; "We will not pay," scoffed the minister: whatever verb it is."""
        told = verb.tag_ == "VBN" and verb.dep_ == "acl" and not clauses.agents(verb)
        if verb.tag_ not in {"VBD", "VBZ", "VBP"} and not told:
            return False
        named = [verb.head] if told else clauses.children(verb, "nsubj")
        under = [c for c in named if c.pos_ in {"PROPN", "NOUN", "PRON"}]
        start = min(verb.idx, under[0].left_edge.idx) if under else verb.idx
        return self._stands_behind_quotation(verb, start)

    def _stands_behind_quotation(self, verb: Token, start: int) -> bool:
        """Whether a quotation ends right before *start*, where the clause of *verb* begins."""
        text = self._text.article.text
        return bool(_QUOTED.search(text, max(0, start - 4), start)) and not self.is_quoted(verb.idx, verb.idx + 1)

    def speaker(self, verb: Token) -> Attribution | None:
        """The subject of a verb of saying, as a speaker."""
        phrased = (verb.lemma_, verb.head.lemma_) in _SET_PHRASES
        heard = verb.lemma_ in _HEARD and clauses.is_passive(verb)
        agent = self._behind_quotation(verb) or clauses.subject(verb.head if phrased else verb)
        if heard:
            agent = next(iter(clauses.agents(verb)), None)
            if agent is None:
                return Attribution((), "reports", verb)
        agent = agent or self._following(verb) or self._beside(verb)
        if agent is not None and agent.lemma_ in _TOLD and verb.tag_ == "VBG":
            agent = clauses.subject(agent.head)
        if agent is not None and agent.lower_ == "it" and clauses.is_passive(verb):
            return Attribution((), "reports", verb)
        if agent is None or agent.lower_ in {"which", "that", "who"}:
            return None
        return self._speaking(agent, verb)

    def _beside(self, verb: Token) -> Token | None:
        """The name right before or behind a verb of saying whose subject the tree has lost: ", X Y, said"."""
        doc, i = verb.doc, verb.i - 1
        while i > verb.sent.start and (doc[i].text == "," or doc[i].pos_ in {"ADV", "AUX"}):
            i -= 1
        behind = doc[verb.i + 1 : verb.i + _CLOSE]
        stop = next((n for n, t in enumerate(behind) if t.is_punct), len(behind))
        near = [doc[i], *behind[:stop]] if verb.tag_ in {"VBD", "VBZ", "VBP"} else []
        return next((t for t in near if any(m.sort in {"person", "role"} for m in self._text.at.get(t.i, ()))), None)

    def _behind_quotation(self, verb: Token) -> Token | None:
        """Who is named right behind the verb that follows a quotation: "It is dead," said Ana Ruiz, who teaches."""
        if verb.tag_ not in {"VBD", "VBZ"} or not self._stands_behind_quotation(verb, verb.idx):
            return None
        run = []
        for token in verb.doc[verb.i + 1 : verb.sent.end]:
            if token.pos_ not in _OF_NAMES and token.tag_ != "POS" and token.text not in {".", "-"}:
                break
            run.append(token)
        named = [token for token in run if token.pos_ in {"NOUN", "PROPN"}]
        return next((token for token in reversed(named) if token.head not in run), named[-1] if named else None)

    @staticmethod
    def _following(verb: Token) -> Token | None:
        """The speaker in "..., said Iran's foreign minister", where the parser takes it for what was said."""
        if verb.dep_ != "parataxis":
            return None
        after = (c for c in verb.children if c.left_edge.i == verb.i + 1 and c.pos_ in {"NOUN", "PROPN"})
        return next((c for c in after if c.dep_ in {"ccomp", "xcomp", "obj", "obl"}), None)

    def _speaking(self, agent: Token, verb: Token | None) -> Attribution:
        parties = self._who.parties(agent)
        if parties:
            return Attribution(parties, "; ".join(parties), verb, agent)
        start, end = stretches.phrase(agent, without=clauses.children(agent, "acl:relcl", "appos", "acl"))
        return Attribution((), self._text.article.text[start:end], verb, agent)

    def is_insider(self, speaker: Attribution) -> bool:
        """True for a source without a party that reports rather than judges: an official, a diplomat, an aide."""
        words = {word.strip(",").lower().rstrip("s") for word in speaker.label.split()}
        return speaker.verb is not None and not speaker.parties and bool(words & self._insiders)

    @staticmethod
    def _inside(inner: Token, saying: Token) -> bool:
        if inner.dep_ == "advcl":
            return "that" in clauses.marker(inner)
        if inner.dep_ == "conj":
            return False
        return inner.dep_ not in {"obj", "obl"} or inner.i > saying.i

    @staticmethod
    def _within(token: Token, verb: Token | None) -> bool:
        return verb is not None and (token == verb or any(a == verb for a in token.ancestors))

    def _tag(self, outer: Token) -> Attribution | None:
        """A saying that hangs from the clause it reports: "..., Lukin said", "according to Lukin"."""
        words = outer.sent.words
        for child in outer.children:
            if child.dep_ == "parataxis" and self.is_saying(child):
                said = [c for c in clauses.children(child, "ccomp", "xcomp") if c != self._following(child)]
                found = self.speaker(child) if not said else None
                if found:
                    return found
            if "according" in words and child.dep_ in _PHRASES and clauses.preposition(child).startswith("according"):
                return self._speaking(child, None)
            late = "concerned" in words and child.i > outer.i
            for part in [child, *clauses.children(child, "advcl")] if late else ():
                if part.lower_ == "concerned" and part.dep_ == "advcl" and (owner := clauses.subject(part)) is not None:
                    return self._speaking(owner, None)
            owner = seen_by(child) if child.dep_ in _PHRASES else None
            if owner is not None and self._who.parties(owner):
                return self._speaking(owner, None)
        return self._for_whom(outer)

    def _for_whom(self, clause: Token) -> Attribution | None:
        """ "For Ankara, the militia must leave first": for whom something is due that others are to do."""
        owner = due_for(clause)
        parties = self._who.parties(owner) if owner is not None and self._text.at.get(owner.i) else ()
        if owner is None or not parties or set(parties) & set(self._who.parties(clauses.subject(clause))):
            return None
        return self._speaking(owner, None)

    def is_quoted(self, start: int, end: int) -> bool | Literal["partial"]:
        """Whether the range stands in quotation marks, or holds a quotation."""
        return is_quoted(self._text.article.text, start, end)

    @staticmethod
    def hedge(token: Token) -> str | None:
        """The word that softens a clause: reportedly, likely, seems, might."""
        for near in [token, *list(token.ancestors)[:2]]:
            if near.lemma_ in _SEEMING:
                return near.lemma_
            for child in near.children:
                if child.lower_ in _HEDGES or (child.dep_ == "aux" and child.lower_ in {"may", "might", "could"}):
                    return child.lower_
        return None

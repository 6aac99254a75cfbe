"""Positions: who takes which stance on what, each family of rules in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, product
from operator import attrgetter
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.actions import Actions
from dragoman.statements.attribution import Attributions
from dragoman.statements.candidates import Question
from dragoman.statements.cast import party_of
from dragoman.statements.positions.absence import by_absence
from dragoman.statements.positions.accords import by_bare_terms, by_terms
from dragoman.statements.positions.anaphora import is_beside, opening
from dragoman.statements.positions.asides import by_aside
from dragoman.statements.positions.asking import Rule, Rules, silent
from dragoman.statements.positions.backing import by_backing
from dragoman.statements.positions.bearers import by_bearer, by_deaf_ears
from dragoman.statements.positions.blame import by_blame
from dragoman.statements.positions.ceased import by_ceasing, by_denying
from dragoman.statements.positions.clefts import by_cleft
from dragoman.statements.positions.company import by_not_so, by_repeating, by_same_mind, by_sharing, joined
from dragoman.statements.positions.conditional import by_condition
from dragoman.statements.positions.context import AGAINST, Context, Found
from dragoman.statements.positions.contrast import by_contrast, by_pleasing
from dragoman.statements.positions.doors import by_door, by_limit, by_welcome
from dragoman.statements.positions.drafts import by_draft
from dragoman.statements.positions.echoes import by_echo, by_owned, by_verdict
from dragoman.statements.positions.effects import by_effect
from dragoman.statements.positions.exchanges import by_accord, by_exchange
from dragoman.statements.positions.hinging import by_hinging
from dragoman.statements.positions.implied import by_esteem, by_fear
from dragoman.statements.positions.judgements import by_calling, by_due, by_idiom, by_judgement, by_remaining
from dragoman.statements.positions.laid_down import by_laying_down
from dragoman.statements.positions.left_out import filled_in
from dragoman.statements.positions.listings import by_colon, by_listing, by_matter
from dragoman.statements.positions.made_to import made_to_act
from dragoman.statements.positions.mattering import by_mattering, by_success
from dragoman.statements.positions.mirroring import fulfilling, mirrored
from dragoman.statements.positions.modals import by_modal, by_turn
from dragoman.statements.positions.phrases import by_least, by_onus, by_place, by_state_wanted, by_term, by_tying
from dragoman.statements.positions.pointers import spelled_out
from dragoman.statements.positions.preferring import by_none_rather, by_rather_than
from dragoman.statements.positions.prices import by_price
from dragoman.statements.positions.priorities import by_condition_set, by_priority
from dragoman.statements.positions.pro_verbs import done
from dragoman.statements.positions.received import by_reception
from dragoman.statements.positions.replies import by_answer, by_not_happening, by_reply
from dragoman.statements.positions.resumed import meant
from dragoman.statements.positions.shallow import by_order
from dragoman.statements.positions.spoken import by_command
from dragoman.statements.positions.standing import by_giving_up, by_stand_taken, by_standing, by_vote, voted
from dragoman.statements.positions.undone import asked_instead
from dragoman.statements.positions.warned import by_last_resort, by_warning
from dragoman.statements.positions.words import by_word
from dragoman.statements.positions.would import by_would
from dragoman.statements.statement import Condition, Position
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Positions"]

_RULES = (
    by_colon, by_none_rather, by_price, by_cleft, by_tying, by_term, by_place, by_state_wanted, by_vote, by_least,
    by_limit, by_door, by_welcome, by_warning, by_calling, by_word, by_turn,
    by_onus, by_listing, by_sharing, by_absence, by_draft, by_modal, by_ceasing, by_denying,
    by_judgement, by_due, by_standing, by_idiom, by_remaining,
    by_exchange,
    by_accord, by_terms, by_bare_terms, by_fear, by_effect, by_esteem, by_blame, by_matter, by_command, by_repeating,
    by_reply, by_answer, by_not_happening, by_aside, by_stand_taken, by_giving_up, by_last_resort, by_contrast,
    by_pleasing,
    by_laying_down, by_rather_than, by_bearer,
    by_deaf_ears, by_same_mind, by_not_so, by_backing, by_echo, by_owned, by_verdict,
    by_reception, by_condition_set, by_priority, by_order,
    by_hinging, by_condition, by_mattering, by_success, by_would,
)  # fmt: skip
"""Tried in this order at each word; the first that finds something is taken."""
_OF_VERBS = {
    by_cleft, by_tying, by_place, by_state_wanted, by_vote, by_least, by_warning, by_calling, by_sharing, by_draft,
    by_modal, by_terms, by_effect, by_esteem, by_blame, by_command, by_repeating, by_reply, by_answer, by_not_happening,
    by_pleasing, by_laying_down,
    by_deaf_ears, by_echo, by_verdict, by_order, by_reception, by_condition_set, by_ceasing, by_denying, by_remaining,
}  # fmt: skip
_OF_MODALS: set[Rule] = {by_modal, by_draft, by_exchange, by_accord, by_would}
_OF_COPULAS = {by_due, by_idiom, by_standing}
_OF_PHRASES = {*_OF_COPULAS, by_onus, by_absence, by_exchange, by_bare_terms, by_hinging, by_condition}


def _without(*others: set[Rule]) -> Rules:
    return Rules(rule for rule in _RULES if not any(rule in other for other in others))


_AT_WORDS_ALONE, _NONE = _without(_OF_VERBS, _OF_PHRASES, _OF_MODALS), Rules()
_KINDS = (_OF_VERBS, _OF_COPULAS, _OF_MODALS)
_OF_KIND = {
    asked: _without(*(rules for rules, one in zip(_KINDS, asked, strict=True) if not one))
    for asked in product((False, True), repeat=len(_KINDS))
}
"""The rules for verbs or other heads of phrases, with or without a copula and a modal."""
_SENTENCE = attrgetter("sent")
_HELPERS = frozenset({"aux", "aux:pass"})
_SHARING = frozenset({"conj", "xcomp"})
"""What may have the modal of another verb, or of none: "must pay and leave", "has to leave"."""
_LATELY = 8
"""How many stances back the same one may stand."""
_FEW = 3
"""How many may hold one view each; what more of them hold is the view of all together."""
_MEETING = frozenset({"meet", "talk", "negotiate", "sit", "convene", "confer", "reconvene", "cooperate"})
_FUNCTION = frozenset({"ADP", "CCONJ", "DET", "NUM", "PRON", "SCONJ", "SYM"})
"""Parts of speech that tell no stance by themselves."""


class Positions:
    """Reads the positions of one article."""

    def __init__(self, text: ReadText, who: Who, actions: Actions, attributions: Attributions) -> None:
        self._ctx = Context(text, who, actions, attributions)

    def read(self, chosen: Callable[[Question], tuple[str, ...]]) -> Iterator[Position]:
        """Yield positions in text order; coordinated holders and actions each get their own.

        *chosen* says who would act where nobody is said to.
        """
        for read in self.found():
            found = read
            if read.action.inferred:
                borne = self._ctx.actions.unnamed.burdened(read.action.head)
                doer = tuple(p for p in chosen(self.question(read)) if p not in borne)
                found = replace(read, action=replace(read.action, doer=doer))
            for own in _multiplied(found):
                yield from self.statements(own)

    def found(self) -> Iterator[Found]:
        """Yield what the rules find, with the doers that they take, in text order."""
        for sentence, tokens in groupby(self._ctx.text.words(), key=_SENTENCE):
            without = silent(sentence.words)
            for token in tokens:
                for read in _rules_for(token).first(self._ctx, token, without):
                    yield from self._kept(read)

    def question(self, found: Found) -> Question:
        """Who would do what *found* is about."""
        action, before = found.action, [f for f in self._ctx.latest[-_LATELY:] if f is not found]
        return Question(
            word=found.word,
            head=action.head,
            stretch=(action.start, action.end),
            known=found.holder,
            ruled=action.doer,
            inferred=action.inferred,
            about=found.stance,
            conditional=found.hanging is not None,
            waited_for=found.rule.startswith("mirror") and found.stance == "demand",
            recipient=action.recipient,
            before=tuple((f.holder, f.action.doer) for f in before),
        )

    def _kept(self, read: Found) -> Iterator[Found]:
        """What is left of a stance that a rule has read, with those of others that it tells as well."""
        acting = done(self._ctx, read)
        if acting is None:
            return
        one = asked_instead(self._ctx, voted(self._ctx, meant(self._ctx, acting)))
        if one is None:
            dropped(read.word, read.rule, "whose refusal it is is not known")
        elif self._is_told(one) or self._is_passing(one):
            dropped(one.word, one.rule, "read already, or said in passing of a group without a name")
        else:
            one = made_to_act(self._ctx, filled_in(self._ctx, spelled_out(self._ctx, one)))
            also = [*joined(self._ctx, one), *mirrored(self._ctx, one)]
            self._ctx.latest += [one, *also]
            yield from (one, *also)

    def _is_passing(self, found: Found) -> bool:
        """ "The premium that investors demand": which thing is meant, not what some group without a name wants now."""
        verb, holder = found.word, found.holder[:1]
        nobody = bool(holder) and holder[0].islower() and self._ctx.text.names.sort_of(holder[0]) is None
        if not nobody or verb.pos_ != "VERB" or verb.dep_ != "acl:relcl" or mood.modals(verb) & {"must", "should"}:
            return False
        if "long" in {child.lower_ for child in verb.children}:
            return False
        described, before = clauses.antecedent(verb), verb.left_edge.nbor(-1).text if verb.left_edge.i else ","
        if described is None or described[1] != "object" or is_beside(described[0]):
            return False
        return "," not in {before, verb.left_edge.text}

    def _is_told(self, found: Found) -> bool:
        """Whether such a stance was read a moment ago: "pledged that it would open", "saw no point in talks"."""
        near = [f for f in self._ctx.latest[-_LATELY:] if f.action.head == found.action.head]
        return any(
            (f.holder == found.holder and f.word != found.word and f.action.end == found.action.end)
            or (
                (f.holder == found.holder or _is_of_his_own(f.holder, found.holder))
                and f.action.doer == found.action.doer
                and (f.stance in AGAINST) == (found.stance in AGAINST)
            )
            for f in near
        )

    def statements(self, found: Found) -> Iterator[Position]:
        """Yield the position that *found* is, if it has a holder and stands in the article."""
        action = found.action
        start = min(found.word.idx, action.start)
        end = max(found.word.idx + len(found.word), action.end)
        if found.rule.startswith("mirror"):
            start, end = action.start, action.end
        elif found.by is not None and found.by.idx > action.end:
            start, end = min(found.word.idx, opening(found.by).idx), max(found.word.idx, found.by.idx)
            end += len(found.word if end == found.word.idx else found.by)
        evidence = self._ctx.text.evidence(found.word, start, end)
        if evidence is None or not found.holder:
            dropped(found.word, found.rule, "not in the article, or whose stance it is is not known")
            return
        speaker = found.speaker or self._ctx.speaker(found.word)
        inferred = 0.15 if action.inferred else 0.0
        yield Position(
            id="",
            evidence=(evidence,),
            holder=found.holder,
            stance=found.stance,
            doer=action.doer,
            action=action.words,
            action_span=self._ctx.text.article.text[action.start : action.end],
            recipient=tuple(p for p in action.recipient if p not in found.holder)[:2],
            condition=self._condition(found),
            degree=action.degree,
            deadline=self._deadline(found),
            attribution=speaker.label,
            quoted=self._ctx.attributions.is_quoted(evidence.span_start, evidence.span_end),
            modality=self._ctx.attributions.hedge(found.word),
            confidence=round(max(0.1, found.sure - inferred), 2),
            rule=found.rule,
        )

    def _condition(self, found: Found) -> Condition | None:
        """What a stance hangs on, with who would have to do it."""
        told = found.hanging.record(self._ctx.text.article.text) if found.hanging else None
        if told is None or told.doer or found.rule.startswith("mirror"):
            return told
        return told.model_copy(update={"doer": fulfilling(self._ctx, found)})

    def _deadline(self, found: Found) -> str | None:
        beside = [c for c in found.action.head.children if c.dep_ in {"conj", "advcl", "parataxis"}]
        start, end = stretches.phrase(found.word, without=beside)
        for date in self._ctx.text.dates_in(min(start, found.action.start), max(end, found.action.end)):
            if date.deadline:
                return date.deadline
        today = self._ctx.text.article.date
        for date in self._ctx.text.dates_in(found.action.start, found.action.end):
            if date.limit is None and date.days and today and date.days.last > today:
                return date.days.last.isoformat()
        return None


def _rules_for(token: Token) -> Rules:
    """The rules that can find something at a word of the kind of *token*."""
    verb = token.pos_ in {"VERB", "AUX"}
    if not (verb or token.children):
        return _NONE if token.pos_ in _FUNCTION else _AT_WORDS_ALONE
    labels = {child.dep_ for child in token.children}
    copular = "cop" in labels
    modal = copular or not labels.isdisjoint(_HELPERS) or (token.dep_ in _SHARING and bool(mood.modals(token)))
    return _OF_KIND[verb, copular, modal]


def _multiplied(found: Found) -> Iterator[Found]:
    """ "Both sides pledged to withdraw", "neither Chad nor Mali will sign": two or three who hold one view, each of it.

    What hangs on something, and what they do with one another, is the stance of all together.
    """
    together = found.hanging is not None or found.rule.startswith(("mirror", "implied")) or _is_mutual(found)
    if together or not 1 < len(found.holder) <= _FEW:
        yield found
        return
    for party in found.holder:
        doer = (party,) if found.action.doer == found.holder else found.action.doer
        yield replace(found, holder=(party,), action=replace(found.action, doer=doer))


def _is_mutual(found: Found) -> bool:
    """ "They will meet again", "both agreed to keep negotiating": what is done with one another alone."""
    head = found.action.head
    return any(verb.lemma_ in _MEETING for verb in (head, *clauses.children(head, "xcomp")))


def _is_of_his_own(before: tuple[str, ...], holder: tuple[str, ...]) -> bool:
    """ "Orban promised that Hungary would sign": what Hungary would do, he has promised."""
    return len(before) == len(holder) == 1 and before[0] != holder[0] and party_of(before[0]) == holder[0]

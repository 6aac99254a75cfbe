"""Repairs of trees where a small parser goes wrong in known ways, each checked against the words.

Every repair moves a phrase to the word that plainly introduces it: an infinitive to the noun that calls for
one ("an offer by Kim to dismantle"), a that-clause to its verb of saying ("said last week that"), a gerund to its own
subject ("keen on Kim completing"). The rules of reading then walk one kind of tree.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.statements.repairs import (
    behind_after,
    behind_denials,
    behind_reports,
    bound_to,
    captives,
    clause_series,
    conditional,
    contact_clauses,
    empty_subjects,
    feelings,
    finite_forms,
    fronted_series,
    gerunds,
    headlines,
    infinitives,
    inserted,
    joined_clauses,
    joint_subjects,
    lists,
    lone_verbs,
    lost_subjects,
    main_verbs,
    movers,
    nouns,
    nouns_as_names,
    nouns_as_verbs,
    or_face,
    pairs_as_subjects,
    parallel_places,
    participles,
    phrases,
    predicates,
    predicates_as_nouns,
    relative_subjects,
    relatives,
    reports,
    said_clauses,
    series,
    subjunctives,
    subordinate,
    trailing,
    verbs_behind_to,
    whose,
    wishes,
    words,
)
from dragoman.statements.repairs.asking import Step
from dragoman.statements.repairs.vocabulary import Vocabulary

if TYPE_CHECKING:
    from dragoman.language.tree import Tree

__all__ = ["repair"]

Repairs = tuple[tuple[Any, ...], ...]
"""Repairs in their order, each with the word lists that it goes by."""

_CLOSED = frozenset({"ADP", "CCONJ", "DET", "NUM", "PRON", "PUNCT", "SPACE", "SYM"})
"""Parts of speech that no verb is taken for."""
_CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "xcomp"})
"""How a word hangs that may be moved to another clause though nothing hangs from it."""


def repair(doc: Tree) -> None:
    """Mend *doc* in place and settle it; each repair looks at one token and its surroundings: the time is linear."""
    steps = _steps()
    opened, closed, phrased = steps.open.mend, steps.closed.mend, steps.phrases.mend
    for token in doc:
        if token.pos_ in _CLOSED:
            closed(token)
        else:
            opened(token)
    spoken = [token for token in doc if not token.is_punct and token.pos_ != "DET"]
    for token in spoken:
        phrased(token)
    for mend in (steps.clauses.mend, steps.lists.mend):
        for token in spoken:
            if token.children or token.dep_ in _CLAUSAL:
                mend(token)
    doc.settle()


class _Steps:
    """All repairs, in their order: first those of what a word is taken for, and of the clause of a verb."""

    def __init__(self) -> None:
        known = Vocabulary()
        parting = (phrases.particle_before_object, known.parting)
        self.closed = Step(
            (or_face.or_face,),
            (words.mine,),
            (words.name,),
            (words.each_of_them,),
            (words.contracted,),
            (lone_verbs.finite_by_tag,),
            (words.verb_form,),
            (phrases.off_auxiliary,),
            parting,
            (pairs_as_subjects.pair_at_the_head, known.stances),
            (verbs_behind_to.verb_behind_to,),
            (predicates_as_nouns.verb_after_to,),
            (subjunctives.bare_verbs_asked,),
            (said_clauses.that_before_comma,),
        )
        self.open = Step(parting, *_forms(known), *_finite_verbs(known), *_objects_and_wishes(known))
        self.phrases, self.clauses, self.lists = _subjects_and_phrases(known), _clauses(known), _lists(known)


@cache
def _steps() -> _Steps:
    return _Steps()


def _forms(known: Vocabulary) -> Repairs:
    return (
        (lone_verbs.adjective_with_object,),
        (lone_verbs.finite_by_tag,),
        (lone_verbs.adjective_of_name,),
        (feelings.verb_before_feeling,),
        (words.noun_of_one_kind,),
        (words.let_alone,),
        (words.no_matter,),
        (words.whether_or_not,),
        (words.verb_form,),
        (words.office,),
        (words.unwilling,),
        (words.contracted,),
        (verbs_behind_to.verb_behind_to,),
        (finite_forms.no_past,),
        (nouns_as_verbs.crossing_of_name,),
        (nouns_as_verbs.noun_given_way_to,),
        (predicates_as_nouns.hangs_on,),
        (words.strong_past,),
        (words.past_like_passive,),
        (predicates_as_nouns.command_in_quotation,),
        (predicates_as_nouns.adjective_with_subject,),
        (nouns_as_names.small_name,),
        (nouns_as_names.capitals_with_s,),
        (nouns_as_names.plural_of_states,),
        (words.neighbouring,),
        (phrases.adverb_before_phrase,),
        (phrases.adverb_before_object,),
        (phrases.back_before_object,),
        (phrases.off_auxiliary,),
        (predicates_as_nouns.demands, known.stances),
        (nouns_as_verbs.wished_things,),
        (predicates_as_nouns.verb_in_ise,),
        (predicates_as_nouns.verb_in_relative,),
        (predicates_as_nouns.subjunctive, known.stances),
        (finite_forms.perfect, known.parted),
        (finite_forms.perfect_of_object,),
        (finite_forms.lent,),
        (finite_forms.past_like_base,),
        (finite_forms.past_of_one,),
        (nouns_as_verbs.noun_behind_verb, known.taking),
        (nouns_as_verbs.noun_behind_compound, known.holding),
        (nouns_as_verbs.noun_at_the_head,),
        (nouns_as_verbs.between_two,),
        (nouns_as_verbs.verb_behind_name, known.stances),
        (nouns_as_verbs.verb_behind_aside, known.stances),
        (contact_clauses.denying_plural,),
        (nouns_as_verbs.noun_with_article,),
        (nouns_as_verbs.member_states,),
        (predicates_as_nouns.adjective_as_noun, known.adjectives),
        (reports.report_behind, known.saying),
        (reports.saying_joined, known.saying),
        (reports.report_behind_quote, known.saying),
        (behind_reports.tail_of_report, known.saying),
        (predicates_as_nouns.verb_after_to,),
        (predicates_as_nouns.verb_before_plural,),
        (predicates_as_nouns.verb_after_than,),
        (predicates_as_nouns.verb_after_modal,),
        (predicates_as_nouns.verb_before_its_thing,),
        (series.adjective_in_series,),
    )


def _finite_verbs(known: Vocabulary) -> Repairs:
    return (
        (contact_clauses.contact_clause, known.things, known.transitive, known.people),
        (contact_clauses.clause_with_that, known.transitive),
        (predicates.thing_behind_name,),
        (main_verbs.main_verb,),
        (main_verbs.lost_verb,),
        (main_verbs.joined_verb,),
        (main_verbs.joined_to_noun, known.stances),
        (main_verbs.active, known.active, known.people),
        (headlines.bare_headline_verb, known.stances),
        (headlines.to_come, known.people),
        (lone_verbs.sole_finite_verb,),
        (lone_verbs.plural_before_infinitive,),
        (main_verbs.verb_before_object,),
        (said_clauses.verb_in_what_is_said,),
        (main_verbs.verb_behind_adjective,),
        (main_verbs.verb_behind_participle,),
        (lone_verbs.verb_before_its_object,),
        (main_verbs.verb_behind_relative,),
        (bound_to.include_behind_relative,),
        (main_verbs.subject_of_aside,),
        (main_verbs.verb_behind_but,),
        (behind_after.verb_behind_until,),
        (main_verbs.verb_behind_whose,),
        (headlines.two_names,),
        (headlines.names_of_plural_verb,),
        (behind_after.main_verb_before_after,),
        (behind_after.clause_behind_after,),
    )


def _objects_and_wishes(known: Vocabulary) -> Repairs:
    return (
        (behind_after.object_before_after, known.opening),
        (participles.gerund_before_noun, known.gerunds),
        (participles.gerund_in_compound, known.gerunds),
        (participles.gerund_proposed, known.gerunds),
        (participles.doing_of_clause, known.gerunds),
        (participles.gerund_of_text,),
        (participles.gerund_of_letter,),
        (movers.gerund_of_mover, known.stances),
        (participles.participle_of_fronted_noun,),
        (participles.participle_with_agent,),
        (participles.joined_by_agent,),
        (participles.having_done,),
        (participles.participle_of_source,),
        (captives.taken_before,),
        (finite_forms.urging,),
        (finite_forms.bound_by,),
        (finite_forms.told_somebody,),
        (finite_forms.past_behind_that,),
        (wishes.wants_as_auxiliary,),
        (wishes.said_as_auxiliary, known.saying),
        (wishes.wanted_done,),
        (wishes.wanted_so,),
        (bound_to.bound_to_do,),
        (bound_to.stop_to_things,),
        (bound_to.stop_to_named_things,),
        (wishes.done_as_well,),
        (wishes.wanted_thing,),
        (wishes.told_bare,),
        (wishes.wanted_to,),
        (subjunctives.bare_verbs_asked,),
    )


def _subjects_and_phrases(known: Vocabulary) -> Step:
    return Step(
        (empty_subjects.it_does,),
        (subordinate.subject_taken_for_compound,),
        (subordinate.subject_of_clause,),
        (subordinate.subject_behind_date,),
        (words.strong_past,),
        (nouns.object_as_predicate,),
        (lone_verbs.subject_behind_opening,),
        (lone_verbs.subject_in_fronted_clause,),
        (lone_verbs.speaker_taken_for_noun, known.saying),
        (lone_verbs.thing_believed, known.saying),
        (words.taken_for_verb,),
        (subordinate.mark_before_subject,),
        (subordinate.clause_taken_for_phrase,),
        (subordinate.clause_with_reason,),
        (subordinate.condition_joined,),
        (conditional.provided,),
        (conditional.condition_off_noun,),
        (conditional.condition_off_participle,),
        (conditional.condition_behind_relative,),
        (conditional.inverted_before_report,),
        (conditional.object_before_inverted,),
        (subordinate.behind_which,),
        (subordinate.joint_subject,),
        (subordinate.object_taken_for_subject,),
        (subordinate.name_before_compound,),
        (subordinate.only_once,),
        (subordinate.perfect_joined,),
        (subordinate.wish_behind_relative, known.stances),
        (nouns.agent_of_noun, known.holding),
        (nouns.phrase_of_noun, known.bringing),
        (phrases.described_subject,),
        (phrases.given_for,),
        (phrases.in_return_before_name,),
        (phrases.on_the_table,),
        (phrases.given_sum,),
        (phrases.called_so,),
        (predicates.called_so,),
        (predicates.called_by_article,),
        (predicates.kept_so,),
        (predicates.seen_as,),
        (phrases.accused_of,),
        (phrases.nothing_of,),
        (phrases.phrase_of_spell,),
        (wishes.for_to_judged,),
        (wishes.for_to, known.asking | known.adjectives),
        (phrases.reduced_relative, known.anaphors),
        (lists.verb_joined_to_object, known.parted),
        (relatives.infinitive_in_relative,),
        (relatives.relative_behind_comma,),
        (relatives.relative_behind_aside,),
        (relatives.relative_goes_on,),
        (whose.verb_behind_name,),
        (lists.past_in_series,),
        (clause_series.charge_goes_on,),
        (clause_series.among_them_that,),
        (said_clauses.finite_in_what_is_said,),
        (said_clauses.insisted_all_along,),
        (relatives.text_endorsed,),
        (said_clauses.told_by_somebody,),
        (participles.himself_denied,),
        (relatives.group_that_wants,),
        (relative_subjects.verb_behind_named_subject,),
        (relative_subjects.verb_behind_joined_subject,),
        (relative_subjects.object_of_relative,),
        (relative_subjects.relative_of_both,),
        (lost_subjects.first_of_series,),
        (lost_subjects.noun_before_participle,),
        (lost_subjects.name_without_case,),
        (lost_subjects.subject_of_aside,),
        (lost_subjects.subject_before_aside,),
        (lost_subjects.with_before_clause,),
        (joined_clauses.subject_behind_and, known.saying),
        (fronted_series.names_behind_series,),
        (parallel_places.joined_to_place,),
    )


def _clauses(known: Vocabulary) -> Step:
    return Step(
        (nouns.infinitive_of_noun, known.holding),
        (nouns.gerund_of_noun, known.holding),
        (reports.joint_subject_behind_report, known.saying),
        (pairs_as_subjects.name_between_commas,),
        (pairs_as_subjects.joined_behind_aside,),
        (joint_subjects.both_behind_relative,),
        (conditional.fronted_clause, known.saying),
        (conditional.condition_of_what_is_said, known.saying),
        (reports.clause_after_time, known.saying),
        (reports.clause_said_bare, known.saying),
        (reports.clause_told,),
        (subjunctives.clause_asked_for,),
        (nouns.clause_of_noun, known.holding),
        (relatives.noun_told_again,),
        (subordinate.relative_of_noun, known.taking, known.parting),
        (relatives.noun_taking_up, known.beside),
        (reports.speaker_behind, known.saying),
        (inserted.inserted_report, known.saying),
        (inserted.infinitive_behind_report, known.saying),
        (trailing.behind_infinitive, known.opening),
        (trailing.behind_report, known.opening),
        (reports.verb_after_report,),
        (reports.clause_goes_on, known.saying),
        (headlines.verb_in_compound,),
        (behind_denials.said_behind_denial,),
        (reports.finite_goes_on,),
        (said_clauses.active_behind_passive,),
        (finite_forms.helped_goes_on,),
        (reports.after_comma,),
        (main_verbs.plural_goes_on,),
        (reports.goes_on_in_contrast,),
        (reports.past_behind_proposal,),
        (reports.goes_on_alone,),
        (lists.participle_goes_on,),
        (lists.series_goes_on,),
        (lists.infinitive_goes_on,),
        (lists.modal_goes_on,),
        (lists.bare_goes_on, known.saying),
        (lists.bare_behind_infinitive,),
        (infinitives.infinitive_of_verb, known.offering),
        (infinitives.infinitive_behind_letter,),
        (movers.aside_before_verb,),
        (gerunds.gerund_of_verb,),
        (gerunds.gerund_as_subject, known.saying),
        (gerunds.gerund_behind_with,),
        (gerunds.gerund_with_subject,),
    )


def _lists(known: Vocabulary) -> Step:
    return Step(
        (gerunds.listed_gerunds, known.saying),
        (phrases.as_well_as,),
        (series.infinitive_series,),
        (series.phrase_goes_on,),
        (series.closing_member,),
        (clause_series.that_goes_on,),
        (clause_series.would_goes_on,),
        (clause_series.main_clause_goes_on,),
        (clause_series.condition_goes_on,),
        (series.action_series, known.asking),
        (series.thing_series, known.stances),
        (series.things_alike, known.taking, known.people),
    )

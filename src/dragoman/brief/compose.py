"""Putting a brief together from the case, its analysis, the statements and the articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman._version import __version__
from dragoman.articles.article import Article
from dragoman.brief import bargaining, movement, relations, timeline, wants
from dragoman.brief.agreements import agreements
from dragoman.brief.bargaining import DeadlineLine, PositionLine
from dragoman.brief.document import Brief, Counts, Disagreement, DisagreementLine, Made
from dragoman.brief.evidence import Cited, Refused, Use, article_texts, cited, sound
from dragoman.brief.expected import expected
from dragoman.brief.issues import IssueLine, issues
from dragoman.brief.movement import MovementLine
from dragoman.brief.naming import Names
from dragoman.brief.outcomes import outcomes
from dragoman.brief.record import Ids, Sentence, Skipped
from dragoman.brief.relations import TieLine, ViewLine
from dragoman.brief.short import in_short
from dragoman.brief.since import since
from dragoman.brief.timeline import ActLine
from dragoman.brief.trust import ReaderMeasures, trust_in
from dragoman.brief.wants import OptionLine, PartyLine
from dragoman.case.analysis import Analysis
from dragoman.case.case import Case
from dragoman.statements.statement import Statement

__all__ = ["compose"]


def compose(
    case: Case,
    analysis: Analysis | None,
    statements: Iterable[Statement],
    articles: Iterable[Article],
    *,
    skipped: Iterable[Skipped] = (),
    reader: ReaderMeasures | None = None,
    settings: Mapping[str, str] | None = None,
    disagreements: Iterable[Disagreement] = (),
    names: Mapping[str, str] | None = None,
    earlier: Case | None = None,
) -> Brief:
    """Compose the brief of *case*.

    A statement whose quote is not in its article is refused and counted; a statement about an article that is not
    at hand is kept. Ids that the case cites and no statement has are named in ``brief.made.missing``.

    Parameters
    ----------
    case, analysis
        The conflict model and what the method says of it; None shows the case without outcomes.
    statements, articles
        What was read and where; either may be empty. Articles keep their order.
    skipped
        What could not be taken in.
    reader
        Measured precision of the reader, for the first screen.
    settings
        What was set for this run, shown as name and value.
    disagreements
        Where the articles disagree.
    names
        What ids are called that are no party of the case.
    earlier
        The case of an earlier brief, to say what changed since.

    Examples
    --------
    >>> from dragoman.case.case import Option, Party
    >>> case = Case(title="The strait", parties={"RUR": Party(name="Ruritania")},
    ...             options={"reopen": Option(party="RUR", does="reopen the strait")})
    >>> brief = compose(case, None, (), ())
    >>> brief.in_short.stands[1].text
    'As things stand, none of the moves in the case is taken.'
    """
    sources = _gather(case, statements, articles, names)
    lines = _lines(case, sources, disagreements)
    numbered = cited(sources.statements, sources.order, sources.names, lines.uses())
    found = outcomes(analysis, lines.parties, lines.options, sources.names)
    by_hand = sum(line.by_hand for line in numbered)
    stands = movement.sides(lines.options)
    return Brief(
        title=case.title,
        as_of=case.as_of,
        names=_names(case, numbered, sources.names),
        counts=_counts(case, sources.articles, numbered),
        trust=trust_in(len(numbered) - by_hand, by_hand, reader),
        in_short=in_short(case, lines.parties, lines.options, found, deadlines=lines.deadlines, names=sources.names),
        parties=lines.parties,
        options=lines.options,
        issues=lines.issues,
        since=since(earlier, case, sources.known),
        movements=lines.movements,
        sides=stands,
        pairs=movement.pairs(lines.parties, stands),
        positions=lines.positions,
        deadlines=lines.deadlines,
        outcomes=found,
        agreements=agreements(case, analysis.states, sources.names, sources.known) if analysis else None,
        expected=expected(case, analysis, sources.statements, sources.articles, lines.issues, sources.names),
        acts=lines.acts,
        ties=lines.ties,
        views=lines.views,
        disagreements=lines.disagreements,
        statements=numbered,
        articles=article_texts(sources.articles, numbered),
        made=_made(case, sources, settings, (*skipped, *sources.doubled)),
    )


@dataclass(frozen=True)
class _Sources:
    """What came in, each article and statement once, statements in the order of their words."""

    names: Names
    articles: Sequence[Article]
    statements: Sequence[Statement]
    refused: tuple[Refused, ...]
    doubled: Sequence[Skipped]

    @cached_property
    def known(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def texts(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def order(self) -> dict[str, int]:
        return {article.id: place for place, article in enumerate(self.articles)}


def _gather(
    case: Case, statements: Iterable[Statement], articles: Iterable[Article], names: Mapping[str, str] | None
) -> _Sources:
    kept, doubled = _once(articles)
    called = Names(case, names)
    used, refused = sound(statements, {article.id: article for article in kept})
    found = _Sources(called, kept, used, refused, doubled)
    ordered = [found.known[line.id] for line in cited(used, found.order, called, {})]
    return replace(found, statements=ordered)


@dataclass(frozen=True)
class _Lines:
    """The lines of the sections that rest on statements."""

    parties: tuple[PartyLine, ...]
    options: tuple[OptionLine, ...]
    issues: tuple[IssueLine, ...]
    movements: tuple[MovementLine, ...]
    positions: tuple[PositionLine, ...]
    deadlines: tuple[DeadlineLine, ...]
    acts: tuple[ActLine, ...]
    ties: tuple[TieLine, ...]
    views: tuple[ViewLine, ...]
    disagreements: tuple[DisagreementLine, ...]

    def uses(self) -> dict[str, list[Use]]:
        """For each statement the lines that rest on it."""
        sections: dict[str, list[tuple[str, Ids]]] = {
            "parties": [(wish.line, wish.statements) for party in self.parties for wish in party.priorities],
            "wants": [(option.line, _behind(option)) for option in self.options],
            "issues": [
                (issue.line, tuple(found for place in issue.places for found in place.statements))
                for issue in self.issues
            ],
            "movements": [(line.line, (*line.before, *line.after)) for line in self.movements],
            "table": [(line.line, line.statements) for line in self.positions],
            "deadlines": [(line.line, line.statements) for line in self.deadlines],
            "timeline": [(line.line, line.statements) for line in self.acts],
            "ties": [(line.line, line.statements) for line in self.ties],
            "views": [(line.line, line.statements) for line in self.views],
            "disagreements": [
                (line.line, tuple(found for side in line.sides for found in side.statements))
                for line in self.disagreements
            ],
        }
        uses: dict[str, list[Use]] = defaultdict(list)
        for section, lines in sections.items():
            for line, ids in lines:
                for found in dict.fromkeys(ids):
                    uses[found].append(Use(section=section, line=line))
        return uses


def _lines(case: Case, sources: _Sources, disagreements: Iterable[Disagreement]) -> _Lines:
    names, statements = sources.names, sources.statements
    parties = wants.parties(case, names, sources.known)
    positions = bargaining.positions(statements, case, names)
    return _Lines(
        parties=parties,
        options=wants.options(case, parties, names, sources.known),
        issues=issues(case, sources.known),
        movements=movement.who_moved(case, statements, sources.articles, names),
        positions=positions,
        deadlines=bargaining.deadlines(case, positions, sources.known),
        acts=timeline.acts(statements, sources.texts, names),
        ties=relations.ties(statements, case, names),
        views=relations.views(statements, names),
        disagreements=_disagreements(disagreements, sources.known),
    )


def _once(articles: Iterable[Article]) -> tuple[list[Article], list[Skipped]]:
    kept: dict[str, Article] = {}
    doubled = []
    for article in articles:
        if article.id in kept:
            doubled.append(Skipped(source=article.source, why=f"another article has the id “{article.id}”"))
        else:
            kept[article.id] = article
    return list(kept.values()), doubled


def _behind(option: OptionLine) -> Ids:
    return tuple(dict.fromkeys((*option.statements, *(found for cell in option.cells for found in cell.statements))))


def _disagreements(
    disagreements: Iterable[Disagreement], known: Mapping[str, Statement]
) -> tuple[DisagreementLine, ...]:
    lines = []
    rank = {"contradict": 0, None: 1, "tension": 2, "complement": 3}
    for number, disagreement in enumerate(sorted(disagreements, key=lambda found: rank[found.verdict]), start=1):
        sides = tuple(
            side.model_copy(update={"statements": tuple(found for found in side.statements if found in known)})
            for side in disagreement.sides
        )
        lines.append(
            DisagreementLine(
                line=f"disagreement-{number}",
                about=disagreement.about,
                kind=disagreement.kind,
                verdict=disagreement.verdict,
                sides=sides,
            )
        )
    return tuple(lines)


def _names(case: Case, lines: Sequence[Cited], names: Names) -> dict[str, str]:
    seen = {actor for line in lines for actor in line.parties}
    seen.update(end for tie in case.ties for end in (tie.from_, tie.to))
    seen.update(actor for deadline in case.deadlines for actor in (*deadline.by, *deadline.on))
    return {actor: names.of(actor) for actor in (*case.parties, *sorted(seen - set(case.parties)))}


def _counts(case: Case, articles: Sequence[Article], lines: Sequence[Cited]) -> Counts:
    days = sorted(article.date for article in articles if article.date)
    kinds = Counter(line.kind for line in lines)
    bases = Counter(wish.basis for wishes in case.preferences.values() for wish in wishes)
    return Counts(
        articles=len(articles),
        copies=sum(len(article.copies) for article in articles),
        outlets=len({outlet for article in articles for outlet in article.outlets}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        undated=len(articles) - len(days),
        statements={kind: kinds[kind] for kind in ("position", "act", "tie", "view") if kinds[kind]},
        preferences={basis: bases[basis] for basis in ("words", "default", "judgement", "promise") if bases[basis]},
    )


def _made(case: Case, sources: _Sources, settings: Mapping[str, str] | None, skipped: tuple[Skipped, ...]) -> Made:
    places = (place for issue in case.issues.values() for place in issue.places.values())
    wishes = (wish for wishes in case.preferences.values() for wish in wishes)
    lines = (
        *case.parties.values(), *case.options.values(), *places, *case.infeasible, *case.ties, *case.deadlines,
        *case.left_out, *wishes,
    )  # fmt: skip
    asked = dict.fromkeys(found for line in lines for found in line.evidence)

    def sentence(what: str, why: str, evidence: Ids) -> Sentence:
        ids = tuple(found for found in evidence if found in sources.known)
        return Sentence(text=f"{what}: {why}" if why else what, statements=ids)

    def words(logic: str) -> str:
        return "".join(part.text for part in wants.logic_parts(logic, case, sources.names))

    return Made(
        version=__version__,
        settings=dict(sorted((settings or {}).items())),
        skipped=skipped,
        refused=sources.refused,
        missing=tuple(found for found in asked if found not in sources.known),
        left_out=tuple(sentence(line.what, line.why, line.evidence) for line in case.left_out),
        infeasible=tuple(sentence(words(line.when), line.why, line.evidence) for line in case.infeasible),
    )

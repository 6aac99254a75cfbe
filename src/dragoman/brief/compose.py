"""Putting a brief together from the case, its analysis, the statements and the articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman._version import __version__
from dragoman.articles.article import Article
from dragoman.brief import bargaining, relations, timeline, wants
from dragoman.brief.document import Brief, Counts, Disagreement, DisagreementLine, Made
from dragoman.brief.evidence import Cited, Refused, Use, article_texts, cited, sound
from dragoman.brief.naming import Names
from dragoman.brief.outcomes import outcomes
from dragoman.brief.record import Ids, Sentence, Skipped
from dragoman.brief.short import in_short
from dragoman.brief.trust import BY_HAND, ReaderMeasures, trust_in
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

    Examples
    --------
    >>> from dragoman.case.case import Option, Party
    >>> case = Case(title="The strait", parties={"RUR": Party(name="Ruritania")},
    ...             options={"reopen": Option(party="RUR", does="reopen the strait")})
    >>> brief = compose(case, None, (), ())
    >>> brief.in_short.stands[1].text
    'As things stand, none of the moves in the case is taken.'
    """
    called = Names(case, names)
    kept_articles, doubled = _once(articles)
    texts = {article.id: article for article in kept_articles}
    order = {name: place for place, name in enumerate(texts)}
    used, refused = sound(statements, texts)
    known = {line.id: line for line in used}
    ordered = [known[line.id] for line in cited(used, order, called, {})]
    known = {line.id: line for line in ordered}

    parties = wants.parties(case, called, known)
    options = wants.options(case, parties, called, known)
    positions = bargaining.positions(ordered, case, called)
    deadlines = bargaining.deadlines(case, positions, known)
    acts = timeline.acts(ordered, texts, called)
    ties = relations.ties(ordered, case, called)
    views = relations.views(ordered, called)
    differing = _disagreements(disagreements, known)
    lines = {
        "parties": [(wish.line, wish.statements) for party in parties for wish in party.priorities],
        "wants": [(option.line, _behind(option)) for option in options],
        "table": [(line.line, line.statements) for line in positions],
        "deadlines": [(line.line, line.statements) for line in deadlines],
        "timeline": [(line.line, line.statements) for line in acts],
        "ties": [(line.line, line.statements) for line in ties],
        "views": [(line.line, line.statements) for line in views],
        "disagreements": [
            (line.line, tuple(found for side in line.sides for found in side.statements)) for line in differing
        ],
    }
    numbered = cited(ordered, order, called, _uses(lines))
    found = outcomes(analysis, parties, options, called)
    by_hand = sum(line.rule in BY_HAND for line in ordered)
    return Brief(
        title=case.title,
        as_of=case.as_of,
        names=_names(case, numbered, called),
        counts=_counts(case, kept_articles, numbered),
        trust=trust_in(len(ordered) - by_hand, by_hand, reader),
        in_short=in_short(case, parties, options, found, deadlines=deadlines, names=called),
        parties=parties,
        options=options,
        positions=positions,
        deadlines=deadlines,
        outcomes=found,
        acts=acts,
        ties=ties,
        views=views,
        disagreements=differing,
        statements=numbered,
        articles=article_texts(kept_articles, numbered),
        made=_made(case, settings, (*skipped, *doubled), refused, known, names=called),
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


def _behind(option: wants.OptionLine) -> Ids:
    return tuple(dict.fromkeys((*option.statements, *(found for cell in option.cells for found in cell.statements))))


def _uses(sections: Mapping[str, Sequence[tuple[str, Ids]]]) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = defaultdict(list)
    for section, lines in sections.items():
        for line, ids in lines:
            for found in ids:
                uses[found].append(Use(section=section, line=line))
    return uses


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


def _made(
    case: Case,
    settings: Mapping[str, str] | None,
    skipped: tuple[Skipped, ...],
    refused: tuple[Refused, ...],
    known: Mapping[str, Statement],
    *,
    names: Names,
) -> Made:
    lines = (
        *case.parties.values(), *case.options.values(), *case.infeasible, *case.ties, *case.deadlines, *case.left_out,
        *(wish for wishes in case.preferences.values() for wish in wishes),
    )  # fmt: skip
    asked = dict.fromkeys(found for line in lines for found in line.evidence)

    def sentence(what: str, why: str, evidence: Ids) -> Sentence:
        ids = tuple(found for found in evidence if found in known)
        return Sentence(text=f"{what}: {why}" if why else what, statements=ids)

    return Made(
        version=__version__,
        settings=dict(sorted((settings or {}).items())),
        skipped=skipped,
        refused=refused,
        missing=tuple(found for found in asked if found not in known),
        left_out=tuple(sentence(line.what, line.why, line.evidence) for line in case.left_out),
        infeasible=tuple(
            sentence("".join(part.text for part in wants.logic_parts(line.when, case, names)), line.why, line.evidence)
            for line in case.infeasible
        ),
    )

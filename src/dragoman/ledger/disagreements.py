"""Where articles, or the sources in them, differ: whether it happened, who began it, who stands where, what relation.

Precise rather than many: two parties that want different things do not disagree about facts, and an article that is
silent contradicts nobody.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.articles.article import Article
from dragoman.ledger.acts_apart import ActsApart
from dragoman.ledger.disagreement import RANK, Disagreement, Side, Teller
from dragoman.ledger.positions_apart import PositionsApart
from dragoman.ledger.thesaurus import Thesaurus, load_thesaurus
from dragoman.ledger.ties_apart import TiesApart
from dragoman.statements.statement import Act, Position, Statement, Tie

__all__ = ["Disagreement", "Side", "disagreements"]


def disagreements(
    statements: Iterable[Statement], articles: Iterable[Article] = (), *, thesaurus: Thesaurus | None = None
) -> tuple[Disagreement, ...]:
    """Return where the accounts in *statements* differ, contradictions first.

    Compared are acts (done against denied; stopped against going on; two dates; two initiators of one meeting),
    positions of one holder on one doer's action (for against against; step by step against all first; in part against
    in full) and ties of one pair (cold against warm). What one article says at two places counts only where its source
    differs or the acts pull against each other. The order of *statements* does not matter.

    Examples
    --------
    >>> from dragoman.statements.statement import statement_adapter
    >>> def said(number, status):
    ...     words = "Ruritania withdrew its troops"
    ...     return statement_adapter.validate_python({
    ...         "id": f"a-{number}", "kind": "act", "actor": ["RUR"], "event": "RETREAT", "status": status,
    ...         "article": f"art{number}", "sentence": words, "char_start": 0, "char_end": 29,
    ...         "span": words, "span_start": 0, "span_end": 29})
    >>> [found] = disagreements([said(1, "done"), said(2, "denied")])
    >>> found.verdict, found.topic, [side.statements for side in found.sides]
    ('contradict', 'Whether it happened: RUR and troop deployments.', [('a-1',), ('a-2',)])
    """
    words = thesaurus or load_thesaurus()
    ordered = sorted(statements, key=lambda statement: statement.id)
    tell = Teller(words, {article.id: article for article in articles})
    acts = [statement for statement in ordered if isinstance(statement, Act)]
    positions = [statement for statement in ordered if isinstance(statement, Position)]
    ties = [statement for statement in ordered if isinstance(statement, Tie)]
    found = [*ActsApart(tell).found(acts), *PositionsApart(tell).found(positions), *TiesApart(tell).found(ties)]
    found.sort(key=lambda one: (RANK.index(one.verdict), one.kind, one.topic))
    return tuple(found)

"""The example on the talks with North Korea: its articles, its reviewed statements and its case belong together."""

from pathlib import Path

import pytest

from dragoman.articles.article import Article
from dragoman.articles.load import Loaded, load
from dragoman.case.analyse import analyse
from dragoman.case.analysis import Analysis, LayerName
from dragoman.case.case import Case
from dragoman.case.file import load_case
from dragoman.statements.file import load_statements
from dragoman.statements.statement import Statement, statement_id

EXAMPLE = Path(__file__).parents[2] / "examples" / "korea-2019"
FULL_EXCHANGE = {"full_relief", "disarm", "us_talks", "nk_talks"}
SMALL_DEAL = (
    *("partial_relief", "us_talks", "yongbyon", "test_freeze", "nk_talks"),
    *("china_eases", "russia_eases", "seoul_urges", "seoul_projects", "japan_lobbies"),
)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(EXAMPLE / "articles")


@pytest.fixture(scope="module")
def articles(loaded: Loaded) -> dict[str, Article]:
    return {article.id: article for article in loaded.articles}


@pytest.fixture(scope="module")
def statements() -> tuple[Statement, ...]:
    return load_statements(EXAMPLE / "statements.jsonl")


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(EXAMPLE / "case.yaml")


@pytest.fixture(scope="module")
def analysis(case: Case) -> Analysis:
    return analyse(case)


def _evidence_of(case: Case) -> set[str]:
    """Every statement id that any line of the case cites."""
    lines = [
        *case.parties.values(),
        *case.options.values(),
        *case.infeasible,
        *(line for lines in case.preferences.values() for line in lines),
        *case.issues.values(),
        *(place for issue in case.issues.values() for place in issue.places.values()),
        *case.ties,
        *case.deadlines,
        *case.left_out,
    ]
    return {cited for line in lines for cited in line.evidence}


def test_every_article_comes_in(loaded: Loaded):
    """Nothing is skipped, and nine articles stand for the ten."""
    assert loaded.skipped == ()
    assert len(loaded.articles) == 9


def test_every_article_says_when_and_where(loaded: Loaded):
    """Every article has its date and its outlet."""
    assert [article.id for article in loaded.articles if article.date is None or article.outlet is None] == []


def test_wire_copy_is_counted_once(articles: dict[str, Article]):
    """The cut wire copy is found, and both outlets are named."""
    report = articles["01-hanoi-no-deal"]
    assert [copy.id for copy in report.copies] == ["02-hanoi-wire-copy"]
    assert report.outlets == ("Meridian News Agency", "The Port Courier")


def test_page_keeps_its_words_and_loses_its_script(articles: dict[str, Article]):
    """Of the web page the report is kept, and no script, menu or related link."""
    text = articles["06-kim-deadline"].text
    assert "bold decision" in text
    assert not any(debris in text for debris in ("script", "Subscribe", "More from Meridian", "Terms"))


def test_debris_of_the_repost_is_marked(articles: dict[str, Article]):
    """Counters, related links and adverts are marked as debris; the report itself is not."""
    article = articles["10-abe-washington-repost"]
    marked = " ".join(debris.of(article.text) for debris in article.debris)
    assert all(words in marked for words in ("2,318 views", "RELATED:", "squirrels", "newsletter"))
    assert not any(words in marked for words in ("Tokyo is against", "What worries Tokyo"))


def test_every_quote_stands_at_its_place(articles: dict[str, Article], statements: tuple[Statement, ...]):
    """Sentence and telling words of every statement are exactly what its article has there."""
    astray = [
        statement.id
        for statement in statements
        for place in statement.evidence
        if not place.stands_in(articles[place.article].text)
    ]
    assert astray == []


def test_every_article_is_used(articles: dict[str, Article], statements: tuple[Statement, ...]):
    """Every article has statements."""
    assert {statement.article for statement in statements} == set(articles)


def test_ids_follow_from_the_statements(statements: tuple[Statement, ...]):
    """Every id is the one that the statement's content and place give, and none comes twice."""
    assert [s.id for s in statements if s.id != statement_id(s)] == []
    assert len({s.id for s in statements}) == len(statements)


def test_every_statement_is_reviewed(statements: tuple[Statement, ...]):
    """All statements say that a person made them."""
    assert {(statement.rule, statement.confidence) for statement in statements} == {("reviewed", 1.0)}


def test_all_evidence_exists(case: Case, statements: tuple[Statement, ...]):
    """Every id that the case cites is a statement."""
    assert _evidence_of(case) - {statement.id for statement in statements} == set()


def test_what_the_words_say_has_evidence(case: Case):
    """Every option and preference that is said to come from the words cites a statement."""
    lines = [*case.options.values(), *(line for lines in case.preferences.values() for line in lines)]
    assert [line for line in lines if line.basis in ("words", "promise") and not line.evidence] == []


def test_six_parties_can_act(case: Case):
    """The six governments are parties, and each controls an option."""
    assert set(case.parties) == {"USA", "PRK", "CHN", "RUS", "KOR", "JPN"}
    assert {option.party for option in case.options.values()} == set(case.parties)


@pytest.mark.parametrize("layer", ["words", "defaults", "promises"])
def test_status_quo_holds(analysis: Analysis, layer: LayerName):
    """No party gains by leaving the status quo, whichever preference lines count."""
    assert "nash" in analysis.layers[layer].status_quo.equilibrium


def test_full_exchange_is_better_for_all_and_holds_by_answers_only(analysis: Analysis):
    """All relief against all weapons is better for everybody, and held by SEQ but not by Nash."""
    best = next(o for o in analysis.layers["defaults"].better_for_all if set(o.on) >= FULL_EXCHANGE)
    assert set(best.better_for) == set(analysis.parties)
    assert "seq" in best.equilibrium
    assert "nash" not in best.equilibrium


@pytest.mark.parametrize(
    ("line", "holds"),
    [("not partial_relief unless disarm", ()), ("not partial_relief unless disarm or yongbyon", ("gmr", "smr", "seq"))],
)
def test_small_deal_hangs_on_one_line(case: Case, line: str, holds: tuple[str, ...]):
    """Yongbyon against partial relief holds for Washington only if Yongbyon is enough for it."""
    usa = tuple(
        old.model_copy(update={"prefers": line}) if old.prefers == "not partial_relief unless disarm" else old
        for old in case.preferences["USA"]
    )
    changed = {"status_quo": SMALL_DEAL, "preferences": {**case.preferences, "USA": usa}}
    now = analyse(case.model_copy(update=changed)).layers["defaults"].status_quo
    assert now.stable_for["USA"] == holds


def test_after_the_deadline_the_north_may_stay_away(case: Case):
    """Without what Kim grants until the end of 2019, a state without him at the table holds too."""
    kept = tuple(line for line in case.preferences["PRK"] if "us_talks" not in line.prefers)
    changed = case.model_copy(update={"preferences": {**case.preferences, "PRK": kept}})
    holding = [set(o.on) for o in analyse(changed).layers["defaults"].outcomes if "nash" in o.equilibrium]
    assert any("us_talks" in on and "nk_talks" not in on and "test_freeze" in on for on in holding)

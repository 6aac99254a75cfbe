"""An article in another language is named and skipped; English is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.articles.load import load
from dragoman.articles.tongue import foreign_language

TEXTS = {
    "French": "Le gouvernement a rejeté la proposition de la partie adverse et demande que les négociations reprennent "
    "dans les prochains jours avec un médiateur qui ne soit pas un des pays de la région.",
    "Spanish": "El gobierno rechazó la propuesta de la otra parte y pide que las negociaciones se reanuden en los "
    "próximos días con un mediador que no sea uno de los países de la región.",
    "Korean": "정부는 상대측의 제안을 거부하고 협상을 재개할 것을 요구했다",
    "Japanese": "政府は相手側の提案を拒否し、交渉の再開を求めた",
    "Chinese": "政府拒绝了对方的提议并要求恢复谈判",
    "Russian": "Правительство отвергло предложение другой стороны и требует возобновить переговоры",
    "Arabic": "رفضت الحكومة اقتراح الطرف الآخر وطالبت باستئناف المفاوضات",
}
ENGLISH = [
    "France urged Iran to stop enrichment.",
    "The Élysée said that « la France ne signera pas » and that the minister of the interior, in the Hôtel de "
    "Beauvau, would not meet the Parti socialiste before the vote on the budget is over.",
    "TRUMP: NO DEAL. KIM: NO DEAL. PUTIN: NO COMMENT. XI: NO COMMENT. ABE: NO COMMENT. MOON: TALKS, TALKS.",
    "Oslo Bergen Trondheim 12 13 14 | 15 16 17 | 18 19 20",
]


@pytest.mark.parametrize("tongue", TEXTS)
def test_another_language_is_named(tongue: str) -> None:
    """By its letters, or by its function words."""
    assert (foreign_language(TEXTS[tongue]) or "").startswith(tongue)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_let_through(text: str) -> None:
    """Quotes, names and tables do not make it foreign."""
    assert foreign_language(text) is None


def test_it_is_skipped_with_its_reason(tmp_path: Path) -> None:
    """The other articles come in."""
    (tmp_path / "fr.txt").write_text(TEXTS["French"], encoding="utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH[0], encoding="utf-8")
    loaded = load(tmp_path)
    assert [article.id for article in loaded.articles] == ["en"]
    assert "fr.txt is in French; only English is read." in str(loaded.skipped[0])

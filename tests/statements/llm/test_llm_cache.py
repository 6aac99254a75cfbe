"""Nothing is paid for twice: answers are kept, runs resume, and without a server the kept answers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.statements.file import dump_statements
from dragoman.statements.llm.cache import Answer, AnswerCache, default_folder
from dragoman.statements.llm.reader import ModelReader
from dragoman.statements.llm.settings import ModelSettings


@pytest.fixture
def articles(tools):
    """Three articles that differ in one line."""
    return [tools.article(f"{tools.text}\nNumber {n}.", id=f"a{n}") for n in range(3)]


def test_second_run_costs_nothing_and_gives_the_same_bytes(server, ask, tools, articles, tmp_path):
    """The answers of the first run serve the second, whatever the model would say now."""
    server.usual = tools.says({"i": [tools.refusal, tools.meeting]})
    first = ask(*articles, cache=tmp_path)
    server.usual = tools.says({"i": []})
    second = ask(*articles, cache=tmp_path)
    assert dump_statements(first.statements) == dump_statements(second.statements) != ""
    assert len(server.bodies) == 3
    assert (second.report.from_cache, second.report.calls, second.report.tokens_asked) == (3, 0, 0)
    assert second.report.tokens_asked_before == first.report.tokens_asked == 2700


def test_offline_uses_kept_answers_alone(server, ask, names, tools, articles, tmp_path):
    """Without a server, what has a kept answer is read; the rest is listed."""
    server.usual = tools.says({"i": [tools.meeting]})
    ask(articles[0], cache=tmp_path)
    reading = ModelReader(ModelSettings(model="small"), cache=tmp_path).read(articles, names)
    assert [s.article for s in reading.statements] == ["a0"]
    assert [one.article for one in reading.report.unread] == ["a1", "a2"]
    assert len(server.bodies) == 1


def test_offline_without_any_kept_answer_is_told(names, articles, tmp_path):
    """A run that could read nothing ends with a sentence."""
    with pytest.raises(ModelError, match="Not one of 3 requests to small has an answer"):
        ModelReader(ModelSettings(model="small"), cache=tmp_path).read(articles, names)


def test_interrupted_run_goes_on_where_it_was(server, ask, tools, articles, tmp_path):
    """What was answered before a run broke off is not asked again."""
    server.script = [tools.says({"i": [tools.meeting]}), tools.fails(401)]
    with pytest.raises(ModelError):
        ask(*articles, cache=tmp_path, in_flight=1)
    server.usual = tools.says({"i": [tools.meeting]})
    before = len(server.bodies)
    reading = ask(*articles, cache=tmp_path)
    assert len(server.bodies) - before == 2
    assert [s.article for s in reading.statements] == ["a0", "a1", "a2"]


def test_failed_tries_are_not_kept(server, ask, tools, articles, tmp_path):
    """Only answers are kept: an error is asked about again."""
    server.script = [tools.says({"i": [tools.meeting]}), tools.fails(500), tools.cuts]
    ask(*articles, cache=tmp_path, in_flight=1)
    assert len(list(tmp_path.rglob("*.json"))) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", b'{"text": 7}'])
def test_damaged_answer_counts_as_not_there(server, ask, tools, articles, tmp_path, damage):
    """A kept answer that cannot be read is asked for again and mended."""
    server.usual = tools.says({"i": [tools.meeting]})
    ask(articles[0], cache=tmp_path)
    [kept] = tmp_path.rglob("*.json")
    kept.write_bytes(damage)
    assert len(ask(articles[0], cache=tmp_path).statements) == 1
    assert len(server.bodies) == 2
    assert AnswerCache(tmp_path).find(kept.stem) is not None


def test_poisoned_answer_is_held_to_the_words(names, articles, tmp_path):
    """A kept answer that somebody changed is checked like any other."""
    reader = ModelReader(ModelSettings(model="small"), cache=tmp_path)
    [request] = reader.requests(articles[:1], names)
    AnswerCache(tmp_path).keep(request.key, Answer(text='{"i": [{"k":"p","s":3,"q":"Chile gives in","h":["CHL"]}]}'))
    assert reader.read(articles[:1], names).statements == ()


def test_folder_follows_the_users_own(monkeypatch, tmp_path):
    """Answers are kept where the user's caches are, unless another folder is named."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "dragoman" / "answers"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_folder() == Path.home() / ".cache" / "dragoman" / "answers"

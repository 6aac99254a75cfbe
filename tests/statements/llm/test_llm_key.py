"""The key goes to its server in one header, and shows nowhere else."""

from __future__ import annotations

import json
import logging
import pickle
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import ModelError
from dragoman.statements.llm.client import Client
from dragoman.statements.llm.key import Key
from dragoman.statements.llm.settings import ModelSettings, chat_url

SECRET = "-".join(["sk", "sesame", "0123456789"])


@pytest.fixture
def article_file(tools, tmp_path, monkeypatch) -> Path:
    """The tests' article in a folder of its own, with the key in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_MODEL_KEY", SECRET)
    path = tmp_path / "gazette.txt"
    path.write_text(tools.text, encoding="utf-8")
    return path


def _echoing(tools):
    """Answers that try to bring the key back: in an item, in a refusal, in errors."""
    item = {**tools.refusal, "x": f"leave the bay {SECRET}", "about": SECRET, "at": SECRET}
    return [
        tools.says({"i": [tools.meeting, item, {**tools.refusal, "about": f"key {SECRET}"}]}),
        tools.says("", refusal=f"not with {SECRET}"),
        tools.fails(500, f"you sent {SECRET}"),
        tools.fails(400, f"bad {SECRET}"),
        tools.fails(401, f"wrong key {SECRET}"),
        tools.fails(404, f"no model for {SECRET}"),
        tools.says(f"prose with {SECRET}"),
        tools.cuts,
    ]


@pytest.mark.parametrize("number", range(8))
def test_key_shows_nowhere(server, tools, article_file, caplog, number):
    """Whatever a server answers, the key is in no output, no file, no log and no error."""
    caplog.set_level(logging.DEBUG)
    server.usual = _echoing(tools)[number]
    folder = article_file.parent
    result = CliRunner().invoke(
        main,
        ["read", str(article_file), "--reader", "llm", "--model", "small", "--endpoint", server.endpoint, "--retries",
         "0", "--cache", str(folder / "kept"), "--report", str(folder / "report.json"), "-o", str(folder / "s.jsonl")],
    )  # fmt: skip
    assert server.headers[0]["Authorization"] == f"Bearer {SECRET}"
    written = [path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()]
    shown = [result.output, result.stderr, repr(result.exception), caplog.text, *written]
    assert len(written) >= 1
    assert [text for text in shown if SECRET in text or "sesame" in text] == []


def test_key_is_in_no_batch_file(article_file):
    """Requests that are written down carry no key."""
    folder = article_file.parent
    CliRunner().invoke(
        main, ["read", str(article_file), "--reader", "llm", "--model", "small", "--ask", str(folder / "ask.jsonl"),
               "--cache", str(folder / "kept")],
    )  # fmt: skip
    text = (folder / "ask.jsonl").read_text(encoding="utf-8")
    assert json.loads(text)["body"]["model"] == "small"
    assert "sesame" not in text


def test_key_shows_as_dots():
    """Nothing that prints, formats or saves objects gets at the key."""
    key = Key(SECRET)
    assert {repr(key), str(key), f"{key}"} == {"Key(...)"}
    with pytest.raises(TypeError):
        pickle.dumps(key)
    with Client(ModelSettings(model="m", endpoint="http://127.0.0.1:9"), key) as client:
        assert "sesame" not in repr(vars(client))


@pytest.mark.parametrize("value", ["abc", "clé-secrète", "two\nlines"])
def test_what_is_no_key_is_refused_without_showing_it(value):
    """A key that no header can carry is refused, and not repeated."""
    with pytest.raises(ModelError) as caught:
        Key(value)
    assert value not in str(caught.value)


def test_unset_key_is_no_key(monkeypatch):
    """Local servers need none."""
    monkeypatch.delenv("DRAGOMAN_MODEL_KEY", raising=False)
    assert Key.from_environment() is None
    monkeypatch.setenv("MY_KEY", "  ")
    assert Key.from_environment("MY_KEY") is None


def test_key_does_not_travel_in_the_clear():
    """Over http a key goes only to one's own machine or network."""
    with pytest.raises(ModelError, match="not encrypted"):
        chat_url("http://models.example/v1", with_key=True)
    for own in ("http://127.0.0.1:1/v1", "http://localhost/v1", "http://10.1.2.3/v1", "https://models.example/v1"):
        assert chat_url(own, with_key=True).endswith("/v1/chat/completions")


def test_password_in_the_address_is_refused_without_showing_it():
    """An address with a user or password is refused, and the password not repeated."""
    with pytest.raises(ModelError) as caught:
        chat_url("https://me:hunter2@models.example/v1")
    assert "hunter2" not in str(caught.value)

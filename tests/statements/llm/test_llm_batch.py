"""Requests and answers as files."""

from __future__ import annotations

import json

import pytest

from dragoman.errors import ModelError
from dragoman.statements.llm.batch import load_answers, requests_text
from dragoman.statements.llm.reader import ModelReader
from dragoman.statements.llm.settings import ModelSettings


@pytest.fixture
def request_of(names, tools):
    """The one request about the tests' article."""
    [found] = ModelReader(ModelSettings(model="small")).requests([tools.article()], names)
    return found


def test_requests_are_in_the_form_of_hosted_services(names, tools):
    """A line names its request, the method, the path and the body; the same window twice is one line."""
    articles = [tools.article(), tools.article(id="copy"), tools.article(tools.text + "\nMore.", id="more")]
    requests = ModelReader(ModelSettings(model="small")).requests(articles, names)
    rows = [json.loads(line) for line in requests_text(requests).splitlines()]
    assert len(requests) == 3
    assert [row["custom_id"] for row in rows] == [requests[0].key, requests[2].key]
    assert {(row["method"], row["url"], row["body"]["model"]) for row in rows} == {
        ("POST", "/v1/chat/completions", "small")
    }


def test_three_forms_of_answers_are_taken(tools, request_of, tmp_path):
    """Answers come from either kind of hosted service, or from a person who wrote the object itself."""
    answer = {"i": [tools.refusal]}
    body = json.loads(tools.completion(answer))
    forms = [
        {"custom_id": request_of.key, "response": {"status_code": 200, "body": body}, "error": None},
        {"custom_id": request_of.key, "answer": answer},
        {"custom_id": request_of.key, "answer": json.dumps(answer)},
        {"custom_id": request_of.key, "result": {"type": "succeeded", "message": {
            "content": [{"type": "text", "text": json.dumps(answer)}],
            "usage": {"input_tokens": 900, "output_tokens": 70}}}},
    ]  # fmt: skip
    path = tmp_path / "answers.jsonl"
    for form in forms:
        path.write_text(json.dumps(form), encoding="utf-8")
        found, remarks = load_answers(path, {request_of.key: request_of})
        assert json.loads(found[request_of.key].text) == answer
        assert remarks == []
        counted = {"response", "result"} & set(form)
        assert found[request_of.key].counted_by == ("server" if counted else "estimate")


@pytest.mark.parametrize(
    "line", ["not json", "[]", "{}", '{"custom_id": 5}', '{"custom_id": "KEY", "response": 9}', '{"custom_id": "KEY"}']
)
def test_lines_of_no_use_are_named(request_of, tmp_path, line):
    """A line without an answer is remarked on by its number; the other lines hold."""
    path = tmp_path / "answers.jsonl"
    good = json.dumps({"custom_id": request_of.key, "answer": {"i": []}})
    path.write_text(f"{line.replace('KEY', request_of.key)}\n\n{good}\n", encoding="utf-8")
    found, remarks = load_answers(path, {request_of.key: request_of})
    assert list(found) == [request_of.key]
    assert remarks == [f"{path}, line 1: holds no answer that can be used"]


def test_failed_line_of_a_batch_is_named(request_of, tmp_path):
    """A batch's own error line is no answer."""
    path = tmp_path / "answers.jsonl"
    row = {"custom_id": request_of.key, "response": {"status_code": 500, "body": {"error": {"message": "busy"}}}}
    path.write_text(json.dumps(row), encoding="utf-8")
    assert load_answers(path, {request_of.key: request_of})[0] == {}


def test_missing_file_is_told(tmp_path):
    """A file that is not there is told in a sentence."""
    with pytest.raises(ModelError, match="no such file or directory"):
        load_answers(tmp_path / "none.jsonl", {})


def test_answers_from_a_file_are_kept_and_the_rest_is_asked(server, names, tools, tmp_path):
    """With a file and a server, the server is asked only for what the file lacks; all of it is kept."""
    server.usual = tools.says({"i": [tools.meeting]})
    articles = [tools.article(), tools.article(tools.text + "\nMore.", id="more")]
    settings = ModelSettings(model="small", endpoint=server.endpoint)
    first, _ = ModelReader(settings).requests(articles, names)
    path = tmp_path / "answers.jsonl"
    path.write_text(json.dumps({"custom_id": first.key, "answer": {"i": [tools.refusal]}}), encoding="utf-8")
    reading = ModelReader(settings, answers=path, cache=tmp_path / "kept").read(articles, names)
    assert [(s.article, s.kind) for s in reading.statements] == [("gazette", "position"), ("more", "act")]
    assert (reading.report.from_file, reading.report.calls) == (1, 1)
    again = ModelReader(ModelSettings(model="small"), cache=tmp_path / "kept").read(articles, names)
    assert again.statements == reading.statements

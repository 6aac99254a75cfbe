"""The client against a server on loopback: what each thing that a server can do comes to."""

from __future__ import annotations

import json
import time
from email.utils import formatdate

import pytest

from dragoman.errors import ModelError
from dragoman.statements.llm.key import Key
from dragoman.statements.llm.settings import ModelSettings, chat_url


def test_good_answer_becomes_statements(server, ask, tools):
    """Items whose words stand in the article are read, with the server's own count of tokens."""
    server.usual = tools.says({"i": [tools.refusal, tools.meeting]})
    reading = ask()
    assert [(s.kind, s.quote) for s in reading.statements] == [
        ("position", "Chile refuses to leave the bay"),
        ("act", "Peru and Chile met 3 times in Lima"),
    ]
    assert (reading.report.calls, reading.report.tokens_asked, reading.report.tokens_answered) == (1, 900, 70)
    assert not reading.report.tokens_estimated


def test_request_speaks_the_protocol(server, ask):
    """A request names the model, carries two messages, asks for JSON by a schema and bounds the answer."""
    ask(answer_tokens=512)
    [body] = server.bodies
    assert (body["model"], body["max_tokens"], body["temperature"]) == ("small", 512, 0)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["response_format"]["json_schema"]["schema"]["required"] == ["i"]


def test_tokens_are_estimated_where_the_server_does_not_count(server, ask, tools):
    """Without usage in the answer, the report says that its counts are estimates."""
    server.usual = tools.says({"i": [tools.refusal]}, usage=None)
    report = ask().report
    assert report.tokens_estimated
    assert report.tokens_asked > 1000 > report.tokens_answered > 30


@pytest.mark.parametrize("frame", ["Here it is:\n```json\n{}\n```\nAnything else?", "Sure! {} I hope this helps {{}}."])
def test_prose_around_json_does_no_harm(server, ask, tools, frame):
    """An answer among prose or in a code fence is read."""
    server.usual = tools.says(frame.replace("{}", json.dumps({"i": [tools.refusal]}), 1))
    assert len(ask().statements) == 1


def test_truncated_json_keeps_its_whole_items(server, ask, tools):
    """Of an answer that ends in the middle, what is whole is read, and the report tells."""
    server.usual = tools.says(json.dumps({"i": [tools.refusal, tools.meeting]})[:-40], finish="length")
    reading = ask()
    assert [s.kind for s in reading.statements] == ["position"]
    assert "cut off" in reading.report.remarks[0]


def test_wrong_types_are_refused_item_by_item(server, ask, tools):
    """An item with wrong types is refused with the slot's name; the others stand."""
    items = [{**tools.refusal, "s": "three"}, {**tools.refusal, "st": 7}, 12, None, ["p"], {**tools.meeting, "h": {}}]
    server.usual = tools.says({"i": [*items, tools.meeting]})
    reading = ask()
    assert len(reading.statements) == 1
    assert [refused.why for refused in reading.report.refused] == [
        'has no right value for "s"',
        'has no right value for "st"',
        "is no item",
        "is no item",
        "is no item",
        'has no right value for "h"',
    ]


def test_made_up_quote_is_refused_and_listed(server, ask, tools):
    """A quote that does not stand in the sentence never becomes a statement; the report has it, with the reason."""
    server.usual = tools.says({"i": [tools.made_up, tools.refusal]})
    reading = ask()
    assert [s.stance for s in reading.statements] == ["refuse"]
    [refused] = reading.report.refused
    assert (refused.quote, refused.at_fault) == ("Chile agreed to leave the bay", "quote")
    assert reading.report.refused_quotes == 1


def test_changed_dashes_and_quotation_marks_are_folded(server, ask, tools):
    """A quote with other dashes and marks than the article's is found, and the article's own words are kept."""
    item = {**tools.refusal, "s": 4, "q": '"We will not -- ever -- sign'.replace("--", "-")}
    server.usual = tools.says({"i": [item]})
    [statement] = ask().statements
    assert statement.quote == "“We will not — ever — sign"
    assert statement.evidence[0].located == "folded"


def test_duplicate_items_enter_once(server, ask, tools):
    """The same item twice is one statement."""
    server.usual = tools.says({"i": [tools.refusal, tools.refusal, {**tools.refusal}]})
    assert len(ask().statements) == 1


@pytest.mark.parametrize("message", [{"refusal": "I cannot help with that."}, {}])
def test_refusal_leaves_the_part_unread(server, ask, tools, message):
    """A model that would not answer, or answers nothing, leaves its window unread, and the report says so."""
    server.usual = tools.says("", **message)
    reading = ask()
    assert reading.statements == ()
    [unread] = reading.report.unread
    assert unread.why.startswith("the model would not answer (I cannot" if message else "the answer is empty")


def test_wrong_key_ends_the_run(server, ask, tools):
    """401 is told at once, without another try."""
    server.usual = tools.fails(401, "bad key")
    with pytest.raises(ModelError, match=r"does not accept the key \(401: bad key\)"):
        ask(retries=3)
    assert len(server.bodies) == 1


def test_unknown_model_ends_the_run(server, ask, tools):
    """404 names the model and the address."""
    server.usual = tools.fails(404, "model not found")
    with pytest.raises(ModelError, match=r'no model "small" at http://127.0.0.1'):
        ask()


def test_retry_after_is_honoured(server, ask, tools):
    """After 429 the next try comes no sooner than the server asks, and is the last."""
    server.script = [tools.fails(429, "slow down", Retry_After="1")]
    server.usual = tools.says({"i": [tools.refusal]})
    began = time.monotonic()
    reading = ask(retries=2, backoff=0.0)
    assert time.monotonic() - began >= 1.0
    assert len(reading.statements) == 1
    assert (reading.report.calls, reading.report.calls_again) == (2, 1)


def test_retry_after_as_a_date_is_honoured(server, ask, tools):
    """Retry-After may be a date, counted from the server's own clock."""
    server.script = [tools.fails(503, Retry_After=formatdate(time.time() + 2, usegmt=True))]
    server.usual = tools.says({"i": []})
    began = time.monotonic()
    ask(retries=1, backoff=0.0)
    assert time.monotonic() - began >= 0.9


def test_too_long_a_wait_is_not_waited(server, ask, tools):
    """A server that asks for more than the longest wait is given up, and the reason says what it asked."""
    server.usual = tools.fails(429, Retry_After="86400")
    with pytest.raises(ModelError, match="asks to wait 86400 seconds"):
        ask(retries=3)
    assert len(server.bodies) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 529])
def test_server_errors_are_tried_again(server, ask, tools, status):
    """What may pass is tried again; tries that failed are counted with what they may have cost."""
    server.script = [tools.fails(status), tools.fails(status)]
    server.usual = tools.says({"i": [tools.refusal]})
    report = ask(retries=2).report
    assert (report.calls, report.calls_again, report.refused) == (3, 2, ())


def test_errors_without_end_leave_the_part_unread(server, ask, tools):
    """After the last try the other articles still come in, and the report says which part is missing and why."""
    server.script = [tools.fails(500, "boom")]
    server.usual = tools.says({"i": [tools.refusal]})
    reading = ask(tools.article(id="first"), tools.article(tools.text + "\nMore.", id="second"), in_flight=1)
    assert {s.article for s in reading.statements} == {"second"}
    [unread] = reading.report.unread
    assert (unread.article, unread.why) == ("first", "the server answered 500: boom, after 1 tries")


@pytest.mark.parametrize("dawdle", ["dribbles", "dribbles_headers"])
def test_slow_bytes_are_given_up_in_time(server, ask, tools, dawdle):
    """A server that sends a byte now and then is given up when the try's time is over, not byte by byte."""
    server.script = [getattr(tools, dawdle)]
    server.usual = tools.says({"i": [tools.refusal]})
    began = time.monotonic()
    reading = ask(timeout=0.3, retries=1, in_flight=1)
    assert len(reading.statements) == 1
    assert time.monotonic() - began < 2.5


def test_cut_connection_is_tried_again(server, ask, tools):
    """A connection that ends in the middle of an answer gives nothing; the next try does."""
    server.script = [tools.cuts]
    server.usual = tools.says({"i": [tools.refusal]})
    reading = ask(retries=1)
    assert (len(reading.statements), reading.report.calls) == (1, 2)
    assert reading.report.tokens_failed > 0


def test_enormous_answer_is_cut_off(server, ask, tools):
    """Fifty million bytes are not taken in: the client stops at its bound and says so."""
    server.usual = tools.floods
    began = time.monotonic()
    with pytest.raises(ModelError, match="larger than 2,000,000 bytes"):
        ask()
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("data", [b"<html>busy</html>", b"[]", b'{"choices": []}', b'{"choices": [7]}', b"\xff\xfe{"])
def test_what_is_no_completion_is_no_answer(server, ask, tools, data):
    """A 200 with something else in it counts as a failed try."""
    server.script, server.usual = [tools.sends(data)], tools.says({"i": [tools.refusal]})
    assert len(ask(retries=1).statements) == 1


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("response_format json_schema is not supported", "response_format"),
        ("Use max_completion_tokens instead of max_tokens", "max_tokens"),
        ("temperature must be 1", "temperature"),
    ],
)
def test_what_a_server_does_not_know_is_left_out(server, ask, tools, message, field):
    """A server that refuses an option is asked without it, even where no further tries are allowed."""
    server.script = [tools.fails(400, message)]
    server.usual = tools.says({"i": [tools.refusal]})
    assert len(ask(retries=0).statements) == 1
    first, second = server.bodies
    assert first[field] != second.get(field)


def test_redirection_is_not_followed(server, ask, tools):
    """The article and the key go to the address that was given, and nowhere else."""
    server.usual = tools.fails(307, Location="http://127.0.0.1:1/elsewhere")
    with pytest.raises(ModelError, match="no model"):
        ask(key=Key("sesame-open"))
    assert len(server.bodies) == 1


def test_unreachable_server_is_named(ask):
    """A server that is not there is told in one sentence."""
    with pytest.raises(ModelError, match=r"http://127.0.0.1:9/v1 cannot be reached"):
        ask(endpoint="http://127.0.0.1:9/v1", retries=1)


def test_requests_go_out_several_at_a_time_and_no_more(server, ask, tools):
    """As many requests are under way as are allowed; the statements come in the articles' order all the same."""
    server.usual = tools.after(0.15, tools.says({"i": [tools.meeting]}))
    articles = [tools.article(f"{tools.text}\nNumber {n}.", id=f"a{n}") for n in range(6)]
    reading = ask(*articles, in_flight=3)
    assert server.most_at_once == 3
    assert [s.article for s in reading.statements] == [f"a{n}" for n in range(6)]


def test_run_stops_before_its_bound_of_tokens(server, ask, tools):
    """No request is sent that might pass --max-tokens; what is left is listed as unread."""
    server.usual = tools.says({"i": [tools.meeting]}, usage=(3000, 500))
    articles = [tools.article(f"{tools.text}\nNumber {n}.", id=f"a{n}") for n in range(5)]
    reading = ask(*articles, in_flight=1, max_tokens=12_000, answer_tokens=1_000)
    spent = reading.report.tokens_asked + reading.report.tokens_answered
    assert 0 < spent <= 12_000
    assert len(server.bodies) == 3
    assert [unread.why for unread in reading.report.unread] == ["it might have passed the bound of 12000 tokens"] * 2


@pytest.mark.parametrize(
    "address", ["ftp://x/v1", "models.example", "http://", "http://[::1", "javascript:alert(1)", ""]
)
def test_what_is_no_address_is_refused(address):
    """An endpoint must be an http or https address."""
    with pytest.raises(ModelError, match="--endpoint is no address"):
        chat_url(address)


def test_settings_cannot_hold_a_key():
    """There is no field for a key in the settings, so that they can be shown."""
    with pytest.raises(ValueError, match="extra"):
        ModelSettings(model="small", key="sesame-open")

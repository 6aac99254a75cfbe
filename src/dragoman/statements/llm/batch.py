"""Requests and answers as files: the batch form of hosted services, or answers that a person wrote."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import ModelError
from dragoman.statements.llm.cache import Answer
from dragoman.statements.llm.completion import read_completion
from dragoman.statements.llm.request import Request, estimated_tokens

__all__ = ["load_answers", "requests_text"]

_LONGEST_LINE = 4_000_000
_MOST_LINES = 200_000


def requests_text(requests: Iterable[Request]) -> str:
    """The requests as JSON Lines, one for each window, none twice."""
    return "".join({request.key: request.line() for request in requests}.values())


def load_answers(path: Path, requests: Mapping[str, Request]) -> tuple[dict[str, Answer], list[str]]:
    """Answers from a file, by the request's key, and remarks on lines that hold none.

    Three forms are taken: ``{"custom_id", "response": {"body": completion}}`` as hosted services write them,
    ``{"custom_id", "result": {"message": {"content": ...}}}`` likewise, and ``{"custom_id", "answer": ...}`` with the
    answer as text or as the object itself. Of several answers to one request the last counts.

    Raises
    ------
    ModelError
        The file cannot be read.
    """
    found: dict[str, Answer] = {}
    remarks: list[str] = []
    strangers = 0
    try:
        with path.open("rb") as stream:
            for number in range(1, _MOST_LINES + 1):
                line = stream.readline(_LONGEST_LINE + 1)
                if not line:
                    break
                key, answer = _answer(line, requests)
                if answer is not None:
                    found[key] = answer
                elif key:
                    strangers += 1
                elif line.strip():
                    remarks.append(f"{path}, line {number}: holds no answer that can be used")
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise ModelError(
            f'"{path}" cannot be read: {reason}. Name a file of answers, one JSON object a line.'
        ) from error
    if strangers:
        remarks.append(f"{path}: {strangers} of the answers belong to no request of these articles with these settings")
    return found, remarks


def _answer(line: bytes, requests: Mapping[str, Request]) -> tuple[str, Answer | None]:
    """The key on a line and its answer; no key where the line is of no use, no answer where nobody asked."""
    try:
        row = json.loads(line) if len(line) <= _LONGEST_LINE else None
    except (ValueError, RecursionError):
        row = None
    key = row.get("custom_id") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not isinstance(key, str) or not key:
        return "", None
    if key not in requests:
        return key, None
    answer = _given(row, requests[key])
    return (key, answer) if answer is not None else ("", None)


def _given(row: dict[str, Any], request: Request) -> Answer | None:
    if "answer" in row:
        given = row["answer"]
        text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False, separators=(",", ":"))
        text = text.encode("utf-8", "replace").decode("utf-8")
        return Answer(text=text, asked=request.tokens, answered=estimated_tokens(text))
    response, result = row.get("response"), row.get("result")
    if isinstance(response, dict):
        return read_completion(response.get("body"), request.tokens)
    message = result.get("message") if isinstance(result, dict) else None
    if isinstance(message, dict):
        usage = message.get("usage")
        usage = usage if isinstance(usage, dict) else {}
        counts = {"prompt_tokens": usage.get("input_tokens"), "completion_tokens": usage.get("output_tokens")}
        return read_completion({"choices": [{"message": message}], "usage": counts}, request.tokens)
    return None

"""A case file that cannot be a model is refused in one sentence: what, on which line, what is accepted, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.case.file import load_case, parse_case
from dragoman.errors import CaseError

STRAIT = """\
title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
"""


def refusal(text: str) -> CaseError:
    with pytest.raises(CaseError) as caught:
        parse_case(text, source="strait.yaml")
    return caught.value


@pytest.mark.parametrize(
    ("more", "line", "told"),
    [
        ("status_quo: [reopn]", 6, '"reopn" is not an option. The options: reopen (did you mean this one?), free.'),
        ("infeasible:\n  - free and closed", 7, '"closed" is not an option'),
        ("preferences:\n  SYL: [free]", 7, '"SYL" is not a party. The parties: RUR, GRA. Declare or rename it.'),
        ("ties: [RUR rival SYL]", 6, '"SYL" is not a party'),
        ("deadlines:\n  - {date: 2019, by: SYL, about: x}", 7, '"SYL" is not a party'),
        ("issues: {i: {scale: {0: a, 1: b}, places: {SYL: 1}}}", 6, '"SYL" is not a party'),
        ("issues: {i: {scale: {0: a, 1: b}, places: {RUR: 3}}}", 6, "position 3 is off the scale, 0 to 1"),
        ("issues: {i: {scale: {0: a, 1: b}, status_quo: -2}}", 6, "status quo -2 is off the scale, 0 to 1"),
        ("issues: {i: {scale: {0: a}}}", 6, "at least its two ends"),
        ("issues: {i: {scale: {0: a, 1e999: b}}}", 6, "at least its two ends"),
        ("worths: {SYL: {free: 1}}", 6, '"SYL" is not a party'),
        ("worths: {RUR: {fre: 1}}", 6, '"fre" is not an option. The options: free (did you mean this one?)'),
        ("worths: {RUR: {free: much}}", 6, "worths, RUR, free, whole should be a number"),
        ("worths: {RUR: {free: 1e999}}", 6, "worths, RUR, free, whole should be a number, not infinite"),
        ("worths: {RUR: {free: {whole: 3, parts: [1, 2]}}}", 6, "the last part is worth 2 and the whole 3"),
        ("  c: {party: RUR, does: c, holds: fre}", 6, '"fre" is not an option. The options: free (did you mean'),
        ("  c: {party: RUR, does: c, carries: [RUR, SYL]}", 6, '"SYL" is not a party'),
        ("vetoes: SYL", 6, '"SYL" is not a party'),
        ("preferences: {RUR: [{prefers: free, until: later}]}", 6, "until should be a date"),
        ("title: Again", 6, '"title" is given twice (first on line 1)'),
        ("optoins: {}", 6, "options (did you mean this one?)"),
        ("as_of: tomorrow", 6, "as_of should be a date"),
        ("summary: 5", 6, "quotation marks"),
        ("preferences: {RUR: [{basis: word, prefers: free}]}", 6, "Accepted: words (did you mean this one?), default"),
        ("preferences: {RUR: [{prefer: free}]}", 6, '"prefer" is not a field of a preference line'),
        (
            "preferences:\n  RUR:\n    - note: mine\n      prefer: free",
            9,
            '"prefer" is not a field of a preference line',
        ),
        ("preferences: {RUR: [{note: free}]}", 6, "a preference line has no prefers. Add it"),
        ("unknown:", 6, '"unknown" is not a field of a case'),
    ],
)
def test_what_is_wrong_is_said_with_its_line(more: str, line: int, told: str) -> None:
    """Each misfit is found and named with the line it stands on."""
    error = refusal(STRAIT + more)
    assert error.line == line
    assert str(error).startswith(f"strait.yaml, line {line}")
    assert told in str(error)


@pytest.mark.parametrize(
    ("logic", "told"),
    [
        ("free and", "it breaks off here"),
        ("free if reopen if free", "put parentheses"),
        ("(free", "not closed"),
        ("free ; reopen", "cannot stand here"),
        ("free and not free", "is never true, so nobody can prefer it"),
        ("free iff free", "is always true, so nobody can prefer it"),
        ("((reopen if free) and free) and not reopen", "is never true"),
        ("(" * 70 + "free" + ")" * 70, "nested more than 60 deep"),
        (" and ".join(["free"] * 3000), "too long"),
    ],
)
def test_logic_that_says_nothing_is_refused(logic: str, told: str) -> None:
    """A preference that cannot be read, contradicts itself or is empty of content is an error on its line."""
    error = refusal(STRAIT + f"preferences:\n  RUR:\n    - {logic}")
    assert error.line == 8
    assert told in str(error)


def test_an_unknown_option_in_logic_has_its_column() -> None:
    """The column of a misspelt option points at its first letter in the file."""
    error = refusal(STRAIT + "preferences:\n  RUR:\n    - not reopen unless fre")
    assert str(error).startswith('strait.yaml, line 8, column 25: "fre" is not an option.')


def test_a_column_in_quoted_logic_counts_the_quotation_mark() -> None:
    """Quoting the logic moves the column with the text."""
    error = refusal(STRAIT + 'preferences:\n  RUR:\n    - "not reopen unless fre"')
    assert "line 8, column 26" in str(error)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("free or not free", "always true, so that no state is left"),
        ("free and not free", "can never be true, so it rules nothing out"),
        ("not reopen", 'the status quo is infeasible: "not reopen" is true in it'),
    ],
)
def test_infeasible_lines_that_leave_nothing_are_refused(rule: str, told: str) -> None:
    """A rule that leaves no state, rules out none, or forbids the status quo is an error."""
    assert told in str(refusal(STRAIT + f"infeasible:\n  - {rule}\n"))


@pytest.mark.parametrize("name", ["not", "Unless", "a b", "a-b", '""'])
def test_an_option_needs_a_name_that_logic_can_hold(name: str) -> None:
    """An option id that logic would read otherwise is refused."""
    assert "cannot be an id" in str(refusal(STRAIT + f"  {name}: 'RUR: wait'\n"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the file is empty"),
        ("- a\n- b\n", "a case is a mapping"),
        ("title: x\n", "a case has no parties"),
        ("title: [", "cannot be read as YAML"),
        ("title: a: b\n", "cannot be read as YAML"),
        ("title: x\x00\n", "plain UTF-8 text"),
        ("a: &x [1]\nb: *x\n", "an anchor or alias"),
        ("title: !!python/object:os.system x\n", "the tag"),
        ("title: x\n---\ntitle: y\n", "a second document begins"),
        ("title: " + "[" * 40 + "]" * 40, "nested more than 12 deep"),
        ("x" * 2_000_001, "at most 2,000,000"),
        ("? [a]\n: b\n", "a key must be a plain word"),
    ],
)
def test_what_is_no_case_file_is_refused(text: str, told: str) -> None:
    """Other files, hostile YAML and bombs are refused by a sentence, not by a crash."""
    assert told in str(refusal(text))


def test_too_many_values_are_refused() -> None:
    """A file of very many values is refused before it is built."""
    assert "more than 20,000 values" in str(refusal("a: [" + "1," * 20_001 + "]"))


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    """A missing file is named with what to do."""
    with pytest.raises(CaseError, match="cannot be opened: no such file"):
        load_case(tmp_path / "none.yaml")


def test_a_file_in_another_encoding_is_named_by_line(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are refused with the line of the first."""
    (tmp_path / "a.yaml").write_bytes(b"title: x\nsummary: caf\xe9\n")
    with pytest.raises(CaseError, match="line 2: not UTF-8"):
        load_case(tmp_path / "a.yaml")

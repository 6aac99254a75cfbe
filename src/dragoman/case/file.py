"""The case file: a page of YAML that a person writes, reads aloud and corrects; ``docs/case-file.md`` describes it."""

from __future__ import annotations

from pathlib import Path

from dragoman.case.case import Case
from dragoman.case.checking import check_case
from dragoman.case.reading import case_of
from dragoman.case.writing import dump_case
from dragoman.errors import CaseError
from dragoman.output import write_atomically
from dragoman.yaml_tree import MAX_CHARACTERS, read_tree

_ARTICLES = frozenset({".html", ".htm", ".pdf", ".docx"})
_STATEMENTS = frozenset({".jsonl", ".dragoman"})

__all__ = ["dump_case", "load_case", "parse_case", "save_case"]


def load_case(path: str | Path) -> Case:
    """Read the case file at *path* (UTF-8) and check that its lines fit together.

    Raises
    ------
    CaseError
        The file cannot be opened or read, or a line is not what it should be; the message names the line.
    """
    source = Path(path)
    _refuse_another_stage(source)
    try:
        with source.open("rb") as stream:
            data = stream.read(4 * MAX_CHARACTERS + 1)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise CaseError(f"{path}: cannot be opened: {reason}. Name a case file, such as case.yaml.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CaseError(
            f"{path}, line {line}: not UTF-8 text. Save the file as plain text in UTF-8.", line=line
        ) from None
    return parse_case(text, source=source.name)


def _refuse_another_stage(source: Path) -> None:
    """Say what to do with articles, statements or a ledger, where a case is asked for."""
    suffix = source.suffix.lower()
    if source.is_dir() or suffix in _ARTICLES:
        raise CaseError(
            f"{source}: a case is asked for, not articles. `dragoman brief {source}` drafts one beside the brief; "
            f"or `dragoman read {source} -o statements.jsonl`, then `dragoman draft statements.jsonl -o case.yaml`."
        )
    if suffix in _STATEMENTS and source.exists():
        raise CaseError(
            f"{source}: a case is asked for, not statements. Draft one: dragoman draft {source} -o case.yaml"
        )


def parse_case(text: str, *, source: str = "case.yaml") -> Case:
    """Read a case from the text of a case file; *source* is what messages call it.

    Raises
    ------
    CaseError
        As `load_case`.

    Examples
    --------
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options:
    ...   rur_reopen: "RUR: reopen the strait"
    ...   gra_free: "GRA: free the crew"
    ... preferences:
    ...   RUR: [gra_free, not rur_reopen unless gra_free]
    ... ''')
    >>> case.options["gra_free"].party, case.preferences["RUR"][1].prefers
    ('GRA', 'not rur_reopen unless gra_free')
    >>> text = "title: The strait\\nparties: {RUR: Ruritania}\\noptions: {}\\nstatus_quo: [reopen]"
    >>> parse_case(text, source="strait.yaml")
    Traceback (most recent call last):
        ...
    dragoman.errors.CaseError: strait.yaml, line 4: "reopen" is not an option. The options: none. Declare or rename it.
    """
    case, tree = case_of(read_tree(text, source=source), source=source)
    check_case(case, tree, source=source)
    return case


def save_case(case: Case, path: str | Path) -> None:
    """Write *case* to *path*, the whole file or nothing.

    Raises
    ------
    OutputError
        The place cannot be written.
    """
    write_atomically(path, dump_case(case))

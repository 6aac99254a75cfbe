"""Writing a result: the whole file or nothing, whatever interrupts it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import OutputError

__all__ = ["check_target", "write_atomically", "writing"]


def write_atomically(path: str | Path, content: str | bytes) -> None:
    """Write *content* to *path* so that a reader finds the old file or the whole new one, never a part.

    Text is written as UTF-8, its line ends as they are; the rest as in :func:`writing`.

    Raises
    ------
    OutputError
        The place cannot be written: a folder, a read-only place, a full disk.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_atomically(Path(folder) / "out" / "a.txt", "peace\\n")
    ...     (Path(folder) / "out" / "a.txt").read_text()
    'peace\\n'
    """
    with writing(path) as write:
        write(content)


@contextlib.contextmanager
def writing(path: str | Path) -> Iterator[Callable[[str | bytes], None]]:
    """Write a file piece by piece: yield what adds a piece; at the end of the block, and not before, it stands.

    Missing parent folders are made. The new bytes go to a hidden file beside the target, are forced to disk and then
    take the target's name; an error or interrupt in the block leaves the target untouched and takes the hidden file
    away (only a process that is killed leaves it). A device or pipe (``/dev/stdout``) is written straight.

    Raises
    ------
    OutputError
        As :func:`write_atomically`. What the block itself raises comes through as it is.
    """
    target = Path(path)
    with _refusing(path):
        straight = target.exists() and not target.is_file() and not target.is_dir()
        target = target if straight else _ready(target)
        beside = target if straight else target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
        stream = os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), "wb")

    def write(piece: str | bytes) -> None:
        with _refusing(path):
            stream.write(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece)

    try:
        yield write
        with _refusing(path):
            _finish(stream, beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            stream.close()
        with contextlib.suppress(OSError):
            if not straight:
                beside.unlink()
        raise


def _ready(target: Path) -> Path:
    """The file that *target* leads to, its folders made."""
    target = target.resolve()
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _finish(stream: BinaryIO, beside: Path, target: Path) -> None:
    """Force what was written to disk and give it the name of *target*, unless it went there straight."""
    stream.flush()
    if beside == target:
        stream.close()
        return
    os.fsync(stream.fileno())
    stream.close()
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    beside.replace(target)


def check_target(*paths: str | Path | None) -> None:
    """Refuse now what could not be written later, so that no long run is lost; nothing is written or made.

    Raises
    ------
    OutputError
        A path is a folder, or the nearest folder above it that exists may not be written to.
    """
    for path in paths:
        if path is not None and (reason := _against(path)):
            raise _refused(path, reason)


def _against(path: str | Path) -> str | None:
    """Why *path* could not be written, as far as that can be known before it is tried."""
    try:
        target = Path(path).resolve()
        if target.is_dir():
            return "it is a folder"
        if target.exists() and not target.is_file():
            return None
        above = next(parent for parent in target.parents if parent.exists())
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    if not above.is_dir():
        return f"{above} is a file"
    return None if os.access(above, os.W_OK | os.X_OK) else "permission denied"


@contextlib.contextmanager
def _refusing(path: str | Path) -> Iterator[None]:
    """Tell in one sentence why *path* cannot be written."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(path, reason.lower()) from error


def _refused(path: str | Path, reason: str) -> OutputError:
    return OutputError(f'"{path}" cannot be written: {reason}. Name a file in a folder that you may write to.')

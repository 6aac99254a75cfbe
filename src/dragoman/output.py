"""Writing a result: the whole file or nothing, whatever interrupts it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from dragoman.errors import OutputError

__all__ = ["check_target", "write_atomically"]


def write_atomically(path: str | Path, content: str | bytes) -> None:
    """Write *content* to *path* so that a reader finds the old file or the whole new one, never a part.

    Text is written as UTF-8, its line ends as they are. Missing parent folders are made. The new bytes go to a
    hidden file beside the target, are forced to disk and then take the target's name; an interrupt leaves
    the target untouched. A device or pipe (``/dev/stdout``) is written straight.

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
    target = Path(path)
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return
        target = target.resolve()
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(path, reason.lower()) from error


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


def _refused(path: str | Path, reason: str) -> OutputError:
    return OutputError(f'"{path}" cannot be written: {reason}. Name a file in a folder that you may write to.')


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise

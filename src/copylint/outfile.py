"""The file that a report is written to: all of it or nothing."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from copylint.errors import UsageError


def refuse_unwritable(path: Path) -> None:
    """Raise UsageError for a file that can't be written; nothing is written, and none is left where none was."""
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        if path.is_file() or path.is_dir():
            try:
                path.open("ab").close()
            except OSError as error:
                raise _unwritable(path, error) from error
    except OSError as error:
        raise _unwritable(path, error) from error
    else:
        path.unlink()


def save(text: str, path: Path) -> None:
    """Put a text into a file, in UTF-8, in the place of what was there. Raises UsageError where that can't be done."""
    data = text.encode("utf-8", "backslashreplace")
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        if not target.exists() or target.is_file():
            with suppress(PermissionError):  # a folder that takes no new file may have one that can be written to
                _replace(target, data, draft)
                return
        target.write_bytes(data)
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(target: Path, data: bytes, draft: Path) -> None:
    try:
        draft.write_bytes(data)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} can't be written: {error.strerror}")

"""Puts a text in the place of a file's, so that at any moment the old one or the new one is there, whole."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from copylint.lazy import lazy, re

_DRAFT = lazy(r"\..+\.(?P<pid>[0-9]{1,9})\.copylint-new", re.DOTALL)


class LeftAloneError(Exception):
    """A file that is left as it is; the message says why."""


def swap(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` into the file at a path, which holds `old`; a link is followed. Raises LeftAloneError."""
    target = Path(os.path.realpath(path))
    try:
        before = target.stat()
        _refuse(target, before)
        draft = target.with_name(f".{target.name}.{os.getpid()}.copylint-new")
        try:
            _write(draft, new, target, before)
            if target.read_bytes() != old or not os.path.samestat(target.stat(), before):
                raise LeftAloneError("it has changed meanwhile")
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        _persist(target.parent)
    except OSError as error:
        raise LeftAloneError(f"it can't be written: {error.strerror}") from error


def sweep(folder: Path) -> None:
    """Delete the drafts that runs left behind in a folder when they were killed."""
    folder = Path(os.path.realpath(folder))
    with suppress(OSError):
        for entry in os.scandir(folder):
            found = _DRAFT.fullmatch(entry.name)
            if found and not _is_running(int(found["pid"])):
                Path(entry.path).unlink()


def _refuse(target: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise LeftAloneError("it is no file")
    if found.st_nlink > 1:
        raise LeftAloneError("it has another name (a hard link), which would keep the old text")
    if not os.access(target, os.W_OK):
        raise LeftAloneError("it can't be written: it is read-only")


def _write(draft: Path, data: bytes, target: Path, like: os.stat_result) -> None:
    """Write a new file to the disk, of the same owner, mode and attributes as another."""
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        _dress(draft, target, like)
        os.fsync(file.fileno())


def _dress(draft: Path, target: Path, like: os.stat_result) -> None:
    if hasattr(os, "chown"):
        made = draft.stat()
        if (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
            try:
                os.chown(draft, like.st_uid, like.st_gid)
            except OSError as error:
                raise LeftAloneError("it belongs to somebody else, and writing it would make it yours") from error
    draft.chmod(stat.S_IMODE(like.st_mode))
    if hasattr(os, "listxattr"):
        for name in _attributes(target):
            with suppress(OSError):  # a file system may keep some to itself
                os.setxattr(draft, name, os.getxattr(target, name))


def _attributes(target: Path) -> list[str]:
    try:
        return os.listxattr(target)
    except OSError:  # the file system knows none
        return []


def _persist(folder: Path) -> None:
    """Have the folder written to the disk too, or the new name of the draft may be lost with the power."""
    if os.name == "nt":  # there, a folder can't be opened
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems of other machines refuse it; the file is in its place by now
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_running(process: int) -> bool:
    if os.name == "nt":  # there, to ask would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True

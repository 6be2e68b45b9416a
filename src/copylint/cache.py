"""Files of our own in the user's cache folder: bytes in, bytes out, and nothing at all where anything is amiss.

A cache saves time and never changes a result: a file that is missing, damaged or not ours is no file, and what can't be written
isn't. See docs/decisions/0005-compiled-packs.md.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from copylint import __version__
from copylint.mapped import mapped
from copylint.typed import Any
from copylint.values import dataclass

try:  # hashlib itself takes 2.5 ms of a run to import: it loads OpenSSL
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

VARIABLE = "COPYLINT_CACHE_DIR"
MOST_FILES = 400
_HEADER = b"copylint cache 2\n"
_DIGEST = 32
_SUM = 9
_SUFFIX = ".cache"
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cache_folder(environment: Mapping[str, str]) -> str:
    """The folder for our files: the variable's, or `copylint` in the user's folder for caches; empty where there is none."""
    own = environment.get(VARIABLE)
    if own:
        return str(Path(own).absolute())
    folder = str(Path(_user_folder(environment)) / "copylint")
    return folder if Path(folder).is_absolute() else ""


def _user_folder(environment: Mapping[str, str]) -> str:
    if os.name == "nt":
        return environment.get("LOCALAPPDATA") or "~"
    home = environment.get("HOME") or "~"
    if sys.platform == "darwin":
        return f"{home}/Library/Caches"
    wished = environment.get("XDG_CACHE_HOME", "")
    return wished if wished.startswith("/") else f"{home}/.cache"


def digest(*parts: bytes) -> str:
    """The name for what is made of these parts by this version of Python."""
    return content_digest((sys.implementation.cache_tag or "").encode(), *parts).hex()


def content_digest(*parts: bytes) -> bytes:
    """The digest of these parts, whatever reads it."""
    made = blake2b(digest_size=_DIGEST)
    for part in parts:
        made.update(b"%d " % len(part))
        made.update(part)
    return made.digest()


def sealed(header: bytes, name: str, payload: bytes) -> bytes:
    """A payload behind a header and a sum that tells whether both are whole, and go by this name.

    The sum is there against damage alone: it takes a tenth of the time of a digest, and against people there is the owner of
    the folder.
    """
    return b"%s%08x\n%s" % (header, crc32(payload, crc32(name.encode())), payload)


def unsealed(header: bytes, name: str, data: Any) -> memoryview | None:
    """The payload, not copied, or None where something is amiss with it."""
    start = len(header) + _SUM
    payload = memoryview(data)[start:]
    is_whole = data[:start] == b"%s%08x\n" % (header, crc32(payload, crc32(name.encode())))
    return payload if is_whole else None


def code_shape() -> bytes:
    """What tells whether our own code is as it was, wherever it lies: our version, and the size of each source file."""
    return _stamped(*(f"{name} {size}" for name, size, _ in _sources()))


def own_code() -> bytes:
    """The same with the time of each file, which tells of a change that left its size."""
    return _stamped(*(f"{name} {size} {time}" for name, size, time in _sources()))


def _stamped(*lines: str) -> bytes:
    return "\n".join((__version__, *lines)).encode("utf-8", "surrogateescape")


@lru_cache(maxsize=1)
def _sources() -> tuple[tuple[str, int, int], ...]:
    """The name below our package, the size and the time of each file of ours, in order."""
    top = str(Path(__file__).parent)
    found, folders = [], [top]
    for folder in folders:
        for entry in os.scandir(folder):
            if entry.name.endswith((".py", ".txt")):
                stat = entry.stat()
                found.append((entry.path[len(top) :].replace(os.sep, "/"), stat.st_size, stat.st_mtime_ns))
            elif entry.name.isidentifier() and entry.name != "__pycache__" and entry.is_dir():
                folders.append(entry.path)
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Cache:
    """The files of a folder, each by its name, a digest of what it was made of; without a folder there are none."""

    folder: str = ""

    def read(self, name: str) -> memoryview | None:
        """What was written under a name, to the byte; None if it isn't there, isn't whole, or may be from someone else."""
        if not self.folder or not self._is_ours():
            return None
        data = mapped(str(self._path(name)))
        return None if data is None else unsealed(_HEADER, name, data)

    def write(self, name: str, payload: bytes) -> None:
        """Keep a payload under a name, whole or not at all, whoever else writes it at the same time."""
        if not self.folder:
            return
        with suppress(OSError):
            Path(self.folder).mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._is_ours():
                self._replace(name, sealed(_HEADER, name, payload))
                self._thin_out()

    def clear(self) -> int:
        """How many files there were; none is left, and nothing but our own is touched."""
        files = self._files() if self.folder and self._is_ours() else []
        for file in files:
            file.unlink(missing_ok=True)
        return len(files)

    def _path(self, name: str) -> Path:
        return Path(self.folder, f"{name}{_SUFFIX}")

    def _is_ours(self) -> bool:
        """Whether no one else can have put a file there."""
        try:
            found = Path(self.folder).stat()
        except OSError:
            return False
        if not stat.S_ISDIR(found.st_mode):
            return False
        return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE)

    def _replace(self, name: str, data: bytes) -> None:
        # As `tempfile.mkstemp` does it, which takes 10 ms to import.
        draft = os.path.join(self.folder, f"new-{os.getpid()}-{os.urandom(6).hex()}{_SUFFIX}")  # noqa: PTH118
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(draft, flags, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(draft).replace(self._path(name))
        except OSError:
            Path(draft).unlink(missing_ok=True)
            raise

    def _thin_out(self) -> None:
        files = self._files()
        if len(files) > MOST_FILES:
            for file in sorted(files, key=lambda file: file.stat().st_mtime)[: -MOST_FILES // 2]:
                file.unlink(missing_ok=True)

    def _files(self) -> list[Path]:
        return list(Path(self.folder).glob(f"*{_SUFFIX}"))


NO_CACHE = Cache()

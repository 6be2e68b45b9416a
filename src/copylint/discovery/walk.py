"""Finds the files of a run: those that are named, and the copy in the folders that are named."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from copylint.discovery import gitignore
from copylint.discovery.glob import Excludes, real
from copylint.finding import Failure
from copylint.values import dataclass, field, replace

_REASONS: Mapping[int, str] = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such file or folder",
    errno.EACCES: "we may not read it",
    errno.EPERM: "we may not read it",
    errno.ELOOP: "it is a link that leads in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, sorted; what could not be looked at, sorted; and how much was passed over.

    `passed_over` counts what .gitignore or an exclude leaves out: files of a suffix that is read, and paths that were named.
    What lies in a folder left out isn't counted.
    """

    files: tuple[str, ...]
    failures: tuple[Failure, ...] = ()
    passed_over: int = 0


def files(
    paths: Sequence[str],
    *,
    suffixes: frozenset[str],
    exclude: Sequence[tuple[Path, str]] = (),
    force_exclude: bool = False,
    root: Path,
) -> Found:
    """The files that are named, and those of the suffixes in the folders that are named; each once.

    Relative paths count from `root`; a path below it is told relative to it, another as it was given. `suffixes` are in lower
    case, with the stop. `exclude` has folders and patterns in the manner of .gitignore, the later deciding. In folders,
    hidden entries, what .gitignore names, what is excluded and what isn't copy are passed over, and links to folders aren't
    followed; a file or folder that is named itself is taken all the same, unless it is excluded and `force_exclude` is true.
    """
    walk = _Walk(root, tuple(suffixes), Excludes.of(exclude, root=os.path.realpath(root)), force_exclude)
    for path in paths:
        walk.take(path)
    return Found(
        tuple(sorted(walk.files.values())),
        tuple(Failure(path, walk.failures[path]) for path in sorted(walk.failures)),
        len(walk.passed - walk.files.keys()),
    )


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder to walk: where it really is, how it is told, where the walk began, and what is left out of it."""

    path: str
    name: str
    start: str
    excludes: Excludes
    ignores: Excludes

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether an entry is to be passed over."""
        return any(some.takes_in(path, start=self.start, is_folder=is_folder) for some in (self.ignores, self.excludes))

    def below(self, entry: os.DirEntry[str]) -> _Folder:
        """A folder in this one."""
        return replace(self, path=entry.path, name=self.told(entry))

    def told(self, entry: os.DirEntry[str]) -> str:
        """The path of an entry as it is told."""
        return entry.name if self.name == "." else f"{self.name.rstrip('/')}/{entry.name}"


@dataclass(slots=True)
class _Walk:
    """What has been found so far: files by real path, failures by path as told, real paths passed over."""

    root: Path
    suffixes: tuple[str, ...]
    excludes: Excludes
    force: bool
    files: dict[str, str] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)

    def take(self, path: str) -> None:
        """Adds a path that was named, and what lies in it."""
        if not path:
            self.failures[path] = "a path is empty"
            return
        name = _told(path, self.root)
        place = self.root / path
        mode = self._mode(place, name)
        if mode is None:
            return
        if self.force and self.excludes.reach(real(place), root=os.path.realpath(self.root)):
            self.passed.add(real(place))
        elif stat.S_ISDIR(mode):
            self._take_folder(os.path.realpath(place), name)
        else:
            self._take_file(real(place), name, mode)

    def fail(self, path: str, error: Exception) -> None:
        """Notes what could not be looked at, and why."""
        number = error.errno if isinstance(error, OSError) else None
        self.failures[path] = _REASONS.get(number or 0, str(error))

    def _take_folder(self, place: str, name: str) -> None:
        ignores = gitignore.above(place, root=os.path.realpath(self.root), fail=self.fail)
        todo = [_Folder(place, name, place, self.excludes, ignores)]
        while todo:
            todo += self._folders_in(todo.pop())

    def _folders_in(self, folder: _Folder) -> Iterator[_Folder]:
        """The folders in a folder that are to be walked; its files are added."""
        here = Path(folder.path)
        ignores = gitignore.with_file(folder.ignores, here / ".gitignore", folder=here, fail=self.fail)
        folder = replace(folder, ignores=ignores)
        for entry in self._entries(folder):
            is_folder = entry.is_dir(follow_symlinks=False)
            if not is_folder and not entry.name.lower().endswith(self.suffixes):
                continue
            if not folder.leaves_out(entry.path, is_folder=is_folder):
                if is_folder:
                    yield folder.below(entry)
                else:
                    self._take_entry(entry, folder.told(entry))
            elif not is_folder:
                self.passed.add(entry.path)

    def _entries(self, folder: _Folder) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder.path) as entries:
                return [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            self.fail(folder.name, error)
            return []

    def _take_entry(self, entry: os.DirEntry[str], name: str) -> None:
        mode = self._mode(Path(entry.path), name)
        if mode is not None and not stat.S_ISDIR(mode):
            self._take_file(entry.path, name, mode)

    def _take_file(self, place: str, name: str, mode: int) -> None:
        if stat.S_ISREG(mode):
            self.files[place] = min(name, self.files.get(place, name))
        else:
            self.failures[name] = f"it is no file but {_kind(mode)}"

    def _mode(self, place: Path, name: str) -> int | None:
        try:
            return place.stat().st_mode
        except ValueError:  # each Python words it in its own way
            self.failures[name] = "a path can't hold a NUL"
            return None
        except OSError as error:
            self.fail(name, error)
            if isinstance(error, FileNotFoundError) and place.is_symlink():
                self.failures[name] = "it is a link to something that isn't there"
            return None


def _told(path: str, root: Path) -> str:
    """A path as it is told: relative to the root if it lies below, otherwise as given."""
    given = Path(path)
    is_climbing = ".." in given.parts
    place = Path(real(root / given)) if is_climbing else root.absolute() / given
    for base in (root.absolute(), Path(os.path.realpath(root))):
        if place.is_relative_to(base):
            name = place.relative_to(base).as_posix()
            return "./-" if name == "-" else name  # a bare hyphen is standard input
    return given.as_posix()


def _kind(mode: int) -> str:
    kinds = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))
    return next((word for is_one, word in kinds if is_one(mode)), "something else")

"""Which lines of which files have changed since a commit, as git tells it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from copylint.errors import UsageError
from copylint.finding import Finding
from copylint.lazy import lazy
from copylint.spans import Span

STAGED = "staged"
_HUNK = lazy(rb"@@ -[0-9]+(?:,(?P<old>[0-9]+))? \+(?P<first>[0-9]+)(?:,(?P<new>[0-9]+))? @@")
_ESCAPE = lazy(rb"\\([0-7]{3}|.)")
_NAMED = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}
_PLAIN = (
    *("--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--text", "--find-renames", "--ignore-submodules=all"),
    *("--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short"),
)
_UNMERGED = b"* Unmerged path "

Lines = tuple[int, int]
"""The first of some lines, and how many they are; none: they were taken out after that one."""


class Changes:
    """What has changed in a repository since `base`: a commit, `REV...` for where it and HEAD part, or what is staged.

    Raises UsageError where there is no repository, or no such commit.
    """

    def __init__(self, base: str, root: Path) -> None:
        self._root = root
        self._top = os.fsdecode(self._git("rev-parse", "--show-toplevel").removesuffix(b"\n"))
        self.is_staged = base == STAGED
        since = "--cached" if self.is_staged else self._commit(base)
        self._lines = changed_lines(self._git("-c", "core.quotePath=off", "diff", *_PLAIN, since, "--"))
        self._tracked = _names(self._git("ls-files", "-z", at=self._top))
        mixed = ("diff", "--name-only", "-z", "--no-relative", "--ignore-submodules=all", "--")
        self._mixed = _names(self._git(*mixed)) if self.is_staged else frozenset()

    def is_mixed(self, path: str) -> bool:
        """Whether a file holds other words than those that are staged, where these are what counts."""
        return self._name(path) in self._mixed

    def staged(self, path: str) -> bytes | None:
        """What is staged of a file, where that isn't what the file holds."""
        name = self._name(path)
        if name not in self._mixed or name not in self._lines:
            return None
        return self._git("cat-file", "blob", f":{name}")

    def is_touched(self, path: str) -> bool:
        """Whether anything has changed in a file; what git doesn't know is new."""
        name = self._name(path)
        return name in self._lines or (name not in self._tracked and not self.is_staged)

    def spans(self, path: str, text: str) -> tuple[Span, ...] | None:
        """The changed lines of a file with this text, an empty span where lines were taken out; None: all of it is new."""
        if not self.is_touched(path):
            return ()
        lines = self._lines.get(self._name(path))
        if lines is None:
            return None
        starts = [0]
        while (end := text.find("\n", starts[-1])) >= 0:  # as git counts lines
            starts.append(end + 1)
        places = ((first, first + count) if count else (first + 1, first + 1) for first, count in lines)
        return tuple(Span(_start(starts, first, text), _start(starts, last, text)) for first, last in places)

    def _name(self, path: str) -> str:
        """The path of a file as git has it, links followed."""
        return Path(os.path.relpath(os.path.realpath(self._root / path), os.path.realpath(self._top))).as_posix()

    def _commit(self, base: str) -> str:
        revision = base.removesuffix("...") or "HEAD"
        if base.startswith("-") or ".." in revision:
            raise UsageError(f'--diff-base takes a commit, "REV..." or "{STAGED}", not "{base}"')
        commit = self._asked("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        if not commit:
            self._refuse(f'--diff-base: there is no commit "{revision}" here', f"git fetch --depth=1 origin {revision}")
        if base.endswith("..."):
            commit = self._asked("merge-base", commit, "HEAD")
            if not commit:
                self._refuse(f'--diff-base: "{revision}" and HEAD have no commit in common here', "git fetch --unshallow")
        return commit

    def _refuse(self, problem: str, remedy: str) -> None:
        if self._asked("rev-parse", "--is-shallow-repository") == "true":
            raise UsageError(f"{problem}: this clone is shallow. Try {remedy}, or in an action checkout with fetch-depth: 0")
        raise UsageError(f"{problem}; is it fetched, and spelt so?")

    def _asked(self, *words: str) -> str:
        """What git answers, or nothing."""
        done = self._run(words)
        return "" if done.returncode else os.fsdecode(done.stdout).strip()

    def _git(self, *words: str, at: str | None = None) -> bytes:
        done = self._run(words, at)
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise UsageError(f"--diff-base asks git, which says: {told}")
        return done.stdout

    def _run(self, words: Sequence[str], at: str | None = None) -> subprocess.CompletedProcess[bytes]:
        quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "", "LC_ALL": "C"}
        try:
            return subprocess.run(
                ["git", *words],
                cwd=at or self._root,
                env=quiet,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise UsageError(f"--diff-base needs git, which can't be run: {error.strerror}") from error


def is_changed(finding: Finding, spans: Sequence[Span] | None) -> bool:
    """Whether a mark or a place it names lies in changed lines, or lines were taken out amidst it. None: all is changed."""
    if spans is None:
        return True
    places = (finding.span, *(place.span for place in finding.related))
    return any(_meet(place, span) for place in places for span in spans)


def _meet(place: Span, changed: Span) -> bool:
    if not changed.length:
        return place.start < changed.start < place.end
    if not place.length:
        return changed.start <= place.start <= changed.end
    return place.start < changed.end and changed.start < place.end


def changed_lines(diff: bytes) -> dict[str, list[Lines]]:
    """The changed lines of each file in a diff without context, by its new name."""
    found: dict[str, list[Lines]] = {}
    lines: list[Lines] = []
    skipped = 0
    for line in diff.split(b"\n"):
        if skipped and not line.startswith(b"\\"):
            skipped -= 1
        elif hunk := _HUNK.match(line):
            old, new = (int(hunk[part]) if hunk[part] is not None else 1 for part in ("old", "new"))
            lines.append((int(hunk["first"]), new))
            skipped = old + new
        elif line.startswith(b"+++ "):
            lines = found.setdefault(_unquoted(line[4:]).removeprefix("b/"), [])
        elif line.startswith(_UNMERGED):  # whoever settles it has all of it to read
            found[_unquoted(line.removeprefix(_UNMERGED))] = [(1, _EVERY)]
    return found


_EVERY = 1 << 40


def _start(starts: Sequence[int], line: int, text: str) -> int:
    return starts[line - 1] if line <= len(starts) else len(text)


def _names(output: bytes) -> frozenset[str]:
    return frozenset(os.fsdecode(name) for name in output.split(b"\0") if name)


def _unquoted(name: bytes) -> str:
    """A name as git writes it in a diff: with a tab after it where it has spaces, quoted where it has odd characters."""
    name = name.removesuffix(b"\t")
    if not name.startswith(b'"'):
        return os.fsdecode(name)
    return os.fsdecode(_ESCAPE.sub(lambda each: _plain(each[1]), name[1:-1]))


def _plain(escape: bytes) -> bytes:
    return bytes([int(escape, 8)]) if len(escape) == 3 else _NAMED.get(escape, escape)

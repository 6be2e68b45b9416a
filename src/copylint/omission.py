"""What is left out from now on, as an entry of a config file: some words in a story, some words anywhere, or a rule."""

from __future__ import annotations

import os
from pathlib import Path

from copylint.config.addition import with_ignored
from copylint.config.place import NAMES
from copylint.desk import Desk
from copylint.finding import Finding
from copylint.lazy import lazy
from copylint.values import dataclass

EVERYWHERE = "*"
_WILD = lazy(r"[*?\[\]!\\#]")


@dataclass(frozen=True, slots=True)
class Omission:
    """What an entry of the config file `file` leaves out of stories at `path`: `text` where `code` marks it, or all of it."""

    file: Path
    code: str
    path: str
    text: str = ""
    reason: str = ""

    def covers(self, finding: Finding, file: Path | None) -> bool:
        """Whether it leaves out a mark in a story whose config is `file`."""
        if self.file != file or self.code != finding.code:
            return False
        is_here = self.path == EVERYWHERE or self.path == glob_of(finding.path, self.file)
        return is_here and self.text in ("", folded(finding.text))

    def added(self, text: str) -> str:
        """The text of the config file with the entry. Raises ConfigError where it can't be put in."""
        fields = {"path": self.path, "code": self.code, "text": self.text, "reason": self.reason}
        return with_ignored(text, {key: value for key, value in fields.items() if value}, str(self.file))


def omission(finding: Finding, file: Path, *, everywhere: bool, reason: str = "") -> Omission | None:
    """What leaves out the words of a mark, in its story or everywhere.

    None where it marks no words, or its story lies outside the folder of the config.
    """
    path, text = glob_of(finding.path, file), folded(finding.text)
    return Omission(file, finding.code, EVERYWHERE if everywhere else path, text, folded(reason)) if path and text else None


def config_file(path: str, desk: Desk) -> Path | None:
    """The config file that counts for a story, or that is to be made for it; None where config files don't count."""
    if desk.request.isolated:
        return None
    files = desk.config_for(Path(path)).files
    if files:
        return files[-1]
    root, story = Path(os.path.realpath(desk.request.root)), Path(os.path.realpath(path))
    return (root if story.is_relative_to(root) else story.parent) / NAMES[0]


def glob_of(path: str, file: Path) -> str:
    """A story as an entry of a config file names it; empty where it lies outside the folder of that file."""
    given = Path(path)
    real, folder = Path(os.path.realpath(given.parent)) / given.name, Path(os.path.realpath(file.parent))
    if not real.is_relative_to(folder):
        return ""
    name = real.relative_to(folder).as_posix()
    return "/" + _WILD.sub(r"\\\g<0>", name) if _WILD.search(name) else name


def folded(text: str) -> str:
    """A text with one space for each stretch of white space, as entries are compared."""
    return " ".join(text.split())

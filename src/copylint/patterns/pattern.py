"""A pattern as a rule has it: text and how it is meant, compiled when it is first needed."""

from __future__ import annotations

from copylint.code import remembered, restored
from copylint.patterns.needle import Needle
from copylint.typed import Any
from copylint.values import dataclass, field

Compiled = Any  # regex.Pattern[str]: the module has no types of its own


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a pattern before.

    `needles` is None where the index of its rule has them; `code` is what it compiles to, or nothing if that is little used.
    """

    needles: tuple[Needle, ...] | None
    is_quick: bool
    is_quick_in_copy: bool
    by_word: bool
    stays_in_line: bool
    code: bytes = b""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of the packs' dialect, checked when its pack was read.

    One that is `of_copy` holds words of somebody's copy: what it compiles to is not kept for other processes.
    """

    text: str
    case_sensitive: bool = False
    bounds: bool = True
    made: Made | None = field(default=None, compare=False, repr=False)
    of_copy: bool = field(default=False, compare=False, repr=False)

    @property
    def compiled(self) -> Compiled:
        """The compiled pattern, made on first use; what compiles it is imported if it has to be."""
        found = restored(self.made.code) if self.made is not None and self.made.code else None
        if found is not None:
            return found
        if self.of_copy:
            return self._compiled()
        return remembered((self.text, self.case_sensitive, self.bounds), self._compiled)

    def _compiled(self) -> Compiled:
        from copylint.patterns.dialect import compiled

        return compiled(self.text, case_sensitive=self.case_sensitive, bounds=self.bounds)

    @property
    def needles(self) -> tuple[Needle, ...]:
        """What each match holds one of; nothing: it has to be tried everywhere."""
        if self.made is not None and self.made.needles is not None:
            return self.made.needles
        from copylint.patterns.extraction import needles

        return needles(self.text, bounds=self.bounds)

    @property
    def is_quick(self) -> bool:
        """Whether a try at one place can't take long, whatever the text."""
        if self.made is not None:
            return self.made.is_quick
        from copylint.patterns.effort import is_quick

        return is_quick(self.text)

    @property
    def is_quick_in_copy(self) -> bool:
        """The same for a text whose words and lines are no longer than in copy."""
        if self.made is not None:
            return self.made.is_quick_in_copy
        from copylint.patterns.effort import is_quick_in_copy

        return is_quick_in_copy(self.text)

    @property
    def by_word(self) -> bool:
        """Whether each match begins with a letter, a digit or an underscore."""
        if self.made is not None:
            return self.made.by_word
        from copylint.patterns.reach import begins_with_word

        return begins_with_word(self.text)

    @property
    def stays_in_line(self) -> bool:
        """Whether no match covers the end of a line."""
        if self.made is not None:
            return self.made.stays_in_line
        from copylint.patterns.reach import stays_in_line

        return stays_in_line(self.text)


_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\.^$*+?{}[]|()#"})


def literal(text: str) -> str:
    """The pattern of a text taken to the letter; its spaces, quotes and hyphens still stand for their kin."""
    return text.translate(_SPECIAL)

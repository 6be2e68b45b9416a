"""A pattern as a rule has it: text and how it is meant, compiled when it is first needed."""

from __future__ import annotations

from copylint.patterns.dialect import Compiled, compiled, restored
from copylint.patterns.needle import Choice, choices
from copylint.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a pattern before: its choices, and what it compiles to, or nothing where that wasn't worth keeping."""

    choices: tuple[Choice, ...]
    code: bytes = b""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of the packs' dialect, checked when its pack was read."""

    text: str
    case_sensitive: bool = False
    bounds: bool = True
    made: Made | None = field(default=None, compare=False, repr=False)

    @property
    def compiled(self) -> Compiled:
        """The compiled pattern, made on first use."""
        if self.made is not None and self.made.code:
            return restored(self.made.code)
        return compiled(self.text, case_sensitive=self.case_sensitive, bounds=self.bounds)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What stands in every text that it matches; nothing: it has to be tried."""
        return choices(self.text, bounds=self.bounds) if self.made is None else self.made.choices


_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\.^$*+?{}[]|()#"})


def literal(text: str) -> str:
    """The pattern of a text taken to the letter; its spaces, quotes and hyphens still stand for their kin."""
    return text.translate(_SPECIAL)

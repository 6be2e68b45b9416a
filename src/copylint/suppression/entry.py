"""The entries of the config that silence findings in a file."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from copylint.finding import Finding
from copylint.suppression.key import Names, keys
from copylint.typed import Protocol
from copylint.values import dataclass


class Ignore(Protocol):
    """An entry that counts for a file: findings of `code` (empty: any) whose text is `text` (empty: any).

    `is_literal` is true where it names just this file; `file` and `line` are where it was written.
    """

    @property
    def code(self) -> str: ...  # noqa: D102

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def file(self) -> str: ...  # noqa: D102

    @property
    def line(self) -> int: ...  # noqa: D102

    @property
    def is_literal(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a file by key and text; of two that say the same the first counts."""

    ignores: tuple[Ignore, ...]
    places: dict[tuple[str, str], int]

    @classmethod
    def of(cls, ignores: Sequence[Ignore], names: Names) -> Entries:
        """The entries, without those of unknown codes."""
        places: dict[tuple[str, str], int] = {}
        for i, ignore in enumerate(ignores):
            key = names.key(ignore.code)
            if key is not None:
                places.setdefault((key, _folded(ignore.text)), i)
        return cls(tuple(ignores), places)

    def users(self, finding: Finding) -> set[int]:
        """The numbers of the entries that silence a finding."""
        looks = ((key, text) for key in keys(finding.code) for text in (_folded(finding.text), ""))
        return {self.places[look] for look in looks if look in self.places}

    def unused(self, used: Collection[int], ran: Collection[str]) -> tuple[Ignore, ...]:
        """The entries for just this file that silenced nothing although a rule they name ran."""
        at_work = [(i, key) for (key, _), i in self.places.items() if key in ran and i not in used]
        return tuple(self.ignores[i] for i, _ in sorted(at_work) if self.ignores[i].is_literal)


def _folded(text: str) -> str:
    """A text with one space for each stretch of white space."""
    return " ".join(text.split())

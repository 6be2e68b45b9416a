"""What to write instead: replacements with groups in them, in the case of what they replace."""

from __future__ import annotations

from collections.abc import Callable

from copylint.lazy import lazy, re
from copylint.values import dataclass

_ESCAPE = lazy(r"\\(.?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template:
    """A replacement, parsed once: its plain parts, and the numbers of the groups between them."""

    parts: tuple[str | int, ...]
    follows_case: bool

    @property
    def literal(self) -> str | None:
        """Its text, if no group stands in it."""
        plain = [part for part in self.parts if isinstance(part, str)]
        return "".join(plain) if len(plain) == len(self.parts) else None

    def filled(self, group: Callable[[int], str | None], found: str) -> str:
        """The replacement of a match, given its groups and its text; a group that took no part is empty."""
        text = "".join(part if isinstance(part, str) else group(part) or "" for part in self.parts)
        return in_case_of(found, text) if self.follows_case else text


def template(text: str, *, groups: int, case_sensitive: bool) -> Template:
    r"""The template of a replacement. Raises PatternError for an escape but `\1` to `\9` and `\\`, or a group too many."""
    parts: list[str | int] = []
    last = 0
    plain = ""
    for escape in _ESCAPE.finditer(text):
        plain += text[last : escape.start()]
        last = escape.end()
        if escape[1] == "\\":
            plain += "\\"
            continue
        number = _number(escape, groups)
        parts += [plain, number] if plain else [number]
        plain = ""
    plain += text[last:]
    if plain:
        parts.append(plain)
    has_capital = any(char.isupper() for part in parts if isinstance(part, str) for char in part)
    return Template(tuple(parts), follows_case=not (has_capital or case_sensitive))


def _number(escape: re.Match[str], groups: int) -> int:
    from copylint.patterns.tree import PatternError

    if not (escape[1].isascii() and escape[1].isdigit() and escape[1] != "0"):
        raise PatternError(
            f'"{escape[0]}" at position {escape.start()} of the replacement means nothing; a backslash is "\\\\"'
        )
    if int(escape[1]) > groups:
        raise PatternError(f'the replacement has "{escape[0]}", but the pattern has {groups or "no"} groups')
    return int(escape[1])


def in_case_of(model: str, text: str) -> str:
    """The text with the capitals of a model: all of them if it has nothing else and two or more, or the first."""
    letters = [char for char in model if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return text.upper()
    if not letters or not (letters[0].isupper() or letters[0].istitle()):
        return text
    first = next((index for index, char in enumerate(text) if char.isalpha()), len(text))
    return text[:first] + text[first : first + 1].title() + text[first + 1 :]

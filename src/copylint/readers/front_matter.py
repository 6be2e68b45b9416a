"""Settings between `---` lines at the head of a file: no copy, but they may silence rules for the whole file."""

from __future__ import annotations

from copylint.document import Directive
from copylint.errors import did_you_mean
from copylint.lazy import lazy, re
from copylint.readers.directive import codes_problem
from copylint.spans import LineIndex, Span
from copylint.values import dataclass

KEY = "copylint-ignore"

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_SETTING = lazy(r"[\"']?(?P<key>copylint[\w.-]*)[\"']?[ \t]*[:=](?P<value>.*)", re.IGNORECASE)
_ITEM = lazy(r"[ \t]*-(?:[ \t]+(?P<value>.*))?$")
_COMMENT = lazy(r"(?:^|[ \t])#.*")
_GAP = lazy(r"[\s,\[\]\"']+")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """How many lines it takes, and what it says to copylint."""

    lines: int = 0
    directives: tuple[Directive, ...] = ()


def front_matter(raw: str, index: LineIndex) -> FrontMatter:
    """The front matter of a file; one of no lines where it has none, or one that is never closed.

    A rule with a blank line after it is a rule, and not the beginning of settings.
    """
    closers = _FENCES.get(raw[: index.line(1).end].rstrip(), ())
    rows: list[str] = []
    for number in range(2, len(index.starts) + 1 if closers else 0):
        row = index.line(number).of(raw).rstrip()
        if row in closers:
            return FrontMatter(number, _directives(rows, index))
        if number == 2 and not row:
            break
        rows.append(row)
    return FrontMatter()


def _directives(rows: list[str], index: LineIndex) -> tuple[Directive, ...]:
    found: list[Directive] = []
    place = 0
    while place < len(rows):
        setting = _SETTING.match(rows[place])
        first, last = place, place
        if setting:
            values, last = _values(setting["value"], rows, place)
            raw = Span(index.line(first + 2).start, index.line(last + 2).start + len(rows[last]))
            found.append(_directive(setting["key"], values, raw))
        place = last + 1
    return tuple(found)


def _values(first: str, rows: list[str], place: int) -> tuple[list[str], int]:
    """The codes of a setting, and the place of the last of its lines."""
    texts = [_COMMENT.sub("", first).strip()]
    following = range(place + 1, len(rows))
    if texts[0].startswith("["):
        for place in following if "]" not in texts[0] else ():
            texts.append(_COMMENT.sub("", rows[place]))
            if "]" in texts[-1]:
                break
    elif not texts[0]:
        for following_place in following:
            item = _ITEM.match(rows[following_place])
            if not item:
                break
            place = following_place
            texts.append(_COMMENT.sub("", item["value"] or ""))
    return [value for value in _GAP.split("\n".join(texts)) if value], place


def _directive(key: str, codes: list[str], raw: Span) -> Directive:
    if key != KEY:
        problem = f'unknown setting "{key}"{did_you_mean(key, (KEY,))}'
    elif not codes:
        problem = f'"{KEY}" names no code: write "{KEY}: PUN101, USE"'
    else:
        problem = codes_problem(codes)
    return Directive("ignore-file", raw, () if problem else tuple(codes), "", problem)

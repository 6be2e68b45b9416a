"""HTML inside Markdown: tags, comments, entities, and addresses in angle brackets."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from html.entities import html5

from copylint.lazy import lazy, re
from copylint.spans import Span
from copylint.values import dataclass, field

_NAME = r"[A-Za-z][A-Za-z0-9-]*"
_VALUE = r"""(?:[^\s"'=<>`\x00]+|'[^']*'|"[^"]*")"""
_TAG = lazy(rf"<{_NAME}(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*{_VALUE})?)*\s*/?>|</{_NAME}\s*>", re.ASCII)
_AUTOLINK = lazy(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*)>"
)
_ENTITY = lazy(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|([A-Za-z][A-Za-z0-9]{0,31}));")
_BREAK = lazy(r"<br\s*/?>", re.IGNORECASE)
_ENCLOSED = lazy(r"<!--|<\?|<!\[CDATA\[|<![A-Za-z]")
_CLOSERS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}


@dataclass(slots=True)
class Finder:
    """Finds the end of what opens in a text; remembers what no longer occurs, so that many openings cost no more than one."""

    text: str
    absent: set[str] = field(default_factory=set)

    def after(self, closer: str, start: int) -> int | None:
        """The place behind the next `closer`. Calls come with rising `start`."""
        if closer in self.absent:
            return None
        found = self.text.find(closer, start)
        if found < 0:
            self.absent.add(closer)
            return None
        return found + len(closer)

    def markup_end(self, start: int) -> int | None:
        """The end of the tag, comment or declaration that opens there."""
        enclosed = _ENCLOSED.match(self.text, start)
        if enclosed:
            return self.after(_CLOSERS.get(enclosed[0], ">"), start + 2)
        tag = _TAG.match(self.text, start)
        return tag.end() if tag else None


def comments(text: str) -> Iterator[Span]:
    """The closed comments of a text, in order."""
    finder = Finder(text)
    start = text.find("<!--")
    while start >= 0 and (end := finder.after("-->", start + 2)):
        yield Span(start, end)
        start = text.find("<!--", end)


def autolink_end(text: str, start: int) -> int | None:
    """The end of an address in angle brackets, if one stands there."""
    found = _AUTOLINK.match(text, start)
    return found.end() if found else None


def is_break(tag: str) -> bool:
    """Whether a tag breaks the line."""
    return bool(_BREAK.fullmatch(tag))


def entity_at(text: str, start: int) -> tuple[str, int] | None:
    """What the entity there stands for, and its end; None where no proper entity stands."""
    found = _ENTITY.match(text, start)
    if not found or (found[1] and f"{found[1]};" not in html5):
        return None
    return unescape(found[0]), found.end()

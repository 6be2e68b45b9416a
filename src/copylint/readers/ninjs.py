"""ninjs, the JSON of news agencies, in its versions 1 to 3, and what is like it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from copylint.document import BlockKind, Source
from copylint.errors import ReadError
from copylint.lazy import lazy
from copylint.readers.html import RESERVED
from copylint.readers.json_text import Object, Text, parsed
from copylint.readers.limits import refuse_deep, refuse_large
from copylint.readers.prose import story
from copylint.readers.slot import Slots
from copylint.values import dataclass

_KNOWN = lazy(r'"(?:headlines?|headline_\w+|bod(?:y_\w+|ies)|descriptions|description_\w+|pub[sS]tatus|version[cC]reated)"\s*:')
_PICTURES = frozenset({"picture", "graphic", "video", "audio"})
_RESERVED: Final = f'{RESERVED}"\\' + "".join(map(chr, range(32)))
_NESTING = 8  # items in items


class NinjsReader:
    """Reads ninjs: a single item, or a list of items."""

    format: Final = "ninjs"
    suffixes: Final = (".ninjs", ".json")

    def read(self, path: str, raw: str) -> tuple[Source, ...]:
        """The stories in a file. Raises ReadError for what is no JSON, or holds no item of news."""
        refuse_large(path, len(raw))
        found = parsed(path, raw)
        desk = _Desk(path, raw, partial(refuse_deep, path, raw))
        items = [
            item for item in (found if isinstance(found, list) else [found]) if isinstance(item, Object) and _is_item(item)
        ]
        if not items:
            raise ReadError("it is JSON, but holds no item of ninjs: a headline, a body or a description", path=path)
        return tuple(source for item in items for source in desk.sources(item, 0))

    def knows(self, head: bytes) -> bool:
        """Whether a file that begins so may be one of ninjs."""
        text = head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
        return text.startswith(("{", "[")) and bool(_KNOWN.search(text))


def _is_item(item: Object) -> bool:
    return any(_KNOWN.match(f'"{name}":') for name, _ in item.members)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Reads the items of one file."""

    path: str
    raw: str
    deep: Callable[[int, int], None]

    def sources(self, item: Object, depth: int) -> Iterator[Source]:
        """The story of an item with the captions of its pictures, and the stories that go with it."""
        slots = Slots(self.deep, item.text("language"))
        is_picture = item.text("type") in _PICTURES
        for text in _unlike([*_named(item, "headline"), *_roles(item, "headlines")]):
            slots.add(text.passage, BlockKind.CAPTION if is_picture else BlockKind.HEADLINE)
        for text in _chosen(_named(item, "description"), _roles(item, "descriptions"), _named(item, "abstract")):
            slots.add(text.passage, BlockKind.CAPTION if is_picture else BlockKind.STANDFIRST)
        byline = item.one("byline", "by")
        if isinstance(byline, Text):
            slots.add(byline.passage, BlockKind.BYLINE)
        for text in _chosen(_named(item, "body"), _roles(item, "bodies")):
            slots.add(text.passage)
        related = item.objects("associations") if depth < _NESTING else []
        for picture in (each for each in related if each.text("type") in _PICTURES):
            for text in _chosen(_named(picture, "description"), _roles(picture, "descriptions")):
                slots.add(text.passage, BlockKind.CAPTION)
        yield self._source(item, slots)
        for other in related:
            if other.text("type") not in _PICTURES and _is_item(other):
                yield from self.sources(other, depth + 1)

    def _source(self, item: Object, slots: Slots) -> Source:
        return story(
            self.path,
            NinjsReader.format,
            self.raw,
            slots.parts,
            language=item.text("language") or "en",
            item=item.text("uri", "guid", "_id"),
            reserved=_RESERVED,
        )


def _named(item: Object, name: str) -> list[Text]:
    """The strings under a name, or under one that begins with it: `body_text`, `body_html`."""
    return [value for key, value in item.members if (key == name or key.startswith(f"{name}_")) and isinstance(value, Text)]


def _roles(item: Object, name: str) -> list[Text]:
    """The strings of a list of objects, one for each role."""
    return [value for each in item.objects(name) if isinstance(value := each.one("value"), Text)]


def _unlike(texts: list[Text]) -> list[Text]:
    """The strings that don't say what one before says."""
    return list({text.value: text for text in reversed(texts)}.values())[::-1]


def _chosen(*groups: list[Text]) -> Iterator[Text]:
    """Of several strings that say the same, the one with mark-up, or else the longest."""
    found = [text for group in groups for text in group if text.span.length]
    if found:
        yield max(found, key=lambda text: ("</" in text.value, text.span.length))

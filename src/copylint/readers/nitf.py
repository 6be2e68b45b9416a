"""NITF: the story of a wire in XML, with its headlines, byline, paragraphs, captions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from copylint.document import BlockKind, Source
from copylint.readers.flow import Flow, Vocabulary
from copylint.readers.html import RESERVED
from copylint.readers.limits import refuse_deep, refuse_large
from copylint.readers.passage import Passage
from copylint.readers.prose import story
from copylint.readers.tree import failing

_SKIPPED = (
    *("head", "note", "rights", "distributor", "bibliography", "pre", "fn", "media-metadata", "media-object"),
    *("media-reference", "nitf-table-metadata", "nitf-col", "custom-table", "col", "colgroup"),
)
_REPEATS = frozenset({"lead_paragraph"})
"""The classes of blocks that say again what stands elsewhere."""


def _by_attributes(name: str, found: Mapping[str, str]) -> BlockKind | bool | None:
    """True for what isn't to be read."""
    return name == "block" and found.get("class") in _REPEATS


NITF: Final = Vocabulary(
    blocks={
        **dict.fromkeys(
            "nitf body body.head body.content body.end hedline block p media hr ul ol dl table tr thead tbody".split()
        ),
        **dict.fromkeys(("nitf-table", "tfoot", "content", *_SKIPPED)),
        "hl1": BlockKind.HEADLINE,
        "hl2": BlockKind.SUBHEAD,
        "abstract": BlockKind.STANDFIRST,
        "byline": BlockKind.BYLINE,
        "dateline": BlockKind.DATELINE,
        "bq": BlockKind.BLOCK_QUOTE,
        **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
        **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
        **dict.fromkeys(("media-caption", "caption"), BlockKind.CAPTION),
        **dict.fromkeys(("media-producer", "credit", "tagline"), BlockKind.CREDIT),
    },
    nested={("hedline", "hl2"): BlockKind.STANDFIRST},
    levels={"hl2": 2},
    skipped=frozenset(_SKIPPED),
    by_attributes=_by_attributes,
)


class NitfReader:
    """Reads NITF, with suppression comments."""

    format: Final = "nitf"
    suffixes: Final = (".nitf",)

    def read(self, path: str, raw: str) -> Source:
        """The story in a file. Raises ReadError for what is no XML, or is too large or too deep."""
        refuse_large(path, len(raw))
        flow = Flow(Passage.whole(raw), NITF, partial(refuse_deep, path, raw), failing(path, raw)).run()
        return story(path, self.format, raw, flow.parts, directives=flow.directives, reserved=RESERVED)

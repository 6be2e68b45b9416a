"""HTML: what a reader of the page reads, and not scripts, code, navigation or forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from copylint.document import BlockKind, Source
from copylint.readers.flow import Flow, Vocabulary
from copylint.readers.headline import with_headline
from copylint.readers.limits import refuse_deep, refuse_large
from copylint.readers.passage import Passage
from copylint.readers.prose import story

RESERVED = "<>&"
"""What a fix never writes into HTML or XML."""

_P = frozenset({"p"})
_CELLS = frozenset({"td", "th"})
_SKIPPED_BLOCKS = (
    *("nav", "footer", "dialog", "menu", "template", "head", "pre", "noscript", "noframes"),
    *("xmp", "listing", "plaintext", "legend"),
)
_SLOTS: Mapping[str, BlockKind] = {
    **dict.fromkeys(("headline", "entry-title", "post-title", "article-title"), BlockKind.HEADLINE),
    **dict.fromkeys(("standfirst", "subtitle", "dek", "deck", "subheadline", "summary", "excerpt"), BlockKind.STANDFIRST),
    **dict.fromkeys(("byline", "author", "p-author"), BlockKind.BYLINE),
    **dict.fromkeys(("dateline", "published", "timestamp", "pubdate", "post-date", "entry-date"), BlockKind.DATELINE),
    **dict.fromkeys(("caption", "wp-caption-text", "image-caption", "photo-caption"), BlockKind.CAPTION),
    **dict.fromkeys(("credit", "photo-credit", "image-credit"), BlockKind.CREDIT),
}
_UNREAD_ROLES = frozenset({"navigation", "search", "contentinfo", "form", "dialog", "menu", "button"})

_ONE_BLOCK = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_TEXT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4"})
"""A box that is called a headline may hold the byline too; these elements hold no more than they say."""


def _by_attributes(name: str, found: Mapping[str, str]) -> BlockKind | bool | None:
    """The kind of block that an element's attributes tell; True where it isn't to be read."""
    if "hidden" in found or found.get("aria-hidden") == "true" or found.get("role", "").lower() in _UNREAD_ROLES:
        return True
    labels = f"{found.get('class', '')} {found.get('itemprop', '')} {found.get('id', '')}".lower().split()
    slot = next((_SLOTS[label] for label in labels if label in _SLOTS), None)
    return None if slot in _ONE_BLOCK and name not in _TEXT_BLOCKS else slot


HTML: Final = Vocabulary(
    blocks={
        **dict.fromkeys(
            "address article aside body center details dir div dl fieldset figure form header hgroup hr html main ol "
            "option optgroup p search section summary table tbody tfoot thead tr ul".split()
        ),
        **dict.fromkeys(_SKIPPED_BLOCKS),
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.SUBHEAD),
        **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
        **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
        **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
        "blockquote": BlockKind.BLOCK_QUOTE,
    },
    levels={f"h{level}": level for level in range(1, 7)},
    skipped=frozenset(
        {
            *_SKIPPED_BLOCKS,
            *("script", "style", "textarea", "title", "del", "s", "strike", "rt", "rp", "iframe", "object", "audio", "video"),
            *("canvas", "noembed", "label"),
        }
    ),
    objects=frozenset("code kbd samp var tt svg math button select input embed output".split()),
    void=frozenset(
        "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
    ),
    quotes=frozenset({"q"}),
    notes=frozenset({"sup"}),
    scopes=frozenset({"article", "main"}),
    closed={
        "*": _P,
        "li": frozenset({"li"}),
        **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd"})),
        **dict.fromkeys(("td", "th"), _CELLS),
        "tr": frozenset({*_CELLS, "tr"}),
        **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({*_CELLS, "tr", "thead", "tbody", "tfoot"})),
        "body": frozenset({"head"}),
    },
    by_attributes=_by_attributes,
)


class HtmlReader:
    """Reads HTML, whole pages and pieces, with suppression comments."""

    format: Final = "html"
    suffixes: Final = (".html", ".htm", ".xhtml")

    def read(self, path: str, raw: str) -> Source:
        """The story in a page; any text is one. Raises ReadError for one that is too large or too deep."""
        refuse_large(path, len(raw))
        flow = Flow(Passage.whole(raw), HTML, partial(refuse_deep, path, raw)).run()
        return story(path, self.format, raw, with_headline(flow.copy), directives=flow.directives, reserved=RESERVED)

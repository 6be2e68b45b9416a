"""XML files: the outermost element says which of the news formats one is of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from copylint.document import Source
from copylint.errors import ReadError
from copylint.lazy import lazy, re
from copylint.named import thing
from copylint.readers.limits import refuse_large
from copylint.readers.tree import failing

_ROOT = lazy(
    r"(?:\s|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|<![A-Za-z][^>\[]*(?:\[[^\]]*\]\s*)?>)*<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL
)
_HEAD = 4096
_NEWSML = "copylint.readers.newsml:NewsmlReader"
_READERS: Mapping[str, str] = {
    "nitf": "copylint.readers.nitf:NitfReader",
    "newsItem": _NEWSML,
    "newsMessage": _NEWSML,
    "packageItem": _NEWSML,
    "rss": "copylint.readers.wordpress:WordpressReader",
    "html": "copylint.readers.html:HtmlReader",
}
_KNOWN = "NITF, NewsML-G2 and WordPress exports are"


class XmlReader:
    """Reads the news formats that come as `.xml`."""

    format: Final = "xml"
    suffixes: Final = (".xml",)

    def read(self, path: str, raw: str) -> Source | Sequence[Source]:
        """The stories in a file. Raises ReadError for XML that is none of the news formats."""
        refuse_large(path, len(raw))
        root = _root(raw)
        if root not in _READERS:
            if not root:
                failing(path, raw)("no element opens here", 0)
            raise ReadError(f"its outermost element is <{root}>, which copylint doesn't read; {_KNOWN} read", path=path)
        found: Source | Sequence[Source] = thing(_READERS[root])().read(path, raw)
        return found

    def knows(self, head: bytes) -> bool:
        """Whether a file that begins so is of a news format."""
        return _root(head.decode("utf-8", "replace").removeprefix("\ufeff")) in _READERS


def _root(raw: str) -> str:
    found = _ROOT.match(raw[:_HEAD])
    return found[1] if found else ""

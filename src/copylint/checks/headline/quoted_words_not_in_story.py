"""Words that the headline quotes and the story beneath it doesn't have."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.name_run import folded
from copylint.document import BODY, BlockKind, Document
from copylint.lazy import lazy
from copylint.rule import Confidence, Example, Match, Quotes, Rule, Severity
from copylint.spans import Span

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST, _LONGEST_STEM = 4, 5
_SHORTEST_STORY = 120
"""A story of fewer words is a summary: what was quoted may stand in the whole of it."""
_MOST_CAPITALS = 0.5


def check(document: Document) -> Iterator[Match]:
    """Each quotation in the headline with a word of weight that no word of the running copy begins like."""
    heads = [block.span for block in document.body(frozenset([BlockKind.HEADLINE]))]
    quoted = [quote for quote in document.bare_quotes if any(head.contains(quote.span) for head in heads)] if heads else []
    if not quoted:
        return
    story = [folded(word) for block in document.body(BODY) for word in _WORD.findall(block.span.of(document.prose))]
    if len(story) < _SHORTEST_STORY:
        return
    stems = {word[:_LONGEST_STEM] for word in story}
    for quote in quoted:
        words = _WORD.findall(quote.inside.of(document.prose))
        weighty = [word for word in words if len(word) >= _SHORTEST]
        missing = [word for word in weighty if folded(word)[:_LONGEST_STEM] not in stems]
        if missing and not _is_title(words, document, quote.span):
            yield Match(quote.span, details={"missing": "”, “".join(missing[:3])})


def _is_title(words: list[str], document: Document, span: Span) -> bool:
    """Whether a quotation of several words is all capitals where the rest of the headline isn't: a book, a film."""
    head = document.blocks[document.block_at(span.start)].span
    around = _WORD.findall(document.prose[head.start : span.start] + " " + document.prose[span.end : head.end])
    others = [word for word in around[1:] if len(word) >= _SHORTEST]
    capitals = sum(word[0].isupper() for word in others)
    is_upper_style = bool(others) and capitals / len(others) > _MOST_CAPITALS
    return not is_upper_style and len(words) > 1 and all(word[0].isupper() for word in words if len(word) >= _SHORTEST)


_BODY = (
    "The mayor said on Monday that the bridge would stay shut until spring, and that nobody could tell how long the work would"
    " take. “It is a mess,” she told reporters. Engineers found rust in nine of the twelve piers when they looked at them in"
    " May. The council put by two million pounds for the work last year, and the firm that won the contract went under in June."
    " Drivers have had to go round by the old road since then, which adds half an hour to the trip. Shopkeepers on the north"
    " bank say that they have lost a third of their trade. A petition with four thousand names was handed to the council last"
    " week. The mayor said that she had read it, and that the ferry would run every hour from next month."
)


def _under(headline: str) -> Example:
    """A story with this headline."""
    return Example(f"# {headline}\n\n{_BODY}", format="markdown")


RULE = Rule(
    code="HED102",
    name="quoted-words-not-in-story",
    summary="The headline quotes words that the story doesn’t have.",
    rationale="Quotation marks say that somebody spoke these very words; a reader looks for them.",
    message="Who says {text}? The story has no “{missing}”.",
    severity=Severity.QUERY,
    confidence=Confidence.MEDIUM,
    source="house",
    quotes=Quotes.INCLUDE,
    blocks=frozenset([BlockKind.HEADLINE]),
    check=check,
    bad=(_under("Bridge {“scandal”} angers mayor"), _under("Mayor calls bridge {“utter disgrace”}")),
    good=(
        _under("Mayor calls bridge “a mess”"),
        _under("Mayor reads from “Bleak House”"),
        Example("# Bridge “scandal” angers mayor\n\nThe mayor is angry.", format="markdown"),
        _under("Bridge stays shut"),
    ),
)

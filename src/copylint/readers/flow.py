"""From the tags of HTML, NITF and their like to parts of prose: which elements are blocks, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from copylint.document import BlockKind, Directive
from copylint.lazy import lazy, re
from copylint.readers.directive import directive
from copylint.readers.passage import Passage
from copylint.readers.prose import OBJECT, Part, Piece, shortened
from copylint.readers.tag import Fail, Scanner, Token, TokenKind, attributes
from copylint.spans import Span
from copylint.values import dataclass, field, replace

GAPS = r"[ \t\n\r\f]{2,}|[\t\n\r\f\u00ad]|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}"
_GAP = lazy(GAPS)
_WHITE = " \t\n\r\f"
_NOTE_MARK = lazy(r"(?:\[\w{1,4}\]|[*†‡]{1,3}|(?<![^\W_])\d{1,3}(?:,\s*\d{1,3})*)+$")
_SHALLOW = 100  # so many elements inside one another are no matter
_OPEN_COMMENT = "the comment is not closed, so nothing after it is read: end it with -->"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format mean.

    `blocks` begin a block, of a kind of its own or of that which it lies in; `nested` has what one is in a certain other. What
    is in `skipped` isn't read; one of `objects` is neither, but something stands there. `quotes` stand for quotation marks,
    `notes` hold the mark of a footnote, `scopes` the story itself, so that the rest is none. An element of `closed` ends those
    of its group where it begins.
    """

    blocks: Mapping[str, BlockKind | None]
    nested: Mapping[tuple[str, str], BlockKind] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    closed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_attributes: Callable[[str, Mapping[str, str]], BlockKind | bool | None] | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """An element that is open: what its text is, and where its pieces begin. `start` is its raw start where it is an object."""

    name: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    language: str = ""
    is_skipped: bool = False
    is_block: bool = True
    is_scope: bool = False
    start: int = -1
    pieces: int = 0


@dataclass(slots=True)
class Flow:
    """Takes the tokens of a passage and gathers parts and directives.

    `language` is that of the story, `breaks` says how many line ends in a row end a paragraph (0: none do), `deep` refuses what
    lies too deep. `gaps` is what isn't read as it stands, `on_mark` takes those of it that only some formats have.
    """

    passage: Passage
    words: Vocabulary
    deep: Callable[[int, int], None]
    fail: Fail | None = None
    language: str = ""
    breaks: int = 0
    gaps: re.Pattern[str] = _GAP
    on_mark: Callable[[Flow, str, int], None] | None = None
    parts: list[Part] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=lambda: [Frame()])
    open: Counter[str] = field(default_factory=Counter)
    in_scope: set[int] = field(default_factory=set)

    def run(self) -> Flow:
        """Takes all tokens; itself."""
        for token in Scanner(self.passage.text, self.fail).tokens():
            _HANDLERS[token.kind](self, token)
        if self.fail and len(self.frames) > 1:
            self.fail(f"<{self.frames[-1].name}> is never closed", len(self.passage.text))
        self.flush()
        return self

    @property
    def copy(self) -> list[Part]:
        """The parts; where an element says that it holds the story, those in it."""
        return [part for number, part in enumerate(self.parts) if not self.in_scope or number in self.in_scope]

    def flush(self) -> None:
        """Ends the block."""
        frame = self.frames[-1]
        if any(piece.text.strip(f"{_WHITE}{OBJECT}") for piece in self.pieces):
            if frame.is_scope:
                self.in_scope.add(len(self.parts))
            self.parts.append(Part(frame.kind, tuple(self.pieces), frame.level, frame.language))
        self.pieces = []

    def put(self, text: str, start: int, end: int) -> None:
        """Puts a text in the place of what stands there."""
        if text and end > start and not self.frames[-1].is_skipped:
            self.pieces.append(Piece(text, self.passage.raw(Span(start, end))))

    def read(self, start: int, end: int) -> None:
        """Reads a text: white space counts as one space, as it does on the page."""
        text = self.passage.text
        while start < end and text[start] in _WHITE and self._is_white():
            start += 1
        for gap in self.gaps.finditer(text, start, end):
            self._copy(start, gap.start())
            start = gap.end()
            self._fill(gap[0], gap.start(), start)
        self._copy(start, end)

    def enter(self, name: str, kind: BlockKind) -> None:
        """Opens a block that no tag opens."""
        self.flush()
        self.frames.append(replace(self.frames[-1], name=name, kind=kind, is_block=True, start=-1))
        self.open[name] += 1

    def leave(self, name: str, at: int) -> None:
        """Closes the block of that name, if it is open, and all in it."""
        while self.open[name]:
            _leave(self, at)

    def plain(self) -> Flow:
        """Takes the passage as text without mark-up; itself."""
        self.read(0, len(self.passage.text))
        self.flush()
        return self

    def _fill(self, gap: str, start: int, end: int) -> None:
        if gap[0] in _WHITE:
            if self.breaks and gap.count("\n") >= self.breaks:
                self.flush()
            elif not self._is_white():
                self.put(" ", start, end)
        elif gap.startswith("{{"):
            self.put(OBJECT, start, end)
        elif self.on_mark:
            self.on_mark(self, gap, start)

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            self.pieces += self.passage.pieces(Span(start, end))

    def _is_white(self) -> bool:
        """Whether white space is left out here."""
        return not self.pieces or self.pieces[-1].text[-1] in _WHITE


def _text(flow: Flow, token: Token) -> None:
    if not flow.frames[-1].is_skipped:
        flow.read(token.start, token.end)


def _cdata(flow: Flow, token: Token) -> None:
    if not flow.frames[-1].is_skipped:
        flow.read(token.start + 9, token.end - 3)


def _reference(flow: Flow, token: Token) -> None:
    if token.value in _WHITE:
        token.value = "" if flow._is_white() else " "
    if token.value != "\u00ad":
        flow.put(token.value, token.start, token.end)


def _comment(flow: Flow, token: Token) -> None:
    end = token.end - 3 if token.is_closed else token.end
    order = directive(flow.passage.text[token.start + 4 : end], flow.passage.raw(Span(token.start, token.end)))
    if order and token.is_closed:
        flow.directives.append(order)
    elif order:
        flow.directives.append(replace(order, codes=(), problem=_OPEN_COMMENT))


def _open(flow: Flow, token: Token) -> None:
    name, words = token.value, flow.words
    is_block = name in words.blocks
    for group in filter(None, (words.closed.get("*") if is_block else None, words.closed.get(name))):
        while flow.frames[-1].name in group:
            _leave(flow, token.start)
    if name == "br":
        _break(flow, token)
    elif name in words.void:
        if name in words.blocks:
            flow.flush()
        elif name in words.objects:
            flow.put(OBJECT, token.start, token.end)
    else:
        _enter(flow, token, is_block=is_block)
        if token.is_closed and flow.fail:
            _leave(flow, token.end)


def _break(flow: Flow, token: Token) -> None:
    """A line break; two of them end a paragraph."""
    pieces = flow.pieces
    if pieces and pieces[-1].text.endswith(" "):
        pieces[-1:] = filter(None, [shortened(pieces[-1])])
    if pieces and pieces[-1].text == "\n":
        flow.flush()
    elif pieces:
        flow.put("\n", token.start, token.end)


def _enter(flow: Flow, token: Token, *, is_block: bool) -> None:
    """Opens an element."""
    if is_block:
        flow.flush()
    if len(flow.frames) > _SHALLOW:
        flow.deep(len(flow.frames), flow.passage.raw(Span(token.start, token.end)).start)
    frame = _frame(flow, token, is_block=is_block)
    if token.value in flow.words.quotes:
        flow.put("“", token.start, token.end)
    flow.frames.append(frame)
    flow.open[token.value] += 1


def _frame(flow: Flow, token: Token, *, is_block: bool) -> Frame:
    """The frame of an element that opens."""
    above, name, words = flow.frames[-1], token.value, flow.words
    tag = flow.passage.text[token.start : token.end]
    found = attributes(tag) if "=" in tag or "hidden" in tag else {}
    said = words.by_attributes(name, found) if found and words.by_attributes else None
    kind = said if isinstance(said, BlockKind) and is_block else words.nested.get((above.name, name), words.blocks.get(name))
    if kind is None or (above.kind is BlockKind.BLOCK_QUOTE and kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)):
        kind = above.kind
    language = found.get("xml:lang") or found.get("lang") or found.get("iso") or above.language
    is_foreign = not is_block and language != above.language and not _is_kin(language, above.language or flow.language)
    is_object = is_foreign or name in words.objects
    return Frame(
        name=name,
        kind=kind,
        level=words.levels.get(name, 0 if name in words.blocks else above.level),
        language=language,
        is_skipped=above.is_skipped or is_object or name in words.skipped or said is True,
        is_block=is_block,
        is_scope=above.is_scope or name in words.scopes,
        start=token.start if is_object and not above.is_skipped else -1,
        pieces=len(flow.pieces),
    )


def _is_kin(language: str, other: str) -> bool:
    return language.casefold()[:2] == (other or "en").casefold()[:2]


def _close(flow: Flow, token: Token) -> None:
    if not flow.open[token.value]:
        if flow.fail:
            flow.fail(f"</{token.value}> closes nothing", token.start)
        elif token.value == "p":
            flow.flush()
        return
    if flow.fail and flow.frames[-1].name != token.value:
        flow.fail(f"</{token.value}> stands where </{flow.frames[-1].name}> is to", token.start)
    while flow.frames[-1].name != token.value:
        _leave(flow, token.start)
    _leave(flow, token.start, token.end)


def _leave(flow: Flow, start: int, end: int = -1) -> None:
    """Closes the innermost element; its closing tag, if it has one, stands there."""
    frame = flow.frames[-1]
    if frame.is_block:
        flow.flush()
    flow.frames.pop()
    flow.open[frame.name] -= 1
    if frame.start >= 0:
        flow.put(OBJECT, frame.start, max(start, end))
    elif frame.name in flow.words.notes and _is_note_mark(flow.pieces, frame.pieces):
        del flow.pieces[frame.pieces :]
    elif frame.name in flow.words.quotes and end > start:
        flow.put("”", start, end)


def _is_note_mark(pieces: Sequence[Piece], first: int) -> bool:
    """Whether what is raised in the text, from a piece on, is the mark of a note and not a power, as in `m<sup>2</sup>`."""
    before = pieces[first - 1].text[-1:] if 0 < first <= len(pieces) else ""
    text = "".join(piece.text for piece in pieces[first:]).rstrip()
    return bool(_NOTE_MARK.match(f"{before}{text}", len(before)))


def _other(flow: Flow, token: Token) -> None:
    """Leaves out a declaration or an instruction."""


_HANDLERS: Mapping[TokenKind, Callable[[Flow, Token], None]] = {
    TokenKind.TEXT: _text,
    TokenKind.CDATA: _cdata,
    TokenKind.REFERENCE: _reference,
    TokenKind.OPEN: _open,
    TokenKind.CLOSE: _close,
    TokenKind.COMMENT: _comment,
    TokenKind.OTHER: _other,
}

"""An institution’s name that is partly in lower case."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.name_form import forms_of, plain
from copylint.analysis.name_run import OPENERS
from copylint.document import BODY, BlockKind, Document
from copylint.lazy import lazy, re
from copylint.rule import Confidence, Fix, Match, Related, Rule, Severity
from copylint.spans import Span
from copylint.values import dataclass
from copylint.words import Words

_LAST = (
    "Academy|Agency|Alliance|Army|Assembly|Association|Authority|Bank|Board|Bureau|Cathedral|Center|Centre|Chamber|Church|Coalition|College"
    "|Commission|Committee|Conference|Congress|Constabulary|Corps|Council|Court|Department|Directorate|Federation"
    "|Foundation|Front|Fund|Guard"
    "|Hospital|Institute|Institution|Laboratory|League|Library|Ministry|Movement|Museum|Office|Organisation|Organization"
    "|Parliament|Party"
    "|Senate|Service|Services|Society|Trust|Union|University"
)
_CAPITAL = r"[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)*"
# The look behind comes after the first letter: `re` skips to a set of letters, not to what isn't behind one.
_FIRST = r"[A-Z](?<![\w’'.-][\s\S])[a-zà-ÿ]+(?:-[A-Z][a-z]+)*"
_FULL = lazy(rf"{_FIRST}(?:[ ](?:(?:of|for|and|the)[ ]){{0,2}}{_CAPITAL}){{0,5}}[ ](?:{_LAST})\b(?![’'-]?[A-Z])")
# Names whose kind comes first: “Bank of Norland”.
_TAIL = rf"[ ](?:of|for)[ ](?:the[ ])?{_CAPITAL}(?:[ ](?:(?:of|for|and|the)[ ]){{0,2}}{_CAPITAL}){{0,3}}(?![’'-]?[A-Z])"
_HEADED = lazy(rf"(?<=[a-z,][ ])(?:{_LAST}){_TAIL}|(?<=\bThe[ ])(?:{_LAST}){_TAIL}")
_MINISTRY = lazy(
    r"(?<=\b[Tt]he[ ])(?:ministry|department)[ ]of[ ](?:the[ ])?"
    r"(?:Agriculture|Commerce|Culture|Defen[cs]e|Education|Energy|Environment"
    r"|Finance|Foreign[ ]Affairs|Health|Housing|Information|Interior|Justice|Labou?r|State|Trade|Transport|Transportation)\b"
)
_KIND_WORDS = frozenset(_LAST.lower().split("|"))
_LEADING = frozenset(["of", "for"])
_GOES_ON = lazy(r"\w|[’'-]?[A-Z]")
_OF_A_NAME = lazy(r"\b(?!The\b)[A-Z][\w’'-]*\s\Z")
_OF_SOMETHING = lazy(r"\s(?:of|for)\s(?:the\s)?[A-Z]")
_IN_WORD = lazy(r"[\w’'.-]")
_OFFICES, _OF = frozenset(["ministry", "department"]), frozenset(["of"])
_LAST_PART = lazy(r"[^\W_]+\Z")
_TYPES = frozenset(["group", "org", "news", "country"])
_SMALL = frozenset(["of", "for", "and", "the", "on", "in"])


@dataclass(frozen=True, slots=True)
class _Kind:
    """A word such as “court”: its place, it and the word before it, whether it has a capital, and whether “of” follows it."""

    number: int
    span: Span
    tail: tuple[str, str]
    is_capital: bool
    is_head: bool


def check(document: Document) -> Iterator[Match]:
    """Each name of a names pack in other capitals than its own, and each that stands in capitals elsewhere in the story."""
    known: list[Span] = []
    for entity in document.entities:
        if entity.name is None or entity.name.type not in _TYPES:
            continue
        right = {plain(form) for form in forms_of(entity.name)}
        forms = {form.casefold(): form for form in right}
        for mention in entity.mentions:
            surface = plain(mention.surface)
            form = forms.get(surface.casefold(), surface)
            if _is_partly_lower(surface, form, right) and document.blocks[mention.block].kind is not BlockKind.HEADLINE:
                known.append(mention.span)
                yield Match(mention.span, (form,))
    known.sort()
    ends = [span.end for span in known]
    for match in _elsewhere(document):
        near = bisect_right(ends, match.span.start)
        if near == len(known) or not match.span.overlaps(known[near]):
            yield match


def _is_partly_lower(surface: str, form: str, right: set[str]) -> bool:
    if surface in right or surface[:1].upper() + surface[1:] in right:
        return False
    return any(a.islower() and b.isupper() for a, b in zip(surface, form, strict=False))


def _elsewhere(document: Document) -> Iterator[Match]:
    yield from _ministries(document)
    kinds = _kinds(document.words)
    tails: defaultdict[tuple[str, str], dict[str, Span]] = defaultdict(dict)
    heads: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for match in _all(document, _capital(kinds), _FULL, _HEADED):
        name = _trimmed(document, match.start(), match.end())
        parts = name.of(document.prose).casefold().split(" ")
        if len(parts) > 1:
            tails[parts[-2].rpartition("-")[2], parts[-1]].setdefault(" ".join(parts), name)
            heads[parts[0]].setdefault(" ".join(parts), name)
    if tails:
        for kind in kinds:
            for text, first in tails.get(kind.tail, {}).items():
                yield from _partly(document, kind.span.end - len(text), text, first)
            for text, first in heads.get(kind.tail[1], {}).items() if kind.is_head else ():
                yield from _partly(document, kind.span.start, text, first)


def _kinds(words: Words) -> list[_Kind]:
    """Each word that says what an institution is, with the word before it."""
    found = []
    following = {number - 1 for number in words.places(_LEADING)}
    for number in words.places(_KIND_WORDS):
        before = _LAST_PART.search(words.folded(number - 1)) if number else None
        if before:
            folded = words.folded(number)
            for kind in _KIND_WORDS.intersection(words.called(number)):
                start = words.starts[number] + folded.find(kind)
                is_capital = words.prose[start].isupper()
                is_head = number in following and (is_capital or before[0] == "the")
                found.append(_Kind(number, Span(start, start + len(kind)), (before[0], kind), is_capital, is_head))
    return found


def _capital(kinds: Sequence[_Kind]) -> Iterator[int]:
    """The tokens with a capital that end a name whose last two words stand elsewhere too, or that begin a name as others do."""
    counts = Counter(kind.tail for kind in kinds)
    heads = Counter(kind.tail[1] for kind in kinds if kind.is_head)
    return (
        kind.number
        for kind in kinds
        if kind.is_capital and (counts[kind.tail] > 1 or (kind.is_head and heads[kind.tail[1]] > 1))
    )


def _all(document: Document, needed: Iterable[int], *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of each pattern in each paragraph that has one of the needed tokens."""
    for index in sorted({document.block_at(document.words.starts[number]) for number in needed}):
        block = document.blocks[index]
        if index >= 0 and block.kind in BODY:
            for pattern in patterns:
                yield from pattern.finditer(document.prose, block.span.start, block.span.end)


def _ministries(document: Document) -> Iterator[Match]:
    """Each “ministry of Health”, whether or not the story has it in capitals elsewhere."""
    for match in _all(document, document.words.pairs(_OFFICES, _OF), _MINISTRY):
        if not document.is_quoted(Span(*match.span())):
            yield Match(Span(*match.span()), (match[0][0].upper() + match[0][1:],))


def _partly(document: Document, start: int, name: str, first: Span) -> Iterator[Match]:
    """The name in capitals and small letters that begins at a place, if it does."""
    prose, end = document.prose, start + len(name)
    if start < 0 or prose[start:end].casefold() != name or not _is_half(prose[start:end]):
        return
    if _GOES_ON.match(prose, end) or _IN_WORD.match(prose, max(0, start - 1), start):
        return
    if prose[start].islower() and _OF_A_NAME.search(prose, max(0, start - 30), start):
        return
    block = document.block_at(start)
    if block < 0 or document.blocks[block].kind not in BODY or document.blocks[block].span.end < end:
        return
    if prose[start].islower() and _OF_SOMETHING.match(prose, end):
        return  # “the state Department of Health”
    span = Span(start, end)
    if not document.is_quoted(span) and not document.is_quoted(first):
        yield Match(span, (first.of(prose),), related=(Related(first, "in capitals here"),))


def _is_half(text: str) -> bool:
    """Whether a name has a word with a capital and one, a small one aside, without."""
    words = [word for word in text.split() if word not in _SMALL]
    return any(word[0].isupper() for word in words) and any(word[0].islower() for word in words)


def _trimmed(document: Document, start: int, end: int) -> Span:
    """The name without the words that only open the sentence: “After the”."""
    text = document.prose[start:end]
    first, _, rest = text.partition(" ")
    if rest and first in OPENERS:
        return _trimmed(document, end - len(rest.removeprefix("the ")), end)
    return Span(start, end)


RULE = Rule(
    code="NAM015",
    name="lower-case-institution",
    summary="An institution’s name is partly in lower case.",
    rationale="Half a name in capitals reads as a slip, and the reader can’t tell where the name ends.",
    message="“{text}” is a name. “{replacement}”?",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    fix=Fix.UNSAFE,
    source="house",
    blocks=BODY,
    check=check,
    bad=(
        "She flew to the {European union => European Union} talks on Monday.",
        "The Riverside County Court met. A clerk of the {Riverside county court => Riverside County Court} read the verdict.",
        "He works at the Bank of Norland. The {bank of Norland => Bank of Norland} raised its rates.",
        "The Care Standards Board met. A report by the {care Standards board => Care Standards Board} is due.",
        "The {ministry of Health => Ministry of Health} said nothing.",
        "The {Supreme court => Supreme Court} ruled on Monday. So had the {Security council => Security Council}.",
        "She left the Court of Appeal in May. The {Court of appeal => Court of Appeal} had no comment.",
        "The Judiciary Committee met. He has sat on the {Judiciary committee => Judiciary Committee} since May.",
        "He had been an {Afghan national army => Afghan National Army} officer.",
    ),
    good=(
        "The Riverside County Court met. A clerk of the county court read the verdict.",
        "“The Riverside county court is a joke,” he said. The Riverside County Court met.",
        "The Afghan army fled, and the national army of the south with it.",
        "They dream of an Islamic state. The Islamic State group claimed the attack.",
        "He works at the Bank of Norland. The bank said that the ministry of health knew, and so did the bank of last resort.",
        "“The ministry of Health lied,” he said.",
        "Members of the Haqqani network fled.",
        "After the Supreme Court ruled, he wept. He left after the Supreme Court ruled.",
        "The State Department met on Monday. A clerk of the state Department of Health wept.",
        "Nora Lee of the New York state Department of Health met the State Department.",
    ),
)

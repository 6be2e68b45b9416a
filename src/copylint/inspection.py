"""What copylint sees in a text: blocks, sentences, quotations, names and numbers, placed in the file."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis import analyse
from copylint.analysis.people import with_people
from copylint.document import BODY, Attribution, Document, Entity, Knowledge, Mention, Number, Sentence, Source
from copylint.reporters import escaped
from copylint.spans import LineIndex, SegmentMap, Span


def seen(source: Source, knowledge: Knowledge) -> dict[str, object]:
    """One object for a file; every start and end is a raw offset in code points."""
    document = analyse(source, knowledge)
    segments = SegmentMap(source.segments)
    everybody = with_people(document.entities, document.people)

    def place(span: Span | None) -> dict[str, int] | None:
        raw = segments.raw(span) if span is not None else None
        return None if raw is None else {"start": raw.start, "end": raw.end}

    def placed(span: Span) -> dict[str, object]:
        return dict(place(span) or {})

    return {
        "path": source.path,
        "blocks": [{"kind": block.kind.value, **placed(block.span)} for block in document.blocks],
        "sentences": [
            {**placed(sentence.span), "attributed": score >= 0.5, "score": round(score, 3), "source": place(found.source)}
            for sentence, found, score in _judged(document)
        ],
        "quotes": [{**placed(quote.span), "speaker": place(quote.speaker)} for quote in document.quotes],
        "names": [{**placed(mention.span), "entity": mention.entity} for mention in _mentions(document)],
        "entities": [
            {
                "id": entity.id,
                "kind": _kind(entity, document),
                "names": _surfaces(entity),
                "lines": _line_numbers(entity, source, segments),
            }
            for entity in everybody
        ],
        "numbers": [{**placed(number.span), **_told(number)} for number in document.numbers],
    }


def _kind(entity: Entity, document: Document) -> str:
    """The type that a names pack gives an entity; “person” or “own” for one that only the text itself names or explains."""
    if entity.name:
        return entity.name.type
    return "person" if any(entity.id == person.id for person in document.people) else "own"


def _surfaces(entity: Entity) -> list[str]:
    """The names that a text uses for an entity, each once."""
    return list(dict.fromkeys(" ".join(mention.surface.split()) for mention in entity.mentions))


def _line_numbers(entity: Entity, source: Source, segments: SegmentMap) -> list[int]:
    """The lines on which an entity is named, each once."""
    index = LineIndex.of(source.raw)
    return list(dict.fromkeys(index.position(segments.raw(mention.span).start).line for mention in entity.mentions))


def _told(number: Number) -> dict[str, object]:
    """What a number is, without the facts it doesn't have."""
    day = number.day
    facts = {
        "kind": number.kind.value,
        "value": number.value,
        "last": number.last,
        "unit": number.unit or None,
        "year": (day.year or None) if day else None,
        "month": day.month if day else None,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _judged(document: Document) -> Iterator[tuple[Sentence, Attribution, float]]:
    """Each sentence with its cue and source, and the probability that it is attributed."""
    for number, sentence in enumerate(document.sentences):
        yield sentence, document.attributions[number], document.attributed(number)


def _mentions(document: Document) -> list[Mention]:
    return sorted(
        (m for entity in with_people(document.entities, document.people) for m in entity.mentions), key=lambda m: m.span
    )


def drawn(source: Source, knowledge: Knowledge) -> str:
    """The same for people: a line a block with its kind, then its sentences, quotations, names and numbers."""
    document = analyse(source, knowledge)
    segments = SegmentMap(source.segments)
    lines = (source.path, *_lines(document, segments), *_named(document, segments))
    return "".join(f"{escaped(line)}\n" for line in lines)


def _lines(document: Document, segments: SegmentMap) -> Iterator[str]:
    index = LineIndex.of(document.source.raw)
    mentions = _mentions(document)
    sentences: list[list[str]] = [[] for _ in document.blocks]
    for sentence, found, score in _judged(document):
        sentences[sentence.block].append(_sentence(document, sentence, found, score))
    for number, block in enumerate(document.blocks):
        line = index.position(segments.raw(block.span).start).line
        yield f"{line:>5}  {block.kind.value:<12}  {_short(block.span.of(document.prose), 70)}"
        yield from sentences[number] if block.kind in BODY else ()
        for quote in document.quotes:
            if block.span.contains(quote.parts[0]):
                speaker = quote.speaker.of(document.prose) if quote.speaker else "nobody named"
                yield f"{'':>21}quoted: {_short(quote.span.of(document.prose), 40)}  ({speaker})"
        names = dict.fromkeys(f"{m.surface} = {m.entity}" for m in mentions if block.span.contains(m.span))
        if names:
            yield f"{'':>21}named: {', '.join(names)}"
        numbers = [each for each in document.numbers if block.span.contains(each.span)]
        if numbers:
            told = (f"{_short(each.span.of(document.prose), 30)} = {each.kind.value}" for each in numbers)
            yield f"{'':>21}numbers: {', '.join(told)}"


def _named(document: Document, segments: SegmentMap) -> Iterator[str]:
    """A line an entity: its kind, the names used for it, and the lines it is named on."""
    for entity in with_people(document.entities, document.people):
        numbers = ", ".join(map(str, _line_numbers(entity, document.source, segments)))
        yield f"{'':>7}{_kind(entity, document):<12}  {entity.id}: {', '.join(_surfaces(entity))}  (line {numbers})"


def _sentence(document: Document, sentence: Sentence, found: Attribution, score: float) -> str:
    """A line on a sentence: the probability that it is attributed, to whom if that is known, and its first words."""
    source = (
        f"says {_short(found.source.of(document.prose), 30)}" if found.source else "attributed" if score >= 0.5 else "no source"
    )
    return f"{'':>7}{score:>4.0%}  {source}: {_short(sentence.span.of(document.prose), 60)}"


def _short(text: str, width: int) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= width else f"{folded[: width - 1]}…"

"""The document: a source and, each computed once on first use, all that is known of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from copylint.analysis.blocks import blocks
from copylint.analysis.cue import Cue, cues, quoted_tokens
from copylint.analysis.quotes import quotes
from copylint.analysis.sentences import sentences
from copylint.analysis.tokens import tokens, word_count
from copylint.document import (
    BODY,
    UNSPOKEN,
    Attribution,
    Block,
    BlockKind,
    Document,
    Entity,
    Introduction,
    Knowledge,
    NameRun,
    Number,
    Quote,
    Sentence,
    Source,
    TokenKind,
    Tokens,
)
from copylint.spans import Span
from copylint.typed import Any
from copylint.words import Words


class Analysis:
    """A source analysed; see `copylint.document.Document` for what each part holds."""

    def __init__(self, source: Source, knowledge: Knowledge) -> None:
        self._source = source
        self._knowledge = knowledge

    @property
    def source(self) -> Source:
        """What the reader gave."""
        return self._source

    @property
    def knowledge(self) -> Knowledge:
        """What the packs supply."""
        return self._knowledge

    @property
    def prose(self) -> str:
        """The text that rules read."""
        return self._source.prose

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of the article, in order. Raises `re.error` for a pattern of the knowledge that is none."""
        return blocks(self.source, self.knowledge)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, in order; none crosses a block."""
        return sentences(self.prose, self.blocks, self.knowledge)

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens, in flat arrays."""
        return tokens(self.prose)

    @cached_property
    def word_count(self) -> int:
        """How many of the tokens are words or numbers."""
        if "tokens" in self.__dict__:
            return len(self.tokens) - self.tokens.kinds.count(TokenKind.MARK)
        return word_count(self.prose)

    def words_in(self, span: Span) -> tuple[str, ...]:
        """The words and numbers that lie wholly inside a span."""
        prose, start = self.prose, span.start
        if prose[max(0, start - 1) : start].strip() or prose[span.end : span.end + 1].strip():
            found, start = self.tokens, 0  # a token may reach over an end of the span
        else:
            found = tokens(span.of(prose))
        within = found.within(span.shifted(-start))
        return tuple(found.span(i).shifted(start).of(prose) for i in within if found.kinds[i] != TokenKind.MARK)

    @cached_property
    def bare_quotes(self) -> tuple[Quote, ...]:
        """The quotations, in order, without speakers."""
        return quotes(self.prose, self.blocks)

    @cached_property
    def words(self) -> Words:
        """The tokens by what they are."""
        return Words(self.prose, self.tokens.starts, self.tokens.ends)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotations, in order, with their speakers."""
        from copylint.analysis.speakers import with_speakers

        return with_speakers(self.sentences, self.words, self.bare_quotes, self._free) if self.bare_quotes else ()

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Who and what is named, by first mention."""
        from copylint.analysis.names import entities

        return entities(self.words, self.blocks, self.bare_quotes, self.introductions, self.knowledge)

    @cached_property
    def people(self) -> tuple[Entity, ...]:
        """Who is named in full, and what else names the same people, by first mention."""
        from copylint.analysis.people import people

        persons = [entity for entity in self.entities if entity.name and entity.name.type == "person"]
        return people(self.words, self.name_runs, self.blocks, self.bare_quotes, persons)

    @cached_property
    def name_runs(self) -> tuple[NameRun, ...]:
        """The runs of capitalised words, in order."""
        from copylint.analysis.name_run import name_runs

        return name_runs(self.words)

    @cached_property
    def introductions(self) -> tuple[Introduction, ...]:
        """The abbreviations that the text explains, in order."""
        from copylint.analysis.introduction import introductions

        return introductions(self.words)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """One for each sentence, in order."""
        from copylint.analysis.attribution import attributions

        return attributions(self.blocks, self.sentences, self.words, self._quoted, self._free)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, in order, without overlaps."""
        from copylint.analysis.numbers import numbers

        return numbers(self.words)

    def features(self, sentence: int) -> Iterator[str]:
        """What speaks for and against a sentence being attributed; see `copylint.analysis.evidence`."""
        features: Iterator[str] = self._evidence.of(sentence)
        return features

    def attributed(self, sentence: int) -> float:
        """The probability that a sentence is attributed: by the model, or by its cues alone where there is none."""
        from copylint.analysis.model import model

        found = model()
        if found is None or self.blocks[self.sentences[sentence].block].kind in UNSPOKEN:
            return self.attributions[sentence].score
        return found.probability(self.features(sentence))

    def block_at(self, offset: int) -> int:
        """The index of the block that holds an offset, or -1."""
        return _holder(self._block_starts, self._block_ends, offset)

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence that holds an offset, or -1."""
        return _holder(self._sentence_starts, self._sentence_ends, offset)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span touches a quotation, its marks included."""
        index = max(0, bisect_left(self._part_ends, span.start))
        return any(part.overlaps(span) for part in self._parts[index : index + 2])

    def body(self, kinds: frozenset[BlockKind] = BODY) -> Iterator[Block]:
        """The blocks of the given kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)

    @cached_property
    def _evidence(self) -> Any:
        from copylint.analysis.evidence import Evidence

        return Evidence(self.words, self.sentences, self.blocks, self._quoted, self._free)

    @cached_property
    def _quoted(self) -> bytearray:
        return quoted_tokens(self.tokens, self.bare_quotes)

    @cached_property
    def _free(self) -> tuple[Cue, ...]:
        """The cues outside quotations."""
        return tuple(cue for cue in cues(self.words, self.knowledge.cues) if not self._quoted[cue.first])

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(block.span.start for block in self.blocks)

    @cached_property
    def _block_ends(self) -> tuple[int, ...]:
        return tuple(block.span.end for block in self.blocks)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        return tuple(sentence.span.end for sentence in self.sentences)

    @cached_property
    def _parts(self) -> tuple[Span, ...]:
        return tuple(sorted(part for quote in self.bare_quotes for part in quote.parts))

    @cached_property
    def _part_ends(self) -> tuple[int, ...]:
        return tuple(part.end for part in self._parts)


def _holder(starts: Sequence[int], ends: Sequence[int], offset: int) -> int:
    index = bisect_right(starts, offset) - 1
    return index if index >= 0 and offset < ends[index] else -1


def analyse(source: Source, knowledge: Knowledge) -> Document:
    """The document of a source; nothing is computed before it is asked for."""
    return Analysis(source, knowledge)

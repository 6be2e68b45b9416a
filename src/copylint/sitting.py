"""A sitting with a person at a terminal: mark by mark is shown and answered. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from copylint.answer import Streams
from copylint.comments import comment
from copylint.desk import Desk
from copylint.errors import ReadError
from copylint.finding import Failure, FileReport, Finding
from copylint.fixes import Edit, Spans, applied, can_take, edit_of, is_spoken, moved
from copylint.manual import explained
from copylint.omission import EVERYWHERE, Omission, config_file, omission
from copylint.readers import can_encode, encoded
from copylint.reply import HELP, Act, Reply, offer, reply
from copylint.reporters import escaped
from copylint.reporters.mark import choice, mark
from copylint.reporters.paint import BOLD, DIM, Paint
from copylint.sieve import Sieve
from copylint.spans import Span
from copylint.values import dataclass, field, replace

_MOST = 9
"""So many replacements of a mark are offered at most."""

Key = tuple[str, Span, str]
"""What tells one mark of a text from another: its code, its place, its message."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story while it is gone through: what its file held, its text by now, and the marks that are kept as they are.

    `changed` are the spans of its changed lines (None: all of it counts); `is_passed` is true where the rest is passed over.
    `reserved` is what no fix may touch or write (None: there can be none).
    """

    path: str
    old: bytes
    text: str
    changed: Spans | None = None
    kept: frozenset[Key] = frozenset()
    fixes: int = 0
    comments: int = 0
    is_passed: bool = False
    reserved: str | None = ""

    @property
    def new(self) -> bytes:
        """What its file is to hold."""
        return encoded(self.text, self.old, self.path) if self.fixes or self.comments else self.old

    def takes(self, finding: Finding, new: str) -> bool:
        """Whether a replacement can be put in, its format and encoding being what they are."""
        if self.reserved is None or any(character in self.reserved for character in f"{finding.text}{new}"):
            return False
        return can_take(finding, new, self.text) and can_encode(new, self.old)

    def edited(self, edit: Edit) -> Story:
        """The story with an edit; what was kept and isn't touched by it stays kept."""
        kept = frozenset((code, new, words) for code, span, words in self.kept if (new := _moved(span, edit)) is not None)
        changed = None if self.changed is None else moved(self.changed, [edit])
        return replace(self, text=applied(self.text, [edit]), kept=kept, changed=changed)


def _moved(span: Span, edit: Edit) -> Span | None:
    """Where a span stands after an edit; None where that touches its words."""
    if span.end <= edit.span.start:
        return span
    return span.shifted(len(edit.text) - edit.span.length) if span.start >= edit.span.end else None


@dataclass(frozen=True, slots=True)
class State:
    """All that was chosen by now: which story is looked at, all stories so far, what config files are to leave out."""

    number: int = 0
    stories: Mapping[str, Story] = field(default_factory=dict)
    omissions: tuple[Omission, ...] = ()
    is_done: bool = False

    def having(self, story: Story) -> State:
        """The state with a story as it is now."""
        return replace(self, stories={**self.stories, story.path: story})


class Sitting:
    """Goes through the marks of files. `failures` has those that can't be gone through, by path."""

    def __init__(
        self, files: Sequence[FileReport], streams: Streams, desk: Desk, sieve: Sieve, paint: Paint, width: int
    ) -> None:
        self._files = [file for file in files if file.findings]
        self._streams, self._desk, self._sieve, self._paint, self._width = streams, desk, sieve, paint, width
        self.state = State()
        self.failures: dict[str, Failure] = {}
        self._past: list[State] = []
        self._looks: dict[tuple[str, str], FileReport] = {}
        self._headed = ""

    def run(self) -> None:
        """Ask until all is answered. Raises EOFError or KeyboardInterrupt where the person leaves."""
        while not self.state.is_done and self.state.number < len(self._files):
            story = self._story(self._files[self.state.number])
            left = self._left(story) if story else ()
            if story and left and not story.is_passed:
                self._ask(story, left)
            else:
                self.state = replace(self.state, number=self.state.number + 1)

    def left(self, file: FileReport) -> FileReport:
        """The report on a file with what is left in it after all that was chosen."""
        if failure := self.failures.get(file.path):
            return replace(file, failures=(*file.failures, failure))
        story = self.state.stories.get(file.path)
        seen = self._look(story, story.text) if story else file
        return replace(seen, findings=tuple(self._uncovered(seen)))

    def _story(self, file: FileReport) -> Story | None:
        """The story in a file, read when its turn comes; None where that can't be done."""
        path = file.path
        if path in self.state.stories:
            return self.state.stories[path]
        if path in self.failures:
            return None
        if self._sieve.is_mixed(path):
            self.failures[path] = Failure(path, "it is left as it was: not all that has changed in it is staged")
            return None
        try:
            data = self._sieve.read(path)
            story = Story(path, data, self._desk.text(path, data), self._sieve.changed(file))
        except ReadError as error:
            self.failures[path] = Failure(path, str(error))
            return None
        self.state = self.state.having(story)
        return story

    def _look(self, story: Story, text: str) -> FileReport:
        """The report on a story with a text, without what isn't shown."""
        key = (story.path, text)
        if key not in self._looks:
            is_packed = self._desk.is_packed(story.path)  # then nothing can be put into it
            seen = self._desk.checked(story.path, story.old if is_packed else encoded(text, story.old, story.path))
            self._looks[key] = self._sieve.sifted(seen, story.changed)
        return self._looks[key]

    def _uncovered(self, seen: FileReport) -> Iterator[Finding]:
        """The marks that no entry leaves out."""
        file = config_file(seen.path, self._desk) if self.state.omissions else None
        return (f for f in seen.findings if not any(each.covers(f, file) for each in self.state.omissions))

    def _left(self, story: Story) -> tuple[Finding, ...]:
        """The marks of a story that are still to be answered."""
        seen = self._uncovered(self._look(story, story.text))
        return tuple(finding for finding in seen if _key(finding) not in story.kept)

    def _ask(self, story: Story, left: Sequence[Finding]) -> None:
        finding = left[0]
        offers = tuple(new for new in finding.replacements if story.takes(finding, new))[:_MOST]
        self._show(story, finding, offers)
        more = len(left) - 1 + sum(len(file.findings) for file in self._files[self.state.number + 1 :])
        while True:
            prompt = f"{offer(len(offers))} ({more:,} to come)" if more else offer(len(offers))
            answer = reply(self._asked(f"{self._paint(prompt, BOLD)} > "), len(offers))
            if isinstance(answer, str):
                self._say(answer)
            elif self._is_settled(answer, story, finding, offers):
                return

    def _asked(self, prompt: str) -> str:
        assert self._streams.ask is not None  # whoever made this has seen to it
        return self._streams.ask(prompt)

    def _show(self, story: Story, finding: Finding, offers: Sequence[str]) -> None:
        if self._headed != story.path:
            self._headed = story.path
            self._streams.show(f"\n{self._paint(escaped(story.path), BOLD)}\n")
        lines = [mark(finding, width=self._width, paint=self._paint), ""]
        if is_spoken(finding):
            lines.append("  These are somebody's words.")
        lines += [f"  {number}  {choice(new, finding)}" for number, new in enumerate(offers, start=1)]
        self._streams.show("\n" + "\n".join(lines).rstrip("\n") + "\n")

    def _say(self, text: str) -> None:
        self._streams.show(f"  {self._paint(text, DIM)}\n")

    def _is_settled(self, answer: Reply, story: Story, finding: Finding, offers: Sequence[str]) -> bool:
        """Do what was answered; whether the next mark is to be shown now."""
        if answer.act is Act.HELP:
            self._streams.show(HELP)
            return False
        if answer.act is Act.EXPLAIN:
            self._streams.show("\n" + explained([finding.code], self._desk.kit_for(self._desk.config_for(Path(story.path)))))
            return False
        if answer.act is Act.UNDO:
            return self._is_undone()
        after = self._after(answer, story, finding, offers)
        if after is None:
            return False
        self._past.append(self.state)
        self.state = after
        return True

    def _is_undone(self) -> bool:
        if not self._past:
            self._say("there is nothing to take back")
            return False
        self.state = self._past.pop()
        self._headed = ""
        return True

    def _after(self, answer: Reply, story: Story, finding: Finding, offers: Sequence[str]) -> State | None:
        """The state after an answer; None where it can't be done, which has been said."""
        if answer.act is Act.FIX:
            edited = story.edited(edit_of(finding, offers[answer.number], story.text))
            return self.state.having(replace(edited, fixes=story.fixes + 1))
        if answer.act is Act.KEEP:
            return self.state.having(replace(story, kept=story.kept | {_key(finding)}))
        if answer.act is Act.SKIP:
            return self.state.having(replace(story, is_passed=True))
        if answer.act is Act.QUIT:
            return replace(self.state, is_done=True)
        return self._left_out(answer, story, finding)

    def _left_out(self, answer: Reply, story: Story, finding: Finding) -> State | None:
        """The state in which a mark is left out by a comment, or by an entry of a config."""
        if answer.act is Act.HERE:
            format = self._desk.kit.reader(story.path).format
            edit = comment(finding, story.text, format, answer.reason, lambda text: self._look(story, text).findings)
            if edit:
                self._say(f"→ {edit.text.strip()}")
                return self.state.having(replace(story.edited(edit), comments=story.comments + 1))
        file = config_file(story.path, self._desk)
        if file is None:
            self._say("there is no room for a comment, and config files don't count (--isolated)")
            return None
        entry = omission(finding, file, everywhere=answer.act is not Act.HERE, reason=answer.reason)
        if entry is None:
            self._say(f"it can't be named in {escaped(str(file))}: no words are marked, or the story lies elsewhere")
            return None
        entry = replace(entry, text="") if answer.act is Act.RULE else entry
        what = {Act.HERE: "no room for a comment, so ", Act.ALWAYS: "", Act.RULE: f"all of {finding.code}: "}[answer.act]
        self._say(f"→ {what}an entry of {escaped(file.name)}{' for all copy' if entry.path == EVERYWHERE else ''}")
        return replace(self.state, omissions=(*self.state.omissions, entry))


def _key(finding: Finding) -> Key:
    return finding.code, finding.span, finding.message

"""What a person may answer when a mark is shown, and what each answer is called."""

from __future__ import annotations

from enum import Enum

from copylint.values import dataclass


class Act(Enum):
    """What to do with a mark; the value is the letter to type."""

    FIX = "1"
    KEEP = "k"
    HERE = "i"
    ALWAYS = "a"
    RULE = "r"
    EXPLAIN = "e"
    UNDO = "u"
    SKIP = "s"
    QUIT = "q"
    HELP = "?"


HELP = """\
  1, 2 …    mend it so
  k, Enter  keep the words, and the mark for another time
  i         leave it out here: by a comment, or where the format has none by an entry of copylint.toml
  a         leave these words out in all copy below that copylint.toml
  r         leave out whatever this rule marks there
  e         explain the rule
  u         take the last answer back
  s         pass over the rest of this file
  q         write what was chosen so far, and leave
  Ctrl-C    leave, and write nothing

A reason may follow i, a and r: i the ship's name
"""
_LETTERS = {act.value: act for act in Act}
_WITH_REASON = frozenset({Act.HERE, Act.ALWAYS, Act.RULE})


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: what to do, which of the replacements (from 0), and a reason if one was given."""

    act: Act
    number: int = 0
    reason: str = ""


def reply(line: str, count: int) -> Reply | str:
    """The answer that a line is, where `count` replacements are offered; or what is wrong with it."""
    word, _, rest = line.strip().partition(" ")
    if not word:
        return Reply(Act.KEEP)
    if word.isdecimal():
        number = int(word) if len(word) < 4 else 0
        if not rest and 1 <= number <= count:
            return Reply(Act.FIX, number - 1)
        return f"there is no {line.strip()[:20]}" if count else "there is nothing to put there"
    act = _LETTERS.get(word.lower())
    if act is None or act is Act.FIX or (rest and act not in _WITH_REASON):
        return f"“{line.strip()[:20]}” is no answer; ? lists them"
    return Reply(act, reason=rest.strip())


def offer(count: int) -> str:
    """The answers in a line, as a prompt has them."""
    numbers = {0: "", 1: "1 mend, "}.get(count, f"1–{count} mend, ")
    return f"{numbers}k keep, i ignore here, a always, q quit, ? more"

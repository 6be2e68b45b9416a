"""The texts that are measured: given ones, made into articles, files and long documents, and ones that nobody would write."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from bench.process import BenchError

Texts = tuple[str, ...]
_SUFFIXES = {".txt", ".md"}
_MANY = 100_000
_SEED = 1


def examples(folder: Path) -> Texts:
    """The articles in plain text that the project ships."""
    return _known([path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))], folder)


def folder_texts(folder: Path) -> Texts:
    """All `.txt` and `.md` files below a folder, in order. Raises BenchError if there are none."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and path.is_file())
    return _known([path.read_text("utf-8", "replace") for path in paths], folder)


def jsonl_texts(path: Path, field: str) -> Texts:
    """The field of each object of a file with one JSON object a line. Raises BenchError if there are none."""
    try:
        with path.open(encoding="utf-8") as lines:
            return _known([json.loads(line)[field] for line in lines if line.strip()], path)
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise BenchError(f"{path}: each line has to be an object with the text as “{field}” ({error})") from error


def _known(texts: Sequence[str], where: Path) -> Texts:
    kept = tuple(text.strip() + "\n" for text in texts if text.strip())
    if not kept:
        raise BenchError(f"{where}: no text is there")
    return kept


def size(text: str) -> int:
    """The bytes of a text in UTF-8."""
    return len(text.encode())


def article(texts: Texts, length: int) -> str:
    """One article of about so many bytes: the given one that comes nearest, or else whole paragraphs of several."""
    nearest = min(texts, key=lambda text: abs(size(text) - length))
    return nearest if abs(size(nearest) - length) <= length // 10 else document(texts, length)


def document(texts: Texts, length: int) -> str:
    """One document of the given texts in turn, over and over, up to so many bytes and then to the end of the paragraph."""
    parts, total = [], 0
    for paragraph in _paragraphs(texts):
        parts.append(paragraph)
        total += size(paragraph) + 2
        if total >= length:
            break
    return "\n\n".join(parts) + "\n"


def _paragraphs(texts: Texts) -> Iterator[str]:
    for text in cycle(texts):
        yield from filter(None, (part.strip("\n") for part in text.split("\n\n")))


def documents(texts: Texts, total: int, each: int = 0) -> Iterator[str]:
    """The given texts in turn, over and over, up to so many bytes in all; with `each`, made into documents of so many bytes."""
    done = 0
    if each:
        paragraphs = _paragraphs(texts)
        while done < total:
            made = document(tuple(_some(paragraphs, each)), each)
            done += size(made)
            yield made
    for text in cycle(texts):
        if done >= total:
            return
        done += size(text)
        yield text


def _some(paragraphs: Iterator[str], length: int) -> Iterator[str]:
    """The next paragraphs, up to so many bytes."""
    total = 0
    while total < length:
        paragraph = next(paragraphs)
        total += size(paragraph) + 2
        yield paragraph


def stamped(text: str, stamp: int) -> str:
    """A text that nothing kept of an earlier run is about: a number stands at its end."""
    return f"{text.rstrip()}\n\nStory {10_000 + stamp}.\n"


def lay_out(texts: Iterator[str], folder: Path) -> int:
    """The bytes of the files written: one a text, `00000.txt` and so on. Files that were there before are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    written = 0
    for number, text in enumerate(texts):
        written += (folder / f"{number:05}.txt").write_bytes(text.encode())
    return written


def stamp_all(folder: Path, stamp: int) -> None:
    """Give each file of a folder a stamp, in the place of the one that it has, if it has one."""
    for path in folder.glob("*.txt"):
        text = path.read_text("utf-8")
        before, _, last = text.rstrip().rpartition("\n\n")
        path.write_text(stamped(before if last.startswith("Story 1") else text, stamp), "utf-8")


def hostile(texts: Texts, length: int) -> dict[str, str]:
    """Texts of about so many bytes that nobody would write, by what is wrong with them."""
    letters = "".join(character for text in texts for character in text if character.isalpha()) or "letters"
    words = [word for text in texts for word in "".join(c if c.isalpha() else " " for c in text).lower().split()] or ["word"]
    generator = random.Random(_SEED)
    some = [generator.choice(words) for _ in range(min(_MANY, length // 10))]
    single = {f"only {_named(character)}": character * (length // size(character)) for character in "aAé1.,-'\"“’( "}
    half = length // 2
    return {
        **single,
        "nested brackets": "(" * half + ")" * half,
        "nested quotation marks": "“‘" * (length // 12) + "’”" * (length // 12),
        "brackets and quotation marks, opened only": "(“[‘" * (length // 8),
        "no spaces": (letters * (length // size(letters) + 1))[:length],
        "no sentence ends": _long_line(words, length),
        "one-word paragraphs": "\n\n".join(some) + "\n",
        "one-word lines": "\n".join(some) + "\n",
        "full stops after all words": ". ".join(some) + ".\n",
        "capitals at all words": " ".join(map(str.title, some)) + "\n",
    }


def _named(character: str) -> str:
    return f"“{character}”" if character.isalnum() else unicodedata.name(character).lower()


def _long_line(words: Sequence[str], length: int) -> str:
    line = " ".join(words)
    return (f"{line} " * (length // size(line) + 1))[:length].strip() + "\n"

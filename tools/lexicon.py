"""Makes `src/copylint/lexicon/words.txt` of SCOWL's lists and of our own additions.

    apt-get install scowl
    python tools/lexicon.py [FOLDER OF SCOWL'S LISTS]

A rare word that `is_inflected` makes of others is left out.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from unicodedata import combining, normalize

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from copylint.lexicon import COMMON, FIELDS  # noqa: E402
from copylint.lexicon.derived import is_inflected  # noqa: E402

SCOWL = Path("/usr/share/dict/scowl")
ADDITIONS = ROOT / "tools" / "additions.txt"
REFUSED = ROOT / "tools" / "refused.txt"
TARGET = ROOT / "src" / "copylint" / "lexicon" / "words.txt"
LARGEST = 80
"""The largest size of SCOWL that is taken; in the next, half of the words are misspelt."""
LARGEST_NAMES = 80
_LIST = re.compile(r"(?P<category>\w+)-(?P<kind>words|contractions|upper|proper-names)\.(?P<size>\d+)")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_RARE, _NAMES = FIELDS.index("rare"), FIELDS.index("names")


def main(folder: Path) -> None:
    """Write the list."""
    fields = fields_of(folder)
    refused = set(words_in(REFUSED))
    for word in words_in(ADDITIONS):
        fields[word] = min(fields.get(word, COMMON - 1), _RARE)
    kept = {word: field for word, field in fields.items() if word not in refused}
    ranked = {word: field for word, field in kept.items() if field != _RARE or not is_made(word, kept)}
    TARGET.write_text(written(ranked), encoding="ascii", newline="\n")
    print(f"{len(kept)} words, {len(ranked)} of them written")


def fields_of(folder: Path) -> dict[str, int]:
    """The field of each word of SCOWL's."""
    sizes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for path in sorted(folder.iterdir()):
        found = _LIST.fullmatch(path.name)
        if found:
            is_name = found["kind"] in ("upper", "proper-names")
            category = "names" if is_name else found["category"]
            for word in words_in(path):
                size = int(found["size"])
                if size <= (LARGEST_NAMES if is_name else LARGEST):
                    sizes[word][category] = min(size, sizes[word].get(category, size))
    return {word: field(each) for word, each in sizes.items()}


def words_in(path: Path) -> Iterator[str]:
    """The words of a file, one a line, in small letters and without possessives; a line that begins with # is none."""
    for line in path.read_text("utf-8", "replace").split("\n"):
        for word in [] if line.startswith("#") else line.split():
            folded = plain(word.lower())
            if _WORD.fullmatch(folded) and not folded.endswith("'s"):
                yield folded


def plain(word: str) -> str:
    """A word without accents, as much copy has it: cafe."""
    return word if word.isascii() else "".join(char for char in normalize("NFD", word) if not combining(char))


def field(sizes: Mapping[str, int]) -> int:
    """The number of the field for a word whose smallest size in each category is given."""
    own = {category: size for category, size in sizes.items() if "variant" not in category and category != "names"}
    size = min(own.values(), default=99)
    if size > 55:
        return _NAMES if set(sizes) == {"names"} else _RARE
    small = "20" if size <= 20 else "55"
    if own.keys() <= {"american"}:
        return FIELDS.index(f"us {small}")
    if own.keys() <= {"british", "british_z", "canadian", "australian"}:
        return FIELDS.index(f"gb {small}")
    return next(number for number, name in enumerate(FIELDS) if int(name) >= size)


def is_made(word: str, fields: Mapping[str, int]) -> bool:
    """Whether a run takes the word for one that is made of others."""
    return is_inflected(word, lambda other: fields.get(other, -1) if other != word else -1)


def written(fields: Mapping[str, int]) -> str:
    """The list as `copylint.lexicon` reads it."""
    lines: defaultdict[str, list[list[str]]] = defaultdict(lambda: [[] for _ in FIELDS])
    for word in sorted(fields):
        lines[f"{word:<3.3}"][fields[word]].append(word[3:])
    return "\n".join("\t".join((opening, *map(_field, lines[opening]))) for opening in sorted(lines))


def _field(endings: list[str]) -> str:
    return f" {' '.join(endings)} " if endings else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SCOWL)

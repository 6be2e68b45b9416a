"""What analysis has to know, put together from the tables of all packs: names, cues and lists of words."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from copylint.document import Knowledge, Name
from copylint.errors import CopylintError, PackError
from copylint.lazy import lazy, re
from copylint.neighbours import ContextError, Meanings, meanings
from copylint.tables import Table
from copylint.typed import Any
from copylint.values import dataclass

NAME_TYPES = ("group", "org", "news", "company", "place", "country", "people", "person", "term")
CUE_CLASSES = ("say", "report", "attitude", "noun", "phrase")
_FORM_KEYS = ("allowed", "compatible", "deprecated", "misspelt")
_NAME_KEYS = ("id", "type", "canonical", *_FORM_KEYS, "needs_intro", "agreement", "style", "note")
_LISTS = ("abbreviations", "furniture", "link_labels", "vocabulary")
_PATTERNS = ("furniture", "link_labels")
_FORMAT = 4  # of `marshal`: what every Python version reads
_SLUG = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class PackKnowledge:
    """What one pack knows: names, the patterns and abbreviations of each list, the class of each cue, and confusions.

    Of the confusions each word has what it may mean as `marshal` writes it: a story has few of the words.
    """

    names: tuple[Name, ...]
    lists: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, str]
    confusions: Mapping[str, bytes]


class Confusions(Mapping[str, Meanings]):
    """What each word of some packs' tables may mean, read when it is asked for; tables that have the same word are joined."""

    def __init__(self, tables: Sequence[Mapping[str, bytes]]) -> None:
        self._tables = tables

    def __getitem__(self, word: str) -> Meanings:
        found = [table[word] for table in self._tables if word in table]
        if not found:
            raise KeyError(word)
        return tuple(chain.from_iterable(map(marshal.loads, found)))

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain.from_iterable(self._tables)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def pack_knowledge(path: str, table: Mapping[str, object]) -> PackKnowledge:
    """What a parsed pack knows; tables of other kinds, such as `[[rule]]`, are left alone.

    Raises PackError with the file, the entry and the key for whatever isn't as `docs/packs.md` has it.
    """
    pack = Table(table, _complaint(path, ""))
    names = tuple(_name(path, place, entry) for place, entry in enumerate(pack.tables("name"), start=1))
    known = Table(pack.table("knowledge"), _complaint(path, "[knowledge]"))
    known.only((*_LISTS, "cues", "confusions"))
    return PackKnowledge(names, {key: _checked(known, key) for key in _LISTS}, _cues(path, known), _confusions(path, known))


def written_knowledge(known: PackKnowledge) -> object:
    """What a pack knows as plain data."""
    names = tuple(
        tuple(dict(value) if isinstance(value, Mapping) else value for value in _values(name)) for name in known.names
    )
    return names, dict(known.lists), dict(known.cues), dict(known.confusions)


def _values(name: Name) -> tuple[object, ...]:
    return tuple(getattr(name, key) for key in Name.__slots__)


def stored_knowledge(data: Any) -> PackKnowledge:
    """What was written as these data; `Any`: each field has a type of its own."""
    names, lists, cues, confusions = data
    return PackKnowledge(tuple(Name(*fields) for fields in names), lists, cues, confusions)


def joined(packs: Iterable[PackKnowledge]) -> Knowledge:
    """What packs know together: a name or a cue of a later one replaces that of an earlier; lists are joined."""
    confusions: list[Mapping[str, bytes]] = []
    names: dict[str, Name] = {}
    lists: dict[str, dict[str, None]] = {key: {} for key in _LISTS}
    cues: dict[str, str] = {}
    for pack in packs:
        names.update((name.id, name) for name in pack.names)
        for key, values in lists.items():
            values.update(dict.fromkeys(pack.lists[key]))
        cues.update(pack.cues)
        if pack.confusions:
            confusions.append(pack.confusions)
    return Knowledge(
        names=tuple(names.values()),
        abbreviations=frozenset(lists["abbreviations"]),
        furniture=tuple(lists["furniture"]),
        link_labels=tuple(lists["link_labels"]),
        cues=cues,
        confusions=Confusions(confusions),
        vocabulary=frozenset(word.lower() for word in lists["vocabulary"]),
    )


def knowledge(tables: Iterable[tuple[str, Mapping[str, object]]]) -> Knowledge:
    """What all packs know together, from the path and the parsed table of each, in order. Raises PackError."""
    return joined(pack_knowledge(path, table) for path, table in tables)


def _name(path: str, place: int, entry: Mapping[str, object]) -> Name:
    """One `[[name]]`; it is called by its place in the file until its id is known."""
    identity = Table(entry, _complaint(path, f"name {place}")).string("id")
    table = Table(entry, _complaint(path, identity or f"name {place}"))
    table.only(_NAME_KEYS)
    if not _SLUG.fullmatch(identity):
        raise table.fail("id", f'"{identity}" is no slug: small letters, digits and hyphens')
    name = Name(
        id=identity,
        type=table.choice("type", NAME_TYPES),
        canonical=table.string("canonical"),
        allowed=table.strings("allowed"),
        deprecated=table.strings("deprecated"),
        misspelt=table.strings("misspelt"),
        compatible=table.strings("compatible"),
        needs_intro=table.flag("needs_intro", default=False),
        agreement=table.choice("agreement", ("singular", "plural")) if "agreement" in entry else "",
        style=_style(table),
        note=table.string("note", ""),
    )
    _refuse_doubtful_forms(name, table)
    return name


def _style(table: Table) -> Mapping[str, str]:
    styles = table.table("style")
    for style, form in styles.items():
        if not isinstance(form, str) or not form.strip():
            raise table.fail("style", f'"{style}" takes the form that the style wants, as a string')
    return {style: str(form) for style, form in styles.items()}


def _refuse_doubtful_forms(name: Name, table: Table) -> None:
    """Raise for an empty form, and for one that is right and wrong at once."""
    for key in ("canonical", *_FORM_KEYS):
        if not all(form.strip() for form in table.strings(key)):
            raise table.fail(key, "a form is empty")
    right = {name.canonical, *name.allowed, *name.compatible}
    for form in (*name.misspelt, *name.deprecated):
        if form in right:
            raise table.fail("misspelt" if form in name.misspelt else "deprecated", f'"{form}" is also given as a right form')


def _checked(known: Table, key: str) -> tuple[str, ...]:
    """The strings of a list; those that are patterns are compiled once, to tell of a wrong one here."""
    values = known.strings(key)
    for value in values:
        if not value.strip():
            raise known.fail(key, "an entry is empty")
        if key in _PATTERNS:
            try:
                re.compile(value, re.IGNORECASE)
            except re.error as error:
                raise known.fail(key, f'"{value}" is no pattern: {error}') from None
    return values


def _cues(path: str, known: Table) -> dict[str, str]:
    table = Table(known.table("cues"), _complaint(path, "[knowledge.cues]"))
    table.only(CUE_CLASSES)
    cues = {}
    for kind in CUE_CLASSES:
        for form in table.strings(kind):
            if not form.strip() or form != form.lower():
                raise table.fail(kind, f'"{form}": a cue is written in small letters')
            cues[form] = kind
    return cues


def _confusions(path: str, known: Table) -> dict[str, bytes]:
    table = Table(known.table("confusions"), _complaint(path, "[knowledge.confusions]"))
    found = {}
    for word in table.data:
        if word != word.lower():
            raise table.fail(word, f'"{word}": a word that may stand for another is written in small letters')
        meant = Table(table.table(word), _complaint(path, f"[knowledge.confusions.{word}]"))
        try:
            found[word] = marshal.dumps(meanings({each: meant.strings(each) for each in meant.data}), _FORMAT)
        except ContextError as error:
            raise table.fail(word, str(error)) from None
    return found


def _complaint(path: str, entry: str) -> Callable[[str, str], CopylintError]:
    return lambda key, message: PackError(message, path=path, rule=entry, key=key)

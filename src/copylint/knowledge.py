"""What analysis has to know, put together from the tables of all packs: names, cues and lists of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from copylint.document import Knowledge, Name
from copylint.errors import CopylintError, PackError
from copylint.tables import Table

NAME_TYPES = ("group", "org", "news", "company", "place", "country", "people", "person", "term")
CUE_CLASSES = ("say", "report", "attitude", "noun", "phrase")
_FORM_KEYS = ("allowed", "compatible", "deprecated", "misspelt")
_NAME_KEYS = ("id", "type", "canonical", *_FORM_KEYS, "needs_intro", "agreement", "style", "note")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def knowledge(tables: Iterable[tuple[str, Mapping[str, object]]]) -> Knowledge:
    """What all packs know together, from the path and the parsed table of each, in order.

    A name or a cue of a later pack replaces the one of an earlier; lists are joined. Raises PackError with the file, the entry
    and the key for whatever isn't as `docs/packs.md` has it. Tables of other kinds, such as `[[rule]]`, are left alone.
    """
    names: dict[str, Name] = {}
    lists: dict[str, dict[str, None]] = {"abbreviations": {}, "furniture": {}, "link_labels": {}}
    cues: dict[str, str] = {}
    for path, table in tables:
        pack = Table(table, _complaint(path, ""))
        for place, entry in enumerate(pack.tables("name"), start=1):
            name = _name(path, place, entry)
            names[name.id] = name
        known = Table(pack.table("knowledge"), _complaint(path, "[knowledge]"))
        known.only((*lists, "cues"))
        for key, values in lists.items():
            values.update(dict.fromkeys(_checked(known, key)))
        cues.update(_cues(path, known))
    return Knowledge(
        names=tuple(names.values()),
        abbreviations=frozenset(lists["abbreviations"]),
        furniture=tuple(lists["furniture"]),
        link_labels=tuple(lists["link_labels"]),
        cues=cues,
    )


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
        if key != "abbreviations":
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


def _complaint(path: str, entry: str) -> Callable[[str, str], CopylintError]:
    return lambda key, message: PackError(message, path=path, rule=entry, key=key)

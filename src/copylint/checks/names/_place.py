"""What the rules on names ask of a mention or a place: where it stands, and in which form."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.name_form import forms_of, is_abbreviation, plain
from copylint.document import BODY, Document, Entity, Introduction, Mention, Name


def told(document: Document, entity: Entity) -> Iterator[Mention]:
    """The mentions of an entity in running copy, outside quotations, in order."""
    for mention in entity.mentions:
        if not mention.is_quoted and document.blocks[mention.block].kind in BODY:
            yield mention


def told_introductions(document: Document) -> Iterator[Introduction]:
    """The explained abbreviations of the running copy outside quotations, in order."""
    for one in document.introductions:
        block = document.block_at(one.short.start)
        if block >= 0 and document.blocks[block].kind in BODY and not document.is_quoted(one.full.joined(one.short)):
            yield one


def short_form(surface: str) -> str:
    """An abbreviation without stops and possessive, to compare it by."""
    return plain(surface).removesuffix("'s").replace(".", "")


def is_short(mention: Mention) -> bool:
    """Whether a mention is an abbreviation."""
    return is_abbreviation(mention.surface)


def form_in(name: Name, surface: str) -> str:
    """The right form of a name that a surface is, capitals aside; empty where it is none."""
    shape = plain(surface)
    forms = [plain(form) for form in forms_of(name)]
    if shape in forms:
        return shape
    return next((form for form in forms if form.casefold() == shape.casefold()), "")

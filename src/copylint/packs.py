"""Finds pack files, reads them, and makes of them rules and knowledge, or takes what was made of them before."""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from time import time_ns

from copylint.cache import NO_CACHE, Cache, content_digest, digest, own_code
from copylint.code import maker
from copylint.document import Knowledge
from copylint.errors import PackError
from copylint.knowledge import PackKnowledge, joined, pack_knowledge, stored_knowledge, written_knowledge
from copylint.patterns.engine import PackChecker
from copylint.patterns.index import Index, RuleSet, together
from copylint.patterns.kind import PackRule
from copylint.patterns.stored import stored, stored_index, written, written_index
from copylint.rule import Card, Rule, stored_card, written_card
from copylint.shipped import FORMAT, NO_GROUP, Group, group_of, group_parts, joined_parts, parted, shipped_group
from copylint.typed import Any
from copylint.values import dataclass, field

_TICK = 2_000_000_000
"""Nanoseconds: two changes to a file that are further apart have different times on any file system."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack file and what it holds, to the byte. What is made of it is made once a process.

    `held` is None for one that is as it was when the wheel or the cache was made, which is read if somebody asks for its text.
    `group` is what was made before of the packs that it was read with, as plain data, and `number` its own place there. `stamp`
    tells when and at what size its file was last written.
    """

    path: str
    held: bytes | None
    cache: Cache = NO_CACHE
    group: Group = field(default=NO_GROUP, compare=False, repr=False)
    number: int = field(default=0, compare=False, repr=False)
    stamp: str = ""

    @property
    def data(self) -> bytes:
        """What the file holds. Raises PackError if it can't be read."""
        return _read(self.path) if self.held is None else self.held

    @property
    def table(self) -> Mapping[str, object]:
        """The parsed TOML. Raises PackError if it is none."""
        return _table(self)

    @property
    def rules(self) -> tuple[PackRule, ...]:
        """Its rules, checked. Raises PackError for the first that is wrong."""
        return tuple(_content(self).rules.rules)

    @property
    def cards(self) -> tuple[Card, ...]:
        """What its rules go by, in order. Raises PackError as `rules` does."""
        return _content(self).cards

    def rule(self, number: int) -> Rule:
        """The facts of the rule whose card has this number, counted from 0."""
        rule: Rule = _content(self).rules.rules[number].rule
        return rule

    @property
    def digest(self) -> str:
        """The name that what is made of it has in the cache; the same wherever the pack lies."""
        return digest(b"pack", _makers(), self.group.contents[self.number] if self.group else _content_digest(self.data))


def builtin_folder() -> Path:
    """The folder of our own packs: beside the code in an installed copylint, at the top level of a source checkout."""
    here = Path(__file__).resolve()
    installed, checkout = here.parent / "rules", here.parents[2] / "rules"
    return installed if installed.is_dir() else checkout


def pack_files(path: Path) -> tuple[Path, ...]:
    """The packs at a path: the file itself, or all `*.toml` below a folder, in order. Raises PackError if there is nothing."""
    if path.is_dir():
        found = tuple(sorted(_below(path)))
        if not found:
            raise PackError("the folder holds no packs (*.toml)", path=str(path))
        return found
    if not path.exists():
        raise PackError("there is no such pack", path=str(path))
    return (path,)


def _below(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):  # `rglob` takes three times as long
        yield from (Path(place, name) for name in names if name.endswith(".toml"))


def read_packs(paths: Sequence[Path], cache: Cache = NO_CACHE) -> tuple[Pack, ...]:
    """The packs at paths, files and folders, in order. Raises PackError for one that is missing or can't be read."""
    files = [str(file) for path in paths for file in pack_files(path)]
    stamps = [_stamp(file) for file in files]
    group = _shipped(paths, files) or _kept(cache, files, stamps)
    if group is not None:
        return tuple(Pack(file, None, cache, group, number, stamps[number]) for number, file in enumerate(files))
    return tuple(Pack(file, _read(file), cache, NO_GROUP, number, stamps[number]) for number, file in enumerate(files))


def _stamp(file: str) -> str:
    """The size of a file and when it was written. Raises PackError if there is none."""
    try:
        found = os.stat(file)  # noqa: PTH116 (a Path takes longer)
    except OSError as error:
        raise PackError(f"can't be read: {error.strerror}", path=file) from error
    return f"{found.st_size} {found.st_mtime_ns}"


def _kept(cache: Cache, files: Sequence[str], stamps: Sequence[str]) -> Group | None:
    """What was made of packs by a run before, if none of them was written since; None where there is nothing."""
    payload = cache.read(_group_name(files, stamps)) if cache.folder and files else None
    return None if payload is None else group_of(parted(payload))


def _group_name(files: Sequence[str], stamps: Sequence[str]) -> str:
    """The name in the cache of what is made of packs that are read together."""
    told = "\n".join(chain(files, stamps))
    return digest(b"group", _makers(), told.encode("utf-8", "surrogateescape"))


def _shipped(paths: Sequence[Path], files: Sequence[str]) -> Group | None:
    """What the build made of our own packs, if it is those that are asked for, as they were."""
    folder = builtin_folder()
    return shipped_group(str(folder), files) if list(paths) == [folder] else None


def compiled_group(packs: tuple[Pack, ...], *, is_shipped: bool = False) -> tuple[Group, list[bytes]]:
    """What is made of packs as plain data, and their texts. Raises PackError for what is wrong in them."""
    checker_of(packs)
    knowledge_of(packs)
    index = together([_content(pack).rules.index for pack in packs])
    each = tuple(_content(pack).data(is_shipped=is_shipped) for pack in packs)
    datas = [pack.data for pack in packs]
    return Group(each, written_index(index), tuple(map(_content_digest, datas))), datas


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (a Path takes as long as the reading)
            return file.read()
    except OSError as error:
        raise PackError(f"can't be read: {error.strerror}", path=path) from error


@lru_cache(maxsize=256)
def _table(pack: Pack) -> Mapping[str, object]:
    import tomli

    try:
        table: Mapping[str, object] = tomli.loads(pack.data.decode("utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        raise PackError(f"this is not TOML: {error}", path=pack.path) from error
    except UnicodeDecodeError as error:
        raise PackError(f"this is not UTF-8 (byte {error.start})", path=pack.path) from error
    return table


class _Content:
    """What is made of a pack, each part when it is first asked for: from the cache, or else from its text."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._stored = pack.group.packs[pack.number] if pack.group else _loaded(pack.cache, pack.digest)
        self.is_kept = self._stored is not None

    @cached_property
    def rules(self) -> RuleSet:
        if self._stored is not None:
            return stored(self._stored[1], path=self._pack.path)
        from copylint.patterns.pack import pack_rules

        return RuleSet(pack_rules(self._pack.table, path=self._pack.path))

    @cached_property
    def knowledge(self) -> PackKnowledge:
        if self._stored is not None:
            return stored_knowledge(self._stored[2])
        return pack_knowledge(self._pack.path, self._pack.table)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        if self._stored is not None:
            return tuple(stored_card(card) for card in self._stored[0])
        return tuple(Card.of(rule.rule) for rule in self.rules.rules)

    def data(self, *, is_shipped: bool = False) -> Any:
        """All of it as plain data; `Any`: what is in it is for its readers to know."""
        if self._stored is not None and not is_shipped:
            return self._stored
        rules = written(self.rules, is_shipped=is_shipped)
        self._stored = tuple(map(written_card, self.cards)), rules, written_knowledge(self.knowledge)
        return self._stored

    def keep(self) -> None:
        if not self.is_kept:
            self._pack.cache.write(self._pack.digest, marshal.dumps(self.data(), FORMAT))
        self.is_kept = True


@lru_cache(maxsize=256)
def _content(pack: Pack) -> _Content:
    return _Content(pack)


def _loaded(cache: Cache, name: str) -> Any:
    """The plain data in the cache, or None. Only what we wrote ourselves and is whole reaches `marshal`."""
    payload = cache.read(name) if cache.folder else None
    return None if payload is None else marshal.loads(payload)


@lru_cache(maxsize=256)
def _content_digest(data: bytes) -> bytes:
    return content_digest(data)


@lru_cache(maxsize=1)
def _makers() -> bytes:
    """What tells of all that has a part in what is made of a pack, beside the pack."""
    return content_digest(maker(), own_code())


@lru_cache(maxsize=8)
def knowledge_of(packs: tuple[Pack, ...]) -> Knowledge:
    """What the packs tell the analysis. Raises PackError for what is wrong in them."""
    return joined(_content(pack).knowledge for pack in packs)


@lru_cache(maxsize=8)
def refuse_unsound(packs: tuple[Pack, ...]) -> None:
    """Raise PackError for what is wrong in packs, or with them together; what was found sound before isn't looked at."""
    if not _is_known_sound(packs):
        from copylint.patterns.loop import check_loops

        check_loops(rule for pack in packs for rule in pack.rules)
        knowledge_of(packs)


@lru_cache(maxsize=8)
def checker_of(packs: tuple[Pack, ...]) -> PackChecker:
    """One checker of all rules of the packs, which don't clash. Raises PackError where replacements go round in a circle."""
    refuse_unsound(packs)
    return PackChecker.of((_content(pack).rules for pack in packs), _joint(packs))


def _joint(packs: Sequence[Pack]) -> Mapping[int, Index]:
    """The index of each group among some packs, by the place of its first."""
    firsts = ((place, pack.group) for place, pack in enumerate(packs) if pack.group and not pack.number)
    return {place: stored_index(group.index) for place, group in firsts}


def keep(group: tuple[Pack, ...], packs: tuple[Pack, ...]) -> None:
    """Put packs in which nothing is wrong into the cache for the next time.

    A group is kept in one file, for the next run, and pack by pack, for the run after one of them was changed. `packs` are the
    group and what was there before it: that they go together is kept as well.
    """
    if not group or not group[0].cache.folder:
        return
    if not _is_group(group):
        for pack in group:
            _content(pack).keep()
        if all(_is_settled(pack.stamp) for pack in group):
            group[0].cache.write(_name_of(group), joined_parts(group_parts(compiled_group(group)[0])))
    if packs != group and not _is_known_sound(packs):
        packs[0].cache.write(_digest_of(packs), marshal.dumps(()))


def _name_of(group: Sequence[Pack]) -> str:
    return _group_name([pack.path for pack in group], [pack.stamp for pack in group])


def _is_settled(stamp: str) -> bool:
    """Whether a file was last written so long ago that the next time it is written has another stamp."""
    return bool(stamp) and int(stamp.partition(" ")[2]) < time_ns() - _TICK


def _is_known_sound(packs: tuple[Pack, ...]) -> bool:
    """Whether these packs were found to go together before."""
    if _is_group(packs):
        return True
    return bool(packs) and bool(packs[0].cache.folder) and packs[0].cache.read(_digest_of(packs)) is not None


def _is_group(packs: tuple[Pack, ...]) -> bool:
    """Whether these packs, and no others, were kept in one file."""
    return bool(packs) and len(packs[0].group.packs) == len(packs) and all(pack.group is packs[0].group for pack in packs)


def _digest_of(packs: tuple[Pack, ...]) -> str:
    return _joint_digest([pack.data for pack in packs])


def _joint_digest(datas: Sequence[bytes]) -> str:
    return digest(b"packs", _makers(), *datas)

"""Makes the file that a wheel has beside its packs; see `shipped`."""

from __future__ import annotations

from pathlib import Path

from copylint.builtin import copylint_packs, copylint_rules
from copylint.cache import NO_CACHE, Cache, digest
from copylint.code import maker
from copylint.packs import Pack, compiled_group, read_packs
from copylint.shipped import made
from copylint.stock import written_rules


def compiled(cache: Cache = NO_CACHE) -> bytes:
    """What the file holds for our own rules and packs as they are; it is kept, and taken as it was made of the same files.

    Raises PackError for a pack that is wrong.
    """
    packs = read_packs(tuple(copylint_packs()))
    name = _name_of(packs)
    kept = cache.read(name)
    if kept is not None:
        return bytes(kept)
    rules = sorted(copylint_rules(), key=lambda rule: rule.code)
    group, datas = compiled_group(packs, is_shipped=True)
    data = made(written_rules(rules), group, datas)
    cache.write(name, data)
    return data


def _name_of(packs: tuple[Pack, ...]) -> str:
    """The name in the cache: a digest of all files of ours and of what makes it."""
    top = Path(__file__).parent
    files = sorted(file for file in top.rglob("*") if file.suffix in (".py", ".txt"))
    own = (part for file in files for part in (file.relative_to(top).as_posix().encode(), file.read_bytes()))
    return digest(b"wheel", maker(), *own, *(part for pack in packs for part in (Path(pack.path).name.encode(), pack.data)))

"""Makes the file that a wheel has beside its packs; see `shipped`."""

from __future__ import annotations

from copylint.builtin import copylint_packs, copylint_rules
from copylint.packs import compiled_group, read_packs
from copylint.shipped import made
from copylint.stock import written_rules


def compiled() -> bytes:
    """What the file holds for our own rules and packs as they are. Raises PackError for a pack that is wrong."""
    rules = sorted(copylint_rules(), key=lambda rule: rule.code)
    group, datas = compiled_group(read_packs(tuple(copylint_packs())), is_shipped=True)
    return made(written_rules(rules), group, datas)

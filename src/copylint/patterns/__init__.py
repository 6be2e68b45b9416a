"""Rule packs: TOML tables in, rules out, and the engine that runs thousands of them."""

from copylint.patterns.dialect import compiled, translated
from copylint.patterns.engine import PackChecker
from copylint.patterns.index import RuleSet
from copylint.patterns.kind import PackRule
from copylint.patterns.loop import check_loops
from copylint.patterns.pack import check_unique, pack_rules
from copylint.patterns.stored import MAKER, stored, written

__all__ = [
    "MAKER",
    "PackChecker",
    "PackRule",
    "RuleSet",
    "check_loops",
    "check_unique",
    "compiled",
    "pack_rules",
    "stored",
    "translated",
    "written",
]

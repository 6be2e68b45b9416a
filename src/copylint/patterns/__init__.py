"""Rule packs: TOML tables in, rules out, and the engine that runs thousands of them."""

from copylint.patterns.dialect import compiled, translated
from copylint.patterns.engine import PackChecker
from copylint.patterns.kind import PackRule
from copylint.patterns.loop import check_loops
from copylint.patterns.pack import check_unique, pack_rules

__all__ = ["PackChecker", "PackRule", "check_loops", "check_unique", "compiled", "pack_rules", "translated"]

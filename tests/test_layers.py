"""Holds the layers: who may import whom, who may print, and how long things may get."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import copylint

PACKAGE = Path(copylint.__file__).parent
LAYERS = (
    (
        *("", "spans", "document", "rule", "finding", "errors", "tables", "example", "facts", "families", "flat", "formats"),
        *("lazy", "mapped", "memo", "named", "neighbours", "plain", "shelf", "typed", "values", "word_kinds", "words"),
    ),
    ("code",),
    (
        "analysis",
        "cache",
        "changes",
        "config",
        "discovery",
        "fixes",
        "hookspecs",
        "knowledge",
        "lexicon",
        "overlap",
        "patterns",
        "readers",
        "reporters",
        "selection",
        "suppression",
    ),
    ("checks",),
    (
        *(
            "baseline",
            "batch",
            "builtin",
            "desk",
            "fingerprint",
            "impact",
            "inspection",
            "kit",
            "linter",
            "manual",
            "mending",
            "orders",
            "packs",
            "plugins",
        ),
        *(
            "pages",
            "patch",
            "pool",
            "proof",
            "recall",
            "results",
            "run",
            "shipped",
            "stale",
            "stock",
            "tally",
            "testing",
            "wheel",
        ),
    ),
    (
        *(
            "answer",
            "arguments",
            "baselines",
            "cli",
            "commands",
            "comments",
            "impact_report",
            "interactive",
            "omission",
            "outfile",
            "parser",
        ),
        *("progress", "reply", "revision", "sieve", "sitting", "starter", "swap", "tasks", "watching"),
    ),
    ("__main__",),
)
"""The modules and packages of copylint from the bottom up; "" is copylint itself, that is, its version."""
SIBLINGS = (0, 4, 5)
"""The layers whose modules may import one another, in no circle."""
SYS = {
    "cli": None,
    "__main__": None,
    "plugins": {"modules", "path", "meta_path"},
    "cache": {"implementation", "platform"},
    "code": {"modules"},
}
"""Who may use sys, and what of it (None: anything).

A plugin's file has to stand in sys.modules, or dataclasses break in it, and installed plugins are found by way of sys.path and
sys.meta_path; half of `regex` stands in
sys.modules without the other; where caches lie hangs on the system, and what is in them on the version of Python.
"""
FUNCTION_LINES, FILE_LINES = 60, 400

Modules = Mapping[str, ast.Module]


def modules_of(package: Path) -> Modules:
    """The parsed modules of a package by dotted name, without the package's own name; "" is its `__init__`."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def layer_of(module: str) -> int | None:
    """The number of the layer that a module lies in, or None."""
    return next((number for number, names in enumerate(LAYERS) if module.partition(".")[0] in names), None)


def imports_of(tree: ast.Module, module: str, modules: Modules) -> Iterator[tuple[int, str]]:
    """The line and the absolute name of each import, wherever it stands in the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                is_package = any(name.startswith(f"{module}.") for name in modules)
                here = ["copylint", *module.split(".")][: None if is_package and node.level == 1 else -node.level + is_package]
                base = ".".join([*here, *([base] if base else [])])
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield node.lineno, full if full.removeprefix("copylint.") in modules else base


def own(name: str) -> str | None:
    """The name of one of our modules as in `modules_of`, or None for anything else."""
    first, _, rest = name.partition(".")
    return rest if first == "copylint" else None


def import_problems(modules: Modules) -> Iterator[str]:
    """A line for each import that goes up, sideways, or out of layer 0."""
    for module, tree in modules.items():
        layer = layer_of(module)
        if layer is None:
            yield f"{module}: stands in no layer"
            continue
        for line, name in imports_of(tree, module, modules):
            target = own(name)
            if target is not None:
                target_layer = layer_of(target)
                is_at_home = target.partition(".")[0] == module.partition(".")[0]
                is_allowed = is_at_home or (target_layer == layer and layer in SIBLINGS)
                if target_layer is None or (target_layer >= layer and not is_allowed):
                    yield f"{module}:{line}: may not import {name}"
            elif layer == 0 and name.partition(".")[0] not in sys.stdlib_module_names:
                yield f"{module}:{line}: layer 0 may not import {name}"


def circle_problems(modules: Modules) -> Iterator[str]:
    """A line for the modules that import one another in a circle, if any do."""
    graph = {module: set() for module in modules}
    for module, tree in modules.items():
        targets = {own(name) for _, name in imports_of(tree, module, modules)}
        graph[module] = {target for target in targets if target in modules and target != module}
    while free := [module for module, targets in graph.items() if not targets & graph.keys()]:
        for module in free:
            del graph[module]
    if graph:
        yield f"import one another in a circle, or something that does: {', '.join(sorted(graph))}"


def habit_problems(modules: Modules) -> Iterator[str]:
    """A line for each `print`, `sys` and import of our own for types alone that doesn't belong."""
    for module, tree in modules.items():
        allowed = SYS.get(module, set())
        for node in ast.walk(tree):
            match node:
                case ast.Name(id="print") if module != "cli":
                    yield f"{module}:{node.lineno}: print"
                case ast.If(test=ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"), body=body):
                    inside = ast.Module(body, type_ignores=[])
                    names = {name for _, name in imports_of(inside, module, modules) if own(name) is not None}
                    yield from (f"{module}:{node.lineno}: imports {name} for types alone" for name in sorted(names))
                case ast.ImportFrom(module="sys"):
                    yield f"{module}:{node.lineno}: from sys import"
                case ast.Import() if module not in SYS and any(alias.name == "sys" for alias in node.names):
                    yield f"{module}:{node.lineno}: sys"
                case ast.Attribute(value=ast.Name(id="sys"), attr=name) if allowed is not None and name not in allowed:
                    yield f"{module}:{node.lineno}: sys.{name}"


def size_problems(modules: Modules) -> Iterator[str]:
    """A line for each function and file that is too long."""
    for module, tree in modules.items():
        lines = max((node.end_lineno or 0 for node in tree.body), default=0)
        if lines > FILE_LINES:
            yield f"{module}: {lines} lines"
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > FUNCTION_LINES:
                    yield f"{module}:{node.lineno}: {node.name} has {length} lines"


def problems_of(package: Path) -> list[str]:
    """All that is wrong with a package."""
    modules = modules_of(package)
    looks = (import_problems, circle_problems, habit_problems, size_problems)
    return [problem for look in looks for problem in look(modules)]


def test_the_layers_hold():
    assert problems_of(PACKAGE) == []


def test_every_module_of_the_table_exists():
    modules = modules_of(PACKAGE)
    assert [name for names in LAYERS for name in names if name not in modules] == []


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"newcomer": ""}, "newcomer: stands in no layer"),
        ({"spans": "import copylint.document.deep as d"}, None),
        ({"spans": "def f():\n    from copylint import run", "run": ""}, "spans:2: may not import copylint.run"),
        ({"spans": "from copylint.analysis import x"}, "spans:1: may not import copylint.analysis"),
        ({"spans": "import regex"}, "spans:1: layer 0 may not import regex"),
        ({"analysis": "import regex"}, None),
        ({"analysis": "import copylint.readers"}, "analysis:1: may not import copylint.readers"),
        ({"analysis/__init__": "from . import words", "analysis/words": "from ..spans import Span"}, None),
        ({"analysis/__init__": "", "analysis/a": "from ..rules import x"}, "analysis.a:1: may not import copylint.rules"),
        ({"analysis/__init__": "", "analysis/a": "from .. import run", "run": ""}, "analysis.a:1: may not import copylint.run"),
        ({"checks": "from copylint import __version__"}, None),
        ({"checks": "from copylint.unheard import x"}, "checks:1: may not import copylint.unheard"),
        ({"run": "import copylint.linter", "linter": ""}, None),
        (
            {"run": "import copylint.linter", "linter": "import copylint.run", "cli": "import copylint.run"},
            "import one another in a circle, or something that does: cli, linter, run",
        ),
        ({"linter": "print('x')"}, "linter:1: print"),
        ({"cli": "import sys\nprint('x', file=sys.stderr)"}, None),
        ({"linter": "import sys"}, "linter:1: sys"),
        ({"linter": "from sys import argv"}, "linter:1: from sys import"),
        ({"plugins": "import sys\nsys.modules.clear()"}, None),
        ({"plugins": "import sys\nsys.exit()"}, "plugins:2: sys.exit"),
        (
            {"linter": "import typing as t\nif t.TYPE_CHECKING:\n    import copylint.spans"},
            "linter:2: imports copylint.spans for types alone",
        ),
        ({"linter": "if TYPE_CHECKING:\n    import copylint.spans"}, "linter:1: imports copylint.spans for types alone"),
        ({"linter": "if TYPE_CHECKING:\n    import markdown_it"}, None),
        ({"linter": "def f():\n" + "    x = 1\n" * 60}, "linter:1: f has 61 lines"),
        ({"linter": "def f():\n" + "    x = 1\n" * 59}, None),
        ({"linter": "x = 1\n" * 401}, "linter: 401 lines"),
        ({"linter": "x = 1\n" * 400}, None),
    ],
)
def test_a_breach_is_caught(tmp_path, files, problem):
    for name, code in files.items():
        path = tmp_path / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(code)
    assert problems_of(tmp_path) == ([problem] if problem else [])

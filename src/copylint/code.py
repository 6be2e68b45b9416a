"""Compiled patterns as data, and back without compiling them again, nor importing the half of `regex` that compiles.

`regex` is a compiler in Python over a matcher in C, and a pattern whose code is kept needs only the matcher: loading that alone
takes 3 ms, where `import regex` takes 13 (CPython 3.11). Where it can't be found that way, all of `regex` is imported.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from functools import lru_cache
from importlib.machinery import ModuleSpec, PathFinder
from zlib import compress, crc32, decompress

from copylint.memo import CODES, Key
from copylint.typed import Any

_FORMAT = 4  # of `marshal`: what every Python version reads
_PACKAGE, _MATCHER, _COMPILER = "regex", "regex._regex", "_regex_core.py"


def code_of(pattern: Any) -> bytes:
    """What a compiled pattern is made of, as `regex` gives it to be pickled, with a mark of the `regex` that made it.

    `Any`: the module has no types of its own.
    """
    import copyreg

    return _mark() + compress(marshal.dumps(tuple(copyreg.dispatch_table[type(pattern)](pattern)[1]), _FORMAT), 9)


def timed_code(text: str) -> bytes:
    """What a pattern in any case of letters is made of. Raises `regex.error` for what is none."""
    import regex  # type: ignore[import-untyped]  # it ships no types

    return code_of(regex.compile(text, regex.V0 | regex.IGNORECASE))


def remembered(key: Key, make: Callable[[], Any]) -> Any:
    """The compiled pattern of a key: from the code that a process before made of it, or made now, and its code kept."""
    return restored(CODES.of((_mark(), *key), lambda: code_of(make())))


@lru_cache(maxsize=1 << 12)
def restored(code: bytes) -> Any:
    """The compiled pattern of such code, without compiling it again; None for code that another `regex` has made."""
    mark = _mark()
    return _matcher().compile(*marshal.loads(decompress(code[len(mark) :]))) if code.startswith(mark) else None


@lru_cache(maxsize=1)
def _mark() -> bytes:
    return b"%08x" % crc32(maker())


@lru_cache(maxsize=1)
def maker() -> bytes:
    """What says how the code of a pattern is meant: the compiler of `regex` itself, or its version if that can't be read."""
    spec = _spec(_PACKAGE)
    for folder in (spec and spec.submodule_search_locations) or ():
        try:
            with open(f"{folder}/{_COMPILER}", "rb") as file:  # noqa: PTH123 (Path takes as long as the reading)
                return file.read()
        except OSError:
            continue
    import regex

    return str(regex.__version__).encode()


@lru_cache(maxsize=1)
def _matcher() -> Any:
    """The half of `regex` in C."""
    if _PACKAGE in sys.modules or _MATCHER in sys.modules:
        return _imported()
    try:
        spec = _spec(_MATCHER)
        loader: Any = spec and spec.loader
        module = loader.create_module(spec)
        loader.exec_module(module)
        # Stands where `import regex` will look for it, should anything still have to be compiled.
        sys.modules[_MATCHER] = module
    except (AttributeError, ImportError):
        return _imported()
    return module


def _imported() -> Any:
    import regex  # noqa: F401  # the half in C comes with it

    return sys.modules[_MATCHER]


@lru_cache(maxsize=2)
def _spec(name: str) -> ModuleSpec | None:
    """Where a module lies; the package that it lies in is not imported."""
    if name == _PACKAGE:
        return PathFinder.find_spec(name)
    package = _spec(_PACKAGE)
    return PathFinder.find_spec(name, package.submodule_search_locations if package else None)

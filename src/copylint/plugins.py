"""Finds plugins, asks each by itself what it gives, and tells by name what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType

from copylint import builtin
from copylint.cache import NO_CACHE, Cache, digest
from copylint.errors import PluginError
from copylint.formats import Reader, Reporter
from copylint.rule import Rule
from copylint.stock import own_rules
from copylint.typed import TYPE_CHECKING, Any
from copylint.values import dataclass

if TYPE_CHECKING:
    from pluggy import PluginManager

GROUP = "copylint"
OWN = "copylint"
_PACKAGE_FACTS = (".dist-info", ".egg-info", "egg-info")
_OWN_SCRIPT = b"copylint = copylint.cli:command"


@dataclass(frozen=True, slots=True)
class Giver:
    """A plugin's name and version."""

    name: str
    version: str = ""

    def __str__(self) -> str:
        return f"plugin {self.name} {self.version}".rstrip()


@dataclass(frozen=True, slots=True)
class Gift:
    """What one plugin gave by one hook, and what went wrong."""

    giver: Giver
    rules: tuple[Rule, ...] = ()
    packs: tuple[Path, ...] = ()
    readers: tuple[Reader, ...] = ()
    reporters: tuple[Reporter, ...] = ()
    problems: tuple[PluginError, ...] = ()


def gifts(*, paths: Sequence[Path] = (), installed: bool = True, cache: Cache = NO_CACHE) -> tuple[Gift, ...]:
    """What each plugin gives: our own first, then the installed ones by name, then the files and folders named."""
    own = _gift(Giver(OWN), lambda hook: [_own(hook, cache)])
    loaders = [*(_installed(cache) if installed else ()), *(_from_path(file) for path in paths for file in _plugin_files(path))]
    return (own, *_gifts_of(loaders)) if loaders else (own,)


def _own(hook: str, cache: Cache) -> Iterable[Any]:
    """What one of our own hooks gives; for rules, their facts as they were kept."""
    given: Callable[[], Iterable[Any]] = getattr(builtin, hook)
    return own_rules(cache, given) if hook == "copylint_rules" else given()


def _gifts_of(loaders: Iterable[tuple[Giver, Callable[[], object]]]) -> Iterator[Gift]:
    """What plugins give that aren't our own, then those that could not be loaded; only here is `pluggy` imported."""
    import pluggy

    from copylint import hookspecs

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, OWN)  # so that no other can take the name
    problems: list[Gift] = []
    givers: list[Giver] = []
    for giver, load in loaders:
        try:
            manager.register(load(), giver.name)
        except (Exception, SystemExit) as error:  # a plugin's import may raise anything, and the others go on
            problems.append(Gift(giver, problems=(_problem(giver, "", f"can't be loaded: {_told(error)}"),)))
        else:
            givers.append(giver)
    yield from (_gift(giver, _caller(manager, giver)) for giver in givers)
    yield from problems


def has_installed() -> bool:
    """Whether any plugin is installed beside copylint; none is loaded."""
    return any(True for _ in _installed(NO_CACHE))


def _installed(cache: Cache) -> Iterator[tuple[Giver, Callable[[], object]]]:
    finders = [finder for finder in sys.meta_path if finder is not PathFinder and hasattr(finder, "find_distributions")]
    if not finders and not _may_be_any(cache):
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        yield Giver(point.name, point.dist.version if point.dist else ""), point.load


def _may_be_any(cache: Cache) -> bool:
    """Whether any place on the path may hold plugins; that none does is kept, for as long as all of them are as they were."""
    stamps = [_stamp(place) for place in sys.path] if cache.folder else []
    name = digest(b"no plugins", *(b"\n".join(stamp) for stamp in stamps))
    if stamps and cache.read(name) is not None:
        return False
    found = any(map(_may_hold_plugins, sys.path))
    if stamps and not found:
        cache.write(name, b"")
    return found


def _stamp(place: str) -> Iterator[bytes]:
    """What changes where a plugin comes or goes: each package, and the size and times of the file that would tell of one.

    Nothing for a folder without packages, wherever it is: the folder one works in is often a place on the path.
    """
    try:
        packages = sorted(entry.path for entry in os.scandir(place or ".") if entry.name.lower().endswith(_PACKAGE_FACTS))
    except (OSError, ValueError) as error:
        yield f"{place} {type(error).__name__}".encode("utf-8", "surrogateescape")
        return
    for package in packages:
        yield os.fsencode(package)
        try:
            found = os.stat(f"{package}/entry_points.txt")  # noqa: PTH116 (a Path takes as long to make as all the rest)
            yield b"%d %d %d" % (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        except OSError as error:
            yield type(error).__name__.encode()


def _may_hold_plugins(place: str) -> bool:
    """Whether `importlib.metadata`, which takes as long as all else at the start, can find a plugin there.

    False only for a folder whose packages all say, in the file where they would, that they are none.
    """
    try:
        packages = [entry.path for entry in os.scandir(place or ".") if entry.name.lower().endswith(_PACKAGE_FACTS)]
    except (FileNotFoundError, NotADirectoryError):
        return Path(place).is_file()
    except OSError:
        return True
    return any(_names_plugins(Path(package, "entry_points.txt")) for package in packages)


def _names_plugins(file: Path) -> bool:
    try:
        return GROUP.encode() in file.read_bytes().replace(_OWN_SCRIPT, b"")
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _plugin_files(path: Path) -> Iterable[Path]:
    """A file or package is one plugin; any other folder holds one a file."""
    if path.is_dir() and not (path / "__init__.py").exists():
        return sorted(path.glob("*.py"))
    return (path,)


def _from_path(path: Path) -> tuple[Giver, Callable[[], object]]:
    return Giver(str(path)), lambda: _module(path)


def _module(path: Path) -> ModuleType:
    """The module of a file, or of a folder's `__init__.py`, under a name that no other module has."""
    file = path / "__init__.py" if path.is_dir() else path
    import hashlib
    from importlib.util import module_from_spec, spec_from_file_location

    digest = hashlib.sha256(str(file.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    name = f"copylint_plugin_{digest}"
    search = [str(path)] if path.is_dir() else None
    spec = spec_from_file_location(name, file, submodule_search_locations=search)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _caller(manager: PluginManager, giver: Giver) -> Callable[[str], Any]:
    """What calls a hook of one plugin, by its name: in `pluggy`, one that raises would lose everybody's results."""
    others = [plugin for name, plugin in manager.list_name_plugin() if name != giver.name]
    return lambda hook: manager.subset_hook_caller(hook, others)()


def _gift(giver: Giver, call: Callable[[str], Any]) -> Gift:
    problems: list[PluginError] = []

    def given(hook: str, accepts: Callable[[Any], bool], what: str) -> Iterable[Any]:
        try:
            items = [item for answer in call(hook) for item in answer]
        except (Exception, SystemExit) as error:  # a plugin's hook may raise anything, and the others go on
            problems.append(_problem(giver, hook, _told(error)))
            return ()
        wrong = next((item for item in items if not accepts(item)), None)
        if wrong is not None:
            problems.append(_problem(giver, hook, f"gives a {type(wrong).__name__}, not {what}"))
        return [item for item in items if accepts(item)]

    return Gift(
        giver,
        rules=tuple(sorted(given("copylint_rules", lambda item: isinstance(item, Rule), "a Rule"), key=lambda r: str(r.code))),
        packs=tuple(given("copylint_packs", lambda item: isinstance(item, Path), "a Path")),
        readers=tuple(given("copylint_readers", _is_reader, "a Reader")),
        reporters=tuple(given("copylint_reporters", _is_reporter, "a Reporter")),
        problems=tuple(problems),
    )


def _is_reader(item: Any) -> bool:
    has_name = isinstance(getattr(item, "format", None), str)
    return has_name and hasattr(item, "suffixes") and callable(getattr(item, "read", None))


def _is_reporter(item: Any) -> bool:
    return isinstance(getattr(item, "format", None), str) and callable(getattr(item, "render", None))


def _problem(giver: Giver, hook: str, message: str) -> PluginError:
    return PluginError(message, plugin=giver.name, version=giver.version, hook=hook)


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"

"""Dataclasses with slots that take no time to define: a run defines about a hundred classes of values.

To a reader and to a type checker, `dataclass`, `field` and `replace` are the standard library's. At run time they are ours:
what `dataclasses` imports isn't, and nothing is compiled for a class before its first value is made. Whatever asks
`dataclasses` about a value, its `fields`, `asdict`, `replace`, gets the usual answer. See docs/decisions/0006-start-up.md.
"""

from __future__ import annotations

from operator import attrgetter

from copylint.memo import MEMO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, field, replace
    from typing import Any
else:

    def dataclass(*, slots, frozen=False, order=False, kw_only=False):
        """The decorator for a class of values, which has slots and no bases with fields of their own."""
        if slots is not True:
            raise TypeError("a class of values has slots")
        return lambda cls: _made(cls, frozen, order, kw_only)

    def field(*, default=..., default_factory=None, init=True, repr=True, compare=True):
        """What is said of a field beside its type and its plain default."""
        return _Field("", default, default_factory, init, repr, compare)

    def replace(value, /, **changes):
        """A value like this one but for some fields; of any dataclass, ours or not."""
        fields = getattr(type(value), "_copylint_fields_", None)
        if fields is None:
            from dataclasses import replace as replaced

            return replaced(value, **changes)
        kept = {each.name: getattr(value, each.name) for each in fields if each.init and each.name not in changes}
        return type(value)(**kept, **changes)


__all__ = ["dataclass", "field", "replace"]


class _Field:
    """A field: its name, its default or what makes one, and where it counts. `...` is no default."""

    __slots__ = ("compare", "default", "factory", "init", "name", "repr")

    def __init__(
        self,
        name: str,
        default: Any = ...,
        factory: Callable[[], Any] | None = None,
        init: bool = True,
        repr: bool = True,
        compare: bool = True,
    ) -> None:
        self.name, self.default, self.factory = name, default, factory
        self.init, self.repr, self.compare = init, repr, compare

    @property
    def has_default(self) -> bool:
        return self.default is not ... or self.factory is not None


class _StandardFields:
    """`__dataclass_fields__`, made when somebody asks for it."""

    def __get__(self, _: object, cls: Any) -> Any:
        from dataclasses import MISSING, make_dataclass
        from dataclasses import field as standard

        field: Any = standard
        parts = []
        for each in cls._copylint_fields_:
            default = MISSING if each.default is ... else each.default
            flags = {"init": each.init, "repr": each.repr, "compare": each.compare}
            own = field(default=default, default_factory=each.factory or MISSING, **flags)
            parts.append((each.name, cls.__annotations__[each.name], own))
        made: Any = make_dataclass(cls.__name__, parts, kw_only=cls._copylint_kw_only_)
        cls.__dataclass_fields__ = made.__dataclass_fields__
        return made.__dataclass_fields__


def _made(cls: Any, frozen: bool, order: bool, kw_only: bool) -> Any:
    fields = tuple(_field(cls, name) for name in getattr(cls, "__annotations__", {}))
    if any(getattr(base, "__slots__", ()) or hasattr(base, "_copylint_fields_") for base in cls.__mro__[1:]):
        raise TypeError(f"{cls.__name__} has a base with fields of its own")
    body = {key: value for key, value in cls.__dict__.items() if key not in ("__dict__", "__weakref__")}
    for each in fields:
        body.pop(each.name, None)
    names = tuple(each.name for each in fields)
    body.update(
        __slots__=names,
        __match_args__=() if kw_only else tuple(each.name for each in fields if each.init),
        __dataclass_fields__=_StandardFields(),
        _copylint_fields_=fields,
        _copylint_kw_only_=kw_only,
        __init__=_first_init,
        __repr__=body.get("__repr__", _repr),
        __replace__=replace,
        __getstate__=_state,
        __setstate__=_set_state,
    )
    body.update(_comparison(tuple(each.name for each in fields if each.compare), frozen=frozen, order=order))
    if frozen:
        body.update(__setattr__=_refuse_to_set, __delattr__=_refuse_to_delete)
    return type(cls)(cls.__name__, cls.__bases__, body)


def _field(cls: type, name: str) -> _Field:
    given = cls.__dict__.get(name, ...)
    if isinstance(given, _Field):
        given.name = name
        return given
    if isinstance(given, (list, dict, set)):
        raise TypeError(f"{cls.__name__}.{name}: a default that can change is made by a default_factory")
    return _Field(name, given)


def _first_init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Stands in for `__init__` until the first value is made, and puts the real one in its place."""
    cls = type(self)
    cls.__init__ = _compiled_init(cls)
    cls.__init__(self, *args, **kwargs)


def _compiled_init(cls: Any) -> Any:
    known: dict[str, Any] = {}
    parameters, lines = [], []
    for each in cls._copylint_fields_:
        name = each.name
        known |= {f"set_{name}": getattr(cls, name).__set__, f"default_{name}": each.default, f"make_{name}": each.factory}
        if each.init:
            parameters.append(f"{name}=default_{name}" if each.has_default else name)
        given = name if each.init else "..."
        value = f"make_{name}() if {given} is ... else {given}" if each.factory else given
        if each.init or each.has_default:
            lines.append(f" set_{name}(self, {value if each.init or each.factory else f'default_{name}'})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    star = ["*"] if cls._copylint_kw_only_ and parameters else []
    text = f"def __init__({', '.join(['self', *star, *parameters])}):\n" + "\n".join(lines or [" pass"])
    exec(MEMO.of(("init", text), lambda: compile(text, "<init>", "exec")), known)
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _comparison(names: tuple[str, ...], *, frozen: bool, order: bool) -> dict[str, Any]:
    """Methods that compare the fields as a tuple would be compared."""
    one = attrgetter(*names) if names else lambda _: ()
    # Of one field the getter gives the value itself, which need not compare as a tuple of it does.
    key = one if len(names) != 1 else lambda value: (one(value),)

    def equal(self: Any, other: Any) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def before(self: Any, other: Any) -> Any:
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def not_after(self: Any, other: Any) -> Any:
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def after(self: Any, other: Any) -> Any:
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def not_before(self: Any, other: Any) -> Any:
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented

    found: dict[str, Any] = {"__eq__": equal, "__hash__": (lambda self: hash(key(self))) if frozen else None}
    if order:
        found.update(__lt__=before, __le__=not_after, __gt__=after, __ge__=not_before)
    return found


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in self._copylint_fields_ if each.repr)
    return f"{type(self).__qualname__}({shown})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _set_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


def _refuse_to_set(_: object, name: str, __: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")

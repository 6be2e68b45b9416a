"""Things called by `module:name`, whose modules are imported when they are used and not before."""

from __future__ import annotations

from copylint.typed import Any


def thing(name: str) -> Any:
    """What `module:name` stands for; `Any`: it may be of any type. Raises ImportError or AttributeError if there is none."""
    module, _, attribute = name.partition(":")
    return getattr(__import__(module, fromlist=[attribute]), attribute)

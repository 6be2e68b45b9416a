"""What annotations are made of, without `typing`, which takes 3 ms of a run to import and is of no use to one.

To a type checker these are `typing`'s own. At run time a Protocol is a base without anything in it, and Any is any object.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol
else:
    Any = object

    class Protocol:
        """The base of a class that says what another has to have."""

        __slots__ = ()


__all__ = ["TYPE_CHECKING", "Any", "Protocol"]

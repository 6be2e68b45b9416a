"""How long the processor works on a call, for tests of how the time grows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(call: Callable[[], object]) -> float:
    """The processor time of one call.

    Garbage isn't collected meanwhile: that walks over all that the tests before have left, and takes as long as they left much.
    """
    was_on = gc.isenabled()
    gc.disable()
    started = time.process_time()
    try:
        call()
        return time.process_time() - started
    finally:
        if was_on:
            gc.enable()

"""Builds the wheel with our own packs and rules compiled, so that the first run on a machine compiles nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledPacks(BuildHookInterface[Any]):
    """Lays `compiled.bin` beside the packs of a wheel; an editable install has none and keeps a cache instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the file and have it put into the wheel. Raises PackError for a pack that is wrong: there is no wheel then."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from copylint.cache import Cache, cache_folder
        from copylint.shipped import FILE
        from copylint.wheel import compiled

        self.folder = TemporaryDirectory()
        file = Path(self.folder.name) / FILE
        file.write_bytes(compiled(Cache(cache_folder(os.environ))))
        build_data["force_include"][str(file)] = f"copylint/rules/{FILE}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - as hatchling calls it
        """Throw the file away."""
        if version != "editable":
            self.folder.cleanup()

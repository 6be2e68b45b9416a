"""A config file with one thing more to leave out, every other word and comment in it as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping

from copylint.config.toml import parsed
from copylint.errors import ConfigError
from copylint.lazy import lazy

_LINE_END = lazy(r"\r\n?|\n")


def with_ignored(text: str, fields: Mapping[str, str], label: str) -> str:
    """The text of a config file with a table `[[ignores]]` more at its end. Raises ConfigError where there can be none."""
    data = parsed(text, label)
    is_project = label.endswith("pyproject.toml")
    ours = data.get("tool", {}).get("copylint", {}) if is_project else data
    is_other = "ignores" not in ours and any(isinstance(each, Mapping) for each in ours.get("ignore", ()))
    key = "ignore" if is_other else "ignores"  # `[[ignore]]` will do too, in a file that has no list of that name
    lines = [f"[[{'tool.copylint.' if is_project else ''}{key}]]", *(f"{k} = {_quoted(v)}" for k, v in fields.items())]
    found = _LINE_END.search(text)
    end = found[0] if found else "\n"
    gap = "" if not text else end if text.endswith(("\n", "\r")) else end * 2
    new = text + gap + "".join(f"{line}{end}" for line in lines)
    ours[key] = [*ours.get(key, ()), dict(fields)]
    try:
        is_meant = parsed(new, label) == data  # not where the list is written as `ignores = [{…}]`
    except ConfigError:
        is_meant = False
    if not is_meant:
        raise ConfigError(f"nothing can be put in at its end; write it yourself: {', '.join(lines)}", path=label)
    return new


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

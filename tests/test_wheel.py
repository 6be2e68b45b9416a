"""What a build lays beside the packs of a wheel, and what the next build takes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint import wheel
from copylint.cache import Cache
from copylint.errors import PackError

PACK = """
[[rule]]
code = "HSE101"
name = "presser"
kind = "existence"
severity = "error"
confidence = "high"
summary = "A “presser” is newsroom talk."
rationale = "Readers never say it."
message = "“{text}” is newsroom talk."
source = "house"
patterns = ["presser"]
bad = ["At a {presser} on Friday.", "Another {presser}."]
good = ["At a news conference.", "“A presser,” he said.", "The pressers left."]
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "house.toml"
    file.write_text(PACK, "utf-8")
    monkeypatch.setattr(wheel, "copylint_packs", lambda: [file])
    return file


def test_the_same_files_are_compiled_once(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(str(tmp_path / "cache"))
    made = wheel.compiled(cache)
    assert made == wheel.compiled()
    monkeypatch.setattr(wheel, "compiled_group", None)
    assert wheel.compiled(cache) == made


def test_a_changed_pack_is_compiled_anew(pack: Path, tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "cache"))
    made = wheel.compiled(cache)
    pack.write_text(PACK.replace("HSE101", "HSE102"), "utf-8")
    assert wheel.compiled(cache) not in (made, b"")
    pack.write_text("nonsense")
    with pytest.raises(PackError):
        wheel.compiled(cache)

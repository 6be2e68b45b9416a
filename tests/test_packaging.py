"""What reaches a person who installs copylint: wheel, sdist, editable, each with the packs and the types."""

from __future__ import annotations

import os
import tarfile
import time
import zipfile
from pathlib import Path

import pytest
from processes import ROOT, Environment, the_one

import copylint

pytestmark = pytest.mark.slow

BAD = "The plan was was good.\n\nIn contrary, it rained.\n"
CODE_OF_A_PACK = "USE101"
COMPILED = "copylint/rules/compiled.bin"
SHIPPED = """
import sys
from copylint.cli import main
main(["--isolated", "--no-cache", *sys.argv[1:]])
print("tomli" in sys.modules)
"""
WHERE = "import copylint, pathlib; print(pathlib.Path(copylint.__file__).resolve())"


def packs_of_the_checkout() -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.toml")}


def assert_knows_its_rules(environment: Environment, elsewhere: Path) -> None:
    """It lists the rules of packs and gives its version, away from any checkout."""
    assert environment.run("--version", cwd=elsewhere).out.split() == ["copylint", copylint.__version__]
    rules = environment.run("rules", cwd=elsewhere)
    assert (rules.status, rules.err) == (0, "")
    assert CODE_OF_A_PACK in rules.out


def assert_works(environment: Environment, elsewhere: Path) -> None:
    """It does that, and finds what the rules find."""
    assert_knows_its_rules(environment, elsewhere)
    (elsewhere / "bad.txt").write_text(BAD)
    checked = environment.run("--format", "jsonl", "bad.txt", cwd=elsewhere)
    assert (checked.status, checked.err) == (1, "")
    assert CODE_OF_A_PACK in checked.codes


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_an_installed_copylint_finds_its_packs(kind, built, environment, tmp_path_factory):
    environment.install(the_one(built, kind))
    assert_works(environment, tmp_path_factory.mktemp("elsewhere"))
    assert environment.folder.resolve() in Path(environment.python(WHERE)).parents


def test_an_installed_copylint_reads_no_toml_until_a_pack_is_changed(built, environment, tmp_path_factory):
    environment.install(the_one(built, "*.whl"))
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "bad.txt").write_text(BAD)
    run = ("-c", SHIPPED, "bad.txt")
    *marks, has_toml = environment.run_python(*run, cwd=elsewhere).splitlines()
    assert CODE_OF_A_PACK in "".join(marks)
    assert has_toml == "False"
    where = Path(environment.python(WHERE)).parent
    pack = where / "rules" / "usage.toml"
    pack.write_text(pack.read_text("utf-8").replace(CODE_OF_A_PACK, "USE999"), "utf-8")
    later = time.time() + 5  # what is written within a second of the installation counts as installed with it
    os.utime(pack, (later, later))
    *changed, has_toml = environment.run_python(*run, cwd=elsewhere).splitlines()
    assert "USE999" in "".join(changed)
    assert has_toml == "True"
    pack.write_text(pack.read_text("utf-8").replace("USE999", CODE_OF_A_PACK), "utf-8")
    compiled = where.parent / COMPILED
    compiled.write_bytes(compiled.read_bytes()[:-1])
    assert environment.run_python(*run, cwd=elsewhere).splitlines() == [*marks, "True"]


def test_an_editable_copylint_finds_the_packs_of_its_checkout(repository, environment, tmp_path_factory):
    environment.install("--editable", repository)
    assert_knows_its_rules(environment, tmp_path_factory.mktemp("elsewhere"))
    assert Path(environment.python(WHERE)) == (repository / "src/copylint/__init__.py").resolve()


def test_the_wheel_holds_packs_types_and_nothing_else(built):
    wheel = the_one(built, "*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = archive.read(f"copylint-{copylint.__version__}.dist-info/METADATA").decode()
    assert {f"copylint/{pack}" for pack in packs_of_the_checkout()} <= names
    assert {"copylint/py.typed", COMPILED} <= names
    assert {f"copylint/lexicon/{file}" for file in ("words.txt", "proper.txt", "NOTICE.txt")} <= names
    assert {name.partition("/")[0] for name in names} == {"copylint", f"copylint-{copylint.__version__}.dist-info"}
    assert f"\nVersion: {copylint.__version__}\n" in metadata


def test_the_sdist_holds_what_the_tests_need(built):
    sdist = the_one(built, "*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert sdist.name == f"copylint-{copylint.__version__}.tar.gz"
    assert packs_of_the_checkout() <= names
    assert {"Makefile", ".ci/run", ".pre-commit-hooks.yaml", "CHANGELOG.md", "LICENSE", "tests/conftest.py"} <= names
    assert {
        "bench/__main__.py",
        "tools/lexicon.py",
        "examples/bridge-blast.txt",
        "examples/plugin/pyproject.toml",
        "docs/packs.md",
    } <= names


def test_the_newest_heading_of_the_changelog_is_this_version_or_unreleased():
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n") if line.startswith("## ")]
    assert headings[0].split()[1].strip("[]") in {"Unreleased", copylint.__version__}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
def test_the_script_of_the_ci_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)

"""Results of earlier runs: found again only where nothing has changed, and the same as if they were made anew."""

import io
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import ROOT

from copylint import results as results_module
from copylint.cache import Cache
from copylint.fingerprint import DEPENDENCIES
from copylint.reporters import REPORTERS
from copylint.results import SHARDS, Results

SLIP = "They used tools like hydraulic. jacks to free him.\n"
CLEAN = "The ferry sailed on Tuesday.\n"
TWICE = "The plan was was good.\n"
PACK = """
[[rule]]
code = "HSE101"
name = "harbor"
kind = "substitution"
severity = "error"
confidence = "high"
summary = "We write harbour."
rationale = "One spelling reads as one paper."
message = "“{text}” is “{replacement}” here."
source = "house"
bad = ["The {harbor => harbour} is shut.", "A {harbor => harbour}."]
good = ["The harbour is shut.", "“The harbor is shut,” he said.", "Harbored"]
[rule.swap]
"harbor" = "harbour"
"""


@pytest.fixture
def cache(tmp_path, monkeypatch, copy, packs_at_hand):  # copy clears the variables first
    """The folder of a cache for one test."""
    folder = tmp_path / "own"
    shutil.copytree(packs_at_hand, folder)
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(folder))
    monkeypatch.delenv("COPYLINT_KEEP_RESULTS")
    return folder


@pytest.fixture
def checked(monkeypatch):
    """The paths that were really checked, as they are."""
    from copylint.desk import linted

    paths = []

    def noted(source, orders):
        paths.append(source.path)
        return linted(source, orders)

    monkeypatch.setattr("copylint.desk.linted", noted)
    return paths


def shards(folder: Path) -> list[Path]:
    return sorted(folder.glob("results-*"))


def test_a_second_run_reads_looks_up_and_prints(copy, cache, monkeypatch):
    desk = copy({f"{number}.txt": SLIP if number % 2 else CLEAN for number in range(20)} | {"x.md": f"# A\n\n{TWICE}"})
    first = desk.run()

    def called(*_: object) -> None:
        raise AssertionError("a run over unchanged copy checks nothing")

    monkeypatch.setattr("copylint.desk.linted", called)
    monkeypatch.setattr("copylint.desk.Desk.source", called)
    monkeypatch.setattr("copylint.desk.Desk.checked", called)
    monkeypatch.setattr(Cache, "write", called)
    assert desk.run() == first
    assert len(first.out.splitlines()) == 11


@pytest.mark.parametrize("format", [reporter.format for reporter in REPORTERS])
def test_every_format_prints_the_same_of_what_was_kept(copy, cache, format):
    desk = copy({"a.txt": SLIP + "\n" + TWICE, "b.md": f"# {TWICE}\nHe said: “It was was bad.”\n"})
    fresh, kept, without = (
        re.sub(r'"seconds": [0-9.e-]+', "", desk.run("--format", format, *more).out) for more in ((), (), ("--no-cache",))
    )
    assert fresh == kept == without != ""


def test_only_what_has_changed_is_checked_again(copy, cache, checked):
    desk = copy({"a.txt": SLIP, "b.txt": SLIP})
    desk.run()
    (desk.folder / "b.txt").write_text(CLEAN)
    checked.clear()
    assert [finding["path"] for finding in desk.run("--format", "jsonl").findings] == ["a.txt"]
    assert checked == ["b.txt"]


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (("--select", "PUN"), {}),
        (("--preview",), {}),
        (("--severity", "error"), {}),
        (("--style", "us"), {}),
        (("--ignore", "PUN101"), {}),
        (("--no-plugins", "--isolated", "--extend-select", "STY"), {}),
        ((), {"copylint.toml": "[rules.PUN101]\nseverity = 'query'\n"}),
        ((), {"copylint.toml": "[[overrides]]\npaths = ['a.txt']\nignore = ['PUN']\n"}),
        ((), {"copylint.toml": "[[ignores]]\npath = 'a.txt'\ncode = 'PUN101'\n"}),
        ((), {"copylint.toml": "packs = ['house.toml']\n", "house.toml": PACK}),
        ((), {"copylint.toml": "language = 'de'\n"}),
        ((), {"copylint.toml": "variant = 'gb'\n"}),
        ((), {"copylint.toml": "vocabulary = 'parkrun'\n"}),
    ],
)
def test_other_settings_find_nothing_of_this(copy, cache, checked, options, files):
    desk = copy({"a.txt": SLIP})
    desk.run()
    copy(files)
    checked.clear()
    desk.run(*options)
    assert checked == ["a.txt"]
    desk.run(*options)
    assert checked == ["a.txt"]


def test_a_changed_pack_finds_nothing_of_this(copy, cache, checked):
    text = "The harbor is shut.\n"
    desk = copy({"a.txt": text, "copylint.toml": "packs = ['house.toml']\n", "house.toml": PACK})
    for pack in (
        PACK,
        PACK.replace('"harbor" = "harbour"', '"harbor" = "harbour "'),
        PACK.replace("“{text}” is", "Make “{text}”"),
    ):
        (desk.folder / "house.toml").write_text(pack)
        desk.run()
        desk.run()
    assert checked == ["a.txt"] * 3


def test_another_path_is_another_file(copy, cache, checked):
    desk = copy({"a.txt": SLIP})
    desk.run()
    copy({"b.txt": SLIP, "a.md": SLIP})
    assert [f["path"] for f in desk.run("--format", "jsonl").findings] == ["a.md", "a.txt", "b.txt"]
    assert checked == ["a.txt", "a.md", "b.txt"]


@pytest.mark.parametrize("stamp", ["size", "time", "version", "dependency"])
def test_other_code_finds_nothing_of_this(copy, cache, checked, monkeypatch, stamp):
    sources = (("/fingerprint.py", 1, 10),)
    monkeypatch.setattr("copylint.cache._sources", lambda: sources)
    desk = copy({"a.txt": SLIP})
    desk.run()
    desk.run()
    assert checked == ["a.txt"]
    if stamp == "size":
        sources = (("/fingerprint.py", 2, 10),)
    elif stamp == "time":
        sources = (("/fingerprint.py", 1, 11),)
    elif stamp == "version":
        monkeypatch.setattr("copylint.cache.__version__", "99")
    else:
        monkeypatch.setattr("copylint.fingerprint.DEPENDENCIES", {"pytest": "pytest"})
    desk.run()
    assert checked == ["a.txt"] * 2


def test_everything_we_need_is_in_the_fingerprint():
    needed = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert sorted(DEPENDENCIES) == sorted(re.split(r"[^\w-]", each)[0] for each in needed)


PLUGIN = """
from pathlib import Path
from copylint.hookspecs import hookimpl
"""


def test_with_a_plugin_from_a_path_nothing_is_kept_or_found(copy, cache, checked):
    desk = copy({"a.txt": SLIP, "copylint.toml": "plugins = ['desk.py']\n", "desk.py": PLUGIN})
    desk.run()
    desk.run()
    assert checked == ["a.txt"] * 2
    assert shards(cache) == []
    desk.run("--no-plugins")
    desk.run("--no-plugins")
    assert checked == ["a.txt"] * 3


@pytest.mark.parametrize("off", [("--no-cache",), "COPYLINT_KEEP_RESULTS", "copylint.toml"])
def test_results_can_be_switched_off(copy, cache, checked, monkeypatch, off):
    desk = copy({"a.txt": SLIP})
    if off == "copylint.toml":
        copy({off: "keep_results = false\n"})
    elif isinstance(off, str):
        monkeypatch.setenv(off, "false")
    options = off if isinstance(off, tuple) else ()
    desk.run(*options)
    desk.run(*options)
    assert checked == ["a.txt"] * 2
    assert shards(cache) == []


def test_standard_input_is_not_kept(copy, cache, monkeypatch):
    desk = copy({"z.txt": ""})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SLIP.encode())))
    assert desk.command("-").status == 1
    assert shards(cache) == []


def test_a_file_that_failed_is_not_kept(copy, cache, monkeypatch):
    desk = copy({"a.txt": SLIP, "b.txt": b"\xff\xfe\xfa", "c.txt": CLEAN})

    def broken(document, *_):
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("copylint.linter._function", lambda _: broken)
    assert desk.run().status == 3
    assert shards(cache) == []
    monkeypatch.undo()
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(cache))
    monkeypatch.chdir(desk.folder)
    for jobs in ("1", "2"):
        done = desk.run("--jobs", jobs)
        assert done.status == 3
        assert done.out == "a.txt:1:22: PUN101 Full stop in mid-sentence: “hydraulic. jacks”. Delete it?\n"
        assert "b.txt" in done.err


def test_entries_that_leave_out_nothing_are_told_each_time(copy, cache, checked):
    entry = '[[ignores]]\npath = "a.txt"\ncode = "PUN101"\n'
    desk = copy({"a.txt": CLEAN, "b.txt": "", "copylint.toml": entry})
    assert desk.marks() == desk.marks() == ["LNT101"]
    (desk.folder / "copylint.toml").write_text(f"# moved\n{entry}")
    assert [finding["line"] for finding in desk.run("--format", "jsonl").findings] == [2]
    assert checked == ["a.txt", "b.txt", "a.txt"]


def test_a_mistake_in_the_config_is_told_though_results_are_there(copy, cache):
    desk = copy({"a.txt": SLIP})
    desk.run()
    copy({"copylint.toml": "[[overrides]]\npaths = ['other.txt']\nignore = ['PNU']\n"})
    assert desk.run().status == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes()[:-1] + b"\0"),
        lambda file: file.write_bytes(os.urandom(300)),
        lambda file: (file.unlink(), file.mkdir()),
    ],
)
def test_damage_costs_time_and_nothing_else(copy, cache, checked, damage):
    desk = copy({"a.txt": SLIP, "b.txt": TWICE})
    first = desk.run()
    for file in shards(cache):
        damage(file)
    assert desk.run() == first
    assert len(checked) == 4


def test_a_shard_in_the_place_of_another_is_none(copy, cache, checked):
    desk = copy({"a.txt": SLIP, "b.txt": TWICE})
    first = desk.run()
    one, other = shards(cache)
    shutil.copy(one, other)
    assert desk.run() == first
    assert len(checked) == 3


def test_a_folder_that_takes_nothing_is_read(copy, cache, checked, monkeypatch):
    desk = copy({"a.txt": SLIP})
    desk.run()

    def refused(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Cache, "_replace", refused)
    copy({"b.txt": SLIP})
    for _ in range(2):
        assert desk.run().status == 1
    assert checked == ["a.txt", "b.txt", "b.txt"]


def test_no_word_of_the_copy_can_be_read_in_the_cache(copy, cache):
    desk = copy({"embargoed-merger.txt": f"{SLIP}\nThe Zyxwv Group was was sold.\n"})
    assert "hydraulic. jacks" in desk.run().out
    kept = b"".join(file.read_bytes() for file in shards(cache))
    assert kept
    for word in (b"hydraulic", b"Zyxwv", b"was was", b"embargoed", b"PUN101"):
        assert word not in kept


def test_results_of_several_configs_lie_side_by_side(copy, cache, checked):
    desk = copy({"a.txt": SLIP})
    for _ in range(3):
        desk.run("--select", "PUN")
        desk.run("--select", "USE")
    assert checked == ["a.txt"] * 2


def test_clearing_the_cache_forgets_results(copy, cache, checked, packs_at_hand):
    desk = copy({"a.txt": SLIP})
    desk.run()
    desk.command("cache", "--clear")
    shutil.copytree(packs_at_hand, cache, dirs_exist_ok=True)
    desk.run()
    assert checked == ["a.txt"] * 2


@pytest.fixture
def store(tmp_path):
    cache = Cache(str(tmp_path / "store"))
    return lambda: Results(cache, lambda _: b"settings")


def test_the_oldest_results_make_room(store, monkeypatch):
    monkeypatch.setattr(results_module, "SHARDS", 1)
    monkeypatch.setattr(results_module, "SHARD_BYTES", 1000)
    for number in range(9):
        kept = store()
        kept.keep(kept.key(f"{number}.txt", b"x"), bytes(200))
        kept.save()
    last = store()
    found = [last.find(last.key(f"{number}.txt", b"x")) is not None for number in range(9)]
    assert found == [False] * 5 + [True] * 4


def test_what_a_run_looks_up_is_not_old(store, monkeypatch):
    monkeypatch.setattr(results_module, "SHARDS", 1)
    monkeypatch.setattr(results_module, "SHARD_BYTES", 700)
    for number in range(9):
        kept = store()
        kept.find(kept.key("0.txt", b"x"))
        kept.keep(kept.key(f"{number}.txt", b"x"), bytes(200))
        kept.save()
    last = store()
    assert [n for n in range(9) if last.find(last.key(f"{n}.txt", b"x")) is not None] == [0, 7, 8]


def test_a_result_too_large_for_a_shard_leaves_the_others(store, monkeypatch):
    monkeypatch.setattr(results_module, "SHARDS", 1)
    monkeypatch.setattr(results_module, "SHARD_BYTES", 700)
    kept = store()
    for name, size in (("a", 200), ("b", 800), ("c", 200)):
        kept.keep(kept.key(name, b"x"), bytes(size))
    kept.save()
    last = store()
    assert [name for name in "abc" if last.find(last.key(name, b"x")) is not None] == ["a", "c"]


def test_paths_are_spread_over_all_shards(store):
    kept = store()
    assert {kept.key(f"{number}.txt", b"").shard for number in range(2000)} == set(range(SHARDS))


@given(st.binary(max_size=300), st.binary(max_size=20))
def test_a_result_comes_back_to_the_byte(payload, data):
    kept = Results(Cache(), lambda _: b"")
    key = kept.key("a.txt", data)
    kept.keep(key, payload)
    assert kept.find(key) == payload
    assert kept.find(kept.key("a.txt", data + b"x")) is None
    assert kept.find(kept.key("b.txt", data)) is None


CONFIGS = st.sampled_from(
    [
        "",
        "preview = true\n",
        "select = ['PUN', 'RES', 'LNT']\n",
        "variant = 'gb'\n",
        "[rules.PUN101]\nseverity = 'query'\n",
        "[[ignores]]\npath = 'a.txt'\ncode = 'PUN101'\ntext = 'hydraulic. jacks'\n",
        "[[overrides]]\npaths = ['*.md']\nseverity = 'error'\n",
        "packs = ['house.toml']\n",
        "packs = ['names.toml']\n",
    ]
)
NAMES = """
[[name]]
id = "ferry-group"
type = "organisation"
canonical = "{name}"
allowed = ["FG"]
"""
PACKS = {"house.toml": PACK, "names.toml": NAMES.format(name="Ferry Group")}
COPY = st.sampled_from(
    [
        "",
        CLEAN,
        SLIP,
        TWICE,
        f"{SLIP}\r\n\r\n{TWICE}",
        "The harbor 😀 is shut.\n",
        "The Ferry Grup, Ferry Group and Ferry Trust met.\n",
        "\ufeffIt was was.\n",
    ]
)
EDITS = st.one_of(
    st.tuples(st.sampled_from(["a.txt", "b.md", "n/c.txt"]), COPY),
    st.tuples(st.sampled_from(["copylint.toml", "n/copylint.toml"]), CONFIGS),
    st.tuples(st.just("names.toml"), st.sampled_from([NAMES.format(name="Ferry Group"), NAMES.format(name="Ferry Trust")])),
    st.tuples(st.just("house.toml"), st.sampled_from([PACK, PACK.replace("error", "warning")])),
)
OPTIONS = st.sampled_from([(), ("--select", "PUN,HSE"), ("--ignore", "PUN101"), ("--preview",), ("--severity", "warning")])


@settings(max_examples=25)
@given(st.lists(st.tuples(EDITS, OPTIONS), min_size=1, max_size=5))
def test_findings_are_the_same_with_and_without_results(copy, cache, edits):
    desk = copy(
        {f"{folder}{name}": text for folder in ("", "n/") for name, text in PACKS.items()}
        | {"copylint.toml": "", "n/copylint.toml": "", "a.txt": SLIP}
    )
    for (path, text), options in edits:
        copy({path: text})
        kept = desk.run("--format", "jsonl", *options)
        assert kept == desk.run("--format", "jsonl", "--no-cache", *options)

"""Packs from the cache: the same rules, knowledge and findings as from their text, for less work."""

from __future__ import annotations

import marshal
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pattern_builder import a_document, a_table, rules_of
from processes import run_process
from prose import any_text

from copylint import packs
from copylint.cache import Cache, _sources
from copylint.errors import PackError
from copylint.kit import assembled
from copylint.packs import Pack, builtin_folder, checker_of, keep, knowledge_of, read_packs
from copylint.patterns.index import RuleSet
from copylint.patterns.stored import stored, written
from copylint.plain import Plain
from copylint.rule import Severity

PACK = """\
[[rule]]
code = "DSK101"
name = "desk-word"
kind = "substitution"
summary = "A word is found."
rationale = "It is a test."
message = "“{text}” is found."
severity = "error"
confidence = "high"
source = "house"
bad = ["A {wordy => word} here.", "A {wordy => word} there."]
good = ["Nothing.", "Nothing at all.", "“Nothing,” she said."]

[rule.swap]
"wordy" = "word"
"""
COPY = "It was wordy, in contrary to to the the plan , and “slow. lane” is wordy: he do’nt, could of, 31 June.\n"


def forget() -> None:
    """Let the next look at a pack be the first of this process."""
    for each in (
        packs._content,
        packs._table,
        packs.checker_of,
        packs.knowledge_of,
        packs.refuse_unsound,
        _sources,
        packs._makers,
    ):
        each.cache_clear()


def kept_together(group: tuple[Pack, ...]) -> None:
    keep(group, group)


@pytest.fixture
def cache(tmp_path: Path, packs_at_hand: Path):
    """A cache that holds our own packs."""
    forget()
    yield Cache(str(shutil.copytree(packs_at_hand, tmp_path / "cache")))
    forget()


@pytest.fixture(scope="module")
def both(packs_at_hand: Path):
    """Checkers of our own packs: from their text, and from the cache."""
    forget()
    warm = read_packs([builtin_folder()], Cache(str(packs_at_hand)))
    assert all(packs._content(pack).is_kept for pack in warm)
    return checker_of(read_packs([builtin_folder()])), checker_of(warm)


def the_pack(path: Path, text: str = PACK) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_our_own_packs_come_back_as_they_were(cache: Cache) -> None:
    cold = read_packs([builtin_folder()])
    for one, other in zip(cold, read_packs([builtin_folder()], cache), strict=True):
        assert packs._content(other).is_kept
        for mine, stored_one in zip(one.rules, other.rules, strict=True):
            assert (mine.rule, mine.kind, mine.path, mine.exceptions) == (
                stored_one.rule,
                stored_one.kind,
                stored_one.path,
                stored_one.exceptions,
            )
            assert tuple(mine.spec.patterns) == tuple(stored_one.spec.patterns)
            assert [p.needles for p in mine.spec.patterns] == [p.needles for p in stored_one.spec.patterns]
            if hasattr(mine.spec, "entries"):
                assert mine.spec.entries == stored_one.spec.entries[:]
            else:
                assert mine.spec == stored_one.spec
    assert knowledge_of(cold) == knowledge_of(read_packs([builtin_folder()], cache))


def test_the_packs_of_a_group_have_one_index_with_all_that_each_has(both) -> None:
    cold, warm = both
    ((_, joint),) = warm._indexes
    assert len(cold._indexes) == len(joint.always) > 1
    assert cold._always == warm._always
    each = [((first, rule[1]), *rest) for first, index in cold._indexes for rule, *rest in index.needles()]
    assert sorted(each, key=repr) == sorted(joint.needles(), key=repr)


@settings(max_examples=25)
@given(any_text)
def test_a_warm_run_finds_what_a_cold_one_finds(both, text: str) -> None:
    cold, warm = both
    document = a_document(text)
    codes = frozenset(rule.code for rule in cold.rules)
    assert list(warm.run(document, codes)) == list(cold.run(document, codes))


def test_each_bad_example_of_our_packs_is_found_warm_as_cold(both) -> None:
    cold, warm = both
    assert cold.rules == warm.rules
    codes = frozenset(rule.code for rule in cold.rules)
    texts = [example if isinstance(example, str) else example.text for rule in cold.rules for example in rule.bad[:2]]
    document = a_document(*(text.replace("{", "").replace("}", "") for text in texts))
    found = list(cold.run(document, codes))
    assert len(found) > len(cold.rules) / 2
    assert list(warm.run(document, codes)) == found


def test_a_stored_pattern_matches_as_a_compiled_one_does() -> None:
    (rule,) = rules_of(a_table(patterns=[r"\p{Ll}++ (?:was|is) (\w+)", "the"]))
    (again,) = stored(marshal.loads(marshal.dumps(written(RuleSet([rule]), is_shipped=True))), path="other.toml").rules
    text = "It was cold; the day was É’n."
    for mine, other in zip(rule.spec.patterns, again.spec.patterns, strict=True):
        assert other.made.code
        assert [m.span() for m in other.compiled.finditer(text)] == [m.span() for m in mine.compiled.finditer(text)]
    assert again.path == "other.toml"


def test_a_warm_process_reads_no_toml_and_compiles_only_what_it_needs(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COPY, "utf-8")
    code = (
        "import sys; from copylint.cli import main; from copylint.code import restored\n"
        "from copylint.patterns.dialect import compiled\n"
        "status = main(['--isolated', 'a.txt'])\n"
        "print('tomli' in sys.modules, compiled.cache_info().misses, restored.cache_info().misses > 0)"
    )
    env = {"COPYLINT_CACHE_DIR": cache.folder, "PYTHONPATH": str(Path(packs.__file__).parents[1])}
    env |= {"COPYLINT_KEEP_RESULTS": "false"}
    cold, warm = (run_process(sys.executable, "-c", code, cwd=tmp_path, env=env) for _ in range(2))
    assert (warm.status, warm.err) == (0, "")
    *cold_marks, _ = cold.out.splitlines()
    *warm_marks, last = warm.out.splitlines()
    assert warm_marks == cold_marks
    has_tomli, misses, uses_code = last.split()
    assert (has_tomli, uses_code) == ("False", "True")
    assert int(misses) == 0  # the process before has kept what it compiled


def test_processes_that_start_at_once_do_not_disturb_each_other(cache: Cache, tmp_path: Path) -> None:
    smallest, *_, of_all = sorted(Path(cache.folder).iterdir(), key=lambda file: file.stat().st_size)
    for file in (smallest, of_all):  # both processes have to make these, and what the desk's pack needs
        file.unlink()
    (tmp_path / "a.txt").write_text(COPY, "utf-8")
    the_pack(tmp_path / "desk.toml")
    (tmp_path / "copylint.toml").write_text('packs = ["desk.toml"]\n')
    env = {"COPYLINT_CACHE_DIR": cache.folder, "PYTHONPATH": str(Path(packs.__file__).parents[1])}
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(run_process, sys.executable, "-m", "copylint", "a.txt", cwd=tmp_path, env=env) for _ in range(2)]
    one, two = (run.result() for run in runs)
    assert one == two
    assert "DSK101" in one.out
    assert smallest.exists()
    assert of_all.exists()
    assert not list(smallest.parent.glob("new-*"))


def kept_files(cache: Cache) -> list[Path]:
    return sorted(Path(cache.folder).iterdir())


def test_a_changed_pack_is_read_anew(cache: Cache, tmp_path: Path) -> None:
    path = the_pack(tmp_path / "desk.toml")
    assert assembled(packs=[path], installed=False, cache=cache).rules["DSK101"].severity is Severity.ERROR
    the_pack(path, PACK.replace('"error"', '"query"'))
    assert assembled(packs=[path], installed=False, cache=cache).rules["DSK101"].severity is Severity.QUERY


def test_a_pack_that_was_not_written_since_is_not_even_read(cache: Cache, tmp_path: Path) -> None:
    path = the_pack(tmp_path / "desk.toml")
    os.utime(path, (1, 1))
    (cold,) = read_packs([path], cache)
    kept_together((cold,))
    forget()
    (warm,) = read_packs([path], cache)
    assert (cold.held, warm.held) == (PACK.encode(), None)
    assert [each.rule for each in warm.rules] == [each.rule for each in cold.rules]
    os.utime(path, (2, 2))
    assert read_packs([path], cache)[0].held == PACK.encode()


def test_a_pack_that_was_only_just_written_is_read_by_the_next_run(cache: Cache, tmp_path: Path) -> None:
    path = the_pack(tmp_path / "desk.toml")
    kept_together(read_packs([path], cache))
    forget()
    (pack,) = read_packs([path], cache)
    assert pack.held == PACK.encode()
    assert packs._content(pack).is_kept


@pytest.mark.parametrize("what", ["cache.__version__", "packs.maker"])
def test_another_version_makes_its_own_files(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    pack = Pack(str(the_pack(tmp_path / "desk.toml")), PACK.encode(), cache)
    kept_together((pack,))
    forget()
    assert packs._content(pack).is_kept
    monkeypatch.setattr(f"copylint.{what}", (lambda: b"9.9.9") if what == "packs.maker" else "9.9.9")
    forget()
    assert not packs._content(pack).is_kept


def test_a_pack_lies_where_it_lies_whatever_the_cache_says(cache: Cache, tmp_path: Path) -> None:
    kept_together(read_packs([the_pack(tmp_path / "one.toml")], cache))
    forget()
    (pack,) = read_packs([the_pack(tmp_path / "two.toml")], cache)
    assert packs._content(pack).is_kept
    assert [rule.path for rule in pack.rules] == [pack.path]


@pytest.mark.parametrize(
    "wrong",
    [
        PACK.replace('"wordy" = "word"', '"wordy(" = "word"'),
        PACK.replace('"error"', '"grave"'),
        PACK + '"word" = "wordy"\n',
        PACK + '[knowledge]\nfurniture = ["("]\n',
        PACK + "[[",
    ],
)
def test_a_wrong_pack_is_told_each_time_and_never_kept(cache: Cache, tmp_path: Path, wrong: str) -> None:
    path = the_pack(tmp_path / "desk.toml", wrong)
    with pytest.raises(PackError) as plain:
        knowledge_of(read_packs([path])), checker_of(read_packs([path]))
    assembled(installed=False, cache=cache)
    before = kept_files(cache)
    for _ in range(2):
        forget()
        with pytest.raises(PackError) as error:
            assembled(packs=[path], installed=False, cache=cache)
        assert str(error.value) == str(plain.value)
    assert kept_files(cache) == before


def test_a_circle_over_two_right_packs_is_told_each_time(cache: Cache, tmp_path: Path) -> None:
    one = the_pack(tmp_path / "one.toml")
    back = PACK.replace("DSK101", "DSK102").replace("desk-word", "back").replace('"wordy" = "word"', '"word" = "wordy"')
    two = the_pack(tmp_path / "two.toml", back)
    assembled(packs=[one], installed=False, cache=cache)
    assembled(packs=[two], installed=False, cache=cache)
    for _ in range(2):
        forget()
        with pytest.raises(PackError, match="circle"):
            assembled(packs=[one, two], installed=False, cache=cache)


def test_a_damaged_cache_is_made_anew(cache: Cache) -> None:
    whole = {file: file.read_bytes() for file in Path(cache.folder).iterdir()}
    for file, data in whole.items():
        file.write_bytes(data[: len(data) // 2])
    forget()
    cold, warm = read_packs([builtin_folder()]), read_packs([builtin_folder()], cache)
    assert checker_of(warm).rules == checker_of(cold).rules
    kept_together(warm)
    assert {file: file.read_bytes() for file in Path(cache.folder).iterdir()}.keys() == whole.keys()
    forget()
    assert all(packs._content(pack).is_kept for pack in read_packs([builtin_folder()], cache))


def test_no_cache_leaves_no_trace(copy, packs_at_hand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = copy({"a.txt": COPY})
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    forget()
    marks = desk.marks("--no-cache")
    assert not (tmp_path / "cache").exists()
    forget()
    shutil.copytree(packs_at_hand, tmp_path / "cache")
    assert desk.marks() == marks
    assert len(list((tmp_path / "cache").iterdir())) > len(list(packs_at_hand.iterdir()))
    assert COPY.split()[2].encode() not in b"".join(file.read_bytes() for file in (tmp_path / "cache").iterdir())


def test_the_cache_command_tells_and_clears(copy, packs_at_hand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = copy({"a.txt": COPY})
    folder = tmp_path / "cache"
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(folder))
    assert desk.command("cache", "--dir").out == f"{folder}\n"
    assert desk.command("cache", "--clear").out == f"0 files deleted in {folder}\n"
    forget()
    shutil.copytree(packs_at_hand, folder, dirs_exist_ok=True)
    desk.run()
    count = len(list(folder.iterdir()))
    assert count > 5
    assert desk.command("cache", "--clear").out == f"{count} files deleted in {folder}\n"
    assert list(folder.iterdir()) == []
    assert desk.command("cache", "--dir", "--no-cache").out == "there is no cache\n"
    assert desk.command("cache").status == 2


def test_a_folder_that_cannot_be_cleared_is_told(copy, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Cache) -> int:
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(Cache, "clear", refuse)
    done = copy({"a.txt": ""}).command("cache", "--clear")
    assert (done.status, "can't be cleared: Permission denied" in done.err) == (2, True)


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text() | st.binary(), lambda item: st.lists(item).map(tuple))
)
def test_plain_data_stay_what_they_are(value: object) -> None:
    plain = Plain()
    assert plain.read(marshal.loads(marshal.dumps(plain.written(value)))) == value


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="Severity"):
        Plain().written(Severity.ERROR)


def test_sets_are_written_in_one_order() -> None:
    plain, words = Plain(), frozenset("abcdefgh")
    code = "from copylint.plain import Plain; print(Plain().written(frozenset('abcdefgh')))"
    env = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(packs.__file__).parents[1])}
    other = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
    assert other.strip() == str(plain.written(words))
    assert plain.read(plain.written(words)) == words

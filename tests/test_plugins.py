"""What plugins give, taken one by one; what is wrong is told and nothing else is lost."""

import sys
import textwrap
from dataclasses import replace

import pytest
from builders import a_rule

from copylint.cache import Cache
from copylint.document import BlockKind
from copylint.errors import PackError
from copylint.kit import assembled
from copylint.packs import builtin_folder, pack_files, read_packs
from copylint.plugins import Gift, Giver, _may_hold_plugins, gifts
from copylint.reporters import REPORTERS
from copylint.rule import Example

IMPORTS = "from copylint.hookspecs import hookimpl\n"


@pytest.fixture
def plugin(tmp_path):
    def write(code: str, name: str = "desk.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(IMPORTS + textwrap.dedent(code), "utf-8")
        return path

    return write


def problems(path):
    return [str(problem) for gift in gifts(paths=[path], installed=False) for problem in gift.problems]


def test_our_own_things_come_in_by_the_same_hooks():
    (own,) = gifts(installed=False)
    assert (own.giver.name, own.problems) == ("copylint", ())
    assert own.rules
    assert own.packs == (builtin_folder(),)
    assert {reader.format for reader in own.readers} >= {"plain", "markdown", "html"}


def test_a_folder_holds_one_plugin_a_file(plugin, tmp_path):
    for name in ("a.py", "b.py"):
        plugin("@hookimpl\ndef copylint_packs():\n    return []\n", f"plugins/{name}")
    names = [gift.giver.name for gift in gifts(paths=[tmp_path / "plugins"], installed=False)]
    assert [name.rpartition("/")[2] for name in names] == ["copylint", "a.py", "b.py"]


def test_a_package_is_one_plugin(plugin, tmp_path):
    plugin("from .part import RULES\n@hookimpl\ndef copylint_rules():\n    return RULES\n", "house/__init__.py")
    plugin("RULES = []\n", "house/part.py")
    assert problems(tmp_path / "house") == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("1 / 0\n", "can't be loaded: ZeroDivisionError"),
        ("raise SystemExit(4)\n", "can't be loaded: SystemExit: 4"),
        ("@hookimpl\ndef copylint_rules():\n    return ['x']\n", "copylint_rules: gives a str, not a Rule"),
        ("@hookimpl\ndef copylint_rules():\n    return 3\n", "copylint_rules: TypeError"),
        ("@hookimpl\ndef copylint_packs():\n    return ['x']\n", "copylint_packs: gives a str, not a Path"),
        ("@hookimpl\ndef copylint_readers():\n    return [3]\n", "copylint_readers: gives a int, not a Reader"),
        ("@hookimpl\ndef copylint_reporters():\n    return [3]\n", "copylint_reporters: gives a int, not a Reporter"),
        ("@hookimpl\ndef copylint_rules(surprise):\n    return []\n", "can't be loaded: PluginValidationError"),
    ],
)
def test_what_is_wrong_with_a_plugin_is_told_by_its_name_and_hook(plugin, code, told):
    path = plugin(code)
    (problem,) = problems(path)
    assert f"plugin {path}" in problem
    assert told in problem


def test_a_file_that_is_no_python_is_told(tmp_path):
    (tmp_path / "desk.txt").write_text("copy", "utf-8")
    assert "is no Python file" in problems(tmp_path / "desk.txt")[0]


def test_a_format_that_is_taken_is_told_and_ours_stays(plugin):
    path = plugin(
        """
        class Mine:
            format = "json"
            def render(self, report, *, color, quiet):
                return "mine"
        @hookimpl
        def copylint_reporters():
            return [Mine()]
        """
    )
    kit = assembled(plugins=[path], installed=False)
    assert [failure.message for failure in kit.failures] == [
        f'plugin {path}, copylint_reporters: there is a format "json" already'
    ]
    assert kit.reporters["json"] in REPORTERS


READER = """
class Mine:
    def __init__(self, format, suffixes):
        self.format, self.suffixes = format, suffixes
    def read(self, path, raw):
        raise NotImplementedError
@hookimpl
def copylint_readers():
    return [{readers}]
"""


def test_a_reader_is_found_by_the_longest_suffix_that_a_path_ends_in(plugin):
    path = plugin(READER.format(readers="Mine('a', ('.bar',)), Mine('b', ('.Foo.bar', '')), Mine('c', ('.o.bar',))"))
    kit = assembled(plugins=[path], installed=False)
    assert kit.failures == ()
    assert kit.suffixes >= {".bar", ".foo.bar"}
    assert "" not in kit.suffixes
    paths = ["x/story.foo.BAR", "story.bar", "story.foo", "story.foo.txt", "story.foo.bar.md"]
    assert [kit.reader(each).format for each in paths] == ["b", "a", "plain", "plain", "markdown"]


def test_a_suffix_that_is_taken_is_told_and_the_first_keeps_it(plugin):
    first = plugin(READER.format(readers="Mine('a', ('.TXT', '.a'))"), "a.py")
    second = plugin(READER.format(readers="Mine('b', ('.a', '.b'))"), "b.py")
    kit = assembled(plugins=[first, second], installed=False)
    assert [failure.message for failure in kit.failures] == [
        f"plugin {first}, copylint_readers: the suffix .txt is taken by the plain reader",
        f"plugin {second}, copylint_readers: the suffix .a is taken by the a reader",
    ]
    assert [kit.reader(each).format for each in ("s.txt", "s.a", "s.b")] == ["plain", "a", "b"]


@pytest.mark.parametrize("suffixes", ["'.x'", "3", "(3,)"])
def test_suffixes_that_are_none_are_told(plugin, suffixes):
    path = plugin(READER.format(readers=f"Mine('a', {suffixes})"))
    kit = assembled(plugins=[path], installed=False)
    told = 'copylint_readers: the suffixes of "a" are no tuple of strings'
    assert [failure.message for failure in kit.failures] == [f"plugin {path}, {told}"]
    assert [reader.format for reader in kit.readers if reader.format == "a"] == []


def test_a_rule_with_wrong_facts_is_told_with_its_code(plugin):
    path = plugin(
        """
        import sys
        sys.path.insert(0, {folder!r})
        from builders import a_rule
        @hookimpl
        def copylint_rules():
            return [a_rule("DSK101", good=())]
        """.format(folder=str(__import__("pathlib").Path(__file__).parent))
    )
    kit = assembled(plugins=[path], installed=False)
    assert all("DSK101: a rule has" in failure.message or "DSK101: one of" in failure.message for failure in kit.failures)
    assert "DSK101" not in kit.rules
    assert a_rule("DSK101").code == "DSK101"


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"code": 3}, '3: "code" takes a string, not a int'),
        ({"name": ["a"]}, 'DSK101: "name" takes a string, not a list'),
        ({"summary": None}, 'DSK101: "summary" takes a string, not a NoneType'),
        ({"source": b"x"}, 'DSK101: "source" takes a string, not a bytes'),
        ({"severity": "error"}, 'DSK101: "severity" takes a Severity, not a str'),
        ({"confidence": "high"}, 'DSK101: "confidence" takes a Confidence, not a str'),
        ({"fix": "safe"}, 'DSK101: "fix" takes a Fix, not a str'),
        ({"quotes": None}, 'DSK101: "quotes" takes a Quotes, not a NoneType'),
        ({"bad": "A {bad} day."}, 'DSK101: "bad" takes a tuple of strings and Examples, not a str'),
        ({"good": ("Fine.", 3)}, 'DSK101: "good" takes a tuple of strings and Examples, not a tuple of int, str'),
        ({"good": (Example(3),)}, 'DSK101: "good" takes a tuple of strings and Examples, not a tuple of Example'),
        ({"blocks": {BlockKind.CAPTION}}, 'DSK101: "blocks" takes a frozenset of BlockKinds, not a set'),
        ({"blocks": frozenset({"caption"})}, 'DSK101: "blocks" takes a frozenset of BlockKinds, not a frozenset of str'),
        ({"aliases": "DSK102"}, 'DSK101: "aliases" takes a tuple of strings, not a str'),
        ({"check": 3}, 'DSK101: "check" takes a function or "module:name", not a int'),
        ({"options": dict}, 'DSK101: "options" takes a dataclass with its defaults filled in, not the class dict'),
    ],
)
def test_a_fact_of_a_wrong_type_is_told_and_nothing_raises(monkeypatch, facts, told):
    rule = replace(a_rule("DSK101"), **facts)
    gift = Gift(Giver("desk"), rules=(rule,))
    monkeypatch.setattr("copylint.kit.gifts", lambda **_: (*gifts(installed=False), gift))
    kit = assembled(installed=False)
    assert [failure.message for failure in kit.failures] == [f"plugin desk, copylint_rules: {told}"]
    assert rule not in kit.rules.values()


def test_a_folder_without_packs_and_a_pack_that_is_not_there_are_told(tmp_path):
    with pytest.raises(PackError, match="holds no packs"):
        pack_files(tmp_path)
    with pytest.raises(PackError, match="no such pack"):
        pack_files(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("text", "told"), [(b"[[rule", "this is not TOML"), (b"a = '\xff'", "this is not UTF-8"), (None, "can't be read")]
)
def test_a_pack_that_cannot_be_read_is_told(tmp_path, monkeypatch, text, told):
    path = tmp_path / "a.toml"
    path.write_bytes(text or b"")
    if text is None:
        monkeypatch.setattr("copylint.packs.open", failing, raising=False)
    with pytest.raises(PackError, match=told):
        assert read_packs([path])[0].table


def failing(*_):
    raise OSError(5, "Input/output error")


def an_installed_package(folder, entry_points):
    facts = folder / "desk-1.2.dist-info"
    facts.mkdir(parents=True)
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: desk\nVersion: 1.2\n")
    if entry_points is not None:
        (facts / "entry_points.txt").write_text(entry_points)
    (folder / "desk_rules.py").write_text("")


def test_an_installed_plugin_is_found_wherever_python_looks(tmp_path, monkeypatch):
    an_installed_package(tmp_path, "[copylint]\ndesk = desk_rules\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert [str(gift.giver) for gift in gifts()] == ["plugin copylint", "plugin desk 1.2"]


@pytest.mark.parametrize(
    ("entry_points", "is_one"),
    [
        (None, False),
        ("[console_scripts]\ndesk = desk:main\n", False),
        ("[console_scripts]\ncopylint = copylint.cli:command\n", False),
        ("[console_scripts]\ncopylint = copylint.cli:command\n[ copylint ]\ndesk = desk_rules\n", True),
    ],
)
def test_packages_that_say_they_are_no_plugins_are_passed_over(tmp_path, entry_points, is_one):
    an_installed_package(tmp_path, entry_points)
    assert _may_hold_plugins(str(tmp_path)) == is_one


def test_whatever_cannot_be_looked_into_may_hold_plugins(tmp_path):
    archive = tmp_path / "desk.zip"
    archive.write_bytes(b"")
    assert _may_hold_plugins(str(archive))
    assert not _may_hold_plugins(str(tmp_path / "nowhere"))
    assert _may_hold_plugins("x" * 5000)
    (tmp_path / "desk.egg-info" / "entry_points.txt").mkdir(parents=True)
    assert _may_hold_plugins(str(tmp_path))


def test_a_plugin_that_comes_or_goes_is_noticed_whatever_was_kept(tmp_path, monkeypatch):
    cache = Cache(str(tmp_path / "cache"))
    place = tmp_path / "place"
    place.mkdir()
    monkeypatch.syspath_prepend(place)
    for _ in range(2):
        assert len(gifts(cache=cache)) == 1
    an_installed_package(place, "[copylint]\ndesk = desk_rules\n")
    for _ in range(2):
        assert [gift.giver.name for gift in gifts(cache=cache)] == ["copylint", "desk"]
    points = place / "desk-1.2.dist-info" / "entry_points.txt"
    points.write_text("[console]\ndesk = desk_rules\n")
    assert len(gifts(cache=cache)) == 1
    points.write_text("[copylint]\ndesk = desk_rules\n")
    assert len(gifts(cache=cache)) == 2


def test_that_there_is_no_plugin_is_looked_up_once(tmp_path, monkeypatch):
    cache = Cache(str(tmp_path / "cache"))
    gifts(cache=cache)
    monkeypatch.setattr("copylint.plugins._may_hold_plugins", lambda _: pytest.fail("it is looked up again"))
    gifts(cache=cache)


def test_a_finder_of_another_kind_is_asked(tmp_path, monkeypatch):
    an_installed_package(tmp_path, "[copylint]\ndesk = desk_rules\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("copylint.plugins._may_hold_plugins", lambda _: False)
    assert len(gifts()) == 1

    class Finder:
        find_spec = find_distributions = staticmethod(lambda *_: ())

    monkeypatch.setattr("sys.meta_path", [*sys.meta_path, Finder])
    assert len(gifts()) == 2

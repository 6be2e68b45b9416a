"""Reading a pack: what is wrong is told by file, rule and key, and nothing is let through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli
from pattern_builder import a_rule, a_table, found, rules_of, swapped

from copylint.document import BlockKind
from copylint.errors import PackError
from copylint.patterns.loop import check_loops
from copylint.patterns.pack import check_unique, pack_rules
from copylint.rule import Confidence, Example, Fix, Quotes, Severity

_MANUAL = Path(__file__).parents[1] / "docs" / "packs.md"


def test_the_rule_of_the_manual_does_what_the_manual_says() -> None:
    table = tomli.loads(re.findall(r"```toml\n(.*?)```", _MANUAL.read_text("utf-8"), re.DOTALL)[0])
    (rule,) = pack_rules(table, path="desk.toml")
    assert rule.rule.code == "USE101"
    assert swapped(rule, "In contrary, it grew.") == [("In contrary", ("By contrast", "In contrast", "On the contrary"))]
    assert found(rule, "They moved in contrary directions. “In contrary, I say,” she said.") == []


def test_all_facts_are_read() -> None:
    bad = {"text": "A {word}", "format": "plain", "options": {"a": 1}, "style": "ap", "block": "headline"}
    rule = a_rule(
        severity="query",
        confidence="low",
        fix="safe",
        quotes="include",
        blocks=["headline", "caption"],
        since="1.2.3",
        styles=["ap"],
        preview=True,
        supersedes=["USE102"],
        aliases=["USE100"],
        bad=[bad, "{word}"],
    )
    facts = rule.rule
    assert (facts.severity, facts.confidence, facts.fix, facts.quotes) == (
        Severity.QUERY,
        Confidence.LOW,
        Fix.SAFE,
        Quotes.INCLUDE,
    )
    assert facts.blocks == {BlockKind.HEADLINE, BlockKind.CAPTION}
    assert (facts.since, facts.styles, facts.preview) == ("1.2.3", ("ap",), True)
    assert (facts.supersedes, facts.aliases) == (("USE102",), ("USE100",))
    assert facts.bad == (Example("A {word}", "plain", {"a": 1}, "ap", "headline"), "{word}")
    assert facts.check is None
    assert rule.path == "desk.toml"


def test_other_modules_keys_are_let_be_and_a_pack_may_hold_no_rules() -> None:
    assert pack_rules({"name": [], "knowledge": {}}, path="desk.toml") == ()


def _complaint(*tables: dict[str, object]) -> PackError:
    with pytest.raises(PackError) as error:
        rules_of(*tables)
    return error.value


def test_an_error_names_file_rule_and_key() -> None:
    error = _complaint(a_table(), a_table(code="USE102", name="other", serverity="error", severity=None))
    assert (error.path, error.rule, error.key) == ("desk.toml", "USE102", "serverity")
    assert str(error) == 'desk.toml: USE102: serverity: unknown key "serverity"; did you mean "severity"?'


@pytest.mark.parametrize("code", [None, 12, "use101"])
def test_a_rule_without_a_code_is_named_by_its_place(code: object) -> None:
    assert _complaint(a_table(), a_table(code=code, name="other")).rule == "rule 2"


def test_an_unknown_key_of_the_pack_is_told() -> None:
    with pytest.raises(PackError, match='unknown key "rules"; did you mean "rule"'):
        pack_rules({"rules": []}, path="desk.toml")


@pytest.mark.parametrize(
    ("keys", "key", "says"),
    [
        ({"kind": None, "patterns": ["a"]}, "kind", "is missing"),
        ({"kind": "existance"}, "kind", 'did you mean "existence"'),
        ({"swap": {"a": "b"}, "patterns": ["a"]}, "swap", "unknown key"),
        ({"summary": None}, "summary", "is missing"),
        ({"preview": "yes"}, "preview", "true or false"),
        ({"blocks": ["head-line"]}, "blocks", 'did you mean "headline"'),
        ({"blocks": []}, "blocks", "one kind of block or more"),
        ({"blocks": 3}, "blocks", "list of strings"),
        ({"bad": "A {word}."}, "bad", "list of examples"),
        ({"bad": ["{word}", 3]}, "bad", "example 2"),
        ({"bad": ["{word}", {"txt": "{word}"}]}, "bad 2", 'did you mean "text"'),
        ({"bad": ["{word}", {"text": "{word}", "block": "title"}]}, "bad 2", "is one of"),
        ({"bad": ["{word}"]}, "bad", "at least 2 bad"),
        ({"bad": ["{word", "{word}"]}, "bad", "position 0"),
        ({"good": ["A.", "B.", "C."]}, "good", "quotation marks"),
        ({"name": "No word"}, "name", "lower case"),
        ({"message": "{forms}"}, "message", "it tells {note}, {replacement}, {text}"),
        ({"case": "fold"}, "case", "is one of ignore, match"),
        ({"bounds": 1}, "bounds", "true or false"),
        ({"except": ["a("]}, "except", "position 2"),
        ({"except": ["a", "A"]}, "except", "stands twice"),
        ({"patterns": []}, "patterns", "either"),
        ({"patterns": ["a"], "entries": {"b": "c"}}, "patterns", "either"),
        ({"patterns": ["ab(c"]}, "patterns", 'pattern "ab(c": a bracket isn\'t closed at position 4'),
        ({"patterns": ["(?i)us"]}, "patterns", "not allowed"),
        ({"patterns": ["very", "Very"]}, "patterns", 'pattern "Very" stands twice'),
        ({"entries": {"a": 1}}, 'entries."a"', "a note is a string"),
        ({"entries": {"a": "x", "A": "y"}}, "entries", "stands twice"),
        ({"kind": "substitution"}, "swap", "at least one entry"),
        ({"kind": "substitution", "swap": {"a": 1}}, 'swap."a"', "takes a string"),
        ({"kind": "substitution", "swap": {"a": []}}, 'swap."a"', "takes a string"),
        ({"kind": "substitution", "swap": {"a": {"too": "b"}}}, 'swap."a".too', "unknown key"),
        ({"kind": "substitution", "swap": {"a": {"note": "b"}}}, 'swap."a".to', "is missing"),
        ({"kind": "substitution", "swap": {"a": "a"}}, 'swap."a"', "what it replaces"),
        ({"kind": "substitution", "swap": {"a": ["b", "b"]}}, 'swap."a"', "stands twice"),
        ({"kind": "substitution", "swap": {"(a)": r"\2"}}, 'swap."(a)"', "the pattern has 1 groups"),
        ({"kind": "substitution", "swap": {"(?:a)b": r"\1"}}, 'swap."(?:a)b"', "the pattern has no groups"),
        ({"kind": "substitution", "swap": {"a": "b\\n"}}, 'swap."a"', "position 1"),
        ({"kind": "substitution", "swap": {"a": "b\\"}}, 'swap."a"', "position 1"),
        ({"kind": "substitution", "swap": {"a": "b\\0"}}, 'swap."a"', "means nothing"),
        (
            {"kind": "substitution", "swap": {"web site": "website", "website": "Web site"}},
            "swap",
            "“web site” → “website” → “web site”",
        ),
        ({"kind": "repetition", "pattern": "(a)b"}, "pattern", "no groups of its own"),
        ({"kind": "repetition", "message": "{forms}"}, "message", "{first}"),
        ({"kind": "consistency"}, "either", "list of lists"),
        ({"kind": "consistency", "either": ["a", "b"]}, "either", "two patterns or more"),
        ({"kind": "consistency", "either": [["a"]]}, "either", "two patterns or more"),
        ({"kind": "consistency", "either": [["a", 1]]}, "either", "two patterns or more"),
        ({"kind": "consistency", "either": [["a", "b"], ["A", "c"]]}, "either", "stands twice"),
        ({"kind": "consistency", "either": [["a", "b"]], "minimum": 3}, "minimum", "no more than"),
        ({"kind": "occurrence", "pattern": "a", "max": 1}, "per", "is missing"),
        ({"kind": "occurrence", "pattern": "a", "per": "story"}, "max", "either"),
        ({"kind": "occurrence", "pattern": "a", "per": "story", "max": 1, "min": 1}, "max", "either"),
        ({"kind": "occurrence", "pattern": "a", "per": "story", "min": 0}, "min", "always reached"),
        ({"kind": "conditional", "first": "a", "second": "{1}"}, "second", '"first" has no groups'),
        ({"kind": "conditional", "first": "(a)", "second": "{1}("}, "second", "position"),
        ({"kind": "conditional", "first": "(a)", "second": "b", "where": "after"}, "where", "is one of"),
        ({"kind": "capitalization"}, "style", "either"),
        ({"kind": "capitalization", "style": "title", "forms": ["a"]}, "style", "either"),
        ({"kind": "capitalization", "allow": ["a"], "forms": ["a"]}, "allow", "goes with"),
        ({"kind": "capitalization", "forms": ["911"]}, "forms", "no letters"),
        ({"kind": "capitalization", "forms": ["Ab", "aB"]}, "forms", "stands twice"),
    ],
)
def test_what_is_wrong_in_a_rule_is_told(keys: dict[str, object], key: str, says: str) -> None:
    error = _complaint(a_table(**keys))
    assert (error.path, error.rule, error.key) == ("desk.toml", "USE101", key)
    assert says in str(error)


def test_escapes_of_another_case_are_other_patterns() -> None:
    assert found(a_rule(patterns=[r"\d\w", r"\d\W"], bounds=False), "1a 2 ") == ["1a", "2 "]


def test_a_code_a_name_and_an_alias_are_taken_once() -> None:
    for keys, key in (
        ({"name": "other"}, "code"),
        ({"code": "USE102"}, "name"),
        ({"code": "USE102", "name": "x", "aliases": ["USE101"]}, "aliases"),
    ):
        error = _complaint(a_table(), a_table(**keys))
        assert error.key == key
        assert "taken by USE101 (test-word)" in str(error)


def test_packs_are_held_against_each_other() -> None:
    one = pack_rules({"rule": [a_table()]}, path="one.toml")
    two = pack_rules({"rule": [a_table(name="other")]}, path="two.toml")
    with pytest.raises(PackError, match=r"two\.toml: USE101: code: .* in one\.toml"):
        check_unique([*one, *two])
    check_unique(one)


def _swaps(*rules: tuple[dict[str, object], list[str]]) -> list[dict[str, object]]:
    return [
        a_table(code=f"USE{number}", name=f"swap-{number}", kind="substitution", swap=swap, styles=styles)
        for number, (swap, styles) in enumerate(rules, 101)
    ]


def test_a_circle_over_several_rules_is_told() -> None:
    tables = _swaps(({"one": "two"}, []), ({"three": ["x", "One"]}, []), ({"Two": "three", "four": "one"}, []))
    error = _complaint(*tables)
    assert "(USE101 and USE103 and USE102): “one” → “Two” → “three” → “one”" in str(error)
    rules = [rule for table in tables for rule in pack_rules({"rule": [table]}, path="desk.toml")]
    with pytest.raises(PackError, match="circle"):
        check_loops(reversed(rules))


def test_a_chain_is_no_circle_nor_is_another_case_or_another_style() -> None:
    check_loops(
        rules_of(*_swaps(({"one": "two", "zero": ["two", "three"]}, []), ({"two": "three"}, []), ({"three": "four"}, [])))
    )
    check_loops(rules_of(*_swaps(({"javascript": "JavaScript"}, []), ({"a(?=b)": "c"}, []), ({"c": "a"}, []))))
    check_loops(rules_of(*_swaps(({"organise": "organize"}, ["oxford"]), ({"organize": "organise"}, ["guardian", "bbc"]))))
    check_loops(rules_of(a_table()))


def test_styles_that_go_together_can_make_a_circle() -> None:
    for styles in ([], ["ap", "bbc"]):
        assert "circle" in str(_complaint(*_swaps(({"organise": "organize"}, ["bbc"]), ({"organize": "organise"}, styles))))


def test_a_loop_met_on_the_way_is_told_from_wherever_it_is_entered() -> None:
    assert "“b” → “c” → “b”" in str(_complaint(*_swaps(({"a": "b", "b": "c", "c": "b"}, []))))

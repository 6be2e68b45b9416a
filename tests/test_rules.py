"""Looks at all rules at once: their facts, their voice, their examples."""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path

import pytest
import tomli
from builders import a_rule, marks_bad

from copylint import checks
from copylint.document import BlockKind
from copylint.facts import problems
from copylint.kit import assembled
from copylint.packs import builtin_folder, pack_files
from copylint.patterns.engine import PackChecker
from copylint.patterns.loop import check_loops
from copylint.patterns.pack import check_unique, pack_rules
from copylint.proof import doubts
from copylint.rule import Confidence, Example, Fix, Match, Severity
from copylint.spans import Span
from copylint.testing import failures

KIT = assembled(installed=False)
RULES = list(KIT.rules.values())
PACK_RULES = [rule for checker in KIT.checkers if isinstance(checker, PackChecker) for rule in checker.pack_rules]
PACKS = [path for path in pack_files(builtin_folder()) if "rule" in tomli.loads(path.read_text("utf-8"))]
FAMILIES = {"PUN", "USE", "GRM", "SPL", "NAM", "ATT", "QUO", "NUM", "SEN", "RES", "STY", "HED", "LNT"}
# Words that never stand in a message to an editor: they are ours, not the desk's.
OURS = re.compile(
    r"\b(?:lint\w*|violat\w*|invalid|illegal|tokens?|spans?|entit(?:y|ies)|mentions?|cues?|regex\w*|suppress\w*|baselines?|"
    r"confidence|false positives?|antecedents?|consider|should)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_hold(rule):
    assert failures(rule, KIT) == ()


@pytest.mark.parametrize("rule", [rule for rule in PACK_RULES if len(rule.spec.patterns) > 1], ids=lambda rule: rule.rule.code)
def test_every_entry_finds_what_is_made_from_it_and_not_its_own_replacement(rule):
    assert [str(doubt) for doubt in doubts(rule, KIT)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_facts_of_a_rule_are_whole(rule):
    assert problems(rule) == ()
    assert rule.family in FAMILIES
    assert set(rule.supersedes) <= KIT.rules.keys()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_message_speaks_like_a_desk(rule):
    plain = re.sub(r"\{\w+\}", "", rule.message)
    assert not OURS.search(plain)
    assert plain.strip()[-1:] in ".?!”" or rule.message.endswith("}")
    assert len(rule.message) <= 160


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.options is not None], ids=lambda rule: rule.code)
def test_options_are_a_frozen_dataclass_with_defaults(rule):
    assert is_dataclass(rule.options)
    assert rule.options == type(rule.options)()
    assert fields(rule.options)


def test_nothing_failed_to_load():
    assert KIT.failures == ()


def test_each_family_that_the_first_release_promises_has_a_rule_that_is_on():
    assert {rule.family for rule in RULES if not rule.preview} >= {"PUN", "USE", "GRM", "NAM", "ATT", "RES", "LNT"}


def test_sourcing_only_asks():
    assert {rule.code for rule in RULES if rule.family == "ATT" and rule.severity is not Severity.QUERY} <= {"ATT110", "ATT116"}


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_a_pack_stands_in_the_order_of_its_codes(path):
    codes = [rule["code"] for rule in tomli.loads(path.read_text("utf-8"))["rule"]]
    assert codes == sorted(codes)


def test_the_packs_do_not_clash_or_go_round_in_circles():
    rules = [rule for path in PACKS for rule in pack_rules(tomli.loads(path.read_text("utf-8")), path=str(path))]
    assert len(rules) > 20
    check_unique(rules)
    check_loops(rules)


def test_a_python_rule_has_a_file_of_its_own():
    files = [path for path in Path(checks.__file__).parent.rglob("*.py") if not path.name.startswith("_")]
    python = [rule for rule in RULES if rule.check is not None or rule.family == "LNT"]
    assert len(files) == len(python)


# The harness itself: an example that doesn't hold is told, in each way it can fail.


def told(**facts):
    rule = a_rule(**facts)
    return failures(rule, assembled_with(rule))


def assembled_with(rule):
    from copylint.linter import PythonChecker

    return replace(KIT, rules={**KIT.rules, rule.code: rule}, checkers=(*KIT.checkers, PythonChecker(rule)))


def test_examples_that_hold_say_nothing():
    assert told() == ()


def test_a_mark_that_is_not_found_is_told():
    (problem,) = told(bad=("A {bad => good} day.", "A {good} day."))
    assert "“good” is not found" in problem


def test_a_find_that_is_not_marked_is_told():
    (problem,) = told(bad=("A {bad => good} day.", "A {bad => good} and bad day."))
    assert "“bad” is found and not marked" in problem


def test_another_replacement_is_told():
    (problem,) = told(bad=("A {bad => good} day.", "A {bad => better} day."))
    assert "not “better” first" in problem


def test_a_good_example_that_is_marked_is_told():
    (problem,) = told(good=("A good day.", "“A bad day,” she said.", "A bad day."))
    assert "“bad” is found" in problem


def test_a_safe_fix_that_leaves_the_fault_is_told():
    def again(document):
        return [replace(match, replacements=("bad",)) for match in marks_bad(document)]

    (problem, *_) = told(check=again, fix=Fix.SAFE, bad=("A {bad => bad} day.", "So {bad}."))
    assert "after its safe fix" in problem


def test_a_rule_that_raises_is_told_once_an_example():
    def broken(_):
        raise KeyError("oh")

    assert all("KeyError" in problem or "is not found" in problem for problem in told(check=broken))


def test_a_rule_that_yields_something_else_is_told():
    assert any("yields a str" in problem for problem in told(check=lambda _: ["bad"]))
    assert any("past the end" in problem for problem in told(check=lambda _: [Match(Span(9_999, 10_000))]))


def test_an_example_can_be_of_a_format_a_block_and_with_options():
    bad = (Example("A {bad => good} day.", block="headline"), Example("A **{bad => good}** day.", format="markdown"))
    assert told(bad=bad, blocks=frozenset(BlockKind), good=("A good day.", "“A bad day,” she said.", "Good.")) == ()


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"format": "nope"}, "there is no format “nope”"),
        ({"options": {"x": 1}}, "the rule has no option “x”"),
        ({"block": "nope"}, "there is no kind of block “nope”"),
    ],
)
def test_an_example_that_names_what_is_not_there_is_told(wrong, problem):
    bad = ("A {bad => good} day.", Example("A {bad} night.", **wrong))
    good = ("A good day.", "“A bad day,” she said.", Example("Fine.", **wrong))
    assert told(bad=bad, good=good) == (f"example “A {{bad}} night.”: {problem}", f"example “Fine.”: {problem}")


@dataclass(frozen=True)
class Limit:
    limit: int = 1


def test_an_option_that_a_rule_with_options_does_not_have_is_told():
    def check(document, _):
        return marks_bad(document)

    bad = (Example("A {bad => good} day.", options={"limit": 2}), Example("So {bad => good}.", options={"x": 1}))
    assert told(check=check, options=Limit(), bad=bad) == ("example “So {bad => good}.”: the rule has no option “x”",)


def test_confidence_of_errors_is_never_low_unless_on_trial():
    low = [r.code for r in RULES if r.confidence is Confidence.LOW and r.severity is not Severity.QUERY and not r.preview]
    assert low == []

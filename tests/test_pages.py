"""The pages of the rules are made from the rules, and are those that lie in docs/rules."""

from __future__ import annotations

from processes import ROOT

from copylint.kit import assembled
from copylint.pages import pages

FOLDER = ROOT / "docs" / "rules"
PACK = """
[[rule]]
code = "ZZZ101"
name = "own-slips"
kind = "substitution"
severity = "warning"
confidence = "high"
fix = "unsafe"
preview = true
summary = "A slip | of ours."
rationale = "It is there to be shown."
message = "“{text}”: “{replacement}”?"
source = "house"
bad = ["A {slip1 => slop1} here.", "A {slip2 => slop2} here."]
good = ["A blared horn.", "“A blarfed horn,” she said.", "A gleam of light."]
[rule.swap]
"(?-i:also) also" = ["also", ""]
"bl(a|e)rf_ed" = 'bl\\1red'
"""


def test_the_pages_in_docs_are_those_of_the_rules():
    made = pages(assembled(installed=False))
    written = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()}
    assert written.keys() == made.keys(), "make docs"
    assert [name for name, text in made.items() if written[name] != text] == [], "make docs"


def test_a_newsroom_can_have_pages_of_its_own_rules(copy):
    own = PACK + "".join(f'"slip{number}" = "slop{number}"\n' for number in range(1, 20))
    desk = copy({"own.toml": own, "copylint.toml": 'packs = ["own.toml"]\n'})
    done = desk.command("rules", "--pages", "handbook/rules")
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith(" pages are written to handbook/rules\n")
    page = (desk.folder / "handbook" / "rules" / "ZZZ.md").read_text("utf-8")
    assert "# ZZZ (ZZZ)" in page
    assert "| [ZZZ101](#zzz101-own-slips) | Check, when chosen | A slip \\| of ours. |" in page
    assert "confidence high · 21 entries · fix unsafe. Source: house." in page
    assert "A {slip1 => slop1} here.\n" in page
    assert "| also also | also, (nothing) |" in page
    assert "| blarf\\_ed | blared |" in page
    assert "[ZZZ](ZZZ.md)" in (desk.folder / "handbook" / "rules" / "README.md").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_told(copy):
    desk = copy({"a.txt": ""})
    done = desk.command("rules", "--pages", "a.txt")
    assert done.status == 2
    assert "a.txt can't be written to" in done.err

"""The proof in a real browser: it loads nothing, goes wrong nowhere, fits its window, and obeys the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Page, browsing
from processes import ROOT, run_process

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
COPY = (
    """# Ferry </title><script>window.broken = 1</script> “late”

By Ann Lee

The boat was was late, & in contrary, the the 👩\u200d💻 stayed. </script><script>window.broken = 2</script>

قال قال المتحدث باسم الحكومة إن الوضع

The quay was in in use on on Monday, at at noon, for for an hour, by by the office. The end end came.

- """
    + "long" * 60
    + """ was was

Around 40 people were killed in Upper Tarn.
"""
)
FOCUS = "(document.activeElement.id || document.activeElement.className)"
OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll('.note')].map((note) => note.getBoundingClientRect());
  return boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom && box.left < boxes[i].right).length;
})()"""
CONTRASTS = """(() => {
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (colors) => {
    for (const color of colors) { context.fillStyle = color; context.fillRect(0, 0, 1, 1); }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (values) => {
    const [r, g, b] = values.map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
    const grounds = [];
    for (let at = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const ground = light(rgb(['#fff', ...grounds]));
    const ink = light(rgb(['#fff', ...grounds, getComputedStyle(element).color]));
    const ratio = (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05);
    if (ratio < 4.5) low.push([element.className || element.tagName, ratio]);
  }
  return low;
})()"""


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proof")
    (folder / "a.md").write_text(COPY, "utf-8")
    copied = folder / "b.txt"
    copied.write_bytes((ROOT / "examples" / "bridge-blast.txt").read_bytes())
    run_process(sys.executable, "-m", "copylint", ".", "--format", "html", "--output", "proof.html", cwd=folder)
    return folder / "proof.html"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browsing(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_it_fits_its_window_and_can_be_read(browser, proof, width, dark):
    browser.requests.clear()
    browser.open(proof, width=width, dark=dark)
    assert browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert browser.value(OVERLAPS) == 0
    assert browser.value(CONTRASTS) == []
    assert browser.value("window.broken") is None
    assert browser.errors == []
    assert browser.requests == [proof.as_uri()]


def test_notes_stand_beside_their_marks_in_a_wide_window_and_below_in_a_narrow_one(browser, proof):
    first = "document.querySelector('.note').getBoundingClientRect()"
    mark = "document.querySelector('mark').getBoundingClientRect()"
    browser.open(proof, width=1400)
    assert browser.value(f"{first}.left > {mark}.right && Math.abs({first}.top - {mark}.top) < 30")
    browser.open(proof, width=400)
    assert browser.value(f"{first}.top >= {mark}.bottom")


def test_j_and_k_go_from_mark_to_mark_and_tab_reaches_each(browser, proof):
    browser.open(proof)
    reached = []
    for key in "jjjkk":
        browser.press(key)
        reached.append(browser.value(FOCUS))
    assert reached == ["r1-1", "r1-2", "r1-3", "r1-2", "r1-1"]
    assert browser.value("document.getElementById('place').textContent").startswith("Mark 1 of ")
    browser.press("k")
    assert browser.value(FOCUS) == browser.value("[...document.querySelectorAll('.ref')].at(-1).id")
    browser.open(proof)
    count = browser.value("document.querySelectorAll('.ref').length")
    seen = set()
    for _ in range(4 * count + 12):
        browser.press("Tab")
        seen.add(browser.value(FOCUS))
    assert len({each for each in seen if each.startswith("r") and "-" in each}) == count


def test_the_focus_is_seen(browser, proof):
    browser.open(proof)
    browser.press("j")
    assert browser.value("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    assert browser.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_enter_leads_to_the_note_and_escape_back(browser, proof):
    browser.open(proof)
    browser.press("j")
    browser.press("Enter")
    assert browser.value(FOCUS) == "n1-1"
    browser.press("Escape")
    assert browser.value(FOCUS) == "r1-1"


def test_what_is_not_wanted_is_left_out(browser, proof):
    browser.open(proof)
    count = "[...document.querySelectorAll('.note')].filter((note) => note.checkVisibility()).length"
    before = browser.value(count)
    asked = browser.value("document.querySelectorAll('.note.ask').length")
    assert asked
    browser.value("document.querySelector('.filter').open = true")
    browser.value("document.querySelector('input[value=ask]').click()")
    assert browser.value(count) == before - asked
    assert browser.value("document.getElementById('place').textContent") == f"{before - asked} marks"
    assert browser.value("document.querySelectorAll('.ref.ask:not(.off), mark.ask:not(.off)').length") == 0
    browser.value("document.querySelector('input[value=GRM]').click()")
    assert browser.value("[...document.querySelectorAll('.note:not(.off)')].some((n) => n.dataset.family === 'GRM')") is False


def test_the_switch_goes_from_light_to_dark_and_is_kept(browser, proof):
    paper = "getComputedStyle(document.body).backgroundColor"
    browser.open(proof)
    light = browser.value(paper)
    browser.value("document.getElementById('theme').click()")
    dark = browser.value(paper)
    assert dark != light
    browser.open(proof)
    assert browser.value(paper) == dark
    assert browser.value("document.getElementById('theme').getAttribute('aria-pressed')") == "true"
    browser.value("localStorage.clear()")


def test_it_can_be_printed(browser, proof):
    browser.open(proof, dark=True)
    browser.prefer(dark=True, medium="print")
    assert browser.value("getComputedStyle(document.querySelector('.bar')).display") == "none"
    assert browser.value("getComputedStyle(document.querySelector('.note')).position") == "static"
    assert browser.value("getComputedStyle(document.body).color") == "rgb(31, 29, 26)"
    assert browser.printed().startswith(b"%PDF")


def test_without_its_script_all_of_it_can_be_read(browser, proof):
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(proof)
        hidden = "[...document.querySelectorAll('.note, .text')].filter((each) => !each.checkVisibility()).length"
        assert browser.value(hidden) == 0
        assert browser.value("getComputedStyle(document.querySelector('.bar')).display") == "none"
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)

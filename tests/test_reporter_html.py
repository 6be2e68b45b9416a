"""The proof as a page: what stands where in it, read with the standard library's parser of HTML."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import KNOWLEDGE, a_source
from reporter_example import a_finding, a_place, a_report, an_example
from test_reporter_any import reports

from copylint.analysis import analyse
from copylint.finding import Failure, FileReport, Original
from copylint.reporters.html import Html
from copylint.reporters.html_story import rows
from copylint.rule import Severity
from copylint.spans import LineIndex, Span

VOID = {"meta", "link", "input", "br"}
OURS = {
    *("html", "head", "meta", "link", "title", "style", "script", "body", "a", "header", "nav", "main", "section", "h1", "h2"),
    *("h3", "h4", "p", "div", "span", "strong", "mark", "button", "kbd", "output", "details", "summary", "fieldset", "legend"),
    *("label", "input", "ol", "ul", "li", "blockquote"),
}
NEVER = (
    *("lint", "violation", "invalid", "illegal", "token", "span", "entity", "mention", "cue", "regex", "suppress", "baseline"),
    *("confidence", "false positive", "antecedent", "consider", "should"),
)
HOSTILE = "He said </script><script>alert(1)</script> & \"x' <b on=y>was was</b> <!-- --> &lt; ]]> \u202e𐐀 👩\u200d💻 قال\n"
COPY = st.text(st.sampled_from("ab \n<>&\"'é𐐀\u202eق*_[](#`"), max_size=60)


@dataclass
class Element:
    """An element of a page, and what stands in it."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def all(self, tag: str = "", kind: str = "") -> list[Element]:
        found = []
        for each in self.children:
            if isinstance(each, Element):
                if tag in ("", each.tag) and (not kind or kind in each.classes):
                    found.append(each)
                found += each.all(tag, kind)
        return found


class Reader(HTMLParser):
    """Reads a page, and raises for one whose tags don't close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = [Element("")]

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), "an attribute stands twice"
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag):
        assert self.stack.pop().tag == tag

    def handle_data(self, data):
        self.stack[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


def page(report) -> Element:
    text = Html().render(report, color=True, quiet=True)
    assert text.startswith("<!DOCTYPE html>\n")
    reader = Reader()
    reader.feed(text)
    reader.close()
    (root,) = reader.stack
    check(root)
    return root


def check(root: Element) -> None:
    """What holds for every page."""
    everything = root.all()
    assert {each.tag for each in everything} <= OURS
    ids = Counter(each.attributes["id"] for each in everything if "id" in each.attributes)
    assert not ids or max(ids.values()) == 1
    for each in everything:
        assert not [key for key in each.attributes if key.startswith("on") or key in ("style", "src", "action")]
        for key in ("aria-labelledby", "aria-controls"):
            assert each.attributes.get(key) is None or each.attributes[key] in ids
        if "href" in each.attributes:
            assert each.attributes["href"] == "data:," or each.attributes["href"].removeprefix("#") in ids
        if each.tag == "button":
            assert each.attributes["type"] == "button"
            assert each.attributes.get("aria-label") or each.text.strip()
    assert len(root.all("script")) == len(root.all("style")) == len(root.all("main")) == len(root.all("h1")) == 1


def checked(text: str, *marked: str, path: str = "a.txt"):
    """A report of a finding at the first place of each of some words in a text, which its file holds."""
    index = LineIndex.of(text)
    findings = []
    for words in marked:
        span = Span(text.index(words), text.index(words) + len(words))
        place = {"start": index.position(span.start), "end": index.position(span.end)}
        findings.append(replace(a_finding(excerpt=False, path=path), text=words, span=span, **place))
    document = analyse(a_source(text), KNOWLEDGE)
    return replace(a_report(*findings), original=lambda _: Original(document))


def test_a_mark_stands_in_the_text_with_its_note_beside_it():
    root = page(checked("Head\n\nThe boat was was late. It rained.\n", "was was"))
    (row,) = root.all("div", "marked")
    (text,) = row.all("p", "text")
    assert text.text == "The boat was was1 late. It rained."
    assert "".join(mark.text for mark in text.all("mark")) == "was was"
    (note,) = row.all("div", "note")
    assert note.all("strong")[0].text == "Correct"
    assert note.all("p", "message")[0].text == "Full stop in mid-sentence. Delete it?"
    assert (note.attributes["data-severity"], note.attributes["data-family"]) == ("correct", "PUN")


def test_the_whole_story_is_there_with_its_parts():
    root = page(checked("Ferry is late\n\nBy Ann Lee\n\nThe boat was was late.\n\nIt rained.\n", "was was"))
    texts = root.all("", "text")
    assert [each.text for each in texts] == ["Ferry is late", "By Ann Lee", "The boat was was1 late.", "It rained."]
    assert texts[0].tag == "h3"
    assert [each.text for each in root.all("span", "gutter")] == ["", "", "1", "2"]


def test_marks_that_overlap_both_have_their_words_and_numbers():
    (text,) = page(checked("H\n\nOne two three four.\n", "One two", "two three")).all("p", "text")
    assert [(mark.text, mark.attributes["data-marks"]) for mark in text.all("mark")] == [
        ("One ", "1-1"),
        ("two", "1-1 1-2"),
        (" ", "1-2"),
        ("three", "1-2"),
    ]
    assert text.text == "One two1 three2 four."


def test_a_mark_over_two_parts_has_words_in_both_and_one_note():
    report = checked("Head\n\nThe boat was late\n\nIt was not here.\n", "late\n\nIt was")
    root = page(report)
    assert [mark.text for mark in root.all("mark")] == ["late", "It ", "was"]
    assert len(root.all("div", "note")) == len(root.all("button", "ref")) == 1


def test_a_place_between_letters_is_a_point():
    (text,) = page(checked("The end is near now.\n", "")).all("", "text")
    assert [mark.classes for mark in text.all("mark")] == [["point", "correct"]]


@pytest.mark.parametrize("words", ["  ", "twice.  It", "pays "])
def test_spaces_at_the_end_of_a_mark_are_no_point(words):
    (text,) = page(checked("It pays twice.  It rains.\n", words)).all("", "text")
    assert "".join(mark.text for mark in text.all("mark")) == words
    assert not text.all("mark", "point")


def test_mark_up_is_not_shown_and_marks_keep_their_words(copy):
    desk = copy({"a.md": "# Head\n\nA [link](http://x.y) &amp; **was** was. It rained **on on** us &amp;amp;.\n"})
    desk.command("a.md", "--format", "html", "--output", "a.html", "--select", "GRM101")
    reader = Reader()
    reader.feed((desk.folder / "a.html").read_text("utf-8"))
    (text,) = reader.stack[0].all("p", "text")
    assert text.text == "A link & was was1. It rained on on2 us &amp;."
    assert [mark.text for mark in text.all("mark")] == ["was ", "was", "on ", "on"]


def test_each_severity_and_family_can_be_left_out():
    root = page(an_example())
    boxes = [(box.attributes["data-key"], box.attributes["value"]) for box in root.all("input")]
    assert boxes[:3] == [("severity", "correct"), ("severity", "check"), ("severity", "ask")]
    notes = root.all("div", "note")
    assert {value for key, value in boxes if key == "family"} == {note.attributes["data-family"] for note in notes}
    assert "Punctuation 4" in [label.text.strip() for label in root.all("label")]


def test_replacements_other_places_and_reasons_stand_in_the_note():
    finding = a_finding(replacements=("delay had",), related=(a_place("quays", "named here"),), note="House style, stops.")
    (note,) = page(a_report(finding)).all("div", "note")
    assert note.all("p", "try")[0].text == "Try “delay had”"
    assert [each.text for each in note.all("p", "more")] == ["House style, stops.", "also line 3: “quays”, named here"]
    assert note.all("details")[0].text == "Why?Why.\nHouse rule."


def test_an_article_is_never_mark_up():
    root = page(checked(HOSTILE, "was was", path='"><script>alert(3)</script>.txt'))
    assert len(root.all("script")) == 1
    (text,) = root.all("", "text")
    assert text.text == HOSTILE.strip().replace("\u202e", r"\u202e").replace("was was", "was was1")
    assert text.attributes["dir"] == "auto"
    assert "<script>alert(3)" in root.all("h2")[0].text


@given(copy=COPY, data=st.data())
def test_all_of_a_text_is_shown_once_whatever_is_marked(copy, data):
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(copy)), st.integers(0, len(copy))), max_size=4))
    index = LineIndex.of(copy)
    spans = sorted({Span(min(cut), max(cut)) for cut in cuts})
    findings = tuple(
        replace(
            a_finding(excerpt=False, path="a.txt"),
            text=span.of(copy),
            span=span,
            start=index.position(span.start),
            end=index.position(span.end),
        )
        for span in spans
    )
    file = FileReport("a.txt", findings)
    document = analyse(a_source(copy), KNOWLEDGE)
    made = rows(file, Original(document))
    shown = [row.text for row in made if row.part != "outside"]
    assert shown == [block.span.of(copy) for block in document.blocks]
    firsts = [mark.number for row in made for mark in row.marks if mark.is_first]
    assert sorted(firsts) == list(range(1, len(findings) + 1))
    assert sorted(mark.number for row in made for mark in row.marks if mark.is_last) == sorted(firsts)
    if findings:
        root = page(replace(a_report(*findings), original=lambda _: Original(document)))
        for number in root.all("button", "ref"):
            number.children.clear()
        texts = [each.text for each in root.all("", "text") if "outside" not in each.classes]
        assert texts == [re.sub(r"\r\n?|[\n\t]", " ", text).replace("\u202e", r"\u202e") for text in shown]


@given(report=reports())
def test_any_report_is_a_sound_page_with_a_note_for_each_finding(report):
    root = page(report)
    assert len(root.all("div", "note")) == len(root.all("button", "ref")) == len(report.findings)


def test_a_file_that_has_changed_shows_the_paragraphs_with_marks():
    root = page(a_report(a_finding(), a_finding("town")))
    assert len(root.all("p", "partly")) == 1
    assert [each.text[:17] for each in root.all("p", "text")] == ["The harbour board"]


def test_files_without_marks_and_failures_are_named():
    report = replace(a_report(failures=(Failure("b.md", "it isn’t UTF-8"),)), files=(FileReport("a.md"),))
    text = [each.text for each in page(report).all("section", "rest")]
    assert [" ".join(each.split()) for each in text] == ["Nothing to mark a.md", "Could not be done b.md: it isn’t UTF-8"]
    assert not page(report).all("nav")


def test_several_articles_are_listed():
    nav = page(a_report(a_finding(), a_finding(path="b.md"))).all("nav", "contents")[0]
    assert [link.text for link in nav.all("a")] == ["b.md", "stories/harbour.md"]


def test_there_are_landmarks_and_names_for_who_does_not_see_the_page():
    root = page(an_example())
    assert [nav.attributes["aria-label"] for nav in root.all("nav")] == ["Marks", "Articles"]
    assert len(root.all("header")) == 1
    for ref in root.all("button", "ref"):
        assert re.match(r"Mark \d+, (?:Correct|Check|Ask): ", ref.attributes["aria-label"])
    for note in root.all("div", "note"):
        assert (note.attributes["role"], note.attributes["tabindex"]) == ("note", "-1")
    assert root.all("output")[0].attributes["aria-live"] == "polite"
    assert root.all("html")[0].attributes["lang"] == "en"


def test_the_page_needs_no_network_and_runs_nothing_but_its_own_script():
    text = Html().render(an_example(), color=False, quiet=False)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert not re.search(r"(?:src|href)=\"(?!#|data:,)|@import|url\(", text)


def test_it_speaks_as_a_desk_does():
    root = page(an_example())
    for each in (*root.all("script"), *root.all("style")):
        each.children.clear()
    words = root.text + " ".join(filter(None, (each.attributes.get("aria-label") for each in root.all())))
    assert [word for word in NEVER if re.search(rf"\b{word}", words, re.IGNORECASE)] == []


@pytest.mark.parametrize("severity", list(Severity))
def test_a_question_is_no_correction(severity):
    (note,) = page(a_report(a_finding(severity=severity))).all("div", "note")
    assert note.all("strong")[0].text == severity.label

"""ninjs: which strings are copy, and where each character of them stands behind escapes and entities."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_reader_html import ways as html_ways
from written import PARAGRAPHS, Writer, agrees

from copylint.document import Source
from copylint.errors import ReadError
from copylint.readers.json_text import Object, Text, parsed
from copylint.readers.ninjs import NinjsReader
from copylint.readers.together import together

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def read(item: object) -> list[Source]:
    return list(NinjsReader().read("a.json", json.dumps(item)))


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.prose)) for block in source.blocks]


def plain(value: object) -> object:
    """What was parsed as `json` gives it."""
    if isinstance(value, Object):
        return {key: plain(each) for key, each in value.members}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.value if isinstance(value, Text) else json.loads(str(value))


def json_ways(text: str) -> list[str]:
    """How a string of JSON may write a text."""
    units = text.encode("utf-16-be")
    codes = "".join(f"\\u{units[at]:02x}{units[at + 1]:02X}" for at in range(0, len(units), 2))
    own = json.dumps(text, ensure_ascii=False)[1:-1]
    return [own, own, json.dumps(text)[1:-1], codes, own.replace("/", "\\/")]


@st.composite
def items(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.markup('{"uri" :\r\n"a", "type": "text", "headlines": [{"value": 3}], "body_text": "x", "body_html" : "')
    for text in draw(PARAGRAPHS):
        name = writer.some("p", "h2", "li")
        writer.markup(json.dumps(f'<{name} class="x">')[1:-1])
        writer.text(
            text,
            lambda letter: [way for html in html_ways(letter) for way in json_ways(html)],
            ("", "", "", "<b>", "<\\/b>", "<!-- \\u0063 -->", "&shy;"),
        )
        writer.markup(json_ways(f"</{name}>\n")[draw(st.integers(0, 4))])
    writer.markup('", "x": [1, {"y": null}]}\n')
    return writer


@st.composite
def plain_items(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.markup('[{"bodies": [{"role": "main", "value": "')
    texts = [text.replace("&", "x").replace("<", "y") for text in draw(PARAGRAPHS)]
    spaces = [" ", "\\u0020  ", *(["\\n", "\\r\\n"] if len(texts) > 1 else [])]  # of one text alone, each line is a paragraph
    for text in texts:
        writer.text(text, lambda letter: json_ways(letter) if letter != " " else spaces)
        writer.markup(writer.some("\\n\\n", "\\r\\n \\r\\n"))
    writer.markup('\\n\\n"}]}]')
    return writer


@given(st.one_of(items(), plain_items()))
def test_each_character_is_read_once_and_stands_at_its_place(writer: Writer) -> None:
    agrees(writer, together(NinjsReader().read("a.json", writer.raw)))


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_any_json_is_read_as_json_is(value: object, indent: int | str | None, is_ascii: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    assert plain(parsed("a", text)) == json.loads(text)


@given(st.text('[]{}:,"\\ntrue01.e- u\n', max_size=30))
def test_what_json_refuses_is_refused(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        with pytest.raises(ReadError, match=r"^it is damaged at "):
            parsed("a", text)
    else:
        parsed("a", text)


def test_version_1() -> None:
    picture = {"type": "picture", "description_text": "A ferry.", "headline": "no"}
    story = {"type": "text", "uri": "c", "headline": "Other", "body_text": "Two."}
    item = {
        "uri": "a",
        "language": "en-GB",
        "body_text": "One more and more line.",
        "body_xhtml": "<p>One &amp; a line.</p>",
        "headline": "Ferry shut",
        "byline": "Ann Lee",
        "slugline": "no",
        "ednote": "no",
        "description_text": "Sum",
        "associations": {"featured": picture, "more": story, "odd": 3},
    }
    first, second = read(item)
    assert blocks(first) == [
        ("headline", "Ferry shut"),
        ("standfirst", "Sum"),
        ("byline", "Ann Lee"),
        ("paragraph", "One & a line."),
        ("caption", "A ferry."),
    ]
    assert (first.item, first.language, second.item) == ("a", "en-GB", "c")
    assert blocks(second) == [("headline", "Other"), ("paragraph", "Two.")]


def test_versions_2_and_3() -> None:
    item = {
        "uri": "a",
        "title": "no",
        "headlines": [{"role": "main", "value": "Top"}, {"role": "web", "value": "Top"}, {"role": "seo", "value": "Top two"}],
        "by": "Ann Lee",
        "descriptions": [{"value": "Sum"}],
        "bodies": [{"contentType": "text/plain", "value": "One and one and one."}, {"value": "<p>One</p>"}],
        "associations": [{"name": "a", "type": "picture", "descriptions": [{"value": "Cap"}]}],
    }
    (source,) = read(item)
    assert blocks(source) == [
        ("headline", "Top"),
        ("headline", "Top two"),
        ("standfirst", "Sum"),
        ("byline", "Ann Lee"),
        ("paragraph", "One"),
        ("caption", "Cap"),
    ]


def test_lines_of_plain_text_are_paragraphs_where_no_line_is_empty() -> None:
    assert [text for _, text in blocks(read({"body_text": "One\nTwo\nThree"})[0])] == ["One", "Two", "Three"]
    assert [text for _, text in blocks(read({"body_text": "One\nTwo\n\nThree"})[0])] == ["One Two", "Three"]


@pytest.mark.parametrize(
    "item",
    [
        {"headline": 3}, {"headlines": "x"}, {"headlines": [3, None, [], {}]}, {"bodies": {"a": {"value": 3}, "b": "c"}},
        {"headline": None, "associations": 3}, {"body_text": ["a"]}, {"headline": "a", "associations": [[], "b", {"type": 3}]},
        {"headline": "\ud800 \udc00\ud800"}, {"body_html": "\0"}, {"language": 3, "by": {}, "uri": [], "body_text": ""},
    ],
)  # fmt: skip
def test_members_of_other_types_are_passed_over(item: object) -> None:
    for source in read(item):
        source.prose.encode()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("", "it is damaged at 1:1: a value is due here"),
        ('{"headline": "a', "it is damaged at 1:14: a value is due here"),
        ('{"headline":\r\n "a"', "it is damaged at 2:5: , or the end of what is open is due here"),
        ('{"headline": "a"} x', "it is damaged at 1:19: the end of the file is due here"),
        ('{"headline": "\\x"}', "it is damaged at 1:14: a value is due here"),
        ("{1: 2}", "it is damaged at 1:2: a name in quotation marks or } is due here"),
        ("[" * 1_000_000, "it is damaged at 1:501: more than 500 parts lie inside one another"),
        ('{"a":' * 1_000_000, "it is damaged at 1:2501: more than 500 parts lie inside one another"),
        ("[]", "it is JSON, but holds no item of ninjs: a headline, a body or a description"),
        ('"It was the the end."', "it is JSON, but holds no item of ninjs: a headline, a body or a description"),
        ('{"name": "package"}', "it is JSON, but holds no item of ninjs: a headline, a body or a description"),
        ("<nitf/>", "it is damaged at 1:1: a value is due here"),
    ],
)
def test_damaged_and_hostile_files_are_refused(raw: str, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        NinjsReader().read("a.json", raw)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "raw", ['"' + "\\u0061" * 200_000, '["' * 200_000, '{"headline":"' + "\\" * 300_001, "[" + "1," * 200_000]
)
def test_hostile_files_take_little_time(raw: str) -> None:
    started = time.process_time()
    with suppress(ReadError):
        NinjsReader().read("a.json", raw)
    assert time.process_time() - started < 30  # a tenth of that, or less, without what measures coverage


def test_a_story_nested_in_stories_ends() -> None:
    item: dict[str, object] = {"headline": "a"}
    for _ in range(100):
        item = {"headline": "a", "associations": [item]}
    assert len(read(item)) == 9


def test_findings_are_placed_and_mended_only_where_that_is_exact(copy) -> None:
    raw = (
        '{"headline": "Top",\r\n "body_text": "It was the the end of \\u006ff of of it. A caf\\u00e9 is is open, it it\\n"}\r\n'
    )
    desk = copy({"a.json": raw, "package.json": '{"name": "the the", "description": "the the"}'})
    done = desk.run("--select", "GRM101", "--format", "jsonl")
    first = done.findings[0]
    assert (first["line"], first["column"], first["text"]) == (2, 23, "the the")
    assert desk.run("--select", "GRM101", "--fix", "--unsafe-fixes").status == 1
    mended = (desk.folder / "a.json").read_bytes().decode()
    assert json.loads(mended)["headline"] == "Top"
    assert mended == raw.replace("the the", "the").replace("is is", "is").replace("it it", "it")


def test_json_that_is_no_news_is_told_where_it_is_named(copy) -> None:
    desk = copy({"package.json": '{"name": "the the"}', "a.txt": "Ha.\n"})
    assert desk.run().status == 0
    done = desk.command("package.json")
    assert (done.status, done.err) == (
        3,
        "copylint: package.json: it is JSON, but holds no item of ninjs: a headline, a body or a description\n",
    )

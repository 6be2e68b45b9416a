"""The news formats in XML: NITF, NewsML-G2, WordPress exports."""

from __future__ import annotations

import time
from contextlib import suppress
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_reader_html import ways as html_ways
from written import PARAGRAPHS, Writer, agrees

from copylint.document import Source
from copylint.errors import ReadError
from copylint.readers.together import together
from copylint.readers.xml import XmlReader
from copylint.spans import SegmentMap, Span

PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\r\n'


def read(raw: str) -> list[Source]:
    found = XmlReader().read("a.xml", raw)
    return [found] if isinstance(found, Source) else list(found)


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(source.prose)) for block in source.blocks]


def xml_ways(letter: str) -> list[str]:
    return html_ways(letter) if letter not in ">" else ["&gt;"]


def escaped_ways(letter: str) -> list[str]:
    """How XML may write the HTML of a character."""
    return [escape(way, quote=False) for way in html_ways(letter)]


@st.composite
def wires(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.markup(
        PROLOG + writer.some("", "<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'>\r\n") + "<nitf><head><title>No</title></head><body>"
    )
    for text in draw(PARAGRAPHS):
        name = writer.some("p", "hl2", "li", "media-caption", "bq")
        writer.markup(f"<{name}{writer.some('', chr(10) + 'x=' + chr(34) + '<p>' + chr(34))}>")
        writer.text(text, xml_ways, ("", "", "", "<!-- c -->", "<em></em>", "<person x='>'/>", "<?x y?>", "<![CDATA[]]>"))
        writer.markup(f"</{name}>\r\n")
    writer.markup("</body></nitf>\r\n")
    return writer


@st.composite
def exports(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.markup(f'{PROLOG}<rss xmlns:content="c"><channel><title>Site</title><language>en</language>\r\n')
    for text in draw(PARAGRAPHS):
        opens, closes, way = draw(st.sampled_from([("<![CDATA[", "]]>", html_ways), ("", "", escaped_ways)]))
        tag = (lambda each: each) if opens else (lambda each: escape(each, quote=False))
        writer.markup(f"<item><content:encoded>{opens}{tag('<!-- wp:paragraph -->' + chr(10) + '<p>')}")
        writer.text(text, way, tuple(map(tag, ("", "", "", "<b>", "</b>", "<!-- c -->", "&shy;"))))
        writer.markup(f"{tag('</p>')}{closes}</content:encoded></item>\n")
    writer.markup("</channel></rss>")
    return writer


@st.composite
def messages(draw: st.DrawFn) -> Writer:
    writer = Writer(draw)
    writer.markup(f"{PROLOG}<newsMessage><itemSet>\n")
    for text in draw(PARAGRAPHS):
        writer.markup("<newsItem guid='a'><contentMeta><headline>")
        writer.text(text, xml_ways, ("", "<!-- c -->"))
        opens, closes = draw(
            st.sampled_from(
                [
                    (
                        "<inlineXML><html xmlns='x'><head><title>No</title></head><body><h:p>",
                        "</h:p></body></html></inlineXML>",
                    ),
                    ("<inlineXML><nitf><body><p>", "</p></body></nitf></inlineXML>"),
                ]
            )
        )
        writer.markup(f"</headline></contentMeta><contentSet>{opens}")
        writer.text(text, xml_ways, ("", "", "<em></em>"))
        writer.markup(f"{closes}</contentSet></newsItem>\n")
    writer.markup("</itemSet></newsMessage>")
    return writer


@given(st.one_of(wires(), exports(), messages()))
def test_each_character_is_read_once_and_stands_at_its_place(writer: Writer) -> None:
    agrees(writer, together(read(writer.raw)))


NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-US"><head><docdata><ed-msg info="x"/></docdata></head>
<body><body.head><hedline><hl1>Ferry shut</hl1><hl2>It sank</hl2></hedline><note>Hold</note>
<byline>By <person>Ann Lee</person></byline><dateline><location>York</location></dateline>
<abstract><p>A ferry.</p></abstract></body.head>
<body.content><block class="lead_paragraph"><p>One.</p></block><p>One &amp; a <em>half</em> in <lang iso="fr">ville</lang>.</p>
<hl2>Sub</hl2><media><media-reference/><media-caption>Cap</media-caption><media-producer>Bo</media-producer></media>
<ul><li>item</li></ul><bq><p>quoted</p><credit>He</credit></bq></body.content>
<body.end><tagline>end</tagline></body.end></body></nitf>
"""


def test_the_parts_of_nitf_have_their_kinds() -> None:
    (source,) = read(NITF)
    assert blocks(source) == [
        ("headline", "Ferry shut"),
        ("standfirst", "It sank"),
        ("byline", "By Ann Lee"),
        ("dateline", "York"),
        ("standfirst", "A ferry."),
        ("paragraph", "One & a half in \ufffc."),
        ("subhead", "Sub"),
        ("caption", "Cap"),
        ("credit", "Bo"),
        ("list-item", "item"),
        ("block-quote", "quoted"),
        ("credit", "He"),
        ("credit", "end"),
    ]
    assert {block.language for block in source.blocks} == {"en-US"}
    assert source.format == "nitf"


NEWSML = """<newsItem guid="urn:1" xml:lang="en-GB"><itemMeta><title>No</title><edNote>No</edNote></itemMeta><contentMeta>
<headline>Ferry &lt;shut&gt;</headline><headline role="x:short">Shut</headline><by>Ann Lee</by><slugline>no</slugline>
<description role="drol:caption">Cap</description><description role="drol:summary">Sum</description></contentMeta><contentSet>
<inlineData contenttype="text/plain">Once again.</inlineData><inlineXML contenttype="application/xhtml+xml">
<html><head><title>No</title></head><body><h1>Sub</h1><p>One &amp; two.</p></body></html></inlineXML>
<remoteContent href="x"/></contentSet></newsItem>"""


def test_the_parts_of_newsml_have_their_kinds() -> None:
    (source,) = read(NEWSML)
    assert blocks(source) == [
        ("headline", "Ferry <shut>"),
        ("byline", "Ann Lee"),
        ("caption", "Cap"),
        ("standfirst", "Sum"),
        ("subhead", "Sub"),
        ("paragraph", "One & two."),
    ]
    assert (source.item, source.language) == ("urn:1", "en-GB")


def test_the_headline_of_a_newsml_item_is_read_once() -> None:
    inner = "<nitf><body><hedline><hl1>Top</hl1></hedline><p>One.</p></body></nitf>"
    (source,) = read(
        f"<newsItem><contentMeta><headline>Top</headline></contentMeta><contentSet><inlineXML>{inner}</inlineXML></contentSet>"
        "</newsItem>"
    )
    assert blocks(source) == [("headline", "Top"), ("paragraph", "One.")]


WXR = """<rss version="2.0"><channel><title>Site</title><description>No</description><language>en-GB</language>
<item><title>Ferry &amp;amp; bridge</title><description></description><content:encoded><![CDATA[One
more line.

Second.[caption id="a" width="3"]<img src="x"/> A cap[/caption][gallery ids="1"] He said “[the] sea”[sic].
<!-- wp:code --><pre>no</pre><!-- /wp:code -->
<!-- wp:heading --><h2>Sub</h2>[embed]http://a.b[/embed]]]></content:encoded><excerpt:encoded><![CDATA[Sum]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<wp:comment><wp:comment_content>no</wp:comment_content></wp:comment></item>
<item><title>a.jpg</title><excerpt:encoded>Cap</excerpt:encoded><wp:post_id>8</wp:post_id><wp:status>inherit</wp:status>
<wp:post_type>attachment</wp:post_type></item>
<item><title>Menu</title><wp:post_type>nav_menu_item</wp:post_type></item>
<item><title>Gone</title><wp:status>trash</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""


def test_each_post_of_an_export_is_a_story() -> None:
    post, picture = read(WXR)
    assert blocks(post) == [
        ("headline", "Ferry & bridge"),
        ("standfirst", "Sum"),
        ("paragraph", "One more line."),
        ("paragraph", "Second."),
        ("caption", "A cap"),
        ("paragraph", "He said “[the] sea”[sic]."),
        ("subhead", "Sub"),
    ]
    assert (post.item, post.language, picture.item) == ("7", "en-GB", "8")
    assert blocks(picture) == [("caption", "Cap")]
    segments = SegmentMap(post.segments)
    assert segments.raw(Span(6, 7)).of(post.raw) == "&amp;amp;"


def test_items_of_a_feed_are_stories() -> None:
    (source,) = read(
        "<rss><channel><item><title>Top</title><description>&lt;p&gt;One.&lt;p&gt;Two.</description></item></channel></rss>"
    )
    assert blocks(source) == [("headline", "Top"), ("paragraph", "One."), ("paragraph", "Two.")]


def test_findings_of_several_stories_are_told_with_their_item(copy) -> None:
    story = "<item><guid>{}</guid><title>Top</title><content:encoded>It was the the end.</content:encoded></item>"
    desk = copy(
        {"a.xml": f"<rss><channel>\n{story.format('a')}\n{story.format('b')}\n</channel></rss>\n", "pom.xml": "<project/>"}
    )
    done = desk.run("--select", "GRM101", "--format", "jsonl")
    assert [(each["item"], each["line"], each["text"]) for each in done.findings] == [("a", 2, "the the"), ("b", 3, "the the")]
    assert desk.run("--select", "GRM101", "--fix", "--unsafe-fixes").status == 0
    assert (desk.folder / "a.xml").read_text().count("It was the end.") == 2


def test_other_xml_is_passed_over_in_folders_and_told_where_it_is_named(copy) -> None:
    desk = copy({"pom.xml": "<?xml version='1.0'?><!-- the the --><project>the the</project>", "a.txt": "Ha.\n"})
    assert desk.run().status == 0
    done = desk.command("pom.xml")
    assert (done.status, done.err.count("<project>, which copylint doesn't read")) == (3, 1)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("<nitf><body>", "it is damaged at 1:13: <body> is never closed"),
        ("<nitf><body></nitf>", "it is damaged at 1:13: </nitf> stands where </body> is to"),
        ("<nitf>&x;</nitf>", "it is damaged at 1:7: &x; stands for nothing that copylint knows"),
        ("<nitf>\r\n<p>a & b</p></nitf>", "it is damaged at 2:6: a bare & stands here, where it is written &amp;"),
        ("<rss><item><", "it is damaged at 1:12: a < stands here that opens nothing: as text it is written &lt;"),
        ("<rss><item><a b='", "it is damaged at 1:12: a tag opens here and never ends"),
        ("<rss></rss><rss></rss>", "it is damaged at 1:12: a second element stands beside the outermost one"),
        ("", "it is damaged at 1:1: no element opens here"),
        ("It was the the end.", "it is damaged at 1:1: no element opens here"),
        ("{}", "it is damaged at 1:1: no element opens here"),
        ('<!DOCTYPE a [<!ENTITY b "bb">]><nitf>&b;</nitf>', "it is damaged at 1:1: it declares entities of its own"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss>&b;</rss>', "it is damaged at 1:1: it declares"),
        ("<nitf>" + "<p>" * 1_000_000, "line 1: more than 500 parts lie inside one another here"),
        ("<rss>" + "<item>" * 1_000_000, "it is damaged at 1:3000: more than 500 elements lie inside one another"),
        ("<newsItem><contentSet><inlineXML><p></inlineXML></contentSet></newsItem>", "it is damaged at 1:37: </inlineXML>"),
    ],
)  # fmt: skip
def test_damaged_and_hostile_files_are_refused(raw: str, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(raw)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    "raw",
    [
        "<!--a-->" * 500, " " * 4000, "<?a?>" * 800 + "!", "<rss>" + "<item/>" * 50_000, "<rss>" + "<![CDATA[" * 100_000,
        "<nitf>" + "</p>" * 100_000, "<nitf>" + "&amp;" * 100_000 + "</nitf>", "<rss><item><title>" + "[a b=" * 100_000,
        "<rss><item><content:encoded>" + "[embed]" * 100_000 + "</content:encoded></item></rss>",
        "<rss><item><content:encoded>" + "[caption]" * 50_000 + "</content:encoded></item></rss>",
        "<rss><item><content:encoded><![CDATA[" + "<b>" * 400 + "</b>" * 100_000 + "]]></content:encoded></item></rss>",
    ],
    ids=range(11),
)  # fmt: skip
def test_hostile_files_take_little_time(raw: str) -> None:
    started = time.process_time()
    with suppress(ReadError):
        read(raw)
    assert time.process_time() - started < 30  # a tenth of that, or less, without what measures coverage


@given(st.sampled_from([NITF, NEWSML, WXR]), st.data())
def test_a_file_cut_short_is_refused(raw: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(1, len(raw.rstrip()) - 1))
    with pytest.raises(ReadError):
        read(raw[:end])

"""Mark-up inside a paragraph."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copylint.readers.inline import scanned
from copylint.readers.markup import Finder

OBJECT = "\ufffc"
LABELS = {"desk", "the desk"}


def visible(text: str) -> str:
    inline = scanned(text, lambda label: " ".join(label.lower().split()) in LABELS)
    out, at = [], 0
    for edit in inline.outer():
        out += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join(out) + text[at:]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**In** contrary", "In contrary"),
        ("*a* _b_ __c__ ~~d~~", "a b c d"),
        ("***both*** **a *b* c** *a **b***", "both a b c a b"),
        ("snake_case_name and 5 * 3 * 2 and 2*3", "snake_case_name and 5 * 3 * 2 and 2*3"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("**“Yes,”** she said", "“Yes,” she said"),
        ("* a * and ** b **", "* a * and ** b **"),
        ("***a* b** and **a*", "a b and *a"),
        ("*a _b* c_", "a _b c_"),
        ("~one~ ~~~three~~~", "~one~ ~~~three~~~"),
        ("****", "****"),
        ("*a b_ c_ d*", "a b_ c_ d"),
    ],
)
def test_emphasis_is_dropped_and_stars_are_kept(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (r"\*not\* a\b \& \\", r"*not* a\b & " + "\\"),
        ("hard\\\nbreak\\", "hard\nbreak\\"),
        ("R&amp;D &#8217; &#x2019; &mdash; &#150;", "R&D ’ ’ — –"),
        ("AT&T &nosuch; &notit; &copy &#xyz;", "AT&T &nosuch; &notit; &copy &#xyz;"),
        (r"\&amp;", "&amp;"),
    ],
)
def test_escapes_and_entities_are_decoded(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a `code *x*` b", f"a {OBJECT} b"),
        ("``a ` b`` `", f"{OBJECT} `"),
        ("`` unclosed `", "`` unclosed `"),
        (r"\`a`b`", f"`a{OBJECT}"),
        ("*a `*` b*", f"a {OBJECT} b"),
    ],
)
def test_code_is_an_object(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[the *Desk*](http://x.org/a_b_c)", "the Desk"),
        ("[a](<x y> 'title') [b](x \"t\") [c]( x (t) ) [d]()", "a b c d"),
        ("[a](x(y)z) [b](x\\)y)", "a b"),
        ('[a](x y) [b](<x) [c](x "t"z) [d](x', '[a](x y) [b](<x) [c](x "t"z) [d](x'),
        ("[a](x(y)", "[a](x(y)"),
        ('[a](<x>"t")', '[a]("t")'),
        ("[us][The\n Desk] [Desk] [desk][] [us][no] [no]", "us Desk desk [us][no] [no]"),
        ("[a [b](c) d](e)", "[a b d](e)"),
        ("[see ![x](y) now](z)", f"see {OBJECT} now"),
        ("![a [b](c) *d*](e) ![desk]", f"{OBJECT} {OBJECT}"),
        ("] [ ![", "] [ !["),
        (r"\[a](b) [a\](b)", "[a](b) [a](b)"),
        ("*[a*](b)", "*a*"),
        ("[a](" + "(" * 40 + ")" * 40 + ")", "[a](" + "(" * 40 + ")" * 40 + ")"),
    ],
)
def test_links_keep_their_text(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<https://x.org/a_b_c> <me@x.org>", f"{OBJECT} {OBJECT}"),
        ("See https://x.org/a_b_c. Then www.x.org/(a), or not", f"See {OBJECT}. Then {OBJECT}, or not"),
        ("(see http://x.org) **http://x.org** _http://x.org_", f"(see {OBJECT}) {OBJECT} {OBJECT}"),
        ("http:// www. awww.b xhttp://y", "http:// www. awww.b xhttp://y"),
        ("[http://x.org](http://x.org) and “https://x.org”", f"{OBJECT} and “{OBJECT}”"),
    ],
)
def test_addresses_are_objects(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('a <b class="x>y">c</b > <i/> < d > 3<4', "a c  < d > 3<4"),
        ("one<br>two<BR />\nthree <br>", "one\ntwo\nthree"),
        ("Said so. <!-- note --> Then", "Said so. Then"),
        ("End. <!-- a -- b -->", "End."),
        ("a<!---->b<!-->c<?php x ?>d<!X y>e<![CDATA[z]]>f", "abcdef"),
        ("a <!-- open <? x <![CDATA[ y <!z", "a <!-- open <? x <![CDATA[ y <!z"),
        ("<a b=*x*> <a b='", " <a b='"),
    ],
)
def test_tags_and_comments_are_dropped(text: str, seen: str) -> None:
    assert visible(text) == seen


PARTS = (
    *"* ** _ __ *** ~~ ` `` [ ] ( ) ](/u) ](<x_y>) ![ [desk] <b> </b> > < &amp; & &#65; \\ a bc é € ! . “ <ab:c> <a@b>".split(),
    *(":", ",", '](u "t")', '<a x="', "'>", " ", " ", "\n", "\u00a0", "\u2028", "e\u0301", "👩\u200d👧"),
)


def rendered(text: str) -> str:
    """What markdown-it shows."""
    parser = MarkdownIt("commonmark").enable("strikethrough")
    env = {"references": {label.upper(): {"href": "x", "title": ""} for label in LABELS}}
    out, is_address = [], False
    for token in parser.parseInline(text, env)[0].children or ():
        if token.markup == "autolink":
            is_address = token.nesting > 0
            out += [OBJECT] * is_address
        elif not is_address:
            shown = {"softbreak": "\n", "hardbreak": "\n", "code_inline": OBJECT, "image": OBJECT, "html_inline": ""}
            out.append(shown.get(token.type, token.content))
    return "".join(out)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PARTS), max_size=14).map("".join))
def test_what_is_left_is_what_markdown_it_shows(text: str) -> None:
    text = re.sub(r"[ \t]*\n\s*", "\n", text.strip())
    assume("~~~" not in text)  # markdown-it pairs longer runs of tildes, as GitHub doesn't
    assume(not re.search(r"\[desk\][(\[]|[*_~]\]|!\[.*\[", text, re.DOTALL))  # where markdown-it leaves the specification
    assume(not re.search(r"<[a-z][^>]*\u00a0", text))  # and takes a no-break space for white space in a tag
    assert re.sub(r" *\n *", "\n", visible(text)) == re.sub(r" *\n *", "\n", rendered(text))


@given(st.text())
def test_any_text_is_scanned_and_edits_never_overlap(text: str) -> None:
    inline = scanned(text, bool)
    ends = [0, *(edit.span.end for edit in inline.outer())]
    assert all(end <= edit.span.start < edit.span.end for end, edit in zip(ends, inline.outer(), strict=False))


class Counted(str):
    """A text that counts how often something is looked for in it."""

    searches = 0

    def find(self, *args: object) -> int:
        type(self).searches += 1
        return super().find(*args)


def test_what_no_longer_occurs_is_looked_for_once() -> None:
    finder = Finder(Counted("<!-- " * 9))
    assert [finder.markup_end(start) for start in range(0, 45, 5)] == [None] * 9
    assert Counted.searches == 1

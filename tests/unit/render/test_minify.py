from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.render.minify import minify_html


def test_indents_and_empty_lines_go_and_breaks_stay() -> None:
    assert minify_html("<ul>\n\n    <li>a</li>\n\t<li>b</li>\n</ul>\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"


def test_texts_and_attributes_are_left_alone() -> None:
    for text in ("<p>a\n   b</p>", '<a title="x\n  y">z</a>', "<b>a</b> <i>b</i>", "<b>a</b>  <i>b</i>"):
        assert minify_html(text) == text


def test_code_scripts_and_styles_are_left_alone() -> None:
    for tag in ("pre", "textarea", "script", "style"):
        text = f"<{tag}>\n\n  <b>\n   x</b>\n <!-- y --> </{tag}>"
        assert minify_html(f"<div>\n  {text}\n  </div>") == f"<div>\n{text}\n</div>"


def test_comments_go_unless_browsers_read_them() -> None:
    assert minify_html("<p>a</p><!-- b\n c --><p>d</p><!--[if IE]>x<![endif]-->") == (
        "<p>a</p><p>d</p><!--[if IE]>x<![endif]-->"
    )


class Seen(HTMLParser):
    """Elements, and words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found += data.split()


BITS = st.sampled_from(["<p>", "</p>", "<pre>", "</pre>", "\n", "  ", "a", "中", "<br>", "<b title='\n x'>", "</b>"])


@given(st.lists(BITS, max_size=30).map("".join))
def test_a_reader_sees_the_same(text: str) -> None:
    small = minify_html(text)
    assert Seen(small).found == Seen(text).found
    assert minify_html(small) == small
    assert len(small) <= len(text)

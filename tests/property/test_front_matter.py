"""Laws of front matter and config: whatever the text, no traceback, no lost body, no place outside the file."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping

from hypothesis import example, given
from hypothesis import strategies as st

from llmtimeline.parse.config.keys import SITE
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.front.frontmatter import parse_front_matter
from llmtimeline.parse.front.keys import front_table
from llmtimeline.parse.words import parse_words
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Source

CONFIG = parse_config(Source("hugo.yaml", "baseURL: https://example.org/\ntimeZone: Asia/Shanghai\n")).value

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=120)
FENCE = st.sampled_from(["---", "+++", "--- ", "----", "{", "...", ""])
KEYS = [row.name for table in (front_table(CONFIG.taxonomies), SITE) for row in table.fields]
SCALARS = st.sampled_from(
    [
        *("", "~", "true", "flase", "no", "12", "0x1F", "1e999", "-.inf", ".nan", "9" * 5000, "99999999999999999999"),
        *("2023-02-30", "2023-09-29", "0000-01-01", "9999-12-31T23:59:59-14:00", "2023-09-29 09:54:54 +08:00"),
        *("'q'", '"\\ud800"', "'open", "a: b", "@x", "*a", "&a x", "!t x", "[a, ~, [b]]", "{a: {b: c}}", "[{}]"),
        *("|\n  x", '"a\\nb"', '"\\e[31m\\u202e"'),
        *("javascript:x", "../..", "//x", "https://[::1", "/etc/localtime", "Asia", "en-", "GPT-4: x"),
        *("<image path/url>", "{{ .Date }}", "中文", "：", "\x00", "\u2028", "\U0001f600"),
    ]
)
LINE = st.builds("{}: {}".format, st.sampled_from(KEYS) | st.text(string.ascii_letters + ".: 中", max_size=8), SCALARS)
DOCUMENT = st.lists(LINE | ANY_TEXT | st.builds("  {}".format, LINE) | st.builds("- {}".format, LINE), max_size=8)
FILES = ANY_TEXT | st.builds(
    lambda top, fence, lines, close, body: "\n".join([*top, fence, *lines, close, body]),
    st.lists(st.sampled_from(["", " ", "\ufeff"]), max_size=2),
    FENCE,
    DOCUMENT,
    FENCE,
    ANY_TEXT,
)


def assert_inside(text: str, spans: Iterable[Span | None]) -> None:
    lines = text.split("\n")
    for span in spans:
        assert span is not None
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert span.width >= 1


def assert_told_well(findings: Iterable[Diagnostic]) -> None:
    for finding in findings:
        assert finding.message
        assert not finding.message.endswith(".")
        assert (finding.message + finding.hint).isprintable()


def assert_plain(value: object) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            assert isinstance(key, str)
            assert key == key.lower()
            assert_plain(inner)
    elif isinstance(value, tuple):
        for inner in value:
            assert_plain(inner)
    else:
        assert value is None or isinstance(value, str | int | float | bool)
        assert value == value, "not a number is no plain value"  # noqa: PLR0124


@given(FILES)
@example("---\ndate: 2023-02-30\n---\n")
@example("\ufeff\n---\r\ntitle: x\n---\n")
def test_any_file_gives_front_matter_and_a_body_that_is_its_tail(text: str) -> None:
    found = parse_front_matter(Source("a.md", text), CONFIG)
    assert_inside(text, [*(d.span for d in found.diagnostics), *found.value.front.places.values()])
    assert_told_well(found.diagnostics)
    assert_plain(found.value.front.params)
    front = found.value.front
    for moment in (front.date, front.lastmod, front.publish_date, front.expiry_date):
        assert moment is None or moment.tzinfo is not None
    body = found.value.body
    assert text.endswith(body)
    if body:
        assert text[: len(text) - len(body)].count("\n") + 1 == found.value.body_line


@given(
    st.lists(LINE | st.builds("  {}".format, LINE), max_size=8).map("\n".join) | ANY_TEXT,
    st.sampled_from(["yaml", "toml", "json"]),
)
def test_any_config_is_whole(text: str, suffix: str) -> None:
    found = parse_config(Source(f"hugo.{suffix}", text))
    assert_inside(text, [d.span for d in found.diagnostics])
    assert_told_well(found.diagnostics)
    config = found.value
    assert config.default_language in {language.key for language in config.languages}
    assert config.base_url.startswith(("http://", "https://"))
    assert config.base_url.endswith("/")
    assert config.pager_size > 0
    for folder in (config.content_dir, config.publish_dir, *config.static_dirs, *config.theme, config.pager_path):
        assert folder
        assert ".." not in folder.split("/")
        assert not folder.startswith("/")
    assert_plain(config.params)


@given(DOCUMENT.map("\n".join) | ANY_TEXT)
def test_any_words_file_gives_texts(text: str) -> None:
    found = parse_words("zh", (Source("i18n/zh.yaml", text),))
    assert_inside(text, [d.span for d in found.diagnostics])
    assert_told_well(found.diagnostics)
    for key, value in found.value.texts.items():
        assert isinstance(key, str)
        assert isinstance(value, str | dict)

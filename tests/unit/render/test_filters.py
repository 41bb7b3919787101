"""The filters that do not depend on a language, and what the others mark up."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from llmtimeline.render.elsewhere import xml_text
from llmtimeline.render.filters import (
    fields_of,
    grouped,
    isodate,
    language_filters,
    linked,
    plain_filters,
    rfc822,
    safe_url,
    to_json,
)
from llmtimeline.render.labels import label_text
from llmtimeline.render.words import Texts
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import License
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views import LinkView

from .sample_parts import facts

PLAIN = (
    *("https://e.org/", "http://e.org", "//e.org", "mailto:a@e.org", "tel:+1"),
    *("/a/b", "a/b?c=d:e", "#x", "", "通义:千问", "./a:b"),
)
HARMFUL = (
    *("javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\tscript:x", "java\nscript:x", "\x01javascript:x"),
    *("data:text/html,x", "vbscript:x", "file:///etc/passwd"),
)


@pytest.mark.parametrize("url", PLAIN)
def test_addresses_that_only_lead_somewhere_pass(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize("url", HARMFUL)
def test_addresses_that_may_run_code_lead_nowhere(url: str) -> None:
    assert safe_url(url) == "#"


def test_dates_for_machines_hold_no_sign_of_doubt() -> None:
    assert isodate(PartialDate(2023, 5, approximate=True)) == "2023-05"
    assert isodate(PartialDate(2020, uncertain=True)) == "2020"
    assert isodate(date(2023, 9, 6)) == "2023-09-06"
    assert isodate(datetime(2023, 9, 6, 1, 2, 3, 4, tzinfo=UTC)) == "2023-09-06T01:02:03+00:00"


def test_dates_of_feeds_are_english_whatever_the_language() -> None:
    assert rfc822(datetime(2023, 9, 6, 10, 0, tzinfo=timezone(timedelta(hours=8)))) == "Wed, 06 Sep 2023 10:00:00 +0800"
    assert rfc822(datetime(2024, 2, 29, 23, 59, 59)) == "Thu, 29 Feb 2024 23:59:59 +0000"


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_is_left_of_a_text_is_always_xml(text: str) -> None:
    etree.fromstring(f"<a>{Markup.escape(xml_text(text))}</a>".encode())


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_json_in_a_page_reads_back_and_closes_nothing(value: object) -> None:
    text = str(to_json(value))
    assert json.loads(text) == value
    assert not set("<>&\u2028\u2029") & set(text)


def test_json_writes_dates_as_text() -> None:
    assert to_json({"a": (PartialDate(2023, 5), date(2020, 1, 2)), 1: 1.5}) == '{"a":["2023-05","2020-01-02"],"1":1.5}'


def test_a_word_key_is_looked_up_and_anything_else_is_text(zh: Texts) -> None:
    assert label_text("@home", zh) == "首页"
    assert label_text(LinkView("/", "@models"), zh) == "模型"
    assert label_text("@someone", zh) == "@someone"
    assert label_text(LinkView("/", "Falcon"), zh) == "Falcon"


def test_values_with_one_attribute_stand_together_in_the_order_given() -> None:
    links = [LinkView("1", "a"), LinkView("2", "a"), LinkView("3", "b"), LinkView("4", "a")]
    assert [(key, [link.url for link in group]) for key, group in grouped(links, "text")] == [
        ("a", ["1", "2", "4"]),
        ("b", ["3"]),
    ]


def test_the_columns_of_sizes_are_the_fields_that_any_size_has() -> None:
    rows = facts("en")
    assert fields_of((("7B", rows[:1]), ("40B", (rows[2], rows[0])))) == ["params", "hardware"]


def test_the_copyright_line_may_hold_links_and_entities_but_no_markup() -> None:
    assert linked("&copy; A & [CC <BY>](https://e.org/?a&b) [x](javascript:y) <b>") == Markup(
        '© A &amp; <a href="https://e.org/?a&amp;b" rel="external">CC &lt;BY&gt;</a> '
        '<a href="#" rel="external">x</a> &lt;b&gt;'
    )


def test_a_share_is_a_length_without_needless_digits() -> None:
    percent = plain_filters()["percent"]
    assert [percent(share) for share in (0, 1, 0.5, 1 / 3)] == ["0%", "100%", "50%", "33.33%"]


def test_a_quantity_written_otherwise_keeps_what_the_author_wrote(zh: Texts, en: Texts) -> None:
    quantity = Quantity('1<8"0B', 180 * 10**9, "parameters")
    shown = language_filters(zh)["quantity"](None, quantity)
    assert shown == Markup('<data value="180000000000" title="1&lt;8&#34;0B">1800 亿</data>')
    assert language_filters(en)["quantity"](None, Quantity("180B", 180 * 10**9, "parameters")) == "180B"


def test_a_licence_links_to_its_text_unless_the_address_is_unsafe(en: Texts) -> None:
    value = language_filters(en)["value"]
    assert value(None, License("A<b>", "https://e.org/?a&b"), "license") == Markup(
        '<a href="https://e.org/?a&amp;b" rel="external">A&lt;b&gt;</a>'
    )
    assert 'href="#"' in str(value(None, License("A", "javascript:x"), "license"))
    assert value(None, "<b>", "hardware") == "<b>"
    assert not isinstance(value(None, "<b>", "hardware"), Markup)

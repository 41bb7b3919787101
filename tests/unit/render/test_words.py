"""Words with holes and forms."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from llmtimeline.render.words import MissingWordError, Texts
from llmtimeline.values.words import Words

BY = "by <{who}> {__class__} {gone}"
TEXTS = Texts(
    Words("en", {"n": {"one": "{n} model", "other": "{n} models"}, "by": BY, "thousands_mark": ","}),
    {"zh": Words("zh", {"n": {"other": "{n} 个模型"}})},
)


def test_a_number_chooses_the_form_and_is_grouped() -> None:
    assert (TEXTS("n", 1), TEXTS("n", n=2), TEXTS("n", n=12_345)) == ("1 model", "2 models", "12,345 models")


def test_a_language_with_one_form_has_only_that() -> None:
    assert TEXTS.of("zh")("n", 1) == "1 个模型"
    assert TEXTS.of("zh-tw").language == "zh"
    assert TEXTS.of("fr") is TEXTS


def test_holes_take_plain_values_only_and_others_stay() -> None:
    assert TEXTS("by", who="x") == "by <x> {__class__} {gone}"


def test_markup_in_a_hole_makes_the_rest_safe() -> None:
    assert TEXTS("by", who=Markup("<b>x</b>")) == Markup("by &lt;<b>x</b>&gt; {__class__} {gone}")


def test_a_missing_word_is_told_unless_a_fallback_is_given() -> None:
    with pytest.raises(MissingWordError):
        TEXTS("gone")
    assert TEXTS.get("gone", "x") == "x"
    assert TEXTS.get("gone") == ""
    assert "by" in TEXTS
    assert "gone" not in TEXTS


@pytest.mark.parametrize(
    ("name", "text"),
    [("通义千问", "旧称通义千问的资料"), ("GPT-4", "旧称 GPT-4 的资料"), ("智谱 AI", "旧称智谱 AI 的资料")],
)
def test_the_space_between_chinese_and_latin_stands_only_between_the_two(name: str, text: str) -> None:
    texts = Texts(Words("zh", {"all": "旧称 {name} 的资料"}))
    assert texts("all", name=name) == text
    assert texts("all", name=Markup(name)) == Markup(text)
    assert texts("all") == "旧称 {name} 的资料"

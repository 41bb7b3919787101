"""How texts are compared. tests/browser/test_search.py holds the script to the same outcomes."""

import pytest

from llmtimeline.plan.search.folding import fold, in_words, squash

FOLDED = [
    ("Qwen", "qwen"),
    ("ＱＷＥＮ　ａｉ", "qwen ai"),
    ("  two \n lines\t", "two lines"),
    ("通义千问 14B 与 GPT-4", "通义千问14b与gpt-4"),
    ("Straße ΣΊΣΥΦΟΣ", "strasse σίσυφοσ"),
    ("İstanbul ǅ ﬁne", "i̇stanbul dž fine"),
    ("㎏ ½ ™", "kg 1⁄2 tm"),
    ("한국어 AI ｶﾀｶﾅ", "한국어aiカタカナ"),
    ("“引号” —— ……", "“引号” —— ......"),
    ("😀 emoji\u00a0space", "😀 emoji space"),
    ("𠮷野家 x", "𠮷野家x"),
    ("", ""),
]
WORDS = [
    ("ChatGLM2-6B 开源", "chatglm 2 6 b 开 源"),
    ("GPT-3.5、“开放权重”", "gpt 3 5 开 放 权 重"),
    ("9月", "9 月"),
    ("snake_case é2", "snake case é 2"),
    ("!?", ""),
]
SQUASHED = [("GPT-3.5", "gpt35"), ("gpt 3.5", "gpt35"), ("GPT_3·5", "gpt3·5"), ("UC 伯克利", "uc伯克利")]


@pytest.mark.parametrize(("text", "wanted"), FOLDED)
def test_width_case_and_spaces_make_no_difference(text: str, wanted: str) -> None:
    assert fold(text) == wanted
    assert fold(wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), WORDS)
def test_each_chinese_character_is_a_word(text: str, wanted: str) -> None:
    assert in_words(text) == wanted


@pytest.mark.parametrize(("name", "wanted"), SQUASHED)
def test_marks_in_names_make_no_difference(name: str, wanted: str) -> None:
    assert squash(name) == wanted

import pytest

from llmtimeline.register.identity import alias_key, index_names, slug

from .builders import model, vendor


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qwen-14B", "qwen14b"),
        ("Open AI", "OpenAI"),
        ("LLaMa 2", "Llama2"),
        ("seamless_m4t", "SeamlessM4T"),
        ("ＧＰＴ－４", "GPT-4"),
        ("GPT‑4", "GPT 4"),
        ("Midjourney，Inc.", "Midjourney, Inc"),
        ("llama.cpp", "llamacpp"),
        ("LLaMA 2 7B", "LLaMA2-7B"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert alias_key(one) == alias_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SDXL 1.0", "SDXL 10"),
        ("GPT-3.5", "GPT-35"),
        ("Baichuan 2-7B", "Baichuan 27B"),
        ("Claude 2", "Claude 2.1"),
        ("--", ".."),
    ],
)
def test_different_numbers_never_meet(one: str, other: str) -> None:
    assert alias_key(one) != alias_key(other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Falcon 180B", "falcon-180b"),
        ("SDXL 1.0", "sdxl-1.0"),
        ("GPT-3.5", "gpt-3.5"),
        ("ChatGPT 函数调用", "chatgpt-函数调用"),
        ("通义千问", "通义千问"),
        ("Midjourney, Inc.", "midjourney-inc"),
        ("  A -- B  ", "a-b"),
        ("ＧＰＴ４", "gpt4"),
        ("v.1", "v-1"),
        ("C++", "c"),
        ("++", "u2b-u2b"),
        ("../../etc", "etc"),
    ],
)
def test_a_slug_keeps_letters_and_digits_of_any_script(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_aliases_former_names_and_ids_all_lead_to_the_entry() -> None:
    index = index_names([vendor("meta", "Meta", "Meta AI", former=("Facebook",)), vendor("tii", "TII")]).value
    assert [index.find(name) for name in ("meta", "META", "meta-ai", "facebook", "TII", "nobody")] == [
        "meta",
        "meta",
        "meta",
        "meta",
        "tii",
        None,
    ]


def test_two_entries_that_claim_one_name_are_told_with_both_places() -> None:
    checked = index_names([model("qwen", "Qwen", line=3), model("qianwen", "千问", "QWEN", line=9)])
    (told,) = checked.diagnostics
    assert (told.code, told.severity, told.span and told.span.line) == ("LT308", "error", 9)
    assert told.message == "`QWEN` is a name of both `qwen` and `qianwen`"
    assert told.related[0].span.line == 3
    assert checked.value.find("Qwen") == "qwen"


def test_an_id_may_not_be_another_entrys_alias() -> None:
    checked = index_names([model("gpt-4", "GPT-4"), model("x", "X", "gpt4")])
    assert [d.code for d in checked.diagnostics] == ["LT308"]


def test_one_entry_may_say_one_name_twice() -> None:
    assert index_names([model("gpt-4", "GPT-4", "GPT 4", "GPT4")]).diagnostics == ()


def test_the_sites_own_entry_wins_a_name_silently() -> None:
    checked = index_names([model("qwen", "Qwen", own=False), model("my-qwen", "Qwen", own=True)])
    assert checked.diagnostics == ()
    assert checked.value.find("Qwen") == "my-qwen"


def test_a_misspelling_is_never_matched() -> None:
    index = index_names([vendor("quora", "Quora", typos=("Quaro",))]).value
    assert index.find("Quaro") is None
    assert index.typos == {"quaro": "quora"}

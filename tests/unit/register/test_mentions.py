"""Names in running text."""

from dataclasses import replace

import pytest

from llmtimeline.register.scanner import build_scanner
from llmtimeline.values.posts import Node

from .builders import catalog, codes, model, post, registered, section, told, vendor

NAMES = [
    *("ChatGPT", "GPT-4", "LLaMA", "LLaMA 2", "llama.cpp", "Chinese-LLaMA-Alpaca", "Alpaca", "Claude", "Claude 2"),
    *(
        "通义千问",
        "通义千问-14B",
        "羊驼",
        "小羊驼",
        "SAM",
        "SD",
        "Echo",
        "clipdrop",
        "讯飞星火 V2.0",
        "Q-Former",
        "Æther",
    ),
    *("Falcon 40B", "Falcon Wings", "SDXL 1.0", "Quick 2 Step", "4 5 Foo", "星X大模型"),
]
SCANNER = build_scanner([(name, name) for name in NAMES], [("ChatGTP", "ChatGPT"), ("Quaro", "Quora")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ChatGPT and GPT-4.", ["ChatGPT", "GPT-4"]),
        ("GPT 4、gpt4 和GPT-4都是", ["GPT-4", "GPT-4", "GPT-4"]),
        ("LLaMA 2 and llama2, Llama-2", ["LLaMA 2", "LLaMA 2", "LLaMA 2"]),
        ("llama.cpp runs LLaMA.", ["llama.cpp", "LLaMA"]),
        ("Chinese-LLaMA-Alpaca", ["Chinese-LLaMA-Alpaca"]),
        ("Video-LLaMA, ChatLLaMa, LLaMAs, my_LLaMA, a@LLaMA", []),
        ("LLaMA-based, LLaMA/Alpaca", ["LLaMA", "LLaMA", "Alpaca"]),
        ("Claude-3 and Claude-2 and Claude 2.1", ["Claude 2", "Claude"]),
        ("GPT-4V, GPT-41, GPT-4.5", []),
        ("使用通义千问-14B模型，通义千问也行", ["通义千问-14B", "通义千问"]),
        ("小羊驼与羊驼", ["小羊驼", "羊驼"]),
        ("FalconWings and Falcon Wings and Falcon-Wings 3", ["Falcon Wings", "Falcon Wings", "Falcon Wings"]),
        ("Falconwings Falcon", ["Falcon Wings"]),
        ("quickstep quick", []),
        ("45 Foo, 4", []),
        ("4 5 Foo", ["4 5 Foo"]),
        ("SAM and SD are too short", []),
        ("an echo, an Echo", ["Echo"]),
        ("clipdrop or Clipdrop", ["clipdrop", "clipdrop"]),
        ("https://github.com/facebook/LLaMA then LLaMA", ["LLaMA"]),
        ("讯飞星火V2.0来了", ["讯飞星火 V2.0"]),
        ("the Q-Former, a faq-former", ["Q-Former"]),
        ("an æther and Æther", ["Æther", "Æther"]),
        ("SDXL 1.0 not SDXL 10", ["SDXL 1.0"]),
        ("Falcon\n40B", []),
        ("星X大模型", ["星X大模型"]),
        ("İstanbul LLaMA", ["LLaMA"]),
        ("", []),
    ],
)
def test_names_are_found_whole_and_the_longest_wins(text: str, expected: list[str]) -> None:
    assert [found.meant for found in SCANNER.scan(text)] == expected


def test_a_match_says_where_it_stands() -> None:
    text = "在 2023 年，Falcon-40B 与 ChatGTP"
    assert [(text[f.start : f.end], f.meant, f.typo) for f in SCANNER.scan(text)] == [
        ("Falcon-40B", "Falcon 40B", False),
        ("ChatGTP", "ChatGPT", True),
    ]


def test_the_work_grows_with_the_text_and_not_with_the_number_of_names() -> None:
    names = [(f"Model {i}", str(i)) for i in range(20_000)]
    text = "Model 7 and a model and Model 19999. " * 2000
    assert len(build_scanner(names, []).scan(text)) == 4000


KNOWN = catalog(
    vendor("openai", "OpenAI"),
    vendor("quora", "Quora", typos=("Quaro",)),
    model("gpt-4", "GPT-4"),
    model("chatgpt", "ChatGPT"),
    model("wizardlm", "WizardLM", typos=("WizardML",), own=False),
)


def test_a_section_that_names_a_model_without_announcing_it_is_a_mention() -> None:
    page = post(
        "content/a.zh.md",
        section("", body="ChatGPT first, ChatGPT again"),
        section("GPT-4, 2023-03-14, OpenAI", body="GPT-4 is not ChatGPT", anchor="gpt-4"),
        section("How to run ChatGPT", anchor="how"),
        section("Foo, better than GPT-4, 2023-05, OpenAI", anchor="foo"),
    )
    registry = registered(page, known=KNOWN)
    assert [(m.section, m.heading_id) for m in registry.models["chatgpt"].mentions] == [
        (0, ""),
        (1, "gpt-4"),
        (2, "how"),
    ]
    assert [m.section for m in registry.models["gpt-4"].mentions] == [3]


def test_an_introduction_is_no_news_of_what_it_names() -> None:
    page = replace(post("content/a.zh.md", section("", body="ChatGPT, ChatGTP")), node=Node.BRANCH)
    assert registered(page, known=KNOWN).models["chatgpt"].mentions == ()


def test_a_new_model_is_mentioned_by_its_heading_name() -> None:
    page = post("content/a.zh.md", "Foobar 7B, 2023-05, OpenAI", section("Later", body="foobar-7b again"))
    assert [m.section for m in registered(page, known=KNOWN).models["foobar-7b"].mentions] == [1]


def test_mentions_come_newest_post_first() -> None:
    pages = [
        post(f"content/{name}.zh.md", section("", body="GPT-4"), on=day)
        for name, day in (("a", "2023-01-01"), ("b", "2023-02-01"))
    ]
    assert [m.post.id for m in registered(*pages, known=KNOWN).models["gpt-4"].mentions] == ["b", "a"]


def test_a_mention_alone_does_not_publish_a_built_in_model() -> None:
    assert "wizardlm" not in registered(post("content/a.zh.md", section("", body="WizardLM")), known=KNOWN).models


def test_listed_misspellings_in_prose_are_told_once_a_section() -> None:
    page = post("content/a.zh.md", section("On", body="WizardML and WizardML by Quaro"), section("", body="fine"))
    diagnostics = told(page, known=KNOWN)
    assert codes(diagnostics) == ["LT313", "LT313"]
    assert [d.message for d in diagnostics] == [
        "`Quaro` in this section is probably a typing error",
        "`WizardML` in this section is probably a typing error",
    ]
    assert [d.hint for d in diagnostics] == ["did you mean `Quora`?", "did you mean `WizardLM`?"]
    assert diagnostics[0].span is not None
    assert diagnostics[0].span.line == 10


def test_of_two_layers_that_share_a_name_the_sites_own_is_mentioned() -> None:
    known = catalog(model("built-in", "Wonder", own=False), model("mine", "Wonder", own=True))
    registry = registered(post("content/a.zh.md", section("", body="Wonder")), known=known)
    assert len(registry.models["mine"].mentions) == 1

"""Anchors that readers have linked to: every heading keeps the id that Hugo gave it, and a release gets a short one."""

from __future__ import annotations

import pytest

from tests.hugo.sites import a_site, codes_of, page, vector, view_at

# Document -> headings in order, with their ids.
HEADINGS = {
    "import-progress-to-202309": [
        ("CodeLLaMa 发布，2023/08/24, Facebook", "codellama-发布20230824-facebook"),
        ("Seamless m4t, 2023/08/22, Facebook", "seamless-m4t-20230822-facebook"),
        ("LLaMa 2, 2023/07/18, Facebook", "llama-2-20230718-facebook"),
        ("StableDiffusion SDXL 1.0, 2023/07/18, Stability AI", "stablediffusion-sdxl-10-20230718-stability-ai"),
        ("Baichuan 13B, 2023/07/11, 百川智能", "baichuan-13b-20230711-百川智能"),
        ("Claude 2, 2023/07/11, Anthropic", "claude-2-20230711-anthropic"),
        ("ChatGLM2-6B，2023/06/15, 清华", "chatglm2-6b20230615-清华"),
        ("Baichuan 7B，2023/06/15, 百川智能", "baichuan-7b20230615-百川智能"),
        ("ChatGPT 函数调用 - function call, 2023/06/13, OpenAI", "chatgpt-函数调用---function-call-20230613-openai"),
        ("PaLM 2, 2023/05/11, Google", "palm-2-20230511-google"),
        ("Falcon, 2023/05, TII", "falcon-202305-tii"),
        ("Segment Anything Model(SAM), 2023/04/05, Facebook", "segment-anything-modelsam-20230405-facebook"),
        ("ChatGPT 插件, 2023/03/23， OpenAI", "chatgpt-插件-20230323-openai"),
        ("Claude, 2023/03, Anthropic", "claude-202303-anthropic"),
        ("ChatGLM-6B，2023/03/14，清华", "chatglm-6b20230314清华"),
        ("ChatGPT 4, 2023/03/13, OpenAI", "chatgpt-4-20230313-openai"),
        ("LLaMa, 2023/02/24, Facebook", "llama-20230224-facebook"),
        ("ChatGPT/GPT-3.5, 2022/11/30, OpenAI", "chatgptgpt-35-20221130-openai"),
        ("Langchain, 2022/11, Harrison Chase", "langchain-202211-harrison-chase"),
        ("Stable Diffusion, 2022/08/22,  Stability AI", "stable-diffusion-20220822--stability-ai"),
        ("MidJourney, 2022/07/17, Open Beta, Midjourney, Inc.", "midjourney-20220717-open-beta-midjourney-inc"),
        ("GPT-3, 2020, OpenAI", "gpt-3-2020-openai"),
    ],
    "llm-update-2023-0929": [
        (
            "ChatGPT 多模态, ChatGPT 可以看（识别图片），听，讲（语音对话）, 2023/09/25, OpenAI",
            "chatgpt-多模态-chatgpt-可以看识别图片听讲语音对话-20230925-openai",
        ),
        ("Qianwen 14B, 2023/09/25, Alibaba", "qianwen-14b-20230925-alibaba"),
        ("Falcon 180B, 2023/09/06, TII", "falcon-180b-20230906-tii"),
        (
            "彩蛋分享-代码生成：如何运行 WizardCoder 15B, 34B，Phind CodeLlama 34B 代码生成模型",
            "彩蛋分享-代码生成如何运行-wizardcoder-15b-34bphind-codellama-34b-代码生成模型",
        ),
    ],
    "extra": [
        ("Hello World", "hello-world"),
        ("Hello World", "hello-world-1"),
        ("Hello World", "hello-world-2"),
        ("hello-world", "hello-world-3"),
        ("Hello-World-1", "hello-world-1-1"),
        ("Hello World", "hello-world-4"),
        ("中文标题", "中文标题"),
        ("中文标题", "中文标题-1"),
        ("中文 English 混排", "中文-english-混排"),
        ("GPT-4o mini, 2024/07/18, OpenAI", "gpt-4o-mini-20240718-openai"),
        ("Claude 3.5 Sonnet (new)", "claude-35-sonnet-new"),
        ("Qwen2.5-VL 72B，2025/01/26，阿里巴巴", "qwen25-vl-72b20250126阿里巴巴"),
        ("“引号” 与《书名号》", "引号-与书名号"),
        ("Llama 3.1 405B — Meta’s best", "llama-31-405b--metas-best"),
        ("C++ & C# / .NET", "c--c--net"),
        ("a_b_c and __bold__", "a_b_c-and-bold"),
        ("*Emph* and **Strong** text", "emph-and-strong-text"),
        ("`code` in heading", "code-in-heading"),
        ("[Link text](https://example.com/x) heading", "link-text-heading"),
        ("![img alt](/a.png) image", "img-alt-image"),
    ],
}
# The other two ways of `autoIDType`: heading, github-ascii, blackfriday; in one document.
STYLES = [
    ("Café 中文 GPT-4", "cafe--gpt-4", "café-中文-gpt-4"),
    ("中文 标题", "-", "中文-标题"),
    ("中文标题", "heading", "中文标题"),
    (
        "Stable Diffusion, 2022/08/22,  Stability AI!",
        "stable-diffusion-20220822--stability-ai",
        "stable-diffusion-2022-08-22-stability-ai",
    ),
    ("——", "heading-1", "heading"),
    ("Hello World", "hello-world", "hello-world"),
    ("Hello World", "hello-world-1", "hello-world-1"),
    (
        "ChatGPT 多模态, ChatGPT 可以看（识别图片），听",
        "chatgpt--chatgpt-",
        "chatgpt-多模态-chatgpt-可以看-识别图片-听",
    ),
    ("C++ & C# / .NET", "c--c--net", "c-c-net"),
    ("a_b_c and __bold__", "a_b_c-and-bold", "a-b-c-and-bold"),
    ("“引号” 与《书名号》", "--1", "引号-与-书名号"),
    ("![img alt](/a.png) image", "img-alt-image", "img-alt-image"),
    ("😀", "heading-2", "heading-1"),
    ("A  B", "a--b", "a-b"),
    ("-x-", "-x-", "x"),
]


def ids(headings: list[str], config: str = "") -> list[str]:
    body = "\n\n".join(f"## {heading}" for heading in headings)
    site = a_site(config, {"post/a.md": page("A", body)}, static=["a.png"])
    return [section.heading_id for section in view_at(site, "post/a/index.html").content.sections if section.heading_id]


@pytest.mark.parametrize("document", HEADINGS)
def test_every_heading_keeps_the_id_that_hugo_gave_it(document: str) -> None:
    headings = HEADINGS[document]
    assert ids([heading for heading, _ in headings]) == [wanted for _, wanted in headings]


def test_the_headings_are_all_that_were_measured() -> None:
    rows = [line.split("\t") for line in vector("heading_ids.tsv").splitlines()[1:]]
    ours = [(document, f"## {heading}", wanted) for document, table in HEADINGS.items() for heading, wanted in table]
    assert sorted(map(tuple, rows)) == sorted(ours)


@pytest.mark.parametrize(("style", "column"), [("github-ascii", 1), ("blackfriday", 2)])
def test_the_other_styles_give_the_ids_that_hugo_gave(style: str, column: int) -> None:
    config = f"markup: {{goldmark: {{parser: {{autoIDType: {style}}}}}}}\n"
    assert ids([row[0] for row in STYLES], config) == [row[column] for row in STYLES]


# Headings with addresses, with the ids that Hugo gave: an address that it links counts for nothing; one that it leaves
# as text, because of what stands before it, counts with its letters. Both are links here.
ADDRESSES = [
    ("发布https://a.com/b x", "发布httpsacomb-x"),
    ("发布 https://a.com/b x", "发布--x"),
    ("看https://a.com/b_c,d y", "看httpsacomb_cd-y"),
    ("（https://a.com）x", "httpsacomx"),
    ("(https://a.com/b) z", "-z"),
    ('"https://a.com/b" y', "-y"),
    ("“引”www.x.com", "引wwwxcom"),
    ("见 www.x.com 后", "见--后"),
    ("中me@x.org", "中mexorg"),
    ("a,me@x.org b", "amexorg-b"),
    ("a me@x.org b", "a--b"),
    ("&amp;me@x.org z", "mexorg-z"),
    ("**中https://a.com** z", "中httpsacom-z"),
    ("*中www.a.com* z", "中wwwacom-z"),
    ("`c`https://a.com", "c"),
    ("[x](/posts/a/)https://a.com z", "x-z"),
    ("https://a.com/中文 y", "中文-y"),
]


@pytest.mark.parametrize(("heading", "wanted"), ADDRESSES)
def test_an_address_counts_where_hugo_leaves_it_as_text(heading: str, wanted: str) -> None:
    assert ids([heading]) == [wanted]


def test_a_heading_without_text_has_no_id_and_takes_none_from_others() -> None:
    nothing = ["me@x.org", "https://a.com/x", "<https://a.com/x>", "*https://a.com/b*", "![](/a.png)"]
    assert ids([*nothing, "！！"]) == ["heading"]


def test_headings_in_lists_and_quotes_have_their_ids_too() -> None:
    body = "- ## in list\n\n> ## in quote\n\n## in list\n"
    site = a_site("", {"post/a.md": page("A", body)})
    html = "".join(
        f'<h2 id="{section.heading_id}">' + section.html
        for section in view_at(site, "post/a/index.html").content.sections
    )
    for anchor in ("in-list", "in-quote", "in-list-1"):
        assert f'id="{anchor}"' in html


def anchors(*headings: str) -> list[tuple[str, str]]:
    """Id and short anchor of each section."""
    body = "\n\n".join(f"## {heading}\n\n正文" for heading in headings)
    site = a_site("defaultContentLanguage: zh\n", {"post/a.md": page("A", body)})
    sections = view_at(site, "post/a/index.html").content.sections
    return [(section.heading_id, section.anchor) for section in sections]


@pytest.mark.parametrize(
    "heading",
    [
        "GPT-4, 2023/03/14, OpenAI",
        "GPT-4, 2023/03/15, OpenAI",  # another date
        "GPT-4，2023/03，Anthropic",  # another vendor, a rougher date, other commas
        "GPT-4 发布, 2023/03/14, OpenAI",  # more words
        "GPT-4 , 2023/03/14",
        "**GPT-4**, 2023/03/14, OpenAI",
    ],
)
def test_the_short_anchor_of_a_release_outlives_an_edit_of_its_heading(heading: str) -> None:
    ((heading_id, anchor),) = anchors(heading)
    assert anchor == "gpt-4"
    assert heading_id != anchor


def test_short_anchors_are_of_one_page_each_once_and_never_take_a_headings_id() -> None:
    found = anchors("GPT-4, 2023/03/14, OpenAI", "GPT-4, 2023/06/13, OpenAI", "Claude 2, 2023/07/11, Anthropic")
    assert [anchor for _, anchor in found] == ["gpt-4", "gpt-4@2023-06-13", "claude-2"]
    found = anchors("GPT-4, 2023/03/14, OpenAI", "gpt-4")
    assert found == [("gpt-4-20230314-openai", ""), ("gpt-4", "")]
    every = [
        anchor
        for pair in anchors(*(heading for heading, _ in HEADINGS["import-progress-to-202309"]))
        for anchor in pair
        if anchor
    ]
    assert len(set(every)) == len(every) == 44


def test_a_link_to_either_anchor_is_whole() -> None:
    body = "## GPT-4, 2023/03/14, OpenAI\n\n[a](#gpt-4) [b](#gpt-4-20230314-openai) [c](/post/a/#gpt-4)\n"
    assert codes_of(a_site("defaultContentLanguage: zh\n", {"post/a.md": page("A", body)})) == []

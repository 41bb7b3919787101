"""Addresses: which are safe, which leave the site, and what stands at their end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmtimeline.parse.links import is_external, is_safe, link_kind


@pytest.mark.parametrize(
    "url",
    [
        "https://a.com",
        "HTTP://a.com",
        "mailto:a@b.c",
        "tel:+86",
        "//a.com/x",
        "/a",
        "a/b",
        "#c",
        "?d",
        "",
        "中文:x",
        "./a:b",
    ],
)
def test_the_web_mail_telephone_and_the_site_itself_are_safe(url: str) -> None:
    assert is_safe(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        " javascript:x",
        "JaVaScRiPt:x",
        "java\nscript:x",
        "java\tscript:x",
        "\x01javascript:x",
        "javascript\u2028:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "view-source:https://a.com",
        "blob:x",
        "intent://x",
        "ms-word:x",
        "/\\evil.com",
        "\\\\evil.com",
        "https://a.com/\x00",
        "a+b-c.d:x",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    assert not is_safe(url)


@given(st.text(max_size=20))
def test_an_address_with_control_characters_is_never_safe(text: str) -> None:
    assert not is_safe(text + "\n")
    assert isinstance(is_safe(text), bool)


def test_an_address_is_external_when_it_names_a_host() -> None:
    assert all(map(is_external, ("https://a.com", "HTTP://a", "//a.com", " https://a.com")))
    assert not any(map(is_external, ("/a", "a", "#b", "mailto:a@b.c", "", "httpx:", "/http://a")))


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://arxiv.org/abs/2303.08774", "paper"),
        ("https://cdn.openai.com/papers/gpt-4-system-card.pdf", "paper"),
        ("https://ai.meta.com/research/publications/llama-2-open-foundation-and-fine-tuned-chat-models/", "paper"),
        ("https://huggingface.co/Qwen/Qwen-14B", "weights"),
        ("https://hf.co/tiiuae/falcon-180B", "weights"),
        ("https://huggingface.co/meta-llama", "weights"),
        ("https://www.modelscope.cn/models/qwen/Qwen-14B", "weights"),
        ("https://huggingface.co/spaces/facebook/seamless_m4t", "demo"),
        ("https://falcon-demo.example.org/", "demo"),
        ("https://huggingface.co/datasets/c4", "dataset"),
        ("https://huggingface.co/blog/zh/falcon-180b", "blog"),
        ("https://github.com/THUDM/ChatGLM-6B/tree/main/ptuning", "repo"),
        ("https://gitee.com/a/b", "repo"),
        ("https://github.com/a/b/discussions/727", "discussion"),
        ("https://github.com/a/b/blob/main/LICENSE", "license"),
        ("https://hf.co/spaces/tiiuae/falcon-180b-license/blob/main/LICENSE.txt", "license"),
        ("https://www.gnu.org/licenses/gpl-3.0.html", "license"),
        ("https://news.ycombinator.com/item?id=36145185", "discussion"),
        ("https://www.reddit.com/r/LocalLLaMA/", "discussion"),
        ("https://www.zhihu.com/question/1", "discussion"),
        ("https://youtu.be/ddG2fM9i4Kk", "video"),
        ("https://www.bilibili.com/video/BV1", "video"),
        ("https://openai.com/blog/chatgpt", "blog"),
        ("https://ai.googleblog.com/2017/08/transformer.html", "blog"),
        ("https://blog.google/technology/ai/", "blog"),
        ("https://help.aliyun.com/zh/dashscope/", "docs"),
        ("https://python.langchain.com/docs/get_started/introduction.html", "docs"),
        ("https://vllm.readthedocs.io/en/latest/", "docs"),
        ("https://www.midjourney.com/", "site"),
        ("https://notgithub.com/a/b", "site"),
        ("/a/b", "site"),
        ("https://user@github.com:443/a/b", "repo"),
    ],
)
def test_the_kind_is_told_by_host_and_path(url: str, kind: str) -> None:
    assert link_kind(url) == kind

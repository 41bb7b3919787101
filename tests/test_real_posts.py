"""The site that this program takes over: two of its posts, built as they stand. Skipped where they are not at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

REAL_SITE = Path(__file__).parents[1] / "../shared/input/llmupdate"

# path, line of the heading in the posts, name as written, date, vendors, models; None where no registry id is settled
PROGRESS, SEPTEMBER = "content/post/import-progress-to-202309.md", "content/post/llm-update-2023-0929.md"
EXPECTED: tuple[tuple[str, str, str, list[str], list[str]], ...] = (
    (SEPTEMBER, "ChatGPT 多模态", "2023-09-25", ["openai"], ["chatgpt-multimodal"]),
    (SEPTEMBER, "Qianwen 14B", "2023-09-25", ["alibaba"], ["qwen-14b"]),
    (SEPTEMBER, "Falcon 180B", "2023-09-06", ["tii"], ["falcon-180b"]),
    (PROGRESS, "CodeLLaMa", "2023-08-24", ["meta"], ["code-llama"]),
    (PROGRESS, "Seamless m4t", "2023-08-22", ["meta"], ["seamless-m4t"]),
    (PROGRESS, "LLaMa 2", "2023-07-18", ["meta"], ["llama-2"]),
    (PROGRESS, "StableDiffusion SDXL 1.0", "2023-07-18", ["stability-ai"], ["sdxl-1.0"]),
    (PROGRESS, "Baichuan 13B", "2023-07-11", ["baichuan"], ["baichuan-13b"]),
    (PROGRESS, "Claude 2", "2023-07-11", ["anthropic"], ["claude-2"]),
    (PROGRESS, "ChatGLM2-6B", "2023-06-15", ["tsinghua"], ["chatglm2-6b"]),
    (PROGRESS, "Baichuan 7B", "2023-06-15", ["baichuan"], ["baichuan-7b"]),
    (PROGRESS, "ChatGPT 函数调用", "2023-06-13", ["openai"], ["chatgpt-function-calling"]),
    (PROGRESS, "PaLM 2", "2023-05-11", ["google"], ["palm-2"]),
    (PROGRESS, "Falcon", "2023-05", ["tii"], ["falcon"]),
    (PROGRESS, "Segment Anything Model", "2023-04-05", ["meta"], ["sam"]),
    (PROGRESS, "ChatGPT 插件", "2023-03-23", ["openai"], ["chatgpt-plugins"]),
    (PROGRESS, "Claude", "2023-03", ["anthropic"], ["claude"]),
    (PROGRESS, "ChatGLM-6B", "2023-03-14", ["tsinghua"], ["chatglm-6b"]),
    (PROGRESS, "ChatGPT 4", "2023-03-13", ["openai"], ["gpt-4"]),
    (PROGRESS, "LLaMa", "2023-02-24", ["meta"], ["llama"]),
    (PROGRESS, "ChatGPT", "2022-11-30", ["openai"], ["chatgpt", "gpt-3.5"]),
    (PROGRESS, "Langchain", "2022-11", ["harrison-chase"], ["langchain"]),
    (PROGRESS, "Stable Diffusion", "2022-08-22", ["stability-ai"], ["stable-diffusion"]),
    (PROGRESS, "MidJourney", "2022-07-17", ["midjourney"], ["midjourney"]),
    (PROGRESS, "GPT-3", "2020", ["openai"], ["gpt-3"]),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not REAL_SITE.is_dir():
        pytest.skip("the real site is not at hand")
    from llmtimeline.shell.cli import main

    folder = tmp_path_factory.mktemp("real") / "public"
    result = CliRunner().invoke(main, ["build", "-s", str(REAL_SITE), "-d", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture(scope="module")
def releases(built: Path) -> list[dict[str, Any]]:
    return json.loads((built / "data/v1/releases.json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_the_dataset_holds_exactly_the_25_releases(releases: list[dict[str, Any]]) -> None:
    assert len(releases) == 25
    assert len({release["id"] for release in releases}) == 25


@pytest.mark.parametrize("row", EXPECTED, ids=[row[1] for row in EXPECTED])
def test_a_heading_comes_out_as_the_fixture_says(
    releases: list[dict[str, Any]], row: tuple[str, str, str, list[str], list[str]]
) -> None:
    path, name, date, vendors, models = row
    found = [r for r in releases if r["posts"][0]["path"] == path and r["name"] == name and r["date"] == date]
    assert len(found) == 1
    assert found[0]["vendors"] == vendors
    assert found[0]["models"] == models


def test_the_status_between_date_and_vendor_is_kept(releases: list[dict[str, Any]]) -> None:
    midjourney = next(release for release in releases if release["id"] == "midjourney")
    assert midjourney["status"] == ["open-beta"]


def test_the_tagline_keeps_its_own_commas(releases: list[dict[str, Any]]) -> None:
    seeing = next(release for release in releases if release["id"] == "chatgpt-multimodal")
    assert "ChatGPT 可以看（识别图片），听，讲（语音对话）" in seeing["tagline"].values()


def test_the_heading_that_only_looks_like_one_is_no_release(releases: list[dict[str, Any]]) -> None:
    assert not any("彩蛋" in release["name"] for release in releases)


def test_old_deep_links_still_find_their_heading(built: Path) -> None:
    page = (built / "post/import-progress-to-202309/index.html").read_text("utf-8")
    for anchor in (
        "codellama-发布20230824-facebook",
        "chatgpt-函数调用---function-call-20230613-openai",
        "gpt-3-2020-openai",
    ):
        assert f'id="{anchor}"' in page

"""Values that came with a template and were never filled in: found wherever they stand, and told once."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.front.frontmatter import parse_front_matter
from llmtimeline.parse.notation.left_over import is_left_over, stand_ins_of
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, Severity
from llmtimeline.values.posts import FrontMatter
from llmtimeline.values.sources import Source

ARCHETYPE = """\
---
title: "{{ replace .Name "-" " " | title }}"
date: {{ .Date }}
draft: true
# weight: 1
tags: ["LLaMa", "GPT"]
author: "David"
comments: false
description: "Write what the post is about. TODO"  # one sentence
summary: 请填写摘要
canonicalURL: "https://canonical.url/to/page"
cover:
    image: "<image path/url>" # image path/url
    alt: 'Describe the image'
    caption: Your caption text
editPost:
    URL: "https://github.com/<path_to_repo>/content"
    Text: "Suggest Changes"
---
"""
STAND_INS = stand_ins_of([ARCHETYPE])


def config(text: str) -> tuple[Config, list[Diagnostic]]:
    found = parse_config(Source("hugo.yaml", "baseURL: https://example.org/\n" + text))
    return found.value, [each for each in found.diagnostics if each.code == "LT117"]


def front(matter: str) -> tuple[FrontMatter, list[Diagnostic]]:
    found = parse_front_matter(
        Source("content/post/a.md", f"---\n{matter}---\n"), parse_config().value, stand_ins=STAND_INS
    )
    return found.value.front, [each for each in found.diagnostics if each.code == "LT117"]


def place(found: Diagnostic) -> tuple[int, int, int]:
    assert found.span is not None
    return found.span.line, found.span.column, found.span.width


@pytest.mark.parametrize(
    "text",
    [
        *("<image path/url>", "<alt text>", "<text>", "<link / abs url>", "<img location>", "Desc Text.", "XYZabc"),
        *("https://canonical.url/to/page", "https://github.com/<path_to_repo>/content", "ExampleSite"),
        *("This is subtitle", "my image", "<link or path of image for opengraph, twitter-cards>", "{{ .Date }}"),
        *("G-XXXXXXXXXX", "UA-XXXXXXXX-X", "UA-123-45"),
    ],
)
def test_what_papermod_brings_along_is_known(text: str) -> None:
    assert is_left_over(text)


@pytest.mark.parametrize(
    "text",
    [
        *("David", "Me", "LLaMa", "true", "Suggest Changes", "Home", "posts", "<3", "a < b > c", "1 <2> 3", ""),
        *("/images/a.png", "G-EQPJJLMV72", "TODO", "<https://a.org>", "An image of a cat"),
    ],
)
def test_what_somebody_wrote_is_not(text: str) -> None:
    assert not is_left_over(text)


def test_an_archetype_gives_the_values_that_ask_to_be_replaced_and_no_others() -> None:
    assert set(STAND_INS) == {
        "Write what the post is about. TODO",
        "请填写摘要",
        "Describe the image",
        "Your caption text",
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('description = "Lorem ipsum dolor"', True),
        ("description: Summary", True),
        ("alt: Alt text", True),
        ("alt: alt text here", True),
        ("description: 待补充", True),
        ("title: your title", True),
        ("- name: PLACEHOLDER", True),
        ("url: CHANGE_ME", True),
        ('description: "Large models, week by week"', False),
        ("Text: Edit this page", False),
        ("Text: 在此提出修改", False),
        ("author: 张三", False),
        ("description: >", False),
        ("tags: [TODO]", False),
        ("# TODO: think", False),
        ('date: "{{ .Date }} TODO"', False),
        ("series: Lists of models", False),
    ],
)
def test_which_values_of_an_archetype_ask_to_be_replaced(line: str, wanted: bool) -> None:
    assert bool(stand_ins_of([f"---\n{line}\n---\n"])) is wanted


def test_a_stand_in_of_the_site_is_told_at_its_place_and_counts_as_not_given() -> None:
    found, told = front("title: T\nsummary: 请填写摘要\nauthor: David\ncover:\n  alt: Describe the image\n")
    assert (found.summary, found.params["cover"], found.authors) == ("", {}, ("David",))
    assert [(each.message, place(each)) for each in told] == [
        ("`请填写摘要` was never filled in", (3, 10, 5)),
        ("`Describe the image` was never filled in", (6, 8, 18)),
    ]


def test_defaults_of_an_archetype_are_no_stand_ins() -> None:
    found, told = front('tags: ["LLaMa", "GPT"]\nauthor: "David"\ncomments: false\neditPost: {Text: Suggest Changes}\n')
    assert told == []
    assert found.authors == ("David",)


def test_one_text_is_told_once_with_all_its_places() -> None:
    text = "params:\n  assets:\n    favicon: <link / abs url>\n    favicon16x16: <link / abs url>\n  images: [<img>]\n"
    found, told = config(text)
    assert found.params == {"assets": {}, "images": ()}
    both, one = told
    assert (both.message, place(both)) == ("`<link / abs url>` was never filled in, in 2 places", (4, 14, 16))
    assert [(each.span.line, each.span.column, each.message) for each in both.related] == [(5, 19, "here, too")]
    assert (one.message, place(one), one.severity) == ("`<img>` was never filled in", (6, 12, 5), Severity.WARNING)


def test_a_part_that_is_off_has_one_note() -> None:
    text = "params:\n  profileMode:\n    enabled: {}\n    title: ExampleSite\n    imageUrl: <img location>\n"
    _, (off,) = config(text.format("false"))
    assert (off.severity, off.message) == (
        Severity.NOTE,
        "`profileMode` is off, and 2 of its values were never filled in",
    )
    assert place(off) == (5, 12, 11)
    assert [each.message for each in off.related] == ["`<img location>` was never filled in"]
    _, on = config(text.format("true"))
    assert [each.severity for each in on] == [Severity.WARNING, Severity.WARNING]


def test_of_a_language_too() -> None:
    _, (told,) = config("languages: {zh: {params: {profileMode: {title: ExampleSite}}}}\n")
    assert (told.severity, told.hint) == (
        Severity.NOTE,
        "take `profileMode` out, or fill it in before you turn it on",
    )

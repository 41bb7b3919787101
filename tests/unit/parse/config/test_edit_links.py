"""`editPost.URL`: which addresses lead to a file."""

from __future__ import annotations

import pytest

from llmtimeline.parse.config.edit_links import check_edit_link
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.front.frontmatter import parse_front_matter
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Source

SPAN = Span("hugo.yaml", 1)


def fault(url: str, *, appends: bool = True, folders: tuple[str, ...] = ("content",)) -> str:
    found = check_edit_link(url, SPAN, folders, appends=appends)
    if found is None:
        return ""
    assert (found.code, found.span) == ("LT121", SPAN)
    assert found.hint
    return found.message.rpartition("` ")[2]


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/llmupdate/pages/tree/main/content",
        "https://github.com/llmupdate/pages/edit/main/content/",
        "https://www.github.com/llmupdate/pages/blob/main/site/content",
        "https://gitlab.com/group/sub/repo/-/edit/main/content",
        "https://gitee.com/a/b/edit/master/content",
        "https://bitbucket.org/a/b/src/main/content",
        "https://codeberg.org/a/b/_edit/main/content",
        "https://git.example.org/a/content",
    ],
)
def test_these_lead_to_a_file(url: str) -> None:
    assert fault(url) == ""


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("https://github.com/llmupdate/content", "names no branch, so it shows no file"),
        ("https://github.com/llmupdate/pages/content", "names no branch, so it shows no file"),
        ("https://github.com/llmupdate/pages/tree", "names no branch, so it shows no file"),
        ("https://gitlab.com/a/b/edit/main/content", "names no branch, so it shows no file"),
        ("content", "is no address on the web"),
        ("github.com/a/b/edit/main/content", "is no address on the web"),
        ("mailto:a@b.org", "is no address on the web"),
        (
            "https://github.com/a/b/edit/main/content/post/a.md",
            "ends with a file, and the path of each post is put behind it",
        ),
        ("https://github.com/a/b/edit/main", "does not end with the content folder"),
        ("https://github.com/a/b/edit/main/my-content", "does not end with the content folder"),
        ("https://git.example.org/a/b", "does not end with the content folder"),
    ],
)
def test_these_do_not(url: str, what: str) -> None:
    assert fault(url) == what


def test_without_the_path_of_the_file_the_address_may_be_any_file() -> None:
    assert fault("https://github.com/a/b/edit/main/content/post/a.md", appends=False) == ""
    assert fault("https://git.example.org/a/b", appends=False) == ""


def test_every_content_folder_may_end_it() -> None:
    folders = ("content/zh", "content/en")
    assert fault("https://github.com/a/b/edit/main/content/en", folders=folders) == ""
    assert fault("https://github.com/a/b/edit/main/content", folders=folders) == "does not end with the content folder"


def test_the_site_is_told_once_at_the_place_of_the_value() -> None:
    text = (
        "baseURL: https://example.org/\nlanguages: {zh: {}, en: {}}\nparams:\n  editPost:\n"
        "    URL: https://github.com/llmupdate/content\n    appendFilePath: true\n"
    )
    (found,) = parse_config(Source("hugo.yaml", text)).diagnostics
    assert (found.code, found.span) == ("LT121", Span("hugo.yaml", 5, 10, 36))
    assert found.hint == "write https://github.com/OWNER/REPO/edit/main/content"
    assert parse_config(Source("hugo.yaml", text + "    disabled: true\n")).diagnostics == ()


def test_a_post_may_have_its_own() -> None:
    site = parse_config(Source("hugo.yaml", "params: {editPost: {appendFilePath: true}}\n")).value
    text = "---\neditPost:\n  URL: https://github.com/a/b/edit/main/content/post/a.md\n---\n"
    (found,) = parse_front_matter(Source("content/post/a.md", text), site).diagnostics
    assert found.code == "LT121"
    assert found.span == Span("content/post/a.md", 3, 8, 50)
    alone = text.replace("editPost:\n", "editPost:\n  appendFilePath: false\n")
    assert parse_front_matter(Source("content/post/a.md", alone), site).diagnostics == ()

"""Names to paths, by the table that Hugo gave."""

import pytest

from llmtimeline.plan.routing.sanitise import PathRules, clean_path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("UPPER-Case_File", "upper-case_file"),
        ("中文 文件 名", "中文-文件-名"),
        ("GPT-4.5 说明", "gpt-4.5-说明"),
        ("a.b.c", "a.b.c"),
        ("c++&c#", "c++c#"),
        ("full，width！", "fullwidth"),
        ("emoji😀", "emoji"),
        ("Café", "café"),
        ("under_score--dd", "under_score--dd"),
        ("2024-05-01-datefile", "2024-05-01-datefile"),
        ("My Slug/中文 X", "my-slug/中文-x"),
        ("a & b", "a-b"),
        ("a - b", "a-b"),
        (" a ", "a"),
        ("！", ""),
        ("100%25", "100%25"),
        ("100%", "100"),
    ],
)
def test_a_name_becomes_the_path_that_hugo_makes(name: str, path: str) -> None:
    assert PathRules().path(name) == path


def test_case_and_accents_follow_the_settings() -> None:
    assert PathRules(lower=False).path("GPT 4") == "GPT-4"
    assert PathRules(remove_accents=True).path("Café") == "cafe"


def test_both_normal_forms_of_a_letter_give_one_path() -> None:
    assert PathRules().path("cafe\u0301") == PathRules().path("caf\u00e9")


@pytest.mark.parametrize(
    ("term", "slug"),
    [("C++", "c++"), ("Node.js", "node.js"), ("AI/ML", "ai-ml"), ("  spaced  ", "spaced"), ("a, b", "a-b"), ("😀", "")],
)
def test_a_term_is_one_trimmed_folder(term: str, slug: str) -> None:
    assert PathRules().term(term) == slug


@pytest.mark.parametrize(
    ("path", "cleaned", "climbed"),
    [
        ("/a//b/", "a/b", False),
        ("a/./b/../c", "a/c", False),
        ("../a", "a", True),
        ("a/../../b", "b", True),
        ("", "", False),
    ],
)
def test_a_path_never_climbs_above_its_root(path: str, cleaned: str, *, climbed: bool) -> None:
    assert clean_path(path) == (cleaned, climbed)

"""Two languages, and the switch between them."""

from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.outputs import Plan
from llmtimeline.values.posts import Node, Post

from .builders import EN, ZH, a_config, a_plan, a_post, a_registry, a_release, a_section, covered, paths_of, view_at


def weekly() -> list[Post]:
    def week(number: int, language: str, tags: list[str]) -> Post:
        terms = (("tags", tuple(tags)), ("categories", ("周报" if language == "zh" else "Weekly",)))
        return a_post(f"posts/week-0{number}", language, date=f"2024-01-0{number}", terms=terms)

    return [
        week(1, "zh", ["GPT", "多模态"]),
        week(1, "en", ["GPT", "multimodal"]),
        week(2, "zh", ["LLaMa", "开源 模型"]),
        week(3, "zh", ["GPT"]),
        week(3, "en", ["LLaMa", "Open Source"]),
        a_post("posts/发布说明", "zh", tags=["说明"]),
        *(a_post("archives", language, layout="archives", title="Archive") for language in ("zh", "en")),
    ]


def test_the_default_languages_other_home_redirects() -> None:
    checked = a_plan(weekly())
    assert view_at(checked, "zh/index.html").permalink == "https://ex.org/"
    checked = a_plan(weekly(), config=a_config(default_in_subdir=True))
    assert view_at(checked, "index.html").permalink == "https://ex.org/zh/"
    assert view_at(checked, "404.html").site.language == "zh"


def test_a_site_of_one_language_has_no_folder_of_it() -> None:
    paths = paths_of(a_plan([a_post("post/a", "en")], config=a_config(EN)))
    assert not [path for path in paths if path.startswith("en/")]
    assert "sitemap.xml" in paths


def switch(checked: Checked[Plan], path: str, language: str) -> tuple[str, bool]:
    found = next(view for view in view_at(checked, path).translations if view.language == language)
    return found.url, found.exact


def test_the_switch_leads_to_the_translated_page() -> None:
    checked = a_plan(weekly())
    assert switch(checked, "posts/week-01/index.html", "en") == ("/en/posts/week-01/", True)
    assert switch(checked, "posts/week-01/index.html", "zh") == ("/posts/week-01/", True)
    assert switch(checked, "tags/gpt/index.html", "en") == ("/en/tags/gpt/", True)


def test_without_a_translation_the_switch_leads_to_the_nearest_page() -> None:
    checked = a_plan([*weekly(), a_post("notes/only", "zh"), a_post("about", "zh")])
    assert switch(checked, "posts/week-02/index.html", "en") == ("/en/posts/", False)
    assert switch(checked, "tags/多模态/index.html", "en") == ("/en/tags/", False)
    assert switch(checked, "notes/only/index.html", "en") == ("/en/", False)
    assert switch(checked, "about/index.html", "en") == ("/en/", False)


def test_a_translation_that_is_not_rendered_is_none() -> None:
    checked = a_plan([a_post("post/a", "zh"), a_post("post/b", "en"), a_post("post/a", "en", render="never")])
    assert switch(checked, "post/a/index.html", "en") == ("/en/post/", False)


def test_a_translation_key_joins_files_of_different_names() -> None:
    zh, en = a_post("post/中文", "zh", translation_key="k"), a_post("post/english", "en", translation_key="k")
    assert switch(a_plan([zh, en]), "post/中文/index.html", "en") == ("/en/post/english/", True)


def test_generated_pages_stand_in_every_language() -> None:
    post = a_post("post/a", "zh", [a_section("GPT-4")])
    checked = a_plan([post], a_registry([a_release("gpt-4", "2023-03-14", covered(post))]))
    for path in ("timeline/", "timeline/2023/", "models/gpt-4/", "vendors/openai/", "archives/", "data/"):
        assert switch(checked, f"{path}index.html", "en") == (f"/en/{path}", True)


def test_further_pages_of_a_list_lead_to_the_other_list_but_are_no_translation_of_it() -> None:
    checked = a_plan(weekly(), config=a_config(pager_size=1))
    assert switch(checked, "posts/page/2/index.html", "en") == ("/en/posts/", False)
    assert switch(checked, "posts/page/2/index.html", "zh") == ("/posts/page/2/", True)


def test_an_own_page_in_the_place_of_ours_is_joined_with_ours() -> None:
    checked = a_plan([a_post("timeline", "zh", node=Node.LEAF)])
    assert switch(checked, "timeline/index.html", "en") == ("/en/timeline/", True)
    assert switch(checked, "en/timeline/index.html", "zh") == ("/timeline/", True)


def test_the_404_page_leads_to_the_homes() -> None:
    checked = a_plan([a_post("post/a", "zh")])
    homes = view_at(checked, "404.html").content.homes
    assert [(home.language, home.url, home.exact) for home in homes] == [("zh", "/", True), ("en", "/en/", True)]
    assert switch(checked, "404.html", "en") == ("/en/", False)
    assert not view_at(checked, "404.html").index


def test_every_view_names_all_languages_in_their_order() -> None:
    checked = a_plan(weekly(), config=a_config(EN, ZH, default_language="zh"))
    assert [view.language for view in view_at(checked, "index.html").translations] == ["en", "zh"]

"""Two languages and more: the trees that Hugo wrote, who is whose translation, and where neighbours of posts go."""

from __future__ import annotations

import re

import pytest

from tests.hugo.sites import a_site, codes_of, page, paths_of, vector, view_at

LANGUAGES = """
defaultContentLanguage: zh
languages: {zh: {weight: 1, locale: zh-CN}, en: {weight: 2, locale: en-US}}
"""
WEEKLY = {
    "posts/week-01.zh.md": page("一", date="2024-01-01", tags="[GPT, 多模态]", categories="[周报]"),
    "posts/week-01.en.md": page("One", date="2024-01-01", tags="[GPT, multimodal]", categories="[Weekly]"),
    "posts/week-02.zh.md": page("二", date="2024-01-02", tags="[LLaMa, 开源 模型]", categories="[周报]"),
    "posts/week-03.zh.md": page("三", date="2024-01-03", tags="[GPT]", categories="[周报]"),
    "posts/week-03.en.md": page("Three", date="2024-01-03", tags="[LLaMa, Open Source]", categories="[Weekly]"),
    "posts/发布说明.md": page("发布说明", tags="[说明]"),
    **{f"archives.{key}.md": page("Archive", layout="archives") for key in ("zh", "en")},
    **{f"search.{key}.md": page("Search", layout="search") for key in ("zh", "en")},
}
# The names of these two files hold a digest of their bytes; nobody but the pages themselves links to them.
FINGERPRINTED = re.compile(r"assets/(css/stylesheet|js/search)\.[0-9a-f]{64}\.(css|js)")

CHINESE = """
archives/index.html
categories/index.html
categories/index.xml
categories/周报/index.html
categories/周报/index.xml
categories/周报/page/1/index.html
categories/周报/page/2/index.html
index.json
index.xml
page/1/index.html
page/2/index.html
posts/index.html
posts/index.xml
posts/page/1/index.html
posts/page/2/index.html
posts/week-01/index.html
posts/week-02/index.html
posts/week-03/index.html
posts/发布说明/index.html
search/index.html
tags/gpt/index.html
tags/gpt/index.xml
tags/gpt/page/1/index.html
tags/index.html
tags/index.xml
tags/llama/index.html
tags/llama/index.xml
tags/llama/page/1/index.html
tags/多模态/index.html
tags/多模态/index.xml
tags/多模态/page/1/index.html
tags/开源-模型/index.html
tags/开源-模型/index.xml
tags/开源-模型/page/1/index.html
tags/说明/index.html
tags/说明/index.xml
tags/说明/page/1/index.html
"""
COMMON = """
en/404.html
en/archives/index.html
en/categories/index.html
en/categories/index.xml
en/categories/weekly/index.html
en/categories/weekly/index.xml
en/categories/weekly/page/1/index.html
en/index.html
en/index.json
en/index.xml
en/page/1/index.html
en/posts/index.html
en/posts/index.xml
en/posts/page/1/index.html
en/posts/week-01/index.html
en/posts/week-03/index.html
en/search/index.html
en/sitemap.xml
en/tags/gpt/index.html
en/tags/gpt/index.xml
en/tags/gpt/page/1/index.html
en/tags/index.html
en/tags/index.xml
en/tags/llama/index.html
en/tags/llama/index.xml
en/tags/llama/page/1/index.html
en/tags/multimodal/index.html
en/tags/multimodal/index.xml
en/tags/multimodal/page/1/index.html
en/tags/open-source/index.html
en/tags/open-source/index.xml
en/tags/open-source/page/1/index.html
index.html
robots.txt
sitemap.xml
zh/index.html
zh/sitemap.xml
"""


def tree(*, in_subdir: bool) -> set[str]:
    """Hugo's files but the two with a digest in their names."""
    prefix = "zh/" if in_subdir else ""
    chinese = {prefix + path for path in CHINESE.split()}
    return chinese | set(COMMON.split()) | {"zh/404.html" if in_subdir else "404.html"}


@pytest.mark.parametrize("in_subdir", [False, True])
def test_every_file_of_hugos_bilingual_site_exists(*, in_subdir: bool) -> None:
    setting = f"pagination: {{pagerSize: 2}}\ndefaultContentLanguageInSubdir: {str(in_subdir).lower()}\n"
    site = a_site(LANGUAGES + setting + "outputs: {home: [HTML, RSS, JSON]}\n", WEEKLY)
    assert codes_of(site) == []
    assert tree(in_subdir=in_subdir) - paths_of(site) == set()
    # More than Hugo: what is ours, a 404 page at the root, where hosts look for it, and the feeds of more lists.
    ours = re.compile(
        r"(zh/|en/)?(archives|timeline|models|vendors|data|lineage|charts|compare|search)/|"
        r"(zh/|en/)?(404\.html|llms.*\.txt|search\.\w+\.json)\Z|(.*/)?(atom\.xml|feed\.json)\Z"
    )
    assert [path for path in paths_of(site) - tree(in_subdir=in_subdir) if not ours.match(path)] == []


@pytest.mark.parametrize("in_subdir", [False, True])
def test_the_tree_is_the_one_that_hugo_wrote(*, in_subdir: bool) -> None:
    listed = vector(f"tree-bilingual-insubdir-{str(in_subdir).lower()}.txt").split()
    left_out = [path for path in listed if FINGERPRINTED.fullmatch(path)]
    assert len(left_out) == 2
    assert set(listed) - set(left_out) == tree(in_subdir=in_subdir)


def test_homes_redirect_where_the_other_setting_would_have_them() -> None:
    assert view_at(a_site(LANGUAGES, WEEKLY), "zh/index.html").permalink == "https://ex.org/"
    nested = a_site(LANGUAGES + "defaultContentLanguageInSubdir: true\n", WEEKLY)
    assert view_at(nested, "index.html").permalink == "https://ex.org/zh/"


TRANSLATED = {
    "post/a.zh.md": page("A中", date="2024-01-02"),
    "post/a.en.md": page("A", date="2024-01-02"),
    "post/b.md": page("B default", date="2024-01-03"),
    "post/b.en.md": page("B"),
    "post/c.en.md": page("C en only"),
    "post/d.zh.md": page("D", slug="d-zh-slug"),
    "post/d.en.md": page("D", url="custom-en/"),
    "post/e.fr.md": page("unknown lang"),
    "post/f.zh-cn.md": page("f"),
    "post/中文.zh.md": page("中", translationKey="k1"),
    "post/english.en.md": page("E", translationKey="k1"),
    "post/bun/index.zh.md": page("bun"),
    "post/bun/index.en.md": page("bun"),
    "post/bun/pic.png": "",
    "post/bun/pic.en.png": "",
    "post/bun/only.zh.txt": "",
    "post/README.txt": "",
    "post/guide.en.txt": "",
}
# Each page of it, its language and its translation, as Hugo had them.
PAGES = {
    "/post/a/": ("zh", "/en/post/a/"),
    "/post/b/": ("zh", "/en/post/b/"),
    "/en/post/c/": ("en", ""),
    "/post/d-zh-slug/": ("zh", "/en/custom-en/"),
    "/post/e.fr/": ("zh", ""),
    "/post/f.zh-cn/": ("zh", ""),
    "/post/%E4%B8%AD%E6%96%87/": ("zh", "/en/post/english/"),
    "/post/bun/": ("zh", "/en/post/bun/"),
}


def test_translations_are_paired_as_hugo_pairs_them() -> None:
    site = a_site(LANGUAGES, TRANSLATED)
    views = {
        view.url: view
        for output in site.value.outputs
        if (view := getattr(output.body, "view", None)) and hasattr(view, "translations")
    }
    for url, (language, other) in PAGES.items():
        view = views[url]
        assert view.site.language == language, url
        exact = [each.url for each in view.translations if each.exact and each.language != language]
        assert exact == ([other] if other else []), url
        if other:
            back = [each.url for each in views[other].translations if each.exact and each.language == language]
            assert back == [url]


def test_neighbours_of_a_post_go_beside_the_page_of_their_language() -> None:
    paths = paths_of(a_site(LANGUAGES, TRANSLATED))
    wanted = {
        "post/bun/pic.png",
        "en/post/bun/pic.en.png",
        "post/bun/only.zh.txt",
        "post/README.txt",
        "en/post/guide.en.txt",
    }
    assert {path for path in paths if path.endswith((".png", ".txt")) and "post/" in path} == wanted


def test_the_pages_are_those_that_hugo_wrote() -> None:
    rows = re.findall(
        r"^(\S+)/index\.html :: lang=(\w+) .*? url=(\S+) tr=(?:\[(\w+) (\S+?)\])?",
        vector("translations.txt"),
        re.MULTILINE,
    )
    # `same.md` with `same.zh.md` is an error here; the English page at /custom-en/ had a leading slash in its url.
    found = {url: (language, other) for _, language, url, _, other in rows if language == "zh" and "same" not in url}
    ours = {url: (language, other.replace("/en/custom-en/", "/custom-en/")) for url, (language, other) in PAGES.items()}
    assert found == {url: row for url, row in ours.items() if row[0] == "zh"}


def test_a_file_with_and_one_without_the_default_languages_suffix_are_an_error() -> None:
    site = a_site(LANGUAGES, {"post/same.md": page("same1"), "post/same.zh.md": page("same2")})
    (found,) = site.diagnostics
    assert found.code == "LT501"
    assert [each.span.path for each in found.related] == ["content/post/same.md", "content/post/same.zh.md"]


def test_languages_may_have_folders_of_their_own() -> None:
    config = """
defaultContentLanguage: zh
languages: {zh: {weight: 1, contentDir: content/zh}, en: {weight: 2, contentDir: content/en}}
"""
    content = {
        "content/zh/post/a.md": page("A"),
        "content/en/post/a.md": page("Aen"),
        "content/zh/post/x.txt": "",
        "content/en/post/y.txt": "",
    }
    site = a_site(config, content)
    assert {"post/a/index.html", "en/post/a/index.html", "post/x.txt", "en/post/y.txt"} <= paths_of(site)
    other = next(each for each in view_at(site, "post/a/index.html").translations if each.language == "en")
    assert (other.url, other.exact) == ("/en/post/a/", True)


THREE = {f"post/a.{key}.md": page(key) for key in ("zh", "en", "ja")}


def test_three_languages_each_have_their_own_pages_and_switch_in_order_of_weight() -> None:
    config = "defaultContentLanguage: en\nlanguages: {ja: {weight: 3}, zh: {weight: 1}, en: {weight: 2}}\n"
    site = a_site(config, THREE)
    assert {
        "post/a/index.html",
        "zh/post/a/index.html",
        "ja/post/a/index.html",
        "zh/404.html",
        "ja/404.html",
        "404.html",
    } <= paths_of(site)
    shown = [(each.language, each.url) for each in view_at(site, "post/a/index.html").translations]
    assert shown == [("zh", "/zh/post/a/"), ("en", "/post/a/"), ("ja", "/ja/post/a/")]


@pytest.mark.parametrize(
    "config",
    [
        "languages: {zh: {weight: 1}, en: {weight: 2, disabled: true}}\n",
        "languages: {zh: {weight: 1}, en: {weight: 2}}\ndisableLanguages: [en]\n",
    ],
)
def test_a_language_that_is_turned_off_has_no_pages(config: str) -> None:
    site = a_site("defaultContentLanguage: zh\n" + config, {"post/a.zh.md": page("A"), "post/a.en.md": page("A")})
    assert "post/a/index.html" in paths_of(site)
    assert not [path for path in paths_of(site) if path.startswith("en/")]
    assert [each.language for each in view_at(site, "post/a/index.html").translations] == ["zh"]


@pytest.mark.parametrize(
    ("url", "zh", "en"),
    [
        ("/archive/:slug/", "archive/x/index.html", ""),
        ("archive/:slug/", "archive/x/index.html", "en/archive/x/index.html"),
    ],
)
def test_a_url_counts_from_the_root_only_with_a_leading_slash(url: str, zh: str, en: str) -> None:
    content = {f"post/a.{key}.md": page("A", url=url, slug="x") for key in ("zh", "en")}
    site = a_site(LANGUAGES, content)
    if en:
        assert {zh, en} <= paths_of(site)
        assert codes_of(site) == []
    else:  # Hugo published the English page only, and said nothing
        (found,) = site.diagnostics
        assert (found.code, [each.span.path for each in found.related]) == (
            "LT501",
            ["content/post/a.en.md", "content/post/a.zh.md"],
        )


def test_aliases_get_the_language_and_stand_beside_the_page() -> None:
    content = {f"post/a.{key}.md": page("A", aliases="[/old/, rel]") for key in ("zh", "en")}
    redirects = {"en/old/index.html", "en/post/rel/index.html", "old/index.html", "post/rel/index.html"}
    site = a_site(LANGUAGES, content)
    assert redirects <= paths_of(site)
    view = view_at(site, "en/old/index.html")
    assert (view.permalink, view.locale) == ("https://ex.org/en/post/a/", "en-US")


def test_an_alias_redirects_at_the_addresses_of_both_versions_of_hugo_where_they_are_free() -> None:
    content = {
        "post/a.en.md": page("A", aliases="[/old/, /taken/, /Post/B/]"),
        "post/b.zh.md": page("B", aliases="[/taken/]"),
    }
    site = a_site(LANGUAGES, content)
    assert codes_of(site) == []
    for path in ("en/old/index.html", "old/index.html", "en/taken/index.html"):
        assert view_at(site, path).permalink == "https://ex.org/en/post/a/"
    assert view_at(site, "taken/index.html").permalink == "https://ex.org/post/b/"
    assert "Post/B/index.html" not in paths_of(site)
    assert site.value.totals.aliases == 4


@pytest.mark.parametrize("in_subdir", [False, True])
def test_hosts_find_a_404_page_at_the_root_that_leads_to_every_home(*, in_subdir: bool) -> None:
    site = a_site(LANGUAGES + f"defaultContentLanguageInSubdir: {str(in_subdir).lower()}\n", TRANSLATED)
    homes = [("zh", "/zh/" if in_subdir else "/"), ("en", "/en/")]
    for path in ("404.html", "en/404.html", *(["zh/404.html"] if in_subdir else [])):
        assert [(home.language, home.url) for home in view_at(site, path).content.homes] == homes

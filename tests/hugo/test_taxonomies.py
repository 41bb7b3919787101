"""Terms: where they stand, what they are called and in which order, as Hugo had them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest

from tests.hugo.sites import a_site, codes_of, page, paths_of, titles_at, urls_at, vector, view_at

POSTS = {
    "p/1.md": page("1", date="2024-01-01", tags="[GPT, 大模型, C++, 'C#', Node.js, GPT-4.5]"),
    "p/2.md": page("2", date="2024-01-02", tags="[gpt, 大模型, alpha, Zeta, école]"),
    "p/3.md": page("3", date="2024-01-03", tags="[gpt, 大模型, 开源 模型, AI/ML, '  spaced  ']"),
    "p/4.md": page("4", date="2024-01-04", tags="[Gpt, Gpt, emoji😀, claude_3, '', ~]"),
    "p/5.md": page("5", date="2024-01-05", tags='"a, b"'),
    "p/6.md": page("6", date="2024-01-06", tags=""),
    "p/7.md": page("7", date="2024-01-07", tags="[2024, true]"),
    "p/8.md": page("8", date="2024-01-08", categories="LLM List", vendors="[Open AI]", weight="1"),
    "p/9.md": page("9", date="2024-01-09", tags="[字节, 智谱, 百度, 阿里巴巴, GPT]"),
    "tags/_index.md": page("所有标签"),
    "tags/大模型/_index.md": page("大模型（自定义标题）", description="d"),
    "tags/unused/_index.md": page("未使用标签"),
}
TERMS = {  # slug -> title and number of posts
    "spaced": ("Spaced", 1),
    "2024": ("2024", 1),
    "a-b": ("A, B", 1),
    "ai-ml": ("AI/ML", 1),
    "alpha": ("Alpha", 1),
    "c#": ("C#", 1),
    "c++": ("C++", 1),
    "claude_3": ("Claude_3", 1),
    "école": ("École", 1),
    "emoji": ("Emoji😀", 1),
    "gpt": ("GPT", 5),
    "gpt-4.5": ("GPT-4.5", 1),
    "node.js": ("Node.js", 1),
    "true": ("True", 1),
    "zeta": ("Zeta", 1),
    "大模型": ("大模型（自定义标题）", 3),
    "字节": ("字节", 1),
    "开源-模型": ("开源 模型", 1),
    "智谱": ("智谱", 1),
    "百度": ("百度", 1),
    "阿里巴巴": ("阿里巴巴", 1),
    "unused": ("未使用标签", 0),
}
# Two that Hugo publishes elsewhere: its addresses redirect.
FORMER = {"tags/--spaced--/index.html": "/tags/spaced/", "tags/ai/ml/index.html": "/tags/ai-ml/"}


def terms(config: str = "", taxonomy: str = "tags") -> dict[str, tuple[str, int]]:
    content = view_at(a_site(config, POSTS), f"{taxonomy}/index.html").content
    return {unquote(term.url).split("/")[-2]: (term.name, term.count) for term in content.terms}


def test_every_term_has_its_page_title_and_count() -> None:
    assert terms() == TERMS
    assert terms(taxonomy="categories") == {"llm-list": ("LLM List", 1)}
    site = a_site("", POSTS)
    assert codes_of(site) == []
    for slug, (title, _) in TERMS.items():
        assert view_at(site, f"tags/{slug}/index.html").title == title
    assert view_at(site, "tags/index.html").title == "所有标签"
    assert view_at(site, "tags/大模型/index.html").description == "d"


def test_titles_keep_their_small_letters_where_the_config_says_so() -> None:
    config = "capitalizeListTitles: false\npluralizeListTitles: false\n"
    found = terms(config)
    assert [found[slug][0] for slug in ("alpha", "a-b", "emoji", "true", "zeta")] == [
        "alpha",
        "a, b",
        "emoji😀",
        "true",
        "Zeta",
    ]
    assert view_at(a_site(config, POSTS), "p/index.html").title == "p"
    assert view_at(a_site("", POSTS), "p/index.html").title == "Ps"


@pytest.mark.parametrize("order", [1, -1])
def test_a_spelling_is_chosen_by_the_posts_and_never_by_the_order_of_files(order: int) -> None:
    spellings = {
        f"p/{number}.md": page(tags=f"[{tag}]")
        for number, tag in enumerate(["llama", "LLaMa", "Llama", "LLaMa"][::order])
    }
    assert view_at(a_site("", spellings), "tags/llama/index.html").title == "LLaMa"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("machine learning", "Machine Learning"),
        ("state of the art", "State of the Art"),
        ("open-source LLM", "Open-Source LLM"),
        ("gpt-4o", "Gpt-4o"),
        ("iPhone", "iPhone"),  # Hugo: IPhone
        ("R & D", "R & D"),
        ("100% open", "100% Open"),
    ],
)
def test_words_of_a_term_begin_with_capitals_as_in_a_title(written: str, shown: str) -> None:
    site = a_site("", {"p/1.md": page(tags=f'["{written}"]')})
    (term,) = view_at(site, "tags/index.html").content.terms
    assert term.name == shown


@pytest.mark.parametrize(
    ("term", "slug", "former"),
    [
        ("R & D", "r--d", ""),
        ("a  b", "a-b", "a--b"),
        ("  spaced  ", "spaced", "--spaced--"),
        ("AI/ML", "ai-ml", "ai/ml"),
        ("/lead", "lead", ""),
        ("50%", "50", ""),
        ("A（B）", "ab", ""),
    ],
)
def test_where_hugos_address_of_a_term_is_another_it_redirects(term: str, slug: str, former: str) -> None:
    site = a_site("", {"p/1.md": page(tags=f'["{term}"]')})
    assert urls_at(site, f"tags/{slug}/index.html") == ["/p/1/"]
    redirects = {
        path for path in paths_of(site) if path.startswith("tags/") and "/page/" not in path and path.count("/") > 1
    }
    assert {path for path in redirects if path.endswith(".html")} - {f"tags/{slug}/index.html"} == (
        {f"tags/{former}/index.html"} if former else set()
    )
    if former:
        assert view_at(site, f"tags/{former}/index.html").permalink == f"https://ex.org/tags/{slug}/"
        assert view_at(site, f"tags/{former}/index.xml") == view_at(site, f"tags/{slug}/index.xml")


def test_a_link_to_hugos_address_of_a_term_leads_to_ours() -> None:
    site = a_site("", {"p/1.md": page("1", "[a](/tags/ai/ml/)", tags="[AI/ML]")})
    assert codes_of(site) == []
    assert 'href="/tags/ai-ml/"' in view_at(site, "p/1/index.html").content.sections[0].html


def test_former_addresses_keep_the_language_and_never_take_a_pages_place() -> None:
    config = "defaultContentLanguage: zh\nlanguages: {zh: {weight: 1}, en: {weight: 2}}\n"
    content = {
        "p/1.zh.md": page(tags="[AI/ML]"),
        "p/1.en.md": page(tags="[AI/ML]"),
        "tags/ai/ml.zh.md": page(),
        "tags/ai/ml.en.md": page("En"),
    }
    content.pop("tags/ai/ml.en.md")
    site = a_site(config, content)
    assert view_at(site, "en/tags/ai/ml/index.html").permalink == "https://ex.org/en/tags/ai-ml/"
    assert view_at(site, "tags/ai/ml/index.html").kind == "post"


def test_own_taxonomies_stand_in_place_of_the_usual_ones() -> None:
    config = "taxonomies: {tag: tags, vendor: vendors}\ntimeline: {vendors: makers}\n"
    paths = paths_of(a_site(config, POSTS))
    assert {"vendors/index.html", "vendors/open-ai/index.html"} <= paths
    assert not [path for path in paths if path.startswith("categories/")]
    assert terms(config, "vendors") == {"open-ai": ("Open AI", 1)}
    assert view_at(a_site(config, POSTS), "vendors/index.html").title == "Vendors"


def test_both_usual_taxonomies_have_their_page_without_any_term() -> None:
    paths = paths_of(a_site("", {"post/a.md": page()}))
    assert {"tags/index.html", "categories/index.html"} <= paths


def test_a_terms_page_lists_its_posts_in_pages() -> None:
    site = a_site("pagination: {pagerSize: 2}\n", POSTS)
    assert urls_at(site, "tags/gpt/index.html") == ["/p/9/", "/p/4/"]
    assert urls_at(site, "tags/gpt/page/3/index.html") == ["/p/1/"]
    assert "tags/gpt/index.xml" in paths_of(site)
    assert titles_at(site, "tags/unused/index.html") == []


def test_a_post_names_its_terms_in_its_own_order() -> None:
    content = view_at(a_site("", POSTS), "p/2/index.html").content
    ((_, links),) = content.terms
    assert [(link.url, link.text) for link in links][:3] == [
        ("/tags/gpt/", "GPT"),
        ("/tags/%E5%A4%A7%E6%A8%A1%E5%9E%8B/", "大模型（自定义标题）"),
        ("/tags/alpha/", "Alpha"),
    ]


CHINESE_ORDER = ["阿里巴巴", "百度", "大模型", "开源 模型", "腾讯", "月之暗面", "智谱", "字节"]
LATIN_ORDER = ["2024", "alpha", "C#", "C++", "école", "GPT", "gpt-4.5", "Zeta"]


@pytest.mark.parametrize(("language", "han"), [("zh", CHINESE_ORDER), ("en", sorted(CHINESE_ORDER))])
def test_terms_are_in_the_order_of_the_language_latin_ones_first(language: str, han: list[str]) -> None:
    config = f"defaultContentLanguage: {language}\ncapitalizeListTitles: false\n"
    names = [*sorted(han), *sorted(LATIN_ORDER)]
    site = a_site(config, {"p/1.md": page(tags=str(names))})
    assert [term.name for term in view_at(site, "tags/index.html").content.terms] == [*LATIN_ORDER, *han]


def test_equal_terms_of_two_languages_are_translations() -> None:
    config = "defaultContentLanguage: zh\nlanguages: {zh: {weight: 1}, en: {weight: 2}}\n"
    site = a_site(config, {"p/1.zh.md": page(tags="[GPT, 开源]"), "p/1.en.md": page(tags="[gpt]")})
    other = [each for each in view_at(site, "tags/gpt/index.html").translations if each.language == "en"]
    assert [(each.url, each.exact) for each in other] == [("/en/tags/gpt/", True)]
    other = [each for each in view_at(site, "tags/开源/index.html").translations if each.language == "en"]
    assert [(each.url, each.exact) for each in other] == [("/en/tags/", False)]


def _blocks() -> Iterator[tuple[str, list[str]]]:
    for name, text in re.findall(r"^#### (.+)\n(\[.+\])$", vector("taxonomies.txt"), re.MULTILINE):
        yield name, re.findall(r"'([^']+)'", text)


def test_every_file_that_hugo_wrote_exists() -> None:
    settings = {
        "default": "",
        "taxonomies: tag,vendor": "taxonomies: {tag: tags, vendor: vendors}\n",
        "capitalizeListTitles false+pluralize false": "capitalizeListTitles: false\npluralizeListTitles: false\n",
    }
    found = dict(_blocks())
    assert found.keys() == settings.keys()
    for name, files in found.items():
        site = a_site(settings[name], POSTS)
        assert set(files) - paths_of(site) == set(), name
        for path, url in FORMER.items():
            assert view_at(site, path).permalink == f"https://ex.org{url}"


def test_the_titles_and_counts_are_those_that_hugo_had() -> None:
    first = vector("taxonomies.txt").split("#### ")[1]
    line = next(line for line in first.splitlines() if line.startswith("ALPHA") and "gpt" in line)
    rows = re.findall(r"\[([^|\]]+)\|([^|]+)\|([^|]+)\|(\d+)\]", line.replace("&#43;", "+"))
    found = {unquote(url)[len("/tags/") : -1]: (title, int(count)) for _, title, url, count in rows}
    # Ours: trimmed, in one folder, the spelling of the most posts, and only the first letter of a word a capital.
    better = {"--spaced--": "spaced", "ai/ml": "ai-ml"}
    hugo = {better.get(slug, slug): (title.strip(), count) for slug, (title, count) in found.items()}
    same = {slug: row for slug, row in hugo.items() if slug not in ("gpt", "école")}
    ours = terms()
    assert {slug: ours[slug] for slug in same} == same
    assert set(ours) - set(hugo) == {"unused"}

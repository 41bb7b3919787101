"""A view of every kind of page and plain file, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from llmtimeline.values.names import Names
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import (
    ArchiveMonth,
    ArchivesContent,
    CompareContent,
    DataContent,
    DataFile,
    FamilyView,
    FeedContent,
    FeedItem,
    HomeContent,
    KindView,
    LinkView,
    ListContent,
    ModelsContent,
    NotFoundContent,
    Pager,
    PageView,
    PostContent,
    PostParts,
    RedirectContent,
    RobotsContent,
    SectionView,
    SitemapContent,
    SitemapEntry,
    SitemapIndexContent,
    TermsContent,
    TermView,
    TimelineContent,
    VendorContent,
    VendorRow,
    VendorsContent,
)

from .sample_charts import charts, crowded_charts, empty_charts
from .sample_compare import compare, comparison, facts_to_compare
from .sample_lineage import lineage, no_lineage
from .sample_pages import home, model, model_rows, page, post
from .sample_parts import CHINA, LANGUAGES, card, translations
from .sample_prose import ENDNOTES, PROSE
from .sample_releases import at, chip, facets, releases, slice_of, strip, vendor, years


def pages(language: str) -> dict[str, PageView]:
    """By a name for each: every kind, and some kinds in more than one state."""
    zh = language == "zh"
    rows, all_years = releases(language), years(language)
    rail = years(language, bare=True)
    archive = (ArchiveMonth(2023, 9, (card(language),)), ArchiveMonth(2023, 8, (card(language, month=8),)))
    vendor_page = VendorContent(
        "tii",
        "TII",
        Names((("", "TII"),)),
        ("Technology Innovation Institute",),
        ("Some Lab",),
        "lab",
        vendor(language, "google"),
        (vendor(language, "tii"),),
        "AE",
        "https://example.org",
        "Falcon 系列的训练方。" if zh else "Trains the Falcon models.",
        "",
        all_years[:1],
        model_rows(language)[2:5],
        11,
        rail,
        (FamilyView(chip(language, "falcon"), (chip(language, "falcon-7b", "Falcon 7B"),), 3),),
        3,
        Pager(1, 2, "", at(language, "vendors/tii/page/2/")),
    )
    vendors = tuple(
        VendorRow(vendor(language, key), 9 - i, 12 - i, rows[i], "company", "US")
        for i, key in enumerate(("openai", "meta", "google", "tii", "alibaba"))
    )
    terms = tuple(
        TermView(name, at(language, f"tags/{i}/"), 12 - i)
        for i, name in enumerate(("Falcon", "GPT", "PaLM", "开源", "多模态", "商用", "SAM", "RLHF"))
    )
    files = (
        DataFile("registry.json", "/data/v1/registry.json", 182_334, "/data/v1/schema/registry.schema.json"),
        DataFile("claims.csv", "/data/v1/claims.csv", 2_612_000),
    )
    posts = tuple(card(language, month=month) for month in (9, 8, 6))
    return {
        "home": home(language),
        "post": post(language),
        "plain": page(
            language,
            PostContent(
                (SectionView("what", "?", PROSE[language]),), ENDNOTES, (), card(language), parts=PostParts(meta=False)
            ),
            "about/",
            "关于" if zh else "About",
        ),
        "timeline": page(language, TimelineContent(all_years, rail, None, strip(language), 14), "timeline/"),
        "year": page(language, TimelineContent(all_years[:1], rail, 2023, None, 11), "timeline/2023/"),
        "slice": page(language, slice_of(language), "timeline/open/"),
        "cut": page(
            language,
            TimelineContent(all_years[:1], rail, None, None, 14, facets=facets(language), shown=11, older=rail[1:]),
            "timeline/cut/",
        ),
        "model": model(language),
        "models": page(
            language,
            ModelsContent(
                "",
                (("model", model_rows(language)), ("tool", model_rows(language)[:1])),
                15,
                (KindView("model", 14, "#model"), KindView("tool", 1, "#tool")),
            ),
            "models/",
        ),
        "vendor": page(language, vendor_page, "vendors/tii/", "TII"),
        "vendors": page(language, VendorsContent("", vendors, 5, 9), "vendors/"),
        "list": page(
            language,
            ListContent("", posts, Pager(2, 5, "/post/", "/post/page/3/"), (LinkView("/post/x/", "X"),), rows[:2]),
            "only/",
            "文章" if zh else "Posts",
        ),
        "terms": page(language, TermsContent("", "tags", terms), "tags/"),
        "archives": page(language, ArchivesContent("", ((2023, 2, archive),)), "archives/"),
        "data": page(
            language,
            DataContent("", files, {"releases": 14, "models": 31, "vendors": 9}, "CC-BY-4.0", "https://example.org/by"),
            "data/",
        ),
        "compare": page(language, compare(language), "compare/"),
        "comparison": page(language, comparison(language), "compare/llama-vs-llama-2/"),
        "lineage": page(language, lineage(language), "lineage/"),
        "charts": page(language, charts(language), "charts/"),
        "crowded-charts": page(language, crowded_charts(language), "charts/"),
        "404": page(language, NotFoundContent(translations("")), "404.html"),
    }


def empty_pages(language: str) -> dict[str, PageView]:
    """The same kinds of a site that holds nothing yet."""
    return {
        "home": page(language, HomeContent("", (), (), Pager(1, 1), {}), ""),
        "timeline": page(language, TimelineContent((), (), None, None, 0), "timeline/"),
        "models": page(language, ModelsContent("", (), 0), "models/"),
        "vendors": page(language, VendorsContent("", ()), "vendors/"),
        "list": page(language, ListContent("", (), Pager(1, 1)), "post/", "x"),
        "terms": page(language, TermsContent("", "unheard-of", ()), "unheard-of/"),
        "archives": page(language, ArchivesContent("", ()), "archives/"),
        "charts": page(language, empty_charts(), "charts/"),
        "lineage": page(language, no_lineage(), "lineage/"),
        "compare": page(language, CompareContent((), 0, "", ()), "compare/"),
        "404": page(language, NotFoundContent(()), "404.html"),
    }


MOMENT = datetime(2023, 9, 29, 10, 0, tzinfo=CHINA)
PLAIN = {
    "feeds/rss.xml": FeedContent(
        "文章 & <b>",
        "",
        "https://example.org/",
        "https://example.org/index.xml",
        "zh-CN",
        MOMENT,
        (
            FeedItem(
                "Falcon \x0b180B <1>",
                "https://example.org/a?b=1&c=2",
                MOMENT,
                "<p>x & y</p>",
                "https://example.org/a?b=1&c=2",
            ),
        ),
        "© 2023",
    ),
    "feeds/sitemap.xml": SitemapContent(
        (
            SitemapEntry(
                "https://example.org/",
                MOMENT,
                (("zh-CN", "https://example.org/"), ("x-default", "https://example.org/")),
            ),
            SitemapEntry("https://example.org/b/", None),
        )
    ),
    "feeds/sitemapindex.xml": SitemapIndexContent(
        (("https://example.org/zh/sitemap.xml", MOMENT), ("https://example.org/en/sitemap.xml", None))
    ),
    "feeds/robots.txt": RobotsContent(allow=True, sitemap="https://example.org/sitemap.xml"),
    "feeds/compare.json": facts_to_compare("zh"),
    "feeds/redirect.html": RedirectContent("https://example.org/new/", "zh-CN"),
}


def outputs() -> Iterator[Output]:
    """Everything above as outputs, each with an address of its own."""
    for language in LANGUAGES:
        for states, name_of in ((pages, "{}.html"), (empty_pages, "empty-{}.html")):
            for name, view in states(language).items():
                path = f"{language}/{name_of.format(name)}"
                yield Output(path, Rendered(f"pages/{view.kind}.html", view, language))
        for template, content in PLAIN.items():
            yield Output(f"{language}/{template}", Rendered(template, content, language))

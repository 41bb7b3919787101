"""Views of the pages that hold most: home, post, model."""

from __future__ import annotations

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Modalities
from llmtimeline.values.names import Names
from llmtimeline.values.quantities import Known, Quantity
from llmtimeline.values.views import (
    CoverageView,
    ErratumView,
    FactRow,
    FeedView,
    HeadingView,
    HistoryEntry,
    HomeContent,
    LineageView,
    LinkView,
    ModelContent,
    ModelRow,
    PageContent,
    Pager,
    PageView,
    PostContent,
    SectionView,
    TypedLinkView,
)

from .sample_head import usual_head
from .sample_lineage import model_lineage
from .sample_parts import card, facts, said, site, translations
from .sample_prose import ENDNOTES, PROSE
from .sample_releases import at, chip, releases, vendor, years


def page(language: str, content: PageContent, path: str, title: str = "", **more: object) -> PageView:
    url = at(language, path)
    values: dict[str, object] = {
        "description": "",
        "canonical": "https://example.org" + url,
        "translations": translations(path, exact="only" not in path),
        "breadcrumbs": (LinkView(at(language, ""), "@home"),) if path else (),
        "head": usual_head(language, path),
        "feeds": (FeedView(at(language, "index.xml"), "https://example.org/index.xml", site(language).title),),
        **more,
    }
    return PageView(
        title=title, url=url, permalink="https://example.org" + url, site=site(language), content=content, **values
    )  # type: ignore[arg-type]


def home(language: str) -> PageView:
    counts = {"releases": 14, "models": 31, "vendors": 9, "posts": 6}
    posts = tuple(card(language, month=month) for month in (9, 8, 6, 5))
    pager = Pager(1, 3, older_url=at(language, "page/2/"))
    return page(
        language,
        HomeContent("", releases(language)[:8], posts, pager, counts, years(language, bare=True)),
        "",
        json_ld=({"@context": "https://schema.org", "@type": "WebSite", "name": "</script><script>alert(1)</script>"},),
    )


def post(language: str) -> PageView:
    zh = language == "zh"
    rows = releases(language)
    heads = (
        ("ChatGPT 多模态，2023/09/25，OpenAI", "通义千问 14B，2023/09/25，阿里巴巴", "Falcon 180B，2023/09/06，TII")
        if zh
        else ("ChatGPT multimodal, 2023/09/25, OpenAI", "Qwen-14B, 2023/09/25, Alibaba", "Falcon 180B, 2023/09/06, TII")
    )
    sections = [
        SectionView("", "", PROSE[language].split("\n<blockquote>", maxsplit=1)[0].replace(' id="fnref:1"', ""))
    ]
    for index, head in enumerate(heads):
        falcon = index == 2
        html = PROSE[language] if falcon else f"<p>{rows[index].summary}</p>"
        sections.append(
            SectionView(
                f"section-{index}",
                head,
                html,
                rows[index],
                facts(language) if falcon else facts(language)[:1] * index,
                "zh-CN" if index == 1 and not zh else "",
                rows[index].id,
            )
        )
    toc = tuple(
        HeadingView(
            2, f"section-{i}", head, (HeadingView(3, "how-to-run", "怎样运行" if zh else "How to run it"),) * (i == 2)
        )
        for i, head in enumerate(heads)
    )
    content = PostContent(
        tuple(sections),
        ENDNOTES,
        toc,
        card(language),
        (
            (
                "tags",
                (
                    LinkView(at(language, "tags/falcon/"), "Falcon"),
                    LinkView(at(language, "tags/open/"), "开源" if zh else "Open weights"),
                ),
            ),
        ),
        None,
        LinkView(at(language, "post/2023-08/"), card(language, month=8).title),
        "https://example.org/edit/content/post/2023-09.md",
        releases=rows[:3],
    )
    return page(
        language,
        content,
        "post/2023-09/",
        card(language).title,
        description="两家公司让模型开口说话，一家研究所让它变大。"
        if zh
        else "Two companies let models speak; an institute makes one larger.",
        date=card(language).date,
        lastmod=card(language).lastmod,
        keywords=("Falcon",),
        section="post",
        is_article=True,
        image="https://example.org/cover.png",
        breadcrumbs=(LinkView(at(language, ""), "@home"), LinkView(at(language, "post/"), "@title_posts")),
    )


def model(language: str) -> PageView:
    zh = language == "zh"
    small = (
        FactRow("params", said(language, "params", Quantity("7B", 7 * 10**9, "parameters"), "7B", 80)),
        FactRow("context", said(language, "context", Quantity("2k", 2000, "tokens"), "2k", 80)),
    )
    content = ModelContent(
        id="falcon-180b",
        name="Falcon 180B",
        names=Names((("zh", "猎鹰 180B"), ("en", "Falcon 180B"))),
        model_kind="model",
        aliases=("Falcon-180B", "tiiuae/falcon-180B"),
        vendors=(vendor(language, "tii"),),
        family=chip(language, "falcon"),
        date=PartialDate(2023, 9, 6),
        summary=releases("zh")[2].summary,
        summary_language="" if zh else "zh-CN",
        intro_html="",
        facts=facts(language),
        size_facts=(("180B", facts(language)[:2]), ("7B", small)),
        releases=(releases(language)[2],),
        parents=(LineageView(chip(language, "falcon", "Falcon 40B"), "upgrade", "none", PartialDate(2023, 5)),),
        children=(
            LineageView(chip(language, "falcon", "Falcon 180B-chat"), "chat", "weights", PartialDate(2023, 9, 6)),
            LineageView(chip(language, "falcon", "OpenBuddy"), "data", "data"),
        ),
        members=(),
        siblings=(chip(language, "falcon", "Falcon 7B"), chip(language, "falcon", "Falcon 40B")),
        coverage=(
            CoverageView(
                card(language).title,
                at(language, "post/2023-09/#falcon-180b"),
                card(language).date,
                "Falcon 180B，2023/09/06，TII",
                "由阿联酋的研究所 TII 训练，是 Falcon 40B 的放大版，引入多查询注意力来提高可扩展性。",
                "" if zh else "zh-CN",
            ),
            CoverageView(
                card(language, month=8).title,
                at(language, "post/2023-08/#x"),
                card(language, month=8).date,
                "",
                "",
                announces=False,
            ),
        ),
        links=(
            TypedLinkView(
                "https://example.org/paper", "paper", "The Falcon Series of Open Language Models", "arxiv.org"
            ),
            TypedLinkView("https://example.org/w", "weights", "", "huggingface.co"),
            TypedLinkView("https://example.org/w2", "weights", "Falcon 180B-chat", "huggingface.co"),
            TypedLinkView("javascript:alert(1)", "blog", "官方博客", "example.org"),
        ),
        errata=(
            ErratumView(
                PartialDate(2023, 10, 2),
                "vendors",
                "阿联酋大学",
                "TII 是研究所，不是大学" if zh else "TII is an institute",
            ),
        ),
        weights="gated",
        commercial="restricted",
        sizes=("180B",),
        history=(
            HistoryEntry(PartialDate(2023, 9, 6), release=releases(language)[2]),
            *(HistoryEntry(None, erratum=each) for each in corrections(language)),
        ),
        size_links={"7B": (TypedLinkView("https://example.org/7b", "weights", "", "huggingface.co"),)},
        size_chips={"7B": chip(language, "falcon-7b", "Falcon 7B")},
        modalities=Modalities(("text", "image"), ("text",)),
        before=chip(language, "falcon", "Falcon 40B"),
        after=chip(language, "falcon-2", "Falcon 2"),
        comparisons=(LinkView(at(language, "compare/falcon-180b-vs-falcon-40b/"), "Falcon 40B"),),
        pick_url=at(language, "compare/") + "?m=falcon-180b",
        lineage=model_lineage(language),
        edit_url="https://example.org/edit/a.md",
    )
    return page(
        language,
        content,
        "models/falcon-180b/",
        "Falcon 180B",
        breadcrumbs=(LinkView(at(language, ""), "@home"), LinkView(at(language, "models/"), "@title_models")),
    )


def corrections(language: str) -> tuple[ErratumView, ...]:
    """A value that was replaced, one that is doubted but stands, one that was withdrawn, a wrong vendor."""
    shown = facts(language)[0].shown
    return (
        ErratumView(None, "params", "170B", "笔误", "" if language == "zh" else "zh-CN", shown, source=shown.source),
        ErratumView(None, "languages", ">200", "", now=shown, stands=True),
        ErratumView(None, "data", "ArXiv 45% <b>", ""),
        ErratumView(None, "vendors", "阿联酋大学", "", now_chips=(vendor(language, "tii"),)),
    )


def model_rows(language: str) -> tuple[ModelRow, ...]:
    rows = []
    for row in releases(language):
        billions = [float(size[:-1]) for size in row.sizes]
        params = tuple(Quantity(f"{b:g}B", int(b * 10**9), "parameters") for b in billions)
        unknown = (Quantity("undisclosed", known=Known.UNDISCLOSED),)
        context = Quantity("4096", 4096, "tokens") if billions else None
        rows.append(
            ModelRow(
                chip(language, row.id),
                row.vendors,
                row.date,
                row.weights,
                row.commercial,
                params or unknown,
                context,
                row.sizes,
                row.summary,
            )
        )
    return tuple(rows)

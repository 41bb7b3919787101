"""Front matter: fences, typed fields, everything else."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import frontmatter as package
import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.front.frontmatter import FrontText, parse_front_matter
from llmtimeline.parse.notation.fences import HANDLERS, YamlFence
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, has_errors
from llmtimeline.values.places import Span
from llmtimeline.values.posts import FrontMatter
from llmtimeline.values.sources import Source

SHARED = Path(__file__).parents[4] / "../shared"
CONFIG = parse_config(Source("hugo.yaml", "baseURL: https://example.org/\n")).value
SHANGHAI = timezone(timedelta(hours=8))


def parse(text: str, config: Config = CONFIG) -> Checked[FrontText]:
    return parse_front_matter(Source("content/post/a.md", text), config)


def front(matter: str, config: Config = CONFIG) -> FrontMatter:
    found = parse(f"---\n{matter}\n---\n", config)
    assert found.diagnostics == ()
    return found.value.front


def told(matter: str, config: Config = CONFIG) -> list[str]:
    return [
        f"{d.code} {d.span.line}:{d.span.column} {d.message}"
        for d in parse(f"---\n{matter}\n---\n", config).diagnostics
        if d.span
    ]


def hint(matter: str) -> str:
    return parse(f"---\n{matter}\n---\n").diagnostics[0].hint


# Fences


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: x\n---\nbody\n", "body\n", 4),
        ("---\ntitle: x\n---\n\n    code\n\n", "\n    code\n\n", 4),
        ("---\ntitle: x\n---", "", 4),
        ("---  \ntitle: x\n--- \t\nbody", "body", 4),
        ("\n\n---\ntitle: x\n---\nbody", "body", 6),
        ("\ufeff---\ntitle: x\n---\nbody", "body", 4),
        ('+++\ntitle = "x"\n+++\nbody\n', "body\n", 4),
        ('{"title": "x"}\nbody', "body", 2),
        ('{\n  "title": "x",\n  "a": {"b": "}"}\n}\n\nbody\n', "\nbody\n", 5),
        ('{"title": "x"} body', " body", 1),
        ("---\ntitle: x\n# ---\n---\n---\n", "---\n", 5),
    ],
)
def test_the_body_begins_after_the_closing_fence_and_keeps_every_space(text: str, body: str, line: int) -> None:
    found = parse(text)
    assert found.diagnostics == ()
    assert found.value.front.title == "x"
    assert (found.value.body, found.value.body_line) == (body, line)


@pytest.mark.parametrize("text", ["", "body\n", "# ---\n", "{{< figure >}}\n", "{x}\n", "  ---\ntext\n---\n", "--\n"])
def test_a_text_that_no_fence_opens_is_all_body(text: str) -> None:
    assert parse(text) == Checked(FrontText(FrontMatter(), text, 1))


@pytest.mark.parametrize("text", ["---\n---\nb", "---\n\n---\nb", "---\n# c\n---\nb", "+++\n+++\nb", "{}\nb"])
def test_front_matter_may_be_empty(text: str) -> None:
    found = parse(text)
    assert found.diagnostics == ()
    assert (found.value.front, found.value.body) == (FrontMatter(), "b")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("---\ntitle: x\n", "LT103 1:1 the front matter is not closed"),
        ("\n\n---\ntitle: x\n...\nbody", "LT103 3:1 the front matter is not closed"),
        ("---", "LT103 1:1 the front matter is not closed"),
        ('+++\na = "b"\n---\n', "LT103 1:1 the front matter is not closed"),
        ('{"title": "x"\n\nbody\n', "LT103 1:1 the front matter is not closed"),
        ("----\ntitle: x\n----\n", "LT101 1:1 front matter opens with `---`, not `----`"),
        ("\n++++\n", "LT101 2:1 front matter opens with `+++`, not `++++`"),
        ("---\n- a\n- b\n---\n", "LT104 2:1 front matter is a list, not a mapping"),
        ("---\njust words\n---\n", "LT104 2:1 front matter is a value, not a mapping"),
        ('---\na: 1\ntitle: "open\n---\n', "LT101 3:8 the closing quote is missing"),
        ("---\ntitle: GPT-4: the model\n---\n", "LT101 2:13 a second `: ` stands in this value"),
        ("---\na:\n\tb: 1\n---\n", "LT101 3:1 a tab indents this line"),
        ('+++\ntitle = "a"\ntitle = "b"\n+++\n', "LT101 3:1 key `title` stands twice"),
        ('{\n "title": tru }\nbody', "LT101 2:11 a value was expected here"),
    ],
)
def test_a_broken_frame_is_told_at_its_place(text: str, finding: str) -> None:
    found = parse(text)
    assert [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in found.diagnostics if d.span] == [finding]
    assert has_errors(found.diagnostics)


def test_a_full_width_colon_is_read_and_told() -> None:
    found = parse("---\ntitle：周报\ndraft：true\n---\n正文\n")
    assert (found.value.front.title, found.value.front.draft) == ("周报", True)
    assert [d.code for d in found.diagnostics] == ["LT110", "LT110"]


# The package's own terms


def test_our_handlers_serve_the_package_too() -> None:
    text = "\ufeff\n---\nTitle: x\nDraft: no\n---\n    code\n"
    assert package.loads(text, handler=YamlFence()).metadata == {"title": "x", "draft": "no"}
    assert [handler.detect(text) for handler in HANDLERS] == [True, False, False]
    assert package.loads("+++\na = 1\n+++\nx", handler=HANDLERS[1]).metadata == {"a": 1}
    assert package.loads('{"a": 1}\nx', handler=HANDLERS[2]).content == "x"


# Fields


def test_every_field_arrives_typed() -> None:
    found = front(
        "title: T\nlinkTitle: L\ndescription: D\nsummary: '*S*'\ndraft: true\nweight: -3\nslug: s\nurl: /u/\n"
        "aliases: [/old/, older]\nlayout: archives\ntype: note\ntranslationKey: k\nauthors: [A, B]\nkeywords: [a, b]\n"
        "images: [/i.png]\nbuild: {render: link, list: never}\n"
    )
    assert replace(found, places={}) == FrontMatter(
        title="T",
        link_title="L",
        description="D",
        summary="*S*",
        draft=True,
        weight=-3,
        slug="s",
        url="/u/",
        aliases=("/old/", "older"),
        layout="archives",
        type="note",
        translation_key="k",
        authors=("A", "B"),
        keywords=("a", "b"),
        images=("/i.png",),
        render="link",
        list="never",
    )


@pytest.mark.parametrize(
    ("typed", "title"),
    [("2023", "2023"), ("1.10", "1.10"), ("'no'", "no"), ("no", "no"), ("", ""), ("~", ""), ("2023-09-29",) * 2,
     ("|\n  two\n  lines", "two lines"), ("[]", "")],
)  # fmt: skip
def test_a_title_is_what_was_typed(typed: str, title: str) -> None:
    found = parse(f"---\ntitle: {typed}\n---\n")
    assert found.value.front.title == title
    assert bool(found.diagnostics) == (typed == "[]")


@pytest.mark.parametrize(
    ("typed", "draft"),
    [("true", True), ("True", True), ('"true"', True), ("yes", True), ("on", True), ("false", False), ("no", False),
     ("'false'", False), ("", False)],
)  # fmt: skip
def test_a_draft_may_be_said_in_several_ways(typed: str, draft: bool) -> None:
    assert front(f"draft: {typed}").draft is draft


def test_keys_are_compared_without_case() -> None:
    found = front("TITLE: t\nTags: [a]\nshowTOC: true\nCover: {Image: /a.png}")
    assert (found.title, found.terms) == ("t", (("tags", ("a",)),))
    assert found.params == {"showtoc": True, "cover": {"image": "/a.png"}}


def test_places_are_those_of_the_values() -> None:
    found = parse("\n---\ntitle: T\ncover:\n  alt: 图\nparams:\n  inner: x\ntags: [a, 乙]\n---\n").value.front.places
    assert found["title"] == Span("content/post/a.md", 3, 8, 1)
    assert found["cover.alt"] == Span("content/post/a.md", 5, 8, 1)
    assert found["inner"] == found["params.inner"] == Span("content/post/a.md", 7, 10, 1)
    assert found["tags.1"] == Span("content/post/a.md", 8, 11, 1)


def test_items_of_a_list_keep_their_places_when_others_are_left_out() -> None:
    matter = "tags: [~, a, ' a', b]\naliases:\n  - ~\n  - https://ex.org/\n  - /old/\nimages: [~, /a.png]"
    found = parse(f"---\n{matter}\n---\n").value.front
    assert (found.terms, found.aliases, found.images) == ((("tags", ("a", "b")),), ("/old/",), ("/a.png",))
    wanted = {"tags.0": (2, 11), "tags.1": (2, 20), "aliases.0": (6, 5), "images.0": (7, 13)}
    assert {key: (found.places[key].line, found.places[key].column) for key in wanted} == wanted


@pytest.mark.parametrize(
    ("matter", "render", "listed"),
    [
        ("build: {render: never}", "never", "always"),
        ("build: {render: false, list: true}", "never", "always"),
        ("_build: {list: local}", "always", "local"),
        ("headless: true", "never", "never"),
        ("", "always", "always"),
    ],
)
def test_build_options_are_words_or_yes_and_no(matter: str, render: str, listed: str) -> None:
    found = front(matter)
    assert (found.render, found.list) == (render, listed)


# Terms


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("[GPT, LLaMa]", ("GPT", "LLaMa")),
        ("one term", ("one term",)),
        ("'a, b'", ("a, b",)),
        ("[2024, 4.10, true, 'no', no]", ("2024", "4.10", "true", "no")),
        ("[a, ~, '', b, a]", ("a", "b")),
        ("['  开源   模型 ', 开源 模型]", ("  开源   模型 ",)),
        ("[GPT, gpt]", ("GPT", "gpt")),
    ],
)
def test_terms_are_texts_as_typed_each_once(typed: str, terms: tuple[str, ...]) -> None:
    assert front(f"tags: {typed}").terms == (("tags", terms),)


@pytest.mark.parametrize("typed", ["", "~", "[]", "''", "['']"])
def test_no_terms_is_no_taxonomy(typed: str) -> None:
    assert front(f"tags: {typed}").terms == ()


def test_taxonomies_are_the_configs_in_its_order() -> None:
    config = replace(CONFIG, taxonomies=(("vendor", "vendors"), ("author", "authors"), ("tag", "tags")))
    found = front("tags: [a]\ncategories: [kept]\nvendors: TII\nauthors: [Me]", config)
    assert found.terms == (("vendors", ("TII",)), ("authors", ("Me",)), ("tags", ("a",)))
    assert found.authors == ("Me",)
    assert found.params == {"categories": ("kept",)}


# Dates


def dates(matter: str, zone: str = "") -> dict[str, Any]:
    found = front(matter, replace(CONFIG, time_zone=zone))
    return {
        name: value
        for name, value in (
            ("date", found.date),
            ("lastmod", found.lastmod),
            ("publish", found.publish_date),
            ("expiry", found.expiry_date),
        )
        if value
    }


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("date: 2024-01-02", {"date": day(2024, 1, 2), "lastmod": day(2024, 1, 2), "publish": day(2024, 1, 2)}),
        (
            "date: 2024-01-02\nlastmod: 2024-02-03",
            {"date": day(2024, 1, 2), "lastmod": day(2024, 2, 3), "publish": day(2024, 1, 2)},
        ),
        ("modified: 2024-02-03", {"date": day(2024, 2, 3), "lastmod": day(2024, 2, 3), "publish": day(2024, 2, 3)}),
        ("pubdate: 2024-02-03", {"date": day(2024, 2, 3), "lastmod": day(2024, 2, 3), "publish": day(2024, 2, 3)}),
        ("Published: 2024-02-03", {"date": day(2024, 2, 3), "lastmod": day(2024, 2, 3), "publish": day(2024, 2, 3)}),
        ("lastmod: 2024-02-03", {"date": day(2024, 2, 3), "lastmod": day(2024, 2, 3), "publish": day(2024, 2, 3)}),
        (
            "date: 2099-01-01\npublishDate: 2020-01-01",
            {"date": day(2099, 1, 1), "lastmod": day(2099, 1, 1), "publish": day(2020, 1, 1)},
        ),
        ("expiryDate: 2099-01-01", {"expiry": day(2099, 1, 1)}),
        ("unpublishdate: 2099-01-01", {"expiry": day(2099, 1, 1)}),
        ("date: ''", {}),
        ("date:", {}),
    ],
)
def test_dates_stand_in_for_each_other_as_in_hugo(matter: str, expected: dict[str, datetime]) -> None:
    assert dates(matter) == expected


def test_a_date_without_an_offset_is_in_the_zone_of_the_site() -> None:
    written = datetime(2023, 9, 29, 9, 54, 54, tzinfo=SHANGHAI)
    assert dates("date: 2023-09-29T09:54:54", "Asia/Shanghai")["date"] == written
    assert dates("date: 2023-09-29T09:54:54+08:00")["date"] == written
    assert dates("date: 2023-09-29T01:54:54Z", "Asia/Shanghai")["date"] == written


@pytest.mark.parametrize(
    ("matter", "finding", "help_text"),
    [
        ("date: 2023/09/29", "LT107 2:7 `date` has no readable date: `2023/09/29`", "write 2023-09-29"),
        ("date: 2024-1-2", "LT107 2:7 `date` has no readable date: `2024-1-2`", "write 2024-01-02"),
        ("date: 2024年1月2日", "LT107 2:7 `date` has no readable date: `2024年1月2日`", "write 2024-01-02"),
        ("date: 2024-1-2 9:30", "LT107 2:7 `date` has no readable date: `2024-1-2 9:30`", "write 2024-01-02T09:30:00"),
        ("lastMod: soon", "LT107 2:10 `lastmod` has no readable date: `soon`", "write 2023-09-29 or"),
        ("date: 2023-02-30", "LT107 2:7 `date` has no readable date: `2023-02-30`", "no calendar has such a day"),
        ("date: 2023/09", "LT107 2:7 `date` has no readable date: `2023/09`", "write the day, too: 2023-09-…"),
        ("date: [2023-02-03]", "LT107 2:7 `date` has no readable date: `a list`", "write 2023-09-29 or"),
        ("published: false", "LT107 2:12 `published` has no readable date: `false`", "`published` is a"),
    ],
)  # fmt: skip
def test_an_unreadable_date_is_told_with_the_form_to_write(matter: str, finding: str, help_text: str) -> None:
    assert told(matter) == [finding]
    assert hint(matter).startswith(help_text)


# Mistakes


@pytest.mark.parametrize(
    ("matter", "finding", "help_text"),
    [
        ("draft: flase", "LT106 2:8 `draft` takes true or false, not `flase`", "did you mean `false`?"),
        ("title: {a: b}", "LT106 2:8 `title` takes text, not a mapping", "write `title: …` on one line"),
        ("weight: heavy", "LT106 2:9 `weight` takes a whole number, not `heavy`", "write `weight: 1`"),
        ("tags: {a: b}", "LT106 2:7 `tags` takes a list of texts, not a mapping", "write `tags: [one, two]`"),
        ("tags: [a, [b]]", "LT106 2:11 `tags` takes a list of texts, not a list", ""),
        ("cover: /a.png", "LT106 2:8 `cover` takes a mapping, not `/a.png`", "write its keys below `cover:`, indented"),
        ("tilte: x", "LT105 2:1 unknown key `tilte`", "did you mean `title`?"),
        ("Discription: x", "LT105 2:1 unknown key `Discription`", "did you mean `description`?"),
        ("tag: x", "LT105 2:1 unknown key `tag`", "did you mean `tags`?"),
        ("category: x", "LT105 2:1 unknown key `category`", "did you mean `categories`?"),
        ("updated: 2023-09-29", "LT105 2:1 unknown key `updated`", "did you mean `lastmod`?"),
        ("show_toc: true", "LT105 2:1 unknown key `show_toc`", "did you mean `ShowToc`?"),
        ("cover: {heigth: 3}", "LT105 2:9 unknown key `cover.heigth`", "cover takes `image`, `alt`"),
        ("editPost: {txt: a}", "LT105 2:12 unknown key `editpost.txt`", "did you mean `Text`?"),
        ("build: {render: maybe}", "LT108 2:17 `build.render` takes `always`, `never`, `link`", ""),
        ("url: https://evil.org/", "LT113 2:6 `url` cannot be `https://evil.org/`", "write an address inside the site"),
        ("url: javascript:alert(1)", "LT113 2:6 `url` cannot be `javascript:alert(1)`", ""),
        ("aliases: [//evil.org/x]", "LT113 2:11 `aliases` cannot be `//evil.org/x`", ""),
        ("canonicalURL: javascript:x", "LT113 2:15 `javascript:x` is no address that may be linked", "write an https"),
        ("cover: {image: 'data:text/html,x'}", "LT113 2:16 `data:text/html,x` is no address that may be linked", ""),
        ("images: [vbscript:x]", "LT113 2:10 `vbscript:x` is no address that may be linked", ""),
        ("menu: {main: x}", "LT106 2:14 `menu.main` takes a mapping, not a value", "write `weight: 10` below it"),
        ("menus: [main, [x]]", "LT106 2:15 `menus` takes names of menus", "write `menus: main`"),
        ("description: Desc Text.", "LT117 2:14 `Desc Text.` was never filled in", "fill it in, or take the line out"),
        ("cover: {image: <image path/url>}", "LT117 2:16 `<image path/url>` was never filled in", ""),
        ("canonicalURL: https://canonical.url/to/page", "LT117 2:15 `https://canonical.url/to/page` was", ""),
        ("editPost: {URL: 'https://x.org/<path_to_repo>/a'}", "LT117 2:17 `https://x.org/<path_to_repo>/a` was", ""),
        ("mine: {deep: ['<text>']}", "LT117 2:15 `<text>` was never filled in", ""),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_at_its_place_with_a_hint(matter: str, finding: str, help_text: str) -> None:
    assert [line[: len(finding)] for line in told(matter)] == [finding]
    assert hint(matter).startswith(help_text)


@pytest.mark.parametrize(
    "matter",
    ["mermaid: true", "featured: 1", "math: true", "toc: true", "series: [a]", "subtitle: x", "rating: 5", "lead: x",
     "title: 'A <b>bold</b> claim'", "title: '<think> is a token'", "disableHLJS: true", "markup: goldmark", "图: x"],
)  # fmt: skip
def test_what_may_be_meant_is_left_alone(matter: str) -> None:
    assert told(matter) == []


def test_all_mistakes_of_a_file_are_told_at_once() -> None:
    assert [line.split()[0] for line in told("tilte: x\ndraft: flase\ndate: soon\nurl: mailto:x")] == [
        "LT105",
        "LT106",
        "LT107",
        "LT113",
    ]


def test_what_was_never_filled_in_counts_as_not_given() -> None:
    found = parse(
        "---\ndescription: Desc Text.\ncover: {image: <image path/url>, alt: x}\nfree: <text>\n---\n"
    ).value.front
    assert (found.description, found.params) == ("", {"cover": {"alt": "x"}, "free": ""})


def test_a_key_given_twice_is_a_warning_and_the_last_one_counts() -> None:
    found = parse("---\ndisableHLJS: true\ndisableHLJS: false\n---\n")
    assert found.value.front.params == {"disablehljs": False}
    assert [(d.code, d.severity.value) for d in found.diagnostics] == [("LT102", "warning")]


# Parameters


def test_all_other_keys_are_plain_parameters() -> None:
    found = front("MixedCase: {InnerKey: [1, 1.5, true, 'no', no]}\nday: 2023-02-30\nnone:\nword: 1e3")
    assert found.params == {
        "mixedcase": {"innerkey": (1, 1.5, True, "no", "no")},
        "day": "2023-02-30",
        "none": None,
        "word": "1e3",
    }


def test_params_are_laid_under_the_keys_of_the_top() -> None:
    assert front("params: {inner: x, both: below, ShowToc: yes}\nboth: above").params == {
        "inner": "x",
        "showtoc": True,
        "both": "above",
    }


@pytest.mark.parametrize(
    ("typed", "authors"),
    [("Me", ("Me",)), ("[Me, You]", ("Me", "You")), ("{name: Me, email: m@x.org}", ("Me",)), ("", ()), ("7", ("7",))],
)
def test_the_themes_author_is_an_author(typed: str, authors: tuple[str, ...]) -> None:
    assert front(f"author: {typed}").authors == authors


# Bombs and the real thing


@pytest.mark.parametrize(
    "matter",
    ["x: " + "[" * 30_000, "x: " + "9" * 60_000, "a: b\n" * 15_000, "a" * 60_000, "? " * 20_000, "'" * 60_000,
     "".join(f"k{i}: {i}\n" for i in range(6_000)), "- " * 30_000, "：" * 60_000, "a：\n" * 20_000],
)  # fmt: skip
def test_no_front_matter_takes_long(matter: str) -> None:
    before = time.process_time()
    parse(f"---\n{matter}\n---\nbody")
    assert time.process_time() - before < 1


def test_the_posts_of_the_site_to_take_over_have_no_errors() -> None:
    folder = SHARED / "input/llmupdate/content/post"
    if not folder.exists():
        pytest.skip("the shared input is not here")
    for path in sorted(folder.glob("*.md")):
        found = parse(path.read_text("utf-8"))
        assert {d.code for d in found.diagnostics} <= {"LT102"}
        assert found.value.front.date is not None
        assert dict(found.value.front.terms)["categories"] == ("LLM List", "Progress")
        lines = path.read_text("utf-8").split("\n")
        assert found.value.body == "\n".join(lines[found.value.body_line - 1 :])


def test_a_fence_with_spaces_before_it_opens_nothing_and_is_told() -> None:
    text = " ---\ntitle: 周报\n---\n正文。\n"
    found = parse(text)
    assert found.value == FrontText(FrontMatter(), text, 1)
    (finding,) = found.diagnostics
    assert (finding.code, str(finding.severity), finding.span) == (
        "LT101",
        "warning",
        Span("content/post/a.md", 1, 1, 4),
    )
    assert "spaces" in finding.hint


def test_a_misspelled_target_of_a_cascade_is_told() -> None:
    (finding,) = parse("---\ncascade:\n  - traget: {path: /**}\n    author: x\n---\n").diagnostics
    assert (finding.code, finding.span, finding.hint) == (
        "LT105",
        Span("content/post/a.md", 3, 5, 6),
        "did you mean `target`?",
    )

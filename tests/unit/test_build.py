"""The six verbs in a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from llmtimeline.build import BuildResult, build, check
from llmtimeline.values.codes import Severity
from llmtimeline.values.request import Request

CONFIG = "baseURL: https://x.example/\ntitle: t\nlanguages:\n  {key}: {{locale: {locale}, label: L}}\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def request(root: Path, *, strict: bool = False, jobs: int = 1) -> Request:
    return Request(str(root), datetime(2024, 1, 1, tzinfo=UTC), strict=strict, jobs=jobs)


def codes(result: BuildResult) -> list[str]:
    return [diagnostic.code for diagnostic in result.diagnostics]


def site(root: Path, key: str = "en", locale: str = "en", **files: str) -> Path:
    config = {"llmtimeline.yaml": CONFIG.format(key=key, locale=locale)}
    return write(root, config | {"content/post/a.md": "---\ntitle: A\n---\n\nText.\n"} | files)


def test_a_build_tells_where_the_site_stands_and_what_it_holds(tmp_path: Path) -> None:
    result = build(request(site(tmp_path)))
    assert codes(result) == []
    assert result.destination == tmp_path / "public"
    assert result.totals.posts == (("en", 1),)
    assert (tmp_path / "public/post/a/index.html").is_file()


def test_a_check_writes_nothing_and_has_no_destination(tmp_path: Path) -> None:
    result = check(request(site(tmp_path)))
    assert result.destination is None
    assert not (tmp_path / "public").exists()


def test_the_texts_of_all_files_are_kept_for_excerpts(tmp_path: Path) -> None:
    sources = check(request(site(tmp_path))).sources
    assert sources["content/post/a.md"].startswith("---\ntitle: A\n")
    for path in ("llmtimeline.yaml", "<built-in>/templates/base.html", "<built-in>/data/vendors.yaml"):
        assert path in sources


def test_mistakes_of_every_room_are_told_in_one_run(tmp_path: Path) -> None:
    wrong = {
        "content/post/latin.md": "---\ntitle: x\ndate: 2023-02-30\n---\n",
        "content/post/release.md": "---\ntitle: y\n---\n\n## Foo, 2023/02/30, OpenAI\n",
        "templates/pages/post.html": "{% extends 'base.html' %}{% block main %}{{ nobody }}{% endblock %}",
        "data/vendors.yaml": "a:\n  name: Same\nb:\n  name: Same\n",
    }
    result = build(request(site(tmp_path, **wrong)))
    assert {"LT107", "LT302", "LT308", "LT403"} <= set(codes(result))
    assert result.destination is None
    assert not (tmp_path / "public").exists()


def test_a_template_that_fails_only_when_it_runs_stops_the_build(tmp_path: Path) -> None:
    template = "{% extends 'base.html' %}{% block main %}{{ 1 // (page.title|length - 1) }}{% endblock %}"
    result = build(request(site(tmp_path, **{"templates/pages/post.html": template})))
    assert set(codes(result)) == {"LT402"}
    assert "templates/pages/post.html" in {d.span.path for d in result.diagnostics if d.span}
    assert list(tmp_path.glob("*public*")) + list(tmp_path.glob(".public*")) == []


def test_a_language_without_words_speaks_english(tmp_path: Path) -> None:
    result = build(request(site(tmp_path, "fr", "fr-FR")))
    (found,) = result.diagnostics
    assert (found.code, found.severity) == ("LT404", Severity.WARNING)
    assert "i18n/fr.yaml" in found.hint
    assert '<html lang="fr-FR"' in (tmp_path / "public/index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["zh-tw", "zh-hant"])
def test_words_of_a_key_or_locale_are_laid_over_those_of_their_language(tmp_path: Path, name: str) -> None:
    root = site(tmp_path, "zh-tw", "zh-Hant", **{f"i18n/{name}.yaml": "skip_to_content: 跳到正文區\n"})
    assert codes(build(request(root))) == []
    page = (tmp_path / "public/index.html").read_text("utf-8")
    assert "跳到正文區" in page
    assert "时间线" in page


def test_findings_and_bytes_are_the_same_with_several_workers(tmp_path: Path) -> None:
    posts = {
        f"content/post/{number}.md": f"---\ntitle: P{number}\ndate: 2023-01-01\n---\n\n[x](no{number}.md)\n"
        for number in range(90)
    }
    root = site(tmp_path, **posts)
    one = build(request(root))
    before = {path: path.read_bytes() for path in (tmp_path / "public").rglob("*") if path.is_file()}
    several = build(request(root, jobs=3))
    assert one.diagnostics == several.diagnostics
    assert len(one.diagnostics) >= 90
    assert {path: path.read_bytes() for path in (tmp_path / "public").rglob("*") if path.is_file()} == before


def test_progress_is_told_for_every_file(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(request(site(tmp_path)), lambda verb, done, total: told.append((verb, done, total)))
    assert told[0] == ("parse", 1, 1)
    assert told[-1][0] == "render"
    assert told[-1][1] == told[-1][2] > 10


def test_the_date_format_of_the_site_is_that_of_every_language_without_its_own(tmp_path: Path) -> None:
    config = (
        "baseURL: https://x.example/\ntitle: t\nparams: {DateFormat: 'January 2, 2006'}\ndefaultContentLanguage: zh\n"
    )
    config += "languages: {zh: {weight: 1}, en: {weight: 2, params: {dateformat: '2006.01.02'}}}\n"
    post = "---\ntitle: A\ndate: 2023-05-06\n---\n\nText.\n"
    write(tmp_path, {"hugo.yaml": config, "content/post/a.zh.md": post, "content/post/a.en.md": post})
    build(request(tmp_path))
    for page, shown in (("post/a", "2023年5月6日"), ("post", "2023年5月6日"), ("en/post/a", "2023.05.06")):
        text = (tmp_path / "public" / page / "index.html").read_text("utf-8")
        assert f">{shown}</time>" in text


def test_a_template_that_fails_on_every_page_is_one_finding(tmp_path: Path) -> None:
    files = {f"content/post/{name}.md": f"---\ntitle: {name}\n---\n\nText.\n" for name in "abc"}
    broken = {
        "templates/pages/post.html": "{% extends '!theme/pages/post.html' %}{% block head %}{{ [][1] }}{% endblock %}"
    }
    (found,) = build(request(site(tmp_path, **files, **broken))).diagnostics
    assert found.code in ("LT402", "LT403")
    assert found.message.endswith("(in `post/a/index.html`), and in 2 more files")


def test_pages_are_smaller_where_the_config_or_the_command_asks(tmp_path: Path) -> None:
    sizes = []
    for number, (config, minify) in enumerate((("", False), ("minify: {minifyOutput: true}\n", False), ("", True))):
        root = tmp_path / str(number)
        write(
            root,
            {"hugo.yaml": f"baseURL: https://x.example/\ntitle: t\n{config}", "content/a.md": "---\ntitle: A\n---\n"},
        )
        assert build(replace(request(root), minify=minify)).destination
        sizes.append((root / "public/a/index.html").stat().st_size)
    assert sizes[1] == sizes[2] < sizes[0]

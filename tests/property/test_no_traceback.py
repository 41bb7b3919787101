"""Whatever the bytes: a site builds, or its author is told what is wrong. Never a traceback, never half a site."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from llmtimeline.shell.cli import main
from llmtimeline.shell.starter import STARTER

PLACES = st.sampled_from(
    [
        "content/post/x.md",
        "content/post/2023-10.zh.md",
        "content/_index.en.md",
        "llmtimeline.yaml",
        "data/vendors.yaml",
        "data/models.yaml",
        "data/ids.lock",
        "templates/pages/post.html",
        "templates/i18n/zh.yaml",
        "static/css/site.css",
    ]
)
PIECES = st.sampled_from(
    [
        b"---\n",
        b"+++\n",
        b"title: x\n",
        b"date: 2023-02-30\n",
        b"slug: ../../x\n",
        b"url: //evil\n",
        b"aliases: [a, ../b, /post/]\n",
        b"tags: [a, 1, null, {b: c}]\n",
        b"draft: flase\n",
        b"## Foo, 2023/05, OpenAI\n",
        b"```release\n",
        b"base: [foo (finetune)]\n",
        b"params: 1e99999T\n",
        b"```\n",
        b"{{ page.nope }}",
        b"{% extends x %}",
        b"{% block main %}",
        b"&a [*a, *a]\n",
        b"<<: *a\n",
        b"? ",
        b"!!python/object:os.system\n",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\r",
        b"\t",
        b"[^1]: ",
        b"[x](javascript:1)",
        b"![](/a.png)",
        "，、《》日期：\u202e\u2028".encode(),
        b"[" * 40,
        b"> " * 40,
    ]
)
BYTES = st.binary(max_size=60) | st.lists(PIECES, max_size=12).map(b"".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PLACES, BYTES, st.booleans()), min_size=1, max_size=3))
@example([("content/post/x.md", b"---\naliases: [a, ../b, /post/]\nslug: ../../x\n---\n", False)])
@example([("llmtimeline.yaml", b"languages: {zh: 3, en: [], fr: {contentDir: ../..}}", False)])
def test_no_bytes_make_a_traceback_or_half_a_site(changes: list[tuple[str, bytes, bool]]) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        for path, text in STARTER.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        for path, content, appended in changes:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_bytes() if appended and file.exists() else b""
            file.write_bytes(before + content)
        result = CliRunner().invoke(main, ["build", "-s", str(root), "--jobs", "1", "--quiet"], catch_exceptions=False)
        assert result.exit_code in (0, 1), result.output
        assert "Traceback" not in result.output
        public = root / "public"
        assert public.exists() == (result.exit_code == 0)
        assert {entry.name for entry in root.iterdir()} <= {Path(path).parts[0] for path in STARTER} | {
            "public",
            "templates",
            "static",
            ".llmtimeline",
        }
        assert not any(path.is_symlink() for path in root.rglob("*"))
    finally:
        shutil.rmtree(root)

"""Mistakes that people make in shortcodes: one finding each, at its place, with what to write."""

from __future__ import annotations

import pytest

from llmtimeline.parse.bodies import parse_body
from llmtimeline.values.config import Config


def findings(text: str) -> list[str]:
    body = parse_body(text, first_line=1, path="a.md", config=Config("hugo.yaml"), language="zh", cjk=True)
    return [f"{d.code} {d.span.line}:{d.span.column} {d.message} | {d.hint}" for d in body.diagnostics if d.span]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (
            '中文{{< figure src="/a.png" 之后\n\n{{< youtube x >}}\n',
            "LT213 1:3 the shortcode `figure` is not closed | end it with ` >}}`",
        ),
        (
            "中文{{< figure src=“/a.png” >}}\n",
            'LT213 1:18 these quotes are part of the text, not around it | write straight ones: "…"',
        ),
        (
            "中{{< details >}}x{{< /detials >}}\n",
            "LT213 1:18 `detials` is closed here, but nothing opened it | did you mean `{{< /details >}}`?",
        ),
        (
            "{{< details >}}{{< own >}}{{< /detials >}}\n",
            "LT213 1:27 `detials` is closed here, but nothing opened it | did you mean `{{< /details >}}`?",
        ),
        ("{{< figure scr=/a.png >}}\n", "LT214 1:1 the shortcode `figure` needs `src` | did you mean `src` by `scr`?"),
    ],
)
def test_a_mistake_is_told_once_with_what_to_write(text: str, finding: str) -> None:
    assert findings(text) == [finding]


def test_a_text_too_long_for_a_qr_code_is_told_at_its_place() -> None:
    (found,) = findings('x\n\n{{< qr text="' + "中" * 1000 + '" >}}\n')
    assert found.startswith("LT213 3:1 the text is too long for a QR code")
    assert findings('{{< qr text="' + "中" * 300 + '" level=high >}}\n') == []


@pytest.mark.parametrize("name", ["content/post/a", "中"])
def test_places_stay_right_after_many_lines(name: str) -> None:
    (found,) = findings("x\n" * 500 + f"{name}{{{{< figure >}}}}\n")
    assert found.startswith(f"LT214 501:{len(name) + 1} ")

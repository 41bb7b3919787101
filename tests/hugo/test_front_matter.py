"""Front matter in every form that Hugo reads or refuses, from the bytes of a file to the values of a post."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from llmtimeline.load.tree import load_tree
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.posts import parse_post
from llmtimeline.values.diagnostics import Checked, Severity
from llmtimeline.values.posts import Post
from llmtimeline.values.sources import Source
from tests.hugo.sites import vector

SITE = parse_config(Source("hugo.yaml", "baseURL: https://ex.org/\nlanguageCode: en\n")).value

FILES = {
    "yaml": b"---\ntitle: Y\ndate: 2024-01-02\ntags: [a]\ncustomKey: 1\nparams: {inner: x}\n---\nb\n",
    "toml": b'+++\ntitle = "TO"\ndate = 2024-01-02\ntags = ["a"]\n+++\nb\n',
    "json": b'{\n"title": "J",\n"date": "2024-01-02",\n"tags": ["a"]\n}\nb\n',
    "bom": b"\xef\xbb\xbf---\ntitle: BOM\n---\nb\n",
    "crlf": b"---\r\ntitle: CRLF\r\ndate: 2024-01-02\r\n---\r\nb\r\n",
    "leadingblank": b"\n\n---\ntitle: LB\n---\nb\n",
    "none": b"# Heading\n\nb\n",
    "empty": b"---\n---\nb\n",
    "unclosed": b"---\ntitle: x\n\nb\n",
    "badyaml": b'---\ntitle: "open\n---\nb\n',
    "colon": b"---\ntitle: GPT-4: the model\n---\nb\n",
    "tomldup": b'+++\ntitle = "a"\ntitle = "b"\n+++\nb\n',
    "jsondup": b'{"title": "a",\n"title": "b"}\nb\n',
    "yamldup": b"---\ntitle: a\ntitle: b\n---\nb\n",
    "nottitle": b"---\ntitle: 2023\n---\nb\n",
    "titlenull": b"---\ntitle:\n---\nb\n",
    "dashes": b"----\ntitle: x\n----\nb\n",
    "trailsp": b"---  \ntitle: x\n---  \nb\n",
    "tab": b"---\ntitle: x\ncover:\n\timage: y\n---\nb\n",
}
DAY = "2024-01-02T00:00:00+00:00"
# title, date, terms, other values
READ: dict[str, tuple[str, str, tuple[str, ...], dict[str, object]]] = {
    "yaml": ("Y", DAY, ("a",), {"customkey": 1, "inner": "x"}),
    "toml": ("TO", DAY, ("a",), {}),
    "json": ("J", DAY, ("a",), {}),
    "bom": ("BOM", "", (), {}),
    "crlf": ("CRLF", DAY, (), {}),
    "leadingblank": ("LB", "", (), {}),
    "none": ("", "", (), {}),
    "empty": ("", "", (), {}),
    "jsondup": ("b", "", (), {}),
    "yamldup": ("b", "", (), {}),
    "nottitle": ("2023", "", (), {}),
    "titlenull": ("", "", (), {}),
    "trailsp": ("x", "", (), {}),
}
# What Hugo 0.168 refuses, and why; it names the first such file only, and counts lines in two ways.
REFUSED = {
    "unclosed": "LT103 1:1 the front matter is not closed",
    "badyaml": "LT101 2:8 the closing quote is missing",
    "colon": "LT101 2:13 a second `: ` stands in this value",  # Hugo points at the value's first letter
    "tomldup": "LT101 3:1 key `title` stands twice",
    "dashes": "LT101 1:1 front matter opens with `---`, not `----`",
    "tab": "LT101 4:1 a tab indents this line",
}
# Hugo up to 0.151 takes the last one in silence, Hugo from 0.152 on refuses it in YAML.
TWICE = {"jsondup": "LT102 2:1", "yamldup": "LT102 3:1"}


def read(folder: Path, name: str, text: bytes) -> Checked[Post]:
    (folder / "content/post").mkdir(parents=True, exist_ok=True)
    (folder / f"content/post/{name}.md").write_bytes(text)
    tree = load_tree(folder, SITE)
    assert tree.diagnostics == ()
    return parse_post(next(file for file in tree.value.content if file.inner == f"post/{name}.md"), SITE)


def values(post: Post) -> tuple[str, str, tuple[str, ...], dict[str, object]]:
    front = post.front
    return (
        front.title,
        front.date.isoformat() if front.date else "",
        dict(front.terms).get("tags", ()),
        {**front.params},
    )


def told(checked: Checked[Post]) -> list[str]:
    return [
        f"{each.code} {each.span.line}:{each.span.column} {each.message}" for each in checked.diagnostics if each.span
    ]


@pytest.mark.parametrize("name", READ)
def test_what_hugo_reads_is_read(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, FILES[name])
    assert values(found.value) == READ[name]
    assert found.value.body.sections[-1].text == "b" or name == "none"
    if name in TWICE:
        assert [each.partition(" key")[0] for each in told(found)] == [TWICE[name]]
        assert found.diagnostics[0].severity is Severity.WARNING
    else:
        assert found.diagnostics == ()


@pytest.mark.parametrize("name", REFUSED)
def test_what_hugo_refuses_is_told_at_its_place(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, FILES[name])
    assert told(found) == [REFUSED[name]]
    assert found.diagnostics[0].severity is Severity.ERROR
    assert found.diagnostics[0].hint


def rows() -> dict[str, str]:
    return dict(line[3:].split(" ", 1) for line in vector("frontmatter.txt").splitlines() if line.startswith("-- "))


def test_the_tables_hold_every_row_that_was_measured() -> None:
    measured = rows()
    assert measured.keys() == FILES.keys() == READ.keys() | REFUSED.keys()
    assert {name for name, row in measured.items() if row.startswith("LOG ERROR")} == REFUSED.keys()
    for name in READ:
        hugo: dict[str, Any] = json.loads(measured[name])
        others = {key: hugo["params"][key] for key in ("customkey", "inner") if key in hugo["params"]}
        date = hugo["date"].replace("Z", "+00:00") if hugo["date"][:4] != "0001" else ""
        assert READ[name] == (hugo["title"], date, tuple(hugo["params"].get("tags", ())), others)
        assert (hugo["draft"], hugo["weight"], hugo["slug"], hugo["aliases"]) == (False, 0, "", [])
        assert hugo["rel"] == f"/post/{name}/"


def test_faults_are_found_on_the_line_that_hugo_names() -> None:
    for name, row in rows().items():
        found = re.search(r'\.md:(\d+):\d+"', row)
        if name in REFUSED and found and name != "unclosed":  # there Hugo names the line after the fence
            assert REFUSED[name].split()[1].partition(":")[0] == found[1], name


# Typing. Hugo 0.151 reads `no` and `1e3` as other kinds than 0.168 does; a word loses nothing, and a switch takes both.


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("y", "y"),
        ("true", True),
        ("1.10", 1.1),
        ("010", 8),
        ("0x10", 16),
        ("1_000", 1000),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        ("1.5e3", 1500.0),
        ("2023/09/06", "2023/09/06"),
        ("2023-09-06", "2023-09-06"),
        ("'010'", "010"),
        ("", None),
        ("~", None),
        ("[a, 1, [b]]", ("a", 1, ("b",))),
        ("{InnerKey: X, 中文: y}", {"innerkey": "X", "中文": "y"}),
        ("|\n  a\n  b", "a\nb\n"),
        (">-\n  a\n  b", "a b"),
        ('"\\u4e2d"', "中"),
    ],
)
def test_yaml_values_have_the_kinds_of_hugo(tmp_path: Path, typed: str, value: object) -> None:
    found = read(tmp_path, "a", f"---\nMyKey: {typed}\n---\n".encode())
    assert found.diagnostics == ()
    assert found.value.front.params == {"mykey": value}


@pytest.mark.parametrize(
    ("typed", "title"),
    [("2023", "2023"), ("1.10", "1.10"), ("010", "010"), ("no", "no"), ("1e3", "1e3"), ("true", "true")],
)
def test_a_title_is_kept_as_it_was_typed(tmp_path: Path, typed: str, title: str) -> None:
    """Better than Hugo, which shows 1.1 for `title: 1.10`, and 8 for `010`."""
    assert read(tmp_path, "a", f"---\ntitle: {typed}\n---\n".encode()).value.front.title == title


@pytest.mark.parametrize(
    ("typed", "draft"), [("no", False), ("yes", True), ("on", True), ("'true'", True), ("off", False)]
)
def test_a_switch_takes_the_words_of_every_hugo(tmp_path: Path, typed: str, draft: bool) -> None:
    found = read(tmp_path, "a", f"---\ndraft: {typed}\n---\n".encode())
    assert (found.value.front.draft, found.diagnostics) == (draft, ())


def test_anchors_and_merge_keys_work(tmp_path: Path) -> None:
    text = b"---\nbase: &base {x: 1, y: 2}\nmine:\n  <<: *base\n  y: 3\nsame: *base\n---\n"
    params = read(tmp_path, "a", text).value.front.params
    assert (params["mine"], params["same"]) == ({"x": 1, "y": 3}, {"x": 1, "y": 2})


def test_toml_has_its_dates_numbers_and_tables(tmp_path: Path) -> None:
    text = (
        b'+++\ntitle = "T"\ndate = 2023-09-29T09:54:54+08:00\nlastmod = 2023-10-01\ndraft = false\nweight = 1_0\n'
        b"tags = [\n  'a', # one\n  \"b\",\n]\nat = 07:32:00\nhex = 0x10\nlong = '''\none\ntwo'''\n"
        b'cover.image = "/a.png"\n[params]\ninner = 1.10\n[[params.list]]\nname = "x"\n+++\nbody\n'
    )
    found = read(tmp_path, "a", text)
    front = found.value.front
    assert front.date is not None
    assert front.lastmod is not None
    assert (front.title, front.date.isoformat(), front.lastmod.date().isoformat(), front.weight) == (
        "T",
        "2023-09-29T09:54:54+08:00",
        "2023-10-01",
        10,
    )
    assert front.terms == (("tags", ("a", "b")),)
    assert front.params == {
        "at": "07:32:00",
        "hex": 16,
        "long": "one\ntwo",
        "cover": {"image": "/a.png"},
        "inner": 1.1,
        "list": ({"name": "x"},),
    }


def test_json_stands_without_fences(tmp_path: Path) -> None:
    text = b'{\n  "Title": "J \\u4e2d",\n  "date": "2024-01-02",\n  "x": {"Y": [1, 2.5, null, true]}\n}\n\n## H\n'
    found = read(tmp_path, "a", text).value
    assert (found.front.title, found.front.params) == ("J 中", {"x": {"y": (1, 2.5, None, True)}})
    assert found.body.headings[0].span.line == 7


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_gives_the_same_places(tmp_path: Path, newline: str) -> None:
    text = newline.join(("---", "title: T", "description: Desc Text.", "---", "", "## H", ""))
    found = read(tmp_path, "a", b"\xef\xbb\xbf" + text.encode())
    assert told(found) == ["LT117 3:14 `Desc Text.` was never filled in"]
    assert found.value.body.headings[0].span.line == 6

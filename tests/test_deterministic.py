"""The same input gives the same bytes: whatever the hash seed, locale, time zone, number of workers or former build."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from llmtimeline.shell.starter import STARTER

POST = """\
---
title: Week {number}
date: 2023-0{month}-11T08:00:00
tags: [GPT, gpt, 开源, Ω]
categories: [Weekly]
---

Some prose with a [link](./week-1.md) and `code`.

## Model {number}, 2023/0{month}, OpenAI & Google

```release
params: {number}B
base: [gpt-4, llama (finetune)]
```

```python
print({number})
```
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    files = dict(STARTER)
    for number in range(1, 40):
        files[f"content/post/week-{number}.en.md"] = POST.format(number=number, month=number % 9 + 1)
        files[f"content/post/week-{number}.md"] = POST.format(number=number, month=number % 9 + 1)
    write(root, files)
    return root


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def run(root: Path, output: Path, *arguments: str, **environment: str) -> tuple[str, dict[str, bytes]]:
    """(what it said, path -> bytes) of one build in a process of its own."""
    command = [sys.executable, "-m", "llmtimeline", "build", "-s", str(root), "-d", str(output), "--format", "json"]
    done = subprocess.run(
        [*command, "--clock", "2024-01-01T00:00:00+00:00", *arguments],
        env={**os.environ, "PYTHONWARNINGS": "error", **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    written = {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}
    return done.stdout.decode(), written


@pytest.fixture(scope="module")
def reference(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, bytes]]:
    return run(site, tmp_path_factory.mktemp("out") / "public", "--jobs", "1", PYTHONHASHSEED="0", TZ="UTC")


@pytest.mark.parametrize(
    ("jobs", "environment"),
    [
        ("1", {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONUTF8": "0"}),
        ("2", {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"}),
        ("3", {"PYTHONHASHSEED": "3", "LANG": "zh_CN.UTF-8"}),
    ],
)
def test_hash_seed_locale_time_zone_and_workers_change_nothing(
    site: Path, reference: tuple[str, dict[str, bytes]], tmp_path: Path, jobs: str, environment: dict[str, str]
) -> None:
    assert run(site, tmp_path / "public", "--jobs", jobs, **environment) == reference


def test_a_second_build_over_the_first_changes_nothing(
    site: Path, reference: tuple[str, dict[str, bytes]], tmp_path: Path
) -> None:
    run(site, tmp_path / "public")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "public").rglob("*.html")}
    assert run(site, tmp_path / "public") == reference
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "public").rglob("*.html")} == before


def test_order_and_place_of_the_files_on_disk_change_nothing(
    site: Path, reference: tuple[str, dict[str, bytes]], tmp_path: Path
) -> None:
    paths = [path for path in sorted(site.rglob("*")) if path.is_file()]
    for path in random.Random(5).sample(paths, len(paths)):
        target = tmp_path / "elsewhere" / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (0, 0))
    assert run(tmp_path / "elsewhere", tmp_path / "public") == reference

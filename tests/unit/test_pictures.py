"""Pictures through the whole pipeline: made once, kept while nobody touches them, and never trusted."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import util
from importlib.machinery import ModuleSpec
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from llmtimeline.build import BuildResult, build
from llmtimeline.render import templates
from llmtimeline.values.request import Request
from llmtimeline.write.marker import MARKER, read_digests, read_marker

CONFIG = "baseURL: https://x.example/\ntitle: A site\nlanguages: {en: {locale: en, label: E}}\n"
POST = "---\ntitle: A post\ndate: 2023-09-06\n---\n\n![noise](noise.png)\n\n![again](/Pasted%20image%201.png)\n"


def noise(size: tuple[int, int] = (1000, 700)) -> bytes:
    stream = BytesIO()
    tile = Image.frombytes("RGB", (20, 14), random.Random(7).randbytes(20 * 14 * 3))
    tile.resize(size, Image.Resampling.BICUBIC).save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "llmtimeline.yaml": CONFIG.encode(),
        "content/post/a/index.md": POST.encode(),
        "content/post/a/noise.png": noise(),
        "static/Pasted image 1.png": noise((600, 400)),
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def run(root: Path, *, strict: bool = True, jobs: int = 1) -> BuildResult:
    return build(Request(str(root), datetime(2024, 1, 1, tzinfo=UTC), strict=strict, jobs=jobs))


def page(root: Path) -> str:
    return (root / "public/post/a/index.html").read_text("utf-8")


def addresses(root: Path) -> list[str]:
    found = re.findall(r'(?:srcset|content)="([^"]*(?:webp|cards/)[^"]*)"', page(root))
    each = [part.split()[0] for entry in found for part in entry.split(", ")]
    return [address.removeprefix("https://x.example").replace("%20", " ") for address in each]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of pictures that were really made."""
    log: list[str] = []
    whole: Callable[..., object] = templates.Renderer.make

    def counted(self: object, body: object, content: bytes) -> object:
        log.append(type(body).__name__)
        return whole(self, body, content)

    monkeypatch.setattr(templates.Renderer, "make", counted)
    return log


def test_every_address_that_a_page_names_is_there(site: Path) -> None:
    assert run(site).diagnostics == ()
    named = addresses(site)
    assert len([name for name in named if name.endswith(".webp")]) == 5
    assert all((site / f"public{name}").is_file() for name in named)
    sizes = {name: Image.open(BytesIO((site / f"public{name}").read_bytes())).size for name in named}
    assert {size[0] for size in sizes.values()} == {480, 600, 800, 1000, 1200}
    assert all((site / f"public{name}").stat().st_size < 200_000 for name in named)


def test_a_second_build_makes_nothing_again(site: Path, made: list[str]) -> None:
    run(site)
    first = {path: (site / f"public{path}").read_bytes() for path in addresses(site)}
    assert set(made) == {"Resized", "Drawn"}
    made.clear()
    run(site)
    assert made == []
    assert {path: (site / f"public{path}").read_bytes() for path in addresses(site)} == first


def test_a_picture_that_someone_changed_in_the_output_is_made_anew(site: Path, made: list[str]) -> None:
    run(site)
    victim = site / f"public{addresses(site)[-1]}"
    right = victim.read_bytes()
    victim.unlink()
    victim.write_bytes(right[:-1] + b"!")
    made.clear()
    run(site)
    assert len(made) == 1
    assert victim.read_bytes() == right


def test_a_changed_picture_has_another_address_and_the_old_one_goes(site: Path) -> None:
    run(site)
    before = addresses(site)
    (site / "content/post/a/noise.png").write_bytes(noise((1000, 701)))
    run(site)
    gone = set(before) - set(addresses(site))
    assert len(gone) == 3
    assert not any((site / f"public{path}").exists() for path in gone)


def test_the_list_of_our_files_knows_the_digests_of_pictures_alone(site: Path) -> None:
    run(site)
    digests = read_digests(site / "public")
    assert {path.rpartition(".")[2] for path in digests} == {"webp", "png"}
    assert set(digests) <= (read_marker(site / "public") or frozenset())
    # A list that an older release wrote has none, and is still ours.
    marker = site / "public" / MARKER
    marker.write_text(re.sub(r"\t\w+", "", marker.read_text("utf-8")), "utf-8")
    assert read_digests(site / "public") == {}
    assert run(site).diagnostics == ()


def test_one_process_or_two_give_the_same_site(site: Path) -> None:
    run(site)
    first = {path: path.read_bytes() for path in sorted((site / "public").rglob("*")) if path.is_file()}
    (site / "public").rename(site / "elsewhere")
    run(site, jobs=2)
    assert {path: path.read_bytes() for path in first} == first


def test_a_picture_that_is_cut_off_is_told_and_shown_as_far_as_it_goes(site: Path) -> None:
    source = site / "content/post/a/noise.png"
    source.write_bytes(source.read_bytes()[:60_000])
    result = run(site, strict=False)
    told = [(found.code, found.span and found.span.path) for found in result.diagnostics]
    assert set(told) == {("LT012", "content/post/a/noise.png")}
    assert all((site / f"public{name}").is_file() for name in addresses(site))


def test_without_pillow_pictures_stay_as_they_are(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find_spec = util.find_spec

    def without(name: str, package: str | None = None) -> ModuleSpec | None:
        return None if name == "PIL" else find_spec(name, package)

    monkeypatch.setattr("llmtimeline.load.drawing.find_spec", without)
    assert run(site).diagnostics == ()
    assert addresses(site) == []
    assert 'width="1000" height="700"' in page(site)
    assert "og:image" not in page(site)
    with (site / "llmtimeline.yaml").open("a") as config:
        config.write("timeline: {images: {quality: 70}, cards: true}\n")
    assert [(told.code, told.severity.value) for told in run(site).diagnostics] == [("LT015", "note")] * 2


def test_a_preview_draws_no_cards(site: Path) -> None:
    root = str(site)
    build(Request(root, datetime(2024, 1, 1, tzinfo=UTC), environment="development"))
    assert not (site / "public/cards").exists()
    assert "<picture>" in page(site)

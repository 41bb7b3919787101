"""Which page has which social card, and what is told of titles that cannot be drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.outputs import Drawn, Plan
from llmtimeline.values.pictures import Card, Font, Picture
from llmtimeline.values.sources import Asset

from ..builders import (
    ZH,
    a_config,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_tree,
    a_vendor,
    output_at,
    view_at,
)

FONT = Font("/disk/font.otf", "feed", frozenset(range(0x20, 0x9FFF)))


def planned(*posts: Any, font: Font | None = FONT, registry: Any = None, **config: Any) -> Checked[Plan]:
    photo = Asset("i/c.jpg", "/disk/c.jpg", 9, picture=Picture(640, 480, "jpeg"))
    tree = replace(a_tree(), draws=True, font=font)
    tree = replace(tree, theme=replace(tree.theme, assets=(photo,)))
    return a_plan(posts, registry, a_config(**{"title": "站", **config}), tree)


def card_at(checked: Checked[Plan], path: str) -> Card:
    (address,) = view_at(checked, path).head.images
    drawn = output_at(checked, address.removeprefix("https://ex.org/")).body
    assert isinstance(drawn, Drawn)
    return drawn.card


DAY = datetime(2023, 9, 6, tzinfo=UTC)


def test_each_kind_of_page_says_what_it_is() -> None:
    registry = a_registry(
        [a_release("gpt-4", "2023-03-14", vendors=("openai",), models=("gpt-4",))],
        vendors=[a_vendor("openai", "OpenAI")],
    )
    checked = planned(
        a_post("post/a", title="题", date="2023-09-06"),
        a_post("about", title="关于", date="2023-09-06"),
        registry=registry,
    )
    host = "ex.org"
    assert card_at(checked, "index.html") == Card("", "站", host=host)
    assert card_at(checked, "post/a/index.html") == Card("站", "题", date=DAY, host=host)
    assert card_at(checked, "about/index.html") == Card("站", "关于", host=host)
    assert card_at(checked, "vendors/openai/index.html") == Card("站", "OpenAI", label="title_vendors", host=host)
    model = card_at(checked, "models/gpt-4/index.html")
    assert (model.title, model.note, model.label) == ("gpt-4", "OpenAI", "title_models")
    year = card_at(checked, "timeline/2023/index.html")
    assert (year.word, year.values) == ("title_year", (("year", "2023"),))
    assert card_at(checked, "timeline/index.html").word == "title_timeline"
    # Lists of terms and further pages have the site's.
    assert card_at(checked, "tags/index.html") == card_at(checked, "index.html")


def test_a_card_has_its_size_and_kind_beside_it() -> None:
    head = view_at(planned(a_post("post/a")), "post/a/index.html").head
    assert (head.image_width, head.image_height, head.image_type) == (1200, 630, "image/png")


@pytest.mark.parametrize(
    "post",
    [a_post("post/a", images=("/i/c.jpg",)), a_post("post/a", params={"cover": {"image": "/i/c.jpg"}})],
)
def test_a_picture_of_the_posts_own_stands_in_its_stead(post: Any) -> None:
    head = view_at(planned(post), "post/a/index.html").head
    assert head.images == ("https://ex.org/i/c.jpg",)
    assert (head.image_width, head.image_height, head.image_type) == (640, 480, "image/jpeg")


def test_pictures_that_the_config_gives_for_all_pages_stand_in_their_stead() -> None:
    checked = planned(a_post("post/a"), languages=(replace(ZH, params={"images": ["/i/c.jpg"]}),))
    assert view_at(checked, "post/a/index.html").head.images == ("https://ex.org/i/c.jpg",)
    assert not [output for output in checked.value.outputs if isinstance(output.body, Drawn)]


def test_without_a_font_there_are_no_cards_and_no_broken_addresses() -> None:
    checked = planned(a_post("post/a"), font=None)
    assert view_at(checked, "post/a/index.html").head.images == ()
    assert not [output for output in checked.value.outputs if isinstance(output.body, Drawn)]


def test_the_address_changes_with_what_is_drawn() -> None:
    one = view_at(planned(a_post("post/a", title="一")), "post/a/index.html").head.images
    again = view_at(planned(a_post("post/b", title="一")), "post/b/index.html").head.images
    other = view_at(planned(a_post("post/a", title="二")), "post/a/index.html").head.images
    redrawn = view_at(planned(a_post("post/a", title="一"), font=replace(FONT, digest="new")), "post/a/index.html").head
    assert one == again
    assert len({one, other, redrawn.images}) == 3


def test_a_title_that_the_font_cannot_write_is_told_and_has_the_sites_card() -> None:
    checked = planned(a_post("post/a", title="吉𠮷"))
    (told,) = checked.diagnostics
    assert told.code == "LT215"
    assert told.span == a_post("post/a").span
    assert "`𠮷` (U+20BB7)" in told.message
    assert card_at(checked, "post/a/index.html") == card_at(checked, "index.html")


def test_a_site_in_another_script_is_told_of_a_few_pages() -> None:
    posts = [a_post(f"post/{number}", title=f"{number} 🙂") for number in range(40)]
    assert len([told for told in planned(*posts).diagnostics if told.code == "LT215"]) == 20


def test_of_very_many_models_the_newest_have_cards_of_their_own() -> None:
    models = [a_model(f"m{number:03}") for number in range(320)]
    releases = [
        a_release(f"m{number:03}", f"20{10 + number // 40}-03-{number % 28 + 1:02}", models=(f"m{number:03}",))
        for number in range(320)
    ]
    registry = a_registry(releases)
    dated = {r.models[0]: r.date for r in releases}
    registry = replace(registry, models={k: replace(m, date=dated[k]) for k, m in registry.models.items()})
    assert len(models) == len(registry.models)
    checked = planned(registry=registry)
    site = view_at(checked, "index.html").head.images
    shared = [name for name in registry.models if view_at(checked, f"models/{name}/index.html").head.images == site]
    assert len(shared) == 20
    assert max(dated[name].timeline_key() for name in shared) <= min(
        dated[name].timeline_key() for name in dated if name not in shared
    )

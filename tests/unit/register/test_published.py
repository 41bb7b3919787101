"""Which posts are out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from llmtimeline.register import select_published
from llmtimeline.values.posts import Node
from llmtimeline.values.request import Request

from .builders import CONFIG, post

NOW = datetime(2023, 9, 29, 12, tzinfo=UTC)
REQUEST = Request("/site", NOW)
LATER, EARLIER = NOW + timedelta(seconds=1), NOW - timedelta(seconds=1)


@pytest.mark.parametrize(
    ("front", "shown"),
    [
        ({}, True),
        ({"draft": True}, False),
        ({"publish_date": LATER}, False),
        ({"publish_date": NOW}, True),
        ({"expiry_date": NOW}, False),
        ({"expiry_date": EARLIER}, False),
        ({"expiry_date": LATER}, True),
        ({"render": "never"}, True),
        ({"list": "never"}, True),
    ],
)
def test_front_matter_decides(front: dict[str, object], shown: bool) -> None:
    page = post("content/a.zh.md", on="2020-01-01", **front)
    assert bool(select_published([page], REQUEST, CONFIG)) is shown


def test_a_date_to_come_hides_a_post_unless_its_publish_date_is_past() -> None:
    assert select_published([post("content/a.zh.md", on="2099-01-01")], REQUEST, CONFIG) == ()
    assert select_published([post("content/a.zh.md", on="2099-01-01", publish_date=EARLIER)], REQUEST, CONFIG)
    assert select_published([post("content/a.zh.md", on="")], REQUEST, CONFIG)


@pytest.mark.parametrize(
    ("front", "flag", "setting"),
    [
        ({"draft": True}, "drafts", "build_drafts"),
        ({"publish_date": LATER}, "future", "build_future"),
        ({"expiry_date": EARLIER}, "expired", "build_expired"),
    ],
)
def test_request_or_config_may_let_them_in(front: dict[str, object], flag: str, setting: str) -> None:
    page = post("content/a.zh.md", on="2020-01-01", **front)
    assert select_published([page], replace(REQUEST, **{flag: True}), CONFIG) == (page,)  # type: ignore[arg-type]
    assert select_published([page], REQUEST, replace(CONFIG, **{setting: True})) == (page,)  # type: ignore[arg-type]


def test_a_branch_without_a_file_of_its_own_stays_and_the_order_is_kept() -> None:
    branch = replace(post("content/_index.zh.md", on="2020-01-01", render="never"), node=Node.BRANCH)
    leaf = post("content/a.zh.md", on="2020-01-01")
    assert select_published([leaf, branch], REQUEST, CONFIG) == (leaf, branch)

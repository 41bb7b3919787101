"""The page of charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from llmtimeline.plan.charts.bars import vendor_bars
from llmtimeline.plan.charts.columns import BY_MONTH, BY_QUARTER, Dated, column_chart, openness_of
from llmtimeline.plan.charts.points import point_chart
from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned, plan_page
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.timeline.years import latest_change
from llmtimeline.values.views.charts import OPENNESS, ChartsContent


def plan_charts(edition: Edition) -> Iterator[Planned]:
    """The page, unless the config turns it off."""
    for page in edition.of_kind(Kind.CHARTS):
        registry = edition.index.registry
        rows = [edition.cards.release(identity) for identity in registry.releases]
        releases = [Dated(row.date, row.weights) for row in rows]
        kinds = Counter(openness_of(release.weights) for release in releases)
        content = ChartsContent(
            intro_html=edition.intro(page),
            count=len(rows),
            months=column_chart(releases, BY_MONTH),
            vendors=vendor_bars(rows, lambda chip: (sort_key(chip.name, edition.key), chip.id)),
            openness=column_chart(releases, BY_QUARTER, stacked=True),
            by_openness=tuple((key, kinds[key]) for key in OPENNESS if kinds[key]),
            params=point_chart(edition, "params", "parameters"),
            context=point_chart(edition, "context", "tokens"),
        )
        yield plan_page(edition, page, content, latest_change(edition, registry.releases))

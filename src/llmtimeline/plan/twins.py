"""Every page once more as Markdown, for readers and programs that take plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from llmtimeline.plan.formats import twin_template
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.pages import Rank
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import PageView


def plan_twins(planned: Iterable[Planned]) -> Iterator[Planned]:
    """The twin of each page that has one. It is drawn from the page's own view, and gives way to any other file."""
    for each in planned:
        body = each.output.body
        if isinstance(body, Rendered) and isinstance(body.view, PageView) and body.view.markdown_url:
            path = each.output.path.removesuffix(".html") + ".md"
            twin = Rendered(twin_template(body.view.kind), body.view, body.language)
            yield Planned(Output(path, twin, each.output.origin, "page as Markdown"), Rank.SPARE)

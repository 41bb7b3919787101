"""What the page of charts draws. Positions are shares of the plot: 0 at its start and top, 1 at its end and foot.

Amounts and dates stay typed; the templates write them in the page's language and put the shares on paper, so that one
drawing serves every width: nothing is scaled, and no type is blurred.
"""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.views.html import Html

OPENNESS = ("open", "partial", "gated", "closed", "unknown")
"""How open the weights are, in the order in which charts stack it; "unknown" is also what nothing is said of."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, a quarter or a year. `date` is its month, the first month of its quarter, or its year."""

    date: PartialDate
    quarter: int = 0  # 1 to 4; 0 for months and years


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the plot."""

    at: float  # from the top
    value: int


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A place on the axis of time, and whether its label has room: everywhere, on wide screens, or nowhere."""

    at: float
    period: Period
    label: str = ""  # "" without, "roomy" on wide screens only, "always"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a column (`start` from the top) or of a bar (`start` from its beginning)."""

    key: str  # one of OPENNESS; "" where the whole is one piece
    count: int
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Column:
    """The releases of one period."""

    period: Period
    start: float
    width: float
    count: int
    parts: tuple[Part, ...]  # without empty ones, the lowest first
    label: str = ""  # whether its count has room above it, as for `TimeMark`
    is_fullest: bool = False


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Counts over time, a column a period; a period without any is a gap."""

    span: str  # "month", "quarter" or "year"
    columns: tuple[Column, ...]  # oldest first, those of 0 as well
    ticks: tuple[Tick, ...]
    years: tuple[TimeMark, ...]  # where each year begins
    months: tuple[TimeMark, ...]  # months or quarters between; () where columns are years, or too many
    fullest: tuple[Period, ...]  # that share the greatest count
    most: int
    count: int  # of what stands in columns
    apart: tuple[tuple[int, int], ...] = ()  # year, count: of which no more than the year is known, oldest first
    earlier: int = 0  # from before the first column

    @property
    def total(self) -> int:
        """All that was to be drawn."""
        return self.count + sum(count for _, count in self.apart) + self.earlier


@dataclass(frozen=True, slots=True)
class Bar:
    """A vendor's releases. The bar that gathers the others has no name."""

    name: str
    url: str
    count: int
    parts: tuple[Part, ...]
    share: float  # of the longest bar


@dataclass(frozen=True, slots=True)
class BarChart:
    """Counts by vendor, most first; those beyond are gathered in `others`."""

    bars: tuple[Bar, ...]
    others: Bar | None = None
    folded: int = 0  # vendors in `others`
    vendors: int = 0  # all that have any
    shared: int = 0  # releases of several vendors, which count for each
    nameless: int = 0  # releases without a vendor


@dataclass(frozen=True, slots=True)
class PointLabel:
    """A name beside a mark: `dx` and `dy` in pixels of a text 12 px high, where the anchor stands."""

    text: str
    anchor: str  # "start", "middle" or "end", as SVG has it
    dx: float
    dy: float
    roomy: bool = False  # on wide screens only


@dataclass(frozen=True, slots=True)
class Dot:
    """One amount of a point."""

    at: float  # from the top
    value: Quantity


@dataclass(frozen=True, slots=True)
class Point:
    """What one model gives at one time; several sizes are dots on one hairline, the largest first."""

    id: str
    name: str
    url: str
    date: PartialDate
    start: float  # a day and a month are one place, a year is as wide as the year
    end: float
    dots: tuple[Dot, ...]
    weights: str = ""  # one of OPENNESS
    label: PointLabel | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Many amounts near one place, drawn as one mark where points would be too many."""

    x: float
    y: float
    count: int
    size: int  # 1 to 5, the larger the more
    low: Quantity
    high: Quantity


@dataclass(frozen=True, slots=True)
class YearOfPoints:
    """The amounts of one year."""

    year: int
    count: int  # amounts
    low: Quantity
    median: Quantity  # the lower of the two in the middle, so that it is an amount that stands in the data
    high: Quantity
    start: float
    end: float
    at: float  # of the median, from the top
    drawn: bool = False  # whether there are enough for a median to say something
    label: PointLabel | None = None


@dataclass(frozen=True, slots=True)
class PointChart:
    """Amounts over time on a logarithmic scale. Either `points` or, where these are too many, `cells` are drawn."""

    field: str  # "params" or "context"
    points: tuple[Point, ...]  # oldest first
    cells: tuple[Cell, ...]
    ticks: tuple[Tick, ...]
    unit: str  # of the ticks' values
    years: tuple[TimeMark, ...]
    by_year: tuple[YearOfPoints, ...]  # oldest first
    low: Quantity
    high: Quantity
    median: Quantity
    amounts: int
    models: int  # drawn
    given: int  # models that give an amount, drawn or not
    asked: int  # models that could give one
    undated: int = 0  # left out: without a date
    unsure: int = 0  # left out: only rumoured, leaked or doubtful
    other_unit: int = 0  # left out: counted in another unit
    earlier: int = 0  # left out: from before the first year
    highest: tuple[Point, ...] = ()  # that share the highest amount
    bends: bool = False  # whether years differ in width
    listed: bool = True  # whether the table holds each point; else one row a year


@dataclass(frozen=True, slots=True)
class ChartsContent:
    """The page of charts. A chart without anything to draw is None."""

    kind = "charts"
    intro_html: Html
    count: int  # releases
    months: ColumnChart | None = None
    vendors: BarChart | None = None
    openness: ColumnChart | None = None
    by_openness: tuple[tuple[str, int], ...] = ()  # those that occur, in the order of OPENNESS
    params: PointChart | None = None
    context: PointChart | None = None

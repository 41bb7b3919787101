"""What stands around the list of a timeline: the strip above it and the menus that cut it down."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.dates import PartialDate
from llmtimeline.values.views.parts import LinkView


@dataclass(frozen=True, slots=True)
class StripTick:
    """Where a year begins; a month in the strip of a single year."""

    start: float  # 0 to 1 along the strip, as are all places here
    year: int
    month: int | None = None
    narrow: bool = True  # whether there is room for its name on a phone too
    last: bool = False  # so near the end that its name stands before it


@dataclass(frozen=True, slots=True)
class StripMark:
    """One release in the strip."""

    id: str
    name: str
    url: str  # of the row in the list
    date: PartialDate
    start: float
    end: float  # equal to start for a day; the span of a month or year otherwise
    level: int = 0  # from the top of its lane, so that no mark covers another
    importance: int = 2


@dataclass(frozen=True, slots=True)
class StripBin:
    """The releases of a stretch of time in a lane with too many to mark each."""

    first: PartialDate
    last: PartialDate  # the same month or year as `first`, or a later one
    count: int
    url: str  # of the newest release's row
    start: float
    end: float
    share: float  # of the fullest bin of the strip, 0 to 1


@dataclass(frozen=True, slots=True)
class StripBar:
    """How full a stretch of time is; drawn, not linked."""

    start: float
    end: float
    share: float  # of the fullest bar of the lanes, 0 to 1


@dataclass(frozen=True, slots=True)
class StripLane:
    """A vendor's releases in time: marks, or bars where there are too many, and over these the bins that are links."""

    name: str  # "" for all the others together
    url: str
    marks: tuple[StripMark, ...]
    bins: tuple[StripBin, ...] = ()
    top: int = 0  # in steps from the top of the strip; a lane is one step higher than it has levels
    levels: int = 1
    bars: tuple[StripBar, ...] = ()  # by month, where that does not make too many


@dataclass(frozen=True, slots=True)
class Strip:
    """The overview above the timeline: lanes of vendors over years; bars for narrow screens."""

    ticks: tuple[StripTick, ...]
    lanes: tuple[StripLane, ...]
    bars: tuple[StripBin, ...]  # by month, or longer stretches of a long history; releases with a month only
    steps: int  # height of all lanes
    bends: bool  # years are not equally wide


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value by which the timeline can be cut down, with the page that does so."""

    value: str
    text: str  # plain, or "@mark_open", a word of the templates
    url: str
    count: int  # releases
    current: bool = False  # this page is that one


@dataclass(frozen=True, slots=True)
class Facet:
    """One question to the timeline: of which vendor, how open."""

    key: str  # vendor, family, weights, modality, year or important
    options: tuple[FacetOption, ...]  # only those with releases
    more: LinkView | None = None  # where all of them are listed, when the menu holds the fullest only

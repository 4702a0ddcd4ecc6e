"""The picture of the year: within its frame, in order of time, nothing over anything else, every date in words."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, get_args, get_type_hints

import html5lib
import pytest
from conftest import AS_OF, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.catalog import Catalog
from generator.facts import Facts
from generator.phrases import short_date
from generator.plan import Block, Span
from generator.planner import make_plain_plan
from generator.prose import Prose
from generator.rendering import Renderer
from generator.site import facts_for, load_profile
from generator.views.common import Sight
from generator.views.schedule import milestones_ahead
from generator.views.timeline import LOOKS, timeline
from generator.views.timeline.drawing import PATTERNS, draw
from generator.views.timeline.parts import Bar, Item, LaneId, Timeline
from generator.views.timeline.text import width_of

EXAMPLES = sorted((ROOT / "profiles").glob("example-*.yml"))
FRAME, TODAY, DAY = Span(date(2026, 11, 1), date(2028, 5, 31)), AS_OF, timedelta(days=1)
NAMES: dict[LaneId, Prose] = {"periods": Prose("periods"), "rotations": Prose("rotations"), "days": Prose("days")}
LONG = "O'Brien <b>*x*</b> & Sons Memorial Teaching Hospital of the Upper West"
NASTY = "O'Brien <b>*x*</b> {{ 7*7 }} | 李"
known_days = settings(derandomize=True, deadline=None, max_examples=100, database=None)


def stretch(lane: LaneId, first: str, last: str, name: str = "A hospital", **more: str) -> Item:
    span = Span(date.fromisoformat(first), date.fromisoformat(last))
    return Item(lane, span, more.pop("look", "outlined"), name, f"{span.first:%b %d} – {span.last:%b %d}", **more)


def single(day: date, name: str, look: str = "season") -> Item:
    return Item("days", Span(day, day), look, name, f"{day:%b} {day.day}")


def rotations(number: int, name: str) -> list[Item]:
    """So many blocks of four weeks, one after another."""
    starts = [date(2026, 12, 7) + timedelta(weeks=4 * n) for n in range(number)]
    return [
        Item(
            "rotations", Span(start, start + 27 * DAY), "dashed late", name, "Mar 29 – Apr 25", name, "ask first, late"
        )
        for start in starts
    ]


SEASON = [
    single(TODAY, "Today", "today"),
    *(single(date(2027, month, 1), name) for month, name in ((2, "Catalogs open"), (6, "ERAS opens"))),
    *(single(date(2027, 9, day), "Applications open") for day in (1, 8, 22)),
    *(single(date(2028, month, 17), "Rank lists close", "projected") for month in (2, 3)),
]
PERIODS = [
    stretch("periods", "2026-08-31", "2027-02-26", "School term", look="term"),
    stretch("periods", "2027-03-01", "2027-10-31", "Electives allowed", look="window"),
    stretch("periods", "2027-06-18", "2027-06-20", LONG, look="busy"),
]
OVERLAPPING = [
    *(stretch("periods", f"2027-06-{day}", "2027-07-20", "Busy", look="busy") for day in (10, 11, 12, 30)),
    stretch("rotations", "2026-11-02", "2026-11-22"),
    stretch("rotations", "2026-11-23", "2026-11-24"),
    stretch("periods", "2028-05-30", "2028-05-30", "Busy", look="busy"),
    stretch("periods", "2028-05-31", "2029-01-01", "Busy", look="busy"),
]
CASES = [
    pytest.param(rotations(1, "A hospital"), id="one rotation and nothing else"),
    pytest.param([single(date(2026, 11, 30), "Match Day")], id="one day"),
    *(pytest.param([*rotations(n, "A hospital"), *SEASON, *PERIODS], id=f"{n} rotations") for n in (1, 2, 3, 4, 12)),
    pytest.param([*rotations(12, LONG), *SEASON, *PERIODS], id="twelve with long names"),
    pytest.param([*SEASON, *SEASON, *SEASON, *PERIODS, *PERIODS], id="everything on the same days"),
    pytest.param([*OVERLAPPING, *SEASON], id="stretches that overlap or touch, at both ends of the frame"),
]


@pytest.mark.parametrize("items", CASES)
def test_a_picture_holds_together(items: list[Item]) -> None:
    assert wrong_with(draw(items, FRAME, TODAY, NAMES, "")) == []


DAYS = st.integers((TODAY - FRAME.first).days, (FRAME.last - FRAME.first).days).map(lambda n: FRAME.first + n * DAY)
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=80)
SINGLES = st.builds(single, DAYS, TEXTS)
STRETCHES = st.builds(
    lambda lane, first, days, name, note: Item(lane, Span(first, first + days * DAY), "term", name, "Mar 1", note=note),
    st.sampled_from(["periods", "rotations"]),
    DAYS,
    st.integers(0, 300),
    TEXTS,
    TEXTS,
)


@known_days
@given(st.lists(SINGLES | STRETCHES, min_size=1, max_size=25))
def test_any_picture_holds_together(items: list[Item]) -> None:
    assert wrong_with(draw(items, FRAME, TODAY, NAMES, "")) == []


def wrong_with(made: Timeline) -> list[str]:
    """What leaves the picture, is out of order, or lies over something else."""
    outside = [bar for bar in made.bars if not (bar.x >= 0 and bar.x + bar.width <= made.lanes_to and fits(bar, made))]
    far = [mark for mark in made.marks if not 5 <= mark.y <= made.height - 5]
    over = [pair for pair in combinations(made.bars, 2) if overlap(*pair)]
    dated = [
        sorted((mark.day, mark.y) for mark in made.marks),
        sorted((max(bar.span.first, TODAY), bar.y) for bar in made.bars),
    ]
    backward = [pair for some in dated for pair in pairwise(some) if pair[0][1] > pair[1][1]]
    tight = [pair for pair in pairwise(made.ticks) if pair[1].y - pair[0].y < 30]
    return [str(found) for found in (*outside, *far, *over, *backward, *tight, *labels_wrong_in(made))]


def fits(bar: Bar, made: Timeline) -> bool:
    return bar.y >= 0 and bar.height > 0 and bar.y + bar.height <= made.height and width_of(bar.inside) <= bar.height


def overlap(one: Bar, other: Bar) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def labels_wrong_in(made: Timeline) -> list[str]:
    over = [f"{pair} touch" for pair in pairwise(made.labels) if pair[0].top + pair[0].height > pair[1].top]
    ends = [label for label in made.labels if label.top < 0 or label.top + label.height > made.height]
    lines = [(label, line) for label in made.labels for line in label.lines]
    wide = [line for _, line in lines if line.x + width_of(line.text, strong=line.weight == "strong") > made.width]
    left = [line for _, line in lines if line.x <= made.lanes_to]
    high = [line for label, line in lines if not label.top + 12 <= line.y <= label.top + label.height - 4]
    return [*over, *map(str, (*ends, *wide, *left, *high))]


def test_a_picture_with_a_fault_is_found() -> None:
    made = draw([*rotations(2, "A"), *SEASON], FRAME, TODAY, NAMES, "")
    first = made.bars[0]
    moved = Bar(**{**vars(first), "y": made.height})
    doubled = Timeline(**{**vars(made), "bars": (first, first), "labels": (made.labels[0], made.labels[0])})

    assert wrong_with(made) == []
    assert len(wrong_with(Timeline(**{**vars(made), "bars": (moved,)}))) == 1
    assert len(wrong_with(doubled)) == 2


def test_more_labels_than_room_make_the_picture_grow() -> None:
    heights = [draw([*rotations(n, LONG), *SEASON], FRAME, TODAY, NAMES, "").height for n in (1, 12)]

    assert heights[0] < heights[1]


def test_a_label_stands_at_its_bar_where_nothing_else_does() -> None:
    made = draw(rotations(1, "A hospital"), FRAME, TODAY, NAMES, "")

    assert abs(made.labels[0].top + made.labels[0].height // 2 - made.bars[0].middle_y) <= 1


# --- a person's own year ---


def sight_of(facts: Facts, catalog: Catalog) -> Sight:
    return Sight(make_plain_plan(facts, catalog), facts, facts.answers(), catalog)


def year_of(facts: Facts, catalog: Catalog) -> Timeline | None:
    sight = sight_of(facts, catalog)
    return timeline(sight, milestones_ahead(sight))


def said(day: date, made: Timeline) -> bool:
    return short_date(day) in made.description


MOMENTS = [AS_OF, date(2027, 9, 30), date(2028, 2, 29)]


@pytest.mark.parametrize("day", MOMENTS, ids=str)
@pytest.mark.parametrize("example", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_every_date_in_the_picture_is_in_its_description(example: Path, day: date, catalog: Catalog) -> None:
    made = year_of(facts_for(load_profile(example, catalog, as_of=AS_OF), catalog, as_of=day), catalog)

    assert made is not None
    shown = [*(mark.day for mark in made.marks), *(bar.span.last for bar in made.bars)]
    shown += [bar.span.first for bar in made.bars if bar.span.first >= day]
    assert [one for one in shown if not said(one, made)] == []
    assert made.marks[0].day == day
    assert [one for one in re.findall(r"\b[A-Z][a-z]{2} \d+, \d{4}", made.description) if date_of(one) < day] == []


def date_of(text: str) -> date:
    months = [f"{date(2027, month, 1):%b}" for month in range(1, 13)]
    month, day, year = text.replace(",", "").split()
    return date(int(year), months.index(month) + 1, int(day))


def test_a_description_names_what_is_drawn_and_how_sure_it_is(catalog: Catalog, facts_of: Callable[..., Facts]) -> None:
    booked = {
        "host": "A Hospital",
        "field": "psychiatry",
        "status": "booked",
        "first": "2027-05-03",
        "last": "2027-05-30",
    }
    busy = [
        {"first": "2027-01-01", "last": "2027-01-03", "what": "Wedding"},
        {"first": "2026-11-01", "last": "2026-12-01"},
    ]
    made = year_of(facts_of({"rotations": [booked], "means": {"busy": busy}}), catalog)

    assert made is not None
    for sentence in (
        "Nov 22, 2026: Today.",
        "until Dec 1, 2026: Busy.",
        "Jan 1, 2027 to Jan 3, 2027: Wedding.",
        "May 3, 2027 to May 30, 2027: A Hospital, Psychiatry, booked.",
        "Sep 22, 2027: Programs read, projected.",
        "May 19, 2028: Graduation.",
    ):
        assert sentence in made.description


@pytest.mark.parametrize(
    ("answers", "lanes"),
    [
        pytest.param({}, ["rotations", "days"], id="no periods"),
        pytest.param(
            {"school": {"terms": [{"first": "2027-01-01", "last": "2027-02-01"}]}},
            ["periods", "rotations", "days"],
            id="a term",
        ),
        pytest.param(
            {"school": {"status": "graduated", "terms": [{"first": "2027-01-01", "last": "2027-02-01"}]}},
            ["rotations", "days"],
            id="a graduate's old term",
        ),
        pytest.param(
            {"means": {"busy": [{"first": "2026-01-01", "last": "2026-11-21"}]}},
            ["rotations", "days"],
            id="a period that is over",
        ),
    ],
)
def test_a_lane_is_there_only_if_it_holds_something(
    answers: dict[str, Any], lanes: list[str], catalog: Catalog, facts_of: Callable[..., Facts]
) -> None:
    made = year_of(facts_of(answers), catalog)

    assert made is not None
    assert [lane.id for lane in made.lanes] == lanes


def test_nothing_ahead_is_no_picture(catalog: Catalog, facts_of: Callable[..., Facts]) -> None:
    assert year_of(facts_of(as_of=date(2028, 3, 17)), catalog) is not None
    assert year_of(facts_of(as_of=date(2028, 3, 18)), catalog) is None


# --- words and looks ---


def test_every_certainty_has_a_look_a_word_and_a_style(catalog: Catalog) -> None:
    known = get_args(get_type_hints(Block)["certainty"])
    css = (ROOT / "content" / "assets" / "guide.css").read_text(encoding="utf-8")

    assert set(LOOKS) == set(known)
    assert {*known, "late"} <= set(catalog.files.words.names["rotation"])
    assert [look for look in LOOKS.values() if f".{look}" not in css and look not in PATTERNS] == []


def test_looks_differ_by_more_than_color() -> None:
    drawn = {LOOKS[sure] for sure in ("booked", "offered", "open", "ask", "slot")}

    assert len(drawn) == 5


def test_every_hatching_is_drawn_and_none_in_vain() -> None:
    partial = (ROOT / "content" / "partials" / "_timeline.md").read_text(encoding="utf-8")

    assert sorted(re.findall(r'<pattern id="year-(\w+)"', partial)) == sorted(PATTERNS)


def test_every_moment_that_is_named_is_a_milestone(catalog: Catalog) -> None:
    named = set(catalog.files.words.names["moment"])

    assert {year: named - set(season.milestones) for year, season in catalog.seasons.items()} == {
        year: set() for year in catalog.seasons
    }


# --- as it stands on a page ---


def page_of(items: Sequence[Item]) -> Any:
    """The figure after Markdown, as a parser of HTML sees it; any mistake in the markup is an error."""
    made = draw(items, FRAME, TODAY, NAMES, NASTY)
    source = Renderer(ROOT / "content").page("partials/_timeline.md", {"timeline": made})
    text = Markdown(extensions=["attr_list", "md_in_html", "tables"]).convert(f"Before.\n\n{source}\nAfter.")
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text)


def test_text_of_the_applicant_stays_text() -> None:
    tree = page_of([*rotations(1, NASTY), stretch("periods", "2027-01-01", "2027-12-31", NASTY, look="busy"), *SEASON])
    texts = ["".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text")]

    assert tree.find(".//figure//b") is None
    assert [tree.find("p").text, tree.findall("p")[-1].text] == ["Before.", "After."]
    assert any(text.startswith("O'Brien <b>*x*</b> {{") for text in texts)
    assert NASTY in " ".join(texts)
    assert next(tree.iter("{http://www.w3.org/2000/svg}desc")).text == NASTY


def test_markdown_leaves_the_picture_alone() -> None:
    tree = page_of([*rotations(4, "A hospital"), *SEASON, *PERIODS])
    svg = next(tree.iter("{http://www.w3.org/2000/svg}svg"))

    assert svg.get("role") == "img"
    assert svg[0].tag.endswith("title")
    assert svg.get("aria-describedby") == next(one.get("id") for one in svg if one.tag.endswith("desc"))
    assert list(svg.iter("p")) == []
    assert len(list(svg.iter("{http://www.w3.org/2000/svg}rect"))) == 7


def test_without_a_picture_nothing_is_shown() -> None:
    assert Renderer(ROOT / "content").page("partials/_timeline.md", {"timeline": None}).strip() == ""

"""Diagrams: every word in its place, none over another, at every width."""

from __future__ import annotations

import datetime as dt
import itertools
from decimal import Decimal
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary._text import width
from propsummary.document import Bar, Bone, CauseMap, Gauge, Gauges, Timeline
from propsummary.renderers._drawing import Colours
from propsummary.renderers.diagrams import NARROW, WIDE, diagram_svg
from propsummary.renderers.diagrams.calendar import ticks

_CHARACTERS = st.sampled_from("东门岗夜间车辆排队超过8分钟，。（）%≥ abcWM.-1234567890<&>\"'")
TEXTS = st.text(_CHARACTERS, max_size=90)
NAMES = st.text(_CHARACTERS, min_size=1, max_size=40).filter(str.strip)
DAYS = st.dates(min_value=dt.date(2024, 1, 1), max_value=dt.date(2031, 12, 31))
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
BONES = st.builds(Bone, name=TEXTS, causes=st.lists(NAMES, min_size=1, max_size=4).map(tuple))
CAUSE_MAPS = st.builds(CauseMap, title=TEXTS, problem=TEXTS, bones=st.lists(BONES, max_size=11).map(tuple))
GAUGES = st.builds(
    Gauge,
    label=TEXTS,
    baseline=NUMBERS,
    target=NUMBERS,
    printed_baseline=NAMES,
    printed_target=NAMES,
    due=st.text(max_size=0) | TEXTS,
)
GOALS = st.builds(
    Gauges,
    title=TEXTS,
    gauges=st.lists(GAUGES, max_size=20).map(tuple),
    baseline_label=st.sampled_from(["", "基期值", "Baseline"]),
    target_label=st.sampled_from(["", "目标值", "Target"]),
)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    bars = []
    for _ in range(draw(st.integers(0, 40))):
        end = draw(DAYS)
        start = draw(st.none() | st.dates(min_value=dt.date(2023, 1, 1), max_value=end))
        bars.append(
            Bar(
                label=draw(TEXTS), start=start, end=end, due=draw(NAMES), owner=draw(TEXTS), tone=draw(st.sampled_from(["", "bad"]))
            )
        )
    days = [day for bar in bars for day in (bar.start, bar.end) if day] or [dt.date(2026, 1, 4)]
    return Timeline(title="t", first=min(days), last=max(days), bars=tuple(bars), language=draw(st.sampled_from(["zh", "en"])))


@attrs.frozen
class _Word:
    """A line of words and the room it takes, a column being half the size of type."""

    text: str
    left: Decimal
    right: Decimal
    foot: Decimal

    @classmethod
    def of(cls, element: ElementTree.Element) -> _Word:
        text = element.text or ""
        room = width(text) * Decimal(element.get("font-size", "13")) / 2
        begin = (
            Decimal(element.get("x", "")) - {"start": Decimal(0), "middle": room / 2, "end": room}[element.get("text-anchor", "")]
        )
        return cls(text, begin, begin + room, Decimal(element.get("y", "")))

    def touches(self, other: _Word) -> bool:
        return self.left < other.right and other.left < self.right and abs(self.foot - other.foot) < 12


def _words(svg: str) -> list[_Word]:
    return [_Word.of(one) for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("}text")]


def _all_apart(svg: str) -> None:
    across, height = map(Decimal, ElementTree.fromstring(svg).get("viewBox", "").split()[2:])
    words = _words(svg)
    for word in words:
        assert word.left >= 0, word
        assert word.right <= across, word
        assert 10 <= word.foot <= height, word
    for one, other in itertools.combinations(words, 2):
        assert not one.touches(other), (one, other)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _told(svg: str) -> str:
    return _squeezed("".join(word.text for word in _words(svg)))


WIDTHS = st.sampled_from([WIDE, NARROW, 480, 1000])


@settings(deadline=None, max_examples=60)
@given(CAUSE_MAPS, WIDTHS)
def test_causes_never_touch_and_are_all_there(block: CauseMap, across: int) -> None:
    svg = diagram_svg(block, across=across)
    _all_apart(svg)
    told = _told(svg)
    for text in (block.problem, *(text for bone in block.bones for text in (bone.name, *bone.causes))):
        assert _squeezed(text) in told


@settings(deadline=None, max_examples=40)
@given(timelines(), WIDTHS)
def test_measures_never_touch_and_are_all_there(block: Timeline, across: int) -> None:
    svg = diagram_svg(block, across=across)
    _all_apart(svg)
    told = _told(svg)
    assert all(_squeezed(text) in told for bar in block.bars for text in (bar.label, bar.owner, bar.due))


@settings(deadline=None, max_examples=40)
@given(GOALS, WIDTHS)
def test_goals_never_touch_and_are_all_there(block: Gauges, across: int) -> None:
    svg = diagram_svg(block, across=across)
    _all_apart(svg)
    told = _told(svg)
    for gauge in block.gauges:
        assert all(_squeezed(text) in told for text in (gauge.label, gauge.printed_baseline, gauge.printed_target, gauge.due))


def _fish(*names: str, cause: str = "相机已用满7年") -> CauseMap:
    bones = tuple(Bone(name=name, causes=(cause,)) for name in names)
    return CauseMap(title="原因<图>", problem="东门排队", bones=bones, alt='"技术" & 制度')


_TIMELINE = Timeline(
    title="进度",
    first=dt.date(2026, 1, 1),
    last=dt.date(2026, 12, 31),
    bars=(
        Bar(label="换相机", start=dt.date(2026, 1, 1), end=dt.date(2026, 6, 30), due="2026年6月底前", mark="计划", tone="muted"),
        Bar(label="改排班", end=dt.date(2026, 12, 31), due="年底", mark="完成", tone="good"),
    ),
)
_GOALS = Gauges(
    title="目标",
    gauges=(
        Gauge(label="到位率", baseline=Decimal(60), target=Decimal(100), printed_baseline="60%", printed_target="100%"),
        Gauge(label="超时次数", baseline=Decimal(20), target=Decimal(5), printed_baseline="20次", printed_target="≤5次"),
    ),
)


@pytest.mark.parametrize("block", [_fish("甲", "乙"), _TIMELINE, _GOALS], ids=["causes", "timeline", "gauges"])
@pytest.mark.parametrize("across", [WIDE, NARROW])
def test_everything_that_reads_svg_can_read_it(block: CauseMap | Timeline | Gauges, across: int) -> None:
    """Plain colours, plain words, and what it shows in words; the same at every run."""
    svg = diagram_svg(block, name="d7", across=across)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "d7-title d7-desc"
    assert root.findtext("{*}title") == block.title
    assert {one.tag.partition("}")[2] for one in root.iter()} <= {
        *("svg", "title", "desc", "text", "line", "rect", "circle", "polygon")
    }
    assert "var(" not in svg
    assert svg == diagram_svg(block, name="d7", across=across)
    assert "var(--ink)" in diagram_svg(block, colours=Colours(ink="var(--ink)"), across=across)


def test_bones_stand_by_turns_above_and_below_the_spine() -> None:
    names = ("技术设备", "制度流程", "人员能力", "资金投入", "沟通协调")
    heights = {word.text: word.foot for word in _words(diagram_svg(_fish(*names)))}
    assert all(heights[name] < heights["东门排队"] for name in names[::2])
    assert all(heights[name] > heights["东门排队"] for name in names[1::2])


def test_on_a_narrow_ground_the_causes_stand_below_the_problem() -> None:
    words = _words(diagram_svg(_fish("甲", "乙"), across=NARROW))
    assert [word.text for word in words] == ["东门排队", "甲", "相机已用满7年", "乙", "相机已用满7年"]
    assert words == sorted(words, key=lambda word: word.foot)


def _boxes(svg: str) -> list[tuple[Decimal, Decimal]]:
    """Left end and length of every box."""
    found = (one for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("}rect"))
    return [(Decimal(one.get("x", "")), Decimal(one.get("width", ""))) for one in found]


def test_bars_are_as_long_as_their_time() -> None:
    ((left, length),) = _boxes(diagram_svg(_TIMELINE, across=NARROW))
    half = Decimal(NARROW - 20) * 181 / 365
    assert left == 10
    assert abs(length - half) < Decimal("0.1")


def test_a_measure_without_a_first_day_is_a_mark() -> None:
    alone = attrs.evolve(_TIMELINE, bars=_TIMELINE.bars[1:])
    svg = diagram_svg(alone)
    assert "<rect" not in svg
    assert svg.count("<polygon") == 1


def test_bars_of_goals_begin_at_zero_and_stop_at_the_baseline() -> None:
    boxes = _boxes(diagram_svg(_GOALS, across=NARROW))
    track, bar, way, mark = boxes[:4]
    assert track[0] == bar[0]
    assert abs(bar[1] - track[1] * 6 / 10) < Decimal("0.1")
    assert abs(way[0] - (bar[0] + bar[1])) < Decimal("0.2")
    assert abs(mark[0] + 2 - (track[0] + track[1])) < Decimal("0.2")
    _, bar, way, _ = boxes[4:]
    assert way[0] < bar[0] + bar[1]


@given(st.dates(), st.integers(0, 4000), st.integers(150, 900), st.sampled_from(["zh", "en"]))
def test_any_stretch_of_time_has_a_calendar(first: dt.date, days: int, room: int, language: str) -> None:
    last = first + dt.timedelta(days=min(days, (dt.date.max - first).days))
    found = list(ticks(first, last, room=Decimal(room), language=language))  # type: ignore[arg-type]
    assert found[0].day == first
    assert len(found) <= room // 20
    assert [tick.day for tick in found] == sorted({tick.day for tick in found})
    assert all(first <= tick.day <= last for tick in found)


def test_months_are_named_in_the_language_of_the_document() -> None:
    assert {"2026年", "1月", "12月"} <= {word.text for word in _words(diagram_svg(_TIMELINE))}
    assert {"2026", "Jan", "Dec"} <= {word.text for word in _words(diagram_svg(attrs.evolve(_TIMELINE, language="en")))}

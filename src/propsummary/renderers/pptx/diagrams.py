"""Diagrams as shapes that people can move: measures along the calendar, goals on their way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from propsummary.document import Bar, Gauge, Gauges, Language, Timeline
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.measure import Box, columns, fitted, leading, room, taken

__all__ = ["Calendar", "Ways"]

_LABEL, _SMALL = 13, 11
_HEAD = 36
_TALLEST_BAR, _LOWEST_BAR = 34, 26
_TALLEST_WAY, _LOWEST_WAY = 52, 36
_MOST_MONTHS = 15
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@attrs.frozen(kw_only=True)
class Calendar:
    """
    Measures along the calendar.

    Attributes:
        bars: Those of this slide.
    """

    grows: ClassVar[bool] = True
    timeline: Timeline
    bars: tuple[Bar, ...]
    language: Language

    def least(self, across: int) -> int:
        """Its height at least."""
        return _HEAD + len(self.bars) * _LOWEST_BAR

    def split(self, across: int, down: int) -> tuple[Calendar, Calendar | None]:
        """About as many measures on each slide."""
        count = _share(len(self.bars), (down - _HEAD) // _LOWEST_BAR)
        rest = self.bars[count:]
        return attrs.evolve(self, bars=self.bars[:count]), attrs.evolve(self, bars=rest) if rest else None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Months along the top, a measure in each line."""
        labels = box.width * 2 // 5
        right = Box(box.x + labels + 16, box.y, box.width - labels - 16, box.height)
        high = min(_TALLEST_BAR, (box.height - _HEAD) // max(len(self.bars), 1))
        bottom = box.y + _HEAD + high * len(self.bars)
        self._months(canvas, right, bottom)
        for number, (bar, label) in enumerate(zip(self.bars, self._labels(labels), strict=True)):
            line = Box(box.x, box.y + _HEAD + number * high, labels, high)
            canvas.words(label, line, _LABEL, anchor="ctr", name="Measure")
            self._bar(canvas, bar, Box(right.x, line.y, right.width, high))

    def _labels(self, across: int) -> list[str]:
        """The measures, and who answers for them where there is room for all."""
        whole = [" · ".join(part for part in (bar.label, bar.owner) if part) for bar in self.bars]
        return whole if all(columns(text) <= room(across, _LABEL) for text in whole) else [bar.label for bar in self.bars]

    def _months(self, canvas: Canvas, right: Box, bottom: int) -> None:
        first, last = self._span()
        months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        shown = [one for one in months if (first.year, first.month) <= one <= (last.year, last.month)]
        step = next(n for n in (1, 3, 6, 12, 24, 60, 120, len(shown)) if len(shown) <= _MOST_MONTHS * n)
        for number, (year, month) in enumerate(shown):
            if (number and (month - 1) % min(step, 12)) or (step > 12 and (year - first.year) % (step // 12)):
                continue
            x = self._x(dt.date(year, month, 1), right)
            canvas.line((x, right.y + _HEAD - 2), (x, bottom), "rule")
            if number == 0 or month == 1:
                canvas.words(str(year), Box(x + 3, right.y, 60, leading(_SMALL)), _SMALL, bold=True, colour="faint", name="Year")
            if step < 12:
                name = _MONTHS[month - 1] if self.language == "en" else f"{month}月"
                canvas.words(name, Box(x + 3, right.y + 16, 40, leading(_SMALL)), _SMALL, colour="faint", name="Month")

    def _span(self) -> tuple[dt.date, dt.date]:
        """The first day of the first month, and the last one drawn."""
        return self.timeline.first.replace(day=1), self.timeline.last

    def _x(self, day: dt.date, right: Box) -> int:
        """Where *day* is; some room is left for what is written behind the last one."""
        first, last = self._span()
        return right.x + (day - first).days * (right.width - 84) // max((last - first).days, 1)

    def _bar(self, canvas: Canvas, bar: Bar, row: Box) -> None:
        ink = canvas.palette.of(bar.tone)[0] if bar.tone not in ("", "muted") else "accent"
        end, middle = self._x(bar.end, row), row.y + row.height // 2
        told_by = " · ".join(part for part in (bar.due, bar.mark) if part)
        if bar.start:
            begin = min(self._x(bar.start, row), end - 6)
            canvas.shape("Bar", Box(begin, middle - 6, end - begin, 12), ground=ink, kind="roundRect", alt=self._told(bar))
        else:
            canvas.shape("Mark", Box(end - 6, middle - 6, 12, 12), ground=ink, kind="diamond", alt=self._told(bar))
        wide = taken(columns(told_by), _SMALL)
        after = end + 10
        x = after if after + wide <= row.x + row.width else max((self._x(bar.start, row) if bar.start else end) - wide - 10, row.x)
        place = Box(x, row.y, min(wide, row.x + row.width - x), row.height)
        canvas.words(told_by, place, _SMALL, colour="faint", anchor="ctr", name="Deadline")

    def _told(self, bar: Bar) -> str:
        return told.joined((bar.label, bar.owner, bar.due, bar.mark), self.language)

    def told(self) -> str:
        """The measures in words."""
        return "\n".join(map(self._told, self.bars))


@attrs.frozen(kw_only=True)
class Ways:
    """
    Goals with figures: from where to where.

    Attributes:
        gauges: Those of this slide.
    """

    grows: ClassVar[bool] = True
    block: Gauges
    gauges: tuple[Gauge, ...]
    language: Language

    def least(self, across: int) -> int:
        """Its height at least."""
        return _HEAD + len(self.gauges) * _LOWEST_WAY

    def split(self, across: int, down: int) -> tuple[Ways, Ways | None]:
        """About as many goals on each slide."""
        count = _share(len(self.gauges), (down - _HEAD) // _LOWEST_WAY)
        rest = self.gauges[count:]
        return attrs.evolve(self, gauges=self.gauges[:count]), attrs.evolve(self, gauges=rest) if rest else None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """The goal, the figure of today, an arrow, the figure aimed at, the day."""
        places = list(_places(box))
        for text, place, align in ((self.block.baseline_label, places[1], "r"), (self.block.target_label, places[3], "l")):
            canvas.words(text, attrs.evolve(place, height=leading(12)), 12, colour="faint", align=align, name="Column")  # type: ignore[arg-type]
        high = min(_TALLEST_WAY, (box.height - _HEAD) // max(len(self.gauges), 1))
        top = box.y + leading(12) + 4
        for number, gauge in enumerate(self.gauges):
            y = top + number * high
            label, today, arrow, aim, due = (attrs.evolve(place, y=y, height=high) for place in places)
            canvas.line((box.x, y), (box.x + box.width, y), "rule")
            canvas.words(gauge.label, label, 14, anchor="ctr", name="Goal")
            canvas.words(gauge.printed_baseline, today, 16, colour="faint", align="r", anchor="ctr", name="Baseline")
            middle = y + high // 2
            canvas.line((arrow.x, middle), (arrow.x + arrow.width, middle), "accent", weight=2, arrow=True)
            text, size = fitted(gauge.printed_target, attrs.evolve(aim, height=leading(20)), (20, 16, 14))
            canvas.words(text, aim, size, bold=True, colour="accent", anchor="ctr", name="Target")
            canvas.words(gauge.due, due, 12, colour="faint", align="r", anchor="ctr", name="Deadline")

    def told(self) -> str:
        """The goals in words."""
        return "\n".join(
            told.joined((one.label, f"{one.printed_baseline} → {one.printed_target}", one.due), self.language)
            for one in self.gauges
        )


def _places(box: Box) -> Iterator[Box]:
    """Label, baseline, arrow, target, deadline, in hundredths of the width."""
    for begin, end in ((0, 40), (41, 55), (57, 67), (69, 86), (86, 100)):
        yield Box(box.x + box.width * begin // 100, box.y, box.width * (end - begin) // 100, box.height)


def _share(count: int, most: int) -> int:
    """How many of *count* go on the first slide, so that all hold about as many."""
    slides = -(-count // max(most, 1))
    return -(-count // slides)

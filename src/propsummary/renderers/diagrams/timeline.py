"""The Gantt chart: every measure a bar from its first day to its last, or a mark on its last day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

import attrs

from propsummary.document import Bar, Timeline, Tone
from propsummary.renderers._drawing import Colours, words
from propsummary.renderers._scale import place
from propsummary.renderers.diagrams.calendar import ticks
from propsummary.renderers.diagrams.lettering import BELOW_NAMES, SMALL, broken, lettered, stacked
from propsummary.renderers.diagrams.shapes import box, line

__all__ = ["drawn"]

_EDGE = 10
_HEAD = Decimal(42)  # below the names of the calendar
_GAP = 14  # between rows
_BAR = 14
_SHORTEST = 6  # a bar of one day can be seen
_NAMES = Decimal("0.42")  # of the width, for names beside the bars
_COLOURS: dict[Tone, int] = {"": 0, "muted": 0, "neutral": 1, "good": 2, "bad": 6}


def drawn(block: Timeline, paint: Colours, across: int) -> tuple[Decimal, Iterator[str]]:
    """Height and parts of the drawing."""
    chart = _Chart(block=block, paint=paint, across=across, beside=across >= BELOW_NAMES)
    return chart.height, chart.parts()


@attrs.frozen
class _Row:
    """A measure: where it begins in the drawing, and its words."""

    bar: Bar
    top: Decimal
    label: list[str]
    more: list[str]

    @property
    def words(self) -> int:
        return stacked(self.label) + stacked(self.more)


@attrs.frozen(kw_only=True)
class _Chart:
    block: Timeline
    paint: Colours
    across: int
    beside: bool  # whether names stand beside the bars, else above them

    @property
    def left(self) -> Decimal:
        """Where the calendar begins."""
        return self.across * _NAMES if self.beside else Decimal(_EDGE)

    @property
    def right(self) -> Decimal:
        return Decimal(self.across - _EDGE)

    @property
    def height(self) -> Decimal:
        rows = self._rows()
        return rows[-1].top + self._deep(rows[-1]) + _GAP if rows else _HEAD

    def _rows(self) -> list[_Row]:
        rows, top = [], _HEAD + 4 + Decimal(_GAP) / 2
        room = (self.left if self.beside else self.right) - 2 * _EDGE
        for bar in self.block.bars:
            told = " · ".join(part for part in (bar.owner, bar.due, bar.mark) if part)
            rows.append(_Row(bar, top, broken(bar.label, room), broken(told, room, size=SMALL)))
            top += self._deep(rows[-1]) + _GAP
        return rows

    def _deep(self, row: _Row) -> int:
        """How much room a row takes, without the gap to the next."""
        return max(row.words, _BAR) if self.beside else row.words + _BAR + 6

    def _at(self, day: datetime.date) -> Decimal:
        """Where *day* begins; the calendar ends with the end of its last day."""
        days = (self.block.last - self.block.first).days + 1
        passed = Decimal((day - self.block.first).days) / days
        return self.left + (self.right - self.left) * min(max(passed, Decimal(0)), Decimal(1))

    def parts(self) -> Iterator[str]:
        """The calendar, then the measures."""
        yield from self._calendar()
        for row in self._rows():
            yield from self._row(row)

    def _calendar(self) -> Iterator[str]:
        paint, bottom = self.paint, self.height
        for tick in ticks(self.block.first, self.block.last, room=self.right - self.left, language=self.block.language):
            x = self._at(tick.day)
            yield line((x, _HEAD), (x, bottom), paint.rule)
            if tick.year:
                yield words(tick.year, x + 3, Decimal(16), paint.ink, anchor="start", weight=600, size=SMALL)
            if tick.name:
                yield words(tick.name, x + 3, Decimal(34), paint.faint, anchor="start", size=SMALL)
        yield line((Decimal(_EDGE), _HEAD), (self.right, _HEAD), paint.faint)

    def _row(self, row: _Row) -> Iterator[str]:
        paint = self.paint
        halo = "" if self.beside else paint.paper
        yield from lettered(row.label, Decimal(_EDGE), row.top, paint.ink, halo=halo)
        yield from lettered(row.more, Decimal(_EDGE), row.top + stacked(row.label), paint.faint, size=SMALL, halo=halo)
        middle = row.top + (Decimal(row.words) / 2 if self.beside else row.words + 4 + Decimal(_BAR) / 2)
        yield from self._bar(row.bar, middle)
        below = row.top + self._deep(row) + Decimal(_GAP) / 2
        yield line((Decimal(_EDGE), below), (self.right, below), paint.rule)

    def _bar(self, bar: Bar, y: Decimal) -> Iterator[str]:
        colour = self.paint.of(_COLOURS[bar.tone])
        end = self._at(bar.end + datetime.timedelta(days=1)) if bar.end < datetime.date.max else self.right
        if bar.start is not None and bar.start <= bar.end:
            begin = min(self._at(bar.start), end - _SHORTEST)
            yield box((begin, y - Decimal(_BAR) / 2), end - begin, _BAR, colour, round=3)
            return
        x = min(max(end, self.left + 7), self.right - 7)
        yield line((self.left, y), (x, y), colour, thick=2, dashes="1 4")
        corners = f"{place(x)},{place(y - 7)} {place(x + 7)},{place(y)} {place(x)},{place(y + 7)} {place(x - 7)},{place(y)}"
        yield f'<polygon points="{corners}" style="fill:{colour}"/>'

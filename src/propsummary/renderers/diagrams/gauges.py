"""Goals: a bar as long as what there is, a mark where it shall get to, and the way between them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from propsummary.document import Gauge, Gauges
from propsummary.renderers._drawing import Colours, words
from propsummary.renderers._scale import Scale
from propsummary.renderers.diagrams.lettering import BELOW_NAMES, LINE, SMALL, broken, lettered, room_for, stacked
from propsummary.renderers.diagrams.shapes import box, line

__all__ = ["drawn"]

_EDGE = 10
_BAR = 14
_MARK = 24  # height of the mark of a target
_GAP = 16  # between goals
_NAMES = Decimal("0.5")  # of the width, for words beside the bars
_TRACK = _MARK + LINE  # with the ends of its scale below


def drawn(block: Gauges, paint: Colours, across: int) -> tuple[Decimal, Iterator[str]]:
    """Height and parts of the drawing."""
    chart = _Chart(block=block, paint=paint, across=across, beside=across >= BELOW_NAMES)
    return chart.height, chart.parts()


@attrs.frozen
class _Row:
    """A goal: where it begins in the drawing, and its words."""

    gauge: Gauge
    top: Decimal
    label: list[str]
    figures: list[str]
    due: list[str]

    @property
    def words(self) -> int:
        return stacked(self.label) + stacked(self.figures) + stacked(self.due)


@attrs.frozen(kw_only=True)
class _Chart:
    block: Gauges
    paint: Colours
    across: int
    beside: bool  # whether words stand beside the bars, else above them

    @property
    def left(self) -> Decimal:
        """Where the bars begin."""
        return self.across * _NAMES if self.beside else Decimal(_EDGE + 6)

    @property
    def right(self) -> Decimal:
        return Decimal(self.across - _EDGE - 6)

    @property
    def _legend(self) -> int:
        return LINE + 12 if self.block.baseline_label or self.block.target_label else 0

    @property
    def height(self) -> Decimal:
        rows = self._rows()
        return rows[-1].top + self._deep(rows[-1]) + _EDGE if rows else Decimal(2 * _EDGE + self._legend)

    def _rows(self) -> list[_Row]:
        rows, top = [], Decimal(_EDGE + self._legend)
        room = (self.left if self.beside else self.right) - 2 * _EDGE
        for gauge in self.block.gauges:
            figures = f"{gauge.printed_baseline} → {gauge.printed_target}"
            rows.append(_Row(gauge, top, broken(gauge.label, room), broken(figures, room), broken(gauge.due, room, size=SMALL)))
            top += self._deep(rows[-1]) + _GAP
        return rows

    def _deep(self, row: _Row) -> int:
        """How much room a goal takes, without the gap to the next."""
        return max(row.words, _TRACK) if self.beside else row.words + _TRACK + 4

    def parts(self) -> Iterator[str]:
        """What the signs mean, then the goals."""
        yield from self._signs()
        for number, row in enumerate(self._rows()):
            if number:
                y = row.top - Decimal(_GAP) / 2
                yield line((Decimal(_EDGE), y), (Decimal(self.across - _EDGE), y), self.paint.rule)
            yield from self._words(row)
            yield from self._track(row.gauge, row.top + (0 if self.beside else row.words + 4))

    def _signs(self) -> Iterator[str]:
        x, paint = Decimal(_EDGE), self.paint
        if self.block.baseline_label:
            yield box((x, Decimal(8)), Decimal(22), _BAR, paint.of(0))
            yield words(self.block.baseline_label, x + 30, Decimal(20), paint.ink, anchor="start")
            x += 54 + room_for([self.block.baseline_label])
        if self.block.target_label:
            yield _mark(x + 2, Decimal(4), paint.of(1), height=_MARK - 2)
            yield words(self.block.target_label, x + 12, Decimal(20), paint.ink, anchor="start")

    def _words(self, row: _Row) -> Iterator[str]:
        x, paint = Decimal(_EDGE), self.paint
        yield from lettered(row.label, x, row.top, paint.ink)
        yield from lettered(row.figures, x, row.top + stacked(row.label), paint.ink, weight=600)
        yield from lettered(row.due, x, row.top + stacked(row.label) + stacked(row.figures), paint.faint, size=SMALL)

    def _track(self, gauge: Gauge, top: Decimal) -> Iterator[str]:
        """The scale from its first to its last tick, the bar on it from zero, the mark, and between them the way to go."""
        percent = "%" in gauge.printed_target or "％" in gauge.printed_target
        ends = int(self.left), int(self.right)
        scale = Scale.over((gauge.baseline, gauge.target), start=ends[0], end=ends[1], from_zero=True, percent=percent)
        paint, bar = self.paint, top + Decimal(_MARK - _BAR) / 2
        zero, here, there = scale.at(Decimal(0)), scale.at(gauge.baseline), scale.at(gauge.target)
        yield _stretch(scale.start, scale.end, bar, paint.rule)
        yield _stretch(zero, here, bar, paint.of(0))
        yield _stretch(here, there, bar + Decimal(_BAR) / 2 - 1, paint.of(1), height=3)
        yield _mark(there, top, paint.of(1))
        for x, label, anchor in ((scale.start, scale.labels[0], "start"), (scale.end, scale.labels[-1], "end")):
            yield words(label, x, top + _MARK + SMALL, paint.faint, anchor=anchor, size=SMALL)


def _stretch(one: Decimal, other: Decimal, y: Decimal, colour: str, *, height: int = _BAR) -> str:
    return box((min(one, other), y), abs(one - other), height, colour)


def _mark(x: Decimal, top: Decimal, colour: str, *, height: int = _MARK) -> str:
    return box((x - 2, top), Decimal(4), height, colour, round=1)

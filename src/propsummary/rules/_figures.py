"""Every figure of a summary, of its data and of its prose, as the rules on figures share them."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from propsummary.model import Activity, Countermeasure, Goal, Incident, Metric, Point, Share
from propsummary.problems import Path
from propsummary.quantities import Change, Figure, Hedge, Interval, Quantity, Unit, find_figures
from propsummary.rules.metrics.figures import averages, could_be, figure, in_base
from propsummary.rules.walk import Node, Passage

if TYPE_CHECKING:
    from propsummary.rules.context import View

__all__ = ["DataFigure", "Figures", "ToldFigure", "counted_as", "meant", "same_measure"]

_GLANCE = 160  # characters; a sentence that goes on for longer is looked at no further
_STOP = re.compile(r"[。！？!?\n]")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
_CLAUSE_END = re.compile(r"[，、；。！？!?;\n（）()]|,(?!\d{3})")

_QUANTITIES: Mapping[type, tuple[str, ...]] = {
    Metric: ("value", "numerator", "denominator", "baseline", "target", "carried_over"),
    Activity: ("times", "participants", "hours"),
    Incident: ("count", "response"),
    Goal: ("baseline", "target"),
    Countermeasure: ("budget",),
}
#: Fields of a metric that count something else than its value does, so that its unit is none of theirs.
_OTHER_UNITS = ("numerator", "denominator", "carried_over", "sample_size")
#: Fields of a metric whose whole numbers are no rounded means, whatever its value is.
_NOT_AVERAGED = (*_OTHER_UNITS, "change")


@attrs.frozen(kw_only=True, eq=False)
class DataFigure:
    """
    A figure that a field of the data holds.

    Attributes:
        node: The metric, activity, incident, goal or measure.

        path: Where the figure is.

        field: The name of the field; ``series`` and ``breakdown`` for their members.

        quantity: The figure, with the unit that it leaves unsaid.
    """

    node: Node
    path: Path
    field: str
    quantity: Quantity

    @functools.cached_property
    def interval(self) -> Interval:
        """What it can stand for, in the base of its unit."""
        metric = self.node.object if isinstance(self.node.object, Metric) else None
        averaged = metric is not None and self.field not in _NOT_AVERAGED and averages(metric)
        return could_be(self.quantity, averaged=averaged)


@attrs.frozen(kw_only=True, eq=False)
class ToldFigure:
    """
    A figure that a passage tells.

    Attributes:
        passage: The passage.

        figure: The figure and its place in the passage.

        clause: What its clause says before it.

        before: What its sentence says before it, what semicolons part included; no more than can be taken in at a glance.

        sentence: The sentence or part of one that it stands in.

        after: What the sentence says behind it, as far.
    """

    passage: Passage
    figure: Figure
    clause: str
    before: str
    sentence: str
    after: str

    @functools.cached_property
    def interval(self) -> Interval:
        """What it can stand for, in the base of its unit."""
        return meant(self.figure.quantity)


class Figures:
    """
    The figures of one summary, each found once.

    Attributes:
        view: The summary as rules look at it.
    """

    def __init__(self, view: View) -> None:
        self.view = view

    @functools.cached_property
    def data(self) -> tuple[DataFigure, ...]:
        """The figures of metrics, activities, incidents, goals and measures."""
        return tuple(found for node in self.view.nodes for found in _data(node))

    @functools.cached_property
    def told(self) -> tuple[ToldFigure, ...]:
        """The figures of all passages, in the order of the walk."""
        return tuple(told for passage in self.view.passages for told in _told(passage))

    @functools.cached_property
    def _by_passage(self) -> Mapping[Path, tuple[ToldFigure, ...]]:
        found: dict[Path, list[ToldFigure]] = {}
        for told in self.told:
            found.setdefault(told.passage.path, []).append(told)
        return {path: tuple(members) for path, members in found.items()}

    def of(self, passage: Passage) -> tuple[ToldFigure, ...]:
        """The figures of one passage."""
        return self.at(passage.path)

    def at(self, path: Path) -> tuple[ToldFigure, ...]:
        """The figures of the passage at *path*."""
        return self._by_passage.get(path, ())


def _data(node: Node) -> Iterator[DataFigure]:
    held = node.object
    if isinstance(held, Point | Share):
        field = "series" if isinstance(held, Point) else "breakdown"
        yield _data_figure(node.parent or node, (*node.path, "value"), field, held.value)
        return
    for field in _QUANTITIES.get(type(held), ()):
        quantity = getattr(held, field)
        if quantity is not None:
            yield _data_figure(node, (*node.path, field), field, quantity)
    if isinstance(held, Metric):
        if held.change is not None:
            yield _change(node, held.change)
        if held.sample_size is not None:
            yield _data_figure(node, (*node.path, "sample_size"), "sample_size", Quantity.of(held.sample_size))


def _data_figure(node: Node, path: Path, field: str, quantity: Quantity) -> DataFigure:
    metric = node.object if isinstance(node.object, Metric) else None
    lent = quantity if metric is None or field in _OTHER_UNITS else figure(metric, quantity) or quantity
    return DataFigure(node=node, path=path, field=field, quantity=lent)


def _change(node: Node, change: Change) -> DataFigure:
    """The size of a stated change, as sentences tell it: without a sign."""
    size = Quantity(low=change.amount, high=change.amount, unit=change.unit, hedge=change.hedge, text=change.text)
    return DataFigure(node=node, path=(*node.path, "change"), field="change", quantity=size)


def _told(passage: Passage) -> Iterator[ToldFigure]:
    text = passage.text
    found = find_figures(text)
    if not found:
        return
    stops, sentences, clauses = (_Marks(mark, text) for mark in (_STOP, _SENTENCE_END, _CLAUSE_END))
    for one in found:
        first, last = sentences.around(one.start)
        first, last = max(first, one.start - _GLANCE), min(last, one.end + _GLANCE)
        yield ToldFigure(
            passage=passage,
            figure=one,
            clause=text[clauses.around(one.start)[0] : one.start][-_GLANCE:],
            before=text[stops.around(one.start)[0] : one.start][-_GLANCE:],
            sentence=text[first:last].strip(),
            after=text[one.end : last],
        )


class _Marks:
    """Where a text is parted by marks of one kind."""

    def __init__(self, mark: re.Pattern[str], text: str) -> None:
        self._ends = [0, *(match.end() for match in mark.finditer(text)), len(text) + 1]

    def around(self, position: int) -> tuple[int, int]:
        """Where the part that holds *position* begins and ends."""
        at = bisect_right(self._ends, position)
        return self._ends[at - 1], self._ends[at]


def meant(quantity: Quantity) -> Interval:
    """
    What a figure in a sentence can stand for, in the base of its unit.

    Prose is read with more patience than data: 约 may be off by a quarter, 近 and 余 reach half as far as the figure itself.
    """
    interval, hedge = quantity.interval, quantity.hedge
    if hedge in _REACH and quantity.low >= 0:
        low, high = _REACH[hedge]
        near = "余" in quantity.text or "多" in quantity.text or hedge is not Hedge.OVER
        interval = Interval(Fraction(quantity.low) * low, Fraction(quantity.high) * high if near else None)
    return in_base(interval, quantity.unit)


_REACH = {
    Hedge.ABOUT: (Fraction(3, 4), Fraction(5, 4)),
    Hedge.OVER: (Fraction(1), Fraction(2)),
    Hedge.UNDER: (Fraction(1, 2), Fraction(1)),
    Hedge.APPROX_OVER: (Fraction(3, 4), Fraction(2)),
}


def same_measure(one: Unit | None, other: Unit | None) -> bool:
    """Whether figures in both units say how much of the same there is: 起 and 件, 场 and 场次 count the same things."""
    if one is None or other is None:
        return False
    if one.comparable(other):
        return True
    return counted_as(one) == counted_as(other)


def counted_as(unit: Unit) -> str:
    """The commonest name of *unit*, equal for names that count the same things."""
    return _ALIKE.get(unit.symbol, unit.canonical)


#: Names that count the same things, each with one that stands for all.
_ALIKE = dict.fromkeys("起件宗例", "件") | dict.fromkeys(("场", "场次"), "场")

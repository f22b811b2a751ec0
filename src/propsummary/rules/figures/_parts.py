"""What sentences tell of the parts and the counts of the metrics that they speak of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary._text import normalize_name
from propsummary.model import Metric
from propsummary.quantities import Interval, Quantity, Unit
from propsummary.rules._figures import ToldFigure, same_measure
from propsummary.rules.context import View
from propsummary.rules.figures._named import measured_names, referred
from propsummary.rules.figures._subjects import VALUES, is_narrative, subjects
from propsummary.rules.metrics.figures import averages, could_be, figure, given_kpi

__all__ = ["Retold", "misstated_counts", "misstated_parts", "misstated_rates"]

_LEADING = re.compile("^(?:其中|主要是|包括|含|有)*")
_ENDED = re.compile(r"\s*(?:$|[，,、。；;！!？?（(）)\n和及])")


@attrs.frozen(kw_only=True, eq=False)
class Retold:
    """
    A figure in a sentence beside the one that its metric has for it.

    Attributes:
        told: The figure.

        metric: The metric.

        name: What the sentence calls it.

        value: What the metric has.

        interval: What that can be, in the base of its unit.
    """

    told: ToldFigure
    metric: Metric
    name: str
    value: Quantity
    interval: Interval

    @property
    def is_right(self) -> bool:
        """Whether the metric bears the figure out after all."""
        return self.told.interval.overlaps(self.interval)


def misstated_parts(view: View) -> Iterator[Retold]:
    """
    Parts of a metric that a sentence lists beside others which are right: 其中漏水62件、停车23件, where the data has 26 and 23.

    A sentence that lists more wrong ones than right ones speaks of something else: another year, another building; unless they are
    the right ones under one another's names.
    """
    for told, metrics in _referring(view):
        listed = [found for metric in metrics for found in _listed(told, metric)]
        sound = {one.told for one in listed if one.is_right}
        for metric in metrics:
            own = [one for one in listed if one.metric is metric]
            right = {one.name for one in own if one.is_right}
            wrong = [one for one in own if one.name not in right and one.told not in sound]
            yield from wrong if len(wrong) <= len(right) or _are_exchanged(wrong) else ()


def _are_exchanged(wrong: Sequence[Retold]) -> bool:
    """Whether the figures are those of the data, under one another's names: no other year has just the same."""
    return sorted(one.told.figure.low for one in wrong) == sorted(one.value.low for one in wrong)


def _listed(told: Sequence[ToldFigure], metric: Metric) -> Iterator[Retold]:
    parts = {normalize_name(share.name): figure(metric, share.value) for share in metric.breakdown}
    for one in told if parts else ():
        name = _label(one)
        part = parts.get(name)
        if part is not None and _says(one, part.unit):
            yield Retold(told=one, metric=metric, name=name, value=part, interval=could_be(part, averaged=averages(metric)))


def misstated_counts(view: View) -> Iterator[Retold]:
    """
    The count that makes a rate, told between whole and rate: 采购400单，按期387单，及时率94.5%, where the data has 378 of 400.

    The sentence has to name the count as the rate does, give whole and rate as the data does, and contradict that rate itself.
    """
    for told, metrics in _referring(view):
        for metric in metrics:
            yield from _miscounted(told, metric)


def misstated_rates(view: View) -> Iterator[Retold]:
    """The rate told right behind the two counts that make it: 欠费200万元，收回77万元，清欠率35.8%, where the data has 38.5%."""
    for told, metrics in _referring(view):
        for metric in metrics:
            yield from _misrated(told, metric)


def _misrated(told: Sequence[ToldFigure], metric: Metric) -> Iterator[Retold]:
    value, numerator, denominator = figure(metric, metric.value), metric.numerator, metric.denominator
    if value is None or numerator is None or denominator is None:
        return
    counts = {numerator.low, denominator.low}
    for one, other, rate in zip(told, told[1:], told[2:], strict=False):
        name = _label(rate) if {one.figure.low, other.figure.low} == counts else ""
        if name in measured_names(metric) and _says(rate, value.unit):
            yield Retold(told=rate, metric=metric, name=name, value=value, interval=could_be(value, averaged=True))


def _miscounted(told: Sequence[ToldFigure], metric: Metric) -> Iterator[Retold]:
    value, numerator, denominator = figure(metric, metric.value), metric.numerator, metric.denominator
    if value is None or numerator is None or denominator is None or value.unit is None or not value.unit.is_rate:
        return
    rate, whole, count = could_be(value, averaged=True), could_be(denominator), could_be(numerator)
    if not any(_is_rate(one) and one.interval.overlaps(rate) for one in told):
        return
    for before, one in itertools.pairwise(told):
        unit = before.figure.quantity.unit
        if unit is None or unit.dimension != "count" or not _says(one, unit) or not before.interval.overlaps(whole):
            continue
        contradicts = not one.interval.overlaps(count) and not (one.interval / before.interval).overlaps(rate)
        if contradicts and _counts(name := _label(one), metric):
            yield Retold(told=one, metric=metric, name=name, value=attrs.evolve(numerator, unit=unit), interval=count)


def _referring(view: View) -> Iterator[tuple[Sequence[ToldFigure], Sequence[Metric]]]:
    """The figures of each sentence of an achievement or issue, with the metrics that this refers to."""
    told = (one for one in view.figures.told if is_narrative(one))
    for _, group in itertools.groupby(told, key=lambda one: (one.passage.path, one.sentence)):
        sentence = tuple(group)
        if metrics := referred(sentence[0].passage.node.object, view):
            yield sentence, metrics


def _label(told: ToldFigure) -> str:
    """What the clause before the figure says, normalised, if that is all it says of it."""
    said = _LEADING.sub("", told.clause.strip(), count=1)
    named = subjects(said)
    return named[0] if named and _ENDED.match(told.after) else ""


def _says(told: ToldFigure, unit: Unit | None) -> bool:
    return told.figure.role in VALUES and told.figure.hedge is None and same_measure(told.figure.quantity.unit, unit)


def _is_rate(told: ToldFigure) -> bool:
    unit = told.figure.quantity.unit
    return unit is not None and unit.is_rate


def _counts(name: str, metric: Metric) -> bool:
    """Whether *name* sets the numerator of *metric* apart from its denominator: 合格 of 合格率, 按期 of 按期完成的采购单数."""
    if len(name) < 2:
        return False
    kpi = given_kpi(metric)
    definitions = kpi.definitions if kpi else ()
    return normalize_name(metric.name).endswith(f"{name}率") or any(
        one.numerator_zh.startswith(name) and name not in one.denominator_zh for one in definitions
    )

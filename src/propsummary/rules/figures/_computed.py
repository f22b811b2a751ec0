"""Typed figures held against those that the records give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from propsummary import catalogue
from propsummary.catalogue import Definition, Kpi
from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Summary, zh_key
from propsummary.problems import Finding
from propsummary.quantities import Interval, Quantity
from propsummary.rules.context import View
from propsummary.rules.metrics.figures import alike, could_be, factor_of, figure, in_base, measures
from propsummary.rules.metrics.ratio import ratio
from propsummary.rules.metrics.saying import amount, rounded, shown
from propsummary.rules.naming import naming

__all__ = ["against_records", "counterparts", "measured_kpi"]

_Part: TypeAlias = Literal["numerator", "denominator"]
_RECORDS = Words("记录", "the records")


def measured_kpi(metric: Metric) -> Kpi | None:
    """
    The KPI that *metric* is a measurement of, all of it.

    秩序类投诉处理及时率 measures the KPI 投诉处理及时率, but only for some of the complaints: records do not tell which.
    """
    by_name = catalogue.find_kpi(metric.name) if metric.name else None
    if not metric.kpi:
        return by_name
    kpi = catalogue.find_kpi(metric.kpi)
    return kpi if not metric.name or by_name is kpi else None


def counterparts(metric: Metric, computed: Sequence[Metric]) -> tuple[Metric, ...]:
    """What was computed of the same KPI by the definition that *metric* states; by any definition if it states none."""
    kpi = measured_kpi(metric)
    if kpi is None:
        return ()
    same = tuple(one for one in computed if catalogue.find_kpi(one.kpi) is kpi)
    if not metric.definition:
        return same
    stated = kpi.definition(metric.definition)
    return tuple(one for one in same if stated is not None and _definition(kpi, one) is stated)


def against_records(view: View) -> Iterator[Finding]:
    """
    Typed figures that the records contradict: what they give cannot be rounded to what is printed.

    A metric that does not say by which of several definitions it goes is contradicted only if all of them were computed and none
    of them gives its figure.
    """
    for node in view.nodes_of(Metric) if view.computed else ():
        metric = node.object
        if not (found := counterparts(metric, view.computed)):
            continue
        told = [next(_contradictions(metric, one, view.summary), None) for one in found]
        kpi = measured_kpi(metric)
        settled = bool(metric.definition) or (kpi is not None and len(found) >= len(kpi.definitions))
        if settled and None not in told and (first := told[0]) is not None:
            field, key, words = first
            yield Finding((*node.path, field), key, thing=naming(node), source=found[0].source or _RECORDS, **words)


def _definition(kpi: Kpi, computed: Metric) -> Definition | None:
    if computed.definition:
        return kpi.definition(computed.definition)
    return kpi.definitions[0] if len(kpi.definitions) == 1 else None


def _contradictions(metric: Metric, computed: Metric, summary: Summary) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Field, message and its words for each figure of *metric* that *computed* does not bear out; the value first."""
    if (words := _of_value(metric, computed, summary)) is not None:
        yield "value", "computed" if "counts" in words else "counted", words
    for part in ("numerator", "denominator"):
        if (words := _of_part(metric, computed, part)) is not None:
            yield part, "computed_part", words


def _of_value(metric: Metric, computed: Metric, summary: Summary) -> dict[str, object] | None:
    typed, given = figure(metric, metric.value), figure(computed, computed.value)
    if typed is None or given is None or not alike(typed.unit, given.unit):
        return None
    found = ratio(computed, given, summary)
    printed = could_be(typed, averaged=found is not None)
    exact = _exact(given)
    if found is not None:
        if found.fits(printed):
            return None
        if found.interval.low is not None and found.interval.overlaps(could_be(given, averaged=True)):
            exact = found.interval.low
    if exact in printed:
        return None
    places = max(typed.decimals, given.decimals)
    words: dict[str, object] = {"told": typed.text, "one": shown(printed, typed.unit)}
    words["value"] = amount(rounded(exact / factor_of(given.unit), places), given.unit)
    if computed.numerator is not None and computed.denominator is not None:
        parts = [str(part).strip() for part in (computed.numerator, computed.denominator)]
        words["counts"] = Words("÷".join(parts), " ÷ ".join(parts))
    return words


def _of_part(metric: Metric, computed: Metric, part: _Part) -> dict[str, object] | None:
    typed, given = getattr(metric, part), getattr(computed, part)
    if typed is None or given is None or not _told_alike(typed, given):
        return None
    printed, exact = could_be(typed, averaged=measures(metric, part)), _exact(given)
    over = computed.carried_over  # the denominator may have been written without what was carried over
    allowed = (exact, exact - _exact(over)) if over is not None and part == "denominator" else (exact,)
    if any(one in printed for one in allowed):
        return None
    return {"told": typed.text, "value": given.text, "field": Words(zh_key(attrs.fields_dict(Metric)[part]), part)}


def _told_alike(typed: Quantity, given: Quantity) -> bool:
    """Whether both count, or measure in units that are said: a bare 48.21 may be 万元."""
    if typed.unit is None:
        return given.unit is None or given.unit.dimension == "count"
    return alike(typed.unit, given.unit)


def _exact(quantity: Quantity) -> Fraction:
    """What was computed, in the base of its unit."""
    low = in_base(Interval.exactly(quantity.low), quantity.unit).low
    assert low is not None
    return low

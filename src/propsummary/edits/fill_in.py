"""What was computed, put where a draft leaves it open."""

from __future__ import annotations

import attrs

from propsummary.errors import expect
from propsummary.model import Draft, Metric
from propsummary.rules.figures._computed import counterparts
from propsummary.rules.walk import positions

__all__ = ["fill_in"]

#: What a metric takes over with its value, as far as it does not say it itself.
_WITH_IT = ("definition", "numerator", "denominator", "series", "breakdown", "carried_over", "sample_size", "source", "note")


def fill_in(draft: Draft) -> Draft:
    """
    Fill in what was computed (`Draft.computed`).

    A metric without a value gets the value with all that belongs to it, and keeps what it says itself. One with a value stays as it
    is. What was computed and is measured by no metric of the draft is added.

    Raises:
        WrongArgumentError: *draft* is none.

    .. versionadded:: 0.1.0
    """
    expect("fill_in", draft, Draft)
    summary = draft.summary
    if summary is None or not draft.computed:
        return draft
    places = positions(("metrics",), draft.gaps)
    own = tuple(
        metric if ("metrics", place, "value") in draft.unknown else _filled(metric, draft.computed)
        for place, metric in zip(places, summary.metrics, strict=False)
    )
    known = {id(one) for metric in summary.metrics for one in counterparts(metric, draft.computed)}
    taken = {metric.id for metric in own}
    added = (attrs.evolve(one, id="") if one.id in taken else one for one in draft.computed if id(one) not in known)
    return attrs.evolve(draft, summary=attrs.evolve(summary, metrics=(*own, *added)))


def _filled(metric: Metric, computed: tuple[Metric, ...]) -> Metric:
    if metric.value is not None or not (found := counterparts(metric, computed)):
        return metric
    best = found[0]
    taken = {name: getattr(best, name) for name in _WITH_IT if getattr(metric, name) in ("", (), None)}
    if metric.baseline is None and metric.baseline_period in (None, best.baseline_period):
        taken |= {"baseline": best.baseline, "baseline_period": best.baseline_period}
    return attrs.evolve(metric, value=best.value, **taken)

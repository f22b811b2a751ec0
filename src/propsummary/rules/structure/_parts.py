"""What makes up each section of a summary, and what a metric counts for."""

from __future__ import annotations

from propsummary import catalogue
from propsummary.catalogue import Kpi
from propsummary.model import Background, Summary
from propsummary.problems import Path
from propsummary.rules.context import Context, View, once

__all__ = ["is_empty", "measured", "place"]

#: The collections whose objects a section presents; the first is where an empty section is pointed at.
_HOLDING = {
    "background": ("background",),
    "results": ("achievements", "activities", "incidents", "cases"),
    "issues": ("issues",),
    "countermeasures": ("countermeasures",),
    "outlook": ("outlook", "goals"),
}


def place(part: str) -> Path:
    """Where a person should look who misses that section."""
    return _HOLDING[part][:1]


@once
def measured(summary: Summary, ctx: Context) -> tuple[Kpi | None, ...]:
    """The KPI that each metric says it measures, else the one that it goes by the name of."""
    return tuple((one.kpi and catalogue.find_kpi(one.kpi)) or catalogue.find_kpi(one.name) for one in summary.metrics)


def is_empty(view: View, part: str) -> bool:
    """Whether the section of that part holds nothing at all, and nothing that could not be read."""
    if part not in _HOLDING or view.may_hide(("sections",), "part"):
        return False
    fields = _HOLDING[part]
    if any(_says(view.summary, field) or view.is_clouded((field,)) for field in fields):
        return False
    return not any(s.part is not None and s.part.value == part and s.text.strip() for s in view.summary.sections)


def _says(summary: Summary, field: str) -> bool:
    value = getattr(summary, field)
    if isinstance(value, Background):
        return any(text.strip() for text in (value.purpose, value.positioning, value.text))
    if field == "outlook":
        return value is not None and bool(value.directions or value.innovations)
    return bool(value)

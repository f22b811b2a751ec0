"""
Work summaries of property-management departments: read them, check every claim, hand in a document.

物业各部门工作总结：读入草稿，逐条核对，输出可以上交的文件。
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; importing `typing` would cost more than all the rest
if TYPE_CHECKING:
    from propsummary.api import build, check, dumps, gate, loads, measure, read, render
    from propsummary.document import Document
    from propsummary.errors import PropsummaryError
    from propsummary.gating import GateReport
    from propsummary.model import (
        Achievement,
        Activity,
        Background,
        Case,
        Chart,
        Countermeasure,
        Draft,
        Goal,
        Incident,
        Issue,
        Metric,
        MetricsFrom,
        Organization,
        Outlook,
        Owner,
        Photo,
        Risk,
        RootCause,
        Summary,
    )
    from propsummary.periods import Deadline, Period
    from propsummary.problems import Finding, Problem, Report, Severity
    from propsummary.quantities import Quantity
    from propsummary.renderers import Renderer
    from propsummary.rules import Config, Rule

__version__ = "0.1.0"

# Where each public name lives. Nothing is loaded before somebody asks for it: importing this package costs nothing.
_HOMES = {
    "api": ("build", "check", "dumps", "gate", "loads", "measure", "read", "render"),
    "document": ("Document",),
    "errors": ("PropsummaryError",),
    "gating": ("GateReport",),
    "model": (
        "Achievement",
        "Activity",
        "Background",
        "Case",
        "Chart",
        "Countermeasure",
        "Draft",
        "Goal",
        "Incident",
        "Issue",
        "Metric",
        "MetricsFrom",
        "Organization",
        "Outlook",
        "Owner",
        "Photo",
        "Risk",
        "RootCause",
        "Summary",
    ),
    "periods": ("Deadline", "Period"),
    "problems": ("Finding", "Problem", "Report", "Severity"),
    "quantities": ("Quantity",),
    "renderers": ("Renderer",),
    "rules": ("Config", "Rule"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Achievement",
    "Activity",
    "Background",
    "Case",
    "Chart",
    "Config",
    "Countermeasure",
    "Deadline",
    "Document",
    "Draft",
    "Finding",
    "GateReport",
    "Goal",
    "Incident",
    "Issue",
    "Metric",
    "MetricsFrom",
    "Organization",
    "Outlook",
    "Owner",
    "Period",
    "Photo",
    "Problem",
    "PropsummaryError",
    "Quantity",
    "Renderer",
    "Report",
    "Risk",
    "RootCause",
    "Rule",
    "Severity",
    "Summary",
    "build",
    "check",
    "dumps",
    "gate",
    "loads",
    "measure",
    "read",
    "render",
]


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    value: object = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

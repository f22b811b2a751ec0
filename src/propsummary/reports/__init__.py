"""A report as people and machines want it: text, a page, a few lines for a chat; JSON, SARIF, JUnit, annotations of a code host."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol

from propsummary.errors import UnknownNameError
from propsummary.problems import Language, Report

__all__ = ["REPORTERS", "Reporter", "reporter"]

#: The formats; each is written by the module of its name.
REPORTERS = ("text", "html", "chat", "json", "sarif", "junit", "github")


class Reporter(Protocol):
    """What writes reports in one format; a single report and a list of one may give different forms."""

    def __call__(self, reports: Report | Sequence[Report], *, language: Language = "zh") -> str:
        """Write *reports*, with the messages in *language*."""


def reporter(name: str) -> Reporter:
    """
    What writes reports in the format called *name*.

    Raises:
        UnknownNameError: There is no such format.
    """
    if name not in REPORTERS:
        from propsummary._text import nearest

        raise UnknownNameError("report format", name, nearest(name, REPORTERS))
    found: Reporter = getattr(importlib.import_module(f"{__name__}.{name}"), f"report_{name}")
    return found

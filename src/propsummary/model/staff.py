"""The people of the department whom a summary names where it asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from propsummary.model.owner import Owner
from propsummary.model.summary import Summary

__all__ = ["employees"]

_BETWEEN = re.compile("[ 　、，,/]+")


def employees(summary: Summary) -> Iterator[Owner]:
    """Author, reviewer, and whoever answers for measures and goals or helps: one owner for each name (``周明、韩松`` are two)."""
    owners = [Owner.parse(word) for text in (summary.author, summary.reviewer) for word in _BETWEEN.split(text) if word]
    for measure in summary.countermeasures:
        owners += [*((measure.owner,) if measure.owner else ()), *measure.support]
    owners += [goal.owner for goal in summary.goals if goal.owner]
    for owner in owners:
        for name in _BETWEEN.split(owner.name):
            if name:
                yield attrs.evolve(owner, name=name, text="")

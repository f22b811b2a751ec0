"""Summaries in traditional characters, as rules look at them: patterns and lists of words know simplified ones alone."""

from __future__ import annotations

from typing import Any

import attrs

from propsummary._text import is_traditional, simplified
from propsummary.model import Owner, Summary, refs_of
from propsummary.rules.walk import PARTS

__all__ = ["in_simplified"]

# What is looked up elsewhere just as it is written, besides references.
_KEPT = frozenset({"id", "file"})


def in_simplified(summary: Summary) -> Summary:
    """*summary* with its words in simplified characters, one for one; itself where its first words are so."""
    said = [summary.title, summary.department, *(one.statement for one in summary.issues[:3])]
    said += [one.statement for one in summary.countermeasures[:3]]
    written: Summary = _written(summary) if is_traditional("".join(said)) else summary
    return written


def _written(value: Any) -> Any:
    if isinstance(value, str):
        return simplified(value)
    if isinstance(value, tuple):
        return tuple(map(_written, value))
    if type(value) in PARTS or isinstance(value, Owner):
        fields = [f for f in attrs.fields(type(value)) if f.name not in _KEPT and not ("refs" in f.metadata and refs_of(f))]
        return attrs.evolve(value, **{f.name: _written(getattr(value, f.name)) for f in fields})
    return value

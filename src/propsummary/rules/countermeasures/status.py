"""How far measures have come, as rules ask it."""

from __future__ import annotations

from propsummary.model import Countermeasure, Status

__all__ = ["is_closed", "is_dropped"]


def is_dropped(measure: Countermeasure) -> bool:
    """Whether nobody will carry it out any more."""
    return measure.status is Status.DROPPED


def is_closed(measure: Countermeasure) -> bool:
    """Whether nothing is left to be done: it is done, verified or dropped."""
    return measure.status in (Status.DONE, Status.VERIFIED, Status.DROPPED)

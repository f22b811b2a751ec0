"""
Figures as they are printed: their units, what they can stand for, and how to find them in a passage.

Nothing here is a float: a printed ``98.6%`` is the exact interval [98.55, 98.65], and arithmetic on it stays exact.
"""

from __future__ import annotations

from propsummary.quantities.change import Change, Direction, read_change
from propsummary.quantities.changes import ChangeReading, Readings, StatedChange, Unchecked, read_stated_change, readings
from propsummary.quantities.figures import Figure, find_figures, has_figure
from propsummary.quantities.hedge import Hedge
from propsummary.quantities.interval import Interval
from propsummary.quantities.quantity import Quantity, read_quantity
from propsummary.quantities.roles import Role, may_state_change
from propsummary.quantities.unit import Unit

__all__ = [
    "Change",
    "ChangeReading",
    "Direction",
    "Figure",
    "Hedge",
    "Interval",
    "Quantity",
    "Readings",
    "Role",
    "StatedChange",
    "Unchecked",
    "Unit",
    "find_figures",
    "has_figure",
    "may_state_change",
    "read_change",
    "read_quantity",
    "read_stated_change",
    "readings",
]

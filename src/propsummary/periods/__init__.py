"""
Periods, deadlines and repetitions, as property staff write them.

Nothing here looks at the clock: relative words are read against the summary's period and the day it was prepared on.
"""

from __future__ import annotations

from propsummary.periods.deadline import Deadline, DeadlineKind, read_deadline
from propsummary.periods.mentions import PeriodMention, PeriodRole, find_periods
from propsummary.periods.period import Period, PeriodKind
from propsummary.periods.reading import read_date, read_period
from propsummary.periods.recurrence import Recurrence, read_recurrence

__all__ = [
    "Deadline",
    "DeadlineKind",
    "Period",
    "PeriodKind",
    "PeriodMention",
    "PeriodRole",
    "Recurrence",
    "find_periods",
    "read_date",
    "read_deadline",
    "read_period",
    "read_recurrence",
]

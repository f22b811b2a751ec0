"""PER: what the summary covers, and whether everything in it belongs there."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.reporting_periods.per001_period_conflict import period_conflict
from propsummary.rules.reporting_periods.per002_date_outside_period import date_outside_period
from propsummary.rules.reporting_periods.per003_unequal_periods_compared import unequal_periods_compared

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (period_conflict, date_outside_period, unequal_periods_compared)

"""Many summaries at once: checked side by side, and rolled up from project to region to company."""

from __future__ import annotations

from propsummary.portfolio.checking import Checked, check_files
from propsummary.portfolio.combining import Combined, Refusal, combine
from propsummary.portfolio.member import Member, Overdue
from propsummary.portfolio.overview import overview
from propsummary.portfolio.ranking import Ranked, rank
from propsummary.portfolio.regions import Regions
from propsummary.portfolio.rolling_up import RollUp, roll_up

__all__ = [
    "Checked",
    "Combined",
    "Member",
    "Overdue",
    "Ranked",
    "Refusal",
    "Regions",
    "RollUp",
    "check_files",
    "combine",
    "overview",
    "rank",
    "roll_up",
]

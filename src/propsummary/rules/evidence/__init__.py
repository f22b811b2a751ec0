"""Evidence: cases, pictures, charts and activities that bear out what is said."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.evidence.evi001_case_without_result import case_without_result
from propsummary.rules.evidence.evi002_photo_without_caption import photo_without_caption
from propsummary.rules.evidence.evi003_half_a_pair import half_a_pair
from propsummary.rules.evidence.evi004_chart_without_data import chart_without_data
from propsummary.rules.evidence.evi005_activity_without_outcome import activity_without_outcome

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    case_without_result,
    photo_without_caption,
    half_a_pair,
    chart_without_data,
    activity_without_outcome,
)

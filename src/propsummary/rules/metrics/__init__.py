"""MET: the figures of the period, held against one another by exact intervals."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.metrics.met001_unsourced_metric import unsourced_metric
from propsummary.rules.metrics.met002_unit_mismatch import unit_mismatch
from propsummary.rules.metrics.met003_impossible_value import impossible_value
from propsummary.rules.metrics.met004_implausible_value import implausible_value
from propsummary.rules.metrics.met005_ratio_mismatch import ratio_mismatch
from propsummary.rules.metrics.met006_change_mismatch import change_mismatch
from propsummary.rules.metrics.met007_parts_mismatch import parts_mismatch
from propsummary.rules.metrics.met008_impossible_percentage import impossible_percentage
from propsummary.rules.metrics.met009_unstated_definition import unstated_definition
from propsummary.rules.metrics.met010_mixed_definitions import mixed_definitions
from propsummary.rules.metrics.met011_small_sample import small_sample
from propsummary.rules.metrics.met012_percent_or_point import percent_or_point

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    unsourced_metric,
    unit_mismatch,
    impossible_value,
    implausible_value,
    ratio_mismatch,
    change_mismatch,
    parts_mismatch,
    impossible_percentage,
    unstated_definition,
    mixed_definitions,
    small_sample,
    percent_or_point,
)

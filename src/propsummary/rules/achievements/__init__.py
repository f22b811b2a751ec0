"""ACH: results worth telling, and what bears them out."""

from __future__ import annotations

from propsummary.rules.achievements.ach001_unsupported_achievement import unsupported_achievement
from propsummary.rules.achievements.ach002_vague_achievement import vague_achievement
from propsummary.rules.base import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (unsupported_achievement, vague_achievement)

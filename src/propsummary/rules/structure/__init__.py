"""Structure and coverage: what the profile of the department expects a summary to hold."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.structure.str001_missing_section import missing_section
from propsummary.rules.structure.str002_thin_background import thin_background
from propsummary.rules.structure.str003_uncovered_function import uncovered_function
from propsummary.rules.structure.str004_missing_kpi import missing_kpi
from propsummary.rules.structure.str005_no_key_project import no_key_project
from propsummary.rules.structure.str006_no_case import no_case
from propsummary.rules.structure.str007_no_picture import no_picture
from propsummary.rules.structure.str008_no_risk import no_risk
from propsummary.rules.structure.str009_no_direction import no_direction
from propsummary.rules.structure.str010_no_innovation import no_innovation

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    missing_section,
    thin_background,
    uncovered_function,
    missing_kpi,
    no_key_project,
    no_case,
    no_picture,
    no_risk,
    no_direction,
    no_innovation,
)

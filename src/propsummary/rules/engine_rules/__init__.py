"""What the engine reports of itself."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.engine_rules.pse900_rule_crashed import rule_crashed
from propsummary.rules.engine_rules.pse901_unused_waiver import unused_waiver

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (rule_crashed, unused_waiver)

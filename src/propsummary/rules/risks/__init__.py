"""Risks."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.risks.rsk001_risk_without_response import risk_without_response

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (risk_without_response,)

"""The rules: what makes a work summary fit to hand in, and how that is checked."""

from __future__ import annotations

from propsummary.rules.base import Rule, reader_rule, rule
from propsummary.rules.config import Config
from propsummary.rules.context import Context, View
from propsummary.rules.engine import check
from propsummary.rules.registry import FAMILIES, all_rules, rule_named
from propsummary.rules.walk import Node, Passage

__all__ = [
    "FAMILIES",
    "Config",
    "Context",
    "Node",
    "Passage",
    "Rule",
    "View",
    "all_rules",
    "check",
    "reader_rule",
    "rule",
    "rule_named",
]

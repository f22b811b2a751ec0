"""CHN: the chain to the previous summary; these rules run where one is given."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.chain._issues import is_solved
from propsummary.rules.chain._link import misfit
from propsummary.rules.chain.chn001_goal_unanswered import goal_unanswered
from propsummary.rules.chain.chn002_baseline_rewritten import baseline_rewritten
from propsummary.rules.chain.chn003_issue_dropped import issue_dropped
from propsummary.rules.chain.chn004_recurring_issue import recurring_issue
from propsummary.rules.chain.chn005_copied_text import copied_text
from propsummary.rules.chain.chn006_measure_overdue import measure_overdue
from propsummary.rules.chain.chn007_definition_changed import definition_changed

__all__ = ["RULES", "is_solved", "misfit"]

RULES: tuple[Rule, ...] = (
    goal_unanswered,
    baseline_rewritten,
    issue_dropped,
    recurring_issue,
    copied_text,
    measure_overdue,
    definition_changed,
)

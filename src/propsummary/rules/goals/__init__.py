"""GOA: what the next period shall bring (specific, measurable, relevant, with a deadline)."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.goals.goa001_not_measurable import not_measurable
from propsummary.rules.goals.goa002_goal_without_deadline import goal_without_deadline
from propsummary.rules.goals.goa003_no_baseline import no_baseline
from propsummary.rules.goals.goa004_impossible_target import impossible_target
from propsummary.rules.goals.goa005_unlikely_target import unlikely_target
from propsummary.rules.goals.goa006_irrelevant_goal import irrelevant_goal
from propsummary.rules.goals.goa007_target_goes_backward import target_goes_backward
from propsummary.rules.goals.goa008_missing_goal_kind import missing_goal_kind
from propsummary.rules.goals.goa009_goal_outside_next_period import goal_outside_next_period
from propsummary.rules.goals.goa010_unspecific_goal import unspecific_goal

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    not_measurable,
    goal_without_deadline,
    no_baseline,
    impossible_target,
    unlikely_target,
    irrelevant_goal,
    target_goes_backward,
    missing_goal_kind,
    goal_outside_next_period,
    unspecific_goal,
)

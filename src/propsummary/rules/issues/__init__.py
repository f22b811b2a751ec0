"""ISS: problems, their causes, and whether anything is done about them."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.issues.iss001_issue_without_cause import issue_without_cause
from propsummary.rules.issues.iss002_cause_restates_issue import cause_restates_issue
from propsummary.rules.issues.iss003_cause_without_dimension import cause_without_dimension
from propsummary.rules.issues.iss004_unspecific_issue import unspecific_issue
from propsummary.rules.issues.iss005_issue_without_countermeasure import issue_without_countermeasure
from propsummary.rules.issues.iss006_blame_shifting import blame_shifting
from propsummary.rules.issues.iss007_self_blame import self_blame
from propsummary.rules.issues.iss008_issue_without_evidence import issue_without_evidence
from propsummary.rules.issues.iss009_shallow_cause import shallow_cause

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    issue_without_cause,
    cause_restates_issue,
    cause_without_dimension,
    unspecific_issue,
    issue_without_countermeasure,
    blame_shifting,
    self_blame,
    issue_without_evidence,
    shallow_cause,
)

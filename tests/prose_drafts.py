"""What tests ask of a draft that was read out of prose."""

from __future__ import annotations

from propsummary.model import Draft, Summary
from propsummary.problems import Severity
from propsummary.rules import check

__all__ = ["errors_of", "summary_of"]


def summary_of(draft: Draft) -> Summary:
    """The summary, which there has to be."""
    assert draft.summary is not None
    return draft.summary


def errors_of(draft: Draft) -> list[str]:
    """The codes of the errors that a check tells."""
    return [problem.code for problem in check(draft).problems if problem.severity is Severity.ERROR]

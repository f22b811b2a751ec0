"""PSE900 rule-crashed."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("PSE900")
def rule_crashed(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A rule raised an error in place of looking at the draft.

    The engine reports it, once for each rule and where it happened first, with the rule's code and the distribution that brought
    it; all other rules run. No draft is to blame for it, so there is none to show, and no draft can waive it.
    """
    return iter(())

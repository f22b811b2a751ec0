"""NUM: the figures that sentences tell, held against the data and against one another."""

from __future__ import annotations

from propsummary.rules.base import Rule
from propsummary.rules.figures.num001_untraced_figure import untraced_figure
from propsummary.rules.figures.num002_contradicting_figure import contradicting_figure
from propsummary.rules.figures.num003_stated_twice import stated_twice
from propsummary.rules.figures.num004_broken_figure import broken_figure
from propsummary.rules.figures.num005_wrong_direction_word import wrong_direction_word

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (untraced_figure, contradicting_figure, stated_twice, broken_figure, wrong_direction_word)

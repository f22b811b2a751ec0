"""
What a summary in prose says, by rules and the catalogue's words: department, period, achievements, metrics, activities, cases,
issues with causes, measures with owner and deadline, goals, and what became of the last ones.

What belongs to no object is kept as text of its part. Nothing is guessed: what may be said but was not understood is unknown, so
that no rule calls it missing.
"""

from __future__ import annotations

from propsummary.drafts.extraction.assembling import extract
from propsummary.drafts.extraction.parts import Chapter, chapters

__all__ = ["Chapter", "chapters", "extract"]

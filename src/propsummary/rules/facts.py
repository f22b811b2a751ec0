"""What there is to say of a rule beside its words."""

from __future__ import annotations

import inspect
import re

from propsummary.rules.base import Rule

__all__ = ["remarks"]


def remarks(rule: Rule) -> str:
    """The docstring of *rule* before its examples: one line that says what it reports, and what else there is to know."""
    return re.split(r"^(?:Bad|Good)::$", inspect.cleandoc(rule.doc), maxsplit=1, flags=re.MULTILINE)[0].strip()

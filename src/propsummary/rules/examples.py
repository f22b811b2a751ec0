"""The examples in a rule's docstring, as drafts that can be checked."""

from __future__ import annotations

import inspect
import pathlib
import re
import textwrap

import attrs

from propsummary.problems import Report
from propsummary.rules.base import Rule
from propsummary.rules.engine import check
from propsummary.serde import loads

__all__ = ["Examples", "examples", "try_example"]

# An example shows what matters; what every summary must have is filled in.
_NEEDED = {"部门": "部门: 秩序部", "期间": "期间: 2025"}


@attrs.frozen(kw_only=True)
class Examples:
    """
    What a rule shows of itself.

    Attributes:
        bad: Drafts that it reports.

        good: Drafts that it does not.
    """

    bad: tuple[str, ...]
    good: tuple[str, ...]


def examples(rule: Rule) -> Examples:
    """The examples below ``Bad::`` and ``Good::`` in the docstring of *rule*."""
    doc = inspect.cleandoc(rule.doc)
    return Examples(bad=_blocks(doc, "Bad"), good=_blocks(doc, "Good"))


def _blocks(doc: str, title: str) -> tuple[str, ...]:
    found = re.findall(rf"^{title}::\n\n((?:(?: {{4}}.*)?(?:\n|\Z))+)", doc, re.MULTILINE)
    return tuple(textwrap.dedent(block).strip("\n") + "\n" for block in found)


def try_example(rule: Rule, text: str, *, folder: pathlib.Path | None = None) -> Report:
    """
    Check one example with *rule* alone, beside what the reader says.

    An example that says neither department nor period is one of the order department's for 2025. Where a line ``---`` parts it,
    what comes before the last is a summary before this one.

    Args:
        folder: Where the example's photos are looked for.
    """
    *before, draft = [loads(_filled(part), folder=folder) for part in text.split("\n---\n")]
    previous = [one.summary for one in reversed(before) if one.summary]
    return check(draft, rules=[rule], previous=previous)


def _filled(text: str) -> str:
    lacking = [line for key, line in _NEEDED.items() if not re.search(rf"^{key}\s*:", text, re.MULTILINE)]
    return "\n".join((*lacking, text))

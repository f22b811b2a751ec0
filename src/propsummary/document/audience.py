"""The same summary for those outside the company: no names, no internal causes, no personal data; every figure stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from propsummary._privacy import mask
from propsummary.model import Owner, Part, Summary

__all__ = ["for_owners"]


def for_owners(summary: Summary, *, somebody: str) -> Summary:
    """
    The summary as the owners' notice may show it.

    Causes, reasons, budgets, evidence and passages about problems are internal and left out; posts and departments stand for
    people.

    Args:
        somebody: What stands for a person whose post is not known (工作人员).
    """
    names = _names(summary, somebody)

    def clean(text: str) -> str:
        for name, stand_in in names:
            text = text.replace(name, stand_in)
        return mask(text)

    inner = attrs.evolve(
        summary,
        author="",
        reviewer="",
        issues=tuple(attrs.evolve(one, root_causes=()) for one in summary.issues),
        countermeasures=tuple(attrs.evolve(one, budget=None, evidence="") for one in summary.countermeasures),
        follow_ups=tuple(attrs.evolve(one, reason="", evidence="") for one in summary.follow_ups),
        sections=tuple(one for one in summary.sections if one.part is not Part.ISSUES),
        extra={},
    )
    cleaned: Summary = _mapped(inner, clean)
    return cleaned


def _names(summary: Summary, somebody: str) -> list[tuple[str, str]]:
    """Every person that the summary names in a field for people, with what stands for them; longer names first."""
    owners = [Owner.parse(text) for text in (summary.author, summary.reviewer) if text]
    for measure in summary.countermeasures:
        owners += [*((measure.owner,) if measure.owner else ()), *measure.support]
    owners += [goal.owner for goal in summary.goals if goal.owner]
    known: dict[str, str] = {}
    for owner in owners:
        if len(owner.name) > 1 and known.get(owner.name, somebody) == somebody:
            known[owner.name] = owner.role or owner.department or somebody
    return sorted(known.items(), key=lambda pair: (-len(pair[0]), pair[0]))


def _mapped(value: Any, clean: Callable[[str], str]) -> Any:
    """*value* with every text in its prose cleaned and every owner reduced to post or department; ids and types stay."""
    if isinstance(value, Owner):
        return Owner(role=value.role, department=value.department) if value.role or value.department else None
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(one for one in (_mapped(one, clean) for one in value) if one is not None)
    if attrs.has(type(value)) and type(value).__module__.startswith("propsummary.model"):
        cls = type(value)
        return attrs.evolve(value, **{f.name: _mapped(getattr(value, f.name), clean) for f in attrs.fields(cls) if _prose(f)})
    return value


def _prose(field: attrs.Attribute[Any]) -> bool:
    """Whether the field may hold what people wrote: not an id, a file or a reference."""
    return field.name not in ("id", "file", "kpi", "department") and not field.metadata.get("refs")

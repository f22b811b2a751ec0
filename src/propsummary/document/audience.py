"""The same summary for those outside the company: no names, no internal causes, no personal data; every figure stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from propsummary._privacy import mask
from propsummary._privacy.contacts import contacts
from propsummary._privacy.people import Pseudonyms, is_person
from propsummary._privacy.replacing import applied
from propsummary._privacy.rooms import rooms
from propsummary._privacy.staff import Posts, staff_in
from propsummary.model import Owner, Part, Summary
from propsummary.model.staff import employees

__all__ = ["Notice"]

# What is no name although it stands where names do: 全体员工, 夜班, 各岗位.
_GROUP = re.compile("[全各所每员岗班组部司门队处站室]")


class Notice:
    """
    What the owners' notice may show of one summary and of the one before it.

    Causes, reasons, budgets, evidence and passages about problems are internal and left out; posts and departments stand for
    staff, letters for residents, the same for the same person throughout.
    """

    def __init__(self, *summaries: Summary, somebody: str) -> None:
        """
        Args:
            summaries: All that will be shown; whom one of them names in full is known in the others, too.

            somebody: What stands for a person of the staff whose post is not known (本部门人员).
        """
        texts = [text for one in summaries for text in _texts(_outward(one))]
        posts = {**staff_in(texts), **_posts(summaries, somebody)}
        self._staff = Posts(posts, somebody=somebody)
        self._residents = Pseudonyms(posts)
        self._residents.learn(texts)

    def of(self, summary: Summary) -> Summary:
        """The summary as the notice may show it."""
        cleaned: Summary = _mapped(_outward(summary), self.clean)
        return cleaned

    def clean(self, text: str) -> str:
        """*text* without names, flats and numbers of people."""
        for found in (self._staff.instead, self._residents.residents, rooms, contacts):
            text = applied(text, found(text))
        return mask(text)


def _outward(summary: Summary) -> Summary:
    """What is not internal."""
    return attrs.evolve(
        summary,
        author="",
        reviewer="",
        issues=tuple(attrs.evolve(one, root_causes=()) for one in summary.issues),
        countermeasures=tuple(attrs.evolve(one, budget=None, evidence="") for one in summary.countermeasures),
        follow_ups=tuple(attrs.evolve(one, reason="", evidence="") for one in summary.follow_ups),
        sections=tuple(one for one in summary.sections if one.part is not Part.ISSUES),
        extra={},
    )


def _posts(summaries: tuple[Summary, ...], somebody: str) -> Mapping[str, str]:
    """Every person of the staff whom the summaries name, with what stands for them."""
    known: dict[str, str] = {}
    for owner in (owner for summary in summaries for owner in employees(summary)):
        if len(owner.name) > 1 and (is_person(owner.name) or not _GROUP.search(owner.name)):
            known[owner.name] = known.get(owner.name) or owner.role or owner.department
    return {name: post or somebody for name, post in known.items()}


def _texts(summary: Summary) -> list[str]:
    """Every text that people wrote into *summary*."""
    found: list[str] = []

    def noted(text: str) -> str:
        found.append(text)
        return text

    _mapped(summary, noted)
    return found


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

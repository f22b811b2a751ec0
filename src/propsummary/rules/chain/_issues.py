"""When two issues, of this summary and of an earlier one, are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from propsummary._text import normalize_name
from propsummary.catalogue import Profile
from propsummary.model import Countermeasure, Issue, Status
from propsummary.rules.chain._likeness import grams, likeness, other_place

__all__ = ["alike", "is_solved", "same_issue"]

#: How much of two issues' words must be the same for them to be taken for one.
_ENOUGH = Fraction(13, 20)

_SOLVED = re.compile(
    "(?:已经?|现已|均已)(?:全部|彻底|基本)?(?:于.{0,12})?(?:整改|解决|修复|处理|消除|完成|恢复|关闭|整治|销项)|整改完毕|已闭环|resolved|fixed",
    re.IGNORECASE,
)


def is_solved(issue: Issue, measures: Iterable[Countermeasure]) -> bool:
    """Whether the summary that holds *issue* tells that it is solved: it says so, or one of the *measures* for it was done."""
    done = any(measure.status in (Status.DONE, Status.VERIFIED) for measure in measures)
    return done or bool(_SOLVED.search(_words_of(issue)))


def _words_of(issue: Issue) -> str:
    """Everything that an issue says of itself."""
    return f"{issue.title}。{issue.statement}"


def alike(issue: Issue, old: Issue, profile: Profile | None) -> bool:
    """Whether the words of both, figures and times aside, and their areas are those of one issue."""
    if other_place(issue.where, old.where, strict=True) or _elsewhere(issue.area, old.area, profile):
        return False
    texts = [[text for text in (one.title, one.statement) if text] for one in (issue, old)]
    return any(likeness(one, other) >= _ENOUGH for one in texts[0] for other in texts[1])


def same_issue(issue: Issue, old: Issue, profile: Profile | None) -> bool:
    """Whether *issue* takes up *old*, perhaps in other words: the same place or kind of issue in the same area will do."""
    if alike(issue, old, profile):
        return True
    if issue.kind and (issue.kind, issue.area) == (old.kind, old.area) and not other_place(issue.where, old.where):
        return True
    place, old_place = normalize_name(issue.where), normalize_name(old.where)
    there = min(len(place), len(old_place)) >= 2 and (place in old_place or old_place in place)
    same_area = bool(issue.area) and not _elsewhere(issue.area, old.area, profile)
    return there and same_area and bool(set(grams(_words_of(issue))) & set(grams(_words_of(old))))


def _elsewhere(area: str, old: str, profile: Profile | None) -> bool:
    """Whether both say which function they belong to, and say different ones."""
    functions = [profile.function_of(one) if profile and one else None for one in (area, old)]
    return None not in functions and functions[0] != functions[1]

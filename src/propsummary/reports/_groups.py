"""Problems gathered by what they are about."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from propsummary.catalogue.places import in_words
from propsummary.problems import Language, Path, Problem

__all__ = ["Group", "by_code", "by_object"]


@attrs.frozen(kw_only=True)
class Group:
    """
    The problems of one object of the summary, or of one part of it that holds no object.

    Attributes:
        path: Where it is.

        id: Its id; empty if it has none, or if all problems are about parts of it.

        problems: What is wrong with it, in reading order.
    """

    path: Path
    id: str
    problems: tuple[Problem, ...]

    def name(self, language: Language) -> str:
        """What people call it: 问题第2项（i2）."""
        place = in_words(self.path, language)
        if not self.id:
            return place
        return f"{place} ({self.id})" if language == "en" else f"{place}（{self.id}）"


def by_object(problems: Iterable[Problem]) -> tuple[Group, ...]:
    """The problems by the member of a collection they are about, in the order of reading."""
    found: dict[Path, list[Problem]] = {}
    for problem in problems:
        found.setdefault(_member(problem.path), []).append(problem)
    return tuple(Group(path=path, id=_id(members), problems=tuple(members)) for path, members in found.items())


def by_code(problems: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """The problems by their codes, sorted."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.code, []).append(problem)
    return {code: tuple(found[code]) for code in sorted(found)}


def _member(path: Path) -> Path:
    """The way to the outermost member of a collection around *path*, or to the part of the summary that it is in."""
    ends = (index + 1 for index, step in enumerate(path) if isinstance(step, int))
    return path[: next(ends, 2 if path[:1] == ("functions",) else 1)]


def _id(problems: list[Problem]) -> str:
    """The object's id, from a problem that is about itself: one about a part of it may carry the part's own id."""
    own = (problem.object for problem in problems if sum(isinstance(step, int) for step in problem.path) == 1)
    return next(filter(None, own), "")

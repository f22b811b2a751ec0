"""What the draft itself waives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from propsummary.catalogue.places import in_words
from propsummary.model import Waiver
from propsummary.problems import Path, Problem, Waived, parse_path
from propsummary.rules.context import View
from propsummary.rules.walk import positions

__all__ = ["waive"]

# Findings of the engine itself cannot be waived: a crash is never right. Nor can what is wrong with a waiver.
_NEVER = ("PSE",)

# Between the steps of a place in words: 展望 › 方向.
_STEP = re.compile(r"[›>/»]")


def waive(
    problems: Iterable[Problem], view: View
) -> tuple[tuple[Problem, ...], tuple[Waived, ...], tuple[tuple[Waiver, Path], ...]]:
    """
    Part *problems* into those that stand and those that the summary waives.

    Third come the waivers that waive none, with their places.
    """
    places = zip(positions(("waivers",), view.gaps), view.summary.waivers, strict=False)
    waivers = [(waiver, ("waivers", position)) for position, waiver in places if waiver.reason.strip()]
    kept, waived, used = [], [], set()
    for problem in problems:
        covering = [w for w, _ in waivers if _covers(w, problem, view)]
        used.update(covering)
        if covering:
            waived.append(Waived(problem=problem, reason=covering[0].reason))
        else:
            kept.append(problem)
    return tuple(kept), tuple(waived), tuple((w, path) for w, path in waivers if w not in used)


def _covers(waiver: Waiver, problem: Problem, view: View) -> bool:
    if waiver.code not in (problem.code, problem.name) or problem.code.startswith(_NEVER) or problem.path[:1] == ("waivers",):
        return False
    if not waiver.at:
        return True
    node = view.by_id.get(waiver.at)
    path = node.path if node else parse_path(waiver.at)
    return problem.path[: len(path)] == path or _names(waiver.at, problem.path)


def _names(words: str, path: Path) -> bool:
    """Whether *words* say where *path* is, or what is around it, as a report would."""
    said = _plain(words)
    around = (path[:length] for length in range(len(path) + 1))
    return any(said in (_plain(in_words(part, "zh")), _plain(in_words(part, "en"))) for part in around)


def _plain(words: str) -> str:
    return _STEP.sub("›", "".join(words.split()).casefold().strip("/"))

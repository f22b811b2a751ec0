"""
Hold what is read out of prose against drafts that a careful reader has marked.

    python scripts/score_prose.py tests/cases/prose tests/cases/own_prose

A case is a file with what it says beside it (``<file>.gold.json``): issues, countermeasures and goals in full, the main metrics,
the range of each part, and the findings that can be decided from the text. What is optional in the gold (a lesser figure, a
gathering that may count as an activity) counts neither for nor against; a part may name two, where one chapter is both. Two texts
agree when one holds the other or most of their characters in order are the same; owners, deadlines and values must be the same,
blanks and punctuation aside. A finding is made where a problem with its code stands on its line, in
a Word file in its paragraph or table.
"""

from __future__ import annotations

import json
import pathlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

import attrs

from propsummary.catalogue import department
from propsummary.drafts import read_prose
from propsummary.drafts.extraction import chapters
from propsummary.drafts.extraction.reporters import known_name
from propsummary.drafts.opening import open_outline
from propsummary.drafts.outline import Heading, Outline, Paragraph, Table
from propsummary.model import Draft, Summary
from propsummary.problems import Problem, Severity
from propsummary.rules import check

_ALIKE = 0.75  # of the characters, in order


@attrs.define
class Tally:
    """Counts of one kind: agreed with the gold, told beyond it, missed."""

    right: int = 0
    beyond: int = 0
    missed: int = 0

    def __iadd__(self, other: Tally) -> Tally:
        self.right += other.right
        self.beyond += other.beyond
        self.missed += other.missed
        return self

    @property
    def f1(self) -> str:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.beyond + self.missed
        return f"{2 * self.right / total:.3f}" if total else "-"


@attrs.frozen(kw_only=True)
class Score:
    """
    What came of one case.

    Attributes:
        tallies: By what is counted.

        notes: What disagrees, a line each.
    """

    name: str
    tallies: dict[str, Tally]
    notes: tuple[str, ...]


def cases(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """The marked files in *folder*, sorted."""
    for gold in sorted(folder.glob("*.gold.json")):
        yield gold.with_name(gold.name.removesuffix(".gold.json"))


def score(path: pathlib.Path) -> Score:
    """Read the file at *path* and hold it against its gold."""
    gold = json.loads(path.with_name(path.name + ".gold.json").read_text(encoding="utf-8"))
    content = path.read_bytes()
    draft = read_prose(content, format=None, file=path.name)
    outline = open_outline(content, format=None, file=path.name)
    notes: list[str] = []
    tallies = {
        "department": _one(draft.summary is not None and _same_department(draft.summary.department, gold["department"])),
        "period": _one(draft.summary is not None and _days(draft.summary) == gold["period"]),
        "parts": _parts(outline, gold, draft, notes),
    }
    summary = draft.summary
    if summary is None:
        return Score(name=path.name, tallies=tallies, notes=("not read at all",))
    tallies["prepared_on"] = _one(str(summary.prepared_on or None) == str(gold["prepared_on"]))
    tallies |= dict(_objects(summary, gold, notes))
    tallies |= _findings(draft, _positions(outline), gold, notes)
    return Score(name=path.name, tallies=tallies, notes=tuple(notes))


def _one(agrees: bool) -> Tally:
    return Tally(right=1) if agrees else Tally(missed=1, beyond=1)


def _same_department(one: str, other: str) -> bool:
    known, wanted = department(one), department(known_name(other))
    return one in other or (known is not None and wanted is not None and known.id == wanted.id)


def _days(summary: Summary) -> dict[str, str]:
    return {"first": summary.period.first.isoformat(), "last": summary.period.last.isoformat()}


def _parts(outline: Outline, gold: dict[str, Any], draft: Draft, notes: list[str]) -> Tally:
    """How many headings, paragraphs and tables are in the part that the gold has them in."""
    tally = Tally()
    period = draft.summary.period if draft.summary else None
    for chapter in chapters(outline, period):
        blocks = (*((chapter.heading,) if chapter.heading else ()), *chapter.blocks)
        for block in blocks:
            wanted = next((one["part"] for one in gold["parts"] if one["from"] <= block.position <= one["to"]), None)
            if wanted and chapter.part in wanted.split("|"):
                tally.right += 1
            elif wanted:
                tally += Tally(beyond=1, missed=1)
                notes.append(f"part of {block.position}: {chapter.part}, not {wanted}")
    return tally


def _objects(summary: Summary, gold: dict[str, Any], notes: list[str]) -> Iterator[tuple[str, Tally]]:
    issues = [(f"{one.title}。{one.statement}", tuple(cause.statement for cause in one.root_causes)) for one in summary.issues]
    wanted = [(f"{one.get('title', '')}。{one['text']}", tuple(one["causes"])) for one in gold["issues"]]
    pairs = _paired(issues, wanted, lambda one, other: _alike(one[0], other[0]))
    yield "issues", _tally("issue", pairs, [one[0] for one in issues], [one[0] for one in wanted], notes)
    causes = [(nth, text) for nth, (_, found) in enumerate(issues) for text in found]
    due = [(nth, text) for nth, (_, found) in enumerate(wanted) for text in found]
    same = {right: left for left, right in pairs}
    linked = _paired(causes, due, lambda one, other: same.get(other[0]) == one[0] and _alike(one[1], other[1]))
    yield "causes", _tally("cause", linked, [one[1] for one in causes], [one[1] for one in due], notes)
    yield from _measures(summary, gold, notes)
    goals, aims = [one.statement for one in summary.goals], [one["text"] for one in gold["goals"]]
    found = _paired(goals, aims, _alike)
    yield "goals", _tally("goal", found, goals, aims, notes)
    told = [(one.name or one.kpi, one.value.text if one.value else "") for one in summary.metrics]
    main = [((one["name"], one["value_text"]), bool(one.get("optional"))) for one in gold["metrics"]]
    yield "metrics", _main("metric", told, main, _same_metric, notes)
    held = [one.kind.value for one in summary.activities]
    kinds = [(one["kind"], bool(one.get("optional"))) for one in gold["activities"]]
    yield "activities", _main("activity", held, kinds, str.__eq__, notes)


def _measures(summary: Summary, gold: dict[str, Any], notes: list[str]) -> Iterator[tuple[str, Tally]]:
    found = [one.statement for one in summary.countermeasures]
    wanted = [one["text"] for one in gold["countermeasures"]]
    pairs = _paired(found, wanted, _alike)
    yield "measures", _tally("measure", pairs, found, wanted, notes)
    for field in ("owner", "deadline"):
        tally = Tally()
        for left, right in pairs:
            value = getattr(summary.countermeasures[left], field)
            told = _plain(value.text) if value else ""
            due = _plain(gold["countermeasures"][right]["owner" if field == "owner" else "deadline_text"] or "")
            date = gold["countermeasures"][right]["deadline_date"]
            agrees = told == due or bool(field == "deadline" and date and value and str(value.date) == date)
            tally += Tally(right=int(bool(due))) if agrees else Tally(beyond=int(bool(told)), missed=int(bool(due)))
            if not agrees:
                notes.append(f"{field} of “{wanted[right]}”: {told or 'none'}, not {due or 'none'}")
        yield field, tally


def _positions(outline: Outline) -> dict[str, int]:
    """The paragraph or table that holds each place of a Word file."""
    found: dict[str, int] = {}
    for block in outline.blocks:
        cells = (words for row in block.rows for cell in row for words in cell.words) if isinstance(block, Table) else ()
        lines = (*cells, *((block.words,) if isinstance(block, Heading | Paragraph) else ()))
        found |= {words.place: block.position for words in lines if words.place}
    return found


def _findings(draft: Draft, positions: dict[str, int], gold: dict[str, Any], notes: list[str]) -> dict[str, Tally]:
    problems = check(draft).problems
    planted, errors = Tally(), Tally()
    for finding in gold["findings"]:
        made = any(_agree(finding, problem, positions) for problem in problems)
        if made:
            planted.right += 1
        elif not finding.get("optional"):
            planted.missed += 1
            notes.append(f"missed {finding['code']}: {finding['anchor']}")
    for problem in problems:
        agreed = any(_agree(finding, problem, positions) for finding in gold["findings"])
        if problem.severity is Severity.ERROR:
            errors += Tally(right=1) if agreed else Tally(beyond=1)
        if problem.severity is not Severity.INFO and not agreed:
            notes.append(f"beyond {problem.code} {problem.severity.value} {problem.span}: {problem.message}")
    return {"findings": planted, "errors": errors}


def _agree(finding: dict[str, Any], problem: Problem, positions: dict[str, int]) -> bool:
    """Whether a problem says of a line, or of the object around it, what a finding says of it."""
    span = problem.span
    if finding["code"] != problem.code or span is None:
        return False
    there = span.line <= finding["at"] <= span.end_line or positions.get(span.place) == finding["at"]
    return there or _plain(finding["anchor"])[:8] in _plain(problem.message)


def _paired(found: Sequence[Any], wanted: Sequence[Any], agree: Callable[[Any, Any], bool]) -> list[tuple[int, int]]:
    """Each of *wanted* with the first of *found* that agrees and is still free."""
    free, pairs = set(range(len(found))), []
    for right, due in enumerate(wanted):
        left = next((nth for nth in sorted(free) if agree(found[nth], due)), None)
        if left is not None:
            free.remove(left)
            pairs.append((left, right))
    return pairs


def _main(
    what: str, found: Sequence[Any], wanted: Sequence[tuple[Any, bool]], agree: Callable[[Any, Any], bool], notes: list[str]
) -> Tally:
    """The tally of what is *wanted*, where what is optional counts neither when it is found nor when it is not."""
    due = [one for one, optional in wanted if not optional]
    taken = {left for left, _ in _paired(found, due, agree)}
    free = [nth for nth in range(len(found)) if nth not in taken]
    spare = _paired([found[nth] for nth in free], [one for one, optional in wanted if optional], agree)
    passed = {free[left] for left, _ in spare}
    kept = [one for nth, one in enumerate(found) if nth not in passed]
    return _tally(what, _paired(kept, due, agree), kept, due, notes)


def _same_metric(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return _plain(one[1]) == _plain(other[1]) and _name_alike(one[0], other[0])


def _tally(what: str, pairs: Sequence[tuple[int, int]], found: Sequence[Any], wanted: Sequence[Any], notes: list[str]) -> Tally:
    lefts, rights = {left for left, _ in pairs}, {right for _, right in pairs}
    notes += (f"{what} beyond: {one}" for nth, one in enumerate(found) if nth not in lefts)
    notes += (f"{what} missed: {one}" for nth, one in enumerate(wanted) if nth not in rights)
    return Tally(right=len(pairs), beyond=len(found) - len(pairs), missed=len(wanted) - len(pairs))


def _alike(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return first == second
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _name_alike(one: str, other: str) -> bool:
    first, second = _plain(one), _plain(other)
    return first in second or second in first or len(set(first) & set(second)) * 2 >= len(set(second))


def _plain(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character in "%‰.")


def main(folders: Iterable[str]) -> int:
    """Print the score of every case and of everything; 1 if there is a false error."""
    scores = [score(path) for folder in folders for path in cases(pathlib.Path(folder))]
    total: dict[str, Tally] = {}
    for one in scores:
        print(f"{one.name}: " + " ".join(f"{name} {tally.f1}" for name, tally in one.tallies.items()))
        for note in one.notes:
            print(f"  {note}")
        for name, tally in one.tallies.items():
            total.setdefault(name, Tally())
            total[name] += tally
    print(f"\n{'':12}{'F1':>7}{'right':>7}{'beyond':>8}{'missed':>8}")
    for name, tally in total.items():
        print(f"{name:12}{tally.f1:>7}{tally.right:>7}{tally.beyond:>8}{tally.missed:>8}")
    return int(bool(total["errors"].beyond)) if "errors" in total else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

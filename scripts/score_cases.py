"""
Hold the rules against drafts that a careful reader has marked: precision and recall, code by code.

    python scripts/score_cases.py tests/cases/structured

A case is a draft with a file of findings beside it (``<draft>.gold.json``); a finding has ``code``, ``severity``, ``path``,
``line`` (null where the thing is absent) and perhaps ``optional``. Findings are complete for errors and warnings. Codes that no
rule has yet are left out.
"""

from __future__ import annotations

import json
import pathlib
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from propsummary.model import Spans
from propsummary.problems import Path, Problem, Severity, parse_path
from propsummary.rules import all_rules, check
from propsummary.serde import read_file


@attrs.frozen(kw_only=True)
class Score:
    """
    What came of one case.

    Attributes:
        name: The draft's file name.

        found: Findings that the rules made too.

        missed: Findings that they did not, optional ones aside.

        beyond: Errors and warnings that the careful reader did not have.

        agreeing: Problems that a finding bears out.
    """

    name: str
    found: tuple[dict[str, Any], ...]
    missed: tuple[dict[str, Any], ...]
    beyond: tuple[Problem, ...]
    agreeing: tuple[Problem, ...]


def cases(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """The marked drafts in *folder*, sorted."""
    for gold in sorted(folder.glob("*.gold.json")):
        yield gold.with_name(gold.name.removesuffix(".gold.json"))


def score(draft: pathlib.Path) -> Score:
    """Check *draft* and hold the report against its findings."""
    gold = json.loads(draft.with_name(draft.name + ".gold.json").read_text(encoding="utf-8"))
    previous = read_file(draft.parent / gold["previous"]).summary if "previous" in gold else None
    read = read_file(draft)
    problems = check(read, previous=(previous,) if previous else ()).problems
    findings = [finding for finding in gold["findings"] if finding["code"] in all_rules()]
    found = tuple(f for f in findings if any(agree(f, problem, read.spans) for problem in problems))
    agreeing = tuple(p for p in problems if any(agree(f, p, read.spans) for f in findings))
    serious = (p for p in problems if p.severity is not Severity.INFO)
    return Score(
        name=draft.name,
        found=found,
        missed=tuple(f for f in findings if f not in found and not f.get("optional")),
        beyond=tuple(p for p in serious if p not in agreeing),
        agreeing=agreeing,
    )


def agree(finding: dict[str, Any], problem: Problem, spans: Spans) -> bool:
    """Whether both say the same of the same place; a field and the object that it belongs to are the same place."""
    around = (spans.of(problem.path[:length]) for length in range(1, len(problem.path) + 1))
    lines = {span.line for span in around if span}
    return (
        finding["code"] == problem.code
        and _one_holds_the_other(parse_path(finding["path"]), problem.path)
        and (finding["line"] is None or finding["line"] in lines)
    )


def _one_holds_the_other(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def main(folders: list[str]) -> int:
    """Print the score of every case and of every code; 1 if anything was missed or is beyond."""
    scores = [score(draft) for folder in folders for draft in cases(pathlib.Path(folder))]
    for one in scores:
        print(f"{one.name}: {len(one.found)} found, {len(one.missed)} missed, {len(one.beyond)} beyond")
        for finding in one.missed:
            print(f"  missed {finding['code']} /{finding['path']} line {finding['line']}: {finding['why']}")
        for problem in one.beyond:
            print(f"  beyond {problem.code} {problem.pointer} {problem.span or ''}: {problem.message}")
    found, missed, beyond, agreeing = (
        Counter(_code(item) for one in scores for item in getattr(one, field))
        for field in ("found", "missed", "beyond", "agreeing")
    )
    print(f"\n{'code':8}{'precision':>10}{'recall':>8}")
    for code in sorted(found | missed | beyond):
        print(f"{code:8}{_share(agreeing[code], beyond[code]):>10}{_share(found[code], missed[code]):>8}")
    total = [counter.total() for counter in (agreeing, beyond, found, missed)]
    print(f"{'all':8}{_share(*total[:2]):>10}{_share(*total[2:]):>8}")
    return int(bool(total[1] or total[3]))


def _code(item: dict[str, Any] | Problem) -> str:
    return item.code if isinstance(item, Problem) else str(item["code"])


def _share(right: int, wrong: int) -> str:
    return f"{right}/{right + wrong}" if right + wrong else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""
Hold the readers of figures, changes, deadlines and periods against sentences that were read by hand.

    python scripts/score_phrases.py tests/cases/phrases_by_others

Each file is optional: ``figures.jsonl``, ``changes.jsonl``, ``deadlines.jsonl``, ``periods.jsonl``; ``conventions.md`` beside the
cases of this repository says what their fields mean. Where a line allows another reading, it counts as right.
"""

from __future__ import annotations

import datetime as dt
import json
import pathlib
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from propsummary.periods import Period, find_periods, read_deadline, read_period
from propsummary.quantities import Unit, find_figures, read_stated_change, readings

Row = dict[str, Any]


def rows(file: pathlib.Path) -> Iterator[Row]:
    """The cases of *file*."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def figures(cases: list[Row]) -> Iterator[tuple[str, int, int]]:
    """F1 by exact span; of the figures found, how many have the right value and unit, hedge, role."""
    found = wanted = hit = value = hedge = role = 0
    for case in cases:
        got = {(f.start, f.end): f for f in find_figures(case["text"])}
        for gold in case["figures"]:
            figure = got.pop(tuple(gold["span"]), None)
            if figure is None:
                wanted += not gold.get("optional")
                continue
            accept = gold.get("accept", {})
            wanted, found, hit = wanted + 1, found + 1, hit + 1
            readings = [gold, *accept.get("value", ())]
            value += any((figure.low, figure.high) == _ends(r["value"]) and _same(figure.unit, r["unit"]) for r in readings)
            hedge += figure.hedge in (gold["hedge"], *accept.get("hedge", ()))
            role += figure.role in (gold["role"], *accept.get("role", ()))
        found += len(got)
    yield "figures: spans (F1)", 2 * hit, found + wanted
    yield "figures: value and unit", value, hit
    yield "figures: hedge", hedge, hit
    yield "figures: role", role, hit


def changes(cases: list[Row]) -> Iterator[tuple[str, int, int]]:
    """Whether a stated change is consistent, in which readings, or why it was not checked."""
    right = 0
    for case in cases:
        stated = read_stated_change(case["text"])
        verdict = stated.readings if stated else readings(None, None, None)
        right += (
            verdict.consistent == case["consistent"]
            and sorted(verdict.readings) == sorted(case["readings"])
            and verdict.fits == case["fits"]
            and verdict.unchecked == case["unchecked"]
        )
    yield "changes: verdicts", right, len(cases)


def deadlines(cases: list[Row]) -> Iterator[tuple[str, int, int]]:
    """The last day that a phrase can mean, or why there is none."""
    right = 0
    for case in cases:
        deadline = read_deadline(case["text"], period=_period(case["period"]), prepared_on=_day(case["prepared_on"]))
        flag = next((name for name in ("vague", "recurrence", "event", "invalid") if case[name]), "date")
        date = deadline.date.isoformat() if deadline.date else None
        same = date == case["date"] and deadline.kind.value == flag
        right += same or date in case.get("accept", ()) or _free(case)
    yield "deadlines", right, len(cases)


def periods(cases: list[Row]) -> Iterator[tuple[str, int, int]]:
    """First and last day, role and conflict of the marked mention."""
    days = role = 0
    for case in cases:
        near, prepared_on = _period(case["context"]["period"]), _day(case["context"]["prepared_on"])
        mention = next(
            (m for m in find_periods(case["text"], period=near, prepared_on=prepared_on) if [m.start, m.end] == case["span"]), None
        )
        if case["kind"] == "label":
            read = read_period(case["text"], near=near)
            days += _days(read) == (case["first"], case["last"]) or _free(case)
        else:
            days += _days(mention) == (case["first"], case["last"]) or _free(case)
        said = mention and (mention.role.value, mention.conflict, mention.invalid)
        role += said == (case["role"], case["conflict"], case["invalid"]) or _free(case)
    yield "periods: days", days, len(cases)
    yield "periods: role and conflict", role, len(cases)


KINDS: dict[str, Callable[[list[Row]], Iterator[tuple[str, int, int]]]] = {
    "figures": figures,
    "changes": changes,
    "deadlines": deadlines,
    "periods": periods,
}


def _free(case: Row) -> bool:
    """Whether another reading of *case* is as good."""
    return bool(case.get("optional"))


def _ends(value: Any) -> tuple[Fraction, Fraction]:
    if isinstance(value, dict):
        return Fraction(value["low"]), Fraction(value["high"])
    first, _, second = value.partition(":")
    ratio = Fraction(first) / Fraction(second or 1)
    return ratio, ratio


def _same(one: str | None, other: str | None) -> bool:
    return one is other if one is None or other is None else Unit.of(one).same_as(Unit.of(other))


def _period(text: str | None) -> Period | None:
    return Period.parse(text) if text else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _days(span: Any) -> tuple[str | None, str | None]:
    if span is None or span.first is None:
        return None, None
    return span.first.isoformat(), span.last.isoformat()


def main(folder: pathlib.Path) -> int:
    """Print the scores of *folder*; 1 if there are no cases in it."""
    files = [file for name in KINDS if (file := folder / f"{name}.jsonl").is_file()]
    for file in files:
        for what, right, of in KINDS[file.stem](list(rows(file))):
            print(f"{what:<28} {right / of if of else 1:7.2%}   {right} of {of}")
    return 0 if files else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "tests/cases/phrases")))

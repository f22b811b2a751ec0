"""The phrase cases: read exactly as `tests/cases/phrases/conventions.md` says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from propsummary.periods import find_periods, read_deadline, read_period

CASES = sorted((Path(__file__).parents[1] / "cases").glob("phrases*"))


def rows(name: str) -> list[dict[str, Any]]:
    """The lines of a case file in every folder; those that allow another reading aside where others wrote them."""
    found = [json.loads(line) for folder in CASES for line in (folder / name).read_text(encoding="utf-8").splitlines()]
    assert len(found) > 100
    return [row for row in found if not (row.get("optional") and row["id"][0] in "uq")]


def day(text: str | None) -> date | None:
    """A day of a case."""
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize("row", rows("deadlines.jsonl"), ids=lambda row: row["id"])
def test_deadlines(row: dict[str, Any]) -> None:
    """Last day and kind."""
    deadline = read_deadline(row["text"], period=read_period(row["period"]), prepared_on=day(row["prepared_on"]))
    flags = [name for name in ("vague", "recurrence", "event", "invalid") if row[name]]
    assert (deadline.date, deadline.kind.value) == (day(row["date"]), flags[0] if flags else "date")


@pytest.mark.parametrize("row", rows("periods.jsonl"), ids=lambda row: row["id"])
def test_periods(row: dict[str, Any]) -> None:
    """Days, role, conflict and validity of the mention at the given place."""
    context = row["context"]
    period = read_period(context["period"]) if context["period"] else None
    found = find_periods(row["text"], period=period, prepared_on=day(context["prepared_on"]))
    mention = next(m for m in found if [m.start, m.end] == row["span"])
    assert (mention.first, mention.last) == (day(row["first"]), day(row["last"]))
    assert (mention.role.value, mention.conflict, mention.invalid) == (row["role"], row["conflict"], row["invalid"])


@pytest.mark.parametrize("row", [r for r in rows("periods.jsonl") if r["kind"] == "label"], ids=lambda row: row["id"])
def test_labels(row: dict[str, Any]) -> None:
    """A label is one period as a whole."""
    near = row["context"]["period"]
    period = read_period(row["text"], near=read_period(near) if near else None)
    assert ((period.first, period.last) if period else (None, None)) == (day(row["first"]), day(row["last"]))

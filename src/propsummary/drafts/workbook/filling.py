"""From a summary to the cells of the form, so that reading them gives the same summary."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from propsummary.drafts.workbook.layout import OVERVIEW, Column, Sheet, sheets
from propsummary.drafts.workbook.reading import of_json
from propsummary.drafts.workbook.texts import write_list, write_text
from propsummary.model import Summary
from propsummary.problems import Language
from propsummary.serde._plain import to_plain
from propsummary.serde.json_writer import write_json

__all__ = ["Filled", "fill"]

#: What a row of a sheet holds; days of the calendar as such.
Filled: TypeAlias = Mapping[Column, "str | dt.date"]

_OLDEST = 1901  # spreadsheets count the days of 1900 wrongly


def fill(summary: Summary, language: Language, *, first: int) -> Mapping[Sheet, Sequence[Filled]]:
    """
    The rows of every sheet; the overview is one row.

    Args:
        language: The language of fixed words.

        first: The row in which the first of a sheet's rows will stand, counted from 1.
    """
    words = to_plain(summary, language)
    plain = words if language == "en" else _in_english(words, to_plain(summary, "en"))
    rows: dict[Sheet, list[Filled]] = {OVERVIEW: [_row(OVERVIEW.columns, plain)]}
    for sheet in sheets():
        rows[sheet] = list(_rows(sheet, plain, first))
    return rows


def _in_english(words: Any, plain: Any) -> Any:
    """*words* under the keys of *plain*, which is the same in the other language."""
    match plain:
        case dict():
            return {key: _in_english(word, item) for (key, item), word in zip(plain.items(), words.values(), strict=True)}
        case list():
            return [_in_english(word, item) for word, item in zip(words, plain, strict=True)]
    return words


def _rows(sheet: Sheet, plain: Mapping[str, Any], first: int) -> Iterator[Filled]:
    if sheet.parent:
        yield from _of_parents(sheet, plain.get(sheet.parent, ()), first)
        return
    if sheet.path == ("extra",):
        name, content = sheet.columns
        yield from ({name: write_text(key), content: _json(value)} for key, value in plain.get("extra", {}).items())
        return
    members: Any = plain
    for step in sheet.path:
        members = members.get(step, {} if step != sheet.path[-1] else ())
    for member in members:
        inner = member.get(sheet.nested, ()) if sheet.nested else ()
        yield _row(sheet.columns, {**member, **({sheet.nested: inner[0]} if inner else {})})
        for more in inner[1:]:
            yield _row(sheet.columns, {sheet.nested: more})


def _of_parents(sheet: Sheet, parents: Sequence[Mapping[str, Any]], first: int) -> Iterator[Filled]:
    """A row for every entry, with the id of its metric; the row of that where others have the same id."""
    whose, *columns = sheet.columns
    ids = Counter(parent.get("id", "") for parent in parents)
    for number, parent in enumerate(parents, first):
        own = parent.get("id", "")
        name = write_text(own) if own and ids[own] == 1 else f"第{number}行"
        members = parent.get(sheet.path[-1], ())
        if isinstance(members, dict):
            members = [{"name": key, "value": value} for key, value in members.items()]
        for member in members:
            yield {whose: name, **_row(columns, member)}


def _row(columns: Sequence[Column], plain: Mapping[str, Any]) -> Filled:
    found: dict[Column, str | dt.date] = {}
    for column in columns:
        value: Any = plain
        for step in column.path:
            empty = value == {} and step == column.path[-1]
            value = value.get(step) if isinstance(value, Mapping) else None
        if empty and len(column.path) > 1:
            found[column] = write_list([]) if column.many else write_text("")
        elif value is not None:
            found[column] = _cell(column, value)
    return found


def _cell(column: Column, value: Any) -> str | dt.date:
    match value:
        case list():
            return write_list([_spelled(item) for item in value], prose=column.prose)
        case dt.date() if value.year >= _OLDEST:
            return value
        case str():
            return write_text(value, prose=column.prose)
    return _spelled(value)


def _spelled(value: Any) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _json(value: Any) -> str:
    """What a host system carries along: texts as they are, unless they would be read as something else."""
    plain = isinstance(value, str) and of_json(value) == value and isinstance(of_json(value), str)
    return write_text(value if plain else write_json(value).rstrip("\n"))

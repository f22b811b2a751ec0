"""Tables of figures, and of what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import trimmed
from propsummary.drafts.extraction.labels import bare_label, slot_of
from propsummary.drafts.extraction.metrics import Found, metrics
from propsummary.drafts.outline import Table, Words, join
from propsummary.model import Metric
from propsummary.periods import Period, read_period
from propsummary.quantities import Quantity, Unit, find_figures, read_change, read_quantity

__all__ = ["figures_of", "told_in_rows", "works_of"]

_PAIR = re.compile(  # 163/171
    r"[（(]?(?P<numerator>\d[\d,，]*)\s*[/／÷]\s*(?P<denominator>\d[\d,，]*)\s*(?P<unit>[\u4e00-\u9fff]{0,2})[)）]?"
)
_LABEL = 8  # characters that a label has at most


def figures_of(table: Table, period: Period | None) -> tuple[list[Found], list[Words]] | None:
    """The metrics of a table of figures and what is left over; none if it is a table of something else."""
    if not table.headers or len(table.rows) <= table.headers:
        return None
    heads = [join(cell.words, "") for cell in table.rows[table.headers - 1]]
    columns = _columns([head.text for head in heads], period)
    if "name" not in columns or "value" not in columns or _is_plan(heads, columns):
        return None
    found: list[Found] = []
    left: list[Words] = []
    for row in table.rows[table.headers :]:
        cells = {
            column: join(cell.words, " ")
            for column, cell in zip(columns, row, strict=False)
            if column and cell.words and not cell.merged
        }
        if metric := _metric(cells, columns, heads, period):
            found.append(metric)
        else:
            left += (words for cell in row if not cell.merged for words in cell.words)
        left += (
            words
            for head, column, cell in zip(heads, columns, row, strict=False)
            if not column and metric and slot_of(head.text) != "number"
            for words in cell.words
            if words.text
        )
    return (found, left) if found else None


def works_of(table: Table) -> list[tuple[Words, tuple[Words, ...]]]:
    """Of a table of what was done, a work a row, each work with what its row says of it; empty for a table of something else."""
    heads = [cell.text for cell in table.rows[0]] if table.headers == 1 else []
    named = next((at for at, head in enumerate(heads) if slot_of(head) == "goal"), None)
    if named is None or not any(re.search("情况|进展|成效|成果|结果", head) for head in heads[named + 1 :]):
        return []
    found = []
    for row in table.rows[1:]:
        told = tuple(words for cell in row[named + 1 :] if not cell.merged for words in cell.words if words.text)
        if row[named].words and told:
            found.append((join(row[named].words, " "), told))
    return found


def told_in_rows(table: Table) -> list[tuple[Words, tuple[Words, ...]]]:
    """Of a table that is a list of labelled passages (日常维护 | 水泵房每月联动试车…), label and passages; empty for any other."""
    found = []
    for row in table.rows:
        if len(row) != 2 or any(cell.merged or not cell.text for cell in row):
            return []
        label, told = row[0].text, row[1].text
        if len(label) > _LABEL or re.search("[，,。；;0-9]", label) or len(told) <= _LABEL or not re.search("[，。；]", told):
            return []
        found.append((join(row[0].words, ""), tuple(row[1].words)))
    return found


def _is_plan(heads: Sequence[Words], columns: Sequence[str | None]) -> bool:
    """Whether a table tells how much of a plan was done, work by work: 项目, 计划, 完成, 完成率."""
    name, value = (heads[columns.index(column)].text for column in ("name", "value"))
    rest = "|".join(head.text for head in heads)
    return "指标" not in name and "完成" in value and "计划" in rest and "率" in rest


def _columns(heads: Sequence[str], period: Period | None) -> list[str | None]:
    kinds = [_column(head, period) for head in heads]
    named = [at for at, kind in enumerate(kinds[: kinds.index("value")]) if kind == "name"] if "value" in kinds else []
    kinds = [None if kind == "name" and at in named[:-1] else kind for at, kind in enumerate(kinds)]  # 类别 before 指标
    columns = [None if kind in kinds[:at] else kind for at, kind in enumerate(kinds)]
    if "name" not in columns and columns and columns[0] is None:
        columns[0] = "name"
    return columns


def _column(head: str, period: Period | None) -> str | None:
    plain = bare_label(head)
    if period and (named := read_period(plain.removesuffix("实际").removesuffix("值"), near=period)):
        return "value" if named.same_days(period) else "baseline" if named.last < period.last else "target"
    exact = next((row.column for row in prose_words().columns if plain in row.words), None)
    if exact:
        return exact
    return next(
        (row.column for row in prose_words().columns if any(len(word) > 1 and plain.endswith(word) for word in row.words)), None
    )


def _metric(cells: dict[str, Words], columns: Sequence[str | None], heads: Sequence[Words], period: Period | None) -> Found | None:
    name, value = cells.get("name"), cells.get("value")
    unit = cells.get("unit")
    amount = _quantity(value, unit)
    if name is None or value is None or amount is None or not re.search(r"[\u4e00-\u9fff]", name.text):
        return None
    bracketed = re.fullmatch(r"(.+?)\s*[（(]([^（）()]{1,8})[)）]", name.text)
    if bracketed and amount.unit is None and (given := _quantity(value, name.part(*bracketed.span(2)))) and given.unit:
        name, unit = name.part(*bracketed.span(1)), name.part(*bracketed.span(2))
        amount = given
    fields: dict[str, Any] = {"name": trimmed(name).text, "value": amount}
    for field in ("baseline", "target", "numerator", "denominator"):
        if field in cells and (read := _quantity(cells[field], unit)):
            fields[field] = read
    if "change" in cells and (change := read_change(cells["change"].text)):
        fields["change"] = change
    for field in ("source", "definition", "note"):
        if field in cells:
            fields[field] = cells[field].text
    if "baseline" in fields and period:
        named = read_period(heads[columns.index("baseline")].text, near=period)
        if named and named.last < period.last:
            fields["baseline_period"] = named
    fields |= _noted(fields, name, value, cells.get("note"), period)
    places = tuple((field, cells[field]) for field in fields if field in cells)
    return Found(metric=Metric(**fields), words=join([words for words in cells.values() if words.text], " "), places=places)


def _noted(fields: dict[str, Any], name: Words, value: Words, note: Words | None, period: Period | None) -> dict[str, Any]:
    """What the note of a figure counts: ``应巡203,060点次，实巡199,608点次``, ``163/171``, ``治安9起、消防5起``."""
    if note and (pair := _PAIR.fullmatch(note.text)) and fields["value"].unit is not None and fields["value"].unit.is_rate:
        counts = {field: read_quantity(pair[field] + pair["unit"]) for field in ("numerator", "denominator")}
        if None not in counts.values() and not fields.keys() & counts.keys():
            del fields["note"]  # it said nothing else
            return counts
    if note is None or len(find_figures(note.text)) < 2:
        return {}
    rate = fields["value"].unit is not None and fields["value"].unit.is_rate
    said = join([name, value], "")
    told = join([note, said], "，") if rate else join([said, note], "（其中")
    found = next((one.metric for one in metrics(told, period) if one.metric.value == fields["value"]), None)
    counted = ("numerator", "denominator") if rate else ("breakdown",)
    return {field: getattr(found, field) for field in counted if found and getattr(found, field) and field not in fields}


def _quantity(words: Words | None, unit: Words | None) -> Quantity | None:
    read = read_quantity(words.text) if words and words.text else None
    if read is None or unit is None or read.unit is not None:
        return read
    scaled = read_quantity(f"{words.text}{unit.text}") if words else None
    return attrs.evolve(scaled, text=read.text) if scaled else read.with_unit(Unit.of(unit.text))

"""Tables of emergencies: a kind a row, with how many there were, how fast somebody came, and how they ended."""

from __future__ import annotations

import re

import attrs

from propsummary.drafts.outline import Table, Words, join
from propsummary.model import Incident, IncidentKind
from propsummary.quantities import read_quantity

__all__ = ["Row", "incidents_of"]

_HEADS = {
    "kind": re.compile("(?:突发|应急)?(?:事件)?(?:类别|类型|种类)"),
    "count": re.compile("[起件次]数|数量"),
    "response": re.compile("(?:平均)?(?:响应|到场|到达|处置)(?:时间|时长|用时)"),
    "handling": re.compile("处[置理](?:情况|措施|过程|方式|经过)?"),
    "outcome": re.compile("(?:处[置理])?结果"),
}


@attrs.frozen(kw_only=True)
class Row:
    """One row: what it tells, and where."""

    incident: Incident
    places: tuple[tuple[str, Words], ...]
    left: tuple[Words, ...] = ()


def incidents_of(table: Table) -> list[Row]:
    """The emergencies of a table that says how they were handled or ended; none for a table of something else."""
    heads = [re.sub(r"[（(].*?[)）]|\s", "", cell.text) for cell in table.rows[0]] if table.headers == 1 else []
    columns = [next((field for field, pattern in _HEADS.items() if pattern.fullmatch(head)), None) for head in heads]
    named = [column for column in columns if column]
    if len(set(named)) < len(named) or not {"kind", "count"} <= set(named) or not {"handling", "outcome"} & set(named):
        return []
    rows = []
    for row in table.rows[1:]:
        cells = [(column, join(cell.words, "；")) for column, cell in zip(columns, row, strict=False) if cell.text]
        told = {column: words for column, words in cells if column}
        kind = _kind(told["kind"].text) if "kind" in told else None
        count = read_quantity(told["count"].text) if "count" in told else None
        if kind is None or count is None:
            return []
        fast = read_quantity(told["response"].text) if "response" in told else None
        done = {field: told[field].text for field in ("handling", "outcome") if field in told}
        left = tuple(words for column, words in cells if not column)
        incident = Incident(id="", kind=kind, count=count, response=fast, **done)
        rows.append(Row(incident=incident, places=tuple(told.items()), left=left))
    return rows


def _kind(text: str) -> IncidentKind | None:
    """The kind that a cell names: 治安, 治安事件, 设备故障类."""
    plain = re.sub("(?:突发)?(?:事件|事故|类|警情)+$", "", text)
    return next((kind for kind in IncidentKind if plain == kind.zh), None)

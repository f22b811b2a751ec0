"""Tables that count by kind: how many of each there were, and how many of them were settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.metrics import Found
from propsummary.drafts.outline import Table, TableCell, Words, join
from propsummary.model import Metric, Share
from propsummary.periods import read_period
from propsummary.quantities import Quantity, read_quantity

__all__ = ["counts_of", "rates_of"]

_TOTAL = re.compile("(?:合|总|共|小)计|总数|总量|累计|全部")
_COUNTED = re.compile("(?P<unit>[起件次单户宗项例处条])数|数量")  # 起数, 件数
_THING = re.compile("(?:突发|治安|设备|消防)?(?:事件|诉求|报修|报事|工单|投诉|来电|求助|咨询|隐患|警情|纠纷|案件|意见)")


def rates_of(table: Table, caption: str) -> tuple[list[Found], list[Words]] | None:
    """
    The rates of a table that counts by kind how many there were and how many of them were settled (受理, 完成, 完成率).

    Args:
        caption: The heading and the text above; what is counted is the name of the row that sums up.
    """
    heads = _heads(table)
    words = prose_words().metrics
    rate = [at for at, head in enumerate(heads) if head.endswith("率")]
    share = [at for at, head in enumerate(heads) if re.fullmatch(any_of(words.shares), head.removesuffix("数"))]
    whole = [at for at, head in enumerate(heads) if re.fullmatch(any_of(words.wholes), head.removesuffix("数"))]
    if not len(rate) == len(share) == len(whole) == 1 or "计划" in heads or 0 in (rate[0], share[0], whole[0]):
        return None
    columns = {"value": rate[0], "numerator": share[0], "denominator": whole[0]}
    found: list[Found] = []
    for row in table.rows[table.headers :]:
        told = {field: _cell(table, row, at) for field, at in columns.items()}
        read: dict[str, Any] = {field: quantity for field, one in told.items() if one and (quantity := one[1])}
        name = row[0].text if row else ""
        if len(read) < len(columns) or not name or read_period(name):
            return None
        name = _thing(caption) if _TOTAL.fullmatch(name) else name
        metric = Metric(name=f"{name}{heads[rate[0]]}", **read)
        places = tuple((field, one[0]) for field, one in told.items() if one)
        found.append(Found(metric=metric, words=_whole(row), places=places))
    return (found, []) if len(found) > 1 else None


def counts_of(table: Table, caption: str) -> tuple[list[Found], list[Words]] | None:
    """
    The one count that a table gives with what it is made up of: a kind a row, and a last row that sums up.

    Args:
        caption: The heading and the text above, which say what is counted.
    """
    heads, name = _heads(table), _thing(caption)
    body = [row for row in table.rows[table.headers :] if any(cell.text for cell in row)]
    sums = [at for at, head in enumerate(heads) if at and _TOTAL.fullmatch(head)]
    sums = sums or [at for at, head in enumerate(heads) if at and _COUNTED.fullmatch(head)]
    if not name or len(sums) != 1 or len(body) < 3 or not _TOTAL.fullmatch(body[-1][0].text):
        return None
    kinds = _kinds(body, sums[0])
    told = [_cell(table, row, sums[0]) for row in body]
    read = [(kind, one[1]) for kind, one in zip(kinds, told, strict=True) if one and one[1]]
    if (
        len(read) < len(body)
        or any(value.unit and value.unit.is_rate for _, value in read)
        or any(read_period(kind) or _TOTAL.match(kind) for kind, _ in read[:-1])
        or len(set(kinds)) < len(kinds)
    ):
        return None
    metric = Metric(name=name, value=read[-1][1], breakdown=tuple(Share(name=kind, value=value) for kind, value in read[:-1]))
    places = (("value", told[-1][0]),) if told[-1] else ()
    return [Found(metric=metric, words=join([_whole(row) for row in body], " "), places=places)], []


def _kinds(body: Sequence[Sequence[TableCell]], end: int) -> list[str]:
    """
    What each row counts, by its first cell; where a kind spans several rows (投诉), by the finer one and that (噪音投诉).

    Args:
        end: The column of the counts.
    """
    if all(row[0].text for row in body):
        return [row[0].text for row in body]
    found: list[str] = []
    outer = ""
    for row in body:
        outer = row[0].text or outer
        finer = row[1].text if end > 1 else ""
        found.append(f"{finer.removesuffix(outer)}{outer}")
    return found


def _heads(table: Table) -> list[str]:
    """The headings of the columns, each by its lowest one, without the unit in a bracket."""
    if not table.headers or len(table.rows) <= table.headers:
        return []
    width = len(table.rows[0])
    columns = ([row[at].text for row in table.rows[: table.headers] if at < len(row) and row[at].text] for at in range(width))
    return [re.sub(r"[（(].*?[)）]|\s", "", told[-1]) if told else "" for told in columns]


def _cell(table: Table, row: Sequence[TableCell], at: int) -> tuple[Words, Quantity | None] | None:
    """What a cell says, and as a figure, with the unit that the headings above it name; none for an empty one."""
    if at >= len(row) or not row[at].text:
        return None
    words = join(row[at].words, " ")
    above = [one[at].text or _left_of(one, at) for one in table.rows[: table.headers] if at < len(one)]
    units = (re.search(r"[（(](?P<unit>[^（）()]{1,3})[)）]$", head) or _COUNTED.fullmatch(head) for head in above)
    unit = next((match["unit"] for match in units if match and match["unit"]), "")
    read = read_quantity(words.text)
    return words, read_quantity(f"{words.text}{unit}") if read and read.unit is None else read


def _left_of(row: Sequence[TableCell], at: int) -> str:
    """The heading that reaches over a column from the left."""
    return next((one.text for one in reversed(row[:at]) if one.text), "")


def _thing(caption: str) -> str:
    """What a table counts, as the text above it says last; empty where it does not."""
    return next((match[0] for match in reversed(list(_THING.finditer(caption)))), "")


def _whole(row: Sequence[TableCell]) -> Words:
    return join([words for cell in row if not cell.merged for words in cell.words if words.text], " ")

"""Which KPIs are measured: those that were named, or all of a department that the records can give."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from propsummary.catalogue import Kpi, department, find_kpi, kpis, near_kpis, unknown_department
from propsummary.catalogue.codes import Words
from propsummary.catalogue.queries import Query, queries_of, query
from propsummary.catalogue.records import table
from propsummary.errors import UnknownNameError
from propsummary.records.failing import RecordsError
from propsummary.records.relations import Relations
from propsummary.records.scans import columns_of

__all__ = ["Lack", "chosen", "lacks"]


@attrs.frozen(kw_only=True)
class Lack:
    """
    What a query needs and the records do not have.

    Attributes:
        columns: The columns of *table* that are missing; none if all of the table is.
    """

    table: str
    columns: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        """What is missing: 工单（work_orders）的应完成时间 due_at."""
        found = table(self.table)
        zh, en = (found.zh, found.en) if found else (self.table, self.table)
        if not self.columns:
            return Words(f"{zh}表 {self.table}", f"table {self.table} ({en})")
        listed = ", ".join(self.columns)
        return Words(f"{zh}表 {self.table} 的 {listed}", f"{listed} of table {self.table} ({en})")


def chosen(relations: Relations, department_name: str, names: Sequence[str] = ()) -> tuple[Query, ...]:
    """
    The queries to run.

    Args:
        department_name: Id or name of the department whose KPIs are wanted.

        names: KPIs by id or name, or one definition as ``wo_completion/with-carried-over``; if left out, all KPIs of the
            department that the records can give, each by the commonest definition that they can give.

    Raises:
        UnknownNameError: There is no such department, KPI or definition.

        RecordsError: A KPI that was named cannot be had from these records; the message says what is missing.
    """
    own = _kpis_of(department_name)
    if names:
        return tuple(dict.fromkeys(_named(relations, name) for name in names))
    able = (next((one for one in queries_of(kpi.id) if not lacks(relations, one)), None) for kpi in own)
    return tuple(query for query in able if query is not None)


def lacks(relations: Relations, query: Query) -> tuple[Lack, ...]:
    """What the records do not have and *query* needs; nothing if it can be run."""
    needed: dict[str, set[str]] = {}
    for side in query.sides:
        needed.setdefault(side.table, set()).update(columns_of(side))
    found = []
    for name, columns in needed.items():
        there = relations.columns(name)
        missing = tuple(sorted(columns - there))
        if missing or not there:
            found.append(Lack(table=name, columns=missing if there else ()))
    return tuple(found)


def _kpis_of(name: str) -> Iterable[Kpi]:
    profile = department(name)
    known = {id for kpi in kpis().values() for id in kpi.departments}
    id = profile.id if profile else name
    if id not in known:
        raise unknown_department(name)
    return [kpi for kpi in kpis().values() if id in kpi.departments]


def _named(relations: Relations, name: str) -> Query:
    kpi_name, _, definition = name.partition("/")
    kpi = find_kpi(kpi_name)
    if kpi is None:
        raise UnknownNameError("KPI", kpi_name, near_kpis(kpi_name))
    of_kpi = queries_of(kpi.id)
    if not of_kpi:
        raise RecordsError(f"{kpi.en} cannot be had from records", f"{kpi.zh}不能从记录算出来")
    if definition:
        stated = kpi.definition(definition)
        found = query(kpi.id, stated.id) if stated else None
        if found is None:
            raise UnknownNameError("definition", name, tuple(one.id for one in of_kpi))
    else:
        found = next((one for one in of_kpi if not lacks(relations, one)), of_kpi[0])
    if missing := lacks(relations, found):
        zh, en = "、".join(one.words.zh for one in missing), ", ".join(one.words.en for one in missing)
        raise RecordsError(f"{kpi.en} cannot be computed: the records lack {en}", f"{kpi.zh}算不出来：记录里缺{zh}")
    return found

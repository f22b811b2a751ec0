"""How KPIs come out of the canonical tables: for each definition (口径) a numerator and a denominator, as SQL expressions."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

import attrs

from propsummary.catalogue._kpis import kpis
from propsummary.catalogue._reader import DATA, build, read_toml, refuse

__all__ = ["Query", "Side", "queries", "queries_of", "query"]

#: What stands beside ``kpi`` and holds for each side that names no table of its own.
_SHARED = ("table", "when", "rows", "among")


@attrs.frozen(kw_only=True)
class Side:
    """
    A numerator or a denominator: an aggregate over rows of one canonical table.

    Attributes:
        table: The canonical table.

        when: The column whose time decides which period a row belongs to; the period is half-open.

        rows: In place of *when*, the condition by which a row belongs to a period; with neither every row does.

        among, where: Conditions that narrow the rows.

        sum: The expression that is added up; rows are counted if left out.

        distinct: The expression whose distinct values are counted.

        unless: Condition that must hold for no row of a distinct value, or it does not count.

        unit: Unit of the sum.

        times: A factor on the result.

        per: Another: the number of months or days of the period.
    """

    table: str
    when: str = ""
    rows: str = ""
    among: str = ""
    where: str = ""
    sum: str = ""
    distinct: str = ""
    unless: str = ""
    unit: str = ""
    times: Decimal = Decimal(1)
    per: Literal["month", "day"] | None = None


@attrs.frozen(kw_only=True)
class Query:
    """
    How one definition of a KPI is computed.

    Attributes:
        kpi, definition: Their ids.

        carried: Of the cases in the denominator, those that were carried over into the period.

        spread: Whether median and 90th percentile are told beside the mean.

        snapshot: Whether the records know the present state only.

        decimals: Decimals of the value.
    """

    kpi: str
    definition: str = "usual"
    numerator: Side
    denominator: Side | None = None
    carried: Side | None = None
    spread: bool = False
    snapshot: bool = False
    decimals: int = 1

    @property
    def id(self) -> str:
        """What it is referred to by: ``wo_completion/with-carried-over``."""
        return f"{self.kpi}/{self.definition}"

    @property
    def sides(self) -> tuple[Side, ...]:
        """Every aggregate that it needs."""
        return tuple(side for side in (self.numerator, self.denominator, self.carried) if side is not None)


@functools.cache
def queries() -> Mapping[str, Query]:
    """The queries by their ids, in the file's order."""
    file = str(DATA / "queries.toml")
    raw = read_toml(DATA / "queries.toml")
    terms = raw.pop("terms", {})
    filled = [_filled(one, terms) for one in raw.get("queries", ())]
    found: dict[str, Query] = {}
    for one in build(_Queries, {**raw, "queries": filled}, file).queries:
        if one.id in found:
            raise refuse(file, one.id, "stands there twice")
        _check(one, file)
        found[one.id] = one
    return MappingProxyType(found)


def query(kpi: str, definition: str = "") -> Query | None:
    """The query of that definition of *kpi*; of the commonest that records can give if it is left out."""
    if definition:
        return queries().get(f"{kpi}/{definition}")
    return next(iter(queries_of(kpi)), None)


def queries_of(kpi: str) -> tuple[Query, ...]:
    """The queries of *kpi*, in the order of its definitions."""
    known = kpis().get(kpi)
    found = (queries().get(f"{kpi}/{one.id}") for one in (known.definitions if known else ()))
    return tuple(one for one in found if one is not None)


def _filled(table: dict[str, Any], terms: Mapping[str, str]) -> dict[str, Any]:
    """One query of the file with the terms written out and what both sides share in each."""
    shared = {key: table[key] for key in _SHARED if key in table}
    own = {key: value for key, value in table.items() if key not in _SHARED}
    if "carried" in own:
        own["carried"] = {"where": own["carried"]}
    for name in ("numerator", "denominator", "carried"):
        if name in own:
            side = own[name] if "table" in own[name] else {**shared, **own[name]}
            own[name] = {key: value.format(**terms) if isinstance(value, str) else value for key, value in side.items()}
    return own


def _check(one: Query, file: str) -> None:
    kpi = kpis().get(one.kpi)
    found = next((definition for definition in kpi.definitions if definition.id == one.definition), None) if kpi else None
    if found is None:
        raise refuse(file, one.id, "the catalogue has no such KPI or definition")
    if bool(found.denominator_zh) != (one.denominator is not None):
        raise refuse(file, one.id, "the definition's formula has a denominator and the query has none, or the other way about")


@attrs.frozen(kw_only=True)
class _Queries:
    queries: tuple[Query, ...]

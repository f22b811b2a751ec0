"""Records to try things on: any number of rows in no time, the same for the same seed, with shares that are known beforehand."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.catalogue.queries import queries
from propsummary.catalogue.records import Column, Table, tables
from propsummary.errors import MissingExtraError, expect_path
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.records import Source, from_files, measure
from propsummary.records.choosing import lacks
from propsummary.records.relations import Relations

if TYPE_CHECKING:
    import duckdb

__all__ = ["CYCLE", "PLANTED", "PROPERTIES", "check_source", "write_records"]

#: Names of the properties.
PROPERTIES = ("云栖花园", "荔枝湾", "棠溪苑", "明湖里", "松涛苑", "锦绣里", "南山府", "望江台", "桂语轩", "和风里")

#: Out of how many rows of a table the shares below hold exactly, in every property and of every kind.
CYCLE = 1000 * len(PROPERTIES) * 8

#: What is true of how many rows in a thousand in the latest year; a year earlier of eight fewer. A time is one that has come.
_PER_MILLE = {
    "work_orders.completed_at": 962,
    "work_orders.rework": 18,
    "work_orders.first_fix": 884,
    "work_orders.passed": 986,
    "patrol_points.visited_at": 986,
    "shifts.manned": 997,
    "visitors.registered": 991,
    "incidents.closed_at": 994,
    "hazards.fixed_at": 941,
    "complaints.handled_at": 973,
    "parking_events.handled_at": 968,
    "equipment.intact": 989,
    "maintenance_plans.done_on": 995,
    "fees.paid_on": 935,
    "staff.licensed": 925,
    "trainings.attended": 948,
    "trainings.passed": 977,
    "purchases.received_on": 957,
    "trips.at_fault": 2,
}
_USUALLY = 950

#: Shares of the latest year that follow from it, where a table has a multiple of `CYCLE` rows a year.
PLANTED = {
    "wo_completion/received-in-period": Fraction(962, 1000),
    "wo_ontime/usual": Fraction(962, 1000),
    "patrol_checkpoint_rate/usual": Fraction(986, 1000),
    "post_manning_rate/usual": Fraction(997, 1000),
    "visitor_reg_rate/usual": Fraction(991, 1000),
    "parking_violation_fix/usual": Fraction(968, 1000),
    "pm_completion/usual": Fraction(995, 1000),
    "first_fix/usual": Fraction(884, 1000),
    "training_pass/usual": Fraction(977, 1000),
}

# Up to how many seconds after the row's moment something happens; all else within these days, which are also what it has to be
# done in.
_WITHIN = {"arrived_at": 1_800, "station_arrived_at": 180, "visited_at": 300}
_DAYS = 25
_SECONDS = 335 * 86_400  # what begins in a year is over in it

# Registers are as long as a company is large, not as its year is busy, and some things are rare.
_SHARE_OF_ROWS = {
    "staff": 100,
    "equipment": 20,
    "meetings": 50,
    "trips": 20,
    "stocktakes": 100,
    "drills": 400,
    "incidents": 100,
    "hazards": 20,
    "complaints": 20,
}

# Kinds that are not all as common as one another, eight of them.
_KINDS = {"incidents": ("other", "other", "other", "lift_fault", "lift_fault", "entrapment", "security_case", "fire_alarm")}

# The least that a number is, and in how wide a range above it lies.
_NUMBERS = {
    "properties.households": (1_200, 800),
    "properties.population": (3_600, 2_400),
    "properties.area": (150_000, 90_000),
    "properties.lifts": (24, 30),
    "properties.parking_spaces": (900, 700),
    "fees.amount": (180, 400),
    "surveys.score": (70, 30),
}
_ANY_NUMBER = (40, 60)

# What is counted out of something else, and lacks at most so many in a hundred of it.
_OUT_OF = {"items_passed": ("items", 4), "area_done": ("area_due", 2), "attended": ("due", 8), "matched": ("items", 2)}


def write_records(
    folder: str | os.PathLike[str], *, rows: int, year: int = 2025, years: int = 2, seed: int = 0, only: Sequence[str] = ()
) -> None:
    """
    Write canonical tables as Parquet files.

    Args:
        rows: How many rows a year a table has; registers and rare things have fewer.

        year: The latest year.

        years: How many years there are.

        seed: Other moments and amounts; the shares stay.

        only: The tables that are wanted; all if left out.

    Raises:
        MissingExtraError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError("making records", "data") from error
    folder = expect_path("write_records", folder)
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(":memory:") as connection:
        for table in tables().values():
            if not only or table.id in only:
                _write(
                    connection, table, folder / f"{table.id}.parquet", " UNION ALL ".join(_years(table, rows, year, years, seed))
                )


def check_source(source: Source, folder: str | os.PathLike[str], *, period: str = "2025") -> None:
    """
    See that *source*, which holds the same canonical tables as the files in *folder*, gives the same figures as these.

    Every KPI that the files can give is measured, by month and property, with its earlier values.

    Raises:
        AssertionError: One differs, or cannot be measured; the message names it.

        RecordsError: *source* gives no answer.
    """
    files, span = from_files(folder), Period.parse(period)
    names = [id for id, query in queries().items() if not lacks(Relations(source=files), query)]
    asked: dict[str, Any] = {"department": "order", "period": span, "kpis": names, "by": ("month", "property")}
    for id, expected, found in zip(names, measure(files, **asked), measure(source, **asked), strict=True):
        differing = [
            field.name
            for field in attrs.fields(Metric)
            if field.name != "source" and getattr(expected, field.name) != getattr(found, field.name)
        ]
        assert not differing, f"{id} differs in {', '.join(differing)}: {found} is not {expected}"


def _write(connection: duckdb.DuckDBPyConnection, table: Table, file: pathlib.Path, query: str) -> None:
    connection.execute(f"COPY ({query}) TO '{str(file).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")


def _years(table: Table, rows: int, year: int, years: int, seed: int) -> Iterator[str]:
    """A query for each year of *table*; a register is the same in all of them."""
    if table.id == "properties":
        yield f"SELECT {_columns(table, year, 0, seed)} FROM range({len(PROPERTIES)}) AS t(i)"
        return
    count = max(len(PROPERTIES), rows // _SHARE_OF_ROWS.get(table.id, 1))
    for back in range(years if table.moment else 1):
        yield f"SELECT {_columns(table, year - back, back, seed)} FROM range({count}) AS t(i)"


def _columns(table: Table, year: int, back: int, seed: int) -> str:
    return ", ".join(f'{_value(table, column, year, back, seed)} AS "{column.id}"' for column in table.columns)


def _value(table: Table, column: Column, year: int, back: int, seed: int) -> str:
    """SQL for a value: of row i the property is its last digit, the kind the next, and what is left decides what came of it."""
    place = table.columns.index(column)
    rest, chance = f"(i // {len(PROPERTIES) * 8})", _mixed(place, seed + back)
    share = _PER_MILLE.get(f"{table.id}.{column.id}", _USUALLY) - 8 * back
    # Near the golden ratio, so that few rows have nearly the share as well; all prime to 1000, so that a cycle has it exactly.
    happens = f"({rest} * {(617, 383, 619, 381, 621, 379)[place % 6]} + i % {len(PROPERTIES) * 8} * 37) % 1000 < {share}"
    start = f"(TIMESTAMP '{year}-01-01' + to_seconds({_mixed(1, seed + back)} % {_SECONDS}))"
    match column.type:
        case "text" if column.id == "id":
            return f"'{year}-' || i"
        case "text" if column.id == "property":
            return f"[{', '.join(repr(name) for name in PROPERTIES)}][(i % {len(PROPERTIES)} + 1)::BIGINT]"
        case "text" if column.words:
            kinds = _KINDS.get(table.id, tuple(word.id for word in column.words))
            return f"[{', '.join(map(repr, kinds))}][(i // {len(PROPERTIES)} % 8 % {len(kinds)} + 1)::BIGINT]"
        case "text":
            return f"'{column.zh}' || ({chance} % 200)"
        case "truth":
            return happens
        case "whole" | "decimal":
            return _number(table, column, seed + back)
    if column.id == table.moment or (not table.moment and column.required):
        return _as(column, start)
    if not table.moment:
        return "NULL::DATE"
    if column.id.startswith("due"):
        return _as(column, f"({start} + to_days({_DAYS}))")
    begun, within = start, _WITHIN.get(column.id, _DAYS * 86_400)
    if column.after not in ("", table.moment):
        earlier = next(one for one in table.columns if one.id == column.after)
        begun, within = _value(table, earlier, year, back, seed), 2 * 86_400
    return _as(column, f"CASE WHEN {happens} THEN {begun} + to_seconds({chance} % {within}) END")


def _number(table: Table, column: Column, seed: int) -> str:
    kind, chance = "INTEGER" if column.type == "whole" else "DECIMAL(12, 2)", _mixed(table.columns.index(column), seed)
    name, missing = _OUT_OF.get(column.id, ("", 0))
    if (whole := table.column(name)) is not None:
        base = _number(table, whole, seed)
        return f"({base} - floor({base} * ({chance} % {missing}) / 100.0))::{kind}"
    least, wide = _NUMBERS.get(f"{table.id}.{column.id}", _ANY_NUMBER)
    return f"({least} + {chance} % {wide * 100} / 100.0)::{kind}"


def _as(column: Column, moment: str) -> str:
    return f"({moment})::{'DATE' if column.type == 'day' else 'TIMESTAMP'}"


def _mixed(place: int, seed: int) -> str:
    """A whole number that looks like chance, made of i by arithmetic that every version does alike."""
    return f"((((i + {seed * 7919 + place * 104729 + 1}) * 1103515245 + 12345) % 2147483648) * 69069 % 2147483647)"

"""Records made in plain Python, and every KPI computed from them in plain Python: nothing here knows SQL."""

from __future__ import annotations

import csv
import pathlib
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from propsummary.catalogue.records import Column, Table, tables

Row = dict[str, Any]
Records = dict[str, list[Row]]
Counts = tuple[Fraction, Fraction | None]
Oracle = Callable[[Records, datetime, datetime], tuple[Any, Any]]

PROPERTIES = ("云栖花园", "荔枝湾", "棠溪苑", 'O\'Hara "苑"; --')
_PARQUET_TYPES = {
    "text": "VARCHAR",
    "whole": "INTEGER",
    "decimal": "DECIMAL(12, 2)",
    "time": "TIMESTAMP",
    "day": "DATE",
    "truth": "BOOLEAN",
}
_EDGES = [
    datetime.fromisoformat(day) for day in ("2024-01-01", "2025-01-01", "2025-02-01", "2025-04-01", "2025-05-01", "2026-01-01")
]
_BEGIN = datetime.fromisoformat("2023-11-01")


def made_records(seed: int, size: int) -> Records:
    """
    Rows for every canonical table: moments on the very ends of periods, values that are missing, times in the wrong order.

    Args:
        size: How many rows each table has.
    """
    chance = random.Random(seed)
    return {table.id: [_row(table, number, chance) for number in range(size)] for table in tables().values()}


def write_csv(records: Records, folder: pathlib.Path) -> None:
    """A CSV file for each table."""
    for name, rows in records.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def write_parquet(records: Records, folder: pathlib.Path) -> None:
    """A Parquet file for each table, of typed columns."""
    import duckdb

    write_csv(records, folder)
    with duckdb.connect() as connection:
        for name in records:
            file, columns = folder / f"{name}.csv", tables()[name].columns
            typed = ", ".join(f'"{column.id}"::{_PARQUET_TYPES[column.type]} AS "{column.id}"' for column in columns)
            rows = f"SELECT {typed} FROM read_csv('{file}', all_varchar = true)"
            connection.execute(f"COPY ({rows}) TO '{file.with_suffix('.parquet')}'")
            file.unlink()


def _row(table: Table, number: int, chance: random.Random) -> Row:
    row: Row = {}
    for column in table.columns:
        missing = not column.required and chance.random() < 0.15
        row[column.id] = None if missing else _value(column, number, row, chance)
    return row


def _value(column: Column, number: int, row: Row, chance: random.Random) -> Any:
    match column.type:
        case "text" if column.id == "id":
            return f"n{number:05}"
        case "text" if column.id == "property":
            return chance.choice(PROPERTIES)
        case "text" if column.words:
            return chance.choice(column.words).id
        case "text":
            return chance.choice(("一", "二", "三", "101", "102", "203"))
        case "whole":
            return chance.randrange(0, 60)
        case "decimal":
            return Decimal(chance.randrange(0, 10_000)) / 100
        case "truth":
            return chance.random() < 0.7
    start = row.get(column.after) or next((value for value in row.values() if isinstance(value, datetime)), None)
    moment = _moment(chance) if start is None or chance.random() < 0.1 else start + _later(chance)
    return moment if column.type == "time" else moment.replace(hour=0, minute=0, second=0, microsecond=0)


def _moment(chance: random.Random) -> datetime:
    if chance.random() < 0.2:
        return chance.choice(_EDGES) + chance.choice(
            (timedelta(0), timedelta(seconds=-1), timedelta(microseconds=-1), timedelta(seconds=1))
        )
    return _BEGIN + timedelta(seconds=chance.randrange(0, 820 * 86_400), microseconds=chance.choice((0, 0, 250_000, 999_999)))


def _later(chance: random.Random) -> timedelta:
    return timedelta(seconds=chance.choice((0, 59, 3_600, 86_400, chance.randrange(0, 90 * 86_400))))


def counted(query: str, records: Records, start: datetime, end: datetime) -> Counts:
    """Numerator and denominator of *query* over [*start*, *end*)."""
    above, below = ORACLES[query](records, start, end)
    return Fraction(above), None if below is None else Fraction(below)


def _within(rows: Sequence[Row], column: str, start: datetime, end: datetime) -> list[Row]:
    return [row for row in rows if row[column] is not None and start <= row[column] < end]


def _before(row: Row, column: str, moment: datetime) -> bool:
    return row[column] is not None and row[column] < moment


def _share(table: str, when: str, good: Callable[[Row, datetime], bool], among: Callable[[Row], bool] = lambda row: True) -> Oracle:
    """How many of the rows of a period are good by its end."""

    def counts(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
        rows = [row for row in _within(records[table], when, start, end) if among(row)]
        return len([row for row in rows if good(row, end)]), len(rows)

    return counts


def _backlog(table: str, begun: str, done: str) -> Oracle:
    """How many of the cases that were open at some time of the period are done by its end."""

    def counts(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
        rows = [row for row in records[table] if _before(row, begun, end) and not _before(row, done, start)]
        return len([row for row in rows if _before(row, done, end)]), len(rows)

    return counts


def _minutes(table: str, begun: str, done: str, among: Callable[[Row], bool] = lambda row: True) -> Oracle:
    def counts(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
        rows = [row for row in _within(records[table], begun, start, end) if among(row) and _before(row, done, end)]
        return int(sum((_whole(row[done]) - _whole(row[begun])).total_seconds() for row in rows)), len(rows)

    return counts


def _whole(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def _sums(table: str, when: str, above: str, below: str, among: Callable[[Row], bool] = lambda row: True) -> Oracle:
    def counts(records: Records, start: datetime, end: datetime) -> tuple[Any, Any]:
        rows = [row for row in _within(records[table], when, start, end) if among(row)]
        return sum(row[above] or 0 for row in rows), sum(row[below] or 0 for row in rows)

    return counts


def _in_use(good: str, among: Callable[[Row], bool] = lambda row: True) -> Oracle:
    def counts(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
        rows = [row for row in records["equipment"] if among(row)]
        rows = [
            row
            for row in rows
            if (row["installed_on"] is None or row["installed_on"] < end) and not _before(row, "retired_on", end)
        ]
        return len([row for row in rows if row[good]]), len(rows)

    return counts


def _register(column: str, records: Records, start: datetime, end: datetime) -> Fraction:
    """The mean of a register's value on the first and on the last day."""
    total = 0
    for day in (start, end - timedelta(days=1)):
        for row in records["properties"]:
            begun = row["valid_from"] is None or row["valid_from"] <= day
            over = row["valid_to"] is not None and row["valid_to"] <= day
            total += (row[column] or 0) if begun and not over else 0
    return Fraction(total) / 2


def _staff(records: Records, moment: datetime) -> list[Row]:
    """Who is there in the last second before *moment*."""
    return [row for row in records["staff"] if row["hired_on"] < moment and (row["left_on"] is None or row["left_on"] >= moment)]


def _heads(records: Records, start: datetime, end: datetime) -> Fraction:
    return Fraction(len(_staff(records, start)) + len(_staff(records, end)), 2)


def _leavers(records: Records, start: datetime, end: datetime) -> int:
    return len(_within(records["staff"], "left_on", start, end))


def _number(table: str, when: str, among: Callable[[Row], bool], records: Records, start: datetime, end: datetime) -> int:
    return len([row for row in _within(records[table], when, start, end) if among(row)])


def _used(column: str, kinds: tuple[str, ...], records: Records, start: datetime, end: datetime) -> Decimal:
    rows = _within(records["energy_readings"], "used_on", start, end)
    return sum((row[column] or Decimal(0) for row in rows if not kinds or row["kind"] in kinds), Decimal(0))


def _saved(records: Records, start: datetime, end: datetime) -> tuple[Decimal, Decimal]:
    before = _used("kgce", (), records, _year_earlier(start), _year_earlier(end - timedelta(days=1)) + timedelta(days=1))
    return before - _used("kgce", (), records, start, end), before


def _year_earlier(day: datetime) -> datetime:
    return day.replace(year=day.year - 1)


def _money(rows: list[Row]) -> Decimal:
    return sum((row["amount"] for row in rows), Decimal(0))


def _fees_current(records: Records, start: datetime, end: datetime) -> tuple[Decimal, Decimal]:
    rows = _within(records["fees"], "due_on", start, end)
    return _money([row for row in rows if _before(row, "paid_on", end)]), _money(rows)


def _fees_with_arrears(records: Records, start: datetime, end: datetime) -> tuple[Decimal, Decimal]:
    current = _within(records["fees"], "due_on", start, end)
    old = [row for row in records["fees"] if row["due_on"] < start and not _before(row, "paid_on", start)]
    return _money([row for row in current + old if _before(row, "paid_on", end)]), _money(current + old)


def _fees_cash(records: Records, start: datetime, end: datetime) -> tuple[Decimal, Decimal]:
    return _money(_within(records["fees"], "paid_on", start, end)), _money(_within(records["fees"], "due_on", start, end))


def _fees_households(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
    bills: dict[tuple[str, str], list[Row]] = {}
    for row in _within(records["fees"], "due_on", start, end):
        if row["household"] is not None:
            bills.setdefault((row["property"] or "", row["household"]), []).append(row)
    return len([one for one in bills.values() if all(_before(row, "paid_on", end) for row in one)]), len(bills)


def _arrears(records: Records, start: datetime, end: datetime) -> tuple[Decimal, Decimal]:
    rows = [row for row in records["fees"] if row["due_on"] < start and not _before(row, "paid_on", start)]
    return _money([row for row in rows if _before(row, "paid_on", end)]), _money(rows)


def _trained(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
    rows = _within(records["trainings"], "held_on", start, end)
    return len({row["person"] for row in rows if row["attended"]}), len({row["person"] for row in rows})


def _guards(records: Records, start: datetime, end: datetime) -> tuple[int, int]:
    rows = [row for row in _staff(records, end) if row["position"] == "guard"]
    return len([row for row in rows if row["licensed"]]), len(rows)


def _is(column: str, *words: str) -> Callable[[Row], bool]:
    return lambda row: row[column] in words


def _valid(subject: str) -> Callable[[Row], bool]:
    return lambda row: row["subject"] == subject and row["valid"] is True


def _by_end(column: str) -> Callable[[Row, datetime], bool]:
    return lambda row, end: _before(row, column, end)


def _truly(column: str) -> Callable[[Row, datetime], bool]:
    return lambda row, end: row[column] is True


def _in_time(done: str, due: str) -> Callable[[Row, datetime], bool]:
    return lambda row, end: row[done] is not None and row[due] is not None and row[done] <= row[due]


def _months(start: datetime, end: datetime) -> int:
    return (end.year - start.year) * 12 + end.month - start.month if start.day == end.day == 1 else 0


_REPAIR = _is("kind", "repair")
_ANY = lambda row: True  # noqa: E731

#: Numerator and denominator of every query, as the catalogue's words put them.
ORACLES: dict[str, Oracle] = {
    "patrol_checkpoint_rate/usual": _share("patrol_points", "due_at", _by_end("visited_at")),
    "post_manning_rate/usual": _share("shifts", "starts_at", _truly("manned")),
    "visitor_reg_rate/usual": _share("visitors", "entered_at", _truly("registered")),
    "security_case_rate/usual": lambda r, s, e: (
        _number("incidents", "reported_at", _is("kind", "security_case"), r, s, e),
        _register("population", r, s, e),
    ),
    "serious_incident_rate/usual": lambda r, s, e: (
        _number("incidents", "reported_at", _is("kind", "fire", "crime", "traffic"), r, s, e),
        _register("population", r, s, e),
    ),
    "fire_incidents/usual": lambda r, s, e: (_number("incidents", "reported_at", _is("kind", "fire"), r, s, e), None),
    "emergency_response_min/usual": _minutes("incidents", "reported_at", "arrived_at"),
    "fire_station_arrival_min/usual": _minutes("incidents", "reported_at", "station_arrived_at"),
    "incident_closure_rate/usual": _share("incidents", "reported_at", _by_end("closed_at")),
    "hazard_fix_rate/with-carried-over": _backlog("hazards", "found_at", "fixed_at"),
    "hazard_fix_rate/found-in-period": _share("hazards", "found_at", _by_end("fixed_at")),
    "hazard_fix_ontime/usual": _share("hazards", "due_at", _in_time("fixed_at", "due_at")),
    "fire_equip_ok/usual": _in_use("intact", _is("kind", "fire")),
    "fire_drills/usual": lambda r, s, e: (_number("drills", "held_on", _is("kind", "fire"), r, s, e), None),
    "drill_attendance/usual": _sums("drills", "held_on", "attended", "due"),
    "cctv_online/usual": _in_use("intact", _is("kind", "camera")),
    "parking_violation_fix/usual": _share("parking_events", "occurred_at", _by_end("handled_at"), _is("kind", "violation")),
    "parking_turnover/usual": lambda r, s, e: (
        _number("parking_events", "occurred_at", _is("kind", "entry"), r, s, e),
        _register("parking_spaces", r, s, e) * (e - s).days,
    ),
    "guard_licensed/usual": _guards,
    "equip_ok/usual": _in_use("intact"),
    "light_ok/usual": _in_use("intact", _is("kind", "light")),
    "repair_ontime/usual": _share(
        "work_orders",
        "reported_at",
        lambda row, end: _in_time("completed_at", "due_at")(row, end) and _before(row, "completed_at", end),
        _REPAIR,
    ),
    "repair_quality/usual": _share(
        "work_orders", "accepted_at", _truly("passed"), lambda row: _REPAIR(row) and row["passed"] is not None
    ),
    "repair_rework/usual": _share("work_orders", "completed_at", _truly("rework"), _REPAIR),
    "repair_response_min/usual": _minutes("work_orders", "reported_at", "arrived_at", _REPAIR),
    "wo_completion/received-in-period": _share("work_orders", "reported_at", _by_end("completed_at")),
    "wo_completion/with-carried-over": _backlog("work_orders", "reported_at", "completed_at"),
    "wo_completion/closed-in-period": lambda r, s, e: (
        _number("work_orders", "completed_at", _ANY, r, s, e),
        _number("work_orders", "reported_at", _ANY, r, s, e),
    ),
    "wo_ontime/usual": _share("work_orders", "due_at", _in_time("completed_at", "due_at")),
    "pm_completion/usual": _share("maintenance_plans", "planned_on", _by_end("done_on"), _is("kind", "maintenance")),
    "lift_fault_rate/usual": lambda r, s, e: (
        _number("incidents", "reported_at", _is("kind", "lift_fault"), r, s, e),
        _register("lifts", r, s, e) * _months(s, e),
    ),
    "lift_rescue_min/usual": _minutes("incidents", "reported_at", "arrived_at", _is("kind", "entrapment")),
    "inspection_pass/usual": _sums("inspections", "checked_at", "items_passed", "items", _is("kind", "statutory")),
    "energy_intensity/usual": lambda r, s, e: (_used("kgce", (), r, s, e), _register("area", r, s, e)),
    "energy_per_cap/usual": lambda r, s, e: (_used("kgce", (), r, s, e), _register("population", r, s, e)),
    "water_per_cap/usual": lambda r, s, e: (_used("amount", ("water",), r, s, e), _register("population", r, s, e)),
    "power_intensity/usual": lambda r, s, e: (_used("amount", ("electricity",), r, s, e), _register("area", r, s, e)),
    "energy_yoy/usual": _saved,
    "clean_coverage/usual": _sums("inspections", "checked_at", "area_done", "area_due", _is("kind", "cleaning")),
    "clean_pass/usual": _sums("inspections", "checked_at", "items_passed", "items", _is("kind", "cleaning")),
    "plant_survival/usual": _sums("inspections", "checked_at", "items_passed", "items", _is("kind", "plants")),
    "waste_ontime/usual": _share(
        "maintenance_plans", "planned_on", _in_time("done_on", "planned_on"), _is("kind", "waste_removal")
    ),
    "pest_done/usual": _share("maintenance_plans", "planned_on", _by_end("done_on"), _is("kind", "pest_control")),
    "sat_rate/satisfied-of-valid": _share("surveys", "sent_at", lambda row, end: row["level"] == "satisfied", _valid("service")),
    "sat_rate/with-fairly-satisfied": _share(
        "surveys", "sent_at", lambda row, end: row["level"] in ("satisfied", "fairly_satisfied"), _valid("service")
    ),
    "sat_rate/satisfied-of-sent": _share(
        "surveys", "sent_at", lambda row, end: row["valid"] is True and row["level"] == "satisfied", _is("subject", "service")
    ),
    "sat_score/usual": lambda r, s, e: (
        sum(row["score"] for row in _within(r["surveys"], "sent_at", s, e) if _valid("service")(row) and row["score"] is not None),
        _number("surveys", "sent_at", lambda row: _valid("service")(row) and row["score"] is not None, r, s, e),
    ),
    "complaint_rate/per-household": lambda r, s, e: (
        _number("complaints", "received_at", _ANY, r, s, e),
        _register("households", r, s, e),
    ),
    "complaint_rate/per-area": lambda r, s, e: (_number("complaints", "received_at", _ANY, r, s, e), _register("area", r, s, e)),
    "complaint_handled/received-in-period": _share("complaints", "received_at", _by_end("handled_at")),
    "complaint_handled/with-carried-over": _backlog("complaints", "received_at", "handled_at"),
    "complaint_ontime/usual": _share("complaints", "due_at", _in_time("handled_at", "due_at")),
    "followup_rate/usual": _share("work_orders", "completed_at", _by_end("followed_up_at")),
    "hotline_count/usual": lambda r, s, e: (_number("complaints", "received_at", _is("channel", "hotline"), r, s, e), None),
    "first_fix/usual": _share("work_orders", "reported_at", _truly("first_fix")),
    "fee_rate_amount/current": _fees_current,
    "fee_rate_amount/with-arrears": _fees_with_arrears,
    "fee_rate_amount/cash": _fees_cash,
    "fee_rate_household/usual": _fees_households,
    "arrears_recovery/usual": _arrears,
    "area_per_head/usual": lambda r, s, e: (_register("area", r, s, e), _heads(r, s, e)),
    "turnover_rate/mean-headcount": lambda r, s, e: (_leavers(r, s, e), _heads(r, s, e)),
    "turnover_rate/opening-headcount": lambda r, s, e: (_leavers(r, s, e), len(_staff(r, s))),
    "turnover_rate/closing-plus-leavers": lambda r, s, e: (_leavers(r, s, e), len(_staff(r, e)) + _leavers(r, s, e)),
    "training_hours/usual": lambda r, s, e: (
        sum((row["hours"] or Decimal(0) for row in _within(r["trainings"], "held_on", s, e) if row["attended"]), Decimal(0)),
        _heads(r, s, e),
    ),
    "training_coverage/usual": _trained,
    "training_pass/usual": _share("trainings", "held_on", _truly("passed"), lambda row: row["passed"] is not None),
    "canteen_sat/usual": _share("surveys", "sent_at", lambda row, end: row["level"] == "satisfied", _valid("canteen")),
    "procurement_ontime/usual": _share("purchases", "due_on", _in_time("received_on", "due_on")),
    "stock_match/usual": _sums("stocktakes", "counted_on", "matched", "items"),
    "meeting_count/usual": lambda r, s, e: (_number("meetings", "held_at", _ANY, r, s, e), None),
    "safe_km/usual": lambda r, s, e: (
        sum((row["km"] for row in _within(r["trips"], "left_at", s, e) if not row["at_fault"]), Decimal(0)),
        None,
    ),
}

"""A host system in the tables of HC小区 (MicroCommunity): made rows, and what is true of them, counted in plain Python."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

Row: TypeAlias = dict[str, Any]
Host: TypeAlias = dict[str, list[Row]]
#: Numerator and denominator; the first alone where a KPI is a number.
Counts: TypeAlias = tuple[Decimal | int, Decimal | int]

COMMUNITIES = ("2025040746580017", "2025040746580018", "2025040746580019")

_ID, _STATE, _AMOUNT = "varchar(30) NOT NULL", "varchar(12) NOT NULL", "decimal(10,4) NOT NULL"
_BORN = {"create_time": "timestamp NOT NULL", "status_cd": "varchar(2) NOT NULL"}

#: The columns that are used, of the types that they have there.
COLUMNS: dict[str, dict[str, str]] = {
    "s_community": {"community_id": _ID, "name": "varchar(100) NOT NULL", **_BORN},
    "building_room": {
        "room_id": _ID,
        "community_id": "varchar(30)",
        "state": "varchar(4) NOT NULL",
        "built_up_area": "decimal(12,2) NOT NULL",
        **_BORN,
    },
    "parking_space": {"ps_id": _ID, "community_id": _ID, "parking_type": "varchar(3) NOT NULL", **_BORN},
    "r_repair_setting": {"setting_id": _ID, "repair_type": _ID, "repair_setting_type": "varchar(30)", **_BORN},
    "r_repair_pool": {
        "repair_id": _ID,
        "community_id": _ID,
        "repair_type": _ID,
        "state": "varchar(4) NOT NULL",
        "timeout": "datetime NOT NULL",
        "finish_time": "datetime",
        **_BORN,
    },
    "r_repair_user": {"ru_id": _ID, "repair_id": _ID, "state": "varchar(8) NOT NULL", "end_time": "datetime", **_BORN},
    "r_repair_return_visit": {"visit_id": _ID, "repair_id": _ID, "visit_type": _STATE, **_BORN},
    "complaint": {"complaint_id": _ID, "community_id": _ID, "type_cd": _ID, "state": _STATE, **_BORN},
    "complaint_event": {"event_id": _ID, "complaint_id": _ID, "event_type": _STATE, **_BORN},
    "inspection_task": {"task_id": _ID, "community_id": _ID, "plan_ins_time": "timestamp NOT NULL", "state": _STATE, **_BORN},
    "inspection_task_detail": {
        "task_detail_id": _ID,
        "community_id": _ID,
        "task_id": _ID,
        "state": _STATE,
        "inspection_state": "varchar(12)",
        "inspection_time": "timestamp NULL",
        **_BORN,
    },
    "maintainance_task": {"task_id": _ID, "community_id": _ID, "plan_ins_time": "timestamp NOT NULL", "state": _STATE, **_BORN},
    "maintainance_task_detail": {
        "task_detail_id": _ID,
        "community_id": _ID,
        "task_id": _ID,
        "state": _STATE,
        "inspection_time": "timestamp NULL",
        **_BORN,
    },
    "pay_fee_detail": {"detail_id": _ID, "community_id": _ID, "state": "varchar(4)", **_BORN},
    "pay_fee_detail_month": {
        "month_id": _ID,
        "detail_id": _ID,
        "community_id": _ID,
        "obj_id": _ID,
        "fee_type_cd": _ID,
        "receivable_amount": _AMOUNT,
        "received_amount": _AMOUNT,
        "pay_fee_time": "datetime",
        "cur_month_time": "datetime NOT NULL",
        **_BORN,
    },
    "car_inout": {"inout_id": _ID, "community_id": _ID, "state": _STATE, "in_time": "timestamp NOT NULL", **_BORN},
}

#: What a site of some age keeps in its database besides.
UNUSED = "t_dict"

_LONG_AGO = datetime.datetime.fromisoformat("2020-01-01 08:00:00")
_NO_LIMIT = datetime.datetime.fromisoformat("2025-01-01 00:00:00")  # what orders have that are older than their limit
_FINISHED = ("1400", "1500", "1700", "1800", "1900")
_OPEN = ("1000", "1100", "1200", "1300", "2000", "2001")


def midnight(year: int, month: int = 1, day: int = 1) -> datetime.datetime:
    """The first instant of a day, in local time."""
    return datetime.datetime.combine(datetime.date(year, month, day), datetime.time())


def create_statements() -> list[str]:
    """The tables, as MySQL makes them."""
    told = {table: ", ".join(f"{name} {kind}" for name, kind in columns.items()) for table, columns in COLUMNS.items()}
    return [f"CREATE TABLE {table} ({columns})" for table, columns in told.items()] + [f"CREATE TABLE {UNUSED} (id int)"]


def made_host(*, seed: int, size: int) -> Host:
    """Rows of two years, with deleted ones, forgotten ones, some on the very edge of a month, and codes of every kind."""
    return _Maker(random=random.Random(seed), size=size).made()


@attrs.frozen(kw_only=True)
class _Maker:
    random: random.Random
    size: int
    host: Host = attrs.field(factory=lambda: {table: [] for table in COLUMNS})

    def made(self) -> Host:
        for number, community in enumerate(COMMUNITIES):
            self.add("s_community", community_id=community, name=f"{number + 1}号院", status_cd="0")
        for kind in ("100", "200", None):
            self.add("r_repair_setting", setting_id=f"s{kind}", repair_type=f"t{kind}", repair_setting_type=kind)
        for number in range(self.size):
            self.registers(number)
            self.repair(number)
            self.complaint(number)
            self.visit("inspection_task", number)
            self.visit("maintainance_task", number)
            self.bill(number)
        return self.host

    def add(self, table: str, **values: Any) -> None:
        usual = {"create_time": _LONG_AGO, "status_cd": self.random.choices(("0", "1"), (12, 1))[0]}
        self.host[table].append({name: {**usual, **values}.get(name) for name in COLUMNS[table]})

    def moment(self) -> datetime.datetime:
        """Any second of two years; one in ten is the first or the last of a month."""
        start = midnight(2024)
        if self.random.random() < 0.1:
            month = midnight(2024 + self.random.randrange(2), self.random.randrange(12) + 1)
            return month - datetime.timedelta(seconds=self.random.randrange(2)) if month > start else month
        return start + datetime.timedelta(seconds=self.random.randrange(730 * 86_400))

    def later(self, than: datetime.datetime, days: int = 20) -> datetime.datetime:
        return than + datetime.timedelta(seconds=self.random.randrange(days * 86_400))

    def community(self) -> str:
        return self.random.choice(COMMUNITIES)

    def registers(self, number: int) -> None:
        area, community = Decimal(self.random.randrange(5000, 18000)) / 100, self.community()
        state = self.random.choice(("2001", "2001", "2002", "2004"))
        self.add("building_room", room_id=f"r{number}", community_id=community, state=state, built_up_area=area)
        self.add("parking_space", ps_id=f"p{number}", community_id=community, parking_type=self.random.choice("114"))
        self.add("car_inout", inout_id=f"c{number}", community_id=community, state="100500", in_time=self.moment())

    def repair(self, number: int) -> None:
        received, id = self.moment(), f"b{number}"
        state = self.random.choice(_FINISHED + _FINISHED + _OPEN)
        finished = self.later(received) if state in _FINISHED else None
        told = self.random.random() < 0.8  # the others are older than the column
        self.add(
            "r_repair_pool",
            repair_id=id,
            community_id=self.community(),
            repair_type=self.random.choice(("t100", "t200", "t200", "tNone")),
            state=state,
            create_time=received,
            timeout=self.later(received) if self.random.random() < 0.8 else _NO_LIMIT,
            finish_time=finished if told else None,
        )
        self.add("r_repair_user", ru_id=f"{id}-0", repair_id=id, state="10004", end_time=self.later(received, 1), status_cd="0")
        if finished is not None:
            self.add("r_repair_user", ru_id=f"{id}-1", repair_id=id, state="10002", end_time=finished, status_cd="0")
            for time in range(self.random.randrange(3)):
                visited = self.later(finished)
                self.add("r_repair_return_visit", visit_id=f"{id}-{time}", repair_id=id, visit_type="1001", create_time=visited)

    def complaint(self, number: int) -> None:
        received, id, state = self.moment(), f"k{number}", self.random.choice("WCCC")
        kind = self.random.choice(("809001", "809002", "809003", "102024012264900001"))
        self.add("complaint", complaint_id=id, community_id=self.community(), type_cd=kind, state=state, create_time=received)
        self.add("complaint_event", event_id=f"{id}-0", complaint_id=id, event_type="1000", create_time=received, status_cd="0")
        for time in range(self.random.randrange(1, 3) if state == "C" else 0):
            when = self.later(received)
            self.add(
                "complaint_event", event_id=f"{id}-1{time}", complaint_id=id, event_type="1001", create_time=when, status_cd="0"
            )

    def visit(self, table: str, number: int) -> None:
        planned, id, community = self.moment(), f"v{number}", self.community()
        self.add(
            table, task_id=id, community_id=community, plan_ins_time=planned, state=self.random.choice(("20200407", "20200408"))
        )
        for point in range(self.random.randrange(1, 4)):
            state = self.random.choice(("20200405", "20200407", "20200407", "20200408"))
            self.add(
                f"{table}_detail",
                task_detail_id=f"{id}-{point}",
                community_id=community,
                task_id=id,
                state=state,
                inspection_state=self.random.choice(("50000", "60000")) if state == "20200407" else "70000",
                inspection_time=self.later(planned, 1) if state == "20200407" else None,
            )

    def bill(self, number: int) -> None:
        month = midnight(2024 + self.random.randrange(2), self.random.randrange(12) + 1)
        amount, paid = Decimal(self.random.randrange(800_000, 9_000_000)) / 10_000, self.random.random() < 0.7
        discount = self.random.choice((0, 0, Decimal("10.5")))
        if paid:
            state = self.random.choice(("1400", "1400", "1000", "1100", None))
            self.add("pay_fee_detail", detail_id=f"d{number}", community_id=COMMUNITIES[0], state=state)
        self.add(
            "pay_fee_detail_month",
            month_id=f"m{number}",
            detail_id=f"d{number}" if paid else "-1",
            community_id=self.community(),
            obj_id=f"r{self.random.randrange(40)}",
            fee_type_cd=self.random.choice(("888800010001", "888800010001", "888800010008")),
            receivable_amount=amount,
            received_amount=amount - discount if paid else Decimal(0),
            pay_fee_time=self.later(month, 90) if paid else None,
            cur_month_time=month,
        )


# ---- what is true of them ----

Of: TypeAlias = Callable[[Row], bool]


def true_counts(host: Host, start: datetime.datetime, end: datetime.datetime) -> dict[str, Counts]:
    """Numerators and denominators of the period from *start* to before *end*, by KPI and definition."""

    def within(moment: datetime.datetime | None) -> bool:
        return moment is not None and start <= moment < end

    def came(moment: datetime.datetime | None) -> bool:
        return moment is not None and moment < end

    def done_of(rows: list[Row], done: str) -> Counts:
        return sum(came(row[done]) for row in rows), len(rows)

    orders, cases, bills = list(_orders(host)), list(_cases(host)), list(_bills(host))
    received = [one for one in orders if within(one["create_time"])]
    repairs = [one for one in received if one["kind"] == "200"]
    due = [one for one in orders if within(one["due"])]
    complaints = [one for one in cases if within(one["create_time"])]
    own, cash = [one for one in bills if within(one["cur_month_time"])], [one for one in bills if within(one["paid"])]
    arrears = [one for one in bills if one["cur_month_time"] < start and (one["paid"] is None or one["paid"] >= start)]
    homes = {(one["community_id"], one["obj_id"]) for one in own}
    owing = {(one["community_id"], one["obj_id"]) for one in own if not came(one["paid"])}
    cars = [one for one in _live(host["car_inout"]) if within(one["in_time"])]
    spaces = sum(one["parking_type"] != "4" for one in _live(host["parking_space"]))
    occupied = sum(one["state"] == "2001" for one in _live(host["building_room"]))
    return {
        "wo_completion/received-in-period": done_of(received, "done"),
        "wo_completion/closed-in-period": (sum(within(one["done"]) for one in orders), len(received)),
        "wo_completion/with-carried-over": done_of(
            [one for one in orders if _open(one, "create_time", "done", start, end)], "done"
        ),
        "wo_ontime": (sum(one["done"] is not None and one["done"] <= one["due"] for one in due), len(due)),
        "repair_ontime": (sum(_in_time(one) and came(one["done"]) for one in repairs), len(repairs)),
        "followup_rate": done_of([one for one in orders if within(one["done"])], "visited"),
        "complaint_handled/received-in-period": done_of(complaints, "done"),
        "complaint_handled/with-carried-over": done_of(
            [one for one in cases if _open(one, "create_time", "done", start, end)], "done"
        ),
        "complaint_rate/per-household": (len(complaints), occupied),
        "patrol_checkpoint_rate": done_of([one for one in _visits(host, "inspection_task") if within(one["planned"])], "done"),
        "pm_completion": done_of([one for one in _visits(host, "maintainance_task") if within(one["planned"])], "done"),
        "fee_rate_amount/current": (_sum(one for one in own if came(one["paid"])), _sum(own)),
        "fee_rate_amount/cash": (_sum(cash), _sum(own)),
        "fee_rate_household": (len(homes - owing), len(homes)),
        "arrears_recovery": (_sum(one for one in arrears if came(one["paid"])), _sum(arrears)),
        "parking_turnover": (len(cars), spaces * (end - start).days),
    }


def printed_rates(host: Host, start: datetime.datetime, end: datetime.datetime) -> dict[str, float]:
    """Rates in per cent as the system's pages print them, or as people make them from what these print; none is right."""

    def within(rows: list[Row], column: str = "create_time") -> list[Row]:
        return [row for row in _live(rows) if start < row[column] < end - datetime.timedelta(seconds=1)]

    def share(rows: list[Row], *states: str) -> float:
        return 100 * sum(row["state"] in states for row in rows) / len(rows)

    orders, cases = within(host["r_repair_pool"]), within(host["complaint"])
    bills = [row for row in within(host["pay_fee_detail_month"], "cur_month_time") if row["fee_type_cd"] == "888800010001"]
    paid = [row for row in bills if row["detail_id"] != "-1"]
    tasks = [
        row for row in within(host["inspection_task"], "plan_ins_time") if row["state"] in ("20200405", "20200406", "20200407")
    ]
    planned = {row["task_id"] for row in host["inspection_task"] if start <= row["plan_ins_time"] < end}
    points = [row for row in _live(host["inspection_task_detail"]) if row["task_id"] in planned]
    return {
        "closed without having been done counts as done": share(orders, "1400", "1500", "1700", "1800", "1900", "2000"),
        "put off counts as done": share(orders, "1700", "1800", "1900", "2000", "2001"),
        "discounts, refunds and what was paid later count as received": float(100 * _owed(paid) / _owed(bills)),
        "tasks in place of visits, and overdue ones in neither column": share(tasks, "20200407"),
        "visits of deleted tasks": share(points, "20200407"),
        "a state that is no longer written": share(cases, "10002"),
        "the rate of today, over all that was ever received": share(_live(host["complaint"]), "C"),
    }


def _owed(rows: list[Row]) -> Decimal:
    return sum((row["receivable_amount"] for row in rows), Decimal(0))


def _live(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["status_cd"] == "0"]


def _orders(host: Host) -> Iterable[Row]:
    kinds = {row["repair_type"]: row["repair_setting_type"] for row in host["r_repair_setting"]}
    for row in _live(host["r_repair_pool"]):
        closed = [
            one["end_time"] for one in host["r_repair_user"] if one["repair_id"] == row["repair_id"] and one["state"] == "10002"
        ]
        visits = [one["create_time"] for one in _live(host["r_repair_return_visit"]) if one["repair_id"] == row["repair_id"]]
        yield {
            **row,
            "kind": kinds[row["repair_type"]],
            "due": None if row["timeout"] == _NO_LIMIT else row["timeout"],
            "done": (row["finish_time"] or max(closed)) if row["state"] in _FINISHED else None,
            "visited": min(visits, default=None),
        }


def _cases(host: Host) -> Iterable[Row]:
    for row in _live(host["complaint"]):
        if row["type_cd"] not in ("809002", "809003"):
            events = [one for one in host["complaint_event"] if one["complaint_id"] == row["complaint_id"]]
            handled = [one["create_time"] for one in events if one["event_type"] == "1001"]
            yield {**row, "done": min(handled) if row["state"] == "C" else None}


def _visits(host: Host, table: str) -> Iterable[Row]:
    tasks = {row["task_id"]: row for row in _live(host[table])}
    for row in _live(host[f"{table}_detail"]):
        if row["task_id"] in tasks:
            done = row["inspection_time"] if row["state"] == "20200407" else None
            yield {**row, "planned": tasks[row["task_id"]]["plan_ins_time"], "done": done}


def _bills(host: Host) -> Iterable[Row]:
    payments = {row["detail_id"]: row["state"] for row in host["pay_fee_detail"]}
    for row in _live(host["pay_fee_detail_month"]):
        if row["fee_type_cd"] == "888800010001" and payments.get(row["detail_id"]) != "1100":
            owed = row["detail_id"] == "-1"
            amount = row["receivable_amount"] if owed else row["received_amount"]
            yield {**row, "amount": amount, "paid": None if owed else row["pay_fee_time"]}


def _open(row: Row, begun: str, ended: str, start: datetime.datetime, end: datetime.datetime) -> bool:
    return row[begun] < end and (row[ended] is None or row[ended] >= start)


def _in_time(row: Row) -> bool:
    return row["done"] is not None and row["due"] is not None and row["done"] <= row["due"]


def _sum(rows: Iterable[Row]) -> Decimal:
    return sum((row["amount"] for row in rows), Decimal(0))

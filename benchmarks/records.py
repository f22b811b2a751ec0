# ruff: noqa: T201
"""
Eight KPIs of work orders by month and property, against the SQL that somebody would write by hand for DuckDB.

    python benchmarks/records.py [millions of rows, 10 if left out]

Both give the same counts of the same file, each in a process of its own for the peak of memory: the better of blocks that take
turns is compared. Bars: 1.15 times the time, 1.3 times the memory. The sizes below show how time grows. With 100 (million) it
shows what a machine does whose memory is smaller than the file's content.
"""

from __future__ import annotations

import pathlib
import resource
import subprocess
import sys
import tempfile
import time

KPIS = (
    "wo_completion/received-in-period",
    "repair_ontime",
    "first_fix",
    "repair_response_min",
    "wo_ontime",
    "repair_quality",
    "repair_rework",
    "followup_rate",
)
BLOCKS = 5

# Every aggregate of these KPIs, in one pass for each column of times; :before is the period that baselines are taken from.
_MONTH = "extract(year from {when}) * 12 + extract(month from {when})"
_BY_HAND = {
    "reported_at": """count(*) FILTER (completed_at < TIMESTAMP '{end}'), count(*) FILTER (completed_at < {next}), count(*),
        count(*) FILTER (kind = 'repair' AND completed_at <= due_at AND completed_at < TIMESTAMP '{end}'),
        count(*) FILTER (kind = 'repair' AND completed_at <= due_at AND completed_at < {next}), count(*) FILTER (kind = 'repair'),
        count(*) FILTER (first_fix),
        sum(date_diff('second', reported_at, arrived_at)) FILTER (kind = 'repair' AND arrived_at < TIMESTAMP '{end}'),
        sum(date_diff('second', reported_at, arrived_at)) FILTER (kind = 'repair' AND arrived_at < {next}),
        count(*) FILTER (kind = 'repair' AND arrived_at < TIMESTAMP '{end}'),
        count(*) FILTER (kind = 'repair' AND arrived_at < {next})""",
    "due_at": "count(*) FILTER (completed_at <= due_at), count(*)",
    "accepted_at": "count(*) FILTER (kind = 'repair' AND passed), count(*) FILTER (kind = 'repair' AND passed IS NOT NULL)",
    "completed_at": """count(*) FILTER (kind = 'repair' AND rework), count(*) FILTER (kind = 'repair'),
        count(*) FILTER (followed_up_at < TIMESTAMP '{end}'), count(*) FILTER (followed_up_at < {next}), count(*)""",
}


def by_hand(folder: pathlib.Path) -> None:
    """What a person would write: the year by month and property, the year before as a whole, median and 90th percentile."""
    import duckdb

    with duckdb.connect(":memory:") as connection:
        for when, aggregates in _BY_HAND.items():
            for start, end, months in (("2025-01-01", "2026-01-01", True), ("2024-01-01", "2025-01-01", False)):
                following = f"date_trunc('month', {when}) + INTERVAL 1 MONTH" if months else f"TIMESTAMP '{end}'"
                told = aggregates.format(end=end, next=following)
                head = f"{_MONTH.format(when=when)} AS month, property, " if months else ""
                where = f"{when} >= TIMESTAMP '{start}' AND {when} < TIMESTAMP '{end}'"
                tail = "GROUP BY ALL" if months else ""
                table = f"'{folder}/work_orders.parquet'"
                connection.execute(f"SELECT {head}{told}, max(reported_at) FROM {table} WHERE {where} {tail}").fetchall()
        connection.execute(
            "SELECT quantile_cont(s, 0.5), quantile_cont(s, 0.9) FROM (SELECT date_diff('second', reported_at, arrived_at) AS s "
            f"FROM '{folder}/work_orders.parquet' WHERE kind = 'repair' AND reported_at >= TIMESTAMP '2025-01-01' "
            "AND reported_at < TIMESTAMP '2026-01-01' AND arrived_at < TIMESTAMP '2026-01-01')"
        ).fetchall()


def by_measure(folder: pathlib.Path) -> None:
    """The library's way to the same."""
    import propsummary

    propsummary.measure(folder, department="engineering", period="2025", kpis=KPIS, by=("month", "property"))


WAYS = {"hand": by_hand, "measure": by_measure}


def run(way: str, folder: pathlib.Path) -> tuple[float, float]:
    """Seconds and peak memory in MB of one run, in a process of its own; what is imported counts for neither."""
    done = subprocess.run([sys.executable, __file__, "--one", way, str(folder)], check=True, capture_output=True, text=True)
    seconds, peak = done.stdout.split()
    return float(seconds), float(peak)


def one(way: str, folder: pathlib.Path) -> None:
    """Run once and tell."""
    import duckdb  # noqa: F401
    import sqlglot  # noqa: F401

    import propsummary.records  # noqa: F401

    begun = time.perf_counter()
    WAYS[way](folder)
    seconds = time.perf_counter() - begun
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def compare(millions: float) -> None:
    """Write so many rows and set both ways side by side."""
    from propsummary.testing.records import write_records

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        begun = time.perf_counter()
        write_records(folder, rows=round(millions * 1_000_000), years=1, only=("work_orders",))
        size = (folder / "work_orders.parquet").stat().st_size / 2**20
        print(f"{millions:g} million rows, {size:.0f} MB, written in {time.perf_counter() - begun:.1f} s")
        found = {way: [] for way in WAYS}
        for block in range(BLOCKS):
            for way in WAYS if block % 2 else reversed(WAYS):
                found[way].append(run(way, folder))
        best = {way: (min(s for s, _ in runs), min(p for _, p in runs)) for way, runs in found.items()}
        for way, (seconds, peak) in best.items():
            print(f"  {way:8} {seconds:7.2f} s {peak:8.0f} MB")
        ours, theirs = best["measure"], best["hand"]
        print(f"  measure / hand: {ours[0] / theirs[0]:.2f} × time, {ours[1] / theirs[1]:.2f} × memory")


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], pathlib.Path(sys.argv[3]))
        return
    millions = float(sys.argv[1]) if sys.argv[1:] else 10
    for part in (millions / 10, millions):
        compare(part)


if __name__ == "__main__":
    main()

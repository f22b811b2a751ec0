# ruff: noqa: T201
"""
How fast many files are checked: one process against two, against bare `json.loads`, and over a local Dask cluster.

    python benchmarks/portfolio.py [FILES] [--strict]

2,000 files by default. The structural rules run, those that recompute figures or read prose do not; places are looked up
only in files with problems. Two processes cannot gain more than the machine has to give at the time, so that is told too. With
``--strict`` a missed bar is a failure.
"""

from __future__ import annotations

import json
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from load import ordinary, tell

from propsummary.portfolio import check_files
from propsummary.rules import Config

_STRUCTURAL = ("REF", "STR", "ISS", "CTM", "GOA", "RSK", "EVI", "ACH")


def main() -> int:
    """Measure and print."""
    count = next((int(word) for word in sys.argv[1:] if word.isdecimal()), 2000)
    config = Config(select=_STRUCTURAL)
    with tempfile.TemporaryDirectory() as folder:
        files = _written(pathlib.Path(folder), count)
        bare = _timed(lambda: [json.loads(pathlib.Path(file).read_bytes()) for file in files])
        one = _timed(lambda: list(check_files(files, config=config, workers=1)))
        two = _timed(lambda: list(check_files(files, config=config, workers=2)))
        all_rules = _timed(lambda: list(check_files(files[: count // 10], workers=2)))
        print(f"{count} files: {count / two:.0f} a second on two processes, {count / 10 / all_rules:.0f} with all rules")
        print(f"at bare counting two processes are {_gain():.2f} times as fast as one here and now")
        print(f"{'what':78}{'ratio':>9}{'bar':>8}")
        kept = tell(
            [
                ("one process / two processes (at least 1.75): shown as its inverse", two / one, 1 / 1.75),
                ("json.loads alone / two processes (at least 0.33): shown as its inverse", two / bare, 1 / 0.33),
            ]
        )
        _over_dask(files[: count // 5], config)
    return 1 if not kept and "--strict" in sys.argv else 0


def _written(folder: pathlib.Path, count: int) -> list[str]:
    files = []
    for number in range(count):
        files.append(str(folder / f"{number}.json"))
        pathlib.Path(files[-1]).write_text(json.dumps(ordinary(seed=number % 97), ensure_ascii=False), "utf-8")
    return files


def _gain() -> float:
    """How much faster two processes count than one."""
    return _timed(lambda: _count(1)) / _timed(lambda: _count(2))


def _count(workers: int) -> None:
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(sum, [range(20_000_000)] * 8))


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _over_dask(files: list[str], config: Config) -> None:
    """The same outcomes over a cluster; how long that takes says more about the cluster than about us."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        print("dask.distributed is not installed: no run over a cluster")
        return
    here = list(check_files(files, config=config, workers=2))
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        began = time.perf_counter()
        there = list(check_files(files, config=config, executor=client.get_executor()))
        taken = time.perf_counter() - began
    print(f"Dask, two workers: {len(files) / taken:.0f} files a second, outcomes {'the same' if here == there else 'DIFFERENT'}")


if __name__ == "__main__":
    sys.exit(main())

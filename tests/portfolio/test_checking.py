"""Many files at once: in order, none stopping the rest, the same over every executor."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor

import pytest
from distributed import Client, LocalCluster

import propsummary
from own_kpi_files import configured_folder
from propsummary.portfolio import Checked, check_files, checking

GOOD = """部门: 秩序部
期间: 2025
单位: {公司: 示例物业, 项目: 项目%d}
指标:
  - {编号: m1, 指标库: patrol_checkpoint_rate, 数值: %s, 分子: 43078, 分母: 43690, 来源: 巡更系统}
"""


@pytest.fixture
def files(tmp_path: pathlib.Path) -> list[str]:
    names = []
    for number in range(23):
        file = tmp_path / f"{number}.yaml"
        file.write_text(GOOD % (number, "98.7%" if number % 5 == 0 else "98.6%"), "utf-8")
        names.append(str(file))
    return names


def told(outcomes: Iterator[Checked]) -> list[tuple[str, list[str] | None, bool]]:
    return [(one.file, [p.code for p in one.report] if one.report else None, one.failure is not None) for one in outcomes]


def alone(files: list[str]) -> list[tuple[str, list[str] | None, bool]]:
    return [(file, [problem.code for problem in propsummary.check(propsummary.read(file))], False) for file in files]


@pytest.mark.parametrize("batch", [1, 4, 50])
def test_the_outcomes_are_those_of_a_check_one_by_one_and_in_order(files: list[str], batch: int) -> None:
    assert told(check_files(files, batch=batch)) == alone(files)


@pytest.mark.parametrize("make", [lambda: ThreadPoolExecutor(2), lambda: ProcessPoolExecutor(2)])
def test_any_executor_will_do(files: list[str], make: Callable[[], Executor]) -> None:
    with make() as executor:
        assert told(check_files(files, executor=executor, batch=3)) == alone(files)


def test_a_cluster_gives_the_same(files: list[str]) -> None:
    """Over Dask, whose executor waits for nobody: the same outcomes in the same order."""
    names = [*files, str(pathlib.Path(files[0]).with_name("missing.yaml"))]
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]
        Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        there = list(check_files(names, executor=client.get_executor(), batch=3))
    assert there == list(check_files(names, batch=3))


def test_every_worker_knows_the_company_s_own_kpis(tmp_path: pathlib.Path) -> None:
    """The configuration brings them along, wherever the work is done."""
    folder = configured_folder(tmp_path / "company")
    names, config = [str(folder / "draft.yaml")] * 4, propsummary.Config.find(folder)
    for outcome in check_files(names, config=config, workers=2, batch=1):
        assert outcome.report is not None
        codes = {problem.code for problem in outcome.report}
        assert "MET003" in codes
        assert "SHP005" not in codes


def test_what_cannot_be_read_stops_nothing(files: list[str], tmp_path: pathlib.Path) -> None:
    (tmp_path / "bad.yaml").write_text("部门: [", "utf-8")
    (tmp_path / "binary.yaml").write_bytes(b"\0\xff\xfe\x00\x01")
    names = [
        files[0],
        str(tmp_path / "missing.yaml"),
        str(tmp_path / "bad.yaml"),
        str(tmp_path),
        str(tmp_path / "binary.yaml"),
        files[1],
    ]
    outcomes = list(check_files(names, batch=2))
    assert [one.file for one in outcomes] == names
    assert [one.failure is not None for one in outcomes] == [False, True, False, True, False, False]
    assert all(one.failure.zh and one.failure.en for one in outcomes if one.failure)
    assert [one.ok for one in outcomes] == [False, False, False, False, False, True]


def test_a_file_that_takes_its_worker_down_fails_alone(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    deadly = files[7]
    honest = checking._check_one

    def check_one(file: str, task: object) -> Checked:
        if file == deadly:
            os._exit(1)
        return honest(file, task)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "_check_one", check_one)  # workers are forked and inherit it
    outcomes = list(check_files(files, batch=4))
    assert [one.file for one in outcomes] == files
    assert [one.file for one in outcomes if one.failure] == [deadly]


def test_a_crash_in_the_check_is_the_files_own(files: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("propsummary.rules.check", crash)
    assert [one.failure is not None for one in check_files(files[:2])] == [True, True]


def test_files_are_handed_out_as_they_are_needed(files: list[str]) -> None:
    asked = []

    def endless() -> Iterator[str]:
        while True:
            asked.append(files[len(asked) % len(files)])
            yield asked[-1]

    with ThreadPoolExecutor(2) as executor:
        outcomes = check_files(endless(), executor=executor, batch=2)
        assert [next(outcomes).file for _ in range(5)] == files[:5]
        outcomes.close()  # type: ignore[attr-defined]
    assert len(asked) < 40


def test_members_are_given_when_asked_for(files: list[str]) -> None:
    assert [one.member for one in check_files(files[:1])] == [None]
    (one,) = check_files(files[:1], members=True)
    assert one.member is not None
    assert (one.member.project, one.member.department, one.member.errors) == ("项目0", "order", 1)

"""Thousands of files checked over any executor: in batches, in order, none stopping the rest."""

from __future__ import annotations

import itertools
import os
import pathlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeAlias

import attrs

from propsummary.catalogue import knowing_kpis
from propsummary.catalogue.codes import Words
from propsummary.errors import expect, expect_several
from propsummary.portfolio.member import Member
from propsummary.problems import Report

if TYPE_CHECKING:
    from propsummary.rules import Config
    from propsummary.rules.context import StageName

__all__ = ["Checked", "check_files"]

#: A batch that a dead worker lost, or one behind it with its outcomes.
_Held: TypeAlias = "tuple[list[str], list[Checked] | None]"

_AHEAD = 4  # batches in the making for every worker: enough that none waits, few enough that memory stays flat


@attrs.frozen(kw_only=True)
class Checked:
    """
    What came of one file.

    Attributes:
        file: As it was given.

        report: What is wrong with it; none if it could not be opened or its check did not end.

        member: What a roll-up needs of it; none unless asked for, or if it holds no summary.

        failure: Why there is no report.
    """

    file: str
    report: Report | None = None
    member: Member | None = None
    failure: Words | None = None

    @property
    def ok(self) -> bool:
        """Whether it was checked and has no error."""
        return self.report is not None and self.report.ok


@attrs.frozen(kw_only=True)
class _Task:
    """What every worker is told."""

    stage: StageName
    config: Config | None
    members: bool


def check_files(
    files: Iterable[str | os.PathLike[str]],
    *,
    stage: StageName = "draft",
    config: Config | None = None,
    members: bool = False,
    executor: Executor | None = None,
    workers: int | None = None,
    batch: int = 50,
) -> Iterator[Checked]:
    """
    Check files side by side; the outcomes come in the order of *files*, each as soon as it and those before it are there.

    A file that cannot be opened, or whose check takes its worker down, gets a failure; the others are checked all the same.
    Files are read from where the workers are, so an executor on other machines needs them under the same paths.

    Args:
        files: Names of drafts in any format that `propsummary.read` reads.

        stage, config: As for `propsummary.check`; the same for all.

        members: Whether what `roll_up` needs is wanted too.

        executor: Any executor of `concurrent.futures`, a Dask client's (``client.get_executor()``) for example; processes of this
            machine if left out. It is not shut down.

        workers: How many processes, where there is no *executor*; as many as the machine has processors if left out.

        batch: How many files a worker is handed at a time.

    Raises:
        WrongArgumentError: *executor* is none, or *files* is a single name.
    """
    if executor is not None:
        expect("check_files(executor=)", executor, Executor, instead=("workers= says how many processes", "进程数请交给 workers="))
    expect_several("check_files", files)
    task = _Task(stage=stage, config=config, members=members)
    return _checked(_batches((os.fspath(file) for file in files), batch), task, executor, workers)


def _checked(batches: Iterator[list[str]], task: _Task, executor: Executor | None, workers: int | None) -> Iterator[Checked]:
    if executor is not None:
        yield from _over(executor, batches, task, _AHEAD * _workers(executor))
        return
    first = list(itertools.islice(batches, 2))
    if len(first) < 2:  # less work than it takes to start processes
        yield from itertools.chain.from_iterable(_check(names, task) for names in first)
        return
    yield from _over_processes(itertools.chain(first, batches), task, workers)


def _batches(files: Iterator[str], size: int) -> Iterator[list[str]]:
    while names := list(itertools.islice(files, max(size, 1))):
        yield names


def _workers(executor: Executor) -> int:
    """How many workers *executor* has, as far as it says so."""
    return getattr(executor, "_max_workers", None) or os.cpu_count() or 1


def _over_processes(batches: Iterator[list[str]], task: _Task, workers: int | None) -> Iterator[Checked]:
    """Over processes of our own; when one dies, what was in the making is tried again alone, and new ones go on."""
    while True:
        held: list[_Held] = []
        with ProcessPoolExecutor(workers) as pool:
            yield from _over(pool, batches, task, _AHEAD * _workers(pool), held)
        if not held:
            return
        for names, outcomes in held:
            yield from _again(names, task) if outcomes is None else outcomes


def _again(names: list[str], task: _Task) -> Iterator[Checked]:
    """A lost batch in a process of its own; file by file if it is lost again."""
    held: list[_Held] = []
    with ProcessPoolExecutor(1) as alone:
        yield from _over(alone, iter([names]), task, 1, held)
    if held and len(names) == 1:
        yield Checked(file=names[0], failure=_DIED)
    elif held:
        for name in names:
            yield from _again([name], task)


def _over(
    executor: Executor, batches: Iterator[list[str]], task: _Task, ahead: int, held: list[_Held] | None = None
) -> Iterator[Checked]:
    """
    The outcomes of *batches*, in order.

    Args:
        ahead: How many batches are in the making at a time.

        held: Takes the batches that a broken executor lost, so that they can be tried again, and what was finished behind the
            first of them; without it the files of lost batches fail.
    """
    running: deque[tuple[list[str], Future[list[Checked]]]] = deque()
    try:
        while True:
            while len(running) < ahead and not held and (names := next(batches, None)) is not None:
                running.append((names, _submitted(executor, names, task)))
            if not running:
                return
            names, future = running.popleft()
            outcomes: list[Checked] | None = None
            try:
                outcomes = future.result()
            except Exception as error:
                if held is None or not isinstance(error, BrokenExecutor):
                    outcomes = [Checked(file=name, failure=_DIED) for name in names]
            if held is not None and (held or outcomes is None):
                held.append((names, outcomes))
            else:
                yield from outcomes or ()
    finally:  # whoever asked may have seen enough
        for _, future in running:
            future.cancel()


def _submitted(executor: Executor, names: list[str], task: _Task) -> Future[list[Checked]]:
    try:
        return executor.submit(_check, names, task)
    except BrokenExecutor as error:
        broken: Future[list[Checked]] = Future()
        broken.set_exception(error)
        return broken


_UNOPENED = {
    FileNotFoundError: Words("找不到这个文件", "not found"),
    IsADirectoryError: Words("是文件夹，不是文件", "a folder, not a file"),
    PermissionError: Words("没有权限打开", "no permission to open it"),
}
_CLOSED = Words("打不开", "cannot be opened")
_DIED = Words("检查到这份文件时进程意外退出，可能是内存不够", "the process ended while checking it, perhaps for lack of memory")


def _check(files: Sequence[str], task: _Task) -> list[Checked]:
    """In the worker: paths in, small things out."""
    with knowing_kpis(task.config.kpis if task.config else ()):
        return [_check_one(file, task) for file in files]


def _check_one(file: str, task: _Task) -> Checked:
    from propsummary import rules
    from propsummary.drafts.files import read_file

    try:
        draft = read_file(pathlib.Path(file))
        report = rules.check(draft, stage=task.stage, config=task.config)
    except OSError as error:
        return Checked(file=file, failure=_UNOPENED.get(type(error), _CLOSED))
    except Exception as error:  # whatever it is, the other files go on
        kind = type(error).__name__
        return Checked(file=file, failure=Words(f"检查时出了意外（{kind}）", f"something unexpected happened ({kind})"))
    member = None
    if task.members and draft.summary is not None:
        codes = tuple(dict.fromkeys(problem.code for problem in report.problems))
        member = Member.of(draft.summary, file=file, codes=codes, errors=len(report.errors))
    return Checked(file=file, report=report, member=member)

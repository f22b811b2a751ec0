"""``propsummary records``: whether a department's records are fit to compute from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from propsummary.cli._parser import Parser
from propsummary.cli._sources import add_source, opened
from propsummary.cli._streams import deliver
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.records import RecordsReport, TableReport

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say(
        "检查部门的记录：缺什么、错什么、能算哪些指标", "look through records: what is missing or wrong, and which KPIs they give"
    )


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.arguments.add_argument("what", choices=("check",), metavar="ACTION", help=say("check 检查", "check"))
    add_source(parser, say)


def run(args: argparse.Namespace, say: Voice) -> int:
    """Say what was found; 1 if values are wrong, so that no figure should be computed yet."""
    from propsummary.records import check_records

    source, mapping = opened(args.records, args.mapping)
    report = check_records(source, mapping=mapping)
    deliver("".join(line + "\n" for line in _lines(report, say)), None)
    wrong = any(defect.kind != "missing" for table in report.tables for defect in table.defects)
    return 1 if wrong else 0


def _lines(report: RecordsReport, say: Voice) -> Iterator[str]:
    for one in report.tables:
        yield from _table_lines(one, say)
    if report.absent:
        listed = say.listed([f"{table.id}（{table.zh}）" if say.language == "zh" else table.id for table in report.absent])
        yield say(f"没有这些表：{listed}", f"absent tables: {listed}")
    if report.unused:
        yield say(f"用不上的表：{say.listed(report.unused)}", f"tables of no use here: {say.listed(report.unused)}")
    yield say(f"能算的指标 {len(report.computable)} 个：", f"{len(report.computable)} KPIs can be computed:")
    yield "  " + say.listed([kpi.name(say.language) for kpi in report.computable])
    if report.out_of_reach:
        yield say(f"还算不了的 {len(report.out_of_reach)} 个：", f"{len(report.out_of_reach)} cannot yet:")
    for kpi, lacking in report.out_of_reach:
        missing = say.listed([lack.words.in_(say.language) for lack in lacking])
        yield say(f"  {kpi.zh}：缺{missing}", f"  {kpi.en}: lacks {missing}")


def _table_lines(report: TableReport, say: Voice) -> Iterator[str]:
    table = report.table
    yield say(f"{table.zh} {table.id}：{report.rows} 行", f"{table.id} ({table.en}): {report.rows} rows")
    for defect in report.defects:
        yield f"  {defect.column}{say('：', ': ')}{defect.words.in_(say.language)}"
    if report.unused:
        yield say(f"  用不上的列：{say.listed(report.unused)}", f"  columns of no use here: {say.listed(report.unused)}")

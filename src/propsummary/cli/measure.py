"""``propsummary measure``: KPIs computed from a department's records."""

from __future__ import annotations

import argparse

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._sources import add_source, opened
from propsummary.cli._streams import deliver, spare, tell
from propsummary.cli._voice import Voice

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("从记录里算出指标，写成草稿里的“指标”", "compute KPIs from records, as the metrics of a draft")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    add_source(parser, say)
    add = parser.options.add_argument
    add("--department", metavar="NAME", required=True, help=say("哪个部门", "which department"))
    add("--period", metavar="PERIOD", required=True, help=say("期间：2025、2025-H1、2025-06", "the period: 2025, 2025-H1, 2025-06"))
    kpis = say("只算这些指标，用逗号隔开；可以带口径", "these KPIs alone, separated by commas; a definition may be named")
    add("--kpis", metavar="NAMES", default="", help=kpis)
    by = say("month 给出逐月走势；property 或 kind 给出构成", "month for a course, property or kind for parts")
    add("--by", metavar="COLUMNS", default="", help=by)
    shown = say("不计算，只显示这个指标的查询语句", "compute nothing, show the queries of this KPI")
    add("--show-sql", metavar="KPI", default="", help=shown)
    parser.add_output()


def run(args: argparse.Namespace, say: Voice) -> int:
    """Compute, and write a draft that holds department, period and metrics."""
    from propsummary import api
    from propsummary.model import Summary
    from propsummary.periods import Period
    from propsummary.records import measure, statements

    try:
        period = Period.parse(args.period)
    except ValueError as error:
        zh, en = f"--period 看不懂“{args.period}”，请写成 2025、2025-H1、2025-06", f"--period: “{args.period}” is no period"
        raise Misuse(say(zh, en)) from error
    spare(args.output, [args.mapping] if args.mapping else [], say, force=args.force)
    (source, mapping), by = opened(args.records, args.mapping), _listed(args.by)
    if args.show_sql:
        found = statements(source, args.show_sql, department=args.department, period=period, by=by, mapping=mapping)
        deliver(";\n\n".join(found) + ";\n", args.output)
        return 0
    metrics = measure(
        source,
        department=args.department,
        period=period,
        kpis=_listed(args.kpis),
        by=by,
        mapping=mapping,
        language=say.language,
    )
    if not metrics:
        raise Misuse(say("这些记录一个指标也算不出来，请用 records check 看缺什么", "no KPI can be computed: see records check"))
    summary = Summary(department=args.department, period=period, metrics=metrics)
    deliver(api.dumps(summary, language=say.language), args.output)
    if empty := [metric.name for metric in metrics if metric.value is None]:
        tell(say(f"没有数值：{say.listed(empty)}", f"no value: {say.listed(empty)}"))
    return 0


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.replace("，", ",").split(",") if name.strip())

"""``propsummary rules``: every rule in a table."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from propsummary.cli._drafts import plugins_here
from propsummary.cli._parser import Parser
from propsummary.cli._streams import deliver, spare
from propsummary.cli._voice import Voice
from propsummary.cli.explain import graded

if TYPE_CHECKING:
    from propsummary.rules import Rule
    from propsummary.rules.self_test import Fault, FaultKind

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("列出所有规则", "list all rules")


# What can be wrong with a rule's examples.
_FAULTS: dict[FaultKind, tuple[str, str]] = {
    "no-bad": ("没有会报的例子", "shows nothing that it reports"),
    "no-good": ("没有不会报的例子", "shows nothing that it does not report"),
    "bad-not-reported": ("该报的例子没有报", "does not report what it shows as reported"),
    "good-reported": ("不该报的例子报了", "reports what it shows as not reported"),
    "unreadable": ("例子读不懂", "shows what cannot be read"),
    "crashed": ("检查例子时出错", "crashed on what it shows"),
}


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.options.add_argument("--format", choices=("text", "json"), default="text", help=say("输出格式", "format of the list"))
    proof = say("用规则自带的例子检验规则，有不对的就以 1 结束", "hold the rules against their own examples; 1 if any fails")
    parser.options.add_argument("--self-test", action="store_true", help=proof)
    parser.add_output()


def run(args: argparse.Namespace, say: Voice) -> int:
    """List the rules in the order of their families, then those of plugins that the configuration here names."""
    from propsummary.rules import all_rules

    spare(args.output, (), say, force=args.force)
    known = (*all_rules().values(), *plugins_here())
    if args.self_test:
        return _self_test(known, args, say)
    infos = [rule.info for rule in known]
    if args.format == "json":
        deliver(_json(infos, say), args.output)
        return 0
    import tabulate

    heads = (say("编号", "code"), say("名称", "name"), say("草稿", "draft"), say("上交", "final"), say("内容", "reports"))
    rows = [(i.code, i.name, graded(i.severity, say), graded(i.final, say), i.title.in_(say.language)) for i in infos]
    deliver(tabulate.tabulate(rows, heads, tablefmt="simple", disable_numparse=True) + "\n", args.output)
    return 0


def _self_test(known: Sequence[Rule], args: argparse.Namespace, say: Voice) -> int:
    from propsummary.rules.self_test import example_folder, faults

    with example_folder() as folder:
        found = [fault for rule in known for fault in faults(rule, folder)]
    if args.format == "json":
        deliver(_as_json([_as_data(fault, say) for fault in found]), args.output)
        return 1 if found else 0
    lines = [_told(fault, say) for fault in found]
    bad = len({fault.code for fault in found})
    fine = say(f"{len(known)} 条规则的例子都对", f"the examples of {len(known)} rules are right")
    lines.append(say(f"{len(known)} 条规则里有 {bad} 条不对", f"{bad} of {len(known)} rules fail") if found else fine)
    deliver("\n".join(lines) + "\n", args.output)
    return 1 if found else 0


def _told(fault: Fault, say: Voice) -> str:
    number = say(f"（第{fault.number}个）", f" (number {fault.number})") if fault.number else ""
    line = f"{fault.code} {_what(fault, say)}{number}"
    return f"{line}\n{textwrap.indent(fault.text.rstrip(), '    ')}" if fault.text else line


def _what(fault: Fault, say: Voice) -> str:
    crash = f"{say('：', ': ')}{fault.crash.wording(say.language).message}" if fault.crash else ""
    return say(*_FAULTS[fault.kind]) + crash


def _as_data(fault: Fault, say: Voice) -> dict[str, Any]:
    return {"code": fault.code, "fault": fault.kind, "message": _what(fault, say), "number": fault.number, "example": fault.text}


def _json(infos: list[Any], say: Voice) -> str:
    listed = [
        {
            "code": info.code,
            "name": info.name,
            "severity": info.severity.value,
            "final": info.final.value,
            "title": info.title.in_(say.language),
            "why": info.why.in_(say.language),
            "serves": list(info.serves),
        }
        for info in infos
    ]
    return _as_json(listed)


def _as_json(listed: list[dict[str, Any]]) -> str:
    import json

    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"

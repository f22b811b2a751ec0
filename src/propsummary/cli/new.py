"""``propsummary new``: a draft to start from."""

from __future__ import annotations

import argparse
import os

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, taken, tell
from propsummary.cli._voice import Voice

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("给出一份带说明的空白草稿", "give a draft to start from, with explanations")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    add = parser.options.add_argument
    add("--department", required=True, metavar="DEPARTMENT", help=say("如 order、工程部", "such as order or 工程部"))
    add("--period", default="", metavar="PERIOD", help=say("如 2025、2025-H1、2025-06", "such as 2025, 2025-H1 or 2025-06"))
    parser.add_output(force=say("文件已经有了也覆盖", "overwrite a file that is there"))


def run(args: argparse.Namespace, say: Voice) -> int:
    """Write the draft, never over another one."""
    from propsummary.edits.new import starter

    to_file = args.output not in (None, STDIO)
    if to_file and os.path.lexists(args.output) and not args.force:
        raise Misuse(taken(args.output, say))
    options = {"period": args.period} if args.period else {}
    deliver(starter(args.department, language=say.language, **options), args.output)
    if to_file:
        tell(
            say(
                f"已写到 {args.output}，填好后用 propsummary check 检查",
                f"written to {args.output}: fill it in, then propsummary check",
            )
        )
    return 0

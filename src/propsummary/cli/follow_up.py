"""``propsummary follow-up``: the next summary, begun from the last one."""

from __future__ import annotations

import argparse
import os

from propsummary.cli._drafts import configured, open_summary
from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, spare, taken, tell
from propsummary.cli._voice import Voice

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("接着上一期总结起草下一期", "begin the next summary from the last one")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_file(name="last", text=say("上一期总结；- 是标准输入", "the last summary; - is standard input"))
    parser.add_config()
    parser.add_output(force=say("文件已经有了也覆盖", "overwrite a file that is there"))


def run(args: argparse.Namespace, say: Voice) -> int:
    """Write the draft, never over another one."""
    with configured(args, args.last):
        return _follow_up(args, say)


def _follow_up(args: argparse.Namespace, say: Voice) -> int:
    from propsummary.edits.follow_up import follow_up

    spare(args.output, (args.last,), say, force=args.force)
    to_file = args.output not in (None, STDIO)
    if to_file and os.path.lexists(args.output) and not args.force:
        raise Misuse(taken(args.output, say))
    deliver(follow_up(open_summary(args.last, say), language=say.language), args.output)
    if to_file:
        tell(
            say(
                f"已写到 {args.output}，填好后用 propsummary check {args.output} --previous {args.last} 检查",
                f"written to {args.output}: fill it in, then propsummary check {args.output} --previous {args.last}",
            )
        )
    return 0

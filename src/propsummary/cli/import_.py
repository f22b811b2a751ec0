"""``propsummary import``: prose or a form, as a draft in YAML."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from propsummary.cli._drafts import configured, open_draft, shape_errors
from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, taken, tell
from propsummary.cli._voice import Voice
from propsummary.cli.check import show

if TYPE_CHECKING:
    from propsummary.model import Draft, Summary

__all__ = ["configure", "describe", "run"]

_SHOWN = 3  # stretches of text that were left over
_LONGEST = 30


def describe(say: Voice) -> str:
    """What the command is for."""
    return say(
        "把Word、Markdown、文本或Excel写的总结变成YAML草稿", "turn a summary in Word, Markdown, text or Excel into a draft in YAML"
    )


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_file(text=say("总结的文件；- 是标准输入", "the summary's file; - is standard input"))
    parser.add_config()
    parser.add_input_format()
    force = say(
        "文件已经有了也覆盖，没读懂的内容丢掉也照写",
        "overwrite a file that is there, and write even though what could not be read gets lost",
    )
    parser.add_output(force=force)


def run(args: argparse.Namespace, say: Voice) -> int:
    """Read, write, tell what was found and what was not."""
    with configured(args, args.file):
        return _import(args, say)


def _import(args: argparse.Namespace, say: Voice) -> int:
    from propsummary.edits.importing import imported
    from propsummary.problems import Report

    _refuse_data(args, say)
    to_file = args.output not in (None, STDIO)
    if to_file and os.path.lexists(args.output) and not (args.force and _are_two(args.file, args.output)):
        raise Misuse(taken(args.output, say))
    draft = open_draft(args.file, args.input_format)
    lost = shape_errors(draft)
    if told := [problem for problem in draft.problems if problem.path[:1] != ("sections",)]:
        show(Report(file=draft.file, problems=tuple(told)), draft, say)
    if draft.summary is None or (lost and not args.force):
        tell(say(f"有 {lost} 处没有读懂，没有写文件", f"{lost} unreadable: nothing was written"))
        return 1
    deliver(imported(draft, language=say.language), args.output)
    if to_file:
        tell(say(f"已写到 {args.output}", f"written to {args.output}"))
    _tell_found(draft, draft.summary, say)
    return 0


def _refuse_data(args: argparse.Namespace, say: Voice) -> None:
    """
    See that there is something to import.

    Raises:
        Misuse: The file is a draft already, and its comments would get lost.
    """
    from propsummary import serde
    from propsummary.drafts.files import format_of

    if (args.input_format or format_of(args.file)) in serde.FORMATS.values():
        raise Misuse(
            say(
                f"{args.file} 已经是草稿；要换格式请用 propsummary convert",
                f"{args.file} is a draft already: use propsummary convert to change its format",
            )
        )


def _are_two(file: str, out: str) -> bool:
    return file == STDIO or not (os.path.exists(file) and os.path.exists(out) and os.path.samefile(file, out))


def _tell_found(draft: Draft, summary: Summary, say: Voice) -> None:
    from propsummary.edits.importing import leftovers, tally
    from propsummary.reports._shown import one_line

    counts = [f"{name} {count}" for name, count in tally(summary, say.language).items()]
    tell(say("读到：", "found: ") + (say.listed(counts) or say("只有部门和期间", "only department and period")))
    left = leftovers(draft, say.language)
    if not left:
        return
    count = sum(one.passages for one in left)
    tell(
        say(
            f"归不进任何一项、原样留在“正文”里的有 {count} 段：",
            f"passages that belong to no entry and were kept as text (sections): {count}",
        )
    )
    for one in left[:_SHOWN]:
        text = one_line(one.text)  # before it is cut: half of a telephone number is not known for one
        start = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        tell(f"    {one_line(one.place)}{say('：', ': ') if one.place else ''}{start}")
    if len(left) > _SHOWN:
        tell(say("    ……", "    …"))

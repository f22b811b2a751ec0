"""``propsummary new``: a draft to start from."""

from __future__ import annotations

import argparse
import os
import pathlib

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, taken, tell
from propsummary.cli._voice import Voice

__all__ = ["configure", "describe", "run"]

_FORMATS = ("yaml", "xlsx", "docx")


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("给出一份带说明的空白草稿", "give a draft to start from, with explanations")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    add = parser.options.add_argument
    add("--department", required=True, metavar="DEPARTMENT", help=say("如 order、工程部", "such as order or 工程部"))
    add("--period", default="", metavar="PERIOD", help=say("如 2025、2025-H1、2025-06", "such as 2025, 2025-H1 or 2025-06"))
    said = say(
        "写成什么：YAML草稿，或要填的Excel表、Word文稿；不写就看 -o 的文件名",
        "what to write: a YAML draft, or a form to fill in with Excel or Word; told from the name after -o if left out",
    )
    add("--format", choices=_FORMATS, help=said)
    parser.add_output(force=say("文件已经有了也覆盖", "overwrite a file that is there"))


def run(args: argparse.Namespace, say: Voice) -> int:
    """Write the draft, never over another one."""
    shape = args.format or _format_of(args.output)
    to_file = args.output not in (None, STDIO)
    if to_file and os.path.lexists(args.output) and not args.force:
        raise Misuse(taken(args.output, say))
    if args.output is None and shape != "yaml":
        raise Misuse(
            say(f"{shape} 不能显示在屏幕上，请用 -o 写文件名", f"{shape} cannot be shown on the screen: name a file with -o")
        )
    deliver(_draft(shape, args.department, args.period, say), args.output)
    if to_file:
        tell(
            say(
                f"已写到 {args.output}，填好后用 propsummary check 检查",
                f"written to {args.output}: fill it in, then propsummary check",
            )
        )
    return 0


def _format_of(out: str | None) -> str:
    suffix = pathlib.Path(out or "").suffix.lower().removeprefix(".")
    return suffix if suffix in _FORMATS else "yaml"


def _draft(shape: str, department: str, period: str, say: Voice) -> str | bytes:
    match shape:
        case "xlsx":
            from propsummary.edits.workbook import new_workbook

            return new_workbook(department, language=say.language, period=period)
        case "docx":
            from propsummary.edits.word_form import new_word_form

            return new_word_form(department, language=say.language, period=period)
    from propsummary.edits.new import starter

    return starter(department, language=say.language, period=period)

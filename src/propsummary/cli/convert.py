"""``propsummary convert``: the same draft in another format or language of keys."""

from __future__ import annotations

import argparse
import os
import pathlib
from typing import TYPE_CHECKING

from propsummary.cli._drafts import configured, open_draft, shape_errors
from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, spare, taken, tell
from propsummary.cli._voice import Voice
from propsummary.cli.check import show

if TYPE_CHECKING:
    from propsummary.model import Summary

__all__ = ["configure", "describe", "run"]

_FORMATS = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml", ".xlsx": "xlsx"}


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("换一种格式或语言保存草稿（不带注释）", "save a draft in another format or language (without its comments)")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_file()
    parser.add_config()
    parser.add_input_format()
    out = say(
        "写到这个 .yaml、.json、.toml 或 .xlsx 文件；- 是屏幕", "write to this .yaml, .json, .toml or .xlsx file; - is the screen"
    )
    force = say(
        "文件已经有了也覆盖，没读懂的内容丢掉也照写",
        "overwrite a draft that is there, and write even though what could not be read gets lost",
    )
    parser.add_output(out, required=True, force=force)
    shape = say("写成什么格式；不写就看 -o 的文件名", "format to write; told from the name after -o if left out")
    parser.options.add_argument("--format", choices=("yaml", "json", "toml", "xlsx"), help=shape)


def run(args: argparse.Namespace, say: Voice) -> int:
    """Read, refuse to lose anything, write."""
    with configured(args, args.file):
        return _convert(args, say)


def _convert(args: argparse.Namespace, say: Voice) -> int:
    from propsummary.edits.self_contained import self_contained
    from propsummary.problems import Report

    shape = args.format or _format_of(args.output, say)
    spare(args.output, [args.file], say, force=args.force)
    if shape == "xlsx" and os.path.lexists(args.output) and not args.force:  # somebody may have filled it in
        raise Misuse(taken(args.output, say))
    draft = open_draft(args.file, args.input_format)
    lost = shape_errors(draft)
    if lost:
        show(Report(file=draft.file, problems=draft.problems), draft, say)
    if draft.summary is None or (lost and not args.force):
        tell(say(f"有 {lost} 处没有读懂，转换会丢掉，没有写文件", f"{lost} unreadable that would get lost: nothing was written"))
        return 1
    deliver(_written(self_contained(draft.summary) if draft.prose else draft.summary, shape, say), args.output)
    if args.output != STDIO:
        tell(say(f"已写到 {args.output}", f"written to {args.output}"))
    if lost:
        tell(say(f"丢掉了 {lost} 处没有读懂的内容", f"{lost} unreadable that got lost"))
    return 0


def _written(summary: Summary, shape: str, say: Voice) -> str | bytes:
    from propsummary import api
    from propsummary.edits.workbook import to_workbook

    return (
        to_workbook(summary, language=say.language) if shape == "xlsx" else api.dumps(summary, format=shape, language=say.language)
    )


def _format_of(out: str, say: Voice) -> str:
    if out == STDIO:
        return "yaml"
    suffix = pathlib.Path(out).suffix.lower()
    if suffix not in _FORMATS:
        raise Misuse(
            say(
                f"不知道 {out} 是什么格式，请用 .yaml、.json、.toml 或 .xlsx",
                f"what format is {out}? Use .yaml, .json, .toml or .xlsx",
            )
        )
    return _FORMATS[suffix]

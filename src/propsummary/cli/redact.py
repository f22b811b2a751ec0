"""``propsummary redact``: a draft without personal data."""

from __future__ import annotations

import argparse
import pathlib
from typing import TYPE_CHECKING

from propsummary.cli._drafts import configured, open_draft, shape_errors
from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, spare, tell
from propsummary.cli._voice import Voice
from propsummary.cli.check import show

if TYPE_CHECKING:
    from propsummary.model import Draft

__all__ = ["configure", "describe", "run"]

# What files of one kind end in.
_KINDS = (
    *((".docx", ".docm"), (".xlsx", ".xlsm"), (".pptx",), (".pdf",), (".html", ".htm"), (".csv",)),
    *((".yaml", ".yml"), (".json",), (".toml",), (".md", ".markdown", ".txt")),
)


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("遮盖草稿里的个人信息，其余一字不动", "mask the personal data in a draft and change nothing else")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_file()
    staff = say("连同责任人、编制人等员工姓名一起遮盖", "mask the names of owners, authors and other staff as well")
    parser.options.add_argument("--staff", action="store_true", help=staff)
    parser.add_config()
    parser.add_input_format()
    parser.add_output()


def run(args: argparse.Namespace, say: Voice) -> int:
    """Read, mask, see that nothing else changed, write."""
    with configured(args, args.file):
        return _redact(args, say)


def _redact(args: argparse.Namespace, say: Voice) -> int:
    from propsummary.problems import Report

    spare(args.output, [args.file], say, force=args.force)
    if args.input_format is None:
        _see_kind(args.file, args.output or STDIO, say)
    draft = open_draft(args.file, args.input_format)
    if draft.summary is None and not (draft.prose and draft.source):
        show(Report(file=draft.file, problems=draft.problems), draft, say)
        tell(say("读不出总结，没有写文件", "it holds no summary: nothing was written"))
        return 1
    if draft.source:
        masked, people = _text(draft, args, say)
    else:
        masked, people = _package(draft, args, say)
    tell(say(f"遮盖了 {masked} 处，{people} 个人改用代称", f"{masked} places masked, {people} people renamed"))
    if not draft.prose and (lost := shape_errors(draft)):
        tell(
            say(
                f"有 {lost} 处没有读懂，也按文字遮盖了，请再看一遍",
                f"{lost} unreadable places were masked as plain text: please look them over",
            )
        )
    return 0


def _see_kind(file: str, out: str, say: Voice) -> None:
    """
    See that *out* is called like a file of the kind that *file* is.

    Raises:
        Misuse: It is called like one of another kind.
    """
    before, after = (next((kind for kind in _KINDS if pathlib.PurePath(name).suffix.lower() in kind), ()) for name in (file, out))
    if before and after and before != after:
        raise Misuse(
            say(
                f"遮盖不换格式：{file} 遮盖后还是 {before[0]} 文件，-o 请写成 {before[0]} 结尾",
                f"masking keeps the format: {file} stays a {before[0]} file, so give -o a name that ends in {before[0]}",
            )
        )


def _text(draft: Draft, args: argparse.Namespace, say: Voice) -> tuple[int, int]:
    """Mask a draft that is a text; how many places and people."""
    from propsummary.edits.redact import RedactionError, redact

    try:
        done = redact(draft, staff=args.staff, format=None if draft.prose else args.input_format)
    except RedactionError as error:
        raise Misuse(
            say(
                "有的个人信息写在改不动的地方（键名或转义里），没有写文件；请先手工删掉",
                "some personal data stands in keys or escapes that cannot be masked: nothing was written, take it out by hand",
            )
        ) from error
    deliver(done.data if args.output not in (None, STDIO) else done.text, args.output)
    return done.masked, done.people


def _package(draft: Draft, args: argparse.Namespace, say: Voice) -> tuple[int, int]:
    """Mask a Word file or a workbook; how many places and people."""
    from propsummary.edits.redact_office import redact_office

    if args.file == STDIO or args.output is None:
        raise Misuse(say("Word和Excel文件要写文件名，并用 -o 说明存到哪里", "name the Word or Excel file, and its copy with -o"))
    done = redact_office(pathlib.Path(args.file).read_bytes(), draft, staff=args.staff)
    deliver(done.data, args.output)
    if done.unseen:
        tell(
            say(
                f"图片和嵌入的文件（{done.unseen} 个）里的内容没有看，请自己过目",
                f"{done.unseen} pictures and embedded files were not looked into: please look them over",
            )
        )
    return done.masked, done.people

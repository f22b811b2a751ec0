"""Word files: their paragraphs, for showing what problems are about, and their copies with comments."""

from __future__ import annotations

import argparse
import os
import pathlib
import re
from typing import TYPE_CHECKING

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import FILE, Parser
from propsummary.cli._streams import STDIO, deliver, taken, tell
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.problems import Report

__all__ = ["add_annotate", "paragraphs_of", "to_annotate", "write_annotated"]

_PACKAGE, _WORD = b"PK\x03\x04", b"word/"
_BREAK = re.compile("[\r\n]")


def paragraphs_of(name: str) -> str:
    """The paragraphs of a Word file, a line each, which is how problems count them; nothing of any other file."""
    from propsummary.drafts.word import paragraphs
    from propsummary.drafts.word.package import Package
    from propsummary.serde._source import Refused

    content = b"" if name == STDIO else pathlib.Path(name).read_bytes()
    if not _is_word(content):
        return ""
    try:
        document = Package(content).document
    except Refused:
        return ""
    texts = ("".join(piece.text for piece in pieces) for _, _, pieces in paragraphs(document))
    return "\n".join(_BREAK.sub(" ", text) for text in texts)


def add_annotate(parser: Parser, say: Voice) -> None:
    """Let the command take ``--annotate``."""
    copy = say(
        "另存一份Word，问题都批注在原文的字句上", "write a copy of the Word file, with the problems as comments on its words"
    )
    action = parser.options.add_argument("--annotate", metavar="OUT", help=copy)
    action.complete = FILE  # type: ignore[attr-defined]


def to_annotate(args: argparse.Namespace, say: Voice) -> bytes | None:
    """
    The Word file of which a copy is to be written; None if none is.

    Raises:
        Misuse: It is no Word file, or not the only file, or the copy would be written over something, or nothing is to be told.

        OSError: It cannot be opened.
    """
    file, out = args.files[0], args.annotate
    if out is None:
        return None
    if len(args.files) > 1 or STDIO in (file, out):
        raise Misuse(
            say("--annotate 一次批注一个Word文件，要写两个文件名", "--annotate takes one Word file, and the name of its copy")
        )
    if args.write_baseline:
        raise Misuse(say("--annotate 不能和 --write-baseline 一起用", "--annotate does not go with --write-baseline"))
    content = pathlib.Path(file).read_bytes()
    if not _is_word(content):
        raise Misuse(
            say(f"--annotate 只能批注Word文件（.docx），{file} 不是", f"--annotate is for Word files (.docx), which {file} is not")
        )
    if os.path.exists(out) and os.path.samefile(file, out):
        raise Misuse(say(f"{out} 就是原文，批注要写到另一个文件", f"{out} is the draft itself: name another file for the comments"))
    if os.path.lexists(out) and not args.force:
        raise Misuse(taken(out, say))
    return content


def write_annotated(original: bytes, report: Report, out: str, say: Voice) -> None:
    """
    Write the copy with the problems of *report*.

    Raises:
        CannotWrite: There is no way to.

        UnreadableFileError: The file is damaged or locked.
    """
    from propsummary.edits.annotate import annotate

    deliver(annotate(original, report, language=say.language), out)
    count = len(report)
    tell(say(f"{count} 条批注写进了 {out}", f"{count} comments written to {out}" if count != 1 else f"1 comment written to {out}"))


def _is_word(content: bytes) -> bool:
    return content.startswith(_PACKAGE) and _WORD in content

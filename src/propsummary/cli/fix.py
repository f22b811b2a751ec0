"""``propsummary fix``: the slips of a draft mended, its figures untouched."""

from __future__ import annotations

import argparse
import codecs
import os
import pathlib
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from propsummary.cli._drafts import configured, open_draft, refuse_doubled_input, shape_errors
from propsummary.cli._failure import Misuse, sentence
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO, deliver, tell
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.edits.fix import Fixed, Repair
    from propsummary.model import Draft

__all__ = ["configure", "describe", "run"]

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_COLOURS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("改正草稿里的笔误，数字一个不动", "mend the slips of a draft without touching its figures")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    text = say("YAML、JSON 或 TOML 草稿，可以有多个；- 是标准输入", "drafts in YAML, JSON or TOML; - is standard input")
    parser.add_file(many=True, name="files", text=text)
    write = say("改好写回文件；不加就只显示要改什么", "write the draft back; without it only what would change is shown")
    parser.options.add_argument("--write", action="store_true", help=write)
    parser.add_config()
    parser.add_input_format()


def run(args: argparse.Namespace, say: Voice) -> int:
    """Read, mend, show what changes, write it back if asked; every file, whatever becomes of the others."""
    refuse_doubled_input(args.files, say)
    codes = []
    for name in args.files:
        try:
            with configured(args, name):
                codes.append(_fix(name, args, say))
        except (OSError, Misuse) as error:
            tell(f"propsummary: {sentence(error, say)}")
            codes.append(2)
    return max(codes)


def _fix(name: str, args: argparse.Namespace, say: Voice) -> int:
    from propsummary import serde
    from propsummary.edits.fix import fix

    if args.write and name == STDIO:
        raise Misuse(say("标准输入写不回去，请给出文件名", "standard input cannot be written back to: name a file"))
    draft = open_draft(name, args.input_format)
    _refuse_others(draft, args.input_format, say)
    form = args.input_format or serde.format_of(draft.file) or serde.sniff(draft.source)
    done = fix(draft, format=form)
    deliver(_difference(draft, done, coloured=_is_for_eyes()), None)
    for repair in done.repairs:
        tell(f"{repair.span}: {repair.code} {repair.wording(say.language)}")
    _tell_dropped(done.dropped, say)
    if done.repairs and args.write:
        _write_back(name, draft, done.text, say)
    about = f"{name}: " if len(args.files) > 1 else ""
    for line in _conclusion(name, done, shape_errors(serde.loads(done.text, form)), say, written=args.write):
        tell(about + line)
    return 1 if done.repairs and not args.write else 0


def _refuse_others(draft: Draft, form: str | None, say: Voice) -> None:
    """
    See that *draft* is the text of a summary as data.

    Raises:
        Misuse: It is prose, a workbook, or nothing that can be read.
    """
    from propsummary import serde
    from propsummary.drafts import files

    name = draft.file
    if draft.prose or (form or files.format_of(name) or "yaml") not in serde.FORMATS.values():
        raise Misuse(
            say(
                f"fix 只改 YAML、JSON、TOML 草稿，{name} 不是；先用 propsummary import 转成草稿，或用 propsummary check 看哪里要改",
                f"fix mends drafts in YAML, JSON or TOML, which {name} is not: make it one with propsummary import, "
                "or see propsummary check",
            )
        )
    if not draft.source.strip():
        raise Misuse(say(f"{name} 里读不出文字，先用 propsummary check 看看", f"{name} holds no text: see propsummary check"))


def _tell_dropped(dropped: tuple[Repair, ...], say: Voice) -> None:
    for repair in dropped:
        why = say("改了会动到数字，没有改", "not done, a figure would change")
        tell(f"{repair.span}: {repair.code} {repair.wording(say.language)}{say('：', ': ')}{why}")


def _conclusion(name: str, done: Fixed, left: int, say: Voice, *, written: bool) -> Iterator[str]:
    count = len(done.repairs)
    if not count:
        yield say("没有可以放心改的地方", "nothing that can safely be mended")
    elif written:
        yield say(f"改了 {count} 处，已写回 {name}", f"{count} places mended in {name}")
    else:
        yield say(f"可以改 {count} 处；加 --write 写回文件", f"{count} places to mend; --write writes them back")
    if left:
        yield say(f"还有 {left} 处要自己改，见 propsummary check", f"{left} more are up to you: see propsummary check")


def _is_for_eyes() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _difference(draft: Draft, done: Fixed, *, coloured: bool) -> str:
    """What changes, as a unified diff; empty if nothing does."""
    import difflib

    before, after = (_LINE_BREAK.split(text) for text in (draft.source, done.text))
    lines = difflib.unified_diff(before, after, draft.file, draft.file, lineterm="")
    return "".join(f"{line}\n" for line in (_coloured(lines) if coloured else lines))


def _coloured(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        colour = "" if line.startswith(("---", "+++")) else _COLOURS.get(line[:1], "")
        yield f"{colour}{line}\x1b[0m" if colour else line


def _write_back(name: str, draft: Draft, text: str, say: Voice) -> None:
    """
    Put *text* in the place of the file, at once or not at all, in the encoding of the file.

    Raises:
        Misuse: The file is no longer what was read, or its encoding does not come out the same.

        OSError: It cannot be written.
    """
    path = pathlib.Path(name).resolve()
    data = path.read_bytes()
    if _encoded(draft.source, draft.encoding, data) != data:
        raise Misuse(
            say(f"{name} 的编码还原不了，没有写；请另存为 UTF-8", f"{name}: its encoding cannot be kept; save it as UTF-8")
        )
    handle, other = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(_encoded(text, draft.encoding, data))
        shutil.copymode(path, other)
        os.replace(other, path)
    except BaseException:
        os.unlink(other)
        raise


def _encoded(text: str, encoding: str, data: bytes) -> bytes:
    """*text* as bytes, with the byte order of *data*."""
    for mark, ordered in ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")):
        if encoding == "utf-32" and data.startswith(mark):
            return mark + text.encode(ordered)
    for mark, ordered in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if encoding == "utf-16" and data.startswith(mark):
            return mark + text.encode(ordered)
    return text.encode(encoding)

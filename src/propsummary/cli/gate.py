"""``propsummary gate``: whether every figure of a text is accounted for in another."""

from __future__ import annotations

import argparse
import pathlib
import sys
from typing import TYPE_CHECKING

from propsummary.cli._drafts import configured, open_draft
from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._stdin import told_by_content
from propsummary.cli._streams import STDIO, deliver, spare
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.gating import Source
    from propsummary.model import Draft

__all__ = ["configure", "describe", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("逐个核对两份文稿的数字：改了、多了还是丢了", "account for every figure of two texts: changed, new or lost")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    first = say("原来的草稿或文稿；- 是标准输入", "the draft or text as it was; - is standard input")
    parser.add_file(name="before", text=first)
    parser.add_file(name="after", text=say("改过的文稿；- 是标准输入", "the text as it is now; - is standard input"))
    add = parser.options.add_argument
    add("--format", choices=("text", "json", "html"), default="text", help=say("报告的格式", "format of the report"))
    audience = say("草稿是出给谁看的，和 render 一样", "whom the draft was rendered for, as with render")
    add("--audience", choices=("management", "owners"), default="management", help=audience)
    parser.add_config()
    parser.add_output()


def run(args: argparse.Namespace, say: Voice) -> int:
    """Compare and say what became of the figures."""
    with configured(args, args.before), configured(args, args.after):
        return _gate(args, say)


def _gate(args: argparse.Namespace, say: Voice) -> int:
    from propsummary import api, gating

    if args.before == args.after == STDIO:
        raise Misuse(say("标准输入只能用一次", "standard input can be read only once"))
    spare(args.output, (args.before, args.after), say, force=args.force)
    (before, before_format), (after, after_format) = _opened(args.before, say), _opened(args.after, say)
    report = api.gate(before, after, before_format=before_format, after_format=after_format, audience=args.audience)
    writers = {"text": gating.gate_text, "json": gating.gate_json, "html": gating.gate_html}
    deliver(writers[args.format](report, language=say.language), args.output)
    return 0 if report.ok else 1


def _opened(name: str, say: Voice) -> tuple[Source, str | None]:
    """
    What the file called *name* holds, and its format; a draft as it was read, a form that was filled in likewise.

    Raises:
        Misuse: It is in a format that the gate cannot read, or a draft that holds no summary.

        OSError: It cannot be opened.
    """
    from propsummary import extract, gating, serde
    from propsummary.drafts import files

    suffix = pathlib.PurePath(name).suffix.lower()
    if suffix in (".yaml", ".yml", ".toml"):
        return _draft(name, say), None
    told = extract.format_of(name)
    if told is None and name != STDIO and suffix:
        known = say.listed([*extract.SUFFIXES, *serde.FORMATS])
        zh, en = f"数字闸门读不了 {suffix} 文件，可以读：{known}", f"the gate cannot read {suffix} files; it reads {known}"
        raise Misuse(say(zh, en))
    data = sys.stdin.buffer.read() if name == STDIO else pathlib.Path(name).read_bytes()
    if suffix == ".json" and b'"blocks"' not in data:
        return _draft(name, say), None
    if name == STDIO and extract.sniff(data) in ("text", "json") and told_by_content(data) is None and b'"blocks"' not in data:
        return _whole(files.read_bytes(data, file=STDIO, folder=pathlib.Path()), name, say), None
    form = gating.form_in(data, told)
    return (_whole(form, name, say), None) if form else (data, told)


def _draft(name: str, say: Voice) -> Draft:
    """The draft called *name*, which has to hold a summary."""
    return _whole(open_draft(name), name, say)


def _whole(draft: Draft, name: str, say: Voice) -> Draft:
    if draft.summary is None:
        raise Misuse(say(f"{name} 读不出总结，先用 propsummary check 看看", f"{name} holds no summary: see propsummary check"))
    return draft

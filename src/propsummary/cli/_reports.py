"""Reports in the format that the user asked for."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from propsummary.cli._failure import Misuse
from propsummary.cli._parser import Parser
from propsummary.cli._streams import STDIO
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.problems import Report
    from propsummary.reports.html import Explanation

__all__ = ["add_formats", "on_terminal", "refuse_misfits", "written"]

_WIDTH = 100


def add_formats(parser: Parser, say: Voice) -> None:
    """Let the command take ``--format`` and ``--group``."""
    from propsummary.reports import REPORTERS

    add = parser.options.add_argument
    add("--format", choices=REPORTERS, default="text", help=say("报告的格式", "format of the report"))
    order = say("文字报告按位置排，还是按对象（问题、措施……）归在一起", "text: by place, or gathered by object")
    add("--group", choices=("place", "object"), help=order)


def refuse_misfits(args: argparse.Namespace, say: Voice) -> None:
    """
    See that the options go together, before anything is checked.

    Raises:
        Misuse: What is no text shall be grouped.
    """
    if args.group and args.format != "text":
        raise Misuse(say("--group 只用于 --format text", "--group goes with --format text only"))


def written(
    reports: Report | Sequence[Report], args: argparse.Namespace, texts: Mapping[str, str], plugins: Iterable[str], say: Voice
) -> str:
    """
    The reports, as ``--format`` and ``--group`` want them.

    Args:
        reports: A single one, or several.

        args: The arguments.

        texts: The drafts' texts, by their names.

        plugins: The names of rule packages that ran too.

        say: The language.
    """
    from propsummary.reports import reporter

    if args.format == "text":
        return _text(reports, args, texts, say)
    if args.format == "html":
        from propsummary.reports.html import report_html

        return report_html(reports, language=say.language, sources=texts, explanations=_explanations(reports, plugins))
    return reporter(args.format)(reports, language=say.language)


def on_terminal(report: Report, texts: Mapping[str, str], say: Voice) -> str:
    """The report for somebody who asked for something else and looks at standard error."""
    from propsummary.reports.text import report_text

    return report_text(report, language=say.language, sources=texts, colour=_colours(sys.stderr), width=_width())


def _text(reports: Report | Sequence[Report], args: argparse.Namespace, texts: Mapping[str, str], say: Voice) -> str:
    from propsummary.reports.text import report_text

    seen = args.output in (None, STDIO)
    return report_text(
        reports,
        language=say.language,
        sources=texts,
        colour=seen and _colours(sys.stdout),
        width=_width() if seen else _WIDTH,
        group=args.group or "place",
    )


def _explanations(reports: Report | Sequence[Report], plugins: Iterable[str]) -> dict[str, Explanation]:
    """What to say of the rules that found something."""
    from propsummary.problems import Report
    from propsummary.reports.html import Explanation
    from propsummary.rules import all_rules
    from propsummary.rules.examples import examples
    from propsummary.rules.registry import plugin_rules

    known = {**all_rules(), **{rule.code: rule for rule in plugin_rules(plugins)}}
    found = {problem.code for report in ([reports] if isinstance(reports, Report) else reports) for problem in report}
    return {
        code: Explanation(title=rule.info.title, why=rule.info.why, good=next(iter(examples(rule).good), ""))
        for code in sorted(found)
        if (rule := known.get(code))
    }


def _colours(stream: object) -> bool:
    """Whether to colour: only for somebody who looks on and has not said no (https://no-color.org)."""
    isatty = getattr(stream, "isatty", lambda: False)
    return bool(isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width() -> int:
    return shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH

"""Findings that are known: recorded in a baseline, and not told again."""

from __future__ import annotations

import argparse
import pathlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from propsummary.cli._parser import FILE, Parser
from propsummary.cli._streams import deliver, tell
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.problems import Report
    from propsummary.rules.baseline import Known

__all__ = ["add_baseline", "known_findings", "record", "without_known"]


def add_baseline(parser: Parser, say: Voice) -> None:
    """Let the command take ``--baseline`` or ``--write-baseline``."""
    either = parser.options.add_mutually_exclusive_group()
    known = say("不再列出这个文件里记着的已知问题", "do not tell again what this file knows of")
    take = either.add_argument("--baseline", metavar="FILE", help=known)
    now = say("把现有的问题记进这个文件，以后算作已知", "record the present problems in this file, to be known from now on")
    write = either.add_argument("--write-baseline", metavar="FILE", help=now)
    take.complete = write.complete = FILE  # type: ignore[attr-defined]


def known_findings(name: str | None) -> Known | None:
    """
    What the baseline called *name* knows; None without a name.

    Raises:
        ConfigurationError: It is no baseline.

        OSError: It cannot be opened.
    """
    from propsummary.rules import baseline

    return baseline.read(pathlib.Path(name).read_bytes().decode("utf-8", errors="replace"), name) if name else None


def record(reports: Sequence[Report], name: str, say: Voice) -> None:
    """Write the baseline that knows what *reports* tell."""
    from propsummary.rules import baseline

    deliver(baseline.write(reports), name)
    count = sum(map(len, reports))
    tell(say(f"已把 {count} 条问题记进 {name}", f"{count} problems recorded in {name}"))


def without_known(reports: Sequence[Report], known: Known, args: argparse.Namespace, say: Voice) -> list[Report]:
    """The reports without what is known; says how much that is, and what the baseline could do without."""
    from propsummary.rules import baseline

    fresh = [baseline.apply(report, known) for report in reports]
    count, gone = sum(len(report.known) for report in fresh), [line for report in fresh for line in report.gone]
    tell(say(f"已知 {count} 条，不再列出", f"{count} known, not listed again"))
    if gone and not (args.select or args.ignore):  # what was not looked for may still be there
        name, many = args.baseline, len(gone)
        tell(say(f"{name} 里有 {many} 条已经不存在，可以删去：", f"{many} in {name} are gone and can be dropped:"))
        for line in gone:
            tell(f"    {line}")
    return fresh

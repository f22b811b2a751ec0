"""``propsummary check``: what is wrong with drafts, and where."""

from __future__ import annotations

import argparse
import itertools
import os
from typing import TYPE_CHECKING

import attrs

from propsummary.cli._drafts import choice_of_rules, configured, open_draft, refuse_doubled_input
from propsummary.cli._failure import Misuse, sentence
from propsummary.cli._known import add_baseline, known_findings, record, without_known
from propsummary.cli._parser import FILE, Parser
from propsummary.cli._previous import Previous, open_previous, refuse_unrelated
from propsummary.cli._reports import add_formats, on_terminal, refuse_misfits, written
from propsummary.cli._sources import add_source, with_figures
from propsummary.cli._streams import deliver, progress, spare, tell
from propsummary.cli._voice import Voice
from propsummary.cli._word_files import add_annotate, paragraphs_of, to_annotate, write_annotated

if TYPE_CHECKING:
    from propsummary.model import Draft
    from propsummary.problems import Report

__all__ = ["configure", "describe", "run", "show"]

_WITH_TEXTS = ("text", "html")  # the formats that show the lines which problems are about


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("检查草稿，说出哪里有问题", "check drafts and say what is wrong where")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_file(many=True, name="files", text=say("草稿，可以有多个；- 是标准输入", "drafts; - is standard input"))
    add = parser.options.add_argument
    stage = say("阶段：草稿，还是即将上交（要求更严）", "a draft, or a summary about to be handed in (stricter)")
    add("--stage", choices=("draft", "final"), default="draft", help=stage)
    add_formats(parser, say)
    only = say("只查这些规则：编号、类别或名称，逗号隔开", "only these rules: codes, families or names, with commas")
    add("--select", type=_some, metavar="RULES", help=only)
    add("--ignore", default="", metavar="RULES", help=say("不查这些规则", "all but these rules"))
    parser.add_config()
    before = say("上一期总结；有几份就写几次", "the previous summary; once for each if there are several")
    action = add("--previous", action="append", default=[], metavar="FILE", help=before)
    action.complete = FILE  # type: ignore[attr-defined]
    add_source(parser, say, drafts=True)
    add_baseline(parser, say)
    add_annotate(parser, say)
    parser.add_input_format()
    parser.add_output()


def _some(given: str) -> str:
    """
    What an option says that has to say something: nothing at all, as of a variable that is not set, would mean all rules.

    Raises:
        ValueError: It is blank.
    """
    if not given.strip(" ,，"):
        raise ValueError
    return given


def run(args: argparse.Namespace, say: Voice) -> int:
    """Check every file, whatever becomes of the others."""
    refuse_misfits(args, say)
    refuse_doubled_input((*args.files, *args.previous), say)
    for out in (args.output, args.write_baseline):
        spare(out, (*args.files, *args.previous), say, force=args.force)
    original = to_annotate(args, say)
    known = known_findings(args.baseline)
    with configured(args, args.files[0]):
        previous = open_previous(args.previous, say)
    checked = _checked(args, previous, say)
    reports = checked.reports
    unopened = len(args.files) - len(reports)
    if args.write_baseline:
        record(reports, args.write_baseline, say)
        return 2 if unopened else 0
    if known is not None:
        reports = without_known(reports, known, args, say)
    if reports or len(args.files) > 1:
        shown = reports[0] if len(args.files) == 1 else reports
        deliver(written(shown, args, checked.texts, checked.plugins, say), args.output)
    if original is not None and reports:
        write_annotated(original, reports[0], args.annotate, say)
    return 2 if unopened else 0 if all(report.ok for report in reports) else 1


@attrs.frozen(kw_only=True)
class _Checked:
    """
    What came of the files that could be checked.

    Attributes:
        reports: A report a file.

        texts: The texts of those that have problems, by name.

        plugins: Names of the rule packages that ran too.
    """

    reports: list[Report] = attrs.field(factory=list)
    texts: dict[str, str] = attrs.field(factory=dict)
    plugins: dict[str, None] = attrs.field(factory=dict)


def _checked(args: argparse.Namespace, previous: Previous, say: Voice) -> _Checked:
    from propsummary import api

    found = _Checked()
    last = [summary for _, summary in previous]
    computed = with_figures(args, say)
    files = enumerate(args.files)
    for folder, of_folder in itertools.groupby(files, lambda one: os.path.dirname(one[1])):
        with configured(args, folder) as given:
            config = choice_of_rules(given, args)
            found.plugins.update(dict.fromkeys(config.plugins))
            for done, name in of_folder:
                progress(done, len(args.files), say)
                try:
                    draft = computed(open_draft(name, args.input_format))
                    refuse_unrelated(draft, previous, say)
                except (OSError, Misuse) as error:
                    tell(f"propsummary: {sentence(error, say)}")
                    continue
                report = api.check(draft, stage=args.stage, config=config, previous=last)
                found.reports.append(report)
                if report.problems and args.format in _WITH_TEXTS:
                    found.texts[draft.file] = draft.source or paragraphs_of(name)
    progress(len(args.files), len(args.files), say)
    return found


def show(report: Report, draft: Draft, say: Voice) -> None:
    """Show a report to somebody who asked for something else."""
    tell(on_terminal(report, {draft.file: draft.source}, say).rstrip("\n"))

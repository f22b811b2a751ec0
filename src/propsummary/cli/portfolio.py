"""``propsummary portfolio``: many summaries at once, checked and rolled up."""

from __future__ import annotations

import argparse
import json
import pathlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from propsummary.cli._drafts import choice_of_rules, configured
from propsummary.cli._failure import Misuse
from propsummary.cli._parser import FILE, Parser
from propsummary.cli._streams import deliver, progress, spare, tell
from propsummary.cli._voice import Voice

if TYPE_CHECKING:
    from propsummary.periods import Period
    from propsummary.portfolio import Checked, RollUp
    from propsummary.rules import Config

__all__ = ["configure", "describe", "run"]

_CHECK, _ROLL_UP = "check", "roll-up"
_COMMONEST = 10  # rules named below the list
_OLD = (".doc", ".xls", ".wps", ".et", ".rtf", ".odt", ".ods")  # what people write in that is not read
_SETTINGS = ("propsummary.toml", "pyproject.toml")


def describe(say: Voice) -> str:
    """What the command is for."""
    return say(
        "一次核对很多份总结，或者汇总到区域和公司", "check many summaries at once, or roll them up to regions and the company"
    )


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    what = say("check 逐份核对；roll-up 汇总", "check each, or roll-up")
    parser.arguments.add_argument("what", choices=(_CHECK, _ROLL_UP), metavar="ACTION", help=what)
    parser.add_file(many=True, name="files", text=say("草稿或者装草稿的文件夹", "drafts, or folders of drafts"))
    add = parser.options.add_argument
    stage = say("阶段：草稿，还是即将上交（要求更严）", "a draft, or a summary about to be handed in (stricter)")
    add("--stage", choices=("draft", "final"), default="draft", help=stage)
    add(
        "--format",
        choices=("text", "json"),
        default="text",
        help=say("check 结果的格式；json 一行一份", "of a check; json is a line a file"),
    )
    add("--jobs", type=int, default=None, metavar="N", help=say("同时用几个进程", "how many processes at a time"))
    regions = add("--regions", metavar="TOML", help=say("哪个项目属于哪个区域", "which project belongs to which region"))
    regions.complete = FILE  # type: ignore[attr-defined]
    add("--department", default="", help=say("汇总哪个部门；不写就是最多的那个", "which department; the commonest if left out"))
    add("--period", default="", help=say("汇总哪个期间；不写就是最多的那个", "which period; the commonest if left out"))
    overview = say("把汇总做成这种格式的总表；不写就是一份可以接着写的草稿", "an overview in this format; a draft if left out")
    add("--to", default="", metavar="FORMAT", help=overview)
    parser.add_config()
    parser.set_defaults(select="", ignore="")
    parser.add_output()


def run(args: argparse.Namespace, say: Voice) -> int:
    """Check all, then say what came of each, or of all together."""
    if args.jobs is not None and args.jobs < 1:
        raise Misuse(say("--jobs 至少是 1", "--jobs must be 1 or more"))
    period = _period(args.period, say)
    with configured(args, args.files[0]) as config:
        files = list(_files(args.files, config.files, say))
        spare(args.output, files, say, force=args.force)
        outcomes = _with_progress(_checked(files, choice_of_rules(config, args), args), len(files), say)
        return _check(outcomes, args, say) if args.what == _CHECK else _roll_up(outcomes, period, args, say)


def _files(names: Iterable[str], settings: Iterable[pathlib.Path], say: Voice) -> Iterator[str]:
    """The files named, and those in the folders named, in order of their names; without configurations and their *settings*."""
    from propsummary.drafts.files import FORMATS

    apart = {file.resolve() for file in settings}
    for name in names:
        folder = pathlib.Path(name)
        if not folder.is_dir():
            yield name
            continue
        files = [file for file in folder.rglob("*") if file.is_file()]
        _tell_of_old_ones(name, [file.suffix.lower() for file in files], say)
        drafts = (file for file in files if file.suffix.lower() in FORMATS and file.name not in _SETTINGS)
        found = sorted(str(file) for file in drafts if file.resolve() not in apart)
        if not found:
            raise Misuse(say(f"{name} 里没有草稿", f"there are no drafts in {name}"))
        yield from found


def _tell_of_old_ones(folder: str, suffixes: list[str], say: Voice) -> None:
    """Say how many files in *folder* are passed over that may well be drafts."""
    old = [suffix for suffix in suffixes if suffix in _OLD]
    if old:
        kinds = say.listed(sorted(set(old)))
        zh = f"{folder} 里跳过了 {len(old)} 份不能直接读的文件（{kinds}），先另存为 .docx 或 .xlsx"
        tell(
            say(
                zh, f"{folder}: {len(old)} files passed over that cannot be read as they are ({kinds}): save them as .docx or .xlsx"
            )
        )


def _checked(files: list[str], config: Config, args: argparse.Namespace) -> Iterator[Checked]:
    from propsummary.portfolio import check_files

    return check_files(files, stage=args.stage, config=config, members=args.what == _ROLL_UP, workers=args.jobs)


def _with_progress(outcomes: Iterator[Checked], total: int, say: Voice) -> Iterator[Checked]:
    for done, outcome in enumerate(outcomes, 1):
        progress(done, total, say)
        yield outcome


def _check(outcomes: Iterator[Checked], args: argparse.Namespace, say: Voice) -> int:
    lines = _json_lines(outcomes, say) if args.format == "json" else _text_lines(outcomes, say)
    totals: Counter[str] = Counter()
    deliver("".join(_counting(lines, totals)), args.output)
    return 2 if totals["unopened"] else 1 if totals["bad"] else 0


def _counting(lines: Iterator[tuple[str, str]], totals: Counter[str]) -> Iterator[str]:
    for kind, line in lines:
        totals[kind] += 1
        yield line + "\n"


def _kind(outcome: Checked) -> str:
    return "unopened" if outcome.report is None else "good" if outcome.ok else "bad"


def _text_lines(outcomes: Iterator[Checked], say: Voice) -> Iterator[tuple[str, str]]:
    """A line a file, then the sums."""
    from propsummary.catalogue.codes import codes
    from propsummary.reports.chat import verdict

    kinds: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for outcome in outcomes:
        kinds[_kind(outcome)] += 1
        if outcome.report is not None:
            broken.update({problem.code for problem in outcome.report})
            yield _kind(outcome), verdict(outcome.report, outcome.file, language=say.language)
        elif outcome.failure is not None:
            yield _kind(outcome), f"{outcome.file}: {outcome.failure.in_(say.language)}"
    total, good, bad, unopened = sum(kinds.values()), kinds["good"], kinds["bad"], kinds["unopened"]
    zh = f"共 {total} 份：{good} 份没有错误，{bad} 份要改" + (f"，{unopened} 份没能检查" if unopened else "")
    en = f"{total} drafts: {good} without errors, {bad} to be mended" + (f", {unopened} not checked" if unopened else "")
    yield "sum", say(zh, en)
    known = codes()
    for code, count in sorted(broken.items(), key=lambda item: (-item[1], item[0]))[:_COMMONEST]:
        title = known[code].title.in_(say.language) if code in known else ""
        yield "sum", say(f"  {code} {title}：{count} 份", f"  {code} {title}: {count}")


def _json_lines(outcomes: Iterator[Checked], say: Voice) -> Iterator[tuple[str, str]]:
    from propsummary.reports.json import report_json

    for outcome in outcomes:
        told: dict[str, object] = {"file": outcome.file}
        if outcome.report is not None:
            told |= json.loads(report_json(outcome.report, language=say.language))
        if outcome.failure is not None:
            told["failure"] = outcome.failure.in_(say.language)
        yield _kind(outcome), json.dumps(told, ensure_ascii=False)


def _roll_up(outcomes: Iterator[Checked], period: Period | None, args: argparse.Namespace, say: Voice) -> int:
    from propsummary import api
    from propsummary.portfolio import Regions, overview, roll_up

    members, unread = [], []
    for outcome in outcomes:
        if outcome.member is not None:
            members.append(outcome.member)
        else:
            unread.append(outcome)
    if not members:
        for one in unread:
            tell(f"{one.file}: {one.failure.in_(say.language) if one.failure else say('读不出总结', 'no summary could be read')}")
        raise Misuse(say("没有一份总结能汇总", "there is no summary to roll up"))
    regions = Regions.from_file(pathlib.Path(args.regions)) if args.regions else None
    _refuse_unknown(args.department, {member.department for member in members})
    rolled = roll_up(members, regions=regions, department=args.department, period=period, unread=unread)
    if not rolled.members:
        raise Misuse(_nothing_fits(rolled, say))
    if args.to:
        from propsummary.cli.render import renderer_named
        from propsummary.renderers import rendered

        content: str | bytes = rendered(overview(rolled, language=say.document), renderer_named(args.to, None, say))
    else:
        content = api.dumps(rolled.summary, language=say.language)
    deliver(content, args.output)
    _tell_what_is_missing(rolled, say)
    return 2 if unread else 0


def _refuse_unknown(name: str, there: Collection[str]) -> None:
    """
    Refuse a department that no profile knows and no summary names.

    Raises:
        UnknownNameError: *name* is one.
    """
    from propsummary.catalogue import department, unknown_department

    if name and name not in there and department(name) is None:
        raise unknown_department(name)


def _nothing_fits(rolled: RollUp, say: Voice) -> str:
    from propsummary.catalogue import department

    profile = department(rolled.department)
    zh, en = (profile.zh, profile.en) if profile else (rolled.department, rolled.department)
    given, period = sum(bool(one.project) for one in rolled.left_out), rolled.period
    return say(
        f"没有{zh}{period.title()}的总结可以汇总：给的{given}份都是别的部门、别的期间，或者不在区域里",
        f"there is no summary of {en} for {period.title('en')}: the {given} given are of other departments, periods or regions",
    )


def _tell_what_is_missing(rolled: RollUp, say: Voice) -> None:
    """What a person should know before using the result."""
    for one in rolled.refused:
        names = say.listed(one.projects)
        tell(say(f"{one.kpi.zh} 没有合在一起：{one.why.zh}（{names}）", f"{one.kpi.en} left out: {one.why.en} ({names})"))
    for left in rolled.left_out:
        tell(say(f"{left.file or left.project} 没有汇总：{left.why.zh}", f"{left.file or left.project} left out: {left.why.en}"))
    if rolled.absent:
        tell(say(f"没有交总结的项目：{say.listed(rolled.absent)}", f"nothing handed in by {say.listed(rolled.absent)}"))


def _period(text: str, say: Voice) -> Period | None:
    from propsummary.periods import Period

    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise Misuse(say(f"--period 看不懂“{text}”，请写成 2025、2025-H1、2025-06", f"--period: “{text}” is no period")) from error

"""``propsummary render``: the document to hand in."""

from __future__ import annotations

import argparse
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from propsummary.cli._drafts import choice_of_rules, configured, open_draft, shape_errors
from propsummary.cli._failure import CannotWrite, Misuse
from propsummary.cli._parser import FILE, Parser
from propsummary.cli._previous import open_previous, refuse_unrelated
from propsummary.cli._sources import add_source, with_figures
from propsummary.cli._streams import STDIO, deliver, spare, spare_beside, tell
from propsummary.cli._voice import Voice
from propsummary.cli.check import show

if TYPE_CHECKING:
    from propsummary.document import Document
    from propsummary.model import Draft, Summary
    from propsummary.renderers import Renderer
    from propsummary.rules import Config

__all__ = ["configure", "describe", "renderer_named", "run"]


def describe(say: Voice) -> str:
    """What the command is for."""
    return say("把草稿做成可以上交的文件", "make the document to hand in")


def configure(parser: Parser, say: Voice) -> None:
    """Declare the arguments."""
    parser.add_file()
    add = parser.options.add_argument
    add("--to", required=True, metavar="FORMAT", help=say("输出格式，如 html", "such as html"))
    stage = say("final：还有错误就不出文件", "final: no document while errors stand")
    add("--stage", choices=("draft", "final"), default="draft", help=stage)
    add("--final", action="store_const", const="final", dest="stage", help=say("同 --stage final", "the same as --stage final"))
    audience = say(
        "给谁看：management 管理层、owners 业主、internal 内部（附核对结果）", "management, owners or internal (with the check)"
    )
    add("--audience", choices=("management", "owners", "internal"), default="management", help=audience)
    sampled = say("有样本量的比率写出95%%置信区间", "show the 95%% interval of rates with a sample size")
    add("--intervals", action="store_true", help=sampled)
    before = say("上一期总结，“上期落实”里写它的原话；有几份就写几次", "the previous summary, whose words the follow-up then uses")
    action = add("--previous", action="append", default=[], metavar="LAST", help=before)
    action.complete = FILE  # type: ignore[attr-defined]
    look = say("公司的主题文件（字体、颜色、标志）", "the company's theme: typefaces, colours, logo")
    action = add("--theme", metavar="TOML", help=look)
    action.complete = FILE  # type: ignore[attr-defined]
    template = say("公司的 Word 或 PowerPoint 模板，用它的样式、页眉页脚和母版", "the company's Word or PowerPoint template")
    action = add("--reference", metavar="FILE", help=template)
    action.complete = FILE  # type: ignore[attr-defined]
    standard = say("PDF 的归档或无障碍标准", "an archiving or accessibility standard for PDF")
    add("--standard", choices=("a-2a", "a-2b", "ua-1"), help=standard)
    action = add("--fonts", metavar="DIR", help=say("PDF 还到这个文件夹里找字体", "a folder with more fonts for PDF"))
    action.complete = FILE  # type: ignore[attr-defined]
    add_source(parser, say, drafts=True)
    parser.add_config()
    parser.set_defaults(select="", ignore="")  # what may be handed in is for the project to say, not for the moment
    parser.add_input_format()
    parser.add_output(say("写到这里；不写就放在草稿旁边；- 是屏幕", "write here; beside the draft if left out; - is the screen"))


def run(args: argparse.Namespace, say: Voice) -> int:
    """Check, refuse what is unfinished, render."""
    with configured(args, args.file) as config:
        return _render(args, choice_of_rules(config, args), say)


def _render(args: argparse.Namespace, config: Config, say: Voice) -> int:
    from propsummary import api
    from propsummary.document import build

    draft = with_figures(args, say)(open_draft(args.file, args.input_format))
    chosen = _dressed(renderer_named(args.to, draft.folder, say), args, say)
    out = args.output or _beside(args.file, chosen.suffix)
    spare(out, [args.file, *args.previous], say, force=args.force, chosen=args.output is not None)
    before = _previous(args, draft, say)
    report = api.check(draft, stage="final", config=config, previous=before)
    if draft.summary is None or (args.stage == "final" and not report.ok):
        show(report, draft, say)
        tell(say("还有错误，没有出文件", "errors stand: no document was made"))
        return 1
    document = build(
        draft.summary,
        language=say.document,
        audience=args.audience,
        intervals=args.intervals,
        draft=not report.ok,
        previous=before[0] if before else None,
        report=report,
    )
    content, photos = _made(chosen, document, out)
    folder = draft.folder or pathlib.Path()
    spare_beside(photos, (folder / photo.file for photo in draft.summary.photos), say, force=args.force)
    _deliver_beside(photos)
    deliver(content, out)
    if out != STDIO:
        tell(say(f"已写到 {out}", f"written to {out}"))
    if lost := shape_errors(draft):
        tell(
            say(
                f"有 {lost} 处没有读懂，文件里没有；用 propsummary check 查看",
                f"{lost} unreadable, left out: see propsummary check",
            )
        )
    if not report.ok:
        count = len(report.errors)
        tell(
            say(
                f"按定稿（check --stage final）的要求还有 {count} 个错误要改，文件里注明“草稿”",
                f"marked as a draft: {count} errors to mend before it is final (check --stage final)",
            )
        )
    return 0


def _made(chosen: Renderer, document: Document, out: str) -> tuple[bytes, dict[pathlib.Path, bytes]]:
    """The file's content, and the photos to stand in a folder beside it where the format holds none."""
    from propsummary.renderers import rendered
    from propsummary.renderers.base import WithPhotos

    if out == STDIO or not isinstance(chosen, WithPhotos):
        return rendered(document, chosen), {}
    file = pathlib.Path(out)
    content, photos = chosen.render_with_photos(document, into=f"{file.stem}.photos")
    return content, {file.parent / path: photo for path, photo in photos.items()}


def _deliver_beside(photos: dict[pathlib.Path, bytes]) -> None:
    for file, content in photos.items():
        try:
            file.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise CannotWrite(str(file.parent)) from error
        deliver(content, str(file))


def _previous(args: argparse.Namespace, draft: Draft, say: Voice) -> list[Summary]:
    """The previous summaries, newest first."""
    previous = open_previous(args.previous, say)
    refuse_unrelated(draft, previous, say)
    return [summary for _, summary in previous]


def renderer_named(name: str, folder: pathlib.Path | None, say: Voice) -> Renderer:
    """The renderer of that name; one that shows photos looks for them in *folder*."""
    from propsummary.errors import UnknownNameError
    from propsummary.renderers import renderer, renderers

    for spelling in (name, name.casefold()):
        try:
            return renderer(spelling, folder=folder)
        except UnknownNameError:
            continue
    known = say.listed(renderers())
    raise Misuse(say(f"没有叫“{name}”的输出格式，可以用：{known}", f"no format named “{name}”; there are {known}"))


def _dressed(plain: Renderer, args: argparse.Namespace, say: Voice) -> Renderer:
    """The renderer with the company's theme and template, and whatever else was asked of it, if it knows of such a thing."""
    import attrs

    from propsummary.renderers.theme import Theme

    wanted: dict[str, Callable[[str], Any]] = {
        "theme": lambda file: Theme.from_file(pathlib.Path(file)),
        "reference": pathlib.Path,
        "standard": str,
        "fonts": lambda folder: (_folder(folder, say),),
    }
    made: Any = plain
    for option, read in wanted.items():
        value = getattr(args, option)
        if value is None:
            continue
        if not (attrs.has(type(made)) and hasattr(made, option)):
            raise Misuse(say(f"{args.to} 这种格式用不上 --{option}", f"--{option} means nothing to the format {args.to}"))
        made = attrs.evolve(made, **{option: read(value)})
    return cast("Renderer", made)


def _folder(name: str, say: Voice) -> pathlib.Path:
    if not pathlib.Path(name).is_dir():
        raise Misuse(say(f"--fonts 要写字体所在的文件夹，没有“{name}”这个文件夹", f"--fonts takes a folder; {name} is none"))
    return pathlib.Path(name)


def _beside(file: str, suffix: str) -> str:
    return STDIO if file == STDIO else str(pathlib.Path(file).with_suffix(suffix))

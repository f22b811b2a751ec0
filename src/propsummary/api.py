"""The verbs: read, check, build, render, gate, and writing back. Each takes plain values and returns plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from propsummary.catalogue import knowing_kpis
from propsummary.errors import NoSummaryError, UnfinishedSummaryError, UnknownNameError, expect, expect_path, expect_several
from propsummary.model import Draft, Metric, Summary, refuse_wrong_types
from propsummary.periods import Period
from propsummary.problems import Language, Report

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from propsummary import records
    from propsummary.document import Audience, Document
    from propsummary.gating import GateReport, Source
    from propsummary.renderers import Renderer
    from propsummary.rules import Config
    from propsummary.rules.context import StageName

__all__ = ["build", "check", "dumps", "gate", "loads", "measure", "read", "render"]


def read(path: str | PathLike[str], *, format: str | None = None, config: Config | None = None) -> Draft:
    """
    Read a draft from a file.

    Whatever is wrong with the file's content is in the draft's problems, never raised.

    Args:
        path: The file: YAML, JSON or TOML; a Word file, Markdown or plain text as people write them; a workbook that was filled in.
            Texts may be in UTF-8, UTF-16 or GB18030.

        format: ``yaml``, ``json``, ``toml``, ``docx``, ``markdown``, ``text`` or ``xlsx``; told from the file's name, else from its
            content, if left out.

        config: Whose KPIs it may name beside the catalogue's (``Config.find(folder)``).

    Raises:
        OSError: The file cannot be opened.

        UnknownNameError: There is no such format.

        MissingExtraError: The packages that read Word files are not there.

        WrongArgumentError: *path* is no path.
    """
    from propsummary.drafts.files import read_file

    with _knowing(config):
        return read_file(expect_path("read", path), format=format)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    file: str | PathLike[str] = "",
    folder: str | PathLike[str] | None = None,
    config: Config | None = None,
) -> Draft:
    """
    Read a draft from a text.

    Args:
        text: The draft; bytes are read like a file's, a text may be data or prose.

        format: As for `read`; told from *file*, else from the text, which is data unless it is said to be prose.

        file: The name that problems shall carry.

        folder: Where its photos are.

        config: As for `read`.

    Raises:
        UnknownNameError: There is no such format.

        WrongArgumentError: *text* is no text.
    """
    from propsummary import serde
    from propsummary.drafts import files

    expect("loads", text, str, bytes, instead=("read opens a file", "文件请用 read 打开"))
    expect("loads(file=)", file, str, PathLike)
    name, beside = fspath(file), None if folder is None else expect_path("loads(folder=)", folder)
    chosen = format or files.format_of(name)
    with _knowing(config):
        if isinstance(text, bytes) or chosen in ("markdown", "text"):
            return files.read_bytes(text if isinstance(text, bytes) else text.encode(), chosen, file=name, folder=beside)
        return serde.loads(text, chosen or serde.sniff(text), file=name, folder=beside)


def dumps(summary: Summary | Draft, *, format: str = "yaml", language: Language = "zh") -> str:
    """
    Write a summary as a draft: reading it gives the same summary.

    Args:
        summary: The summary, or the draft that it was read from.

        format: ``yaml``, ``json`` or ``toml``.

        language: The language of keys and fixed words; texts and figures stay as they were written.

    Raises:
        UnknownNameError: There is no such format or language.

        WrongTypeError: A field of a summary made in code holds a value of the wrong type.

        NoSummaryError: The draft holds no summary.

        WrongArgumentError: *summary* is neither.
    """
    from propsummary import serde

    _known("language", language, get_args(Language))
    return serde.dumps(_summary_of(summary, "dumps"), format=format, language=language)


def check(
    draft: Draft | Summary,
    *,
    stage: StageName = "draft",
    config: Config | None = None,
    previous: Summary | Draft | Iterable[Summary | Draft] | None = (),
) -> Report:
    """
    Check a draft or a summary made in code.

    Args:
        draft: What `read` gave, or a summary; a summary has no places in a file, and its photos are not looked for.

        stage: ``draft``, or ``final`` for a summary that is about to be handed in.

        config: Which rules run and how much they matter, and the company's own KPIs; all of this library's rules as graded in
            the catalogue if left out.

        previous: The summary before this one, or several, newest first; drafts and summaries alike.

    Raises:
        UnknownNameError: There is no such stage, or no such plugin as *config* names.

        ConfigurationError: *config* names a rule or setting that does not exist.

        NoSummaryError: A *previous* draft holds no summary.

        WrongTypeError: A field of a summary made in code holds a value of the wrong type.

        WrongArgumentError: *draft* or *previous* is something else.
    """
    from propsummary import rules

    _known("stage", stage, ("draft", "final"))
    before = _all_of(previous)
    with _knowing(config):
        draft = draft if isinstance(draft, Draft) else _summary_of(draft, "check")
        return rules.check(draft, stage=stage, config=config, previous=before)


def build(
    summary: Summary | Draft,
    *,
    language: Language = "zh",
    audience: Audience = "management",
    draft: bool | None = None,
    config: Config | None = None,
    previous: Summary | Draft | None = None,
    intervals: bool = False,
) -> Document:
    """
    Lay a summary out as a document, ready for any renderer.

    Args:
        summary: The summary, or the draft that it was read from.

        language: The language of headings and labels.

        audience: Who reads it: ``management`` (all of it), ``owners`` (no names, no internal causes, personal data masked) or
            ``internal`` (with the problems that the check finds).

        draft: Whether the document says 草稿 on every page; found out by a final check if left out.

        config: As for `check`.

        previous: The summary before this one: follow-ups then say in words what they answer.

        intervals: Whether rates with a sample size show how far chance alone may have moved them (95 % Wilson interval).

    Raises:
        UnknownNameError: There is no such language or audience.

        NoSummaryError: The draft holds no summary, because not even department and period could be read.

        WrongArgumentError: *summary* or *previous* is neither summary nor draft.
    """
    _expect_summary("build", summary)
    with _knowing(config):
        if draft is not None and audience != "internal":
            return _document(summary, language, audience, previous, draft=draft, intervals=intervals)
        report = check(summary, stage="final", config=config, previous=previous)
        unfinished = not report.ok if draft is None else draft
        return _document(summary, language, audience, previous, draft=unfinished, report=report, intervals=intervals)


def render(
    summary: Summary | Draft,
    to: str | Renderer,
    *,
    language: Language = "zh",
    audience: Audience = "management",
    final: bool = False,
    config: Config | None = None,
    previous: Summary | Draft | None = None,
    intervals: bool = False,
) -> bytes:
    """
    Render a summary in one step.

    Args:
        summary: The summary, or the draft that it was read from; the latter knows where its photos are.

        to: The name of a renderer (``text``, ``markdown``, ``html``, ``json``, or a plugin's), or a renderer.

        language: The language of headings and labels.

        audience: As for `build`.

        final: Whether only a finished summary is good enough; an unfinished one is marked as a draft otherwise.

        config, previous, intervals: As for `build`.

    Raises:
        UnfinishedSummaryError: *final* was asked for and errors stand.

        UnknownNameError: There is no such renderer, language or audience.

        WrongArgumentError: *to* is neither a name nor a renderer, *summary* or *previous* neither summary nor draft.

        PluginError: The renderer is somebody's own, and gives no bytes.

        NoSummaryError: The draft holds no summary.
    """
    from propsummary.renderers import rendered, renderer

    _expect_summary("render", summary)
    folder = summary.folder if isinstance(summary, Draft) else None
    chosen = renderer(to, folder=folder)
    report = check(summary, stage="final", config=config, previous=previous)
    if final and not report.ok:
        raise UnfinishedSummaryError(report)
    with _knowing(config):
        laid_out = _document(summary, language, audience, previous, draft=not report.ok, report=report, intervals=intervals)
    return rendered(laid_out, chosen)


def gate(
    before: Source,
    after: Source,
    *,
    before_format: str | None = None,
    after_format: str | None = None,
    audience: Audience = "management",
) -> GateReport:
    """
    Account for every figure of two texts: unchanged, reworded, changed, new or lost.

    Args:
        before, after: The two texts, as text or bytes, never as the name of a file; a summary, draft or document stands for the
            document that it gives.

        before_format, after_format: Any format that is rendered (``html``, ``markdown``, ``text``, ``json``, ``docx``, ``pptx``,
            ``pdf``, ``xlsx``, ``csv``, ``ics``); told from the content if left out.

        audience: Whose document a summary or draft stands for, as in `build`; owners are told less. What an ``internal``
            one says of problems is new.

    Raises:
        UnknownNameError: There is no such format or audience.

        UnreadableFileError: A file is damaged, locked, or no longer bearable when it is unpacked.

        MissingExtraError: The packages that read the format are not there.

        NoSummaryError: A draft holds no summary.

        WrongArgumentError: One is the name of a file, or something else that no figures can be taken from.
    """
    from propsummary import document, gating

    _known("audience", audience, get_args(document.Audience))
    return gating.gate(before, after, before_format=before_format, after_format=after_format, audience=audience)


def measure(
    source: records.Source | str | PathLike[str],
    *,
    department: str,
    period: Period | str,
    kpis: Sequence[str] = (),
    by: Sequence[str] = (),
    mapping: records.Mapping | str | PathLike[str] | None = None,
    language: Language = "zh",
) -> tuple[Metric, ...]:
    """
    Compute a department's KPIs from its records, each with its counts and with where it comes from.

    Args:
        source: A folder or file of records (Parquet, CSV, JSON, Excel, SQLite), or any source of `propsummary.records`.

        department: Id or name of the department.

        period: What is measured, or a text that says so; half-open, and compared with the period before.

        kpis: KPIs by id or name, or single definitions (``wo_completion/with-carried-over``); all that the department has and the
            records can give if left out.

        by: ``month`` for a series, and one column (``property``, ``kind``) for a breakdown.

        mapping: How tables and columns are called there, the file that says so, or an adapter's name or folder; by the canonical
            names if left out.

        language: The language of names, sources and notes.

    Raises:
        UnknownNameError: There is no such department, KPI, definition, column or language.

        UnreadableValueError: *period* is a text that is no period.

        RecordsError: The records cannot be read, or cannot give a KPI that was named.

        ConfigurationError: The mapping file says something that cannot be followed.

        MissingExtraError: The packages for it are not installed.

        OSError: A file cannot be opened.

        WrongArgumentError: An argument is of another type.
    """
    from propsummary import records

    _known("language", language, get_args(Language))
    expect("measure", source, str, PathLike, records.Source)
    expect("measure(department=)", department, str)
    expect("measure(period=)", period, str, Period)
    expect_several("measure(kpis=)", kpis)
    expect_several("measure(by=)", by)
    if mapping is not None:
        expect("measure(mapping=)", mapping, str, PathLike, records.Mapping)
    if isinstance(source, str | PathLike):
        source = records.from_files(Path(source))
    if isinstance(mapping, str | PathLike):
        source, mapping = records.adapted(source, Path(mapping))
    return records.measure(
        source,
        department=department,
        period=Period.parse(period) if isinstance(period, str) else period,
        kpis=kpis,
        by=by,
        mapping=mapping,
        language=language,
    )


def _document(
    source: Summary | Draft,
    language: Language,
    audience: Audience,
    previous: Summary | Draft | None,
    *,
    draft: bool,
    report: Report | None = None,
    intervals: bool = False,
) -> Document:
    from propsummary import document

    _known("language", language, get_args(Language))
    _known("audience", audience, get_args(document.Audience))
    before = None if previous is None else _summary_of(previous, "previous=")
    return document.build(
        _summary_of(source, "build"),
        language=language,
        audience=audience,
        draft=draft,
        previous=before,
        report=report,
        intervals=intervals,
    )


def _knowing(config: Config | None) -> AbstractContextManager[None]:
    """Within it the company's own KPIs that *config* names are known."""
    if config is None:
        return knowing_kpis(())
    from propsummary.rules import Config

    expect("config=", config, Config, instead=_CONFIG_FROM)
    return knowing_kpis(config.kpis)


_CONFIG_FROM = ("Config.find(folder) gives one", "请用 Config.find(文件夹) 或 Config.from_file(文件) 读一份")
_SUMMARY_FROM = ("read gives one from a file, loads from a text", "文件请用 read 读，文字请用 loads 读")


def _expect_summary(call: str, source: object) -> None:
    expect(call, source, Summary, Draft, instead=_SUMMARY_FROM)


def _summary_of(source: Summary | Draft, call: str) -> Summary:
    _expect_summary(call, source)
    if isinstance(source, Summary):
        refuse_wrong_types(source)
        return source
    if source.summary is None:
        raise NoSummaryError(source.file)
    return source.summary


def _all_of(previous: Summary | Draft | Iterable[Summary | Draft] | None) -> tuple[Summary, ...]:
    if previous is None:
        return ()
    several = previous if isinstance(previous, Iterable) and not isinstance(previous, str) else (previous,)
    return tuple(_summary_of(one, "check(previous=)") for one in several)


def _known(what: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise UnknownNameError(what, name, names)

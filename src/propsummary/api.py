"""The verbs: read, check, build, render, and writing back. Each takes plain values and returns plain values."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence
from os import PathLike
from typing import TYPE_CHECKING

from propsummary.errors import UnfinishedSummaryError
from propsummary.model import Draft, Summary
from propsummary.problems import Language, Report

if TYPE_CHECKING:
    from propsummary.document import Document
    from propsummary.renderers import Renderer
    from propsummary.rules import Config
    from propsummary.rules.context import StageName

__all__ = ["build", "check", "dumps", "loads", "read", "render"]


def read(path: str | PathLike[str], *, format: str | None = None) -> Draft:  # noqa: A002
    """
    Read a draft from a file.

    Whatever is wrong with the file's content is in the draft's problems, never raised.

    Args:
        path: The file; YAML, JSON or TOML in UTF-8, UTF-16 or GB18030.

        format: ``yaml``, ``json`` or ``toml``; told from the file's name if left out.

    Raises:
        OSError: The file cannot be opened.

        UnknownNameError: There is no such format.
    """
    from propsummary.serde import read_file

    return read_file(pathlib.Path(path), format=format)


def loads(text: str | bytes, *, format: str | None = None, file: str = "", folder: pathlib.Path | None = None) -> Draft:  # noqa: A002
    """
    Read a draft from a text.

    Args:
        text: The draft; bytes are decoded like a file's.

        format: ``yaml``, ``json`` or ``toml``; told from the text if left out.

        file: The name that problems shall carry.

        folder: Where its photos are.

    Raises:
        UnknownNameError: There is no such format.
    """
    from propsummary import serde

    if isinstance(text, bytes):
        return serde.read_bytes(text, format, file=file, folder=folder)
    return serde.loads(text, format or serde.format_of(file) or serde.sniff(text), file=file, folder=folder)


def dumps(summary: Summary, *, format: str = "yaml", language: Language = "zh") -> str:  # noqa: A002
    """
    Write a summary as a draft: reading it gives the same summary.

    Args:
        summary: The summary.

        format: ``yaml``, ``json`` or ``toml``.

        language: The language of keys and fixed words; texts and figures stay as they were written.

    Raises:
        UnknownNameError: There is no such format.
    """
    from propsummary import serde

    return serde.dumps(summary, format=format, language=language)


def check(
    draft: Draft | Summary,
    *,
    stage: StageName = "draft",
    config: Config | None = None,
    previous: Summary | Sequence[Summary] = (),
) -> Report:
    """
    Check a draft or a summary made in code.

    Args:
        draft: What `read` gave, or a summary; a summary has no places in a file, and its photos are not looked for.

        stage: ``draft``, or ``final`` for a summary that is about to be handed in.

        config: Which rules run and how much they matter; all of this library's as graded in the catalogue if left out.

        previous: The summary before this one, or several, newest first.
    """
    from propsummary import rules

    return rules.check(draft, stage=stage, config=config, previous=previous)


def build(summary: Summary | Draft, *, language: Language = "zh", draft: bool | None = None) -> Document:
    """
    Lay a summary out as a document, ready for any renderer.

    Args:
        summary: The summary, or the draft that it was read from.

        language: The language of headings and labels.

        draft: Whether the document says 草稿 on every page; found out by a final check if left out.

    Raises:
        ValueError: The draft holds no summary, because not even department and period could be read.
    """
    from propsummary import document

    laid_out = _summary_of(summary)
    unfinished = not check(summary, stage="final").ok if draft is None else draft
    return document.build(laid_out, language=language, draft=unfinished)


def render(
    summary: Summary | Draft,
    to: str | Renderer,
    *,
    language: Language = "zh",
    final: bool = False,
) -> bytes:
    """
    Render a summary in one step.

    Args:
        summary: The summary, or the draft that it was read from; the latter knows where its photos are.

        to: The name of a renderer (``text``, ``markdown``, ``html``, ``json``, or a plugin's), or a renderer.

        language: The language of headings and labels.

        final: Whether only a finished summary is good enough; an unfinished one is marked as a draft otherwise.

    Raises:
        UnfinishedSummaryError: *final* was asked for and errors stand.

        UnknownNameError: There is no such renderer.

        ValueError: The draft holds no summary.
    """
    from propsummary.renderers import renderer

    report = check(summary, stage="final")
    if final and not report.ok:
        raise UnfinishedSummaryError(report)
    chosen = renderer(to, folder=summary.folder if isinstance(summary, Draft) else None) if isinstance(to, str) else to
    return chosen.render(build(summary, language=language, draft=not report.ok))


def _summary_of(source: Summary | Draft) -> Summary:
    if isinstance(source, Summary):
        return source
    if source.summary is None:
        raise ValueError("the draft holds no summary: see its problems")
    return source.summary

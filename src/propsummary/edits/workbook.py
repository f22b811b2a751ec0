"""Drafts as Excel workbooks: the form to fill in, empty for a department or filled from a summary."""

from __future__ import annotations

import datetime as dt
import io

import attrs

from propsummary.catalogue import department, find_kpi
from propsummary.drafts.workbook.layout import form_language
from propsummary.edits.new import starter
from propsummary.errors import MissingExtraError, expect
from propsummary.model import Metric, Summary
from propsummary.problems import Language
from propsummary.renderers.office.repack import repacked
from propsummary.renderers.theme import Theme

__all__ = ["new_workbook", "starting_summary", "to_workbook"]

_CREATED = dt.datetime(1980, 1, 1)  # noqa: DTZ001  # files hold it without a zone; the same content gives the same bytes


def new_workbook(department_name: str, *, language: Language = "zh", period: str = "") -> bytes:
    """
    A form to fill in for a department (XLSX), with what its profile knows: functions, core KPIs, kinds of goals.

    Args:
        department_name: The department, by id or by any of its names.

        language: The language of sheets, headings and fixed words.

        period: The span to report on; if left out, the form asks for it.

    Raises:
        UnknownNameError: No profile has that name.

        UnreadableValueError: *period* is no period.

        MissingExtraError: The extra ``xlsx`` is not installed.
    """
    return to_workbook(starting_summary(department_name, language=language, period=period), language=language)


def starting_summary(department_name: str, *, language: Language, period: str) -> Summary:
    """What a starter draft says, with KPIs by name: people who fill in forms know no ids."""
    from propsummary.serde import loads

    language = form_language(language)
    summary = loads(starter(department_name, language=language, period=period)).summary
    assert summary is not None  # starters can be read
    return attrs.evolve(summary, metrics=tuple(_named(metric, language) for metric in summary.metrics))


def to_workbook(summary: Summary, *, language: Language = "zh", theme: Theme | None = None) -> bytes:
    """
    *summary* as a form that is filled in (XLSX): reading it gives the same summary.

    Args:
        language: The language of sheets, headings and fixed words; what people wrote stays as it is.

        theme: Typeface and colours.

    Raises:
        MissingExtraError: The extra ``xlsx`` is not installed.

        PropsummaryError: A text is longer than a cell can be.

        WrongArgumentError: *summary* is none.
    """
    expect("to_workbook", summary, Summary, instead=("of a draft it is draft.summary", "草稿里的总结是 draft.summary"))
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError as error:
        raise MissingExtraError("an Excel workbook", "xlsx") from error
    from propsummary.drafts.workbook.filling import fill
    from propsummary.edits._form_sheets import FIRST, FormBook

    language = form_language(language)
    theme = theme or Theme()
    typeface = theme.display
    font = {"font_name": typeface.asian if language == "zh" else typeface.latin, "font_size": 10}
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": font, **safe})
    workbook.set_properties({"title": summary.title, "author": summary.author, "created": _CREATED})
    FormBook(workbook, theme, language, department(summary.department)).write(fill(summary, language, first=FIRST))
    workbook.close()
    return repacked(out.getvalue())


def _named(metric: Metric, language: Language) -> Metric:
    kpi = find_kpi(metric.kpi)
    return attrs.evolve(metric, kpi=kpi.name(language)) if kpi else metric

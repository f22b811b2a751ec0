"""Whatever a summary holds, the form that is filled with it reads as the same summary."""

from __future__ import annotations

import pathlib

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from propsummary.drafts.workbook import read_workbook
from propsummary.drafts.workbook.layout import OVERVIEW, sheets
from propsummary.drafts.workbook.texts import read_list, read_text, write_list, write_text
from propsummary.edits.workbook import to_workbook
from propsummary.model import (
    Issue,
    Metric,
    Outlook,
    Point,
    RootCause,
    Share,
    StrategicDirection,
    Summary,
    with_ids,
)
from propsummary.periods import Period
from propsummary.problems import Language
from propsummary.quantities import Quantity
from propsummary.serde import dumps, read_file
from propsummary.testing.strategies import summaries, texts
from rich_summaries import logistics, order

WHOLE = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
EXAMPLES = sorted((pathlib.Path(__file__).parent.parent.parent / "examples").glob("*.yaml"))
BOTH: tuple[Language, ...] = ("zh", "en")


@WHOLE
@given(summary=summaries(), language=st.sampled_from(BOTH))
def test_nothing_is_lost(summary: Summary, language: Language) -> None:
    draft = read_workbook(to_workbook(summary, language=language))
    assert [p for p in draft.problems if p.code != "SHP002"] == []  # a metric may lack its name
    assert draft.summary == summary
    assert dumps(draft.summary) == dumps(summary)  # as it was printed, too


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("summary", [order(), logistics()], ids=["order", "logistics"])
def test_whole_summaries(summary: Summary, language: Language) -> None:
    draft = read_workbook(to_workbook(summary, language=language))
    assert draft.problems == ()
    assert draft.summary == summary


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_from_yaml_and_back(file: pathlib.Path) -> None:
    summary = read_file(file).summary
    assert summary is not None
    again = read_workbook(to_workbook(summary)).summary
    assert again is not None
    assert dumps(again) == dumps(summary)


def test_there_are_examples() -> None:
    assert EXAMPLES


def test_metrics_of_one_id_keep_what_is_theirs() -> None:
    twins = tuple(
        Metric(
            id="m1",
            name=name,
            series=(Point(period=Period.parse("2025-01"), value=Quantity.parse(value)),),
            breakdown=(Share(name="漏水", value=Quantity.parse(value)),),
        )
        for name, value in (("到位率", "98%"), ("完好率", "97%"))
    )
    summary = Summary(department="秩序部", period=Period.parse("2025"), metrics=twins)
    assert read_workbook(to_workbook(summary)).summary == summary


def test_several_causes_stand_below_each_other() -> None:
    causes = (RootCause(statement="相机老化", whys=("没有列入预算", "台账没有年限")), RootCause(statement="夜班缺编"))
    issues = (Issue(statement="排队", root_causes=causes), Issue(statement="漏巡"))
    summary = with_ids(Summary(department="秩序部", period=Period.parse("2025"), issues=issues))
    assert read_workbook(to_workbook(summary)).summary == summary


def test_every_field_has_its_column() -> None:
    """A field that is added to the model must not get lost in the form."""
    held = {(column.cls, column.field) for sheet in (OVERVIEW, *sheets()) for column in sheet.columns}
    elsewhere = {(Issue, "root_causes"), (Metric, "series"), (Metric, "breakdown"), (Outlook, "directions")}
    for cls in {cls for cls, _ in held} - {Summary}:
        for field in attrs.fields(cls):
            assert ((cls, field.name) in held) != ((cls, field.name) in elsewhere), (cls, field.name)
    lists = {sheet.path[0] for sheet in sheets() if not sheet.parent}
    for field in attrs.fields(Summary):
        assert (Summary, field.name) in held or field.name in {"organization", "background", "metrics_from", "outlook", *lists}
    assert (StrategicDirection, "statement") in held


@given(text=texts(), prose=st.booleans())
def test_texts_survive(text: str, prose: bool) -> None:
    assert read_text(write_text(text, prose=prose), prose=prose) == text


@given(entries=st.lists(texts() | st.text('"、a\\\n', min_size=1), min_size=1), prose=st.booleans())
def test_lists_survive(entries: list[str], prose: bool) -> None:
    assert read_list(write_list(entries, prose=prose), prose=prose) == entries


def test_the_same_summary_gives_the_same_bytes() -> None:
    assert to_workbook(order()) == to_workbook(order())

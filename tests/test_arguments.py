"""A call that was handed the wrong thing says which argument, what it takes and what to do, in both languages."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import propsummary
from propsummary import Config, Deadline, Period, Quantity, catalogue, edits, errors
from propsummary.edits.annotate import annotate
from propsummary.edits.importing import imported
from propsummary.edits.workbook import to_workbook
from propsummary.errors import NoSummaryError, PropsummaryError, UnreadableValueError, WrongArgumentError, expect, expect_path
from propsummary.model import Draft, Owner
from propsummary.periods import DeadlineKind, Recurrence
from propsummary.portfolio import Regions, check_files
from propsummary.quantities import Change, Unit
from propsummary.records import Adapter, Mapping, from_files
from propsummary.renderers.docx import DocxRenderer
from propsummary.renderers.theme import Palette, Theme

NOON = datetime.datetime(2026, 3, 31, 12, tzinfo=datetime.UTC)
DAY = NOON.date()
UNREAD = propsummary.loads("部门: [", file="unread.yaml")

Call = Callable[[Any], object]

#: What is called, as the message names it, with something that it does not take.
WRONG: list[tuple[str, Call, object]] = [
    ("Deadline.on", Deadline.on, None),
    ("Deadline.on", Deadline.on, "2026-03-31"),
    ("Deadline.parse", lambda x: Deadline.parse("3月底", period=x), "2025"),
    ("Period.between", lambda x: Period.between(x, x), "2025-01-01"),
    ("Period.year", Period.year, "2025"),
    ("Period.parse", lambda x: Period.parse("二季度", near=x), "2025"),
    ("Recurrence.parse", Recurrence.parse, None),
    ("Recurrence.dates", lambda x: Recurrence.parse("每月").dates(x, x), "2025"),
    ("Owner.parse", Owner.parse, None),
    ("Change.parse", Change.parse, None),
    ("Quantity.of", lambda x: Quantity.of(3, x), 5),
    ("Quantity.of", Quantity.of, True),
    ("Unit.of", Unit.of, None),
    ("department", catalogue.department, None),
    ("near_departments", catalogue.near_departments, None),
    ("find_kpi", catalogue.find_kpi, None),
    ("near_kpis", catalogue.near_kpis, None),
    ("department_from_toml", catalogue.department_from_toml, 3),
    ("read", propsummary.read, None),
    ("loads", lambda x: propsummary.loads("", file=x), None),
    ("loads", lambda x: propsummary.loads("", folder=x), 3),
    ("config=", lambda x: propsummary.loads("", config=x), "propsummary.toml"),
    ("check", lambda x: propsummary.check(UNREAD, previous=x), 3),
    ("check", lambda x: propsummary.check(UNREAD, previous=x), "last.yaml"),
    ("check", lambda x: propsummary.check(UNREAD, previous=[x]), None),
    ("render", lambda x: propsummary.render(x, "text"), None),
    ("build", propsummary.build, "summary.yaml"),
    ("measure", lambda x: propsummary.measure(x, department="秩序部", period="2025"), None),
    ("measure", lambda x: propsummary.measure(".", department=x, period="2025"), None),
    ("measure", lambda x: propsummary.measure(".", department="秩序部", period=x), NOON),
    ("measure", lambda x: propsummary.measure(".", department="秩序部", period="2025", kpis=x), "sat_rate"),
    ("measure", lambda x: propsummary.measure(".", department="秩序部", period="2025", mapping=x), 3),
    ("gate", lambda x: propsummary.gate(x, ""), None),
    ("gate", lambda x: propsummary.gate("", x), Path("report.docx")),
    ("fix", edits.fix, None),
    ("compute", edits.compute, None),
    ("fill_in", edits.fill_in, None),
    ("follow_up", edits.follow_up, UNREAD),
    ("starter", edits.starter, None),
    ("imported", imported, None),
    ("to_workbook", to_workbook, None),
    ("annotate", lambda x: annotate(x, propsummary.check(UNREAD)), "report.docx"),
    ("check_files", lambda x: check_files((), executor=x), 3),
    ("check_files", check_files, "all.yaml"),
    ("Theme", lambda x: Theme(palette=x), 3),
    ("Palette", lambda x: Palette(ink=x), 3),
    ("Palette", lambda x: Palette(series=x), "#1F5A96"),
    ("Theme.from_file", Theme.from_file, None),
    ("Regions.from_file", Regions.from_file, None),
    ("Config", lambda x: Config(severity=x), None),
    ("Config", lambda x: Config(ignore=x), "WRD001"),
    ("Config", lambda x: Config(settings=x), 3),
    ("Config.find", Config.find, None),
    ("Config.from_file", Config.from_file, None),
    ("Renderer", lambda x: DocxRenderer(reference=x), 3),
]


@pytest.mark.parametrize(("name", "call", "given"), WRONG)
def test_what_a_call_does_not_take(name: str, call: Call, given: object) -> None:
    with pytest.raises(WrongArgumentError) as raised:
        call(given)
    assert raised.value.call.startswith(name)
    assert raised.value.found == type(given).__name__
    assert re.search("要的是.*不是", raised.value.zh)


@pytest.mark.parametrize(
    "call",
    [
        Deadline.on,
        lambda x: Deadline(date=x, kind=DeadlineKind.DATE, text=""),
        lambda x: Deadline.parse("两个月内", prepared_on=x),
        lambda x: Period.between(DAY, x),
        lambda x: Period.between(x, DAY),
        Period.year(2026).contains,
        lambda x: Recurrence.parse("每月").dates(DAY, x),
    ],
)
def test_a_moment_is_no_day(call: Call) -> None:
    """A row of a database often holds one; its day is taken by who knows in which zone."""
    call(DAY)
    with pytest.raises(WrongArgumentError, match=r"not datetime; hand over its \.date\(\)$"):
        call(NOON)


def test_years_that_are_none() -> None:
    with pytest.raises(UnreadableValueError, match="“0” is no period"):
        Period.year(0)


def test_what_is_expected_may_be_one_of_several() -> None:
    expect("x", NOON, str, datetime.datetime)
    expect("x", False, bool)
    with pytest.raises(WrongArgumentError, match=r"^x takes str or int, not bool$"):
        expect("x", True, str, int)
    assert expect_path("x", "a/b") == expect_path("x", Path("a/b")) == Path("a/b")


@pytest.mark.parametrize("name", ["o1.docx", "年度总结.pdf", "a b/c.yaml", "report.XLSX", "notes.txt", "tasks.ics"])
def test_the_name_of_a_file_is_no_text(name: str) -> None:
    for pair in ((name, ""), ("", name)):
        with pytest.raises(WrongArgumentError) as raised:
            propsummary.gate(*pair)
        assert f"not “{name}”; hand over read(path) for a draft" in raised.value.en
        assert f"不是 “{name}”；草稿请交 read(路径)" in raised.value.zh


@pytest.mark.parametrize("text", ["", "投诉29件", "见 a.docx，投诉29件", "附件：\na.docx", "完成率98.6%"])
def test_a_text_may_speak_of_files(text: str) -> None:
    assert propsummary.gate(text, text).ok


@pytest.mark.parametrize(
    "call",
    [
        lambda: propsummary.render(UNREAD, "text"),
        lambda: propsummary.build(UNREAD),
        lambda: propsummary.dumps(UNREAD),
        lambda: propsummary.gate(UNREAD, ""),
        lambda: propsummary.check(propsummary.loads("部门: 秩序部\n期间: 2025"), previous=UNREAD),
        lambda: imported(UNREAD),
    ],
)
def test_a_draft_that_could_not_be_read_is_named(call: Callable[[], object]) -> None:
    with pytest.raises(NoSummaryError, match=r"^unread\.yaml holds no summary") as raised:
        call()
    assert raised.value.zh.startswith("unread.yaml 里读不出总结")
    assert isinstance(raised.value, PropsummaryError)


def test_a_draft_from_no_file() -> None:
    assert NoSummaryError().zh.startswith("草稿 里读不出总结")
    with pytest.raises(NoSummaryError, match=r"^the draft holds no summary"):
        propsummary.dumps(Draft(summary=None))


def test_no_previous_summary_is_none() -> None:
    draft = propsummary.loads("部门: 秩序部\n期间: 2025")
    assert propsummary.check(draft, previous=None) == propsummary.check(draft) == propsummary.check(draft, previous=iter([]))


def test_a_path_may_be_a_text(tmp_path: Path) -> None:
    for name, text in {
        "theme.toml": 'name = "示例物业"',
        "regions.toml": '[regions]\n"华东" = ["云栖花园"]',
        "mapping.toml": "",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "base.csv").write_text("id\n1\n", encoding="utf-8")
    for place in (tmp_path, str(tmp_path)):
        assert Theme.from_file(f"{place}/theme.toml").name == "示例物业"
        assert Regions.from_file(f"{place}/regions.toml").of("云栖花园") == "华东"
        assert Mapping.from_file(f"{place}/mapping.toml") == Adapter.from_folder(place).mapping
        assert propsummary.loads("部门: 秩序部\n期间: 2025", folder=place).folder == tmp_path
        assert Config.find(place) == Config()
        assert DocxRenderer(folder=place).folder == tmp_path
        assert from_files(place).tables() == ("base",)


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    document = propsummary.build(propsummary.loads("部门: 秩序部\n期间: 2025"))
    for missing in (tmp_path / "missing.docx", str(tmp_path / "missing.docx")):
        with pytest.raises(errors.ConfigurationError, match=r"missing\.docx does not exist$"):
            DocxRenderer(reference=missing).render(document)

"""Drafts as people have them, against what is rendered from them: prose, forms of Word and Excel, and the trackers of all."""

from __future__ import annotations

import functools
import pathlib

import pytest

import propsummary
from propsummary.document import build
from propsummary.extract import extract, format_of
from propsummary.gating import GateReport, form_in, gate, gate_html, gate_json, gate_text
from propsummary.problems import Language
from propsummary.renderers import renderer

_ROOT = pathlib.Path(__file__).parents[2]
_WORD = _ROOT / "examples/word/order-2025-10.docx"
_CASES = _ROOT / "tests/cases"
#: Every hand that wrote prose, in every format of prose.
_PROSE = [
    _WORD,
    *_CASES.glob("prose/*[!n]"),
    *(file for number in ("02", "05", "10", "21") for file in _CASES.glob(f"own_prose/n{number}*[!n]")),
    _CASES / "prose_by_others/h06_logistics_2025_09_month.txt",
]


def _told(report: GateReport) -> list[tuple[str, str, str]]:
    return [(one.fate.value, one.before.text if one.before else "", one.after.text if one.after else "") for one in report.faults]


@functools.cache
def _draft(file: pathlib.Path) -> propsummary.Summary:
    summary = propsummary.read(file).summary
    assert summary is not None
    return summary


@functools.cache
def _rendered(file: pathlib.Path, to: str, language: Language = "zh") -> bytes:
    return renderer(to, folder=file.parent).render(build(_draft(file), language=language, draft=True))


def _gated(file: pathlib.Path, after: bytes, to: str) -> GateReport:
    return gate(file.read_bytes(), after, before_format=format_of(file.name), after_format=to)


# Prose


@pytest.mark.parametrize("file", _PROSE, ids=lambda file: file.stem[:3])
def test_what_is_rendered_from_prose_says_its_figures_and_no_others(file: pathlib.Path) -> None:
    report = _gated(file, _rendered(file, "markdown"), "markdown")
    assert _told(report) == []
    assert len(report.entries) > 25


@pytest.mark.parametrize("to", ["text", "html", "json", "docx", "xlsx", "pptx", "pdf", "csv", "ics"])
def test_so_it_is_in_every_format(to: str) -> None:
    assert _told(_gated(_WORD, _rendered(_WORD, to), to)) == []


@pytest.mark.parametrize("to", ["html", "docx"])
def test_and_in_english(to: str) -> None:
    assert _told(_gated(_WORD, _rendered(_WORD, to, "en"), to)) == []


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("| 巡更到位率 | 98.9% |", "| 巡更到位率 | 98.1% |", ("98.9%", "98.1%")),  # the value of the line above it in the same row
        ("应巡点位14,880个", "应巡点位14,808个", ("14,880个", "14,808个")),
        ("完好1,231件", "完好1,240件", ("1,231件", "1,240件")),
        ("| 下降42.9% |", "| 下降35% |", ("42.9%", "35%")),
        ("等候9分钟 | —", "等候4分钟 | —", ("9分钟", "4分钟")),
    ],
)
def test_a_figure_that_is_said_again_has_to_be_the_one_there(old: str, new: str, fault: tuple[str, str]) -> None:
    """Every other value is one that the prose has somewhere."""
    page = _rendered(_WORD, "markdown").decode()
    assert page.count(old) == 1
    assert _told(_gated(_WORD, page.replace(old, new).encode(), "markdown")) == [("changed", *fault)]


def test_a_figure_that_the_document_of_the_prose_does_not_say_is_new() -> None:
    page = _rendered(_WORD, "markdown").decode().replace("没有划线", "没有划线，投诉56件", 1)
    assert _told(_gated(_WORD, page.encode(), "markdown")) == [("new", "", "56件")]


def test_prose_against_polished_prose_is_text_against_text() -> None:
    before = "秩序部2025年度工作总结\n一、主要工作\n巡更到位率98.6%，接待访客1.2万人次。\n全年培训24次。"
    assert gate(before, before.replace("培训24次", "共组织岗位培训24次")).ok
    assert _told(gate(before, before + "\n满意度调查98.6%。")) == [("new", "", "98.6%")]
    assert _told(gate(before, before.replace("98.6%", "99.6%"))) == [("changed", "98.6%", "99.6%")]


# Forms


@pytest.mark.parametrize("format", ["xlsx", "docx"])
def test_a_form_is_the_draft_in_it(format: str, tmp_path: pathlib.Path) -> None:
    """Its hints, samples and lists of choices are none of the text."""
    form = _made(format, tmp_path)
    draft = form_in(form, format)
    assert draft
    assert draft.summary
    assert gate(form, renderer("docx").render(build(draft.summary, draft=True))).ok


def _made(format: str, folder: pathlib.Path) -> bytes:
    from propsummary.cli import main

    file = folder / f"form.{format}"
    assert main(["new", "--department", "order", "--period", "2025", "--format", format, "-o", str(file)]) == 0
    return file.read_bytes()


@pytest.mark.parametrize("to", ["docx", "xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_rendered_is_no_form(to: str, language: Language) -> None:
    assert form_in(_rendered(_WORD, to, language), to) is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_intervals_of_a_sample_are_the_document_s_own(language: Language) -> None:
    draft = propsummary.loads("部门: 客服部\n期间: 2025\n指标: [{编号: m1, 名称: 业主满意率, 数值: 92.5%, 样本量: 240}]\n")
    page = propsummary.render(draft, "text", language=language, intervals=True).decode()
    assert "88.5%–95.2%" in page
    assert gate(draft, page).ok
    assert _told(gate(draft, page.replace("88.5%", "86.5%"))) != []


# Trackers

_TASKS = propsummary.loads("""
部门: 秩序部
期间: 2025
指标: [{编号: m1, 名称: 秩序类投诉, 数值: 143件}]
成绩: [{编号: a1, 标题: 培训, 说明: 全年培训24次。, 指标: [m1]}]
问题: [{编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次, 原因: [{维度: 技术设备, 说明: 识别相机已用满7年}]}]
措施:
  - {编号: c1, 类别: 技术设备, 针对: [i1], 内容: 更换东门识别相机12台, 责任人: 周明（秩序主管）, 完成时限: 2026-03-31,
     验证方式: 连续两周夜间抽查识别率不低于97%}
  - {编号: c2, 类别: 技术设备, 针对: [i1], 内容: 补光灯30盏随坏随换, 责任人: 周明（秩序主管）}
目标: [{编号: g1, 内容: 秩序类投诉不超过120件, 指标: m1, 基期值: 143件, 目标值: ≤120件, 完成时限: 2026-12-31}]
""")


def _tracker(to: str) -> str:
    assert _TASKS.summary
    return renderer(to).render(build(_TASKS.summary, draft=True)).decode("utf-8-sig")


@pytest.mark.parametrize("to", ["csv", "ics"])
def test_a_tracker_is_asked_for_measures_and_goals_only(to: str) -> None:
    report = gate(_TASKS, _tracker(to), after_format=to)
    assert report.ok
    assert report.tasks_only
    assert {entry.before.text for entry in report.entries if entry.before} >= {"12台", "不低于97%", "≤120件"}
    assert len(report.entries) < 12
    assert "其余数字未比" in gate_text(report)
    assert '"tasks_only": true' in gate_json(report)
    assert "no other figure was compared" in gate_html(report, language="en")
    assert "未比" not in gate_text(gate(_TASKS, "投诉143件"))


@pytest.mark.parametrize("to", ["csv", "ics"])
def test_a_task_that_is_changed_or_missing_is_found(to: str) -> None:
    whole = _tracker(to).replace("\r\n ", "")
    assert ("changed", "12台", "21台") in _told(gate(_TASKS, whole.replace("12台", "21台"), after_format=to))
    assert ("lost", "不低于97%", "") in _told(gate(_TASKS, whole.replace("不低于97%", "达标"), after_format=to))
    assert ("new", "", "88次") in _told(gate(_TASKS, whole.replace("连续两周", "抽查88次，连续两周"), after_format=to))
    assert _told(gate(whole, _TASKS, before_format=to)) == []


def test_a_calendar_has_no_task_without_a_day() -> None:
    assert "30盏" in _tracker("csv")
    assert "30盏" not in _tracker("ics")


@pytest.mark.parametrize("to", ["csv", "ics"])
def test_a_tracker_says_nothing_that_the_document_does_not(to: str) -> None:
    assert _TASKS.summary
    text = renderer("text").render(build(_TASKS.summary, draft=True)).decode()
    report = gate(text, _tracker(to), before_format="html", after_format=to)
    assert _told(report) == []
    assert report.tasks_only
    assert report.counts["unchanged"] > 3


# What numbers entries and rows is no figure


def test_a_column_that_counts_the_rows_says_nothing() -> None:
    pieces = extract("| 序号 | 措施 | 数量 |\n|---|---|---|\n| 1 | 换相机 | 12台 |\n| 2. | 换灯 | 30盏 |\n", "markdown")
    assert [(piece.text, piece.context) for piece in pieces if piece.context] == [
        ("换相机", "·措施"),
        ("12台", "换相机·数量"),
        ("换灯", "·措施"),
        ("30盏", "换灯·数量"),
    ]


def test_a_text_that_was_cut_by_the_character_is_put_together_again() -> None:
    text = (_ROOT / "tests/cases/prose_by_others/h06_logistics_2025_09_month.txt").read_text("utf-8")
    assert "准点1,2\n89班" in text
    joined = " ".join(piece.text for piece in extract(text, "text"))
    assert "准点1,289班" in joined
    assert "工单及时率97.4%" in joined

"""The number gate: what people do to texts, and what became of the figures."""

from __future__ import annotations

import json
import pathlib
import time

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

import propsummary
from propsummary import Draft, Metric, Period, Photo, Quantity, Summary, document
from propsummary.gating import Fate, GateReport, gate, gate_html, gate_json, gate_text
from propsummary.model import Point
from propsummary.problems import Language
from propsummary.renderers import renderer
from propsummary.renderers.text import TextRenderer
from propsummary.testing.strategies import summaries

EXAMPLES = sorted((pathlib.Path(__file__).parents[2] / "examples").glob("*.yaml"))
FORMATS = ("html", "markdown", "text", "json")


def _faults(report: GateReport) -> list[tuple[str, str, str]]:
    return [(one.fate.value, one.before.text if one.before else "", one.after.text if one.after else "") for one in report.faults]


# The renderers are held against the summaries that they render


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_rendered_example_keeps_every_figure(file: pathlib.Path, to: str, language: Language) -> None:
    draft = propsummary.read(file)
    assert draft.summary is not None
    rendered = renderer(to).render(document.build(draft.summary, language=language, draft=True))
    report = gate(draft, rendered, after_format=to)
    assert _faults(report) == []
    assert len(report.entries) > (0 if file.name == "unfinished.yaml" else 100)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(summaries())
def test_every_renderer_keeps_every_figure(summary: Summary) -> None:
    photos = tuple(attrs.evolve(photo, file=f"photos/{photo.id.encode().hex()}.jpg") for photo in summary.photos)
    metrics = tuple(attrs.evolve(metric, name=f"指标{metric.name}") for metric in summary.metrics)
    # In plain text nobody can tell a sentence from a file called so, nor a bound from a metric that is called “>”.
    laid_out = document.build(attrs.evolve(summary, photos=photos, metrics=metrics))
    for to in FORMATS:
        assert _faults(gate(laid_out, renderer(to).render(laid_out), after_format=to)) == []


def test_a_name_with_blanks_in_it_leaves_the_number_of_its_caption_alone() -> None:
    series = (Point(period=Period.parse("2025"), value=Quantity.parse("98.4%")),)
    summary = Summary(department="order", period=Period.parse("2025"), metrics=(Metric(id="m1", name="入库  率 ", series=series),))
    laid_out = document.build(summary)
    for to in FORMATS:
        assert _faults(gate(laid_out, renderer(to).render(laid_out), after_format=to)) == []


def test_a_photo_that_is_called_a_bare_figure_keeps_it() -> None:
    photos = (Photo(id="p1", file="photos/gate.jpg", caption="98.50"),)
    laid_out = document.build(Summary(department="order", period=Period.parse("2025"), photos=photos))
    for to in FORMATS:
        assert _faults(gate(laid_out, renderer(to).render(laid_out), after_format=to)) == []


def test_a_renderer_s_own_numbers_are_no_figures() -> None:
    """Numbers of headings and captions, contents, ticks of an axis, names of files."""
    draft = propsummary.read(next(file for file in EXAMPLES if file.name == "order-2025.yaml"))
    for to in FORMATS:
        report = propsummary.gate(draft, propsummary.render(draft, to), after_format=to)
        assert report.of(Fate.NEW) == ()


def test_one_figure_changed_in_a_rendered_page_is_the_one_that_is_found() -> None:
    draft = propsummary.read(next(file for file in EXAMPLES if file.name == "order-2025.yaml"))
    page = propsummary.render(draft, "html").decode()
    assert "巡更到位率98.6%" in page
    report = gate(draft, page.replace("巡更到位率98.6%", "巡更到位率98.9%", 1))
    assert _faults(report) == [("changed", "98.6%", "98.9%")]


# What a polisher does

_SAME = [
    ("全年巡更到位率98.6%。", "全年巡更到位率达到了98.6%，成绩喜人。"),
    ("投诉29件，比上期减少9件。", "比上期减少9件，全年投诉29件。"),
    ("巡更到位率98.6%。岗位到岗率99.5%。", "巡更到位率和岗位到岗率分别为98.6%、99.5%。"),
    ("巡更到位率98.6%、岗位到岗率99.5%。", "岗位到岗率99.5%。\n\n巡更到位率98.6%。"),
    ("一、成绩\n\n全年培训24次。", "（一）成绩\n\n全年组织培训24次。"),
    ("2025年接待访客12345人次。", "2026年接待访客12345人次。"),
    ("表 1　指标\n\n投诉29件。", "表 3　指标\n\n投诉29件。"),
    ("1. 培训24次\n2. 演练4次", "1. 演练4次\n2. 培训24次"),
    ("", ""),
    ("没有数字。", "还是没有数字。"),
]

_REWORDED = [
    ("接待访客1.2万人次。", "接待访客12000人次。"),
    ("巡更到位率98.60%。", "巡更到位率98.6%。"),
    ("演练两次。", "演练2次。"),
    ("排队超过半小时。", "排队超过30分钟。"),
    ("约300件快递。", "大约300件快递。"),
    ("满意率95%以上。", "满意率不低于95%。"),
    ("投诉同比-13.8%。", "投诉同比下降13.8%。"),
    ("用电68.2万千瓦时。", "用电68.2万度。"),
    ("更换灯具１２盏。", "更换灯具十二盏。"),
    ("投诉零起。", "投诉0起。"),
]

_CHANGED = [
    ("巡更到位率98.6%。", "巡更到位率96.8%。", "98.6%", "96.8%"),
    ("投诉29件。", "投诉近29件。", "29件", "近29件"),
    ("接待访客12345人次。", "接待访客12345人。", "12345人次", "12345人"),
    ("投诉下降9件，报修486件。", "投诉下降9件，报修468件。", "486件", "468件"),
    ("提高1.5个百分点。", "提高1.5%。", "1.5个百分点", "1.5%"),
    ("节约电费2.6万元。", "节约电费2.6元。", "2.6万元", "2.6元"),
    ("每3–5天一次巡查水泵。", "每3–7天一次巡查水泵。", "3–5天", "3–7天"),
    ("巡更到位率98.6%，四个季度逐季提高。", "全年巡更到位率高达99.6%，四个季度一季比一季高。", "98.6%", "99.6%"),
]


@pytest.mark.parametrize("before, after", _SAME)
def test_figures_that_stay(before: str, after: str) -> None:
    report = gate(before, after)
    assert report.ok
    assert {entry.fate for entry in report.entries} <= {Fate.UNCHANGED}


@pytest.mark.parametrize("before, after", _REWORDED)
def test_figures_in_other_words(before: str, after: str) -> None:
    report = gate(before, after)
    assert [entry.fate for entry in report.entries] == [Fate.REWORDED]
    assert report.ok


@pytest.mark.parametrize("before, after, figure, other", _CHANGED)
def test_figures_that_change(before: str, after: str, figure: str, other: str) -> None:
    report = gate(before, after)
    assert _faults(report) == [("changed", figure, other)]
    assert not report.ok


def test_figures_that_change_places_have_changed() -> None:
    """Both values are still there, but not where they were."""
    swapped = gate("投诉29件，工单12件。", "投诉12件，工单29件。")
    assert _faults(swapped) == [("changed", "29件", "12件"), ("changed", "12件", "29件")]
    report = gate("甲项目投诉29件。乙项目投诉12件。", "甲项目投诉12件。乙项目投诉29件。")
    assert [fate for fate, *_ in _faults(report)] == ["changed", "changed"]


def test_figures_of_a_table_that_change_columns_have_changed() -> None:
    head = "<thead><tr><th>指标</th><th>本期</th><th>上期</th></tr></thead>"
    page = f"<table>{head}<tr><td>到位率</td><td>{{}}</td><td>{{}}</td></tr></table>"
    before, after = page.format("98.6%", "97.1%"), page.format("97.1%", "98.6%")
    report = gate(before, after, before_format="html", after_format="html")
    assert [fate for fate, *_ in _faults(report)] == ["changed", "changed"]


def test_a_figure_is_compared_as_a_whole() -> None:
    """29 is no part of 129, 8.6% none of 98.6%."""
    assert _faults(gate("投诉129件。", "投诉29件。")) == [("changed", "129件", "29件")]
    assert _faults(gate("合格率98.6%。", "合格率8.6%。")) == [("changed", "98.6%", "8.6%")]


def test_duplicates_are_counted() -> None:
    assert _faults(gate("投诉29件。\n共29件。", "投诉29件。")) == [("lost", "29件", "")]
    assert _faults(gate("投诉29件。", "投诉29件。\n全年共29件。")) == [("new", "", "29件")]


def test_new_and_lost_figures_are_told_where_they_belong() -> None:
    report = gate("投诉29件。培训24次。演练4次。", "投诉29件。劝离违停1162起。演练4次。")
    assert [(e.fate.value, (e.after or e.before).text) for e in report.entries if e.after or e.before] == [  # type: ignore[union-attr]
        ("unchanged", "29件"), ("lost", "24次"), ("new", "1162起"), ("unchanged", "4次"),
    ]  # fmt: skip


# Sources


def test_a_draft_without_summary_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="holds no summary"):
        gate(Draft(summary=None), "")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(propsummary.PropsummaryError, match="wps"):
        gate("a", "b", after_format="wps")


@pytest.mark.parametrize(
    ("before", "after"), [("6栋业主钱学海", "6栋A业主"), ("12号楼王女士", "12号楼A女士"), ("6栋2单元业主李强", "6栋2单元A业主")]
)
def test_a_letter_in_place_of_a_name_makes_no_figure_of_a_building(before: str, after: str) -> None:
    assert gate(f"{before}欠费3次。", f"{after}欠费3次。").ok


def test_bytes_are_decoded() -> None:
    assert gate("投诉29件".encode("gb18030"), "投诉29件".encode("utf-8-sig")).ok
    assert gate(b"\x81", b"\xff\xfe\x00").ok


# Reports


def _report() -> GateReport:
    text = "# 成绩\n\n王女士13900000000投诉{}件。"
    return gate(text.format(29), text.format(28), before_format="markdown", after_format="markdown")


def test_the_text_names_both_places_and_masks_people() -> None:
    assert gate_text(_report()) == (
        "改了  29件 → 28件\n"
        "    原文（第3行，成绩）: 王女士139******00投诉【29件】。\n"
        "    现文（第3行，成绩）: 王女士139******00投诉【28件】。\n"
        "\n改了 1\n"
    )
    english = gate_text(_report(), language="en")
    assert english.startswith("changed  29件 → 28件\n    before (line 3, 成绩): ")
    assert english.endswith("changed 1\n")


def test_a_clean_report_says_so() -> None:
    assert gate_text(gate("投诉29件", "投诉29件")) == "数字全部对得上（没有变 1）\n"
    assert gate_text(gate("", ""), language="en") == "every figure is accounted for\n"


def test_json_holds_every_figure() -> None:
    data = json.loads(gate_json(_report()))
    assert data["ok"] is False
    assert data["counts"] == {"unchanged": 0, "reworded": 0, "changed": 1, "new": 0, "lost": 0}
    (figure,) = data["figures"]
    assert figure["before"]["sentence"] == "王女士139******00投诉29件。"
    assert figure["before"]["sentence"][figure["before"]["start"] : figure["before"]["end"]] == "29件"


def test_the_page_escapes_what_it_shows() -> None:
    page = gate_html(gate("a<b>共5件</b>", "a<b>共6件</b>", before_format="text", after_format="text"))
    assert "<mark>5件</mark>" in page
    assert "a&lt;b&gt;" in page
    assert "13900000000" not in gate_html(_report(), language="en")


def test_time_grows_with_the_text() -> None:
    def seconds(size: int) -> float:
        before = "\n\n".join(f"第{n}号岗位全年检查{n}次，合格率{n % 90 + 5}.5%，比上年提高1.5个百分点。" for n in range(size))
        start = time.process_time()
        report = gate(before, before.replace("合格率", "检查合格率达到"), before_format="text", after_format="text")
        assert report.ok
        return time.process_time() - start

    seconds(20)
    assert seconds(800) < 80 * min(seconds(40) for _ in range(3))


@pytest.mark.parametrize("mark", ["{}、", "{}. ", "（{}）", "{}."])
def test_an_item_s_number_is_no_figure(mark: str) -> None:
    """2、5栋电梯 is the second item, of the fifth building: the document numbers its items in its own way."""
    written = f"{mark.format(1)}水泵故障8次。\n\n{mark.format(2)}5栋电梯故障11次。"
    assert gate(written, "水泵故障8次。\n\n5栋电梯故障11次。").ok


def test_figures_that_open_a_paragraph_count() -> None:
    """Without a first item before it, 2、5栋 are two buildings; and 2.5万元 are money wherever they stand."""
    assert not gate("2、5栋电梯停运11次。", "5栋电梯停运11次。").ok
    assert not gate("1. 节约电费。\n\n2.5万元已到账。", "节约电费。\n\n5万元已到账。").ok


@pytest.mark.parametrize("size", range(20, 46))
def test_a_wrapped_line_keeps_the_hedge_with_its_figure(size: int) -> None:
    """A text that was wrapped at any width tells 约1.1万度 as 约1.1万度."""
    told = "地库照明改用雷达灯管，月均节电约1.1万度，全年节电大约13.2万度，比上年多近2成。"
    table = document.Table(columns=(document.Column(header="说明"),), rows=((document.Cell(text=told),),))
    text = TextRenderer(width=size).render(document.Document(title="总结", blocks=(table,)))
    assert gate(told, text, after_format="text").ok


@pytest.mark.parametrize(
    "before, after",
    [
        ("住户来电139 0000 2222，投诉3次。", "住户来电139********22，投诉3次。"),
        ("住户来电138-12345678共4次。", "住户来电138*******78共4次。"),
        ("失主身份证110101 19900307 4477，领回钱包1个。", "失主身份证110***************77，领回钱包1个。"),
        ("6栋1203来电2次。", "6栋某室来电2次。"),
    ],
)
def test_personal_numbers_are_no_figures(before: str, after: str) -> None:
    """Masking them, or putting 某室 in the place of a flat, loses nothing that was counted."""
    report = gate(before, after, before_format="text", after_format="text")
    assert report.faults == ()
    assert len(report.entries) == 1


@pytest.mark.parametrize("text", ["全年1390000度、2222户。", "在6栋装灯1203盏。", "收回139 份、0.2万份。"])
def test_figures_that_only_look_personal(text: str) -> None:
    """They are missed when they are gone."""
    assert len(gate(text, "无。", before_format="text", after_format="text").of(Fate.LOST)) == text.count("、") + 1

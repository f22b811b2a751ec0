"""Which sections a document has, what stands in them, and what is left out."""

from __future__ import annotations

import attrs
import pytest

from propsummary.document import Chain, ChartBlock, Document, Highlights, PicturePair, Table, build
from propsummary.model import (
    Achievement,
    Activity,
    ActivityKind,
    Background,
    Countermeasure,
    FollowUp,
    Goal,
    Issue,
    Metric,
    Outcome,
    Part,
    Photo,
    RootCause,
    Section,
    Summary,
)
from propsummary.periods import Period
from propsummary.problems import Path, Problem, Report, Severity, Wording
from propsummary.quantities import Quantity
from rich_summaries import logistics, order

YEAR = Period.parse("2025")


def _titles(document: Document, level: int = 1) -> list[str]:
    return [heading.title for heading in document.headings if heading.level == level]


def _table(document: Document, caption: str) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table) and block.caption == caption)


def test_the_order_departments_five_sections() -> None:
    assert _titles(build(order())) == [
        "一、总结背景与目标",
        "二、工作开展情况与主要成绩",
        "三、存在的问题与不足",
        "四、改进措施与解决方案",
        "五、下年度工作目标与展望",
        "六、致谢",
    ]


def test_the_logistics_departments_four_sections_and_its_background_before_them() -> None:
    document = build(logistics())
    assert _titles(document) == ["一、成果回顾与亮点呈现", "二、问题与挑战剖析", "三、改进措施与解决方案", "四、未来展望与目标设定"]
    before = document.blocks[: document.blocks.index(document.headings[0])]
    assert any(getattr(block, "text", "").startswith("总结上半年后勤保障工作") for block in before)


def test_a_titled_passage_before_the_first_section_is_a_section_of_its_own() -> None:
    passage = Section(part=Part.BACKGROUND, title="部门概况", text="部门共94人。")
    document = build(Summary(department="logistics", period=YEAR, sections=(passage,), issues=(Issue(title="漏水"),)))
    assert _titles(document) == ["一、部门概况", "二、问题与挑战剖析"]


def test_english_headings_and_numbers() -> None:
    document = build(order(), language="en")
    assert _titles(document)[1] == "2 Work done and main results"
    assert _titles(document, 2)[0] == "2.1 Follow-up on the previous period"
    assert document.title == "2025年度秩序维护部工作总结"  # what the department wrote stays


def test_a_part_of_a_year_has_no_next_year() -> None:
    half = attrs.evolve(order(), period=Period.parse("2025-H1"))
    assert "五、下阶段工作目标与展望" in _titles(build(half))


def test_a_title_is_made_where_none_is_given() -> None:
    summary = Summary(department="order", period=YEAR)
    assert build(summary).title == "2025年秩序部工作总结"
    assert build(summary, language="en").title == "Order department: work summary, 2025"


def test_an_unknown_department_keeps_its_name_and_gets_five_sections() -> None:
    document = build(attrs.evolve(order(), department="法务组", title=""))
    assert document.title == "2025年法务组工作总结"
    assert len(_titles(document)) == 6
    assert "（三）突发事件" in _titles(document, 2)


def test_an_empty_summary_has_no_blocks() -> None:
    assert build(Summary(department="order", period=YEAR)).blocks == ()


def test_functions_come_in_the_profiles_order() -> None:
    found = [title.split("）", 1)[1] for title in _titles(build(order()), 2)]
    assert found[2:8] == ["安全防范", "秩序维护", "应急处置", "消防安全", "客户服务", "团队建设"]


def test_finer_areas_and_kinds_find_their_function() -> None:
    summary = Summary(
        department="order", period=YEAR, achievements=(Achievement(area="车辆管理", text="x"), Achievement(area="法务", text="y"))
    )
    assert _titles(build(summary), 2) == ["（一）秩序维护", "（二）其他工作"]


def test_columns_without_content_are_left_out() -> None:
    summary = Summary(department="order", period=YEAR, metrics=(Metric(name="巡更到位率", value=Quantity.parse("98.6%")),))
    table = _table(build(summary), "主要指标")
    assert [column.header for column in table.columns] == ["指标", "本期"]


def test_gaps_in_a_column_are_dashes() -> None:
    table = _table(build(order()), "主要指标")
    assert all(cell.text for row in table.rows for cell in row)
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_figures_are_printed_as_written() -> None:
    metric = Metric(name="a", value=Quantity.parse("98.50"), unit="%", baseline=Quantity.parse("约1.2万人次"))
    table = _table(build(Summary(department="order", period=YEAR, metrics=(metric,))), "主要指标")
    assert [cell.text for cell in table.rows[0]][1:] == ["98.50%", "约1.2万人次"]


def test_the_closure_table_joins_problem_cause_and_measures() -> None:
    chain = next(block for block in build(order()).blocks if isinstance(block, Chain))
    assert [column.header for column in chain.columns] == ["问题", "原因", "措施", "责任人", "完成时限", "验证方式", "状态"]
    first = chain.links[0]
    assert first.head[0].text == "东门夜间车辆排队"
    assert "沟通" not in first.head[1].text
    assert [row[1].text for row in first.rows] == ["周明（秩序主管）", "林悦（客服主管）"]
    assert chain.as_table().rows[1][0].text == ""


def test_a_problem_without_a_measure_and_a_measure_without_a_problem_are_both_shown() -> None:
    summary = Summary(
        department="order",
        period=YEAR,
        issues=(Issue(id="i1", statement="车棚漏水3处"),),
        countermeasures=(Countermeasure(id="c1", statement="更换路灯"),),
    )
    chain = next(block for block in build(summary).blocks if isinstance(block, Chain))
    assert [[cell.text for row in link.rows for cell in (*link.head, *row)] for link in chain.links] == [
        ["车棚漏水3处", "—"],
        ["未针对具体问题", "更换路灯"],
    ]


def test_follow_ups_use_the_words_of_the_previous_summary() -> None:
    previous = Summary(department="order", period=Period.parse("2024"), goals=(Goal(id="g1", statement="巡更到位率达到98%"),))
    follow_up = FollowUp(of="g1", outcome=Outcome.MET)
    summary = Summary(department="order", period=YEAR, follow_ups=(follow_up,))
    table = _table(build(summary, previous=previous), "上期目标与措施落实情况")
    assert table.rows[0][0].text == "巡更到位率达到98%"


def test_photos_of_a_pair_stand_side_by_side_and_each_photo_once() -> None:
    document = build(order())
    pairs = [block for block in document.blocks if isinstance(block, PicturePair)]
    assert [(pair.before.file, pair.after.file) for pair in pairs] == [("photos/lane_before.jpg", "photos/lane_after.jpg")]
    files = [block.file for block in document.blocks if hasattr(block, "file")]
    assert sorted(files) == ["photos/drill.jpg", "photos/gate.jpg"]


def test_half_a_pair_is_a_picture() -> None:
    summary = Summary(
        department="order", period=YEAR, photos=(Photo(id="p1", file="a.jpg", pair="p9"), Photo(id="p2", file="b.jpg", pair="p2"))
    )
    assert [block.file for block in build(summary).blocks if hasattr(block, "file")] == ["a.jpg", "b.jpg"]


def test_passages_stand_in_their_part() -> None:
    sections = (
        Section(part=Part.ISSUES, text="第一段。\n\n第二段。"),
        Section(part=Part.ISSUES, title="制度执行", text="细节。"),
        Section(text="没有归属的一段。"),
    )
    document = build(Summary(department="order", period=YEAR, sections=sections))
    assert [getattr(block, "text", "") for block in document.blocks] == [
        "存在的问题与不足",
        "第一段。",
        "第二段。",
        "制度执行",
        "细节。",
        "其他",
        "没有归属的一段。",
    ]


def test_numbers_of_tables_and_figures_run_through() -> None:
    document = build(order())
    tables = [block.number for block in document.blocks if isinstance(block, (Table, Chain))]
    assert tables == [f"表 {n}" for n in range(1, len(tables) + 1)]
    charts = [block.number for block in document.blocks if isinstance(block, ChartBlock)]
    assert charts == ["图 1", "图 2", "图 3"]


def test_highlights_are_the_core_figures_and_never_a_single_one() -> None:
    highlights = next(block for block in build(order()).blocks if isinstance(block, Highlights))
    assert len(highlights.figures) == 6
    assert highlights.figures[0].label == "巡更到位率"
    single = attrs.evolve(order(), metrics=order().metrics[:1], charts=())
    assert not any(isinstance(block, Highlights) for block in build(single).blocks)


def test_draft_and_final() -> None:
    assert (build(order(), draft=True).watermark, build(order()).watermark) == ("草稿", "")


def test_background_is_told_under_its_names() -> None:
    summary = Summary(department="order", period=YEAR, background=Background(purpose="回顾全年", positioning="  "))
    assert [getattr(block, "label", "") for block in build(summary).blocks] == ["", "目的"]


def test_the_internal_document_carries_the_report() -> None:
    problem = Problem(
        code="ISS001",
        name="x",
        severity=Severity.ERROR,
        path=("issues", 0),
        object="i1",
        zh=Wording("问题没有原因", "补上原因"),
        en=Wording("no cause"),
    )
    document = build(order(), audience="internal", report=Report(problems=(problem,)))
    row = _table(document, "检查报告").rows[0]
    assert [cell.text for cell in row] == ["错误", "ISS001", "i1", "问题没有原因", "补上原因"]
    assert "检查报告" not in _titles(build(order(), report=Report(problems=(problem,))))[-1]


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        (("functions", "emergency"), "应急", "mergency"),
        (("achievements",), "成绩", "chievements"),
        (("outlook", "innovations"), "创新", "nnovation"),
        (("数字",), "数字", "数字"),
    ],
)
def test_the_internal_document_says_places_in_words(path: Path, zh: str, en: str) -> None:
    """Nobody who reads it knows of JSON pointers."""
    problem = Problem(code="STR001", name="x", severity=Severity.ERROR, path=path, zh=Wording("缺了", ""), en=Wording("missing"))
    for language, said in (("zh", zh), ("en", en)):
        document = build(order(), audience="internal", report=Report(problems=(problem,)), language=language)  # type: ignore[arg-type]
        table = _table(document, "检查报告" if language == "zh" else "Check report")
        place = table.rows[0][2].text
        assert said in place
        assert "/" not in place


@pytest.mark.parametrize("language", ["zh", "en"])
def test_ids_are_given_where_they_are_missing(language: str) -> None:
    """References by made-up ids work, and none is shown."""
    issue = Issue(statement="车棚漏水3处", root_causes=(RootCause(statement="防水层老化"),))
    document = build(Summary(department="order", period=YEAR, issues=(issue,)), language=language)  # type: ignore[arg-type]
    assert not any("i1" in getattr(block, "text", "") for block in document.blocks)


def test_nothing_stands_below_a_heading_that_it_does_not_belong_to() -> None:
    """Achievements without a title come before those with one, and tables after them get a heading."""
    activity = Activity(kind=ActivityKind.DRILL, name="疏散演练", area="security")
    achievements = (Achievement(area="security", title="巡线调整", text="甲"), Achievement(area="security", text="乙"))
    document = build(Summary(department="order", period=YEAR, achievements=achievements, activities=(activity,)))
    told = [getattr(block, "title", "") or getattr(block, "text", "") or getattr(block, "caption", "") for block in document.blocks]
    assert told[1:] == ["（一）安全防范", "乙", "1. 巡线调整", "甲", "2. 活动开展情况", "安全防范 · 活动开展情况"]

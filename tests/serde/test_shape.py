"""What a well-formed text says wrongly: everything is collected, each at its place, and the rest is kept."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from propsummary.model import SCHEMA_VERSION, Direction, Draft
from propsummary.problems import Problem
from propsummary.serde import loads, read_file
from propsummary.serde.migrations import migrate

CASES = Path(__file__).parent.parent / "cases" / "structured"
HEAD = "部门: 秩序部\n期间: 2025\n"


def only(text: str, format: str = "yaml") -> Problem:
    """The one problem of a text."""
    problems = loads(text, format).problems
    assert len(problems) == 1, problems
    return problems[0]


def found(draft: Draft) -> list[tuple[str, str, int | None]]:
    return [(p.code, p.pointer, p.span and p.span.line) for p in draft.problems]


@pytest.mark.parametrize("file", sorted(p.name for p in CASES.glob("*.[yt]*ml")))
def test_the_cases_are_read_without_a_word(file: str) -> None:
    draft = read_file(CASES / file)
    assert draft.problems == ()
    assert draft.unknown == frozenset()
    assert draft.summary is not None
    assert draft.folder == CASES


def test_a_summary_in_eleven_lines() -> None:
    draft = loads(
        HEAD + "单位: {公司: 示例物业, 项目: 云栖花园}\n"
        "指标:\n"
        "  - {编号: m1, 指标库: patrol_checkpoint_rate, 数值: 98.6%, 分子: 43078, 分母: 43690, 上期值: 97.1%, 变化: 1.5个百分点}\n"
        "问题:\n"
        "  - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次, 指标: [m1], 原因: [{维度: 技术设备, 说明: 道闸相机已用满7年}]}\n"
        "措施:\n"
        "  - {编号: c1, 针对: i1, 内容: 更换东门两台识别相机, 责任人: 周明（秩序主管）, 完成时限: 2026年3月底前}\n"
        "目标:\n"
        "  - {编号: g1, 类别: 指标, 内容: 东门高峰排队超时降到每月不超过1次, 目标值: ≤12次, 完成时限: 2026-12-31, 支撑: [i1]}\n"
    )
    assert draft.problems == ()
    summary = draft.summary
    assert summary is not None
    assert summary.metrics[0].numerator is not None
    assert summary.metrics[0].numerator.low == Decimal(43078)
    assert summary.issues[0].root_causes[0].id == "i1.1"
    assert summary.countermeasures[0].addresses == ("i1",)
    assert summary.countermeasures[0].owner is not None
    assert summary.countermeasures[0].owner.role == "秩序主管"
    assert summary.countermeasures[0].deadline is not None
    assert summary.countermeasures[0].deadline.date == dt.date(2026, 3, 31)


def test_both_languages_and_traditional_characters_mix() -> None:
    draft = loads("部門: 秩序部\nperiod: 2025\n指標:\n  - {name: 投诉, 方向: lower, 數值: 3件}\nmetrics: []\n")
    assert found(draft) == [("SHP006", "/metrics", 5)]
    assert draft.summary is not None
    assert draft.summary.metrics[0].direction is Direction.LOWER


TYPES = [
    ("编制人: 5", "/author", "SHP004", '"5"'),
    ("编制人: true", "/author", "SHP004", '"true"'),
    ("编制人: [张伟]", "/author", "SHP004", ""),
    ("指标: {名称: a}", "/metrics", "SHP004", ""),
    ("指标: [a]", "/metrics/0", "SHP004", ""),
    ("指标: [{编号: 1, 名称: a}]", "/metrics/0/id", "SHP004", '"1"'),
    ("指标: [{名称: a, 数值: true}]", "/metrics/0/value", "SHP004", ""),
    ("指标: [{名称: a, 数值: {a: 1}}]", "/metrics/0/value", "SHP004", ""),
    ('指标: [{名称: a, 样本量: "5"}]', "/metrics/0/sample_size", "SHP004", ""),
    ("指标: [{名称: a, 样本量: 5.0}]", "/metrics/0/sample_size", "SHP004", ""),
    ("指标: [{名称: a, 构成: [1]}]", "/metrics/0/breakdown", "SHP004", ""),
    ("措施: [{内容: a, 针对: [1]}]", "/countermeasures/0/addresses/0", "SHP004", '"1"'),
    ("指标: [{名称: a, 数值: 合格}]", "/metrics/0/value", "SHP005", "98.6%"),
    ("指标: [{名称: a, 数值: 很多}]", "/metrics/0/value", "SHP005", "约130起"),
    ("指标: [{名称: a, 数值: 9O件}]", "/metrics/0/value", "SHP005", "改成数字0、1"),
    ("指标: [{名称: a, 数值: 上百起}]", "/metrics/0/value", "SHP005", "约130起"),
    ("指标: [{名称: a, 数值: 数十起}]", "/metrics/0/value", "SHP005", "约130起"),
    ("指标: [{名称: a, 数值: 7×24小时}]", "/metrics/0/value", "SHP005", "168小时"),
    ("指标: [{名称: a, 数值: “98.6%”}]", "/metrics/0/value", "SHP005", "只写 98.6%"),
    ("指标: [{名称: a, 数值: 1,200件}]", "/metrics/0/value", "SHP005", "写成 1200件，或"),
    ("指标: [{名称: a, 数值: 约1,200,300.5元, 来源: b}]", "/metrics/0/value", "SHP005", "写成 约1200300.5元"),
    ("指标: [{名称: a, 变化: “持平”}]", "/metrics/0/change", "SHP005", "只写 持平"),
    ("风险: [{说明: a, 影响: “高”}]", "/risks/0/impact", "SHP005", "只写 高"),
    ("风险: [{说明: a, 影响: true}]", "/risks/0/impact", "SHP004", "低、中、高"),
    ("措施: [{内容: a, 责任人: [张三, 李四]}]", "/countermeasures/0/owner", "SHP004", "牵头人；措施里其余的人写进“配合”"),
    ("活动: [{类别: 培训, 名称: a, 时间: 改天}]", "/activities/0/when", "SHP005", "2025-06-30、6月30日"),
    ("案例: [{标题: a, 日期: 改天}]", "/cases/0/date", "SHP005", "2025-06-30、6月30日"),
    ("编制日期: true", "/prepared_on", "SHP004", "2025-06-30"),
    ("指标: [{名称: a, 上期: true}]", "/metrics/0/baseline_period", "SHP004", "2025-H1"),
    ("指标: [{名称: a, 样本量: 300份}]", "/metrics/0/sample_size", "SHP004", "整数"),
    ("单位: 示例物业", "/organization", "SHP004", "公司、项目、地址"),
    ("单位: 公司:甲", "/organization", "SHP004", "“公司: …”"),
    ("问题:\n  -编号: i1", "/issues/-编号", "SHP001", "短横"),
    ("问题: [编号：i1]", "/issues/0", "SHP004", "“编号: …”"),
    ("问题:\n  - 表现:东门排队17次", "/issues/0", "SHP004", "“表现: …”"),
    ("问题:\n  - 编号: i1\n    -表现: 东门排队17次\n    标题: a", "/issues/0/-表现", "SHP001", "短横"),
    ("背景: {说明: [甲, 乙]}", "/background/text", "SHP004", "“；”"),
    ("版本: 0", "/schema_version", "SHP005", "写 1"),
    ("版本: -1", "/schema_version", "SHP005", "写 1"),
    ("指标: [{指标库: patrol_checkpiont_rate}]", "/metrics/0/kpi", "SHP005", "编号或名称"),
    ("目标: [{内容: a, 指标库: 不存在的指标名}]", "/goals/0/kpi", "SHP005", "名称"),
    ("指标: [{名称: a, 来原: b}]", "/metrics/0/来原", "SHP003", "“来源”"),
    ("指标: [{名称: a, 名字: b}]", "/metrics/0/名字", "SHP003", "“名称”"),
    ("措施: [{内容: a, 负责人: b}]", "/countermeasures/0/负责人", "SHP003", "“责任人”"),
    ("措施: [{内容: a, 截止日期: 2026-03-31}]", "/countermeasures/0/截止日期", "SHP003", "“完成时限”"),
    ("指标: [{名称: a, 楼层高差: b}]", "/metrics/0/楼层高差", "SHP003", "总结最外层的“附加”"),
    ("编制人: *zhang", "/author", "SHP008", "加引号"),
    ("编制人: !mr 张伟", "/author", "SHP001", "去掉标签"),
    ("指标: [{名称: a, 变化: 好转}]", "/metrics/0/change", "SHP005", "持平"),
    ("指标: [{名称: a, 上期: 从前}]", "/metrics/0/baseline_period", "SHP005", "2025-H1"),
    ("指标: [{名称: a, 上期: 2025-03..2025-01}]", "/metrics/0/baseline_period", "SHP005", "对调"),
    ("指标: [{名称: a, 方向: 越高}]", "/metrics/0/direction", "SHP005", "越高越好、越低越好、区间"),
    ("措施: [{内容: a, 完成时限: 2026年14月}]", "/countermeasures/0/deadline", "SHP005", "2026-03-31"),
    ("编制日期: 昨天", "/prepared_on", "SHP005", "2025-06-30"),
    ("措施: [{内容: a, 周期: 常常}]", "/countermeasures/0/recurrence", "SHP005", "每月25日"),
    ('编制人: "a\\x07"', "/author", "SHP005", "删掉"),
    ("编制: 张伟", "/编制", "SHP003", "编制人"),
    ("标题：总结: x", "/标题：总结", "SHP003", "标题: "),
    ("问题: [{领域: a}]", "/issues/0/title", "SHP002", ""),
    ("风险: [{影响: 高}]", "/risks/0/statement", "SHP002", "说明"),
    ("标题: a\n标题: b", "/title", "SHP006", ""),
    ("标题: a\ntitle: b", "/title", "SHP006", ""),
]


@pytest.mark.parametrize("line, path, code, hint", TYPES)
def test_a_fault_is_one_problem_at_its_place(line: str, path: str, code: str, hint: str) -> None:
    problem = only(HEAD + line + "\n")
    assert (problem.code, problem.pointer) == (code, path)
    assert hint in problem.hint
    assert problem.span is not None
    assert problem.span.line == 3 + line.split("\n    标题: a", maxsplit=1)[0].count("\n")
    assert problem.en.hint != problem.hint or not problem.hint


def test_an_unknown_department_is_kept_so_that_the_rest_is_checked() -> None:
    draft = loads("部门: 秩序维持部\n期间: 2025\n")
    assert found(draft) == [("SHP005", "/department", 1)]
    assert draft.summary is not None
    assert draft.summary.department == "秩序维持部"


def test_a_department_may_not_wear_quotes() -> None:
    problem = only("部门: “秩序部”\n期间: 2025\n")
    assert (problem.message, problem.hint) == ("“部门”的值外面多了一层引号", "去掉引号，只写 秩序部")
    assert only("部门: “秩序处”\n期间: 2025\n").message == "没有叫“秩序处”的部门，是不是“秩序部”？"
    assert only("部门: 工程处\n期间: 2025\n").message == "没有叫“工程处”的部门，是不是“工程部”？"


@pytest.mark.parametrize("name", ["patrol_checkpoint_rate", "Patrol_Checkpoint_Rate", "巡更点到位率", "巡更點到位率"])
def test_a_kpi_goes_by_any_of_its_names_and_keeps_it(name: str) -> None:
    draft = loads(HEAD + f"指标: [{{指标库: {name}, 数值: 98.6%}}]\n目标: [{{内容: a, 指标库: {name}}}]\n")
    assert draft.problems == ()
    assert draft.summary is not None
    assert (draft.summary.metrics[0].kpi, draft.summary.goals[0].kpi) == (name, name)


def test_an_unknown_kpi_is_told_with_its_neighbours_and_left_out() -> None:
    draft = loads(HEAD + "指标: [{编号: m1, 指标库: patrol_checkpiont_rate, 数值: 98.6%}]\n")
    assert [p.message for p in draft.problems] == [
        "指标库里没有“patrol_checkpiont_rate”，是不是 patrol_checkpoint_rate（巡更到位率）？"
    ]
    assert draft.summary is not None
    assert draft.summary.metrics[0].kpi in ("", None)
    assert draft.unknown == {("metrics", 0, "kpi")}


@pytest.mark.parametrize(
    "text, messages",
    [
        (HEAD + "期间: 2024\n", ["“期间”写了两次，前一处在第2行"]),
        (HEAD + "period: 2024\n", ["“period”与第2行的同一个键重复（期间）"]),
        ("部门: 秩序部\nperiod: 2024\n期间: 2025\n", ["“期间”与第2行的同一个键重复（期间）"]),
        (HEAD + "指标:\n  - 名称: a\n    来源: b\n    source: c\n", ["“source”与第5行的同一个键重复（来源）"]),
    ],
)
def test_of_two_like_keys_both_lines_are_told(text: str, messages: list[str]) -> None:
    assert [p.message for p in loads(text).problems] == messages


def test_a_bad_scalar_does_not_hide_the_rest() -> None:
    long = "9" * 5000
    metrics = f"指标: [{{名称: a, 数值: {long}}}, {{名称: b, 数值: 合格}}]\n"
    draft = loads(HEAD + "标题: &a 总结\n编制人: *a\n" + metrics + f"附加: {{x: {long}, y: 1}}\n")
    assert [p.code for p in draft.problems] == ["SHP008", "SHP008", "SHP008", "SHP005", "SHP008"]
    assert draft.summary is not None
    assert draft.summary.extra == {"y": 1}
    assert len(draft.summary.metrics) == 2
    metrics = '"指标": [{"名称": "a", "数值": NaN, "来源": 5}]'
    draft = loads(f'{{"部门": "秩序部", "期间": 2025, {metrics}, "附加": {{"n": -Infinity, "m": {long}}}}}', "json")
    assert [(p.code, p.pointer) for p in draft.problems] == [
        ("SHP001", "/metrics/0/value"),
        ("SHP004", "/metrics/0/source"),
        ("SHP001", "/extra/n"),
        ("SHP008", "/extra/m"),
    ]
    assert all(p.span is not None for p in draft.problems)


def test_a_comma_in_a_number_is_not_two_values() -> None:
    draft = loads(HEAD + "指标: [{名称: a, 数值: 1,200件, 分子: 3}, {名称: b, 构成: {甲: 1,200, 乙: 3}}]\n")
    assert [(p.pointer, p.message) for p in draft.problems] == [
        ("/metrics/0/value", "“数值”里的逗号把数字切断了：“1,200件”"),
        ("/metrics/1/breakdown/0", "“构成”里的逗号把数字切断了：“1,200”"),
    ]
    assert draft.summary is not None
    assert draft.summary.metrics[0].value is None
    assert draft.summary.metrics[0].numerator is not None
    assert loads(HEAD + "指标: [{名称: a, 数值: '1,200件'}]\n").problems == ()
    text = only(HEAD + "成绩: [{编号: a1, 说明: 全年接听业主来电和来访合计4,210次；办结3件}]\n")
    assert text.message == "“说明”里的逗号把数字切断了：“全年接听业主来电和来访合计4,210次；办结3件”"
    assert text.hint == "写成 全年接听业主来电和来访合计4210次；办结3件，或给整个值加上引号"
    assert only(HEAD + "成绩: [{标题: a, 没有的: 1,200件}]\n").message == "“没有的”里的逗号把数字切断了：“1,200件”"
    block = loads(HEAD + "指标:\n  - 名称: a\n    数值: 1,200件\n")
    assert block.problems == ()


def test_a_comma_in_a_number_is_not_two_members() -> None:
    draft = loads(HEAD + "成绩: [{标题: a, 做法: [接听4,210次；回访1,050次, 办结3件]}]\n附加: {x: [100,200], y: [1,200,5]}\n")
    assert [(p.pointer, p.message) for p in draft.problems] == [
        ("/achievements/0/actions/0", "“做法”里的逗号把数字切断了：“接听4,210次；回访1,050次”"),
    ]
    assert draft.summary is not None
    assert draft.summary.achievements[0].actions == ("办结3件",)
    assert draft.summary.extra == {"x": [100, 200], "y": [1, 200, 5]}


def test_a_comma_where_no_thousands_end() -> None:
    told = only(HEAD + "指标: [{名称: a, 数值: 1,28单}]\n")
    assert (told.code, told.pointer) == ("SHP005", "/metrics/0/value")
    assert told.message == "“数值”里的逗号把数字切断了：“1,28单”"
    assert told.hint == "数字里不写逗号；要写就给整个值加上引号"
    assert "切开了，给整句话加上引号" in only(HEAD + "成绩: [{标题: a, 说明: 接听及时,回访到位}]\n").hint


@pytest.mark.parametrize(
    "measure, unknown",
    [
        ("{内容: b, 责任任: 王工}", {"owner"}),
        ("{内容: b, 负责人: 王工, 时限: 6月底前, 对应: [i1]}", {"owner", "deadline", "addresses"}),
        ("{内容: b, 负责人: 王工, 责任人: 王工}", set()),
        ("{内容: b, '责任人：王工': 1}", {"owner"}),
        ("{内容: b, -责任人: 王工}", {"owner"}),
        ("{内容: b, 责任任: 1,200}", {"owner"}),
        ("{内容: b, 天气: 晴}", set()),
    ],
)
def test_a_key_that_comes_close_leaves_its_field_unknown(measure: str, unknown: set[str]) -> None:
    assert loads(HEAD + f"措施: [{measure}]\n").unknown == {("countermeasures", 0, field) for field in unknown}


def test_what_must_be_there_is_not_missing_under_a_key_that_comes_close() -> None:
    assert only("科室: 秩序部\n期间: 2025\n").code == "SHP003"
    assert only(HEAD + "措施: [{措施内容: 换相机}]\n").code == "SHP003"


def test_nothing_is_something_that_can_be_carried_along() -> None:
    draft = loads(HEAD + "附加: {a: null, b: 1, c: [1, ~]}\n")
    assert draft.problems == ()
    assert draft.summary is not None
    assert draft.summary.extra == {"a": None, "b": 1, "c": [1, None]}


def test_a_problem_names_the_object_around_it() -> None:
    assert only(HEAD + "问题: [{id: i1, 表现: a, 原因: [{编号: r1, 维度: 天气, 说明: b}]}]\n").object == "r1"
    assert only(HEAD + "指标: [{编号: m1, 名称: a, 构成: {甲: 坏}}]\n").object == "m1"
    assert only(HEAD + "指标: [{编号: 1, 名称: a}]\n").object is None


def test_a_value_that_was_left_out_is_unknown() -> None:
    draft = loads(HEAD + "指标: [{名称: a, 数值: 很多, 来源: b}]\n")
    assert draft.summary is not None
    assert draft.summary.metrics[0].value is None
    assert draft.unknown == {("metrics", 0, "value")}


def test_what_was_left_out_does_not_shift_the_rest() -> None:
    draft = loads(
        HEAD
        + "风险:\n  - {影响: 高}\n  - {说明: 台风}\n指标: [{名称: a, 构成: {甲: 坏, 乙: 3}}]\n措施: [{内容: b, 针对: [1, i1]}]\n"
    )
    summary = draft.summary
    assert summary is not None
    assert [r.statement for r in summary.risks] == ["台风"]
    where = draft.spans.of(("risks", 1, "statement"))
    assert where is not None
    assert where.line == 5
    assert draft.gaps == {("risks", 0), ("metrics", 0, "breakdown", 0), ("countermeasures", 0, "addresses", 0)}
    assert {path[0] for path in draft.unknown} == {"risks", "metrics", "countermeasures"}
    share, ref = draft.spans.of(("metrics", 0, "breakdown", 1)), draft.spans.of(("countermeasures", 0, "addresses", 1))
    assert share is not None
    assert ref is not None
    assert (share.line, ref.line) == (6, 7)


def test_without_a_period_everything_else_is_still_looked_at() -> None:
    lines = "".join(f"  - {{名称: a{n}, 数值: 很多}}\n" for n in range(50))
    draft = loads("部门: 秩序部\n期间: 从前\n指标:\n" + lines + "措施: [{内容: b, 完成时限: 年底}]\n")
    assert draft.summary is None
    assert [p.code for p in draft.problems] == ["SHP005"] * 51
    assert ("countermeasures", 0, "deadline") in draft.unknown


def test_missing_department_and_period_are_told() -> None:
    assert found(loads("标题: a\n")) == [("SHP002", "/department", None), ("SHP002", "/period", None)]


def test_deadlines_are_read_against_what_stands_below_them() -> None:
    draft = loads(
        "措施: [{内容: a, 完成时限: 一季度末}, {内容: b, 完成时限: 两个月内}]\n部门: 秩序部\n编制日期: 2026-01-04\n期间: 2025\n"
    )
    assert draft.summary is not None
    assert [m.deadline and m.deadline.date for m in draft.summary.countermeasures] == [dt.date(2026, 3, 31), dt.date(2026, 3, 4)]


def test_names_without_a_year_are_read_against_the_period() -> None:
    metric = "指标: [{名称: a, 上期: 上年同期, 走势: [{期间: 1月, 数值: 3}, {期间: 二季度, 数值: 4}]}]\n"
    draft = loads(HEAD + metric + "案例: [{标题: a, 日期: 6月12日}]\n活动: [{类别: 培训, 名称: b, 时间: [2025-03-01, 4月]}]\n")
    assert draft.problems == ()
    assert draft.summary is not None
    found = draft.summary.metrics[0]
    assert found.baseline_period is not None
    assert found.baseline_period.label == "2024"
    assert [point.period.label for point in found.series] == ["2025-01", "2025-Q2"]
    assert draft.summary.cases[0].date is not None
    assert draft.summary.cases[0].date.first == dt.date(2025, 6, 12)
    assert [when.text for when in draft.summary.activities[0].when] == ["2025-03-01", "4月"]
    assert loads("部门: 秩序部\n期间: 2024\n" + metric).summary.metrics[0].series[0].period.label == "2024-01"  # type: ignore[union-attr]


def test_printed_forms_are_kept() -> None:
    values = ["98.50", "12", "-3.5", "1.20万"]
    lines = "".join(f"  - {{名称: a, 数值: {value}}}\n" for value in values)
    summary = loads(HEAD + "指标:\n" + lines).summary
    assert summary is not None
    assert [m.value and m.value.text for m in summary.metrics] == values
    text = '{"部门": "秩序部", "期间": 2025, "指标": [{"名称": "a", "数值": 98.50}]}'
    read = loads(text, "json").summary
    assert read is not None
    assert read.metrics[0].value is not None
    assert read.metrics[0].value.text == "98.50"


def test_plain_scalars_follow_yaml_1_2() -> None:
    draft = loads(HEAD + "附加: {a: no, b: 12:30, c: 007, d: 1e3, e: 2025-06-30, f: 0x1F, g: true, h: +3, i: ~}\n")
    assert draft.summary is not None
    expected = {"a": "no", "b": "12:30", "c": "007", "d": Decimal(1000), "e": "2025-06-30", "f": "0x1F", "g": True, "h": "+3"}
    expected["i"] = None
    assert draft.summary.extra == expected


def test_a_newer_version_is_told_and_all_else_still_read() -> None:
    draft = loads(HEAD + f"版本: {SCHEMA_VERSION + 1}\n未来: 1\n指标: [{{名称: 出警, 数值: 好几百人}}]\n")
    told = [("SHP007", "/schema_version", 3), ("SHP003", "/未来", 4), ("SHP005", "/metrics/0/value", 5)]
    assert sorted(found(draft)) == sorted(told)
    assert draft.summary is not None
    assert draft.summary.metrics[0].name == "出警"
    assert ("schema_version",) in draft.unknown
    assert loads(HEAD + "版本: 1\n").problems == ()


def test_older_versions_are_brought_up_to_date() -> None:
    steps = {1: lambda tree: tree | {"b": 1}, 2: lambda tree: tree | {"c": tree["b"]}}
    assert migrate({"a": 0}, 1, target=3, migrations=steps) == {"a": 0, "b": 1, "c": 1}
    assert migrate({"a": 0}, 3, target=3, migrations=steps) == {"a": 0}


def test_many_faults_are_counted_and_the_cap_is_said() -> None:
    text = HEAD + "指标:\n" + "".join(f"  - {{名称: a, 数值: 很多{n}}}\n" for n in range(1500))
    problems = loads(text).problems
    assert len(problems) == 1001
    assert [p.message for p in problems if p.code == "SHP008"] == ["共有1500处问题，只列出前1000处"]


def test_messages_do_not_repeat_personal_data() -> None:
    problem = only(HEAD + "指标: [{名称: a, 数值: 电话13900000000}]\n")
    assert "13900000000" not in problem.message + problem.en.message

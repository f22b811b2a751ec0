"""Objects that nobody has filled in yet: WRD001 says all there is to say, and what is filled in is checked as ever."""

from __future__ import annotations

import pytest

from propsummary import loads
from propsummary.edits.new import starter
from propsummary.edits.word_form import new_word_form
from propsummary.edits.workbook import new_workbook
from propsummary.problems import Report
from propsummary.rules import Config, check
from rule_drafts import report

FORMS = {
    "yaml": lambda language: loads(starter("order", language=language, period="2025")),
    "xlsx": lambda language: loads(new_workbook("order", language=language, period="2025"), format="xlsx"),
    "docx": lambda language: loads(new_word_form("order", language=language, period="2025"), format="docx"),
}


def _said_of(checked: Report, place: str) -> set[str]:
    """The codes of what is said of the object or list at *place*, and of what is in it."""
    return {problem.code for problem in checked if problem.pointer == place or problem.pointer.startswith(f"{place}/")}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("stage", ["draft", "final"])
def test_a_blank_form(form: str, language: str, stage: str) -> None:
    """What its marks do not say is only what has no place in it; English headings of achievements are none to a reader of prose."""
    checked = check(FORMS[form](language), stage=stage)  # type: ignore[arg-type]
    assert {problem.code for problem in checked} - {"STR001"} == {"WRD001", "STR006", "STR007"}
    assert len(checked.errors) > 20


BLANK = "{编号: g1, 类别: 指标, 内容: 【请填写】, 目标值: , 支撑: []}"


@pytest.mark.parametrize(
    "text, place",
    [
        ("问题: [{编号: i1, 表现: 【请填写】, 领域: 安全防范, 部位: 东门岗}]", "/issues"),
        ("问题: [{编号: i1, 表现: 【请填写】, 原因: [{维度: 技术设备, 说明: 【请填写】}]}]", "/issues"),
        ("措施: [{编号: c1, 内容: 【请填写】, 责任人: 【请填写】}]", "/countermeasures"),
        ("目标: [{编号: g1, 类别: 指标, 内容: 【请填写】, 成果物: '  '}]", "/goals"),
        ("风险: [{编号: r1, 说明: TODO, 可能性: 高}]", "/risks"),
        ("成绩: [{编号: a1, 领域: 安全防范, 标题: 安全防范, 说明: 【请填写】}]", "/achievements"),
        ("指标: [{编号: m1, 指标库: 巡更到位率, 来源: 【请填写】}]", "/metrics"),
    ],
)
def test_an_object_without_anything(text: str, place: str) -> None:
    """Chosen words and references of the form are nothing."""
    assert _said_of(report(text), place) == {"WRD001"}


@pytest.mark.parametrize(
    "text, place, code",
    [
        ("问题: [{编号: i1, 表现: 东门岗夜间排队}]", "/issues/0", "ISS001"),
        ("问题: [{编号: i1, 表现: 【请填写】东门岗夜间排队}]", "/issues/0", "ISS001"),
        ("问题: [{编号: i1, 表现: 【请填写】, 原因: [{说明: 识别相机已用满7年}]}]", "/issues/0", "ISS008"),
        ("问题: [{编号: i1, 表现: , 原因: [{说明: 【请填写】}]}]", "/issues/0", "ISS008"),
        ("措施: [{编号: c1, 内容: 【请填写】, 责任人: 李主管}]", "/countermeasures/0", "CTM003"),
        ("措施: [{编号: c1, 内容: 【请填写】, 责任人: 5, 完成时限: 2026-03-31}]", "/countermeasures/0", "WRD001"),
        ("目标: [{编号: g1, 内容: 【请填写】, 目标值: 95%}]", "/goals/0", "GOA002"),
        ("目标: [{编号: g1, 内容: 【请填写】, 完成时限: 尽快}]", "/goals/0", "GOA001"),
        ("成绩: [{编号: a1, 标题: 巡逻, 说明: 【请填写】}]", "/achievements/0", "ACH001"),
    ],
)
def test_a_half_filled_object(text: str, place: str, code: str) -> None:
    """It is checked like any other, unreadable values being something as well."""
    assert code in _said_of(report(text), place)


def test_errors_about_what_is_there_stay() -> None:
    """A reference to nothing does not follow from the mark."""
    checked = report("措施: [{编号: c1, 内容: 【请填写】, 针对: [i9]}]")
    assert _said_of(checked, "/countermeasures/0") == {"WRD001", "REF002"}


def test_the_objects_beside_it_are_checked() -> None:
    """One that is begun, and what holds for all."""
    checked = report(f"目标: [{BLANK}, {{编号: g2, 类别: 指标, 内容: 加强管理}}]")
    assert _said_of(checked, "/goals/0") == {"WRD001"}
    assert "GOA001" in _said_of(checked, "/goals/1")
    kpis = "{编号: m1, 指标库: 巡更到位率, 来源: 【请填写】}"
    assert "STR004" in _said_of(report(f"指标: [{kpis}, {{编号: m2, 名称: 夜查, 数值: 12次, 来源: 台账}}]"), "/metrics")


@pytest.mark.parametrize("config", [Config(select=("GOA",)), Config(ignore=("WRD001",))])
def test_where_nothing_else_tells_of_the_mark(config: Config) -> None:
    """All is said as ever."""
    assert "GOA001" in _said_of(report(f"目标: [{BLANK}]", config=config), "/goals/0")


def test_waivers_of_what_is_not_told_are_of_use() -> None:
    """They will be needed once the object is filled in; waiving the mark brings back the rest."""
    waived = report(f"目标: [{BLANK}]\n豁免: [{{规则: GOA001, 位置: g1, 理由: 待定}}]")
    assert "PSE901" not in {problem.code for problem in waived}
    assert "GOA001" in _said_of(report(f"目标: [{BLANK}]\n豁免: [{{规则: WRD001, 理由: 待定}}]"), "/goals/0")


def test_what_the_reader_says_stays() -> None:
    """A key that nobody knows is no echo of the mark."""
    checked = report("目标: [{编号: g1, 内容: 【请填写】, 备忘: 甲}]")
    assert _said_of(checked, "/goals/0") == {"WRD001", "SHP003"}

"""STR: what the profile of the department expects a summary to hold."""

from __future__ import annotations

import pytest

from propsummary.model import Summary
from propsummary.periods import Period
from propsummary.problems import Severity
from propsummary.rules import check
from rule_drafts import places, problems

_FULL = """
背景: {目的: 总结全年工作, 定位: 秩序部负责小区的安全与秩序}
成绩: [{标题: 岗位到岗率99.4%, 领域: 安全防范}]
问题: [{表现: 3号岗夜班仅1人}]
措施: [{内容: 3号岗夜班增至2人}]
目标: [{内容: 岗位到岗率99.8%}]
"""


def _without(key: str, instead: str = "") -> str:
    return "\n".join(line for line in _FULL.splitlines() if not line.startswith(key)) + "\n" + instead


@pytest.mark.parametrize(
    "key, place",
    [
        ("背景", "/background"),
        ("成绩", "/achievements"),
        ("问题", "/issues"),
        ("措施", "/countermeasures"),
        ("目标", "/outlook"),
    ],
)
def test_each_section_is_missed(key: str, place: str) -> None:
    """One empty section, one problem, at its own place; an error once the summary is to be handed in."""
    (problem,) = problems(_without(key), "STR001")
    assert problem.pointer == place
    assert problem.severity is Severity.WARNING
    (final,) = problems(_without(key), "STR001", stage="final")
    assert final.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        _FULL,
        _without("成绩", "活动: [{类别: 培训, 名称: 话术培训}]"),
        _without("成绩", "突发事件: [{类别: 治安, 起数: 3起}]"),
        _without("目标", "展望: {创新: [楼层垃圾满溢提醒]}"),
        _without("背景", "正文: [{部分: 背景, 内容: 2025年是项目入住的第三年。}]"),
        _without("措施", "正文: [{部分: countermeasures, 内容: 3号岗夜班4月起增至2人。}]"),
        _without("措施", "措施: 下月再写"),
        _without("措施", "正文: [{部分: 办法, 内容: 3号岗夜班4月起增至2人。}]"),
        _without("问题", "问题: [{表现: 5}]"),
        "部门: 后勤部\n" + _without("背景"),
    ],
)
def test_sections_that_are_there_or_may_be(text: str) -> None:
    """Objects of the kind, a passage for the part, or something that could not be read; logistics has no background."""
    assert places(text, "STR001") == []


def test_an_empty_background_is_none() -> None:
    """A background without a word is missing, not thin: one problem, not two."""
    text = _without("背景", "背景: {目的: ''}")
    assert places(text, "STR001") == ["/background"]
    assert places(text, "STR002") == []


def test_the_heading_of_a_shorter_period() -> None:
    """A quarter has no next year."""
    (problem,) = problems("期间: 2025-Q2\n" + _without("目标"), "STR001")
    assert "下年度" not in problem.message
    assert "下年度" in problems(_without("目标"), "STR001")[0].message


@pytest.mark.parametrize(
    "background, missing",
    [
        ("背景: {说明: 2025年，在公司正确领导下，全体员工团结一心，较好地完成了全年工作。}", "目的、部门的定位"),
        ("背景: {目的: 总结全年工作，安排明年改进}", "部门的定位"),
        ("背景: {定位: 秩序部是园区安全的第一道防线}", "目的"),
        ("正文: [{部分: 背景, 内容: 过去的一年极不平凡，我们一起走过了春夏秋冬。}]", "目的、部门的定位"),
    ],
)
def test_a_thin_background(background: str, missing: str) -> None:
    """What is lacking is named."""
    (problem,) = problems(background, "STR002")
    assert problem.pointer == "/background"
    assert problem.message == f"背景没有写{missing}"


@pytest.mark.parametrize(
    "text",
    [
        "背景: {目的: 总结全年工作, 定位: 秩序部负责安全与秩序}",
        "背景: {说明: 我部门负责一区二区的门岗、巡逻和消防，现将二季度工作向公司汇报如下。}",
        "背景: {目的: 总结上半年工作, 说明: 秩序部是小区的第一道防线，现有队员46人。}",
        "正文: [{部分: 背景, 内容: 客服部是服务中心对外的窗口。为便于下月改进，现将5月情况总结如下。}]",
        "背景: {目的: 5, 定位: 秩序部负责安全与秩序}",
        "背景: 没什么好说的",
        "部门: 后勤部\n背景: {说明: 全年平稳。}",
        "标题: 一句背景也没有",
    ],
)
def test_a_background_that_is_not_thin(text: str) -> None:
    """Said in fields or in free words, unreadable, not asked for, or missing altogether."""
    assert places(text, "STR002") == []


_FOUR = "成绩: [{标题: 甲, 领域: 安全防范}, {标题: 乙, 领域: order}, {标题: 丙, 领域: 消防设施}, {标题: 丁, 领域: 客户服务}"


def test_a_function_that_nothing_is_said_of() -> None:
    """Finer areas count for their function; each function that is left out is one problem."""
    assert places(_FOUR + "]", "STR003") == ["/functions/emergency"]
    assert places("成绩: [{标题: 甲, 领域: 夜间亮化}]", "STR003") == [
        f"/functions/{function}" for function in ("emergency", "fire", "order", "security", "service")
    ]


@pytest.mark.parametrize(
    "rest",
    [
        ", {标题: 戊, 领域: 应急预案}]",
        "]\n活动: [{类别: 演练, 名称: 防汛桌面推演, 领域: 应急处置}]",
        "]\n突发事件: [{类别: 医疗, 起数: 1起}]",
        "]\n问题: [{表现: 到场慢, 领域: 突发事件}]",
        "]\n指标: [{指标库: emergency_response_min, 数值: 4.6分钟}]",
        "]\n指标: [{名称: 突发事件响应时间, 数值: 4.6分钟}]",
        "]\n活动: [{类别: 演练, 名称: 电梯困人应急演练}]",
        "]\n正文: [{部分: 成绩, 标题: 应急处置, 内容: 全年处理17起。}]",
        "]\n突发事件: 十七起",
        "]\n活动: [{类别: 演练, 名称: 防汛, 领域: 5}]",
    ],
)
def test_a_function_that_is_covered_or_may_be(rest: str) -> None:
    """By any of the five kinds of objects, by words where no area is named, or by what could not be read."""
    assert places(_FOUR + rest, "STR003") == []


def test_only_some_functions_are_asked_for() -> None:
    """Team building never, and of the other departments nothing."""
    assert "/functions/team" not in places("标题: 空", "STR003")
    assert len(places("部门: 后勤部", "STR003")) == 5
    for department in ("工程部", "环境部", "客服部"):
        assert places(f"部门: {department}", "STR003") == []


def test_missing_kpis_are_one_problem() -> None:
    """All of them in one sentence, at the metrics; reported by id or by name."""
    text = "指标: [{指标库: cctv_online, 数值: 98.9%}, {名称: 巡更到位率, 数值: 98.6%}, {名称: 岗位到岗率, 数值: 99.4%}]"
    (problem,) = problems(text, "STR004")
    assert problem.pointer == "/metrics"
    assert "9项" in problem.message
    assert "隐患整改" in problem.message
    assert "巡更到位率" not in problem.message


def test_a_kpi_without_a_value_is_missed() -> None:
    assert "巡更到位率" in problems("指标: [{指标库: patrol_checkpoint_rate, 来源: 巡更系统}]", "STR004")[0].message


def test_kpis_that_could_not_be_read_are_not_missed() -> None:
    """A metric whose name is unknown may be any of them; one whose value is unknown is still reported."""
    assert places("指标: [{指标库: 5, 数值: 98.9%}]", "STR004") == []
    assert places("指标: [{指标库: cctv_online, 数值: 差不多}]", "STR004") == ["/metrics"]


@pytest.mark.parametrize(
    "code, bad, good, place",
    [
        ("STR005", "成绩: [{标题: 甲, 类别: 成果}]", "成绩: [{标题: 甲, 类别: 创新}]", "/achievements"),
        ("STR006", "案例: []", "案例: [{标题: 甲}]", "/cases"),
        ("STR007", "照片: []", "图表: [{类型: 折线, 指标: []}]", "/photos"),
        ("STR008", "标题: 甲", "风险: [{说明: 甲}]", "/risks"),
        ("STR009", "展望: {}", "展望: {方向: [{内容: 甲}]}", "/outlook/directions"),
        ("STR010", "标题: 甲", "展望: {创新: [甲]}", "/outlook/innovations"),
    ],
)
def test_what_would_be_good_to_have(code: str, bad: str, good: str, place: str) -> None:
    """Worth a look, no more, at the place where it would stand."""
    (problem,) = problems(bad, code)
    assert problem.pointer == place
    assert problem.severity is Severity.INFO
    assert places(good, code) == []


@pytest.mark.parametrize(
    "code, text",
    [
        ("STR005", "成绩: [{标题: 甲, 类别: 大项目}]"),
        ("STR005", "标题: 连成绩都没有"),
        ("STR006", "案例: [{标题: 5}]"),
        ("STR007", "图表: 满意度曲线"),
        ("STR008", "风险: 台风"),
        ("STR009", "展望: 智能化转型"),
        ("STR009", "展望: {方向: 智能化转型}"),
        ("STR010", "展望: 智能化转型"),
    ],
)
def test_what_could_not_be_read_is_not_missed(code: str, text: str) -> None:
    """It is in the file, so nobody may say that it is not; and an empty section is told once."""
    assert places(text, code) == []


def test_a_department_without_a_profile() -> None:
    """Nothing is known of what it owes."""
    found = check(Summary(department="会务组", period=Period.year(2025)))
    assert not {problem.code for problem in found} & {"STR001", "STR002", "STR003", "STR004"}

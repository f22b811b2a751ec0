"""CTM: measures in the voice of the people who write them."""

from __future__ import annotations

import pytest

from propsummary.rules import Config, all_rules, check
from propsummary.serde import loads
from rule_drafts import places, problems


def _measure(fields: str, rest: str = "") -> str:
    return f"措施: [{{编号: c1, {fields}}}]\n{rest}"


@pytest.mark.parametrize(
    "owner",
    [
        "各部门",
        "全体员工",
        "相关人员",
        "大家",
        "后勤部各岗位",
        "全体前台人员",
        "相关负责人",
        "各班组长",
        "秩序部全员",
        "各部门、各班组",
        "有关部门和相关人员",
        "待定",
        "All staff",
    ],
)
def test_owners_who_are_nobody(owner: str) -> None:
    """Groups, and posts that are still to be named."""
    assert places(_measure(f"内容: 换相机, 责任人: {owner}"), "CTM002") == ["/countermeasures/0/owner"]


@pytest.mark.parametrize(
    "owner",
    [
        "秩序部",
        "工程部李工",
        "秩序主管",
        "项目经理",
        "周明（秩序主管）",
        "工程部/李工",
        "客服主管宋晚晴",
        "内勤 小阮",
        "周明及相关人员",
        "全体员工（周明牵头）",
        "秩序部、工程部",
        "周明带领各班组",
        "夜班班长",
        "部门负责人",
        "各项目经理（由周明统筹）",
        "消防主管/各班长",
        "全国立",
    ],
)
def test_owners_who_are_somebody(owner: str) -> None:
    """One person, post or department answers, whoever else helps."""
    assert not places(_measure(f"内容: 换相机, 责任人: {owner}"), "CTM002")


@pytest.mark.parametrize("deadline", ["尽快", "近期", "逐步推进", "适时", "长期", "6月起逐步落实", "待条件成熟后"])
def test_deadlines_that_bound_nothing(deadline: str) -> None:
    """They never fall due."""
    assert places(_measure(f"内容: 换相机, 完成时限: {deadline}"), "CTM004")
    assert not places(_measure(f"内容: 换相机, 完成时限: {deadline}"), "CTM003")


@pytest.mark.parametrize("deadline", ["2026-03-31", "一季度末", "两个月内", "每月25日", "雨季前", "春节前", "最迟3月底"])
def test_deadlines_that_bound(deadline: str) -> None:
    """A day, a repetition, an event."""
    assert not places(_measure(f"内容: 换相机, 完成时限: {deadline}"), "CTM004")
    assert not places(_measure(f"内容: 换相机, 完成时限: {deadline}"), "CTM003")


def test_a_deadline_that_could_not_be_read_is_not_missing() -> None:
    """4月31日 is the reader's business."""
    assert not places(_measure("内容: 换相机, 完成时限: 2026年4月31日"), "CTM003")
    assert not places(_measure("内容: 换相机, 责任人: [1, 2]"), "CTM001")


def test_what_is_dropped_needs_nothing() -> None:
    """Nobody carries it out any more."""
    dropped = _measure("内容: 加强管理, 状态: 取消")
    assert not any(places(dropped, code) for code in ("CTM001", "CTM003", "CTM004", "CTM005", "CTM007", "CTM008"))


@pytest.mark.parametrize(
    "period, prepared, deadline, key",
    [
        ("2025", "2026-01-08", "2025-12-20", "past"),
        ("2025", "2026-01-08", "2026-01-07", "past"),
        ("2025", "2026-01-08", "2026-01-08", ""),
        ("2025", "2026-01-08", "2026-12-31", ""),
        ("2025", "2026-01-08", "2027-01-01", "beyond"),
        ("2025-06", "2025-07-02", "2025-07-31", ""),
        ("2025-06", "2025-07-02", "2025-09-30", "beyond"),
        ("2025-H1", "2025-07-04", "明年6月", "beyond"),
        ("2025年1—11月", "2025-12-03", "2026-12-31", ""),
        ("2025", "", "2025-12-31", ""),
        ("2025", "", "2025-12-01", "past"),
        ("2025", "2026-01-08", "雨季前", ""),
    ],
)
def test_reach(period: str, prepared: str, deadline: str, key: str) -> None:
    """From the day of writing to the end of the next period, both included."""
    head = f"期间: {period}\n" + (f"编制日期: {prepared}\n" if prepared else "")
    reported = problems(head + _measure(f"内容: 换相机, 完成时限: {deadline}"), "CTM005")
    assert ["past" if "已经过了" in one.message else "beyond" for one in reported] == [key][: bool(key)]


def test_done_before_it_begins() -> None:
    """The last day may be the first one, but not lie before it."""
    head = "期间: 2025\n编制日期: 2026-01-08\n"
    for start, deadline, wrong in (
        ("2026-09-01", "2026-08-31", True),
        ("2026-09-01", "2026-09-01", False),
        ("2026-09", "2026年9月底", False),
        ("2026-10", "2026年9月底", True),
    ):
        found = problems(head + _measure(f"内容: 换相机, 开始: {start}, 完成时限: {deadline}"), "CTM005")
        assert ["才开始" in problem.message for problem in found] == [True] * wrong


def test_what_is_done_may_be_past() -> None:
    """Done, verified and dropped measures are history; one that is being done is late."""
    for status, late in (("完成", False), ("已验证", False), ("取消", False), ("进行中", True), ("计划", True)):
        draft = "期间: 2025\n编制日期: 2026-01-08\n" + _measure(f"内容: 换相机, 完成时限: 2025-12-01, 状态: {status}, 佐证: 验收单")
        assert bool(places(draft, "CTM005")) is late


def test_a_risk_may_name_its_measure() -> None:
    """The link counts whichever side states it; an unread risk may have stated it."""
    bare = _measure("内容: 备手持终端")
    assert places(bare, "CTM006")
    assert places(bare + "风险: [{编号: r1, 说明: 相机停机}]\n", "CTM006")
    assert not places(bare + "风险: [{编号: r1, 说明: 相机停机, 措施: [c1]}]\n", "CTM006")
    assert not places(bare + "风险: [{编号: r1, 说明: 相机停机, 措施: [{}]}]\n", "CTM006")
    assert not places(_measure("内容: 备手持终端, 针对: [i7]"), "CTM006")  # a dangling reference is another rule's


@pytest.mark.parametrize(
    "statement",
    [
        "进一步加强员工培训，完善管理制度",
        "继续优化服务流程",
        "开会强调纪律",
        "加强巡逻，提高警惕",
        "加大巡查力度",
        "强化责任意识，压实责任",
        "加强沟通协调，形成合力",
        "加强对员工的培训和考核",
        "高度重视安全工作，狠抓落实",
        "持续提升服务意识，不断改进工作作风",
        "进一步加强门岗管理，持续完善登记流程",
        "将进一步健全设备巡检制度",
        "切实加强巡查力度，持续完善管理制度，确保小区安全",
        "加强学习，不断改进工作方法",
        "持续优化报修派单流程，逐步改善大堂环境",
        "规范材料领用流程",
        "仪容仪表由各班长督促整改",
        "服务意识的事，靠大家一起努力，长期抓下去",
    ],
)
def test_measures_that_cannot_be_carried_out(statement: str) -> None:
    """Only 加强, 进一步, 完善: nobody can tell done from not done."""
    assert places(_measure(f"内容: {statement}"), "CTM007")


@pytest.mark.parametrize(
    "fields",
    [
        "内容: 委托专业机构开展7号楼岩土热响应复测，根据结论提出补热方案",
        "内容: 进一步优化夜巡路线，把7号楼连廊纳入必到点",
        "内容: 修订夜班交接制度，进一步明确漏巡怎么记",
        "内容: 组织夜班消防主机培训，提高处置能力",
        "内容: 加强夜巡, 验证方式: 每周抽查轨迹",
        "内容: 加强夜巡, 成果物: 巡更月报",
        "内容: 加强夜巡, 周期: 每周",
        "内容: 夜巡由2次加强到4次",
        "内容: 夜班恢复岗亭值守",
        "内容: 落实夜班双人双岗",
        "内容: 规范材料领用流程，领料单由班长签字",
        "内容: 地库积水由工程部负责整改",
        "内容: 大家一起把消防通道清出来",
        "内容: 规范交接班，接班人签字后交班人才能离岗",
        "内容: 加强与派出所联动，建立周碰头制度",
        "内容: 做好冬季水管保温，裸露管段包棉",
        "内容: 推动业委会表决屋面维修",
        "内容: 改进回访话术",
        "内容: 完善夜班交接制度",
        "内容: 确保小区监控全覆盖",
        "内容: 推进园区路灯改造",
        "内容: 不断完善登记流程，周末加派一名门岗",
        "内容: 进一步规范地库标识，逐个车位重喷",
        "内容: 与工程部商定派单口径，提高响应速度",
        "内容: 加强夜巡, 成果物: [1]",
    ],
)
def test_measures_that_can(fields: str) -> None:
    """An act, a figure, a deliverable or a way to verify is enough, whatever phrase stands beside it."""
    assert not places(_measure(fields), "CTM007")


def test_closed_with_something_to_show() -> None:
    """Evidence is asked for of what is done and verified only."""
    assert places(_measure("内容: 换相机, 状态: done"), "CTM008")
    assert places(_measure("内容: 换相机, 状态: 已验证, 佐证: ''"), "CTM008")
    assert not places(_measure("内容: 换相机, 状态: 进行中"), "CTM008")
    assert not places(_measure("内容: 换相机, 状态: 完成, 佐证: 11月验收单"), "CTM008")


def _classed(dimensions: list[str], families: list[str]) -> str:
    causes = ", ".join(f"{{维度: {word}, 说明: 原因}}" if word else "{说明: 原因}" for word in dimensions)
    measures = ", ".join(
        f"{{编号: c{n}, 针对: [i1], 内容: 措施{f', 类别: {word}' if word else ''}}}" for n, word in enumerate(families, 1)
    )
    return f"问题: [{{编号: i1, 表现: 困人5次, 原因: [{causes}]}}]\n措施: [{measures}]\n"


@pytest.mark.parametrize(
    "dimensions, families, told",
    [
        (["技术设备"], ["人员能力"], 1),
        (["技术设备"], ["人员能力", "人员能力"], 2),
        (["技术设备", "资金投入"], ["人员能力"], 1),
        (["技术设备", "人员能力"], ["人员能力"], 0),
        (["技术设备"], ["人员能力", "技术设备"], 0),
        (["技术设备"], ["人员能力", ""], 0),
        (["技术设备", ""], ["人员能力"], 0),
        (["制度流程"], ["人员能力"], 0),
        (["沟通协调"], ["制度流程"], 0),
        (["制度流程"], ["成本控制"], 1),
    ],
)
def test_families_that_cannot_act(dimensions: list[str], families: list[str], told: int) -> None:
    """Told only where no measure reaches any cause and everything is classed."""
    assert len(problems(_classed(dimensions, families), "CTM009")) == told


def _due(days: list[str], owner: str = "周明") -> str:
    rows = "\n".join(f"  - {{编号: c{n}, 内容: 措施, 责任人: {owner}, 完成时限: {day}}}" for n, day in enumerate(days, 1))
    return f"措施:\n{rows}\n"


def test_load_is_counted_by_owner_and_month() -> None:
    """Told once for each owner and month, at the first measure that is too much."""
    march = [f"2026-03-{day:02}" for day in range(1, 9)]
    assert places(_due(march), "CTM010") == ["/countermeasures/5"]
    assert not places(_due([*march[:5], "2026-04-01", "每月25日", "尽快"]), "CTM010")
    again = _due(march[:6]) + _due(march[:6]).removeprefix("措施:\n").replace("c", "d").replace("周明", "贺川")
    assert places(again, "CTM010") == ["/countermeasures/5", "/countermeasures/11"]


def test_the_load_is_a_setting() -> None:
    """How much is too much is the project's choice."""
    draft = loads("部门: 秩序部\n期间: 2025\n" + _due(["2026-03-01", "2026-03-02", "2026-03-03"]))
    config = Config(settings={"owner-load": 2})
    assert [p.pointer for p in check(draft, rules=[all_rules()["CTM010"]], config=config).problems] == ["/countermeasures/2"]


def test_a_measure_that_was_left_out_shifts_no_place() -> None:
    """The problem stands on the line of the sixth measure that is due."""
    days = [f"2026-03-{day:02}" for day in range(1, 7)]
    draft = "部门: 秩序部\n期间: 2025\n" + _due(days).replace("措施:\n", "措施:\n  - {编号: c0}\n")
    (problem,) = problems(draft, "CTM010")
    assert problem.span is not None
    assert "c6" in draft.splitlines()[problem.span.line - 1]

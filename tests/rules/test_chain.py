"""CHN: what the previous summary promised, published and left open, in the voice of the people who write the next one."""

from __future__ import annotations

import pathlib

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.cli import main
from propsummary.model import Draft, Summary
from propsummary.periods import Period
from propsummary.problems import Problem, Severity
from propsummary.rules import all_rules, check
from propsummary.rules.chain import misfit
from propsummary.serde import read_file
from propsummary.testing.strategies import summaries
from rule_drafts import draft

_RULES = [rule for rule in all_rules().values() if rule.info.family == "CHN"]

LAST = "期间: 2024\n编制日期: 2025-01-06\n"
NOW = "期间: 2025\n编制日期: 2026-01-06\n"


def _summary(text: str) -> Summary:
    read = draft(text)
    assert read.summary is not None
    return read.summary


def found(last: str, now: str, *older: str) -> list[Problem]:
    """What the family says of *now* after *last*, and after even older ones, newest first."""
    previous = [_summary(text) for text in (last, *older)]
    return [problem for problem in check(draft(now), rules=_RULES, previous=previous) if problem.code.startswith(("CHN", "PSE"))]


def codes(last: str, now: str, *older: str) -> list[str]:
    return [problem.code for problem in found(last, now, *older)]


BASELINE = "指标: [{编号: m1, 指标库: clean_pass, 数值: 93.0%}]\n"
GOAL = "目标: [{编号: g1, 内容: 建成垃圾分类示范亭2座, 完成时限: 2025-11-30}]\n"
ISSUE = "问题: [{编号: i1, 表现: 12号楼北侧绿地踩踏形成土路60米, 领域: 绿化, 部位: 12号楼北侧}]\n"
MEASURE = "措施: [{编号: c1, 内容: 与业委会商定步道走向并铺汀步60米, 责任人: 丁一航, 完成时限: 2025-05-31}]\n"
DEFINED = "指标: [{编号: m1, 指标库: complaint_handled, 口径: 不含上期遗留, 数值: 98.1%}]\n"
COPIED = "成绩: [{编号: a1, 标题: 夜间巡查, 说明: 夜间巡查276次，发现并劝离尾随进入人员19人次，清理消防通道占用33处。}]\n"
CAUSE = "问题: [{编号: i1, 表现: 东门道闸停用3次, 原因: [{说明: 识别相机已经用满七年，夜间和雨天认不出车牌，配件又要从外地调}]}]\n"
DIRECTION = "展望: {方向: [{内容: 三年内把人工巡更全部换成电子巡更并接入公司指挥平台, 年限: 2025-2027}]}\n"


GOOD = {
    # goals
    "goal answered by a follow-up": (GOAL, "上期落实: [{对应: g1, 结果: 2座11月投用, 结论: 达成}]\n"),
    "goal dropped, and said so": (GOAL, "上期落实: [{对应: g1, 结论: 取消, 原因: 业主大会未通过}]\n"),
    "goal answered in prose": (GOAL, "成绩: [{编号: a1, 标题: 分类示范亭, 说明: 垃圾分类示范亭10月建成并投用两座}]\n"),
    "goal given up in prose": (GOAL, "正文: [{部分: 问题, 内容: 原定的垃圾分类示范亭因选址没有通过业主大会表决，今年没有建。}]\n"),
    "goal answered by its metric": (
        BASELINE + "目标: [{编号: g1, 内容: 合格率再上台阶, 指标: m1, 目标值: ≥95%}]\n",
        "指标: [{编号: x9, 指标库: clean_pass, 数值: 95.2%}]\n",
    ),
    "goal answered by the metric of its KPI": (
        "目标: [{编号: g1, 内容: 服务再上台阶, 指标库: sat_rate, 目标值: ≥95%}]\n",
        "指标: [{编号: m1, 名称: 业主满意率, 数值: 95.2%}]\n",
    ),
    "goal in words, metric by name": (
        "目标: [{编号: g1, 内容: 东门高峰排队超时降到每月不超过1次, 完成时限: 2025-12-31}]\n",
        "指标: [{编号: m1, 名称: 东门高峰排队超时次数, 数值: 9次}]\n",
    ),
    "goal in words of its own, metric of the catalogue": (
        "目标: [{编号: g1, 内容: 全年人均培训40学时}, {编号: g2, 内容: 收缴率98%}]\n",
        "指标: [{编号: m1, 指标库: training_hours, 数值: 41.5}, {编号: m2, 指标库: fee_rate_amount, 数值: 98.2%}]\n",
    ),
    "goal of zero accidents": (
        "目标: [{编号: g1, 内容: 全年零重大安全事故}]\n",
        "成绩: [{编号: a1, 标题: 安全, 说明: 全年未发生重大安全事故，治安案件4起}]\n",
    ),
    "goal answered by an activity": (
        "目标: [{编号: g1, 内容: 全年开展消防疏散演练4次, 完成时限: 2025-12-31}]\n",
        "活动: [{编号: t1, 类别: 演练, 名称: 消防疏散演练, 次数: 4次}]\n",
    ),
    "goal answered with another number": (GOAL, "成绩: [{编号: a1, 标题: 示范亭, 说明: 垃圾分类示范亭建成3座}]\n"),
    "goal in English": (
        "目标: [{编号: g1, 内容: Build two charging sheds}]\n",
        "成绩: [{编号: a1, 标题: Sheds, 说明: Two charging sheds were built in May}]\n",
    ),
    "goal that is not due yet": (GOAL.replace("2025-11-30", "2026-06-30"), ""),
    "goal of the year, after half of it": (GOAL, "期间: 2025-H1\n编制日期: 2025-07-04\n"),
    "goal of the year without a date, after half of it": (
        "目标: [{编号: g1, 内容: 建成垃圾分类示范亭2座}]\n",
        "期间: 2025-H1\n编制日期: 2025-07-04\n",
    ),
    "follow-up whose result is still to be written": (GOAL, "上期落实: [{对应: g1, 结果: 【请填写】}]\n"),
    "follow-ups that cannot be read": (GOAL, "上期落实: 无\n"),
    # baselines
    "baseline as published": (BASELINE, "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 93%}]\n"),
    "baseline with more digits": (BASELINE, "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.96%}]\n"),
    "baseline under another name": (BASELINE, "指标: [{编号: m7, 名称: 保洁检查合格率, 数值: 94.5%, 上期值: 93.0%}]\n"),
    "baseline of another period": (BASELINE, "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 90.1%, 上期: 2023}]\n"),
    "baseline of the half year before": (
        BASELINE,
        "期间: 2025-H1\n编制日期: 2025-07-04\n指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.1%}]\n",
    ),
    "baseline corrected in the note": (
        BASELINE,
        "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.0%, 备注: 上期值经品质部复核更正}]\n",
    ),
    "baseline restated for a new definition": (
        "指标: [{编号: m1, 指标库: complaint_handled, 口径: 不含上期遗留, 数值: 98.1%}]\n",
        "指标: [{编号: m1, 指标库: complaint_handled, 口径: 含上期遗留, 数值: 98.6%, 上期值: 97.4%,"
        " 备注: 口径改为含上期遗留，上期值同口径重算}]\n",
    ),
    "baseline in another unit": (
        "指标: [{编号: m1, 名称: 节水改造投入, 数值: 12834元}]\n",
        "指标: [{编号: m1, 名称: 节水改造投入, 数值: 2.6万元, 上期值: 1.28万元}]\n",
    ),
    "baseline that shares the value's 万": (
        "指标: [{编号: m1, 名称: 节水改造投入, 数值: 1.28万元}]\n",
        "指标: [{编号: m1, 名称: 节水改造投入, 数值: 2.6万元, 上期值: 1.28}]\n",
    ),
    "baseline of the year before, told as 同比": (
        "期间: 2025-Q1\n指标: [{编号: m1, 名称: 环境类投诉, 数值: 38件}]\n",
        "期间: 2025-Q2\n指标: [{编号: m1, 名称: 环境类投诉, 数值: 29件, 上期值: 41件, 变化: 同比下降29.3%}]\n",
    ),
    "a rounded baseline": (
        "指标: [{编号: m1, 名称: 访客, 数值: 12834人次}]\n",
        "指标: [{编号: m1, 名称: 访客, 数值: 13011人次, 上期值: 约1.3万人次}]\n",
    ),
    "two things of one KPI": (
        "指标: [{编号: m1, 指标库: equip_ok, 名称: 电梯完好率, 数值: 99.1%}]\n",
        "指标: [{编号: m1, 指标库: equip_ok, 名称: 水泵完好率, 数值: 98.8%, 上期值: 98.2%}]\n",
    ),
    "several of one KPI, by name": (
        "指标: [{编号: m1, 指标库: equip_ok, 名称: 电梯完好率, 数值: 99.1%},"
        " {编号: m2, 指标库: equip_ok, 名称: 水泵完好率, 数值: 98.2%}]\n",
        "指标: [{编号: m1, 指标库: equip_ok, 名称: 水泵完好率, 数值: 98.8%, 上期值: 98.2%},"
        " {编号: m2, 指标库: equip_ok, 名称: 电梯完好率, 数值: 99.0%, 上期值: 99.1%}]\n",
    ),
    # issues
    "issue solved, told under results": (ISSUE, "成绩: [{编号: a1, 标题: 铺设汀步, 说明: 12号楼北侧土路改铺汀步60米}]\n"),
    "issue answered by a follow-up": (ISSUE, "上期落实: [{对应: i1, 结果: 汀步已铺, 结论: 达成}]\n"),
    "issue whose measure was followed up": (
        ISSUE + "措施: [{编号: c1, 针对: [i1], 内容: 铺汀步}]\n",
        "上期落实: [{对应: c1, 结果: 铺完60米, 结论: 达成}]\n",
    ),
    "issue whose measure was done last time": (
        ISSUE + "措施: [{编号: c1, 针对: [i1], 内容: 铺汀步, 状态: 完成, 佐证: 竣工照片}]\n",
        "",
    ),
    "issue that was solved when it was written": (ISSUE.replace("土路60米", "土路60米，已于12月整改完毕"), ""),
    "issue merged into another": (
        ISSUE,
        "问题: [{编号: i1, 表现: 绿地养护不到位：12号楼、15号楼两处踩踏形成土路，7号楼东侧缺株40株, 领域: 绿化}]\n",
    ),
    "issue that is one of several places now": (
        ISSUE,
        "问题: [{编号: i1, 表现: 12、15号楼绿地踩踏成路, 领域: 绿化}]\n",
    ),
    "the same lack at another building": (
        "问题: [{编号: i1, 表现: 3号楼东侧绿地缺株40株, 领域: 绿化}]\n",
        "问题: [{编号: i1, 表现: 5号楼东侧绿地缺株22株, 领域: 绿化}]\n上期落实: [{对应: i1, 结论: 达成, 结果: 补齐}]\n",
    ),
    "issue of the same kind in other words": (
        "问题: [{编号: i1, 类型: 服务意识, 领域: service, 表现: 部分队员服务意识不强}]\n",
        "问题: [{编号: i1, 类型: 服务意识, 领域: service, 表现: 夜班两名门岗不主动问询访客}]\n",
    ),
    "issues that cannot be read": (ISSUE, "问题: 没有了\n"),
    "another issue at the same place": (
        "问题: [{编号: i1, 表现: 地下车库坡道积灰，被投诉9次, 领域: 环境卫生}]\n",
        "问题: [{编号: i1, 表现: 地下车库坡道开裂12处, 领域: 环境卫生}]\n上期落实: [{对应: i1, 结论: 达成, 结果: 零投诉}]\n",
    ),
    "the same issue at another gate": (
        "问题: [{编号: i1, 表现: 东门道闸故障停用3次}]\n",
        "问题: [{编号: i1, 表现: 西门道闸故障停用2次}]\n上期落实: [{对应: i1, 结论: 达成, 结果: 东门换闸}]\n",
    ),
    "the same complaint of other owners": (
        "问题: [{编号: i1, 表现: 业主对停车收费投诉较多，全年21件}]\n",
        "问题: [{编号: i1, 表现: 业主对装修噪声投诉较多，全年17件}]\n上期落实: [{对应: i1, 结论: 达成, 结果: 收费公示后降到2件}]\n",
    ),
    # texts
    "the same practice, told anew": (
        COPIED,
        "成绩: [{编号: a1, 标题: 夜间巡查, 说明: 东门加装翼闸后尾随进入降到6人次，巡查力量转到地库，清理堵门电动车41辆。}]\n",
    ),
    "the same work at another building": (
        "成绩: [{编号: a1, 标题: 外墙, 说明: 完成3号楼东立面外墙清洗和渗水点修补，住户家中再没有因外墙渗水报修。}]\n",
        "成绩: [{编号: a1, 标题: 外墙, 说明: 完成7号楼东立面外墙清洗和渗水点修补，住户家中再没有因外墙渗水报修。}]\n",
    ),
    "short sentences in English": (
        "成绩: [{编号: a1, 标题: Safety, 说明: No incidents occurred in 2024.}]\n",
        "成绩: [{编号: a1, 标题: Safety, 说明: No incidents occurred in 2025.}]\n",
    ),
    "a row of figures in the usual order": (
        "成绩: [{编号: a1, 标题: 满意度, 说明: 业主满意率97.8%，同比提升0.4个百分点，投诉12件，同比下降8%。}]\n",
        "成绩: [{编号: a1, 标题: 满意度, 说明: 业主满意率98.2%，同比提升0.4个百分点，投诉11件，同比下降8.3%。}]\n",
    ),
    "another row of figures": (
        "成绩: [{编号: a1, 标题: 演练, 说明: 全年消防演练4次，参演612人次，其中夜间演练2次，全员参训。}]\n",
        "成绩: [{编号: a1, 标题: 演练, 说明: 全年消防演练5次，参演640人次，其中夜间演练2次，全员参训。}]\n",
    ),
    "what everybody says in few words": (
        "成绩: [{编号: a1, 标题: 安全, 说明: 全年未发生重大安全责任事故。}]\n",
        "成绩: [{编号: a1, 标题: 安全, 说明: 全年未发生重大安全责任事故。}]\n",
    ),
    "what the department is": (
        "背景: {定位: 环境部负责公馆的保洁、绿化、消杀和垃圾分类，服务业主一千二百户}\n",
        "背景: {定位: 环境部负责公馆的保洁、绿化、消杀和垃圾分类，服务业主一千二百户}\n",
    ),
    "an opening about who we are": (
        "正文: [{部分: 成绩, 内容: 秩序部现有队员42人，分早中晚三班负责三个出入口、监控中心和地下车库。}]\n",
        "正文: [{部分: 成绩, 内容: 秩序部现有队员40人，分早中晚三班负责三个出入口、监控中心和地下车库。}]\n",
    ),
    "the name of a project of several years": (
        "成绩: [{编号: a1, 标题: 云栖花园地下车库照明节能与充电桩扩容改造一期工程, 说明: 完成A区}]\n",
        "成绩: [{编号: a1, 标题: 云栖花园地下车库照明节能与充电桩扩容改造一期工程, 说明: 完成B区}]\n",
    ),
    "a direction that was set for years": (DIRECTION, DIRECTION),
    "the cause of an issue that is carried over": (CAUSE, CAUSE.replace("编号: i1", "编号: i1, 承接: i1")),
    # measures
    "measure done, told under results": (
        MEASURE,
        "成绩: [{编号: a1, 标题: 步道, 说明: 4月与业委会商定步道走向，5月铺成汀步60米}]\n",
    ),
    "measure carried over with a new date": (
        MEASURE,
        "措施: [{编号: c4, 内容: 与业委会商定步道走向，铺汀步60米, 责任人: 丁一航, 完成时限: 2026-05-31}]\n",
    ),
    "measure done, in other words": (
        "措施: [{编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明, 完成时限: 2025-03-31}]\n",
        "成绩: [{编号: a1, 标题: 东门提速, 说明: 东门道闸的相机3月换新，识别率99%}]\n",
    ),
    "people who were hired": (
        "措施: [{编号: c1, 内容: 招聘保安6人到岗, 责任人: 周明, 完成时限: 2025-03-31}]\n",
        "成绩: [{编号: a1, 标题: 队伍, 说明: 新招保安6人3月全部到岗}]\n",
    ),
    "measure reported as done here": (MEASURE, "措施: [{编号: c1, 内容: 铺汀步60米，走向与业委会商定, 状态: 完成, 佐证: 照片}]\n"),
    "measure that was dropped": (MEASURE.replace("}]", ", 状态: 取消}]"), ""),
    "measure without a day": (MEASURE.replace("2025-05-31", "每月25日"), ""),
    "measure that is due on the very day": (MEASURE.replace("2025-05-31", "2026-01-06"), ""),
    "measure whose issue was followed up": (
        ISSUE + MEASURE.replace("编号: c1", "编号: c1, 针对: [i1]"),
        "上期落实: [{对应: i1, 结论: 结转, 原因: 石材未到}]\n",
    ),
    "measure told by the title and the text of one result": (
        "措施: [{编号: c1, 内容: 北门拓成两进一出, 责任人: 周明, 完成时限: 2025-09-30}]\n",
        "成绩: [{编号: a1, 标题: 北门拓宽, 说明: 9月起两进一出，不再排队。}]\n",
    ),
    "measure of which the issue that goes on says why it did not help": (
        "问题: [{编号: i1, 表现: 2号投放点夏天满溢}]\n措施: [{编号: c1, 针对: [i1], 内容: 清运加开午班, 完成时限: 2025-04-30}]\n",
        "问题: [{编号: i1, 承接: i1, 表现: 2号投放点还是满溢, 原因: [{说明: 午班只开到5月，6月停了}]}]\n",
    ),
    # definitions
    "the same definition in other words": (DEFINED, DEFINED.replace("不含上期遗留", "不包括上期遗留")),
    "one definition there is, in other words": (
        "指标: [{编号: m1, 指标库: patrol_checkpoint_rate, 口径: 实到点次/应到点次, 数值: 98.1%}]\n",
        "指标: [{编号: m1, 指标库: patrol_checkpoint_rate, 口径: 系统打卡点除以计划点, 数值: 98.6%}]\n",
    ),
    "a definition stated for the first time": ("指标: [{编号: m1, 指标库: complaint_handled, 数值: 98.1%}]\n", DEFINED),
    "a definition changed and said so": (DEFINED, DEFINED.replace("不含上期遗留", "含上期遗留, 上期口径: 不含上期遗留")),
    # nothing to hold it against
    "another department": ("部门: 工程部\n" + GOAL + ISSUE, ""),
    "a later summary": ("期间: 2026\n" + GOAL + ISSUE, ""),
    "nothing last time": ("", GOAL + BASELINE + ISSUE),
}


def test_there_are_tricky_ones() -> None:
    assert len(GOOD) >= 45


def _dated(text: str, head: str) -> str:
    return text if "期间: 20" in text else head + text


@pytest.mark.parametrize("case", GOOD)
def test_right_as_it_is(case: str) -> None:
    """A careful colleague's summary is not accused of anything but an issue that is openly carried over."""
    last, now = GOOD[case]
    told = found(_dated(last, LAST), _dated(now, NOW))
    assert [(p.code, p.pointer, p.message) for p in told if "承接" not in now or p.code != "CHN004"] == []


BAD = {
    "goal forgotten": (GOAL, "", "CHN001", "/previous/goals/0"),
    "goal only promised again": (GOAL, GOAL.replace("2025-11-30", "2026-11-30"), "CHN001", "/previous/goals/0"),
    "goal named without a word": (GOAL, "上期落实: [{对应: g1}]\n", "CHN001", "/follow_ups/0"),
    "goal whose metric is gone": (
        BASELINE + "目标: [{编号: g1, 内容: 合格率再上台阶, 指标: m1, 目标值: ≥95%}]\n",
        "指标: [{编号: m1, 指标库: clean_pass}]\n",
        "CHN001",
        "/previous/goals/0",
    ),
    "goal of a half year": (
        "期间: 2024-H2\n" + GOAL.replace("2025-11-30", "2025-06-30"),
        "期间: 2025-H1\n",
        "CHN001",
        "/previous/goals/0",
    ),
    "baseline made smaller": (
        BASELINE,
        "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.0%}]\n",
        "CHN002",
        "/metrics/0/baseline",
    ),
    "baseline by name": (
        "指标: [{编号: m5, 名称: 环境类投诉, 数值: 38件}]\n",
        "指标: [{编号: m1, 名称: 环境类投诉, 数值: 29件, 上期值: 41件}]\n",
        "CHN002",
        "/metrics/0/baseline",
    ),
    "baseline with its period": (
        BASELINE,
        "指标: [{编号: m1, 名称: 保洁检查合格率, 数值: 94.5%, 上期值: 92.0%, 上期: 2024年}]\n",
        "CHN002",
        "/metrics/0/baseline",
    ),
    "baseline with a note about something else": (
        BASELINE,
        "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.0%, 备注: 每月抽查50处，口径与上年一致}]\n",
        "CHN002",
        "/metrics/0/baseline",
    ),
    "issue gone": (ISSUE, "问题: [{编号: i1, 表现: 景观池夏季蚊虫投诉3件, 领域: 消杀}]\n", "CHN003", "/previous/issues/0"),
    "issue gone with all others": (ISSUE, "", "CHN003", "/previous/issues/0"),
    "issue gone, a goal for more than it answered": (
        f"{ISSUE[:-2]}, {{编号: i2, 表现: 景观池夏季蚊虫投诉12件, 领域: 消杀}}]\n"
        "目标: [{编号: g1, 内容: 环境类投诉不超过60件, 支撑: [i1, i2]}]\n",
        "问题: [{编号: i1, 表现: 景观池夏季蚊虫投诉3件, 领域: 消杀}]\n上期落实: [{对应: g1, 结果: 环境类投诉51件，达到目标}]\n",
        "CHN003",
        "/previous/issues/0",
    ),
    "issue again": (
        "问题: [{编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}]\n",
        "问题: [{编号: i3, 表现: 东门岗夜间排队超过10分钟共9次}]\n",
        "CHN004",
        "/issues/0",
    ),
    "issue carried over": (ISSUE, "问题: [{编号: i3, 表现: 汀步只铺了一半, 承接: i1}]\n", "CHN004", "/issues/0/carried_from"),
    "results with new figures": (COPIED, COPIED.replace("276", "281").replace("19", "22"), "CHN005", "/achievements/0/text"),
    "results word for word": (COPIED, COPIED, "CHN005", "/achievements/0/text"),
    "a short one with its year changed": (
        "成绩: [{编号: a1, 标题: 培训, 说明: 2024年开展消防培训12次，员工消防意识明显增强。}]\n",
        "成绩: [{编号: a1, 标题: 培训, 说明: 2025年开展消防培训12次，员工消防意识明显增强。}]\n",
        "CHN005",
        "/achievements/0/text",
    ),
    "results in English": (
        "成绩: [{编号: a1, 标题: Nights, 说明: 'The night shift checked every basement door twice and turned away 19 people.'}]\n",
        "成绩: [{编号: a1, 标题: Nights, 说明: 'The night shift checked every basement door twice and turned away 22 people.'}]\n",
        "CHN005",
        "/achievements/0/text",
    ),
    "a theme of its own": (
        "成绩: [{编号: a1, 标题: 活动, 说明: 2024年围绕“邻里厨房”主题在会所办烘焙课14期，报名业主210人，剩余食材都送给了门岗。}]\n",
        "成绩: [{编号: a1, 标题: 活动, 说明: 2025年围绕“邻里厨房”主题在会所办烘焙课16期，报名业主260人，剩余食材都送给了门岗。}]\n",
        "CHN005",
        "/achievements/0/text",
    ),
    "one sentence among others": (
        COPIED,
        COPIED.replace("说明: ", "说明: 年初换装东门翼闸。"),
        "CHN005",
        "/achievements/0/text",
    ),
    "a cause again": (CAUSE, CAUSE.replace("停用3次", "停用5次"), "CHN005", "/issues/0/root_causes/0/statement"),
    "a direction put off by a year": (
        DIRECTION,
        DIRECTION.replace("2025-2027", "2026-2028"),
        "CHN005",
        "/outlook/directions/0/statement",
    ),
    "measure forgotten": (MEASURE, "", "CHN006", "/previous/countermeasures/0"),
    "measure repeated with its old date": (MEASURE, MEASURE, "CHN006", "/previous/countermeasures/0"),
    "another definition": (DEFINED, DEFINED.replace("不含", "含"), "CHN007", "/metrics/0/definition"),
    "another way of looking, whatever the words": (
        "指标: [{编号: m1, 指标库: clean_pass, 口径: 按点位抽查, 数值: 92.7%}]\n",
        "指标: [{编号: m1, 指标库: clean_pass, 口径: 按楼栋普查, 数值: 94.6%}]\n",
        "CHN007",
        "/metrics/0/definition",
    ),
    "measure of which the issue that goes on says nothing": (
        "问题: [{编号: i1, 表现: 2号投放点夏天满溢}]\n措施: [{编号: c1, 针对: [i1], 内容: 清运加开午班, 完成时限: 2025-04-30}]\n",
        "问题: [{编号: i1, 承接: i1, 表现: 2号投放点夏天又满溢, 原因: [{说明: 桶小}]}]\n",
        "CHN006",
        "/previous/countermeasures/0",
    ),
    "another definition in free words": (
        "指标: [{编号: m1, 名称: 环境类投诉, 口径: 只计来访来电, 数值: 38件}]\n",
        "指标: [{编号: m1, 名称: 环境类投诉, 口径: 来访来电与12345转办, 数值: 29件}]\n",
        "CHN007",
        "/metrics/0/definition",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_wrong(case: str) -> None:
    last, now, code, place = BAD[case]
    assert (code, place) in [(p.code, p.pointer) for p in found(_dated(last, LAST), _dated(now, NOW))]


def test_what_is_told() -> None:
    """Messages name the thing as it was called, and both figures."""
    (goal,) = found(LAST + GOAL, NOW)
    assert goal.message == "上期的目标“建成垃圾分类示范亭2座”（g1）到期了，这份总结没有交代结果"
    assert goal.span is None
    (baseline,) = found(LAST + BASELINE, NOW + "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.0%}]\n")
    assert "92.0%" in baseline.message
    assert "2024年的总结公布的是93.0%" in baseline.message
    assert "2024 published 93.0%" in baseline.en.message
    (measure,) = found(LAST + MEASURE, NOW)
    assert "应在2025-05-31前完成，到2026-01-06" in measure.message


def test_how_often() -> None:
    """An issue is counted over all summaries that are given, however it was called in them."""
    first = "期间: 2022\n问题: [{编号: i9, 表现: 地下车库坡道积灰，被投诉4次}]\n"
    second = "期间: 2023\n问题: [{编号: i4, 表现: 车库入口扬尘没有根治, 承接: i9}]\n"
    third = "期间: 2024\n问题: [{编号: i2, 表现: 车库入口扬尘没有根治，投诉9次}]\n"
    now = NOW + "问题: [{编号: i1, 表现: 清扫车进不了坡道, 承接: i2}]\n"
    (problem,) = found(third, now, second, first)
    assert "第4次出现" in problem.message
    assert "for the fourth time" in problem.en.message
    (problem,) = found(third, now, second)
    assert "第3次出现" in problem.message
    assert "承接上期" in problem.message
    (problem,) = found(LAST, NOW + "问题: [{编号: i1, 表现: 地下车库坡道积灰反复，投诉2次}]\n", second, first)
    assert "第2次出现" in problem.message
    assert "文字相近" in problem.message


@pytest.mark.parametrize(
    "now, earlier, times",
    [
        ("2025", ["2024", "2024"], "第2次"),
        ("2025-Q3", ["2024", "2024-Q3"], "第2次"),
        ("2025-Q3", ["2024", "2024-Q3", "2024-Q1"], "第3次"),
        ("2025-Q3", ["2025-Q2", "2025-H1", "2025-Q1", "2024"], "第4次"),
        ("2025", ["2025-H1"], None),
        ("2025", ["2025-Q3", "2025-H1"], "第2次"),
        ("2025", ["2025-H1", "2024"], "第2次"),
    ],
)
def test_a_period_within_another_is_no_other_time(now: str, earlier: list[str], times: str | None) -> None:
    """The same summary given twice counts once, and so does a year beside its own quarter."""
    issue = "问题: [{编号: i1, 表现: 地下车库坡道积灰反复，清扫车进不去}]\n"
    past = [_summary(f"期间: {period}\n{issue}") for period in earlier]
    told = check(draft(f"期间: {now}\n{issue}"), rules=_RULES, previous=past)
    assert [p.message.rpartition("，")[2] for p in told if p.code == "CHN004"] == ([f"{times}出现"] if times else [])


def test_ids_count_for_the_summary_just_before() -> None:
    """What is carried from i9 is last time's i9, not the i9 of an older summary."""
    older = "期间: 2023\n问题: [{编号: i9, 表现: 喷泉漏水}]\n"
    assert codes(LAST, NOW + "问题: [{编号: i1, 表现: 岗亭破旧, 承接: i9}]\n", older) == []


def test_open_ends_of_the_order_department() -> None:
    """Everything at once, once each."""
    last = LAST + "".join((BASELINE, GOAL, ISSUE, MEASURE, COPIED))
    now = NOW + "指标: [{编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.0%}]\n" + COPIED
    assert sorted(codes(last, now)) == ["CHN001", "CHN002", "CHN003", "CHN005", "CHN006"]


@pytest.mark.parametrize(
    "last, words",
    [
        ("部门: 工程部\n期间: 2024\n", "上期总结是“工程部”的，这份是“保安部”的"),
        ("部门: 秩序部\n期间: 2025\n", "上期总结写的是2025年，不比这份的2025年早"),
        ("部门: 秩序部\n期间: 2026-H1\n", "上期总结写的是2026年上半年，不比这份的2025年早"),
        ("部门: 秩序维护部\n期间: 2025-H1\n", None),
        ("部门: 秩序部\n期间: 2024\n", None),
    ],
)
def test_what_can_come_before(last: str, words: str | None) -> None:
    """A summary of the department by whatever name, over a period that ends earlier."""
    found = misfit(_summary("部门: 保安部\n期间: 2025\n"), _summary(last))
    assert (found.zh if found else None) == words


@settings(deadline=None, max_examples=40)
@given(
    last=st.lists(st.sampled_from([BASELINE, GOAL, ISSUE, MEASURE, COPIED, DIRECTION]), unique=True),
    now=st.lists(st.sampled_from([BASELINE, GOAL, ISSUE, MEASURE, COPIED, DIRECTION]), unique=True),
)
def test_a_full_account_settles_everything(last: list[str], now: list[str]) -> None:
    """Whatever there was: with a follow-up on each goal, issue and measure nothing is unanswered, dropped or overdue."""
    answers = "上期落实: [{对应: g1, 结论: 达成}, {对应: i1, 结论: 达成}, {对应: c1, 结论: 达成}]\n"
    told = set(codes(LAST + "".join(last), NOW + "".join(now) + answers))
    assert told.isdisjoint({"CHN001", "CHN003", "CHN006", "PSE900"})
    assert ("CHN004" in told) == (ISSUE in last and ISSUE in now)
    assert ("CHN005" in told) == (COPIED in last and COPIED in now)


@settings(deadline=None, max_examples=40)
@given(now=summaries(), last=summaries(), older=summaries())
def test_no_rule_falls_over(now: Summary, last: Summary, older: Summary) -> None:
    """Whatever two summaries hold, one can be held against the other."""
    now, last, older = (
        attrs.evolve(one, department="order", period=Period.year(year)) for one, year in ((now, 2025), (last, 2024), (older, 2023))
    )
    assert "PSE900" not in {problem.code for problem in check(now, rules=_RULES, previous=(last, older))}


@settings(deadline=None, max_examples=60)
@given(published=st.integers(1, 9999), claimed=st.integers(1, 9999), digits=st.integers(0, 2))
def test_baselines_are_compared_at_their_precision(published: int, claimed: int, digits: int) -> None:
    """A baseline is rewritten exactly where no value rounds to both figures."""
    one, other = f"{published / 100:.2f}", f"{claimed / 100:.2f}"
    other = other[: len(other) - (2 - digits)] if digits else other[:-3]
    half = 10 ** (2 - digits) / 2
    apart = abs(published - float(other) * 100) > half + 0.5
    last = LAST + f"指标: [{{编号: m1, 名称: 合格率, 数值: {one}%}}]\n"
    now = NOW + f"指标: [{{编号: m1, 名称: 合格率, 数值: 94.5%, 上期值: {other}%}}]\n"
    assert codes(last, now) == (["CHN002"] if apart else [])


def test_the_previous_summary_has_to_be_one(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command refuses another department's summary or a later one, and takes several in any order."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "now": "部门: 秩序部\n期间: 2025\n问题: [{编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}]\n",
        "last": "部门: 秩序维护部\n期间: 2024\n问题: [{编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共9次}]\n",
        "first": "部门: 保安部\n期间: 2023\n问题: [{编号: i1, 表现: 东门岗夜间车辆排队超过9分钟共9次}]\n",
        "other": "部门: 工程部\n期间: 2024\n",
    }.items():
        pathlib.Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    assert main(["check", "now.yaml", "--previous", "other.yaml"]) == 2
    assert capsys.readouterr() == ("", "propsummary: other.yaml：上期总结是“工程部”的，这份是“秩序部”的\n")
    assert main(["check", "last.yaml", "--previous", "now.yaml", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "propsummary: now.yaml: the previous summary covers 2025, which is not before 2024\n"
    assert main(["check", "now.yaml", "--previous", "first.yaml", "--previous", "last.yaml", "--select", "CHN004"]) == 0
    assert "第3次出现" in capsys.readouterr().out


_EXAMPLES = pathlib.Path(__file__).parents[2] / "examples" / "chain"


def _year(year: int) -> Draft:
    return read_file(_EXAMPLES / f"engineering-{year}.yaml")


def test_three_years_of_one_department() -> None:
    """The third summary of the example shows every rule once, and nothing else is wrong with it or the ones before."""
    first, second, third = (_year(year) for year in (2023, 2024, 2025))
    assert first.summary is not None
    assert second.summary is not None
    for draft_, before in ((first, ()), (second, (first.summary,)), (third, ())):
        report = check(draft_, previous=before)
        serious = {p.code for p in report if p.severity is not Severity.INFO}
        assert serious == ({"CHN004"} if before else set())
    report = check(third, previous=(second.summary, first.summary))
    assert sorted(p.code for p in report if p.severity is not Severity.INFO) == [rule.code for rule in _RULES]
    (again,) = (problem for problem in report if problem.code == "CHN004")
    assert "第3次出现" in again.message

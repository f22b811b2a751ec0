"""Every period in a passage, and what it is mentioned for."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from propsummary.periods import Period, PeriodRole, find_periods
from propsummary.periods._patterns import CERTAIN, NAME, compiled

PREPARED = {
    "2025": date(2026, 1, 8),
    "2025-H1": date(2025, 7, 5),
    "2025-Q2": date(2025, 7, 6),
    "2025-05": date(2025, 6, 3),
}

#: The summary's period, a passage, and the roles in it; ``!`` is a conflict.
PASSAGES = [
    ("2025", "秩序部2025年工作总结", "reporting"),
    ("2025", "2025年度工作总结及2026年工作计划", "reporting,next"),
    ("2025-05", "客服部5月份工作总结及6月份工作计划", "reporting,next"),
    ("2025-Q2", "秩序部二季度总结(4-6月)", "reporting,reporting"),
    ("2025", "秩序部2025年上半年工作总结", "reporting!"),
    ("2025-H1", "秩序部2025年工作总结", "reporting!"),
    ("2025", "一季度组织消防工作总结会2次", "part"),
    ("2025", "四季花园三月兔24小时值班", ""),
    ("2025", "2024年为96.4%，2025年为98.1%", "baseline,reporting"),
    ("2025", "较上年同期下降3.2%", "baseline"),
    ("2025-H1", "比去年同期下降", "baseline"),
    ("2025", "与2024年相比", "baseline"),
    ("2025", "走访表单2023年改版后没有组织过", "other"),
    ("2025", "6月12日开展演练", ""),
    ("2025", "2026年将推进智能化改造", "next"),
    ("2025", "明年一季度完成", "next"),
    ("2025", "截至2025年10月底，共处理481件", "part"),
    ("2025", "2025年，在公司领导下，秩序部完成各项任务", "reporting"),
    ("2025-H1", "2025年下半年，在公司领导下，秩序部", "reporting!"),
    ("2025", "本总结覆盖2025年1—11月", "reporting!"),
    ("2025", "报告期：2025年1月1日至12月31日", "reporting"),
    ("2025", "三季度环比二季度提升", "part,baseline"),
    ("2025", "合同期2023年1月至2026年12月", "other"),
    ("2025", "8栋3层12月", "part"),
    ("2025", "使用年限20年，已用15年", ""),
    ("2025", "设备2018年安装", "other"),
    ("2025", "2024年工作总结中提出的目标", "baseline"),
    ("2025", "2025年是公司品质提升年", "reporting"),
    ("2025", "根据GB/T 50378-2019", ""),
    ("2025", "工单WX-2025-06-0123", ""),
    ("2025", "三个月内完成，每月检查，每季度一次", ""),
    ("2025", "夏季、冬季、春节期间", ""),
    ("2025", "金额2025.6元，面积2025.12平方米", ""),
    ("2025", "现将2025年上半年工作情况汇报如下", "reporting!"),
    ("2025", "上半年完成培训12次，下半年完成14次", "part,part"),
    ("2025", "2026年度目标：收缴率95%", "next"),
    ("2025", "2025年目标完成情况", "reporting"),
    ("2025", "7、8月高温", "part"),
    ("2025", "2025年第三季度、第四季度", "part,part"),
    ("2025", "环境部1—11月工作总结", "reporting!"),
    ("2025", "自2025年3月起", "part"),
    ("2025", "截至目前，已整改58处", "part"),
    ("2025-H1", "今年以来，秩序部扎实开展工作", "part"),
    ("2025", "2025年0月开展", "other invalid"),
    ("2025", "5月花园补种", "part"),
    ("2025", "三月花展", ""),
    ("2025", "环比4月的90.2%提高", "baseline"),
    ("2025", "秩序部自2025年6月至今未发生事故", "part"),
    ("2025-Q2", "一季度是97.1%，二季度是97.8%", "baseline,reporting"),
    ("2025", "2025年第三季度环境部工作总结", "reporting!"),
    ("2025", "一季度召开工作总结会，三月完成向业主汇报工作", "part,part"),
]


@pytest.mark.parametrize(("period", "text", "roles"), PASSAGES)
def test_roles(period: str, text: str, roles: str) -> None:
    """What each mention is for, and nothing else is taken for a period."""
    found = find_periods(text, period=Period.parse(period), prepared_on=PREPARED[period])
    said = [f"{m.role.value}{'!' * m.conflict}{' invalid' * m.invalid}" for m in found]
    assert ",".join(said) == roles


@pytest.mark.parametrize(("period", "text"), [case[:2] for case in PASSAGES])
def test_places(period: str, text: str) -> None:
    """Every mention stands where it says, from left to right, with days in order."""
    end = 0
    for mention in find_periods(text, period=Period.parse(period)):
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end
        end = mention.end
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last


def test_without_a_period_names_without_a_year_have_no_days() -> None:
    """Not invalid, only unknown."""
    (mention,) = find_periods("上半年完成培训12次")
    assert (mention.first, mention.last, mention.invalid) == (None, None, False)
    assert mention.role is PeriodRole.OTHER


def test_ends_before_it_starts() -> None:
    """Named, but there is no such period."""
    (mention,) = find_periods("2025年9—3月工作总结", period=Period.year(2025))
    assert mention.invalid
    assert mention.first is None


def test_until_now_reaches_to_the_day_of_writing() -> None:
    """截至目前 begins with the year."""
    (mention,) = find_periods("截至目前，已整改58处", period=Period.parse("2025-H1"), prepared_on=date(2025, 7, 5))
    assert (mention.first, mention.last) == (date(2025, 1, 1), date(2025, 7, 5))


def test_no_name_is_passed_over() -> None:
    """Whatever names a stretch of the calendar holds what is looked for first."""
    pieces = (
        "2025",
        "0630",
        "3",
        "二",
        "年",
        "度",
        "上",
        "本",
        "第",
        "半年",
        "同期",
        "月",
        "季",
        "末",
        "H1",
        "h2",
        "Q3",
        "q4",
        "-",
        ".",
    )
    texts = ["".join(some) for some in itertools.product(pieces, repeat=3)]
    names = [text for text in texts if any(match[0] for match in compiled(NAME).finditer(text))]
    assert len(names) > 1000
    assert [text for text in names if not compiled(CERTAIN).search(text)] == []

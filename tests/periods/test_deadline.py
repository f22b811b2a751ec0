"""Deadlines as property staff write them, and the last day that each can mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.errors import UnreadableValueError, WrongArgumentError
from propsummary.periods import Deadline, DeadlineKind, Period, read_deadline

#: What each period's summary was prepared on.
PREPARED = {
    "2025": date(2026, 1, 8),
    "2025-H1": date(2025, 7, 5),
    "2025-Q3": date(2025, 10, 11),
    "2025-06": date(2025, 7, 2),
}

#: By the summary's period: the text, and its last day or its kind.
CASES = {
    "2025": {
        "2026.6.30": "2026-06-30",
        "2026年3月底前": "2026-03-31",
        "20260601": "2026-06-01",
        "26年7月1日": "2026-07-01",
        "2026年6月30日（含）前": "2026-06-30",
        "2026年6月30日24时前": "2026-06-30",
        "2026年6月30日之前": "2026-06-30",
        "２０２６年６月３０日前": "2026-06-30",
        "6月30日前": "2026-06-30",
        "2月底": "2026-02-28",
        "2028年2月底前": "2028-02-29",
        "上半年": "2026-06-30",
        "年底": "2026-12-31",
        "明年6月": "2026-06-30",
        "尽快": "vague",
        "常抓不懈": "vague",
        "8月前": "2026-07-31",
        "2026年8月前": "2026-07-31",
        "3月初": "2026-03-10",
        "4月中旬": "2026-04-20",
        "4月中": "2026-04-15",
        "5月下旬": "2026-05-31",
        "年中": "2026-06-30",
        "年内完成": "2026-12-31",
        "新的一年": "2026-12-31",
        "新的一年内": "2026-12-31",
        "来年一季度": "2026-03-31",
        "次年3月底": "2026-03-31",
        "后年年底": "2027-12-31",
        "明年": "2026-12-31",
        "下月底": "2026-01-31",
        "两周内": "2026-01-22",
        "3周内": "2026-01-29",
        "一年内": "2027-01-08",
        "半年内": "2026-07-08",
        "半个月内": "2026-01-23",
        "10个工作日内": "2026-01-22",
        "五个工作日内": "2026-01-15",
        "1—2个月内": "2026-03-08",
        "三个月以内": "2026-04-08",
        "90天内": "2026-04-08",
        "未来三个月": "2026-04-08",
        "24小时内": "2026-01-09",
        "3月至5月": "2026-05-31",
        "3—5月": "2026-05-31",
        "5月10日—20日": "2026-05-20",
        "2026年3月1日至5月31日": "2026-05-31",
        "2026年11月至次年2月": "2027-02-28",
        "11月—次年2月": "2027-02-28",
        "6月底完成招标，9月底前完工": "2026-09-30",
        "一、二季度": "2026-06-30",
        "Q1、Q2": "2026-06-30",
        "2026Q2": "2026-06-30",
        "2026-H1": "2026-06-30",
        "2026年第二季度末": "2026-06-30",
        "第六季度": "invalid",
        "14月": "invalid",
        "4月31日": "invalid",
        "2026年13月底": "invalid",
        "2026-02-30": "invalid",
        "2026年2月29日": "invalid",
        "0月5日": "invalid",
        "每周五": "recurrence",
        "每月25日前": "recurrence",
        "每月底": "recurrence",
        "每季度末": "recurrence",
        "每日": "recurrence",
        "每半年一次": "recurrence",
        "每年汛期前": "recurrence",
        "每两周": "recurrence",
        "逐月": "recurrence",
        "按季度": "recurrence",
        "每月5日、20日": "recurrence",
        "每周一上午": "recurrence",
        "每年6月底前": "recurrence",
        "FREQ=MONTHLY;BYMONTHDAY=25": "recurrence",
        "力争2026年6月底": "2026-06-30",
        "原则上不晚于9月30日": "2026-09-30",
        "预计三季度": "2026-09-30",
        "最迟10月中旬": "2026-10-20",
        "确保“五一”前完成": "2026-04-30",
        "元旦前": "2026-12-31",
        "春节前": "2026-02-16",
        "中秋节前": "2026-09-24",
        "2026年国庆节前": "2026-09-30",
        "端午前": "2026-06-18",
        "汛期前": "event",
        "供暖季前": "event",
        "雨季来临前": "event",
        "入冬前": "event",
        "下次业主大会前": "event",
        "质保期满前": "event",
        "验收后": "event",
        "签约后10日内": "event",
        "接通知后一个月内": "event",
        "电梯年检时": "event",
        "春节期间": "event",
        "近期": "vague",
        "逐步推进": "vague",
        "适时": "vague",
        "长期坚持": "vague",
        "持续": "vague",
        "条件成熟后": "vague",
        "条件允许时": "vague",
        "时机成熟时": "vague",
        "视情况而定": "vague",
        "常态化": "vague",
        "6月起逐步落实": "vague",
        "下一步": "vague",
        "今后": "vague",
        "及时": "vague",
        "按计划": "vague",
        "立即": "vague",
        "待定": "vague",
        "不定期": "vague",
        "适当时候": "vague",
        "早日": "vague",
        "日常": "vague",
        "短期内": "vague",
        "尽快，力争6月底前": "2026-06-30",
        "苹果": "invalid",
        "随便写点": "invalid",
        "": "invalid",
        "无": "invalid",
        "12345": "invalid",
        "2026": "2026-12-31",
        "2026年": "2026-12-31",
        "2026年度": "2026-12-31",
        "2026年内": "2026-12-31",
        "2026年年中": "2026-06-30",
        "2026年初": "2026-01-31",
        "26年一季度": "2026-03-31",
        "2026年上半年完成": "2026-06-30",
        "2026 年 6 月 30 日前": "2026-06-30",
        "2026-6-1": "2026-06-01",
        "2026-06-01 前": "2026-06-01",
        "2026/06": "2026-06-30",
        "2026.6": "2026-06-30",
        "6.30前": "2026-06-30",
        "6/30": "2026-06-30",
        "6-30前": "2026-06-30",
        "25日前": "2026-01-25",
        "三月底前": "2026-03-31",
        "三月份": "2026-03-31",
        "十二月三十一日前": "2026-12-31",
        "二○二六年六月": "2026-06-30",
        "二零二六年十月一日前": "2026-10-01",
        "下半年": "2026-12-31",
        "前三季度": "2026-09-30",
        "一至三季度": "2026-09-30",
        "全年": "2026-12-31",
        "全年完成": "2026-12-31",
        "季末": "2026-03-31",
        "本季度末": "2026-03-31",
        "下季度": "2026-03-31",
        "6月中旬至7月上旬": "2026-07-10",
        "2026年6月前后": "2026-06-30",
        "2026年6月左右": "2026-06-30",
        "去年12月": "2024-12-31",
        "已完成": "invalid",
        "2026年6月30日后": "vague",
        "2026年6月底前每周检查": "2026-06-30",
        "2024-12-31": "2024-12-31",
        "7月20号前": "2026-07-20",
        "2027年": "2027-12-31",
        "三年内": "2029-01-08",
        "2026—2028年": "2028-12-31",
        "一季度内": "2026-03-31",
        "三月内": "2026-03-31",
        "两月内": "2026-03-08",
        "2026年3月31日前完成验收，长期保持": "2026-03-31",
        "一个半月内": "2026-02-23",
        "下周内": "2026-01-18",
        "1月20日（周二）前": "2026-01-20",
        "即日起": "vague",
        "即日起至3月底": "2026-03-31",
        "2026年1月起至6月底": "2026-06-30",
        "自2026年1月1日起": "vague",
        "2026年1月1日起每月一次": "recurrence",
        "节前": "event",
        "每季首月10日前": "recurrence",
        "3月31日": "2026-03-31",
        "2026 Q3": "2026-09-30",
        "2026年三季度前": "2026-06-30",
        "下半年前": "2026-06-30",
        "上半年前": "2026-06-30",
        "2026年底前完成80%，2027年6月底前全部完成": "2027-06-30",
        "五月中旬": "2026-05-20",
        "开学前": "event",
        "30日内": "2026-02-07",
        "第一季度": "2026-03-31",
        "下阶段": "vague",
        "周五前": "2026-01-09",
        "2026年清明节前": "2026-04-04",
        "十一前": "2026-09-30",
        "十一月底前": "2026-11-30",
        "高温季节来临前": "event",
        "待预算批复后": "event",
        "盡快": "vague",
        "長期": "vague",
    },
    "2025-H1": {
        "8月5日前": "2025-08-05",
        "4月底": "2026-04-30",
        "年中": "2026-06-30",
        "明年底": "2026-12-31",
        "今年9月底": "2025-09-30",
        "本年底": "2025-12-31",
        "今年年底前": "2025-12-31",
        "今年内": "2025-12-31",
        "11月至2月": "2026-02-28",
        "元旦前": "2025-12-31",
        "上半年": "2026-06-30",
    },
    "2025-Q3": {
        "四季度": "2025-12-31",
        "12月底": "2025-12-31",
        "三季度末": "2026-09-30",
    },
    "2025-06": {
        "下季度末": "2025-09-30",
        "下个月15日前": "2025-07-15",
        "下个月底前": "2025-07-31",
        "月底": "2025-07-31",
        "本月底前": "2025-07-31",
        "本月20日前": "2025-07-20",
        "本周五": "2025-07-04",
        "下周五前": "2025-07-11",
        "下周三": "2025-07-09",
        "本周内": "2025-07-06",
        "下周": "2025-07-13",
        "15号前": "2025-07-15",
        "7月20号前.": "2025-07-20",
    },
}


def read(text: str, period: str) -> Deadline:
    """Read *text* as a summary of *period* has it."""
    return read_deadline(text, period=Period.parse(period), prepared_on=PREPARED[period])


@pytest.mark.parametrize(("period", "text"), [(period, text) for period, rows in CASES.items() for text in rows])
def test_reads(period: str, text: str) -> None:
    """The last day, or the reason why there is none."""
    deadline = read(text, period)
    assert (str(deadline.date) if deadline.date else deadline.kind.value) == CASES[period][text]
    assert (deadline.date is not None) == (deadline.kind is DeadlineKind.DATE)
    assert deadline.text == text


def test_the_repetition_comes_along() -> None:
    """A deadline that repeats carries its rule."""
    deadline = read("每月10日前", "2025")
    assert deadline.recurrence is not None
    assert deadline.recurrence.rule == "FREQ=MONTHLY;BYMONTHDAY=10"
    assert read("每次巡查后", "2025") == Deadline(date=None, kind=DeadlineKind.RECURRENCE, text="每次巡查后")


@pytest.mark.parametrize("text", ["6月底前", "年底", "下月", "两个月内", "明年6月", "本周五", "国庆前", "月底"])
def test_without_period_and_day_of_writing_relative_words_are_invalid(text: str) -> None:
    """Nothing printed says which year."""
    deadline = read_deadline(text, period=None)
    assert deadline.date is None
    assert deadline.kind in {DeadlineKind.INVALID, DeadlineKind.EVENT}


def test_without_period_a_printed_year_is_enough() -> None:
    """The year is printed, or the day of writing known."""
    assert read_deadline("2026年6月底前", period=None).date == date(2026, 6, 30)
    assert read_deadline("两个月内", period=None, prepared_on=date(2026, 1, 8)).date == date(2026, 3, 8)
    assert read_deadline("尽快", period=None).kind is DeadlineKind.VAGUE


def test_without_day_of_writing_the_period_ends_the_counting() -> None:
    """Relative words count from the last day of the period."""
    period = Period.year(2025)
    assert read_deadline("两个月内", period=period).date == date(2026, 2, 28)
    assert read_deadline("20日内", period=period).date == date(2026, 1, 20)


def test_a_host_knows_the_day() -> None:
    """`Deadline.on` is what reading the same day gives."""
    day = date(2026, 3, 31)
    assert Deadline.on(day) == read_deadline("2026-03-31", period=None)


STYLES = [
    "{y}-{m:02}-{d:02}",
    "{y}.{m}.{d}前",
    "{y}/{m}/{d}",
    "{y}{m:02}{d:02}",
    "{y}年{m}月{d}日前",
    "{y}年{m}月{d}号之前",
    "{yy}年{m}月{d}日",
    "{y} 年 {m} 月 {d} 日",
    "务必于{y}年{m}月{d}日（含）前完成",
    "最迟{y}-{m}-{d}",
]


@given(st.dates(date(2010, 1, 1), date(2089, 12, 31)), st.sampled_from(STYLES))
def test_a_printed_day_reads_back(day: date, style: str) -> None:
    """However a whole date is written, it is that day, period or not."""
    text = style.format(y=day.year, yy=f"{day.year % 100:02}", m=day.month, d=day.day)
    expected = day.replace(year=2000 + day.year % 100)
    assert read_deadline(text, period=None).date == expected


@given(st.dates(date(2010, 1, 1), date(2080, 1, 1)), st.integers(1, 366))
def test_a_day_without_a_year_is_the_first_after_the_period(last: date, ahead: int) -> None:
    """The first time that day comes after the last day of the period."""
    day = last + timedelta(days=ahead)
    period = Period.between(last.replace(day=1), last)
    read = read_deadline(f"{day.month}月{day.day}日前", period=period).date
    assert read is not None
    assert last < read <= day
    assert (read.month, read.day) == (day.month, day.day)


@given(st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.integers(0, 300))
def test_working_days(today: date, count: int) -> None:
    """N working days on, counted one by one."""
    day, left = today, count
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    deadline = read_deadline(f"{count}个工作日内", period=None, prepared_on=today)
    assert deadline.date == (day if count else None)


@given(st.text("0123456789年月日季度底末初中上下旬前后内个周每至-—.一二三十半明今本季Q尽快 ", max_size=30))
def test_any_text_has_a_kind(text: str) -> None:
    """Bad input raises nothing, and a date is there exactly when the kind says so."""
    deadline = read_deadline(text, period=Period.year(2025), prepared_on=date(2026, 1, 8))
    assert (deadline.date is not None) == (deadline.kind is DeadlineKind.DATE)


@pytest.mark.parametrize("text", ["3月底前", "月底", "两个月内"])
def test_what_only_a_period_tells_is_told_so(text: str) -> None:
    with pytest.raises(UnreadableValueError, match="names no year, so which deadline it is depends on the period") as raised:
        Deadline.parse(text)
    assert raised.value.needs == "period"
    assert Deadline.parse(text, period=Period.year(2025)).date is not None


@pytest.mark.parametrize("text", ["6月31日前", "2月30日", "哈哈"])
def test_what_no_period_tells_is_no_deadline(text: str) -> None:
    with pytest.raises(UnreadableValueError, match="is no deadline"):
        Deadline.parse(text)


def test_a_day_goes_elsewhere() -> None:
    with pytest.raises(WrongArgumentError, match=r"^Deadline\.parse takes str, not date; Deadline\.on takes a day$"):
        Deadline.parse(date(2026, 3, 31))  # type: ignore[arg-type]

"""Whole texts as periods and days."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.errors import UnreadableValueError
from propsummary.periods import Period, find_periods, read_date, read_deadline, read_period, read_recurrence

#: Text and label; None where there is no such period.
ALONE: dict[str, str | None] = {
    "2025年": "2025",
    "2025年度": "2025",
    "2025": "2025",
    "２０２５年": "2025",
    "二零二五年度": "2025",
    "2025年全年": "2025",
    "2025全年": "2025",
    "2025年上半年": "2025-H1",
    "2025上半年": "2025-H1",
    "25年上半年": "2025-H1",
    "2025H1": "2025-H1",
    "2025-h2": "2025-H2",
    "2025年H2": "2025-H2",
    "2025 Q3": "2025-Q3",
    "2025年Q3": "2025-Q3",
    "2025年三季度": "2025-Q3",
    "2025年第3季度": "2025-Q3",
    "2025年度第三季度": "2025-Q3",
    "2025年前三季度": "2025-01..2025-09",
    "2025年一至三季度": "2025-01..2025-09",
    "2025年前11个月": "2025-01..2025-11",
    "2025年1-11月": "2025-01..2025-11",
    "2025年1—11月份": "2025-01..2025-11",
    "2025年1~11月": "2025-01..2025-11",
    "2025年1至11月": "2025-01..2025-11",
    "2025年1月到11月": "2025-01..2025-11",
    "2025年1月—2025年11月": "2025-01..2025-11",
    "2025年一月至十一月": "2025-01..2025-11",
    "2025年1-3月": "2025-Q1",
    "2025年1—6月": "2025-H1",
    "2025年1—12月": "2025",
    "2025年1月1日至2025年12月31日": "2025",
    "2025年1月1日—6月30日": "2025-H1",
    "2025.1.1-2025.6.30": "2025-H1",
    "2025.1.1-6.30": "2025-H1",
    "2025/01/01-2025/06/30": "2025-H1",
    "2025-01-01至2025-06-30": "2025-H1",
    "2025-01-01 至 2025-06-30": "2025-H1",
    "2025-01-01..2025-06-15": "2025-01-01..2025-06-15",
    "2025.7-12": "2025-H2",
    "2025.07—12": "2025-H2",
    "2025-07至12": "2025-H2",
    "2025-07~2025-12": "2025-H2",
    "2025年11月—2026年2月": "2025-11..2026-02",
    "2025年11月至次年2月": "2025-11..2026-02",
    "2025-6": "2025-06",
    "2025.06": "2025-06",
    "2025/6": "2025-06",
    "2025年6月份": "2025-06",
    "二〇二五年六月": "2025-06",
    "2024—2025年": "2024-01..2025-12",
    "（2025年1月—6月）": "2025-H1",
    "截至2025年9月": "2025-01..2025-09",
    "截止到2025年9月30日": "2025-01..2025-09",
    "截至2025年10月15日": "2025-01-01..2025-10-15",
    "2025年13月": None,
    "2025-13": None,
    "2025Q5": None,
    "2025年第五季度": None,
    "2025年9—3月": None,
    "2025-08..2025-03": None,
    "2025年12月至2025年1月": None,
    "2025年2月30日至3月5日": None,
    "上半年": None,
    "6月": None,
    "四季花园": None,
    "2025-06-12": None,
    "2025年6月12日": None,
    "": None,
    "去年": None,
    "2025学年": None,
    "2025财年": None,
}

#: The period that the text stands beside, text and label.
BESIDE = [
    ("2025", "二季度", "2025-Q2"),
    ("2025", "1—8月", "2025-01..2025-08"),
    ("2025", "本年度", "2025"),
    ("2025", "今年", "2025"),
    ("2025", "去年", "2024"),
    ("2025", "上年同期", "2024"),
    ("2025-H1", "去年同期", "2024-H1"),
    ("2025-H1", "2023年同期", "2023-H1"),
    ("2025-Q2", "上季度", "2025-Q1"),
    ("2025-Q2", "下季度", "2025-Q3"),
    ("2025-05", "上月", "2025-04"),
    ("2025-05", "上个月", "2025-04"),
    ("2025-05", "下月", "2025-06"),
    ("2025-05", "本月", "2025-05"),
    ("2025-05", "去年同期", "2024-05"),
    ("2025", "前三季度", "2025-01..2025-09"),
    ("2025", "明年", "2026"),
    ("2025", "下年度", "2026"),
    ("2025", "上一年度", "2024"),
    ("2025", "截至10月底", "2025-01..2025-10"),
    ("2025-H1", "截至目前", "2025-H1"),
    ("2025", "前年", "2023"),
    ("2025-Q2", "4-6月", "2025-Q2"),
    ("2025", "12月", "2025-12"),
    ("2025-Q2", "上年度", "2024"),
    ("2025-Q2", "上年二季度", "2024-Q2"),
    ("2025-12..2026-02", "去年同期", "2024-12..2025-02"),
    ("2025", "2025年11月至次年2月", "2025-11..2026-02"),
]

DATES: dict[str, str | None] = {
    "2026-06-30": "2026-06-30",
    "2026.6.30": "2026-06-30",
    "2026/6/30": "2026-06-30",
    "2026年6月30日": "2026-06-30",
    "2026年6月30号": "2026-06-30",
    "20260601": "2026-06-01",
    "26年7月1日": "2026-07-01",
    "２０２６年７月１日": "2026-07-01",
    "二〇二六年七月一日": "2026-07-01",
    "二零二六年十二月二十三日": "2026-12-23",
    " 2026 年 6 月 30 日 ": "2026-06-30",
    "2026-02-30": None,
    "2026年4月31日": None,
    "2026-13-01": None,
    "2026.6": None,
    "2026-6/30": None,
    "6月30日": None,
    "2026年6月": None,
    "明天": None,
    "": None,
    "13800001111": None,
}


@pytest.mark.parametrize("text", ALONE)
def test_reads_alone(text: str) -> None:
    """Everything is printed."""
    period = read_period(text)
    assert (period and period.label) == ALONE[text]
    assert period is None or period.text == text


@pytest.mark.parametrize(("near", "text", "label"), BESIDE)
def test_reads_beside_another(near: str, text: str, label: str) -> None:
    """Names without a year are read against another period."""
    period = read_period(text, near=Period.parse(near))
    assert period is not None
    assert period.label == label


@pytest.mark.parametrize("text", [text for text, label in ALONE.items() if label is None])
def test_parse_says_what_it_cannot_read(text: str) -> None:
    """`Period.parse` raises where `read_period` gives None."""
    with pytest.raises(UnreadableValueError) as caught:
        Period.parse(text)
    assert (caught.value.kind, caught.value.text) == ("Period", text)


@pytest.mark.parametrize("text", DATES)
def test_reads_days(text: str) -> None:
    """Whole dates only."""
    assert read_date(text) == (None if DATES[text] is None else date.fromisoformat(str(DATES[text])))


STYLES = [
    "{y}-{m:02}-{d:02}",
    "{y}.{m}.{d}",
    "{y}.{m:02}.{d:02}",
    "{y}/{m}/{d}",
    "{y}{m:02}{d:02}",
    "{y}年{m}月{d}日",
    "{y}年{m}月{d}号",
    "{y} 年 {m} 月 {d} 日",
    "{cy}年{cm}月{cd}日",
]


def chinese(number: int) -> str:
    """Write a number below 100 as dates have it."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


def written(day: date, style: str) -> str:
    """Write *day* in *style*."""
    year = "".join("〇一二三四五六七八九"[int(c)] for c in str(day.year))
    return style.format(y=day.year, m=day.month, d=day.day, cy=year, cm=chinese(day.month), cd=chinese(day.day))


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(STYLES))
def test_a_known_day_reads_back(day: date, style: str) -> None:
    """A day in every style, in either width."""
    text = written(day, style)
    assert read_date(text) == day
    assert read_date(text.translate({c: c + 0xFEE0 for c in range(0x21, 0x7F)})) == day


@given(st.dates(date(1950, 1, 1), date(2095, 1, 1)), st.integers(1, 24), st.sampled_from(["zh", "label"]))
def test_a_known_run_of_months_reads_back(first: date, months: int, style: str) -> None:
    """A period by its heading and by its label."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    period = Period.between(first.replace(day=1), date.fromordinal(date(year, month + 1, 1).toordinal() - 1))
    text = period.title("zh") if style == "zh" else period.label
    again = read_period(text)
    assert again is not None
    assert again.same_days(period)


@given(st.dates(date(1950, 1, 1), date(2095, 1, 1)), st.integers(1, 800), st.sampled_from(["zh", "label"]))
def test_a_known_run_of_days_reads_back(first: date, days: int, style: str) -> None:
    """Days that begin and end anywhere."""
    period = Period.between(first, date.fromordinal(first.toordinal() + days))
    again = read_period(period.title("zh") if style == "zh" else period.label)
    assert again is not None
    assert again.same_days(period)


READERS: list[Callable[[str], object]] = [
    read_period,
    read_date,
    read_recurrence,
    lambda text: find_periods(text, period=Period.year(2025)),
    lambda text: read_deadline(text, period=Period.year(2025)),
]


@pytest.mark.parametrize("reader", range(len(READERS)))
@pytest.mark.parametrize(
    "piece", ["1", "年", "月", "1月", "一", "二〇二五年", "2025-", "上", "1-", "至", "截至", "每", "待", "第", " "]
)
def test_long_texts_take_time_in_proportion(reader: int, piece: str) -> None:
    """Twenty thousand characters that could begin anything are read at once."""
    text = piece * (20_000 // len(piece))
    begin = time.perf_counter()
    READERS[reader](text)
    assert time.perf_counter() - begin < 2

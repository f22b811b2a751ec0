"""Numerals on matched spans."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary._numerals import CHINESE_NUMERALS, NUMERAL_CHARS, read_numeral

READ = {
    "0": "0",
    "12": "12",
    "１２": "12",
    "1,268": "1268",
    "1，268，000": "1268000",
    "26.4": "26.4",
    "26.40": "26.40",
    "２６．４": "26.4",
    "1.2万": "12000",
    "1.20万": "12000",
    "1.23456万": "12345.6",
    "3亿": "300000000",
    "1.5万亿": "1500000000000",
    "3千": "3000",
    "3万5千": "35000",
    "3万5": "35000",
    "零": "0",
    "〇": "0",
    "一": "1",
    "两": "2",
    "十": "10",
    "十七": "17",
    "二十": "20",
    "二十三": "23",
    "廿": "20",
    "廿五": "25",
    "卅一": "31",
    "百": "100",
    "千": "1000",
    "万": "10000",
    "一百二": "120",
    "一百零二": "102",
    "一百〇二": "102",
    "一百一十": "110",
    "一百一十七": "117",
    "三百二十": "320",
    "两百": "200",
    "两千三百五": "2350",
    "一千零五": "1005",
    "一千零五十": "1050",
    "一千二": "1200",
    "三万五": "35000",
    "三万零五": "30005",
    "十二万": "120000",
    "一万二千三百四十五": "12345",
    "十万": "100000",
    "百万": "1000000",
    "五千万": "50000000",
    "一百十": "110",
    "一百二十万": "1200000",
    "三亿五千万": "350000000",
    "两億零三萬": "200030000",
    "一万亿": "1000000000000",
    "二〇二五": "2025",
    "二○二六": "2026",
    "二零二六": "2026",
    "一九九八": "1998",
    "二五": "25",
}

NOT_READ = [
    *[
        "",
        " ",
        "半",
        "几",
        "多",
        "12 ",
        "-3",
        "+3",
        "1.",
        ".5",
        "1,26",
        "12,34",
        "1.2.3",
        "abc",
        "½",
        "²",
        "٣",
    ],
    *["十十", "百百", "二百三百", "一十百", "三五十", "点五", "三点五", "零十", "一百零", "百二", "千三百"],
    *["一百零零五", "二两五", "2〇25", "12十", "十万千", "万万万", "三千万5000万", "零一二百"],
]


@pytest.mark.parametrize("text", READ)
def test_reads(text: str) -> None:
    """Value and printed decimals, in plain notation."""
    assert str(read_numeral(text)) == READ[text]


@pytest.mark.parametrize("text", NOT_READ)
def test_leaves_alone(text: str) -> None:
    """What is no numeral, or holds more than one, has no value."""
    assert read_numeral(text) is None


def chinese(number: int) -> str:
    """Write *number* (below 10^12) in characters, in full."""
    if number == 0:
        return "零"
    groups = [(number // 10**power % 10_000, name) for power, name in ((8, "亿"), (4, "万"), (0, ""))]
    out = ""
    for group, name in groups:
        if group == 0:
            continue
        zero = "零" if out and group < 1000 else ""
        out += zero + _group(group) + name
    return out


def _group(number: int) -> str:
    out, pending = "", False
    for power, name in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if digit:
            out += ("零" if pending and out else "") + "〇一二三四五六七八九"[digit] + name
            pending = False
        else:
            pending = True
    return out


@given(st.integers(0, 10**12 - 1))
def test_what_is_written_in_characters_reads_back(number: int) -> None:
    """Every whole number below 10^12, written in full."""
    assert read_numeral(chinese(number)) == number


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["", "百", "千", "万", "亿"]))
def test_multipliers_are_exact(number: Decimal, multiplier: str) -> None:
    """No rounding, whatever the context's precision."""
    factor = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}[multiplier]
    value = read_numeral(f"{number}{multiplier}")
    assert value is not None
    assert value == number * factor


@given(st.text(NUMERAL_CHARS + ",.", max_size=50))
def test_any_text_gives_a_value_or_none(text: str) -> None:
    """Bad input raises nothing."""
    value = read_numeral(text)
    assert value is None or value >= 0


def test_long_runs_are_not_numerals() -> None:
    """Twenty thousand digits are refused at once, not converted."""
    assert read_numeral("9" * 20_000) is None
    assert read_numeral("万" * 20_000) is None


def test_character_sets() -> None:
    """The wide set holds the narrow one and can stand between brackets."""
    assert set(CHINESE_NUMERALS) < set(NUMERAL_CHARS)
    assert not set(NUMERAL_CHARS) & set("]-\\^")

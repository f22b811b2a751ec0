"""Stated changes: how they are read, and whether they can be right."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.errors import UnreadableValueError
from propsummary.quantities import Change, ChangeReading, Direction, Quantity, Unchecked, read_change, read_stated_change, readings

CASES = [
    json.loads(line)
    for file in sorted((Path(__file__).parents[1] / "cases").glob("phrases*/changes.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("text", "amount", "unit", "direction"),
    [
        ("1.5个百分点", "1.5", "个百分点", "up"),
        ("-13.8%", "13.8", "%", "down"),
        ("下降35%", "35", "%", "down"),
        ("提升5个百分点", "5", "个百分点", "up"),
        ("+3件", "3", "件", "up"),
        ("持平", "0", None, "flat"),
        ("与上年基本持平", "0", None, "flat"),
        ("减少68件", "68", "件", "down"),
        ("翻番", "100", "%", "up"),
        ("翻了两番", "300", "%", "up"),
        ("减半", "50", "%", "down"),
        ("增长0.8倍", "0.8", "倍", "up"),
        ("缩短7分钟", "7", "分钟", "down"),
        ("较上年增加12%", "12", "%", "up"),
        ("同比下降约35%", "35", "%", "down"),
        ("下降三分之一", "1/3", None, "down"),
        ("上升一成", "10", "%", "up"),
        ("下降0", "0", None, "flat"),
    ],
)
def test_spelling(text: str, amount: str, unit: str | None, direction: str) -> None:
    change = Change.parse(text)
    assert (change.amount, str(change.unit) if change.unit else None, change.direction) == (Fraction(amount), unit, direction)
    assert change.text == text


@pytest.mark.parametrize("text", ["", "明显下降", "3—5件", "下降", "abc", "下降" + "3" * 60])
def test_no_change(text: str) -> None:
    assert read_change(text) is None
    with pytest.raises(UnreadableValueError):
        Change.parse(text)


def test_cases_are_there() -> None:
    assert len(CASES) >= 18


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, object]) -> None:
    """Figures, direction and verdict of every sentence of the shared cases; where none states a change there is none."""
    stated = read_stated_change(str(case["text"]))
    assert (stated is None) == (case["change"] is None)
    if stated is None:
        return
    for name in ("baseline", "value", "change"):
        gold, figure = case[name], getattr(stated, name)
        assert (figure is None) == (gold is None), name
        if isinstance(gold, dict):
            assert [figure.start, figure.end] == gold["span"]
            assert (figure.low, figure.unit, figure.hedge) == (Fraction(gold["value"]), gold["unit"], gold["hedge"])
    assert isinstance(case["change"], dict)
    assert stated.direction == case["change"]["direction"]
    found = stated.readings
    assert (found.consistent, list(found.readings), found.fits, found.unchecked) == (
        case["consistent"],
        case["readings"],
        case["fits"],
        case["unchecked"],
    )


@pytest.mark.parametrize(
    ("baseline", "value", "change", "consistent", "fits"),
    [
        ("97.1%", "98.6%", "1.5个百分点", True, None),
        ("97.1%", "98.6%", "1.5%", True, None),
        ("80.0%", "84.0%", "4%", False, "point"),
        ("80.0%", "84.0%", "5个百分点", False, "percent"),
        ("80.0%", "84.0%", "-4个百分点", False, "none"),
        ("12‰", "9‰", "下降0.3个百分点", True, None),
        ("1小时", "45分钟", "缩短15分钟", True, None),
        ("24起", "18起", "下降25%", True, None),
        ("24起", "18起", "减少5起", False, "none"),
        ("24起", "24起", "持平", True, None),
        ("24起", "25起", "持平", False, "none"),
        ("95.0%", "95.04%", "持平", True, None),
        ("0起", "3起", "增长300%", False, "none"),
        ("2.0万元", "40200元", "翻番", True, None),
        ("20000元", "43000元", "翻番", False, "none"),
        ("10件", "18件", "增长0.8倍", True, None),
        ("-5.0%", "-4.0%", "提升20%", True, None),
    ],
)
def test_verdict(baseline: str, value: str, change: str, consistent: bool, fits: str | None) -> None:
    found = readings(Quantity.parse(baseline), Quantity.parse(value), Change.parse(change))
    assert (found.consistent, found.fits) == (consistent, fits)


@pytest.mark.parametrize(
    ("baseline", "value", "change", "why"),
    [
        (None, "98%", "1个百分点", Unchecked.INCOMPLETE),
        ("97%", None, "1个百分点", Unchecked.INCOMPLETE),
        ("97%", "98%", None, Unchecked.INCOMPLETE),
        ("97%", "98起", "1%", Unchecked.INCOMPLETE),
        ("97%", "98%以上", "1个百分点", Unchecked.HEDGED),
        ("3—5次", "2次", "减少2次", Unchecked.HEDGED),
        ("97%", "98%", "约1个百分点", Unchecked.HEDGED),
        ("30分钟", "20分钟", "缩短三分之一", Unchecked.HEDGED),
    ],
)
def test_unchecked(baseline: str | None, value: str | None, change: str | None, why: Unchecked) -> None:
    before, after = (Quantity.parse(text) if text else None for text in (baseline, value))
    found = readings(before, after, Change.parse(change) if change else None)
    assert (found.consistent, found.unchecked) == (None, why)


@given(before=st.integers(1, 5000), after=st.integers(1, 5000), decimals=st.integers(0, 2))
@settings(deadline=None)
def test_a_true_change_is_never_accused(before: int, after: int, decimals: int) -> None:
    """However a true relative change is rounded, it is consistent; moved by two last places it is not."""
    true = Fraction(after - before, before) * 100
    shown = round(true * 10**decimals)
    for moved, right in ((0, True), (2, False)):
        text = _percent(shown + moved, decimals)
        found = readings(Quantity.of(before, "起"), Quantity.of(after, "起"), Change.parse(text))
        assert found.consistent is right, text


def _percent(scaled: int, decimals: int) -> str:
    whole, part = divmod(abs(scaled), 10**decimals)
    return ("-" if scaled < 0 else "") + str(whole) + (f".{part:0{decimals}}" if decimals else "") + "%"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("客诉率比上年低0.3个百分点。", Direction.DOWN),
        ("报修量翻了一番。", Direction.UP),
        ("能耗同比-2.8%。", Direction.DOWN),
        ("用时减半。", Direction.DOWN),
    ],
)
def test_direction_in_a_sentence(text: str, direction: Direction) -> None:
    stated = read_stated_change(text)
    assert stated is not None
    assert stated.direction is direction


def test_earlier_figures_are_told_by_words() -> None:
    stated = read_stated_change("全年投诉86件，上年同期100件，下降14%。")
    assert stated is not None
    assert stated.baseline is not None
    assert stated.value is not None
    assert (stated.baseline.text, stated.value.text) == ("100件", "86件")
    assert stated.readings.readings == (ChangeReading.PERCENT, ChangeReading.UNIT)  # 14 less of a hundred
    assert read_stated_change("全年投诉86件。") is None


@pytest.mark.parametrize(
    ("text", "amount", "direction"),
    [
        ("↑3%", "3", Direction.UP),
        ("↓1.2个百分点", "1.2", Direction.DOWN),
        ("3%↓", "3", Direction.DOWN),
        ("↑ 约5件", "5", Direction.UP),
        ("↓８％", "8", Direction.DOWN),
    ],
)
def test_arrows_say_the_direction(text: str, amount: str, direction: Direction) -> None:
    change = Change.parse(text)
    assert (change.amount, change.direction, change.text) == (Fraction(amount), direction, text)
    low, high = change.interval.low, change.interval.high
    assert (low is None and high is None) or (low is not None and (low > 0) == (direction is Direction.UP))


@pytest.mark.parametrize("text", ["↑", "↑3%↑", "↑3%↓", "↑下降3%", "↑持平", "3↑5"])
def test_contradictory_arrows_are_not_read(text: str) -> None:
    assert read_change(text) is None

"""Units: synonyms, dimensions, what can be compared."""

from __future__ import annotations

import pytest

from propsummary.quantities import Unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kWh", "千瓦时"),
        ("kWh", "度"),
        ("㎡", "m²"),
        ("㎡", "平方米"),
        ("m³", "立方米"),
        ("个小时", "小时"),
        ("月", "个月"),
        ("公斤", "kg"),
        ("％", "%"),
        ("¥", "元"),
        ("次/台·月", "次/台/月".replace("/月", "·个月")),
        ("kWh/㎡", "千瓦时/平方米"),
        ("件/万m²", "件/万平方米"),
        ("件", "件"),
        ("访客", "访客"),
    ],
)
def test_synonyms(one: str, other: str) -> None:
    assert Unit.of(one).same_as(Unit.of(other))
    assert Unit.of(one).comparable(Unit.of(other))
    assert str(Unit.of(one)) == one


@pytest.mark.parametrize(
    ("one", "other"),
    [("件", "起"), ("人", "人次"), ("%", "个百分点"), ("分", "%"), ("元", "元/㎡"), ("次", "次/台·月"), ("m²", "m³")],
)
def test_not_comparable(one: str, other: str) -> None:
    assert not Unit.of(one).same_as(Unit.of(other))
    assert not Unit.of(one).comparable(Unit.of(other))


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [("小时", "分钟", 60), ("%", "‰", 10), ("吨", "公斤", 1000), ("公里", "米", 1000), ("个百分点", "个千分点", 10)],
)
def test_convertible(one: str, other: str, times: int) -> None:
    assert Unit.of(one).comparable(Unit.of(other))
    assert not Unit.of(one).same_as(Unit.of(other))
    assert Unit.of(one).factor / Unit.of(other).factor == times


@pytest.mark.parametrize(
    ("symbol", "dimension"),
    [
        ("%", "ratio"),
        ("个百分点", "points"),
        ("件", "count"),
        ("人次", "count"),
        ("访客", "count"),
        ("分钟", "time"),
        ("元", "money"),
        ("kgce", "energy"),
        ("m²", "area"),
        ("m³", "volume"),
        ("吨", "mass"),
        ("公里", "length"),
        ("分", "score"),
        ("分(100)", "score"),
        ("℃", "temperature"),
        ("岁", "other"),
        ("次/台·月", "other"),
        ("kgce/m²", "other"),
        ("学时/人", "other"),
    ],
)
def test_dimension(symbol: str, dimension: str) -> None:
    unit = Unit.of(symbol)
    assert unit.dimension == dimension
    assert unit.en


def test_rates() -> None:
    assert Unit.of("％").is_rate
    assert Unit.of("‰").is_rate
    assert not Unit.of("个百分点").is_rate
    assert not Unit.of("%").same_as(None)
    assert not Unit.of("%").comparable(None)

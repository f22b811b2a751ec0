"""Figures in traditional characters: read as the same ones in simplified characters are."""

from __future__ import annotations

import functools
import json
from fractions import Fraction
from pathlib import Path

import attrs
import opencc
import pytest

from propsummary.quantities import Direction, Unit, find_figures, may_state_change, read_change, read_quantity, read_stated_change
from propsummary.quantities.unit import unit_symbols

HERE = Path(__file__).parent
FILES = [*sorted((HERE.parent / "cases").glob("phrases*/figures.jsonl")), HERE / "figures_own.jsonl"]
TEXTS = [json.loads(line)["text"] for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
STANDARDS = ["s2t", "s2hk", "s2tw"]


@functools.cache
def _converter(standard: str) -> opencc.OpenCC:
    return opencc.OpenCC(standard)


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_sentence_tells_the_same_figures(standard: str) -> None:
    converted = 0
    for text in TEXTS:
        traditional = str(_converter(standard).convert(text))
        assert len(traditional) == len(text)
        converted += traditional != text
        found, expected = find_figures(traditional), find_figures(text)
        assert [one.text for one in found] == [traditional[one.start : one.end] for one in expected]
        assert [attrs.evolve(one, text="") for one in found] == [attrs.evolve(one, text="") for one in expected], text
    assert converted > 200


@pytest.mark.parametrize("standard", STANDARDS)
def test_every_unit_is_known(standard: str) -> None:
    for symbol in unit_symbols():
        traditional = str(_converter(standard).convert(symbol))
        assert Unit.of(traditional) == Unit.of(symbol)
        quantity, expected = read_quantity(f"12.5{traditional}"), read_quantity(f"12.5{symbol}")
        assert expected is None or (quantity is not None and attrs.evolve(quantity, text=expected.text) == expected)


@pytest.mark.parametrize(
    "text, number, unit",
    [
        ("8.3個百分點", "8.3", "个百分点"),
        ("12戶", "12", "户"),
        ("兩臺", "2", "台"),
        ("三十餘戶", "30", "户"),
        ("1.2億千瓦時", "120000000", "千瓦时"),
        ("289.8萬元", "2898000", "元"),
        ("2次/臺·月", "2", "次/台·月"),
        ("3週", "3", "周"),
    ],
)
def test_values_and_units(text: str, number: str, unit: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.unit is not None
    assert (Fraction(quantity.low), str(quantity.unit), quantity.text) == (Fraction(number), unit, text)


def test_changes_are_understood() -> None:
    change = read_change("減少8.3個百分點")
    assert change is not None
    assert (change.direction, str(change.unit)) == (Direction.DOWN, "个百分点")
    stated = read_stated_change("投訴由上年18起減少到12起，減少6起")
    assert stated is not None
    assert stated.direction is Direction.DOWN
    assert stated.readings.consistent
    assert may_state_change("較上年縮短")

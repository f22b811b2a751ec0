"""Numbers in their number formats."""

from __future__ import annotations

import pytest

from propsummary.extract._shown import shown

_CASES = [
    (0.986, "0.0%", "98.6%"),
    (0.986, "0%", "99%"),
    (12345, "#,##0", "12,345"),
    (12345, '#,##0"人次"', "12,345人次"),
    (-9, "0;-0", "-9"),
    (-9, '0"件"', "-9件"),
    (9, '"≥"0"件";-0"件"', "≥9件"),
    (1.5, '"+"0.0"个百分点";-0.0"个百分点"', "+1.5个百分点"),
    (2.5, "#,##0.##", "2.5"),
    (29, "General", "29"),
    (29.0, None, "29"),
    (24.1, 'General"万kWh"', "24.1万kWh"),
    ("0.1", "0.00", "0.10"),
    ("1e99999", "0.00", "1E+99999"),
    ("x", "0", "x"),
    ("NaN", "0", "NaN"),
]


@pytest.mark.parametrize("number, form, text", _CASES)
def test_shown(number: str | float, form: str | None, text: str) -> None:
    assert shown(number, form) == text

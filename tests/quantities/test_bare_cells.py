"""Figures that stand all by themselves, as in cells, beside dates and the numbers of sections."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.quantities import find_figures

_FIGURES = [
    ("268.1 / 342.0", ["268.1", "342.0"]),
    ("Basis and source: 143.51 / 2112.91", ["143.51", "2112.91"]),
    ("98.6 / 99.1%", ["98.6", "99.1%"]),
    ("12.5 342.0", ["12.5", "342.0"]),
    ("98.6 分", ["98.6 分"]),
    ("1.2 percentage points", ["1.2"]),
    ("2.1 times/person", ["2.1"]),
    ("8 / 9", ["8 / 9"]),
    ("342.0 / 1900.0", ["342.0", "1900.0"]),
    ("2025.12", []),
    ("January 2025: 24.1", ["24.1"]),
    ("2025：24.1", ["24.1"]),
    ("2025年1月：24.1", ["24.1"]),
    ("配比3:1", ["3:1"]),
    ("98.50~2025年", ["98.50"]),
    ("98.50 ~\n2025年", ["98.50"]),
    ("5天~2025年底", ["5天"]),
    ("45℃-50℃", ["45℃-50℃"]),
    ("12 March 2025", []),
    ("3–5 May 2025", []),
    ("by September 30", []),
    ("March 12, 2025: 29件", ["29件"]),
    ("In March 24.1% were late", ["24.1%"]),
    ("in 2025, 12 drills", ["12"]),
    ("2.1 Results", []),
    ("2.1 人员管理", []),
    ("3.1 项目情况", []),
    ("2.1 2025年重点工作", []),
    ("2.1 24小时值班", []),
    ("  1.2.3 设备", []),
]


@pytest.mark.parametrize("text, figures", _FIGURES)
def test_figures_of_a_cell(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures


_DECIMALS = st.decimals(0, 1899, places=2).filter(bool)  # 2025.12 may be a month


@given(a=_DECIMALS, b=_DECIMALS, sign=st.sampled_from([" / ", "/", "、", "；", ", "]))
def test_two_figures_beside_each_other_are_both_read(a: object, b: object, sign: str) -> None:
    assert [figure.text for figure in find_figures(f"{a}{sign}{b}")] == [str(a), str(b)]

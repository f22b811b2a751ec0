"""
How the time of `find_figures` grows with the text.

Run: ``python benchmarks/figures.py``; it fails where a megabyte takes more than eleven times as long as a tenth of it.

First sentences of the trade, then everything that a reader of numerals might go over more than once: digits, commas and Chinese
numerals without end, half a range, half a fraction, lists of dates, section numbers, hedges on hedges.
"""

from __future__ import annotations

import sys
import time

from propsummary.quantities import find_figures

_BAR = 11
_NOISE = 1.15
_CLOCK = 0.005  # seconds below which a reading says little
_BYTES = 1_000_000

_PROSE = (
    "全年巡更到位率98.6%，比上年提高1.5个百分点；接待访客约1.2万人次，三分之二为装修人员，投诉由48件降到29件。"
    "2025年3月31日前更换识别相机12台，每季度演练一次，不低于4次。10月1日至8日24小时值班，3号楼2单元报修17次。\n"
)
_TEXTS = {
    "sentences": _PROSE,
    "digits": "1234567890",
    "digits and commas": "1,234,567,",
    "points": "1.2.3.4.",
    "Chinese numerals": "一二三四五六七八九十百千万亿",
    "multipliers": "3万亿万万",
    "half a range": "3-4-5至6到",
    "half a fraction": "三分之二分之",
    "ratios": "3:4/5:6/",
    "days of a list": "1、2、3、4、",
    "months": "10月、11月、12月",
    "years": "2023-2024-2025、",
    "hedges": "约近超过不低于",
    "hedged": "约3余次以上左右",
    "units": "件次/台·月/人",
    "codes": "A-1B-2*3×4x5",
    "blanks": "1 \u3000\t",
    "full width": "１，２３４．５％",
    "no figure": "物业服务中心认真履行职责",
}
_DIGITS = 20_000


def _seconds(text: str) -> float:
    """The shorter of two readings."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        find_figures(text)
        taken.append(time.process_time() - start)
    return min(taken)


def _text(pattern: str, size: int) -> str:
    """*pattern* over and over, *size* bytes long."""
    return pattern * (size // len(pattern.encode()))


def main() -> int:
    """Measure, print, and say whether the bar is kept."""
    kept = True
    for name, pattern in _TEXTS.items():
        small, large = _seconds(_text(pattern, _BYTES // 10)), _seconds(_text(pattern, _BYTES))
        ratio = large / max(small, _CLOCK)
        kept = kept and ratio <= _BAR * _NOISE
        sys.stdout.write(f"{name:20}{large:7.2f} s a megabyte{ratio:7.1f} times a tenth   bar {_BAR}\n")
    sys.stdout.write(f"{_DIGITS:,} digits in a row: {_seconds('8' * _DIGITS):.4f} s\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

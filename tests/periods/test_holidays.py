"""The table of holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from propsummary.periods.holidays import HOLIDAY_WORDS, first_day

_NEW_MOON = date(2000, 1, 6)
_LUNATION = 29.530588

KNOWN = {
    ("春节", 2025): date(2025, 1, 29),
    ("春节", 2026): date(2026, 2, 17),
    ("元旦", 2026): date(2026, 1, 1),
    ("清明", 2026): date(2026, 4, 5),
    ("五一", 2026): date(2026, 5, 1),
    ("端午", 2026): date(2026, 6, 19),
    ("中秋", 2025): date(2025, 10, 6),
    ("国庆", 2026): date(2026, 10, 1),
    ("除夕", 2026): date(2026, 2, 16),
    ("元宵", 2026): date(2026, 3, 3),
}


@pytest.mark.parametrize(("word", "year"), KNOWN)
def test_known(word: str, year: int) -> None:
    """Days that everybody remembers."""
    assert first_day(word, year) == KNOWN[word, year]


@pytest.mark.parametrize("year", range(2020, 2036))
@pytest.mark.parametrize(("word", "lunar_day"), [("春节", 1), ("端午", 5), ("中秋", 15)])
def test_lunar_holidays_keep_to_the_moon(word: str, lunar_day: int, year: int) -> None:
    """Their lunar month begins within a day of the mean new moon (which strays up to 14 hours from the true one)."""
    day = first_day(word, year)
    assert day is not None
    age = ((day - timedelta(days=lunar_day - 1) - _NEW_MOON).days % _LUNATION + 5) % _LUNATION - 5
    assert -1.6 < age < 1.6


@pytest.mark.parametrize("word", HOLIDAY_WORDS)
def test_every_word_has_days_in_the_table_only(word: str) -> None:
    """Nothing is guessed beyond the tables."""
    assert all(first_day(word, year) for year in range(2020, 2036))
    beyond = first_day(word, 2036)
    assert beyond is None or (beyond.month, beyond.day) in {(1, 1), (5, 1), (10, 1)}


def test_other_words() -> None:
    """No holiday, no day."""
    assert first_day("雨季", 2026) is None
    assert first_day("国庆", 0) is None

"""What a period knows about itself and its neighbours."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.errors import UnreadableValueError, WrongArgumentError
from propsummary.periods import Period, PeriodKind, read_period

#: Label: kind, previous, next, a year earlier, length, Chinese and English heading.
KNOWN = {
    "2025": ("year", "2024", "2026", "2024", (12, "months"), "2025年", "2025"),
    "2025-H1": ("half", "2024-H2", "2025-H2", "2024-H1", (6, "months"), "2025年上半年", "first half of 2025"),
    "2025-Q3": ("quarter", "2025-Q2", "2025-Q4", "2024-Q3", (3, "months"), "2025年第三季度", "third quarter of 2025"),
    "2025-01": ("month", "2024-12", "2025-02", "2024-01", (1, "months"), "2025年1月", "January 2025"),
    "2024-02": ("month", "2024-01", "2024-03", "2023-02", (1, "months"), "2024年2月", "February 2024"),
    "2025-01..2025-11": (
        "months",
        "2024-02..2024-12",
        "2025-12..2026-12",
        "2024-01..2024-11",
        (11, "months"),
        "2025年1—11月",
        "January–November 2025",
    ),
    "2025-11..2026-01": (
        "months",
        "2025-08..2025-10",
        "2026-02..2027-12",
        "2024-11..2025-01",
        (3, "months"),
        "2025年11月—2026年1月",
        "November 2025 – January 2026",
    ),
    "2025-01-01..2025-06-15": (
        "days",
        "2024-07-19..2024-12-31",
        "2025-06-16..2026-12-31",
        "2024-01-01..2024-06-15",
        (166, "days"),
        "2025年1月1日—6月15日",
        "1 January – 15 June 2025",
    ),
}


@pytest.mark.parametrize("label", KNOWN)
def test_known(label: str) -> None:
    """Kind, neighbours, length and headings."""
    period = Period.parse(label)
    assert period.label == label
    assert (
        period.kind.value,
        period.previous.label,
        period.next.label,
        period.year_earlier.label,
        period.length,
        period.title("zh"),
        period.title("en"),
    ) == KNOWN[label]


def test_equality_keeps_the_spelling() -> None:
    """Two spellings of the same days differ, and mean the same."""
    one, two = Period.parse("2025-H1"), Period.parse("2025年上半年")
    assert one != two
    assert one.same_days(two)
    assert (one.label, one.kind) == (two.label, two.kind)
    assert attrs.evolve(one, text=two.text) == two
    assert len({one, two}) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025-Q1", "2025-Q2", True),
        ("2024-H1", "2024-H2", True),
        ("2024-02", "2025-02", True),
        ("2025", "2025-01..2025-11", False),
        ("2025-01..2025-11", "2024-01..2024-11", True),
        ("2025-H1", "2025-01-01..2025-06-29", False),
        ("2025-02-01..2025-03-15", "2024-02-01..2024-03-15", True),
        ("2025-03-01..2025-03-10", "2025-04-01..2025-04-10", True),
        ("2025-03-01..2025-03-10", "2025-04-01..2025-04-11", False),
    ],
)
def test_comparable(one: str, other: str, expected: bool) -> None:
    """Calendar units of one kind compare, whatever their days."""
    assert Period.parse(one).comparable(Period.parse(other)) is expected
    assert Period.parse(other).comparable(Period.parse(one)) is expected


def test_contains() -> None:
    """Days and periods, both ends included."""
    half = Period.parse("2025-H1")
    assert half.contains(date(2025, 1, 1))
    assert half.contains(date(2025, 6, 30))
    assert not half.contains(date(2025, 7, 1))
    assert half.contains(Period.parse("2025-Q2"))
    assert not half.contains(Period.parse("2025"))


def test_ends_before_it_starts() -> None:
    """There is no such period."""
    with pytest.raises(UnreadableValueError):
        Period.between(date(2025, 2, 1), date(2025, 1, 31))


def test_year() -> None:
    """A year is a year."""
    assert Period.year(2025) == Period.parse("2025")
    assert Period.year(2025).kind is PeriodKind.YEAR


days = st.dates(date(1905, 1, 1), date(2090, 1, 1))


@given(days, st.integers(0, 1500))
def test_neighbours_touch(first: date, length: int) -> None:
    """The previous one ends, and the next one begins, right beside."""
    period = Period.between(first, first + timedelta(days=length))
    assert period.previous.last + timedelta(days=1) == period.first
    assert period.last + timedelta(days=1) == period.next.first
    assert period.months is not None or period.previous.last - period.previous.first == period.last - period.first


@given(days, st.integers(0, 1500))
def test_same_period_last_year_compares(first: date, length: int) -> None:
    """A year earlier is as long by the calendar."""
    period = Period.between(first, first + timedelta(days=length))
    assert period.comparable(period.year_earlier)
    assert period.year_earlier.months == period.months


@given(days, st.integers(0, 1500))
def test_label_reads_back(first: date, length: int) -> None:
    """The label says it all."""
    period = Period.between(first, first + timedelta(days=length))
    assert Period.parse(period.label) == period


@pytest.mark.parametrize("ends", [(date.min, date.min), (date.max, date.max), (date.min, date.max)])
def test_the_ends_of_the_calendar(ends: tuple[date, date]) -> None:
    """Nothing overflows."""
    period = Period.between(*ends)
    assert period.previous.first >= date.min
    assert period.next.last <= date.max
    assert period.year_earlier.first.year >= 1


@pytest.mark.parametrize(
    "text, label",
    [("2025年上半年度", "2025-H1"), ("2025下半年度", "2025-H2"), ("25年", "2025"), ("二〇二五年上半年度", "2025-H1")],
)
def test_usual_spellings_are_read(text: str, label: str) -> None:
    assert Period.parse(text).label == label


@pytest.mark.parametrize("text", ["99年", "5年", "25", "上半年度假"])
def test_what_is_no_year_is_not_taken_for_one(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize("text", ["二季度", "上年同期"])
def test_what_only_another_period_tells_is_told_so(text: str) -> None:
    with pytest.raises(UnreadableValueError, match="names no year") as raised:
        Period.parse(text)
    assert raised.value.needs == "near"


@pytest.mark.parametrize("value", [2025, None, date(2025, 1, 1)])
def test_days_and_years_go_elsewhere(value: object) -> None:
    with pytest.raises(WrongArgumentError, match=r"Period\.between takes days, Period\.year a year$"):
        Period.parse(value)  # type: ignore[arg-type]

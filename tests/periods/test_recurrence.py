"""Repetitions as recurrence rules."""

from __future__ import annotations

from datetime import date

import pytest

from propsummary.errors import UnreadableValueError
from propsummary.periods import Recurrence, read_recurrence

RULES = {
    "每月25日": "FREQ=MONTHLY;BYMONTHDAY=25",
    "每月５日": "FREQ=MONTHLY;BYMONTHDAY=5",
    "每月二十五日前": "FREQ=MONTHLY;BYMONTHDAY=25",
    "每月10日前": "FREQ=MONTHLY;BYMONTHDAY=10",
    "每月底": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "每月月底": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "每月上旬": "FREQ=MONTHLY;BYMONTHDAY=10",
    "每月31日": "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "每月": "FREQ=MONTHLY",
    "每个月一次": "FREQ=MONTHLY",
    "逐月": "FREQ=MONTHLY",
    "每季度一次": "FREQ=MONTHLY;INTERVAL=3",
    "每季": "FREQ=MONTHLY;INTERVAL=3",
    "按季度": "FREQ=MONTHLY;INTERVAL=3",
    "每3个月一次": "FREQ=MONTHLY;INTERVAL=3",
    "每季度3次": "FREQ=MONTHLY",
    "每季度首月": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1",
    "每季度首月10日前": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
    "每季度末": "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "每半年": "FREQ=MONTHLY;INTERVAL=6",
    "每年": "FREQ=YEARLY",
    "每年两次": "FREQ=MONTHLY;INTERVAL=6",
    "每年四次": "FREQ=MONTHLY;INTERVAL=3",
    "每年3月": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    "每年6月30日前": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30",
    "每周": "FREQ=WEEKLY",
    "每周一次": "FREQ=WEEKLY",
    "每周五": "FREQ=WEEKLY;BYDAY=FR",
    "每星期天": "FREQ=WEEKLY;BYDAY=SU",
    "每周一、三、五": "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "每两周": "FREQ=WEEKLY;INTERVAL=2",
    "每日": "FREQ=DAILY",
    "每天两次": "FREQ=DAILY",
    "每15天": "FREQ=DAILY;INTERVAL=15",
    "每半个月": "FREQ=DAILY;INTERVAL=15",
    "每工作日": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "夜间巡查每周两次": "FREQ=WEEKLY",
    "FREQ=MONTHLY;BYMONTHDAY=25": "FREQ=MONTHLY;BYMONTHDAY=25",
    "rrule:freq=weekly;byday=fr": "FREQ=WEEKLY;BYDAY=FR",
}

UNREAD = [
    *["", "随便", "每户", "每次", "每月32日", "每月0日", "每年13月", "每0天", "尽快", "2026年6月底前", "按年度计划"],
    *["FREQ=", "FREQ=HOURLY", "FREQ=DAILY;INTERVAL=0", "FREQ=MONTHLY;FOO=1", "FREQ=DAILY;FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=XX"],
    "FREQ=DAILY;" + "BYMONTH=1;" * 500,
]


@pytest.mark.parametrize("text", RULES)
def test_reads(text: str) -> None:
    """One rule, and the text as written."""
    assert read_recurrence(text) == Recurrence(rule=RULES[text], text=text)


@pytest.mark.parametrize("text", RULES)
def test_its_rule_reads_back_and_falls_on_days(text: str) -> None:
    """What was understood is a rule that dateutil takes, and it falls within two years."""
    recurrence = Recurrence.parse(RULES[text])
    assert recurrence.rule == RULES[text]
    assert recurrence.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize("text", UNREAD)
def test_leaves_alone(text: str) -> None:
    """No repetition, or one that never is."""
    assert read_recurrence(text) is None
    with pytest.raises(UnreadableValueError):
        Recurrence.parse(text)


def test_dates() -> None:
    """Both ends included; the last day where a month is short."""
    monthly = Recurrence.parse("每月31日")
    assert monthly.dates(date(2026, 1, 31), date(2026, 4, 30)) == (
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    )
    quarterly = Recurrence.parse("每季度末")
    assert [day.month for day in quarterly.dates(date(2026, 2, 1), date(2026, 12, 31))] == [3, 6, 9, 12]

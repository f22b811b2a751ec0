"""Deadlines in calendars."""

from __future__ import annotations

import datetime as dt
import re

import attrs
import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.document import Document, TrackedGoal, TrackedMeasure, Tracker, build
from propsummary.model import Status, Summary
from propsummary.renderers.ics import IcsRenderer
from propsummary.testing.strategies import summaries
from rich_summaries import logistics, order

DAY = dt.date(2026, 1, 6)
AHEAD = {"day": DAY, "begins": dt.date(2026, 1, 1), "ends": dt.date(2026, 12, 31)}

# RFC 5545, 3.1: a name, parameters, a value without controls.
CONTENT_LINE = re.compile(r'[A-Z-]+(?:;[A-Z-]+=(?:"[^"\x00-\x1f]*"|[^";:,\x00-\x1f]*))*:[^\x00-\x08\x0a-\x1f\x7f]*')
MAY_STAND_ONCE = {"UID", "DTSTAMP", "DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION", "CATEGORIES", "STATUS", "TRANSP"}


def _lines(content: bytes) -> list[str]:
    """The unfolded lines, every physical one checked for its length and its end."""
    assert content.endswith(b"\r\n")
    physical = content.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in physical)
    assert not any(b"\n" in line or b"\r" in line for line in physical)
    assert all(line.decode() for line in physical)  # no character is cut in two
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def _checked(content: bytes) -> list[dict[str, str]]:
    """The events, after a check that the file is what RFC 5545 allows."""
    lines = _lines(content)
    assert [line for line in lines if not CONTENT_LINE.fullmatch(line)] == []
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    opened: list[str] = []
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "BEGIN":
            opened.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert opened.pop() == value
        elif opened[-1] == "VEVENT":
            key = name.partition(";")[0]
            assert key in MAY_STAND_ONCE
            assert key not in events[-1]
            events[-1][key] = value
    assert opened == []
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
    assert len({event["UID"] for event in events}) == len(events)
    return events


def _measure(**fields: object) -> TrackedMeasure:
    return TrackedMeasure(**({"id": "c1", "statement": "更换相机"} | fields))  # type: ignore[arg-type]


def _document(*measures: TrackedMeasure, goals: tuple[TrackedGoal, ...] = (), **tracker: object) -> Document:
    return Document(title="总结", tracker=Tracker(measures=measures, goals=goals, **(AHEAD | tracker)))  # type: ignore[arg-type]


def _events(*measures: TrackedMeasure) -> list[dict[str, str]]:
    return _checked(IcsRenderer().render(_document(*measures)))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", [order(), logistics()], ids=["order", "logistics"])
def test_every_deadline_is_in_the_calendar(summary: Summary, language: str) -> None:
    content = IcsRenderer().render(build(summary, language=language))  # type: ignore[arg-type]
    _checked(content)
    calendar = icalendar.Calendar.from_ical(content)
    found = {(event["DTSTART"].dt, str(event["SUMMARY"])) for event in calendar.walk("VEVENT") if "RRULE" not in event}
    tasks = (*summary.countermeasures, *summary.goals)
    assert len(tasks) == len(found)
    for task in tasks:
        assert any(day == task.deadline.date and title.endswith(task.statement) for day, title in found), task.id  # type: ignore[union-attr]
    assert all(event.errors == [] for event in calendar.walk())


def test_an_event_tells_who_what_and_how_it_is_verified() -> None:
    calendar = icalendar.Calendar.from_ical(IcsRenderer().render(build(order())))
    first = calendar.walk("VEVENT")[0]
    assert str(first["SUMMARY"]) == "周明（秩序主管）：更换东门备用车道识别相机2台"
    assert "验证方式：4月抽查夜间识别率不低于98%" in str(first["DESCRIPTION"]).split("\n")
    assert "预算：2.6万元" in str(first["DESCRIPTION"]).split("\n")
    assert first["DTEND"].dt - first["DTSTART"].dt == dt.timedelta(days=1)


def test_reminders_come_at_nine_before_the_day() -> None:
    content = IcsRenderer(remind=(7, 1, 0)).render(_document(_measure(deadline=dt.date(2026, 3, 31))))
    triggers = [line.removeprefix("TRIGGER:") for line in _lines(content) if line.startswith("TRIGGER:")]
    assert triggers == ["-P6DT15H", "-PT15H", "PT9H"]
    midnight = dt.datetime(2026, 3, 31, tzinfo=dt.UTC)
    moments = [midnight + icalendar.vDuration.from_ical(trigger) for trigger in triggers]
    assert [f"{moment:%m-%d %H}" for moment in moments] == ["03-24 09", "03-30 09", "03-31 09"]


@pytest.mark.parametrize("status", Status)
def test_nobody_is_reminded_of_what_is_over(status: Status) -> None:
    content = IcsRenderer().render(_document(_measure(deadline=DAY, status=status.value)))
    assert (b"VALARM" in content) is (status in (Status.PLANNED, Status.DOING))
    assert (b"STATUS:CANCELLED" in content) is (status is Status.DROPPED)


@pytest.mark.parametrize(
    "rule, begins, until, first, expected",
    [
        ("FREQ=MONTHLY;BYMONTHDAY=25", None, dt.date(2026, 5, 31), "20260125", "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20260531"),
        ("FREQ=MONTHLY;INTERVAL=3", None, dt.date(2026, 6, 30), "20260101", "FREQ=MONTHLY;INTERVAL=3;UNTIL=20260630"),
        ("FREQ=WEEKLY;BYDAY=FR", dt.date(2026, 3, 2), None, "20260306", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231"),
        ("FREQ=DAILY;COUNT=3", None, None, "20260101", "FREQ=DAILY;COUNT=3"),
        ("FREQ=DAILY;UNTIL=20260201T000000Z", None, None, "20260101", "FREQ=DAILY;UNTIL=20260201"),
        ("FREQ=DAILY;BYHOUR=9", None, None, "20260101", "FREQ=DAILY;UNTIL=20261231"),
    ],
)
def test_what_is_repeated_is_a_series_with_an_end(
    rule: str, begins: dt.date | None, until: dt.date | None, first: str, expected: str
) -> None:
    series = [event for event in _events(_measure(rule=rule, start=begins, deadline=until)) if "RRULE" in event]
    assert [(event["DTSTART"], event["RRULE"]) for event in series] == [(first, expected)]


def test_the_first_day_of_a_series_is_one_of_its_days() -> None:
    for rule in ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1"):
        (event,) = _events(_measure(rule=rule))
        start = dt.datetime.fromisoformat(event["DTSTART"])
        assert next(iter(rrulestr(event["RRULE"], dtstart=start))) == start


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYEASTER=0", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ""])
def test_a_rule_that_calendars_do_not_know_or_that_never_comes_gives_no_series(rule: str) -> None:
    assert _events(_measure(rule=rule)) == []


def test_a_deadline_that_is_a_repetition_is_a_series() -> None:
    events = _checked(IcsRenderer().render(_document(goals=(TrackedGoal(id="g1", statement="例会", rule="FREQ=WEEKLY"),))))
    assert [event["DTSTART"] for event in events] == ["20260101"]


def test_a_task_without_a_day_is_left_out() -> None:
    assert _events(_measure(due="尽快")) == []


def test_text_is_escaped() -> None:
    text = "拆; 装, 测\\试\n第二行"
    (event,) = _events(_measure(statement=text, deadline=DAY))
    assert event["SUMMARY"] == r"拆\; 装\, 测\\试\n第二行"
    calendar = icalendar.Calendar.from_ical(IcsRenderer().render(_document(_measure(statement=text, deadline=DAY))))
    assert str(calendar.walk("VEVENT")[0]["SUMMARY"]) == text


def test_ids_stay_when_words_and_days_change() -> None:
    before, after = _measure(deadline=DAY), _measure(statement="更换两台相机", deadline=dt.date(2026, 5, 1))
    assert _events(before)[0]["UID"] == _events(after)[0]["UID"]
    assert _events(before)[0]["UID"] != _events(attrs.evolve(before, id="c2"))[0]["UID"]


def test_ids_differ_between_summaries_and_tell_nothing() -> None:
    this, next_year = (build(attrs.evolve(order(), period=order().period.in_year(year))) for year in (2025, 2026))
    uids = [re.findall(rb"UID:(.*?)\r\n", IcsRenderer().render(document)) for document in (this, next_year)]
    assert set(uids[0]).isdisjoint(uids[1])
    assert re.fullmatch(rb"[0-9a-f]{32}@propsummary", uids[0][0])


def test_objects_that_share_an_id_by_mistake_are_both_there() -> None:
    assert len(_events(_measure(deadline=DAY), _measure(statement="补种绿篱", deadline=DAY))) == 2


def test_the_stamp_is_the_documents_day_and_not_todays() -> None:
    assert {event["DTSTAMP"] for event in _checked(IcsRenderer().render(build(order())))} == {"20260106T000000Z"}
    unprepared = build(attrs.evolve(order(), prepared_on=None))
    assert {event["DTSTAMP"] for event in _checked(IcsRenderer().render(unprepared))} == {"20251231T000000Z"}


def test_owners_get_no_names() -> None:
    text = "\n".join(_lines(IcsRenderer().render(build(order(), audience="owners"))))
    assert "周明" not in text
    assert "秩序主管" in text


def test_the_last_day_there_is_has_no_day_after() -> None:
    (event,) = _events(_measure(deadline=dt.date.max))
    assert event["DTSTART"] == "99991231"
    assert "DTEND" not in event


@given(st.text())
def test_any_text_makes_a_calendar(text: str) -> None:
    _events(_measure(statement=text, owner=text, deadline=DAY))


@settings(deadline=None, max_examples=25)
@given(summaries())
def test_any_summary_makes_a_calendar(summary: Summary) -> None:
    _checked(IcsRenderer().render(build(summary)))

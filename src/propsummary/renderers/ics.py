"""iCalendar: the deadlines of measures and goals, for the calendar on every phone."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import ClassVar

import attrs

from propsummary.catalogue import label
from propsummary.document import Document, TrackedGoal, TrackedMeasure, labelled
from propsummary.periods import Recurrence
from propsummary.renderers._tasks import facts, is_closed, tasks

__all__ = ["IcsRenderer"]

_OCTETS = 75  # of a line, without its end
_DAY = datetime.timedelta(days=1)
_NINE = datetime.timedelta(hours=9)  # when reminders come
_BY_HAND = datetime.date(1980, 1, 1)  # stamps the events of a document that no summary gave
_SEARCHED = 8 * 366 * _DAY  # within which a repetition must come: the 29th of February may be eight years away

# What a rule of whole days may consist of besides its end, which is set anew; hours mean nothing to a day.
_RULE_PARTS = {"FREQ", "INTERVAL", "COUNT", "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST"}
_DROPPED = {"UNTIL", "BYHOUR", "BYMINUTE", "BYSECOND"}


@attrs.frozen(kw_only=True)
class IcsRenderer:
    """
    Render to iCalendar (RFC 5545): an all-day event on each deadline, a series for what is repeated.

    Events and not to-dos, which the calendars of phones leave out. What has neither day nor repetition is in no calendar. An event
    keeps its id, so that importing a later version of the summary moves it.

    Attributes:
        remind: How many days before a deadline somebody is reminded of it, at nine in the morning; of what is repeated on the
            day itself. Of what is done or dropped nobody is reminded.
    """

    suffix: ClassVar[str] = ".ics"
    media_type: ClassVar[str] = "text/calendar; charset=utf-8"

    remind: tuple[int, ...] = (7, 1)

    def render(self, document: Document, /) -> bytes:
        lines = (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//propsummary//work summary//ZH",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            f"X-WR-CALNAME:{_escaped(document.title)}",
            *(line for event in self._events(document) for line in event),
            "END:VCALENDAR",
        )
        return "".join(f"{_folded(line)}\r\n" for line in lines).encode()

    def _events(self, document: Document) -> Iterator[Iterator[str]]:
        used: Counter[tuple[str, str]] = Counter()
        for task in tasks(document):
            kind = "measure" if isinstance(task, TrackedMeasure) else "goal"
            used[kind, task.id] += 1  # ids may be taken twice by mistake
            uid = _hashed(document.tracker.key, kind, task.id, str(used[kind, task.id]))
            if task.deadline:
                yield _event(document, task, uid=uid, day=task.deadline, reminders=[_NINE - days * _DAY for days in self.remind])
            if series := _series(document, task):
                first, rule = series
                yield _event(document, task, uid=f"{uid}-series", day=first, reminders=[_NINE], rule=rule)


def _event(
    document: Document,
    task: TrackedMeasure | TrackedGoal,
    *,
    uid: str,
    day: datetime.date,
    reminders: Iterable[datetime.timedelta],
    rule: str = "",
) -> Iterator[str]:
    """The lines of one event."""
    language = document.language
    title = _escaped(labelled(task.owner, task.statement, language))
    shown = ("", task.statement, day.isoformat())  # the event's title and day say it
    told = "\n".join(labelled(name, value, language) for name, value in facts(task, language) if value not in shown)
    dropped = isinstance(task, TrackedMeasure) and task.status == "dropped"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@propsummary"
    yield f"DTSTAMP:{_basic(document.tracker.day or _BY_HAND)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(day)}"
    if day < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{_basic(day + _DAY)}"
    if rule:
        yield f"RRULE:{rule}"
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escaped(told)}"
    yield f"CATEGORIES:{_escaped(label('measure' if isinstance(task, TrackedMeasure) else 'goal', language))}"
    yield f"STATUS:{'CANCELLED' if dropped else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"  # the day stays free
    for before in () if is_closed(task) else reminders:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}", f"TRIGGER:{_duration(before)}", "END:VALARM")
    yield "END:VEVENT"


def _series(document: Document, task: TrackedMeasure | TrackedGoal) -> tuple[datetime.date, str] | None:
    """
    The first day of a repetition and its rule with an end.

    It runs from the task's start, or else from the period that the plan is for, to the task's deadline or that period's end.
    """
    tracker = document.tracker
    begins = (task.start if isinstance(task, TrackedMeasure) else None) or tracker.begins
    ends = task.deadline or tracker.ends
    parts = dict(part.split("=", 1) for part in task.rule.split(";") if "=" in part)
    if not task.rule or begins is None or ends is None or not parts.keys() <= _RULE_PARTS | _DROPPED:
        return None
    if until := re.match("[0-9]{8}", parts.get("UNTIL", "")):
        ends = min(ends, datetime.date.fromisoformat(until[0]))
    kept = ";".join(f"{name}={value}" for name, value in parts.items() if name not in _DROPPED)
    searched = min(ends, begins + _SEARCHED) if begins < datetime.date.max - _SEARCHED else ends
    days = Recurrence(rule=kept, text=task.rule).dates(begins, searched)
    if not days:
        return None
    return days[0], kept if "COUNT" in parts else f"{kept};UNTIL={_basic(ends)}"


def _basic(day: datetime.date) -> str:
    return day.isoformat().replace("-", "")


def _duration(before: datetime.timedelta) -> str:
    """A span of days and hours as triggers have it, below zero for before the event: ``-P6DT15H``."""
    days, hours = divmod(abs(before) // datetime.timedelta(hours=1), 24)
    sign = "-" if before < datetime.timedelta(0) else ""
    return f"{sign}P{f'{days}D' if days else ''}{f'T{hours}H' if hours or not days else ''}"


def _hashed(*parts: str) -> str:
    """A short name for *parts* that tells nothing of them."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _escaped(text: str) -> str:
    """*text* as a value: RFC 5545, 3.3.11."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """*line* in pieces of at most 75 octets, no character cut in two: RFC 5545, 3.1."""
    if len(line.encode()) <= _OCTETS:
        return line
    pieces, current, used = [], "", 0
    for character in line:
        size = len(character.encode())
        if used + size > _OCTETS:
            pieces.append(current)
            current, used = "", 1  # the blank that continues a line counts
        current += character
        used += size
    return "\r\n ".join([*pieces, current])

"""Calendars (RFC 5545): what the events are called and say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.extract.pieces import Collector, Piece

__all__ = ["extract"]

_FOLD = re.compile(r"\r?\n[ \t]")
_END = re.compile(r"\r?\n(?![ \t])")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LINE = re.compile(r'([A-Za-z0-9-]+)(?:;[^:;="]+=(?:"[^"]*"|[^":;]*))*:(.*)', re.DOTALL)
_LABEL = re.compile(r"([^：:\d]{1,40})(?:：|: )(?=.)")  # 验证方式：, and before a title who does it
_TOLD = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT"}


def extract(text: str) -> tuple[Piece, ...]:
    """The texts of all events, which only say again what the report says; reminders say nothing of their own."""
    collector = Collector()
    collector.role = "again"
    inside: list[str] = []
    for line, name, value in _lines(text):
        if name == "BEGIN":
            inside.append(value.upper())
        elif name == "END" and inside:
            inside.pop()
        elif inside and inside[-1] in ("VEVENT", "VTODO", "VJOURNAL") and name in _TOLD:
            for told in _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).split("\n"):
                label = _LABEL.match(told)
                collector.add(told[label.end() :] if label else told, line, context=label[1] if label else "")
    return collector.pieces


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """The lines, unfolded, each with the number of its first one, its name and its value."""
    number = 1
    for folded in _END.split(text):
        match = _LINE.fullmatch(_FOLD.sub("", folded))
        if match:
            yield number, match[1].upper(), match[2]
        number += folded.count("\n") + 1

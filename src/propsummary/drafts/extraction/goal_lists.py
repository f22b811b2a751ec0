"""Several goals in one passage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.drafts.extraction.clauses import clauses, trimmed
from propsummary.drafts.outline import Words
from propsummary.quantities import has_figure

__all__ = ["goals_in", "labelled_goal", "several_goals"]


def labelled_goal(words: Words) -> tuple[list[Words], Words]:
    """A label before several goals (``指标目标：``), and the goals."""
    label = re.match(r"[^，,；;。：:]{2,12}[：:](?=.*[；;，,。])", words.text)
    return ([trimmed(words.part(0, label.end()))], words.part(label.end())) if label else ([], words)


def several_goals(words: Words) -> tuple[list[Words], list[Words]] | None:
    """Label and members of an entry that lists goals between semicolons."""
    label, body = labelled_goal(words)
    pieces = [trimmed(piece) for piece in _between_semicolons(body)]
    return (label, pieces) if len(pieces) > 1 and all(has_figure(piece.text) or label for piece in pieces) else None


def _between_semicolons(words: Words) -> Iterator[Words]:
    """What stands between semicolons."""
    start = 0
    for stop in (*re.finditer("[；;]", words.text), None):
        piece = words.part(start, stop.start() if stop else None)
        if piece.text:
            yield piece
        start = stop.end() if stop else 0


def goals_in(sentence: Words) -> list[Words]:
    """A sentence of three or more goals between commas, one by one; any other as it is."""
    parts = list(clauses(sentence))
    aims = [
        (re.search("[达至到在为]|不[超低少高]|以[上内下]|[≥≤]", part.text) and has_figure(part.text)) or "完成" in part.text
        for part in parts
    ]
    return parts if len(parts) > 2 and all(aims) else [sentence]

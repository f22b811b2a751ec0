"""The sheets that are worked with: metrics, their data, issues, measures, goals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from propsummary.catalogue import class_label, field_label, label
from propsummary.document import Language, TrackedGoal, TrackedMeasure, TrackedMetric, labelled
from propsummary.model import Status
from propsummary.renderers._tasks import CLOSED, status_word
from propsummary.renderers.xlsx._book import Book, Formula
from propsummary.renderers.xlsx._figures import numbers
from propsummary.renderers.xlsx._grid import Field, Grid

__all__ = ["ADDED", "SOON", "data", "goals", "is_open", "issues", "measures", "metrics"]

#: Rows below the last one that are prepared for tasks that come later.
ADDED = 200

#: Days before a deadline in which it is near.
SOON = 30


def metrics(book: Book) -> None:
    """A row for each metric."""
    language, rows = book.document.language, book.document.tracker.metrics
    if not rows:
        return
    triples = [numbers((metric.value, metric.baseline, metric.target)) for metric in rows]
    Grid(
        book,
        label("metrics", language),
        (
            _field("Metric", "id", language, [metric.id for metric in rows]),
            _field("Metric", "name", language, [metric.name for metric in rows], kind="key"),
            Field(key="value", header=label("this_period", language), values=[cells[0] for cells in triples], kind="figure"),
            _field("Metric", "baseline", language, [cells[1] for cells in triples], kind="figure"),
            _field("Metric", "baseline_period", language, [metric.baseline_period for metric in rows]),
            _field("Metric", "change", language, [numbers((metric.change,))[0] for metric in rows], kind="figure"),
            _field("Metric", "target", language, [cells[2] for cells in triples], kind="figure"),
            Field(
                key="verdict",
                header=label("verdict", language),
                values=[metric.verdict for metric in rows],
                tones=[metric.tone for metric in rows],
            ),
            Field(key="basis", header=label("basis", language), values=[metric.basis for metric in rows], kind="text"),
        ),
    )


def data(book: Book) -> None:
    """The courses and the parts of all metrics, a row for each figure, ready to be pivoted."""
    language = book.document.language
    found = [row for metric in book.document.tracker.metrics for row in _details(metric, language)]
    if found:
        Grid(
            book,
            label("data_table", language),
            (
                Field(key="metric", header=label("metric", language), values=[row[0] for row in found], kind="key"),
                Field(key="detail", header=label("detail", language), values=[row[1] for row in found]),
                Field(key="item", header=label("item", language), values=[row[2] for row in found], kind="text"),
                _field("Share", "value", language, [row[3] for row in found], kind="figure"),
            ),
        )


def _details(metric: TrackedMetric, language: Language) -> Iterable[tuple[str, str, str, Any]]:
    for name, listed in (("series", metric.series), ("breakdown", metric.parts)):
        cells = numbers([figure for _, figure in listed])
        for (item, _), cell in zip(listed, cells, strict=True):
            yield metric.name, field_label("Metric", name, language), item, cell


def issues(book: Book) -> None:
    """A row for each issue, with what is done about it."""
    language, rows = book.document.language, book.document.tracker.issues
    if not rows:
        return
    Grid(
        book,
        class_label("Issue", language, plural=True),
        (
            _field("Issue", "id", language, [issue.id for issue in rows]),
            _field("Issue", "title", language, [issue.title for issue in rows], kind="key"),
            _field("Issue", "severity", language, [issue.severity for issue in rows], tones=[issue.tone for issue in rows]),
            _field("Issue", "statement", language, [issue.statement for issue in rows], kind="text"),
            Field(key="cause", header=label("cause", language), values=["\n".join(i.causes) for i in rows], kind="text"),
            Field(key="measure", header=label("measure", language), values=[", ".join(issue.measures) for issue in rows]),
            _field("Issue", "area", language, [issue.area for issue in rows]),
            _field("Issue", "kind", language, [issue.kind for issue in rows]),
            _field("Issue", "where", language, [issue.where for issue in rows]),
        ),
    )


def measures(book: Book) -> Grid | None:
    """A row for each measure: what is late is red, what is due within a month amber."""
    language, rows = book.document.language, book.document.tracker.measures
    if not rows:
        return None
    budgets = numbers([measure.budget for measure in rows])
    grid = Grid(
        book,
        label("measures", language),
        (
            *_task_fields("Countermeasure", rows, [status_word(one.status, language) for one in rows], language),
            _field("Countermeasure", "recurrence", language, [one.repeats for one in rows]),
            _field("Countermeasure", "support", language, ["\n".join(one.support) for one in rows]),
            _field("Countermeasure", "start", language, [one.start or one.begins for one in rows], kind="date"),
            Field(key="serves", header=label("serves", language), values=["\n".join(one.serves) for one in rows], kind="text"),
            _field("Countermeasure", "family", language, [one.kind for one in rows]),
            _field("Countermeasure", "deliverable", language, [one.deliverable for one in rows], kind="text"),
            _field("Countermeasure", "verification", language, [one.verification for one in rows], kind="text"),
            _field("Countermeasure", "budget", language, budgets, kind="figure"),
            _field("Countermeasure", "evidence", language, [one.evidence for one in rows], kind="text"),
            Field(key="progress", header=label("progress", language), values=[""] * len(rows), kind="text", kept=True),
        ),
    )
    _watch(book, grid)
    return grid


def goals(book: Book) -> Grid | None:
    """A row for each goal, to be followed like the measures."""
    language, rows = book.document.language, book.document.tracker.goals
    if not rows:
        return None
    figures: list[list[Any]] = [numbers((goal.baseline, goal.target)) for goal in rows]
    grid = Grid(
        book,
        class_label("Goal", language, plural=True),
        (
            *_task_fields("Goal", rows, [""] * len(rows), language),
            _field("Goal", "metric", language, [goal.measured_by for goal in rows]),
            _field("Goal", "baseline", language, [cells[0] for cells in figures], kind="figure"),
            _field("Goal", "target", language, [cells[1] for cells in figures], kind="figure"),
            _field("Goal", "kind", language, [goal.kind for goal in rows]),
            _field("Goal", "deliverable", language, [goal.deliverable for goal in rows], kind="text"),
            Field(key="serves", header=label("serves", language), values=["\n".join(one.serves) for one in rows], kind="text"),
            _field("Goal", "rationale", language, [goal.rationale for goal in rows], kind="text"),
            Field(key="progress", header=label("progress", language), values=[""] * len(rows), kind="text", kept=True),
        ),
    )
    _watch(book, grid)
    return grid


def is_open(status: str, language: Language) -> str:
    """The condition that the task whose status stands in *status* is still to be done."""
    return ",".join(f'{status}<>"{status_word(closed, language)}"' for closed in CLOSED)


def _field(cls: str, name: str, language: Language, values: Sequence[Any], **how: Any) -> Field:
    """A column for a field of the model, under the name that tables give it."""
    return Field(key=name, header=field_label(cls, name, language), values=values, **how)


def _task_fields(
    cls: str, rows: Sequence[TrackedMeasure | TrackedGoal], statuses: Sequence[str], language: Language
) -> Iterable[Field]:
    """What measures and goals have in common, deadlines and how many days are left first."""
    left = Formula(f'=IF(AND(ISNUMBER({{due}}),{is_open("{status}", language)}),{{due}}-TODAY(),"")')
    yield _field(cls, "id", language, [task.id for task in rows])
    yield _field(cls, "statement", language, [task.statement for task in rows], kind="key")
    yield Field(key="status", header=label("status", language), values=statuses, kept=True)
    yield Field(key="due", header=label("due_date", language), values=[task.deadline for task in rows], kind="date", kept=True)
    yield Field(key="left", header=label("days_left", language), values=[left] * len(rows), kind="figure")
    said = [task.due if task.deadline is None or task.due != task.deadline.isoformat() else "" for task in rows]
    yield _field(cls, "deadline", language, said)
    yield _field(cls, "owner", language, [task.owner for task in rows])


def _watch(book: Book, grid: Grid) -> None:
    """The choice of statuses, their colours, and those of deadlines that are near or past."""
    language, palette, last = book.document.language, book.theme.palette, grid.rows + ADDED
    words = {status: status_word(status.value, language) for status in Status}
    status, due, left = grid.columns["status"], grid.columns["due"], grid.columns["left"]
    message = labelled(label("choose_status", language), ("、" if language != "en" else ", ").join(words.values()), language)
    choice = {"validate": "list", "source": list(words.values()), "error_message": message, "error_type": "warning"}
    grid.sheet.data_validation(1, status, last, status, choice)
    for word, tone in ((words[Status.DONE], "good"), (words[Status.VERIFIED], "good"), (words[Status.DOING], "neutral")):
        ink, ground = palette.of(tone)  # type: ignore[arg-type]
        how = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": _colours(book, ink, ground)}
        grid.sheet.conditional_format(1, status, last, status, how)
    cells = grid.refs(0)
    pending = f"ISNUMBER({cells['due']}),{is_open(cells['status'], language)}"
    late = f"=AND({pending},{cells['due']}<TODAY())"
    soon = f"=AND({pending},{cells['due']}>=TODAY(),{cells['due']}<=TODAY()+{SOON})"
    for condition, tone in ((late, "bad"), (soon, "neutral")):
        ink, ground = palette.of(tone)  # type: ignore[arg-type]
        how = {"type": "formula", "criteria": condition, "format": _colours(book, ink, ground)}
        grid.sheet.conditional_format(1, due, last, left, how)


def _colours(book: Book, ink: str, ground: str) -> Any:
    return book.workbook.add_format({"font_color": f"#{ink}", "bg_color": f"#{ground}", "bold": True})

"""Measures and goals as tasks: the same facts, under the same names, for calendars and task systems."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue import field_label, label
from propsummary.document import Document, Language, Task, TrackedGoal, TrackedMeasure

__all__ = ["CLOSED", "facts", "is_closed", "status_word", "tasks"]

#: Statuses after which nothing is left to do.
CLOSED = ("done", "verified", "dropped")


def tasks(document: Document) -> tuple[TrackedMeasure | TrackedGoal, ...]:
    """All measures, then all goals."""
    return (*document.tracker.measures, *document.tracker.goals)


def is_closed(task: Task) -> bool:
    """Whether nothing is left to do."""
    return isinstance(task, TrackedMeasure) and task.status in CLOSED


def status_word(status: str, language: Language) -> str:
    """The status as readers know it."""
    return label(f"Status.{status}", language) if status else ""


def facts(task: TrackedMeasure | TrackedGoal, language: Language) -> Iterator[tuple[str, str]]:
    """Names and values, the same names in the same order for every task; what it has none of is empty."""
    measure = task if isinstance(task, TrackedMeasure) else TrackedMeasure(id="", statement="")
    goal = task if isinstance(task, TrackedGoal) else TrackedGoal(id="", statement="")

    def named(cls: str, name: str) -> str:
        return field_label(cls, name, language)

    def listed(texts: tuple[str, ...]) -> str:
        return ("；" if language != "en" else "; ").join(texts)

    yield named("Countermeasure", "id"), task.id
    yield label("task_kind", language), label("measure" if isinstance(task, TrackedMeasure) else "goal", language)
    yield label("task", language), task.statement
    yield named("Goal", "kind"), task.kind
    yield label("serves", language), listed(task.serves)
    yield named("Countermeasure", "owner"), task.owner
    yield named("Countermeasure", "support"), listed(measure.support)
    yield label("start_date", language), measure.start.isoformat() if measure.start else measure.begins
    yield label("due_date", language), task.deadline.isoformat() if task.deadline else ""
    yield named("Countermeasure", "deadline"), task.due
    yield named("Countermeasure", "recurrence"), measure.repeats
    yield named("Countermeasure", "status"), status_word(measure.status, language)
    yield named("Goal", "metric"), goal.measured_by
    yield named("Goal", "baseline"), goal.baseline.text
    yield named("Goal", "target"), goal.target.text
    yield named("Countermeasure", "deliverable"), task.deliverable
    yield named("Countermeasure", "verification"), measure.verification
    yield named("Countermeasure", "budget"), measure.budget.text
    yield named("Countermeasure", "evidence"), measure.evidence
    yield named("Goal", "rationale"), goal.rationale

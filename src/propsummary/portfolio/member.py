"""What a roll-up keeps of one summary: little, since there may be thousands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import attrs

from propsummary.catalogue import department
from propsummary.errors import expect
from propsummary.model import Metric, Status, Summary
from propsummary.periods import Period

__all__ = ["Member", "Overdue"]

_CLOSED = (Status.DONE, Status.VERIFIED, Status.DROPPED)


@attrs.frozen(kw_only=True)
class Overdue:
    """
    A measure whose last day has passed, and which is neither done nor given up.

    Attributes:
        status: How far it has come; none where the summary does not say.
    """

    project: str
    statement: str
    owner: str
    deadline: datetime.date
    status: Status | None = None


@attrs.frozen(kw_only=True)
class Member:
    """
    One summary among many.

    Attributes:
        file: Where it was read from; empty for one made in code.

        project: The property that it speaks of; the company where it names none, the file where it names neither.

        company: As the summary says it; may be empty.

        department: Id of the department's profile, else the department as written.

        period: The period that it reports on.

        metrics: Its metrics, without their course and parts.

        measures: Its open measures that have a last day.

        codes: Codes of the rules that it breaks, each once.

        errors: How many errors it has.
    """

    file: str = ""
    project: str
    company: str = ""
    department: str
    period: Period
    metrics: tuple[Metric, ...] = ()
    measures: tuple[Overdue, ...] = ()
    codes: tuple[str, ...] = ()
    errors: int = 0

    @classmethod
    def of(cls, summary: Summary, *, file: str = "", codes: tuple[str, ...] = (), errors: int = 0) -> Member:
        """What is kept of *summary*."""
        company, estate = (summary.organization.company, summary.organization.property) if summary.organization else ("", "")
        project = estate or company or file
        profile = department(summary.department)
        return cls(
            file=file,
            project=project,
            company=company,
            department=profile.id if profile else summary.department,
            period=summary.period,
            metrics=tuple(attrs.evolve(metric, series=(), breakdown=()) for metric in summary.metrics),
            measures=tuple(_open(summary, project)),
            codes=codes,
            errors=errors,
        )

    def overdue(self, day: datetime.date) -> tuple[Overdue, ...]:
        """
        Its measures whose last day lies before *day*.

        Raises:
            WrongArgumentError: *day* is no day; a moment (``datetime``) is none.
        """
        expect("Member.overdue", day, datetime.date)
        return tuple(measure for measure in self.measures if measure.deadline < day)


def _open(summary: Summary, project: str) -> Iterator[Overdue]:
    for measure in summary.countermeasures:
        day = measure.deadline.date if measure.deadline else None
        if day is not None and measure.status not in _CLOSED:
            owner = measure.owner.text if measure.owner else ""
            yield Overdue(project=project, statement=measure.statement, owner=owner, deadline=day, status=measure.status)

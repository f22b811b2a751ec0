"""From projects to regions to the company: what their summaries say together, and what stands in the way of saying it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from propsummary._text import normalize_name
from propsummary.catalogue import department as profile_of
from propsummary.catalogue.codes import Words, codes
from propsummary.errors import expect
from propsummary.model import Background, Organization, Part, Section, Summary
from propsummary.periods import Period
from propsummary.portfolio.checking import Checked
from propsummary.portfolio.combining import Combined, Refusal, combine
from propsummary.portfolio.figures import by_kpi, unlisted
from propsummary.portfolio.member import Member, Overdue
from propsummary.portfolio.regions import Regions

__all__ = ["LeftOut", "RollUp", "roll_up"]

_T = TypeVar("_T")


@attrs.frozen(kw_only=True)
class LeftOut:
    """
    A summary that is not part of the roll-up, and why.

    Attributes:
        project: The project that it speaks of; empty for a file that could not be read.
    """

    project: str = ""
    file: str = ""
    why: Words


@attrs.frozen(kw_only=True)
class RollUp:
    """
    What the summaries of one department and period say together.

    Attributes:
        name: The company or the region; may be empty.

        department: Id of the department's profile, else the department as written.

        members: The summaries that it is made of, one a project.

        combined: The KPIs that could be put together, in the catalogue's order.

        refused: Those that could not, with what is in the way; then the figures that name no KPI.

        left_out: Files that could not be read; summaries of another department or period, of a project that has one already, or
            of one in no region.

        absent: Projects of the regions' table that handed in nothing.

        regions: The same for every region, in the table's order.

        overdue: Open measures whose last day has passed, the oldest first.
    """

    name: str = ""
    department: str
    period: Period
    members: tuple[Member, ...]
    combined: tuple[Combined, ...]
    refused: tuple[Refusal, ...]
    left_out: tuple[LeftOut, ...] = ()
    absent: tuple[str, ...] = ()
    regions: tuple[RollUp, ...] = ()
    overdue: tuple[Overdue, ...] = ()

    @property
    def broken_rules(self) -> tuple[tuple[str, int], ...]:
        """Codes of rules with how many summaries break them, the commonest first."""
        counts = Counter(code for member in self.members for code in member.codes)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @property
    def summary(self) -> Summary:
        """
        The roll-up as a summary of its own, which can be checked, rendered and rolled up again.

        It holds the KPIs, and what is not in them; what the projects have in common, why, and what is to be done about it is for
        people to write.
        """
        profile = profile_of(self.department)
        told = "\n\n".join(self._missing())
        return Summary(
            department=profile.zh if profile else self.department,
            period=self.period,
            organization=Organization(company=self.name) if self.name else None,
            background=Background(text=f"由{'、'.join(member.project for member in self.members)}的总结汇总。"),
            metrics=tuple(one.metric for one in self.combined),
            sections=(Section(part=Part.OTHER, title="汇总说明", text=told),) if told else (),
        )

    def _missing(self) -> Iterator[str]:
        """What a reader of the figures must know is not in them, a paragraph each."""
        if self.refused:
            yield "下列指标没有合在一起。"
            yield from (f"{one.kpi.zh}：{one.why.zh}（{'、'.join(one.projects)}）" for one in self.refused)
        if self.left_out:
            yield "下列总结没有汇总。"
            reasons: dict[str, list[str]] = {}
            for left in self.left_out:
                reasons.setdefault(left.why.zh, []).append(left.project or left.file)
            yield from (f"{why}：{'、'.join(names)}" for why, names in reasons.items())
        if self.absent:
            yield f"没有交总结的项目：{'、'.join(self.absent)}。"


def roll_up(
    members: Iterable[Member],
    *,
    unread: Iterable[Checked] = (),
    regions: Regions | None = None,
    department: str = "",
    period: Period | None = None,
    day: datetime.date | None = None,
) -> RollUp:
    """
    Roll the summaries of one department and period up.

    Args:
        members: What is kept of each summary; see `Member.of` and `check_files`.

        unread: Outcomes of files that gave no member, so that the roll-up says what is missing from it.

        regions: Which project belongs to which region; without it there is the company alone.

        department, period: What is rolled up; what most of *members* report if left out.

        day: Measures that had to be done before it are overdue; the day after the period if left out.

    Raises:
        ValueError: *members* is empty.

        WrongArgumentError: *day* is no day; a moment (``datetime``) is none.
    """
    if day is not None:
        expect("roll_up(day=)", day, datetime.date)
    given = tuple(members)
    if not given:
        raise ValueError("there is nothing to roll up")
    profile = profile_of(department) if department else None
    wanted = (profile.id if profile else department) or _commonest([member.department for member in given])
    latest = sorted((m.period for m in given if m.department == wanted), key=lambda span: span.last, reverse=True)
    span = period or _commonest(latest or [given[0].period])
    left: list[LeftOut] = []
    kept = _kept(given, wanted, span, regions, left)
    today = day or span.last + datetime.timedelta(days=1)
    there = {normalize_name(member.project) for member in kept}
    listed = regions.projects if regions else {}
    name = regions.company if regions and regions.company else _commonest([member.company for member in kept] or [""])
    return attrs.evolve(
        _of(kept, name, wanted, span, today),
        left_out=(*map(_left_unread, unread), *left),
        absent=tuple(one for projects in listed.values() for one in projects if normalize_name(one) not in there),
        regions=tuple(_regional(kept, regions, wanted, span, today)) if regions else (),
    )


def _commonest(values: Sequence[_T]) -> _T:
    """What stands among *values* most often; of two that do, the first."""
    return Counter(values).most_common(1)[0][0]


def _kept(
    members: Sequence[Member], department: str, period: Period, regions: Regions | None, left: list[LeftOut]
) -> tuple[Member, ...]:
    """The members that are rolled up; *left* takes the others."""
    kept: dict[str, Member] = {}
    for member in members:
        why = None
        if member.department != department:
            other = profile_of(member.department)
            zh, en = (other.zh, other.en) if other else (member.department, member.department)
            why = Words(f"是另一个部门的总结（{zh}）", f"it is another department's ({en})")
        elif (member.period.first, member.period.last) != (period.first, period.last):
            why = Words(f"期间不同（{member.period.title()}）", f"it covers another period ({member.period.title('en')})")
        elif (first := kept.get(normalize_name(member.project))) is not None:
            why = Words(f"这个项目已经有一份（{first.file}）", f"the project has one already ({first.file})")
        elif regions is not None and regions.of(member.project) is None:
            why = Words("项目不在任何区域里", "the project is in no region")
        if why is None:
            kept[normalize_name(member.project)] = member
        else:
            left.append(LeftOut(project=member.project, file=member.file, why=why))
    return tuple(kept.values())


def _regional(members: Sequence[Member], regions: Regions, department: str, period: Period, day: datetime.date) -> Iterable[RollUp]:
    for region in regions.projects:
        own = tuple(member for member in members if regions.of(member.project) == region)
        if own:
            yield _of(own, region, department, period, day)


def _left_unread(outcome: Checked) -> LeftOut:
    """Why nothing could be read from a file, in a few words and with the place."""
    first = next(iter(outcome.report.errors), None) if outcome.report else None
    title = codes()[first.code].title if first and first.code in codes() else None
    if first is None or title is None:
        return LeftOut(file=outcome.file, why=outcome.failure or Words("读不出总结", "no summary could be read"))
    place, line = (first.span.place, first.span.line) if first.span else ("", 0)
    zh, en = place or f"第{line}行" * bool(line), place or f"line {line}" * bool(line)
    why = Words(
        f"读不出总结（{'，'.join(filter(None, (zh, title.zh)))}）", f"not readable ({', '.join(filter(None, (en, title.en)))})"
    )
    return LeftOut(file=outcome.file, why=why)


def _of(members: tuple[Member, ...], name: str, department: str, period: Period, day: datetime.date) -> RollUp:
    outcomes = [combine(kpi, parts) for kpi, parts in by_kpi(members)]
    overdue = (measure for member in members for measure in member.overdue(day))
    return RollUp(
        name=name,
        department=department,
        period=period,
        members=members,
        combined=tuple(one for one in outcomes if isinstance(one, Combined)),
        refused=(*(one for one in outcomes if isinstance(one, Refusal)), *unlisted(members)),
        overdue=tuple(sorted(overdue, key=lambda measure: (measure.deadline, measure.project, measure.statement))),
    )

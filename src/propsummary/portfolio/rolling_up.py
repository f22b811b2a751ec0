"""From projects to regions to the company: what their summaries say together, and what stands in the way of saying it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from propsummary._text import normalize_name
from propsummary.catalogue import Kpi, find_kpi, kpis
from propsummary.catalogue import department as profile_of
from propsummary.catalogue.codes import Words
from propsummary.model import Background, Organization, Part, Section, Summary
from propsummary.periods import Period
from propsummary.portfolio.combining import Combined, Measured, Refusal, combine
from propsummary.portfolio.member import Member, Overdue
from propsummary.portfolio.regions import Regions

__all__ = ["LeftOut", "RollUp", "roll_up"]

_T = TypeVar("_T")


@attrs.frozen(kw_only=True)
class LeftOut:
    """A summary that is not part of the roll-up, and why."""

    project: str
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

        refused: Those that could not, with what is in the way.

        left_out: Summaries of another department or period, of a project that has one already, or of one in no region.

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

        It holds the KPIs; what the projects have in common, why, and what is to be done about it is for people to write.
        """
        profile = profile_of(self.department)
        refused = [f"{one.kpi.zh}：{one.why.zh}（{'、'.join(one.projects)}）" for one in self.refused]
        text = "下列指标没有合在一起。\n\n" + "\n\n".join(refused)
        told = (Section(part=Part.OTHER, title="汇总说明", text=text),) if refused else ()
        return Summary(
            department=profile.zh if profile else self.department,
            period=self.period,
            organization=Organization(company=self.name) if self.name else None,
            background=Background(text=f"由{'、'.join(member.project for member in self.members)}的总结汇总。"),
            metrics=tuple(one.metric for one in self.combined),
            sections=told,
        )


def roll_up(
    members: Iterable[Member],
    *,
    regions: Regions | None = None,
    department: str = "",
    period: Period | None = None,
    day: datetime.date | None = None,
) -> RollUp:
    """
    Roll the summaries of one department and period up.

    Args:
        members: What is kept of each summary; see `Member.of` and `check_files`.

        regions: Which project belongs to which region; without it there is the company alone.

        department, period: What is rolled up; what most of *members* report if left out.

        day: Measures that had to be done before it are overdue; the day after the period if left out.

    Raises:
        ValueError: *members* is empty.
    """
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
        left_out=tuple(left),
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
            why = Words("是另一个部门的总结", "it is another department's")
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


def _measured(members: Sequence[Member]) -> Iterator[tuple[Kpi, list[Measured]]]:
    """What the members report of every KPI, in the catalogue's order, others last; of a KPI told twice the first metric."""
    found: dict[Kpi, dict[str, Measured]] = {}
    for member in members:
        for metric in member.metrics:
            if metric.kpi and metric.value is not None and (kpi := find_kpi(metric.kpi)):
                found.setdefault(kpi, {}).setdefault(member.project, Measured(member=member, metric=metric))
    ranks = {kpi: rank for rank, kpi in enumerate(kpis().values())}
    yield from ((kpi, list(found[kpi].values())) for kpi in sorted(found, key=lambda one: ranks.get(one, len(ranks))))


def _of(members: tuple[Member, ...], name: str, department: str, period: Period, day: datetime.date) -> RollUp:
    outcomes = [combine(kpi, parts) for kpi, parts in _measured(members)]
    overdue = (measure for member in members for measure in member.overdue(day))
    return RollUp(
        name=name,
        department=department,
        period=period,
        members=members,
        combined=tuple(one for one in outcomes if isinstance(one, Combined)),
        refused=tuple(one for one in outcomes if isinstance(one, Refusal)),
        overdue=tuple(sorted(overdue, key=lambda measure: (measure.deadline, measure.project, measure.statement))),
    )

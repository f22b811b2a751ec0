"""
Drafts that go on from the last summary.

Goals and open measures ask what came of them, unsolved issues are carried over, published figures are the new baselines. All that
people have to write is a placeholder that the rules find.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue import department, find_kpi, unknown_department
from propsummary.edits.new import StarterDraft, quoted
from propsummary.errors import expect
from propsummary.model import FollowUp, Issue, Metric, Organization, Outcome, Summary, with_ids
from propsummary.periods import Period, PeriodKind
from propsummary.problems import Language
from propsummary.quantities import Quantity

__all__ = ["follow_up"]

#: Texts that mean themselves in YAML, also inside brackets.
_PLAIN = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff0-9A-Za-z（）、—]*|[a-z]+[0-9]+|[a-z]+(?:[-_][a-z]+)+|[≥≤]?[0-9]+(?:\.[0-9]+)?(?:%|[\u4e00-\u9fff]+)"
)

_LONGEST_COMMENT = 70


def follow_up(summary: Summary, *, language: Language = "zh") -> str:
    """
    The draft of the next summary: commented YAML that begins with what *summary* left open.

    It covers the following period of the same kind. Each metric has the value that was published as its baseline, each goal and
    each measure that was not done asks what came of it, and issues without a finished measure are carried over.

    Args:
        language: The language of keys, fixed words and comments; what *summary* says stays as it was written.

    Raises:
        UnknownNameError: No profile knows the department of *summary*.

        WrongArgumentError: *summary* is none.

    .. versionadded:: 0.1.0
    """
    expect("follow_up", summary, Summary, instead=("of a draft it is draft.summary", "草稿里的总结是 draft.summary"))
    profile = department(summary.department)
    if profile is None:
        raise unknown_department(summary.department)
    period = _following(summary.period)
    draft = _Next(profile=profile, language=language, period=period, last=with_ids(summary))
    return "\n".join(draft.lines()) + "\n"


def _following(period: Period) -> Period:
    """The next period of the same kind: after 1—11月 those months of the next year."""
    by_calendar = period.kind not in (PeriodKind.MONTHS, PeriodKind.DAYS)
    return period.next if by_calendar else period.in_year(period.first.year + 1)


@attrs.frozen(kw_only=True)
class _Next(StarterDraft):
    """
    A starter draft that knows the summary before it.

    Attributes:
        last: That summary; every object in it has an id.
    """

    last: Summary

    def _organization(self) -> str:
        known = self.last.organization or Organization()
        return self._flow(
            Organization, company=_value(known.company) or self._blank, property=_value(known.property) or self._blank
        )

    def _metrics(self) -> Iterator[str]:
        yield self._note(
            "上期值是上期公布的数，不要改；确实要更正的，在备注里写明原因。数值照报表原样写，分子分母写原始数。",
            "Baselines are what was published: leave them, or say in the note why they were corrected. Write values as reported.",
        )
        yield self._open("metrics")
        named = [metric for metric in self.last.metrics if _value(metric.kpi) or _value(metric.name)]
        published = [(metric, metric.value) for metric in named if metric.value is not None]
        for metric, value in published:
            if metric.note:
                yield self._was(metric.note)
            yield f"  - {self._flow(Metric, **self._again(metric, value))}"
        reported = {kpi.id for metric, _ in published if (kpi := find_kpi(metric.kpi or metric.name))}
        taken = {metric.id for metric, _ in published}
        free = (f"m{number}" for number in range(1, 10**6) if f"m{number}" not in taken)
        for id in self.profile.core_kpis:
            if id not in reported and (kpi := find_kpi(id)):
                yield from self._metric(next(free), kpi)

    def _again(self, metric: Metric, value: Quantity) -> dict[str, str]:
        """A metric of last time as this time's begins."""
        as_they_were = {name: _value(getattr(metric, name)) for name in ("kpi", "name", "definition", "unit")}
        parts = dict.fromkeys((name for name in ("numerator", "denominator") if getattr(metric, name) is not None), "")
        way = {"direction": str(metric.direction) if self.language == "en" else metric.direction.zh} if metric.direction else {}
        return {
            "id": _value(metric.id),
            **{name: text for name, text in as_they_were.items() if text},
            "value": "",
            **parts,
            "baseline": _value(value.text),
            "baseline_period": quoted(self.last.period.label),
            **way,
            "source": self._blank,
        }

    def _issues(self) -> Iterator[str]:
        if not self._unsolved:
            yield from super()._issues()
            return
        yield self._note(
            "上期没有解决的问题承接到这里：已经解决的整条删掉，在“上期落实”里交代；新的问题照样子添。",
            "Issues that were left unsolved: delete those that are solved and say so under follow_ups; add new ones likewise.",
        )
        yield self._open("issues")
        for issue in self._unsolved:
            yield self._was(issue.title or issue.statement)
            carried = (_value(issue.id), "")
            yield from self._issue(_value(issue.id), _value(self._area(issue.area)), _value(issue.where), carried_from=carried)

    def _area(self, named: str) -> str:
        """The area as it was written; an id by its name, which people know."""
        area = self.profile.area(named)
        return area.name(self.language) if area and named == area.id else named

    @property
    def _unsolved(self) -> tuple[Issue, ...]:
        from propsummary.rules import View
        from propsummary.rules.chain import is_solved

        measures = View(self.last).measures_for
        return tuple(issue for issue in self.last.issues if not is_solved(issue, measures.get(issue.id, ())))

    def _measures(self) -> Iterator[str]:
        if not self._unsolved:
            yield from super()._measures()
            return
        yield self._note(
            "上次的措施为什么没有起作用，这次换什么办法；没做完要接着做的，写上新的时限。",
            "What did not work last time, and what will be done instead; measures that go on need a new deadline.",
        )
        yield self._open("countermeasures")
        for number, issue in enumerate(self._unsolved, 1):
            yield from self._measure(f"c{number}", _value(issue.id))

    def _follow_ups(self) -> Iterator[str]:
        from propsummary.rules.countermeasures.status import is_closed

        measures = [measure for measure in self.last.countermeasures if not is_closed(measure)]
        asked = [*((g.id, g.statement, g.deadline) for g in self.last.goals), *((m.id, m.statement, m.deadline) for m in measures)]
        if not asked:
            return
        words = self._words(Outcome)
        yield self._note(
            f"上期的目标和没做完的措施，逐条写明结果。结论：{words}。",
            f"What became of last time's goals and open measures: {words}.",
        )
        yield self._open("follow_ups")
        for id, statement, deadline in asked:
            yield self._was(statement + (self._say("，", ", ") + deadline.text if deadline else ""))
            yield f"  - {self._flow(FollowUp, of=_value(id), result=self._blank, outcome='', reason='', evidence='')}"

    def _was(self, text: str) -> str:
        """What last time's summary said, as a comment."""
        plain = " ".join("".join(one if one.isprintable() else " " for one in text).split())
        short = plain if len(plain) <= _LONGEST_COMMENT else plain[: _LONGEST_COMMENT - 1] + "…"
        return f"  # {self._say('上期：', 'last time: ')}{short}"


def _value(text: str) -> str:
    """*text* as a YAML value; nothing for nothing."""
    if not text.strip() or _PLAIN.fullmatch(text):
        return text.strip()
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in quoted)

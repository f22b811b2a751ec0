"""
Figures computed from the records that a draft names.

A draft is somebody's file. What it names is opened only if it lies in the draft's own folder; a database, or anything elsewhere,
has to be handed in by the caller.
"""

from __future__ import annotations

import contextlib
import pathlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from propsummary.catalogue import Kpi, department, find_kpi
from propsummary.catalogue.codes import Words, code_info, say
from propsummary.catalogue.queries import queries, queries_of
from propsummary.catalogue.records import tables
from propsummary.edits.fill_in import fill_in
from propsummary.errors import ConfigurationError, PropsummaryError, expect
from propsummary.model import Draft, Metric, MetricsFrom, Summary
from propsummary.problems import Language, Path, Problem, in_order
from propsummary.rules.figures._computed import measured_kpi
from propsummary.rules.walk import positions

if TYPE_CHECKING:
    from propsummary.records import Mapping, Source
    from propsummary.records.relations import Relations

__all__ = ["compute"]

_HERE = "metrics_from"


def compute(draft: Draft, *, source: Source | None = None, mapping: Mapping | None = None, language: Language = "zh") -> Draft:
    """
    Compute what a draft says about its figures under 取数 (`Summary.metrics_from`).

    Metrics without a value are filled in, KPIs that are asked for are added, and what was typed stays: `check` then holds it
    against what was computed. If the summary names its property, only that property's rows count. A draft that does not say where
    its figures come from is given back as it is.

    Args:
        draft: What `read` gave.

        source: The records, in place of those that the draft names; what the draft says of places is then not looked at.

        mapping: How tables and columns are called in *source*; by the canonical names if left out.

        language: The language of names, sources and notes.

    Returns:
        The draft with its figures; what could not be read or computed is among its problems (REF004).

    Raises:
        WrongArgumentError: *draft* is none.

    .. versionadded:: 0.1.0
    """
    expect("compute", draft, Draft)
    summary = draft.summary
    asked = summary.metrics_from if summary else None
    if summary is None or (asked is None and source is None) or department(summary.department) is None:
        return draft
    if source is None and not draft.unknown.isdisjoint({(_HERE, "records"), (_HERE, "mapping")}):
        return draft  # what could not be read there has been told
    work = _Computing(draft=draft, summary=summary, asked=asked or MetricsFrom(), language=language)
    try:
        metrics = work.metrics(source, mapping) if source is not None else work.metrics(*work.opened())
    except _NotOpenedError as refused:
        work.told(refused.path, refused.key, place=refused.place)
        metrics = ()
    except (PropsummaryError, OSError) as error:
        work.told((_HERE, "mapping" if isinstance(error, ConfigurationError) else "records"), "default", error=_sentence(error))
        metrics = ()
    return fill_in(attrs.evolve(draft, computed=metrics, problems=in_order((*draft.problems, *work.problems))))


class _NotOpenedError(Exception):
    """A draft names what it may not reach by itself."""

    def __init__(self, field: str, key: str, place: str = "") -> None:
        super().__init__(key)
        self.path: Path = (_HERE, field)
        self.key = key
        self.place = place


@attrs.frozen(kw_only=True)
class _Computing:
    """
    One computation.

    Attributes:
        asked: What the draft says of it.

        problems: What went wrong on the way.
    """

    draft: Draft
    summary: Summary
    asked: MetricsFrom
    language: Language
    problems: list[Problem] = attrs.field(factory=list, init=False)

    def opened(self) -> tuple[Source, Mapping | None]:
        """The records and the mapping that the draft names."""
        from propsummary.records import RecordsError, adapted, from_files, is_address
        from propsummary.records.adapters import ADAPTERS

        if not self.asked.records:
            raise RecordsError("it does not say where the records are", "没有写“记录”在哪里")
        if is_address(self.asked.records):
            raise _NotOpenedError("records", "address")
        records = self._inside("records", self.asked.records)
        mapping = self.asked.mapping
        if not mapping:
            return from_files(records), None
        return adapted(from_files(records), mapping if mapping in ADAPTERS else self._inside("mapping", mapping))

    def metrics(self, source: Source, mapping: Mapping | None) -> tuple[Metric, ...]:
        """What is computed, in the order in which it is asked for."""
        from propsummary.records import Mapping, measure
        from propsummary.records.relations import Relations

        relations = Relations(source=source, mapping=mapping or Mapping())
        with source.snapshot():
            wanted = tuple(dict.fromkeys(self._wanted(relations)))
            if not wanted and (self.asked.kpis or self.summary.metrics):
                return ()
            mapping = self._narrowed(relations, wanted)
        return measure(
            source,
            department=self.summary.department,
            period=self.summary.period,
            kpis=wanted,
            by=tuple(map(_column, self.asked.by)),
            mapping=mapping,
            language=self.language,
        )

    def _narrowed(self, relations: Relations, wanted: tuple[str, ...]) -> Mapping:
        """The mapping, by which only rows of the summary's own property count, if it names one."""
        from propsummary.edits._own_rows import own_rows

        organization = self.summary.organization
        if organization is None or not organization.property:
            return relations.mapping
        read = dict.fromkeys(side.table for id in wanted for side in queries()[id].sides) if wanted else tables().keys()
        return own_rows(relations, read, organization.property)

    def told(self, path: Path, key: str, **words: object) -> None:
        """Add a problem."""
        info = code_info("REF004")
        zh, en = say(info, key, words)
        span = self.draft.spans.of(path)
        self.problems.append(Problem(code=info.code, name=info.name, severity=info.severity, path=path, span=span, zh=zh, en=en))

    def _inside(self, field: str, place: str) -> pathlib.Path:
        """The file or folder called *place* in the draft's folder, links followed."""
        folder = self.draft.folder
        if folder is not None and not pathlib.PureWindowsPath(place).anchor:  # the roots of either system
            with contextlib.suppress(ValueError, RuntimeError):  # names that are none, links that lead in a circle
                found = (folder / place).resolve()
                if found.is_relative_to(folder.resolve()):
                    return found
        raise _NotOpenedError(field, "outside", place)

    def _wanted(self, relations: Relations) -> Iterator[str]:
        """The queries to run: those of the summary's own metrics as far as the records can give them, and those that are named."""
        measured = set()
        for place, metric in zip(positions(("metrics",), self.draft.gaps), self.summary.metrics, strict=False):
            if (kpi := measured_kpi(metric)) is not None:
                measured.add(kpi.id)
                yield from self._of_metric(relations, metric, kpi, ("metrics", place))
        for place, name in enumerate(self.asked.kpis):
            kpi = find_kpi(name)
            if kpi is None or kpi.id not in measured:  # else it is computed by the definition that the summary goes by
                yield from self._named(relations, name, (_HERE, "kpis", place))

    def _of_metric(self, relations: Relations, metric: Metric, kpi: Kpi, path: Path) -> Iterator[str]:
        """The definitions that *metric* may go by; where none can be computed, it is told only if the figure is still wanted."""
        from propsummary.records.choosing import lacks

        stated = kpi.definition(metric.definition) if metric.definition else None
        meant = [one for one in queries_of(kpi.id) if not metric.definition or (stated and stated.id == one.definition)]
        able = [one.id for one in meant if not lacks(relations, one)]
        if not able and metric.value is None and (*path, "value") not in self.draft.unknown:
            yield from self._named(relations, f"{kpi.id}/{metric.definition}" if metric.definition else kpi.id, path)
        yield from able

    def _named(self, relations: Relations, name: str, path: Path) -> Iterator[str]:
        """The query called *name*; it is told why, if there is none."""
        from propsummary.records.choosing import chosen

        try:
            yield from (query.id for query in chosen(relations, self.summary.department, (name,)))
        except PropsummaryError as error:
            self.told(path, "kpi", kpi=name, error=_sentence(error))


def _column(name: str) -> str:
    """The column that *name* means: 月, 按项目, ``kind``."""
    bare = name.strip().removeprefix("按")
    if bare in ("月", "月份"):
        return "month"
    return next((column.id for table in tables().values() for column in table.columns if column.zh == bare), bare)


def _sentence(error: PropsummaryError | OSError) -> Words:
    if isinstance(error, PropsummaryError):
        return Words(error.wording("zh"), error.wording("en"))
    name = pathlib.Path(str(error.filename)).name if error.filename else ""
    if isinstance(error, FileNotFoundError):
        return Words(f"找不到 {name}", f"cannot find {name}")
    why = error.strerror or type(error).__name__
    return Words(f"打不开 {name}：{why}", f"cannot open {name}: {why}")

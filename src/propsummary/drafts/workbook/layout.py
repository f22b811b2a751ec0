"""The sheets of the form and their columns, as its reader and its writer both see them."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import attrs

from propsummary._text import normalize_name
from propsummary.catalogue import field_doc
from propsummary.model import (
    Background,
    Metric,
    MetricsFrom,
    Organization,
    Outlook,
    Point,
    RootCause,
    Share,
    StrategicDirection,
    Summary,
    Word,
    refs_of,
    zh_key,
)
from propsummary.problems import Language
from propsummary.serde._records import field_types

__all__ = ["OVERVIEW", "Column", "Sheet", "form_language", "heading", "sheet_named", "sheets"]


_DAYS = ("date", "taken_on")  # fields that may hold a longer span too, but hardly ever do


@attrs.frozen(kw_only=True)
class Column:
    """
    A column of a sheet, or a line of the overview.

    Attributes:
        zh, en: Its heading.

        cls, field: The field of the model that it holds.

        path: The way there from the object that a row is; from the summary in the overview.

        further: Whether few need it.
    """

    zh: str
    en: str
    cls: type
    field: str
    path: tuple[str, ...]
    further: bool = False

    def name(self, language: Language) -> str:
        """Its heading in *language*."""
        return self.en if language == "en" else self.zh

    def note(self, language: Language) -> str:
        """What is written there, and how several values are parted."""
        doc = field_doc(self.cls.__name__, self.field, language)
        if not self.many:
            return doc
        if language == "en":
            return f"{doc} {'One per line.' if self.prose else 'Several are parted by commas.'}"
        return f"{doc}{'一行一条。' if self.prose else '几个之间用“、”隔开。'}"

    @property
    def attribute(self) -> attrs.Attribute[Any]:
        """The field's declaration."""
        found: attrs.Attribute[Any] = attrs.fields_dict(self.cls)[self.field]
        return found

    @functools.cached_property
    def many(self) -> bool:
        """Whether a cell holds several values."""
        return get_origin(field_types(self.cls)[self.field]) is tuple

    @functools.cached_property
    def type(self) -> Any:
        """The type of a single value."""
        hint = field_types(self.cls)[self.field]
        return get_args(hint)[0] if self.many else hint

    @functools.cached_property
    def prose(self) -> bool:
        """Whether it holds sentences; several of them then stand in a line each."""
        return bool(self.attribute.metadata["prose"])

    @functools.cached_property
    def required(self) -> bool:
        """Whether a row says nothing without it."""
        return self.attribute.default is attrs.NOTHING

    @functools.cached_property
    def words(self) -> tuple[Word, ...]:
        """The fixed words that it chooses from; none for all other columns."""
        return tuple(self.type) if isinstance(self.type, type) and issubclass(self.type, Word) else ()

    @property
    def refs(self) -> tuple[str, ...]:
        """The collections whose ids it holds."""
        return refs_of(self.attribute)

    @functools.cached_property
    def is_date(self) -> bool:
        """Whether it holds a day of the calendar, as a rule."""
        return self.type is dt.date or self.field in _DAYS

    @functools.cached_property
    def is_whole(self) -> bool:
        """Whether it holds a whole number and nothing else."""
        return self.type is int


@attrs.frozen(kw_only=True)
class Sheet:
    """
    A sheet, each of whose rows is an object.

    Attributes:
        zh, en: Its name.

        path: Where in the summary the objects are listed; below an object of *parent*, if that is set.

        columns: Its columns in order.

        parent: The collection whose objects the rows belong to; its first column then says to which.

        nested: A list inside of the objects, whose columns stand among the sheet's own: the rows below an object that fill in
            nothing else go on with it.

        rare: Whether only those need it who have something to write there.
    """

    zh: str
    en: str
    path: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: str = ""
    nested: str = ""
    rare: bool = False

    def name(self, language: Language) -> str:
        """Its name in *language*."""
        return self.en if language == "en" else self.zh

    @functools.cached_property
    def headings(self) -> Mapping[str, Column]:
        """Its columns by their headings in both languages, as `heading` compares them."""
        return {heading(word): column for column in self.columns for word in (column.zh, column.en)}


def form_language(language: Language) -> Language:
    """The language of a form that is asked for in *language*: what is written in it is read, in simplified Chinese or English."""
    return "en" if language == "en" else "zh"


def heading(text: str) -> str:
    """A heading as it is compared: ``责任人*``, ``Follow-ups`` and ``follow_ups:`` without what is only for the eye."""
    return re.sub(r"[*＊:：_\-]", "", normalize_name(text))


def _spoken(name: str) -> str:
    """A name of the model as a heading."""
    return name.replace("_", " ").capitalize()


def _column(cls: type, field: str, *, zh: str = "", en: str = "", path: tuple[str, ...] = (), further: bool = False) -> Column:
    own = attrs.fields_dict(cls)[field]
    return Column(zh=zh or zh_key(own), en=en or _spoken(field), cls=cls, field=field, path=path or (field,), further=further)


_CAUSES = tuple(
    _column(RootCause, field, zh=zh, en=en, path=("root_causes", field))
    for field, zh, en in (
        ("statement", "原因", "Cause"),
        ("dimension", "原因维度", "Cause dimension"),
        ("whys", "追问", "Whys"),
    )
)
_CAUSE_ID = _column(RootCause, "id", zh="原因编号", en="Cause id", path=("root_causes", "id"), further=True)

#: The lines of the first sheet.
OVERVIEW = Sheet(
    zh="概况",
    en="Overview",
    path=(),
    columns=(
        _column(Summary, "title"),
        _column(Summary, "department"),
        _column(Summary, "period"),
        *(_column(Organization, field, path=("organization", field)) for field in ("company", "property", "address")),
        *(_column(Summary, field) for field in ("prepared_on", "author", "reviewer")),
        *(_column(Background, field, path=("background", field)) for field in ("purpose", "positioning")),
        _column(Background, "text", zh="背景说明", en="Background", path=("background", "text")),
        _column(Outlook, "innovations", path=("outlook", "innovations")),
        *(
            _column(MetricsFrom, field, zh=zh, en=en, path=("metrics_from", field), further=True)
            for field, zh, en in (
                ("records", "取数记录", "Records"),
                ("mapping", "取数对应表", "Mapping of records"),
                ("kpis", "取数指标", "KPIs from records"),
                ("by", "取数分组", "Records by"),
            )
        ),
        _column(Summary, "schema_version"),
    ),
)

# What is written first comes first; what stands behind the bar few need.
_FIELDS = {
    "metrics": "id kpi name value numerator denominator baseline change target source | unit definition direction baseline_period "
    "baseline_definition carried_over sample_size note",
    "achievements": "id area title text actions metrics | kind cases activities photos feedback",
    "activities": "id kind name area when times participants outcome | hours content",
    "cases": "id title date place situation action result lesson | metrics",
    "issues": "id statement area kind where metrics | severity cases title carried_from",
    "countermeasures": "id addresses statement family owner deadline deliverable verification | support start recurrence budget "
    "status evidence",
    "goals": "id kind statement baseline target deadline owner supports | metric kpi deliverable rationale",
    "follow_ups": "of outcome result reason evidence",
    "incidents": "id kind count response handling outcome",
    "risks": "id statement likelihood impact response countermeasures",
    "photos": "id file caption taken_on stage pair",
    "charts": "id kind title metrics of",
    "sections": "part title text",
    "waivers": "code at reason",
}
_RARE = ("waivers",)


def _of_summary(collection: str) -> Sheet:
    """The sheet of one of the summary's own lists."""
    cls = get_args(field_types(Summary)[collection])[0]
    usual, _, further = _FIELDS[collection].partition("|")
    columns = [_column(cls, field, further=field in further.split()) for field in (*usual.split(), *further.split())]
    causes = collection == "issues"
    if causes:
        columns[2:2] = _CAUSES
        columns.append(_CAUSE_ID)
    own = attrs.fields_dict(Summary)[collection]
    return Sheet(
        zh=zh_key(own),
        en=_spoken(collection),
        path=(collection,),
        columns=tuple(columns),
        nested="root_causes" if causes else "",
        rare=collection in _RARE,
    )


def _of_metrics(field: str, cls: type) -> Sheet:
    """The sheet of a list that every metric has."""
    own = attrs.fields_dict(Metric)[field]
    whose = _column(Metric, "id", zh="指标", en="Metric", path=("metric",))
    columns = (whose, *(_column(cls, inner.name) for inner in attrs.fields(cls)))
    return Sheet(zh=zh_key(own), en=_spoken(field), path=(field,), columns=columns, parent="metrics")


@functools.cache
def sheets() -> tuple[Sheet, ...]:
    """All sheets behind the overview, in order."""
    directions = tuple(_column(StrategicDirection, field) for field in ("id", "statement", "years", "strategy"))
    carried = tuple(_column(Share, field, zh=zh) for field, zh in (("name", "名称"), ("value", "内容")))
    return (
        *map(_of_summary, ("metrics", "achievements", "activities", "cases", "issues", "countermeasures", "goals", "follow_ups")),
        *map(_of_summary, ("incidents", "risks")),
        Sheet(zh="展望", en="Outlook", path=("outlook", "directions"), columns=directions),
        _of_metrics("series", Point),
        _of_metrics("breakdown", Share),
        *map(_of_summary, ("photos", "charts", "sections", "waivers")),
        Sheet(zh="附加", en="Extra", path=("extra",), columns=carried, rare=True),
    )


def sheet_named(name: str) -> Sheet | None:
    """The sheet called *name* in either language."""
    sought = heading(name)
    return next((sheet for sheet in (OVERVIEW, *sheets()) if sought in (heading(sheet.zh), heading(sheet.en))), None)

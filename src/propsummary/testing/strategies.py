"""
Hypothesis strategies for whole summaries, the ordinary and the awkward ones.

Needs the ``testing`` extra.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st

from propsummary.model import Owner, Share, Summary, Word, with_ids
from propsummary.periods import Deadline, DeadlineKind, Period, Recurrence, read_deadline, read_recurrence
from propsummary.quantities import Change, Quantity
from propsummary.serde._records import field_types

__all__ = ["carried", "changes", "names", "owners", "periods", "quantities", "summaries", "texts"]

_SENTENCES = (
    "东门岗夜间车辆排队超过8分钟共17次",
    "更换东门两台识别相机，验收后归档。",
    "第一段：夜班缺编2人。\n\n第二段：招聘只在本地贴海报。\n",
    "业主留言：“放行条在手机上点两下就好了”",
    "　　上半年雨水多、落叶期长。",
    "Owners' feedback was good; see ledger #12.",
)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Words and numbers that are none, marks that begin something, blanks and breaks in awkward places, characters outside of the usual.
_TRAPS = (
    *_listed(
        "yes no off NULL null ~ true y = << - ? : --- ... # | > 007 12 1e3 0x1F 1_000 .5 -3 +3 12:30 2025-06-30 2025-06 98.50 NaN"
    ),
    *_listed("a: &a *a !t %95 @x `x` [a] {a 标题：总结 98％ ' \" \"\"\" ''' \\ \\n a\\ 'a'\"b\""),
    *("a: b", "a #b", "- a", "a, b", " a", "a ", "\ta", "a\t", "\n", "\na", "a\n", "a\n\n", "a\n b", " a\nb", "a \nb", "a\n#b"),
    *("a\r\nb", "a\rb", "a\x85b", "a\u2028b", "\ufeffa", "a\u00a0b", "a\u3000", "\u200ba", "😀𠮷", "e\u0301", "a\n---\nb"),
)
_QUANTITIES = _listed("98.4% 约1.2万人次 ≤1.5% 95分以上 3–5次 12 98.50 0 20余起 二十三起 -3.5 2.6万元 8分钟 3:1")
_CHANGES = _listed("1.5个百分点 -13.8% 下降35% 提升5个百分点 +3件 持平")
_PERIODS = _listed("2025 2025-H1 2025-Q3 2025-06 2025-01..2025-11 2025-01-01..2025-06-15 2025年上半年 2025年1—11月 2024年")
_DEADLINES = _listed("2026-03-31 2026年3月底前 一季度末 6月30日前 年底 尽快 每月25日 雨季前")
_RECURRENCES = _listed("每月25日 每季度一次 每周 FREQ=MONTHLY;BYMONTHDAY=25")
_OWNERS = _listed("张伟 张伟（秩序主管） 工程部/李工 秩序主管 工程部 各部门")
_KPIS = _listed("patrol_checkpoint_rate wo_completion 投诉处理率 lift_fault_rate")
_DEPARTMENTS = _listed("order 秩序部 后勤部 工程维修部 environment 客服部")

_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t\r\x85", exclude_characters="\ufffe\uffff")


def texts() -> st.SearchStrategy[str]:
    """Texts that are not empty: sentences of the trade, what trips parsers up, and anything else without control characters."""
    return st.one_of(st.sampled_from(_SENTENCES), st.sampled_from(_TRAPS), st.text(_CHARACTERS, min_size=1, max_size=12))


def names() -> st.SearchStrategy[str]:
    """Ids and other short names."""
    return st.one_of(st.from_regex(r"[a-z][a-z0-9]{0,3}", fullmatch=True), st.sampled_from(_TRAPS))


def quantities() -> st.SearchStrategy[Quantity]:
    """Figures as people print them."""
    return st.sampled_from(_QUANTITIES).map(Quantity.parse)


def changes() -> st.SearchStrategy[Change]:
    """Stated changes."""
    return st.sampled_from(_CHANGES).map(Change.parse)


def periods() -> st.SearchStrategy[Period]:
    """Periods in every usual spelling."""
    return st.sampled_from(_PERIODS).map(Period.parse)


def owners() -> st.SearchStrategy[Owner]:
    """Persons, posts, departments."""
    return st.one_of(st.sampled_from(_OWNERS), texts()).map(Owner.parse)


def carried() -> st.SearchStrategy[dict[str, Any]]:
    """What a host system carries along."""
    numbers = st.one_of(st.integers(-(10**30), 10**30), st.decimals(-(10**9), 10**9, places=2))
    simple = st.one_of(st.booleans(), numbers, texts(), st.just(""))
    value = st.recursive(simple, lambda inner: st.one_of(st.lists(inner, max_size=3), _mappings(inner)), max_leaves=6)
    return _mappings(value)


def _mappings(values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.one_of(names(), texts()), values, max_size=3)


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    """Whole summaries in which every object has an id and every value can be written down."""
    period = draw(periods())
    prepared_on = draw(st.none() | st.dates(dt.date(2025, 12, 1), dt.date(2026, 2, 1)))
    given = {"department": st.sampled_from(_DEPARTMENTS), "period": st.just(period), "prepared_on": st.just(prepared_on)}
    return with_ids(draw(_objects(Summary, period, prepared_on, given)))


@st.composite
def _objects(draw: st.DrawFn, cls: type, period: Period, prepared_on: dt.date | None, given: dict[str, Any]) -> Any:
    values = {}
    for field in attrs.fields(cls):
        if field.name == "schema_version":
            continue
        if field.name in given:
            values[field.name] = draw(given[field.name])
        elif field.name == "kpi":
            values["kpi"] = draw(st.sampled_from(("", *_KPIS)))
        elif field.default is attrs.NOTHING or draw(st.booleans()):
            values[field.name] = draw(_values(field_types(cls)[field.name], period, prepared_on))
    return cls(**values)


@functools.lru_cache(maxsize=1024)
def _values(hint: Any, period: Period, prepared_on: dt.date | None) -> st.SearchStrategy[Any]:
    """Values for a field of the type *hint*."""
    if hint in _SIMPLE:
        simple: st.SearchStrategy[Any] = _SIMPLE[hint]()
        return simple
    if hint is Deadline:
        found = [read_deadline(text, period=period, prepared_on=prepared_on) for text in _DEADLINES]
        return st.sampled_from([d for d in found if d is not None and d.kind is not DeadlineKind.INVALID])
    if get_origin(hint) is dict:
        return carried()
    if get_origin(hint) is tuple:
        members = _values(get_args(hint)[0], period, prepared_on)
        if hint == tuple[Share, ...]:
            return st.lists(members, max_size=3, unique_by=lambda share: share.name).map(tuple)
        return st.lists(members, max_size=2).map(tuple)
    if issubclass(hint, Word):
        return st.sampled_from(list(hint))
    return _objects(hint, period, prepared_on, {})


_SIMPLE: dict[Any, Any] = {
    str: texts,
    int: lambda: st.integers(0, 10**6),
    dt.date: lambda: st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    Period: periods,
    Quantity: quantities,
    Change: changes,
    Owner: owners,
    Recurrence: lambda: st.sampled_from([r for text in _RECURRENCES if (r := read_recurrence(text)) is not None]),
}

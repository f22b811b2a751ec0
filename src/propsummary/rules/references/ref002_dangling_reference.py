"""REF002 dangling-reference."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from propsummary.catalogue.codes import Words
from propsummary.model import Outlook, Summary, refs_of, zh_key
from propsummary.problems import Finding, Path
from propsummary.rules.base import rule
from propsummary.rules.context import Context, View
from propsummary.rules.naming import naming
from propsummary.rules.walk import PARTS, Node, positions


@rule("REF002", on=Summary)
def dangling_reference(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    An id that names nothing in the summary, or something of a kind that does not belong there.

    Ids of the previous summary are looked up there, if one is given. An area that the department's profile does not know is a
    word of the department's own and no reference.

    Bad::

        措施:
          - {编号: c1, 针对: [i1], 内容: 更换东门两台识别相机}

    Bad::

        指标:
          - {编号: m1, 名称: 东门排队次数, 数值: 17次}
        措施:
          - {编号: c1, 针对: [m1], 内容: 更换东门两台识别相机}

    Good::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}
        措施:
          - {编号: c1, 针对: [i1], 内容: 更换东门两台识别相机}
        目标:
          - {编号: g1, 内容: 东门高峰排队超时每月不超过1次, 支撑: [i1, 车辆管理]}
    """
    for cls, field in _referring():
        naming_some = [(node, value) for node in ctx.view.nodes_of(cls) if (value := getattr(node.object, field.name))]
        known = _known(ctx.view, refs_of(field)) if naming_some else frozenset()
        for node, value in naming_some:
            if not known.issuperset((value,) if isinstance(value, str) else value):
                for path, ident in _named((*node.path, field.name), value, ctx.view):
                    yield from _judged(node, field, path, ident, ctx.view)


@functools.cache
def _referring() -> tuple[tuple[type, attrs.Attribute[Any]], ...]:
    """The fields whose words must be ids, with the classes that have them; an area alone may be any word."""
    return tuple((cls, field) for cls in PARTS for field in attrs.fields(cls) if set(refs_of(field)) - {"areas"})


def _known(view: View, kinds: tuple[str, ...]) -> frozenset[str]:
    """The ids of these collections of the summary."""
    return frozenset().union(*(view.ids.get(kind, ()) for kind in kinds))


def _named(path: Path, value: str | tuple[str, ...], view: View) -> Iterable[tuple[Path, str]]:
    if isinstance(value, str):
        return ((path, value),)
    return (((*path, place), ident) for place, ident in zip(positions(path, view.gaps), value, strict=False))


def _judged(node: Node, field: attrs.Attribute[Any], path: Path, ident: str, view: View) -> Iterator[Finding]:
    kinds = refs_of(field)
    if _leads_somewhere(kinds, ident, view) or view.is_clouded(path):
        return
    arguments = {"thing": naming(node), "field": Words(zh_key(field), field.name), "id": ident}
    if "previous" in kinds:
        yield Finding(path, "previous", **arguments)
        return
    arguments["kinds"] = tuple(map(_kind, kinds))
    other = view.by_id.get(ident)
    if other is None:
        yield Finding(path, "default", **arguments)
    else:
        yield Finding(path, "kind", other=naming(other), **arguments)


def _leads_somewhere(kinds: tuple[str, ...], ident: str, view: View) -> bool:
    """Whether *ident* is found among those of *kinds*, or may be for all that is known."""
    if any(ident in view.ids.get(kind, ()) for kind in kinds):
        return True
    if "previous" in kinds:
        return not view.previous or ident in view.previous_ids
    if any(view.may_hide(_place(kind), "id") for kind in kinds if kind != "areas"):
        return True
    return "areas" in kinds and (view.profile is None or view.profile.area(ident) is not None)


def _place(collection: str) -> Path:
    return ("outlook", "directions") if collection == "directions" else (collection,)


def _kind(collection: str) -> Words:
    if collection == "areas":
        return Words("领域", "areas")
    cls = Outlook if collection == "directions" else Summary
    return Words(zh_key(attrs.fields_dict(cls)[collection]), collection)

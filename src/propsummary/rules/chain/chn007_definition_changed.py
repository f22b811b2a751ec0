"""CHN007 definition-changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._text import normalize_name
from propsummary.catalogue import Definition
from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.chain._link import before, changed, pairs
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import known_kpi
from propsummary.rules.naming import naming

# Ways of counting that exclude each other, whatever the KPI: looking at some or at all, asking by telephone or at the door …
_OPPOSITES = tuple(
    tuple(map(re.compile, ways))
    for ways in (
        ("抽[查检样测]", "普查|全[查检]|逐[一户栋个]"),
        ("电话", "入户|上门|面访", "线上|网上|扫码|问卷星"),
        ("(?:不[含计]|剔除|扣除|除外)", "(?<!不)(?:含|计入)"),
        ("按户", "按金额|按面积"),
    )
)


@rule("CHN007", on=Summary, needs=("previous",))
def definition_changed(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    The same metric, counted in another way than last time without a word about it.

    Both summaries must say which definition they use. A note on the change, or a definition for the baseline, owns up to it.

    Bad::

        期间: 2024
        指标:
          - {编号: m1, 指标库: complaint_handled, 口径: 不含上期遗留, 数值: 98.1%}
        ---
        期间: 2025
        指标:
          - {编号: m1, 指标库: complaint_handled, 口径: 含上期遗留, 数值: 98.6%}

    Good::

        期间: 2024
        指标:
          - {编号: m1, 指标库: complaint_handled, 口径: 不含上期遗留, 数值: 98.1%}
        ---
        期间: 2025
        指标:
          - {编号: m1, 指标库: complaint_handled, 口径: 含上期遗留, 数值: 98.6%, 备注: 按公司新规，口径改为含上期遗留}
    """
    for last in before(ctx):
        for node, metric, old in pairs(ctx, last):
            if other_definitions(metric, old) and not changed(metric, old, ctx):
                yield Finding((*node.path, "definition"), thing=naming(node), now=_said(metric), before=_said(old))


def other_definitions(metric: Metric, old: Metric) -> bool:
    """Whether both say how they are counted, and say it differently."""
    if not (metric.definition.strip() and old.definition.strip()) or _normal(metric) == _normal(old):
        return False
    kpi = known_kpi(metric)
    if kpi is None or len(kpi.definitions) > 1:
        return True
    return _opposite(metric.definition, old.definition)  # the catalogue's one definition can be told in many words


def _opposite(one: str, other: str) -> bool:
    """Whether each tells of one way of counting, and they exclude each other."""
    for ways in _OPPOSITES:
        first, second = ([way for way in ways if way.search(text)] for text in (one, other))
        if len(first) == len(second) == 1 and first != second:
            return True
    return False


def _normal(metric: Metric) -> str:
    """The definition that is meant: the catalogue's, whatever it was called, else the words without their punctuation."""
    stated = _stated(metric)
    if stated:
        return stated.id
    words = normalize_name(metric.definition).replace("÷", "除以").replace("/", "除以")
    return re.sub(r"[\W_]|口径|统计|计算|的|按|数", "", words)


def _said(metric: Metric) -> Words:
    """The definition by the catalogue's name, where it is one of its own."""
    stated = _stated(metric)
    return Words(stated.zh, stated.en) if stated else Words(metric.definition, metric.definition)


def _stated(metric: Metric) -> Definition | None:
    kpi = known_kpi(metric)
    return kpi.definition(metric.definition) if kpi else None

"""CTM009 family-mismatch."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure, Dimension, Family, Issue
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context, once

# What cannot reach a cause whatever is done: courses renew no worn-out equipment and raise no money, savings write no procedure
# and start no conversation. All else may.
_POWERLESS: dict[Dimension, frozenset[Family]] = {
    Dimension.TECHNOLOGY: frozenset({Family.PEOPLE}),
    Dimension.FUNDING: frozenset({Family.PEOPLE}),
    Dimension.PROCESS: frozenset({Family.COST}),
    Dimension.COORDINATION: frozenset({Family.COST}),
    Dimension.PEOPLE: frozenset(),
}
_LIMITED = frozenset[Family]().union(*_POWERLESS.values())


@rule("CTM009", on=Countermeasure)
def family_mismatch(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure that answers an issue none of whose causes it, or any other measure for it, can reach.

    Bad::

        问题:
          - {编号: i1, 表现: 2号电梯困人5次, 原因: [{维度: 技术设备, 说明: 门机皮带超过更换周期8个月}]}
        措施:
          - {编号: c1, 类别: 人员能力, 针对: [i1], 内容: 组织2次文明乘梯培训}

    Good::

        问题:
          - {编号: i1, 表现: 2号电梯困人5次, 原因: [{维度: 技术设备, 说明: 门机皮带超过更换周期8个月}]}
        措施:
          - {编号: c1, 类别: 人员能力, 针对: [i1], 内容: 维修工2人参加困人救援培训}
          - {编号: c2, 类别: 技术设备, 针对: [i1], 内容: 更换2号电梯门机皮带}
    """
    if measure.family not in _LIMITED:
        return
    nodes = [ctx.view.by_id.get(ident) for ident in measure.addresses]
    issues = [node.object for node in nodes if node and isinstance(node.object, Issue)]
    if nodes and len(issues) == len(nodes) and all(_unreached(issue, ctx) for issue in issues):
        dimensions = tuple(dict.fromkeys(cause.dimension for issue in issues for cause in issue.root_causes))
        yield Finding("family", family=measure.family, dimensions=dimensions)


@once
def _unreached(issue: Issue, ctx: Context) -> bool:
    """Whether all causes and measures of *issue* are classed, and none of the measures can act on any of the causes."""
    dimensions = [cause.dimension for cause in issue.root_causes]
    families = [measure.family for measure in ctx.view.measures_for.get(issue.id, ())]
    if not dimensions or None in dimensions or None in families or ctx.view.may_hide(("countermeasures",), "addresses", "family"):
        return False
    return all(family in _POWERLESS[dimension] for dimension in dimensions if dimension for family in families)

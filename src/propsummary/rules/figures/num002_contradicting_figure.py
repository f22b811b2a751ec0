"""NUM002 contradicting-figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from propsummary._text import normalize_name
from propsummary.model import Incident, Summary
from propsummary.problems import Finding
from propsummary.rules._figures import same_measure
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.figures._aims import other_aims
from propsummary.rules.figures._compared import misstated_changes
from propsummary.rules.figures._computed import against_records
from propsummary.rules.figures._named import Known, complements, known, may_speak_of
from propsummary.rules.figures._parts import Retold, misstated_counts, misstated_parts, misstated_rates
from propsummary.rules.figures._subjects import Claim, claims
from propsummary.rules.figures._transposed import mistyped
from propsummary.rules.metrics.saying import shown
from propsummary.rules.naming import naming, naming_of


@rule("NUM002", on=Summary)
def contradicting_figure(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A sentence gives a figure for something that the data gives otherwise, or the data one that the records do not bear out.

    Both are read as intervals: 约1.2万 and 12345 agree, and so do 99% and 98.6%. Records are only asked where somebody has them
    computed: on the command line where a draft says where its figures come from (取数), in Python by `propsummary.edits.compute`.

    Bad::

        指标:
          - {编号: m1, 指标库: patrol_checkpoint_rate, 名称: 巡更到位率, 数值: 98.6%}
        成绩:
          - {编号: a1, 说明: 全年巡更到位率达到99.6%。, 指标: [m1]}

    Bad::

        指标:
          - {编号: m1, 名称: 受理投诉, 数值: 49件, 构成: {漏水: 26, 停车: 23}}
        成绩:
          - {编号: a1, 说明: 受理投诉49件，其中漏水62件、停车23件。, 指标: [m1]}

    Bad::

        指标:
          - {编号: m1, 名称: 受理投诉, 数值: 49件, 构成: {漏水: 26, 停车: 23}}
          - {编号: m2, 名称: 清欠率, 数值: 38.5%, 分子: 77万元, 分母: 200万元}
        成绩:
          - {编号: a1, 说明: 受理投诉49件，其中漏水23件、停车26件。, 指标: [m1]}
          - {编号: a2, 说明: 期初欠费200万元，收回77万元，清欠率35.8%。, 指标: [m2]}

    Good::

        指标:
          - {编号: m1, 指标库: patrol_checkpoint_rate, 名称: 巡更到位率, 数值: 98.6%}
        成绩:
          - {编号: a1, 说明: 全年巡更到位率达到98.6%，三季度为97.2%。, 指标: [m1]}
    """
    seen = set()
    by_name, rests = known(summary, ctx), complements(ctx.view)
    for claim in claims(summary, ctx):
        told = claim.told
        meant = [one for name in _names(claim) for one in by_name.get(name, ()) if _speaks_of(claim, name, one)]
        if len(meant) == 1 and not told.interval.overlaps(meant[0].interval):
            seen.add(id(told))
            yield _finding(claim, meant[0], "incidents" if isinstance(meant[0].node.object, Incident) else "default")
        elif not meant:
            yield from _against_complement(claim, rests)
    for key, found in (("part", misstated_parts(ctx.view)), ("numerator", misstated_counts(ctx.view))):
        for one in found:
            seen.add(id(one.told))
            yield _misstated(one, key)
    for one in misstated_rates(ctx.view):
        if not one.is_right and id(one.told) not in seen:
            seen.add(id(one.told))
            yield _misstated(one, "")
    yield from (_misstated(one, "transposed") for one in mistyped(ctx.view) if id(one.told) not in seen)
    yield from misstated_changes(summary, ctx)
    yield from other_aims(ctx)
    yield from against_records(ctx.view)


def _names(claim: Claim) -> Iterator[str]:
    """What the figure is called: by its clause, and by that behind the title that it stands under (电梯: 停梯13次)."""
    yield from claim.subjects
    if title := getattr(claim.told.passage.node.object, "title", "") if claim.told.passage.field != "title" else "":
        yield from (normalize_name(title + name) for name in claim.subjects)


def _speaks_of(claim: Claim, name: str, one: Known) -> bool:
    return same_measure(claim.told.figure.quantity.unit, one.quantity.unit) and may_speak_of(claim, name, one.node)


def _against_complement(claim: Claim, completing: Callable[[str], Iterator[Known]]) -> Iterator[Finding]:
    """欠费率1.5% against a 收缴率 of 91.3%: the two make 100 % together."""
    told = claim.told
    unit = told.figure.quantity.unit
    if unit is None or unit.canonical != "%":
        return
    rests = [rest for name in claim.subjects for rest in completing(name) if may_speak_of(claim, name, rest.node)]
    if rests and not any(told.interval.overlaps(rest.interval) for rest in rests):
        yield _finding(claim, rests[0], "complement")


def _finding(claim: Claim, one: Known, key: str) -> Finding:
    told = claim.told
    return Finding(
        told.passage.path,
        key=key,
        thing=naming(told.passage.node),
        name=claim.subjects[-1],
        told=told.figure.text,
        place=one.place,
        value=one.quantity.text,
        one=shown(told.interval, told.figure.quantity.unit),
        other=shown(one.interval, one.quantity.unit),
    )


def _misstated(one: Retold, key: str) -> Finding:
    told = one.told
    return Finding(
        told.passage.path,
        key=key,
        thing=naming(told.passage.node),
        name=one.name,
        told=told.figure.text,
        place=naming_of(one.metric, telling=True),
        value=one.value.text,
        one=shown(told.interval, told.figure.quantity.unit),
        other=shown(one.interval, one.value.unit),
    )

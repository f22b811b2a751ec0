"""STR004 missing-kpi."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary import catalogue
from propsummary.model import Metric, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.structure._parts import measured


@rule("STR004", on=Summary)
def missing_kpi(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    KPIs that the department's profile calls core and no metric gives a value of; all in one problem.

    Bad::

        部门: 秩序部
        指标:
          - {编号: m1, 指标库: post_manning_rate, 数值: 99.4%, 来源: 排班表}

    Good::

        部门: 秩序部
        指标:
          - {编号: m1, 指标库: patrol_checkpoint_rate, 数值: 98.6%}
          - {编号: m2, 指标库: post_manning_rate, 数值: 99.4%}
          - {编号: m3, 指标库: hazard_fix_rate, 数值: 96.2%}
          - {编号: m4, 指标库: cctv_online, 数值: 98.9%}
          - {编号: m5, 指标库: fire_equip_ok, 数值: 99.1%}
          - {编号: m6, 指标库: fire_drills, 数值: 2次}
          - {编号: m7, 指标库: emergency_response_min, 数值: 4.6分钟}
          - {编号: m8, 指标库: incident_closure_rate, 数值: 100%}
          - {编号: m9, 指标库: parking_violation_fix, 数值: 97.0%}
          - {编号: m10, 名称: 业主满意率, 数值: 93.5%}
          - {编号: m11, 名称: 培训覆盖率, 数值: 100%}
          - {编号: m12, 名称: 员工流失率, 数值: 8.7%}
    """
    view = ctx.view
    if ctx.profile is None or view.may_hide(("metrics",), "kpi", "name"):
        return
    known = ((kpi, node) for kpi, node in zip(measured(summary, ctx), view.nodes_of(Metric), strict=True) if kpi)
    reported = {kpi.id for kpi, node in known if node.object.value is not None or view.is_clouded((*node.path, "value"))}
    missing = tuple(kpi for ident in ctx.profile.core_kpis if ident not in reported and (kpi := catalogue.kpi(ident)))
    if missing:
        yield Finding("metrics", count=len(missing), kpis=missing)

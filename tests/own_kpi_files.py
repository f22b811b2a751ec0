"""A company's own KPI, its file, a configuration that names it, and a draft that reports it."""

from __future__ import annotations

import pathlib

__all__ = ["DRAFT", "POOL_USE", "configured_folder"]

POOL_USE = """[[kpis]]
id = "pool_use"
zh = "泳池使用率"
en = "pool use"
unit = "%"
direction = "higher"
possible = { low = 0, high = 100 }
plausible = { low = 10.5, high = 90 }
departments = ["customer-service"]
areas = []

[[kpis.definitions]]
id = "hours"
zh = "按时长"
en = "by hours"
numerator_zh = "使用时长"
numerator_en = "hours used"
denominator_zh = "开放时长"
denominator_en = "hours open"
"""

DRAFT = """部门: 客服部
期间: 2025
指标:
  - {编号: m1, 指标库: pool_use, 数值: 120%, 口径: hours, 来源: 门禁记录}
"""


def configured_folder(folder: pathlib.Path) -> pathlib.Path:
    """*folder* with a configuration, its KPIs in a folder below, and a draft."""
    (folder / "kpis").mkdir(parents=True)
    (folder / "kpis" / "own.toml").write_text(POOL_USE, encoding="utf-8")
    (folder / "propsummary.toml").write_text('kpis = ["kpis/own.toml"]\n', encoding="utf-8")
    (folder / "draft.yaml").write_text(DRAFT, encoding="utf-8")
    return folder

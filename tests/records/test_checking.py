"""What is wrong with records, and what they can be used for."""

from __future__ import annotations

import pathlib

from plain_records import made_records, write_parquet
from propsummary.catalogue.queries import queries
from propsummary.catalogue.records import tables
from propsummary.records import check_records, from_files

ORDERS = """\
id,property,kind,reported_at,due_at,completed_at,备用
1,甲,repair,2025-05-01,2025-05-02,2025-05-02,x
1,甲,维修,2025-05-01,,2025-04-30,x
3,甲,维修,昨天,,,x
4,甲,,,,,x
"""


def test_every_kind_of_defect_is_found(tmp_path: pathlib.Path) -> None:
    (tmp_path / "work_orders.csv").write_text(ORDERS, encoding="utf-8")
    (tmp_path / "surveys.csv").write_text(
        "id,subject,sent_at,score\n1,service,2025-05-01,101\n2,service,2025-05-01,-0.5\n", encoding="utf-8"
    )
    (tmp_path / "闲表.csv").write_text("a\n1\n", encoding="utf-8")
    report = check_records(from_files(tmp_path))
    orders, surveys = report.tables
    told = {(defect.column, defect.kind, defect.count, defect.words.zh) for defect in orders.defects if defect.kind != "missing"}
    assert told == {
        ("id", "duplicate", 1, "1行编号重复"),
        ("kind", "word", 2, "2行写着“维修”，应是 repair、service、other 之一"),
        ("reported_at", "unreadable", 1, "1行不是时间"),
        ("reported_at", "empty", 1, "1行没有填"),
        ("completed_at", "order", 1, "1行早于 reported_at"),
    }
    assert {defect.column for defect in orders.defects if defect.kind == "missing"} == {
        *("arrived_at", "accepted_at", "passed", "rework", "first_fix", "followed_up_at")
    }
    assert orders.unused == ("备用",)
    assert [(one.column, one.kind, one.words.zh) for one in surveys.defects if one.kind == "range"] == [
        ("score", "range", "1行小于0"),
        ("score", "range", "1行大于100"),
    ]
    assert report.unused == ("闲表",)
    assert [kpi.id for kpi in report.computable] == ["repair_ontime", "wo_completion", "wo_ontime"]
    lacking = dict(report.out_of_reach)
    words = {kpi.id: "、".join(lack.words.zh for lack in missing) for kpi, missing in lacking.items()}
    assert words["repair_rework"] == "工单表 work_orders 的 rework"
    assert words["complaint_rate"] == "投诉表 complaints、项目台账表 properties"


def test_whole_records_give_every_kpi(tmp_path: pathlib.Path) -> None:
    write_parquet(made_records(seed=3, size=20), tmp_path)
    report = check_records(from_files(tmp_path))
    assert {kpi.id for kpi in report.computable} == {one.kpi for one in queries().values()}
    assert report.out_of_reach == report.absent == report.unused == ()
    assert [one.table for one in report.tables] == list(tables().values())
    assert all(one.rows == 20 and not one.unused for one in report.tables)

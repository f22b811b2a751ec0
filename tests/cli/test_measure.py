"""``measure`` and ``records``: from records to a draft, and what is said on the way."""

from __future__ import annotations

import pathlib

import pytest

from propsummary import check, read
from propsummary.cli import main
from propsummary.testing.records import write_records


@pytest.fixture
def records(tmp_path: pathlib.Path) -> str:
    write_records(tmp_path / "记录", rows=2_000)
    return str(tmp_path / "记录")


def test_a_draft_with_metrics_is_written(records: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "metrics.yaml"
    asked = ["measure", "--records", records, "--department", "order", "--period", "2025", "--by", "property,month"]
    assert main([*asked, "-o", str(out)]) == 0
    draft = read(out)
    assert draft.summary is not None
    assert {metric.kpi for metric in draft.summary.metrics} >= {"patrol_checkpoint_rate", "hazard_fix_rate", "guard_licensed"}
    assert [one for one in check(draft).errors if one.code.startswith(("MET", "SHP"))] == []
    assert "没有数值" not in capsys.readouterr().err
    assert main([*asked, "-o", str(out)]) == 2
    assert "已经有了" in capsys.readouterr().err


def test_single_kpis_are_chosen(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["measure", "--records", records, "--department", "工程部", "--period", "2025-H1"]
    assert main([*asked, "--kpis", "工单完成率/含上期遗留，报修响应时间"]) == 0
    out = capsys.readouterr().out
    assert "口径: with-carried-over" in out
    assert "中位数" in out
    assert "设备完好率" not in out


def test_the_queries_are_shown(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["measure", "--records", records, "--department", "工程部", "--period", "2025-H1", "--show-sql", "报修响应时间"]
    assert main(asked) == 0
    out = capsys.readouterr().out
    assert out.count("SELECT") >= 2
    assert out.endswith(";\n")


@pytest.mark.parametrize(
    "options, said",
    [
        (["--period", "去年某时"], "--period 看不懂"),
        (["--department", "没有部"], "没有叫“没有部”的部门"),
        (["--kpis", "巡更倒位率"], "是不是 巡更到位率"),
        (["--by", "propertie"], "propertie"),
        (["--records", "nowhere"], "找不到 nowhere"),
        (["--records", "oracle://x"], "不认识 oracle://"),
        (["--records", "postgresql://nobody@127.0.0.1:1/none"], "连不上数据库"),
    ],
)
def test_what_cannot_be_followed_is_told(records: str, options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["measure", "--records", records, "--department", "order", "--period", "2025", *options]
    assert main(asked) == 2
    assert said in capsys.readouterr().err


def test_a_mapping_is_followed(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "会议登记.csv").write_text("场,开始\n1,2025-03-01 09:00\n2,2025-03-02 09:00\n", encoding="utf-8")
    mapping = tmp_path / "对应.toml"
    mapping.write_text('[meetings]\ntable = "会议登记"\n[meetings.columns]\nid = "场"\nheld_at = "开始"\n', encoding="utf-8")
    asked = ["--records", str(tmp_path), "--mapping", str(mapping)]
    assert main(["measure", *asked, "--department", "logistics", "--period", "2025"]) == 0
    assert "数值: 2场次" in capsys.readouterr().out
    assert main(["records", "check", *asked]) == 0
    assert "会议 meetings：2 行" in capsys.readouterr().out


def test_records_are_looked_through(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "meetings.csv").write_text("id,held_at,备注\n1,2025-03-01 09:00,\n1,昨天,\n", encoding="utf-8")
    assert main(["records", "check", "--records", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    for line in ("会议 meetings：2 行", "  held_at：1行不是时间", "  id：1行编号重复", "  用不上的列：备注", "能算的指标 1 个："):
        assert f"{line}\n" in said
    assert main(["--lang", "en", "records", "check", "--records", str(tmp_path)]) == 1
    english = capsys.readouterr().out
    assert "  held_at: 1 rows: is no time\n" in english
    assert english.replace("备注", "").isascii()

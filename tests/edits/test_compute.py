"""Figures that a draft has computed from records: what is filled in, what stays, and what no draft can reach by itself."""

from __future__ import annotations

import pathlib

import pytest

from propsummary import Draft, Metric, Summary, check, dumps, loads, measure, read
from propsummary.edits import compute, fill_in
from propsummary.model import MetricsFrom
from propsummary.periods import Period
from propsummary.quantities import Quantity
from propsummary.records import from_files
from propsummary.testing.records import write_records

_YEAR = Period.parse("2025")
_TABLES = ("patrol_points", "shifts", "complaints", "hazards", "work_orders")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A folder for drafts, with records beside them."""
    made = tmp_path_factory.mktemp("草稿")
    write_records(made / "记录", rows=2_000, only=_TABLES)
    return made


def _draft(folder: pathlib.Path, text: str) -> Draft:
    file = folder / "总结.yaml"
    file.write_text(f"部门: 秩序部\n期间: 2025\n{text}", "utf-8")
    return read(file)


def _metrics(draft: Draft) -> dict[str, Metric]:
    assert draft.summary is not None
    return {metric.kpi: metric for metric in draft.summary.metrics}


def _codes(draft: Draft) -> list[tuple[str, str]]:
    return [(problem.code, problem.pointer) for problem in draft.problems]


def test_what_is_open_is_filled_in_what_is_typed_stays_what_is_asked_for_is_added(folder: pathlib.Path) -> None:
    typed = "{编号: m1, 指标库: patrol_checkpoint_rate, 数值: 12.0%}"
    left_open = "{编号: m2, 指标库: post_manning_rate, 目标值: ≥99%, 来源: 排班系统}"
    asked = "取数: {记录: 记录, 指标: [投诉处理及时率, 巡更到位率], 分组: [按月, 项目]}"
    draft = compute(_draft(folder, f"{asked}\n指标:\n  - {typed}\n  - {left_open}"))
    found = _metrics(draft)
    assert list(found) == ["patrol_checkpoint_rate", "post_manning_rate", "complaint_ontime"]
    assert found["patrol_checkpoint_rate"] == Metric(id="m1", kpi="patrol_checkpoint_rate", value=Quantity.parse("12.0%"))
    (whole,) = measure(folder / "记录", department="秩序部", period="2025", kpis=("post_manning_rate",), by=("month", "property"))
    filled = found["post_manning_rate"]
    assert (filled.value, filled.numerator, filled.denominator) == (whole.value, whole.numerator, whole.denominator)
    assert (filled.series, filled.breakdown, filled.baseline) == (whole.series, whole.breakdown, whole.baseline)
    assert (filled.id, str(filled.target), filled.source) == ("m2", "≥99%", "排班系统")
    assert found["complaint_ontime"].source.startswith("记录：")
    assert _codes(draft) == []
    assert [one.pointer for one in check(draft) if one.code == "NUM002"] == ["/metrics/0/value"]


def test_without_names_it_is_the_draft_s_own_metrics_and_all_if_it_has_none(folder: pathlib.Path) -> None:
    asked = "取数: {记录: 记录}"
    assert list(_metrics(compute(_draft(folder, f"{asked}\n指标: [{{指标库: patrol_checkpoint_rate}}]")))) == [
        "patrol_checkpoint_rate"
    ]
    every = measure(folder / "记录", department="秩序部", period="2025")
    assert tuple(_metrics(compute(_draft(folder, asked))).values()) == every
    own = compute(_draft(folder, f"{asked}\n指标: [{{名称: 便民服务, 数值: 2864人次}}]"))
    assert own.computed == ()


def test_a_definition_that_is_stated_is_the_one_that_is_computed(folder: pathlib.Path) -> None:
    asked = "取数: {记录: 记录, 指标: [隐患整改完成率]}"
    draft = compute(_draft(folder, f"{asked}\n指标: [{{编号: m1, 指标库: hazard_fix_rate, 口径: 只计本期发现}}]"))
    (computed,) = draft.computed
    assert computed.definition == "found-in-period"
    assert list(_metrics(draft)) == ["hazard_fix_rate"]
    assert _metrics(draft)["hazard_fix_rate"].definition == "只计本期发现"
    usual = compute(_draft(folder, f"{asked}\n指标: [{{编号: m1, 指标库: hazard_fix_rate}}]"))
    assert _metrics(usual)["hazard_fix_rate"].definition == "with-carried-over"
    assert len(usual.computed) == 2  # so that a typed figure by either of them is told from a wrong one


def test_what_cannot_be_computed_is_told_and_the_rest_is_computed(folder: pathlib.Path) -> None:
    asked = "取数: {记录: 记录, 指标: [没有的指标, 岗位到岗率, 业主满意率]}"
    metrics = "指标: [{指标库: visitor_reg_rate}, {指标库: cctv_online, 数值: 98.9%}]"
    draft = compute(_draft(folder, f"{asked}\n{metrics}"))
    assert _codes(draft) == [
        ("REF004", "/metrics_from/kpis/0"),
        ("REF004", "/metrics_from/kpis/2"),
        ("REF004", "/metrics/0"),
    ]
    assert "缺" in draft.problems[-1].zh.message
    assert all(problem.span is not None for problem in draft.problems)
    assert [metric.kpi for metric in draft.computed] == ["post_manning_rate"]


def test_an_unreadable_figure_is_unknown_and_not_open(folder: pathlib.Path) -> None:
    metrics = "指标: [{}, {指标库: patrol_checkpoint_rate, 数值: 很高}, {指标库: post_manning_rate}]"
    found = _metrics(compute(_draft(folder, f"取数: {{记录: 记录}}\n{metrics}")))
    assert found["patrol_checkpoint_rate"].value is None
    assert found["post_manning_rate"].value is not None


@pytest.mark.parametrize(
    "asked, place, said",
    [
        ("{记录: ../别处}", "records", "不在草稿所在的文件夹里"),
        ("{记录: /etc}", "records", "不在草稿所在的文件夹里"),
        (r"{记录: 'C:\记录'}", "records", "不在草稿所在的文件夹里"),
        (r"{记录: '\\服务器\记录'}", "records", "不在草稿所在的文件夹里"),
        ("{记录: 链接}", "records", "不在草稿所在的文件夹里"),
        ("{记录: 记录, 对应表: ../对应.toml}", "mapping", "不在草稿所在的文件夹里"),
        ("{记录: 'postgresql://user:geheim@db/x'}", "records", "没有连接"),
        ("{记录: 's3://bucket/records'}", "records", "没有连接"),
        ("{记录: 圈}", "records", ""),
        ("{指标: 岗位到岗率}", "records", "没有写“记录”在哪里"),
        ("{记录: 外面的}", "records", "指向记录文件夹外面的文件"),
        ("{记录: 没有}", "records", "找不到 没有"),
        ("{记录: 空的}", "records", "没有记录文件"),
        ("{记录: 记录, 对应表: 坏的.toml}", "mapping", "坏的.toml"),
        ("{记录: 记录, 分组: 天气}", "records", "天气"),
    ],
)
def test_what_a_draft_may_not_reach_or_cannot_is_told(folder: pathlib.Path, asked: str, place: str, said: str) -> None:
    (folder / "空的").mkdir(exist_ok=True)
    (folder / "坏的.toml").write_text("[没有的表]\n", "utf-8")
    (folder / "外面的").mkdir(exist_ok=True)
    (folder.parent / "shifts.csv").write_text("id\n1\n", "utf-8")
    for link, leads in (("链接", ".."), ("圈", "圈"), ("外面的/shifts.csv", "../../shifts.csv")):
        if not (folder / link).is_symlink():
            (folder / link).symlink_to(leads)
    draft = compute(_draft(folder, f"取数: {asked}"))
    (problem,) = draft.problems
    assert (problem.code, problem.pointer) == ("REF004", f"/metrics_from/{place}")
    assert said in problem.zh.message
    assert "geheim" not in problem.zh.message + problem.en.message
    assert draft.computed == ()
    assert check(draft, stage="final").problems


def test_the_caller_s_records_stand_for_those_that_the_draft_names(folder: pathlib.Path) -> None:
    asked = "取数: {记录: 'postgresql://db/x', 对应表: 没有.toml, 指标: [岗位到岗率]}"
    draft = compute(_draft(folder, asked), source=from_files(folder / "记录"), language="en")
    assert _codes(draft) == []
    assert _metrics(draft)["post_manning_rate"].name == "post manning rate"
    silent = compute(_draft(folder, "指标: [{指标库: post_manning_rate}]"), source=from_files(folder / "记录"))
    assert _metrics(silent)["post_manning_rate"].value is not None


@pytest.mark.parametrize("text", ["标题: 甲", "标题: 甲\n取数:"])
def test_a_draft_that_asks_for_nothing_is_given_back(folder: pathlib.Path, text: str) -> None:
    draft = _draft(folder, text)
    assert compute(draft) is draft
    assert compute(loads("[")).summary is None


@pytest.mark.parametrize(
    "text",
    ["部门: 没有部\n期间: 2025\n取数: {记录: 记录}", '部门: 秩序部\n期间: 2025\n取数: {记录: "a\\0b"}'],
)
def test_what_could_not_be_read_has_been_said(folder: pathlib.Path, text: str) -> None:
    draft = loads(text, folder=folder)
    assert draft.problems
    assert compute(draft) is draft


def test_a_draft_from_no_folder_reaches_nothing() -> None:
    assert _codes(compute(loads("部门: 秩序部\n期间: 2025\n取数: {记录: 记录}"))) == [("REF004", "/metrics_from/records")]


def test_a_property_s_summary_counts_its_own_rows(folder: pathlib.Path) -> None:
    asked = "取数: {记录: 记录, 指标: [岗位到岗率]}"
    whole = _metrics(compute(_draft(folder, asked)))["post_manning_rate"]
    own = _metrics(compute(_draft(folder, f"单位: {{公司: 甲, 项目: 云栖花园}}\n{asked}")))["post_manning_rate"]
    assert (str(whole.denominator), str(own.denominator)) == ("2000", "200")
    other = compute(_draft(folder, f"单位: {{项目: 别处}}\n{asked}"))
    assert _codes(other) == [("REF004", "/metrics_from/records")]
    assert "没有“别处”" in other.problems[0].zh.message


def test_a_property_may_be_called_otherwise_in_the_records(folder: pathlib.Path) -> None:
    """By a word of the mapping, by an expression, and by anything at all where there is only one."""
    words = """[shifts]
filter = "property <> '和风里'"
columns = {{ property = {home} }}
"""
    for home, counted in (
        ('{ column = "property", words = { "云栖花园" = "一期" } }', "200"),
        ('{ sql = "property || \'小区\'", words = { "南山府小区" = "一期" } }', "200"),
        ("{ sql = \"'二期'\" }", "1800"),
    ):
        (folder / "对应.toml").write_text(words.format(home=home), "utf-8")
        draft = compute(_draft(folder, "单位: {项目: 一期}\n取数: {记录: 记录, 对应表: 对应.toml, 指标: [岗位到岗率]}"))
        assert _codes(draft) == []
        assert str(_metrics(draft)["post_manning_rate"].denominator) == counted


def test_a_host_s_own_figures_are_filled_in(folder: pathlib.Path) -> None:
    computed = measure(folder / "记录", department="秩序部", period="2025", kpis=("岗位到岗率", "巡更到位率"))
    summary = Summary(
        department="秩序部",
        period=_YEAR,
        metrics=(Metric(id="post-manning-rate", name="巡更到位率"),),
    )
    filled = fill_in(Draft(summary=summary, computed=computed)).summary
    assert filled is not None
    assert [(metric.id, metric.value is None) for metric in filled.metrics] == [("post-manning-rate", False), ("", False)]


def test_what_measure_writes_is_the_beginning_of_a_draft(folder: pathlib.Path) -> None:
    metrics = measure(folder / "记录", department="秩序部", period="2025", by=("month", "property"))
    asked = MetricsFrom(records="记录", kpis=("岗位到岗率",), by=("month",))
    summary = Summary(department="秩序部", period=_YEAR, metrics_from=asked, metrics=metrics)
    for format in ("yaml", "json", "toml"):
        written = loads(dumps(summary, format=format), format=format, folder=folder)
        assert written.summary == summary
        assert [one for one in check(compute(written)).errors if one.code.startswith(("MET", "NUM", "SHP"))] == []

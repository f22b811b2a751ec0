"""REF: ids that are taken twice, ids that lead nowhere, files that are not there."""

from __future__ import annotations

import pathlib

import pytest

from propsummary.rules import check
from rule_drafts import draft, places, problems, report


@pytest.mark.parametrize(
    "text, where",
    [
        ("指标:\n  - {编号: m1, 名称: 甲}\n  - {编号: m1, 名称: 乙}", ["/metrics/1/id"]),
        ("案例: [{编号: x1, 标题: 甲}]\n风险: [{编号: x1, 说明: 乙}]", ["/risks/0/id"]),
        ("问题: [{编号: i1, 表现: 甲, 原因: [{编号: i1, 说明: 乙}]}]", ["/issues/0/root_causes/0/id"]),
        ("目标: [{编号: d1, 内容: 甲}]\n展望: {方向: [{编号: d1, 内容: 乙}]}", ["/outlook/directions/0/id"]),
        ("风险: [{编号: r1, 说明: 甲}, {编号: r1, 说明: 乙}, {编号: r1, 说明: 丙}]", ["/risks/1/id", "/risks/2/id"]),
    ],
)
def test_an_id_that_is_taken(text: str, where: list[str]) -> None:
    """The second one is reported, wherever it stands."""
    assert places(text, "REF001") == where


def test_the_first_owner_of_an_id_is_named() -> None:
    """Whoever reads the message knows both."""
    (problem,) = problems("指标: [{编号: c1, 名称: 到岗率}]\n措施: [{编号: c1, 内容: 增设夜班岗}]", "REF001")
    assert "措施“增设夜班岗”" in problem.message
    assert "指标“到岗率”（c1）" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "指标: [{名称: 甲}, {名称: 乙}]\n问题: [{表现: 丙, 原因: [{说明: 丁}, {说明: 戊}]}]",
        "指标: [{编号: m2, 名称: 甲}, {名称: 乙}]",
        "上期落实: [{对应: c1, 结论: 结转}]\n措施: [{编号: c1, 内容: 甲}]",
        "指标: [{编号: m1, 名称: 甲}, {编号: M1, 名称: 乙}]",
        "豁免: [{规则: ISS009, 位置: i1, 理由: 厂家检测报告未出}]\n问题: [{编号: i1, 表现: 甲}]",
    ],
)
def test_ids_that_differ(text: str) -> None:
    """Made-up ids never clash, and ids of the previous summary and of waivers are references, not ids."""
    assert places(text, "REF001") == []


@pytest.mark.parametrize(
    "text, where",
    [
        ("措施: [{编号: c1, 内容: 甲, 针对: [i1, i2]}]\n问题: [{编号: i1, 表现: 乙}]", ["/countermeasures/0/addresses/1"]),
        ("成绩: [{编号: a1, 标题: 甲, 指标: m7}]", ["/achievements/0/metrics/0"]),
        ("照片: [{编号: p1, 文件: a.jpg, 对照: p2}]", ["/photos/0/pair"]),
        ("图表: [{编号: h1, 类型: 折线, 指标: [m1]}]", ["/charts/0/metrics/0"]),
        ("目标: [{编号: g1, 内容: 甲, 指标: m1, 支撑: [i1]}]", ["/goals/0/metric", "/goals/0/supports/0"]),
        ("目标: [{编号: g1, 内容: 甲, 支撑: [绿化养护提升年]}]", ["/goals/0/supports/0"]),
        ("风险: [{编号: r1, 说明: 甲, 措施: [c9]}]", ["/risks/0/countermeasures/0"]),
        ("问题: [{编号: i1, 表现: 甲}, {编号: i2, 表现: 乙, 案例: [k1]}]", ["/issues/1/cases/0"]),
    ],
)
def test_an_id_that_leads_nowhere(text: str, where: list[str]) -> None:
    """Every reference is looked up, and pointed at."""
    assert places(text, "REF002") == where


def test_an_id_of_the_wrong_kind() -> None:
    """A measure answers issues and risks; a metric's id leads somewhere else."""
    (problem,) = problems("指标: [{编号: m1, 名称: 排队次数}]\n措施: [{编号: c1, 内容: 甲, 针对: [m1]}]", "REF002")
    assert "那是指标“排队次数”（m1）" in problem.message
    assert "问题、风险" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "成绩: [{编号: a1, 标题: 甲, 领域: 智慧社区专班}]",
        "目标: [{编号: g1, 内容: 甲, 支撑: [r1, 车辆管理, vehicles, 消防]}]\n风险: [{编号: r1, 说明: 乙}]",
        "目标: [{编号: g1, 内容: 甲, 支撑: [d1]}]\n展望: {方向: [{编号: d1, 内容: 丙}]}",
        "目标: [{编号: g1, 内容: 甲, 支撑: [i1]}]\n问题: [{编号: i1, 表现: 5}]",
        "目标: [{编号: g1, 内容: 甲, 支撑: [i1]}]\n问题: [{编号: 1, 表现: 乙}]",
        "措施: [{编号: c1, 内容: 甲, 针对: [i1]}]\n问题: 一大堆",
        "豁免: [{规则: ISS009, 位置: i77, 理由: 乙}]",
        "上期落实: [{对应: g4, 结果: 94.5%}]\n问题: [{编号: i1, 表现: 甲, 承接: i3}]",
    ],
)
def test_references_that_are_right_or_not_to_be_known(text: str) -> None:
    """Areas, what could not be read, waivers, and last time's ids without last time's summary."""
    assert places(text, "REF002") == []


def test_ids_of_the_previous_summary() -> None:
    """With the previous summary at hand its ids are looked up there, in the newest one only."""
    newest = draft("期间: 2024\n目标: [{编号: g1, 内容: 甲}]\n措施: [{内容: 乙}]").summary
    older = draft("期间: 2023\n目标: [{编号: g8, 内容: 甲}]").summary
    text = "上期落实: [{对应: g1}, {对应: c1}, {对应: g8}]\n问题: [{编号: i1, 表现: 丙, 承接: i4}]"
    assert newest is not None
    assert older is not None
    assert places(text, "REF002", previous=(newest, older)) == ["/follow_ups/2/of", "/issues/0/carried_from"]


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A draft's folder beside things that are not its own."""
    home = tmp_path / "draft"
    (home / "photos").mkdir(parents=True)
    (home / "photos" / "演练 前.jpg").write_bytes(b"x")
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (home / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    (home / "in.jpg").symlink_to(home / "photos" / "演练 前.jpg")
    (home / "loop.jpg").symlink_to(home / "loop.jpg")
    return home


@pytest.mark.parametrize("name", ["photos/演练 前.jpg", "./photos/演练 前.jpg", "photos/../in.jpg", "in.jpg"])
def test_a_file_that_is_there(folder: pathlib.Path, name: str) -> None:
    """Any way that stays in the folder."""
    assert places(f"照片: [{{文件: '{name}'}}]", "REF003", folder=folder) == []


@pytest.mark.parametrize(
    "name, words",
    [
        ("photos/演练后.jpg", "找不到"),
        ("photos", "找不到"),
        ("loop.jpg", "找不到"),
        ("长" * 300 + ".jpg", "找不到"),
        ("../secret.jpg", "不在草稿所在的文件夹里"),
        ("../nothing.jpg", "不在草稿所在的文件夹里"),
        ("/etc/passwd", "不在草稿所在的文件夹里"),
        ("C:/照片/1.jpg", "不在草稿所在的文件夹里"),
        ("out.jpg", "不在草稿所在的文件夹里"),
        ("photos\\演练 前.jpg", "反斜线"),
    ],
)
def test_a_file_that_is_not(folder: pathlib.Path, name: str, words: str) -> None:
    """Missing, or not the draft's own; whether a file outside exists is not told."""
    (problem,) = problems(f"照片: [{{文件: '{name}'}}]", "REF003", folder=folder)
    assert problem.pointer == "/photos/0/file"
    assert words in problem.message


def test_without_a_folder_files_are_not_looked_for() -> None:
    """The rule is told as skipped, with the reason."""
    checked = report("照片: [{文件: 没有.jpg}]", "REF003")
    assert list(checked) == []
    ((code, zh, en),) = checked.skipped
    assert code == "REF003"
    assert "文件夹" in zh.message
    assert "folder" in en.message


def test_a_summary_made_in_code_has_no_folder() -> None:
    """All other rules run."""
    summary = draft("照片: [{文件: 没有.jpg}]").summary
    assert summary is not None
    checked = check(summary)
    assert "REF003" in [code for code, _, _ in checked.skipped]
    assert "EVI002" in [problem.code for problem in checked]

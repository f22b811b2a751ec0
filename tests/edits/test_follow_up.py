"""The next summary, begun from the last one."""

from __future__ import annotations

import pathlib
import re

import attrs
import pytest
from hypothesis import given, settings

from propsummary import check, loads, read
from propsummary.cli import main
from propsummary.edits import follow_up
from propsummary.errors import UnknownNameError
from propsummary.model import Draft, Summary
from propsummary.periods import Period
from propsummary.problems import Language
from propsummary.testing.strategies import summaries

ROOT = pathlib.Path(__file__).parents[2]
FILES = (
    "tests/cases/structured/environment_2024_prev.yaml",
    "tests/cases/structured/environment_2025H1_chain.yaml",
    "examples/order-2025.yaml",
    "examples/logistics-2025.yaml",
)
BOTH: tuple[Language, ...] = ("zh", "en")
in_both = pytest.mark.parametrize("language", BOTH)


def _summary(text: str) -> Summary:
    read_back = loads(text)
    assert read_back.problems == ()
    assert read_back.summary is not None
    return read_back.summary


def _last(name: str) -> Summary:
    summary = read(ROOT / name).summary
    assert summary is not None
    return summary


@pytest.mark.parametrize("name", FILES)
@in_both
def test_it_goes_on_from_the_last_one(name: str, language: Language) -> None:
    """It reads without a fault, and nothing of the chain is broken; what is carried over recurs, and says so."""
    last = _last(name)
    draft = loads(follow_up(last, language=language))
    assert [problem.message for problem in draft.problems] == []
    report = check(draft, previous=last)
    chain = {problem.code for problem in report if problem.code.startswith(("CHN", "REF", "PSE"))}
    assert chain <= {"CHN004"}
    asked = {problem.path[0] for problem in report if problem.code == "WRD001"}
    assert {"metrics", "issues", "countermeasures", "goals", "follow_ups"} <= asked


@in_both
def test_what_it_holds(language: Language) -> None:
    last = _last(FILES[0])
    now = _summary(follow_up(last, language=language))
    assert now.period.label == "2025-H1"
    assert now.organization == last.organization
    assert [(m.kpi, m.name, m.value, m.baseline and m.baseline.text) for m in now.metrics[:2]] == [
        ("clean_pass", "保洁检查合格率", None, "93.0%"),
        ("", "环境类投诉", None, "38件"),
    ]
    assert {metric.baseline_period.label for metric in now.metrics if metric.baseline_period} == {"2024-H2"}
    assert [(i.id, i.carried_from, i.area, i.where) for i in now.issues] == [
        ("i1", "i1", "环境卫生", "车库坡道"),
        ("i2", "i2", "绿化", "12号楼北侧"),
    ]
    assert [measure.addresses for measure in now.countermeasures] == [("i1",), ("i2",)]
    assert [one.of for one in now.follow_ups] == ["g1", "c1", "c2"]
    assert len({metric.id for metric in now.metrics}) == len(now.metrics)


def test_what_is_settled_is_left_out() -> None:
    """Measures that are done and issues that were solved ask for nothing; a KPI that was reported is not asked for twice."""
    text = """
部门: 秩序部
期间: 2024
指标:
  - {编号: m1, 名称: 巡更到位率, 数值: 98.1%}
  - {编号: m2, 指标库: cctv_online}
问题:
  - {编号: i1, 表现: 东门排队}
  - {编号: i2, 表现: 岗亭漏雨，已于12月修复}
措施:
  - {编号: c1, 针对: [i1], 内容: 换相机, 状态: 完成, 佐证: 验收单}
  - {编号: c2, 内容: 划线, 状态: 取消}
"""
    now = _summary(follow_up(_summary(text)))
    assert now.follow_ups == ()
    assert [issue.carried_from for issue in now.issues] == [""]
    kpis = [metric.kpi for metric in now.metrics]
    assert kpis[0] == ""
    assert "patrol_checkpoint_rate" not in kpis
    assert "cctv_online" in kpis


@pytest.mark.parametrize(
    "period, following",
    [
        ("2024", "2025"),
        ("2024-H2", "2025-H1"),
        ("2024-Q4", "2025-Q1"),
        ("2024-12", "2025-01"),
        ("2024-01..2024-11", "2025-01..2025-11"),
        ("2024-01-01..2024-06-15", "2025-01-01..2025-06-15"),
    ],
)
def test_the_next_period(period: str, following: str) -> None:
    text = follow_up(Summary(department="order", period=Period.parse(period)))
    assert _summary(text).period.label == following


def test_awkward_words_stay_what_they_are() -> None:
    """Whatever YAML would make of them: marks, words for yes and no, numbers, line breaks."""
    text = """
部门: 秩序部
期间: 2024
单位: {公司: "a: b, #c", 项目: "no"}
指标:
  - {编号: "1", 名称: "含税: 否, [暂估]", 口径: "a/b", 单位: "件", 数值: "12"}
问题:
  - {编号: "yes", 标题: "第一行\n第二行 # 不是注释", 领域: "{x}", 部位: "'引号'"}
目标:
  - {编号: "g 1", 内容: "a\n\n- b"}
"""
    last = _summary(text)
    now = _summary(follow_up(last))
    assert now.organization == last.organization
    old, new = last.metrics[0], now.metrics[0]
    assert (new.id, new.name, new.definition, new.unit) == (old.id, old.name, old.definition, old.unit)
    assert new.baseline == old.value
    assert [(i.carried_from, i.area, i.where) for i in now.issues] == [("yes", "{x}", "'引号'")]
    assert [one.of for one in now.follow_ups] == ["g 1"]


def test_english_comments_say_nothing_in_chinese() -> None:
    comments = [line for line in follow_up(_last(FILES[0]), language="en").splitlines() if line.lstrip().startswith("#")]
    own = [line for line in comments if "last time:" not in line]
    assert not [line for line in own if re.search("[\u4e00-\u9fff]", line)]


def test_the_department_must_be_known() -> None:
    with pytest.raises(UnknownNameError):
        follow_up(Summary(department="没有的部门啊", period=Period.year(2024)))


@settings(deadline=None, max_examples=40)
@given(summaries())
def test_any_summary_can_be_gone_on_from(summary: Summary) -> None:
    """Whatever the last one holds, the next one reads without a fault and keeps what was published."""
    last = attrs.evolve(summary, department="order")
    draft: Draft = loads(follow_up(last), format="yaml")
    assert [(problem.code, problem.message) for problem in draft.problems] == []
    assert draft.summary is not None
    told = {problem.code for problem in check(draft, previous=last) if problem.code.startswith(("CHN", "PSE"))}
    assert told <= {"CHN004"}
    named = [metric for metric in last.metrics if (metric.kpi + metric.name).strip()]
    published = [metric.value for metric in named if metric.value is not None]
    assert [metric.baseline for metric in draft.summary.metrics[: len(published)]] == published


def test_the_command(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """It writes the draft, says how to go on, and never writes over anything unasked."""
    monkeypatch.chdir(tmp_path)
    last = str(ROOT / FILES[0])
    assert main(["follow-up", last]) == 0
    shown = capsys.readouterr().out
    assert shown == follow_up(_last(FILES[0]))
    assert main(["follow-up", last, "-o", "2025上.yaml"]) == 0
    assert "propsummary check 2025上.yaml --previous" in capsys.readouterr().err
    assert pathlib.Path("2025上.yaml").read_text(encoding="utf-8") == shown
    assert main(["follow-up", last, "-o", "2025上.yaml"]) == 2
    assert "--force" in capsys.readouterr().err
    assert main(["--lang", "en", "follow-up", last, "-o", "2025上.yaml", "--force"]) == 0
    assert "department:" in pathlib.Path("2025上.yaml").read_text(encoding="utf-8")
    assert main(["follow-up", "2025上.yaml", "-o", "2025上.yaml", "--force"]) == 2
    pathlib.Path("空.yaml").write_text("标题: x\n", encoding="utf-8")
    assert main(["follow-up", "空.yaml"]) == 2

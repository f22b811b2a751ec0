"""MET: figures in the voice of the people who print them; a right one is never accused."""

from __future__ import annotations

import importlib.util
import json
import math
import pathlib
import random
from fractions import Fraction
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from propsummary.model import Achievement, Metric, Summary
from propsummary.periods import Period
from propsummary.problems import Problem, Severity, parse_path
from propsummary.quantities import Direction, Quantity, read_change
from propsummary.quantities.wilson import wilson
from propsummary.rules import check
from propsummary.rules.goals import RULES as GOALS
from propsummary.rules.metrics import RULES as METRICS
from propsummary.rules.reporting_periods import RULES as PERIODS
from propsummary.serde import read_file
from propsummary.testing.strategies import summaries
from rule_drafts import draft, problems

_ROOT = pathlib.Path(__file__).parents[2]
_OWN = _ROOT / "tests" / "cases" / "own_figures"
_GOLDS = sorted(_OWN.glob("*.gold.json"))
_FIGURES = (*METRICS, *PERIODS, *(rule for rule in GOALS if rule.code in ("GOA003", "GOA004", "GOA005", "GOA007")))


def _found(text: str) -> list[Problem]:
    return list(check(draft(text), rules=_FIGURES).problems)


def _metric(fields: str, head: str = "") -> str:
    return f"{head}指标: [{{编号: m1, 来源: 台账, {fields}}}]\n"


def _proving() -> ModuleType:
    spec = importlib.util.spec_from_file_location("prove_figures", _ROOT / "scripts" / "prove_figures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_PROVING = _proving()


class TestProof:
    """Summaries made from true numbers."""

    @settings(max_examples=300, deadline=None)
    @given(st.integers(0, 2**32))
    def test_true_figures_are_never_accused(self, seed: int) -> None:
        """A true ratio, change, sum or complement, printed at any precision in any usual way, is right."""
        right, wrong = _PROVING.pairs(random.Random(seed))
        assert [(problem.code, problem.message) for problem in _PROVING.errors(right)] == []
        assert wrong

    @settings(max_examples=150, deadline=None)
    @given(st.integers(0, 2**32))
    def test_moved_figures_are_always_caught(self, seed: int) -> None:
        """A figure moved by more than its rounding is wrong."""
        for one in _PROVING.pairs(random.Random(seed))[1]:
            assert _PROVING.errors(one), one.metrics

    def test_the_script_tells_what_came_of_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The command counts and succeeds."""
        assert _PROVING.main(["60", "7"]) == 0
        assert "60 summaries with right figures: 0 false errors" in capsys.readouterr().out


class TestRatios:
    """MET005: numerator ÷ denominator."""

    @pytest.mark.parametrize(
        "fields",
        [
            "名称: 抽检合格率, 数值: 2%, 分子: 1, 分母: 40",
            "名称: 抽检合格率, 数值: 3%, 分子: 1, 分母: 40",
            "名称: 抽检合格率, 数值: 0.125, 分子: 1, 分母: 8",
            "指标库: security_case_rate, 数值: 0.41‰, 分子: 2, 分母: 4860",
            "指标库: complaint_rate, 口径: 按面积, 数值: 8.3件/万m², 分子: 43件, 分母: 5.2万m²",
            "指标库: complaint_rate, 口径: 按面积, 数值: 8.3件/万m², 分子: 43, 分母: 5.2",
            "指标库: lift_fault_rate, 数值: 0.30次/台·月, 分子: 43, 分母: 12",
            "指标库: lift_fault_rate, 数值: 0.30次/台·月, 分子: 43, 分母: 144",
            "指标库: training_hours, 数值: 45学时, 分子: 3026, 分母: 68",
            "指标库: energy_intensity, 数值: 11.3kgce/m², 分子: 523.4tce, 分母: 46318m²",
            "指标库: energy_intensity, 数值: 11.3kgce/m², 分子: 523.4, 分母: 46318",
            "指标库: power_intensity, 数值: 62.4kWh/m², 分子: 289.0万度, 分母: 46318平方米",
            "指标库: emergency_response_min, 数值: 4.2分钟, 分子: 3.22小时, 分母: 46起",
            "指标库: fee_rate_amount, 口径: 按金额, 数值: 91.3%, 分子: 48.21万元, 分母: 528000元",
            "指标库: fee_rate_amount, 口径: 按金额, 数值: 91.3%, 分子: 48.21万元, 分母: 52.80",
            "指标库: fee_rate_amount, 口径: 按金额, 数值: 91.3%, 分子: 48, 分母: 53, 备注: 单位万元",
            "名称: 巡更到位率, 数值: 约98%, 分子: 43078, 分母: 43690",
            "名称: 巡更到位率, 数值: 98%以上, 分子: 43078, 分母: 43690",
            "名称: 人均绿地, 数值: 12.4m²/人, 分子: 380次, 分母: 30人",
            "名称: 到位率, 数值: 98.6%, 分子: 12次, 分母: 48.2m²",
            "名称: 到位率, 数值: 0%, 分子: 0, 分母: 0",
        ],
    )
    def test_right_or_unknown(self, fields: str) -> None:
        """Half up, half to even, any unit that can be turned into another; what units do not settle is left alone."""
        assert problems(_metric(fields), "MET005") == []

    @pytest.mark.parametrize(
        "fields",
        [
            "名称: 投诉处理率, 数值: 66.8%, 分子: 2, 分母: 3",
            "名称: 巡更到位率, 数值: 99%以上, 分子: 42078, 分母: 43690",
            "指标库: security_case_rate, 数值: 0.41%, 分子: 2, 分母: 4860",
            "指标库: emergency_response_min, 数值: 4.3分钟, 分子: 193分钟, 分母: 46起",
            "指标库: complaint_rate, 口径: 按面积, 数值: 8.5件/万m², 分子: 43件, 分母: 5.2万m²",
            "指标库: fee_rate_amount, 口径: 按金额, 数值: 92.3%, 分子: 48.21万元, 分母: 52.80万元",
            "指标库: training_hours, 数值: 46.5学时/人, 分子: 3026, 分母: 68",
        ],
    )
    def test_wrong(self, fields: str) -> None:
        """One step in the last place is enough."""
        assert [problem.pointer for problem in problems(_metric(fields), "MET005")] == ["/metrics/0/value"]

    def test_both_intervals_are_told(self) -> None:
        """The message can be held against a calculator."""
        (problem,) = problems(_metric("名称: 巡更到位率, 数值: 98.7%, 分子: 43078, 分母: 43690"), "MET005")
        assert "98.7%，可能范围是[98.65%, 98.75%]，而43078÷43690=98.599…%" in problem.message
        assert "98.6%" in problem.hint

    def test_cut_digits(self) -> None:
        """66.6% for 2÷3 is not rounded, and the message says so."""
        (problem,) = problems(_metric("名称: 投诉处理率, 数值: 66.6%, 分子: 2, 分母: 3"), "MET005")
        assert "没有四舍五入" in problem.message
        assert "66.7%" in problem.hint

    @pytest.mark.parametrize(
        "definition, expected",
        [
            ("已整改÷（本期发现＋上期结转）", 1),
            ("已整改÷本期发现", 1),
            ("班组自定", 0),
        ],
    )
    def test_carried_over(self, definition: str, expected: int) -> None:
        """The definition says whether the denominator holds what was carried over; free words leave it open."""
        fields = f"指标库: hazard_fix_rate, 口径: {definition}, 数值: 97.9%, 分子: 374, 分母: 373, 上期结转: 9处"
        assert len(problems(_metric(fields), "MET005")) == expected

    def test_carried_over_is_explained(self) -> None:
        """What is missing is named."""
        fields = "指标库: hazard_fix_rate, 口径: 含上期结转, 数值: 97.9%, 分子: 374, 分母: 373, 上期结转: 9处"
        (problem,) = problems(_metric(fields), "MET005")
        assert "上期结转9处" in problem.message


class TestChanges:
    """MET006 and MET012: from baseline to value."""

    @pytest.mark.parametrize(
        "fields",
        [
            "名称: 电费, 数值: 48.21万元, 上期值: 50.3万元, 变化: -4.2%",
            "名称: 电费, 数值: 48.21, 单位: 万元, 上期值: 50.3, 变化: -2.1万元",
            "名称: 电费, 数值: 2.6万元, 上期值: 2.4, 变化: 8.3%",
            "名称: 电费, 数值: 2.6万元, 上期值: 24000元, 变化: 增长8.3%",
            "名称: 平均修复时长, 数值: 1.5小时, 上期值: 110分钟, 变化: 缩短20分钟",
            "名称: 投诉, 数值: 29件, 上期值: 38件, 变化: 23.7%, 方向: 越低越好",
            "名称: 投诉, 数值: 29件, 上期值: 38起, 变化: 减少9件",
            "名称: 投诉, 数值: 0件, 上期值: 0件, 变化: 持平",
            "名称: 到岗率, 数值: 98.7%, 上期值: 98.6%, 变化: 基本持平",
            "名称: 到岗率, 数值: 98.6%, 上期值: 99%, 变化: 持平",
            "名称: 访客, 数值: 约1.2万人次, 上期值: 9800人次, 变化: 约22%",
            "名称: 响应, 数值: 4.2分钟, 上期值: 5.6分钟, 变化: 提升25%, 方向: 越低越好",
            "名称: 线上缴费, 数值: 800户, 上期值: 400户, 变化: 翻番",
            "名称: 线上缴费, 数值: 720户, 上期值: 400户, 变化: 增长0.8倍",
            "名称: 投诉率, 数值: 1.8‰, 上期值: 2.4‰, 变化: 下降0.6个千分点",
            "名称: 投诉率, 数值: 1.8‰, 上期值: 2.4‰, 变化: 下降0.06个百分点",
            "名称: 欠费率, 数值: 6.3%, 上期值: 9.4%, 变化: 下降超过30%",
            "名称: 满意度得分, 数值: 88.5分, 上期值: 85.0分, 变化: +3.5分",
            "名称: 照明完好率, 数值: 99.5%, 上期值: 98.5%, 变化: 提升1.0%",
            "名称: 一次解决率, 数值: 86.4%, 上期值: 83%, 变化: 提升3.1个百分点",
            "指标库: energy_yoy, 数值: 3.2%, 上期值: -2.1%, 变化: 提高5.3个百分点",
            "名称: 投诉, 数值: 29件, 变化: -23.7%",
            "名称: 投诉, 数值: 29件, 上期值: 3.1%, 变化: -23.7%",
        ],
    )
    def test_right_or_unknown(self, fields: str) -> None:
        """Hedged figures are not computed with, and magnitudes need no sign where a fall is the good news."""
        assert [p.code for p in _found(_metric(fields)) if p.code in ("MET006", "MET012")] == []

    @pytest.mark.parametrize(
        "fields",
        [
            "名称: 投诉, 数值: 29件, 上期值: 38件, 变化: -25.7%",
            "名称: 投诉, 数值: 29件, 上期值: 38件, 变化: 减少8件",
            "名称: 投诉, 数值: 29件, 上期值: 38件, 变化: 增加9件",
            "名称: 投诉, 数值: 29件, 上期值: 30件, 变化: 持平",
            "名称: 到岗率, 数值: 98.6%, 上期值: 98.7%, 变化: 持平",
            "名称: 火灾, 数值: 2起, 上期值: 0起, 变化: 增长200%",
            "指标库: post_manning_rate, 数值: 97.1%, 上期值: 98.6%, 变化: 1.5个百分点",
            "名称: 欠费率, 数值: 8.3%, 上期值: 9.4%, 变化: 下降超过30%",
            "名称: 电费, 数值: 48.21万元, 上期值: 50.3万元, 变化: -6.2%",
            "名称: 修复时长, 数值: 1.5小时, 上期值: 110分钟, 变化: 缩短30分钟",
            "名称: 持证率, 数值: 95.8%, 上期值: 86.4%, 变化: 提升8.4个百分点",
        ],
    )
    def test_fits_in_no_reading(self, fields: str) -> None:
        """One problem, and it stands at the change."""
        assert [(p.code, p.pointer) for p in _found(_metric(fields))] == [("MET006", "/metrics/0/change")]

    @pytest.mark.parametrize(
        "fields, right",
        [
            ("名称: 欠费率, 数值: 6.3%, 上期值: 9.4%, 变化: 降低3.1%", "降低3.1个百分点"),
            ("名称: 返修率, 数值: 4.0%, 上期值: 5.0%, 变化: 下降20个百分点", "下降20%"),
            ("名称: 投诉率, 数值: 1.8‰, 上期值: 2.4‰, 变化: 下降0.6%", "降低0.6个千分点"),
            ("名称: 线上率, 数值: 5%, 上期值: 0%, 变化: 提升5%", "提高5个百分点"),
        ],
    )
    def test_the_other_reading_fits(self, fields: str, right: str) -> None:
        """It is told as percent or points mixed up, not as a wrong figure, and the right one is written out."""
        (problem,) = _found(_metric(fields))
        assert problem.code == "MET012"
        assert f"“{right}”" in problem.message

    def test_the_reading_that_does_not_fit_is_told_in_words(self) -> None:
        """With a decimal or two, as a manager would say it."""
        (problem,) = problems(_metric("名称: 按时率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8%"), "MET012")
        assert "按百分比算是增长10.7%，" in problem.message
        (problem,) = problems(_metric("名称: 返修率, 数值: 4.0%, 上期值: 5.0%, 变化: 下降20个百分点"), "MET012")
        assert "按百分点算只是降低1.0个百分点，" in problem.message

    def test_zero(self) -> None:
        """From zero there is no percentage."""
        (problem,) = problems(_metric("名称: 火灾, 数值: 2起, 上期值: 0起, 变化: 增长200%"), "MET006")
        assert "从零开始" in problem.message


def _phrases() -> list[dict[str, Any]]:
    files = sorted((_ROOT / "tests" / "cases").glob("phrases*/changes.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["consistent"] is not None and not _is_spoken(row["change"]["text"])]


def _is_spoken(change: str) -> bool:
    """翻番 and 减半 are said, not computed: a metric's are not held against its figures."""
    return change[0] in "翻减"


@pytest.mark.parametrize("row", _phrases(), ids=lambda row: row["id"])
def test_changes_in_sentences(row: dict[str, Any]) -> None:
    """What a careful reader finds in a sentence is found in the same figures of a metric."""
    verb = "下降" if row["change"]["direction"] == "down" else "上升"
    change = read_change(row["change"]["text"]) or read_change(verb + row["change"]["text"])
    assert change is not None
    direction = Direction.DOWN if verb == "下降" else Direction.UP
    told = attrs.evolve(change, direction=direction, text=verb + change.text)
    baseline, value = (Quantity.parse(row[key]["text"]) for key in ("baseline", "value"))
    metric = Metric(id="m1", name="指标", baseline=baseline, value=value, change=told)
    found = [p.code for p in check(_PROVING.summary(metric), rules=METRICS).problems if p.code in ("MET006", "MET012")]
    rate = value.unit is not None and value.unit.is_rate
    points = change.unit is not None and change.unit.dimension == "points"  # of a count there are none
    due = "MET012" if (rate or points) and row["fits"] in ("percent", "point") else "MET006"
    assert found == ([] if row["consistent"] else [due])


@pytest.mark.parametrize("row", _phrases(), ids=lambda row: row["id"])
def test_changes_that_sentences_tell(row: dict[str, Any]) -> None:
    """The sentence itself is judged as a careful reader judges it."""
    told = Achievement(id="a1", title="成果", text=row["text"])
    summary = Summary(department="秩序部", period=Period.year(2025), achievements=(told,))
    found = check(summary, rules=METRICS).problems
    assert [p.code in ("MET006", "MET012") for p in found] == [True] * (not row["consistent"])
    assert {p.pointer for p in found} <= {"/achievements/0/text"}


@pytest.mark.parametrize(
    "text",
    [
        "东门高峰排队超8分钟由41次降到17次，仍比目标多5次。",
        "报修及时率由91.0%升到94.2%，距年度目标还差1.8个百分点。",
        "公共用电由132万度降到126万度，比预算少4%。",
        "平均到场时间由5分钟缩短到4分钟，效率提升25%。",
        "投诉42件，去年56件，少14件，降25%。",
        "用电126.5万度，比上年的133.0万度少6.5万度，降4.9%。",
        "访客2.4万人次，上年2.0万人次，多0.4万人次，增长20%。",
        "响应12分钟，去年15分钟，快3分钟，缩短20%。",
        "发案12起，上年16起，少发4起，降幅25%。",
        "每班由8人减为6人，3班共减6人，减少25%。",
        "岗位由6个减到5个，全年减少夜班365个，减少16.7%。",
        "东区由20起降到15起，西区由10起降到6起，合计减少9起，下降30%。",
        "报案由7起降至3起，少了一半多。",
    ],
)
def test_told_against_something_else(text: str) -> None:
    """A target, a budget, or speed in place of time."""
    told = f"成绩: [{{编号: a1, 标题: 成果, 说明: '{text}'}}]\n"
    assert not [*problems(told, "MET006"), *problems(told, "MET012")]


@pytest.mark.parametrize(
    "text",
    [
        "应检电梯120台，实检118台，检验率99.5%。",
        "隐患32处，已整改30处，整改率100%。",
        "全年应到巡更点62780个，实到61587个，到位率98.6%；违停处置1103起。",
        "合格率96.8%（检查500次，合格474次）。",
    ],
)
def test_rates_that_sentences_tell(text: str) -> None:
    """Both counts are said to be its share and its whole, and do not make it."""
    assert [p.pointer for p in problems(f"成绩: [{{编号: a1, 标题: 成果, 说明: '{text}'}}]\n", "MET005")] == [
        "/achievements/0/text"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "应检电梯120台，实检118台，检验率98.3%。",
        "受理工单3600件，一次解决3128件，一次解决率由84.2%提高到86.9%。",
        "受理报修3500件，按时3388件，及时率由95.0%升至96.8%，其中下半年97.4%。",
        "报修1280单，其中水电700单、土建300单、其他280单，完成1270单，完成率99.2%。",
        "发现隐患32处，整改30处，上年整改率100%。",
        "检查500次，合格474次，合格率要达到97%。",
        "检查500次，新增点位474个，合格率97%。",
        "接待访客1200人次，登记1180人次，满意率97%。",
    ],
)
def test_rates_of_something_else(text: str) -> None:
    """Where it came from, what it is to be, another year, counts that make no such rate."""
    assert not problems(f"成绩: [{{编号: a1, 标题: 成果, 说明: '{text}'}}]\n", "MET005")


_DIVIDED = "成绩: [{{编号: a1, 标题: 成果, 说明: '{}'}}]\n"


@pytest.mark.parametrize(
    "text",
    [
        "全年组织活动24场，其中节日活动9场、亲子活动7场、健康讲座6场、其他3场。",
        "报修905单：空调312单、照明208单、给排水197单、门窗家具141单、其他57单。",
        "受理投诉64件，按类别分：停车31件，噪声20件，其他问题11件。",
    ],
)
def test_parts_that_sentences_tell(text: str) -> None:
    """The rest is told, so that nothing is left out, and the parts make something else."""
    assert [p.pointer for p in problems(_DIVIDED.format(text), "MET007")] == ["/achievements/0/text"]


@pytest.mark.parametrize(
    "text",
    [
        "全年组织活动25场，其中节日活动9场、亲子活动7场、健康讲座6场、其他3场。",
        "全年组织活动24场，其中节日活动9场、亲子活动7场、健康讲座6场。",
        "参加24人，其中党员9人、女性15人、持证20人。",
        "投诉24件，其中噪声8件，比去年的15件少7件，其他9件。",
        "投诉由30件降到24件，其中噪声由15件降到8件，其他16件。",
        "投诉64件，其中停车27件（地库12件），噪声20件，其他11件。",
        "接报修1280单，其中水电约700单、土建300余单、其他200单。",
    ],
)
def test_parts_of_something_else(text: str) -> None:
    """They make it, leave the rest out, overlap, or other figures stand between them."""
    assert not problems(_DIVIDED.format(text), "MET007")


def test_a_change_told_twice_is_one_problem() -> None:
    """What the metric holds just so is told of the metric."""
    text = "指标: [{编号: m1, 名称: 投诉, 数值: 96件, 上期值: 128件, 变化: 下降35%}]\n"
    text += "成绩: [{编号: a1, 标题: 投诉, 说明: 全年受理投诉96件，比上年的128件下降35%。}]\n"
    assert [p.pointer for p in problems(text, "MET006")] == ["/metrics/0/change"]


class TestParts:
    """MET007: what a breakdown adds up to."""

    @pytest.mark.parametrize(
        "fields",
        [
            "名称: 工单, 数值: 1.2万单, 构成: {维修: 0.5, 投诉: 0.3, 咨询: 0.4}",
            "名称: 工单, 数值: 1.2万单, 构成: {维修: 5013, 投诉: 3021, 咨询: 3966}",
            "名称: 投诉, 数值: 3件, 构成: {甲: 33.3%, 乙: 33.3%, 丙: 33.3%}",
            "名称: 投诉, 数值: 50件, 构成: {漏水: 21, 噪音: 14, 合计: 50, 停车: 15}",
            "名称: 投诉, 数值: 50件, 构成: {漏水: 21, 噪音: 14}, 备注: 只列前两类",
            "名称: 投诉, 数值: 50件, 构成: {其中夜间: 11}",
            "名称: 投诉, 数值: 50余件, 构成: {漏水: 31, 噪音: 24}",
            "名称: 平均响应, 数值: 4.2分钟, 构成: {治安: 3.8, 医疗: 2.9, 纠纷: 4.6}",
            "名称: 满意率, 数值: 93.4%, 构成: {非常满意: 60.2%, 满意: 33.2%}",
            "名称: 满意率, 数值: 93.4%, 构成: {非常满意: 60.2%, 满意: 33.2%, 不满意: 6.6%}",
            "名称: 服务人次, 数值: 50人次, 构成: {搬运: 30, 推车: 25}, 备注: 5人次同时计入两类，有重复",
        ],
    )
    def test_right_or_owned_up_to(self, fields: str) -> None:
        """Rounded shares, shared multipliers, means of parts, and what the note explains."""
        assert problems(_metric(fields), "MET007") == []

    @pytest.mark.parametrize(
        "fields, told",
        [
            ("名称: 投诉, 数值: 50件, 构成: {漏水: 21, 噪音: 14, 停车: 9}", "少6件"),
            ("名称: 投诉, 数值: 50件, 构成: {漏水: 21, 噪音: 14, 停车: 19}", "多4件"),
            ("名称: 投诉, 数值: 50件, 构成: {漏水: 42.0%, 噪音: 28.0%, 停车: 18.0%}", "至少差11.85%"),
            ("名称: 工单, 数值: 1.2万单, 构成: {维修: 0.5, 投诉: 0.3, 咨询: 0.1}", "至少差1000单"),
            ("名称: 满意率, 数值: 93.4%, 构成: {非常满意: 60.2%, 满意: 30.2%}", "至少差2.85%"),
        ],
    )
    def test_wrong(self, fields: str, told: str) -> None:
        """What is missing, or too much, is named."""
        (problem,) = problems(_metric(fields), "MET007")
        assert told in problem.message

    @pytest.mark.parametrize(
        "fields, series",
        [
            ("名称: 清运垃圾, 数值: 1236吨", "398吨 412吨 426吨"),
            ("名称: 清运垃圾, 数值: 1.24千吨", "398吨 412吨 426吨"),
            ("名称: 清运垃圾, 数值: 1246吨", "398吨 412吨"),  # one month is not told
            ("名称: 走访, 数值: 1246户", "398户 512户 626户"),  # some were called on twice
            ("名称: 累计收费, 数值: 300万元", "90万元 100万元 210万元"),
            ("名称: 收费, 数值: 300万元", "30万元 90万元 300万元"),  # each told since the beginning
            ("名称: 灭火器, 数值: 426具", "398具 412具 420具"),  # so many were there
            ("名称: 平均到场时间, 数值: 12分钟", "4分钟 4分钟 5分钟"),
            ("名称: 清运垃圾, 数值: 1246吨, 备注: 另有装修垃圾未列", "398吨 412吨 426吨"),
        ],
    )
    def test_months_that_need_not_add_up(self, fields: str, series: str) -> None:
        """They do, or nobody can say that they should."""
        assert problems(_months(fields, series), "MET007") == []

    @pytest.mark.parametrize(
        "fields, series",
        [
            ("名称: 清运垃圾, 数值: 1246吨", "398吨 412吨 426吨"),
            ("名称: 受理报修, 数值: 612单", "198单 201单 231单"),
            ("名称: 用电, 数值: 36.2万kWh", "12.1 12.0 11.1"),
        ],
    )
    def test_months_that_do_not_make_the_quarter(self, fields: str, series: str) -> None:
        """Every month is told and the sum is close by, but not it."""
        (problem,) = problems(_months(fields, series), "MET007")
        assert problem.pointer == "/metrics/0/series"


def _months(fields: str, series: str) -> str:
    points = ", ".join(f"{{期间: 2025-0{month}, 数值: {value}}}" for month, value in enumerate(series.split(), 4))
    return _metric(f"{fields}, 走势: [{points}]", "期间: 2025-Q2\n")


class TestOtherMetrics:
    """MET001 to MET004 and MET008 to MET011."""

    @pytest.mark.parametrize(
        "fields",
        [
            "指标库: budget_execution, 数值: 104.3%",
            "指标库: energy_yoy, 数值: -2.1%, 上期值: 3.2%",
            "指标库: safe_km, 数值: 12.6万公里",
            "指标库: cctv_days, 数值: 3个月, 上期值: 30天",
            "指标库: fire_drills, 数值: 2场次, 上期值: 1次, 目标值: ≥2场",
            "指标库: fire_incidents, 数值: 0宗, 上期值: 1件",
            "指标库: parking_turnover, 数值: 2.3次/位·日",
            "指标库: turnover_rate, 口径: 离职÷平均在册, 数值: 14.7%",
            "指标库: turnover_rate, 数值: 14.7%, 备注: 分母按平均在册人数",
            "指标库: complaint_rate, 口径: 按户, 数值: 3.1‰, 目标值: ≤3‰",
            "名称: 净增车位, 数值: -3个",
            "名称: 投诉同比变化率, 数值: -20%, 分子: -5, 分母: 25",
            "名称: 楼宇能耗下降幅度, 数值: 2.6%, 分子: -2.6万kWh, 分母: -100万kWh",
            "名称: 投诉处理率, 数值: 100%, 分子: 0, 分母: 0",
            "名称: 年度计划完成率, 数值: 112%",
            "名称: 满意率, 数值: 93.4%, 样本量: 500",
            "名称: 巡更到位率, 数值: 92.5%, 分母: 40",
            "名称: 投诉处理率, 口径: 含上月遗留, 上期口径: 含上月遗留, 数值: 91.3%, 上期值: 90%",
            "名称: 人均学时, 数值: 12.5学时/人, 上期值: 11学时/人",
            "名称: 绿化用水, 数值: 1.2万吨, 上期值: 13000立方米, 目标值: ≤1.25万m³",
            "指标库: water_per_cap, 口径: 按在园人数, 数值: 32吨/人, 上期值: 31.5m³/人",
            "名称: 满意率, 数值: 95.2%, 上期值: 93.1",
            "名称: 投诉率, 数值: 0.5%, 上期值: 0.6, 目标值: ≤0.4%",
            "名称: 容积率, 数值: 0.95, 上期值: 0.93",
        ],
    )
    def test_nothing_to_say(self, fields: str) -> None:
        """Usual units, honest extremes, stated definitions."""
        assert [(p.code, p.message) for p in _found(_metric(fields))] == []

    @pytest.mark.parametrize(
        "code, fields",
        [
            ("MET002", "指标库: sat_score, 数值: 92.3%"),
            ("MET002", "指标库: security_case_rate, 数值: 2件"),
            ("MET002", "指标库: lift_fault_rate, 数值: 0.8%"),
            ("MET002", "名称: 投诉, 数值: 29件, 上期值: 3.1%"),
            ("MET002", "名称: 除冰盐, 数值: 1.2吨, 上期值: 3立方米"),
            ("MET002", "名称: 用水, 数值: 1.2万吨, 上期值: 48万元"),
            ("MET002", "名称: 到岗率, 数值: 0.952, 目标值: ≥95%"),
            ("MET002", "名称: 到岗率, 数值: 95.2%, 上期值: 0.931"),
            ("MET003", "名称: 消防器材完好率, 数值: 101.2%"),
            ("MET003", "名称: 投诉, 数值: -3件"),
            ("MET003", "指标库: sat_score, 数值: 103分"),
            ("MET003", "指标库: post_manning_rate, 数值: 99.5%, 上期值: 102%"),
            ("MET003", "名称: 满意率, 数值: 92%, 样本量: -5"),
            ("MET003", "名称: 投诉处理率, 数值: 50%, 分子: 5, 分母: -10件"),
            ("MET005", "名称: 投诉处理率, 数值: 50%, 分子: 5, 分母: 0"),
            ("MET004", "指标库: emergency_response_min, 数值: 45分钟"),
            ("MET004", "指标库: security_case_rate, 数值: 4.1%"),
            ("MET008", "名称: 巡更到位率, 数值: 92.6%, 分子: 37"),
            ("MET008", "名称: 参训率, 数值: 91.3%, 样本量: 60, 备注: 全员"),
            ("MET009", "指标库: fee_rate_amount, 数值: 91.3%"),
            ("MET010", "指标库: fee_rate_amount, 口径: 按金额, 数值: 91.3%, 上期值: 90%, 备注: 上期按户数计算"),
            ("MET010", "指标库: fee_rate_amount, 口径: 含往年欠费, 上期口径: 不含往年欠费, 数值: 91.3%, 上期值: 90%"),
            ("MET010", "名称: 投诉处理率, 口径: 含上月遗留, 上期口径: 只算当月受理, 数值: 91.3%, 上期值: 90%"),
            ("MET011", "名称: 满意率, 数值: 90%, 样本量: 30"),
        ],
    )
    def test_found(self, code: str, fields: str) -> None:
        """The rule that is meant speaks."""
        assert code in [problem.code for problem in _found(_metric(fields))]

    @pytest.mark.parametrize("note", ["上期口径不同，两期不可比", "上期值已按本期口径重算", "两期口径一致"])
    def test_definitions_that_are_squared(self, note: str) -> None:
        """Who says that the two cannot be compared, or has put it right, mixes nothing."""
        fields = f"指标库: turnover_rate, 口径: 离职÷平均在册, 数值: 14.7%, 上期值: 22.4%, 备注: {note}"
        assert problems(_metric(fields), "MET010") == []

    @pytest.mark.parametrize("fields", ["数值: 3.2%", "数值: 31.2%, 备注: 按全年应收计"])
    def test_part_of_a_year(self, fields: str) -> None:
        """What is usual in a year says nothing of a quarter."""
        kpi = "turnover_rate" if "备注" not in fields else "fee_rate_amount"
        assert problems(_metric(f"指标库: {kpi}, {fields}", "期间: 2025-Q1\n"), "MET004") == []

    def test_more_than_a_year_s_in_a_part_of_it(self) -> None:
        """A part of a year may hold little, but no more than a whole one usually does."""
        water = "指标库: water_per_cap, 名称: 人均用水量, 数值: {}"
        assert problems(_metric(water.format("1.2m³/人"), "期间: 2025年1—11月\n"), "MET004") == []
        assert problems(_metric(water.format("41.2m³/人"), "期间: 2025年1—11月\n"), "MET004") == []
        assert len(problems(_metric(water.format("412m³/人"), "期间: 2025年1—11月\n"), "MET004")) == 1

    def test_what_is_usual_is_told_in_the_unit_that_is_usual(self) -> None:
        """4.5 hours are no answer in minutes: nobody thinks in hundredths of an hour."""
        (problem,) = problems(_metric("指标库: emergency_response_min, 数值: 4.5小时"), "MET004")
        assert "[0.5分钟, 30分钟]" in problem.message

    def test_source_at_both_stages(self) -> None:
        """A metric without source is a warning while the summary is written, an error when it is handed in."""
        text = "指标: [{编号: m1, 名称: 投诉, 数值: 3件}]\n"
        severities = [problems(text, "MET001", stage=stage)[0].severity for stage in ("draft", "final")]
        assert severities == [Severity.WARNING, Severity.ERROR]

    def test_what_could_not_be_read_is_not_missing(self) -> None:
        """A source of the wrong type is unknown."""
        assert problems("指标: [{编号: m1, 名称: 投诉, 数值: 3件, 来源: 12}]\n", "MET001") == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(summaries())
def test_no_rule_falls_over(summary: Summary) -> None:
    """Whatever a summary holds, the rules on figures have their say and none crashes."""
    assert "PSE900" not in [problem.code for problem in check(summary, rules=_FIGURES).problems]


class TestWilson:
    """The interval behind MET011."""

    @settings(deadline=None)
    @given(st.integers(1, 5000), st.data())
    def test_against_the_textbook(self, size: int, data: st.DataObject) -> None:
        """It is what the formula gives, it holds the share, and a larger sample narrows it."""
        share = Fraction(data.draw(st.integers(0, size)), size)
        found, p, z = wilson(share, size), float(share), 1.96
        assert found.low is not None
        assert found.high is not None
        assert 0 <= found.low <= share <= found.high <= 1
        spread = z * math.sqrt(p * (1 - p) / size + z * z / (4 * size * size)) / (1 + z * z / size)
        assert float(found.high - found.low) == pytest.approx(2 * spread, abs=1e-6)
        wider = wilson(share, size * 4)
        assert wider.high is not None
        assert wider.low is not None
        assert wider.high - wider.low <= found.high - found.low

    @pytest.mark.parametrize("share, size", [(Fraction(3, 2), 10), (Fraction(-1), 10), (Fraction(1, 2), 0)])
    def test_no_sample(self, share: Fraction, size: int) -> None:
        """More than all, less than nothing, or nobody asked."""
        with pytest.raises(ValueError):
            wilson(share, size)


def test_there_are_cases() -> None:
    """The table below would pass if it were empty."""
    assert len(_GOLDS) >= 8


@pytest.mark.parametrize("gold", _GOLDS, ids=lambda gold: gold.name.removesuffix(".yaml.gold.json"))
def test_case(gold: pathlib.Path) -> None:
    """In whole drafts what was planted is found at its place, and nothing else is accused."""
    planted = json.loads(gold.read_text(encoding="utf-8"))
    read = read_file(_OWN / planted["file"])
    assert read.problems == ()
    found = {(p.code, p.severity.value, p.path): p.message for p in check(read, rules=_FIGURES).problems}
    told = [(one["code"], one["severity"], parse_path(one["path"])) for one in planted["findings"]]
    assert [one for one in told if not any(_agree(one, other) for other in found)] == []
    assert {key: said for key, said in found.items() if not any(_agree(one, key) for one in told)} == {}


def _agree(one: tuple[str, str, tuple[str | int, ...]], other: tuple[str, str, tuple[str | int, ...]]) -> bool:
    """Code and severity are the same, and one place holds the other."""
    shorter = min(len(one[2]), len(other[2]))
    return one[:2] == other[:2] and one[2][:shorter] == other[2][:shorter]


class TestChangesInWords:
    """Changes as people say them: shares of the baseline, and words that say better or worse rather than up or down."""

    @pytest.mark.parametrize(
        ("name", "baseline", "value", "change"),
        [
            ("报修响应时间", "30分钟", "20分钟", "缩短三分之一"),
            ("报修响应时间", "29分钟", "20分钟", "缩短1/3"),
            ("投诉", "12件", "9件", "减少四分之一"),
            ("电梯故障", "21起", "10起", "减半"),
            ("平均到场用时", "4.2小时", "3.1小时", "提速26.2%"),
            ("平均到场用时", "4.2小时", "3.1小时", "提速35.5%"),  # by speed
            ("返修率", "6.9%", "4%", "改善2.9个百分点"),
            ("多种经营收入", "100万元", "96.8万元", "增长-3.2%"),
        ],
    )
    def test_right_words_are_never_accused(self, name: str, baseline: str, value: str, change: str) -> None:
        """A careful colleague may say it so."""
        text = _metric(f"名称: {name}, 数值: {value}, 上期值: {baseline}, 变化: {change}")
        assert [problem for problem in _found(text) if problem.code == "MET006"] == []

    @pytest.mark.parametrize(
        ("baseline", "value", "change", "said"),
        [
            ("12件", "9件", "减少三分之一", "而由12件到9件是减少3件（相对下降25.0%）"),
            ("95%", "90%", "提高5个百分点", "方向反了：由95%到90%是降低5个百分点"),
            ("4.2小时", "3.1小时", "提速46.2%", "也只在下降24.1%和下降28.2%之间"),
            ("31起", "19起", "-38.5%", "而由31起到19起是减少12起（相对下降38.7%）"),
            ("19起", "31起", "-63.2%", "方向反了"),
            ("100件", "92件", "比上半年下降5%", "减少8件（相对下降8.0%）"),
            ("100件", "92件", "下降百分之五", "减少8件（相对下降8.0%）"),
        ],
    )
    def test_wrong_words_are_told_so_that_anybody_understands(self, baseline: str, value: str, change: str, said: str) -> None:
        """What it is, in the words of a sentence."""
        found = _found(_metric(f"名称: 某项, 数值: {value}, 上期值: {baseline}, 变化: {change}"))
        assert [said in problem.message for problem in found if problem.code == "MET006"] == [True]

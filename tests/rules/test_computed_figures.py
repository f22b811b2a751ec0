"""NUM002 on typed figures: what the records bear out is never accused, what they do not is, with the counts behind it."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary.model import Metric
from propsummary.problems import Problem
from propsummary.quantities import Quantity
from propsummary.rules import all_rules, check
from rule_drafts import draft


def _rate(kpi: str = "patrol_checkpoint_rate", by: str = "", *, above: int, below: int, carried: int | None = None) -> Metric:
    """A rate as `measure` gives it."""
    return Metric(
        kpi=kpi,
        definition=by,
        value=Quantity.parse(f"{_rounded(above * 100, below, 1)}%"),
        numerator=Quantity.of(above),
        denominator=Quantity.of(below),
        carried_over=None if carried is None else Quantity.of(carried),
        source="记录：查询",
    )


def _rounded(above: int, below: int, places: int) -> str:
    digits = f"{(2 * above * 10**places + below) // (2 * below):0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


_COMPUTED = (
    _rate(above=43078, below=43690),  # 98.599…%
    _rate("wo_completion", "received-in-period", above=962, below=1000),
    _rate("hazard_fix_rate", "with-carried-over", above=373, below=390, carried=17),
    Metric(kpi="fire_drills", value=Quantity.parse("4次")),
    Metric(
        kpi="emergency_response_min",
        value=Quantity.parse("4.2分钟"),
        numerator=Quantity.parse("11592秒"),
        denominator=Quantity.parse("46"),
    ),
    Metric(
        kpi="fee_rate_amount",
        definition="current",
        value=Quantity.parse("91.3%"),
        numerator=Quantity.parse("482100元"),
        denominator=Quantity.parse("528000元"),
    ),
)


def _told(metric: str, computed: tuple[Metric, ...] = _COMPUTED) -> list[Problem]:
    read = attrs.evolve(draft(f"指标:\n  - {{编号: m1, {metric}}}"), computed=computed)
    return [problem for problem in check(read, rules=[all_rules()["NUM002"]]) if problem.code == "NUM002"]


@pytest.mark.parametrize(
    "metric",
    [
        "指标库: patrol_checkpoint_rate, 数值: 98.6%",
        "指标库: patrol_checkpoint_rate, 数值: 98.60%, 分子: 43078, 分母: 4.369万",
        "指标库: patrol_checkpoint_rate, 数值: 99%",
        "指标库: patrol_checkpoint_rate, 数值: 约98%",
        "指标库: patrol_checkpoint_rate, 数值: 98%以上",
        "名称: 巡更到位率, 数值: 98.6%",
        "指标库: patrol_checkpoint_rate, 名称: 夜班巡更到位率, 数值: 96.0%",  # a part of the whole
        "指标库: patrol_checkpoint_rate, 口径: 按巡更线路计, 数值: 95.0%",  # another definition
        "指标库: wo_completion, 口径: with-carried-over, 数值: 95.1%",  # which was not computed
        "指标库: wo_completion, 数值: 95.1%",  # may be by any of several
        "指标库: hazard_fix_rate, 口径: 已整改÷（本期发现＋上期结转）, 数值: 95.6%, 分子: 373, 分母: 373, 上期结转: 17",
        "指标库: fire_drills, 数值: 4次",
        "指标库: emergency_response_min, 数值: 4.2分钟",
        "指标库: emergency_response_min, 数值: 252秒",
        "指标库: fee_rate_amount, 口径: current, 数值: 91.3%, 分子: 48.21, 分母: 52.8",  # 万元, which it leaves unsaid
        "指标库: fee_rate_amount, 口径: current, 数值: 91.3%, 分子: 48.21万元, 分母: 52.8万元",
        "指标库: patrol_checkpoint_rate, 数值: 尽力了",  # cannot be read
        "名称: 便民服务, 数值: 2864人次",
    ],
)
def test_what_the_records_bear_out_is_left_alone(metric: str) -> None:
    assert _told(metric) == []


@pytest.mark.parametrize(
    "metric, place, said",
    [
        ("指标库: patrol_checkpoint_rate, 数值: 99.6%", "value", "98.6%（43078÷43690）"),
        ("名称: 巡更到位率, 数值: 98.61%", "value", "98.60%（43078÷43690）"),
        ("指标库: patrol_checkpoint_rate, 数值: 99.5%以上", "value", "98.6%（43078÷43690）"),
        ("指标库: patrol_checkpoint_rate, 数值: 98.6%, 分子: 43087", "numerator", "分子写的是43087，从记录算出来是43078"),
        ("指标库: patrol_checkpoint_rate, 数值: 98.6%, 分母: 43700", "denominator", "分母写的是43700"),
        ("指标库: wo_completion, 口径: 只计本期受理, 数值: 97.2%", "value", "96.2%（962÷1000）"),
        ("指标库: fire_drills, 数值: 5次", "value", "从记录算出来是4次"),
        ("指标库: emergency_response_min, 数值: 3.9分钟", "value", "4.2分钟（11592秒÷46）"),
        (
            "指标库: fee_rate_amount, 口径: current, 数值: 91.3%, 分子: 49.21万元",
            "numerator",
            "分子写的是49.21万元，从记录算出来是482100元",
        ),
    ],
)
def test_what_they_do_not_is_told_with_both_figures(metric: str, place: str, said: str) -> None:
    (problem,) = _told(metric)
    assert problem.pointer == f"/metrics/0/{place}"
    assert problem.span is not None
    assert said in problem.zh.message
    assert problem.en.message


def test_without_a_definition_every_one_of_them_has_to_contradict() -> None:
    definitions = ("received-in-period", "closed-in-period", "with-carried-over")
    counted = zip(definitions, (962, 970, 951), strict=True)
    every = tuple(_rate("wo_completion", one, above=above, below=1000) for one, above in counted)
    assert _told("指标库: wo_completion, 数值: 97.0%", every) == []
    assert len(_told("指标库: wo_completion, 数值: 99.0%", every)) == 1
    assert _told("指标库: wo_completion, 数值: 99.0%", every[:2]) == []


def test_nothing_is_compared_where_nothing_was_computed() -> None:
    assert _told("指标库: patrol_checkpoint_rate, 数值: 12.0%", ()) == []


@given(above=st.integers(0, 5000), more=st.integers(0, 5000), places=st.integers(0, 4))
def test_a_figure_that_was_rounded_is_never_accused(above: int, more: int, places: int) -> None:
    """Whatever the counts and however many decimals are printed, half up or half to even."""
    below = above + more or 1
    computed = (_rate(above=above, below=below),)
    printed = {_rounded(above * 100, below, places), _half_even(above, below, places)}
    for one in printed:
        assert _told(f"指标库: patrol_checkpoint_rate, 数值: {one}%, 分子: {above}, 分母: {below}", computed) == []


def _half_even(above: int, below: int, places: int) -> str:
    return f"{Decimal(above * 100) / Decimal(below):.{places}f}"

"""Finding figures in passages: the shared cases, more of the same kinds, and the traps."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.quantities import Hedge, Role, Unit, find_figures, has_figure, may_state_change

HERE = Path(__file__).parent
FILES = [*sorted((HERE.parent / "cases").glob("phrases*/figures.jsonl")), HERE / "figures_own.jsonl"]
CASES = [json.loads(line) for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]


def _ends(value: Any) -> tuple[Fraction, Fraction]:
    if isinstance(value, dict):
        return Fraction(value["low"]), Fraction(value["high"])
    first, _, second = value.partition(":")
    ratio = Fraction(first) / Fraction(second or 1)
    return ratio, ratio


def test_cases_are_there() -> None:
    assert len(CASES) > 250
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    """Span, value, unit, hedge and role of every figure, and nothing else; an optional one may be missing."""
    found = {(figure.start, figure.end): figure for figure in find_figures(case["text"])}
    for gold in case["figures"]:
        figure = found.pop(tuple(gold["span"]), None)
        if figure is None:
            assert gold.get("optional"), gold["text"]
            continue
        accept = gold.get("accept", {})
        assert figure.text == gold["text"]
        values = [(gold["value"], gold["unit"]), *((other["value"], other["unit"]) for other in accept.get("value", ()))]
        assert any((figure.low, figure.high) == _ends(value) and _same(figure.unit, unit) for value, unit in values), figure
        assert figure.hedge in (gold["hedge"], *accept.get("hedge", ()))
        assert figure.role in (gold["role"], *accept.get("role", ()))
    assert not found


_PIECES = re.split(
    " ",
    "半 8 17次 ５％ 约3成 翻一番 折半 1.5个百分点 2pp 3个点 同比 提高了 降 降幅 "
    "比去年少 增加人员 增长率 第2 2025年 一 ， 。 减 元 东门",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join))
def test_quick_questions_miss_nothing(text: str) -> None:
    """What is asked without reading all figures agrees with what reading them finds."""
    found = find_figures(text)
    assert has_figure(text) is bool(found)
    assert may_state_change(text) or all(figure.role is not Role.CHANGE for figure in found)


def test_changes_of_all_cases_are_suspected() -> None:
    """The same for the shared cases; and a plain level is not suspected, or asking would be no use."""
    changes = [case["text"] for case in CASES if any(_changes(figure) for figure in case["figures"])]
    assert len(changes) > 20
    assert all(map(may_state_change, changes))
    assert not may_state_change("2026年东门排队超时不超过12次")


def _changes(figure: dict[str, Any]) -> bool:
    """Whether a figure is a change and nothing else."""
    return figure["role"] == "change" and not figure.get("accept", {}).get("role")


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return Unit.of(one).same_as(Unit.of(other))


@given(
    text=st.text(
        alphabet="0123456789.,:/-—%％约近余多万百十一二三两零半成分之年月日点时号第以上内元件起小时个下降由至翻番 \n", max_size=60
    )
)
@settings(deadline=None, max_examples=300)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.low <= figure.high
        assert (figure.role is Role.RANGE) == (figure.low != figure.high)
        end = figure.end


@given(
    numbers=st.lists(st.integers(1, 99_999), min_size=1, max_size=6),
    style=st.sampled_from(["{}件", "约{}件", "{}件以上", "{}余件", "不超过{}件"]),
)
@settings(deadline=None)
def test_figures_in_a_passage_read_back(numbers: list[int], style: str) -> None:
    text = "；".join(f"受理报修{style.format(format(number, ','))}" for number in numbers) + "。"
    found = find_figures(text)
    assert [figure.low for figure in found] == numbers
    assert {figure.unit for figure in found} == {"件"}


def test_hedges_and_roles_compare_as_words() -> None:
    (figure,) = find_figures("约300件")
    assert figure.hedge == "about"
    assert figure.hedge is Hedge.ABOUT
    assert figure.role == "count"
    assert figure.quantity.text == "约300件"


def _seconds(text: str) -> float:
    best = []
    for _ in range(3):
        begin = time.process_time()
        find_figures(text)
        best.append(time.process_time() - begin)
    return min(best)


def test_time_grows_with_the_text_only() -> None:
    passage = "".join(case["text"] for case in CASES)
    find_figures(passage)
    assert _seconds(passage * 20) < 11 * 2 * _seconds(passage * 2)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "万",
        "约",
        "1,",
        "1.",
        "1、",
        "1:",
        "1/",
        "1-",
        "一、",
        "零",
        "半",
        "百分之",
        "翻",
        "A1",
        "1 ",
        "1.1 ",
        "May 1 ",
        "1 May ",
        "1\n",
        "\n1.1 分",
    ],
)
def test_no_input_is_slow(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    assert _seconds(text) < 2


def test_import_loads_nothing_heavy() -> None:
    code = "import sys, propsummary.quantities; print(*sorted(m.partition('.')[0] for m in sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not re.search(r"\b(yaml|cattrs|tabulate|dateutil|markdown_it|json)\b", out)


@pytest.mark.parametrize(
    "text, figures",
    [
        ("应急响应时间≤3min，实测2.5min", ["≤3min", "2.5min"]),
        ("高压水枪2台套、洗地机1台", ["2台套", "1台"]),
        ("半年内完成“1+3”培训模式试点，推行1+N机制", ["半年内"]),
        ("3,消防：灭火演练1次", ["1次"]),
        ("开通. 2.商户消防检查4次", ["4次"]),
        ("1.6月底前完成地沟改造", []),
        ("4.11月底前完成供暖检修2台", ["2台"]),
        ("5、2026年6月底前完成排烟改造", []),
        ("1.6万元", ["1.6万元"]),
        ("48件,其中投诉12件", ["48件", "12件"]),
        ("48,其中投诉12", ["48", "12"]),
        ("5、6月份各1次", ["1次"]),
        ("7×24小时值守，夜班每2小时巡查一次", ["2小时", "一次"]),
        ("400-820-8820热线接听率95%", ["95%"]),
        ("车位使用率由八成提高到九成二", ["八成", "九成二"]),
        ("地库车辆2,300余辆次/日", ["2,300余辆次/日"]),
        ("2台100kVA变压器预防性试验", ["2台", "100kVA"]),
        ("第三方测评排名第5，较上季上升2位", ["2位"]),
        ("百公里油耗由9.8升降到9.1升", ["9.8升", "9.1升"]),
        ("油耗由9.8升降低0.7升，电梯3次升降级", ["9.8升", "0.7升", "3次"]),
        ("电费2.898 million yuan，共12 thousand人次", ["2.898 million yuan", "12 thousand人次"]),
        ("60–80\xa0thousand yuan, 1.2 billion yuan", ["60–80\xa0thousand yuan", "1.2 billion yuan"]),
        ("疏散用时由6分40 秒缩短到4分55秒", ["6分40 秒", "4分55秒"]),
        ("2 millions and 3 thousandths", ["2", "3"]),
    ],
)
def test_sentences_of_many_hands(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in find_figures(text)] == figures

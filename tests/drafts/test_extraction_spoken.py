"""Objects as people tell them by mouth: why after why, what one does oneself, one date for all goals."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction.entries import is_about_table, is_closing
from propsummary.drafts.extraction.slices import slices
from propsummary.drafts.outline import Words
from propsummary.model import Goal, Summary
from propsummary.periods import Period
from propsummary.problems import Severity
from propsummary.rules import check

_PERIOD = Period.parse("2025-Q3")


def _told(text: str, primary: str = "issue") -> list[tuple[str, str]]:
    return [(one.slot, one.words.text) for one in slices(Words(text=text), primary, _PERIOD)]


def _goals(outlook: str) -> tuple[Goal, ...]:
    body = f"环境部2025年三季度工作总结\n\n一、工作成绩\n清运垃圾1,204吨，清运及时率99.1%。\n\n{outlook}\n"
    draft = read_prose(body.encode(), format="text", file="稿")
    summary = draft.summary
    assert isinstance(summary, Summary)
    codes = {problem.code for problem in check(draft).problems if problem.severity is Severity.ERROR}
    assert not codes & {"GOA001", "GOA002"}
    return summary.goals


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        ("三季度漏扫38次。为什么漏扫？下午班没有人。", ["下午班没有人"]),
        ("三季度漏扫38次。为啥漏？因为下午只排1人。为啥只排1人？定员三年没调。", ["下午只排1人", "定员三年没调"]),
        ("三季度漏扫38次。追问：为何漏扫？——交接没有清单", ["交接没有清单"]),
        ("三季度漏扫38次，造成这一情况的原因是下午班没有排班。", ["下午班没有排班"]),
        ("三季度漏扫38次。出现漏扫，主要是下午班没有排班。", ["下午班没有排班"]),
        ("三季度漏扫38次，究其原因，是下午班没有排班。", ["下午班没有排班"]),
        ("水槽溢水，9月溢了4回。下水管堵死了。", ["下水管堵死了"]),
        ("水槽溢水，9月溢了4次。夜里就派1个人，还兼收桶。", ["夜里就派1个人，还兼收桶"]),
    ],
)
def test_why(text: str, causes: list[str]) -> None:
    """A question is no cause, its answer is; what is broken is one."""
    told = _told(text)
    assert [words for slot, words in told if slot == "cause"] == causes
    assert [slot for slot, _ in told].count("issue") == 1


def test_a_question_that_others_ask() -> None:
    """What somebody else asks opens no cause."""
    assert [slot for slot, _ in _told("业主问为什么停水，前台3次答不上来")] == ["issue"]


@pytest.mark.parametrize(
    ("text", "owner", "deadline"),
    [
        ("换锁扣30个。我办。", "我", None),
        ("换锁扣30个，我自己来盯，11月10日前换完", "我自己", "11月10日前"),
        ("换锁扣30个。这活交代给班长老罗，11月5日前到货，装完拍照", "班长老罗", "11月5日前"),
        ("换锁扣30个。这件事由保洁主管方兰负责，11月5日之前完工，钱已经批了", "保洁主管方兰", "11月5日之前"),
    ],
)
def test_who(text: str, owner: str, deadline: str | None) -> None:
    """Who takes it over, in a sentence behind the measure that no part of it belongs to."""
    told = dict(_told(text, "measure"))
    assert (told["measure"], told["owner"], told.get("deadline")) == ("换锁扣30个", owner, deadline)


def test_what_we_all_do_names_nobody() -> None:
    """我们 is nobody in particular."""
    assert [slot for slot, _ in _told("我们组织复训，考核过关再上岗", "measure")] == ["measure"]


_TWO = "垃圾房投诉不超过4件。\n清运及时率达到99.5%。"


@pytest.mark.parametrize(
    "outlook",
    [
        f"二、四季度目标（都按12月20日算）\n{_TWO}",
        f"二、四季度目标\n不喊口号，两个数都在12月20日见分晓。\n{_TWO}",
        f"二、四季度目标\n四季度的指标有两个，截止日期均为12月20日。\n{_TWO}",
        "二、四季度目标\n以下目标均以2025年12月20日为完成时限：\n1. 垃圾房投诉不超过4件；\n2. 清运及时率达到99.5%。",
    ],
)
def test_one_date_for_all_goals(outlook: str) -> None:
    """What leads over to the goals dates them, and is none."""
    assert [str(goal.deadline and goal.deadline.date) for goal in _goals(outlook)] == ["2025-12-20", "2025-12-20"]


def test_what_comes_behind_the_goals() -> None:
    """What is asked for and what ends the talk are no goals; none at all of a thing is a target."""
    behind = "抽查积叶一处都不能有，12月底。\n还缺吹风机一台，跟公司要。\n我就汇报到这里。"
    assert [goal.statement for goal in _goals(f"二、四季度打算目标\n{behind}")] == ["抽查积叶一处都不能有，12月底"]


@pytest.mark.parametrize("text", ["就这些。还缺梯子一架，跟公司要。", "先说这么多了", "汇报完了。"])
def test_the_end_of_a_talk(text: str) -> None:
    """People say so by mouth too."""
    assert is_closing(text)


def test_no_end_of_a_talk() -> None:
    """Words that only look like it."""
    assert not is_closing("针对这些，11月逐一销号")
    assert not is_closing("把报告写完，再报公司")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("措施2的两项由方兰统筹，费用列入明年预算。", True),
        ("第1、3项须夜间施工，22时以后进场。", True),
        ("措施2：换锁扣30个，由方兰负责", False),
        ("第二，换锁扣30个", False),
        ("第四季度换锁扣30个", False),
    ],
)
def test_what_speaks_of_a_row_of_the_table(text: str, about: bool) -> None:
    """A paragraph around a table of measures that tells something of a row is no measure of its own."""
    assert is_about_table(text) is about

"""What people tell without a word that marks it: parts of a count in a row, what was held on a day, who answers."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.model import Draft
from propsummary.rules import check
from prose_drafts import summary_of

_DRAFT = """# 翠屏苑客服部2025年第三季度工作总结

编制人：王晓　编制日期：2025年10月8日

## 一、工作完成情况

{results}

## 二、存在的问题

1. 前台电话占线，8月漏接56个。原因是只有一条线。

## 三、改进措施

{measures}
"""
_MEASURE = "1. 增开一条电话线。责任人：前台主管 何敏。完成时限：2025年11月15日。"


def _read(results: str = "1. 接待。业主来访都有登记。", measures: str = _MEASURE) -> Draft:
    return read_prose(_DRAFT.format(results=results, measures=measures).encode(), format="markdown", file="稿")


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("接诉求640件，报修400件，咨询160件，投诉80件。", ["报修", "咨询", "投诉"]),
        ("三季度接报修430单:水暖180单,电气120单,门窗80单,土建50单.办完412单.", ["水暖", "电气", "门窗", "土建"]),
        ("受理投诉96件，停车41件、噪声33件、卫生22件，办结94件，办结率97.9%。", ["停车", "噪声", "卫生"]),
        ("处理突发事件48起,治安12起,设备故障20起,纠纷16起,平均4分钟到场.", ["治安", "设备故障", "纠纷"]),
        ("受理报修96单，办结90单，未办结6单。", []),
        ("接求助60次，送水20次，巡楼25次，走访15次。", []),
        ("受理投诉300件，走访业主120件，停车20件，噪声15件。", []),
    ],
)
def test_a_row_of_what_a_count_is_made_up_of(sentence: str, parts: list[str]) -> None:
    """Three parts or more that add up, with no word that opens them; not what was done about the count or beside it."""
    draft = _read(f"1. 诉求。{sentence}")
    assert [share.name for metric in summary_of(draft).metrics for share in metric.breakdown] == parts
    assert "MET007" not in [problem.code for problem in check(draft).problems]


def test_a_slip_in_a_row_of_parts_is_told() -> None:
    """180+120+90+50 is not 430."""
    draft = _read("1. 报修。接报修430单，水暖180单，电气120单，门窗90单，土建50单。")
    assert "MET007" in [problem.code for problem in check(draft).problems]


@pytest.mark.parametrize(
    ("told", "activities"),
    [
        (
            "1. 邻里文化。8月2日晚，在中心花园放露天电影，来了120多位业主；8月29日七夕节教插花，到场家庭28户。",
            ["露天电影", "七夕节教插花"],
        ),
        ("1.活动:8月9日搞亲子采摘,来了63个孩子.9月6日做月饼,52位业主参加.", ["亲子采摘", "做月饼"]),
        ("1. 社区文化。9月10日教师节给小区老师送鲜花46束。", ["教师节给小区老师送鲜花"]),
        ("1. 节日。9月3日举办认养绿地活动，业主76人参加，认养草坪30块。", ["认养绿地活动"]),
        ("1. 开放。9月6日组织业主参观水泵房，32位业主参加。", ["业主参观水泵房"]),
        ("1. 消防。9月12日召开部门例会，15人参加；9月20日组织消防检查，12名队员参加；9月22日组织更换门禁卡，业主60人到场。", []),
        ("1. 便民。8月1日前完成活动室粉刷，业主60人受益；9月1日国庆节加强值守，30人到岗。", []),
    ],
)
def test_what_was_held_on_a_day(told: str, activities: list[str]) -> None:
    """Below a heading of its own, or with residents who came, a day is enough; meetings, inspections and repairs are none."""
    assert [one.name for one in summary_of(_read(told)).activities] == activities


def test_who_came_is_no_metric() -> None:
    """How many came, and of whom, is told of the drill."""
    summary = summary_of(_read("1. 消防。9月19日组织疏散演练1次，参加64人，其中队员26人、业主38人。"))
    assert not summary.metrics
    assert [one.participants and one.participants.text for one in summary.activities] == ["64人"]


@pytest.mark.parametrize(
    "measures",
    [
        "| 措施 | 责任人 | 完成时限 |\n|---|---|---|\n| 每月25日由库管与财务对账 | 仓库主管 何敏 | 2025年11月30日 |",
        "1. 设对账单，每月由库管与财务对账。责任人：仓库主管 何敏。完成时限：2025年11月30日。",
    ],
)
def test_who_answers_is_whom_a_column_or_label_names(measures: str) -> None:
    """Whoever is named within what is done has a hand in it."""
    (measure,) = summary_of(_read(measures=measures)).countermeasures
    assert measure.owner is not None
    assert measure.owner.text == "仓库主管 何敏"
    assert "由库管与财务对账" in measure.statement

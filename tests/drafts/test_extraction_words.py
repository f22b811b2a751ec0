"""Whatever people write, reading it never fails and loses none of their words."""

from __future__ import annotations

import pathlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from propsummary.drafts.extraction import extract
from propsummary.drafts.opening import open_outline
from propsummary.drafts.outline import Outline
from propsummary.rules import check
from told_words import lost

_CASES = pathlib.Path(__file__).parent.parent / "cases"
_FILES = sorted(
    path
    for folder in ("prose", "own_prose", "prose_by_others", "clean_prose")
    for path in (_CASES / folder).iterdir()
    if path.suffix in (".md", ".txt", ".docx")
)

_HEADINGS = [
    "一、工作开展情况",
    "二、存在的问题",
    "三、改进措施",
    "四、下半年目标",
    "五、其他",
    "（一）门岗",
    "（二）原因分析",
    "1.",
    "消防",
    "##",
    "亮点",
    "##",
    "短板",
    "##",
    "下步打算",
    "【存在问题】",
    "六、展望",
    "上期目标完成情况",
    "典型案例",
]
# fmt: off
_CLAUSES = (
    "巡更到位率98.5%", "比上年的97.6%提高0.9个百分点", "处理突发事件41起", "其中治安9起、故障32起", "应巡100点",
    "实巡99点", "由于设备老化", "导致停电3次", "原因是没有备件", "原因：人手不足", "责任人：张伟（主管）",
    "完成时限：6月底前", "由工程部李工负责", "9月30日前完成", "尽快完成", "一是加强巡逻", "二是更换相机",
    "三是培训队员", "组织消防演练2次", "参加58人", "收缴率达到95%以上", "打造一流团队", "问题：照明坏了12盏",
    "措施：更换灯具", "（1）投诉减半", "（2）满意率95%", "6月12日", "主要是", "首先，", "最后，", "请领导批评指正",
    "（责任人：王强，8月底）", "目标：零事故", "1、换灯", "2、补漏", "平均4.6分钟到场", "由33起降到19起", "下降42.4%",
    "|", "：", "（", "）", "；；", "。。", "0", "%", "３.５％",
)
# fmt: on
_ENDS = ("。", "；", "，", "\n", ".", ";", ",", " ", "")

_sentences = st.lists(st.tuples(st.sampled_from(_CLAUSES), st.sampled_from(_ENDS)), max_size=6).map(
    lambda parts: "".join(clause + end for clause, end in parts)
)
_table = st.sampled_from(
    (
        "| 问题 | 原因 | 措施 | 责任人 | 时限 |\n| --- | --- | --- | --- | --- |\n| 灯坏 | 老化 | 更换 | 张伟 | 6月底 |",
        "| 指标 | 本期 | 上期 | 变化 |\n| --- | --- | --- | --- |\n| 完好率 | 98% | 97% | 提高1个百分点 |\n| 其他 | 无 | | |",
        "| 目标 | 目标值 | 完成时间 |\n| --- | --- | --- |\n| 满意率 | 95% | 年底 |\n| 口碑 | | |",
        "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |",
    )
)
_texts = st.lists(st.one_of(st.sampled_from(_HEADINGS), _sentences, _table), max_size=14).map("\n\n".join)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_a_case_loses_no_word(path: pathlib.Path) -> None:
    """Every clause of a marked draft stands in some field or in the text that is kept."""
    outline = open_outline(path.read_bytes(), file=path.name)
    assert lost(outline, extract(outline)) == []


@pytest.mark.parametrize("text", [
    "三、改进措施\n\n1. 更换相机3台，7月15日前完成采购，8月底前完成安装，由工程部李工负责，秩序部王队长配合，费用约1.2万元。\n"
    "2. 每周五组织消防演练。责任人：王强（秩序主管）、李敏（客服主管）；完成时限：7月底前；8月起转为每月一次。\n"
    "3. 针对夜间脱岗：增设电子签到，责任人：张伟，9月30日前完成，如遇雨天顺延，验收标准：连续30天无漏签。",
    "四、下半年目标\n\n1. 收缴率达到95%以上，责任人：陈红、刘洋，12月底前；其中三季度末先到85%。\n"
    "2. 投诉减半，由客服部和秩序部共同负责，10月底前。做得好的班组给予奖励。\n3. 零火灾。责任人：王强；副责任人：赵亮。\n\n"
    "以上目标均于12月31日前完成，逾期由部门经理说明。",
    "四、下半年目标\n\n今后三年建成智慧园区，责任人：周平，2028年底前。\n\n下半年满意率达到92%，11月底前完成。年底前再做一次复测。",
    "二、存在的问题\n\n1. 照明坏灯12盏，业主反映3次。原因：线路老化，备件没有库存；另外夜班无人登高。"
    "影响：散步的老人摔倒1人。建议换LED灯。\n"
    "2. 门岗排队。由于相机已用满7年，导致高峰期平均等8分钟，为此业委会来函一次，答复单编号为2025-017。",
    "二、问题与措施\n\n| 序号 | 存在问题 | 原因分析 | 整改措施 | 责任人 | 完成时限 | 备注 |\n"
    "| --- | --- | --- | --- | --- | --- | --- |\n"
    "| 1 | 灯坏12盏。业主反映3次。 | 线路老化；备件没有库存。采购周期长。 "
    "| 更换LED灯。加购备件20只，放门岗库房。 | 张伟（主管）、李敏协助 "
    "| 6月底前换完；9月底复查 | 费用从维修基金出 |\n"
    "| 2 | 收缴率81.3%，低于目标。 | 主要是商铺欠费14户，其中3户已起诉。 "
    "| 逐户上门；由法务陪同。7月10日前发函。 | 陈红 | 长期，7月起 | / |",
])  # fmt: skip
def test_what_people_add_in_passing_is_not_lost(text: str) -> None:
    """Second deadlines, second owners, asides behind a cause, several sentences in one cell."""
    outline = open_outline(f"秩序部2025年上半年工作总结\n\n前言在此。\n\n{text}".encode(), format="markdown")
    assert lost(outline, extract(outline)) == []


@settings(deadline=None, max_examples=150)
@given(_texts, st.sampled_from(("markdown", "text")))
@example("四、下半年目标\n\n完成时限：6月底前。9月30日前完成。", "text")
@example("四、下半年目标\n\n目标：零事故；6月12日。\n\n9月30日前完成。", "text")
@example("（二）原因分析\n\n（1）投诉减半；首先，三是培训队员；", "markdown")
@example("三、改进措施\n\n（责任人：王强，8月底）。", "markdown")
@example("6月12日", "text")
def test_no_word_is_lost_and_nothing_is_raised(text: str, format: str) -> None:
    """Sentences of the trade in any order are read, checked, and all still there."""
    outline = open_outline(f"秩序部2025年上半年工作总结\n\n前言在此。\n\n{text}".encode(), format=format, file="草稿")
    draft = extract(outline)
    assert lost(outline, draft) == []
    assert not [problem for problem in check(draft) if problem.code == "PSE900"]


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """A text that is no summary at all gives problems, never a traceback."""
    draft = extract(open_outline(text.encode(errors="replace"), format="text"))
    assert draft.summary is not None or draft.problems


def test_a_told_loss_is_noticed() -> None:
    """The ruler of these tests sees a sentence that is missing."""
    whole = open_outline("秩序部2025年工作总结\n\n一、其他\n\n东门岗亭要刷漆。".encode(), format="text")
    without = Outline(blocks=whole.blocks[:-1])
    assert lost(whole, extract(without)) == ["东门岗亭要刷漆"]

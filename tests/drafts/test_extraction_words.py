"""Whatever people write, reading it never fails and loses none of their words."""

from __future__ import annotations

import pathlib

import pytest
from hypothesis import given, settings
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


@settings(deadline=None, max_examples=150)
@given(_texts, st.sampled_from(("markdown", "text")))
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

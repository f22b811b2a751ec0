"""Drafts in YAML that say where everything came from."""

from __future__ import annotations

import datetime as dt
import pathlib
import re
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary import check, loads, read
from propsummary.edits.importing import imported, leftovers, tally
from propsummary.edits.workbook import to_workbook
from propsummary.model import Activity, ActivityKind, Countermeasure, Draft, Metric, Owner, Spans, Summary
from propsummary.periods import Period
from propsummary.problems import Language, Path, Span
from propsummary.quantities import Quantity, Unit
from propsummary.serde._plain import to_plain
from propsummary.serde.yaml_writer import write_with_comments, write_yaml
from propsummary.testing.strategies import summaries

CASES = pathlib.Path(__file__).parents[1] / "cases"
PROSE = sorted(
    path for folder in ("prose", "own_prose") for path in (CASES / folder).iterdir() if path.suffix in (".md", ".txt", ".docx")
)
LANGUAGES: tuple[Language, ...] = ("zh", "en")

MARKDOWN = """\
# 秩序部2025年工作总结

## 一、工作成绩

巡更到位率98.6%。

## 二、存在的问题

1. 东门岗夜间车辆排队超过8分钟共17次，原因是识别相机已用满7年。

## 三、改进措施

1. 更换东门岗识别相机2台，责任人：邵班长，完成时限：2026年3月底前。
"""


def _summary(text: str) -> Summary:
    draft = loads(text)
    assert draft.problems == ()
    assert draft.summary is not None
    return draft.summary


def _meaning(value: Any) -> Any:
    """*value* without the spelling of periods, owners and figures, all of which are compared by what they mean."""
    if isinstance(value, tuple):
        return tuple(map(_meaning, value))
    if not attrs.has(type(value)):
        return value
    spelling = ("text",) if isinstance(value, Period | Owner | Quantity) else ()
    return {f.name: _meaning(getattr(value, f.name)) for f in attrs.fields(type(value)) if f.name not in spelling}


def test_there_are_cases() -> None:
    assert len(PROSE) >= 15
    assert {path.suffix for path in PROSE} == {".md", ".txt", ".docx"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_reading_gives_the_same_summary(path: pathlib.Path, language: Language) -> None:
    draft = read(path)
    text = imported(draft, language=language)
    assert _meaning(_summary(text)) == _meaning(draft.summary)
    assert text == imported(draft, language=language)


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_every_object_says_where_it_came_from(path: pathlib.Path) -> None:
    """Above each member of a list stands the place that its span has."""
    draft = read(path)
    lines = imported(draft).splitlines()
    assert draft.summary is not None
    for name in ("metrics", "achievements", "issues", "countermeasures", "goals"):
        for position, member in enumerate(getattr(draft.summary, name)):
            span = draft.spans.value((name, position))
            assert span is not None
            place = f"{path.name}：{span.place}" if span.place else f"{path.name} 第{span.line}行"
            assert lines[lines.index(f"  - 编号: {member.id}") - 1] == f"  # {place}"


def test_as_it_is_written() -> None:
    text = imported(loads(MARKDOWN, format="markdown", file="报送/总结.md"))
    assert text.startswith("# 由 总结.md 导入；条目上面的注释是它在原文里的位置\n版本: 1\n")
    assert "\n问题:\n  # 总结.md 第9行\n  - 编号: i1\n" in text
    assert "\n措施:\n  # 总结.md 第13行\n  - 编号: c1\n" in text


def test_what_its_place_in_the_text_says_is_spelled_out() -> None:
    near = Period.parse("2025")
    summary = Summary(
        department="秩序部",
        period=Period.parse("七月份", near=near),
        metrics=(
            Metric(id="m1", name="投诉", value=Quantity(low=Decimal(84), high=Decimal(84), text="84", unit=Unit.of("件"))),
            Metric(id="m2", name="到位率", value=Quantity.parse("98.60%"), baseline_period=Period.parse("上年同期", near=near)),
        ),
        activities=(
            Activity(
                id="e1",
                kind=ActivityKind.DRILL,
                name="演练",
                when=(Period.between(dt.date(2025, 7, 19), dt.date(2025, 7, 19), text="19日"),),
            ),
        ),
        countermeasures=(
            Countermeasure(id="c1", statement="换相机", owner=Owner(name="高远航", department="秩序部", text="高远航")),
        ),
    )
    again = _summary(imported(Draft(summary=summary)))
    assert again.period.text == "2025-07"
    assert [str(metric.value) for metric in again.metrics] == ["84件", "98.60%"]
    assert again.activities[0].when[0].text == "2025-07-19"
    assert again.countermeasures[0].owner == Owner(name="高远航", department="秩序部")
    assert _meaning(again) == _meaning(summary)


def test_in_english() -> None:
    text = imported(loads(MARKDOWN, format="markdown", file="总结.md"), language="en")
    assert text.startswith("# imported from 总结.md: the comment above an entry says where it stands there\nschema_version: 1\n")
    assert "\nissues:\n  # 总结.md line 9\n  - id: i1\n" in text


def test_a_part_says_nothing_where_it_stands_with_its_whole() -> None:
    text = imported(loads(MARKDOWN, format="markdown", file="总结.md"))
    assert "原因:" in text
    assert text.count("总结.md 第9行") == 1


def test_a_part_elsewhere_says_where() -> None:
    draft = _with_places({("issues", 0): _span(3), ("issues", 0, "root_causes", 0): _span(7)})
    assert re.findall("# 总结.md (.*)", imported(draft)) == ["第3行", "第7行"]


def test_places_count_what_could_not_be_read() -> None:
    draft = attrs.evolve(_with_places({("issues", 0): _span(3), ("issues", 1): _span(5)}), gaps=frozenset({("issues", 0)}))
    assert "  # 总结.md 第5行\n  - 编号: i1\n" in imported(draft)


def test_headings_cannot_break_out_of_a_comment() -> None:
    place = "一、\n问题: []\u2028\x85"
    draft = _with_places({("issues", 0): attrs.evolve(_span(3), place=place)})
    assert _summary(imported(draft)) == draft.summary
    assert "# 总结.md：一、 问题: []" in imported(draft)


def test_a_form_names_its_cells() -> None:
    summary = _with_places({}).summary
    assert summary is not None
    draft = loads(to_workbook(summary), file="总结.xlsx")
    text = imported(draft)
    assert _summary(text) == draft.summary
    assert re.search(r"\n  # 总结\.xlsx：问题!\w+\n  - 编号: i1\n", text)


def test_standard_input_has_no_name() -> None:
    text = imported(loads(MARKDOWN, format="markdown", file="-"))
    assert "# 标准输入 第9行" in text


def test_what_was_found() -> None:
    summary = loads(MARKDOWN, format="markdown").summary
    assert summary is not None
    assert tally(summary)["问题"] == tally(summary, "en")["issues"] == 1
    assert tally(summary)["措施"] == 1
    assert "目标" not in tally(summary)
    assert "正文" not in tally(summary)


def test_what_was_left_over() -> None:
    draft = loads(MARKDOWN + "\n## 其他\n\n感谢各部门的支持。\n\n报名请找前台。\n", format="markdown", file="总结.md")
    (left,) = leftovers(draft)
    assert (left.place, left.text, left.passages) == ("总结.md 第17行", "感谢各部门的支持。", 2)


def test_without_a_summary() -> None:
    draft = loads("今天天气很好。", format="text")
    assert leftovers(draft) == ()
    with pytest.raises(ValueError, match="no summary"):
        imported(draft)


@settings(deadline=None, max_examples=40)
@given(summaries(), st.text(max_size=20))
def test_comments_change_nothing(summary: Summary, comment: str) -> None:
    """Whatever a comment says and wherever it stands, the YAML reads the same."""
    plain = to_plain(summary, "zh")
    comments = dict.fromkeys(_paths(plain), comment)
    text = write_with_comments(plain, comments)
    assert loads(text).summary == loads(write_yaml(plain)).summary == summary
    assert text.count("\n") > write_yaml(plain).count("\n")


def _paths(plain: Any, path: Path = ()) -> list[Path]:
    """The paths of all mappings in lists, and the top."""
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    own = [path] if not path or (isinstance(plain, dict) and isinstance(path[-1], int)) else []
    return own + [found for key, value in inner for found in _paths(value, (*path, key))]


def _span(line: int) -> Span:
    return Span(file="总结.md", line=line, column=1, end_line=line, end_column=2)


def _with_places(places: dict[Path, Span]) -> Draft:
    issue = _summary("部门: 秩序部\n期间: 2025\n问题:\n  - {编号: i1, 表现: 排队, 原因: [{说明: 相机旧}]}\n").issues[0]
    summary = Summary(department="秩序部", period=Period.parse("2025"), issues=(issue,))
    return Draft(summary=summary, spans=Spans(lambda: (places, {})), file="总结.md")


def test_goals_are_due_in_the_period_that_their_heading_names() -> None:
    """四季度工作目标 tells the day for all goals below it, in the text and in what is written of it."""
    text = MARKDOWN + "\n## 四、2026年上半年工作目标\n\n1. 巡更到位率达到99%以上。\n2. 3月底前完成东门岗改造。\n"
    draft = loads(text, format="markdown")
    written = loads(imported(draft))
    for one in (draft, written):
        assert one.summary is not None
        assert [goal.deadline and goal.deadline.date for goal in one.summary.goals] == [dt.date(2026, 6, 30), dt.date(2026, 3, 31)]
    assert [problem.code for problem in check(draft).errors] == [problem.code for problem in check(written).errors] == []

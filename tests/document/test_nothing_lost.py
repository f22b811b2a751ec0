"""Whatever the department wrote stands in the document, and in every file that is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from plain_words import of_document
from propsummary.document import Document, Heading, Paragraph, Picture, PicturePair, build
from propsummary.document._values import several_lines
from propsummary.model import (
    Achievement,
    AchievementKind,
    Activity,
    ActivityKind,
    Case,
    Chart,
    ChartKind,
    Countermeasure,
    Goal,
    Issue,
    Metric,
    Photo,
    RootCause,
    Stage,
    Summary,
    Waiver,
)
from propsummary.periods import Period
from propsummary.quantities import Quantity
from propsummary.testing.strategies import summaries
from rendered import FORMATS, seen

YEAR = Period.parse("2025")


def _build(**parts: Any) -> Document:
    return build(Summary(department="order", period=YEAR, **parts))


def _headings(document: Document, level: int) -> list[str]:
    return [heading.text for heading in document.headings if heading.level == level]


def _words(document: Document) -> str:
    return "\n".join(of_document(document))


def written(value: Any) -> Iterator[str]:
    """Every sentence that people wrote, and what an object is known by that holds none; waivers speak to the check alone."""
    if isinstance(value, tuple):
        for one in value:
            yield from written(one)
    elif attrs.has(type(value)) and type(value).__module__.startswith("propsummary.model") and not isinstance(value, Waiver):
        yield from _known_by(value)
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            if isinstance(value, Issue) and field.name == "statement" and not value.title.strip():
                yield held.strip().rstrip("。.")  # may have become the heading
            elif field.metadata.get("prose"):
                yield from held if isinstance(held, tuple) else (held,)
            else:
                yield from written(held)


def _known_by(value: Any) -> Iterator[str]:
    match value:
        case Metric():
            yield value.name
        case Photo():
            yield value.caption if value.caption.strip() else value.file
        case Activity():
            yield value.kind.zh
        case _ if hasattr(value, "count"):
            yield value.kind.zh
            yield value.count.text


def lines(text: str) -> list[str]:
    """What is left of *text* once no format can carry it is gone, without blanks, line by line: lists and quotes mark each line."""
    return [squeezed for line in several_lines(text).split("\n") if (squeezed := "".join(line.split()))]


@settings(deadline=None, max_examples=60)
@given(summaries())
def test_every_sentence_and_every_object_can_be_found_in_every_format(summary: Summary) -> None:
    document = build(summary)
    pieces = {line for text in written(summary) for line in lines(text)}
    for name in FORMATS:
        page = seen(name, document)
        assert [piece for piece in pieces if piece not in page] == [], name


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "part",
    [
        {"issues": (Issue(title="沟通衔接不顺"),)},
        {"issues": (Issue(statement="沟通衔接不顺"),)},
        {"achievements": (Achievement(title="沟通衔接不顺"),)},
        {"achievements": (Achievement(title="沟通衔接不顺", kind=AchievementKind.PROJECT),)},
        {"cases": (Case(title="沟通衔接不顺"),)},
        {"charts": (Chart(kind=ChartKind.LINE, title="沟通衔接不顺", metrics=("m9",)),)},
    ],
    ids=["issue-title", "issue-statement", "achievement", "project", "case", "chart"],
)
def test_what_has_a_title_and_no_body_is_printed(part: dict[str, Any], name: str) -> None:
    assert "沟通衔接不顺" in seen(name, _build(**part))


def test_headings_of_sections_still_need_something_below_them() -> None:
    assert _headings(_build(issues=(Issue(title="沟通衔接不顺"),)), 1) == ["存在的问题与不足"]
    assert _headings(_build(issues=(Issue(title="沟通衔接不顺"),)), 2) == ["沟通衔接不顺"]


@pytest.mark.parametrize(
    "statement, title",
    [
        ("车棚漏水3处", "车棚漏水3处"),
        ("夜班监控岗两次漏报周界报警。", "夜班监控岗两次漏报周界报警"),
        ("东门早高峰经常排队，业主反映强烈，客服部全年收到投诉34件。", "东门早高峰经常排队，业主反映强烈"),
        ("东门排队17次。业主反映强烈。", "东门排队17次"),
        ("Queues at the east gate", "Queues at the east gate"),
        ("a\n\nb", "a"),
    ],
)
def test_an_issue_without_title_is_called_by_how_its_statement_begins(statement: str, title: str) -> None:
    issue = Issue(statement=statement, root_causes=(RootCause(statement="相机老化"),))
    document = _build(issues=(issue,))
    assert _headings(document, 2) == [title]
    told = [block.text for block in document.blocks if isinstance(block, Paragraph) and block.role == "normal"]
    assert told == ([] if statement.rstrip("。") == title else statement.split("\n\n"))


def test_a_long_clause_is_cut_between_words_and_figures() -> None:
    statement = "设在地下二层靠近六号楼电梯厅入口处的那一台老旧排污泵控制箱2025年里跳闸1234次而且无人知晓"
    (title,) = _headings(_build(issues=(Issue(statement=statement),)), 2)
    assert title.endswith("…")
    assert len(title) <= 31
    assert statement.startswith(title[:-1])
    assert not title[:-1][-1].isdigit()


def test_a_shortened_statement_goes_by_one_name_everywhere() -> None:
    issue = Issue(id="i1", statement="东门早高峰经常排队，业主反映强烈，客服部全年收到投诉34件。")
    goal, measure = Goal(statement="不再排队", supports=("i1",)), Countermeasure(statement="增开一条车道", addresses=("i1",))
    words = _words(_build(issues=(issue,), goals=(goal,), countermeasures=(measure,)))
    assert words.count("客服部全年收到投诉34件") == 1
    assert words.count("东门早高峰经常排队，业主反映强烈") == 4


def test_what_carries_on_an_issue_of_the_previous_summary_says_so() -> None:
    summary = Summary(department="order", period=YEAR, issues=(Issue(title="车棚漏水", carried_from="i3"),))
    assert "上期未解决的问题（i3）" in _words(build(summary))
    before = Summary(department="order", period=Period.parse("2024"), issues=(Issue(id="i3", title="二期车棚渗水"),))
    assert "二期车棚渗水" in _words(build(summary, previous=before))


@pytest.mark.parametrize("kind", [None, AchievementKind.PROJECT])
def test_an_area_of_the_departments_own_words_is_told(kind: AchievementKind | None) -> None:
    achievement = Achievement(area="志愿服务", kind=kind, text="组织义诊2次")
    assert "志愿服务" in _words(_build(achievements=(achievement,)))
    assert "志愿服务" in _words(_build(activities=(Activity(kind=ActivityKind.CARE, name="义诊", area="志愿服务"),)))


def test_the_kind_of_an_issue_is_told_in_the_readers_language() -> None:
    issues = tuple(Issue(title="x", kind=kind) for kind in ("technology", "技术设备", "其他"))
    summary = Summary(department="logistics", period=YEAR, issues=issues)
    assert _words(build(summary)).count("技术设备") == 2
    words = _words(build(summary, language="en"))
    assert words.count("Technology and equipment") == 2
    assert "其他" in words


def test_an_area_that_stands_in_the_heading_is_not_repeated() -> None:
    words = _words(_build(achievements=(Achievement(area="security", text="巡逻"),)))
    assert words.count("安全防范") == 1


@pytest.mark.parametrize("name", FORMATS)
def test_a_photo_without_caption_is_known_by_its_file(name: str) -> None:
    assert "photos/gate.jpg" in seen(name, _build(photos=(Photo(file="photos/gate.jpg"),)))


def test_a_metric_without_a_name_has_a_row_that_says_so() -> None:
    words = _words(_build(metrics=(Metric(id="m7", value=Quantity.parse("3次")),)))
    assert "未命名（m7）" in words


def test_a_kpi_that_nobody_knows_is_printed_as_written() -> None:
    metric = Metric(kpi="patrol_rat", value=Quantity.parse("3次"))
    words = _words(_build(metrics=(metric,), goals=(Goal(statement="x", kpi="巡跟率"),)))
    assert "patrol_rat" in words
    assert "Patrol_rat" not in words
    assert "巡跟率" in words


def test_a_measure_that_answers_nothing_does_not_stand_beside_a_problem_of_that_name() -> None:
    words = _words(_build(countermeasures=(Countermeasure(statement="更换路灯"),)))
    assert "未针对具体问题" in words
    assert "其他措施" not in words


@pytest.mark.parametrize(
    "kind, heading", [(ActivityKind.TRAINING, "团队建设"), (ActivityKind.DRILL, "应急处置"), (ActivityKind.CAMPAIGN, "其他工作")]
)
def test_activities_without_area_stand_where_their_kind_belongs(kind: ActivityKind, heading: str) -> None:
    assert _headings(_build(activities=(Activity(kind=kind, name="x"),)), 2) == [heading]


def test_objects_that_share_an_id_by_mistake_are_all_printed() -> None:
    photos = tuple(Photo(id="p1", file=f"{n}.jpg", stage=stage) for n, stage in (("a", None), ("b", Stage.AFTER), ("c", None)))
    measures = (Countermeasure(id="c1", statement="更换路灯", addresses=("i1",)), Countermeasure(id="c1", statement="补种绿篱"))
    document = _build(photos=photos, countermeasures=measures, issues=(Issue(id="i1", title="路灯不亮"),))
    assert [block.file for block in document.blocks if isinstance(block, Picture)] == ["a.jpg", "b.jpg", "c.jpg"]
    assert "补种绿篱" in _words(document)


def test_photos_taken_twice_are_shown_once() -> None:
    photos = (
        Photo(id="p1", file="a.jpg", stage=Stage.BEFORE, pair="p2"),
        Photo(id="p2", file="b.jpg", stage=Stage.AFTER, pair="p1"),
    )
    achievements = tuple(Achievement(title=title, photos=("p2", "p1")) for title in "甲乙")
    document = _build(photos=photos, achievements=achievements)
    assert sum(isinstance(block, PicturePair) for block in document.blocks) == 1
    assert not any(isinstance(block, Picture) for block in document.blocks)


def test_anchors_are_unique() -> None:
    anchors = [block.anchor for block in _build(cases=(Case(title="甲"), Case(title="乙"))).blocks if isinstance(block, Heading)]
    assert len(set(anchors)) == len(anchors) == 4

"""The owners' notice: nobody can be told from it, and every figure is still there."""

from __future__ import annotations

import attrs
import pytest

from plain_words import of_document
from propsummary import build, gate, loads, render
from propsummary.document.audience import Notice
from propsummary.model import Background, FollowUp, Goal, Photo, Stage, Summary
from propsummary.quantities import find_figures

_DRAFT = """
部门: 秩序部
期间: 2025
编制人: 周明 13900000001
措施:
  - {编号: c1, 内容: 更换照明, 责任人: 王晓燕（保洁主管）, 配合: [韩松, 全体员工]}
"""


def _summary(text: str = "") -> Summary:
    summary = loads(_DRAFT).summary
    assert summary is not None
    return attrs.evolve(summary, background=Background(text=text))


def _shown(text: str, *lines: str) -> str:
    """*text* as owners see it, in a summary that says *lines* as well."""
    return Notice(_summary("\n".join((text, *lines))), somebody="本部门人员").clean(text)


@pytest.mark.parametrize(
    "text, shown",
    [
        ("业主刘建国（3-2-501）欠2.1万元", "A业主欠2.1万元"),
        ("6号楼张桂芳老人摔倒", "6号楼A老人摔倒"),
        ("独居老人王秀英家中查线2次", "A独居老人家中查线2次"),
        ("住户王芳、李明华和租户陈大爷3次反映", "A住户、B住户和租户C大爷3次反映"),
        ("业主王建明先生与业主欧阳雪女士", "业主A先生与业主B女士"),
        ("张先生、张女士、张先生（6-501）", "A先生、B女士、A先生"),
        ("业主：赵丽娟，电话13812345678，鲁A12345", "业主：A住户，电话138******78，鲁A****5"),
        ("刘翀（3-2-501）和1-2-304 王丽欠费3户", "A住户和某室 B住户欠费3户"),
        ("请5-1-302的业主张强缴0.8万元", "请某室的A业主缴0.8万元"),
        ("3栋2单元501室漏水3次", "3栋2单元某室漏水3次"),
        ("Mr. Zhang Wei called 3 times about flat 3-2-501", "Mr. A called 3 times about a flat"),
    ],
)
def test_residents_and_their_flats(text: str, shown: str) -> None:
    assert _shown(text) == shown
    assert _figures(shown) == _figures(text)


@pytest.mark.parametrize(
    "text, shown",
    [
        ("王晓燕授课2次", "保洁主管授课2次"),
        ("保洁主管王晓燕带队，王晓燕（保洁主管）到场", "保洁主管带队，保洁主管到场"),
        ("周明、韩松牵头，周明同志值班", "本部门人员牵头，本部门人员值班"),
        ("由冉秀兰负责，队长张伟到场", "由本部门人员负责，队长到场"),
        ("保洁员刘师傅、王主管、李工处理3件", "保洁员、主管、工程师处理3件"),
        ("全体员工参加", "全体员工参加"),
    ],
)
def test_staff_by_their_posts(text: str, shown: str) -> None:
    assert _shown(text) == shown
    assert _figures(shown) == _figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "业主委员会、业主代表、业主大会与业主群",
        "张江路8号、黄山路3号楼120户停水",
        "业主高峰期反映、业主文明养犬、业主施工、业主安全、业主满意率98.6%",
        "关爱老人、孤寡老人12人，感谢各位先生女士",
        "园林主管、安全主管、高级经理、管理员、施工、金工车间",
        "客服中心101室、监控室；2025年12月-2026年1月；98-105分；50-100户",
        "由金秋活动带队，保安常规巡逻",
    ],
)
def test_what_only_looks_like_people(text: str) -> None:
    assert _shown(text) == text


def test_the_same_person_stays_the_same() -> None:
    """In the summary and in the one before it; whom one place names in full is known where nothing else tells."""
    previous = attrs.evolve(_summary(), goals=(Goal(id="g1", statement="刘建国家漏水年内修好"),))
    text = "住户陈丽、业主刘建国（3-2-501）来电"
    summary = attrs.evolve(_summary(text), follow_ups=(FollowUp(of="g1", result="回访刘建国2次"),))
    words = "\n".join(of_document(build(summary, previous=previous, audience="owners")))
    assert "A住户、B业主来电" in words
    assert "B住户家漏水" in words
    assert "回访B住户2次" in words


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json", "docx", "pptx", "xlsx"])
def test_no_format_tells(format: str) -> None:
    """Not in the names of photos either; and every figure that owners see is one of the summary's."""
    photos = (Photo(id="p1", file="photos/鲁A12345.jpg", stage=Stage.BEFORE),)
    summary = attrs.evolve(_summary("业主刘建国（3-2-501）欠2.1万元，王晓燕上门3次"), photos=photos)
    content = render(summary, format, audience="owners")
    outcome = gate(summary, content, after_format=format)
    assert not [entry for entry in outcome.entries if entry.fate in ("new", "changed")]
    for told in ("刘建国", "3-2-501", "鲁A12345", "王晓燕"):
        assert told.encode() not in _unpacked(content)


def _unpacked(content: bytes) -> bytes:
    if content[:2] != b"PK":
        return content
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(map(package.read, package.namelist()))


def _figures(text: str) -> list[str]:
    return [figure.text for figure in find_figures(text)]

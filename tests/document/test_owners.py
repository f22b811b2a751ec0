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
        ("独居老人张桂芳（6栋1203）摔倒", "A独居老人（6栋某室）摔倒"),
        ("业主张三（6栋2单元1203）、李四投诉2次", "A业主（6栋2单元某室）、B住户投诉2次"),
        ("6栋1单元1203张桂芳家漏水", "6栋1单元某室A住户家漏水"),
        ("3栋王建平家漏水2次", "3栋的A住户家漏水2次"),
        ("客户王建平（S12商铺）欠费3.2万元", "A客户（某商铺）欠费3.2万元"),
        ("业主周大海投诉，次日回访周大海2次", "A业主投诉，次日回访A住户2次"),
        ("业主方圆", "A业主"),
        ("业主温馨", "A业主"),
        ("业主时光明、住户谢霆", "A业主、B住户"),
        ("王建平业主来访", "A业主来访"),
        ("感谢王建平（业主）支持", "感谢A（业主）支持"),
        ("家属王建平致谢", "A家属致谢"),
        ("伤者王建平送医，死者李国强", "A伤者送医，B死者"),
        ("被困人员王建平获救", "A被困人员获救"),
        ("小朋友王小明走失", "A小朋友走失"),
        ("业委会委员王建平", "A业委会委员"),
        ("Mr. Zhang Wei called 3 times about flat 3-2-501", "Mr. A called 3 times about a flat"),
    ],
)
def test_residents_and_their_flats(text: str, shown: str) -> None:
    assert _shown(text) == shown
    assert _figures(shown) == [figure for figure in _figures(text) if "1203" not in figure]  # that of a flat is none


@pytest.mark.parametrize(
    "text, shown",
    [
        ("监控员王磊发现7栋1902室住户向外抛物", "监控员发现7栋某室住户向外抛物"),
        ("监控发现7栋1902室高空抛物", "监控发现7栋某室高空抛物"),
        ("投诉2件（12#602）", "投诉2件（12#某室）"),
        ("7-1902漏水3次，业主7-1902报修", "某室漏水3次，业主某室报修"),
        ("B座1203和1503漏水2次", "B座某室漏水2次"),
        ("B座1508欠费2.1万元", "B座某室欠费2.1万元"),
        ("商铺S12欠费0.8万元", "商铺某号欠费0.8万元"),
    ],
)
def test_flats_and_shops(text: str, shown: str) -> None:
    assert _shown(text) == shown
    assert _figures(shown) == _figures(text)


def test_how_else_people_are_reached() -> None:
    """What the company publishes stays."""
    text = "业主微信wxid_abc88、邮箱zhang@example.com、电话0531-88881234；物业电话0531-88881235，投诉邮箱service@example.com"
    shown = "业主微信w*********、邮箱z****@example.com、电话053**********；物业电话0531-88881235，投诉邮箱service@example.com"
    assert _shown(text) == shown


@pytest.mark.parametrize(
    "text, shown",
    [
        ("王晓燕授课2次", "保洁主管授课2次"),
        ("保洁主管王晓燕带队，王晓燕（保洁主管）到场", "保洁主管带队，保洁主管到场"),
        ("周明、韩松牵头，周明同志值班", "本部门人员牵头，本部门人员值班"),
        ("由冉秀兰负责，队长张伟到场", "由本部门人员负责，队长到场"),
        ("保洁员刘师傅、王主管、李工处理3件", "保洁员、主管、工程师处理3件"),
        ("队员李强拾到手机2部，李强获表彰1次", "队员拾到手机2部，队员获表彰1次"),
        ("监控员王磊、收费员孙伟、门岗队员吴勇", "监控员、收费员、门岗队员"),
        ("工程部刘建军更换水泵2台", "工程部更换水泵2台"),
        ("维修工刘建军、赵磊加班12小时", "维修工加班12小时"),
        ("员工王磊、李强、孙伟获表彰3次", "员工获表彰3次"),
        ("由培训主管季晓彤负责", "由培训主管负责"),
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
        "业主代表大会、业主温馨提示、客户满意、客户经理、家属区、员工食堂、队员培训、工程部经理",
        "比分3-2-1、标准GB 50116-2013、型号FX-1902漏水检测仪、DZ20-1250",
        "3栋1203户、6栋2024年改造、7栋1500平方米、2#1500kVA变压器、3栋120户停水、第3号楼2025年",
        "客户安装12台、业主申请5件、家属于3月到场、租户方提供。业主方确认。业主周日投诉3次",
        "业主高度认可、业主常来反映、住户陆续入住、家属安全回家、客户许多家、住户余额、租户常用水",
        "员工关爱、员工任务完成、员工卫生间、队员于3月到岗、业主马上投诉、业主谢绝、客户黄线内停车",
        "高压柜B座1500、1#1202变压器、A3-1205型、图号3-1201、第2-1203条",
        "业主强烈要求、住户管道漏水3次、3栋周边、3栋高层漏水、3栋金属扶手、商铺12家、伤者陆续出院",
        "秩序部高峰期、工程部雷雨天气巡查、环境部古树养护、队员严格执行、工程部石材翻新、客服部张贴通知12份",
        "客服部周末值班、工程部高位水箱清洗2次、工程部季度培训3次、工程部施工2处、员工周报、门岗白班6人",
        "江南业主、金华业主、黄山苑业主来访、明珠苑业主来访、小朋友高兴地说、家属张罗",
        "维修工、电工和水工加班、员工和家属、队员与业主",
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


def test_the_gate_accounts_for_the_notice() -> None:
    """Nothing is lost but what owners are not told, and that is no figure."""
    draft = _summary("6栋1203业主张三投诉3次，7-1902漏水2次，B座1508欠费2.1万元，维修工刘建军、赵磊加班12小时")
    assert gate(draft, render(draft, "text", audience="owners"), audience="owners").ok


def _unpacked(content: bytes) -> bytes:
    if content[:2] != b"PK":
        return content
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return b"".join(map(package.read, package.namelist()))


def _figures(text: str) -> list[str]:
    return [figure.text for figure in find_figures(text)]

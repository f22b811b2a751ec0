"""Residents and flats in running text: who is meant, what only looks like a name or a flat, who is the same person."""

from __future__ import annotations

import pytest

from propsummary._privacy.people import Pseudonyms
from propsummary._privacy.replacing import applied
from propsummary._privacy.rooms import rooms
from propsummary._privacy.tables import leads, parts


def masked(text: str, *, staff: tuple[str, ...] = ()) -> str:
    """*text* with letters in the place of residents."""
    names = Pseudonyms(staff)
    names.learn([text])
    return applied(text, names.residents(text))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("业主刘芳、陈明各送锦旗1面", "A业主、B住户各送锦旗1面"),
        ("业主刘芳、陈明均表示满意", "A业主、B住户均表示满意"),
        ("业主张伟和李娜均为退休教师", "A业主和B住户均为退休教师"),
        ("租户刘芳和陈明都来电", "A租户和B住户都来电"),
        ("业主孙敏也很满意，住户马超还没缴费", "A业主也很满意，B住户还没缴费"),
        ("业主王某、李某、张某三户", "A业主、B住户、C住户三户"),
        ("业主何静先后两次来访", "A业主先后两次来访"),
        ("业主沈从文从不欠费", "A业主从不欠费"),
        ("报修人：王建平", "报修人：A住户"),
        ("投诉人王建平来电2次", "A投诉人来电2次"),
        ("联系人：王建平", "联系人：A住户"),
        ("失主李梅领回钱包", "A失主领回钱包"),
        ("业主“王建平”来电", "业主“A住户”来电"),
        ("业主 王建平 送锦旗", "业主 A住户 送锦旗"),
        ("6栋1203（王建平）", "6栋1203（A住户）"),
        ('{"联系人": "王建平", "投诉人": "李梅"}', '{"联系人": "A住户", "投诉人": "B住户"}'),
        ("姓名：王建平，房号：6-1203", "姓名：A住户，房号：6-1203"),
        ("6栋1203（王建平，租户）", "6栋1203（A住户，租户）"),
    ],
)
def test_named(text: str, expected: str) -> None:
    """Nothing but the name is replaced: 各, 均, 都 and what follows stay."""
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "业主高度关注、住户普遍满意，投诉人高声不满",
        "业主方均同意，业主和物业各承担一半，租户常不在家，客户简单说了两句",
        "业主夏天都来，居民余生不易，商户毛利不高，客户钱款不对",
        "业主马上都到，居民白天都上班，业主任何时候都能来，业主石家庄都有房",
        "报修人员均到位，投诉人数下降，失主要求核对，过失主要在我方",
        "联系人：周明（秩序主管）",
        "姓名：周明，岗位：监控岗",
        "项目联系人周明、物业联系人：周明",
        "联系人方便时回访，联系人高峰时段不接",
        "业主 文明 公约，业主 康乐 活动，业主 满意率 96%",
        "业主“金秋”活动，住户“周末”集市，业主“连心”桥",
        "6栋1203（高层）、6栋1204（毛坯）、6栋1205（空置）、6栋1206（张贴告知）",
        "王师傅表示滤网已换，维修工王师傅上门",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    """Words that begin with a family name, kinds of people, and those who work here."""
    assert masked(text) == text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("业主王建平来电反映漏水，王先生对处理结果满意。", "A业主来电反映漏水，A先生对处理结果满意。"),
        ("王女士来访；业主王桂芳已签收，业主王女士致谢", "A女士来访；A业主已签收，业主A女士致谢"),
        ("业主欧阳娜来电，欧阳女士补充", "A业主来电，A女士补充"),
        ("业主王建平来电，王师傅表示满意", "A业主来电，A师傅表示满意"),
        ("业主王建平来电，王师傅10分钟上门", "A业主来电，王师傅10分钟上门"),
        ("业主王建平、王伟来电，王先生致谢", "A业主、B住户来电，C先生致谢"),
        ("业主王建平来电，王先生、王女士都来", "A业主来电，B先生、C女士都来"),
        ("业主王建平来电，其妻子王女士补充", "A业主来电，其妻子B女士补充"),
        ("业主王建平来电，另一位王先生也来电", "A业主来电，另一位B先生也来电"),
        ("业主王建平来电，租户王先生投诉", "A业主来电，租户B先生投诉"),
        ("业主王建平来电，8栋王先生投诉", "A业主来电，8栋B先生投诉"),
        ("业主王建平来电，王太太补充", "A业主来电，B太太补充"),
        ("业主陈明来电，陈明亮值班", "A业主来电，陈明亮值班"),
    ],
)
def test_the_same_person(text: str, expected: str) -> None:
    """王先生 is 王建平 where it can be nobody else; in doubt there are two letters."""
    assert masked(text) == expected


def test_staff_of_the_same_family() -> None:
    """王先生 may as well be who works here."""
    assert masked("业主王建平来电，王先生接待", staff=("王强",)) == "A业主来电，B先生接待"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("房号：6-1203", "房号：某室"),
        ("房号6-2-1203，室号：1203", "房号某室，室号：某室"),
        ("T3-2103业主报修", "某室业主报修"),
        ("A-1203住户", "某室住户"),
        ("6#1203张先生报修，6#1204业主", "6#某室张先生报修，6#某室业主"),
        ("6#1203（王建平）", "6#某室（王建平）"),
    ],
)
def test_flats(text: str, expected: str) -> None:
    """Labelled, with a lettered tower, or with who lives there right behind."""
    assert applied(text, rooms(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "房号：1203间，房号共1203个",
        "会议室门牌：2-301，办公房号：3-201",
        "Q3-2025业主大会，H1-2025住户满意度，GB-2103业主手册",
        "水泵6#1203kW，3#1203台，3#1203（高温型）",
        "1-3月，6-1203平方米",
    ],
)
def test_what_only_looks_like_a_flat(text: str) -> None:
    """Counts, rooms of the staff, parts of a year, standards, machines."""
    assert applied(text, rooms(text)) == text


@pytest.mark.parametrize(
    "heading, expected",
    [
        (("姓名", "房号", "电话"), ("业主：", "房号：", "")),
        (("序号", "**业主**", "单元", "件数"), ("", "业主：", "房号：", "")),
        (("联系人", "联系电话"), ("业主：", "")),
        (("姓名", "岗位", "电话"), ("", "", "")),
        (("姓名", "培训学时", "成绩"), ("", "", "")),
        (("房间", "用途", "面积"), ("", "", "")),
        (("单元", "户数", "业主满意率"), ("", "", "")),
    ],
)
def test_headings(heading: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Lists of residents, as against those of staff, rooms and counts."""
    assert leads(heading) == expected


def test_rows() -> None:
    """Cells below a telling heading stand alone; nothing gets lost, and the table ends with its last row."""
    lines = ["| 姓名 | 房号 |\n", "|:--|---|\n", "| 王建平 | 6-1203 |\n", "李梅 | 1204\n", "合计 2 户\n", "| 甲 | 乙 |\n"]
    told = list(parts(lines))
    assert ["".join(words for words, _ in line) for line in told] == lines
    assert [pair for line in told for pair in line if pair[1]] == [
        ("王建平", "业主："),
        ("6-1203", "房号："),
        ("李梅", "业主："),
        ("1204", "房号："),
    ]

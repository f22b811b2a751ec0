"""Why an issue is and what is done about it, in the many ways in which people say so."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction import extract
from propsummary.drafts.extraction.causes import lists_causes
from propsummary.drafts.extraction.slices import slices
from propsummary.drafts.outline import Heading, Outline, Paragraph, Table, TableCell, Words
from propsummary.model import Draft
from propsummary.periods import Period
from prose_drafts import errors_of, summary_of


def _read(text: str) -> Draft:
    return read_prose(text.strip().encode(), format="text", file="稿")


def _told(text: str, primary: str = "issue") -> list[tuple[str, str]]:
    return [(one.slot, one.words.text) for one in slices(Words(text=text), primary, Period.parse("2025"))]


_SEEN = "前台漏接来电37个"


@pytest.mark.parametrize(
    "opening",
    [
        "经核查，系",
        "经部门分析，系",
        "经现场排查，主要是",
        "经复盘，",
        "查下来：",
        "究其根源，",
        "归根结底是",
        "说到底，",
        "说白了就是",
        "病根是",
        "根子在",
        "毛病出在",
        "其根本原因在于",
        "症结还在于",
        "之所以这样，是因为",
        "这说明",
        "为什么？",
        "背后的原因：",
    ],
)
def test_words_that_open_a_cause(opening: str) -> None:
    told = _told(f"{_SEEN}。{opening}午间只留一人值守，电话没有转接。")
    assert told == [("issue", _SEEN), ("cause", "午间只留一人值守，电话没有转接")]


@pytest.mark.parametrize(
    "text", ["本月返修21单，问题集中在旧楼", "经排查发现隐患8处，其中消防类5处", "检查发现，经分析存在问题6项"]
)
def test_what_opens_none(text: str) -> None:
    assert _told(text) == [("issue", text)]


def test_two_sides_of_a_cause() -> None:
    text = "日均厨余210公斤，比上年多35公斤。一方面，报餐靠接龙，人数不准；另一方面，菜量仍按满员配。"
    assert _told(text)[1:] == [("cause", "报餐靠接龙，人数不准"), ("cause", "菜量仍按满员配")]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("全年因缺件延期43单。这与采购一月一批、没有应急额度有关。", "采购一月一批、没有应急额度"),
        ("开票差错12张，系新系统上线未做校验所致。", "新系统上线未做校验"),
        ("开票差错12张。经核查，系新系统上线未做校验所致。", "新系统上线未做校验"),
        ("各漏巡1圈，漏点18个（两班交接时间重叠，谁也没接手）。", "两班交接时间重叠，谁也没接手"),
        ("停机4次。主要原因有两点：1.冷凝器结垢；2.皮带打滑。", "冷凝器结垢|皮带打滑"),
        ("领料排队，平均等候25分钟。其中缘由，一来单子要三个部门盖章，二来库管只有1人。", "单子要三个部门盖章|库管只有1人"),
        (
            "二单元不热报修31单。那栋楼的二次管网是2006年的老管子，保温层脱落了六成。",
            "那栋楼的二次管网是2006年的老管子，保温层脱落了六成",
        ),
    ],
)
def test_causes_told_in_other_ways(text: str, cause: str) -> None:
    """By what they have to do with, in a bracket, as a list, or as how things stand; 二次 counts nothing."""
    assert "|".join(words for slot, words in _told(text) if slot == "cause") == cause


def test_a_cause_of_several_clauses_before_what_came_of_it() -> None:
    text = "由于夜班只排4人，而加班楼层由6层增到11层，夜间卫生间脏污投诉18件"
    assert _told(text) == [("issue", "夜间卫生间脏污投诉18件"), ("cause", "夜班只排4人，而加班楼层由6层增到11层")]


def test_a_list_behind_an_issue_says_why() -> None:
    """Members that count what happened are no causes."""
    assert lists_causes(["减振垫用了八年没有换", "夜间没有降频"])
    assert not lists_causes(["5栋投诉6起", "6栋没有投诉，报修3次"])
    draft = _read("""
工程部2025年11月总结

工程部16人。

一、工作情况
报修412单。

二、存在问题
（１）泵房噪声扰民。
１１月接到投诉９件，集中在５栋。
①减振垫用满八年没有换过；
②夜间变频没有降频设置。

三、改进措施
（１）更换减振垫１６只，值班期间由中控值班员负责监测。责任人：暖通工程师　令狐川。完成时限：２０２５年１２月２０日前。
""")
    summary = summary_of(draft)
    assert [cause.statement for cause in summary.issues[0].root_causes] == ["减振垫用满八年没有换过", "夜间变频没有降频设置"]
    (measure,) = summary.countermeasures
    assert measure.owner
    assert measure.owner.text == "暖通工程师　令狐川"
    assert measure.statement == "更换减振垫１６只，值班期间由中控值班员负责监测"
    assert not errors_of(draft)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("换地感线圈4组；技防员 颛孙亮；11月15日前", {"owner": "技防员 颛孙亮", "deadline": "11月15日前"}),
        (
            "漏接的事，午间加排1人，让前台领班邹蕙来抓，10月20日前",
            {"answers": "漏接", "owner": "前台领班邹蕙", "measure": "午间加排1人"},
        ),
        ("关于超时问题，加排1人，由客服主管管宁负责", {"answers": "超时", "measure": "加排1人"}),
        ("解决返水问题，重做主管28米", {"measure": "解决返水问题，重做主管28米"}),
        ("夜班增到7人，7月5日起执行、7月31日前评估一次", {"start": "7月5日起执行", "deadline": "7月31日前"}),
        ("旧表作废，２０２６年１月２０日前完成", {"deadline": "２０２６年１月２０日前", "measure": "旧表作废"}),
        ("仪容由各班长督促整改，长期抓下去", {"owner": "各班长", "deadline": "长期抓下去", "measure": "仪容由各班长督促整改"}),
        ("靠全体管家一起努力", {"owner": "全体管家"}),
        ("加强巡查。责任人：大家都盯着点", {"owner": "大家"}),
        ("更换拧水桶20个——保洁主管丁香——8月5日前", {"owner": "保洁主管丁香", "measure": "更换拧水桶20个"}),
        ("财务改为每周批一次，客服前台朱珠跟踪；8月1日起实行", {"owner": "客服前台朱珠", "start": "8月1日起实行"}),
        ("加强管理。责任人：-；完成时限：无", {"owner": None, "deadline": None}),
        ("加强管理。责任人：沈大勇；完成时限：12月5日起", {"deadline": None, "start": "12月5日起"}),
    ],
)
def test_who_and_until_when(text: str, told: dict[str, str | None]) -> None:
    found = dict(_told(text, "measure"))
    assert {slot: found.get(slot) for slot in told} == told


def test_measures_in_the_order_of_the_issues() -> None:
    """As many as there are issues: where words link some of them in order, all of them are."""
    draft = _read("""
工程部2025年8月总结

工程部17人。

一、8月工作
报修318单。

二、存在问题
- 浮球阀卡死，水箱溢水1次。
- 生活泵变频器报故障5次。

三、整改措施
- 试阀一遍，写进月检表，给排水工凌一鸣负责，9月12日前；
- 变频器除尘，泵房班长迟大海负责，9月8日前。
""")
    assert [one.addresses for one in summary_of(draft).countermeasures] == [("i1",), ("i2",)]


def test_measures_below_an_issue_have_an_owner_each() -> None:
    draft = _read("""
后勤部2025年度总结

后勤部33人。

一、全年工作
供餐31.2万人次。

二、问题与整改
（一）会议室抢订
问题：全年临时换会议室46场。
原因：预订系统没有释放机制。
措施：（1）系统增加自动释放；责任人：会务主管 倪萌；时限：2月28日。（2）周一限订两小时；责任人：专员 单小禾；时限：1月20日。
""")
    told = [(one.statement, one.owner and one.owner.text, one.addresses) for one in summary_of(draft).countermeasures]
    assert told == [("系统增加自动释放", "会务主管 倪萌", ("i1",)), ("周一限订两小时", "专员 单小禾", ("i1",))]


def test_issues_counted_off_in_speech() -> None:
    """第一个短板，是……: the mark is no part of the issue, and a matter at the head of a measure names its issue."""
    draft = _read("""
客服部2025年第三季度小结

客服部21人。

一、做了什么
受理报修1,204件。

二、短板
第一个短板，是前台漏接电话。8月抽查漏接37个。经核查，系午间只留1人值守。
第二处，催费上门少。三季度上门只有62户。究其根本，名单没有按楼栋分到人。

三、补救办法
上门少的事，按楼栋把名单分到8名管家，收费主管尉迟岚牵头，10月底前分完。
漏接的事：午间加排1人，由前台领班邹蕙负责，10月20日前。
""")
    summary = summary_of(draft)
    assert [one.statement for one in summary.issues] == ["前台漏接电话。8月抽查漏接37个。", "催费上门少。三季度上门只有62户。"]
    assert [one.addresses for one in summary.countermeasures] == [("i2",), ("i1",)]
    assert not errors_of(draft)


def _row(*texts: str | None) -> tuple[TableCell, ...]:
    return tuple(TableCell(merged=True) if text is None else TableCell(words=(Words(text=text),)) for text in texts)


def test_a_table_with_groups_and_several_measures_for_an_issue() -> None:
    """A cell across the table heads a group; merged cells hold for the rows that they span."""
    rows = (
        _row("序号", "问题", "根因分析", "对策", "责任人", "时限"),
        _row("（一）设备", None, None, None, None, None),
        _row("1", "水炮联动失败2台", "模块受潮", "更换模块2只", "主管 隗升", "2025年10月31日前"),
        _row(None, None, "图纸不符", "重新核线", "工程师 郏敏", "2025年11月15日前"),
        _row("2", "巡检表代填5份", "没有电子打卡", "装打卡点46个", None, "2025年12月10日前"),
        _row("备注：纳入考核。", None, None, None, None, None),
    )
    blocks = (
        Heading(level=1, words=Words(text="工程部2025年9月工作总结"), position=1),
        Heading(level=2, number="一、", words=Words(text="工作情况"), position=2),
        Paragraph(words=Words(text="受理报修412单。"), position=3),
        Heading(level=2, number="二、", words=Words(text="存在问题与整改"), position=4),
        Paragraph(words=Words(text="经自查和走访，9月28日汇总出3项。"), position=5),
        Table(rows=rows, headers=1, position=6),
        Paragraph(words=Words(text="以上各项每周通报进度。"), position=7),
    )
    draft = extract(Outline(file="稿", blocks=blocks))
    summary = summary_of(draft)
    assert [len(issue.root_causes) for issue in summary.issues] == [2, 1]
    told = [(one.statement, one.owner and one.owner.text, one.addresses) for one in summary.countermeasures]
    assert sorted(told) == [
        ("更换模块2只", "主管 隗升", ("i1",)),
        ("装打卡点46个", "工程师 郏敏", ("i2",)),
        ("重新核线", "工程师 郏敏", ("i1",)),
    ]
    assert not errors_of(draft)


def test_a_dash_before_the_label_of_a_cause() -> None:
    draft = _read("""
客服部2025年5月小结

客服部12人。

一、完成
受理诉求388件。

二、问题
· 报修催单26次 —— 原因：派单后没人跟
· 公告错字2处，被业主截图——原因：没有第二人看
""")
    assert [[cause.statement for cause in issue.root_causes] for issue in summary_of(draft).issues] == [
        ["派单后没人跟"],
        ["没有第二人看"],
    ]


def test_measures_that_share_owner_and_deadline() -> None:
    """A row of which only the first cell is its own is a measure, and no heading across the table."""
    rows = (
        _row("措施", "责任人", "时限"),
        _row("更换蒸箱温控板2块", "厨师长 万山", "2025年10月15日前"),
        _row("备用蒸箱1台入库", None, None),
    )
    blocks = (
        Heading(level=1, words=Words(text="后勤部2025年9月工作总结"), position=1),
        Heading(level=2, number="一、", words=Words(text="工作情况"), position=2),
        Paragraph(words=Words(text="供餐9.8万人次。"), position=3),
        Heading(level=2, number="二、", words=Words(text="改进措施"), position=4),
        Table(rows=rows, headers=1, position=5),
    )
    told = summary_of(extract(Outline(file="稿", blocks=blocks))).countermeasures
    assert [one.owner and one.owner.text for one in told] == ["厨师长 万山", "厨师长 万山"]

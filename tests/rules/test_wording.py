"""WRD: what the words of a summary should not be, and what only looks like it."""

from __future__ import annotations

import importlib.util
import itertools
import json
import pathlib
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary import Config, Severity
from propsummary.errors import ConfigurationError
from propsummary.rules.wording._near import near_pairs
from propsummary.rules.wording._placeholders import placeholders
from rule_drafts import draft, places, problems, report


@pytest.mark.parametrize(
    "text, words",
    [
        ("前台接待约640人次，其中老年业主xx人次。", ["xx人次"]),
        ("6月将配合街道开展防汛宣传，请公司支持横幅XX条。", ["XX条"]),
        ("设备完好率提升X%，故障响应时间缩短XX.X%。", ["X%", "XX.X%"]),
        ("业主满意度提升X个百分点，新引入X项智能化管理技术。", ["X个百分点", "X项"]),
        ("20XX年度秩序部工作总结", ["20XX年度"]),
        ("202X年秩序部工作总结", ["202X年"]),
        ("20**年度秩序部工作总结", ["20**年度"]),
        ("xxxx年X月X日", ["xxxx年X月X日"]),
        ("××年×月×日", ["××年×月×日"]),
        ("全年节约维修费ＸＸ余万元。", ["ＸＸ余万元"]),
        ("打造一支X化、X化、X化的专业秩序队伍。", ["X化"]),
        ("将社区打造成X星级安全文明社区。", ["X星级"]),
        ("本月共处置突发事件****起。", ["****起"]),
        ("**年度工作总结", ["**年度"]),
        ("投诉**起，处理及时率**%。", ["**起"]),
        ("责任人由【请填写】担任。", ["【请填写】"]),
        ("参加演练（待填）人。", ["（待填）"]),
        ("演练照片（数据待补充）", ["（数据待补充）"]),
        ("待补充", ["待补充"]),
        ("满意率：待填写", ["待填写"]),
        ("满意率数据待补充。", ["数据待补充"]),
        ("尊敬的{{业主姓名}}：", ["{{业主姓名}}"]),
        ("TODO：补12月数据", ["TODO"]),
        ("二季度共处理报修____单。", ["____"]),
        ("本节由【】撰写。", ["【】"]),
        ("（此处插入整改前后对比照片）", ["（此处插入整改前后对比照片）"]),
        ("已完成XX工作，下一步推进xx。", ["XX", "xx"]),
        ("TODO补12月数据", ["TODO"]),
        ("全年劝阻高空抛物TBD起。", ["TBD"]),
        ("夜间处置噪声？？件，复发??户。", ["？？件", "??户"]),
        ("数据待核实", ["数据待核实"]),
        ("全年节水1.2万吨（数据待核实）。", ["（数据待核实）"]),
        ("停车收入：金额待确认", ["金额待确认"]),
        ("道闸改造已完工。此处插入改造前后照片", ["此处插入改造前后照片"]),
        ("【项目名称】秩序部2025年工作总结", ["【项目名称】"]),
        ("巡逻组在【小区名称】夜巡276次。", ["【小区名称】"]),
        ("XX", ["XX"]),
    ],
)
def test_placeholders(text: str, words: list[str]) -> None:
    """The placeholder itself and no more of the sentence; each told once."""
    assert list(placeholders(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "XX小区2025年秩序部工作总结",
        "XX物业服务有限公司、XX阳光花园、XX天地、XX名城",
        "XX分公司与XX人民医院签订联动协议，XX派出所出警3次。",
        "业主李XX、王xx反映楼上漏水，住户XX家已上门。",
        "1号楼XX单元3XX室报修。",
        "来电139****0000，身份证3701**********1234，车牌京A·XXXX。",
        "【暖心服务】端午慰问独居老人12户",
        "**年度目标**：全年零事故",
        "全年共**17**起，其中夜间**十七**起，**已全部办结**。",
        "**培训**、**演练**、**检查**各一次",
        "现场整改**20**处，更换**19**盏，编号201*、20**",
        "服务7.7**万余**人次，较上年多**1.2万**人次",
        "***重要提示***\n\n---\n\n****\n\n* * *\n\n___",
        "值守按5x8小时安排，机房7×24小时值班，标牌20x30cm。",
        "单价x次数，面积×元，人数X天数",
        "安检门X光机1台、X展架3个、XXL码夏装43套",
        "Q版安全提示画、iPhone X、X射线探伤",
        "负责人：周明",
        "药剂不足，待补充；灭火器待填充7具，坑槽待填平。",
        "登记表由巡逻员填写（填写不完整19份）。",
        "办公软件换成TODO清单。",
        "照片存为IMG_0012___a.jpg",
        "规格2×3次/日、200*300mm、20*30",
        "满意率（ ）内打勾",
        "2025年201室与2002年相比",
        "共19份，20处",
        "TODO看板上线，关闭待办212条。",
        "TBD品牌闸机2台，TBC型配件一批",
        "XX物业服务公司（品牌名“XX”，以下简称“XX”）",
        "电表读数异常，数据待核实后再报。",
        "另有3条数据待核实，疑似私接电线2处（待核实）。",
        "在此处插入照片说明牌，此处补充消防数据采集点2个。",
        "【项目名称】东门道闸改造 【金额】3.2万元",
        "【部门名称】按集团编码规则统一",
        "物业费涨了吗？？户户关心",
        "为什么总修不好？？主要是配件停产。",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    """Names left out on purpose, masked numbers, Markdown, titles, sizes and formulas."""
    assert placeholders(text) == ()


@settings(deadline=None)
@given(st.text(alphabet="XxX×*＊_【】（）{}[待填补充请年月日次%0 业主小区李\n1234T0DO", max_size=60))
def test_never_more_than_the_text(text: str) -> None:
    """Whatever stands there, a placeholder is a piece of it, told once, and a text without any mark has none."""
    found = placeholders(text)
    assert len(set(found)) == len(found)
    for word in found:
        assert word
        assert word.split()[0] in text


def test_long_texts_take_no_longer() -> None:
    """A pattern that tries again and again would not come back from these."""
    for text in ("X" * 50_000, "*" * 50_000, "【" * 20_000, "（ " * 20_000, "_ " * 20_000, "待填" * 20_000, "？" * 50_000):
        placeholders(text)


def test_one_problem_a_passage() -> None:
    """It names all of them."""
    (problem,) = problems("成绩: [{编号: a1, 标题: 车辆, 说明: 处理违停XX起，较上年下降X%，XX起复发。}]", "WRD001")
    assert problem.pointer == "/achievements/0/text"
    assert problem.message == "成绩“车辆”（a1）里还有没填的占位：“XX起”、“X%”"


@pytest.mark.parametrize(
    "text, where",
    [
        ("标题: 202X年工作总结", ["/title"]),
        ("编制人: 【请填写】", ["/author"]),
        (
            "措施: [{内容: 甲, 责任人: XX, 配合: [工程部, xx主管], 完成时限: XX月底前}]",
            [
                "/countermeasures/0/owner",
                "/countermeasures/0/deadline",
                "/countermeasures/0/support/1",
            ],
        ),
        ("指标: [{名称: XX率, 来源: 待补充}]", ["/metrics/0/name", "/metrics/0/source"]),
        ("问题: [{表现: 甲, 部位: XX}]", ["/issues/0/where"]),
        ("问题: [{表现: 甲, 部位: 待定, 原因: [{说明: 待查}]}]", ["/issues/0/where", "/issues/0/root_causes/0/statement"]),
        ("措施: [{内容: 甲, 责任人: 暂无}, {内容: 乙, 责任人: '?'}]", ["/countermeasures/0/owner", "/countermeasures/1/owner"]),
        ("目标: [{内容: 待定, 责任人: 待定}]", ["/goals/0/owner", "/goals/0/statement"]),
        ("指标: [{名称: 到岗率, 来源: 暂无, 口径: （待核实）}]", ["/metrics/0/definition", "/metrics/0/source"]),
        ("问题: [{表现: 甲, 原因: [{说明: 乙, 追问: [丙, 待填]}]}]", ["/issues/0/root_causes/0/whys/1"]),
        (
            "展望: {创新: [引入X项新技术], 方向: [{内容: 甲, 年限: 20XX-20XX}]}",
            [
                "/outlook/innovations/0",
                "/outlook/directions/0/years",
            ],
        ),
    ],
)
def test_where_they_are_looked_for(text: str, where: list[str]) -> None:
    """Every passage, and every name, place, source, owner and deadline."""
    assert sorted(places(text, "WRD001")) == sorted(where)


@pytest.mark.parametrize(
    "text",
    [
        "单位: {公司: XX物业, 项目: XX}",
        "照片: [{文件: XX.jpg, 说明: 演练}]",
        "豁免: [{规则: WRD001, 位置: a1, 理由: XX年后补}]",
        "指标: [{名称: 到岗率, 数值: X%}]",
        "附加: {模板: 20XX}",
        "措施: [{内容: 甲, 责任人: 李XX（秩序主管）}]",
        "措施: [{内容: 甲, 责任人: 待定, 完成时限: 待定, 配合: [暂无]}]",  # CTM002 and CTM004 tell of these
        "成绩: [{标题: 夜巡, 反馈: 暂无}]",
        "风险: [{说明: 暂无}]",
        "指标: [{名称: 投诉, 数值: 3件, 备注: 待核实}]",
        "问题: [{表现: 7号楼渗水, 原因: [{说明: 外墙防水层年限待查，已委托检测}]}]",
    ],
)
def test_where_they_are_not(text: str) -> None:
    """A property's name may be left out; ids, files, waivers and a host's own data are no text; a bad figure is the reader's."""
    assert places(text, "WRD001") == []


def _silent(text: str, code: str) -> bool:
    """Whether the rule has nothing to say of a draft that can be read."""
    assert draft(text).summary is not None
    return places(text, code) == []


# WRD002


@pytest.mark.parametrize(
    "text, words",
    [
        (
            "背景: {说明: 在公司的正确领导下，全体队员兢兢业业，较好地完成了各项工作。}",
            "“在公司的正确领导下”、“兢兢业业”、“较好地完成”",
        ),
        ("正文: [{内容: '全年培训24次。部门不断完善制度，为业主保驾护航。来年再接再厉！'}]", "“不断完善”、“保驾护航”、“再接再厉”"),
        ("成绩: [{编号: a1, 标题: 消防, 说明: 扎实推进消防宣传工作}]", "“扎实推进”"),
        ("展望: {创新: [进一步提升智慧化水平]}", "“进一步提升”"),
        ("成绩: [{编号: a1, 标题: 任劳任怨的保洁班, 说明: 雪天清扫主干道，业主点赞}]", "“任劳任怨”"),
        ("标题: 扎实推进的一年\n指标: [{编号: m1, 名称: 到岗率, 数值: 99%}]", "“扎实推进”"),
        ("背景: {purpose: Further strengthen the team and spare no effort.}", "“Further strengthen”、“spare no effort”"),
    ],
)
def test_vague_wording(text: str, words: str) -> None:
    """One problem a passage, with all set phrases that have no figure near."""
    (problem,) = problems(text, "WRD002")
    assert problem.message.endswith(f"里只有套话，旁边没有数据：{words}")


@pytest.mark.parametrize(
    "text",
    [
        "正文: [{内容: 扎实推进隐患整改，全年整改382处。}]",
        "正文: [{内容: 圆满完成春节值守。除夕到初六处置警情9起。}]",
        "正文: [{内容: '“扎实推进”专项行动、《再接再厉》征文、【多措并举】栏目照常开展。'}]",
        "成绩: [{编号: a1, 标题: 门岗, 反馈: 业主来信说门岗尽职尽责、任劳任怨}]",
        "成绩: [{编号: a1, 标题: 圆满完成改造, 指标: [m1]}]",
        "成绩: [{编号: a1, 标题: 兢兢业业的夜班, 说明: 业主点赞。, 做法: [高考静音保障4天，劝离鸣笛车辆36辆次]}]",
        "活动: [{编号: t1, 类别: 培训, 名称: 扎实推进电梯困人演练, 人次: 26人次}]",
        "目标: [{编号: g1, 内容: 进一步提升服务水平, 指标: m1}]",
        "措施: [{编号: c1, 内容: 进一步加强夜班管理}]",
        "问题: [{编号: i1, 表现: 消防宣传没有落到实处}]",
        "正文: [{内容: 进一步查看录像后确认是三车刮擦，已进一步核实。}]",
        "指标: [{编号: m1, 名称: 到岗率, 数值: 99%, 备注: 已落到实处}]",
    ],
)
def test_what_is_not_vague(text: str) -> None:
    """Figures near, a metric attached, quotations, praise of owners, what rules of their own are for, and ordinary words."""
    assert _silent(text, "WRD002")


def test_a_company_s_own_phrases(tmp_path: pathlib.Path) -> None:
    """A file of the same form as those of the package, named in the configuration, relative to it."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "ours.toml").write_text('about = "示例"\nzh = ["匠心服务"]\nothers = ["再接再厉杯"]\n', encoding="utf-8")
    (tmp_path / "propsummary.toml").write_text('[lexicons]\nset_phrases = "words/ours.toml"\n', encoding="utf-8")
    config = Config.find(tmp_path)
    text = "正文: [{内容: 匠心服务，再接再厉杯竞赛照办，保驾护航。}]"
    (problem,) = problems(text, "WRD002", config=config)
    assert problem.message.endswith("“匠心服务”、“保驾护航”")
    (problem,) = problems(text, "WRD002")
    assert problem.message.endswith("“再接再厉”、“保驾护航”")


@pytest.mark.parametrize(
    "table, said",
    [
        ({"set_phrases": "nowhere.toml"}, "nowhere.toml"),
        ({"vague_owners": "ours.toml"}, "vague_owners"),
        ({"set_phrases": "bad.toml"}, "bad.toml"),
        ({"set_phrases": "short.toml"}, "two characters"),
        ("ours.toml", "configuration"),
        ({"set_phrases": 3}, "configuration"),
    ],
)
def test_a_lexicon_that_cannot_be_followed(table: object, said: str, tmp_path: pathlib.Path) -> None:
    """Told at once, with its file or name."""
    (tmp_path / "bad.toml").write_text("zh = 3\n", encoding="utf-8")
    (tmp_path / "short.toml").write_text('about = "示例"\nzh = ["好"]\n', encoding="utf-8")
    with pytest.raises(ConfigurationError, match=said):
        Config.from_table({"lexicons": table}, str(tmp_path / "configuration"))


# WRD003

_LONG = "东门早高峰增开一条应急出口，月租车与访客车分道放行，排队明显缩短，业主群里再没有人抱怨"


def test_the_same_twice() -> None:
    """One problem for all places, at the second; the others are named."""
    achievement, case = f"{{编号: a1, 标题: 车辆, 说明: {_LONG}。}}", f"{{编号: k1, 标题: 东门, 结果: '{_LONG} '}}"
    (problem,) = problems(f"背景: {{说明: {_LONG}}}\n成绩: [{achievement}]\n案例: [{case}]", "WRD003")
    assert problem.pointer == "/achievements/0/text"
    said, _, words = problem.message.partition("：")
    assert said == "成绩“车辆”（a1）的说明里的这段话和背景“东门早高峰增开一条应急出口，月租车…”的说明、案例“东门”（k1）的结果的一样"
    assert words == "“东门早高峰增开一条应急出口，月租车与访…”"


def test_nearly_the_same() -> None:
    """A word more, other marks, traditional characters."""
    other = _LONG.replace("增开一条", "增开了一条").replace("，", "、").replace("抱怨", "抱怨排队")
    (problem,) = problems(f"背景: {{说明: {_LONG}}}\n正文: [{{内容: {other}}}]", "WRD003")
    assert "几乎一样" in problem.message
    assert problem.pointer == "/sections/0/text"


def test_twice_in_one_passage() -> None:
    (problem,) = problems(f'正文: [{{内容: "{_LONG}。\\n\\n夜班增加一次巡查。\\n{_LONG}。"}}]', "WRD003")
    assert "不止一遍" in problem.message
    assert problem.en.message.startswith("Text of section") or "more than once" in problem.en.message


def test_a_sentence_among_others() -> None:
    """Told once, with the words that are repeated, however many sentences two passages share."""
    other = "夜班每两小时巡一次地库，逐个试启应急照明并在交接本上写明故障灯位和处理结果"
    one = f"全年无事故，保安人均培训41学时，应急演练8场；{_LONG}；{other}。"
    two = f"{_LONG}。物资仓库按月盘点，缺口当周补齐，账实相符率百分之百。{other}。"
    text = f"成绩: [{{编号: a1, 标题: 车辆, 说明: {one}}}]\n正文: [{{内容: {two}}}]"
    (problem,) = problems(text, "WRD003")
    assert problem.pointer == "/sections/0/text"
    assert problem.message.endswith("里的这段话和成绩“车辆”（a1）的说明的一样：“东门早高峰增开一条应急出口，月租车与访…”")


def test_very_many_of_them() -> None:
    """Only the first are named."""
    text = "正文:\n" + "".join(f"  - {{标题: 第{number}段, 内容: {_LONG}}}\n" for number in range(300))
    (problem,) = problems(text, "WRD003")
    assert "另外291处" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "成绩: [{编号: a1, 标题: 甲, 做法: [班长每天抽查两个点位照片]}, {编号: a2, 标题: 乙, 做法: [班长每天抽查两个点位照片]}]",
        f"活动: [{{类别: 检查, 名称: 月检, 内容: {_LONG}}}, {{类别: 检查, 名称: 周检, 内容: {_LONG}}}]",
        f"问题: [{{表现: 甲, 原因: [{{说明: {_LONG}}}]}}, {{表现: 乙, 原因: [{{说明: {_LONG}}}]}}]",
        f"风险: [{{说明: 甲, 应对: {_LONG}}}]\n措施: [{{内容: {_LONG}}}]",
        f"成绩: [{{标题: 甲, 说明: {_LONG}}}]\n上期落实: [{{对应: g1, 结果: {_LONG}}}]",
        f"措施: [{{内容: 甲, 成果物: {_LONG}}}, {{内容: 乙, 成果物: {_LONG}}}]",
        f"活动: [{{名称: 月检, 内容: 每月一次。{_LONG}。}}, {{名称: 周检, 内容: 每周一次。{_LONG}。}}]",
        "正文: [{内容: 上半年抓车辆。东门早高峰增开一条应急出口。}, {内容: 下半年抓消防。东门早高峰增开一条应急出口。}]",
        f"成绩: [{{标题: 甲, 说明: 西门开通。{_LONG}。}}]\n上期落实: [{{对应: g1, 结果: {_LONG}}}]",
        f"正文: [{{内容: 东门岗{_LONG}}}, {{内容: 西门岗{_LONG.replace('东门', '西门')}}}]",
        "成绩: [{标题: 甲, 说明: 一季度组织消防器材与急救培训6次，参加342人次，考核合格率95%。}, "
        "{标题: 乙, 说明: 二季度组织消防器材与急救培训7次，参加351人次，考核合格率97%。}]",
    ],
)
def test_what_may_be_the_same(text: str) -> None:
    """Short ones, rows of tables, answers to other parts, other figures and places."""
    assert _silent(text, "WRD003")


_TEXTS = st.lists(st.text(alphabet="东门岗巡查每日", min_size=0, max_size=14), max_size=25)


@settings(deadline=None)
@given(_TEXTS, st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(4, 5), Fraction(1)]), st.integers(1, 3))
def test_the_join_is_exact(texts: list[str], share: Fraction, size: int) -> None:
    """It finds what comparing each with each finds, each pair once."""
    grams = [{text[i : i + size] for i in range(len(text) - size + 1)} for text in texts]
    every = {
        (i, j)
        for i, j in itertools.combinations(range(len(texts)), 2)
        if grams[i] and grams[j] and Fraction(len(grams[i] & grams[j]), len(grams[i] | grams[j])) >= share
    }
    found = list(near_pairs(texts, size=size, share=share))
    assert len(found) == len(set(found))
    assert set(found) == every


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="东门岗巡查12", min_size=0, max_size=14), max_size=25),
    st.sampled_from([Fraction(1, 3), Fraction(4, 5)]),
)
def test_the_join_is_exact_about_what_tells_texts_apart(texts: list[str], share: Fraction) -> None:
    """The same pairs but for those of which each has a mark that the other has not."""
    marks = [frozenset(text) & frozenset("东门12") for text in texts]
    found = list(near_pairs(texts, marks, share=share))
    assert len(found) == len(set(found))
    assert set(found) == {(i, j) for i, j in near_pairs(texts, share=share) if marks[i] <= marks[j] or marks[j] <= marks[i]}


# WRD004


def test_long_sentence() -> None:
    """The setting moves the limit; the longest is told."""
    text = f"正文: [{{内容: {'我部每天巡查' * 20}。短句。}}]"
    assert _silent(text, "WRD004")
    (problem,) = problems(text.replace("* 20", "").replace("。短", "又巡查一次。短"), "WRD004")
    assert "125个字（“我部每天巡查我部每天巡查…”），超过120个字" in problem.message
    config = Config(settings={"sentence-length": 60})
    assert len(problems(text, "WRD004", config=config)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "；".join(["每天两次巡查东门岗和西门岗并登记在册"] * 12),
        "，".join(f"{number}是每天两次巡查东门岗和西门岗并登记在册" for number in "一二三四五六七八九"),
        "".join(f"（{number}）每天两次巡查东门岗和西门岗并登记在册，" for number in range(1, 10)),
        "每天两次巡查东门岗和西门岗并登记在册。" * 12,
        "、".join(["1234567.89元"] * 20),
    ],
)
def test_what_is_not_long(text: str) -> None:
    """What semicolons, stops or counted points part, and long figures."""
    assert _silent(f"正文: [{{内容: '{text}'}}]", "WRD004")


# WRD005


@pytest.mark.parametrize(
    "text, words",
    [
        ("好的，以下是根据您提供的信息整理的总结", "“好的，以下是”、“根据您提供的信息”"),
        ("作为AI语言模型，我无法获取贵项目数据", "“作为AI”"),
        ("本文由小编整理，点击下载", "“小编整理”、“点击下载”"),
        ("总&nbsp;&nbsp;结&#8220;", "“&nbsp;”、“&#8220;”"),
        ("<p>工作总结</p><br/>", "“<p>”、“</p>”、“<br/>”"),
        ("年度總結(jié)", "“結(jié)”"),
        ("总结（zǒng）报（bào）告", "“结（zǒng）”、“报（bào）”"),
        ("巡查\u200b\u200b到位", "“U+200B”"),
        ("```\n工作总结\n```", "“```”"),
        ("工作`总结", "“`”"),
        ("上一篇：保安总结 下一篇：保洁总结", "“上一篇：保安总结 下一篇：”"),
        ("第 3 页 共 12 页", "“第 3 页 共 12 页”"),
        ("到岗率99%【3†来源】", "“【3†来源】”"),
        ("I hope this helps", "“I hope this helps”"),
        ("夜间巡查276次。以上内容由AI生成，仅供参考。", "“以上内容由AI生成”"),
        ("内容由 AI 生成，请仔细甄别", "“由 AI 生成，请仔细甄别”"),
        ("本总结由豆包整理", "“本总结由豆包整理”"),
        ("夜班补岗。（由DeepSeek生成）", "“（由DeepSeek生成）”"),
        ("夜班补岗。【内容由AI生成】", "“【内容由AI生成】”"),
        ("以下是一份完整的年度总结：", "“以下是一份”"),
        ("如需进一步调整，我可以为您补充表格", "“如需进一步调整”、“我可以为您”"),
        ("Certainly! Here is the text", "“Certainly! Here”"),
        ("巡查\u202e86次\u202c", "“U+202E”、“U+202C”"),
        ("地\xad库\u2066甲\u2069", "“U+00AD”、“U+2066”、“U+2069”"),
    ],
)
def test_pasted_residue(text: str, words: str) -> None:
    """Each told once, what nobody sees by its number."""
    (problem,) = problems(f"正文: [{{内容: {json.dumps(text, ensure_ascii=False)}}}]", "WRD005")
    assert problem.message.endswith(f"带进来的字样：{words}")


@pytest.mark.parametrize(
    "text",
    [
        "**公众号**推送36期，业主爱看“小编为大家讲消防”，公众号小编整理留言86条",
        "R&D楼与A<B两区、P&amp服务商标识，温差<5℃、>3℃",
        "* 巡查\n* 培训\n\n# 标题\n- [x] 完成",
        "家庭👨\u200d👩\u200d👧日活动",
        "李垚（yáo）任班长",
        "设备A（app）与系统（oa）",
        "公告写明“如有疑问请告诉我”，业主请告诉我们车位号",
        "好的做法是每天抽查；当然，以后还要看数据",
        "教材第3页到第12页改写，共12页",
        "命令`reboot`写进手册",
        "上一篇报道和下一篇报道都提到了门岗",
        "巡检报告由AI自动生成，每月省下40小时；本部分数据由AI巡检平台提供",
        "公众号文案由DeepSeek生成初稿，管家校对后发布36期",
        "以上三项由人工智能平台提供数据，仅供参考",
        "班次可根据实际情况调整，以上就是全年工作",
        "核实业主群里注明“以上内容由AI生成，仅供参考”的传言3条",
        "英格兰旗\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f租户",
    ],
)
def test_what_is_no_residue(text: str) -> None:
    """Names, signs, lists, emoji, a rare character explained, notices quoted, ordinary words."""
    assert _silent(f"正文: [{{内容: {json.dumps(text, ensure_ascii=False)}}}]", "WRD005")


# WRD006


@pytest.mark.parametrize(
    "text, where",
    [
        ("问题: [{编号: i1, 表现: 业主乱停车，我部束手无策}]", "/issues/0/statement"),
        (
            "问题: [{编号: i1, 标题: 返水, 表现: 年年返水，根本解决不了, 原因: [{说明: 管道老旧，谁也没办法}]}]",
            "/issues/0/statement",
        ),
        ("展望: {方向: [{内容: 人手只会更紧，只能维持现状}]}", "/outlook/directions/0/statement"),
        ("正文: [{部分: 展望, 标题: 下一步计划, 内容: 老旧电梯只会越来越多，故障率难以扭转。}]", "/sections/0/text"),
        ("问题: [{编号: i1, 表现: 外墙渗水后续难以扭转}]", "/issues/0/statement"),
    ],
)
def test_no_will(text: str, where: str) -> None:
    """Giving up, with no word of what will be done and no measure."""
    assert where in places(text, "WRD006")


@pytest.mark.parametrize(
    "text",
    [
        "问题: [{编号: i1, 表现: 业主乱停车，我部束手无策}]\n措施: [{编号: c1, 针对: [i1], 内容: 增设地锁}]",
        "问题: [{编号: i1, 表现: 靠人工抽排束手无策，已申请加装潜污泵}]",
        "问题: [{编号: i1, 表现: 业主在群里说“物业束手无策”}]",
        "问题: [{编号: i1, 表现: 对飞线充电不能听之任之}]",
        "问题: [{编号: i1, 表现: 现有相机无法解决双车跟车}]",
        "展望: {方向: [{内容: 只能维持现状}, {内容: 三年内将更换全部电梯}]}",
        "正文: [{内容: 去年对返水束手无策}]",
        "正文: [{部分: 展望, 内容: 老旧电梯只会越来越多，明年更换2号楼曳引机。}]",
        "正文: [{部分: 展望, 内容: 返修局面短期很难好转。}]\n展望: {创新: [建立屋面渗漏台账]}",
        "正文: [{部分: 展望, 内容: 业主的要求只会越来越高。}]",
        "正文: [{部分: 成绩, 内容: 年初大家以为拥堵很难好转。}]",
        "问题: [{编号: i1, 表现: 我部束手无策}]\n措施: 待补",
    ],
)
def test_will(text: str) -> None:
    """A measure, a word of it, a quotation, a plain statement; what could not be read may be the answer."""
    assert _silent(text, "WRD006")


# All together


def test_harmless_prose() -> None:
    """Of what careful staff write no error and next to no warning is made; the script tells more."""
    spec = importlib.util.spec_from_file_location("harmless", pathlib.Path(__file__).parents[2] / "scripts" / "harmless.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found = [problem for problem in module.accusations(20_000, own=False) if problem.severity is not Severity.INFO]
    assert [problem.message for problem in found if problem.severity is Severity.ERROR] == []
    assert len(found) <= 2


def test_harmless_prose_is_looked_at() -> None:
    """The rules would say so if there were something."""
    text = "正文: [{内容: 好的，以下是总结。业主王女士13912345678反映xx次。}]"
    assert {problem.code for problem in report(text, "WRD001", "WRD005", "PRV002")} == {"WRD001", "WRD005", "PRV002"}

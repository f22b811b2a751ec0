"""Residents and flats in running text: who is meant, what only looks like a name or a flat, who is the same person."""

from __future__ import annotations

import pytest

from propsummary._privacy.contacts import contacts
from propsummary._privacy.people import Pseudonyms, is_person
from propsummary._privacy.replacing import applied
from propsummary._privacy.rooms import rooms
from propsummary._privacy.staff import staff_in
from propsummary._privacy.tables import NAME_CELL, leads, parts


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


@pytest.mark.parametrize(
    "text, expected",
    [
        ("业主夏有为来电，夏有为先生致谢", "A业主来电，A先生致谢"),
        ("租户柳亦是，已回访", "A租户，已回访"),
        ("2-1-903沈大为业主送锦旗", "2-1-903A业主送锦旗"),
        ("业主陈伟强烈要求，住户刘芳明确表示，业主李娜新装空调", "A业主强烈要求，B住户明确表示，C业主新装空调"),
        ("业主张伟为来访者带路，业主王芳为业主代表", "A业主为来访者带路，B业主为业主代表"),
    ],
)
def test_where_the_name_ends(text: str, expected: str) -> None:
    """Neither is a name cut short before 为 and 是, nor does it swallow the word behind it."""
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("业主委员会主任钱进忠到场2次", "业主委员会主任A住户到场2次"),
        ("业委会主任钱进忠、委员方圆、何时明参会", "业委会主任A住户、委员B住户、C住户参会"),
        ("8幢902金满仓来电", "8幢902A住户来电"),
        ("投诉人：万里行，报修人：温如春", "投诉人：A住户，报修人：B住户"),
        ("车主分别为施世纶、罗敷和曹植，共3人", "车主分别为A住户、B住户和C住户，共3人"),
        ("店主王来福送锦旗", "A店主送锦旗"),
        ("失主高兴来电，失主：高兴", "失主A住户来电，失主：A住户"),
        ("业主 何 文 远 致谢，业主 王　芳 来电", "业主 A住户 致谢，业主 B住户 来电"),
        ("孙悦的妻子陶红、其父孙建军、女儿郝静、家属阿兰致谢", "A住户的妻子B住户、其父C住户、女儿D住户、家属E住户致谢"),
        ("周杰夫妇来访，周先生致谢", "A夫妇来访，A先生致谢"),
        ("业主田桂芳来电。田老师致谢", "A业主来电。A老师致谢"),
        ("1101室的李铁家漏水，李铁来电", "1101室的A住户家漏水，A住户来电"),
    ],
)
def test_told_by_what_stands_beside(text: str, expected: str) -> None:
    """Posts of the committee, doors, labels, lists, kin, couples; a letter for each person."""
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "业主认为已解决，住户成为志愿者，业主因为漏水来电，业主何时缴费，住户何时明白",
        "业主方强烈要求，业主方明确答复，租户方新增车位，住户卫星天线，业主田园风光",
        "失主高兴，送来锦旗；失主高兴地离开；商户金融凭证；业主文明公约",
        "业主委员会主任会议，业主委员会主任和物业经理一起巡查",
        "母亲节、父亲节，女儿高考、儿子高烧，老伴康复，父亲常来，其子公司，母亲苏州人",
        "新婚夫妇、老年夫妻、有关夫妻、常住夫妇",
        "投诉人：匿名，报修人：前台，业主：方便吗，住户：谢谢啦，业主：温度低，业主：马桶堵",
        "业主分别为高层、洋房，住户：方便、快捷，业主：安静、整洁",
        "8幢902安装空调，8幢902温度低，8幢902施工中，8幢902万元",
        "业主 大 会 召开，业主 公 约，住户 安 全 第一",
        "培训老师田老师讲解，田老师授课",
    ],
)
def test_words_beside_residents(text: str) -> None:
    """What begins with a family name where residents are told of."""
    assert masked(text + "。业主田桂芳") == text + "。A业主"


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("云中鹤", "A住户"),
        ("柳如是", "A住户"),
        ("段誉/王语嫣", "A住户/B住户"),
        ("王芳（租户）、李梅", "A住户（租户）、B住户"),
        ("何 文 远", "A住户"),
        ("王先生", "A先生"),
        ("张伟夫妇", "A夫妇"),
        *((cell, cell) for cell in ("合计", "未登记", "匿名", "物业公司", "监控室", "多户", "A住户")),
    ],
)
def test_cells_of_names(cell: str, expected: str) -> None:
    """Below 业主姓名 a cell is the whole name, or one after the other; totals and desks are none."""
    assert masked(NAME_CELL + cell) == NAME_CELL + expected


@pytest.mark.parametrize("name", ["王芳", "欧阳雪", "邢野", "尚可欣", "车向阳", "温如玉", "单德胜"])
def test_a_person(name: str) -> None:
    """In a field that asks for one, family names that begin words as well."""
    assert is_person(name)


@pytest.mark.parametrize("name", ["车队长", "车管员", "全体员工", "全体人", "温控组", "解放军", "时光", "客服主管", "大家"])
def test_no_person(name: str) -> None:
    """Posts, groups and words."""
    assert not is_person(name)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("管家顾小曼与李铁沟通不足", {"顾小曼"}),
        ("1101室的李铁家来电，管家顾小曼和李铁到场", {"顾小曼"}),
        ("管家林可儿担任组长", {"林可儿"}),
        ("急救员鲁智到场，抢修工鲁班、委员方圆、何时明参加", {"鲁智", "鲁班", "方圆", "何时明"}),
        ("业主委员会主任范建设、业委会委员方圆到场", set()),
        ("抢修工程于3月完工，委员会方案，司机安全培训，管家何时到", set()),
    ],
)
def test_staff_behind_posts(text: str, expected: set[str]) -> None:
    """Trades of every kind; whom staff talks to, who lives here, and the owners' committee are none."""
    assert set(staff_in([text])) == expected


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
        ("1402周杰夫妇来电，1303王先生家", "某室周杰夫妇来电，某室王先生家"),
        ("1402A夫妇来电", "某室A夫妇来电"),
        ("水从1303下渗漏到1203，楼下1103也湿", "水从某室下渗漏到某室，楼下某室也湿"),
        ("房号：商铺105", "房号：商铺某号"),
        ("商铺105欠费，商铺107号", "商铺某号欠费，商铺某号"),
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
        "商铺105家、105户、105㎡，2025王先生，尾号1203王先生，工单1203漏水",
        "投诉由1500下到1203，水费下到1203元，楼上1203户，2025漏水点",
    ],
)
def test_what_only_looks_like_a_flat(text: str) -> None:
    """Counts, rooms of the staff, parts of a year, standards, machines."""
    assert applied(text, rooms(text)) == text


@pytest.mark.parametrize(
    "text, expected",
    [
        ("QQ号123456789，QQ 23456789", "QQ号1********，QQ 2*******"),
        ("+852 9123 4567来电", "+852**********来电"),
        ("+1 415 555 2671", "+1 4***********"),
        ("身份证号330106198805123456已核对", "身份证号330*************56已核对"),
        *((text, text) for text in ("客服QQ：123456789", "业主QQ群123456789", "+852万元", "身份证38份", "+12 345 678")),
    ],
)
def test_contacts(text: str, expected: str) -> None:
    """Telephones abroad, QQ, and what is called an identity number; what is published and what is counted stays."""
    assert applied(text, contacts(text)) == expected


@pytest.mark.parametrize(
    "heading, expected",
    [
        (("姓名", "房号", "电话"), (NAME_CELL, "房号：", "")),
        (("姓　名", "房 号"), (NAME_CELL, "房号：")),
        (("业主姓名", "件数"), (NAME_CELL, "")),
        (("序号", "**业主**", "单元", "件数"), ("", NAME_CELL, "房号：", "")),
        (("联系人", "联系电话"), ("业主：", "")),
        (("业主名称", "房号"), ("业主：", "房号：")),
        (("类别", "业主", "租户"), ("", "业主：", "业主：")),
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
    lines += ["\n", "户主 | 房号\n", "何英 | 1205\n"]
    told = list(parts(lines))
    assert ["".join(words for words, _ in line) for line in told] == lines
    assert [pair for line in told for pair in line if pair[1]] == [
        ("王建平", NAME_CELL),
        ("6-1203", "房号："),
        ("李梅", NAME_CELL),
        ("1204", "房号："),
        ("何英", NAME_CELL),
        ("1205", "房号："),
    ]

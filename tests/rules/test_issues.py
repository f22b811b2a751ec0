"""ISS: problems in the voice of the people who write them."""

from __future__ import annotations

import pytest

from rule_drafts import places

# What people write as an issue and as its cause, and whether the second only says the first again.
_RESTATING = [
    ("9月有8件投诉超过24小时才回复", "有8件投诉回复超过了24小时"),
    ("布草周转不足，10月以来病区缺床单投诉9次", "病区缺床单，布草周转不足"),
    ("地库坡道积灰严重，上半年被投诉6次", "坡道积灰比较严重"),
    ("东门岗早高峰车辆排队", "早高峰东门岗车辆经常排队"),
    ("夜班巡更漏点47个", "巡更夜班有漏点"),
    ("电梯全年困人5次", "电梯发生困人5次"),
    ("服务意识不强", "服务意识不够强"),
    ("监控离线23路", "有23路监控离线"),
    ("7号楼屋面修后一个月又漏", "7号楼屋面修后一个月内再次渗漏"),
    ("夜班报修回复慢", "夜班报修回复不及时"),
    ("夜间违停21起没有处置，集中在22时以后的消防通道", "22时以后消防通道的违停有21起没有得到处置"),
    ("消防栓箱门和玻璃擦拭不及时，A座、B座被检查扣分6次", "A座、B座消防栓箱门、玻璃没有及时擦拭"),
]
_EXPLAINING = [
    ("9月有8件投诉超过24小时才回复", "夜班投诉要等白班主管派单，超过24小时才回复"),
    ("地库坡道积灰严重，上半年被投诉6次", "扫地车电池续航降到25分钟，坡道扫不到"),
    ("东门岗早高峰车辆排队", "早高峰东门岗只开一个车道"),
    ("夜班巡更漏点47个", "夜班缺编2人，漏点集中在凌晨三点以后"),
    ("识别相机故障导致东门晚高峰排队超过8分钟", "识别相机已用满7年"),
    ("回访有21件打不通", "回访只在工作时间拨打"),
    ("3号楼2号梯困人3次", "门机皮带打滑"),
    ("监控离线23路", "监控离线无人巡检"),
    ("灭火器过期12具", "灭火器台账没有到期提醒"),
    ("员工服务意识不强", "员工服务意识培训每年只有一次"),
    ("7号楼屋面修后一个月又漏", "屋面女儿墙根部没有做附加层，修后仍渗漏"),
    ("东门道闸修后又坏", "东门道闸地感线圈损坏没有更换"),
    ("夜班报修回复慢", "夜班报修无人派单，回复不及时"),
    ("夜间违停21起没有处置，集中在22时以后的消防通道", "22时以后消防通道没有人值守"),
    ("退租空房23套查到用水用电，集中在9号楼，退租后没有断开水电", "退租后没有断开水电的规定"),
    ("消防栓箱门和玻璃擦拭不及时，A座、B座被检查扣分6次", "A座、B座箱门玻璃只在检查前擦拭"),
    ("缺员", "缺员"),  # too short to judge
]


def _with_cause(statement: str, cause: str, whys: str = "") -> str:
    return f"问题: [{{编号: i1, 表现: '{statement}', 原因: [{{维度: 制度流程, 说明: '{cause}', 追问: [{whys}]}}]}}]\n"


@pytest.mark.parametrize("statement, cause", _RESTATING)
def test_the_issue_again_is_no_cause(statement: str, cause: str) -> None:
    """Other order, other figures, other particles: still the same thing said."""
    assert places(_with_cause(statement, cause), "ISS002")


@pytest.mark.parametrize("statement, cause", _EXPLAINING)
def test_a_reason_is_a_cause(statement: str, cause: str) -> None:
    """A cause may use the issue's words as long as it adds why."""
    assert not places(_with_cause(statement, cause), "ISS002")


@pytest.mark.parametrize(
    "statement",
    [
        "服务意识有待提升",
        "有的师傅服务态度差,业主有意见",
        "部分员工仪容不整、精神面貌欠佳",
        "部分员工服务意识有待加强",
        "纪律松散，需要加强",
        "部分服务流程不够优化，影响员工体验",
        "管理水平还需进一步提高",
        "专业技能有待提高，服务水平仍有差距",
        "执行力度不够",
        "在日常工作中，服务意识有待提升",
        "部分员工责任心不强，工作有待加强",
    ],
)
def test_an_issue_that_could_stand_anywhere(statement: str) -> None:
    """Only 有待提升 and the like."""
    assert places(f"问题: [{{编号: i1, 表现: {statement}}}]\n", "ISS004")


@pytest.mark.parametrize(
    "fields",
    [
        "表现: 夜班门岗对访客不主动询问，服务意识有待提升",
        "表现: 服务意识有待提升, 部位: 南门岗",
        "表现: 服务意识有待提升，抽查录音40份有9份没有问候语",
        "表现: B2照度有待复测",
        "表现: 新队员消防主机操作能力不足",
        "标题: 服务意识有待提升, 表现: 住户搬重物进门时当班的人坐着没有起身",
        "表现: 3号机房温度偏高",
        "表现: 收费前台周末只开一个窗口，缴费排队长，服务不到位",
        "表现: 客户来电转了三次才找到人，转接规则有待完善",
        "表现: 草坪踩踏严重",
        "表现: 早高峰排队时间长，体验有待提升",
        "表现: 访客登记不够顺畅，访客常在雨中等候",
        "表现: '智能化应用深度不足：预警数据没人看'",
        "表现: 不同楼栋做法不一，有待规范",
    ],
)
def test_an_issue_that_names_something(fields: str) -> None:
    """A place, a post, a piece of equipment, a figure or an event is something to work on, whatever is said about it."""
    assert not places(f"问题: [{{编号: i1, {fields}}}]\n", "ISS004")


def test_an_unread_metric_may_be_there() -> None:
    """A reference that could not be read is unknown, not absent."""
    assert not places("问题: [{编号: i1, 表现: 服务意识有待提升, 指标: [{}]}]\n", "ISS004")
    assert not places("问题: [{编号: i1, 表现: 服务意识有待提升, 指标: [{}]}]\n", "ISS008")


@pytest.mark.parametrize(
    "cause",
    [
        "完全是业主自己不接电话、不配合",
        "业主素质太低，屡劝不听",
        "工程部不配合，推诿扯皮",
        "公司领导不重视绿化，不批喷灌的钱",
        "开发商和施工单位不负责任",
        "经多次沟通，业主仍然不理解、不支持",
        "业委会故意刁难",
        "租户不自觉",
        "其他部门不支持我部工作",
        "全是业主的错",
        "财务部拖着不报销，不配合",
    ],
)
def test_blaming_others_alone(cause: str) -> None:
    """Owners, other departments, superiors, and nothing of one's own."""
    draft = _with_cause("回访有21件打不通", cause)
    assert places(f"部门: 客服部\n{draft}", "ISS006") == ["/issues/0/root_causes/0/statement"]


@pytest.mark.parametrize(
    "cause",
    [
        "未向业主说明缴费方式，业主不理解",
        "业主和施工队不配合走货梯，我们放行时没有核对货梯预约",
        "回访只在工作时间拨打，业主不接电话时没有换时段再打",
        "与工程部沟通不到位，双方职责没有约定",
        "业主对新收费标准不理解，公示只贴在大堂",
        "公司系统不支持批量导出",
        "9号楼外墙渗漏维修方案公示后未向23户逐户说明工期",
        "供应商每周四才送一次货",
        "人手不足，夜班一人兼两岗",
        "开发商遗留的防水缺陷",
        "公司预算10月才批下来",
        "业主装修集中在7月",
        "部分业主长期不在本地，联系不上",
        "公共区域与业主的责任划分不清",
        "业主自身原因多次改约",
        "公司不批准夜间施工",
        "外卖员不遵守门岗登记，门岗没有临停位引导",
        "物业费标准十年未调，公司亏损运营",
        "经交警认定事故责任全部在访客",
        "阀门归工程部管，客服部只能转单",
    ],
)
def test_a_cause_that_names_our_part_or_a_fact(cause: str) -> None:
    """Others may stand in a cause: facts about them accuse nobody, and our own part makes it fair."""
    assert not places(f"部门: 客服部\n{_with_cause('回访有21件打不通', cause)}", "ISS006")


def test_our_part_may_stand_in_the_whys_or_beside() -> None:
    """Alone means alone: a why or a second cause that names our part is enough."""
    assert not places(_with_cause("装修噪音投诉12件", "业主不配合", "没有提前告知允许施工的时段"), "ISS006")
    causes = "[{维度: 沟通协调, 说明: 业主不配合}, {维度: 制度流程, 说明: 装修巡查每周只有一次}]"
    assert not places(f"问题: [{{编号: i1, 表现: 装修噪音投诉12件, 原因: {causes}}}]\n", "ISS006")
    causes = "[{维度: 沟通协调, 说明: 都怪工程部拖着不上门}, {维度: 制度流程, 说明: 跨部门工单没有办结时限}]"
    assert places(f"问题: [{{编号: i1, 表现: 漏水投诉7件超期, 原因: {causes}}}]\n", "ISS006")
    causes = "[{维度: 沟通协调, 说明: 全是业主素质太低，根本不配合}, {维度: 技术设备, 说明: 北坡道没有摄像机}]"
    assert places(f"问题: [{{编号: i1, 表现: 32起违停没有处置, 原因: {causes}}}]\n", "ISS006")
    causes = "[{维度: 沟通协调, 说明: 报修的全是业主，5位不配合入户}, {维度: 技术设备, 说明: 北坡道没有摄像机}]"
    assert not places(f"问题: [{{编号: i1, 表现: 32起违停没有处置, 原因: {causes}}}]\n", "ISS006")


def test_ones_own_department_is_no_outsider() -> None:
    """工程部 is somebody else to the order department, not to itself."""
    draft = _with_cause("报修超时9单", "工程部不重视")
    assert places(f"部门: 秩序部\n{draft}", "ISS006")
    assert not places(f"部门: 工程部\n{draft}", "ISS006")


@pytest.mark.parametrize("words", ["我们深感愧疚", "完全是我部门的错", "辜负了业主的信任", "工作没做好，无地自容"])
def test_remorse(words: str) -> None:
    """Wherever an issue says it: statement, cause or why."""
    assert places(f"问题: [{{编号: i1, 表现: '6月有3起投诉超时，{words}'}}]\n", "ISS007")
    assert places(_with_cause("6月有3起投诉超时", words), "ISS007")
    assert places(_with_cause("6月有3起投诉超时", "没有值班主管", f"'{words}'"), "ISS007")


@pytest.mark.parametrize(
    "words",
    [
        "我部没有安排周末值班主管",
        "责任在我部派单环节",
        "值班主管失职，已按制度处理",
        "排班由我们自己定，没有错开",
        "没有辜负业主信任，但回复慢了",
    ],
)
def test_plain_words_about_oneself(words: str) -> None:
    """Naming one's own part is what is asked for."""
    assert not places(_with_cause("6月有3起投诉超时", words), "ISS007")


def test_remorse_elsewhere_is_not_this_rule_s_business() -> None:
    """A thank-you letter may say 辜负."""
    assert not places("成绩: [{编号: a1, 标题: 表扬信, 反馈: '你们没有辜负我们，深感愧疚以前的误会'}]\n", "ISS007")


def test_a_measure_found_either_way_round() -> None:
    """A measure that names the issue is enough; one that could not be read may have named it."""
    issue = "问题: [{编号: i1, 表现: 夜班缺编2人}]\n"
    assert places(issue + "措施: []\n", "ISS005")
    assert places(issue + "措施: [{编号: c1, 针对: [i2], 内容: 招聘2人}]\n", "ISS005")
    assert not places(issue + "措施: [{编号: c1, 针对: i1, 内容: 招聘2人}]\n", "ISS005")
    assert not places(issue + "措施: [{编号: c1, 针对: [{}], 内容: 招聘2人}]\n", "ISS005")
    assert not places(issue + "措施: [{编号: c1}]\n", "ISS005")  # left out: its statement is missing
    assert places(issue + "措施: [{编号: c1, 内容: 招聘2人, 状态: 乱写}]\n", "ISS005")


def test_what_is_there_but_unreadable_is_not_missing() -> None:
    """A dimension that is no dimension, causes that are no list of causes."""
    assert not places("问题: [{编号: i1, 表现: 夜班缺编2人, 原因: [{维度: 天气, 说明: 招聘只贴海报}]}]\n", "ISS003")
    assert not places("问题: [{编号: i1, 表现: 夜班缺编2人, 原因: 说不清}]\n", "ISS001")
    assert places("问题: [{编号: i1, 表现: 夜班缺编2人, 原因: []}]\n", "ISS001")


@pytest.mark.parametrize(
    "statement, bare",
    [("车库坡道经常积灰", True), ("坡道积灰被投诉九次", False), ("七成住户反映水压低", False), ("3号楼积灰", True)],
)
def test_evidence_is_a_figure(statement: str, *, bare: bool) -> None:
    """A building's number is no figure."""
    assert bool(places(f"问题: [{{编号: i1, 表现: {statement}}}]\n", "ISS008")) is bare


def test_one_why_is_deep_enough() -> None:
    """The rule asks for one further why, no more."""
    assert places(_with_cause("坡道积灰9次", "扫地车电池老化"), "ISS009")
    assert not places(_with_cause("坡道积灰9次", "扫地车电池老化", "更换没有列入预算"), "ISS009")

"""Two summaries that use every class of the model, one of the order department and one of the logistics department."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

from propsummary.model import (
    Achievement,
    AchievementKind,
    Activity,
    ActivityKind,
    Background,
    Case,
    Chart,
    ChartKind,
    ChartOf,
    Countermeasure,
    Dimension,
    Direction,
    Family,
    FollowUp,
    Goal,
    GoalKind,
    Incident,
    IncidentKind,
    Issue,
    Level,
    Metric,
    Organization,
    Outcome,
    Outlook,
    Owner,
    Part,
    Photo,
    Point,
    Risk,
    RootCause,
    Section,
    Share,
    Stage,
    Status,
    StrategicDirection,
    Summary,
)
from propsummary.periods import Deadline, Period, Recurrence, read_deadline
from propsummary.quantities import Change, Quantity

__all__ = ["logistics", "order", "picture", "pictures"]

_YEAR = Period.parse("2025")
_HALF = Period.parse("2025-H1")


def q(text: str) -> Quantity:
    return Quantity.parse(text)


def _day(text: str) -> Period:
    day = dt.date.fromisoformat(text)
    return Period.between(day, day, text=text)


def _due(text: str, period: Period = _YEAR) -> Deadline:
    return read_deadline(text, period=period)


def _course(*figures: str) -> tuple[Point, ...]:
    return tuple(Point(period=Period.parse(f"2025-Q{n}"), value=q(figure)) for n, figure in enumerate(figures, 1))


def _parts(**figures: str) -> tuple[Share, ...]:
    return tuple(Share(name=name, value=q(figure)) for name, figure in figures.items())


def picture(colour: tuple[int, int, int]) -> bytes:
    """A plain photo with a road in it."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (480, 360), colour)
    draw = ImageDraw.Draw(image)
    draw.polygon([(0, 360), (200, 150), (280, 150), (480, 360)], fill=(90, 94, 100))
    draw.rectangle([0, 0, 480, 150], fill=(176, 204, 226))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def pictures() -> dict[str, bytes]:
    """The photos that the order department's summary names; the last one is missing."""
    return {
        "photos/lane_before.jpg": picture((150, 120, 96)),
        "photos/lane_after.jpg": picture((112, 150, 110)),
        "photos/drill.jpg": picture((160, 150, 120)),
    }


def order() -> Summary:
    """The order department's year."""
    return Summary(
        title="2025年度秩序维护部工作总结",
        organization=Organization(company="示例物业服务有限公司", property="云栖花园", address="滨河路88号"),
        department="秩序部",
        period=_YEAR,
        prepared_on=dt.date(2026, 1, 6),
        author="周明",
        reviewer="陈立",
        background=Background(
            purpose="全面回顾2025年秩序维护工作，查清车辆秩序与夜间值守的短板，为2026年的工作定出可以检验的目标。",
            positioning="秩序部负责云栖花园2186户、7个出入口的安全防范、车辆秩序、消防与应急处置，是业主接触最多的一线部门。",
            text="2025年，秩序部在编42人，分4个班组值守。本总结覆盖全年，数据均取自巡更、道闸、监控与客服系统的年度导出。",
        ),
        metrics=_order_metrics(),
        achievements=_order_achievements(),
        activities=(
            Activity(
                id="t1",
                kind=ActivityKind.TRAINING,
                name="岗前与在岗培训",
                area="team",
                when=(Period.parse("2025"),),
                times=q("24次"),
                participants=q("612人次"),
                hours=q("48学时"),
                content="执勤规范、消防技能、急救与沟通",
                outcome="考核合格率97.6%",
            ),
            Activity(
                id="t2",
                kind=ActivityKind.DRILL,
                name="地库火灾疏散演练",
                area="fire",
                when=(_day("2025-05-16"), _day("2025-11-07")),
                times=q("2次"),
                participants=q("186人次"),
                content="报警、疏散、初起火灾扑救",
                outcome="疏散用时由6分40秒缩短到4分55秒",
            ),
            Activity(
                id="t3",
                kind=ActivityKind.INSPECTION,
                name="消防设施月检",
                area="fire",
                times=q("12次"),
                outcome="发现隐患63处，整改62处",
            ),
            Activity(
                id="t4",
                kind=ActivityKind.LINKAGE,
                name="与派出所联合夜巡",
                area="security",
                times=q("6次"),
                participants=q("54人次"),
            ),
            Activity(
                id="t5",
                kind=ActivityKind.CAMPAIGN,
                name="文明停车宣传周",
                when=(Period.parse("2025-09"),),
                times=q("1次"),
                content="公告、海报、入户劝导",
                outcome="违停投诉由每月14件降到6件",
            ),
        ),
        incidents=(
            Incident(
                id="e1",
                kind=IncidentKind.SECURITY,
                count=q("3起"),
                response=q("4分钟"),
                handling="控制现场、调取录像、移交派出所",
                outcome="全部结案",
            ),
            Incident(
                id="e2",
                kind=IncidentKind.EQUIPMENT,
                count=q("9起"),
                response=q("6分钟"),
                handling="困人解救、停梯、报修",
                outcome="无人员受伤",
            ),
            Incident(id="e3", kind=IncidentKind.DISPUTE, count=q("21起"), response=q("5分钟"), handling="到场调解、登记回访"),
            Incident(
                id="e4",
                kind=IncidentKind.MEDICAL,
                count=q("2起"),
                response=q("3分钟"),
                handling="心肺复苏、引导救护车",
                outcome="送医后均脱离危险",
            ),
        ),
        cases=(
            Case(
                id="k1",
                title="凌晨地库电动车冒烟的处置",
                date=_day("2025-07-21"),
                place="B1地库C区",
                situation="2时14分监控发现一辆电动车冒烟，周围停有机动车5辆。",
                action="监控员呼叫，3分钟内微型消防站4人到场，用水基灭火器扑救并隔离车辆。",
                result="8分钟处置完毕，未蔓延，无人受伤。",
                lesson="充电区与停车区之间须有防火隔断，夜间监控须设烟雾自动提醒。",
                metrics=("m4",),
            ),
        ),
        photos=(
            Photo(
                id="p1",
                file="photos/lane_before.jpg",
                caption="东门外道路违停占道",
                taken_on=_day("2025-04-08"),
                stage=Stage.BEFORE,
                pair="p2",
            ),
            Photo(
                id="p2",
                file="photos/lane_after.jpg",
                caption="划线与隔离桩完成后",
                taken_on=_day("2025-06-20"),
                stage=Stage.AFTER,
                pair="p1",
            ),
            Photo(id="p3", file="photos/drill.jpg", caption="地库疏散演练集合点名", taken_on=_day("2025-11-07")),
            Photo(id="p4", file="photos/gate.jpg", caption="东门新道闸"),
        ),
        charts=(
            Chart(
                id="h1", kind=ChartKind.LINE, title="业主满意率与投诉处理及时率季度走势", metrics=("m7", "m8"), of=ChartOf.SERIES
            ),
            Chart(id="h2", kind=ChartKind.PIE, title="突发事件类型分布", metrics=("m9",), of=ChartOf.BREAKDOWN),
            Chart(id="h3", kind=ChartKind.BAR, title="主要比率指标同上年对比", metrics=("m1", "m2", "m3"), of=ChartOf.COMPARISON),
        ),
        issues=_order_issues(),
        risks=(
            Risk(
                id="r1",
                statement="电动自行车保有量继续增加，地库违规充电引发火情",
                likelihood=Level.MEDIUM,
                impact=Level.HIGH,
                response="集中充电棚扩容，夜间专项巡查",
                countermeasures=("c4",),
            ),
            Risk(
                id="r2",
                statement="春节后保安员集中离职造成缺岗",
                likelihood=Level.HIGH,
                impact=Level.MEDIUM,
                response="提前储备6名备选人员",
            ),
        ),
        countermeasures=_order_measures(),
        goals=_order_goals(),
        outlook=Outlook(
            directions=(
                StrategicDirection(
                    id="d1", statement="建成人防、技防、智防结合的秩序管理体系", years="2026-2028", strategy="公司智慧社区三年行动"
                ),
                StrategicDirection(id="d2", statement="班组长以上骨干全部持证并完成轮岗", years="2026-2027"),
            ),
            innovations=("用道闸数据预测晚高峰，提前15分钟开启备用车道", "业主手机端查看巡更到位情况"),
        ),
        follow_ups=(
            FollowUp(of="g1", result="98.6%", outcome=Outcome.MET, evidence="巡更系统年度导出"),
            FollowUp(of="g2", result="96.8%", outcome=Outcome.MISSED, reason="12月东门施工，临停车辆增多"),
            FollowUp(of="c3", result="已完成招标", outcome=Outcome.CARRIED, reason="设备到货推迟"),
        ),
        sections=(Section(part=Part.OTHER, title="致谢", text="感谢全体业主的理解与支持。\n\n感谢各部门的配合。"),),
    )


def _order_metrics() -> tuple[Metric, ...]:
    return (
        Metric(
            id="m1",
            kpi="patrol_checkpoint_rate",
            name="巡更到位率",
            value=q("98.6%"),
            numerator=q("43078"),
            denominator=q("43690"),
            baseline=q("97.1%"),
            change=Change.parse("1.5个百分点"),
            target=q("≥98%"),
            source="巡更系统年度导出",
        ),
        Metric(
            id="m2",
            kpi="parking_violation_fix",
            name="违停处置率",
            value=q("96.8%"),
            numerator=q("1524"),
            denominator=q("1574"),
            baseline=q("95.2%"),
            change=Change.parse("提升1.6个百分点"),
            target=q("≥97%"),
            source="道闸与巡查记录",
        ),
        Metric(
            id="m3",
            kpi="hazard_fix_rate",
            name="隐患整改完成率",
            value=q("98.4%"),
            numerator=q("62"),
            denominator=q("63"),
            definition="含上期结转",
            carried_over=q("4处"),
            baseline=q("96.0%"),
            target=q("100%"),
            source="消防月检台账",
            note="余1处为外墙石材，已围挡，待专业单位处理。",
        ),
        Metric(
            id="m4",
            kpi="emergency_response_min",
            name="突发事件平均响应时间",
            value=q("5.1分钟"),
            baseline=q("6.8分钟"),
            change=Change.parse("-25%"),
            target=q("≤5分钟"),
            direction=Direction.LOWER,
            source="监控中心值班日志",
        ),
        Metric(
            id="m5",
            kpi="turnover_rate",
            name="保安员流失率",
            value=q("21.4%"),
            baseline=q("26.2%"),
            change=Change.parse("下降4.8个百分点"),
            definition="离职/平均在册",
            source="人事台账",
        ),
        Metric(
            id="m6",
            name="培训人次",
            value=q("612人次"),
            baseline=q("548人次"),
            change=Change.parse("增加64人次"),
            source="培训签到表",
        ),
        Metric(
            id="m7",
            kpi="sat_rate",
            name="业主满意率",
            value=q("93.5%"),
            sample_size=812,
            baseline=q("91.9%"),
            change=Change.parse("1.6个百分点"),
            target=q("≥93%"),
            series=_course("92.4%", "93.1%", "93.0%", "93.5%"),
            source="第三方满意度调查",
        ),
        Metric(
            id="m8",
            kpi="complaint_ontime",
            name="投诉处理及时率",
            value=q("97.2%"),
            target=q("≥97%"),
            series=_course("95.8%", "96.4%", "97.0%", "97.2%"),
            source="客服系统",
        ),
        Metric(
            id="m9",
            name="突发事件处置数",
            value=q("35起"),
            baseline=q("41起"),
            change=Change.parse("-14.6%"),
            direction=Direction.LOWER,
            breakdown=_parts(治安="3", 设备故障="9", 业主纠纷="21", 医疗救助="2"),
            source="监控中心值班日志",
        ),
        Metric(
            id="m10",
            name="便民服务",
            value=q("约1.2万人次"),
            breakdown=_parts(代收快递="7900人次", 搬运协助="2600人次", 指引问询="1500人次"),
            source="岗亭登记簿",
        ),
        Metric(id="m11", kpi="cctv_online", value=q("98.9%"), baseline=q("97.4%"), target=q("≥98%"), source="监控平台"),
        Metric(
            id="m12",
            name="车辆通行平均用时",
            value=q("4.2秒"),
            baseline=q("7.5秒"),
            change=Change.parse("缩短3.3秒"),
            direction=Direction.LOWER,
            source="道闸系统",
        ),
        Metric(id="m13", name="安防改造投入", value=Quantity.of(Decimal("38.6")), unit="万元", source="财务台账"),
    )


def _order_achievements() -> tuple[Achievement, ...]:
    return (
        Achievement(
            id="a1",
            area="security",
            kind=AchievementKind.RESULT,
            title="巡逻网格重新划分",
            text="全区由9条巡线调整为14条，夜间每2小时一轮，全年发现并处理安全隐患247处。",
            actions=("重画巡更点218个，补装36个", "监控盲区12处加装球机", "班长每周抽查录像3次"),
            metrics=("m1", "m11"),
            activities=("t4",),
        ),
        Achievement(
            id="a2",
            area="vehicles",
            kind=AchievementKind.RESULT,
            title="东门外违停治理",
            text="划线、隔离桩与劝导并用，东门外道路由日均违停31辆降到5辆。",
            metrics=("m2",),
            photos=("p1",),
            feedback="3号楼业主来信：“晚上终于能一把开进小区了。”",
        ),
        Achievement(
            id="a3",
            area="fire",
            kind=AchievementKind.RESULT,
            title="消防演练常态化",
            text="全年演练2次，参演186人次。",
            activities=("t2",),
            photos=("p3",),
            cases=("k1",),
        ),
        Achievement(
            id="a4",
            area="service",
            kind=AchievementKind.SERVICE,
            text="门岗提供代收快递、搬运协助等便民服务约1.2万人次。",
            metrics=("m10",),
        ),
        Achievement(
            id="a5",
            kind=AchievementKind.TEAM,
            title="骨干培养",
            text="内部晋升班长2名，轮岗8人。",
            actions=("师带徒12对", "季度技能比武4场"),
        ),
        Achievement(
            id="a6",
            area="vehicles",
            kind=AchievementKind.PROJECT,
            title="东门智能道闸改造",
            text="5月完成东门双车道识别道闸改造，车辆通行平均用时由7.5秒降到4.2秒。",
            metrics=("m12", "m13"),
            photos=("p4",),
        ),
    )


def _order_issues() -> tuple[Issue, ...]:
    return (
        Issue(
            id="i1",
            title="东门夜间车辆排队",
            statement="东门岗夜间车辆排队超过8分钟共17次，集中在周五20时至22时。",
            area="vehicles",
            kind="制度执行",
            where="东门岗",
            severity=Level.HIGH,
            metrics=("m2", "m12"),
            carried_from="i3",
            root_causes=(
                RootCause(
                    id="i1.1",
                    dimension=Dimension.TECHNOLOGY,
                    statement="备用车道识别相机使用已满7年，夜间识别率只有81%",
                    whys=("相机不在年度更新清单里", "清单按金额而不按故障率排序"),
                ),
                RootCause(id="i1.2", dimension=Dimension.PROCESS, statement="访客预约没有与道闸联动"),
            ),
        ),
        Issue(
            id="i2",
            statement="夜班3号岗只有1人，巡逻时岗位无人，全年被投诉8次",
            area="security",
            where="3号岗",
            severity=Level.MEDIUM,
            root_causes=(
                RootCause(id="i2.1", dimension=Dimension.PEOPLE, statement="夜班缺编2人", whys=("招聘只在本地张贴海报",)),
            ),
        ),
        Issue(
            id="i3",
            title="智能系统用得不深",
            statement="周界报警全年触发1260次，只有38%做了复核记录。",
            area="security",
            metrics=("m11",),
            cases=("k1",),
            root_causes=(RootCause(id="i3.1", dimension=Dimension.COORDINATION, statement="报警信息只到监控中心，不推送班组"),),
        ),
    )


def _order_measures() -> tuple[Countermeasure, ...]:
    return (
        Countermeasure(
            id="c1",
            statement="更换东门备用车道识别相机2台",
            family=Family.TECHNOLOGY,
            addresses=("i1",),
            owner=Owner.parse("周明（秩序主管）"),
            support=(Owner.parse("工程部"),),
            start=Period.parse("2026-01"),
            deadline=_due("2026年3月底前"),
            deliverable="验收单",
            verification="4月抽查夜间识别率不低于98%",
            budget=q("2.6万元"),
            status=Status.PLANNED,
        ),
        Countermeasure(
            id="c2",
            statement="访客预约接入道闸，预约车辆免停",
            family=Family.PROCESS,
            addresses=("i1",),
            owner=Owner.parse("林悦（客服主管）"),
            deadline=_due("2026-06-30"),
            deliverable="联动流程与上线记录",
            status=Status.DOING,
        ),
        Countermeasure(
            id="c3",
            statement="补招夜班保安员2名，3号岗夜间双人值守",
            family=Family.PEOPLE,
            addresses=("i2",),
            owner=Owner.parse("何伟（班长）"),
            deadline=_due("2026年2月底前"),
            verification="3月起月度岗位抽查",
            status=Status.DOING,
        ),
        Countermeasure(
            id="c4",
            statement="周界报警推送到班组手机，复核率每月通报",
            family=Family.COORDINATION,
            addresses=("i3", "r1"),
            owner=Owner.parse("周明（秩序主管）"),
            deadline=_due("2026-05-31"),
            recurrence=Recurrence.parse("每月25日"),
            verification="月度通报",
            status=Status.PLANNED,
        ),
    )


def _order_goals() -> tuple[Goal, ...]:
    return (
        Goal(
            id="g1",
            kind=GoalKind.OVERALL,
            statement="2026年全年零重大安全责任事故",
            target=q("0起"),
            baseline=q("0起"),
            deadline=_due("2026-12-31"),
            owner=Owner.parse("周明"),
            supports=("security",),
        ),
        Goal(
            id="g2",
            kind=GoalKind.INDICATOR,
            statement="东门高峰排队超过8分钟的次数降到每年4次以内",
            metric="m12",
            baseline=q("17次"),
            target=q("≤4次"),
            deadline=_due("2026-12-31"),
            owner=Owner.parse("周明"),
            supports=("i1",),
            rationale="更换相机并接入预约后，识别失败占排队原因的八成",
        ),
        Goal(
            id="g3",
            kind=GoalKind.INDICATOR,
            statement="突发事件平均响应时间缩短到4.5分钟以内",
            metric="m4",
            baseline=q("5.1分钟"),
            target=q("≤4.5分钟"),
            deadline=_due("2026-09-30"),
            owner=Owner.parse("何伟"),
            supports=("d1",),
        ),
        Goal(
            id="g4",
            kind=GoalKind.PROJECT,
            statement="智慧安防二期：周界与地库烟感联网",
            deliverable="联网平台与验收报告",
            deadline=_due("2026-10-31"),
            owner=Owner.parse("周明"),
            supports=("i3", "r1"),
        ),
        Goal(
            id="g5",
            kind=GoalKind.TEAM,
            statement="持证上岗率达到100%",
            kpi="guard_licensed",
            baseline=q("95.2%"),
            target=q("100%"),
            deadline=_due("2026-12-31"),
            owner=Owner.parse("何伟"),
        ),
    )


def logistics() -> Summary:
    """The logistics department's half-year, handed in unfinished."""
    return Summary(
        organization=Organization(company="示例物业服务有限公司", property="临江科技园"),
        department="logistics",
        period=_HALF,
        prepared_on=dt.date(2025, 7, 8),
        author="罗素芬",
        background=Background(
            purpose="总结上半年后勤保障工作，安排下半年重点。", positioning="后勤部承担园区设施设备、环境绿化、物资与能源管理。"
        ),
        metrics=(
            Metric(
                id="m1",
                kpi="equip_ok",
                name="设备完好率",
                value=q("98.9%"),
                baseline=q("98.1%"),
                change=Change.parse("0.8个百分点"),
                target=q("≥98%"),
                source="设备台账",
            ),
            Metric(
                id="m2",
                kpi="repair_response_min",
                name="报修平均响应时间",
                value=q("18.5分钟"),
                baseline=q("23.0分钟"),
                change=Change.parse("-19.6%"),
                target=q("≤20分钟"),
                source="工单系统",
            ),
            Metric(
                id="m3",
                kpi="clean_pass",
                name="保洁检查合格率",
                value=q("95.8%"),
                numerator=q("575"),
                denominator=q("600"),
                target=q("≥96%"),
                source="品质检查表",
            ),
            Metric(
                id="m4",
                name="用电量",
                value=q("126.4万kWh"),
                baseline=q("135.2万kWh"),
                change=Change.parse("-6.5%"),
                direction=Direction.LOWER,
                source="电表抄见",
                series=tuple(
                    Point(period=Period.parse(f"2025-0{n}"), value=q(v))
                    for n, v in enumerate(("24.1", "22.8", "20.3", "18.6", "19.2", "21.4"), 1)
                ),
                breakdown=_parts(空调="58.3", 照明="31.6", 电梯="19.8", 水泵及其他="16.7"),
            ),
            Metric(
                id="m5", kpi="canteen_sat", name="食堂满意率", value=q("91.2%"), sample_size=340, baseline=q("88.4%"), source="问卷"
            ),
            Metric(
                id="m6",
                kpi="procurement_ontime",
                name="采购及时率",
                value=q("96.3%"),
                numerator=q("156"),
                denominator=q("162"),
                source="采购台账",
            ),
            Metric(id="m7", name="会议保障", value=q("412场次"), source="会议预约系统"),
            Metric(id="m8", kpi="stock_match", name="账实相符率", value=q("99.1%"), target=q("100%"), source="盘点表"),
            Metric(
                id="m9",
                kpi="plant_survival",
                name="绿植存活率",
                value=q("96.8%"),
                numerator=q("1210"),
                denominator=q("1250"),
                source="绿化盘点",
            ),
            Metric(id="m10", kpi="pm_completion", name="维保计划完成率", value=q("97.5%"), target=q("100%"), source="维保计划"),
            Metric(
                id="m11",
                name="办公用品支出",
                value=q("8.7万元"),
                baseline=q("9.9万元"),
                change=Change.parse("-12.1%"),
                direction=Direction.LOWER,
                source="财务台账",
            ),
            Metric(id="m12", name="表扬信", value=q("23封"), baseline=q("15封"), source="前台登记"),
        ),
        achievements=(
            Achievement(
                id="a1",
                area="facilities",
                kind=AchievementKind.RESULT,
                title="预防性维护",
                text="对26台电梯、14台水泵按月保养，上半年停梯故障降到7次。",
                metrics=("m1", "m10"),
            ),
            Achievement(
                id="a2",
                area="energy-cost",
                kind=AchievementKind.PROJECT,
                title="地库照明改造",
                text="更换感应灯1860盏，上半年用电量同比下降6.5%。",
                actions=("分区加装计量表32块", "按人流调整亮灯时段"),
                metrics=("m4",),
            ),
            Achievement(
                id="a3",
                area="食堂",
                kind=AchievementKind.SERVICE,
                title="食堂错峰供餐",
                text="分三批就餐，排队时间由11分钟缩短到6分钟。",
                feedback="员工留言：“终于不用端着餐盘找座位了。”",
                metrics=("m5",),
            ),
        ),
        activities=(
            Activity(
                id="t1",
                kind=ActivityKind.TRAINING,
                name="有限空间作业培训",
                area="facilities",
                when=(_day("2025-04-18"),),
                times=q("1次"),
                participants=q("28人次"),
                hours=q("4学时"),
                outcome="28人全部通过",
            ),
            Activity(id="t2", kind=ActivityKind.INSPECTION, name="化粪池与集水井巡检", area="environment", times=q("26次")),
        ),
        incidents=(
            Incident(
                id="e1",
                kind=IncidentKind.WEATHER,
                count=q("1起"),
                response=q("12分钟"),
                handling="暴雨夜间抽排地库积水",
                outcome="2小时排清，车辆无损",
            ),
        ),
        charts=(
            Chart(id="h1", kind=ChartKind.LINE, title="上半年用电量", metrics=("m4",), of=ChartOf.SERIES),
            Chart(id="h2", kind=ChartKind.BAR, title="用电构成", metrics=("m4",), of=ChartOf.BREAKDOWN),
            Chart(id="h3", kind=ChartKind.BAR, title="达标情况", metrics=("m1", "m2", "m3", "m8", "m10"), of=ChartOf.COMPARISON),
        ),
        issues=(
            Issue(
                id="i1",
                title="2号冷却塔故障率偏高",
                statement="2号冷却塔上半年停机5次，占全部设备停机的四成。",
                area="facilities",
                where="2号冷却塔",
                severity=Level.HIGH,
                root_causes=(
                    RootCause(
                        id="i1.1",
                        dimension=Dimension.FUNDING,
                        statement="大修费用连续两年没有列入预算",
                        whys=("设备状态评估报告没有随预算一起提交",),
                    ),
                    RootCause(id="i1.2", dimension=Dimension.TECHNOLOGY, statement="填料老化，水温高于设计值3℃"),
                ),
            ),
            Issue(
                id="i2", title="卫生间保洁死角", statement="B座4至6层卫生间检查不合格15项。", area="environment", where="B座4至6层"
            ),
        ),
        countermeasures=(
            Countermeasure(
                id="c1",
                statement="编制2号冷却塔大修方案并列入下半年预算",
                family=Family.COST,
                addresses=("i1",),
                owner=Owner.parse("工程部/李工"),
                deadline=_due("2025年8月底前", _HALF),
                deliverable="方案与预算表",
                budget=q("14.5万元"),
            ),
            Countermeasure(
                id="c2",
                statement="推行供应商季度评分",
                family=Family.COORDINATION,
                owner=Owner.parse("罗素芬"),
                deadline=_due("2025-09-30", _HALF),
            ),
        ),
        goals=(
            Goal(
                id="g1",
                kind=GoalKind.INDICATOR,
                statement="下半年用电量同比再降3%",
                metric="m4",
                target=q("3%"),
                deadline=_due("2025-12-31", _HALF),
                owner=Owner.parse("工程部"),
                supports=("energy-cost",),
            ),
            Goal(
                id="g2",
                kind=GoalKind.PROJECT,
                statement="上线能耗分析看板",
                deliverable="看板与月报",
                deadline=_due("2025-10-31", _HALF),
                owner=Owner.parse("罗素芬"),
            ),
        ),
        outlook=Outlook(
            directions=(StrategicDirection(id="d1", statement="向绿色物业转型", years="三年"),),
            innovations=("报修二维码按设备一物一码",),
        ),
        sections=(Section(part=Part.RESULTS, text="上半年后勤工作以“保供、降耗、提质”为主线。"),),
    )

"""Drafts as answers, as a speech, with pictures for labels, month by month, and with issues among the results."""

from __future__ import annotations

import pytest

from propsummary.drafts import read_prose
from propsummary.drafts.extraction.goals import is_target
from propsummary.drafts.extraction.kinds import kind_of
from propsummary.model import Draft, Summary
from prose_drafts import errors_of


def _read(text: str, format: str = "text") -> tuple[Summary, Draft]:
    draft = read_prose(text.strip().encode(), format=format, file="稿")
    assert draft.summary is not None
    return draft.summary, draft


def _told(summary: Summary) -> tuple[list[str], list[str], list[str]]:
    """Issues, measures with who answers, and goals."""
    done = [f"{one.statement}｜{one.owner.text if one.owner else ''}" for one in summary.countermeasures]
    return [one.statement for one in summary.issues], done, [one.statement for one in summary.goals]


_ASKED = (
    ("这个季度你们负责什么？", "秩序部管四个门岗和夜间巡逻，在岗41人。"),
    ("主要做了什么？", "巡逻打点48,200个，到位47,430个，到位率98.4%。"),
    ("哪些地方没做好？原因在哪？", "北门访客登记慢，8月抽测40组，平均等2分10秒。原因是登记靠手写。"),
    ("准备怎么改？", "北门加装扫码登记终端2台，责任人：门岗班长丁海，11月15日前完成。"),
    ("四季度有什么风险？", "冬季大雾多，东门可能排队，备用道闸已调试。"),
    ("四季度目标是多少？", "1. 12月31日前打点到位率达到99.0%。"),
    ("还有要说明的吗？", "照片存在内勤电脑。"),
)


@pytest.mark.parametrize(("asks", "answers"), [("问：", "答："), ("**Q1：", "A："), ("【提问】", "【回答】"), ("3. 问：", "答：")])
def test_questions_head_their_answers(asks: str, answers: str) -> None:
    bold = "**" if asks.startswith("**") else ""
    said = "\n\n".join(f"{asks}{question}{bold}\n\n{answers}{answer}" for question, answer in _ASKED)
    summary, draft = _read(f"# 秩序部2025年第三季度工作总结\n\n2025年10月8日\n\n{said}", "markdown")
    issues, measures, goals = _told(summary)
    assert issues == ["北门访客登记慢，8月抽测40组，平均等2分10秒。"]
    assert measures == ["北门加装扫码登记终端2台｜门岗班长丁海"]
    assert goals == ["12月31日前打点到位率达到99.0%"]
    assert "冬季大雾多" in summary.sections[0].text
    assert not errors_of(draft)


def test_a_single_question_is_none() -> None:
    summary, _ = _read("工程部2025年5月小结\n\n一、本月工作\n问：水泵还能用几年？\n答：厂家说三年。\n保养水泵8台。")
    assert [one.title for one in summary.achievements if one.title] != ["水泵还能用几年？"]


def test_a_speech_turns_from_part_to_part() -> None:
    summary, draft = _read("""
在七月份部门工作会上的讲话
环境部 钱立群
（2025年8月6日）

我代表环境部二十六名同事，向大家汇报七月份的工作。我们管着3.2万平方米绿地和12栋楼的保洁。

先讲讲七月份做了哪些事。

七月保洁检查18次，检查项目1,620项，合格1,571项，合格率97.0%。

好的方面就说到这儿。下面说说不足的地方。

第一个，垃圾房臭味大。七月收到投诉9件。原因是垃圾房没有排风。

有问题就得改，接下来说办法。

一是给垃圾房装排风扇2台，由保洁主管杜梅负责，8月20日前完成。

最后报一下八月份的目标，两个数，都在8月31日前完成。

保洁合格率，达到97.5%。

垃圾类投诉，不超过3件。

各位同事，路灯亮着的时候，我们已经把院子扫完了，谢谢大家！
""")
    issues, measures, goals = _told(summary)
    assert issues == ["垃圾房臭味大。七月收到投诉9件。"]
    assert measures == ["给垃圾房装排风扇2台｜保洁主管杜梅"]
    assert goals == ["保洁合格率，达到97.5%", "垃圾类投诉，不超过3件"]
    assert all(goal.deadline for goal in summary.goals)
    assert not errors_of(draft)


def test_a_speech_asks_and_counts() -> None:
    summary, draft = _read("""
我代表客服部，汇报2025年10月的工作。客服部12个人，管着1,640户的接待、收费和回访。

十月份我们主要干了三件事。

一是把报事办结抓紧了，受理312件，办结305件，办结率97.8%。

二是物业费收了141.6万元，收缴率88.2%。

做得不够的，也得跟领导交个底。

一是电话漏接，十月漏接46个，因为中午只留一个人。

欠的账怎么还？我们是这么打算的。

电话漏接的事，中午加排一人，前台班长韦娜盯着，11月15日前完成。

十一月我们定了两个目标，都在11月30日前做到。

一是办结率98.5%以上。

二是电话漏接不超过10个。

说完了，请领导批评。
""")
    issues, (measure,), goals = _told(summary)
    assert issues == ["电话漏接，十月漏接46个。"]
    assert measure.startswith("中午加排一人")
    assert goals == ["办结率98.5%以上", "电话漏接不超过10个"]
    assert not errors_of(draft)


def test_pictures_label_who_and_until_when() -> None:
    summary, draft = _read(
        """
# 🔧 8月工程部小结

📅 2025.8.1—8.31 ｜ 值班长 周正 ｜ 9月3日交

## 🏆 干成的事

🔨 **报修**
- 8月报修 286 单，完成 281 单，完成率 98.3%

🛗 **电梯**
- 保养 24 台

## 😓 没干好的事

**1. 2栋电梯关人** 🛗
8月关人 3 次
👉 原因：门机皮带老化

## 💡 怎么改

**1 → 电梯**
✔️ 更换门机皮带 2 条
🙋 电梯专员 冯涛
📅 9月15日

## 🎯 9月目标

- 🔨 报修完成率 ≥ 99%
- 2栋电梯关人 0 次

📌 附：保养记录 24 份在值班室
📌 急事找值班室
""",
        "markdown",
    )
    issues, measures, goals = _told(summary)
    assert (issues, measures) == (["8月关人 3 次"], ["更换门机皮带 2 条｜电梯专员 冯涛"])
    assert goals == ["报修完成率 ≥ 99%", "2栋电梯关人 0 次"]
    assert str(summary.prepared_on) == "2025-09-03"
    assert [one.title for one in summary.achievements] == ["报修", "电梯"]
    assert [one.name for one in summary.metrics] == ["报修完成率"]
    assert not errors_of(draft)


def test_issues_month_by_month() -> None:
    summary, _ = _read(
        """
# 客服部2025年第一季度工作总结

## 一、概况

客服部服务清江苑1,860户业主。

## 二、各月情况

### 1月

**完成工作**

1. 接待来访412人次。

**当月问题**

装修押金退还慢，1月有11户等了超过7天。原因是没有线上流程。

### 2月

**完成工作**

1. 收缴物业费186.2万元，收缴率62.1%。

**当月问题**

1. 电话漏接多，2月漏接38个。主要原因是午休只留1人值守。

## 三、今后三年打算

建成线上客服中心，让业主少跑腿。
""",
        "markdown",
    )
    assert [len(one.root_causes) for one in summary.issues] == [1, 1]
    assert any(metric.name == "收缴率" for metric in summary.metrics)
    assert summary.outlook is not None
    assert not summary.goals


@pytest.mark.parametrize(
    "told",
    [
        "存在的问题是夜间标本滞留，5月抽查60次，超时9次。原因是夜班只排2人。下一步夜班增加1人，由运送主管卢静负责，8月15日前到位。",
        "还存在标本滞留的情况，5月抽查60次，超时9次，症结在于夜班只排2人。夜班增加1人，由运送主管卢静负责，8月15日前到位。",
        "不足之处在于11:50后标本滞留，5月抽查60次，超时9次，主要是夜班只排2人。夜班增加1人，责任人：运送主管卢静，8月15日前完成。",
        "运送餐具9.1万件。目前的短板是标本滞留，超时9次，原因是夜班只排2人，拟将夜班增加1人，由运送主管卢静负责，8月15日前完成。",
    ],
)
def test_issues_among_results(told: str) -> None:
    summary, draft = _read(
        "医院后勤部2025年上半年工作总结\n\n2025年7月8日\n\n一、概况\n后勤部负责保洁和运送，员工138人。\n\n二、各条线情况\n（一）运送\n"
        f"运送标本18.6万份，及时送达18.3万份，及时率98.4%。\n{told}\n（二）保洁\n保洁检查30次，合格率96.6%。\n\n"
        "三、下半年目标\n1. 12月31日前及时率达到99%。"
    )
    (issue,) = summary.issues
    assert "滞留" in issue.statement
    assert [cause.statement for cause in issue.root_causes] == ["夜班只排2人"]
    (measure,) = summary.countermeasures
    assert measure.statement.endswith("夜班增加1人")
    assert measure.owner is not None
    assert measure.owner.text == "运送主管卢静"
    assert [one.title for one in summary.achievements] == ["运送", "保洁"]
    assert not errors_of(draft)


def test_results_are_no_issues_for_a_word() -> None:
    summary, _ = _read(
        "医院后勤部2025年上半年工作总结\n\n一、各条线情况\n（一）运送\n发现的问题已当天处理完毕，由运送主管卢静跟进。\n"
        "（二）绿化\n补栽灌木120株，由绿化主管白松负责养护，原因是去冬冻害。\n\n二、下半年目标\n1. 12月31日前及时率达到99%。"
    )
    assert not summary.issues
    assert not summary.countermeasures


def test_figures_to_be_reached_are_no_measures() -> None:
    summary, draft = _read("""
环境部2025年5月工作小结

2025年6月4日

一、本月工作
保洁检查12次，合格率96.5%。

二、存在问题
1. 6栋垃圾桶满溢，5月投诉5件。原因是下午只收一次。

三、整改措施
1. 6栋下午增收一次
责任人 保洁班长罗兰
时限 6月15日
2. 保洁合格率≥97%
3. 垃圾类投诉 ≤ 2件

四、风险提示
雨季将至，B区地库可能倒灌，沙袋已备200只。

有事找罗兰 13800002222
""")
    _, measures, goals = _told(summary)
    assert (measures, goals) == (["6栋下午增收一次｜保洁班长罗兰"], ["保洁合格率≥97%", "垃圾类投诉 ≤ 2件"])
    assert not set(errors_of(draft)) & {"CTM001", "CTM003"}


@pytest.mark.parametrize("text", ["办结率 ≥ 98%", "就餐满意率，达到93%", "投诉：≤ 6 件", "合格率97%以上"])
def test_is_target(text: str) -> None:
    assert is_target(text)


@pytest.mark.parametrize("text", ["每班巡查不少于3次", "更换相机2台", "将抽检率提高到10%，由何敏负责", "培训3次"])
def test_is_no_target(text: str) -> None:
    assert not is_target(text)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("成绩就讲到这里。下面我讲不足", "issues"),
        ("问题说完了，再说说怎么改", "countermeasures"),
        ("明后两年打算", "directions"),
        ("风险与展望", "risks"),
        ("安全风险管控工作", "results"),
    ],
)
def test_kinds_of_headings(heading: str, kind: str) -> None:
    assert kind_of(heading) == kind

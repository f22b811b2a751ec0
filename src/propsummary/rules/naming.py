"""What a message calls the object that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from propsummary import catalogue
from propsummary._privacy import shortened
from propsummary.catalogue.codes import Words
from propsummary.model import Metric, RootCause, StrategicDirection

if TYPE_CHECKING:
    from propsummary.rules.walk import Node

__all__ = ["naming", "naming_of"]

# What a person would call an object by, first that is there.
_TELLING = ("title", "name", "statement", "text", "caption", "of", "code", "file", "company")

_SHORT = 18

_CLASSES = {
    "Summary": Words("总结", "summary"),
    "Organization": Words("单位", "organization"),
    "Background": Words("背景", "background"),
    "MetricsFrom": Words("取数", "source of metrics"),
    "Metric": Words("指标", "metric"),
    "Point": Words("走势", "point"),
    "Share": Words("构成", "share"),
    "Achievement": Words("成绩", "achievement"),
    "Activity": Words("活动", "activity"),
    "Incident": Words("突发事件", "incident"),
    "Case": Words("案例", "case"),
    "Photo": Words("照片", "photo"),
    "Chart": Words("图表", "chart"),
    "Issue": Words("问题", "issue"),
    "RootCause": Words("原因", "cause"),
    "Risk": Words("风险", "risk"),
    "Countermeasure": Words("措施", "measure"),
    "Goal": Words("目标", "goal"),
    "Outlook": Words("展望", "outlook"),
    "StrategicDirection": Words("方向", "direction"),
    "FollowUp": Words("上期落实", "follow-up"),
    "Section": Words("正文", "section"),
    "Waiver": Words("豁免", "waiver"),
}


def naming(node: Node) -> Words:
    """``问题“东门岗夜间排队”（i1）`` and ``issue “东门岗夜间排队” (i1)``: class, telling words, id, as far as there are any."""
    return node.called


def naming_of(named: object, *, telling: bool) -> Words:
    """The same for an object by itself; the summary needs no telling words."""
    label = _CLASSES.get(type(named).__name__, Words(type(named).__name__, type(named).__name__))
    words = _telling_words(named) if telling else Words("", "")
    made_up = isinstance(named, RootCause | StrategicDirection)  # nobody refers to these by id
    ident = "" if made_up else getattr(named, "id", "")
    return Words(
        label.zh + (f"“{words.zh}”" if words.zh else "") + (f"（{ident}）" if ident else ""),
        label.en + (f" “{words.en}”" if words.en else "") + (f" ({ident})" if ident else ""),
    )


def _telling_words(named: object) -> Words:
    if isinstance(named, Metric) and not named.name.strip() and (kpi := catalogue.find_kpi(named.kpi)):
        return Words(kpi.zh, kpi.en)
    short = _short(named)
    return Words(short, short)


def _short(named: object) -> str:
    words = (getattr(named, field, "") for field in _TELLING)
    telling = next((" ".join(w.split()) for w in words if isinstance(w, str) and w.strip()), "")
    return shortened(telling, _SHORT)

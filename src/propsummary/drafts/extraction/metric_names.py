"""What a figure in a sentence is a figure of."""

from __future__ import annotations

import re

import attrs

from propsummary.catalogue import find_kpi
from propsummary.drafts.extraction.metric_words import patterns
from propsummary.quantities import Figure, Role

__all__ = ["Names"]

_DELIMITER = re.compile(r"[，,、；;：:（()）“”。\s]")
_ASIDE = re.compile(r"[（(](?P<told>[^（）()]{1,16})[)）](?:为|达到?|是)?\s*\Z")  # 收缴率（按金额）93.5%


@attrs.frozen(kw_only=True)
class Names:
    """
    The names of the figures of one sentence.

    Attributes:
        topic: What the passage is about, by its label.
    """

    text: str
    figures: tuple[Figure, ...]
    topic: str = ""

    def name(self, at: int) -> tuple[int, str]:
        """What stands before a figure in its clause, without the words that only lead to it or tie it in."""
        figure = self.figures[at]
        begin = self.figures[at - 1].end if at else 0
        aside = _ASIDE.search(self.text, begin, figure.start)
        end = aside.start() if aside else figure.start
        for match in _DELIMITER.finditer(self.text, begin, end):
            begin = match.end()
        raw = self.text[begin:end]
        links = patterns()["links"].search(raw)
        name = raw[: links.start()] if links and links.start() else raw
        if f"{name}量" in raw and patterns()["endings"].search(f"{name}量"):
            name += "量"
        name = re.sub(r"(?:由|从).*$|^.*(?:发现|查出|排查出?)(?=.*隐患)", "", name).strip()
        if at and begin == self.figures[at - 1].end and self.figures[at - 1].role is Role.DURATION:
            begin = self.figures[at - 1].start
            name = self.figures[at - 1].text + name
        head = patterns()["heads"].match(name)
        if head and head.end() < len(name) and find_kpi(name) is None:
            begin += head.end()
            name = name[head.end() :]
        return begin, name.strip()

    def whole(self, at: int) -> str:
        """What a rate without a name of its own (完成率) is a rate of: what its denominator counts (受理入户报修1,248单)."""
        name = re.sub(rf"^(?:{patterns()['verbs'].pattern}|收到|派发|全部|各类)+", "", self.name(at)[1])
        return name if re.fullmatch("[\u4e00-\u9fff]{2,8}", name) and not re.search("[应实已未共总]", name) else ""

    def label(self, begin: int, name: str) -> tuple[int, str]:
        """The label before the clause, where the clause itself has only a verb: ``突发:处理17起``."""
        match = re.search(r"([\u4e00-\u9fff]{2,8})[：:]\s*$", self.text[:begin])
        return (match.start(1), match[1]) if match else (begin, self.topic or name)

    def mean_time(self, at: int) -> str:
        """The name of a mean time that is told around its figure: ``平均4.6分钟到现场``."""
        figure = self.figures[at]
        if figure.role is not Role.DURATION or not re.search(r"平均\s*$", self.text[: figure.start]):
            return ""
        match = patterns()["arrival"].match(self.text, figure.end)
        match = match or patterns()["arrival"].match(self.text[figure.end :])
        return f"平均{match['what'].replace('到现场', '到场').replace('赶到', '到场')}时间" if match else ""

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
_WINDOW = 80  # characters before a figure in which its name is looked for
_SEVERAL = re.compile(r"(?<![^，,；;。：:\s])(?:[\u4e00-\u9fff]{1,4}、)+\Z")
_LISTED = re.compile(r"(?P<names>[^，,；;。：:（()）]*[、和与及][^，,；;。：:（()）]*?)分别(?:为|是|达到?|有)?\s*[:：]?")


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
        end = aside.start() if aside else max(begin, len(self.text[: figure.start].rstrip()))  # 办结率 97.9%
        for match in _DELIMITER.finditer(self.text, begin, end):
            begin = match.end()
        begin = self._with_beside(begin, end)
        raw = self.text[begin:end]
        links = patterns()["links"].search(raw)
        name = raw[: links.start()] if links and links.start() else raw
        if f"{name}量" in raw and patterns()["endings"].search(f"{name}量"):
            name += "量"
        name = re.sub(r"(?:由|从).*$|^.*(?:发现|查出|排查出?)(?=.*隐患)", "", name).strip()
        if at and begin == self.figures[at - 1].end and self.figures[at - 1].role is Role.DURATION:
            begin = self.figures[at - 1].start
            name = self.figures[at - 1].text + name
        if at and begin == self.figures[at - 1].end:  # 三个渠道共接诉求
            counted = re.match(r"[\u4e00-\u9fff]{1,6}?(?:合计|累计|总共|一共|共计?)(?=[\u4e00-\u9fff]{2})", name)
            begin, name = (begin + counted.end(), name[counted.end() :]) if counted else (begin, name)
        head = patterns()["heads"].match(name)
        if head and head.end() < len(name) and find_kpi(name) is None:
            begin += head.end()
            name = name[head.end() :]
        taken = re.match("接(?=报修|报事|诉求|工单|投诉|咨询|求助|建议|意见|来电|来访|热线)", name)
        return (begin + 1, name[1:]) if taken else (begin, name.strip())

    def _with_beside(self, begin: int, end: int) -> int:
        """Where a name begins that is one of several things: ``水泵、风机等设备完好率``."""
        several = _SEVERAL.search(self.text, max(0, begin - _WINDOW), begin)
        if several is None or not re.match("[\u4e00-\u9fff]{1,4}(?:等|设备|设施|系统)", self.text[begin:end]):
            return begin
        return several.start()

    def listed(self, at: int) -> tuple[int, str] | None:
        """
        The name of a figure in a list that answers a list of names (A和B分别为1和2), and where these begin; none outside of such.

        The name is empty where the names cannot be told apart, or are not as many as the figures.
        """
        start = self.figures[at].start
        lead = _LISTED.search(self.text, max(0, start - _WINDOW), start)
        row = self._row(at, lead.end()) if lead else []
        if lead is None or at not in row:
            return None
        names = [patterns()["heads"].sub("", name.strip()) for name in re.split("[、和与及](?!时)", lead["names"])]
        told = len(names) == len(row) and all(patterns()["endings"].search(name) for name in names)
        return lead.start(), names[row.index(at)] if told else ""

    def _row(self, at: int, begin: int) -> list[int]:
        """The figures from *begin* on, up to and behind one of them, with nothing but 、 and 和 between them."""
        first = at
        while first and self.figures[first - 1].start >= begin:
            first -= 1
        row: list[int] = []
        for nth in range(first, len(self.figures)):
            between = self.text[begin : self.figures[nth].start]
            if not re.fullmatch(r"\s*[、，,和及与]\s*" if row else r"\s*", between):
                break
            row.append(nth)
            begin = self.figures[nth].end
        return row

    def whole(self, at: int) -> str:
        """What a rate without a name of its own (完成率) is a rate of: what its denominator counts (受理入户报修1,248单)."""
        name = re.sub(rf"^(?:{patterns()['verbs'].pattern}|收到|派发|全部|各类)+", "", self.name(at)[1])
        if not re.fullmatch("[\u4e00-\u9fff]{2,8}", name) or re.search("[应实已未共总]|其中", name):
            return ""
        return "" if patterns()["shares"].fullmatch(name) else name

    def label(self, begin: int, name: str) -> tuple[int, str]:
        """The label before the clause, where the clause itself has only a verb: ``突发:处理17起``."""
        match = re.search(r"([\u4e00-\u9fff]{2,8})[：:]\s*$", self.text[:begin])
        return (match.start(1), match[1]) if match else (begin, self.topic or name)

    def mean_time(self, at: int) -> str:
        """The name of a mean time that is told around its figure: ``平均4.6分钟到现场``, ``接报到现场平均4.6分钟``."""
        figure = self.figures[at]
        if figure.role is not Role.DURATION or not re.search(r"平均\s*$", self.text[: figure.start]):
            return ""
        match = patterns()["arrival"].match(self.text[figure.end :]) or patterns()["arrived"].search(self.text[: figure.start])
        return f"平均{match['what'].replace('到现场', '到场').replace('赶到', '到场')}时间" if match else ""

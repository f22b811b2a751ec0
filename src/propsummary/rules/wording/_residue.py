"""
The marks that pasting leaves in a text: entities and tags of web pages, unseen characters, fences, the beginning of a chat.

Phrases stand in the lexicon ``pasted_residue``; here is what no list of words can say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._text import simplified
from propsummary.rules.wording._quotes import unquoted

__all__ = ["residue"]

_TAGS = "p|br|div|span|strong|em|a|b|i|u|img|table|tbody|tr|td|th|ul|ol|li|h[1-6]|font|script|style|section|iframe"
_TOOLS = (
    "(?:AI|GPT|ChatGPT|GPT-?[45]o?|DeepSeek|Kimi|Claude|Copilot|Gemini|人工智能|文心一言|文小言|通义千问|通义|豆包|讯飞星火|智谱清言|"
    r"腾讯元宝|腾讯混元|天工)(?:\s?(?:大模型|语言模型|助手|工具|写作))?"
)
_MADE = r"\s?(?:自动|辅助|协助)?(?:生成|撰写|整理|润色|提供)"
_MAKING = re.compile("[生撰整润提][成写理色供]")  # what few texts say, and nothing that follows does without
# 巡检报告由AI自动生成 may be an achievement; what speaks of itself, of all above, or warns of itself is none.
_SELF = re.compile(
    rf"(?:以上|以下|上述|本)(?:[内正]容|回答|[答文]案|文[本字章档]?|总结|材料|报告|部分)?(?:均|全部|都)?(?:是|为)?由?\s?{_TOOLS}{_MADE}"
    rf"|(?:由\s?)?{_TOOLS}\s?(?:自动)?生成(?:的?内容)?[，,；;。]?\s?(?:内容)?(?:仅供参考|请(?:仔细|注意|自行)(?:甄别|鉴别|核[实对查]))"
    rf"|[（(\[](?:内容)?由?\s?{_TOOLS}{_MADE}[）)\]]|^\s*(?:内容)?由\s?{_TOOLS}{_MADE}[。.]?\s*$",
    re.MULTILINE,
)
_VISIBLE = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|bull|ensp|emsp|times|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,5});"
    rf"|</?(?:{_TAGS})(?:\s[^<>\n]{{0,200}})?/?>"
    r"|^\s*```\w*"
    r"|:contentReference\[oaicite[^\]\n]{0,20}\]|【\d{1,3}†[^】\n]{0,40}】|\bturn\d+(?:search|view)\d+|utm_source=\w{0,20}"
    r"|(?:好的|当然(?:可以)?|没问题)[，,！!。]\s?(?:以下|下面|这)是|(?:好的|当然(?:可以)?|没问题)[，,！!]\s?我(?:将|会|来|是您)(?:为|帮|的)"
    r"|上一篇[：:][^\n]{0,60}下一篇[：:]?|[（(\[]责任编辑[：:][^）)\]\n]{0,20}[）)\]]"
    r"|第\s?\d{1,3}\s?页\s?[,，/]?\s?共\s?\d{1,3}\s?页"
    rf"|【(?:内容)?由?\s?{_TOOLS}{_MADE}】",
    re.MULTILINE,
)
# Soft hyphens, marks of direction, joiners, tags (but those that make a flag).
_UNSEEN = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
    "|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+"
    "|[\u200c\u200d]{2,}|(?<=[\u4e00-\u9fa5])[\u200c\u200d](?=[\u4e00-\u9fa5])"
)
# 總結(jié): sites that hinder copying print how a character is read.
_READING = re.compile("([\u4e00-\u9fa5])[（(]([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})[)）]")
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_BACKTICK = re.compile("(?<=[\u4e00-\u9fa5，。、；：])`(?=[\u4e00-\u9fa5，。、；：])")


def residue(text: str) -> Iterator[str]:
    """The marks in *text*, as a message may show them."""
    if text.isalnum() and "由" not in text:  # nearly every short text
        return
    yield from (match[0].strip() for match in _VISIBLE.finditer(text))
    if _MAKING.search(text):
        yield from (match[0].strip() for match in _SELF.finditer(unquoted(text)))
    if not text.isprintable():
        yield from (f"U+{ord(match[0][0]):04X}" for match in _UNSEEN.finditer(text))
    readings = [match for match in _READING.finditer(text) if _TONED.search(match[2])] if _TONED.search(text) else []
    # Once behind a rare character it helps to read a name.
    yield from (match[0] for match in readings if len(readings) > 1 or simplified(match[1]) != match[1])
    if text.count("`") % 2 and _BACKTICK.search(text):
        yield "`"

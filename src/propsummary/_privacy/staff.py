"""Staff whom a text names, and the posts that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from propsummary._privacy.names import FAMILY, FULL_NAME
from propsummary._privacy.replacing import Replacement

__all__ = ["Posts"]

_POSTS = "主管|经理|队长|班长|组长|主任|总监|助理|管家|领班|专员|店长|厨师长|工程师|书记|管理员|师傅|老师"
_TRADES = "保洁员|秩序员|保安员|保安|维修工|维修员|电工|水工|木工|绿化工|客服|员工|讲师|教官"
_DOING = "授课|主讲|讲授|讲课|带队|带班|牵头|负责|值班|值守|到场|荣获|获评|被评为"
_AND = ("、", "和", "与", "及")
# Where a name may begin that nothing else tells: not within a word, as in 园林主管.
_BEGINS = "(?:(?<![\u4e00-\u9fa5])|(?<=[由请和与及经让向]))"
# 李工 is an engineer, if nothing else is made of it: 施工, 金工车间.
_ENGINEER = f"{_BEGINS}(?![施管金程高常万]){FAMILY}工(?![作程会人地业厂序龄种资伤期号时艺具装牌伙效休服房区棚])"


class Posts:
    """Puts posts in the place of the names of staff."""

    def __init__(self, known: Mapping[str, str], *, somebody: str) -> None:
        """
        Args:
            known: What stands for each name that is known to be of staff.

            somebody: What stands for a person whose post is not known.
        """
        self._known = dict(known)
        self._somebody = somebody
        told = "|".join(re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name))) or "(?!)"
        self._named = re.compile(
            rf"(?:{_POSTS}|{_TRADES})(?P<behind>{told}|{FULL_NAME}|{FAMILY}(?:师傅|老师))"
            rf"|(?P<before>{told}|{_BEGINS}(?:{FULL_NAME}|{FAMILY}))(?={_POSTS})"
            rf"|(?P<bracketed>(?:{told})[（(](?P<post>[^（）()]{{0,10}}(?:{_POSTS}|{_TRADES}))[）)])"
            rf"|(?P<told>{told})(?:同志)?"
            rf"|(?P<doing>{_BEGINS}{FULL_NAME}(?:同志)?)(?={_DOING})"
            rf"|(?P<engineer>{_ENGINEER})"
        )

    def instead(self, text: str) -> Iterator[Replacement]:
        """Where *text* names staff, and what takes the place of the name; nothing where the post stands beside it."""
        last, so_far = "", 0
        for match in self._named.finditer(text):
            start, end = match.span("behind") if match["behind"] else match.span()
            post = self._post(text, match)
            if post and post == last and text[so_far:start] in _AND:
                start, post = so_far, ""  # 周明、韩松 of the same post need it once
            else:
                last = post
            so_far = end
            yield start, end, post

    def _post(self, text: str, match: re.Match[str]) -> str:
        if match["bracketed"]:
            return match["post"]
        if match["told"]:
            post = self._known[match["told"]]
            return "" if text[: match.start()].endswith(post) else post
        if match["behind"] or match["before"]:
            return ""
        return "工程师" if match["engineer"] else self._somebody

"""What a typical case is made of, where lines label it: ``情况：……``, ``做法：……``, ``结果：……``, ``启示：……``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.drafts.extraction.activity_tables import day_or_span
from propsummary.drafts.extraction.clauses import trimmed
from propsummary.drafts.outline import Words
from propsummary.periods import Period

__all__ = ["story_of"]

_LABEL = re.compile(
    r"(?:^|(?<=\u3000))(?:(?P<date>(?:发生)?(?:日期|时间))|(?P<place>(?:发生)?地点)|(?P<situation>情况|经过|背景|事由|案例背景)"
    r"|(?P<action>做法|措施|处置|处理|主要做法|处置过程)|(?P<result>结果|成效|效果|处理结果)|(?P<lesson>启示|体会|经验|反思|案例启示))"
    r"(?:\s*[:：]\s*|[\t\u3000]+)"
)


def story_of(passages: Sequence[Words], period: Period | None) -> dict[str, list[Words]]:
    """The fields of a case, each with its passages; what no label claims goes on with the field before it."""
    told: dict[str, list[Words]] = {}
    field = "situation"
    for words in passages:
        found = list(_LABEL.finditer(words.text))
        if not found or found[0].start():
            field = "situation" if field in ("date", "place") else field
            told.setdefault(field, []).append(words)
            continue
        ends = [*(match.start() for match in found[1:]), len(words.text)]
        for match, end in zip(found, ends, strict=True):
            field = match.lastgroup or field
            piece = words.part(match.end(), end)
            if field == "date" and day_or_span(trimmed(piece).text, period) is None:
                field, piece = "situation", words.part(match.start(), end)
            told.setdefault(field, []).append(trimmed(piece) if field in ("date", "place") else piece)
    return told

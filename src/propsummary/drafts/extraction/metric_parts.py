"""What a count is made up of: ``受理诉求412件，其中报修250件、咨询110件、投诉52件``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from propsummary.drafts.extraction.metric_words import patterns
from propsummary.model import Share
from propsummary.quantities import Figure, Role

__all__ = ["parts_of"]

_WORK = re.compile(
    "走访|上门|巡[查楼逻]|接待|发放|组织|开展|召开|培训|检查|抽查|清[理洗]|更换|张贴|劝[离阻导]|办理|^(?:[未没不待余]|其中)"
)
# What a part is held against is none; 较大 and 较重 are kinds.
_COMPARED = re.compile("比|较(?![大小重轻])|[去上前往]年|上[期月季]|同期|[由从]|(?:降|升|增|减|缩短|延长)[到至为]?$|(?:少|多)$")
_NAME = re.compile(r"\s*[，,、：:]?\s*(?P<name>[\u4e00-\u9fff]{1,8})\s*")


def parts_of(text: str, figures: Sequence[Figure], at: int, last: int, name: str) -> tuple[tuple[Share, ...], int]:
    """
    The parts of a figure, and where they end; no parts where the list of them is not whole or nearly so.

    Args:
        last: Where what the figure is compared with ends; the parts may stand behind it.

        name: What the figure is called.
    """
    figure = figures[at]
    begin = next((one for one in (figure.end, last) if patterns()["parts"].match(text[one:])), figure.end)
    lead = patterns()["parts"].match(text[begin:])
    if figure.role not in (Role.COUNT, Role.LEVEL, Role.MONEY) or figure.unit in ("%", "‰", None):
        return (), figure.end
    found = _led(text, figures, at, begin + lead.end()) if lead else _in_a_row(text, figures, at, name)
    return found or ((), figure.end)


def _led(text: str, figures: Sequence[Figure], at: int, end: int) -> tuple[tuple[Share, ...], int] | None:
    """The parts that a word or a bracket opens right before *end*."""
    figure, found, shares = figures[at], list[Share](), 0
    total, sum_ = Fraction(figure.low), Fraction(0)
    for part in figures[at + 1 :]:
        if part.start < end:
            continue
        if found and part.unit == "%" and patterns()["share"].fullmatch(text[end : part.start]):
            end, shares = part.end + text.startswith(("）", ")"), part.end), shares + 1
            continue
        if found and not shares and re.match(r"\s*[)）。；;]", text[end:]):
            break
        name = re.sub(r"^[，,、；;和及]\s*", "", text[end : part.start]).strip()
        if not re.fullmatch(r"[\u4e00-\u9fffA-Za-z“”]{1,12}", name) or (part.unit not in (None, figure.unit)) or part.hedge:
            break
        if part.role is Role.CHANGE or _COMPARED.search(name):  # 其中噪声8件，比去年的15件少7件
            break
        settles = [bool(patterns()["settling"].search(one)) for one in (name, *(share.name for share in found[:1]))]
        if sum_ >= total or settles == [True, False]:  # 消防126处、治安64处，整改279处，其余8处
            break
        found.append(Share(name=name, value=part.quantity))
        sum_ += Fraction(part.low)
        end = part.end
    return (tuple(found), end) if len(found) > 1 and sum_ * 100 >= total * 85 else None


def _in_a_row(text: str, figures: Sequence[Figure], at: int, name: str) -> tuple[tuple[Share, ...], int] | None:
    """
    Three parts or more that no word opens: ``接诉求412件，报修250件，咨询110件，投诉52件``.

    They end with the sentence, with what was done (办结400件) or with another unit, and add up to the whole but for a slip.
    """
    whole, found, sum_ = figures[at], list[Share](), Fraction(0)
    end = whole.end
    for part in figures[at + 1 :]:
        match = _NAME.fullmatch(text, end, part.start)
        if part.unit != whole.unit or (match and _tells_what_was_done(match["name"])):
            break
        if match is None or part.hedge or part.low >= whole.low:
            return None
        found.append(Share(name=match["name"], value=part.quantity))
        sum_ += Fraction(part.low)
        end = part.end
    near = abs(sum_ - Fraction(whole.low)) * 20 <= Fraction(whole.low)
    return (tuple(found), end) if len(found) > 2 and near and not whole.hedge and patterns()["gathered"].search(name) else None


def _tells_what_was_done(name: str) -> bool:
    """Whether a count is one of what was done about another (办结, 已整改) or beside it (走访), and no kind of it."""
    return any(pattern.search(name) for pattern in (_WORK, patterns()["shares"], patterns()["settling"]))

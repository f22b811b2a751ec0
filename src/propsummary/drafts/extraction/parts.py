"""Which part of the summary every block belongs to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.catalogue import departments
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.apart import (
    with_farther_views,
    with_goals,
    with_risks,
    with_troubles,
    without_asides,
    without_attachments,
)
from propsummary.drafts.extraction.chapter import Chapter
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.contents import without_contents, without_stamp
from propsummary.drafts.extraction.days import ends_in_day, is_day, year_less_day
from propsummary.drafts.extraction.kinds import part_of
from propsummary.drafts.extraction.leads import with_leads
from propsummary.drafts.extraction.sorting import Sorter
from propsummary.drafts.extraction.unfolding import unfolded
from propsummary.drafts.outline import Block, Heading, Outline, Paragraph, Table
from propsummary.periods import Period, find_periods
from propsummary.quantities import has_figure

__all__ = ["Chapter", "chapters"]


def chapters(outline: Outline, period: Period | None = None) -> tuple[Chapter, ...]:
    """
    The chapters of *outline*, in reading order; every block is in one but for the table of contents.

    Args:
        period: What the summary covers; a heading that names a later one opens the outlook.
    """
    blocks, signature = _without_signature(with_leads(unfolded(tuple(without_contents(without_stamp(outline.blocks)))), period))
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level), len(blocks))
    body = [one for chapter in _body(blocks[first:], period) for one in with_goals(chapter)]
    if not any(chapter.kind in ("issues", "causes") for chapter in body):
        body = [one for chapter in body for one in with_troubles(chapter)]
    if body:
        body[-1:] = without_asides(body[-1])
    body = [one for chapter in body for part in with_risks(chapter) for one in with_farther_views(part)]
    told = any(part_of(chapter.kind) == "results" for chapter in body)
    found = [*_front(blocks[:first], told=told), *(one for chapter in body for one in without_attachments(chapter))]
    if signature:
        found.append(Chapter(part="other", kind="signature", blocks=tuple(signature)))
    return tuple(found)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = prose_words()
    labels = [label for group in attrs.astuple(words.front) for label in group]
    names = [name for profile in departments() for name in profile.names if not name.isascii()]
    return {
        "label": re.compile(rf"(?:^|(?<=[\s，,；;。|｜（(]))(?:{any_of(labels)})\s*[:：]"),
        "closing": re.compile(any_of(words.closing.words)),
        "signer": re.compile(
            rf"[^，,。；;：:]{{0,24}}(?:{any_of(names)}|部|中心|处|队|组|公司)"
            rf"(?:[（(].{{1,10}}[）)]|\s+[\u4e00-\u9fff]{{2,4}}|\s*(?:谨?[报呈]|呈报|编制|供稿))?|.*(?:签字|签名|盖章).*"
        ),
    }


def _without_signature(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Who signs, when, and with which formula, at the very end."""
    end = len(blocks)
    dated = signed = False
    while end > 1 and len(blocks) - end < 5:
        block = blocks[end - 1]
        if not isinstance(block, Paragraph) or block.number:
            break
        text = block.words.text
        if is_day(text) or ends_in_day(text) or year_less_day(text):
            dated = True
        elif (
            _patterns()["signer"].fullmatch(text)
            or (_patterns()["label"].match(text) and len(text) <= 40)
            or (dated and re.fullmatch("[\u4e00-\u9fff·]{2,4}", text))  # whose day it is: 岑志远
        ):
            signed = True
        elif not (_patterns()["closing"].search(text) and len(text) <= 40) or has_figure(text.split("。")[0]):
            break
        end -= 1
    return (list(blocks[:end]), list(blocks[end:])) if dated or signed or end < len(blocks) else (list(blocks), [])


def _front(blocks: Sequence[Block], *, told: bool) -> Iterator[Chapter]:
    """
    The title with the lines around it, and what stands before the first heading.

    Args:
        told: Whether a later chapter tells the results; else what stands before the first heading does, but for its beginning.
    """
    end = 0
    heading = None
    subtitle = next((at for at, block in enumerate(blocks[:3]) if not isinstance(block, Table) and _is_subtitle(block)), -1)
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and heading is None:
            heading = block
        elif at > subtitle and not _belongs_to_title(block, first=end == 0):
            break
        end += 1
    if end:
        title = tuple(block for block in blocks[:end] if block is not heading)
        yield Chapter(part="title", kind="title", heading=heading, top=True, blocks=title)
    rest = tuple(blocks[end:])
    start = len(rest) if told else _first_result(rest)
    if rest[:start]:
        yield Chapter(part="background", kind="background", blocks=rest[:start])
    if rest[start:]:
        yield Chapter(part="results", kind="results", blocks=rest[start:])


def _first_result(blocks: Sequence[Block]) -> int:
    """Where results begin that no heading names: at a label (``门岗：登记2140人次``), behind what leads over, or at figures."""
    texts = [block.words.text if isinstance(block, Paragraph) else "" for block in blocks]
    labelled = (at for at, text in enumerate(texts) if re.match("(?!.{0,4}口径)[^，,；;。：:]{1,6}[：:][^：:]*[0-9]", text))
    led = (at for at, text in enumerate(texts, 1) if re.search("(?:汇报|报告|总结|小结|情况|陈述)如下[。：:]?$", text))
    counted = (at for at, text in enumerate(texts) if at and len(re.findall(r"\d[\d,，.．]*", text)) > 2)
    return next(labelled, next(led, next(counted, len(blocks))))


def _is_subtitle(block: Block) -> bool:
    """Whether a line goes on with a title above it that may be any sentence: ``——环境部2025年度工作总结``."""
    return isinstance(block, (Heading, Paragraph)) and re.match("[—－–-]{2}", block.words.text) is not None


def _belongs_to_title(block: Block, *, first: bool) -> bool:
    if isinstance(block, Table):
        return any(_patterns()["label"].match(f"{cell.text}：") for row in block.rows for cell in row[:1])
    if not isinstance(block, Paragraph):
        return False
    text = block.words.text
    if re.fullmatch(rf"(?:{any_of(prose_words().front.company)}|公司领导)[：:]", text):  # whom it is addressed to
        return False
    if block.kind == "front" or ends_in_day(text) or (_patterns()["label"].search(text) and not re.search("[。；;]", text)):
        return True
    if re.search("[。；;，,：:]", text) or len(text) > 40:
        return False
    if re.fullmatch("[（(][^（）()]+[）)]", text):  # （致业主委员会）
        return True
    named = bool(find_periods(text) or year_less_day(text)) or "总结" in text or "汇报" in text or is_day(text)
    return named or bool(_patterns()["signer"].fullmatch(text)) or (first and len(text) <= 30)


def _body(blocks: Sequence[Block], period: Period | None) -> Iterator[Chapter]:
    groups: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            groups.append((block, []))
        else:
            groups[-1][1].append(block)
    levels = [heading.level for heading, _ in groups if heading.level]
    sorter = Sorter(groups, min(levels, default=1), period)
    issue: Heading | None = None
    for at, (heading, below) in enumerate(groups):
        kind, top = sorter.place(at)
        if kind != "causes":
            issue = heading if kind == "issues" and not top else None
        within = issue if kind == "causes" and issue and heading.level > issue.level else None
        yield Chapter(part=part_of(kind), kind=kind, heading=heading, top=top, within=within, blocks=tuple(below))

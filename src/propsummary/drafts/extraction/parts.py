"""Which part of the summary every block belongs to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.catalogue import departments
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.days import ends_in_day, is_day, year_less_day
from propsummary.drafts.extraction.goal_lists import is_direction
from propsummary.drafts.extraction.kinds import PartName, kind_of, part_of
from propsummary.drafts.extraction.labels import is_note, labels_in
from propsummary.drafts.extraction.leads import with_leads
from propsummary.drafts.extraction.owners import names_owner
from propsummary.drafts.extraction.slices import names_cause
from propsummary.drafts.extraction.sorting import Sorter
from propsummary.drafts.extraction.unfolding import unfolded
from propsummary.drafts.outline import Block, Heading, Outline, Paragraph, Table
from propsummary.model import Part
from propsummary.periods import Period, find_periods
from propsummary.quantities import has_figure

__all__ = ["Chapter", "chapters"]


_TROUBLE = re.compile(
    "[^，,。；;：:]{0,10}(?P<named>(?:问题|不足|不足之处|短板|薄弱环节|难点)(?:主要)?(?:是|在于|[：:]))|[^，,。；;]{0,6}存在"
)
_LONGEST = 400  # characters of a passage that tells an issue, why it is and who cures it


@attrs.frozen(kw_only=True)
class Chapter:
    """
    What stands below one heading, down to the next one.

    Attributes:
        part: The part that it belongs to.

        kind: What its heading announces, or the one around it: the part, or ``causes``, ``cases``, ``follow_ups``, ``risks``,
            ``directions``, ``signature``.

        heading: Its own heading; none for what stands before the first one and for the lines at the end.

        top: Whether the heading opens a part, so that it names no issue and no achievement.

        blocks: Paragraphs, tables and pictures.
    """

    part: PartName
    kind: str
    heading: Heading | None = None
    top: bool = False
    blocks: tuple[Block, ...] = ()

    @property
    def section_part(self) -> Part:
        """The part as the model has it; the lines around the title belong to none."""
        return next((part for part in Part if part.value == self.part), Part.OTHER)


def chapters(outline: Outline, period: Period | None = None) -> tuple[Chapter, ...]:
    """
    The chapters of *outline*, in reading order; every block is in one.

    Args:
        period: What the summary covers; a heading that names a later one opens the outlook.
    """
    blocks, signature = _without_signature(with_leads(unfolded(outline.blocks), period))
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level), len(blocks))
    body = [one for chapter in _body(blocks[first:], period) for one in _with_goals(chapter)]
    if not any(chapter.kind in ("issues", "causes") for chapter in body):
        body = [one for chapter in body for one in _with_troubles(chapter)]
    if body:
        body[-1:] = _without_asides(body[-1])
    body = [one for chapter in body for one in _with_farther_views(chapter)]
    told = any(part_of(chapter.kind) == "results" for chapter in body)
    found = [*_front(blocks[:first], told=told), *(one for chapter in body for one in _without_attachments(chapter))]
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
        "peroration": re.compile(any_of(words.perorating.words)),
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


def _with_troubles(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter of results, and apart from it the passages that tell an issue with its cause, or with who cures it."""
    kept: list[Block] = []
    troubles: list[Paragraph] = []
    for block in chapter.blocks:
        start = _trouble(block.words.text) if chapter.kind == "results" and isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and start is not None:
            troubles.append(attrs.evolve(block, number="", label=0, words=block.words.part(start)))
        if isinstance(block, Paragraph) and start:
            kept.append(attrs.evolve(block, words=block.words.part(0, start)))
        elif start is None:
            kept.append(block)
    yield attrs.evolve(chapter, blocks=tuple(kept))
    yield from (attrs.evolve(chapter, kind="issues", heading=None, top=True, blocks=(block,)) for block in troubles)


def _trouble(text: str) -> int | None:
    """Where a paragraph goes over to an issue of which it tells why, or who cures it; none if it does not."""
    for start in (0, *(stop.end() for stop in re.finditer("[。；;]", text))):
        passage = text[start : start + _LONGEST]
        opened = _TROUBLE.match(passage)
        if opened or (not start and kind_of(re.split("[。；;]", passage)[0]) == "issues"):
            told = names_cause(passage), "owner" in labels_in(passage) or names_owner(passage)
            if all(told) or (opened and opened["named"] and any(told)):
                return start
    return None


def _with_goals(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter of what comes next, and apart from it the goals at its end that a paragraph opens (``目标三条：……``)."""
    opens = (
        at
        for at, block in enumerate(chapter.blocks)
        if at
        and isinstance(block, Paragraph)
        and re.match("[^，,；;。：:]{0,8}(?:目标|指标)[^；;。：:]{0,14}[：:]", block.words.text)
    )
    start = next(opens, len(chapter.blocks)) if chapter.kind == "next" else len(chapter.blocks)
    yield attrs.evolve(chapter, blocks=chapter.blocks[:start])
    if chapter.blocks[start:]:
        yield Chapter(part="outlook", kind="outlook", top=True, blocks=chapter.blocks[start:])


def _with_farther_views(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter of goals or plans, and apart from it the paragraphs behind its entries that tell risks, or look years ahead."""
    apart: list[tuple[Block, str]] = []
    entries = 0
    for block in chapter.blocks if chapter.kind in ("outlook", "next") else ():
        if not isinstance(block, Paragraph) or block.number:
            entries += 1
        elif (label := re.match("[^，,；;。：:]{2,8}(?=[：:])", block.words.text)) and kind_of(label[0]) == "risks":
            apart.append((block, "risks"))
        elif entries and is_direction(block.words.text):
            apart.append((block, "directions"))
    taken = [block for block, _ in apart]
    yield attrs.evolve(chapter, blocks=tuple(block for block in chapter.blocks if block not in taken)) if apart else chapter
    yield from (Chapter(part="outlook", kind=kind, top=True, blocks=(block,)) for block, kind in apart)


def _without_asides(chapter: Chapter) -> Iterator[Chapter]:
    """The last chapter, and apart from it what is asked for, or said to the reader's heart, in plain paragraphs at its end."""
    end = len(chapter.blocks)
    while end and chapter.part in ("countermeasures", "outlook") and _is_aside(chapter.blocks[end - 1]):
        end -= 1
    yield attrs.evolve(chapter, blocks=chapter.blocks[:end])
    if chapter.blocks[end:]:
        yield Chapter(part="other", kind="other", blocks=chapter.blocks[end:])


def _is_aside(block: Block) -> bool:
    """``另外……您看让谁去一趟``, ``备注：……``, ``让我们携手……``: no figure to be reached in the first, none at all in the last."""
    if not isinstance(block, Paragraph) or block.number:
        return False
    text = block.words.text
    if is_note(text) and not re.search("以上|上述|各项|[均都]", text):
        return True
    asks = re.match("另外?|还有|此外|顺便|顺带|对了|补充|就这些|就写到这", text) and re.search(
        "[跟向找]公司|请|您|麻烦|帮忙|[等待报].{0,6}[批复]|定夺|批示|拍板|协调", text
    )
    thanks = re.search("(?:谢谢(?:大家|各位)?|(?:汇报|报告|发言|讲|说)完[了毕])[。！!]?$", text) and not has_figure(text)
    return bool(asks or thanks) or (
        _patterns()["peroration"].search(text) is not None and not re.search("[0-9０-９]|[一二三四五六七八九十]年", text)
    )


def _is_subtitle(block: Block) -> bool:
    """Whether a line goes on with a title above it that may be any sentence: ``——环境部2025年度工作总结``."""
    return isinstance(block, (Heading, Paragraph)) and re.match("[—－–-]{2}", block.words.text) is not None


def _names_attachment(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.words.text) > 40:
        return False
    return re.match("附[件表录]?[0-9一二三四五]?[：:]", block.words.text) is not None


def _is_contact(block: Block) -> bool:
    """Whom to call: ``急事找何敏 138……``."""
    return isinstance(block, Paragraph) and re.fullmatch("[^。；;0-9]{2,16}1[3-9][0-9]{9}[。；;]?", block.words.text) is not None


def _without_attachments(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter, and apart from it what is attached below it (``附件：……``), or at its very end whom to call."""
    end = len(chapter.blocks) - 1
    named = (at for at, block in enumerate(chapter.blocks) if _names_attachment(block) or (at == end and _is_contact(block)))
    start = next(named, None)
    yield attrs.evolve(chapter, blocks=chapter.blocks[:start])
    if start is not None:
        yield Chapter(part="other", kind="other", blocks=chapter.blocks[start:])


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
    for at, (heading, below) in enumerate(groups):
        kind, top = sorter.place(at)
        yield Chapter(part=part_of(kind), kind=kind, heading=heading, top=top, blocks=tuple(below))

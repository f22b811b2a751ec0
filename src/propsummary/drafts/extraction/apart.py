"""What stands in a chapter and belongs to another: an issue among the results, a table of risks, what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.chapter import Chapter
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.goal_lists import is_direction
from propsummary.drafts.extraction.kinds import kind_of
from propsummary.drafts.extraction.labels import is_note, labels_in
from propsummary.drafts.extraction.owners import names_owner
from propsummary.drafts.extraction.risk_tables import is_risk_table
from propsummary.drafts.extraction.slices import names_cause
from propsummary.drafts.outline import Block, Paragraph
from propsummary.quantities import has_figure

__all__ = ["with_farther_views", "with_goals", "with_risks", "with_troubles", "without_asides", "without_attachments"]

_TROUBLE = re.compile(
    "[^，,。；;：:]{0,10}(?P<named>(?:问题|不足|不足之处|短板|薄弱环节|难点)(?:主要)?(?:是|在于|[：:]))|[^，,。；;]{0,6}存在"
)
_LONGEST = 400  # characters of a passage that tells an issue, why it is and who cures it


def with_troubles(chapter: Chapter) -> Iterator[Chapter]:
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


def with_goals(chapter: Chapter) -> Iterator[Chapter]:
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


def with_farther_views(chapter: Chapter) -> Iterator[Chapter]:
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


def with_risks(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter of what is wrong, or shall be done, and apart from it its tables of risks; one of nothing else tells risks."""
    tables = [block for block in chapter.blocks if is_risk_table(block)] if chapter.part not in ("background", "results") else []
    rest = tuple(block for block in chapter.blocks if block not in tables)
    if tables and all(isinstance(block, Paragraph) and block.kind for block in rest):
        yield attrs.evolve(chapter, part="outlook", kind="risks")
        return
    yield attrs.evolve(chapter, blocks=rest)
    if tables:
        yield Chapter(part="outlook", kind="risks", top=True, blocks=tuple(tables))


def without_asides(chapter: Chapter) -> Iterator[Chapter]:
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
        re.search(any_of(prose_words().perorating.words), text) is not None
        and not re.search("[0-9０-９]|[一二三四五六七八九十]年", text)
    )


def _names_attachment(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.words.text) > 40:
        return False
    return re.match("附[件表录]?[0-9一二三四五]?[：:]", block.words.text) is not None


def _is_contact(block: Block) -> bool:
    """Whom to call: ``急事找何敏 138……``."""
    return isinstance(block, Paragraph) and re.fullmatch("[^。；;0-9]{2,16}1[3-9][0-9]{9}[。；;]?", block.words.text) is not None


def without_attachments(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter, and apart from it what is attached below it (``附件：……``), or at its very end whom to call."""
    end = len(chapter.blocks) - 1
    named = (at for at, block in enumerate(chapter.blocks) if _names_attachment(block) or (at == end and _is_contact(block)))
    start = next(named, None)
    yield attrs.evolve(chapter, blocks=chapter.blocks[:start])
    if start is not None:
        yield Chapter(part="other", kind="other", blocks=chapter.blocks[start:])

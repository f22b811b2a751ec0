"""What stands before a text and says nothing of its own: a stamp above the title, and the table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from propsummary.drafts.extraction.clauses import bare
from propsummary.drafts.outline import Block, Heading, Paragraph

__all__ = ["without_contents", "without_stamp"]

_NAME = re.compile(r"目\s*[录錄次]")
_PAGE = re.compile(r"[\s.．·…—_-]*[0-9]*$")


def without_contents(blocks: Sequence[Block]) -> Iterator[Block]:
    """*blocks* without a table of contents: the lines that Word marks as such, and behind 目录 those that name a heading."""
    last = {name: at for at, block in enumerate(blocks) if isinstance(block, Heading) for name in _names(block)}
    inside = False
    for at, block in enumerate(blocks):
        if isinstance(block, (Heading, Paragraph)):
            if _NAME.fullmatch(block.words.text) or (isinstance(block, Paragraph) and block.kind == "contents"):
                inside = True
                continue
            if inside and any(last.get(name, at) > at for name in _names(block)):
                continue
        inside = False
        yield block


def _names(block: Heading | Paragraph) -> tuple[str, ...]:
    """How a line is called, without its number and with it, without the page behind it."""
    plain = _PAGE.sub("", block.words.text)
    return bare(block.words.text), bare(plain), bare(f"{block.number}{plain}")


def without_stamp(blocks: Sequence[Block]) -> Sequence[Block]:
    """*blocks*, what is stamped above the title (草稿, 内部资料) as plain lines: it heads nothing."""
    at = next((at for at, block in enumerate(blocks[:4]) if isinstance(block, Heading) and not block.level), 0)
    above = blocks[:at]
    if not all(isinstance(block, Heading) and len(block.words.text) <= 12 for block in above):
        return blocks
    stamps = (Paragraph(words=block.words, position=block.position) for block in above if isinstance(block, Heading))
    return (*stamps, *blocks[at:])

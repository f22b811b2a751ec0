"""The fishbone: a problem at the head, every dimension of its causes a bone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from propsummary.document import Bone, CauseMap
from propsummary.renderers._drawing import Colours
from propsummary.renderers._scale import place
from propsummary.renderers.diagrams import cause_tree
from propsummary.renderers.diagrams.lettering import BELOW_NAMES, LINE, broken, lettered, room_for, stacked
from propsummary.renderers.diagrams.shapes import BOLD, PAD, box, line, plate, plate_height

__all__ = ["drawn"]

_EDGE = 8
_GAP = 10  # between causes, and between words and the next bone
_SLANT = 26  # how far a bone leans
_TWIG = 16  # from the foot of a bone to the words of its causes
_HEAD = 150  # least width of the head
_WIDEST = 410  # room of a bone
_NOSE = 27  # least half height of the head
_MOST = 8  # bones; more make a tree


def drawn(block: CauseMap, paint: Colours, across: int) -> tuple[Decimal, Iterator[str]]:
    """Height and parts of the drawing, which is a tree where a fish has no room."""
    if across < BELOW_NAMES or len(block.bones) > _MOST:
        return cause_tree.drawn(block, paint, across)
    fish = _Fish(block=block, paint=paint, across=across)
    return fish.height, fish.parts()


@attrs.frozen(kw_only=True)
class _Fish:
    """The fish, its head to the right; every other bone stands above the spine, the rest hang below."""

    block: CauseMap
    paint: Colours
    across: int

    @property
    def pairs(self) -> int:
        """How many bones stand beside each other above the spine."""
        return max((len(self.block.bones) + 1) // 2, 1)

    @property
    def pitch(self) -> Decimal:
        """From one bone to the next: as much as its words need, where there is so much."""
        room = Decimal(self.across - 2 * _EDGE - _HEAD - _SLANT - 2 * _GAP) / self.pairs
        causes = max((room_for(bone.causes) for bone in self.block.bones), default=Decimal(0)) + _SLANT + _TWIG + _GAP
        names = room_for([bone.name for bone in self.block.bones]) + 2 * PAD + _GAP
        return min(room, Decimal(_WIDEST), max(causes, names) + 1)

    @property
    def left(self) -> Decimal:
        """Where the tail ends; the fish swims in the middle."""
        return (self.across - self.wide - self.pitch * self.pairs - _SLANT - 2 * _GAP) / 2

    @property
    def head(self) -> Decimal:
        """Where the head begins."""
        return self.left + self.pitch * self.pairs + _SLANT + 2 * _GAP

    @property
    def wide(self) -> Decimal:
        """How wide the head is."""
        room = self.across - 2 * _EDGE - self.pitch * self.pairs - _SLANT - 2 * _GAP
        return min(room, max(room_for([self.block.problem]) * BOLD + 2 * PAD + 1, Decimal(_HEAD)))

    @property
    def problem(self) -> list[str]:
        return broken(self.block.problem, self.wide - 2 * PAD)

    @property
    def spine(self) -> Decimal:
        return max(self._reach(0), self._half) + _EDGE

    @property
    def height(self) -> Decimal:
        return self.spine + max(self._reach(1), self._half) + _EDGE

    @property
    def _half(self) -> Decimal:
        """Half the height of the head."""
        return max(Decimal(stacked(self.problem)) / 2 + PAD, Decimal(_NOSE))

    def _reach(self, side: int) -> Decimal:
        """How far the bones above (0) or below (1) reach from the spine."""
        return Decimal(max(map(self._length, self.block.bones[side::2]), default=2 * _GAP))

    def _length(self, bone: Bone) -> int:
        causes = sum(stacked(self._told(cause)) + _GAP for cause in bone.causes)
        return causes + plate_height(self._name(bone)) + 2 * _GAP

    def _told(self, cause: str) -> list[str]:
        return broken(cause, self.pitch - _SLANT - _TWIG - _GAP)

    def _name(self, bone: Bone) -> list[str]:
        return broken(bone.name, self.pitch - _GAP - 2 * PAD)

    def parts(self) -> Iterator[str]:
        """Spine, tail and head, then the bones."""
        paint, x, y, wide = self.paint, self.left, self.spine, self.wide
        yield line((x, y), (self.head, y), paint.faint, thick=3)
        tail = f"{place(x)},{place(y - 9)} {place(x + 11)},{place(y)} {place(x)},{place(y + 9)}"
        yield f'<polygon points="{tail}" style="fill:{paint.faint}"/>'
        yield box((self.head, y - self._half), wide, self._half * 2, paint.of(0), round=5)
        top = y - Decimal(stacked(self.problem)) / 2
        yield from lettered(self.problem, self.head + wide / 2, top, paint.paper, anchor="middle", weight=600)
        for number, bone in enumerate(self.block.bones):
            yield from self._bone(bone, x + self.pitch * (number // 2), number % 2, paint.of(number + 1))

    def _bone(self, bone: Bone, x: Decimal, side: int, colour: str) -> Iterator[str]:
        """The plate with the dimension's name at the far end, the causes between it and the spine."""
        name, up = self._name(bone), side == 0
        length = self._reach(side) - plate_height(name)
        end = self.spine - length if up else self.spine + length
        yield line((x + _GAP, end), (x + _GAP + _SLANT, self.spine), colour, thick=2)
        yield from plate(name, (x, end - plate_height(name) if up else end), colour, self.paint.paper)
        top = (end if up else self.spine) + _GAP
        words = x + _GAP + _SLANT + _TWIG
        for cause in bone.causes:
            y = top + Decimal(LINE) / 2
            foot = x + _GAP + _SLANT * abs(y - end) / length
            yield line((foot, y), (words - 5, y), colour)
            yield from lettered(self._told(cause), words, top, self.paint.ink)
            top += stacked(self._told(cause)) + _GAP

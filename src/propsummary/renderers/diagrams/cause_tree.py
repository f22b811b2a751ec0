"""The causes of a problem on a narrow ground: the problem on top, a spine down the side, every dimension a twig."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from propsummary.document import Bone, CauseMap
from propsummary.renderers._drawing import Colours
from propsummary.renderers._scale import place
from propsummary.renderers.diagrams.lettering import LINE, broken, lettered, stacked
from propsummary.renderers.diagrams.shapes import PAD, box, line, plate, plate_height

__all__ = ["drawn"]

_EDGE = 8
_GAP = 10
_SPINE = Decimal(_EDGE + 10)
_PLATE = Decimal(_EDGE + 24)  # where plates begin, and the dots of causes
_WORDS = Decimal(_EDGE + 44)


def drawn(block: CauseMap, paint: Colours, across: int) -> tuple[Decimal, Iterator[str]]:
    """Height and parts of the drawing."""
    tree = _Tree(block=block, paint=paint, across=across)
    return tree.tops[-1] + _EDGE - _GAP, tree.parts()


@attrs.frozen(kw_only=True)
class _Tree:
    block: CauseMap
    paint: Colours
    across: int

    @property
    def problem(self) -> list[str]:
        return broken(self.block.problem, self.across - 2 * _EDGE - 2 * PAD)

    @property
    def tops(self) -> list[Decimal]:
        """Where each dimension begins, and where the last one ends."""
        tops = [Decimal(_EDGE + stacked(self.problem) + 2 * PAD + _GAP)]
        for bone in self.block.bones:
            causes = sum(stacked(self._told(cause)) + _GAP for cause in bone.causes)
            tops.append(tops[-1] + plate_height(self._name(bone)) + _GAP + causes)
        return tops

    def _told(self, cause: str) -> list[str]:
        return broken(cause, self.across - _EDGE - _WORDS)

    def _name(self, bone: Bone) -> list[str]:
        return broken(bone.name, self.across - _EDGE - _PLATE - 2 * PAD)

    def parts(self) -> Iterator[str]:
        """The problem, then one dimension below the other."""
        paint, tops, bones = self.paint, self.tops, self.block.bones
        deep = stacked(self.problem) + 2 * PAD
        if bones:
            yield line((_SPINE, Decimal(_EDGE + deep)), (_SPINE, self._stem(bones[-1], tops[-2])), paint.faint, thick=3)
        yield box((Decimal(_EDGE), Decimal(_EDGE)), Decimal(self.across - 2 * _EDGE), deep, paint.of(0), round=5)
        yield from lettered(self.problem, Decimal(_EDGE + PAD), Decimal(_EDGE + PAD), paint.paper, weight=600)
        for number, (bone, top) in enumerate(zip(bones, tops[:-1], strict=True), 1):
            yield from self._twig(bone, top, paint.of(number))

    def _stem(self, bone: Bone, top: Decimal) -> Decimal:
        """How far down the dimension that begins at *top* leaves the spine: at its name, else at its first cause."""
        height = plate_height(self._name(bone))
        return top + (Decimal(height) / 2 if height else _GAP + Decimal(LINE) / 2)

    def _twig(self, bone: Bone, top: Decimal, colour: str) -> Iterator[str]:
        name, stem = self._name(bone), self._stem(bone, top)
        yield line((_SPINE, stem), (_PLATE, stem), colour, thick=2)
        yield from plate(name, (_PLATE, top), colour, self.paint.paper)
        below = top + plate_height(name) + _GAP
        for cause in bone.causes:
            y = place(below + Decimal(LINE) / 2)
            yield f'<circle cx="{place(_PLATE + PAD)}" cy="{y}" r="3" style="fill:{colour}"/>'
            yield from lettered(self._told(cause), _WORDS, below, self.paint.ink)
            below += stacked(self._told(cause)) + _GAP

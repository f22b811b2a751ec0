"""The causes of a problem as a fishbone, drawn as shapes that people can move."""

from __future__ import annotations

from typing import ClassVar

import attrs

from propsummary.document import Bone, CauseMap, Language, labelled
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.markup import Span
from propsummary.renderers.pptx.measure import Box, columns, cut, leading, taken

__all__ = ["Fishbone"]

_TYPE = 14
_TITLE = leading(_TYPE) + 10
_LABEL = 26  # how high the name of a dimension is
_HEAD = 104  # the problem, at least as wide as high
_SLANT = 28  # how far a bone leans towards the head
_GAP = 12
_EDGE = 2 * _GAP + _SLANT  # from where a bone begins to the words of its causes
_NARROWEST = 140  # what belongs to one bone
_LEAST = 300
_SHORT = 14  # columns of a dimension that needs little room


@attrs.frozen(kw_only=True)
class Fishbone:
    """The problem as the head, its causes by dimension along the bones."""

    grows: ClassVar[bool] = True
    map: CauseMap
    language: Language

    @property
    def is_simple(self) -> bool:
        """Whether a third of a slide is enough for it."""
        return len(self.map.bones) <= 2 and all(columns(bone.name) <= _SHORT for bone in self.map.bones)

    def least(self, across: int) -> int:
        """Its height at least."""
        return _LEAST

    def split(self, across: int, down: int) -> tuple[Fishbone, None]:
        """It stays whole."""
        return self, None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Draw it into all of *box*, the bones above and below the spine in turn."""
        canvas.words(self.map.title, attrs.evolve(box, height=leading(_TYPE)), _TYPE, bold=True, name="Caption")
        place = Box(box.x, box.y + _TITLE, box.width, box.height - _TITLE)
        middle = place.y + place.height // 2
        across = max(place.width // 4, min(_HEAD, place.width // 2))
        head = Box(place.x + place.width - across, middle - _HEAD // 2, across, _HEAD)
        canvas.line((place.x, middle), (head.x, middle), "accent", weight=3)
        words = cut(self.map.problem, head.width - 2 * _GAP, _TYPE, (head.height - 2 * _GAP) // leading(_TYPE))
        content = [canvas.paragraph(Span(words, bold=True, colour="paper"), size=_TYPE, align="ctr")]
        canvas.shape("Problem", head, content, ground="accent", kind="roundRect", anchor="ctr", inset=_GAP, alt=self.map.alt)
        spine = Box(place.x, middle, head.x - place.x - _GAP, 0)
        slots = self._slots(spine)
        for number, bone in enumerate(self.map.bones):
            slot = slots[number // 2]
            if number % 2:
                _bone(canvas, bone, Box(slot.x, middle, slot.width, place.bottom - middle), above=False)
            else:
                _bone(canvas, bone, Box(slot.x, place.y, slot.width, middle - place.y), above=True)

    def _slots(self, spine: Box) -> tuple[Box, ...]:
        """A place for every two bones, all around the middle of the spine where their words leave room."""
        count = -(-len(self.map.bones) // 2)
        if not count:
            return ()
        causes = max(columns(cause) for bone in self.map.bones for cause in ("", *bone.causes))
        names = max(columns(bone.name) for bone in self.map.bones)
        needed = max(taken(causes, _TYPE) + _EDGE, taken(names, _TYPE) + 2 * _GAP, _NARROWEST)
        across = min(spine.width, count * (needed + _GAP) - _GAP)
        return attrs.evolve(spine, x=spine.x + (spine.width - across) // 2, width=across).beside(count, _GAP)

    def told(self) -> str:
        """The causes in words."""
        causes = (labelled(bone.name, told.joined(bone.causes, self.language), self.language) for bone in self.map.bones)
        return "\n".join((self.map.title, self.map.problem, *causes))


def _bone(canvas: Canvas, bone: Bone, box: Box, *, above: bool) -> None:
    """A dimension, if one is stated, at the far end, its causes beside the bone that leads to the spine."""
    label = Box(box.x, box.y if above else box.bottom - _LABEL, box.width, _LABEL)
    near, far = (box.bottom, label.bottom) if above else (box.y, label.y)
    canvas.line((box.x + _GAP, far), (box.x + _GAP + _SLANT, near), "accent", weight=2)
    if bone.name:
        words = Span(cut(bone.name, label.width - _GAP, _TYPE, 1), bold=True, colour="accent")
        name = canvas.paragraph(words, size=_TYPE, align="ctr")
        canvas.shape("Dimension", label, [name], ground="pale", kind="roundRect", anchor="ctr")
    text = Box(box.x + _EDGE, min(near, far) + _GAP // 2, box.width - _EDGE, abs(far - near) - _GAP)
    canvas.words("\n".join(bone.causes), text, _TYPE, anchor="t" if above else "b", name="Causes")

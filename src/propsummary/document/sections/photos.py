"""Photos: before and after side by side, each shown once."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.document.context import Context
from propsummary.document.nodes import Block, Picture, PicturePair
from propsummary.model import Photo, Stage

__all__ = ["Album"]


class Album:
    """The photos of one summary while its document is built; a photo that was handed out is gone."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._left = list(ctx.summary.photos)

    def take(self, ids: tuple[str, ...]) -> Iterator[Block]:
        """The photos with these *ids*, unless they were shown before, each with its counterpart."""
        for id in ids:
            for photo in [photo for photo in self._left if photo.id == id]:
                if photo in self._left:
                    yield self._block(photo)

    def rest(self) -> Iterator[Block]:
        """All photos that nobody has taken."""
        while self._left:
            yield self._block(self._left[0])

    def _block(self, photo: Photo) -> Block:
        """The photo, or the pair that it makes with the one that it names or that names it."""
        self._left.remove(photo)
        for partner in self._left:
            named = (photo.pair and photo.pair == partner.id) or (partner.pair and partner.pair == photo.id)
            if named and {photo.stage, partner.stage} == {Stage.BEFORE, Stage.AFTER}:
                self._left.remove(partner)
                return _pair(self._ctx, *((photo, partner) if photo.stage is Stage.BEFORE else (partner, photo)))
        return _picture(self._ctx, photo)


def _picture(ctx: Context, photo: Photo) -> Picture:
    name = ctx.clean(photo.file)
    stage = ctx.label(f"stage_{photo.stage.value}") if photo.stage else ""
    return Picture(
        file=photo.file,
        caption=photo.caption.strip() or stage,
        note=ctx.when(photo.taken_on) if photo.taken_on else "",
        alt=photo.caption.strip() or ctx.labelled(stage or ctx.label("photo"), name),
        name=name,
    )


def _pair(ctx: Context, before: Photo, after: Photo) -> PicturePair:
    return PicturePair(
        before=_picture(ctx, before),
        after=_picture(ctx, after),
        before_label=ctx.label("stage_before"),
        after_label=ctx.label("stage_after"),
        caption=ctx.label("before_after"),
    )

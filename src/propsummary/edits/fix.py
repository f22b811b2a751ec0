"""
A draft with its slips of the pen mended, byte for byte the same everywhere else.

Only what can be meant in one way is touched, and only if every figure of the draft is proven to stay; all else is for people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from propsummary.edits._places import Ruler, WayBack, applied
from propsummary.edits.fixes.ids import ids
from propsummary.edits.fixes.marks import marks
from propsummary.edits.fixes.proof import Known, keeps_numbers
from propsummary.edits.fixes.punctuation import is_refused, punctuation
from propsummary.edits.fixes.slips import Repair, Slip
from propsummary.edits.fixes.spelling import spelling
from propsummary.edits.fixes.values import values
from propsummary.errors import expect
from propsummary.model import Draft
from propsummary.serde import Format, format_of, loads, sniff
from propsummary.serde._source import UNFIT

__all__ = ["Fixed", "Repair", "fix"]

#: One kind of repair after the other: what cannot be read at first may be misspelt, and what is misspelt hides its values.
_STAGES: tuple[Callable[[Draft, Format], tuple[Slip, ...]], ...] = (punctuation, marks, spelling, values, ids)
_ROUNDS = 1_000


@attrs.frozen(kw_only=True)
class Fixed:
    """
    What became of a draft.

    Attributes:
        text: The draft, mended.

        repairs: What was mended, in order of place; their spans are those of the draft as it was.

        dropped: What was left as it is because a figure would not have stayed the same.

    .. versionadded:: 0.1.0
    """

    text: str
    repairs: tuple[Repair, ...] = ()
    dropped: tuple[Repair, ...] = ()


def fix(draft: str | Draft, /, *, format: Format | None = None) -> Fixed:
    """
    Mend what can be mended safely: punctuation, spelling of keys and fixed words, forms of figures and dates, missing ids.

    Comments, order and layout stay. After every repair the draft is read again: all its values, and all figures in its sentences,
    must be what they were. A second call finds nothing more to do.

    Args:
        draft: A draft, or the text of one; one that was told from prose is left as it is.

        format: The format of the text; told from the draft's file or from the text if left out.

    Raises:
        WrongArgumentError: *draft* is neither.

    .. versionadded:: 0.1.0
    """
    expect("fix", draft, str, Draft, instead=("read opens a file", "文件请用 read 打开"))
    if isinstance(draft, str):
        draft = loads(draft, format or sniff(draft))
    if draft.prose or UNFIT.search(draft.source):
        return Fixed(text=draft.source)
    work = _Work(draft, format or format_of(draft.file) or sniff(draft.source))
    for _ in range(_ROUNDS):
        if not sum(map(work.carry_out, _STAGES)):
            break
    return work.done()


class _Work:
    """The draft as it gets better."""

    def __init__(self, draft: Draft, form: Format) -> None:
        self._first = draft
        self._form = form
        self._known = Known(draft)
        self._ruler = Ruler(draft.source, draft.file)
        self._rounds: list[WayBack] = []
        self._repairs: list[Repair] = []
        self._dropped: dict[tuple[int, int, str], Repair] = {}

    def carry_out(self, stage: Callable[[Draft, Format], tuple[Slip, ...]]) -> int:
        """Make the repairs of one kind that hold; gives how many."""
        done = self._holding(stage(self._known.draft, self._form))
        if done:
            self._repairs += map(self._repair, done)
            self._rounds.append(WayBack(slip.replacement for slip in done))
            self._known = self._after(done)
        return len(done)

    def done(self) -> Fixed:
        """The draft as it is now."""
        by_place = sorted(self._repairs, key=lambda repair: (repair.span.line, repair.span.column))
        made = {(repair.span.line, repair.span.column, repair.after) for repair in by_place}
        dropped = tuple(repair for place, repair in self._dropped.items() if place not in made)
        return Fixed(text=self._known.draft.source, repairs=tuple(by_place), dropped=dropped)

    def _holding(self, slips: tuple[Slip, ...], held: tuple[Slip, ...] = ()) -> tuple[Slip, ...]:
        """Those of *slips* that hold together with those that are *held*; found by halving."""
        if not slips:
            return ()
        together = (*held, *slips)
        after = self._after(together)
        reads, stays = self._reads(after, together), self._stays(after, together)
        if reads and stays:
            return slips
        if len(slips) == 1:
            if not stays:
                repair = self._repair(slips[0])
                self._dropped[repair.span.line, repair.span.column, repair.after] = repair
            return ()
        middle = len(slips) // 2
        first = self._holding(slips[:middle], held)
        return (*first, *self._holding(slips[middle:], (*held, *first)))

    def _reads(self, after: Known, slips: Sequence[Slip]) -> bool:
        """Whether the draft reads no worse, and without the problems that the repairs are for."""
        before = self._known.draft
        if is_refused(before):
            return True
        mended = sum(slip.mends for slip in slips)
        return not is_refused(after.draft) and len(after.draft.problems) <= len(before.problems) - mended

    def _stays(self, after: Known, slips: Sequence[Slip]) -> bool:
        """Whether the draft says what it said."""
        reunited = frozenset(slip.reunits for slip in slips if slip.reunits)
        return keeps_numbers(self._known.draft.source, slips) and self._known.stays_in(after, reunited=reunited)

    def _after(self, slips: Sequence[Slip]) -> Known:
        draft = self._first
        text = applied(self._known.draft.source, (slip.replacement for slip in slips))
        return Known(loads(text, self._form, file=draft.file, folder=draft.folder))

    def _repair(self, slip: Slip) -> Repair:
        """What people are told of *slip*, at its place in the draft as it was."""
        text = self._known.draft.source
        start, end = slip.start, slip.end
        for way_back in reversed(self._rounds):
            start, end = way_back(start), way_back(end)
        said = slip.told(text)
        return Repair(
            code=slip.kind,
            span=self._ruler.span(start, max(start, end)),
            before=text[slip.start : slip.end],
            after=slip.new,
            zh=said.zh,
            en=said.en,
        )
